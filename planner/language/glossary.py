"""Everyday words of a programme in the other language: "city bus" is 市バス, "potluck" 持ち寄り.

For fields that a form holds in English only and a paper needs in both (transport, what to bring, a menu). Only whole
phrases that are known are given; the rest is left to a person, since a wrong word on a family's fridge is worse than
an English one.
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache

from planner.resources import resource


def in_japanese(phrase: str) -> str:
    """Give a phrase in Japanese, or "" if it, or one part of a list of it ("hat, towel"), is not known."""
    parts = [part for part in phrase.replace(";", ",").split(",") if part.strip()]
    found = [_phrases().get(_key(part), "") for part in parts]
    return "、".join(found) if all(found) else ""


@cache
def _phrases() -> dict[str, str]:
    with resource("data", "phrases.csv").open(encoding="utf-8", newline="") as stream:
        return {_key(row["english"]): row["japanese"] for row in csv.DictReader(stream)}


def _key(phrase: str) -> str:
    plain = unicodedata.normalize("NFKC", phrase).replace("’", "'")
    return " ".join(plain.casefold().split())
