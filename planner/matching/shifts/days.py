"""What everybody could do in one block (mostly a day) as arrays: the ground on which whole days are grown.

An option here is a duty that could be; options stand person by person, in order of time. `WholeDays` are sets of them
that one person can do: each is a column of `planner.matching.shifts.roster`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.answer import Aim, Duty
from planner.matching.shifts.chains import limit_of
from planner.matching.shifts.duties import Option, Tables
from planner.matching.shifts.problem import Meal, Rest

Bools = NDArray[np.bool_]
NEVER = 10**9
"""Minutes that nobody reaches: no limit."""
_LARGEST = int(np.iinfo(np.int64).max)

MEASURES = (Aim.CHANGED, Aim.BROKEN, Aim.FACES, Aim.SPREAD, Aim.UNSUITED)
"""What is known of a whole day, one column each; for `Aim.SPREAD` its minutes, ways included."""


@dataclass(frozen=True, eq=False)
class WholeDays:
    """Whole days, one a row: whose, which options (-1 where no more), and the `MEASURES`."""

    person: Ints
    members: Ints
    measures: Ints

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.person)

    @property
    def duties(self) -> int:
        """How many duties they are together."""
        return int((self.members >= 0).sum())

    def only(self, places: Ints | Bools) -> WholeDays:
        """Give some of them."""
        return WholeDays(self.person[places], self.members[places], self.measures[places])

    def numbers(self) -> Ints:
        """Give a number for each, the same for the same options."""
        numbers, base = np.zeros(self.count, np.int64), int(self.members.max(initial=0)) + 2
        for column in self.members.T:
            if int(numbers.max(initial=0)) >= _LARGEST // base:
                numbers = np.unique(numbers, return_inverse=True)[1].ravel()
            numbers = numbers * base + column + 1
        return numbers

    @staticmethod
    def joined(parts: Sequence[WholeDays]) -> WholeDays:
        """Give several batches as one."""
        deepest = max((one.members.shape[1] for one in parts), default=0)
        members = [
            np.pad(one.members, ((0, 0), (0, deepest - one.members.shape[1])), constant_values=-1) for one in parts
        ]
        return WholeDays(
            np.concatenate([one.person for one in parts] or [np.zeros(0, np.int64)]),
            np.concatenate(members or [np.zeros((0, 0), np.int64)]),
            np.concatenate([one.measures for one in parts] or [np.zeros((0, len(MEASURES)), np.int64)]),
        )


@dataclass(frozen=True, eq=False)
class RestRule:
    """A rest beside the options: whether each counts for it, and the limit of its person."""

    rest: Rest
    counts: Bools
    limit: Ints
    #: What breaks it by itself, being longer than one may work without a rest.
    too_long: Bools


class Day:
    """One block: its options, without those that are `out`, and what of them goes together."""

    def __init__(self, tables: Tables, block: int, out: set[int], before: frozenset[Duty] = frozenset()) -> None:
        self.tables, self.block = tables, block
        of_person: dict[int, list[Option]] = defaultdict(list)
        for shift in tables.blocks[block]:
            for one in tables.of_shift[shift]:
                if one.place not in out:
                    of_person[one.person].append(one)
        self.persons = sorted(of_person)
        self.options = [
            one
            for person in self.persons
            for one in sorted(of_person[person], key=lambda one: (one.start, one.end, one.place))
        ]
        counts = [len(of_person[person]) for person in self.persons]
        self.first = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        self.owner = np.repeat(np.arange(len(counts)), counts)
        self._times(before)
        self._rules()
        self._pad(max(counts, default=0))
        self._limits()

    def _times(self, before: frozenset[Duty]) -> None:
        tables, given = self.tables, self.options

        def ints(of: Callable[[Option], int]) -> Ints:
            return np.array([of(one) for one in given], np.int64)

        self.start, self.end, self.rests = ints(lambda o: o.start), ints(lambda o: o.end), ints(lambda o: o.rests)
        self.shifts = sorted({one.shift for one in given})
        at = {shift: place for place, shift in enumerate(self.shifts)}
        self.shift = ints(lambda o: at[o.shift])
        days = sorted({tables.shifts[shift].day for shift in self.shifts})
        self.days = len(days)
        self.day = ints(lambda o: days.index(tables.shifts[o.shift].day))
        self.alone = np.array([not one.company for one in given], bool)
        self.locked = np.array([one.locked for one in given], bool)
        self.group = self._named(lambda o: (tables.shifts[o.shift].day, tables.group_of(o.shift)))
        self.place = self._named(
            lambda o: (tables.shifts[o.shift].day, tables.shifts[o.shift].place) if tables.shifts[o.shift].place else ()
        )
        #: Who is company to others, and who needs it (`Tables.keeps_company`).
        self.relieves = np.array([one.pairing.relieves for one in given], bool)
        self.beside = np.array([tables.people[person].beside for person in self.persons], bool)
        self.penalty = ints(lambda o: o.pairing.penalty)
        self.lost = ints(lambda o: tables.best_points - o.pairing.points)
        self.changed = ints(lambda o: -1 if tables.duty(o) in before else 1)

    def _named(self, key: Callable[[Option], tuple[object, ...]]) -> Ints:
        """Give a number for each key; -1 for none."""
        numbers: dict[tuple[object, ...], int] = {}
        keys = [key(one) for one in self.options]
        return np.array([numbers.setdefault(one, len(numbers)) if one else -1 for one in keys], np.int64)

    def _rules(self) -> None:
        tables = self.tables
        kinds = [tables.shifts[one.shift].kind for one in self.options]
        people = [tables.people[person] for person in self.persons]
        self.rest_rules = list[RestRule]()
        for rest in tables.rests:
            counts = np.array([not rest.kinds or kind in rest.kinds for kind in kinds], bool) & self.alone
            limit = np.array([limit_of(rest, one) for one in people], np.int64)[self.owner]
            self.rest_rules.append(RestRule(rest, counts, limit, counts & (self.lasts() > limit)))
        self.meals: list[Meal] = [
            meal for meal in tables.meals if np.any((self.start < meal.end) & (meal.start < self.rests))
        ]

    def _pad(self, most: int) -> None:
        """Lay the options out as a table: a row for each person, -1 where one has fewer."""
        people = len(self.persons)
        self.table = np.full((people, most), -1, np.int64)
        self.rank = np.arange(len(self.options)) - self.first[self.owner]
        self.table[self.owner, self.rank] = np.arange(len(self.options))
        tables = self.tables
        ways, together = tables.ways(self.shifts), ~tables.apart(self.shifts)
        self.must = [self._locked_of(person) for person in range(people)]
        if not most:
            self.follows = self.mixes = np.zeros((people, 0, 0), bool)
            return
        there = self.table >= 0
        one, other = self.table[:, :, None], self.table[:, None, :]
        first, then = self.shift[one], self.shift[other]
        fits = (self.end[one] + ways[first, then] <= self.start[other]) | together[first, then]
        fits |= self.locked[one] & self.locked[other]
        fits &= first != then
        later = np.triu(np.ones((most, most), bool), 1)
        #: Whether one can be done beside another that begins later, by person and rank.
        self.mixes = fits & later & there[:, :, None] & there[:, None, :]
        #: Whether it can also be the next: without leaving out what is locked between them.
        self.follows = self.mixes.copy()
        for person, musts in enumerate(self.must):
            for ranks in musts:
                self.follows[person, : min(ranks), max(ranks) + 1 :] = False

    def _locked_of(self, person: int) -> list[list[int]]:
        """The ranks of a person's locked options, shift by shift."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(self.first[person], self.first[person + 1]):
            if self.locked[place]:
                found[int(self.shift[place])].append(int(self.rank[place]))
        return list(found.values())

    def _limits(self) -> None:
        """What a day may hold of work, and of work alone; what is locked may be more, then nothing is added to it."""
        people = [self.tables.people[person] for person in self.persons]

        def limit(given: Iterable[int | None]) -> Ints:
            return np.tile(np.array([NEVER if one is None else one for one in given], np.int64), (self.days, 1)).T

        self.limit, self.alone_limit = limit(one.day for one in people), limit(one.alone for one in people)
        for person, musts in enumerate(self.must):
            for day in range(self.days):
                spans = [
                    (int(self.start[place]), int(self.rests[place]))
                    for ranks in musts
                    if self.day[place := int(self.first[person]) + ranks[0]] == day
                ]
                taken = _union(spans)
                self.limit[person, day] = max(self.limit[person, day], taken)
                if self.tables.problem.alone_penalty is None:
                    self.alone_limit[person, day] = max(self.alone_limit[person, day], taken)

    def lasts(self) -> Ints:
        """Give how long each option is work."""
        return self.rests - self.start

    def shortened(self, most: Ints) -> Day:
        """Give the same day with nobody at work for more than so many minutes of it."""
        shorter = copy(self)
        shorter.limit = np.minimum(self.limit, most[:, None])
        return shorter

    def most_places(self) -> Ints:
        """Give to how many places each person could have to go at most."""
        pairs = np.unique(np.stack((self.owner, self.place))[:, self.place >= 0], axis=1)
        return np.bincount(pairs[0], minlength=len(self.persons))

    def sharing(self) -> Bools:
        """Say of each option whether it may be worked at the same time as another: then it may count for nothing."""
        names = {name for duo in self.tables.problem.together for name in duo}
        own = np.array([self.tables.shifts[shift].name in names for shift in self.shifts], bool)
        shared: Bools = own[self.shift]
        # What is locked stays, even where it is at the same time.
        locked = np.flatnonzero(self.locked)
        one, other = locked[:, None], locked
        both = (self.owner[one] == self.owner[other]) & (self.shift[one] != self.shift[other])
        both &= (self.start[one] < self.rests[other]) & (self.start[other] < self.rests[one])
        shared[locked] |= both.any(axis=1)
        return shared

    def prices(self, of_option: Floats) -> Floats:
        """Lay prices of options out as the table, infinite where there is none."""
        return np.where(self.table < 0, np.inf, np.append(of_option, 0.0)[self.table])


def _union(spans: list[tuple[int, int]]) -> int:
    total, reach = 0, -NEVER
    for start, end in sorted(spans):
        total += max(0, end - max(start, reach))
        reach = max(reach, end)
    return total
