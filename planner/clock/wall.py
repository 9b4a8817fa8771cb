"""Local wall times: what a clock on the wall of a place shows. Instants are computed from them, late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from planner.clock.zones import around, in_zone, readings
from planner.model.message import PlannerError

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class WallTime:
    """A day and a time as a clock in `zone` (IANA name) shows them.

    `fold` tells which of the two is meant in an hour that clocks show twice: 0 the first, 1 the second, None
    nobody has said yet. In every other hour it means nothing.
    """

    on: date
    at: time
    zone: str
    fold: int | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is not None:
            raise ValueError("a wall time carries no tzinfo; its zone is a field of its own")

    @property
    def local(self) -> datetime:
        """The naive datetime that the clock shows."""
        return datetime.combine(self.on, self.at)

    def instant(self) -> datetime:
        """Give the moment in UTC.

        Raises `PlannerError`: ``hour-missing`` if clocks jump over this time (figures `before` and `after`
        are the two nearest real times), ``hour-doubled`` if they show it twice and `fold` does not say
        which (figures `first` and `second`), ``zone-unknown``, ``year-beyond-zones``.
        """
        found = readings(self.local, self.zone)
        if len(found) == 1:
            return found[0]
        looked = look_at(self.on, self.at, self.zone)
        if isinstance(looked, Missing):
            near = {"before": looked.before, "after": looked.after}
            raise PlannerError("hour-missing", on=self.on, at=self.at, zone=self.zone, **near)
        if isinstance(looked, Doubled) and self.fold is None:
            both = {"first": looked.first, "second": looked.second}
            raise PlannerError("hour-doubled", on=self.on, at=self.at, zone=self.zone, **both)
        return found[1 if self.fold else 0]

    def with_fold(self, fold: int | None) -> WallTime:
        """Give the same reading with the choice made: 0 the first, 1 the second of a doubled hour."""
        return replace(self, fold=fold)


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A time that clocks show once."""

    wall: WallTime


@dataclass(frozen=True, slots=True)
class Missing:
    """A time that clocks jump over. `before` and `after` are the same reading by the clock of either side.

    In New York on 14 March 2027, 02:30 is missing: 01:30 EST before, 03:30 EDT after.
    """

    before: WallTime
    after: WallTime


@dataclass(frozen=True, slots=True)
class Doubled:
    """A time that clocks show twice, as the two it can be."""

    first: WallTime
    second: WallTime


def look_at(on: date, at: time, zone: str) -> Ordinary | Missing | Doubled:
    """Say whether clocks of the zone show a time once, never or twice. Raises as `WallTime.instant`."""
    wall = WallTime(on, at, zone)
    found = readings(wall.local, zone)
    if not found:
        before, after = around(wall.local, zone)
        return Missing(wall_at(before, zone), wall_at(after, zone))
    if len(found) == 2:
        return Doubled(wall.with_fold(0), wall.with_fold(1))
    return Ordinary(wall)


def wall_at(instant: datetime, zone: str) -> WallTime:
    """Give what a clock in `zone` shows at an aware instant; `fold` is set only in a doubled hour."""
    there = in_zone(instant, zone)
    local = there.replace(tzinfo=None)
    found = readings(local, zone)
    fold = found.index(instant.astimezone(UTC)) if len(found) == 2 else None
    return WallTime(local.date(), local.time(), zone, fold)


def now_in(zone: str) -> WallTime:
    """Give what a clock in `zone` shows now, to the minute."""
    return wall_at(datetime.now(UTC).replace(second=0, microsecond=0), zone)


def elsewhere(wall: WallTime, zone: str) -> WallTime:
    """Give the same instant on the clock of another zone."""
    return wall_at(wall.instant(), zone)


# The same few hundred times are asked for again after every edit.
@lru_cache(maxsize=16384)
def shown_elsewhere(wall: WallTime, zone: str) -> WallTime | None:
    """Give the same instant on the clock of another zone, as `elsewhere` does; None where that would raise: a time in
    an hour that is not there, or that comes twice and nobody has said which.
    """
    try:
        return elsewhere(wall, zone)
    except PlannerError:
        return None


def later(wall: WallTime, by: timedelta) -> WallTime:
    """Give the time when `by` has really passed (before, if negative), change-overs included."""
    return wall_at(wall.instant() + by, wall.zone)


def elapsed(start: WallTime, end: WallTime) -> timedelta:
    """Give the time that really passes between two, whatever their zones; negative if `end` is earlier."""
    return end.instant() - start.instant()


def day_shift(start: WallTime, end: WallTime) -> int:
    """Give how many days the date jumps, as the "+1" on a timetable: −1 … +2 across the date line."""
    return (end.on - start.on).days


def offset_of(wall: WallTime) -> timedelta:
    """Give how far the zone is ahead of UTC at that time."""
    return in_zone(wall.instant(), wall.zone).utcoffset() or timedelta()


def zone_letters(wall: WallTime) -> str:
    """Give the zone's letters at that time, such as ``EDT``, ``JST``, ``HST``."""
    return in_zone(wall.instant(), wall.zone).tzname() or ""


def hours_ahead(zone: str, than_zone: str, moment: WallTime | date) -> float:
    """Give by how many hours clocks in `zone` are ahead of those in `than_zone`; negative if behind.

    For a day instead of a time, as they are from noon of that day in `than_zone`, after any change-over of
    the night.
    """
    if not isinstance(moment, WallTime):
        moment = WallTime(moment, time(12), than_zone)
    instant = moment.instant()
    here, there = in_zone(instant, zone).utcoffset(), in_zone(instant, than_zone).utcoffset()
    return ((here or timedelta()) - (there or timedelta())) / timedelta(hours=1)
