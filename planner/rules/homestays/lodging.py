"""Who sleeps where in a home on a night: guests are given the places with the least against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from planner.rules.finding import Severity
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.held import Held
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.homestays.relations import are_couple
from planner.rules.homestays.verdict import Obstacle

#: How much an obstacle weighs when beds are given out: one that blocks is never outweighed by others that do not.
_WEIGHTS: Final = {Severity.BLOCK: 10_000, Severity.WARN: 100, Severity.NOTE: 1}
_NO_BED: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Lodging:
    """Guests in places; who has none is not in `beds`."""

    beds: Mapping[int, Place]
    without: tuple[Guest, ...]
    obstacles: tuple[Obstacle, ...]


def weight(obstacles: Sequence[Obstacle]) -> int:
    """Give how much is against something."""
    return sum(_WEIGHTS[one.severity] for one in obstacles)


def lodge(home: Home, guests: Sequence[Guest], fixed: Mapping[int, int], held: Held) -> Lodging:
    """Give guests beds so that as little as possible is against it; `fixed` are beds already said, by guest.

    All ways are tried, of places that are alike only one; homes have few beds. A couple shares one that is for two.
    """
    search = _Search(home, held)
    order = sorted(guests, key=lambda guest: (guest.id not in fixed, guest.id))
    search.place(order, dict(fixed), {})
    beds = search.best
    without = tuple(guest for guest in guests if guest.id not in beds)
    return Lodging(beds, without, search.obstacles(guests, beds))


class _Search:
    def __init__(self, home: Home, held: Held) -> None:
        self._home, self._held = home, held
        self._least: int | None = None
        self.best: dict[int, Place] = {}
        self._guests: dict[int, Guest] = {}

    def place(self, guests: Sequence[Guest], fixed: Mapping[int, int], beds: dict[int, Place]) -> None:
        """Try all ways to give the guests that are left a place, beside those that have one."""
        if not guests:
            self._compare(beds)
            return
        guest, *rest = guests
        self._guests[guest.id] = guest
        tried = set()
        for place in self._home.places:
            if guest.id in fixed and place.bed.id != fixed[guest.id]:
                continue
            sleepers = [self._guests[one] for one, where in beds.items() if where is place]
            together = place.takes_couple and len(sleepers) == 1 and are_couple(guest, sleepers[0])
            if sleepers and not together and guest.id not in fixed:
                continue
            key = (place.alike, bool(sleepers))
            if key not in tried:
                tried.add(key)
                self.place(rest, fixed, beds | {guest.id: place})
        if not tried:
            self.place(rest, fixed, beds)

    def obstacles(self, guests: Sequence[Guest], beds: Mapping[int, Place]) -> tuple[Obstacle, ...]:
        """Give what is against this way."""
        found: list[Obstacle] = []
        rooms: dict[str, tuple[Room, list[Guest]]] = {}
        for guest in guests:
            place = beds.get(guest.id)
            if place is not None:
                found += self._held.of_bed(guest, place)
                rooms.setdefault(place.room.key, (place.room, []))[1].append(guest)
        for room, sleepers in rooms.values():
            found += self._held.of_room(room, sleepers)
        for place, sleepers in _by_place(guests, beds):
            found += self._held.of_bedmates(place, sleepers)
        return tuple(found)

    def _compare(self, beds: dict[int, Place]) -> None:
        guests = list(self._guests.values())
        lacking = sum(1 for guest in guests if guest.id not in beds)
        against = weight(self.obstacles(guests, beds)) + lacking * _NO_BED
        if self._least is None or against < self._least:
            self._least, self.best = against, beds


def _by_place(guests: Sequence[Guest], beds: Mapping[int, Place]) -> Iterator[tuple[Place, list[Guest]]]:
    """Give the places that several guests have."""
    found: dict[Place, list[Guest]] = {}
    for guest in guests:
        if guest.id in beds:
            found.setdefault(beds[guest.id], []).append(guest)
    return ((place, those) for place, those in found.items() if len(those) > 1)
