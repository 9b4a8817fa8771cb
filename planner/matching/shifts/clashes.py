"""What one person cannot do together, as few rows as can be: cliques of duties of which only one can be.

Duties that only clash by overlapping form an interval graph, whose largest cliques are the duties of a moment; where
ways lie between, the cliques grow beyond it. Each clash lies in one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.matching.shifts.duties import Option, Tables


def cliques(tables: Tables, options: Sequence[Option]) -> list[list[Option]]:
    """Give sets of duties of one person of which at most one can be, so that every clash lies in one of them."""
    by_end = sorted(options, key=lambda one: (one.end, one.start, one.place))
    n = len(by_end)
    clash = _clashes(tables, by_end)
    # What is locked may clash with itself; it stays.
    locked = np.array([one.locked for one in by_end], bool)
    clash[np.ix_(locked, locked)] &= _one_shift(by_end, locked)
    left = np.triu(clash)
    found = []
    for place in range(n):
        while left[place].any():
            # Who ends first clashes with the others, mostly, for being at work at its end: then so do they among them.
            clique, open_ = [place], clash[place].copy()
            for other in np.flatnonzero(left[place]).tolist():
                if open_[other]:
                    clique.append(other)
                    open_ &= clash[other]
            for other in np.flatnonzero(open_).tolist():
                if open_[other]:
                    clique.append(other)
                    open_ &= clash[other]
            left[np.ix_(clique, clique)] = False
            found.append([by_end[one] for one in clique])
    return found


def _clashes(tables: Tables, options: Sequence[Option]) -> NDArray[np.bool_]:
    """Say of each two duties whether one person cannot do both, as `Tables.clash` does."""
    shifts = sorted({one.shift for one in options})
    at = np.searchsorted(shifts, [one.shift for one in options])
    apart = tables.apart(shifts)
    start, end = np.array([one.start for one in options]), np.array([one.end for one in options])
    first = (start[:, None] < start) | ((start[:, None] == start) & (end[:, None] <= end))
    late = end[:, None] + tables.ways(shifts)[at[:, None], at] > start
    clash: NDArray[np.bool_] = np.where(first, late, late.T) & apart[at[:, None], at]
    clash |= at[:, None] == at
    np.fill_diagonal(clash, False)
    return clash


def _one_shift(options: Sequence[Option], locked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    shifts = np.array([one.shift for one, is_locked in zip(options, locked, strict=True) if is_locked])
    same: NDArray[np.bool_] = shifts[:, None] == shifts[None, :]
    return same
