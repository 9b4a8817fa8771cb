"""What stands in whose calendar: the activities, legs and nights of each reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.model.attendance import may_take_part
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityStatus, StayKind
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind

Event = Activity | Journey

_LEFT_OUT = (ActivityStatus.CANCELLED, ActivityStatus.IDEA)
_BEDS = (StayKind.HOME, StayKind.HOTEL, StayKind.ELSEWHERE)
_DAY = dt.timedelta(days=1)


def events_of(seen: Plan, reader: Reader) -> Iterator[Event]:
    """Give the activities and legs of a reader by their local day, from the plan as they may see it.

    What is for a group that nobody has been put in yet is in the calendar of everybody it may be for: else it would
    be in nobody's. What is cancelled or only an idea is in none.
    """
    found: list[Event] = [*seen.activities, *seen.journeys]
    for event in sorted(found, key=first_day):
        if event.status not in _LEFT_OUT and _concerns(seen, reader, event):
            yield event


def first_day(event: Event) -> dt.date:
    """Give the local day on which an event begins."""
    return event.starts_on if isinstance(event, Activity) else event.departs_on


def stays_of(seen: Plan, reader: Reader) -> list[Stay]:
    """Give a guest's nights, or the nights of a family's guests; who sleeps where is nobody else's business."""
    one = whom(seen, reader)
    if isinstance(one, Member):
        found = [stay for stay in seen.stays if stay.member_id == one.id and stay.kind in _BEDS]
    elif isinstance(one, Household):
        found = _stays_with(seen, one)
    else:
        found = []
    return sorted(found, key=lambda stay: (stay.first_night, stay.id))


def guests_at(seen: Plan, household: Household, event: Event) -> list[Member]:
    """Give the guests of a family who take part in an event while they live there, or may do so."""
    first, last = first_day(event), _last_day(event)
    guests = {
        stay.member_id: stay.member
        for stay in _stays_with(seen, household)
        # The family brings them on the morning after the last night.
        if stay.first_night <= last and first <= stay.last_night + _DAY
    }
    return [member for member in guests.values() if may_take_part(member, event)]


def _concerns(seen: Plan, reader: Reader, event: Event) -> bool:
    one = whom(seen, reader)
    if isinstance(one, Member):
        return may_take_part(one, event)
    if isinstance(one, Household):
        return (isinstance(event, Activity) and event.hosts_invited) or bool(guests_at(seen, one, event))
    if isinstance(one, Interpreter):
        return any(event in (assignment.need.activity, assignment.need.journey) for assignment in one.assignments)
    return reader.audience.kind is not AudienceKind.PUBLIC or (isinstance(event, Activity) and event.open_to_public)


def _last_day(event: Event) -> dt.date:
    last = event.ends_on if isinstance(event, Activity) else event.arrives_on
    return max(first_day(event), last or first_day(event))


def _stays_with(seen: Plan, household: Household) -> list[Stay]:
    return [stay for stay in seen.stays if stay.household_id == household.id and not stay.member.withdrawn]
