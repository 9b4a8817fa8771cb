"""The days of a visit as an itinerary tells them: events in their order, meals, and where the night is spent.

In no language yet. Everything local: an event stands on the date that clocks show where it happens.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from planner.clock import Doubled, Missing, WallTime, look_at
from planner.model.delegations import Group, Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.kinds import ActivityKind, MealProvider, MealTime, StayKind, TravelMode
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal


class Phase(Enum):
    """Which part of something longer than a day a row tells."""

    WHOLE = "whole"
    BEGINS = "begins"
    GOES_ON = "goes on"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a day. Without a `start` it lasts all day; without an `end` nobody knows how long.

    A journey that arrives on a later date has two rows: one begins it, one ends it; both know both times.
    """

    source: Activity | Journey
    day: dt.date
    start: WallTime | None
    end: WallTime | None
    phase: Phase = Phase.WHOLE

    @property
    def journey(self) -> Journey | None:
        """The leg, if this is one."""
        return self.source if isinstance(self.source, Journey) else None

    @property
    def activity(self) -> Activity | None:
        """The activity, if this is one."""
        return self.source if isinstance(self.source, Activity) else None

    @property
    def first(self) -> WallTime | None:
        """The time that places the row in its day."""
        return self.end if self.phase is Phase.ENDS else self.start

    @property
    def on_this_day(self) -> tuple[WallTime, ...]:
        """The times that fall on the row's own day."""
        times = {Phase.BEGINS: (self.start,), Phase.ENDS: (self.end,)}.get(self.phase, (self.start, self.end))
        return tuple(time for time in times if time is not None)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The squads or classes it is for; none if it is for everyone or for single people."""
        if self.source.everyone:
            return ()
        return tuple(link.group for link in self.source.group_links)

    @property
    def is_own_day(self) -> bool:
        """Whether this is a day left to guests and their families."""
        return self.activity is not None and self.activity.kind is ActivityKind.FAMILY and self.start is None

    @property
    def shows_both_ends(self) -> bool:
        """Whether a journey needs a line for each end: a flight, or any leg between two zones."""
        journey = self.journey
        if journey is None or self.start is None or self.end is None:
            return False
        return journey.mode is TravelMode.AIR or self.start.zone != self.end.zone


@dataclass(frozen=True, slots=True)
class Night:
    """A night by the day it begins on: its number among those in the host city (None for others), and stays.

    `kinds` are the kinds of place in which anybody sleeps; empty if it is not settled yet. On the group's paper
    such a night is `with_families` if any have offered; a person's own is still to be decided.
    """

    number: int | None
    kinds: tuple[StayKind, ...]
    stays: tuple[Stay, ...] = ()
    with_families: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the visit."""

    on: dt.date
    number: int
    events: tuple[Event, ...]
    meals: dict[MealTime, tuple[Meal, ...]] = field(default_factory=dict)
    night: Night | None = None

    @property
    def is_aloft(self) -> bool:
        """Whether the whole day is spent in the air."""
        return not self.events and self.night is not None and self.night.kinds == (StayKind.IN_THE_AIR,)

    def tells_zone(self, event: Event, host_zone: str) -> bool:
        """Whether an event's times need the zone's letters: if clocks differ that day, or in the air."""
        aloft = event.journey is not None and event.journey.mode is TravelMode.AIR
        return aloft or any(zone != host_zone for zone in self.zones)

    @property
    def zones(self) -> tuple[str, ...]:
        """The zones in which something happens on this day, in order."""
        times = (time for event in self.events for time in event.on_this_day)
        return tuple(dict.fromkeys(time.zone for time in times))


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole visit, for the group, for one member, or for the family of a `home`."""

    plan: Plan
    member: Member | None
    days: tuple[Day, ...]
    home: Household | None = None

    @property
    def nights(self) -> int:
        """How many nights are spent in beds there."""
        return sum(1 for day in self.days if day.night and day.night.number)

    @property
    def undecided_nights(self) -> tuple[dt.date, ...]:
        """The nights of one person of which nobody has said yet where they are spent; none for the group."""
        if self.member is None:
            return ()
        return tuple(day.on for day in self.days if day.night is not None and not day.night.kinds)

    @property
    def home_zone(self) -> str:
        """The zone of the city the guests come from."""
        return self.plan.visit.home_city.zone

    @property
    def host_zone(self) -> str:
        """The zone of the city that receives them."""
        return self.plan.visit.host_city.zone


def moment_of(wall: WallTime) -> dt.datetime:
    """Give an instant also for a time that clocks do not show or show twice: the nearest, or the first."""
    try:
        return wall.instant()
    except PlannerError:
        try:
            looked = look_at(wall.on, wall.at, wall.zone)
        except PlannerError:
            return wall.local.replace(tzinfo=dt.UTC)
        if isinstance(looked, Missing):
            return looked.after.instant()
        return looked.first.instant() if isinstance(looked, Doubled) else wall.local.replace(tzinfo=dt.UTC)


def providers(meals: Iterable[Meal]) -> tuple[MealProvider, ...]:
    """Give who sees to these meals, each once, in the order of the day."""
    return tuple(dict.fromkeys(meal.provider for meal in meals))
