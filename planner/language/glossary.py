"""Everyday words of a programme and a health form in the other language: "city bus" is 市バス, ぜんそく "asthma".

For fields that a form holds in one language only and a paper needs in both (transport, what to bring, a menu, an
illness). Only whole phrases that are known are given; the rest is left to a person, since a wrong word on a family's
fridge is worse than one in the other language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from planner.language.kana import has_japanese
from planner.resources import rows_of

_LISTED = re.compile(r"[、,・;/\n]")


def in_language(phrase: str, language: str) -> str:
    """Give a phrase of the other language in this one, or "" if it is not known; a full stop at its end is left out."""
    plain = phrase.strip().rstrip(".。")
    return in_japanese(plain) if language == "ja" else in_english(plain)


def is_foreign(phrase: str, language: str) -> bool:
    """Whether a phrase stands in the other language, and would on a paper in this one, since it is not known."""
    return bool(phrase.strip()) and has_japanese(phrase) != (language == "ja") and not in_language(phrase, language)


def in_japanese(phrase: str) -> str:
    """Give a phrase in Japanese, or "" if it, or one part of a list of it ("hat, towel"), is not known."""
    parts = [part for part in phrase.replace(";", ",").split(",") if part.strip()]
    found = [_phrases().get(_key(part), "") for part in parts]
    return "、".join(found) if all(found) else ""


def in_english(phrase: str) -> str:
    """Give a Japanese phrase in English, or "" if it, or one part of a list (「ぜんそく、花粉症」), is not known."""
    parts = [part for part in _LISTED.split(unicodedata.normalize("NFKC", phrase)) if part.strip()]
    found = [_in_english().get(part.strip(), "") for part in parts]
    return ", ".join(dict.fromkeys(found)) if all(found) else ""


@cache
def _in_english() -> dict[str, str]:
    # Of several English words for one the first is the plainest.
    found: dict[str, str] = {}
    for row in rows_of("phrases.csv"):
        found.setdefault(row["japanese"], row["english"])
    return found


@cache
def _phrases() -> dict[str, str]:
    return {_key(row["english"]): row["japanese"] for row in rows_of("phrases.csv")}


def _key(phrase: str) -> str:
    plain = unicodedata.normalize("NFKC", phrase).replace("’", "'")
    return " ".join(plain.casefold().split())
