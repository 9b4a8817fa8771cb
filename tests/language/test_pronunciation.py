"""Readings spelt for American readers: beats as Japanese is spoken, none of them stressed."""

import pytest

from planner.language.pronunciation import respelt


@pytest.mark.parametrize(
    ("kana", "said"),
    [
        ("タカハシ サクラ", "tah-kah-hah-shee sah-koo-rah"),
        ("すずき ゆい", "soo-zoo-kee yoo-ee"),
        ("カトウ メイ", "kah-toh may"),  # long vowels are one beat
        ("モリ ケンタ", "moh-ree ken-tah"),  # ん closes a beat
        ("ハットリ リョウタ", "haht-toh-ree ryoh-tah"),  # a doubled consonant, and a beat of two kana
        ("オノ ジュンイチロウ", "oh-noh joon-ee-chee-roh"),
        ("アリ ファティマ", "ah-ree fah-tee-mah"),  # sounds that only foreign names have
        ("ｽｽﾞｷ", "soo-zoo-kee"),
        ("ルース・ハスケル", "roo-soo hah-soo-keh-roo"),
    ],
)
def test_a_reading_is_spelt_beat_by_beat(kana: str, said: str) -> None:
    assert respelt(kana) == said


@pytest.mark.parametrize("words", ["", "Emi", "恵美", "123"])
def test_what_is_no_kana_is_not_spelt(words: str) -> None:
    assert respelt(words) == ""
