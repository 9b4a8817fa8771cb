"""Why somebody is not at an event: what forbids it, or what it would cost, each in figures."""

from __future__ import annotations

from planner.matching.exact.watch import Progress
from planner.matching.interpreters.building import build, obstacles_of, person_name, shift_name
from planner.matching.interpreters.proposing import reason_against
from planner.matching.shifts.answer import Aim
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.stages import cover
from planner.matching.shifts.what_if import why_not
from planner.model.message import Message
from planner.model.plan import Plan


def why_not_there(
    plan: Plan, interpreter_id: int, need_id: int, progress: Progress | None = None
) -> tuple[Message, ...]:
    """Say why the best assignment does not have somebody at an event; nothing if it has.

    First all that forbids it, whatever else they do. Otherwise they are put there and everything is solved again: what
    is told is the first aim that suffers, which decided.
    """
    visit = build(plan)
    person, shift = person_name(interpreter_id), shift_name(need_id)
    best = cover(visit.problem, progress)
    if any((one.person, one.shift) == (person, shift) for one in best.duties):
        return ()
    interpreter = visit.interpreters[person]
    if obstacles := obstacles_of(visit.verdicts[person, shift]):
        return obstacles
    why = why_not(visit.problem, best, person, shift, progress)
    if why.price is None:
        judge = Judge(Tables(visit.problem), best.duties)
        return (reason_against(visit, judge, interpreter, shift, None, has_option=not (why.hours or why.beside)),)
    if why.price.first is None:
        return (Message.of("assign-price-none"),)
    aim, more = why.price.first
    figure = "minutes" if aim in (Aim.UNCOVERED, Aim.MOST) else "count"
    return (Message(f"assign-price-{aim.value}", {figure: more}),)
