"""What keeps a packet from a family: an adult of the home who is not cleared while a minor sleeps there.

The names, the allergies and the address of a child go only where every adult has been looked at (domain.md §3.2, rule
6; §6.1). What somebody has accepted with a reason keeps nothing back. Nor does it where the visit takes it lightly:
that is said beside the paper (`planner.papers.concerns`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.model.attendance import travels
from planner.model.households import Resident
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.rules.checker import Checker
from planner.rules.clearances import clearance_too_old, minors_nights, nights_not_cleared
from planner.rules.counted import marked
from planner.rules.finding import Finding, Severity, Subject, standing
from planner.rules.gaps import clearance_gaps
from planner.rules.settings import taken


def not_cleared(plan: Plan, reader: Reader) -> tuple[Message, ...]:
    """Say of each adult of the home by name what is lacking, and from which night on it is needed."""
    own = (stay for stay in plan.stays if stay.household_id == reader.audience.id)
    first = min((stay.first_night for stay in own if travels(stay.member)), default=None)
    if first is None:
        return ()
    home = Subject("Household", reader.audience.id or 0)
    found = [one for one in _found(plan) if home in one.subjects and one.severity is Severity.BLOCK]
    nights = minors_nights(plan).get(home.id, ())
    return tuple(_said(one, plan, nights, first) for one in standing(marked(plan, found)))


def _found(plan: Plan) -> Iterator[Finding]:
    yield from clearance_gaps(plan)
    # The rule is asked only where the visit has made it one that blocks.
    if any(one.severity is Severity.BLOCK for one in taken(plan, (clearance_too_old,))):
        yield from Checker((clearance_too_old,)).check(plan)


def _said(finding: Finding, plan: Plan, nights: tuple[dt.date, ...], first: dt.date) -> Message:
    """Say from when on it is needed: who was refused is so from the first night on, whoever sleeps there."""
    resident = plan.find(Resident, next(row for noun, row in finding.subjects if noun == "Resident"))
    lacking = nights_not_cleared(resident, nights) or nights
    return Message.of("packet-not-cleared", why=finding.figures, day=min(lacking, default=first))
