"""The problem put in one order and into arrays, so that nothing depends on how its lists were sorted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.columns import Floats, Ints
from planner.matching.lodging.homerows import Alike, HomeRows
from planner.matching.lodging.houses import House, Member
from planner.matching.lodging.problem import Beds, Duo, Guest, LodgingProblem, nights_in
from planner.matching.lodging.shades import shades
from planner.matching.lodging.spans import Spans, spans_of

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unit:
    """Consecutive nights of one guest that wait for a home (consecutive among the nights the guest needs).

    `before` and `after` are the homes of the fixed stays next to it, -1 for none: a stay there is no further move.
    """

    guest: int
    nights: tuple[int, ...]
    before: int = -1
    after: int = -1


class Tables:
    """Guests and homes in order of their names, and one line for each unit and home that may come together.

    Everything here, `problem` too, speaks of spans where the problem speaks of nights, but for the beds in which guests
    have slept; `length` says how many nights each span has.
    """

    def __init__(self, problem: LodgingProblem, spans: Spans | None = None) -> None:
        self.spans = spans or spans_of(problem)
        self.length = np.array(self.spans.lengths, np.int64)
        self.problem = problem = self.spans.taken_together(problem)
        self.guests = sorted(problem.guests, key=lambda guest: guest.name)
        self.homes = sorted(problem.homes, key=lambda home: home.name)
        self.guest_at = {guest.name: place for place, guest in enumerate(self.guests)}
        self.home_at = {home.name: place for place, home in enumerate(self.homes)}
        self.nights = len(self.length)
        self.fixed_home: dict[tuple[int, int], int] = {}
        """The home of a guest on a night that is fixed."""
        self._fix()
        self.slept_at: dict[int, dict[int, Mapping[int, Beds]]] = defaultdict(dict)
        """The beds that guests have as things are: by home, guest and night."""
        for (guest, home), nights in problem.slept.items():
            if guest in self.guest_at and home in self.home_at:
                self.slept_at[self.home_at[home]][self.guest_at[guest]] = nights
        self.units = [unit for place, guest in enumerate(self.guests) for unit in self._units_of(place, guest)]
        self._pair()

    def _fix(self) -> None:
        beds = {(one.guest, one.home): one for one in self.problem.pairings}
        members: dict[int, dict[int, list[Member]]] = defaultdict(lambda: defaultdict(list))
        here = [one for one in self.problem.fixed if one.guest in self.guest_at and one.home in self.home_at]
        for one in sorted(here, key=lambda stay: (stay.guest, stay.nights)):
            guest, home = self.guest_at[one.guest], self.home_at[one.home]
            pairing = beds.get((one.guest, one.home))
            everywhere = (1 << len(self.homes[home].beds)) - 1
            usable = 1 << one.bed if one.bed is not None else _bits(pairing.beds) if pairing else everywhere
            needs = pairing.needs if pairing and one.bed is None else 1
            for night in nights_in(one.nights):
                self.fixed_home[guest, night] = home
                members[home][night].append(self._member(guest, usable, needs))
        apart = frozenset(frozenset(self.guest_at[name] for name in duo) for duo in self._known(self.problem.apart))
        rooms = frozenset(
            frozenset(self.guest_at[name] for name in duo) for duo in self._known(self.problem.not_in_a_room)
        )
        kind_at = self._kind_at

        def placed(duos: frozenset[Duo]) -> frozenset[frozenset[int]]:
            return frozenset(frozenset(kind_at[k] for k in duo) for duo in duos if all(k in kind_at for k in duo))

        kinds_apart, kinds_rooms = placed(self.problem.kinds_apart), placed(self.problem.kinds_not_in_a_room)
        self.houses = [
            House(
                home,
                apart,
                rooms,
                kinds_apart,
                kinds_rooms,
                dict(members[place]),
                self._asking(home.name),
            )
            for place, home in enumerate(self.homes)
        ]
        alike = Alike()
        self.home_rows = [HomeRows(house, alike) for house in self.houses]

    def _known(self, duos: Iterable[Duo]) -> list[Duo]:
        """Give the duos of which both are among the guests."""
        return [duo for duo in duos if all(name in self.guest_at for name in duo)]

    def _asking(self, home: str) -> Callable[[frozenset[int]], bool] | None:
        lawful = self.problem.lawful
        if lawful is None:
            return None
        return lambda guests: lawful(home, frozenset(self.guests[guest].name for guest in guests))

    def _member(self, guest: int, beds: int, needs: int) -> Member:
        person = self.guests[guest]
        return Member(guest, self._kind_at[person.kind], beds, needs, person.size)

    @cached_property
    def _kind_at(self) -> dict[str, int]:
        return {kind: place for place, kind in enumerate(sorted({guest.kind for guest in self.guests}))}

    def _units_of(self, place: int, guest: Guest) -> list[Unit]:
        units, run = [], list[int]()
        nights = nights_in(guest.nights)
        before = -1
        for night in nights:
            home = self.fixed_home.get((place, night), -1)
            if home < 0:
                run.append(night)
                continue
            if run:
                units.append(Unit(place, tuple(run), before, home))
                run = []
            before = home
        return [*units, Unit(place, tuple(run), before)] if run else units

    def _pair(self) -> None:
        """Make the lines: for each unit and home the nights that may be, as far as the fixed stays allow."""
        units_of: dict[int, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            units_of[unit.guest].append(number)
        lines: list[tuple[int, int, int, int, Member]] = []
        for one in self.problem.pairings:
            if one.guest not in self.guest_at or one.home not in self.home_at:
                continue
            guest, home = self.guest_at[one.guest], self.home_at[one.home]
            house = self.houses[home]
            member = self._member(guest, _bits(one.beds), one.needs)
            allowed = one.nights & self.homes[home].nights
            if not house.fits((member,)):
                continue
            for number in units_of[guest]:
                mask = allowed & _bits(self.units[number].nights)
                for night in nights_in(mask) if house.fixed else ():
                    if not house.fits_beside_fixed((member,), night):
                        mask &= ~(1 << night)
                if mask:
                    lines.append((number, home, mask, one.score, member))
        lines.sort(key=lambda line: line[:2])
        self.unit = np.array([line[0] for line in lines], np.int64)
        self.home = np.array([line[1] for line in lines], np.int64)
        self.score = np.array([line[3] for line in lines], np.int64)
        self.member = [line[4] for line in lines]
        masks = np.array([line[2] for line in lines], np.int64)
        self.may: Bools = (masks[:, None] >> np.arange(self.nights)) & 1 > 0
        """Line by night: whether the guest may be in the home then."""
        unit_nights = np.array([_bits(unit.nights) for unit in self.units], np.int64)
        self.needs: Bools = (unit_nights[:, None] >> np.arange(self.nights)) & 1 > 0
        """Unit by night: whether it needs a bed then."""
        self.needed = int((self.needs @ self.length * [self.guests[unit.guest].size for unit in self.units]).sum())
        """How many nights of guests need a bed."""
        self.spare: Bools = np.array([home.spare for home in self.homes], bool)[self.home]
        """Whether the home of a line only helps out."""
        self.size = np.array([self.guests[unit.guest].size for unit in self.units], np.int64)
        self.lines_of_home: list[Ints] = _grouped(self.home, len(self.homes))
        self.whole: Bools = np.all(self.may | ~self.needs[self.unit], axis=1)
        """Whether a line may take all nights of its unit."""
        self.line_at = {
            (u, h): line for line, (u, h) in enumerate(zip(self.unit.tolist(), self.home.tolist(), strict=True))
        }

    def stays_of(self, line: int, nights: Sequence[int]) -> int:
        """Say how many stays a run adds: one, or none or fewer where it joins fixed stays in the same home."""
        unit, home = self.units[int(self.unit[line])], int(self.home[line])
        joins_before = nights[0] == unit.nights[0] and unit.before == home
        joins_after = nights[-1] == unit.nights[-1] and unit.after == home
        return 1 - joins_before - joins_after

    def guest_of_line(self, line: int) -> int:
        """Give the guest of a line, by place."""
        return self.units[int(self.unit[line])].guest

    @cached_property
    def dearness(self) -> Floats:
        """Line by night: what a night costs where the total is wanted: its score, less, and its shade."""
        score = -(self.score * self.size[self.unit])[:, None] * self.length
        return (
            score
            + shades(
                [self.guests[unit.guest].name for unit in self.units],
                [home.name for home in self.homes],
                self.spans.nights,
                int(self.needs.sum()),
            )[self.unit, self.home]
        )

    @cached_property
    def friends(self) -> dict[tuple[int, int], int]:
        """Two units of friends and their bonus for all nights both need; only where there is one."""
        units_of: dict[int, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            units_of[unit.guest].append(number)
        found = {}
        for duo in self._known(self.problem.friends):
            bonus = self.problem.friends[duo]
            one, other = sorted(self.guest_at[name] for name in duo)
            for first in units_of[one]:
                for second in units_of[other]:
                    common = int((self.needs[first] & self.needs[second]) @ self.length)
                    if common and bonus > 0:
                        found[min(first, second), max(first, second)] = bonus * common
        return dict(sorted(found.items()))


@cache
def _bits(places: tuple[int, ...]) -> int:
    return sum(1 << place for place in set(places))


def _grouped(values: Ints, count: int) -> list[Ints]:
    order = np.argsort(values, kind="stable")
    edges = np.searchsorted(values[order], np.arange(count + 1))
    return [order[edges[place] : edges[place + 1]] for place in range(count)]
