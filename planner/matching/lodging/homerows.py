"""The rows that say in a linear model who can sleep in a home together.

- *Room*: no more people than the family takes.
- *Beds* (Hall's theorem): for every set of beds, no more guests who can use only these than there are beds. Where no
  rooms are shared by people who may not, that is not only necessary but enough, without saying who has which bed.
- *Modes*: where kinds of guests exclude each other (boys and girls, children and unrelated adults in one room), a home
  is in at most one mode a night: a largest set of kinds that can be there together. Guests of other kinds stay out.
- *Cuts*: what these rows do not see (two people who may not meet, three who do not fit though any two do) is added
  when a solution has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from planner.matching.lodging.houses import House, Member

_FEW = 60
"""Up to so many guests of a home, any two are asked about beforehand."""


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


@dataclass
class Alike:
    """What is known of kinds of guests in homes of one shape: hundreds of homes have the same few beds."""

    exclude: dict[Any, bool] = field(default_factory=dict)
    modes: dict[Any, list[frozenset[Member]]] = field(default_factory=dict)


class HomeRows:
    """The rows of one home; `alike` is shared by all homes of a problem."""

    def __init__(self, house: House, alike: Alike) -> None:
        self._house, self._home, self._alike = house, house.home, alike
        self._persons: dict[tuple[Member, Member], bool] = {}
        self._families_of: dict[tuple[int, ...], tuple[list[Family], list[Family], int]] = {}

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
            max(0, self._home.most - sum(member.size for member in self._house.fixed.get(night, ())))
            for night in range(nights)
        ]
        return Family(tuple(lines), tuple(member.size for member in members), tuple(left))

    def _bed_rows(self, lines: Sequence[int], members: Sequence[Member], nights: int) -> list[Family]:
        sets = {member.beds for member in members}
        for one in list(sets):
            sets |= {one | other for other in sets}
        families = []
        plain = all(member.needs == member.size for member in members)
        for beds in sorted(sets):
            if plain and beds.bit_count() >= self._home.most:
                continue
            inside = [place for place, member in enumerate(members) if member.beds | beds == beds]
            limits = [
                max(
                    0,
                    beds.bit_count() - sum(m.needs for m in self._house.fixed.get(night, ()) if m.beds | beds == beds),
                )
                for night in range(nights)
            ]
            weights = tuple(members[place].needs for place in inside)
            families.append(Family(tuple(lines[place] for place in inside), weights, tuple(limits)))
        return families

    def _pair_rows(self, lines: Sequence[int], members: Sequence[Member], nights: int) -> list[Family]:
        """Give rows for who excludes each other as a person, not by kind: at most one of a clique of such guests.

        Only where few come into question: elsewhere a cut says it when a solution has two of them together.
        """
        if self._home.most < 2 or len(members) > _FEW:
            return []
        left: dict[int, set[int]] = {}
        # Without a rule that must be asked, only who is named in one can exclude somebody as a person.
        named = (
            range(len(members))
            if self._house.must_be_asked
            else [at for at, one in enumerate(members) if one.guest in self._house.named]
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
        if one.guest != -1 or other.guest != -1:
            return self._exclude_each_other(one, other)
        key = (self._house.shape, one, other)
        if key not in self._alike.exclude:
            self._alike.exclude[key] = self._exclude_each_other(one, other)
        return self._alike.exclude[key]

    def _exclude_each_other(self, one: Member, other: Member) -> bool:
        both = (one, other._replace(guest=-2) if other.guest == one.guest else other)
        if sum(member.size for member in both) > self._home.most or self._house.fits(both):
            return False
        beds = one.beds | other.beds
        enough = beds.bit_count() >= one.needs + other.needs
        return enough and one.beds.bit_count() >= one.needs and other.beds.bit_count() >= other.needs

    def _modes(self, members: Sequence[Member]) -> list[frozenset[Member]]:
        """Give the largest sets of kinds of which any two can be there together."""
        kinds = sorted(set(map(_alike, members)))
        key = (self._house.shape, tuple(kinds))
        if key not in self._alike.modes:
            friends = {one: {two for two in kinds if two != one and not self._excludes(one, two)} for one in kinds}
            self._alike.modes[key] = sorted(_cliques(friends), key=sorted)
        return self._alike.modes[key]

    def _mode_rows(
        self, lines: Sequence[int], members: Sequence[Member], nights: int, modes: Sequence[frozenset[Member]]
    ) -> list[Family]:
        most = min(self._home.most, len(self._home.beds))
        groups: dict[tuple[tuple[int, ...], bool], list[int]] = {}
        kinds = list(map(_alike, members))
        for place, kind in enumerate(kinds):
            within = tuple(number for number, mode in enumerate(modes) if kind in mode)
            groups.setdefault((within, self._excludes(kind, kind)), []).append(place)
        families = []
        for (within, alone), places in sorted(groups.items()):
            by_kind: dict[Member | None, list[int]] = {}
            for place in places:
                by_kind.setdefault(kinds[place] if alone else None, []).append(place)
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


def _cliques(friends: Mapping[Member, set[Member]]) -> list[frozenset[Member]]:
    """Give the largest sets in which all are friends of each other (Bron and Kerbosch, 1973)."""
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

    grow(set(), set(friends), set())
    return found


def _alike(member: Member) -> Member:
    """A member as one of many who are alike for the home."""
    return Member(-1, member.kind, member.beds, member.needs, member.size)


__all__ = ["Alike", "Family", "HomeRows"]
