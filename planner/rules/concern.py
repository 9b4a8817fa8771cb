"""Which findings are about a thing: an event, a person, a family; for "of this event" and for its own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from planner.model import Activity, HostOffer, Interpreter, Journey, Member, Resident
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject

# Of so many people each one is meant; what is found for more is told at the event, not at each of them.
_NAMED = 3


def concerning(findings: Iterable[Finding], plan: Plan, subject: Subject, *, own: bool = False) -> list[Finding]:
    """Give the findings that a thing is a subject of, or, of a participant, that concern them.

    `own` leaves out what is found for a whole group of which a participant is only one.
    """
    about = set(_belonging(plan, subject))
    members = {one.id for one in about if one.noun == "Member"}
    return [
        finding
        for finding in findings
        if about.intersection(finding.subjects)
        or (members.intersection(finding.who) and not (own and len(finding.who) > _NAMED))
    ]


def day_concerned(finding: Finding, plan: Plan) -> dt.date | None:
    """Give the local day on which a finding has to be looked at: its own, or that of the event it is about first."""
    if finding.day is not None:
        return finding.day
    for noun, row_id in finding.subjects:
        if noun == "Activity" and (activity := plan.get(Activity, row_id)) is not None:
            return activity.starts_on
        if noun == "Journey" and (journey := plan.get(Journey, row_id)) is not None:
            return journey.departs_on
    return None


def _belonging(plan: Plan, subject: Subject) -> Iterator[Subject]:
    """Give the thing itself and what is shown as a part of it."""
    yield subject
    noun, row_id = subject
    if noun in ("Activity", "Journey"):
        key = "activity_id" if noun == "Activity" else "journey_id"
        yield from (Subject("Need", need.id) for need in plan.needs if getattr(need, key) == row_id)
    elif noun == "Household":
        yield from (Subject("Resident", one.id) for one in plan.all(Resident) if one.household_id == row_id)
        yield from (Subject("HostOffer", one.id) for one in plan.all(HostOffer) if one.household_id == row_id)
    elif noun in ("Member", "Interpreter"):
        holder = plan.get(Member, row_id) if noun == "Member" else plan.get(Interpreter, row_id)
        if holder is not None:
            yield Subject("Person", holder.person_id)
    elif noun == "Person":
        yield from (Subject("Member", one.id) for one in plan.all(Member) if one.person_id == row_id)
