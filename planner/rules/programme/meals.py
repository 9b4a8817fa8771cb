"""People eat at midday and in the evening, in time that the programme leaves them or at a meal that it has.

A meal is missing on a day if all of this is so:

- no event of that day has the meal, whoever sees to it; nor an activity that lasts all day;
- the programme leaves no `minutes` in a row between `begins` and `until` by the local clock, the way to the next event
  taken off. With the host family and at a party people eat, so these leave the time free;
- the first event has begun by `begins` and the last one goes on to `until`: who is still at home or home again within
  those hours eats there;
- no flight of six hours or more leaves or lands on that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.agenda import AllDay, Slot
from planner.model.kinds import ActivityKind, MealTime
from planner.rules.finding import FindingKind, Severity
from planner.rules.programme.clashes import subject, title
from planner.rules.programme.days import has_long_haul, is_with_family, local, on_that_day
from planner.rules.rule import DayOf, Figures, Found, of_day

_MINUTE = dt.timedelta(minutes=1)


@of_day("no-lunch", FindingKind.FOOD, Severity.WARN, begins=11.5, until=13.5, minutes=30)
def no_lunch(day: DayOf, figures: Figures) -> Iterator[Found]:
    """Nobody has planned lunch, and there is no time for it between 11:30 and 13:30 (domain.md §5.2)."""
    yield from _without(day, MealTime.LUNCH, figures)


@of_day("no-supper", FindingKind.FOOD, Severity.WARN, begins=17.5, until=19.5, minutes=30)
def no_supper(day: DayOf, figures: Figures) -> Iterator[Found]:
    """Nobody has planned supper, and there is no time for it between 17:30 and 19:30 (domain.md §5.2)."""
    yield from _without(day, MealTime.DINNER, figures)


def _without(day: DayOf, which: MealTime, figures: Figures) -> Iterator[Found]:
    if has_long_haul(day) or any(meal.which is which for one in _feeding(day) for meal in one.event.meals):
        return
    earliest, latest = local(day.on, figures["begins"]), local(day.on, figures["until"])
    busy = [slot for slot in on_that_day(day) if slot.ends is not None and not _eats(slot)]
    if not busy or busy[0].begins.local > earliest:
        return
    ended = busy[0]
    for slot in busy[1:]:
        if _free(ended, slot, day, earliest, latest) >= figures["minutes"] * _MINUTE:
            return
        ended = max(ended, slot, key=lambda one: one.end)
    if ended.ends is not None and ended.ends.local >= latest:
        [*_, during] = (slot for slot in busy if slot.begins.local < latest)
        yield Found(subject(during), {"event": title(during), "day": day.on}, day.who, (), day.on)


def _feeding(day: DayOf) -> Iterator[Slot | AllDay]:
    yield from on_that_day(day)
    yield from (whole for whole in day.cohort.all_day if whole.first <= day.on <= whole.last)


def _eats(slot: Slot) -> bool:
    return is_with_family(slot) or (slot.activity is not None and slot.activity.kind is ActivityKind.PARTY)


def _free(ended: Slot, following: Slot, day: DayOf, earliest: dt.datetime, latest: dt.datetime) -> dt.timedelta:
    """Give how long people may eat between two events, within some local hours where they are."""
    assert ended.ends is not None
    # By the clock where the first has ended: the second may be a leg whose clocks are read elsewhere.
    begins, gap = ended.ends.local, following.start - ended.end
    way = day.ways.between(ended.to_place, following.from_place)
    there = gap - (way.minutes if way is not None else 0) * _MINUTE
    return min(there, min(begins + gap, latest) - max(begins, earliest))
