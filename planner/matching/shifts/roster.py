"""What a block asks for as rows, and the whole days of its people that are known, as columns that take of them.

Rows: each stretch of a shift has those there and those missing that are wanted; each person one whole day at most;
what is settled of the block may cost no more. Others are added where a solution would break them
(`planner.matching.shifts.tightening`).

Nearly all that binds is within a column, so linear programmes over them are nearly whole by themselves: for faces they
lie mostly at the best, where single duties as columns lie a tenth below.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, Day, WholeDays
from planner.matching.shifts.duties import Option
from planner.matching.shifts.growing import Growing
from planner.matching.shifts.prices import Halves, Prices
from planner.matching.shifts.tightening import Added, Tightening

LIMITED = (Aim.UNCOVERED, Aim.CHANGED, Aim.BROKEN, Aim.FACES)
"""What of a block may be limited, each by a row."""
_EPS = 1e-6
_WIDEST = 320_000
_BEGUN = 4
"""So many times as many days are begun at once as there may be."""
_SOME = 5_000
"""So many whole days are looked at where not all can be."""


class Roster:
    """One block: its rows, and its whole days as far as they are known."""

    def __init__(self, day: Day, limits: dict[Aim, int], must: tuple[int, int] | None = None) -> None:
        self.day = day
        tables = day.tables
        of_shift: dict[int, list[int]] = defaultdict(list)
        for place, option in enumerate(day.options):
            of_shift[option.shift].append(place)
        wanted, weights, there = list[int](), list[float](), list[list[int]]()
        for shift in tables.blocks[day.block]:
            for start, end in tables.segments(shift):
                there.append([place for place in of_shift[shift] if day.options[place].spans(start, end)])
                wanted.append(tables.wanted_in(shift, start, end))
                weights.append(float(tables.shifts[shift].weight * (end - start)))
        self.wanted, self._weights = np.array(wanted, np.int64), np.array(weights)
        #: How many may be missing in each stretch: no more whole persons than what may be uncovered allows.
        most = np.full(len(wanted), np.inf)
        np.divide(limits.get(Aim.UNCOVERED, np.inf), self._weights, out=most, where=self._weights > 0)
        self.lacking = np.minimum(np.floor(most), self.wanted).astype(np.int64)
        self._cover = np.zeros((len(day.options) + 1, len(wanted)), np.int64)
        for stretch, places in enumerate(there):
            self._cover[places, stretch] = 1
        #: Whose whole days they are, by place in the tables.
        self.who = np.array(day.persons, np.int64)
        self.people, self.stretches = len(day.persons), len(wanted)
        musts = [1.0 if one else -np.inf for one in day.must]
        self._own_rows = self.stretches + self.people + len(LIMITED)
        self.lower = [*map(float, wanted), *musts, *(-np.inf for _ in LIMITED)]
        self.upper = [*map(float, wanted), *(1.0 for _ in musts), *(float(limits.get(a, np.inf)) for a in LIMITED)]
        self._added: list[Added] = []
        self._taken: list[Floats] = []
        self.days = WholeDays.joined([])
        self._columns = self._own_columns(self.days)
        #: Whether every whole day is known that an answer within what is settled may have.
        self.complete = False
        self._tightening = Tightening(day, self._cover, self.wanted, self.lacking)
        self._add(self._tightening.pairs())
        if must is not None:
            options = np.zeros(len(day.options), np.int64)
            options[[place for place in of_shift[must[1]] if day.options[place].person == must[0]]] = 1
            self._add([Added(options, np.zeros(self.people, np.int64), np.inf, lower=1.0)])

    # Whole days.

    def add(self, more: WholeDays) -> Ints:
        """Add whole days; gives where they stand, whether they were known or not."""
        if not more.count:
            return np.zeros(0, np.int64)
        joined = WholeDays.joined([self.days, more])
        _, first, which = np.unique(joined.numbers(), return_index=True, return_inverse=True)
        fresh = np.sort(first[first >= self.days.count])
        at = np.empty(joined.count, np.int64)
        at[: self.days.count] = np.arange(self.days.count)
        at[fresh] = self.days.count + np.arange(len(fresh))
        if len(fresh):
            new = joined.only(fresh)
            self.days = WholeDays.joined([self.days, new])
            self._columns = Columns.joined([self._columns, self._own_columns(new)])
            self._taken = [
                np.concatenate((one, row.taken(new))) for one, row in zip(self._taken, self._added, strict=True)
            ]
        places: Ints = at[first[which.ravel()[-more.count :]]]
        return places

    def _own_columns(self, days: WholeDays) -> Columns:
        """Whole days as columns of all rows but those that were added."""
        n = days.count
        counts = self._cover[days.members].sum(axis=1) if n else np.zeros((0, self.stretches), np.int64)
        column, row = np.nonzero(counts)
        limited = [MEASURES.index(aim) for aim in LIMITED if aim in MEASURES]
        at, limit = np.nonzero(days.measures[:, limited])
        rows_of_limits = np.array([self.stretches + self.people + LIMITED.index(MEASURES[one]) for one in limited])
        columns = np.concatenate((column, np.arange(n), at))
        rows = np.concatenate((row, self.stretches + days.person, rows_of_limits[limit]))
        values = np.concatenate((counts[column, row], np.ones(n), days.measures[:, limited][at, limit]))
        return Columns.of_entries(np.zeros(n), columns, rows, values)

    def columns(self, places: Ints, cost: Floats) -> Columns:
        """Give some whole days as columns of all rows, at a cost each."""
        own = self._columns.only(places)
        some = [np.flatnonzero(one[places]) for one in self._taken]
        numbers = [np.full(len(one), self._own_rows + row) for row, one in enumerate(some)]
        values = [taken[places][one] for taken, one in zip(self._taken, some, strict=True)]
        at = np.concatenate((np.repeat(np.arange(own.count), np.diff(own.start)), *some))
        rows, all_values = np.concatenate((own.rows, *numbers)), np.concatenate((own.values, *values))
        return Columns.of_entries(cost, at, rows, all_values)

    def missing(self) -> Columns:
        """Give a column for each person that may be missing in a stretch."""
        stretch = np.repeat(np.arange(self.stretches), self.lacking)
        n = len(stretch)
        more = [(k, one.missing) for k, one in enumerate(self._added, self._own_rows) if one.missing is not None]
        some = [np.flatnonzero(taken) for _, taken in more]
        at = np.concatenate((np.arange(n), np.arange(n), *some))
        limit = np.full(n, self.limit_row(Aim.UNCOVERED))
        rows = np.concatenate((stretch, limit, *(np.full(len(one), k) for (k, _), one in zip(more, some, strict=True))))
        values = [taken[one].astype(np.float64) for (_, taken), one in zip(more, some, strict=True)]
        return Columns.of_entries(np.zeros(n), at, rows, np.concatenate((np.ones(n), self._weights[stretch], *values)))

    def reduced(self, duals: Floats) -> Floats:
        """Give what each whole day that is known is worth less than nothing at these prices of the rows."""
        reduced = self._columns.reduced(duals[: self._own_rows])
        for taken, dual in zip(self._taken, duals[self._own_rows :].tolist(), strict=True):
            if dual:
                reduced -= dual * taken
        return reduced

    def reduced_at(self, worth: Prices) -> Floats:
        """Give what each whole day that is known costs beyond its worth at these prices."""
        days = self.days
        total = np.append(worth.of_option, 0.0)[days.members].sum(axis=1) - worth.of_person[days.person]
        for place, aim in enumerate(MEASURES):
            price = worth.of_minute[days.person] if aim is Aim.SPREAD else worth.weight(aim)
            total += days.measures[:, place] * price
        options = np.vstack((worth.halves.options, np.zeros((1, len(worth.halves.price)), np.int64)))
        for row, price in enumerate(worth.halves.price.tolist()):
            total += price * ((options[days.members, row].sum(axis=1) + worth.halves.people[days.person, row]) // 2)
        costs: Floats = total
        return costs

    def measure(self, aim: Aim) -> Floats:
        """Give what each whole day comes to for an aim."""
        measure: Floats = self.days.measures[:, MEASURES.index(aim)].astype(np.float64)
        return measure

    # Rows.

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.lower)

    def limit(self, aim: Aim, value: float) -> None:
        """Let an aim cost no more than this."""
        self.upper[self.limit_row(aim)] = float(value)

    def limit_row(self, aim: Aim) -> int:
        """Give the row that limits an aim."""
        return self.stretches + self.people + LIMITED.index(aim)

    def taken(self, row: int) -> Floats:
        """Give what all whole days take of a row that was added."""
        return self._taken[row - self._own_rows]

    def taken_by_missing(self, row: int) -> Floats:
        """Give what those who may be missing take of a row that was added."""
        missing = self._added[row - self._own_rows].missing
        return np.zeros(int(self.lacking.sum())) if missing is None else missing.astype(np.float64)

    def _add(self, rows: Iterable[Added]) -> int:
        """Add rows; gives how many."""
        before = self.count
        for row in rows:
            self._added.append(row)
            self._taken.append(row.taken(self.days))
            self.lower.append(row.lower)
            self.upper.append(row.upper)
        return self.count - before

    def keep_company(self, shares: Floats) -> bool:
        """Add the rows of company that these shares of whole days break; says whether there were any."""
        return self._add(self._tightening.company(self.shares_of_options(shares))) > 0

    def do_without(self, absent: int) -> None:
        """Let a person that may be missing be missing for certain."""
        missing = np.zeros(int(self.lacking.sum()), np.int64)
        missing[absent] = 1
        nothing = np.zeros(len(self.day.options), np.int64), np.zeros(self.people, np.int64)
        self._add([Added(*nothing, np.inf, lower=1.0, missing=missing)])

    def cut(self, shares: Floats, missing: Floats) -> int:
        """Add rows of halves that these shares of whole days and of missing persons break; gives how many."""
        return self._add(self._tightening.halves(self.days, shares, missing))

    def worth_at(self, duals: Floats, minutes: Floats | None = None) -> Prices:
        """Give what a whole day is worth less than nothing at these prices of the rows, and of everybody's minutes."""
        options = -(self._cover[:-1] @ duals[: self.stretches])
        people = duals[self.stretches : self.stretches + self.people].copy()
        halves = []
        for row, dual in zip(self._added, duals[self._own_rows :].tolist(), strict=True):
            if not row.halves:
                options -= dual * row.options
            elif dual < -_EPS:
                halves.append((row, -dual))
        weights = {aim: -float(duals[self.limit_row(aim)]) for aim in LIMITED}
        given = np.zeros(self.people) if minutes is None else minutes
        return Prices(options, people, given, weights, Halves.of([(one.options, one.people, it) for one, it in halves]))

    # Between whole days and duties.

    def shares_of_options(self, shares: Floats) -> Floats:
        """Give how much of each option shares of whole days use."""
        used = np.flatnonzero(shares > _EPS)
        there = np.zeros(len(self.day.options) + 1)
        np.add.at(there, self.days.members[used].ravel(), np.repeat(shares[used], self.days.members.shape[1]))
        return there[:-1]

    def options(self, places: Ints) -> list[Option]:
        """Give the duties of some whole days."""
        return [self.day.options[one] for one in self.days.members[places].ravel().tolist() if one >= 0]

    def absent(self, places: Ints) -> Floats:
        """Say of each person that may be missing whether they are where these whole days are chosen."""
        there = self._cover[self.days.members[places]].sum(axis=(0, 1))
        absent = np.repeat(self.wanted - there, self.lacking)
        number = np.arange(len(absent)) - np.repeat(np.cumsum(self.lacking) - self.lacking, self.lacking)
        missing: Floats = (number < absent).astype(np.float64)
        return missing

    def within(self, worth: Prices, limit: float, most: int) -> bool:
        """Add the whole days that cost no more than so much beyond their worth; says whether those are all there are.

        Where they are too many, some of the cheapest.
        """
        growing = Growing(self.day, worth, limit + _EPS, _BEGUN * most, careful=True)
        found, costs = growing.run()
        if growing.complete and found.count <= most:
            self.add(found)
            return True
        self.add(found.only(np.sort(np.argsort(costs, kind="stable")[:_SOME])))
        return False

    def whole_days_of(self, chosen: Iterable[Option]) -> WholeDays:
        """Give the whole days of duties that are known to be lawful, so that there is a solution to begin with."""
        at = {one.place: place for place, one in enumerate(self.day.options)}
        wanted: dict[int, set[int]] = defaultdict(set)
        for one in chosen:
            if one.place in at:
                wanted[int(self.day.owner[at[one.place]])].add(at[one.place])
        prices = np.ones(len(self.day.options)) * math.inf
        people = np.zeros(self.people)
        prices[[place for mine in wanted.values() for place in mine]] = -1.0
        for person, mine in wanted.items():
            people[person] = -float(len(mine))
        given = Prices(prices, people, np.zeros(self.people))
        found, costs = Growing(self.day, given, _EPS, _WIDEST, careful=False).run()
        return found.only(np.flatnonzero(costs <= _EPS))

    def expresses(self, chosen: Iterable[Option]) -> bool:
        """Whether duties are whole days that are lawful within themselves."""
        given = list(chosen)
        return self.whole_days_of(given).duties == len(given)
