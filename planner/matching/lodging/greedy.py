"""A lawful lodging in no time, for who cancels before the solver has one: hardest guests first, best home first."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from planner.matching.lodging.houses import Member
from planner.matching.lodging.model import Piece
from planner.matching.lodging.tables import Tables


def lodge_quickly(tables: Tables) -> tuple[Piece, ...]:
    """Put each guest into the best home that still has a bed for the longest stretch of the nights that are left."""
    there: dict[tuple[int, int], list[Member]] = defaultdict(list)
    lines_of: dict[int, list[int]] = defaultdict(list)
    for line in np.lexsort((np.arange(len(tables.unit)), -tables.score)).tolist():
        lines_of[int(tables.unit[line])].append(line)
    pieces: list[Piece] = []
    for unit in sorted(range(len(tables.units)), key=lambda unit: (len(lines_of[unit]), unit)):
        left = list(tables.units[unit].nights)
        while left:
            line, run = max(
                ((line, _first_run(tables, there, line, left)) for line in lines_of[unit]),
                key=lambda found: len(found[1]),
                default=(-1, []),
            )
            if not run:
                left = left[1:]
                continue
            for night in run:
                there[int(tables.home[line]), night].append(tables.member[line])
            pieces.append((line, tuple(run)))
            left = [night for night in left if night > run[-1]]
    return tuple(sorted(pieces))


def _first_run(tables: Tables, there: dict[tuple[int, int], list[Member]], line: int, left: list[int]) -> list[int]:
    """The nights from the first one left for which the home still has a bed."""
    home, run = int(tables.home[line]), []
    for night in left:
        members = (*there[home, night], tables.member[line])
        if not tables.may[line, night] or not tables.houses[home].fits_beside_fixed(members, night):
            break
        run.append(night)
    return run
