"""Branching where an answer is known: only on what can be in a better one, as its linear programme says."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.columns import Columns, Floats, Rows
from planner.matching.exact.highs import Chosen, End, Linear, choose
from planner.matching.exact.watch import Watch


def better(
    rows: Rows,
    columns: Columns,
    start: Floats,
    watch: Watch,
    *,
    slack: float,
    nodes: int,
    divisible: NDArray[np.bool_] | None = None,
) -> Chosen:
    """Find a choice that is cheaper by more than the slack than the one to start with; otherwise give that one."""
    linear = Linear(rows, watch, at_once=True)
    linear.add(columns)
    relaxed, cost = linear.solve(), float(columns.cost @ start)
    if relaxed.end is not End.OPTIMAL:
        # Where it was left, it promises nothing.
        return Chosen(relaxed.end, start, cost, -math.inf)
    if cost - relaxed.cost <= slack:
        return Chosen(relaxed.end, start, cost, relaxed.cost)
    wanted = (columns.reduced(relaxed.prices) <= cost - relaxed.cost - slack) | (start > 0.0)
    if divisible is not None:
        wanted |= divisible
    kept = np.flatnonzero(wanted)
    some = None if divisible is None else divisible[kept]
    got = choose(rows, columns.only(kept), watch, slack=slack, nodes=nodes, start=start[kept], divisible=some)
    bound = min(got.bound, cost - slack)
    if got.columns is None:
        return Chosen(got.end, None, math.inf, bound)
    values = np.zeros(columns.count)
    values[kept] = got.columns
    return Chosen(got.end, values, got.cost, bound)
