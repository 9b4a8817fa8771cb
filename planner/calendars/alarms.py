"""When a telephone rings before an event: for what one has to set out for, and never in the night.

A calendar that rings for everything is soon silenced. What rings for a guest are legs, whatever has a time to meet, and
the first thing of each day; for an interpreter each thing they do; for a host family what it is invited to, where it
brings its guests and where it fetches them. It rings half an hour before one must be there. What would ring between ten
in the evening and half past six rings at eight the evening before instead, while there is still time to pack.

Host families and the staff stay in their own city: what begins by another clock does not ring for them, since a flight
that leaves Tokyo in the afternoon does so at three in the morning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress

from planner.agenda import Event, Key
from planner.calendars.drives import Drives
from planner.calendars.sources import begins, key_of
from planner.clock import WallTime, elapsed, later, shown_elsewhere
from planner.model.kinds import Direction
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.readers import Reader
from planner.model.sight import AudienceKind
from planner.rules.interpreting.moving import EARLY

AHEAD = dt.timedelta(minutes=30)
#: Interpreters are there half an hour before it begins (domain.md §4, AICE).
INTERPRETERS_EARLIER = dt.timedelta(minutes=EARLY)

_QUIET_FROM, _QUIET_UNTIL = dt.time(22, 0), dt.time(6, 30)
_EVENING = dt.time(20, 0)
_DAY = dt.timedelta(days=1)

_ALWAYS = (AudienceKind.HOST, AudienceKind.INTERPRETER)
"""Who is not with the group all day, but comes for each thing by itself."""

_RINGING = (AudienceKind.PARTICIPANT, AudienceKind.HOST, AudienceKind.INTERPRETER, AudienceKind.STAFF)
"""Who sets out for what is in their calendar; the group's and the public's are looked at by people who stay at home."""


class Alarms:
    """Says how long before each event of a reader's calendar their telephone rings."""

    def __init__(
        self, seen: Plan, reader: Reader, events: Sequence[Event], drives: Drives, with_group: frozenset[Key]
    ) -> None:
        self._kind, self._drives, self._with_group = reader.audience.kind, drives, with_group
        self._rings = self._kind in _RINGING and not reader.at_home
        self._zone = self._stays_in(seen)
        self._firsts = self._first_of_days(events)

    def before(self, event: Event) -> list[dt.timedelta]:
        """Give how long before its start an event rings, the first first; less than nothing is while it goes on.

        A time that is not certain does not ring.
        """
        start, found = begins(event), set()
        if start is not None and self._rings:
            for there in self._set_out_for(event, start):
                if self._is_here(there):
                    with suppress(PlannerError):
                        found.add(elapsed(_at_a_decent_hour(later(there, -AHEAD)), start))
        return sorted(found, reverse=True)

    def _stays_in(self, seen: Plan) -> str | None:
        """Give the zone that a reader does not leave during the visit; None for who goes where the events are."""
        visit = seen.visit
        if self._kind is AudienceKind.HOST:
            return visit.host_city.zone
        if self._kind is AudienceKind.STAFF:
            # The staff are the coordinators of the city that keeps the file.
            return (visit.home_city if visit.direction is Direction.OUTBOUND else visit.host_city).zone
        return None

    def _is_here(self, there: WallTime) -> bool:
        """Say whether it is a time of the clock that the reader has on the wall."""
        if self._zone is None:
            return True
        shown = shown_elsewhere(there, self._zone)
        return shown is not None and shown.local == there.local

    def _set_out_for(self, event: Event, start: WallTime) -> Iterator[WallTime]:
        """Give when one has to be somewhere for an event."""
        if self._kind is AudienceKind.HOST:
            yield from (drive.at for drive in self._drives.get(key_of(event), ()))
            if not isinstance(event, Activity) or not event.hosts_invited:
                return
        is_first = self._firsts.get(start.on) == start.at
        if isinstance(event, Activity) and event.meeting_at is None and not is_first and self._kind not in _ALWAYS:
            return
        yield there_by(event, start, self._kind, with_group=key_of(event) in self._with_group)

    def _first_of_days(self, events: Sequence[Event]) -> dict[dt.date, dt.time]:
        """Give when the first thing of each day begins, by its own clock."""
        firsts: dict[dt.date, dt.time] = {}
        for event in events:
            start = begins(event)
            if start is not None and self._is_here(start):
                firsts[start.on] = min(start.at, firsts.get(start.on, start.at))
        return firsts


def there_by(event: Event, start: WallTime, kind: AudienceKind, *, with_group: bool = False) -> WallTime:
    """Give when one has to be there: when people meet, when a leg checks in, half an hour early for interpreters who do
    not come with the group.
    """
    if kind is AudienceKind.INTERPRETER and not with_group:
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
