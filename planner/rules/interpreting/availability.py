"""When interpreters can come, held against when something is: on the host city's clock, as they have said it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from planner.clock import WallTime, arrives_of, departs_of, ends_of, shown_elsewhere, starts_of, wall_at
from planner.model.interpreting import Availability, Interpreter, Need
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey

#: A stretch of real time, as two instants.
Span = tuple[dt.datetime, dt.datetime]
#: A stretch of the host city's clock, from a moment until another, without zone.
Stretch = tuple[dt.datetime, dt.datetime]

#: Codes of what `not_coming` says where somebody cannot come for any of it.
NOT_THEN = frozenset({"cannot-that-day", "cannot-then"})

_DAY = dt.timedelta(days=1)
# An event whose end nobody has said still takes some time.
_SHORTEST = dt.timedelta(minutes=1)


def event_of(need: Need) -> Activity | Journey | None:
    """Give the activity or leg that needs interpreting."""
    return need.activity or need.journey


def begins(need: Need, plan: Plan) -> dt.datetime:
    """Give when what needs interpreting begins, on the host city's clock; what belongs to no event comes last."""
    event = event_of(need)
    return dt.datetime.combine(dt.date.max, dt.time()) if event is None else taken_by(event, plan)[0]


def taken_by(event: Activity | Journey, plan: Plan, minutes: int | None = None) -> Stretch:
    """Give the time that an event takes on the host city's clock: the whole of its days where no time is said.

    `minutes` is how long it takes where its end is not known.
    """
    zone = plan.visit.host_city.zone
    if isinstance(event, Activity):
        starts, ends, on, last = starts_of(event), ends_of(event), event.starts_on, event.ends_on
    else:
        starts, ends, on, last = departs_of(event), arrives_of(event), event.departs_on, event.arrives_on
    start, end = _shown(starts, zone), _shown(ends, zone)
    if start is None:
        midnight = dt.datetime.combine(on, dt.time())
        return midnight, midnight + _DAY * (1 + max(0, ((last or on) - on).days))
    if end is None:
        end = start + dt.timedelta(minutes=minutes or 0)
    return start, max(end, start + _SHORTEST)


def on_host_clock(span: Span, plan: Plan) -> Stretch:
    """Give a stretch of real time as the host city's clock shows it."""
    zone = plan.visit.host_city.zone
    return _local(span[0], zone), _local(span[1], zone)


# The same few hundred moments are asked for again for every interpreter.
@lru_cache(maxsize=16384)
def _local(instant: dt.datetime, zone: str) -> dt.datetime:
    return wall_at(instant, zone).local


def _shown(wall: WallTime | None, zone: str) -> dt.datetime | None:
    """What a clock of the zone shows at that moment; where no clock shows `wall`, as it is planned."""
    if wall is None:
        return None
    return (shown_elsewhere(wall, zone) or wall).local


@dataclass(frozen=True, slots=True)
class Coming:
    """When somebody can come, in the order of time; nothing where they have not said."""

    said: tuple[Availability, ...]
    stretches: tuple[Stretch, ...]


def coming_of(interpreter: Interpreter) -> Coming:
    """Read when an interpreter can come."""
    said = sorted(interpreter.availability, key=stretch_of)
    return Coming(tuple(said), tuple(map(stretch_of, said)))


def not_coming(coming: Coming, when: Stretch) -> Message | None:
    """Say why somebody cannot come for all of a stretch; None if they can."""
    if not coming.said:
        return Message.of("day-not-said")
    during = [each for each, own in zip(coming.said, coming.stretches, strict=True) if _overlap(own, when)]
    if not during:
        day = when[0].date()
        that_day = [_said(each, with_day=False) for each in coming.said if each.available_on == day]
        return Message.of("cannot-then", stretches=that_day) if that_day else Message.of("cannot-that-day", day=day)
    if not _gaps(coming, when):
        return None
    several_days = (when[1] - dt.timedelta.resolution).date() != when[0].date()
    return Message.of("cannot-all-of-it", stretches=[_said(each, with_day=several_days) for each in during])


def minutes_away(coming: Coming, when: Stretch) -> int:
    """Give for how many minutes of a stretch somebody cannot come; nothing where they have not said when they can."""
    if not coming.said:
        return 0
    return sum(int((end - start) / dt.timedelta(minutes=1)) for start, end in _gaps(coming, when))


def spans_there(coming: Coming, span: Span, plan: Plan) -> list[Span]:
    """Give the parts of a stretch of real time for which somebody can come: all of it where they have not said."""
    if not coming.said:
        return [span]
    when = on_host_clock(span, plan)
    # Within one event the clocks of the host city run like real time, but for the night of a change-over.
    return merged(
        (span[0] + (max(start, when[0]) - when[0]), span[0] + (min(end, when[1]) - when[0]))
        for start, end in coming.stretches
        if _overlap((start, end), when)
    )


def merged(spans: Iterable[Span]) -> list[Span]:
    """Put together stretches that overlap or touch: who says "all day" and "from six" comes once."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _gaps(coming: Coming, when: Stretch) -> list[Stretch]:
    """What of a stretch is outside of when somebody can come."""
    gaps, reached = [], when[0]
    for start, end in coming.stretches:
        if start > reached and reached < when[1]:
            gaps.append((reached, min(start, when[1])))
        reached = max(reached, end)
    if reached < when[1]:
        gaps.append((reached, when[1]))
    return gaps


def stretch_of(each: Availability) -> Stretch:
    """Give from when until when somebody can come: the whole day where no time is said."""
    midnight = dt.datetime.combine(each.available_on, dt.time())
    start = midnight if each.available_from is None else dt.datetime.combine(each.available_on, each.available_from)
    if each.available_until is None:
        return start, midnight + _DAY
    end = dt.datetime.combine(each.available_on, each.available_until)
    # Until 1 in the morning is until the next one.
    return start, end if end > start else end + _DAY


def _said(each: Availability, *, with_day: bool) -> Message:
    words = hours_told(each.available_from, each.available_until)
    if words is None:
        return Message.of("stretch-whole", day=each.available_on)
    return Message.of("stretch-on", day=each.available_on, stretch=words) if with_day else words


def hours_told(start: dt.time | None, end: dt.time | None) -> Message | None:
    """Say from when until when somebody can come on a day; None for all of it."""
    if start is None and end is None:
        return None
    if end is None:
        return Message.of("stretch-from", start=start)
    if start is None:
        return Message.of("stretch-until", end=end)
    return Message.of("stretch-between", start=start, end=end)


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def comes_after(interpreter: Interpreter, since: dt.datetime) -> bool:
    """Say whether somebody can come after a moment of the host city's clock, as far as is known."""
    return not interpreter.availability or any(stretch_of(one)[1] > since for one in interpreter.availability)
