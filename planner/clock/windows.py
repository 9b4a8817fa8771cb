"""When two sides can call each other: stretches of time in which it is a decent hour, or an office is open, on both.

Everything is reckoned in instants and shown on both clocks, so a window across the date line or a change-over is
right. Bands and examples: domain.md §7.4.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from planner.clock.changeovers import change_overs, change_overs_between
from planner.clock.holidays import Holiday, on_day
from planner.clock.recurring import RecurringCall as RecurringCall
from planner.clock.recurring import Resolved as Resolved
from planner.clock.recurring import Shift as Shift
from planner.clock.recurring import messages_of as messages_of
from planner.clock.recurring import recurring as recurring
from planner.clock.recurring import shifts_within as shifts_within
from planner.clock.wall import MINUTE, WallTime, wall_at
from planner.clock.zones import around, in_zone, readings
from planner.model.message import Message

DAY = timedelta(days=1)
QUARTER = timedelta(minutes=15)

EASE = timedelta(hours=2)
"""A call this far from both edges of a decent day is as good as any; nearer the edges it counts less."""
DAY_OFF_COSTS = 20
"""Points that a day off on one side takes from a window: people travel, and are with their families."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a local day. If `end` is not later than `start`, they last into the next day."""

    start: time
    end: time

    @property
    def all_day(self) -> bool:
        """Whether they last round the clock."""
        return self.start == self.end

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Give them on a day, as a clock there would show them."""
        into_next = DAY if self.end <= self.start else timedelta()
        return datetime.combine(day, self.start), datetime.combine(day, self.end) + into_next


AWAKE_IN_JAPAN = Hours(time(8), time(21))
AWAKE_IN_THE_US = Hours(time(7), time(22))
CITY_OFFICE = Hours(time(8, 30), time(17, 15))
EVENING = Hours(time(17), time(22))
WORKING_WEEK = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls on one side, and when they can.

    `awake` is the band of decent hours. If `office` is given, only its hours count, on `weekdays` (0 Monday) that are
    no days off; if `evenings`, only those, on any day. Without `office`, `days_off` only make a window less good.
    """

    zone: str
    awake: Hours
    office: Hours | None = None
    evenings: Hours | None = None
    weekdays: frozenset[int] = WORKING_WEEK
    days_off: tuple[Holiday, ...] = ()

    def free_on(self, day: date) -> tuple[datetime, datetime] | None:
        """Give the instants (UTC) from which to which they can call on a local day; None if they cannot."""
        if self.office and (day.weekday() not in self.weekdays or on_day(self.days_off, day)):
            return None
        narrower = [hours for hours in (self.office, self.evenings) if hours]
        # Round the clock limits nothing; its midnight must not cut an evening in two.
        limits = narrower if narrower and self.awake.all_day else [self.awake, *narrower]
        bands = [hours.on(day) for hours in limits]
        start, end = max(band[0] for band in bands), min(band[1] for band in bands)
        if end < start:
            return None
        return _edge(start, self.zone, 0), _edge(end, self.zone, -1)


@dataclass(frozen=True, slots=True)
class CallWindow:
    """A stretch in which both sides can call, on both clocks, with the best time for the call in it."""

    start: WallTime
    end: WallTime
    other_start: WallTime
    other_end: WallTime
    best: WallTime
    """When a call of the length asked for best begins."""
    other_best: WallTime
    score: int
    """How good that time is: 100 for one well within the day of both sides, 0 at the very edge of a day."""
    reasons: tuple[Message, ...]
    """What speaks for or against it, as codes of `planner.language.sentences.clock`."""


def call_windows(
    here: Caller, there: Caller, first: date, last: date, minutes: int, since: datetime | None = None
) -> tuple[CallWindow, ...]:
    """Give the windows long enough for a call, on the days from one to another of `here`; best first, then by time.

    None begins before `since` (aware): of a window that has begun by then, the rest is given.

    A window belongs to the day of `here` whose hours it lies in, and does not reach into the next day's. With 0
    minutes, a moment at which the hours of both sides only touch is a window too.
    """
    length = minutes * MINUTE
    theirs = list(_joined(filter(None, map(there.free_on, _days(first - 2 * DAY, last + 2 * DAY)))))
    found = []
    for day in _days(first, last):
        ours = here.free_on(day)
        if not ours:
            continue
        for span in theirs:
            start, end = max(ours[0], span[0], since or ours[0]), min(ours[1], span[1])
            if end - start >= length:
                found.append(_window(here, there, start, end, length))
    return tuple(sorted(found, key=lambda window: (-window.score, window.start.instant())))


def _window(here: Caller, there: Caller, start: datetime, end: datetime, length: timedelta) -> CallWindow:
    best = max(_starts(start, end - length), key=lambda at: _preference(here, there, at, length))
    ours, theirs = wall_at(best, here.zone), wall_at(best, there.zone)
    off = [on_day(side.days_off, wall.on) for side, wall in ((here, ours), (there, theirs))]
    score = round(100 * min(_ease(here, best, length), _ease(there, best, length)))
    return CallWindow(
        start=wall_at(start, here.zone),
        end=wall_at(end, here.zone),
        other_start=wall_at(start, there.zone),
        other_end=wall_at(end, there.zone),
        best=ours,
        other_best=theirs,
        score=max(score - DAY_OFF_COSTS * sum(day is not None for day in off), 0),
        reasons=tuple(_reasons(here, there, best, length)),
    )


def _starts(first: datetime, last: datetime) -> Iterator[datetime]:
    """Give when a call could begin: at once, and at every quarter of an hour."""
    yield first
    quarter = first + (-first.minute % 15) * MINUTE
    while quarter <= last:
        yield quarter
        quarter += QUARTER


def _preference(here: Caller, there: Caller, at: datetime, length: timedelta) -> tuple[float, int, float]:
    """Order times by the side that is worse off; of equals the roundest (9:00, 9:30, 9:15), then the first."""
    minute = _shown(at, here.zone).minute
    round_ = (minute == 0) + (minute % 30 == 0) + (minute % 15 == 0)
    return min(_ease(here, at, length), _ease(there, at, length)), round_, -at.timestamp()


def _ease(caller: Caller, at: datetime, length: timedelta) -> float:
    """Say how easy a call is for one side: 0 at the edge of their day, 1 well within it."""
    return max(min(*_margins(caller, at, length), EASE) / EASE, 0.0)


def _margins(caller: Caller, at: datetime, length: timedelta) -> tuple[timedelta, timedelta]:
    """Give how long after the day's decent hours begin a call starts, and how long before their end it is over."""
    if caller.awake.all_day:
        return EASE, EASE
    start, end = _shown(at, caller.zone), _shown(at + length, caller.zone)
    # Hours that last past midnight belong to the day on which they began.
    days = (caller.awake.on(start.date() - DAY), caller.awake.on(start.date()))
    opens, closes = next((span for span in days if span[0] <= start <= span[1]), days[1])
    return start - opens, closes - end


def _reasons(here: Caller, there: Caller, at: datetime, length: timedelta) -> Iterator[Message]:
    walls = [(caller, wall_at(at, caller.zone)) for caller in (here, there)]
    plain = True
    for caller, wall in walls:
        early, late = _margins(caller, at, length)
        if min(early, late) < EASE / 2:
            plain = False
            yield Message.of("call-early" if early <= late else "call-late", at=wall.at, zone=wall.zone)
    for caller, wall in walls:
        off = on_day(caller.days_off, wall.on)
        if off:
            plain = False
            yield Message.of("call-day-off", day=off, zone=wall.zone)
        elif wall.on.weekday() >= 5:
            yield Message.of("call-weekend", on=wall.on, zone=wall.zone)
    for _, wall in walls:
        for turn in change_overs_between(wall.zone, wall.on, wall.on):
            code = "call-clocks-forward" if turn.shift > timedelta() else "call-clocks-back"
            yield Message.of(code, on=wall.on, zone=wall.zone)
    if plain:
        yield Message.of("call-good" if min(_ease(one, at, length) for one, _ in walls) == 1 else "call-decent")


def _shown(instant: datetime, zone: str) -> datetime:
    return in_zone(instant, zone).replace(tzinfo=None)


def _edge(local: datetime, zone: str, which: int) -> datetime:
    """Give the instant at which hours begin (`which` 0) or end (−1): of a doubled hour all of it counts.

    In a missing hour it is the moment of the change.
    """
    found = readings(local, zone)
    return found[which] if found else next(change_overs(zone, *around(local, zone))).instant


def _joined(spans: Iterable[tuple[datetime, datetime]]) -> Iterator[tuple[datetime, datetime]]:
    """Give spans in order, those that touch as one: somebody awake round the clock has no edge at midnight."""
    start = end = None
    for span in spans:
        if end is not None and span[0] <= end:
            end = max(end, span[1])
            continue
        if start is not None and end is not None:
            yield start, end
        start, end = span
    if start is not None and end is not None:
        yield start, end


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))
