"""Who sees to the meals of a guest of a family on one day: the family, the group, nobody, or what is not settled.

Meals are what the programme says. Where it says nothing, a guest eats at home who is with the family at that hour; the
family gives breakfast to whoever slept there and supper to whoever will (domain.md §6.1, page 3). Who is with the group
all through the hours of a meal is left open, since a guess would be cooked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from planner.agenda.runs import Outing
from planner.model.kinds import MealProvider, MealTime, StayKind, TravelMode
from planner.model.plan import Plan
from planner.papers.itinerary.days import Day, Event, Phase

_ENOUGH = dt.timedelta(minutes=45)
#: Who leaves before this has no time to sit down to breakfast.
_EARLY = dt.time(7)
#: From an event out of town that is over by then one is home for supper, whenever it is that the group is back.
_BACK_BY = dt.time(18, 30)

#: The hours in which people sit down to each meal.
_HOURS = {
    MealTime.BREAKFAST: (dt.time(6, 30), dt.time(9)),
    MealTime.LUNCH: (dt.time(11, 30), dt.time(14)),
    MealTime.DINNER: (dt.time(17), dt.time(20, 30)),
}

Stretch = tuple[dt.datetime, dt.datetime]


class Table(Enum):
    """Who sees to a meal, as a host has to know it."""

    HOME = "home"
    GROUP = "group"
    PACKED = "pack"
    OWN = "own"
    #: No meal is due: not here yet, on board, or gone.
    NONE = "none"


_PROVIDED = {
    MealProvider.FAMILY: Table.HOME,
    MealProvider.GROUP: Table.GROUP,
    MealProvider.PACKED: Table.PACKED,
    MealProvider.ON_BOARD: Table.NONE,
    MealProvider.OWN: Table.OWN,
}


@dataclass(frozen=True, slots=True)
class AtHome:
    """When on a day a guest is with the family, and when nobody can say because a time is missing.

    `slept` and `sleeps` say whether they did the night before, and will; `leaves` is when they first leave, None if
    nothing takes them out; `back` is the outing they come back from for the night, None if there is none.
    """

    there: tuple[Stretch, ...]
    unsure: tuple[Stretch, ...]
    slept: bool
    sleeps: bool
    leaves: dt.datetime | None
    back: Outing | None


def tables_of(
    plan: Plan, on: dt.date, events: Sequence[Event], perhaps: Sequence[Event], home: AtHome
) -> dict[MealTime, tuple[Table, ...]]:
    """Say who sees to each meal of a day; of what is not settled there is nothing.

    `perhaps` are those of the events that are for groups nobody has been put in yet.
    """
    found = {}
    for which in MealTime:
        said = _said(plan, which, [event for event in events if event not in perhaps])
        if not said and (maybe := _said(plan, which, perhaps)):
            at_home = () if _are_all_groups(plan, which, perhaps) else _unsaid(which, on, home)
            said = tuple(dict.fromkeys((*maybe, *at_home)))
        if tables := said or _unsaid(which, on, home):
            found[which] = tables
    return found


def at_every_home(days: Sequence[Day]) -> dict[tuple[dt.date, MealTime], Table]:
    """Say what a whole group eats with its families, where the programme says nothing: breakfast after a night that all
    of them spend in homes, supper before one if the programme is over by then, and all of a day of their own.
    """
    found: dict[tuple[dt.date, MealTime], Table] = {}
    slept = False
    for day in days:
        sleeps = day.night is not None and day.night.kinds == (StayKind.HOME,)
        is_own = any(event.is_own_day for event in day.events)
        if slept:
            begins = min((event.first.at for event in day.events if event.first is not None), default=_EARLY)
            found[day.on, MealTime.BREAKFAST] = Table.PACKED if begins < _EARLY else Table.HOME
        if slept and sleeps and is_own:
            found[day.on, MealTime.LUNCH] = Table.HOME
        if sleeps and (is_own or _is_over_for_supper(day)):
            found[day.on, MealTime.DINNER] = Table.HOME
        slept = sleeps
    return found


def _is_over_for_supper(day: Day) -> bool:
    """Whether a day's programme leaves time for supper at home; it does not where nobody has said until when it is."""
    _, ends = _HOURS[MealTime.DINNER]
    latest = dt.datetime.combine(day.on, ends) - _ENOUGH
    for event in day.events:
        times = [each.local for each in event.on_this_day]
        if not times or (len(times) < 2 and max(times) > dt.datetime.combine(day.on, _BACK_BY)) or max(times) > latest:
            return False
    return bool(day.events)


def _said(plan: Plan, which: MealTime, events: Sequence[Event]) -> tuple[Table, ...]:
    """Give what the programme says of a meal; that of a leg belongs to the day it leaves."""
    meals = [
        meal
        for event in events
        if event.phase in (Phase.WHOLE, Phase.BEGINS)
        for meal in event.source.meals
        if meal.which is which
    ]
    return tuple(dict.fromkeys(_PROVIDED[meal.provider] for meal in meals))


def _are_all_groups(plan: Plan, which: MealTime, events: Sequence[Event]) -> bool:
    """Whether there is such a meal for whichever group somebody will be in."""
    served = [event for event in events if any(meal.which is which for meal in event.source.meals)]
    return {group.id for event in served for group in event.groups} >= {group.id for group in plan.groups}


def _unsaid(which: MealTime, on: dt.date, home: AtHome) -> tuple[Table, ...]:
    begins, ends = (dt.datetime.combine(on, at) for at in _HOURS[which])
    if any(min(until, ends) - max(since, begins) >= _ENOUGH for since, until in home.there):
        return (Table.HOME,)
    if which is MealTime.BREAKFAST and home.slept:
        is_early = home.leaves is not None and home.leaves.time() < _EARLY
        return (Table.PACKED if is_early else Table.HOME,)
    if which is MealTime.DINNER and home.sleeps:
        return (Table.HOME,) if home.back is None or _is_hungry(home.back, ends) else ()
    if any(since < ends and until > begins for since, until in home.unsure):
        return ()
    times = [time for stretch in (*home.there, *home.unsure) for time in stretch]
    is_between = times and min(times) < begins and max(times) > ends
    return () if is_between else (Table.NONE,)


def _is_hungry(outing: Outing, ends: dt.datetime) -> bool:
    """Whether who comes from an outing to sleep here has supper still before them, as far as anybody can say.

    Who has flown in has, however late it is; who was with the group in the evening may have had it there.
    """
    if any(slot.journey is not None and slot.journey.mode is TravelMode.AIR for slot in outing.slots):
        return True
    over = outing.over
    if over is not None:
        return over.local + _ENOUGH <= ends
    last = outing.last.ends or outing.last.begins
    return last.local <= dt.datetime.combine(ends.date(), _BACK_BY)
