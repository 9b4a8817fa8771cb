"""The town that an address or the words of a place name: "Maine State House, Augusta" is in Augusta, オーガスタ."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from planner.language.marking import Pair
from planner.resources import rows_of

# What follows a town in an American address: the state, by its letters or in full, and the ZIP code.
_AFTER_TOWN = re.compile(r"(?:,?\s+[A-Z]{2})?\s+\d{5}(?:-\d{4})?$|,?\s+[A-Z]{2}$")
_POSTAL_CODE = re.compile(r"^〒?\s*\d{3}-?\d{4}\s*")


class _Town(NamedTuple):
    name: Pair
    region: Pair


def town_in(words: str, country: str, region: str = "") -> Pair | None:
    """Give the town that the last part of an address or place's name is, in both languages; None if it names none.

    In English a town stands after a comma, in Japanese after the prefecture or at the beginning. Only towns that
    `resources/data/cities.csv` has for the `country` are known; of several of one name that in `region` (English) is
    meant, and where none is, the name is all that is told.
    """
    if country == "JP":
        return _japanese(words) or _english(words, country, region)
    return _english(words, country, region)


def _english(words: str, country: str, region: str) -> Pair | None:
    parts = [part.strip() for line in words.splitlines() for part in line.split(",") if part.strip()]
    found: Pair | None = None
    for part in reversed(parts[1:]):
        bare = _AFTER_TOWN.sub("", part).strip().casefold()
        named = _towns(country).get(bare)
        if named:
            found = next((town.name for town in named if town.region.en == region), named[0].name)
            # A state written in full may be called like a town: "Indianapolis, Indiana".
            if bare not in _regions(country):
                return found
    return found


def _japanese(words: str) -> Pair | None:
    text = unicodedata.normalize("NFKC", "".join(words.split()))
    text = _POSTAL_CODE.sub("", text)
    found: Pair | None = None
    for town in _all("JP"):
        for start in (town.region.ja + town.name.ja, town.name.ja):
            longer = found is None or len(town.name.ja) > len(found.ja)
            if len(town.name.ja) > 1 and text.startswith(start) and longer:
                found = town.name
    return found


@cache
def _all(country: str) -> tuple[_Town, ...]:
    return tuple(
        _Town(Pair(row["name"], row["name_ja"]), Pair(row["region"], row["region_ja"]))
        for row in rows_of("cities.csv")
        if row["country"] == country
    )


@cache
def _regions(country: str) -> frozenset[str]:
    return frozenset(town.region.en.casefold() for town in _all(country))


@cache
def _towns(country: str) -> dict[str, tuple[_Town, ...]]:
    """Towns by their English name; first those that have a Japanese one, since towns of one name are written alike."""
    found: dict[str, list[_Town]] = {}
    for town in sorted(_all(country), key=lambda one: not one.name.ja):
        found.setdefault(town.name.en.casefold(), []).append(town)
    return {name: tuple(towns) for name, towns in found.items()}
