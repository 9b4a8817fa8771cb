"""One home on one night: who can sleep there together, decided exactly by trying beds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from planner.matching.lodging.problem import Home


class Member(NamedTuple):
    """A guest as a home sees them: usable beds as a bit set, how many of them they take, how many people they are."""

    guest: int
    kind: int
    beds: int
    needs: int
    size: int


class House:
    """A home with its rules; `fixed` are the members who are there anyway, by night."""

    def __init__(
        self,
        home: Home,
        apart: frozenset[frozenset[int]],
        rooms: frozenset[frozenset[int]],
        kinds_apart: frozenset[frozenset[int]],
        kinds_rooms: frozenset[frozenset[int]],
        fixed: Mapping[int, Sequence[Member]],
        lawful: Callable[[frozenset[int]], bool] | None = None,
    ) -> None:
        self._asked = lawful
        self.home, self.fixed = home, fixed
        self._apart, self._rooms, self._kinds_apart, self._kinds_rooms = apart, rooms, kinds_apart, kinds_rooms
        names = {bed.room: 0 for bed in home.beds}
        room_at = {name: place for place, name in enumerate(names)}
        # A bed without a named room stands in a room of its own.
        self._room = [room_at[bed.room] if bed.room else len(names) + place for place, bed in enumerate(home.beds)]
        self._known: dict[tuple[Member, ...], bool] = {}
        self.shape = (tuple(self._room), home.most)
        """What is the same of homes in which the same guests can be, by their kinds."""
        self.named = frozenset().union(*apart, *rooms)
        """The guests who exclude somebody as a person."""

    @property
    def must_be_asked(self) -> bool:
        """Whether there is a rule about more than two guests, or about persons, that has to be asked."""
        return self._asked is not None

    def together(self, one: Member, other: Member) -> bool:
        """Whether two may be in the home on one night, rooms and beds aside."""
        if frozenset((one.kind, other.kind)) in self._kinds_apart:
            return False
        return frozenset((one.guest, other.guest)) not in self._apart

    def in_one_room(self, one: Member, other: Member) -> bool:
        """Whether two may share a room."""
        if frozenset((one.kind, other.kind)) in self._kinds_rooms:
            return False
        return frozenset((one.guest, other.guest)) not in self._rooms

    def fits(self, members: Sequence[Member]) -> bool:
        """Whether these can be in the home on one night, each in a bed of their own."""
        if len(members) == 1:
            return members[0].size <= self.home.most and members[0].beds.bit_count() >= members[0].needs
        key = tuple(sorted(members))
        if key not in self._known:
            self._known[key] = self._lawful(key) and next(self.beddings(key), None) is not None
        return self._known[key]

    def _lawful(self, members: Sequence[Member]) -> bool:
        if sum(member.size for member in members) > self.home.most:
            return False
        if not all(self.together(one, other) for one, other in combinations(members, 2)):
            return False
        guests = frozenset(member.guest for member in members)
        return self._asked is None or len(guests) < 2 or min(guests) < 0 or self._asked(guests)

    def fits_beside_fixed(self, members: Sequence[Member], night: int) -> bool:
        """Whether these can be there with whoever is fixed there that night.

        If the fixed ones are against the rules among themselves, only what the newcomers add to it counts.
        """
        there = self.fixed.get(night, ())
        everybody = (*members, *there)
        if not there or self.fits(there):
            return self.fits(everybody)
        return (
            sum(member.size for member in everybody) <= self.home.most
            and all(self.together(one, other) for one in members for other in everybody if other != one)
            and sum(member.needs for member in everybody) <= len(self.home.beds)
            and self.fits(members)
        )

    def beddings(self, members: Sequence[Member]) -> Iterator[tuple[tuple[int, ...], ...]]:
        """Give every way to put the members to bed: for each the places of their beds. Few beds, so all are tried."""
        taken: list[tuple[int, ...]] = []
        in_room: dict[int, list[Member]] = {}

        def put(place: int, free: int) -> Iterator[tuple[tuple[int, ...], ...]]:
            if place == len(members):
                yield tuple(taken)
                return
            member = members[place]
            usable = [bed for bed in range(len(self.home.beds)) if member.beds & free & 1 << bed]
            for beds in combinations(usable, member.needs):
                rooms = {self._room[bed] for bed in beds}
                if not all(self.in_one_room(member, other) for room in rooms for other in in_room.get(room, ())):
                    continue
                taken.append(beds)
                for room in rooms:
                    in_room.setdefault(room, []).append(member)
                yield from put(place + 1, free & ~sum(1 << bed for bed in beds))
                for room in rooms:
                    in_room[room].pop()
                taken.pop()

        yield from put(0, (1 << len(self.home.beds)) - 1)


__all__ = ["House", "Member"]
