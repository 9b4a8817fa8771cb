"""A day as people live it: how long it is, how formal, whether anything is on it, and when minors are home.

Ideas are left out everywhere: nobody is kept from a meal or a free afternoon by what may never happen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.agenda import AllDay, Slot
from planner.agenda.courses import brings
from planner.clock import WallTime
from planner.clock.legs import END_OF_SMALL_HOURS, STILL_A_NIGHT
from planner.model.kinds import ActivityKind, ActivityStatus, TravelMode
from planner.rules.finding import FindingKind, Severity
from planner.rules.programme.clashes import subject, title
from planner.rules.programme.people import is_minor
from planner.rules.rule import DayOf, Figures, Found, of_day

_DAY = dt.timedelta(days=1)
# From so many hours on a flight is commonly called a long haul; airlines serve meals on it.
_LONG_HAUL = dt.timedelta(hours=6)
_FAR = frozenset({TravelMode.AIR, TravelMode.RAIL, TravelMode.SHIP})


def is_idea(one: Slot | AllDay) -> bool:
    """Say whether an event is only an idea so far."""
    return one.event.status is ActivityStatus.IDEA


def is_with_family(slot: Slot) -> bool:
    """Say whether people are with their host families: at home, however the programme calls it."""
    return slot.activity is not None and slot.activity.kind is ActivityKind.FAMILY


def is_long_haul(slot: Slot) -> bool:
    """Say whether this is a flight of six hours or more."""
    return slot.journey is not None and slot.journey.mode is TravelMode.AIR and slot.length >= _LONG_HAUL


def has_long_haul(day: DayOf) -> bool:
    """Say whether a long flight leaves or lands on a day: its hours and meals are the airline's."""
    return any(is_long_haul(slot) for slot in on_that_day(day))


def on_that_day(day: DayOf) -> Iterator[Slot]:
    """Give what goes on during a day, with what began on the day before and is not over; no ideas."""
    before = day.before
    if before is not None and before.ends is not None and before.ends.on == day.on and not is_idea(before):
        yield before
    yield from (slot for slot in day.slots if not is_idea(slot))


def local(on: dt.date, hours: float) -> dt.datetime:
    """Give an hour of a local day, such as 13.5 for 13:30, as clocks there show it."""
    return dt.datetime.combine(on, dt.time()) + dt.timedelta(hours=hours)


def lasts_overnight(slot: Slot) -> bool:
    """Say whether people spend the night there: a camp, a night coach."""
    return slot.ends is not None and slot.ends.local >= dt.datetime.combine(slot.day + _DAY, END_OF_SMALL_HOURS)


@of_day("long-day", FindingKind.TIME, Severity.WARN, hours=12)
def long_day(day: DayOf, figures: Figures) -> Iterator[Found]:
    """From the first start to the last end it is longer than `hours`, in real time (domain.md §5.2).

    Time with the host families is no programme. Of what lasts overnight only the start counts, and a day with a
    long-haul flight is as long as it is.
    """
    slots = [slot for slot in day.slots if not is_idea(slot) and not is_with_family(slot)]
    if not slots or has_long_haul(day):
        return
    first = slots[0]
    last = max(slots, key=_end_of_day)
    lasts = _end_of_day(last) - first.start
    if lasts > dt.timedelta(hours=figures["hours"]):
        told = {"day": day.on, "lasts": lasts, "begins": first.begins, "ends": _shown_end(last)}
        others = () if last.key == first.key else (subject(first),)
        yield Found(subject(last), told, day.who, others, day.on)


def _end_of_day(slot: Slot) -> dt.datetime:
    return slot.start if lasts_overnight(slot) else slot.end


def _shown_end(slot: Slot) -> WallTime:
    return slot.begins if slot.ends is None or lasts_overnight(slot) else slot.ends


@of_day("formal-events", FindingKind.TIME, Severity.WARN, events=3)
def formal_events(day: DayOf, figures: Figures) -> Iterator[Found]:
    """There are more than `events` official events on one day (domain.md §5.2)."""
    formal = [
        slot for slot in day.slots
        if not is_idea(slot) and slot.activity is not None and slot.activity.kind is ActivityKind.OFFICIAL
    ]  # fmt: skip
    if len(formal) > figures["events"]:
        told = {"count": len(formal), "day": day.on}
        *others, last = (subject(slot) for slot in formal)
        yield Found(last, told, day.who, tuple(others), day.on)


@of_day("curfew", FindingKind.PEOPLE, Severity.WARN, begins=22)
def curfew(day: DayOf, figures: Figures) -> Iterator[Found]:
    """Minors are out after the curfew; the visit may set the hour that its families and chaperones agreed on.

    Who is with the host family is at home, who sleeps at the camp or on the coach is in bed. On a day with a flight, a
    train or a ship, the legs and what goes with them are travelling, not going out. What begins before three at night
    belongs to the evening before.
    """
    who = tuple(member.id for member in day.cohort.members if is_minor(member, day.on))
    travelling = any(_is_far(slot) for slot in on_that_day(day)) or _leaves_soon(day)
    for slot in day.slots if who else ():
        if is_idea(slot) or is_with_family(slot) or lasts_overnight(slot) or (travelling and brings(slot)):
            continue
        until = slot.ends or slot.begins
        if slot.begins.at < STILL_A_NIGHT or until.local > local(day.on, figures["begins"]):
            yield Found(subject(slot), {"event": title(slot), "until": until}, who, (), day.on)


def _is_far(slot: Slot) -> bool:
    return slot.journey is not None and slot.journey.mode in _FAR


def _leaves_soon(day: DayOf) -> bool:
    """Say whether what comes after the day leaves before noon: the way to it begins on the evening before."""
    return day.after is not None and _is_far(day.after) and day.after.begins.local < local(day.on, 36)
