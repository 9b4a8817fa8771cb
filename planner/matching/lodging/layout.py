"""The rows of the lodging model, and the columns of stays written into them.

Rows: one for each unit (or, where stays may be split, for each unit and night), saying that it has one home; the rows
of each home for each night that matters; one for each home and night saying that it is in one mode; and one for each
earlier aim, whose value is to be kept.

Nights that cannot bind are left out: a night on which the guests who could be in a home are all among those of another
night gives no row of its own. With whole stays that leaves one or two nights a home instead of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.lodging.homerows import Family
from planner.matching.lodging.tables import Bools, Tables


@dataclass(frozen=True, slots=True)
class Cut:
    """These lines of a home cannot all be there together on these nights."""

    home: int
    lines: tuple[int, ...]
    nights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """What earlier aims have come to: at most so many nights unplaced and stays, at least so many guests kept."""

    unplaced: int | None = None
    stays: int | None = None
    kept: int | None = None


@dataclass(frozen=True, eq=False)
class Parts:
    """Stays of which columns are made: part `i` belongs to column `owner[i]` and is nights of a line."""

    owner: Ints
    line: Ints
    nights: Bools


class Layout:
    """Where each row stands, for the lines that are open."""

    def __init__(
        self,
        tables: Tables,
        open_: Bools,
        nights: Sequence[int],
        *,
        split: bool,
        cuts: Sequence[Cut],
        limits: Limits,
        every_night: bool = False,
        tight: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._every_night = every_night or split
        self.tables, self.open, self.nights, self.split = tables, open_, list(nights), split
        self._lower: list[float] = []
        self._upper: list[float] = []
        self.modes: list[list[int]] = []
        """For each choice of a mode of a home on a night: the rows it opens; the first is that it is the only one."""
        self._mode_values: list[list[float]] = []
        self.modes_of_line: dict[int, tuple[int, ...]] = {}
        """The modes of its home in which a line may be used, where its home is in modes."""
        self.mode_at: dict[tuple[int, int, int], int] = {}
        """The place of the choice of a mode: by home, night and mode."""
        self._unit_rows()
        self._families(cuts, tight)
        self.unplaced_row = self._aim_row(-np.inf, limits.unplaced)
        self.stays_row = self._aim_row(-np.inf, limits.stays)
        self.kept_row = -1 if limits.kept is None else self._row(limits.kept, np.inf)
        self.rows = Rows(np.array(self._lower, np.float64), np.array(self._upper, np.float64))

    def _row(self, lower: float, upper: float) -> int:
        self._lower.append(lower)
        self._upper.append(upper)
        return len(self._lower) - 1

    def _aim_row(self, lower: float, upper: int | None) -> int:
        return -1 if upper is None else self._row(lower, upper)

    def _unit_rows(self) -> None:
        tables = self.tables
        self.unit_row = np.full((len(tables.units), tables.nights), -1, np.int64)
        for number, unit in enumerate(tables.units):
            for night in unit.nights:
                if night in self.nights:
                    self.unit_row[number, night] = self._row(1, 1)
                    if not self.split:
                        break

    def _families(self, cuts: Sequence[Cut], tight: Iterable[tuple[int, int]]) -> None:
        tight_on: dict[int, set[int]] = {}
        for line, night in tight:
            tight_on.setdefault(line, set()).add(night)
        tight_nights = {line: frozenset(nights) for line, nights in tight_on.items()}
        cuts_of: dict[int, list[Cut]] = {}
        for cut in cuts:
            cuts_of.setdefault(cut.home, []).append(cut)
        by_line: list[list[tuple[int, int]]] = [[] for _ in self.open]
        rows: list[list[int]] = []
        for home in range(len(self.tables.homes)):
            lines = [int(line) for line in self.tables.lines_of_home[home] if self.open[line]]
            if not lines:
                continue
            members = [self.tables.member[line] for line in lines]
            families, modes = self.tables.home_rows[home].families(lines, members, self.tables.nights, tight_nights)
            families += [_as_family(cut, self.tables.nights) for cut in cuts_of.get(home, ())]
            nights = self._binding_nights(home, lines)
            mode_columns = self._mode_columns(modes, nights)
            self.mode_at.update({(home, night, mode): place for (night, mode), place in mode_columns.items()})
            for family in families:
                number = len(rows)
                if family.modes:
                    self.modes_of_line.update(dict.fromkeys(family.lines, family.modes))
                row_of_night = [-1] * self.tables.nights
                for night in nights if family.nights is None else sorted(family.nights & set(nights)):
                    modal = bool(family.modes)
                    row_of_night[night] = self._row(-np.inf, 0 if modal else family.limits[night])
                    for mode in family.modes:
                        self.modes[mode_columns[night, mode]].append(row_of_night[night])
                        self._mode_values[mode_columns[night, mode]].append(-family.limits[night])
                rows.append(row_of_night)
                for line, weight in zip(family.lines, family.weights, strict=True):
                    if self.open[line]:
                        by_line[line].append((number, weight))
        self.family_row = np.array(rows, np.int64).reshape(len(rows), self.tables.nights)
        self.starts = np.cumsum([0, *(len(found) for found in by_line)]).astype(np.int64)
        flat = [one for found in by_line for one in found]
        self.family = np.array([one[0] for one in flat], np.int64)
        self.weight = np.array([one[1] for one in flat], np.float64)

    def _binding_nights(self, home: int, lines: list[int]) -> list[int]:
        if self._every_night or self.tables.houses[home].fixed:
            there = set(np.flatnonzero(self.tables.may[lines].any(axis=0)).tolist())
            return [night for night in self.nights if night in there]
        cover = {
            night: frozenset(np.flatnonzero(self.tables.needs[self.tables.unit[lines]][:, night]).tolist())
            for night in self.nights
        }
        kept: list[int] = []
        for night in sorted(cover, key=lambda night: (-len(cover[night]), night)):
            if cover[night] and not any(cover[night] <= cover[other] for other in kept):
                kept.append(night)
        return sorted(kept)

    def _mode_columns(self, modes: int, nights: list[int]) -> dict[tuple[int, int], int]:
        places = {}
        for night in nights if modes else ():
            row = self._row(-np.inf, 1)
            for mode in range(modes):
                places[night, mode] = len(self.modes)
                self.modes.append([row])
                self._mode_values.append([1.0])
        return places

    def mode_columns(self, first_key: int) -> Columns:
        """Give the columns that choose the modes of homes, at no cost; their keys count down from the first."""
        count = len(self.modes)
        start = np.cumsum([0, *(len(rows) for rows in self.modes)]).astype(np.int64)
        rows = np.array([row for rows in self.modes for row in rows], np.int64)
        values = np.array([value for values in self._mode_values for value in values], np.float64)
        return Columns(first_key - np.arange(count, dtype=np.int64), np.zeros(count), start, rows, values)

    def write(self, keys: Ints, cost: Floats, parts: Parts, stays: Floats, kept: Floats) -> Columns:
        """Write columns of stays: each takes its nights of its guests, its place in homes, and its share of aims."""
        part, slot = _spread(self.starts, parts.line)
        rows = self.family_row[self.family[slot]]
        at, night = np.nonzero((rows >= 0) & parts.nights[part])
        owners = [parts.owner[part[at]]]
        places, values = [rows[at, night]], [self.weight[slot[at]]]
        rows = self.unit_row[self.tables.unit[parts.line]]
        at, night = np.nonzero((rows >= 0) & parts.nights)
        owners.append(parts.owner[at])
        places.append(rows[at, night])
        values.append(np.ones(len(at)))
        for row, figures in ((self.stays_row, stays), (self.kept_row, kept)):
            if row >= 0:
                used = np.flatnonzero(figures)
                owners.append(used)
                places.append(np.full(len(used), row, np.int64))
                values.append(figures[used])
        # Two friends in one home take from the same rows of it: what belongs to one column and row is added up.
        width = len(self._lower)
        cell, back = np.unique(np.concatenate(owners) * width + np.concatenate(places), return_inverse=True)
        figures_of = np.zeros(len(cell))
        np.add.at(figures_of, back, np.concatenate(values))
        start = np.searchsorted(cell, np.arange(len(keys) + 1) * width).astype(np.int64)
        return Columns(keys, cost, start, cell % width, figures_of)

    def night_prices(self, prices: Floats) -> Floats:
        """Give, for each line and night, what a night there takes from the rows at these prices."""
        padded = np.append(prices, 0.0)
        line, slot = _spread(self.starts, np.arange(len(self.open), dtype=np.int64))
        found = np.zeros((len(self.open), self.tables.nights))
        np.add.at(found, line, padded[self.family_row[self.family[slot]]] * self.weight[slot][:, None])
        found += padded[self.unit_row[self.tables.unit]]
        return found


def _spread(starts: Ints, lines: Ints) -> tuple[Ints, Ints]:
    """For each line all its slots: the place of the line in `lines`, and the slot."""
    lengths = (starts[1:] - starts[:-1])[lines]
    at = np.repeat(np.arange(len(lines), dtype=np.int64), lengths)
    edges = np.cumsum(lengths) - lengths
    return at, np.arange(int(lengths.sum()), dtype=np.int64) - edges[at] + starts[:-1][lines][at]


def _as_family(cut: Cut, nights: int) -> Family:
    count = len(cut.lines)
    limits = tuple(count - 1 if night in cut.nights else count for night in range(nights))
    return Family(cut.lines, (1,) * count, limits)
