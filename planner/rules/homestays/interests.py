"""What people like to do, found in the words of forms in both languages: "piano, baking", 「ピアノ、お菓子作り」."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from planner.language.marking import Pair
from planner.resources import rows_of


class Interest(NamedTuple):
    """Something people like to do, in both languages, and the kind of thing it is: a piano is music, as a violin is."""

    name: Pair
    kind: str


@lru_cache(maxsize=4096)
def interests_in(words: str) -> frozenset[Interest]:
    """Give the interests that words speak of; what no row of ``resources/data/interests.csv`` knows is passed over."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return frozenset(interest for interest, pattern in _known() if pattern.search(plain))


@cache
def _known() -> tuple[tuple[Interest, re.Pattern[str]], ...]:
    """Read the table: kind, name in both languages, and the words that stand for it, separated by bars."""
    found = []
    for row in rows_of("interests.csv"):
        english = [rf"\b{re.escape(word)}" for word in _words(row["words_en"])]
        japanese = [re.escape(word) for word in _words(row["words_ja"])]
        pattern = re.compile("|".join(english + japanese))
        found.append((Interest(Pair(row["name_en"], row["name_ja"]), row["kind"]), pattern))
    return tuple(found)


def _words(cell: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", cell).casefold()
    return [word.strip() for word in plain.split("|") if word.strip()]
