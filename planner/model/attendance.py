"""Who takes part in an activity or is on a leg: everyone, groups, single members, less those who stay away."""

from __future__ import annotations

from collections.abc import Iterable

from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey


def those_at(plan: Plan, event: Activity | Journey) -> tuple[Member, ...]:
    """Give the members who take part, in the plan's order; who does not travel or is not there that day is left out.

    "Everyone" means every member of the visit's delegations. A single link can add a member, or take one out.
    """
    day = event.starts_on if isinstance(event, Activity) else event.departs_on
    grouped = {link.member_id for tie in event.group_links for link in tie.group.memberships}
    added = {link.member_id for link in event.member_links if link.attends}
    away = {link.member_id for link in event.member_links if not link.attends}
    return tuple(
        member
        for member in plan.members
        if (event.everyone or member.id in grouped or member.id in added)
        and member.id not in away
        and not member.withdrawn
        and (member.joins_on is None or member.joins_on <= day)
        and (member.leaves_on is None or day <= member.leaves_on)
    )


def events_of(plan: Plan, member: Member) -> tuple[Activity | Journey, ...]:
    """Give every activity and leg that a member takes part in, activities first."""
    events: Iterable[Activity | Journey] = (*plan.activities, *plan.journeys)
    return tuple(event for event in events if member in those_at(plan, event))
