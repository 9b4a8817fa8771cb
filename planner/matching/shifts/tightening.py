"""Rows that every answer keeps though a linear programme may not: company as it is, and half of what is odd.

Company is all or nothing where two are wanted; elsewhere whoever works in company needs somebody there. Rows of halves
are those of `planner.matching.shifts.parity`. But for the company of two, rows are made where a solution breaks them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.days import Day, WholeDays
from planner.matching.shifts.parity import odd_sets

_EPS = 1e-6
_BROKEN_BY, _HALVES = 0.04, 30
"""A row of halves is made if it is broken by so much, and so many at once."""


@dataclass(frozen=True, eq=False)
class Added:
    """A row that is added: what each option, each person and each who may be missing (if any) take of it.

    Of `halves`, half of what a whole day takes, rounded down, counts.
    """

    options: Ints
    people: Ints
    upper: float
    halves: bool = False
    lower: float = -math.inf
    missing: Ints | None = None

    def taken(self, days: WholeDays) -> Floats:
        """Give what whole days take of it."""
        whole = np.append(self.options, 0)[days.members].sum(axis=1) + self.people[days.person]
        taken: Floats = (whole // 2 if self.halves else whole).astype(np.float64)
        return taken


class Tightening:
    """What rows one block is still to have; each is given once.

    `cover` says which options are there in which stretches, with a last line for no option, `wanted` how many are
    wanted in each, and `lacking` how many of those may be missing.
    """

    def __init__(self, day: Day, cover: Ints, wanted: Ints, lacking: Ints) -> None:
        self._day, self._cover, self._wanted, self._lacking = day, cover, wanted, lacking
        self._people, self._stretches = len(day.persons), len(wanted)
        self._company: set[tuple[int, int]] = set()
        self._halves: set[bytes] = set()

    def pairs(self) -> Iterator[Added]:
        """Where two are wanted, company is one of two who can both take over, or of one who has to do it all.

        So those two at most are in company who can take over; and who cannot, but is in company, leaves nobody else so,
        and nor does who is missing.
        """
        day, nobody = self._day, np.zeros(self._people, np.int64)
        for stretch in np.flatnonzero(self._wanted == 2).tolist():
            row = np.flatnonzero(self._cover[:-1, stretch])
            if day.alone[row].all():
                continue
            options = np.zeros(len(day.options), np.int64)
            options[row] = np.where(day.alone[row], 0, np.where(day.relieves[row], 1, 2))
            first, lacking = int(self._lacking[:stretch].sum()), int(self._lacking[stretch])
            one, other = np.zeros((2, int(self._lacking.sum())), np.int64)
            one[first : first + min(lacking, 1)] = 2
            yield Added(options, nobody, 2.0, missing=one)
            if lacking == 2:
                other[first : first + 2] = -1, 1
                yield Added(np.zeros_like(options), nobody, 0.0, missing=other)

    def company(self, there: Floats) -> Iterator[Added]:
        """Give the rows of company that shares of options break."""
        day = self._day
        company = np.flatnonzero((there > _EPS) & ~day.alone)
        for stretch in np.flatnonzero(self._cover[company].any(axis=0)).tolist():
            row = np.flatnonzero(self._cover[:-1, stretch])
            for person in np.unique(day.owner[company[self._cover[company, stretch] > 0]]).tolist():
                if (stretch, person) in self._company:
                    continue
                users = row[(day.owner[row] == person) & ~day.alone[row]]
                relieve = day.relieves[row] & (day.owner[row] != person)
                others = row[relieve & ~(day.beside[day.owner[row]] & day.beside[person])]
                if there[users].sum() > there[others].sum() + _EPS:
                    self._company.add((stretch, person))
                    options = np.zeros(len(day.options), np.int64)
                    options[users], options[others] = 1, -1
                    yield Added(options, np.zeros(self._people, np.int64), 0.0)

    def halves(self, days: WholeDays, shares: Floats, missing: Floats) -> Iterator[Added]:
        """Give the rows of halves that shares of whole days and of missing persons break most."""
        used, absent = np.flatnonzero(shares > _EPS), np.flatnonzero(missing > _EPS)
        n, people = self._stretches, self._people
        busy = np.bincount(days.person[used], weights=shares[used], minlength=people)
        idle = np.flatnonzero(busy < 1.0 - _EPS)
        taken = np.zeros((len(used) + len(absent) + len(idle), n + people), np.int64)
        taken[: len(used), :n] = self._cover[days.members[used]].sum(axis=1)
        taken[np.arange(len(used)), n + days.person[used]] = 1
        taken[len(used) + np.arange(len(absent)), np.repeat(np.arange(n), self._lacking)[absent]] = 1
        taken[len(used) + len(absent) + np.arange(len(idle)), n + idle] = 1
        weights = np.concatenate((shares[used], missing[absent], 1.0 - busy[idle]))
        allowed = np.concatenate((self._wanted, np.ones(people, np.int64)))
        found = sorted(odd_sets(taken, weights, allowed, _BROKEN_BY), key=lambda one: (-one[0], one[1].tobytes()))
        fresh = [inside for _, inside in found if inside.tobytes() not in self._halves]
        for inside in fresh[:_HALVES]:
            self._halves.add(inside.tobytes())
            options = self._cover[:-1, inside[:n]].sum(axis=1)
            upper = float(allowed[inside].sum() // 2)
            yield Added(options, inside[n:].astype(np.int64), upper, halves=True)
