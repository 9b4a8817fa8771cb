"""From a plan to the days of an itinerary: what happens on each, for the group or for one of its members."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.clock import arrives_of, departs_of, ends_of, nights_between, starts_of
from planner.model.attendance import is_there, may_take_part
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import ActivityStatus, MealTime, StayKind, TravelMode
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Meal
from planner.papers.itinerary.days import Day, Event, Night, Phase, Schedule, moment_of

# An evening that ends before this hour of the next day belongs to its evening.
SMALL_HOURS = dt.time(6)

_NOT_PRINTED = (ActivityStatus.CANCELLED, ActivityStatus.IDEA)


def schedule_of(plan: Plan, member: Member | None = None) -> Schedule:
    """Put the plan's activities, journeys, meals and stays into days; with a member, only what is theirs.

    Without one it is the whole group's: what is only for single people is not in it.

    What is cancelled or only an idea is left out. Which events are a member's: `planner.model.attendance`; of one
    that lasts several days they have the days on which they are there.
    """
    events = sorted(_events(plan, member), key=_order)
    counted = dates_of(plan, events if member is None else _events(plan, None))
    dates = counted
    if member is not None:
        dates = {date for date in _days(plan) if is_there(member, date)} | _taken_up(events)
    nights = _nights(plan, member, sorted(dates), events)
    return Schedule(plan, member, in_days(events, dates, nights, counted))


def dates_of(plan: Plan, events: Iterable[Event]) -> set[dt.date]:
    """Give the days of the whole group, by its events: those of the visit, and of what comes before and after."""
    return {*_days(plan), *_taken_up(events)}


def _days(plan: Plan) -> Iterator[dt.date]:
    first, last = plan.visit.first_day, plan.visit.last_day
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))


def _taken_up(events: Iterable[Event]) -> set[dt.date]:
    return {day for event in events for day in (event.day, *_nights_aloft(event))}


def in_days(
    events: Sequence[Event], dates: Iterable[dt.date], nights: Mapping[dt.date, Night], counted: Iterable[dt.date]
) -> tuple[Day, ...]:
    """Put events that are in their order on their days; each has its number among those `counted`, the whole group's.

    So a day has one number on every paper, also for who comes later or is there for some days only.
    """
    all_days = sorted(counted)
    by_day: dict[dt.date, list[Event]] = {}
    for event in events:
        by_day.setdefault(event.day, []).append(event)
    return tuple(
        Day(
            date, max(1, bisect_right(all_days, date)), tuple(by_day.get(date, ())), _meals(by_day.get(date, ())),
            nights.get(date),
        )
        for date in sorted(dates)
    )


def events_of(plan: Plan) -> list[Event]:
    """Give everything that is to be printed of a plan, as rows of its days, in order."""
    return sorted(_events(plan, None), key=_order)


def _events(plan: Plan, member: Member | None) -> Iterator[Event]:
    sources: list[Activity | Journey] = [*plan.activities, *plan.journeys]
    for source in sources:
        if source.status in _NOT_PRINTED or not (may_take_part(member, source) if member else is_for_many(source)):
            continue
        if isinstance(source, Journey):
            # Who is on board also arrives, be it after their own last day.
            yield from _of_journey(source)
        else:
            yield from (event for event in _of_activity(source) if member is None or is_there(member, event.day))


def is_for_many(source: Activity | Journey) -> bool:
    """Say whether something is for everyone or for a group: what single people do is on their own papers only."""
    return source.everyone or bool(source.group_links)


def _of_journey(journey: Journey) -> Iterator[Event]:
    leaves, arrives = departs_of(journey), arrives_of(journey)
    arrives_on = journey.arrives_on or journey.departs_on
    if arrives_on <= journey.departs_on:
        yield Event(journey, journey.departs_on, leaves, arrives)
        return
    yield Event(journey, journey.departs_on, leaves, arrives, Phase.BEGINS)
    yield Event(journey, arrives_on, leaves, arrives, Phase.ENDS)


def _of_activity(activity: Activity) -> Iterator[Event]:
    start, end = starts_of(activity), ends_of(activity)
    first, last = activity.starts_on, activity.ends_on or activity.starts_on
    if start is None:
        for n in range(max((last - first).days, 0) + 1):
            yield Event(activity, first + dt.timedelta(days=n), None, None)
        return
    nights = nights_between(first, last)
    if not nights or (len(nights) == 1 and end and end.at < SMALL_HOURS):
        yield Event(activity, first, start, end)
        return
    yield Event(activity, first, start, end, Phase.BEGINS)
    for night in nights[1:]:
        yield Event(activity, night, start, end, Phase.GOES_ON)
    yield Event(activity, last, start, end, Phase.ENDS)


def _order(event: Event) -> tuple[dt.date, bool, dt.datetime, list[str], str]:
    """All-day things first, then by the moment: across the date line 11:00 in Tokyo is before 10:50."""
    first = event.first if event.phase is not Phase.GOES_ON else None
    moment = moment_of(first) if first else dt.datetime.min.replace(tzinfo=dt.UTC)
    return event.day, first is not None, moment, [group.letter for group in event.groups], event.source.uid


def _meals(events: Sequence[Event]) -> dict[MealTime, tuple[Meal, ...]]:
    """Gather the day's meals by meal time; those of a leg belong to the day it leaves."""
    found: dict[MealTime, list[Meal]] = {}
    for event in events:
        if event.phase in (Phase.WHOLE, Phase.BEGINS):
            for meal in event.source.meals:
                found.setdefault(meal.which, []).append(meal)
    return {which: tuple(found[which]) for which in MealTime if which in found}


def _nights(
    plan: Plan, member: Member | None, dates: Sequence[dt.date], events: Sequence[Event]
) -> dict[dt.date, Night]:
    """Tell each night: as its stays say; else in the air if a leg passes midnight; else in the host city."""
    stays = [stay for stay in plan.stays if member is None or stay.member_id == member.id]
    aloft = {night for event in events for night in _nights_aloft(event)}
    found: dict[dt.date, Night] = {}
    number = 0
    for date in dates:
        here = tuple(stay for stay in stays if stay.first_night <= date <= stay.last_night)
        here = tuple(stay for stay in here if _is_told(stay, member))
        kinds = tuple(kind for kind in StayKind if any(stay.kind is kind for stay in here))
        if not kinds and date in aloft:
            kinds = (StayKind.IN_THE_AIR,)
        if not kinds and not plan.visit.first_day <= date < plan.visit.last_day:
            continue
        if not kinds and member is not None and date == member.leaves_on:
            continue
        in_bed = kinds != (StayKind.IN_THE_AIR,)
        number += in_bed
        found[date] = Night(number if in_bed else None, kinds, here, not kinds and not member and bool(plan.offers))
    return found


def _is_told(stay: Stay, member: Member | None) -> bool:
    """Whether a stay tells where a night is spent: of one person's night in a home, in which it is.

    The group's paper does not know whose home it is, and names none.
    """
    if stay.kind is StayKind.HOME:
        return member is None or stay.household is not None
    return stay.kind is not StayKind.DAY_VISIT


def _nights_aloft(event: Event) -> tuple[dt.date, ...]:
    journey = event.journey
    if journey is None or event.phase is not Phase.BEGINS or journey.mode is not TravelMode.AIR:
        return ()
    return nights_between(journey.departs_on, journey.arrives_on or journey.departs_on)
