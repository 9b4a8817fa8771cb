from __future__ import annotations

from dataclasses import dataclass

import pytest

from planner.language.names import (
    called_name,
    family_word,
    folded,
    full_name,
    furigana,
    household_name,
    household_sort_key,
    kana_name,
    polite_name,
    sort_key,
    text_sort_key,
)
from planner.language.readings import ReadName


@dataclass
class Named:
    family_name: str = ""
    given_name: str = ""
    middle_name: str = ""
    family_name_ja: str = ""
    given_name_ja: str = ""
    family_name_kana: str = ""
    given_name_kana: str = ""
    passport_name: str = ""
    called_name_en: str = ""
    called_name_ja: str = ""
    honorific: str = ""
    family_name_first: bool = False


@dataclass
class Home:
    name_en: str = ""
    name_ja: str = ""
    name_kana: str = ""


SAKURA = Named("Takahashi", "Sakura", "", "髙橋", "さくら", "タカハシ", "サクラ", family_name_first=True)
EMI = Named("Johnson", "Emi", "", "ジョンソン", "恵美", "ジョンソン", "エミ")
RUTH = Named("Haskell", "Ruth", "", "ハスケル", "ルース", honorific="Mayor")
FATIMA = Named("Ali", "Fatima", "", "アリ", "ファティマ", family_name_first=True)
HELEN = Named("Marsh", "Helen", "Anne")
NO_LATIN = Named(family_name_ja="𠮷田", given_name_ja="大", family_name_kana="よしだ", given_name_kana="だい")


@pytest.mark.parametrize(
    ("person", "screen", "paper", "japanese"),
    [
        (SAKURA, "Sakura Takahashi", "TAKAHASHI Sakura", "髙橋 さくら"),
        (EMI, "Emi Johnson", "Emi JOHNSON", "ジョンソン 恵美"),
        (RUTH, "Ruth Haskell", "Ruth HASKELL", "ルース・ハスケル"),
        (FATIMA, "Fatima Ali", "ALI Fatima", "アリ ファティマ"),
        (HELEN, "Helen Anne Marsh", "Helen Anne MARSH", "Helen Anne Marsh"),
        (NO_LATIN, "𠮷田 大", "𠮷田 大", "𠮷田 大"),
        (Named(family_name_kana="サトウ", given_name_kana="ミサキ", family_name_first=True),
         "サトウ ミサキ", "サトウ ミサキ", "サトウ ミサキ"),
        (Named(passport_name="NGUYEN THI LAN"), "NGUYEN THI LAN", "NGUYEN THI LAN", "NGUYEN THI LAN"),
        (Named(called_name_en="Bob"), "Bob", "Bob", "Bob"),
        (Named(), "", "", ""),
    ],
)  # fmt: skip
def test_full_names(person: Named, screen: str, paper: str, japanese: str) -> None:
    assert full_name(person, "en") == screen
    assert full_name(person, "en", formal=True) == paper
    assert full_name(person, "ja") == japanese


def test_called_names() -> None:
    assert (called_name(SAKURA, "en"), called_name(SAKURA, "ja")) == ("Sakura", "さくら")
    ruka = Named(given_name="Ruka", given_name_ja="瑠花", called_name_en="Ru", called_name_ja="るーちゃん")
    assert (called_name(ruka, "en"), called_name(ruka, "ja")) == ("Ru", "るーちゃん")
    assert called_name(HELEN, "ja") == "Helen"
    assert called_name(Named(family_name="Kim"), "en") == "Kim"


def test_polite_names() -> None:
    assert polite_name(SAKURA, "ja") == "髙橋さん"
    assert polite_name(SAKURA, "ja", letter=True) == "髙橋 さくら 様"
    assert polite_name(SAKURA, "en") == "Sakura Takahashi"
    assert polite_name(RUTH, "en") == "Mayor Ruth Haskell"
    assert polite_name(RUTH, "ja") == "ハスケルさん"
    mayor = Named("Mori", "Ken", "", "森", "健", honorific="区長")
    assert polite_name(mayor, "ja") == "森区長"
    assert polite_name(mayor, "ja", letter=True) == "森 健 区長"
    assert polite_name(mayor, "en") == "Ken Mori"


def test_readings() -> None:
    assert kana_name(SAKURA) == "タカハシ サクラ"
    assert furigana(SAKURA) == [("髙橋", "たかはし"), ("さくら", "")]
    assert furigana(EMI) == [("ジョンソン", ""), ("恵美", "えみ")]
    assert furigana(HELEN) == []
    assert furigana(Named(family_name_ja="林", given_name_ja="大")) == [("林", ""), ("大", "")]


@pytest.mark.parametrize(
    ("name", "english", "japanese", "parts"),
    [
        (ReadName("Takahashi Keiko", "髙橋 恵子", "タカハシ ケイコ"), "tah-kah-hah-shee kay-koh", "たかはし けいこ",
         [("髙橋", "たかはし"), ("恵子", "けいこ")]),
        (ReadName("", "髙橋けい子", "たかはし けいこ"), "tah-kah-hah-shee kay-koh", "たかはし けいこ",
         [("髙橋けい子", "たかはし けいこ")]),
        # What is read as it stands needs no reading, and nothing is made of a name from abroad.
        (ReadName("Ruth Haskell", "ルース・ハスケル", "ルース・ハスケル"), "", "", [("ルース・ハスケル", "")]),
        (ReadName("Pelletier", "", "ペルティエ"), "", "", [("ペルティエ", "")]),
        (ReadName("Keiko", "", "けいこ"), "kay-koh", "", [("けいこ", "")]),
        (ReadName("Keiko", "恵子", ""), "", "", [("恵子", "")]),
        (ReadName("Ruth", "", ""), "", "", []),
    ],
)  # fmt: skip
def test_a_whole_name_is_read_as_somebody_has_said(
    name: ReadName, english: str, japanese: str, parts: list[tuple[str, str]]
) -> None:
    assert (name.said("en"), name.said("ja"), name.parts) == (english, japanese, parts)
    assert name.can_be_said("ja") == bool(name.kana)
    assert name.can_be_said("en")


@pytest.mark.parametrize(
    ("home", "english", "japanese"),
    [
        (Home("Ouellette", "ウエレット"), "the Ouellette family", "ウエレット家"),
        (Home("Ouellette"), "the Ouellette family", "Ouellette家"),
        (Home("The Hall-Baker Family", "ホール・ベイカー家"), "the Hall-Baker family", "ホール・ベイカー家"),
        (Home("Pelletier", "", "ペルティエ"), "the Pelletier family", "ペルティエ家"),
        (Home("", "田中ご一家"), "the 田中 family", "田中家"),
    ],
)
def test_households(home: Home, english: str, japanese: str) -> None:
    assert household_name(home, "en") == english
    assert household_name(home, "ja") == japanese


def test_a_family_called_family_keeps_its_name() -> None:
    assert family_word(Home("Family", "家"), "en") == "Family"
    assert family_word(Home("Family", "家"), "ja") == "家"


def test_the_order_of_people() -> None:
    people = [SAKURA, EMI, RUTH, FATIMA, HELEN, NO_LATIN]
    in_english = sorted(people, key=lambda person: sort_key(person, "en"))
    assert in_english == [FATIMA, RUTH, EMI, HELEN, SAKURA, NO_LATIN]
    in_japanese = sorted(people, key=lambda person: sort_key(person, "ja"))
    assert in_japanese == [FATIMA, EMI, SAKURA, RUTH, NO_LATIN, HELEN]


def test_three_families_of_one_name_are_told_apart_by_the_given_name() -> None:
    misaki = Named("Satō", "Misaki", "", "佐藤", "美咲", "サトウ", "ミサキ")
    aoi = Named("Sato", "Aoi", "", "佐藤", "葵", "さとう", "あおい")
    yui = Named("SATO", "Yui", "", "左藤", "結衣", "ｻﾄｳ", "ﾕｲ")
    for language in ("en", "ja"):
        found = sorted([misaki, yui, aoi], key=lambda person: sort_key(person, language))
        assert found == [aoi, misaki, yui]


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Katō", "kato"), ("O’Brien", "obrien"), ("Hall-Baker", "hall baker"), ("Åse Ødegård", "ase odegard"),
     ("Strauß", "strauss"), ("Łukasz", "lukasz"), ("Ｓａｔｏ", "sato"), ("  de  la Cruz ", "de la cruz")],
)  # fmt: skip
def test_accents_do_not_count(text: str, bare: str) -> None:
    assert folded(text) == bare


def test_the_order_of_homes_and_titles() -> None:
    homes = [Home("Zimmer", "アダムス"), Home("Adams", "ズィマー"), Home("Öberg")]
    assert sorted(homes, key=lambda h: household_sort_key(h, "en")) == [homes[1], homes[2], homes[0]]
    assert sorted(homes, key=lambda h: household_sort_key(h, "ja")) == [homes[0], homes[1], homes[2]]
    titles = sorted(["égg", "Zoo", "apple"], key=lambda title: text_sort_key(title, "en"))
    assert titles == ["apple", "égg", "Zoo"]
    assert sorted(["ホテル", "えき", "City Hall"], key=lambda t: text_sort_key(t, "ja")) == [
        "えき", "ホテル", "City Hall"]  # fmt: skip
