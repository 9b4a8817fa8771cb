"""How many minutes it takes from one place to another, as far as anybody knows or the map lets guess."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from planner.model.programme import Place
from planner.model.ways import Way

# Straight lines are about a quarter shorter than streets; a coach in a town makes some 30 km/h, over land 70.
_DETOUR = 1.3
_TOWN_KM, _TOWN_KMH, _LAND_KMH = 10, 30, 70
_EARTH_KM = 6371


@dataclass(frozen=True, slots=True)
class Minutes:
    """A number of minutes on the way, and whether somebody wrote it down or it is a guess from the map."""

    minutes: int
    guessed: bool


class Ways:
    """The ways of a file, looked up in either direction."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._known: dict[frozenset[int], int] = {}
        for way in ways:
            if way.minutes is not None:
                pair = frozenset((way.from_place_id, way.to_place_id))
                # Of two that somebody wrote down the longer one is the safer.
                self._known[pair] = max(way.minutes, self._known.get(pair, 0))

    def between(self, start: Place | None, end: Place | None) -> Minutes | None:
        """Give how long it takes; nothing on the same place, None if nobody can say."""
        if start is None or end is None:
            return None
        if start.id == end.id:
            return Minutes(0, guessed=False)
        known = self._known.get(frozenset((start.id, end.id)))
        if known is not None:
            return Minutes(known, guessed=False)
        kilometres = _kilometres(start, end)
        return None if kilometres is None else Minutes(_minutes(kilometres), guessed=True)


def _minutes(kilometres: float) -> int:
    """Guess the minutes on the road, to the next five."""
    road = kilometres * _DETOUR
    town, land = min(road, _TOWN_KM), max(0.0, road - _TOWN_KM)
    return 5 * math.ceil((town / _TOWN_KMH + land / _LAND_KMH) * 60 / 5)


def _kilometres(start: Place, end: Place) -> float | None:
    """Give the distance as the crow flies (haversine); None if either place is not on the map."""
    if None in (start.latitude, start.longitude, end.latitude, end.longitude):
        return None
    north, east, to_north, to_east = (
        math.radians(degrees or 0.0) for degrees in (start.latitude, start.longitude, end.latitude, end.longitude)
    )
    half = (
        math.sin((to_north - north) / 2) ** 2
        + math.cos(north) * math.cos(to_north) * math.sin((to_east - east) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
