"""All stays of consecutive nights, priced without being written down.

With 600 guests, 400 homes and 10 nights there are millions of possible stays. At given prices, the reduced cost of
each follows from sums over its nights; only those that may matter become columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, lowest
from planner.matching.lodging.answer import Aim
from planner.matching.lodging.layout import Layout, Parts
from planner.matching.lodging.tables import Bools, Tables


def run_key(key: int, nights: int) -> tuple[int, int, int]:
    """Give line, first and last night of the stay with this key."""
    line, span = divmod(key, nights * nights)
    return line, *divmod(span, nights)


def run_key_of(line: int, nights: Sequence[int], count: int) -> int:
    """Give the key of a stay on a line on these of so many nights."""
    return (line * count + nights[0]) * count + nights[-1]


class Runs:
    """Supplies stays on open lines, together with the columns that are at hand anyway."""

    def __init__(
        self,
        tables: Tables,
        layout: Layout,
        open_: Bools,
        explicit: Columns,
        aim: Aim | None,
        start: frozenset[int],
        dearness: Floats | None = None,
    ) -> None:
        self._tables, self._layout, self._explicit, self._aim, self._start = tables, layout, explicit, aim, start
        self._dearness = tables.dearness if dearness is None and aim is Aim.TOTAL else dearness
        self._open, self._lines = open_, np.flatnonzero(open_)
        self._unit = tables.unit[self._lines]
        decided = np.zeros(tables.nights, bool)
        decided[layout.nights] = True
        self._needs: Bools = tables.needs[self._unit] & decided
        self._may: Bools = tables.may[self._lines]
        before = np.array([unit.before for unit in tables.units], np.int64)
        after = np.array([unit.after for unit in tables.units], np.int64)
        first = np.array([unit.nights[0] for unit in tables.units], np.int64)
        last = np.array([unit.nights[-1] for unit in tables.units], np.int64)
        self._ends = (before, after, first, last)

    @property
    def total(self) -> int:
        """How many columns there are."""
        count = sum(int(allowed.sum()) for _, _, allowed in self._spans())
        return count + self._explicit.count

    def first(self) -> Columns:
        """Give the columns at hand, and those it was told to start with."""
        each = self._tables.nights**2
        keys = np.array(sorted(key for key in self._start if self._open[key // each]), np.int64)
        return Columns.joined([self._explicit, self._written(keys)])

    def below(self, prices: Floats, limit: float, most: int) -> Columns:
        """Give the columns whose reduced cost is below the limit, the `most` lowest of them."""
        costs = self._explicit.reduced(prices)
        low = lowest(costs, np.flatnonzero(costs < limit), self._explicit.keys, most)
        explicit = self._explicit.only(low)
        night = self._night_costs() - self._layout.night_prices(prices)[self._lines]
        night[~self._needs] = 0.0
        sums = np.concatenate((np.zeros((len(self._lines), 1)), np.cumsum(night, axis=1)), axis=1)
        stay_price = prices[self._layout.stays_row] if self._layout.stays_row >= 0 else 0.0
        each = (1.0 if self._aim is Aim.STAYS else 0.0) - stay_price
        keys, found = [], []
        for first, last, allowed in self._spans():
            reduced = sums[:, last + 1] - sums[:, first]
            if each:
                reduced = reduced + each * self._stays(self._lines, first, last)
            below = allowed & (reduced < limit)
            keys.append(self._keys(self._lines[below], first, last))
            found.append(reduced[below])
        every = np.concatenate(keys)
        every = every[lowest(np.concatenate(found), np.arange(len(every)), every, most)]
        both = Columns.joined([explicit, self._written(np.sort(every))])
        return both.only(lowest(both.reduced(prices), np.arange(both.count), both.keys, most))

    def whole(self, lines: Ints) -> Columns:
        """Give the whole stays on these lines."""
        return self._written(self.keys_of(lines))

    def keys_of(self, lines: Ints) -> Ints:
        """Give the keys of the whole stays on these lines."""
        _, _, first, last = self._ends
        unit = self._tables.unit[lines]
        return self._keys(lines, first[unit], last[unit])

    def _spans(self) -> list[tuple[int, int, Bools]]:
        """Give each first and last night, and which of the open lines allow the stay between them.

        A stay begins and ends on nights its guest needs, and its home takes it on all of these.
        """
        missing = np.cumsum(self._needs & ~self._may, axis=1)
        missing = np.concatenate((np.zeros((len(self._lines), 1), np.int64), missing), axis=1)
        return [
            (first, last, self._needs[:, first] & self._needs[:, last] & (missing[:, last + 1] == missing[:, first]))
            for first in self._layout.nights
            for last in self._layout.nights
            if first <= last
        ]

    def _keys(self, lines: Ints, first: Ints | int, last: Ints | int) -> Ints:
        nights = self._tables.nights
        return lines * (nights * nights) + first * nights + last

    def _stays(self, lines: Ints, first: Ints | int, last: Ints | int) -> Floats:
        """How many stays each adds: one less for each fixed stay in the same home that it joins."""
        before, after, begins, ends = self._ends
        unit, home = self._tables.unit[lines], self._tables.home[lines]
        joins = ((before[unit] == home) & (begins[unit] == first)).astype(np.float64)
        joins += (after[unit] == home) & (ends[unit] == last)
        stays: Floats = 1.0 - joins
        return stays

    def _night_costs(self) -> Floats:
        """What a night on each open line costs for the aim."""
        if self._dearness is None:
            return np.zeros((len(self._lines), self._tables.nights))
        return self._dearness[self._lines]

    def _written(self, keys: Ints) -> Columns:
        nights = self._tables.nights
        lines, spans = np.divmod(keys, nights * nights)
        first, last = np.divmod(spans, nights)
        span = np.arange(nights)
        masks = self._tables.needs[self._tables.unit[lines]] & (span >= first[:, None]) & (span <= last[:, None])
        stays = self._stays(lines, first, last)
        cost = np.zeros(len(keys))
        if self._dearness is not None:
            cost = np.where(masks, self._dearness[lines], 0.0).sum(axis=1)
        elif self._aim is Aim.STAYS:
            cost = stays.copy()
        parts = Parts(np.arange(len(keys), dtype=np.int64), lines, masks)
        return self._layout.write(keys, cost, parts, stays, np.zeros(len(keys)))
