from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.kana import has_japanese, hiragana, is_kana, is_katakana, kana_key


def in_order(*readings: str) -> None:
    shuffled = readings[1::2] + readings[::2]
    assert sorted(shuffled, key=kana_key) == list(readings)


def test_the_order_of_the_syllabary() -> None:
    in_order("アリ", "いとう", "うえれっと", "おかふぉー", "かとう", "さとう", "たかはし")
    in_order("なかむら", "はやし", "まくらうど", "やまざき", "らーまん", "わたなべ")


def test_voicing_counts_only_where_all_else_is_equal() -> None:
    in_order("はし", "ばし", "ぱし", "はしる")
    in_order("かとう", "がとう", "かとうき")
    in_order("ウィリアム", "ヴィンセント")
    in_order("うぇぶ", "ヴェラ")


def test_small_kana_and_long_marks_count_as_full_ones() -> None:
    in_order("きや", "きゃく", "きやま")
    in_order("さつか", "サッカー", "さつき")
    in_order("カード", "かあど", "かいど")
    assert kana_key("ラーマン")[0] == "らあまん"
    assert kana_key("コー")[0] == "こお"


def test_script_and_width_do_not_matter() -> None:
    assert kana_key("タカハシ") == kana_key("たかはし") == kana_key("ﾀｶﾊｼ") == kana_key("たか はし")
    assert kana_key("ガ") == kana_key("ｶﾞ")


@given(st.text(alphabet=[chr(c) for c in range(0x30A1, 0x30F5)] + ["ー", "・", " "]))
def test_any_katakana_sorts_as_its_hiragana(text: str) -> None:
    assert kana_key(text) == kana_key(hiragana(text))


@pytest.mark.parametrize(
    ("text", "kana", "katakana", "japanese"),
    [
        ("たかはし", True, False, True),
        ("ジョンソン・エミー", True, True, True),
        ("ヴァン", True, True, True),
        ("さくら ラーマン", True, False, True),
        ("恵美", False, False, True),
        ("𠮷田", False, False, True),
        ("Sakura", False, False, False),
        ("", False, False, False),
        ("・ー", False, False, False),
    ],
)
def test_scripts(text: str, kana: bool, katakana: bool, japanese: bool) -> None:
    assert is_kana(text) == kana
    assert is_katakana(text) == katakana
    if text != "・ー":
        assert has_japanese(text) == japanese


def test_hiragana() -> None:
    assert hiragana("タカハシ") == hiragana("ﾀｶﾊｼ") == "たかはし"
    assert hiragana("ヴァン・ラーマン") == "ゔぁん・らーまん"
    assert hiragana("髙橋 Sakura") == "髙橋 Sakura"
