"""An event as a stretch of real time, with who is there and where it begins and ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache

from planner.clock import WallTime, arrives_of, departs_of, ends_of, starts_of
from planner.model.delegations import Member
from planner.model.message import PlannerError
from planner.model.programme import Activity, Journey, Place

#: What is planned for a day: an activity, or a leg of the journey.
Event = Activity | Journey

#: A thing of the plan by its class and row id; ids alone are not unique over activities and legs.
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """One event from a start to an end, as instants in UTC and as the local clocks show them.

    Where nobody has said when it ends, `ends` is None and `end` is its start: it takes no time that anybody invented.
    """

    event: Event
    members: tuple[Member, ...]
    begins: WallTime
    ends: WallTime | None
    start: dt.datetime
    end: dt.datetime
    #: What the event is known by.
    key: Key = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for far more often than slots are made.
        object.__setattr__(self, "key", (type(self.event).__name__, self.event.id))

    @property
    def journey(self) -> Journey | None:
        """The leg, if this is one."""
        return self.event if isinstance(self.event, Journey) else None

    @property
    def activity(self) -> Activity | None:
        """The activity, if this is one."""
        return self.event if isinstance(self.event, Activity) else None

    @property
    def from_place(self) -> Place | None:
        """Where people have to be when it begins."""
        event = self.event
        return event.from_place if isinstance(event, Journey) else event.place

    @property
    def to_place(self) -> Place | None:
        """Where people are when it is over."""
        event = self.event
        return event.to_place if isinstance(event, Journey) else event.place

    @property
    def day(self) -> dt.date:
        """The local day on which it begins."""
        return self.begins.on

    @property
    def length(self) -> dt.timedelta:
        """How long it really takes; nothing if nobody has said."""
        return self.end - self.start

    def overlaps(self, other: Slot) -> bool:
        """Say whether both go on at some moment; one that begins when the other ends does not overlap with it."""
        if self.start == other.start:
            return True
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class AllDay:
    """An activity without hours, on the local days from `first` to `last`."""

    event: Activity
    members: tuple[Member, ...]
    first: dt.date
    last: dt.date

    @property
    def key(self) -> Key:
        """What the activity is known by."""
        return type(self.event).__name__, self.event.id


@dataclass(frozen=True, slots=True)
class Unclear:
    """An event whose time is on no clock, or twice and nobody has said which; `error` says so."""

    event: Event
    error: PlannerError


def slot_at(
    event: Event, members: tuple[Member, ...], begins: WallTime, ends: WallTime | None
) -> Slot:
    """Make the slot of an event at given times, which need not be those it has now: while it is being moved.

    An end before the start counts as the start. Raises `PlannerError` as `WallTime.instant`.
    """
    start = instant_of(begins)
    end = start if ends is None else max(start, instant_of(ends))
    return Slot(event, members, begins, ends, start, end)


def day_of(event: Event) -> dt.date:
    """Give the local day on which an event begins: the one under which it stands."""
    return event.starts_on if isinstance(event, Activity) else event.departs_on


def times_of(event: Event) -> tuple[WallTime | None, WallTime | None]:
    """Give when an event begins and ends on the local clocks; None for what is not known or lasts all day."""
    if isinstance(event, Activity):
        return starts_of(event), ends_of(event)
    return departs_of(event), arrives_of(event)


# The same few hundred times are asked for again after every edit.
@lru_cache(maxsize=16384)
def instant_of(wall: WallTime) -> dt.datetime:
    """Give the instant of a wall time, remembered. Raises as `WallTime.instant`."""
    return wall.instant()
