"""The lodging model: columns of stays under the rows of `layout`, for one aim at a time.

A column is a stay of one guest in one home: all nights of the guest (a *whole* stay), or, where stays may be split, any
consecutive nights (`runs`). Friends who are in one home with whole stays have a column of their own for both, which
carries their bonus: that needs no further rows, and the linear programme sees it exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Listed, Rows, Supply, cheapest_of_each
from planner.matching.lodging.answer import Aim
from planner.matching.lodging.friends import friends_in
from planner.matching.lodging.layout import Cut, Layout, Limits, Parts
from planner.matching.lodging.runs import Runs, run_key, run_key_of
from planner.matching.lodging.tables import Bools, Tables

_BEST_OF_UNIT = 8
"""So many homes of each guest are looked at first."""

_LOOSE = 1e-4
"""By so much a line must go beyond its modes to be given a row."""

Piece = tuple[int, tuple[int, ...]]
"""A line and the nights of a stay on it."""


@dataclass(frozen=True)
class Scope:
    """What may be chosen from.

    `open` are the lines that may be used and `nights` those that are decided about; with `split`, stays may be part of
    a guest's nights. `tight` lines and nights have rows of their own for the modes of homes. `kept` gives for each
    guest who could stay as they are what that would be. With `relief`, nights may be left without a bed.
    """

    open: Bools
    nights: tuple[int, ...]
    split: bool
    relief: bool
    limits: Limits = field(default_factory=Limits)
    cuts: tuple[Cut, ...] = ()
    tight: frozenset[tuple[int, int]] = frozenset()
    kept: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)

    def same(self, other: Scope) -> bool:
        """Whether another scope says the same."""
        return replace(self, open=other.open) == other and bool(np.array_equal(self.open, other.open))


class Model:
    """Rows and columns of a scope. An aim decides what the columns cost.

    With `every_night` no night is left out of the rows though it cannot bind: for comparison only.
    """

    def __init__(self, tables: Tables, scope: Scope, *, every_night: bool = False) -> None:
        self.tables, self.scope = tables, scope
        self.layout = Layout(
            tables,
            scope.open,
            scope.nights,
            split=scope.split,
            cuts=scope.cuts,
            limits=scope.limits,
            every_night=every_night,
            tight=scope.tight,
        )
        self._pieces: list[tuple[Piece, ...]] = []
        """What each column that is no single run stands for; its key is -1 less its place."""
        self._bonus: list[int] = []
        self._kept: list[int] = []
        self._collect()

    @property
    def rows(self) -> Rows:
        """The rows of the model."""
        return self.layout.rows

    def _collect(self) -> None:
        as_they_are = set(self.scope.kept.values())
        for pieces in self.scope.kept.values():
            self._add(pieces, 0, kept=1)
        if len(self.scope.nights) == self.tables.nights and self.tables.friends:
            for home in range(len(self.tables.homes)):
                for lines, bonus in friends_in(self.tables, self.scope.open, home):
                    pieces = tuple((line, self._nights_of(line)) for line in lines)
                    self._add(pieces, bonus, kept=sum((piece,) in as_they_are for piece in pieces))

    def _add(self, pieces: tuple[Piece, ...], bonus: int, *, kept: int) -> None:
        self._pieces.append(pieces)
        self._bonus.append(bonus)
        self._kept.append(kept)

    def _nights_of(self, line: int) -> tuple[int, ...]:
        return self.tables.units[int(self.tables.unit[line])].nights

    def supply(
        self,
        aim: Aim | None,
        start: Iterable[int] = (),
        least: int | None = None,
        dearness: Floats | None = None,
    ) -> Supply:
        """Give all columns at what they cost for an aim; none stands for as few nights without a bed as can be.

        `start` names columns that the linear programme begins with, besides each guest's best homes. With `least`,
        only pairs that reach this score. With `dearness`, a night on a line costs that instead.
        """
        open_ = self.scope.open if least is None else self.scope.open & (self.tables.score >= least)
        explicit = self._explicit(aim)
        if least is not None:
            lost = [place for place, pieces in enumerate(self._pieces) if not all(open_[line] for line, _ in pieces)]
            explicit = explicit.only(np.setdiff1d(np.arange(explicit.count), np.array(lost, np.int64)))
        if self.scope.split:
            return Runs(self.tables, self.layout, open_, explicit, aim, frozenset(start), dearness)
        lines = np.flatnonzero(open_ & self.tables.whole)
        runs = Runs(self.tables, self.layout, open_, explicit, aim, frozenset())
        everything = Columns.joined([explicit, runs.whole(lines)])
        wanted = np.isin(everything.keys, np.array(sorted(start), np.int64))
        first = wanted | np.isin(everything.keys, runs.keys_of(self._best_lines(open_)))
        first[: explicit.count] |= explicit.keys <= self.first_other_key
        return Listed(everything, np.flatnonzero(first))

    def _best_lines(self, open_: Bools) -> Ints:
        """Give the lines of each guest's best homes among these."""
        lines = np.flatnonzero(open_)
        return lines[cheapest_of_each(self.tables.unit[lines], -self.tables.score[lines], _BEST_OF_UNIT)]

    @property
    def first_other_key(self) -> int:
        """The keys from here down are modes of homes and nights left without a bed, not stays."""
        return -1 - len(self._pieces)

    def _explicit(self, aim: Aim | None) -> Columns:
        """Give the columns that are not made by `runs`: of several pieces, modes, and nights without a bed."""
        flat = [(owner, line, nights) for owner, pieces in enumerate(self._pieces) for line, nights in pieces]
        masks = np.zeros((len(flat), self.tables.nights), bool)
        for place, (_, _, nights) in enumerate(flat):
            masks[place, list(nights)] = True
        owners = np.array([owner for owner, _, _ in flat], np.int64)
        lines = np.array([line for _, line, _ in flat], np.int64)
        parts = Parts(owners, lines, masks)
        count = len(self._pieces)
        stays = np.zeros(count)
        np.add.at(stays, owners, [self.tables.stays_of(line, nights) for _, line, nights in flat])
        kept = np.array(self._kept, np.float64)
        cost = np.zeros(count)
        if aim is Aim.TOTAL:
            np.add.at(cost, owners, np.where(masks, self.tables.dearness[lines], 0.0).sum(axis=1))
            cost -= np.array(self._bonus, np.float64)
        elif aim is Aim.STAYS:
            cost = stays.copy()
        elif aim is Aim.KEPT:
            cost = -kept
        keys = -1 - np.arange(count, dtype=np.int64)
        written = self.layout.write(keys, cost, parts, stays, kept)
        modes = self.layout.mode_columns(self.first_other_key)
        return Columns.joined([written, modes, self._relief(aim, self.first_other_key - modes.count)])

    def _relief(self, aim: Aim | None, first_key: int) -> Columns:
        """Give a column for each unit and night (or whole unit) that may be left without a bed."""
        units, nights = np.nonzero(self.layout.unit_row >= 0) if self.scope.relief else (np.zeros(0, int),) * 2
        size = (
            self.tables.size[units] * self.tables.length[nights]
            if self.scope.split
            else self.tables.size[units] * (self.tables.needs[units] @ self.tables.length)
        )
        entries = [self.layout.unit_row[units, nights]]
        figures = [np.ones(len(units))]
        if self.layout.unplaced_row >= 0:
            entries.append(np.full(len(units), self.layout.unplaced_row, np.int64))
            figures.append(size.astype(np.float64))
        width = len(entries)
        return Columns(
            first_key - np.arange(len(units), dtype=np.int64),
            size.astype(np.float64) if aim is None else np.zeros(len(units)),
            np.arange(0, width * len(units) + 1, width, dtype=np.int64),
            np.column_stack(entries).ravel().astype(np.int64),
            np.column_stack(figures).ravel(),
        )

    def loose(self, shares: Iterable[tuple[int, float]]) -> frozenset[tuple[int, int]]:
        """Give the lines and nights used more, by shares of columns, than all modes in which they may be used."""
        used: dict[tuple[int, int], float] = defaultdict(float)
        modes: dict[int, float] = {}
        for key, share in shares:
            place = self.first_other_key - key
            if 0 <= place < len(self.layout.modes):
                modes[place] = share
            for line, nights in self._pieces_of(key):
                for night in nights:
                    used[line, night] += share
        found = set()
        for (line, night), share in used.items():
            home = int(self.tables.home[line])
            places = [self.layout.mode_at.get((home, night, mode)) for mode in self.layout.modes_of_line.get(line, ())]
            if places and None not in places and share > sum(modes.get(at or 0, 0.0) for at in places) + _LOOSE:
                found.add((line, night))
        return frozenset(found)

    def keys_for(self, pieces: Iterable[Piece]) -> list[int] | None:
        """Give the columns that make up a choice of stays, with the modes of homes; None where it is no choice here."""
        there: dict[tuple[int, int], list[int]] = defaultdict(list)
        covered = set()
        keys = []
        for line, nights in pieces:
            keys.append(run_key_of(line, nights, self.tables.nights))
            for night in nights:
                there[int(self.tables.home[line]), night].append(line)
                covered.add((int(self.tables.unit[line]), night))
        for (home, night), lines in sorted(there.items()):
            in_modes = [self.layout.modes_of_line[line] for line in lines if line in self.layout.modes_of_line]
            if in_modes:
                common = set.intersection(*map(set, in_modes))
                if not common:
                    return None
                keys.append(self.first_other_key - self.layout.mode_at[home, night, min(common)])
        free = self.first_other_key - len(self.layout.modes)
        for place, at in enumerate(np.argwhere(self.layout.unit_row >= 0).tolist()):
            if tuple(at) not in covered:
                keys.append(free - place)
        return keys

    def lines_used(self, shares: Mapping[int, float]) -> dict[int, float]:
        """Give how much of each line shares of columns use, by the column's key."""
        used: dict[int, float] = defaultdict(float)
        for key, share in shares.items():
            for line, _ in self._pieces_of(key):
                used[line] += share
        return used

    def _pieces_of(self, key: int) -> Sequence[Piece]:
        if key >= 0:
            line, first, last = run_key(key, self.tables.nights)
            return [(line, tuple(night for night in self._nights_of(line) if first <= night <= last))]
        return self._pieces[-1 - key] if key > self.first_other_key else ()

    def pieces(self, chosen: Ints) -> list[Piece]:
        """Say which stays chosen columns stand for, in order of their lines."""
        return sorted(piece for key in chosen.tolist() for piece in self._pieces_of(key))


def joined(tables: Tables, nights: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """Make stays of lines and single nights: those that follow each other on one line are one stay."""
    of_line: dict[int, set[int]] = defaultdict(set)
    for line, night in nights:
        of_line[line].add(night)
    pieces: list[Piece] = []
    for line, there in sorted(of_line.items()):
        run: list[int] = []
        for night in tables.units[int(tables.unit[line])].nights:
            if night in there:
                run.append(night)
            elif run:
                pieces.append((line, tuple(run)))
                run = []
        if run:
            pieces.append((line, tuple(run)))
    return tuple(pieces)
