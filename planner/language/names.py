"""Names of people and families as each language writes, calls and sorts them (domain.md §2.3, §6).

Everything here takes whatever carries the fields of `planner.model.Person` or `Household`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Protocol, TypeVar

from planner.language.kana import has_japanese, hiragana, is_kana, is_katakana, kana_key
from planner.language.marking import N_, Pair
from planner.language.speaking import speaker


class HasName(Protocol):
    """The fields of a person that their names are made of."""

    family_name: str
    given_name: str
    middle_name: str
    family_name_ja: str
    given_name_ja: str
    family_name_kana: str
    given_name_kana: str
    passport_name: str
    called_name_en: str
    called_name_ja: str
    honorific: str
    family_name_first: bool


class HasFamilyName(Protocol):
    """The fields of a household that its name is made of."""

    name_en: str
    name_ja: str
    name_kana: str


def full_name(person: HasName, language: str, *, formal: bool = False) -> str:
    """Give the whole name: "Sakura Takahashi", 「髙橋 さくら」.

    `formal` is for paper: the family name in capitals, and first for those who put it first, so that nobody
    need guess which is which: "TAKAHASHI Sakura", "Emi JOHNSON". A Japanese name in katakana alone keeps
    the order of its owner: 「ルース・ハスケル」. What is missing in one script is taken from the other.
    """
    names = (_japanese, _latin) if language == "ja" else (_latin, _japanese)
    found = (name(person, formal) for name in names)
    return next((name for name in found if name), "") or person.passport_name or called_name(person, language)


def _latin(person: HasName, formal: bool) -> str:
    family = person.family_name.upper() if formal else person.family_name
    given = " ".join(filter(None, (person.given_name, person.middle_name)))
    parts = (family, given) if formal and person.family_name_first else (given, family)
    return " ".join(filter(None, parts))


def _japanese(person: HasName, formal: bool) -> str:
    parts = _japanese_parts(person)
    if any(parts) and is_given_first(person, "ja"):
        return "・".join(reversed(parts))
    return " ".join(filter(None, parts))


def _japanese_parts(person: HasName) -> tuple[str, str]:
    written = (person.family_name_ja, person.given_name_ja)
    return written if any(written) else (person.family_name_kana, person.given_name_kana)


def is_given_first(person: HasName, language: str) -> bool:
    """Say whether the given name stands first: "Emma MILLER", in Japanese 「エマ・ミラー」 if all is in katakana."""
    if person.family_name_first:
        return False
    return language != "ja" or all(is_katakana(part) for part in _japanese_parts(person))


def called_name(person: HasName, language: str) -> str:
    """Give what the person wants to be called: "Ruka", 「るか」; without a wish, the given name."""
    english = person.called_name_en or person.given_name
    japanese = person.called_name_ja or person.given_name_ja or person.given_name_kana
    ordered = (japanese, english) if language == "ja" else (english, japanese)
    return next(filter(None, (*ordered, person.family_name_ja, person.family_name)), "")


_Named = TypeVar("_Named")


def in_both(name: Callable[[_Named, str], str], whose: _Named) -> Pair:
    """Give a name in both languages, as a figure of a sentence: ``in_both(called_name, person)``."""
    return Pair(name(whose, "en"), name(whose, "ja"))


def polite_name(person: HasName, language: str, *, letter: bool = False) -> str:
    """Give the name as one speaks of somebody: 「髙橋さん」, in letters 「髙橋 さくら 様」.

    English has no title unless the person states one: "Mr" and "Ms" would have to guess. A Japanese title
    follows the name and takes the place of さん: 「佐藤市長」.
    """
    title = person.honorific.strip()
    if language != "ja":
        name = full_name(person, language)
        return f"{title} {name}" if title and not has_japanese(title) else name
    family = person.family_name_ja or person.family_name_kana or person.family_name
    if letter:
        return f"{full_name(person, 'ja')} {title if has_japanese(title) else '様'}"
    name = family or called_name(person, "ja")
    return f"{name}{title if has_japanese(title) else 'さん'}"


def kana_name(person: HasName) -> str:
    """Give the reading of the whole name in kana as it was stated, or nothing."""
    return " ".join(filter(None, (person.family_name_kana, person.given_name_kana)))


def furigana(person: HasName) -> list[tuple[str, str]]:
    """Give each part of the Japanese name with the hiragana above it: [("髙橋", "たかはし"), ("さくら", "")].

    A part that is written in kana needs none.
    """
    parts = (
        (person.family_name_ja, person.family_name_kana),
        (person.given_name_ja, person.given_name_kana),
    )
    return [(part, "" if is_kana(part) else hiragana(kana).strip()) for part, kana in parts if part]


def family_word(household: HasFamilyName, language: str) -> str:
    """Give the bare family name of a household for lists: "Ouellette", 「ウエレット」.

    A family from abroad may be known to Japanese readers by its reading alone.
    """
    english = household.name_en.strip()
    if english.lower().startswith("the "):
        english = english[4:]
    if english.lower().endswith(" family"):
        english = english[: -len(" family")]
    japanese = household.name_ja.strip() or household.name_kana.strip()
    for ending in ("ご一家", "一家", "家"):
        if japanese.endswith(ending) and japanese != ending:
            japanese = japanese[: -len(ending)].strip()
            break
    return (japanese or english) if language == "ja" else (english or japanese)


def household_name(household: HasFamilyName, language: str) -> str:
    """Give the name of a household within a sentence: "the Ouellette family", 「ウエレット家」."""
    return speaker(language).tr(N_("the {name} family"), name=family_word(household, language))


_SortKey = tuple[int, tuple[str, ...]]


def sort_key(person: HasName, language: str) -> tuple[_SortKey, _SortKey]:
    """Give what people are sorted by: in Japanese the order of the syllabary, in English the family name.

    Who has no reading (no Latin name) comes after those who have one.
    """
    if language == "ja":
        return (
            _japanese_key(person.family_name_kana, person.family_name_ja, person.family_name),
            _japanese_key(person.given_name_kana, person.given_name_ja, person.given_name),
        )
    family, given = person.family_name or person.passport_name, person.given_name
    return (
        _latin_key(family, person.family_name_kana or person.family_name_ja),
        _latin_key(given, person.given_name_kana or person.given_name_ja),
    )


def household_sort_key(household: HasFamilyName, language: str) -> _SortKey:
    """Give what households are sorted by."""
    if language == "ja":
        return _japanese_key(household.name_kana.strip(), family_word(household, "ja"), household.name_en)
    return _latin_key(family_word(household, "en"), "")


def text_sort_key(text: str, language: str) -> _SortKey:
    """Give what a title or place name is sorted by, in either script."""
    return _japanese_key("", text, "") if language == "ja" else _latin_key(text, "")


def _japanese_key(kana: str, written: str, latin: str) -> _SortKey:
    reading = kana or (written if is_kana(written) else "")
    if reading:
        return 0, kana_key(reading)
    if written and has_japanese(written):
        return 1, (unicodedata.normalize("NFKC", written),)
    return 2, (folded(written or latin),)


def _latin_key(latin: str, otherwise: str) -> _SortKey:
    if latin and not has_japanese(latin):
        return 0, (folded(latin),)
    return 1, kana_key(latin or otherwise)


_UNFOLDED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def folded(text: str) -> str:
    """Give a Latin text without accents, case and marks, to sort and search by: "Katō" gives "kato"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_UNFOLDED))
    letters = "".join(" " if ch in "-‐–" else ch for ch in bare if not unicodedata.combining(ch))
    return " ".join("".join(ch for ch in letters if ch.isalnum() or ch.isspace()).split())
