"""Why somebody is not at an event: what forbids it, or what it would cost, each in figures."""

from __future__ import annotations

from planner.matching.exact.watch import half
from planner.matching.interpreters.against import reason_against
from planner.matching.interpreters.building import Visit, build, obstacles_of
from planner.matching.interpreters.naming import person_name, shift_name
from planner.matching.interpreters.unkept import told_of
from planner.matching.shifts.answer import Aim, Cover, Duty
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.stages import cover
from planner.matching.shifts.what_if import why_not
from planner.model.interpreting import Interpreter
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.interpreting.loads import who
from planner.rules.programme.clashes import title


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
        if why.price.first is None:
            return (Message.of("assign-price-none"),)
        aim, more = why.price.first
        if aim is Aim.BROKEN:
            rules = _newly_broken(visit, best, why.price.cover)
            return (Message.of("assign-price-broken", count=more, rules=rules),)
        figure = "minutes" if aim is Aim.UNCOVERED else "count"
        return (Message(f"assign-price-{aim.value}", {figure: more}),)


def _newly_broken(visit: Visit, best: Cover, found: Cover) -> list[Message]:
    """Give what good practice is not kept in an answer, and is in the best one."""
    judge, before = Judge(Tables(visit.problem), found.duties), set(best.broken)
    told = [one for broken in found.broken if broken not in before for one in told_of(visit, judge, broken)]
    return [
        Message.of(
            "assign-not-kept",
            name=who(visit.plan.find(Interpreter, one.interpreter_id)),
            events=[title(visit.roster.wanted[need_id].slot) for need_id in one.need_ids],
            said=one.said,
        )
        for one in told
    ]


def why_not_there(
    plan: Plan, interpreter_id: int, need_id: int, progress: Progress | None = None
) -> tuple[Message, ...]:
    """Answer one question, as `Asker` does several; what was stopped is told as if nothing were against it."""
    return Asker(plan).why_not(interpreter_id, need_id, progress) or ()
