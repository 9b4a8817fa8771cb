"""Who takes part in an activity or is on a leg: everyone, groups, single members, less those who stay away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey


def those_at(plan: Plan, event: Activity | Journey) -> tuple[Member, ...]:
    """Give the members who take part, in the plan's order; who does not travel or is not there that day is left out.

    "Everyone" means every member of the visit's delegations. A single link can add a member, or take one out.
    """
    grouped = {link.member_id for tie in event.group_links for link in tie.group.memberships}
    single = _single(event)
    return tuple(member for member in plan.members if _comes(member, event, single, member.id in grouped))


def events_of(plan: Plan, member: Member) -> tuple[Activity | Journey, ...]:
    """Give every activity and leg that a member takes part in, activities first."""
    groups = {membership.group_id for membership in member.memberships}
    events: Iterable[Activity | Journey] = (*plan.activities, *plan.journeys)
    return tuple(
        event
        for event in events
        if _comes(member, event, _single(event), any(tie.group_id in groups for tie in event.group_links))
    )


def _single(event: Activity | Journey) -> dict[int, bool]:
    """Give what is said of single members: that they take part besides their groups, or that they stay away."""
    return {link.member_id: link.attends for link in event.member_links}


def _comes(member: Member, event: Activity | Journey, single: Mapping[int, bool], grouped: bool) -> bool:
    """Say whether a member takes part, given whether a group of theirs does."""
    if isinstance(event, Activity):
        first, last = event.starts_on, event.ends_on or event.starts_on
    else:
        first = last = event.departs_on
    # Of several days, somebody who joins late or leaves early is there for some.
    if member.withdrawn or (member.joins_on or first) > last or (member.leaves_on or last) < first:
        return False
    return single.get(member.id, event.everyone or grouped)
