"""Whether an interpreter could cover a need: when they can come, where else they are, what they can do.

The reasons against it are for people to weigh: nothing is refused for them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from planner.clock import WallTime, arrives_of, departs_of, elsewhere, ends_of, starts_of
from planner.language.marking import Pair
from planner.model.interpreting import Availability, Interpreter, Need
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.rules.left import needs_without_interpreter, standing_needs

#: A stretch of the host city's clock, from a moment until another, without zone.
Stretch = tuple[dt.datetime, dt.datetime]

_DAY = dt.timedelta(days=1)
# An event whose end nobody has said still takes some time.
_SHORTEST = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An interpreter and a need they do not cover, with every reason against it.

    `is_free` if they have time, as far as is known: whoever has not said when may well be free.
    """

    interpreter: Interpreter
    need: Need
    reasons: tuple[Message, ...]
    is_free: bool

    @property
    def suits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.reasons


def candidates(need: Need, plan: Plan) -> list[Candidate]:
    """Every interpreter of the visit who does not cover the need yet: those who suit first, then those who are free."""
    there = {one.interpreter_id for one in need.assignments}
    found = [weigh(one, need, plan) for one in plan.interpreters if one.id not in there]
    return sorted(found, key=lambda each: (not each.suits, not each.is_free))


def open_needs(interpreter: Interpreter, plan: Plan) -> list[Candidate]:
    """Every need that lacks somebody and that an interpreter does not cover: those they suit first, then by time."""
    there = {one.need_id for one in interpreter.assignments}
    found = [weigh(interpreter, need, plan) for need in needs_without_interpreter(plan) if need.id not in there]
    return sorted(found, key=lambda each: (not each.suits, not each.is_free, begins(each.need, plan), each.need.id))


def begins(need: Need, plan: Plan) -> dt.datetime:
    """Give when what needs interpreting begins, on the host city's clock; what belongs to no event comes last."""
    event = event_of(need)
    return dt.datetime.combine(dt.date.max, dt.time()) if event is None else taken_by(event, plan)[0]


def weigh(interpreter: Interpreter, need: Need, plan: Plan) -> Candidate:
    """Say what speaks against an interpreter for a need; that they cover it already does not."""
    event = event_of(need)
    when = None if event is None else taken_by(event, plan, need.minutes)
    reasons: list[Message] = []
    if when is not None:
        reasons += _not_coming(interpreter, when)
        reasons += _elsewhere(interpreter, need, when, plan)
    is_free = all(reason.code == "day-not-said" for reason in reasons)
    beyond: list[Enum] = []
    if interpreter.pairs:
        beyond += sorted(need.pairs - interpreter.pairs)
    if interpreter.modes and need.mode not in interpreter.modes:
        beyond.append(need.mode)
    if beyond:
        reasons.append(Message.of("does-not-do", skills=beyond))
    return Candidate(interpreter, need, tuple(reasons), is_free)


def event_of(need: Need) -> Activity | Journey | None:
    """Give the activity or leg that needs interpreting."""
    return need.activity or need.journey


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


def _shown(wall: WallTime | None, zone: str) -> dt.datetime | None:
    """What a clock of the zone shows at that moment; where no clock shows `wall`, as it is planned."""
    if wall is None:
        return None
    try:
        return elsewhere(wall, zone).local
    except PlannerError:
        return wall.local


def _not_coming(interpreter: Interpreter, when: Stretch) -> list[Message]:
    if not interpreter.availability:
        return [Message.of("day-not-said")]
    coming = sorted(interpreter.availability, key=_stretch)
    during = [each for each in coming if _overlap(_stretch(each), when)]
    if not during:
        return [Message.of("cannot-that-day", day=when[0].date())]
    reached = when[0]
    for start, end in map(_stretch, during):
        if start <= reached:
            reached = max(reached, end)
    if reached >= when[1]:
        return []
    several_days = (when[1] - dt.timedelta.resolution).date() != when[0].date()
    stretches = [_said(each, with_day=several_days) for each in during]
    return [Message.of("cannot-all-of-it", stretches=stretches)]


def _stretch(each: Availability) -> Stretch:
    midnight = dt.datetime.combine(each.available_on, dt.time())
    start = midnight if each.available_from is None else dt.datetime.combine(each.available_on, each.available_from)
    if each.available_until is None:
        return start, midnight + _DAY
    end = dt.datetime.combine(each.available_on, each.available_until)
    # Until 1 in the morning is until the next one.
    return start, end if end > start else end + _DAY


def _said(each: Availability, *, with_day: bool) -> Message:
    start, end = each.available_from, each.available_until
    if start is None and end is None:
        return Message.of("stretch-whole", day=each.available_on)
    if end is None:
        words = Message.of("stretch-from", start=start)
    elif start is None:
        words = Message.of("stretch-until", end=end)
    else:
        words = Message.of("stretch-between", start=start, end=end)
    return Message.of("stretch-on", day=each.available_on, stretch=words) if with_day else words


def _elsewhere(interpreter: Interpreter, need: Need, when: Stretch, plan: Plan) -> list[Message]:
    """Where else they are; an event without an hour leaves room for others."""
    own, found = event_of(need), []
    for other in standing_needs(plan):
        event = event_of(other)
        if event is None or event is own or not (_has_hour(event) and _has_hour(own)):
            continue
        if all(one.interpreter_id != interpreter.id for one in other.assignments):
            continue
        if _overlap(taken_by(event, plan, other.minutes), when):
            found.append(Message.of("is-elsewhere", event=_name(event)))
    return found


def _has_hour(event: Activity | Journey | None) -> bool:
    start = event.starts_at if isinstance(event, Activity) else event and event.departs_at
    return start is not None


def _name(event: Activity | Journey) -> Pair:
    number = "" if isinstance(event, Activity) else f"{event.carrier} {event.number}".strip()
    return Pair(event.title_en or ("" if event.title_ja else number), event.title_ja)


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
