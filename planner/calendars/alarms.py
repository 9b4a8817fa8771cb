"""When a telephone rings before an event: for what one has to set out for, and never in the night.

A calendar that rings for everything is soon silenced. What rings are legs, whatever has a time to meet, and the first
thing of each day: half an hour before one must be there. What would ring between ten in the evening and half past six
rings at eight the evening before instead, while there is still time to pack.
"""

from __future__ import annotations

import datetime as dt

from planner.calendars.sources import Event
from planner.clock import WallTime, departs_of, elapsed, later, starts_of
from planner.model.message import PlannerError
from planner.model.programme import Activity
from planner.model.readers import Reader
from planner.model.sight import AudienceKind

AHEAD = dt.timedelta(minutes=30)
#: Interpreters are there half an hour before it begins (domain.md §4, AICE).
INTERPRETERS_EARLIER = dt.timedelta(minutes=30)

_QUIET_FROM, _QUIET_UNTIL = dt.time(22, 0), dt.time(6, 30)
_EVENING = dt.time(20, 0)
_DAY = dt.timedelta(days=1)

_RINGING = (AudienceKind.PARTICIPANT, AudienceKind.HOST, AudienceKind.INTERPRETER, AudienceKind.STAFF)
"""Who sets out for what is in their calendar; the group's and the public's are looked at by people who stay at home."""


def rings(reader: Reader) -> bool:
    """Say whether anything rings in a reader's calendar."""
    return reader.audience.kind in _RINGING and not reader.at_home


def alarm_before(event: Event, reader: Reader, *, first_of_day: bool) -> dt.timedelta | None:
    """Give how long before its start an event rings; None if it does not, or if its time is not certain."""
    start = begins(event)
    if start is None or not rings(reader) or not (first_of_day or _is_set_out_for(event)):
        return None
    try:
        return elapsed(_at_a_decent_hour(later(there_by(event, start, reader), -AHEAD)), start)
    except PlannerError:
        return None


def begins(event: Event) -> WallTime | None:
    """Give when an event begins, or a leg leaves, by its own clock."""
    return starts_of(event) if isinstance(event, Activity) else departs_of(event)


def there_by(event: Event, start: WallTime, reader: Reader) -> WallTime:
    """Give when one has to be there: when people meet, when a leg checks in, half an hour early for interpreters."""
    if reader.audience.kind is AudienceKind.INTERPRETER:
        return later(start, -INTERPRETERS_EARLIER)
    if not isinstance(event, Activity):
        return later(start, -dt.timedelta(minutes=event.check_in_minutes or 0))
    if event.meeting_at is None:
        return start
    # Who meets at 23:30 for something at 0:15 meets the evening before.
    on = start.on if event.meeting_at <= start.at else start.on - _DAY
    return WallTime(on, event.meeting_at, start.zone)


def _is_set_out_for(event: Event) -> bool:
    return not isinstance(event, Activity) or event.meeting_at is not None


def _at_a_decent_hour(wall: WallTime) -> WallTime:
    if _QUIET_UNTIL <= wall.at < _QUIET_FROM:
        return wall
    evening = wall.on if wall.at >= _QUIET_FROM else wall.on - _DAY
    return WallTime(evening, _EVENING, wall.zone)
