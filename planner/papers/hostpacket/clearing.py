"""What keeps a packet from a family: an adult of the home who is not cleared while a minor sleeps there.

The names, the allergies and the address of a child go only where every adult has been looked at (domain.md §3.2, rule
6; §6.1). What somebody has accepted with a reason keeps nothing back.
"""

from __future__ import annotations

import datetime as dt

from planner.model.attendance import travels
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.rules.counted import marked
from planner.rules.finding import Finding, Severity, Subject, standing
from planner.rules.gaps import clearance_gaps

#: From the day that the sentence of these names on, somebody is lacking a clearance; from the first night else.
_FROM_THEN = {"gap-clearance-comes-of-age": 0, "gap-clearance-runs-out": 1}


def not_cleared(plan: Plan, reader: Reader) -> tuple[Message, ...]:
    """Say of each adult of the home by name what is lacking, and from which night on it is needed."""
    own = (stay for stay in plan.stays if stay.household_id == reader.audience.id)
    nights = [stay.first_night for stay in own if travels(stay.member)]
    if not nights:
        return ()
    home = Subject("Household", reader.audience.id or 0)
    found = [one for one in clearance_gaps(plan) if home in one.subjects and one.severity is Severity.BLOCK]
    return tuple(_said(one, min(nights)) for one in standing(marked(plan, found)))


def _said(finding: Finding, first_night: dt.date) -> Message:
    day = finding.figures.figures.get("day")
    later = _FROM_THEN.get(finding.code)
    since = first_night
    if later is not None and isinstance(day, dt.date):
        since = max(first_night, day + dt.timedelta(days=later))
    return Message.of("packet-not-cleared", why=finding.figures, day=since)
