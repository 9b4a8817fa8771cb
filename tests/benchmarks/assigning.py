"""Interpreters of visits of growing size: time, gap aim by aim, memory, and a plain integer model by the same HiGHS.

Each is measured in a process of its own, in time of the processor (the solver takes one), so that neither what else
the machine does nor what else was measured counts. Beside it stands the time by the clock.

Of each size there are several visits, some of which lack people on several days: what is said of the gaps holds of the
worst of them.

The plain model is what one writes first: the whole visit in one lump with one objective, in which the weight of an aim
outdoes all aims after it (the first three only). It is stopped after a minute.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from planner.matching.exact.highs import choose
from planner.matching.exact.watch import Watch
from planner.matching.shifts.answer import Aim, Cover
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.limits import Limits
from planner.matching.shifts.model import Model
from planner.matching.shifts.rulebook import Rulebook
from planner.matching.shifts.stages import cover
from tests.benchmarks.apart import apart
from tests.benchmarks.report import Line
from tests.benchmarks.shifts import visit

SIZES = ((5, 30, 0.3, 5), (12, 120, None, 3), (40, 400, 10.0, 5))
"""Interpreters, needs, the bar in seconds, and how many visits there are."""
_LUMP_SECONDS = 60.0
#: In the lump: what the first aims cost, so that one of them outdoes what may be gained by the next.
_WEIGHTS = {Aim.UNCOVERED: 1e5, Aim.BROKEN: 1e3}


def measure(_folder: Path) -> Iterator[Line]:
    """Measure visits of three sizes."""
    for people, shifts, bar, visits in SIZES:
        done = apart(__name__, "assign", people, shifts, visits)
        lump = apart(__name__, "lump", people, shifts).found
        clock = f"{done.found['clock']:.2g} s by the clock"
        name = f"{people} interpreters × {shifts} needs: {done.found['told']}, {clock}, {done.memory}"
        note = "in one lump (stopped)" if lump["stopped"] else "in one lump"
        yield Line(name, done.found["seconds"], bar, beside=(note, lump["seconds"]))


def assign(people: int, shifts: int, visits: int) -> dict[str, Any]:
    """Assign the interpreters of so many visits."""
    # The first brings HiGHS into memory, which is no part of the work.
    cover(visit(2, 8))
    seconds, clock, answers = [], [], []
    for seed in range(1, visits + 1):
        problem = visit(people, shifts, seed)
        begun = time.process_time()
        answers.append(cover(problem))
        seconds.append(time.process_time() - begun)
        clock.append(answers[-1].seconds)
    return {"seconds": seconds, "clock": median(clock), "told": _told(answers)}


def _told(answers: Sequence[Cover]) -> str:
    worst = {one.aim: max(answer.of(one.aim).gap for answer in answers) for one in answers[0].reached}
    open_ = [f"{aim.value} within {100 * gap:.2g} %" for aim, gap in worst.items() if gap]
    return f"proved but for {', '.join(open_)}" if open_ else "all aims proved"


def lump(people: int, shifts: int) -> dict[str, Any]:
    """Do the first three aims in one objective over the whole visit."""
    begun = time.process_time()
    tables = Tables(visit(people, shifts))
    blocks = range(len(tables.blocks))
    books = [Rulebook(tables, block) for block in blocks]
    model = Model(tables, books, blocks, Aim.FACES, Limits())
    cost = model.columns.cost.copy()
    for aim, weight in _WEIGHTS.items():
        cost += weight * model.cost_of(aim)
    watch = Watch(seconds=_LUMP_SECONDS)
    start = model.values_of(())
    choose(model.rows, model.columns.with_cost(cost), watch, start=start, nodes=10**9, divisible=model.divisible)
    return {"seconds": time.process_time() - begun, "stopped": watch.stopped}
