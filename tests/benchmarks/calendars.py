"""A calendar of five hundred entries, for the first time and again, beside the same entries on icalendar alone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import icalendar

from planner.calendars import calendar_for, make_calendars, of_group
from planner.commands import calendars
from planner.storage import PlannerFile
from tests.benchmarks.report import Line
from tests.benchmarks.visits import parted

ENTRIES = 500
TIMES = 5
STAMP = dt.datetime(2027, 7, 1, 12, 0, tzinfo=dt.UTC)


def measure(folder: Path) -> list[Line]:
    """Measure the calendar of the whole group of a large visit."""
    folder = folder / "calendars"
    folder.mkdir(parents=True, exist_ok=True)
    with PlannerFile.open(parted(folder, 30, ENTRIES)) as file:
        first = [_timed(lambda: calendar_for(file.plan, of_group(), "both", STAMP)) for _ in range(TIMES)]
        [made] = make_calendars(file.plan, [of_group()], language="both", stamp=STAMP)
        parsed = icalendar.Calendar.from_ical(made.file.content)
        plain = [_timed(parsed.to_ical) for _ in range(TIMES)]
        file.run(calendars.remember, file.plan.visit.id, [made])
        again = [_timed(lambda: calendar_for(file.plan, of_group(), "both", STAMP)) for _ in range(TIMES)]
    beside = ("icalendar writing the same", median(plain))
    return [
        Line(f"a calendar of {len(parsed.walk('VEVENT'))} entries", first, bar=1.0, beside=beside),
        Line("the same sent again", again, bar=1.0, beside=beside),
    ]


def _timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun
