"""The cities of both countries to pick from, found as one types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from planner.commands.knowncities import known_cities
from planner.commands.visits import CityChoice
from planner.intake.values.cities import STATES
from planner.ui.search import fold


def city_label(city: CityChoice, language: str) -> str:
    """Name a city with its state or prefecture, which tells Portland from Portland."""
    if language == "ja":
        return f"{city.name_ja or city.name_en}（{city.region_ja}）"
    return f"{city.name_en}, {city.region_en}"


@cache
def _folded() -> tuple[tuple[str, str, str, CityChoice], ...]:
    return tuple(
        (fold(city.name_en), fold(city.name_ja), _region(city.region_en, city.region_ja), city)
        for city in known_cities()
    )


@cache
def _region(english: str, japanese: str) -> str:
    """A state by its name and its two letters, a prefecture in both languages."""
    letters = next((short for short, name in STATES.items() if name == english.casefold()), "")
    return fold(f"{english} {japanese} {letters}")


def find_cities(words: str, limit: int = 12) -> Sequence[CityChoice]:
    """Give the cities whose name begins with what is typed; "portland, me" and "portland maine" narrow by state.

    Of cities of one name those come first that have a Japanese one: they are the larger ones, and those with a
    sister in Japan.
    """
    needle = fold(words).replace(",", " ").split()
    if not needle:
        return ()
    heads = [(" ".join(needle[:used]), needle[used:]) for used in range(len(needle), 0, -1)]
    hits: list[tuple[int, int, bool, CityChoice]] = []
    for name, name_ja, region, city in _folded():
        # Whatever fits has the first word typed in it: most cities are done with after one look.
        if needle[0] in name or needle[0] in name_ja:
            rank = _rank(heads, name, name_ja, region)
            if rank:
                hits.append((-rank, len(name), not name_ja, city))
    hits.sort(key=lambda hit: hit[:3])
    return [city for *_, city in hits[:limit]]


def _rank(heads: Sequence[tuple[str, list[str]]], name: str, name_ja: str, region: str) -> int:
    """How well, for each way to take the first words for the name, the longest first: 3 the whole name, 2 its
    beginning, 1 a later word of it; words left over must fit the region.
    """
    for head, rest in heads:
        if name in (head, f"{head} city") or name_ja in (head, f"{head}市", f"{head}区"):
            rank = 3
        elif name.startswith(head) or (name_ja and name_ja.startswith(head)):
            rank = 2
        elif f" {head}" in name:
            rank = 1
        else:
            continue
        if all(any(part.startswith(word) for part in region.split()) for word in rest):
            return rank
    return 0
