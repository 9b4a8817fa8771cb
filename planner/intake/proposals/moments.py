"""When a row of a programme begins and ends: its days, wall times and zones, put together from several cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from planner.clock import Ordinary, WallTime, elapsed, elsewhere, look_at
from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import any_of, plain, says_none
from planner.intake.values.times import Clock, Moment, read_moment, read_zone, split_span
from planner.intake.values.travel import Leg
from planner.model.kinds import TravelMode

_UTC = "UTC"

_LONGEST_NIGHT = dt.timedelta(hours=14)
"""What lasts into the next day without naming it takes no longer; else one of the two times is wrong."""

_MORNING = dt.time(7)
"""From this hour on an end without am or pm is in the morning, as its start is: 10:00 to 9:00 is no 11 hours."""

_ALL_DAY = any_of("all[- ]day|whole day|free day", "終日|一日")


@dataclass(frozen=True, slots=True)
class Times:
    """When a row begins and ends, each with its day and zone; what is not known is None."""

    on: dt.date
    at: dt.time | None
    zone: str
    ends_on: dt.date | None
    ends_at: dt.time | None
    ends_zone: str


def times_of(row: Row, context: Context, day: dt.date, leg: Leg | None) -> Times:
    """Put together when it begins and ends; what cannot be, is left out and noted.

    A zone in the cell comes first ("11:00 (Tokyo)"), then those of a leg's ends, then the row's own column, then
    the host city's.
    """
    zone = row.read("zone", lambda text: read_zone(text, context.near)) if row.text("zone") else None
    start, end = _start_and_end(row, context)
    from_zone, to_zone = _zones_of_leg(leg, context)
    starts_in = start.zone or from_zone or zone or context.zone
    ends_in = end.zone or to_zone or zone or (starts_in if leg is None else context.zone)
    if leg is not None and leg.mode is not TravelMode.AIR and ends_in != starts_in and end.zone is None:
        row.note("title_en", leg.to_words, Doubt.ZONE_ASSUMED, "Journey.arrives_zone", zone=ends_in)
    on = start.on or day
    if start.clock and start.clock.days_on and start.on is None:
        on += dt.timedelta(days=start.clock.days_on)
    if starts_in == _UTC and start.clock is not None:
        # A calendar in UTC says when it is, not by whose clock it is told: that is the host city's.
        here = elsewhere(WallTime(on, start.clock.at, _UTC), context.zone)
        on, start, starts_in = here.on, replace(start, clock=Clock(here.at)), context.zone
    if ends_in == _UTC and end.clock is not None:
        here = elsewhere(WallTime(end.on or start.on or day, end.clock.at, _UTC), context.zone)
        end, ends_in = replace(end, clock=Clock(here.at), on=here.on if end.on else None), context.zone
    at = _real(row, "start", on, start.clock.at if start.clock else None, starts_in)
    times = Times(on, at, starts_in, None, None, ends_in)
    if end.clock is None:
        return replace(times, ends_on=end.on) if end.on is not None and end.on >= on else times
    if at is None and leg is None:
        row.note("end", row.text("end"), Doubt.END_WITHOUT_START)
        return times
    return _with_end(row, times, start.clock, end)


def _with_end(row: Row, times: Times, starts: Clock | None, end: Moment) -> Times:
    assert end.clock is not None
    one_day = times.zone == times.ends_zone and end.on in (None, times.on)
    ends_at, assumed = _afternoon(starts, end.clock, one_day)
    if assumed:
        row.note("end", row.text("end"), Doubt.HALF_DAY_ASSUMED, time=ends_at.isoformat("minutes"))
    ends_on = end.on or _day_it_ends(times, end.clock, ends_at)
    # Without a day of its own it ends on the day it begins (`clock.arrives_of`).
    real = _real(row, "end", ends_on or times.on, ends_at, times.ends_zone)
    whole = replace(times, ends_on=ends_on, ends_at=real)
    if _goes_back(whole) or (one_day and end.on is None and not end.clock.days_on and _too_long_a_night(whole)):
        row.note("end", row.text("end"), Doubt.END_BEFORE_START)
        return times
    return whole


def _start_and_end(row: Row, context: Context) -> tuple[Moment, Moment]:
    """Start and end from their columns, or both from one cell: "9:30 - 11:00"."""
    halves = split_span(row.text("start")) if not row.text("end") else None
    if halves is None:
        return _moment(row, "start", context), _moment(row, "end", context)
    readings = [read_moment(half, row.frame("start"), context.near) for half in halves]
    start, end = readings
    for reading in readings:
        row.note_reading("start", reading)
    if start.value.clock and end.value.clock and not start.value.clock.half_day_said and end.value.clock.half_day_said:
        # "1:30 - 3:00 PM": the afternoon is said once, for both.
        earlier = start.value.clock.at
        if earlier.hour + 12 < 24 and earlier.replace(hour=earlier.hour + 12) < end.value.clock.at:
            return replace(start.value, clock=Clock(earlier.replace(hour=earlier.hour + 12))), end.value
    return start.value, end.value


def _moment(row: Row, target: str, context: Context) -> Moment:
    typed = row.clock(target)
    if typed is not None:
        return Moment(Clock(typed))
    text = row.text(target)
    if not text or says_none(text) or _ALL_DAY.fullmatch(plain(text).strip()):
        return Moment()
    return row.read(target, lambda words: read_moment(words, row.frame(target), context.near))


def _zones_of_leg(leg: Leg | None, context: Context) -> tuple[str | None, str | None]:
    if leg is None:
        return None, None
    start = leg.from_airport.zone if leg.from_airport else context.zone_of_place(leg.from_words)
    end = leg.to_airport.zone if leg.to_airport else context.zone_of_place(leg.to_words)
    return start, end


def _afternoon(start: Clock | None, end: Clock, one_day: bool) -> tuple[dt.time, bool]:
    """From "1:00 PM" to "3:00" means three in the afternoon: half a day is added where it was not said."""
    if start is None or end.half_day_said or not one_day or end.at >= start.at or end.at.hour >= 12:
        return end.at, False
    if not start.marked and end.at >= _MORNING:
        return end.at, False
    later = end.at.replace(hour=end.at.hour + 12)
    return (later, True) if later > start.at else (end.at, False)


def _day_it_ends(times: Times, end: Clock, ends_at: dt.time) -> dt.date | None:
    """The day it ends: the first on which the end comes after the start, by the clocks of both zones."""
    if end.days_on:
        return times.on + dt.timedelta(days=end.days_on)
    if times.at is None:
        return None
    for days in (-1, 0, 1, 2):
        day = times.on + dt.timedelta(days=days)
        if not isinstance(look_at(day, ends_at, times.ends_zone), Ordinary):
            continue
        start, stop = WallTime(times.on, times.at, times.zone), WallTime(day, ends_at, times.ends_zone)
        if elapsed(start, stop) > dt.timedelta(0):
            return day
    return times.on


def _real(row: Row, target: str, day: dt.date | None, at: dt.time | None, zone: str) -> dt.time | None:
    """The time, unless the clocks leave that hour out or show it twice that night: no sheet says which it means."""
    if day is None or at is None or isinstance(look_at(day, at, zone), Ordinary):
        return at
    row.note(target, row.text(target), Doubt.TIME_IMPOSSIBLE, zone=zone)
    return None


def _too_long_a_night(times: Times) -> bool:
    """Whether it would last through a night and most of a day, although no other day is named."""
    if times.at is None or times.ends_at is None or times.ends_on in (None, times.on):
        return False
    start = WallTime(times.on, times.at, times.zone)
    return elapsed(start, WallTime(times.ends_on or times.on, times.ends_at, times.ends_zone)) > _LONGEST_NIGHT


def _goes_back(times: Times) -> bool:
    """Whether it would end before it starts, counting both zones."""
    if times.ends_on is None:
        return False
    if times.at is None or times.ends_at is None:
        return times.ends_on < times.on
    start = WallTime(times.on, times.at, times.zone)
    return elapsed(start, WallTime(times.ends_on, times.ends_at, times.ends_zone)) < dt.timedelta(0)
