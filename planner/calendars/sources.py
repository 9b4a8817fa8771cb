"""What stands in whose calendar: the activities, legs and nights of each reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.agenda import Event, Key, agenda_of, day_of, times_of
from planner.clock import WallTime, starts_of
from planner.model.attendance import Part, may_take_part, part_of
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityStatus, StayKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.readers import Reader, whom
from planner.model.sight import AudienceKind
from planner.rules.interpreting import event_of
from planner.rules.interpreting.arriving import with_the_group

_LEFT_OUT = (ActivityStatus.CANCELLED, ActivityStatus.IDEA)
_BEDS = (StayKind.HOME, StayKind.HOTEL, StayKind.ELSEWHERE)
_DAY = dt.timedelta(days=1)


def events_of(seen: Plan, reader: Reader) -> Iterator[Event]:
    """Give the activities and legs of a reader in the order in which they begin, from the plan as they may see it.

    What is for a group that nobody has been put in yet is in the calendar of everybody it may be for: else it would
    be in nobody's. What is cancelled or only an idea is in none.
    """
    found: list[Event] = [*seen.activities, *seen.journeys]
    for event in sorted(found, key=_when):
        if event.status not in _LEFT_OUT and _concerns(seen, reader, event):
            yield event


def key_of(event: Event) -> Key:
    """Give what an event is known by among the slots of an agenda."""
    return type(event).__name__, event.id


def begins(event: Event) -> WallTime | None:
    """Give when an event begins, or a leg leaves, by its own clock; None for what lasts all day."""
    return times_of(event)[0]


def _when(event: Event) -> tuple[dt.date, dt.datetime]:
    """Give the local day, and within it the moment, of which a time that clocks skip has none."""
    start, day = begins(event), day_of(event)
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    if start is None:
        return day, midnight - dt.timedelta(days=1)
    try:
        return day, start.instant()
    except PlannerError:
        return day, midnight


def with_group_of(seen: Plan, one: Member | Household | Interpreter | None) -> frozenset[Key]:
    """Give the events to which an interpreter comes with the group, as their brief says."""
    if not isinstance(one, Interpreter):
        return frozenset()
    together = with_the_group(one, agenda_of(seen))
    events = (event_of(each.need) for each in one.assignments if each.id in together)
    return frozenset(key_of(event) for event in events if event is not None)


def stays_of(seen: Plan, reader: Reader) -> list[Stay]:
    """Give a guest's nights, or the nights of a family's guests; who sleeps where is nobody else's business."""
    one = whom(seen, reader)
    if isinstance(one, Member):
        found = [] if one.withdrawn else [stay for stay in one.stays if stay.kind in _BEDS]
    elif isinstance(one, Household):
        found = _stays_with(seen, one)
    else:
        found = []
    return sorted(found, key=lambda stay: (stay.first_night, stay.id))


def guests_at(seen: Plan, household: Household, event: Event) -> list[Member]:
    """Give the guests of a family who take part in an event while they live there, or may do so."""
    first, last = day_of(event), _last_day(event)
    guests = {
        stay.member_id: stay.member
        for stay in _stays_with(seen, household)
        # The family brings them on the morning after the last night.
        if stay.first_night <= last and first <= stay.last_night + _DAY
    }
    return [member for member in guests.values() if may_take_part(member, event)]


def undecided_at(one: Member | Household | Interpreter | None, guests: Sequence[Member], event: Event) -> list[Member]:
    """Give for whom of a reader's own nobody can say whether an event is theirs: the member, or a family's `guests`."""
    own = [one] if isinstance(one, Member) else guests
    return [member for member in own if part_of(member, event) is Part.MAYBE]


def _concerns(seen: Plan, reader: Reader, event: Event) -> bool:
    one = whom(seen, reader)
    if isinstance(one, Member):
        return may_take_part(one, event)
    if isinstance(one, Household):
        if isinstance(event, Activity) and (event.hosts_invited or _is_far(seen, event)):
            return event.hosts_invited
        return bool(guests_at(seen, one, event))
    if isinstance(one, Interpreter):
        return any(event in (assignment.need.activity, assignment.need.journey) for assignment in one.assignments)
    if reader.audience.kind is AudienceKind.PUBLIC:
        return isinstance(event, Activity) and event.open_to_public
    # What is for single people only (the dentist) is theirs and the staff's.
    return reader.audience.kind is AudienceKind.STAFF or event.everyone or bool(event.group_links)


def _is_far(seen: Plan, activity: Activity) -> bool:
    """Say whether an activity is in the guests' own city: of their coming and going a family is told the legs alone."""
    visit, start = seen.visit, starts_of(activity)
    return start is not None and start.zone == visit.home_city.zone != visit.host_city.zone


def _last_day(event: Event) -> dt.date:
    last = event.ends_on if isinstance(event, Activity) else event.arrives_on
    return max(day_of(event), last or day_of(event))


def _stays_with(seen: Plan, household: Household) -> list[Stay]:
    return [stay for stay in seen.stays if stay.household_id == household.id and not stay.member.withdrawn]
