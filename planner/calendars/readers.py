"""Who gets a calendar of a visit."""

from __future__ import annotations

from planner.model.plan import Plan
from planner.model.readers import Reader, of_group, of_guest, of_home, of_interpreter, of_public, of_staff
from planner.model.visits import CALENDAR


def readers_of(plan: Plan) -> list[Reader]:
    """Give everybody of a visit who gets a calendar: the group, the guests, the families who have one of them, the
    interpreters who do something, the staff, and the public if anything is open to it.
    """
    homes = {stay.household.id: stay.household for stay in plan.stays if stay.household and not stay.member.withdrawn}
    return [
        of_group(),
        *(of_guest(member) for member in plan.members if not member.withdrawn),
        *(of_home(household) for household in sorted(homes.values(), key=lambda home: home.id)),
        *(of_interpreter(one) for one in plan.interpreters if one.assignments or _was_sent(plan, one.uid)),
        of_staff(),
        *([of_public()] if any(activity.open_to_public for activity in plan.activities) else []),
    ]


def _was_sent(plan: Plan, uid: str) -> bool:
    """Say whether somebody holds a calendar, so that they have to be told when all that is in it is off."""
    return any(issue.document == CALENDAR and issue.recipient == uid for issue in plan.visit.papers)
