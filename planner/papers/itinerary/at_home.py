"""The visit as one host family has it: what their guests do while they live there, and to what they are invited."""

from __future__ import annotations

import datetime as dt

from planner.model.attendance import is_invitation, may_take_part, travels
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.papers.itinerary.days import Event, Schedule
from planner.papers.itinerary.schedule import dates_of, events_of, in_days

_DAY = dt.timedelta(days=1)


def schedule_at(plan: Plan, home: Household) -> Schedule:
    """Put into days what concerns a family, from the day their guests come to the morning they leave.

    Its nights are not told: the family knows where it sleeps.
    """
    stays = stays_at(plan, home)
    all_events = events_of(plan)
    events = [event for event in all_events if _invites(event) or _is_theirs(plan, home, event)]
    nights = {
        stay.first_night + n * _DAY for stay in stays for n in range((stay.last_night - stay.first_night).days + 2)
    }
    dates = nights | {event.day for event in events}
    return Schedule(plan, None, in_days(events, dates, {}, dates_of(plan, all_events)), home)


def stays_at(plan: Plan, home: Household) -> list[Stay]:
    """Give the stays in a home of those who travel, in the order of their nights."""
    found = (stay for stay in plan.stays if stay.household_id == home.id and stay.kind is StayKind.HOME)
    return sorted((stay for stay in found if travels(stay.member)), key=lambda stay: (stay.first_night, stay.id))


def guests_of(plan: Plan, home: Household) -> tuple[Member, ...]:
    """Give who stays in a home, each once."""
    return tuple(dict.fromkeys(stay.member for stay in stays_at(plan, home)))


def guests_there(plan: Plan, home: Household, event: Event) -> tuple[Member, ...]:
    """Give the guests of a home who take part in an event on its day, or may do so, while they live there."""
    there = (stay for stay in stays_at(plan, home) if stay.first_night <= event.day <= stay.last_night + _DAY)
    return tuple(dict.fromkeys(stay.member for stay in there if may_take_part(stay.member, event.source)))


def _is_theirs(plan: Plan, home: Household, event: Event) -> bool:
    """Say whether guests take part; of the days they come and go not what happens before they leave their own city."""
    visit, first = plan.visit, event.first
    is_far = first is not None and first.zone == visit.home_city.zone != visit.host_city.zone
    return not (is_far and event.activity is not None) and bool(guests_there(plan, home, event))


def _invites(event: Event) -> bool:
    return event.activity is not None and is_invitation(event.activity)
