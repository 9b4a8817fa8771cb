"""Work shared fairly over all days at once, with the whole days that are known as columns.

What each day may cost at most is settled before; here the hours of everybody bind the days together. Columns: the whole
days of all rosters, somebody's n-th hour, and the work of whoever works most; the last two may be shares.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.exact.highs import End, Linear, Relaxed, choose
from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.days import MEASURES
from planner.matching.shifts.duties import Option
from planner.matching.shifts.judge import HOUR, spread
from planner.matching.shifts.roster import Roster, rounded_up

SHARED = (Aim.MOST, Aim.SPREAD, Aim.PLACES, Aim.UNSUITED)
_MINUTES = MEASURES.index(Aim.SPREAD)
_AT_ONCE = 8_000
"""So many columns are chosen among, those that cost least beyond their worth; where there are more, it is no proof."""
_ROUNDS = 4
"""So often company that is missing is asked for, before an answer without it is given up."""
_EPS = 1e-6


@dataclass(frozen=True, eq=False)
class _Programme:
    """All days for one aim: rows, columns, and of how many whole days and missing persons the first columns are."""

    rows: Rows
    columns: Columns
    divisible: int
    """From this column on, shares are allowed: whoever works most, then hours."""
    hours: list[int]
    scale: float


class Sharing:
    """All days of a problem, with the whole day of everybody on each.

    The rosters know every whole day that is possible within what is settled: so what is proved here is proved of all.
    """

    def __init__(self, rosters: Sequence[Roster], chosen: Iterable[Option], people: int, watch: Watch) -> None:
        self.rosters, self.watch, self.people = rosters, watch, people
        given = list(chosen)
        self.who = [np.array(roster.day.persons, np.int64) for roster in rosters]
        self.chosen: list[Ints] = []
        for roster in rosters:
            mine = roster.whole_days_of(given)
            roster.add(mine)
            self.chosen.append(roster.places_of(mine))
        self.limits: dict[Aim, int] = {}

    def loads(self) -> Ints:
        """Give the minutes of everybody."""
        total = np.zeros(self.people, np.int64)
        for roster, who, places in zip(self.rosters, self.who, self.chosen, strict=True):
            np.add.at(total, who[roster.days.person[places]], roster.days.measures[places, _MINUTES])
        return total

    def value(self, aim: Aim) -> int:
        """Say what an aim comes to."""
        if aim is Aim.MOST:
            return int(self.loads().max(initial=0))
        if aim is Aim.SPREAD:
            return sum(spread(minutes) for minutes in self.loads().tolist())
        place = MEASURES.index(aim)
        pairs = zip(self.rosters, self.chosen, strict=True)
        return sum(int(roster.days.measures[places, place].sum()) for roster, places in pairs)

    def options(self) -> list[Option]:
        """Give what is chosen, duty by duty."""
        return [
            roster.day.options[one]
            for roster, places in zip(self.rosters, self.chosen, strict=True)
            for one in roster.days.members[places].ravel()
            if one >= 0
        ]

    def settle(self, aim: Aim, effort: Effort) -> tuple[int, int]:
        """Make an aim little within what is settled; gives what it comes to, and the least there can be."""
        least = 0
        for _ in range(_ROUNDS):
            programme = self._programme(aim)
            linear = Linear(programme.rows, self.watch, at_once=True)
            linear.add(programme.columns)
            relaxed = None if self.watch.stopped else linear.solve()
            if relaxed is None or relaxed.end is not End.OPTIMAL:
                break
            unit = self._unit(aim)
            least = max(least, int(rounded_up(relaxed.cost, unit)))
            known = self.value(aim)
            if known <= least:
                break
            shares, bound = self._choose(programme, relaxed, known, unit, effort)
            least = max(least, int(min(known, rounded_up(bound, unit))))
            if shares is None or self._take(shares):
                break
        value = self.value(aim)
        self.limits[aim] = value
        return value, min(value, least)

    def _unit(self, aim: Aim) -> int:
        """Give of what all that an aim can come to is a multiple."""
        if aim in (Aim.MOST, Aim.SPREAD):
            return math.gcd(self.rosters[0].day.tables.unit, HOUR if aim is Aim.SPREAD else 0) or 1
        place = MEASURES.index(aim)
        return math.gcd(*(int(np.gcd.reduce(roster.days.measures[:, place])) for roster in self.rosters)) or 1

    def _choose(
        self, programme: _Programme, relaxed: Relaxed, known: int, unit: int, effort: Effort
    ) -> tuple[Floats | None, float]:
        """Branch on the columns that may be in a better answer; gives the answer (None: none) and its bound."""
        columns, start = programme.columns, self._values(programme)
        reduced = columns.reduced(relaxed.prices)
        open_ = reduced <= known - unit - relaxed.cost + _EPS
        open_[programme.divisible :] = True
        whole = np.flatnonzero(open_[: programme.divisible])
        narrowed = len(whole) > _AT_ONCE
        if narrowed:
            whole = whole[np.argsort(reduced[whole], kind="stable")[:_AT_ONCE]]
        kept = np.zeros(columns.count, bool)
        kept[whole] = True
        kept |= (start > 0) | (relaxed.shares > _EPS)
        kept[programme.divisible :] = True
        places = np.flatnonzero(kept)
        got = choose(
            programme.rows, columns.only(places), self.watch, start=start[places],
            slack=max(unit - 1e-3, effort.gap * known), nodes=1 if narrowed else effort.nodes,
            divisible=places >= programme.divisible,
        )  # fmt: skip
        bound = relaxed.cost if narrowed else max(relaxed.cost, got.bound)
        if got.columns is None or got.cost > known - unit + _EPS:
            return None, bound
        shares = np.zeros(columns.count)
        shares[places] = got.columns
        return shares, bound

    def _take(self, shares: Floats) -> bool:
        """Take an answer over, if all have the company they need; otherwise that is asked for from now on."""
        chosen, column, lonely = [], 0, False
        for roster in self.rosters:
            mine = shares[column : column + roster.missing_count + roster.days.count]
            column += len(mine)
            lonely |= roster.keep_company(mine)
            chosen.append(np.flatnonzero(mine[roster.missing_count :] > 0.5))
        if lonely:
            return False
        self.chosen = chosen
        return True

    # The programme.

    def _programme(self, aim: Aim) -> _Programme:
        batches: list[Columns] = []
        lower: list[Floats] = []
        upper: list[Floats] = []
        at: list[Ints] = []
        person: list[Ints] = []
        measures: list[Ints] = []
        row = column = 0
        for roster, who in zip(self.rosters, self.who, strict=True):
            own, days = roster.columns(), roster.days
            batches.append(Columns(own.keys, np.zeros(own.count), own.start, own.rows + row, own.values))
            lower.append(roster.linear.rows.lower)
            upper.append(roster.linear.rows.upper)
            at.append(column + roster.missing_count + np.arange(days.count))
            person.append(who[days.person])
            measures.append(days.measures)
            row, column = row + roster.linear.rows.count, column + own.count
        days_at, days_of, measure = np.concatenate(at), np.concatenate(person), np.concatenate(measures)
        most = self.limits.get(Aim.MOST, math.inf)
        tops = self._tops()
        hours = [math.ceil(min(float(top), most) / HOUR) for top in tops]
        scale = float(min(max(tops, default=1), most)) or 1.0
        who_hour = np.repeat(np.arange(self.people), hours)
        nth = np.concatenate([np.arange(1, one + 1) for one in hours] or [np.zeros(0, np.int64)]) * float(HOUR)
        hour = column + 1 + np.arange(len(who_hour))
        load, highest, settled = row, row + self.people, row + 2 * self.people
        entries: list[tuple[Ints, Ints, Floats]] = [
            (days_at, load + days_of, measure[:, _MINUTES].astype(np.float64)),
            (hour, load + who_hour, np.full(len(hour), -float(HOUR))),
            (hour, highest + who_hour, np.full(len(hour), float(HOUR))),
            (np.full(self.people, column), highest + np.arange(self.people), np.full(self.people, -scale)),
            (hour, np.full(len(hour), settled + SHARED.index(Aim.SPREAD)), nth),
        ]
        cost = np.zeros(column + 1 + len(hour))
        cost[column] = scale * (aim is Aim.MOST)
        cost[hour] = nth * (aim is Aim.SPREAD)
        for one in (Aim.PLACES, Aim.UNSUITED):
            counts = measure[:, MEASURES.index(one)].astype(np.float64)
            entries.append((days_at, np.full(len(days_at), settled + SHARED.index(one)), counts))
            if one is aim:
                cost[days_at] = counts
        own_columns = Columns.joined(batches)
        columns = _with_entries(own_columns, entries, cost)
        limits = [float(self.limits.get(one, math.inf)) for one in SHARED]
        limits[0] = math.inf
        rows = Rows(
            np.concatenate((*lower, np.full(2 * self.people + len(SHARED), -np.inf))),
            np.concatenate((*upper, np.zeros(2 * self.people), limits)),
        )
        return _Programme(rows, columns, column, hours, scale)

    def _tops(self) -> list[int]:
        """The minutes that everybody could work at most on the days that are known."""
        total = np.zeros(self.people, np.int64)
        for roster, who in zip(self.rosters, self.who, strict=True):
            top = np.zeros(len(who), np.int64)
            np.maximum.at(top, roster.days.person, roster.days.measures[:, _MINUTES])
            np.add.at(total, who, top)
        return [int(one) for one in total]

    def _values(self, programme: _Programme) -> Floats:
        """The answer that is known as values of the columns."""
        parts = [roster.values_of(places) for roster, places in zip(self.rosters, self.chosen, strict=True)]
        loads = self.loads()
        hours = [
            np.clip(load / HOUR - np.arange(count), 0.0, 1.0)
            for load, count in zip(loads, programme.hours, strict=True)
        ]
        return np.concatenate((*parts, [loads.max(initial=0) / programme.scale], *hours))


def _with_entries(columns: Columns, entries: list[tuple[Ints, Ints, Floats]], cost: Floats) -> Columns:
    """Give columns with more entries, and more columns."""
    at = np.concatenate((np.repeat(np.arange(columns.count), np.diff(columns.start)), *(one[0] for one in entries)))
    rows = np.concatenate((columns.rows, *(one[1] for one in entries)))
    values = np.concatenate((columns.values, *(one[2] for one in entries)))
    some = values != 0
    at, rows, values = at[some], rows[some], values[some]
    order = np.argsort(at, kind="stable")
    start = np.searchsorted(at[order], np.arange(len(cost) + 1)).astype(np.int64)
    return Columns(np.arange(len(cost)), cost, start, rows[order], values[order])
