"""The rules over large programmes: from nothing, and again after one edit; and how both grow."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

from planner.commands import records
from planner.model.plan import Plan
from planner.rules.check import Check
from planner.storage import PlannerFile
from tests.benchmarks.report import Line
from tests.benchmarks.visits import parted

PEOPLE = 200
SIZES = (250, 500, 1000, 2000)
#: The size that has the bars of issue "The programme on a board that knows both clocks".
BARRED = 1000
EDITS = 7


def measure(folder: Path) -> list[Line]:
    """Measure each size in a file of its own."""
    return [line for size in SIZES for line in _measure(folder / str(size), size)]


def _measure(folder: Path, activities: int) -> Iterator[Line]:
    folder.mkdir(parents=True, exist_ok=True)
    barred = activities == BARRED
    with PlannerFile.open(parted(folder, PEOPLE, activities)) as file:
        check = Check()
        whole = [_timed(Check(), file.plan) for _ in range(3)]
        check(file.plan)
        again = []
        for number in range(EDITS):
            activity = file.plan.activities[number * activities // EDITS]
            at = dt.time(9 + number, 5 * number)
            file.run(records.edit, "Activity", activity.id, {"starts_at": at, "ends_at": dt.time(20, number)})
            again.append(_timed(check, file.plan))
    size = f"{activities:,} activities × {PEOPLE} people"
    yield Line(f"every rule, {size}", whole, bar=0.300 if barred else None)
    yield Line(f"after one edit, {size}", again, bar=0.050 if barred else None)


def _timed(check: Check, plan: Plan) -> float:
    begun = time.perf_counter()
    check(plan)
    return time.perf_counter() - begun
