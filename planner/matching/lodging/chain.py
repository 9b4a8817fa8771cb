"""Stays made of nights: each night placed as fully as can be, and such that as many as can be stay where they are.

Nothing is proved of how few stays that makes, but it is a choice to begin with, and to have if the work is stopped.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.matching.exact.columns import Floats
from planner.matching.exact.search import Effort
from planner.matching.lodging.answer import Aim
from planner.matching.lodging.layout import Limits
from planner.matching.lodging.model import Piece, Scope, joined
from planner.matching.lodging.settling import Settling
from planner.matching.lodging.tables import Bools, Tables

_EFFORT = Effort(nodes=100)


def chained(settling: Settling, open_: Bools, placed: Mapping[int, list[int]]) -> tuple[Piece, ...]:
    """Give stays that place as much on each night as the lines `placed` on it do, one night after the other.

    Who has a home stays in it where that costs nobody a bed; who comes into one goes where they can stay longest.
    """
    tables = settling.tables
    ahead = _nights_ahead(tables)
    lives: dict[int, int] = {}
    found: list[tuple[int, int]] = []
    for night, lines in sorted(placed.items()):
        dearness = -ahead.copy()
        for line in lives.values():
            dearness[line, night] -= tables.nights
        sizes = tables.size[tables.unit[lines]]
        missing = int(tables.size @ tables.needs[:, night] - sizes.sum()) * int(tables.length[night])
        scope = Scope(open_, (night,), split=True, relief=True, limits=Limits(unplaced=missing))
        known = tuple((line, (night,)) for line in lines), float(dearness[lines, night].sum())
        choice = settling.choice(scope, Aim.TOTAL, _EFFORT, known=known, dearness=dearness)
        here = lines if choice.pieces is None else [line for line, _ in choice.pieces]
        lives |= {int(tables.unit[line]): line for line in here}
        found += [(line, night) for line in here]
    return joined(tables, found)


def _nights_ahead(tables: Tables) -> Floats:
    """Give, for each line and night, for how many nights on end the guest could be in the home from then on."""
    ahead = np.zeros(tables.may.shape)
    later = np.zeros(len(tables.unit))
    for night in range(tables.nights - 1, -1, -1):
        needs = tables.needs[tables.unit, night]
        later = np.where(needs, np.where(tables.may[:, night], later + 1, 0), later)
        ahead[:, night] = np.where(needs, later, 0)
    return ahead
