"""An event at another time than it has, or not there at all, thought of and not done: who would be there, and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from planner.agenda.slots import AllDay, Event, Slot, slot_at
from planner.clock import WallTime, elsewhere, later, zone_of
from planner.model.attendance import invitation_to
from planner.model.base import thought_of
from planner.model.delegations import Group, Member
from planner.model.plan import Plan
from planner.model.programme import Activity


def slot_drawn(
    plan: Plan, titles: tuple[str, str], begins: WallTime, ends: WallTime, *, group: Group | None = None
) -> Slot:
    """Give the slot of an activity that is not there yet, for a group or else for everyone; its id is 0.

    `titles` are its English and its Japanese one. It belongs to no plan. Raises `PlannerError` as `WallTime.instant`.
    """
    english, japanese = titles
    event = thought_of(
        Activity, id=0, visit_id=plan.visit.id, title_en=english, title_ja=japanese, starts_on=begins.on,
        zone=begins.zone, everyone=True,
    )  # fmt: skip
    return slot_at(event, _members(plan, event, begins.on, ends.on, group), begins, ends)


def slot_moved(
    plan: Plan, slot: Slot, begins: WallTime, ends: WallTime | None = None, *, group: Group | None = None
) -> Slot:
    """Give the slot of an event as it would be from another start, which may be on any clock.

    Without `ends` it takes as long as it does; `group` is the one it would be for instead of its own. Who joins late
    or leaves early is there on the days they are there. Raises `PlannerError` as `WallTime.instant`.
    """
    event = slot.event
    begins = elsewhere(begins, zone_of(event))
    if ends is None and slot.ends is not None:
        ends = later(begins, slot.length)
    if ends is not None:
        ends = elsewhere(ends, zone_of(event, at_end=True))
    members = _members(plan, event, begins.on, (ends or begins).on, group)
    # Equal crowds are one object, as in an agenda.
    return slot_at(event, slot.members if members == slot.members else members, begins, ends)


def days_moved(plan: Plan, whole: AllDay, days: int) -> AllDay:
    """Give an activity without hours as it would be so many days later."""
    shift = dt.timedelta(days=days)
    first, last = whole.first + shift, whole.last + shift
    return AllDay(whole.event, _members(plan, whole.event, first, last, None), first, last)


def _members(plan: Plan, event: Event, first: dt.date, last: dt.date, group: Group | None) -> tuple[Member, ...]:
    # Over the date line a leg may arrive the day before it left.
    invited = replace(invitation_to(event), first=first, last=max(first, last))
    if group is not None:
        of_group = frozenset(one.member_id for one in group.memberships)
        invited = replace(invited, everyone=False, grouped=of_group, undecided=not of_group)
    return invited.those_of(plan)
