"""Who calls on each side, and when they can: the offices' hours, evenings, or any decent hour; of two cities of a plan.

The bands are those of domain.md §7.4; each can be set otherwise for a search.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from planner.clock.holidays import days_off
from planner.clock.wall import MINUTE, WallTime, wall_at
from planner.clock.windows import (
    AWAKE_IN_JAPAN,
    AWAKE_IN_THE_US,
    CITY_OFFICE,
    EVENING,
    WORKING_WEEK,
    Caller,
    CallWindow,
    Hours,
    call_windows,
)
from planner.model.calendar import CalendarDay
from planner.model.cities import City
from planner.model.kinds import Side

GOOD = 50
"""From this score on a window is good: an hour and more from the edges of the day on both sides, no day off."""

EVENING_IN_JAPAN = Hours(time(17), AWAKE_IN_JAPAN.end)


class Who(StrEnum):
    """Who calls on one side."""

    DECENT = "decent"
    OFFICE = "office"
    EVENINGS = "evenings"


@dataclass(frozen=True, slots=True)
class Habits:
    """When the callers of one side can: in `hours`, and if it is an office on the days of its week."""

    who: Who
    hours: Hours
    week: frozenset[int] = WORKING_WEEK


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for: on which days of the host city, for how long, who on each side."""

    first: date
    last: date
    minutes: int
    host: Habits
    home: Habits


def side_of(city: City) -> Side:
    """Give the country whose calendar and manners a city has."""
    return Side.JAPAN if city.country == "JP" else Side.US


def usual(side: Side, who: Who = Who.DECENT) -> Habits:
    """Give the usual hours of a side."""
    in_japan = side is Side.JAPAN
    bands = {
        Who.DECENT: AWAKE_IN_JAPAN if in_japan else AWAKE_IN_THE_US,
        Who.OFFICE: CITY_OFFICE,
        Who.EVENINGS: EVENING_IN_JAPAN if in_japan else EVENING,
    }
    return Habits(who, bands[who])


def decent_until(host: City, home: City, now: WallTime) -> tuple[bool, WallTime]:
    """Say whether it is a decent hour in both cities, and until when that stays so, on the host city's clock.

    Weekends and days off are not asked about: one may call somebody at home on any day.
    """
    instant = now.instant()
    hours = [(city.zone, usual(side_of(city)).hours) for city in (host, home)]
    edges = sorted(
        WallTime(end.date(), end.time(), zone).instant()
        for zone, decent in hours
        for days in range(-1, 4)
        for end in decent.on(wall_at(instant, zone).on + timedelta(days=days))
    )

    def both(moment: datetime) -> bool:
        return all(decent.start <= wall_at(moment, zone).at < decent.end for zone, decent in hours)

    is_decent = both(instant)
    turn = next(edge for edge in edges if edge > instant and both(edge) is not is_decent)
    return is_decent, wall_at(turn, host.zone)


def caller_in(city: City, habits: Habits, first: date, last: date, amendments: Iterable[CalendarDay]) -> Caller:
    """Give who calls in a city, with the days off there that touch the days from one to another."""
    side = side_of(city)
    off = days_off(side, first, last, amendments, city_id=city.id)
    if habits.who is Who.DECENT:
        return Caller(city.zone, habits.hours, days_off=off)
    awake = _widened(usual(side).hours, habits.hours)
    plain = Caller(city.zone, awake, weekdays=habits.week, days_off=off)
    if habits.who is Who.OFFICE:
        return replace(plain, office=habits.hours)
    return replace(plain, evenings=habits.hours)


def _widened(awake: Hours, hours: Hours) -> Hours:
    """Let a day of decent hours hold the hours that somebody has said they can: who says 23:00 means it."""
    some_day = date(2000, 1, 1)
    (opens, closes), (start, end) = awake.on(some_day), hours.on(some_day)
    opens, closes = min(opens, start), max(closes, end)
    if closes - opens >= timedelta(days=1):
        return Hours(time(), time())
    return Hours(opens.time(), closes.time())


def callers(search: Search, host: City, home: City, amendments: Iterable[CalendarDay]) -> tuple[Caller, Caller]:
    """Give who calls in the host city and in the home city, with the days off of the days asked for."""
    rows = list(amendments)
    # The other side's calendar is a day ahead or behind.
    first, last = search.first - timedelta(days=2), search.last + timedelta(days=2)
    sides = ((host, search.host), (home, search.home))
    here, there = (caller_in(city, habits, first, last, rows) for city, habits in sides)
    return here, there


def windows_of(search: Search, here: Caller, there: Caller, since: datetime | None = None) -> tuple[CallWindow, ...]:
    """Give the windows in which both can call, best first; none of them begins before `since`."""
    return call_windows(here, there, search.first, search.last, search.minutes, since)


def soonest(search: Search, now: WallTime) -> datetime | None:
    """Give the moment before which no call is to be proposed: the next quarter of an hour, by the host city's clock.

    None where that limits nothing: for days to come, and for days gone by, if somebody asks what was.
    """
    if not search.first <= now.on <= search.last:
        return None
    instant = now.instant()
    return instant + -instant.minute % 15 * MINUTE


def is_good(window: CallWindow) -> bool:
    """Say whether a window is good rather than merely decent."""
    return window.score >= GOOD
