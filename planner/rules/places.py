"""The places of a file: what happens at each, and which may be one place that was written down twice."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from planner.model.cities import City
from planner.model.homestays import Room, Stay
from planner.model.kinds import PlaceKind
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place

#: What can happen at a place, or lie in it; whoever sleeps in a room there counts with the room.
Use = Activity | Journey | Room | Stay

_WORD: Final = re.compile(r"\w+")
# They say what kind of place it is, not which: two schools are not one because both are schools.
_COMMON: Final = frozenset(
    _WORD.findall(
        "a an and at by for in of on the to airport arena building center centre church city college community court "
        "departures domestic elementary field gate gymnasium hall high hotel house inn international junior library "
        "memorial middle municipal museum national office park pool public restaurant room school stadium state "
        "station street temple terminal town university ward"
    )
)
# Shorter names begin like too many others: 品川 and 品川駅.
_LEAST_JAPANESE: Final = 4


def uses_of(plan: Plan) -> dict[int, tuple[Use, ...]]:
    """Give what each place is used for in this visit, by the place's id; a place that nothing points to is not in it.

    Of a file with several visits, what another visit uses is not seen here.
    """
    found: defaultdict[int, list[Use]] = defaultdict(list)
    for activity in plan.activities:
        if activity.place_id is not None:
            found[activity.place_id].append(activity)
    for journey in plan.journeys:
        for end in dict.fromkeys((journey.from_place_id, journey.to_place_id)):
            if end is not None:
                found[end].append(journey)
    for room in plan.rooms:
        found[room.place_id].append(room)
    for stay in plan.stays:
        if stay.place_id is not None and stay.room_id is None:
            found[stay.place_id].append(stay)
    return {place_id: tuple(uses) for place_id, uses in found.items()}


def alike_places(plan: Plan) -> dict[int, tuple[Place, ...]]:
    """Give for each place the others that may be the same one; a place that is like no other is not in it.

    Only a hint for people: the same code, the same name but for spelling, or all the words that tell a place from
    others ("Portland Jetport", "Portland International Jetport"; the city's own name tells nothing).
    """
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for one, other in combinations(_looks(plan.places, plan.cities), 2):
        if one.is_like(other):
            found[one.place.id].append(other.place)
            found[other.place.id].append(one.place)
    return {place_id: tuple(others) for place_id, others in found.items()}


def same_places(places: Iterable[Place], cities: Iterable[City]) -> Iterator[tuple[Place, Place]]:
    """Give each two of these places that are most likely one: nothing in their names tells them apart.

    "Portland Expo court 2" is in the Expo, and a place of its own.
    """
    for one, other in combinations(_looks(places, cities), 2):
        if one.is_same(other):
            yield one.place, other.place


def _looks(places: Iterable[Place], cities: Iterable[City]) -> list[_Look]:
    common = _COMMON.union(*(_words(name) for city in cities for name in (city.name_en, city.region_en)))
    return [_Look(place, common) for place in places]


class _Look:
    """What a place is known by, worked out once for all comparisons."""

    def __init__(self, place: Place, common: frozenset[str]) -> None:
        self.place = place
        self.code = _plain(place.code)
        self.names = {_plain(name) for name in (place.name_en, place.name_ja)} - {""}
        self.words = _words(place.name_en) - common
        self.japanese = _plain(place.name_ja)

    def is_same(self, other: _Look) -> bool:
        if self.code and other.code:
            return self.code == other.code
        return bool(self.names & other.names) or bool(self.words and self.words == other.words and self.is_like(other))

    def is_like(self, other: _Look) -> bool:
        if self.code and other.code:
            return self.code == other.code
        if self.names & other.names:
            return True
        # A venue is what nobody has said more of.
        kinds = (self.place.kind, other.place.kind)
        if kinds[0] != kinds[1] and PlaceKind.VENUE not in kinds:
            return False
        if self.words and other.words and (self.words <= other.words or other.words <= self.words):
            return True
        short, long = sorted((self.japanese, other.japanese), key=len)
        return len(short) >= _LEAST_JAPANESE and long.startswith(short)


def _plain(name: str) -> str:
    """A name without width, case, spaces and punctuation."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())


def _words(name: str) -> set[str]:
    return {_plain(word) for word in _WORD.findall(unicodedata.normalize("NFKC", name))}
