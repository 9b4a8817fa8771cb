"""What the nights say each for itself: bounds that hold however stays are cut, from small linear programmes.

Where very many stays have to be split, the linear programme of all nights together may not be done before somebody
stops the work. A night alone is small, and no lodging can do better on it than it can for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.matching.lodging.answer import Aim
from planner.matching.lodging.layout import Limits
from planner.matching.lodging.model import Scope
from planner.matching.lodging.settling import Settling
from planner.matching.lodging.shades import total_within
from planner.matching.lodging.tables import Bools

Unplaced = Mapping[int, int]
"""Nights of guests without a bed at best, by span."""


def highest_by_nights(settling: Settling, open_: Bools, scores: Sequence[int], unplaced: Unplaced, high: int) -> int:
    """Give the place of the highest score, up to `high`, with which each night for itself can be placed as fully."""
    for night, missing in unplaced.items():
        low, trial = 0, high
        while low < high:
            above = open_ & (settling.tables.score >= scores[trial])
            if _as_full(settling, night, above, missing):
                low = trial
            elif settling.watch.stopped:
                return high
            else:
                high = trial - 1
            trial = (low + high + 1) // 2
    return high


def _as_full(settling: Settling, night: int, open_: Bools, missing: int) -> bool:
    found = settling.unplaced_on(night, open_, enough=missing + 1)
    return found.pieces is not None and found.cost <= missing


def total_by_nights(settling: Settling, open_: Bools, unplaced: Unplaced) -> int | None:
    """Give a total that no lodging passes that places as much on every night; None if the work was stopped."""
    cost = 0.0
    for night, missing in unplaced.items():
        scope = Scope(open_, (night,), split=True, relief=True, limits=Limits(unplaced=missing))
        bound = settling.bound(scope, Aim.TOTAL)
        if bound is None:
            return None
        cost += bound
    return total_within(cost) + sum(settling.tables.friends.values())
