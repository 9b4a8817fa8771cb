"""Calls of a plan in time: when each comes, on both clocks, and for how long the other side's clock stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from planner.clock.recurring import RecurringCall, Resolved, recurring
from planner.clock.wall import WallTime, later
from planner.clock.zones import LAST_YEAR
from planner.model.calls import Call

AHEAD = timedelta(weeks=26)
"""How far a call without a last day is looked ahead: both change-overs of a year lie in some half of it."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Calls of a series in a row that are at one time of one weekday on a clock."""

    first: WallTime
    last: WallTime


def call_starts(call: Call) -> WallTime | None:
    """Give when a call is, or the first of a series; None while nobody has said at what time."""
    if call.starts_at is None:
        return None
    return WallTime(call.starts_on, call.starts_at, call.zone, call.starts_fold)


def call_ends(call: Call, starts: WallTime) -> WallTime | None:
    """Give when a call that starts then is over; None while nobody has said how long it takes."""
    return later(starts, timedelta(minutes=call.minutes)) if call.minutes else None


def comes_again(call: Call) -> bool:
    """Say whether a call is one of a series."""
    return bool(call.every_weeks)


def occurrences(call: Call, other_zone: str, until: date) -> tuple[RecurringCall, ...]:
    """Give the calls up to a day of the zone that the call keeps, or to its own last day if that is earlier.

    Each has `at` in the call's zone, `other` in the other. None while it has no time. Raises as `WallTime.instant`.
    """
    starts = call_starts(call)
    if starts is None:
        return ()
    if not comes_again(call):
        return recurring(starts, other_zone, call.starts_on)
    last = min(until, call.until or until, date(LAST_YEAR, 12, 31))
    return recurring(starts, other_zone, last, weeks=call.every_weeks or 1)


def coming(call: Call, other_zone: str, after: datetime) -> Iterator[RecurringCall]:
    """Give the calls that are not over at an instant, in order: half a year of them where the series has no end.

    A series that begins later is looked at from its beginning.
    """
    begins = max(after.astimezone(UTC).date(), call.starts_on)
    until = call.until or begins + AHEAD
    for one in occurrences(call, other_zone, until):
        over = call_ends(call, one.at) or one.at
        if over.instant() >= after:
            yield one


def spells(walls: Iterable[WallTime]) -> tuple[Spell, ...]:
    """Put the times of a series on one clock together as long as the weekday and the time stay the same."""
    found = []
    for _, run in groupby(walls, key=lambda wall: (wall.on.weekday(), wall.at)):
        first, *rest = run
        found.append(Spell(first, rest[-1] if rest else first))
    return tuple(found)


def is_plain(call: Call, calls: Iterable[RecurringCall]) -> bool:
    """Say whether clocks are even during all of these calls of a series: nothing of one in an hour skipped or doubled.

    A change-over in the middle of a call counts too: programs that keep a series by its first end are an hour out.
    """
    return all(one.resolved is Resolved.AS_PLANNED and one.at.fold is None and _is_even(call, one.at) for one in calls)


def _is_even(call: Call, at: WallTime) -> bool:
    ends = call_ends(call, at)
    return ends is None or (ends.fold is None and ends.local - at.local == timedelta(minutes=call.minutes or 0))
