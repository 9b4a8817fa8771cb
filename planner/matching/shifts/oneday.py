"""The best that one day can be, of some whole days of its people, at what each of them costs."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Columns, Floats, Ints, Rows
from planner.matching.exact.highs import choose
from planner.matching.exact.narrowed import better
from planner.matching.exact.watch import Watch
from planner.matching.shifts.roster import Roster

_ROUNDS = 4
"""So often company that is missing is asked for, before an answer without it is given up."""


@dataclass(frozen=True, eq=False)
class Best:
    """Whole days that are an answer (None if none was found), their cost, and the cost below which there is none."""

    chosen: Ints | None
    cost: float
    bound: float


def best_of(
    roster: Roster, costs: Floats, places: Ints, known: Ints | None, watch: Watch, *, slack: float, nodes: int
) -> Best:
    """Choose among some whole days, each at its cost, to within some slack; `known` is an answer of them."""
    best = Best(None, math.inf, -math.inf)
    missing = roster.missing()
    for _ in range(_ROUNDS):
        days = roster.columns(places, costs[places])
        rows, columns = Rows(np.array(roster.lower), np.array(roster.upper)), Columns.joined([missing, days])
        start = None if known is None else np.concatenate((roster.absent(known), np.isin(places, known).astype(float)))
        got = (
            choose(rows, columns, watch, slack=slack, nodes=nodes)
            if start is None
            else better(rows, columns, start, watch, slack=slack, nodes=nodes)
        )
        best = Best(None, math.inf, got.bound)
        if got.columns is None:
            break
        taken = got.columns[missing.count :] > 0.5
        shares = np.zeros(roster.days.count)
        shares[places] = taken
        if not roster.keep_company(shares):
            return Best(places[taken], got.cost, got.bound)
    return best
