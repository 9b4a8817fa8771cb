"""Why somebody is not at an event: what forbids it, or what it would cost, each in figures."""

from __future__ import annotations

from planner.matching.exact.watch import half
from planner.matching.interpreters.against import reason_against
from planner.matching.interpreters.building import build, obstacles_of
from planner.matching.interpreters.naming import person_name, shift_name
from planner.matching.interpreters.pricing import price_told
from planner.matching.shifts.answer import Cover, Duty
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.stages import cover
from planner.matching.shifts.what_if import why_not
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress


class Asker:
    """Answers for one plan: the best assignment is worked out once, whoever is asked about."""

    def __init__(self, plan: Plan) -> None:
        self._visit = build(plan)
        self._best: Cover | None = None

    def why_not(
        self, interpreter_id: int, need_id: int, progress: Progress | None = None
    ) -> tuple[Message, ...] | None:
        """Say why the best assignment does not have somebody at an event; nothing if it has.

        First all that forbids it, whatever else they do: that needs no reckoning. Otherwise they are put there and
        everything is solved again: what is told is the first aim that suffers, which decided. None where it was
        stopped before it was known. Pure, for a thread.
        """
        visit = self._visit
        person, shift = person_name(interpreter_id), shift_name(need_id)
        if (person, shift) not in visit.verdicts:
            return (Message.of("assign-only-idea"),)
        if any((one.person, one.shift) == (person, shift) for one in visit.problem.locked):
            return ()
        if obstacles := obstacles_of(visit.verdicts[person, shift]):
            return obstacles
        if self._best is None:
            best = cover(visit.problem, half(progress, 0))
            if best.cancelled:
                return None
            self._best, progress = best, half(progress, 1)
        best = self._best
        if any((one.person, one.shift) == (person, shift) for one in best.duties):
            return ()
        why = why_not(visit.problem, best, person, shift, progress)
        if why.price is not None and why.price.cover.cancelled:
            return None
        if why.price is None:
            # All that may be moved has been: what keeps them away is what stays.
            stays = [Duty(one.person, one.shift, one.start, one.end) for one in visit.problem.locked]
            judge = Judge(Tables(visit.problem), stays)
            has_option = not (why.hours or why.beside)
            return (reason_against(visit, judge, visit.interpreters[person], shift, None, has_option=has_option),)
        return price_told(visit, best, why.price)


def why_not_there(
    plan: Plan, interpreter_id: int, need_id: int, progress: Progress | None = None
) -> tuple[Message, ...]:
    """Answer one question, as `Asker` does several; what was stopped is told as if nothing were against it."""
    return Asker(plan).why_not(interpreter_id, need_id, progress) or ()
