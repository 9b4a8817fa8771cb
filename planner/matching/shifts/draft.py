"""A model while it is written down: columns by what they are called, rows as what they take of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.columns import Columns, Floats, Rows
from planner.matching.shifts.rulebook import Key

Entries = list[tuple[int, float]]
"""Columns, and how much of each is taken."""


class Draft:
    """Columns and rows as they come."""

    def __init__(self) -> None:
        self._at: dict[Key, int] = {}
        self._divisible: list[bool] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._yields: list[bool] = []
        self._rows: list[Entries] = []

    def __contains__(self, key: Key) -> bool:
        return key in self._at

    def column(self, key: Key, *, divisible: bool = False) -> int:
        """Give a column by what it is called, a new one if there is none yet; of a `divisible` one a share will do."""
        place = self._at.get(key)
        if place is None:
            place = self._at[key] = len(self._at)
            self._divisible.append(divisible)
        return place

    def row(
        self, entries: Iterable[tuple[int, float]], upper: float, lower: float = -np.inf, *, yields: bool = True
    ) -> None:
        """Add a row: what all its columns take together; one that `yields` makes room for what has to stay."""
        self._rows.append(list(entries))
        self._yields.append(yields)
        self._upper.append(upper)
        self._lower.append(lower)

    def make_room(self, columns: Collection[int]) -> None:
        """Let no row be passed by these columns, but for those in which another can make up for it."""
        for row, entries in enumerate(self._rows):
            if self._yields[row] and self._lower[row] != self._upper[row] and all(value > 0 for _, value in entries):
                taken = sum(value for column, value in entries if column in columns)
                self._upper[row] = max(self._upper[row], taken)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self._at)

    @property
    def divisible(self) -> NDArray[np.bool_]:
        """Say of each column whether a share of it will do."""
        return np.array(self._divisible, bool)

    def rows(self) -> Rows:
        """Give the rows."""
        return Rows(np.array(self._lower, np.float64), np.array(self._upper, np.float64))

    def columns(self, cost: Floats) -> Columns:
        """Give the columns at what each costs."""
        columns = np.array([column for entries in self._rows for column, _ in entries], np.int64)
        rows = np.repeat(np.arange(len(self._rows)), [len(entries) for entries in self._rows])
        values = np.array([value for entries in self._rows for _, value in entries], np.float64)
        return Columns.of_entries(cost, columns, rows, values)

    def filled(self, chosen: Iterable[int], given: Collection[int]) -> Floats:
        """Give the values of all columns when these of the `given` ones are chosen: others as low as can be."""
        values = [0.0] * self.count
        for column in chosen:
            values[column] = 1.0
        for entries, lower, upper in zip(self._rows, self._lower, self._upper, strict=True):
            taken = sum(values[column] * value for column, value in entries)
            if lower <= taken <= upper:
                continue
            for column, value in entries:
                missing = (lower - taken) / value if taken < lower and value > 0 else 0.0
                missing = (taken - upper) / -value if taken > upper and value < 0 else missing
                if column in given or missing <= 0:
                    continue
                more = min(1.0 - values[column], missing if self._divisible[column] else np.ceil(missing - 1e-9))
                values[column] += more
                taken += more * value
        return np.array(values)
