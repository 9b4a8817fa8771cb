"""The lodging of visits of growing size: time, gap, memory, and the plain integer model by the same solver beside it.

The plain model is what one writes first: every guest in every home they may be in, every night of every home a row, one
objective (the total, everybody placed, no pair worse than the best worst pair), handed to HiGHS as it is. It is not
asked for the aims before the total, which the planner's own time includes.

The two largest sizes only on request: `make bench ARGS=matching-large`.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from planner.matching.exact.highs import choose
from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Aim, Lodging
from planner.matching.lodging.model import Model, Scope
from planner.matching.lodging.problem import LodgingProblem
from planner.matching.lodging.spans import every_night
from planner.matching.lodging.stages import lodge
from planner.matching.lodging.tables import Tables
from tests.benchmarks.homestays import visit
from tests.benchmarks.report import Line

SMALL = ((15, 10, 0.3), (60, 45, 1.0), (150, 110, 5.0))
LARGE = ((300, 200, 20.0), (600, 400, 120.0))
_PLAIN_SECONDS = 60.0


def measure(_folder: Path) -> list[Line]:
    """Measure the sizes that are done in seconds."""
    return list(_measure(SMALL))


def measure_large(_folder: Path) -> list[Line]:
    """Measure the two largest sizes."""
    return list(_measure(LARGE))


def _measure(sizes: Iterable[tuple[int, int, float]]) -> Iterable[Line]:
    for guests, homes, bar in sizes:
        problem = visit(guests, homes)
        seconds, lodging = [], lodge(problem)
        for _ in range(3 if bar < 20 else 1):
            begun = time.perf_counter()
            lodging = lodge(problem)
            seconds.append(time.perf_counter() - begun)
        plain, note = _plain(problem, lodging)
        size = f"{guests} guests × {homes} homes: {_told(lodging)}, {_memory()} MB"
        yield Line(size, seconds, bar, beside=(f"the plain model{note}", plain))


def _told(lodging: Lodging) -> str:
    moves = lodging.of(Aim.STAYS).value - len({stay.guest for stay in lodging.stays})
    said = "optimal" if lodging.optimal else f"gap {100 * max(one.gap for one in lodging.reached):.2f} %"
    return f"{said}, {len(lodging.unplaced)} unplaced, {moves} moves"


def _plain(problem: LodgingProblem, lodging: Lodging) -> tuple[float, str]:
    """Time the plain model; where it needs a minute or more, it is stopped and only that is known."""
    everywhere = replace(problem, friends={})
    tables = Tables(everywhere, every_night(everywhere))
    open_ = tables.whole & (tables.score >= lodging.of(Aim.WORST).value)
    scope = Scope(
        open_, tuple(range(tables.nights)), split=False, relief=lodging.of(Aim.STAYS).value > len(tables.units)
    )
    begun = time.perf_counter()
    model = Model(tables, scope, every_night=True)
    supply = model.supply(Aim.TOTAL)
    columns = supply.below(np.zeros(model.rows.count), np.inf, supply.total)
    watch = Watch(seconds=_PLAIN_SECONDS)
    choose(model.rows, columns, watch, nodes=10**9)
    return time.perf_counter() - begun, " (stopped)" if watch.stopped else ""


def _memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)
