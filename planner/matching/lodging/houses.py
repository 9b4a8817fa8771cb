"""One home on one night: who can sleep there together, and the rows that say so in a linear model.

Whether a set of guests fits is decided exactly by trying beds (`House.fits`). For the model that is said in rows:

- *Room*: no more people than the family takes.
- *Beds* (Hall's theorem): for every set of beds, no more guests who can use only these than there are beds. Where no
  rooms are shared by people who may not, that is not only necessary but enough, without saying who has which bed.
- *Modes*: where kinds of guests exclude each other (boys and girls, children and unrelated adults in one room), a home
  is in at most one mode a night: a largest set of kinds that can be there together. Guests of other kinds stay out.
- *Cuts*: what these rows do not see (two people who may not meet, three who do not fit though any two do) is added
  when a solution has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from planner.matching.lodging.problem import Home

_FEW = 60
"""Up to so many guests of a home, any two are asked about beforehand."""


class Member(NamedTuple):
    """A guest as a home sees them: usable beds as a bit set, how many of them they take, how many people they are."""

    guest: int
    kind: int
    beds: int
    needs: int
    size: int


@dataclass(frozen=True)
class Family:
    """A row for each night: the weights of the guests in a home add up to no more than the limit.

    With `modes`, the limit is only there in one of these modes of the home, each by its number. With `nights`, only
    they have rows.
    """

    lines: tuple[int, ...]
    weights: tuple[int, ...]
    limits: tuple[int, ...]
    modes: tuple[int, ...] = ()
    nights: frozenset[int] | None = None


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
        self._persons: dict[tuple[Member, Member], bool] = {}
        self._modes_of: dict[tuple[Member, ...], list[frozenset[Member]]] = {}
        self._named = frozenset().union(*apart, *rooms)
        self._families_of: dict[tuple[int, ...], tuple[list[Family], list[Family], int]] = {}

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

    def families(
        self,
        lines: Sequence[int],
        members: Sequence[Member],
        nights: int,
        tight: Mapping[int, frozenset[int]] | None = None,
    ) -> tuple[list[Family], int]:
        """Give the rows of the home for these lines and members, and how many modes it has.

        Those who are `tight`, on the nights given by line, have a row of their own for the modes in which they may be
        there: no choice needs it, but the linear programme would otherwise let one guest take a whole place of half a
        mode.
        """
        if tuple(lines) not in self._families_of:
            self._families_of[tuple(lines)] = self._loose_families(lines, members, nights)
        plain, grouped, modes = self._families_of[tuple(lines)]
        alone = [
            Family((line,), (1,), (1,) * nights, one.modes, tight[line])
            for one in (grouped if tight else ())
            if max(one.limits) > 1
            for line in one.lines
            if tight and line in tight
        ]
        return [*plain, *grouped, *alone], modes

    def _loose_families(
        self, lines: Sequence[int], members: Sequence[Member], nights: int
    ) -> tuple[list[Family], list[Family], int]:
        """Give the rows that are in no mode, those that are, and how many modes there are."""
        plain = [self._room_rows(lines, members, nights), *self._bed_rows(lines, members, nights)]
        plain += self._pair_rows(lines, members, nights)
        modes = self._modes(members)
        if len(modes) > 1 or any(self._excludes(kind, kind) for kind in set(map(_alike, members))):
            return plain, self._mode_rows(lines, members, nights, modes), len(modes)
        return plain, [], 0

    def _room_rows(self, lines: Sequence[int], members: Sequence[Member], nights: int) -> Family:
        left = [
            max(0, self.home.most - sum(member.size for member in self.fixed.get(night, ()))) for night in range(nights)
        ]
        return Family(tuple(lines), tuple(member.size for member in members), tuple(left))

    def _bed_rows(self, lines: Sequence[int], members: Sequence[Member], nights: int) -> list[Family]:
        sets = {member.beds for member in members}
        for one in list(sets):
            sets |= {one | other for other in sets}
        families = []
        plain = all(member.needs == member.size for member in members)
        for beds in sorted(sets):
            if plain and beds.bit_count() >= self.home.most:
                continue
            inside = [place for place, member in enumerate(members) if member.beds | beds == beds]
            limits = [
                max(0, beds.bit_count() - sum(m.needs for m in self.fixed.get(night, ()) if m.beds | beds == beds))
                for night in range(nights)
            ]
            weights = tuple(members[place].needs for place in inside)
            families.append(Family(tuple(lines[place] for place in inside), weights, tuple(limits)))
        return families

    def _pair_rows(self, lines: Sequence[int], members: Sequence[Member], nights: int) -> list[Family]:
        """Give rows for who excludes each other as a person, not by kind: at most one of a clique of such guests.

        Only where few come into question: elsewhere a cut says it when a solution has two of them together.
        """
        if self.home.most < 2 or len(members) > _FEW:
            return []
        left: dict[int, set[int]] = {}
        # Without a rule that must be asked, only who is named in one can exclude somebody as a person.
        named = (
            range(len(members)) if self._asked else [at for at, one in enumerate(members) if one.guest in self._named]
        )
        for one, other in combinations(named, 2):
            if self._excludes_as_person(members[one], members[other]):
                left.setdefault(one, set()).add(other)
                left.setdefault(other, set()).add(one)
        against = {place: frozenset(others) for place, others in left.items()}
        families = []
        while any(left.values()):
            place = max(sorted(left), key=lambda at: len(left[at]))
            clique = [place]
            for other in sorted(against[place], key=lambda at: (at not in left[place], -len(against[at]), at)):
                if all(other in against[one] for one in clique):
                    clique.append(other)
            for one in clique:
                left[one] -= set(clique)
            here = tuple(lines[at] for at in sorted(clique))
            families.append(Family(here, (1,) * len(here), (1,) * nights))
        return families

    def _excludes_as_person(self, one: Member, other: Member) -> bool:
        """Whether two cannot be there together though two of their kinds could."""
        if (one, other) not in self._persons:
            by_kind = one.guest == other.guest or self._excludes(_alike(one), _alike(other))
            self._persons[one, other] = not by_kind and self._excludes(one, other)
        return self._persons[one, other]

    def _excludes(self, one: Member, other: Member) -> bool:
        """Whether two of such kinds cannot be there together though there would be room and beds for two."""
        both = (one, other._replace(guest=-2) if other.guest == one.guest else other)
        if sum(member.size for member in both) > self.home.most or self.fits(both):
            return False
        beds = one.beds | other.beds
        enough = beds.bit_count() >= one.needs + other.needs
        return enough and one.beds.bit_count() >= one.needs and other.beds.bit_count() >= other.needs

    def _modes(self, members: Sequence[Member]) -> list[frozenset[Member]]:
        """Give the largest sets of kinds of which any two can be there together (Bron and Kerbosch, 1973)."""
        kinds = sorted(set(map(_alike, members)))
        if tuple(kinds) in self._modes_of:
            return self._modes_of[tuple(kinds)]
        friends = {one: {other for other in kinds if other != one and not self._excludes(one, other)} for one in kinds}
        found: list[frozenset[Member]] = []

        def grow(chosen: set[Member], open_: set[Member], closed: set[Member]) -> None:
            if not open_ and not closed:
                found.append(frozenset(chosen))
                return
            pivot = max(sorted(open_ | closed), key=lambda kind: len(friends[kind] & open_))
            for kind in sorted(open_ - friends[pivot]):
                grow(chosen | {kind}, open_ & friends[kind], closed & friends[kind])
                open_ = open_ - {kind}
                closed = closed | {kind}

        grow(set(), set(kinds), set())
        self._modes_of[tuple(kinds)] = sorted(found, key=sorted)
        return self._modes_of[tuple(kinds)]

    def _mode_rows(
        self, lines: Sequence[int], members: Sequence[Member], nights: int, modes: Sequence[frozenset[Member]]
    ) -> list[Family]:
        most = min(self.home.most, len(self.home.beds))
        groups: dict[tuple[tuple[int, ...], bool], list[int]] = {}
        for place, member in enumerate(members):
            kind = _alike(member)
            within = tuple(number for number, mode in enumerate(modes) if kind in mode)
            groups.setdefault((within, self._excludes(kind, kind)), []).append(place)
        families = []
        for (within, alone), places in sorted(groups.items()):
            by_kind: dict[Member | None, list[int]] = {}
            for place in places:
                by_kind.setdefault(_alike(members[place]) if alone else None, []).append(place)
            for here in by_kind.values():
                families.append(
                    Family(
                        tuple(lines[place] for place in here),
                        (1,) * len(here),
                        (1 if alone else most,) * nights,
                        within,
                    )
                )
        return families


def _alike(member: Member) -> Member:
    """A member as one of many who are alike for the home."""
    return member._replace(guest=-1)


__all__ = ["Family", "House", "Member"]
