"""What there is to choose from: 0/1 columns with a cost, and what each takes from the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Rows:
    """The limits: what the chosen columns together may take at least and at most of each row."""

    lower: Floats
    upper: Floats

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.lower)

    @property
    def allow_nothing(self) -> bool:
        """Whether choosing no column at all is an answer."""
        return bool(np.all(self.lower <= 0) and np.all(self.upper >= 0))


@dataclass(frozen=True, eq=False)
class Columns:
    """A batch of columns, stored one after the other.

    `keys` names each for whoever supplies them; column `j` takes ``values[start[j]:start[j+1]]`` of the rows
    ``rows[start[j]:start[j+1]]``. All are chosen (1) or not (0).
    """

    keys: Ints
    cost: Floats
    start: Ints
    rows: Ints
    values: Floats

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.keys)

    def reduced(self, prices: Floats) -> Floats:
        """Give each column's cost less what it takes from the rows at these prices."""
        if not self.count:
            return np.zeros(0)
        sums = np.concatenate(([0.0], np.cumsum(self.values * prices[self.rows])))
        taken: Floats = sums[self.start[1:]] - sums[self.start[:-1]]
        return self.cost - taken

    def only(self, places: Ints) -> Columns:
        """Give the columns at these places, in this order."""
        lengths = (self.start[1:] - self.start[:-1])[places]
        start = np.concatenate(([0], np.cumsum(lengths)))
        entries = np.repeat(self.start[:-1][places] - start[:-1], lengths) + np.arange(start[-1])
        return Columns(self.keys[places], self.cost[places], start, self.rows[entries], self.values[entries])

    def with_cost(self, cost: Floats) -> Columns:
        """Give the same columns at another cost."""
        return Columns(self.keys, cost, self.start, self.rows, self.values)

    @staticmethod
    def of_entries(cost: Floats, columns: Ints, rows: Ints, values: Floats) -> Columns:
        """Give columns, named by their places, from entries in any order: each of a column, a row and a value."""
        some = np.flatnonzero(values)
        order = some[np.argsort(columns[some], kind="stable")]
        start = np.searchsorted(columns[order], np.arange(len(cost) + 1)).astype(np.int64)
        return Columns(np.arange(len(cost)), cost, start, rows[order], values[order].astype(np.float64))

    @staticmethod
    def joined(batches: Sequence[Columns]) -> Columns:
        """Give all columns of the batches, in order."""
        if len(batches) == 1:
            return batches[0]
        offsets = np.cumsum([0, *(len(one.rows) for one in batches[:-1])])
        tails = [one.start[1:] + offset for one, offset in zip(batches, offsets, strict=True)]
        return Columns(
            np.concatenate([one.keys for one in batches]),
            np.concatenate([one.cost for one in batches]),
            np.concatenate([np.zeros(1, np.int64), *tails]),
            np.concatenate([one.rows for one in batches]),
            np.concatenate([one.values for one in batches]),
        )


class Supply(Protocol):
    """All columns there could be, of which only those are made that may matter.

    Most pairings of a guest and a home never come into question. The linear programme therefore starts with a few
    columns and asks, at the prices it has found, for those that would be worth more than they cost; when there are
    none left, its optimum is that of *all* columns.
    """

    @property
    def total(self) -> int:
        """How many columns there could be."""
        ...

    def first(self) -> Columns:
        """Give the columns to start with; together they need not be enough for an answer."""
        ...

    def below(self, prices: Floats, limit: float, most: int) -> Columns:
        """Give the columns whose reduced cost at these prices is below the limit: all, or the `most` lowest of them."""
        ...


@dataclass(frozen=True, eq=False)
class Listed:
    """A supply that has all its columns at hand."""

    everything: Columns
    begin_with: Ints

    @property
    def total(self) -> int:
        """How many columns it has."""
        return self.everything.count

    def first(self) -> Columns:
        """Give the columns it was told to start with."""
        return self.everything.only(self.begin_with)

    def below(self, prices: Floats, limit: float, most: int) -> Columns:
        """Give the columns whose reduced cost is below the limit, the `most` lowest of them."""
        reduced = self.everything.reduced(prices)
        return self.everything.only(lowest(reduced, np.flatnonzero(reduced < limit), self.everything.keys, most))


def lowest(reduced: Floats, places: Ints, keys: Ints, most: int) -> Ints:
    """Give the `most` places with the lowest reduced costs, in order of place.

    Among equals it takes one here and one there (by a hash of the key): neighbours are often alike, and a hundred
    columns of one guest help nobody else.
    """
    if len(places) <= most:
        return places
    scattered = (keys[places].astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)
    return np.sort(places[np.lexsort((scattered, np.round(reduced[places], 6)))[:most]])


def cheapest_of_each(owner: Ints, cost: Floats | Ints, most: int) -> Ints:
    """Give the places of the `most` cheapest that each owner has, in order of place."""
    order = np.lexsort((cost, owner))
    begins = np.searchsorted(owner[order], owner[order])
    return np.sort(order[np.arange(len(order)) - begins < most]).astype(np.int64)
