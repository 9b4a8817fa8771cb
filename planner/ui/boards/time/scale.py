"""Where a moment lies on the board, and which moment lies where: columns are days, hours go down. Pure geometry.

The height of a moment is what the clocks of the host city show then, so that a day has the same ruler in each column.
On a day on which clocks change, the hour they jump over is an empty stretch at its height, and the hour they show twice
is one stretch for both: its first time round lies in the left half of the column, its second in the right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from planner.clock import Missing, WallTime, change_overs_between, look_at, shown_elsewhere, wall_at

#: Sizes in logical pixels at the usual zoom.
DAY_WIDTH: Final = 152
HOUR: Final = 48

_DAY: Final = 24 * 60  # minutes


class Column(NamedTuple):
    """One column: a day by the host city's calendar; `whose` tells columns of the same day apart."""

    day: dt.date
    whose: Hashable = None


class Spot(NamedTuple):
    """A moment's place: its column, how far down, and whether it is in the right half of a doubled hour."""

    column: int
    y: float
    second: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Where clocks change in a column: an hour that is not there or, `doubled`, is there twice."""

    top: float
    bottom: float
    doubled: bool
    #: What clocks show before and after, at the change itself.
    before: dt.time
    after: dt.time


class Scale:
    """The columns in order, how wide they are and how high an hour is, in logical pixels from the board's corner."""

    def __init__(
        self,
        columns: Sequence[Column],
        zone: str,
        home_zone: str,
        *,
        width: float = DAY_WIDTH,
        hour: float = HOUR,
    ) -> None:
        """`zone` is the host city's, whose clock the heights follow; `home_zone` the other ruler's."""
        self.columns = tuple(columns)
        self.zone, self.home_zone = zone, home_zone
        self.column_width, self.hour = width, hour

    @property
    def width(self) -> float:
        """All columns together."""
        return self.column_width * len(self.columns)

    @property
    def height(self) -> float:
        """A day of 24 hours."""
        return 24 * self.hour

    @cached_property
    def _numbers(self) -> dict[Column, int]:
        return {column: number for number, column in enumerate(self.columns)}

    # From time to place

    def number_of(self, day: dt.date, whose: Hashable = None) -> int | None:
        """Give the number of a column; None if it is not on the board."""
        return self._numbers.get(Column(day, whose))

    def left(self, column: int) -> float:
        """Give where a column begins."""
        return column * self.column_width

    def height_of(self, at: dt.time) -> float:
        """Give how far down a time of day is."""
        return (at.hour * 60 + at.minute + at.second / 60) / 60 * self.hour

    def spot(self, moment: WallTime | dt.datetime, whose: Hashable = None) -> Spot | None:
        """Give the place of a moment, which may be on any clock; None if its day has no column.

        Raises `PlannerError` as `WallTime.instant` for a time on no clock, or on two and nobody has said which.
        """
        wall = wall_at(moment if isinstance(moment, dt.datetime) else moment.instant(), self.zone)
        number = self.number_of(wall.on, whose)
        return None if number is None else Spot(number, self.height_of(wall.at), wall.fold == 1)

    # From place to time

    def column_at(self, x: float) -> int | None:
        """Give the number of the column at `x`; None beside the board."""
        number = int(x // self.column_width)
        return number if 0 <= number < len(self.columns) else None

    def is_second_half(self, x: float) -> bool:
        """Say whether `x` is in the right half of its column."""
        return x % self.column_width >= self.column_width / 2

    def wall(self, column: int, y: float, *, second: bool = False, step: int = 1) -> WallTime:
        """Give the host city's time at a height, to `step` minutes, always one that clocks show.

        Within an hour they jump over it is the moment they show instead; `second` is meant in a doubled hour only.
        """
        minute = round(y / self.hour * 60 / step) * step
        minute = min(max(minute, 0), _DAY - step)
        day = self.columns[column].day
        at = dt.time(minute // 60, minute % 60)
        turn = self.turn(column)
        if turn is not None:
            y = self.height_of(at)
            if turn.top <= y < turn.bottom:
                if turn.doubled:
                    return WallTime(day, at, self.zone, int(second))
                return WallTime(day, turn.after, self.zone)
        return WallTime(day, at, self.zone)

    # Change-overs

    @cached_property
    def _turns(self) -> dict[dt.date, Turn]:
        if not self.columns:
            return {}
        days = [column.day for column in self.columns]
        found = {}
        for change in change_overs_between(self.zone, min(days), max(days)):
            ends = sorted((change.shown_before, change.wall.local))
            # Clocks that are put back at midnight show the end of the day before again.
            day = ends[0].date()
            bottom = self.height if ends[1].date() > day else self.height_of(ends[1].time())
            found[day] = Turn(
                self.height_of(ends[0].time()), bottom, doubled=change.shift < dt.timedelta(),
                before=change.shown_before.time(), after=change.wall.at,
            )  # fmt: skip
        return found

    def turn(self, column: int) -> Turn | None:
        """Give where clocks change on the day of a column."""
        return self._turns.get(self.columns[column].day)

    # The other city

    def home_at(self, column: int, at: dt.time) -> WallTime | None:
        """Give what clocks at home show at a time of a column's day; None in an hour that is not there."""
        return shown_elsewhere(WallTime(self.columns[column].day, at, self.zone, 0), self.home_zone)

    @cached_property
    def _midnights(self) -> dict[dt.date, tuple[float, int]]:
        if not self.columns:
            return {}
        days = [column.day for column in self.columns]
        found = {}
        for day in _days(min(days) - dt.timedelta(days=1), max(days) + dt.timedelta(days=2)):
            here = wall_at(_beginning(day, self.home_zone), self.zone)
            if here.at != dt.time():
                found[here.on] = (self.height_of(here.at), (day - here.on).days)
        return found

    def midnight(self, column: int) -> tuple[float, int] | None:
        """Give where a day begins at home: how far down, and by how many days it is then another than here.

        None where it begins with the host city's own.
        """
        return self._midnights.get(self.columns[column].day)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


def _beginning(day: dt.date, zone: str) -> dt.datetime:
    """The instant at which a day begins in a zone; some zones change their clocks at midnight."""
    looked = look_at(day, dt.time(), zone)
    if isinstance(looked, Missing):
        return looked.after.instant()
    return WallTime(day, dt.time(), zone, 0).instant()
