"""A proposal of who interprets what is taken over: all of it or what was chosen, as one step that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.interpreting import no_longer_comes
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.commands.removing import take_out
from planner.matching.interpreters.basis import basis_of
from planner.matching.interpreters.proposal import Fate, Line, Proposal, State, fate_of
from planner.model import Assignment, Interpreter, Need
from planner.model.done import Done
from planner.model.message import Message, PlannerError


def accept_repair(
    session: Session, proposal: Proposal, chosen: Iterable[Line] | None, interpreter_id: int, on: dt.date, at: dt.time
) -> Done:
    """Take over what a proposal does about somebody who cannot come from a moment on, and note that they cannot.

    As one step; it raises what `accept_assignments` and `planner.commands.interpreting.no_longer_comes` do.
    """
    done = accept_assignments(session, proposal, chosen)
    no_longer_comes(session, interpreter_id, on, at)
    name = name_of(find(session, Interpreter, interpreter_id))
    return Done(Message.of("change-ill", name=name, day=on, count=done.result), result=done.result)


def accept_assignments(session: Session, proposal: Proposal, chosen: Iterable[Line] | None = None) -> Done:
    """Let interpreters cover what a proposal has them cover, or only the `chosen` of its changes.

    What is in the plan already is left alone. The result is how many changes there were. Raises `PlannerError`
    ``assigning-outdated`` where the need, its event, the interpreter or the assignment of one of them is no longer
    what the proposal was made from.
    """
    now = basis_of(*_now(session, proposal.visit_id))
    lines = proposal.changes if chosen is None else [line for line in chosen if line in proposal.changes]
    fates = {line.place: fate_of(line, proposal.basis, now) for line in lines}
    if set(fates.values()) - {Fate.STANDS, Fate.DONE}:
        raise PlannerError("assigning-outdated")
    lines = [line for line in lines if fates[line.place] is Fate.STANDS]
    for line in lines:
        if line.state is State.NEW:
            need, interpreter = find(session, Need, line.need_id), find(session, Interpreter, line.interpreter_id)
            session.add(
                Assignment(
                    need=need,
                    interpreter=interpreter,
                    covers_from=line.covers_from,
                    covers_until=line.covers_until,
                )
            )
            continue
        assigned = find(session, Assignment, line.assignment_id or 0)
        if line.state is State.GONE:
            take_out(session, assigned)
        else:
            assigned.covers_from, assigned.covers_until = line.covers_from, line.covers_until
    session.flush()
    return Done(Message.of("change-assigned", count=len(lines)), result=len(lines))


def _now(session: Session, visit_id: int) -> tuple[list[Need], list[Interpreter]]:
    """The needs and interpreters of a visit as they are in the file."""
    needs = [
        need
        for need in session.scalars(select(Need))
        if (event := need.activity or need.journey) is not None and event.visit_id == visit_id
    ]
    return needs, list(session.scalars(select(Interpreter).where(Interpreter.visit_id == visit_id)))
