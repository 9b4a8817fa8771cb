"""Two thousand rows read, understood and taken in as one step."""

from __future__ import annotations

import time
from pathlib import Path

from planner.commands.reading import read_into
from tests.benchmarks.report import Line
from tests.benchmarks.visits import guests_form, start

ROWS = 2_000
TIMES = 3


def measure(folder: Path) -> list[Line]:
    """Measure the import of a form into an empty visit, then of the same form again."""
    form = guests_form(folder / "form.csv", ROWS)
    first, again = [], []
    for number in range(TIMES):
        with start(folder / f"import {number}.shimai") as file:
            for times in (first, again):
                begun = time.perf_counter()
                for _ in read_into(file, form):
                    pass
                times.append(time.perf_counter() - begun)
            if len(file.plan.members) != ROWS:
                raise SystemExit(f"not all rows were read: {len(file.plan.members)}")
    return [
        Line(f"import of {ROWS} rows", first, bar=3.0),
        Line(f"import of the same {ROWS} rows again", again, bar=3.0),
    ]
