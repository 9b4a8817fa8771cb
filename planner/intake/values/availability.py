"""When an interpreter can come, in prose: Jul 23, 24, 26 after 12:00; Jul 30 all day; 7/22 to 7/28, not Sunday."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.dates import Frame
from planner.intake.values.daylists import take_all_days, take_days, visit_days
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, brackets, says_none, split_outside
from planner.intake.values.times import find_times


@dataclass(frozen=True, slots=True, order=True)
class Free:
    """A stretch of one day; without times, the whole day."""

    on: dt.date
    start: dt.time | None = None
    end: dt.time | None = None


_CLAUSES = re.compile(r"[;；\n。]")
_ALL_DAY = any_of("all[- ]day|whole day|full day|any ?time", "終日|一日中|1日中")
_PARTS: tuple[tuple[re.Pattern[str], dt.time | None, dt.time | None], ...] = (
    (
        re.compile(r"(?<![a-z])(?:in the )?mornings?(?: only)?(?![a-z])|午前(?:中)?(?!\s*\d)", re.IGNORECASE),
        None,
        dt.time(12),
    ),
    (
        re.compile(r"(?<![a-z])(?:in the )?afternoons?(?: only)?(?![a-z])|午後(?!\s*\d)", re.IGNORECASE),
        dt.time(12),
        None,
    ),
    (
        re.compile(
            r"(?<![a-z])(?:in the )?(?:evenings?|nights?)(?: only)?(?![a-z])|夕方以降|夜(?:のみ)?",
            re.IGNORECASE,
        ),
        dt.time(17),
        None,
    ),
)
_UNTIL = re.compile(r"(?<![a-z])(?:before|until|till|to|by|up to)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|~|to|until|till|から)\s*", re.IGNORECASE)
_FILLERS = any_of(
    "available|free|can come|i|am|is|are|on|at|the|and|only|from|after|until|till|before|between|to|days?",
    "以降|以前|から|まで|のみ|可(?:能)?|は|です|に|の|参加",
)


@lru_cache(maxsize=4096)
def read_availability(text: str, frame: Frame) -> Reading[tuple[Free, ...]]:
    """Read the days and hours; remarks in brackets are left to the field's own words."""
    if not text.strip() or says_none(text):
        return Reading(())
    free: dict[Free, None] = {}
    left: list[str] = []
    doubts: list[Doubt] = []
    for clause in split_outside(text, _CLAUSES):
        main, _ = brackets(clause)
        scan = Scan(main)
        all_day = scan.take(_ALL_DAY)
        start, end = _hours(scan)
        days, more = take_days(scan, frame, refusals=True)
        doubts += more
        only_hours = bool(start or end or all_day) and scan.done
        if not days and (take_all_days(scan) or only_hours):
            days = visit_days(frame)
        if not days:
            left.append(clause.strip())
            continue
        if any(not frame.first_day - dt.timedelta(1) <= day <= frame.last_day + dt.timedelta(1) for day in days):
            doubts.append(Doubt.OUTSIDE_VISIT)
        free.update(dict.fromkeys(Free(day, start, end) for day in days))
        scan.ignore(_FILLERS)
        left.append(scan.left())
    return Reading(tuple(sorted(free, key=_order)), "; ".join(filter(None, left)), tuple(dict.fromkeys(doubts)))


def _order(free: Free) -> tuple[dt.date, dt.time]:
    return free.on, free.start or dt.time(0)


def _hours(scan: Scan) -> tuple[dt.time | None, dt.time | None]:
    """The times of a clause, crossed out: from and until."""
    times = find_times(scan)
    if len(times) >= 2 and _BETWEEN.fullmatch(scan.open[times[0][1] : times[1][0]]):
        scan.cross_out(times[0][0], times[1][1])
        start, end = times[0][2], times[1][2]
        last = end.at
        if last <= start.at and not end.half_day_said and last.hour < 12:
            last = last.replace(hour=last.hour + 12)  # "1:00 PM - 3:00"
        return start.at, (None if end.days_on else last)
    if times:
        begin, stop, clock = times[0]
        before, after = scan.open[max(0, begin - 12) : begin], scan.open[stop : stop + 4].lstrip()
        scan.cross_out(begin, stop)
        if _UNTIL.search(before) or after.startswith(("まで", "以前")):
            return None, clock.at
        return clock.at, None
    for pattern, start_at, end_at in _PARTS:
        if scan.take(pattern):
            return start_at, end_at
    return None, None
