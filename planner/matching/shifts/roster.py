"""Whole days as columns of a linear programme: one for each person of a block, so that all that is wanted is covered.

Rows: each stretch of a shift has those there and those missing that are wanted; each person one whole day at most;
what is settled of the block may cost no more. Who works in company needs somebody there: these rows are added where a
solution would break them. Only columns that pay at its prices are ever made (`planner.matching.shifts.growing`).

Nearly all that binds is within a column, so the programme is nearly whole by itself: for faces it lies a half of one
below the best, where single duties as columns lie a tenth below.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.exact.highs import End, Linear, Relaxed
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES, Bools, Day, WholeDays
from planner.matching.shifts.duties import Option
from planner.matching.shifts.growing import Growing
from planner.matching.shifts.prices import Prices

LIMITED = (Aim.UNCOVERED, Aim.CHANGED, Aim.BROKEN, Aim.FACES)
"""What of a block may be limited, each by a row."""
_EPS = 1e-6
_QUICK, _THOROUGH, _WIDEST = 400, 20_000, 320_000
"""How many days are begun at once: to find some that pay, and to know that there are none."""
_A_PERSON = 6
"""So many whole days of a person are added at once."""


@dataclass(frozen=True, eq=False)
class _Row:
    """A row over options: what each takes of it."""

    options: Ints
    values: Floats


class Roster:
    """The whole days of one block, as far as they are known."""

    def __init__(self, day: Day, watch: Watch, limits: dict[Aim, int], must: tuple[int, int] | None = None) -> None:
        self.day, self.watch = day, watch
        tables = day.tables
        self._cover: list[_Row] = []
        wanted, weights = list[int](), list[float]()
        of_shift: dict[int, list[int]] = defaultdict(list)
        for place, option in enumerate(day.options):
            of_shift[option.shift].append(place)
        self._of_shift = of_shift
        for shift in tables.blocks[day.block]:
            one = tables.shifts[shift]
            locked = len({each.person for each in tables.of_shift[shift] if each.locked})
            for start, end in tables.segments(shift):
                there = [place for place in of_shift[shift] if day.options[place].spans(start, end)]
                self._cover.append(_Row(np.array(there, np.int64), np.ones(len(there))))
                wanted.append(max(one.wanted, locked))
                weights.append(float(one.weight * (end - start)))
        self._weights, self._wanted = np.array(weights), wanted
        people, stretches = len(day.persons), len(self._cover)
        self._person_row, self._limit_row = stretches, stretches + people
        musts = [1.0 if one else -np.inf for one in (day.must if day.options else [])]
        lower = [*wanted, *musts, *(-np.inf for _ in LIMITED)]
        upper = [*wanted, *(1.0 for _ in day.persons), *(float(limits.get(aim, np.inf)) for aim in LIMITED)]
        self._own_lower = np.array(musts)
        self._row_count = len(lower)
        self._more: list[_Row] = []
        self._company: set[tuple[int, int]] = set()
        self.linear = Linear(Rows(np.array(lower), np.array(upper)), watch)
        self.days = WholeDays.joined([])
        self._missing(np.array(wanted, np.int64))
        if must is not None:
            of_both = [place for place in of_shift[must[1]] if day.options[place].person == must[0]]
            self._add_row(_Row(np.array(of_both, np.int64), np.ones(len(of_both))), 1.0, np.inf)
        self.aim = Aim.UNCOVERED
        self.floor = -math.inf
        self._shares = np.zeros(0)

    def _missing(self, wanted: Ints) -> None:
        """A column for each person wanted in a stretch: that they are missing there."""
        stretch = np.repeat(np.arange(len(wanted)), wanted)
        n, weight = len(stretch), self._weights[stretch]
        limit = np.full(n, self._limit_row + LIMITED.index(Aim.UNCOVERED))
        rows, values = np.stack((stretch, limit), axis=1).ravel(), np.stack((np.ones(n), weight), axis=1).ravel()
        self.missing_count, self._missing_weights = n, weight
        self._missing_columns = Columns(np.arange(n), np.zeros(n), np.arange(n + 1) * 2, rows, values)
        self.linear.add(self._missing_columns)

    # Columns and rows.

    def add(self, more: WholeDays) -> int:
        """Add what is new among whole days; gives how many there were."""
        if not more.count:
            return 0
        joined = WholeDays.joined([self.days, more])
        _, first = np.unique(joined.members, axis=0, return_index=True)
        fresh = np.sort(first[first >= self.days.count])
        new = joined.only(fresh)
        self.days = WholeDays.joined([self.days, new])
        if new.count:
            self.linear.add(self._columns(new))
        return new.count

    def _columns(self, days: WholeDays) -> Columns:
        n = days.count
        start, rows, values = self._flat()
        members = days.members
        column, depth = np.nonzero(members >= 0)
        option = members[column, depth]
        count = start[option + 1] - start[option]
        at = np.repeat(start[option] - np.concatenate(([0], np.cumsum(count)[:-1])), count) + np.arange(count.sum())
        limited = [(aim, MEASURES.index(aim)) for aim in LIMITED if aim in MEASURES]
        where = [np.repeat(column, count), np.arange(n)]
        what = [rows[at], self._person_row + days.person]
        how = [values[at], np.ones(n)]
        for aim, measure in limited:
            some = np.flatnonzero(days.measures[:, measure])
            where.append(some)
            what.append(np.full(len(some), self._limit_row + LIMITED.index(aim)))
            how.append(days.measures[some, measure].astype(np.float64))
        columns, all_rows, all_values = np.concatenate(where), np.concatenate(what), np.concatenate(how)
        order = np.argsort(columns, kind="stable")
        starts = np.searchsorted(columns[order], np.arange(n + 1)).astype(np.int64)
        return Columns(np.arange(n), self._costs_of(days), starts, all_rows[order], all_values[order])

    def _flat(self) -> tuple[Ints, Ints, Floats]:
        """What each option takes of the rows, one option after the other."""
        rows = [*enumerate(self._cover), *enumerate(self._more, self._row_count)]
        option = np.concatenate([row.options for _, row in rows] or [np.zeros(0, np.int64)])
        at = np.concatenate([np.full(len(row.options), place) for place, row in rows] or [np.zeros(0, np.int64)])
        value = np.concatenate([row.values for _, row in rows] or [np.zeros(0)])
        order = np.argsort(option, kind="stable")
        start = np.searchsorted(option[order], np.arange(len(self.day.options) + 1)).astype(np.int64)
        return start, at[order].astype(np.int64), value[order]

    def _add_row(self, row: _Row, lower: float, upper: float) -> None:
        self._more.append(row)
        of_option = np.zeros(len(self.day.options) + 1)
        of_option[row.options] = row.values
        taken = of_option[self.days.members].sum(axis=1) if self.days.count else np.zeros(0)
        some = np.flatnonzero(taken)
        self.linear.add_row(some + self.missing_count, taken[some], lower, upper)

    def keep_company(self, shares: Floats) -> bool:
        """Add the rows of company that these shares break; says whether there were any."""
        day, tables = self.day, self.day.tables
        there = self.shares_of_options(shares)
        broken = False
        for place, cover in enumerate(self._cover):
            row = cover.options
            in_company = [one for one in row.tolist() if there[one] > _EPS and day.options[one].company]
            for person in sorted({int(day.owner[one]) for one in in_company}):
                if (place, person) in self._company:
                    continue
                users = [one for one in row.tolist() if day.owner[one] == person and day.options[one].company]
                others = [one for one in row.tolist() if tables.keeps_company(day.options[one], day.persons[person])]
                if there[users].sum() > there[others].sum() + _EPS:
                    broken = True
                    self._company.add((place, person))
                    values = np.concatenate((np.ones(len(users)), -np.ones(len(others))))
                    self._add_row(_Row(np.array([*users, *others], np.int64), values), -np.inf, 0.0)
        return broken

    def shares_of_options(self, shares: Floats) -> Floats:
        """Give how much of each option a solution uses."""
        own = shares[self.missing_count :]
        used = np.flatnonzero(own > _EPS)
        there = np.zeros(len(self.day.options) + 1)
        np.add.at(there, self.days.members[used].ravel(), np.repeat(own[used], self.days.members.shape[1]))
        return there[:-1]

    # Aims and limits.

    def allow(self, upper: Floats, busy: Bools) -> None:
        """Allow so many of each whole day, and let those who are busy have one."""
        self.linear.limit_columns(np.concatenate((np.ones(self.missing_count), upper)))
        people = len(busy)
        lower = np.where(busy, 1.0, self._own_lower)
        rows = np.arange(self._person_row, self._person_row + people)
        self.linear.limit_rows(rows, lower, np.ones(people))

    def limit(self, aim: Aim, value: float) -> None:
        """Let an aim cost no more than this from now on."""
        row = np.array([self._limit_row + LIMITED.index(aim)])
        self.linear.limit_rows(row, np.array([-np.inf]), np.array([float(value)]))

    def seek(self, aim: Aim) -> None:
        """Let this be what is to be little."""
        self.aim = aim
        missing = self._missing_weights if aim is Aim.UNCOVERED else np.zeros(self.missing_count)
        self.linear.reprice(np.concatenate((missing, self._costs_of(self.days))))

    def columns(self) -> Columns:
        """Give all columns that are known, those of who is missing first."""
        return Columns.joined([self._missing_columns, self._columns(self.days)])

    def _costs_of(self, days: WholeDays) -> Floats:
        if self.aim not in MEASURES:
            return np.zeros(days.count)
        costs: Floats = days.measures[:, MEASURES.index(self.aim)].astype(np.float64)
        return costs

    def prices(self, relaxed: Relaxed) -> Prices:
        """Give what a whole day costs beyond its worth, at the prices of the rows."""
        worth = self.worth_at(relaxed.prices)
        worth.weights[self.aim] = worth.weights.get(self.aim, 0.0) + 1.0
        return worth

    def worth_at(self, duals: Floats) -> Prices:
        """Give what a whole day that costs nothing is worth less than nothing, at these prices of the rows."""
        start, rows, values = self._flat()
        worth = np.concatenate(([0.0], np.cumsum(duals[rows] * values)))
        people = len(self.day.persons)
        weights = {aim: -float(duals[self._limit_row + place]) for place, aim in enumerate(LIMITED)}
        return Prices(
            worth[start[:-1]] - worth[start[1:]],
            duals[self._person_row : self._person_row + people],
            np.zeros(people),
            weights,
        )

    # Solving.

    def relax(self) -> Relaxed:
        """Solve the linear programme over all whole days there are, as far as is needed to know its cost rounded up.

        `floor` is then the cost below which nothing lies, and `worth` the prices at which it is so.
        """
        most, careful = _QUICK, False
        self.floor = -math.inf
        while True:
            relaxed = self.solve()
            if relaxed.end is not End.OPTIMAL:
                # Too few columns to be lawful at all, or stopped.
                break
            self._shares = relaxed.shares
            prices = self.prices(relaxed)
            growing = Growing(self.day, prices, -_EPS, most, careful=careful)
            floor = relaxed.cost + float(growing.least.sum())
            if floor > self.floor:
                self.floor, self.worth = floor, prices
            if rounded_up(self.floor) >= rounded_up(relaxed.cost):
                break
            found, costs = growing.run()
            if self.add(found.only(_best_of_each(found.person, costs))):
                continue
            if careful and (growing.complete or most >= _WIDEST):
                if growing.complete:
                    self.floor, self.worth = relaxed.cost, prices
                break
            most, careful = (most * 4 if careful else _THOROUGH), True
        return relaxed

    def solve(self) -> Relaxed:
        """Solve it over the columns that are known, with all the company that is needed."""
        while True:
            relaxed = self.linear.solve()
            if relaxed.end is not End.OPTIMAL or self.watch.look() or not self.keep_company(relaxed.shares):
                return relaxed

    def within(self, limit: float, most: int) -> bool:
        """Add all whole days that cost no more than so much beyond their worth, if they are not too many; says so."""
        growing = Growing(self.day, self.worth, limit + _EPS, 8 * most, careful=True)
        found, _ = growing.run()
        if found.count <= most:
            self.add(found)
            return growing.complete
        return False

    def used(self) -> list[Option]:
        """Give the options that the last linear programme uses."""
        shares = np.zeros(self.missing_count + self.days.count)
        shares[: len(self._shares)] = self._shares
        return [self.day.options[place] for place in np.flatnonzero(self.shares_of_options(shares) > _EPS)]

    def cost_of(self, shares: Floats) -> int:
        """Give what a whole solution costs for the aim that is sought."""
        return round(float(shares[self.missing_count :] @ self._costs_of(self.days)))

    def chosen(self, shares: Floats) -> list[Option]:
        """Give the options of a whole solution."""
        own = np.flatnonzero(shares[self.missing_count :] > 0.5)
        return [self.day.options[one] for place in own for one in self.days.members[place] if one >= 0]

    def values_of(self, places: Ints) -> Floats:
        """Give the values of all columns where these whole days are chosen."""
        values = np.zeros(self.missing_count + self.days.count)
        values[self.missing_count + places] = 1.0
        there = self.shares_of_options(values)
        missing = 0
        for stretch, wanted in enumerate(self._wanted):
            lacking = wanted - round(float(there[self._cover[stretch].options].sum()))
            values[missing : missing + lacking] = 1.0
            missing += wanted
        return values

    def places_of(self, days: WholeDays) -> Ints:
        """Give where whole days that are known stand."""
        wanted = {tuple(row[row >= 0].tolist()) for row in days.members}
        found = [place for place, row in enumerate(self.days.members) if tuple(row[row >= 0].tolist()) in wanted]
        return np.array(found, np.int64)

    def whole_days_of(self, chosen: Iterable[Option]) -> WholeDays:
        """Give the whole days of duties that are known to be lawful, so that there is a solution to begin with."""
        at = {one.place: place for place, one in enumerate(self.day.options)}
        wanted: dict[int, set[int]] = defaultdict(set)
        for one in chosen:
            if one.place in at:
                wanted[int(self.day.owner[at[one.place]])].add(at[one.place])
        prices = np.ones(len(self.day.options)) * math.inf
        people = np.zeros(len(self.day.persons))
        prices[[place for mine in wanted.values() for place in mine]] = -1.0
        for person, mine in wanted.items():
            people[person] = -float(len(mine))
        found, costs = Growing(
            self.day, Prices(prices, people, np.zeros(len(people))), _EPS, _WIDEST, careful=False
        ).run()
        return found.only(np.flatnonzero(costs <= _EPS))


def _best_of_each(person: Ints, costs: Floats) -> Ints:
    """Give where the cheapest few of each person stand."""
    order = np.lexsort((costs, person))
    starts = np.searchsorted(person[order], person[order])
    few: Ints = order[np.arange(len(order)) - starts < _A_PERSON]
    return np.sort(few)


def rounded_up(cost: float, unit: int = 1) -> float:
    """Give the least multiple of a unit that a cost of at least this can be."""
    return unit * math.ceil((cost - _EPS * max(1.0, abs(cost))) / unit) if math.isfinite(cost) else cost
