"""Interpreters who travel in the group: what they reach together with it, they cannot be at half an hour before."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

from planner.agenda import Agenda, Event
from planner.agenda.slots import instant_of
from planner.clock import arrives_of
from planner.model.attendance import may_take_part, travels
from planner.model.delegations import Member
from planner.model.interpreting import Interpreter
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Journey
from planner.rules.interpreting.availability import event_of
from planner.rules.interpreting.roster import roster_of

#: Who arrives so long before something goes on to it with the others.
_STRAIGHT_ON = dt.timedelta(hours=1.5)


def with_the_group(interpreter: Interpreter, agenda: Agenda) -> frozenset[int]:
    """Give the assignments, by id, to which an interpreter comes with the group.

    Its legs, what follows on one, and what they take over while they are there with it.
    """
    member = _in_the_group(interpreter, agenda.plan)
    if member is None:
        return frozenset()
    found, arrivals = set(), _arrivals(member, agenda.plan)
    for duty in roster_of(agenda).of(interpreter):
        event = event_of(duty.assignment.need)
        if event is None:
            continue
        takes_over = duty.start > duty.slot.start and may_take_part(member, event)
        if takes_over or _has_just_arrived(member, event, duty.start, arrivals):
            found.add(duty.assignment.id)
    return frozenset(found)


def _in_the_group(interpreter: Interpreter, plan: Plan) -> Member | None:
    found = (one for one in plan.members if one.person_id == interpreter.person_id and travels(one))
    return next(found, None)


def _arrivals(member: Member, plan: Plan) -> list[dt.datetime]:
    """When somebody of the group arrives by any leg of theirs that is not cancelled, in the order of time."""
    legs = (leg for leg in plan.journeys if leg.status is not ActivityStatus.CANCELLED and may_take_part(member, leg))
    return sorted(at for leg in legs if (at := _arrives(leg)) is not None)


def _arrives(leg: Journey) -> dt.datetime | None:
    end = arrives_of(leg)
    try:
        return None if end is None else instant_of(end)
    except PlannerError:
        return None  # the clocks do not show it: that is told by itself


def _has_just_arrived(member: Member, event: Event, start: dt.datetime, arrivals: list[dt.datetime]) -> bool:
    """Whether somebody of the group comes to an event straight from a leg of theirs, or the event is such a leg."""
    if isinstance(event, Journey):
        return may_take_part(member, event)
    # The last leg before it is the nearest.
    before = bisect_right(arrivals, start)
    return before > 0 and start - arrivals[before - 1] <= _STRAIGHT_ON
