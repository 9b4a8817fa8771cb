"""What is in the hand and where it would go: times reckoned from places on the board. Pure.

A card is carried as far by the clock as the hand goes over the board: so many days, so many minutes. Its start lies on
five minutes then; how long it takes stays. Where that comes into an hour that clocks jump over or show twice, the
target says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from planner.clock import Doubled, Missing, WallTime, later, look_at, wall_at
from planner.ui.boards.time.faces import Card
from planner.ui.boards.time.scale import Scale

#: Times are taken from the hand to so many minutes.
SNAP: Final = 5

_DAY: Final = 24 * 60


class Grip(Enum):
    """What is done to a card: it is carried, or one of its ends is pulled; where there is none, one is drawn."""

    CARRY = "carry"
    TOP = "top"
    BOTTOM = "bottom"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Held:
    """A card in the hand, with when it is now on the host city's clock; on whole days without times."""

    card: Card
    begins: WallTime | None
    ends: WallTime | None

    @property
    def key(self) -> Hashable:
        """The card's."""
        return self.card.key


@dataclass(frozen=True, slots=True)
class Target:
    """Where a card would be put: its times on the host city's clock, and by how many days that is later.

    `looked` is the time of an end that clocks never show or show twice; `at_end` that it is the later one.
    """

    key: Hashable
    begins: WallTime | None
    ends: WallTime | None
    days: int = 0
    looked: Missing | Doubled | None = None
    at_end: bool = False

    @property
    def is_possible(self) -> bool:
        """Whether clocks show its times at all."""
        return not isinstance(self.looked, Missing)

    def choosing(self, wall: WallTime, length: dt.timedelta | None) -> Target:
        """Give the target with a time in place of the one that clocks do not show, or show twice.

        `length` is how long it is to take from another start; None leaves the end.
        """
        if self.at_end:
            return replace(self, ends=wall, looked=None)
        return replace(self, begins=wall, ends=self.ends if length is None else later(wall, length), looked=None)


def hold(card: Card, zone: str) -> Held:
    """Take a card; `zone` is the host city's. Who has no known end has none in the hand."""
    if card.start is None or card.end is None:
        return Held(card, None, None)
    ends = wall_at(card.end, zone) if card.end > card.start else None
    return Held(card, wall_at(card.start, zone), ends)


def length_of(held: Held) -> dt.timedelta | None:
    """Give how long a card really takes; None if nobody knows."""
    card = held.card
    return card.end - card.start if card.start is not None and card.end is not None and held.ends is not None else None


def minutes_between(scale: Scale, start: WallTime, off: float, *, stays_in_day: bool = True) -> int:
    """Give by how many minutes a start is carried when the hand has gone `off` pixels down, to five minutes.

    With `stays_in_day` it goes no further than the ends of its day.
    """
    begins = start.at.hour * 60 + start.at.minute
    wanted = round((begins + off / scale.hour * 60) / SNAP) * SNAP
    if stays_in_day:
        wanted = min(max(wanted, 0), _DAY - SNAP)
    return wanted - begins


def carried(held: Held, days: int, minutes: int, *, second: bool = False) -> Target:
    """Give where a card goes that is carried so far; `second` is meant in an hour that clocks show twice."""
    if held.begins is None:
        return Target(held.key, None, None, days)
    if not days and not minutes:
        return Target(held.key, held.begins, held.ends)
    local = held.begins.local + dt.timedelta(days=days, minutes=minutes)
    length = length_of(held)
    begins, looked = _look(local, held.begins.zone, second=second)
    if isinstance(looked, Missing):
        ends = None if length is None else _wall(local + length, begins.zone)
        return Target(held.key, begins, ends, days, looked)
    return Target(held.key, begins, None if length is None else later(begins, length), days, looked)


def pulled(held: Held, grip: Grip, local: dt.datetime, *, second: bool = False) -> Target | None:
    """Give where a card goes one of whose ends is pulled to a time of the clock; it stays five minutes long.

    None for one without hours.
    """
    if held.begins is None:
        return None
    at_end = grip is Grip.BOTTOM
    wall, looked = _look(local, held.begins.zone, second=second)
    least = dt.timedelta(minutes=SNAP)
    if isinstance(looked, Missing):
        begins, ends = (held.begins, wall) if at_end else (wall, held.ends)
        return Target(held.key, begins, ends, 0, looked, at_end)
    if at_end and wall.instant() < held.begins.instant() + least:
        wall, looked = later(held.begins, least), None
    elif not at_end and held.ends is not None and wall.instant() > held.ends.instant() - least:
        wall, looked = later(held.ends, -least), None
    begins, ends = (held.begins, wall) if at_end else (wall, held.ends)
    return Target(held.key, begins, ends, 0, looked, at_end)


def drawn(scale: Scale, column: int, first: float, last: float, *, second: bool = False) -> tuple[WallTime, WallTime]:
    """Give the start and end of what is drawn between two heights of a column, at least five minutes apart.

    Heights within an hour that clocks jump over mean the moment after it.
    """
    top, bottom = sorted((first, last))
    begins = scale.wall(column, top, second=second, step=SNAP)
    ends = later(begins, dt.timedelta(minutes=SNAP))
    local = local_at(scale, column, bottom)
    wall, looked = _look(local, scale.zone, second=second)
    if isinstance(looked, Missing):
        wall = looked.after
    return begins, wall if wall.instant() > ends.instant() else ends


def local_at(scale: Scale, column: int, y: float) -> dt.datetime:
    """Give what clocks would show at a height of a column, to five minutes, whether they ever do or not.

    The foot of a day is midnight.
    """
    minute = min(max(round(y / scale.hour * 60 / SNAP) * SNAP, 0), _DAY)
    return dt.datetime.combine(scale.columns[column].day, dt.time()) + dt.timedelta(minutes=minute)


def _wall(local: dt.datetime, zone: str) -> WallTime:
    return WallTime(local.date(), local.time(), zone)


def _look(local: dt.datetime, zone: str, *, second: bool) -> tuple[WallTime, Missing | Doubled | None]:
    """A time with the choice the hand has made, and what is to be asked of it."""
    wall = _wall(local, zone)
    looked = look_at(wall.on, wall.at, zone)
    if isinstance(looked, Doubled):
        return looked.second if second else looked.first, looked
    return wall, looked if isinstance(looked, Missing) else None
