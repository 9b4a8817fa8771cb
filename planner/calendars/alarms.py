"""When a telephone rings before an event: for what one has to set out for, and never in the night.

A calendar that rings for everything is soon silenced. What rings for a guest are legs, whatever has a time to meet, and
the first thing of each day; for an interpreter each thing they do; for a host family what it is invited to, and the
first thing of a guest who wakes up in its home. It rings half an hour before one must be there. What would ring between
ten in the evening and half past six rings at eight the evening before instead, while there is still time to pack.

Host families and the staff stay in their own city: what begins by another clock does not ring for them, since a flight
that leaves Tokyo in the afternoon does so at three in the morning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planner.calendars.sources import Event, begins, brought_by
from planner.clock import WallTime, elapsed, elsewhere, later
from planner.model.households import Household
from planner.model.kinds import Direction
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind

AHEAD = dt.timedelta(minutes=30)
#: Interpreters are there half an hour before it begins (domain.md §4, AICE).
INTERPRETERS_EARLIER = dt.timedelta(minutes=30)

_QUIET_FROM, _QUIET_UNTIL = dt.time(22, 0), dt.time(6, 30)
_EVENING = dt.time(20, 0)
_DAY = dt.timedelta(days=1)

_RINGING = (AudienceKind.PARTICIPANT, AudienceKind.HOST, AudienceKind.INTERPRETER, AudienceKind.STAFF)
"""Who sets out for what is in their calendar; the group's and the public's are looked at by people who stay at home."""

_Firsts = dict[tuple[int, dt.date], dt.time]


class Alarms:
    """Says how long before each event of a reader's calendar their telephone rings."""

    def __init__(self, seen: Plan, reader: Reader, events: Sequence[Event]) -> None:
        self._seen, self._kind = seen, reader.audience.kind
        self._rings = self._kind in _RINGING and not reader.at_home
        one = whom(seen, reader)
        self._home = one if isinstance(one, Household) else None
        self._zone = self._stays_in()
        self._firsts = self._first_of_days(events) if self._rings else {}

    def before(self, event: Event) -> dt.timedelta | None:
        """Give how long before its start an event rings; None if it does not, or if its time is not certain."""
        start = begins(event)
        if start is None or not self._rings or not self._is_here(start) or not self._is_set_out_for(event, start):
            return None
        try:
            return elapsed(_at_a_decent_hour(later(there_by(event, start, self._kind), -AHEAD)), start)
        except PlannerError:
            return None

    def _stays_in(self) -> str | None:
        """Give the zone that a reader does not leave during the visit; None for who goes where the events are."""
        visit = self._seen.visit
        if self._kind is AudienceKind.HOST:
            return visit.host_city.zone
        if self._kind is AudienceKind.STAFF:
            # The staff are the coordinators of the city that keeps the file.
            return (visit.home_city if visit.direction is Direction.OUTBOUND else visit.host_city).zone
        return None

    def _is_here(self, start: WallTime) -> bool:
        """Say whether an event begins by the clock that its reader has on the wall."""
        try:
            return self._zone is None or elsewhere(start, self._zone).local == start.local
        except PlannerError:
            return False

    def _is_set_out_for(self, event: Event, start: WallTime) -> bool:
        is_first = any(self._firsts[who, start.on] == start.at for who in self._whose(event))
        if self._home is not None:
            return is_first or (isinstance(event, Activity) and event.hosts_invited)
        if self._kind is AudienceKind.INTERPRETER:
            return True
        return is_first or not isinstance(event, Activity) or event.meeting_at is not None

    def _first_of_days(self, events: Sequence[Event]) -> _Firsts:
        """Give when the first thing of each day begins, by its own clock, for each of those it is first for."""
        firsts: _Firsts = {}
        for event in events:
            start = begins(event)
            if start is not None and self._is_here(start):
                for who in self._whose(event):
                    firsts[who, start.on] = min(start.at, firsts.get((who, start.on), start.at))
        return firsts

    def _whose(self, event: Event) -> list[int]:
        """Give for whom an event may be the first of a day: the guests a family brings, or the reader, 0."""
        return [0] if self._home is None else [one.id for one in brought_by(self._seen, self._home, event)]


def there_by(event: Event, start: WallTime, kind: AudienceKind) -> WallTime:
    """Give when one has to be there: when people meet, when a leg checks in, half an hour early for interpreters."""
    if kind is AudienceKind.INTERPRETER:
        return later(start, -INTERPRETERS_EARLIER)
    if not isinstance(event, Activity):
        return later(start, -dt.timedelta(minutes=event.check_in_minutes or 0))
    if event.meeting_at is None:
        return start
    # Who meets at 23:30 for something at 0:15 meets the evening before.
    on = start.on if event.meeting_at <= start.at else start.on - _DAY
    return WallTime(on, event.meeting_at, start.zone)


def _at_a_decent_hour(wall: WallTime) -> WallTime:
    if _QUIET_UNTIL <= wall.at < _QUIET_FROM:
        return wall
    evening = wall.on if wall.at >= _QUIET_FROM else wall.on - _DAY
    return WallTime(evening, _EVENING, wall.zone)
