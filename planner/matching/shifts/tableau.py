"""Some rosters side by side as the rows and columns of one linear programme.

Of each roster it has the rows, and a column for whoever may be missing. With the hours of everybody (`Hours`) it also
shares work fairly over its blocks: a row for each person, columns for their n-th hour. What cannot be covered or done
at all takes *spare* columns at a price that nothing else reaches: so there is always a solution to go on from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.exact.highs import End, Linear, Relaxed
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, Bools
from planner.matching.shifts.hours import Hours
from planner.matching.shifts.prices import Prices
from planner.matching.shifts.roster import Roster

_DEAR = {Aim.FACES: 1e3, Aim.SPREAD: 1e6, Aim.UNSUITED: 1e4}
"""What it costs not to cover a stretch or not to use somebody who has to be used, by what is sought."""
_MINUTES = MEASURES.index(Aim.SPREAD)
_EPS = 1e-6


class Tableau:
    """Some rosters, for one aim after the other, with the whole days of theirs that are taken in.

    `allowed` says of each roster which of its whole days may be used.
    """

    def __init__(self, rosters: Sequence[Roster], watch: Watch, people: int = 0, hours: Hours | None = None) -> None:
        self.rosters, self.watch, self.hours = list(rosters), watch, hours
        self.allowed: list[Bools] = [np.ones(one.days.count, bool) for one in self.rosters]
        self.aim = Aim.FACES
        counts = np.cumsum([0, *(one.count for one in self.rosters)])
        self._row_at = [np.arange(start, end) for start, end in pairwise(counts)]
        self._people, self._load_row, own = people, int(counts[-1]), people if hours is not None else 0
        lower = [*(one.lower for one in self.rosters), [-np.inf] * own]
        upper = [*(one.upper for one in self.rosters), [0.0] * own]
        self.linear = Linear(Rows(np.concatenate(lower), np.concatenate(upper)), watch)
        self._first_columns()

    # Columns.

    def _first_columns(self) -> None:
        """Columns for whoever is missing, those that are to spare, and hours."""
        at = 0
        #: Who may be missing, of each roster; then the hours.
        self._own: list[Columns] = []
        self._missing_at: list[Ints] = []
        self._spare_at: list[Ints] = []
        for roster, rows in zip(self.rosters, self._row_at, strict=True):
            own = roster.missing()
            missing = Columns(own.keys, own.cost, own.start, rows[own.rows], own.values)
            n = missing.count
            self.linear.add(missing)
            self._own.append(missing)
            spare = roster.stretches + roster.people
            ones = Columns(np.arange(spare), np.zeros(spare), np.arange(spare + 1), rows[:spare], np.ones(spare))
            self.linear.add(ones, np.inf)
            self._missing_at.append(at + np.arange(n))
            self._spare_at.append(at + n + np.arange(spare))
            at += n + spare
        self._hours_at = np.zeros(0, np.int64)
        if self.hours is not None:
            n = len(self.hours.person)
            load = self._load_row + self.hours.person
            hours = Columns(np.arange(n), np.zeros(n), np.arange(n + 1), load, -self.hours.minutes)
            self.linear.add(hours)
            self._own.append(hours)
            self._hours_at = at + np.arange(n)
            at += n
        self._count = at
        self._column_of = [np.full(one.days.count, -1) for one in self.rosters]

    def load(self, number: int, places: Ints) -> None:
        """Take known whole days of a roster in."""
        self.learn_rows()
        places = places[self._column_of[number][places] < 0]
        if len(places):
            self.linear.add(self.columns(number, places))
            self._column_of[number][places] = self._count + np.arange(len(places))
            self._count += len(places)

    def columns(self, number: int, places: Ints) -> Columns:
        """Give known whole days of a roster as columns of all rows."""
        roster, n = self.rosters[number], len(places)
        own = roster.columns(places, self._costs(number)[places])
        where = self._row_at[number][own.rows]
        if self.hours is None:
            return Columns(own.keys, own.cost, own.start, where, own.values)
        at = np.concatenate((np.repeat(np.arange(n), np.diff(own.start)), np.arange(n)))
        where = np.concatenate((where, self._load_row + roster.who[roster.days.person[places]]))
        values = np.concatenate((own.values, roster.days.measures[places, _MINUTES].astype(np.float64)))
        return Columns.of_entries(own.cost, at, where, values)

    def loaded(self, number: int) -> Ints:
        """Give the whole days of a roster that are taken in."""
        return np.flatnonzero(self._column_of[number] >= 0)

    def _look(self, number: int) -> None:
        """Learn of whole days that the roster has come to know."""
        more = self.rosters[number].days.count - len(self._column_of[number])
        if more:
            self._column_of[number] = np.concatenate((self._column_of[number], np.full(more, -1)))
            self.allowed[number] = np.concatenate((self.allowed[number], np.ones(more, bool)))

    def _costs(self, number: int) -> Floats:
        roster = self.rosters[number]
        return np.zeros(roster.days.count) if self.aim is Aim.SPREAD else roster.measure(self.aim)

    # Aims, rows and limits.

    def seek(self, aim: Aim) -> None:
        """Let this be what is to be little."""
        self.aim = aim
        cost = np.zeros(self._count)
        for number, spare in enumerate(self._spare_at):
            cost[spare] = _DEAR[aim]
            self._look(number)
            loaded = self.loaded(number)
            cost[self._column_of[number][loaded]] = self._costs(number)[loaded]
        cost[self._hours_at] = self.hours_cost
        self.linear.reprice(cost)

    @property
    def hours_cost(self) -> Floats:
        """What the hours cost for what is sought."""
        return np.zeros(0) if self.hours is None else self.hours.minutes * self.hours.nth * (self.aim is Aim.SPREAD)

    def allow(self, number: int, allowed: Bools, busy: Ints) -> None:
        """Allow only these whole days of a roster, and let these people have one."""
        self._look(number)
        roster = self.rosters[number]
        self.allowed[number] = allowed
        loaded = self.loaded(number)
        upper = allowed[loaded].astype(np.float64)
        self.linear.limit_columns(self._column_of[number][loaded], upper)
        own = slice(roster.stretches, roster.stretches + roster.people)
        lower = np.array(roster.lower[own])
        lower[busy] = 1.0
        self.linear.limit_rows(self._row_at[number][own], lower, np.ones(roster.people))

    def miss(self, number: int, absent: int, *, may_be: bool) -> None:
        """Let a person of a roster that may be missing be missing no more, or again."""
        self.linear.limit_columns(self._missing_at[number][[absent]], np.array([float(may_be)]))

    def problem(self, places: Sequence[Ints], chosen: Sequence[Ints]) -> tuple[Rows, Columns, Bools, Floats]:
        """Give rows and columns to choose from with only these whole days, which may be divided, and what is chosen.

        First come the whole days, roster by roster.
        """
        hours = self._own[-1]
        counted = hours.with_cost(self.hours_cost)
        parts = [self.columns(number, some) for number, some in enumerate(places)]
        columns = Columns.joined([*parts, *self._own[:-1], counted])
        divisible = np.zeros(columns.count, bool)
        divisible[columns.count - counted.count :] = True
        loads = np.zeros(self._people, np.int64)
        for roster, some in zip(self.rosters, chosen, strict=True):
            np.add.at(loads, roster.who[roster.days.person[some]], roster.days.measures[some, _MINUTES])
        start = np.concatenate(
            (
                *(np.isin(some, own).astype(np.float64) for some, own in zip(places, chosen, strict=True)),
                *(roster.absent(own) for roster, own in zip(self.rosters, chosen, strict=True)),
                _filled(self.hours, loads),
            )
        )
        return self.linear.rows, columns, divisible, start

    def learn_rows(self) -> None:
        """Take in the rows that rosters have come to know."""
        for number, roster in enumerate(self.rosters):
            self._look(number)
            loaded = self.loaded(number)
            for row in range(len(self._row_at[number]), roster.count):
                taken = np.concatenate((roster.taken(row)[loaded], roster.taken_by_missing(row)))
                columns = np.concatenate((self._column_of[number][loaded], self._missing_at[number]))
                some, at = np.flatnonzero(taken), self.linear.rows.count
                self.linear.add_row(columns[some], taken[some], roster.lower[row], roster.upper[row])
                self._row_at[number] = np.append(self._row_at[number], at)

    # What a solution says.

    def by_person(self, relaxed: Relaxed) -> Relaxed:
        """Let people pay for whole days that are worth more than they cost since there can be no more of them than one.

        What is bounded by the row of a person is then bounded once: growing sees at these prices what is still cheaper.
        """
        prices = relaxed.prices.copy()
        for number, roster in enumerate(self.rosters):
            loaded = self.loaded(number)
            column = self._column_of[number][loaded]
            whole = (relaxed.reduced[column] < -_EPS) & (relaxed.shares[column] > 1.0 - _EPS)
            row = self._row_at[number][roster.stretches + roster.days.person[loaded[whole]]]
            np.minimum.at(prices, row, relaxed.prices[row] + relaxed.reduced[column[whole]])
        return replace(relaxed, prices=prices)

    def bound(self, relaxed: Relaxed) -> tuple[Relaxed, float]:
        """Give what the prices of the rows promise of the only roster by themselves, without its whole days.

        What costs less than nothing beyond its worth is to be added, for each person once. Where a row has no bound to
        be paid for, its price is none.
        """
        rows = self.linear.rows
        at = np.where(relaxed.prices > 0, rows.lower, rows.upper)
        prices = np.where(np.isfinite(at), relaxed.prices, 0.0)
        relaxed = replace(relaxed, prices=prices)
        absent = self.rosters[0].missing().reduced(self.duals(0, relaxed))
        return relaxed, float(prices @ np.where(np.isfinite(at), at, 0.0) + np.minimum(absent, 0.0).sum())

    def shares(self, number: int, relaxed: Relaxed) -> Floats:
        """Give how much there is of each whole day of a roster."""
        column = self._column_of[number]
        there = (column >= 0) & (column < len(relaxed.shares))
        return np.where(there, relaxed.shares[np.where(there, column, 0)], 0.0)

    def missing(self, number: int, relaxed: Relaxed) -> Floats:
        """Give how much of each person that may be missing in a roster is."""
        missing: Floats = relaxed.shares[self._missing_at[number]]
        return missing

    def lacks(self, relaxed: Relaxed) -> bool:
        """Whether a solution takes what is to spare: then there is none."""
        solved = relaxed.end is End.OPTIMAL
        return solved and any(float(relaxed.shares[spare].sum()) > _EPS for spare in self._spare_at)

    def duals(self, number: int, relaxed: Relaxed) -> Floats:
        """Give the prices of a roster's rows: of those that have come since, nothing."""
        rows = self._row_at[number]
        prices: Floats = np.append(relaxed.prices, 0.0)[np.minimum(rows, len(relaxed.prices))]
        return np.append(prices, np.zeros(self.rosters[number].count - len(rows)))

    def of_minute(self, number: int, relaxed: Relaxed) -> Floats:
        """Give what a minute of each person of a roster costs, for the hour of theirs that it is."""
        of_minute: Floats = -relaxed.prices[self._load_row + self.rosters[number].who]
        return of_minute

    def prices(self, number: int, relaxed: Relaxed) -> Prices:
        """Give what a whole day of a roster costs beyond its worth."""
        minutes = None if self.hours is None else self.of_minute(number, relaxed)
        prices = self.rosters[number].worth_at(self.duals(number, relaxed), minutes)
        return prices if self.aim is Aim.SPREAD else prices.beside(self.aim)

    def reduced(self, number: int, relaxed: Relaxed) -> Floats:
        """Give what each known whole day of a roster costs beyond its worth."""
        roster = self.rosters[number]
        reduced = self._costs(number) + roster.reduced(self.duals(number, relaxed))
        if self.hours is not None:
            reduced += self.of_minute(number, relaxed)[roster.days.person] * roster.days.measures[:, _MINUTES]
        return reduced


def _filled(hours: Hours | None, loads: Ints) -> Floats:
    return np.zeros(0) if hours is None else hours.filled(loads)
