"""A call that comes again every week: whose clock it keeps, and what that means for the other side's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from planner.clock.changeovers import change_overs
from planner.clock.wall import Doubled, Missing, WallTime, elsewhere, look_at, wall_at
from planner.clock.zones import in_zone
from planner.model.message import Message

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class Resolved(StrEnum):
    """What became of a call's time on a day of a change-over."""

    AS_PLANNED = "as_planned"
    MOVED = "moved"
    """Clocks jump over it: it is at what they show instead, 03:30 for 02:30."""
    FIRST_OF_TWO = "first_of_two"
    """Clocks show it twice: it is the first, unless the first call was said to be at the second."""


@dataclass(frozen=True, slots=True)
class RecurringCall:
    """One call of a series, on both clocks."""

    at: WallTime
    other: WallTime
    keeps_first: bool
    """Whether the series keeps the clock of `at`; else it keeps that of `other`."""
    resolved: Resolved
    shifted: timedelta
    """How much later it is than the call before, on the clock that the series does not keep; negative: earlier."""


@dataclass(frozen=True, slots=True)
class Shift:
    """From when on a call that keeps one side's clock comes at another time on the other's."""

    instant: datetime
    """The change-over (UTC)."""
    zone: str
    """The zone whose clocks change."""
    on_a: date
    on_b: date
    """The day of it, on either side: calls of this day, after the instant, have shifted."""
    for_a: float
    for_b: float
    """Hours by which a call that keeps the *other* side's clock comes later for this side; negative: earlier."""


def recurring(
    first: WallTime, other_zone: str, until: date, *, weeks: int = 1, anchor: str | None = None
) -> tuple[RecurringCall, ...]:
    """Give the calls of a series, every so many weeks from the first until a day of the zone of `first`.

    The series keeps the wall time in `anchor`: the zone of `first`, unless `other_zone` is named. Where clocks jump
    over that time or show it twice, the call is read as calendar programs read it (RFC 5545, 3.3.5): by the clock of
    before the gap (03:30 for a missing 02:30), the first of two; `resolved` says so. Raises as `WallTime.instant`
    for the first call itself, and ``year-beyond-zones``.
    """
    if weeks < 1:
        raise ValueError("a series comes again after one week or more")
    first.instant()
    kept = elsewhere(first, other_zone) if anchor == other_zone else first
    keeps_other = kept.zone != first.zone
    calls: list[RecurringCall] = []
    before: WallTime | None = None
    while True:
        day = kept.on + timedelta(weeks=weeks * len(calls))
        here, resolved = _resolve(WallTime(day, kept.at, kept.zone, kept.fold))
        there = elsewhere(here, first.zone if keeps_other else other_zone)
        at, other = (there, here) if keeps_other else (here, there)
        if at.on > until:
            return tuple(calls)
        shifted = there.local - before.local - timedelta(weeks=weeks) if before else timedelta()
        calls.append(RecurringCall(at, other, not keeps_other, resolved, shifted))
        before = there


def _resolve(wall: WallTime) -> tuple[WallTime, Resolved]:
    looked = look_at(wall.on, wall.at, wall.zone)
    if isinstance(looked, Missing):
        return looked.after, Resolved.MOVED
    if isinstance(looked, Doubled):
        return (looked.second, Resolved.AS_PLANNED) if wall.fold else (looked.first, Resolved.FIRST_OF_TWO)
    return looked.wall, Resolved.AS_PLANNED


def shifts_within(zone_a: str, zone_b: str, first: date, last: date) -> tuple[Shift, ...]:
    """Give when the two clocks move against each other, on the days of `zone_a` from one to another.

    What cancels out within a day, such as two American zones that change one after the other, is no shift.
    """
    start = datetime.combine(first - DAY, time(), UTC)
    end = datetime.combine(last + 2 * DAY, time(), UTC)
    turns = sorted(
        (turn.instant, zone) for zone in dict.fromkeys((zone_a, zone_b)) for turn in change_overs(zone, start, end)
    )
    found = []
    for number, (instant, zone) in enumerate(turns):
        if number and instant - turns[number - 1][0] < DAY:
            continue
        for_a = (_apart(zone_a, zone_b, instant + DAY) - _apart(zone_a, zone_b, instant - HOUR)) / HOUR
        on_a, on_b = (wall_at(instant, side).on for side in (zone_a, zone_b))
        if for_a and first <= on_a <= last:
            found.append(Shift(instant, zone, on_a, on_b, for_a, -for_a))
    return tuple(found)


def messages_of(call: RecurringCall) -> tuple[Message, ...]:
    """Say what is special about a call: that it shifts for the side whose clock is not kept, or its own time moved."""
    kept, shown = (call.at, call.other) if call.keeps_first else (call.other, call.at)
    found = []
    if call.shifted:
        code = "call-shift-earlier" if call.shifted < timedelta() else "call-shift-later"
        found.append(Message.of(code, on=shown.on, by=abs(call.shifted), call=shown, zone=shown.zone))
    if call.resolved is not Resolved.AS_PLANNED:
        code = "call-moved" if call.resolved is Resolved.MOVED else "call-first-of-two"
        found.append(Message.of(code, on=kept.on, call=kept, zone=kept.zone))
    return tuple(found)


def _apart(zone: str, than: str, instant: datetime) -> timedelta:
    here, there = (in_zone(instant, one).utcoffset() or timedelta() for one in (zone, than))
    return here - there
