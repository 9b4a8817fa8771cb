"""What no lodging can pass, seen in no time: for who stops the work before anything is proved.

Each bound holds for every lodging that places at least as many nights as the one in question.
"""

from __future__ import annotations

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.lodging.answer import Aim
from planner.matching.lodging.tables import Bools, Tables


def bound_of(tables: Tables, aim: Aim, placed: int, guests_kept: int) -> int:
    """Give a bound on an aim for lodgings that place so many nights of guests."""
    if aim is Aim.PLACED:
        return most_placed(tables)
    if aim is Aim.KEPT:
        return guests_kept
    if aim is Aim.STAYS:
        return _fewest_for(tables, placed)
    everywhere = np.ones(len(tables.unit), bool)
    if aim is Aim.WORST:
        scores = np.unique(tables.score)
        return int(scores[highest(tables, everywhere, scores, tables.needed - placed)]) if len(scores) else 0
    best, weight = _best_scores(tables, everywhere)
    return int(np.maximum(best, 0) @ weight) + sum(tables.friends.values())


def most_placed(tables: Tables) -> int:
    """Give how many nights of guests could have a bed if every home took as many as its family does."""
    most = 0
    for night, times in enumerate(tables.length.tolist()):
        lines = np.flatnonzero(tables.may[:, night])
        units = np.unique(tables.unit[lines])
        room = np.array([home.most for home in tables.homes], np.int64)
        asked = np.zeros(len(room), np.int64)
        np.add.at(asked, tables.home[lines], tables.size[tables.unit[lines]])
        most += times * min(int(tables.size[units].sum()), int(np.minimum(room, asked).sum()))
    return most


def fewest_stays(tables: Tables) -> list[int]:
    """Give for each unit the fewest stays it could conceivably add: none where it can join a fixed one, and so on."""
    fewest = []
    for number, unit in enumerate(tables.units):
        ends = [home for home in (unit.before, unit.after) if (number, home) in tables.line_at]
        both = unit.before == unit.after and bool(ends) and tables.whole[tables.line_at[number, ends[0]]]
        fewest.append(-1 if both else 0 if ends else 1)
    return fewest


def _fewest_for(tables: Tables, placed: int) -> int:
    """Give the fewest stays that place so many nights: those who join fixed stays first, then the longest ones."""
    fewest = np.array(fewest_stays(tables), np.int64)
    nights = tables.needs @ tables.length * tables.size
    left = placed - int(nights[fewest <= 0].sum())
    longest = np.sort(nights[fewest > 0])[::-1]
    further = int(np.searchsorted(np.cumsum(longest), left)) + 1 if left > 0 else 0
    return int(fewest[fewest < 0].sum()) + min(further, len(longest))


def highest(tables: Tables, open_: Bools, scores: Ints, unplaced: int) -> int:
    """Give the place of the highest of some scores (in order) that the worst pair could conceivably have.

    Whoever has no home of such a score on a night is without a bed then, and no more nights may be than are `unplaced`.
    """
    best, weight = _best_scores(tables, open_)
    order = np.argsort(best, kind="stable")
    lost = np.concatenate(([0], np.cumsum(weight[order])))
    below = lost[np.searchsorted(best[order], scores, side="left")]
    return max(0, int(np.searchsorted(below, unplaced, side="right")) - 1)


def _best_scores(tables: Tables, open_: Bools) -> tuple[Floats, Ints]:
    """Give the best score of each unit on each night it needs, -1 for none, and how many nights of guests that is."""
    best = np.full(tables.needs.shape, -1.0)
    for night in range(tables.nights):
        lines = np.flatnonzero(open_ & tables.may[:, night])
        np.maximum.at(best[:, night], tables.unit[lines], tables.score[lines].astype(np.float64))
    weight = np.outer(tables.size, tables.length)
    return best[tables.needs], weight[tables.needs]
