"""Cities by their names as people write them: "Portland, Maine", "Portland ME", 「品川区」."""

from __future__ import annotations

from functools import cache

from planner.commands.knowncities import known_cities
from planner.commands.visits import CityChoice
from planner.intake.values.cities import STATES
from planner.language import Pair
from planner.language.names import folded
from planner.model.message import PlannerError

_ENDINGS_JA = ("市", "区", "町", "村")


def find_city(words: str) -> CityChoice:
    """Find the one city that is meant; its time zone comes with it.

    Raises `PlannerError` ``city-unknown``, or ``city-ambiguous`` with the cities it could be.
    """
    wanted = _plain(words)
    found = [city for city, names in _named() if wanted in names]
    if not found:
        raise PlannerError("city-unknown", words=words.strip())
    if len(found) > 1:
        raise PlannerError("city-ambiguous", words=words.strip(), cities=[_label(city) for city in found])
    return found[0]


@cache
def _named() -> tuple[tuple[CityChoice, frozenset[str]], ...]:
    """Every city of the list with all the ways to write it, folded."""
    return tuple((city, _ways(city)) for city in known_cities())


def _ways(city: CityChoice) -> frozenset[str]:
    bare = {ending: city.name_ja.removesuffix(ending) for ending in _ENDINGS_JA}
    names = {city.name_en, f"{city.name_en} City", city.name_ja, *(name for name in bare.values() if len(name) > 1)}
    if city.name_ja and city.country == "US":
        names.add(f"{city.name_ja}市")
    letters = next((short for short, name in STATES.items() if name == city.region_en.casefold()), "")
    regions = ("", city.region_en, city.region_ja, letters)
    written = {_plain(f"{name} {region}") for name in names for region in regions if name}
    return frozenset(written | {_plain(f"{region}{name}") for name in names for region in regions if name and region})


def _plain(words: str) -> str:
    """Fold case, accents, commas and blanks, so that "Portland,Maine" and "portland maine" are one."""
    return folded(words.replace(",", " ").replace("、", " ")).replace(" ", "")


def _label(city: CityChoice) -> Pair:
    return Pair(f"{city.name_en} ({city.region_en})", f"{city.name_ja or city.name_en}（{city.region_ja}）")
