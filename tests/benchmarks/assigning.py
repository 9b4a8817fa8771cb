"""Interpreters of visits of growing size: time, gap, and everything at once by the same HiGHS beside it.

The model in one lump is what one writes first: the whole visit with one objective, in which the weight of an aim
outdoes all aims after it (the first three only). It is stopped after a minute.
"""

from __future__ import annotations

import time
from pathlib import Path

from planner.matching.exact.highs import choose
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim, Cover
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.model import Limits, Model
from planner.matching.shifts.problem import ShiftProblem
from planner.matching.shifts.rulebook import Rulebook
from planner.matching.shifts.stages import cover
from tests.benchmarks.report import Line
from tests.benchmarks.shifts import visit

SIZES = ((5, 30, 0.3), (12, 120, None), (40, 400, 10.0))
_LUMP_SECONDS = 60.0
#: In the lump: what the first aims cost, so that one of them outdoes what may be gained by the next.
_WEIGHTS = {Aim.UNCOVERED: 1e5, Aim.BROKEN: 1e3}


def measure(_folder: Path) -> list[Line]:
    """Measure visits of three sizes."""
    lines = []
    for people, shifts, bar in SIZES:
        problem = visit(people, shifts)
        seconds = []
        for _ in range(3 if bar == 0.3 else 1):
            begun = time.perf_counter()
            answer = cover(problem)
            seconds.append(time.perf_counter() - begun)
        lump, note = _lump(problem)
        name = f"{people} interpreters × {shifts} needs: {_told(answer)}"
        lines.append(Line(name, seconds, bar, beside=(f"in one lump{note}", lump)))
    return lines


def _told(answer: Cover) -> str:
    minutes = sum(one.missing * (one.end - one.start) for one in answer.lacking)
    said = "optimal" if answer.optimal else f"gap {100 * answer.gap:.2f} %"
    return f"{said}, {minutes} min uncovered"


def _lump(problem: ShiftProblem) -> tuple[float, str]:
    """Time the first three aims in one objective over the whole visit."""
    begun = time.perf_counter()
    tables = Tables(problem)
    blocks = range(len(tables.blocks))
    books = [Rulebook(tables, block) for block in blocks]
    model = Model(tables, books, blocks, Aim.FACES, Limits())
    cost = model.columns.cost.copy()
    for aim, weight in _WEIGHTS.items():
        cost += weight * model.cost_of(aim)
    watch = Watch(seconds=_LUMP_SECONDS)
    start = model.values_of(())
    choose(model.rows, model.columns.with_cost(cost), watch, start=start, nodes=10**9, divisible=model.divisible)
    return time.perf_counter() - begun, " (stopped)" if watch.stopped else ""
