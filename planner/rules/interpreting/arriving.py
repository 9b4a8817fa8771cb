"""Interpreters who travel in the group: what they reach together with it, they cannot be at half an hour before."""

from __future__ import annotations

import datetime as dt

from planner.agenda import Agenda, Event
from planner.clock import arrives_of
from planner.model.attendance import may_take_part, travels
from planner.model.delegations import Member
from planner.model.interpreting import Interpreter
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
    found = set()
    for duty in roster_of(agenda).of(interpreter):
        event = event_of(duty.assignment.need)
        member = _in_the_group(interpreter, agenda.plan)
        if event is None or member is None:
            continue
        takes_over = duty.start > duty.slot.start and may_take_part(member, event)
        if takes_over or _has_just_arrived(member, event, duty.start, agenda.plan):
            found.add(duty.assignment.id)
    return frozenset(found)


def _in_the_group(interpreter: Interpreter, plan: Plan) -> Member | None:
    found = (one for one in plan.members if one.person_id == interpreter.person_id and travels(one))
    return next(found, None)


def _has_just_arrived(member: Member, event: Event, start: dt.datetime, plan: Plan) -> bool:
    """Whether somebody of the group comes to an event straight from a leg of theirs, or the event is such a leg."""
    if isinstance(event, Journey):
        return may_take_part(member, event)
    arrivals = (arrives_of(leg) for leg in plan.journeys if may_take_part(member, leg))
    return any(end is not None and dt.timedelta() <= start - end.instant() <= _STRAIGHT_ON for end in arrivals)
