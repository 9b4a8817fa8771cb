"""How far a day's part in the linear programme over all days is only half true, and what that adds to the bound.

At the prices of everybody's minutes that the linear programme has found, the days fall apart: each is asked alone what
it comes to at least at these prices, now with nobody divided. Whatever the days come to more than the linear programme
had it, its bound rises by (Lagrange's relaxation of the rows of hours, whose bound is the sum over the days). It is
what rows of halves leave open, mostly thirds of days, which no few rows would forbid.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.exact.highs import Relaxed
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.oneday import best_of
from planner.matching.shifts.programme import Programme

FEW, MORE = 800, 3_000
"""Among so many whole days it is chosen: at first, and if that bounds it."""
_NODES = 20
"""So much is branched."""
_WIDEST = 30_000
"""Where more whole days than these cost as little, not all are made."""


@dataclass(frozen=True)
class Toll:
    """By how much a day exceeds at least what is promised of it, and whether to look for more among `MORE` of its days.

    `excess` is how much more the answer for the day comes to that is known.
    """

    more: float
    bounded: bool
    excess: float


def toll(programme: Programme, number: int, relaxed: Relaxed, known: Ints, slack: float, most: int) -> Toll:
    """Give by how much a day at least exceeds what the linear programme promises of it; `known` is an answer for it.

    It is chosen among so many of its whole days at `most`.
    """
    roster, widest = programme.rosters[number], np.inf
    if not roster.complete:
        # All that cost little beyond their worth have to be known.
        widest = _nth(programme.reduced(number, relaxed), FEW)
        if not roster.within(programme.prices(number, relaxed), widest, _WIDEST):
            return Toll(0.0, bounded=False, excess=math.inf)
        programme.learn_rows()
    days, absent = roster.days, roster.missing().reduced(programme.duals(number, relaxed))
    costs = programme.of_minute(number, relaxed)[days.person] * roster.measure(Aim.SPREAD)
    reduced = programme.reduced(number, relaxed)
    cheapest = np.zeros(roster.people)
    np.minimum.at(cheapest, days.person, reduced)
    # What the rows of the day are worth at these prices, and beside that what is cheapest of everybody.
    promised = float((costs - reduced) @ programme.shares(number, relaxed))
    promised -= float(absent @ programme.missing(number, relaxed))
    promised += float(cheapest.sum() + np.minimum(absent, 0.0).sum())
    beyond = reduced - cheapest[days.person]
    # Whoever does anything else on that day takes it past this limit.
    limit = min(widest, _nth(beyond, most))
    places = np.union1d(np.flatnonzero(beyond <= limit), known)
    best = best_of(roster, costs, places, known, programme.watch, slack=slack, nodes=_NODES)
    more = max(0.0, min(best.bound - promised, limit))
    excess = float(costs[known].sum()) - promised - more
    bounded = most < MORE and limit < min(best.bound - promised, widest)
    return Toll(more, bounded, excess)


def _nth(costs: Floats, number: int) -> float:
    """Give the cost of the so many-th cheapest, if there are more."""
    return float(np.partition(costs, number)[number]) if len(costs) > number else np.inf
