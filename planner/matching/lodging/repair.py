"""Pairs again after something has changed, moving as few guests as can be.

What lies before is given as fixed stays of the problem, and stays that have become impossible are simply no longer
allowed in it. Of the guests whose stays are all still possible, as many as can be keep them: that is an aim of its own,
after placing everybody and before everything else, so the number of guests who move is proved to be the least.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable

from planner.matching.exact.search import Effort
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Lodging
from planner.matching.lodging.model import Piece
from planner.matching.lodging.outcome import lodging_of
from planner.matching.lodging.problem import LodgingProblem, nights_in
from planner.matching.lodging.spans import spans_of
from planner.matching.lodging.stages import REPAIR, Stages, enough_for
from planner.matching.lodging.tables import Tables
from planner.model.progress import Progress

Current = tuple[str, str, int]
"""A stay as it is: guest, home, nights."""


def repair(
    problem: LodgingProblem,
    current: Iterable[Current],
    progress: Progress | None = None,
    *,
    effort: Effort | None = None,
) -> Lodging:
    """Give the best lodging in which as few guests as can be have other stays than now."""
    begun = time.perf_counter()
    stays = list(current)
    tables = Tables(problem, spans_of(problem, (nights for _, _, nights in stays)))
    stages = Stages(tables, Watch(progress), effort or enough_for(tables), REPAIR, keepable(tables, stays))
    pieces = stages.run()
    return lodging_of(tables, pieces, stages.known, time.perf_counter() - begun)


def keepable(tables: Tables, current: Iterable[Current]) -> dict[int, tuple[Piece, ...]]:
    """Give, for each guest all of whose stays are still possible, these stays as pieces of the model."""
    stays: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
    for guest, where, mask in sorted(current):
        if guest in tables.guest_at:
            stays[tables.guest_at[guest]].append((tables.home_at.get(where, -1), nights_in(tables.spans.of(mask))))
    kept: dict[int, list[Piece]] = defaultdict(list)
    broken = set()
    for number, unit in enumerate(tables.units):
        for home, nights in stays[unit.guest]:
            for run in _runs([night for night in nights if night in unit.nights], unit.nights):
                line = tables.line_at.get((number, home))
                if line is None or not tables.may[line, run].all():
                    broken.add(unit.guest)
                else:
                    kept[unit.guest].append((line, tuple(run)))
    return {guest: tuple(sorted(pieces)) for guest, pieces in sorted(kept.items()) if guest not in broken}


def _runs(nights: list[int], needed: tuple[int, ...]) -> list[list[int]]:
    """Cut nights into runs that follow each other among the nights that are needed."""
    runs: list[list[int]] = []
    for night in nights:
        place = needed.index(night)
        if runs and runs[-1][-1] == needed[place - 1] and place:
            runs[-1].append(night)
        else:
            runs.append([night])
    return runs
