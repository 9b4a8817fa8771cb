"""The answer to a search, day by day: where on a day of the host city hours, windows and calls lie on both clocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.clock import Doubled, Missing, WallTime, change_overs_between, look_at, wall_at
from planner.clock.calls import occurrences
from planner.clock.holidays import on_day
from planner.clock.sides import Search, callers, windows_of
from planner.clock.windows import Caller, CallWindow
from planner.language import screen_language, tr
from planner.model.calls import Call
from planner.model.cities import City
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.widgets.words import city_name

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A full hour on a ruler: how far along the day it is (0 to 1), and what the clock shows there."""

    share: float
    wall: WallTime


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the day, from one share of it to another."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ruler:
    """One city's clock along a day of the host city."""

    ticks: tuple[Tick, ...]
    free: tuple[Span, ...]
    """When its side can call."""
    off: tuple[Span, ...]
    """Weekends and days off there."""
    days: tuple[date, ...]
    """The days it has there."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is special about a day, in words: a holiday of either side, a change of the clocks."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class PlacedWindow:
    """A window and where it lies; `best` is where the best time in it begins."""

    window: CallWindow
    span: Span
    best: float


@dataclass(frozen=True, slots=True)
class PlacedCall:
    """A planned call and where it lies."""

    call: Call
    at: WallTime
    other: WallTime
    share: float


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the host city, with all that lies on it."""

    on: date
    host: Ruler
    home: Ruler
    notes: tuple[Note, ...]
    windows: tuple[PlacedWindow, ...]
    calls: tuple[PlacedCall, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The windows of a search, best first, and its days."""

    windows: tuple[CallWindow, ...]
    days: tuple[StripDay, ...]


def answer(plan: Plan, search: Search, since: datetime | None = None) -> Answer:
    """Find when both sides can call, and lay it out on the days asked for; no window begins before `since`.

    Raises `PlannerError` for years beyond.
    """
    host, home = plan.visit.host_city, plan.visit.home_city
    here, there = callers(search, host, home, plan.calendar_days)
    windows = windows_of(search, here, there, since)
    calls = tuple(_calls(plan, search))
    count = (search.last - search.first).days + 1
    days = (search.first + number * DAY for number in range(count))
    sides = ((host, here), (home, there))
    return Answer(windows, tuple(_day(on, sides, windows, calls) for on in days))


def _day(
    on: date,
    sides: tuple[tuple[City, Caller], tuple[City, Caller]],
    windows: Sequence[CallWindow],
    calls: Sequence[tuple[Call, WallTime, WallTime]],
) -> StripDay:
    (host, here), (home, there) = sides
    whole = _Whole(_first_moment(on, here.zone), _first_moment(on + DAY, here.zone))
    placed = [
        PlacedWindow(one, whole.span(one.start.instant(), one.end.instant()), whole.share(one.best.instant()))
        for one in windows
        if one.start.on == on
    ]
    home_ruler = _ruler(whole, there)
    notes = dict.fromkeys((*_notes(host, here, (on,)), *_notes(home, there, home_ruler.days)))
    return StripDay(
        on=on,
        host=_ruler(whole, here),
        home=home_ruler,
        notes=tuple(notes),
        windows=tuple(sorted(placed, key=lambda one: one.span.start)),
        calls=tuple(PlacedCall(call, at, other, whole.share(at.instant())) for call, at, other in calls if at.on == on),
    )


class _Whole:
    """A day as the time that really passes in it: 23, 24 or 25 hours."""

    def __init__(self, begins: datetime, ends: datetime) -> None:
        self.begins, self.ends = begins, ends

    def share(self, instant: datetime) -> float:
        return (instant - self.begins) / (self.ends - self.begins)

    def span(self, start: datetime, end: datetime) -> Span:
        return Span(max(0.0, self.share(start)), min(1.0, self.share(end)))


def _ruler(whole: _Whole, caller: Caller) -> Ruler:
    first, last = (wall_at(instant, caller.zone).on for instant in (whole.begins, whole.ends - timedelta(seconds=1)))
    days = [first + number * DAY for number in range((last - first).days + 1)]
    free = (caller.free_on(day) for day in (first - DAY, *days))
    off = (
        (_first_moment(day, caller.zone), _first_moment(day + DAY, caller.zone))
        for day in days
        if day.weekday() >= 5 or on_day(caller.days_off, day)
    )
    return Ruler(
        ticks=tuple(_ticks(whole, caller.zone, days)),
        free=tuple(whole.span(*span) for span in free if span and span[1] > whole.begins and span[0] < whole.ends),
        off=tuple(whole.span(*span) for span in off),
        days=tuple(days),
    )


def _ticks(whole: _Whole, zone: str, days: Sequence[date]) -> Iterator[Tick]:
    for day in days:
        for hour in range(24):
            looked = look_at(day, time(hour), zone)
            if isinstance(looked, Missing):
                continue
            wall = looked.first if isinstance(looked, Doubled) else looked.wall
            if whole.begins <= wall.instant() < whole.ends:
                yield Tick(whole.share(wall.instant()), wall)


def _notes(city: City, caller: Caller, days: Sequence[date]) -> Iterator[Note]:
    language = screen_language()
    for day in days:
        off = on_day(caller.days_off, day)
        if off is not None:
            yield Note("flag", tr("{city}: {words}", city=city_name(city), words=off.said_in(language)))
    for turn in change_overs_between(city.zone, days[0], days[-1]):
        if turn.shift > timedelta():
            yield Note("clock", tr("{city}: clocks go forward", city=city_name(city)))
        else:
            yield Note("clock", tr("{city}: clocks go back", city=city_name(city)))


def _calls(plan: Plan, search: Search) -> Iterator[tuple[Call, WallTime, WallTime]]:
    """Give the planned calls on the days asked for, as the host city's clock and the home city's show them."""
    host, home = plan.visit.host_city.zone, plan.visit.home_city.zone
    for call in plan.calls:
        try:
            found = occurrences(call, home if call.zone == host else host, search.last + DAY)
            for one in found:
                instant = one.at.instant()
                at = wall_at(instant, host)
                if search.first <= at.on <= search.last:
                    yield call, at, wall_at(instant, home)
        except PlannerError:
            # Its time cannot be told; its own page says so.
            continue


def _first_moment(day: date, zone: str) -> datetime:
    """Give the moment (UTC) with which a local day begins."""
    looked = look_at(day, time(), zone)
    if isinstance(looked, Missing):
        return looked.after.instant()
    return (looked.first if isinstance(looked, Doubled) else looked.wall).instant()


__all__ = ["Answer", "Note", "PlacedCall", "PlacedWindow", "Ruler", "Span", "StripDay", "Tick", "answer"]
