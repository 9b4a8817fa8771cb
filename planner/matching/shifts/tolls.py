"""How far a day's part in the linear programme over all days is only half true, and what that adds to the bound.

At the prices of everybody's minutes that the linear programme has found, the days fall apart: each is asked alone what
it comes to at least at these prices, now with nobody divided. Whatever the days come to more than the linear programme
had it, its bound rises by (Lagrange's relaxation of the rows of hours, whose bound is the sum over the days). It is
what rows of halves leave open, mostly thirds of days, which no few rows would forbid.
"""

from __future__ import annotations

import numpy as np

from planner.matching.exact.columns import Ints
from planner.matching.exact.highs import Relaxed
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.oneday import best_of
from planner.matching.shifts.programme import Programme

_MOST, _NODES = 800, 20
"""Among so many whole days it is chosen, and so much is branched: what costs more beyond its worth bounds it too."""


def toll(programme: Programme, number: int, relaxed: Relaxed, known: Ints, slack: float) -> float:
    """Give by how much a day at least exceeds what the linear programme promises of it; `known` is an answer for it."""
    roster = programme.rosters[number]
    days, absent = roster.days, roster.missing().reduced(programme.duals(number, relaxed))
    costs = programme.of_minute(number, relaxed)[days.person] * roster.measure(Aim.SPREAD)
    reduced = programme.reduced(number, relaxed)
    # What the rows of the day are worth at these prices, and on top what is cheapest of everybody.
    cheapest = np.zeros(roster.people)
    np.minimum.at(cheapest, days.person, reduced)
    promised = float((costs - reduced) @ programme.shares(number, relaxed)) - float(
        absent @ programme.missing(number, relaxed)
    )
    promised += float(cheapest.sum() + np.minimum(absent, 0.0).sum())
    beyond = reduced - cheapest[days.person]
    limit = float(np.partition(beyond, _MOST)[_MOST]) if len(beyond) > _MOST else np.inf
    places = np.union1d(np.flatnonzero(beyond <= limit), known)
    best = best_of(roster, costs, places, known, programme.watch, slack=slack, nodes=_NODES)
    return max(0.0, min(best.bound - promised, limit))
