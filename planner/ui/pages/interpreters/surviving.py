"""What of a proposal still fits when the plan has changed since, why the rest does not, and what goes together.

Each change is judged in the roster as it would be with all that stand, by the verdict that everything else asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from planner.agenda import Agenda
from planner.language import say, tr
from planner.matching.interpreters.basis import basis_of
from planner.matching.interpreters.proposal import Fate, Line, Proposal, State, fate_of
from planner.model.interpreting import Interpreter, Need
from planner.model.plan import Plan
from planner.rules.interpreting import Roster, Would, can
from planner.rules.interpreting.fitness import works_beside
from planner.rules.left import counts

#: A change by its need and its interpreter.
Place = tuple[int, int]

# What people say of themselves is firm: no proposal goes against it.
_FIRM = frozenset({"cannot-all-of-it", "over-the-day", "works-beside"})


class Fallen(NamedTuple):
    """A change that no longer fits, and why, in the reader's words."""

    line: Line
    why: str


@dataclass(frozen=True)
class Standing:
    """A proposal beside a plan that may be another than it was found for.

    `lines` can be accepted, each with those it goes `together` with; `done` are in the plan already. `roster` is the
    plan's with all of them, `roster_before` with none but that whoever has fallen ill does not come.
    """

    lines: tuple[Line, ...]
    fallen: tuple[Fallen, ...]
    done: int
    together: Mapping[Place, frozenset[Place]]
    roster: Roster
    roster_before: Roster

    def with_all(self, chosen: Iterable[Place]) -> tuple[Line, ...]:
        """Give some changes with all that go together with them."""
        wanted = {one for place in chosen for one in self.together[place]}
        return tuple(line for line in self.lines if line.place in wanted)


def still(answer: Proposal, plan: Plan) -> Standing:
    """Give what stands of a proposal: what rests on what it was found for, and nothing in the plan is against."""
    agenda = Agenda(plan)
    now = basis_of(plan.needs, plan.interpreters)
    fates = [(line, fate_of(line, answer.basis, now)) for line in answer.changes]
    why = {
        Fate.NEED: tr("the event or what it needs has changed"),
        Fate.INTERPRETER: tr("what they can do, or when, has changed"),
        Fate.BY_HAND: tr("it has been changed by hand"),
    }
    fallen = [Fallen(line, why[fate]) for line, fate in fates if fate in why]
    lines = [line for line, fate in fates if fate is Fate.STANDS]
    done = [line for line, fate in fates if fate is Fate.DONE]
    roster = _would_be(lines, agenda)
    while plan.revision != answer.revision:
        more = [Fallen(line, words) for line in lines if (words := _against(line, roster))]
        more += _without_takers(lines, done, answer, roster)
        if not more:
            break
        fallen += more
        lines = [line for line in lines if all(line is not one.line for one in more)]
        roster = _would_be(lines, agenda)
    before = _would_be([line for line in lines if _is_ill(line)], agenda)
    return Standing(tuple(lines), tuple(fallen), len(done), _together(lines, agenda), roster, before)


def _would_be(lines: Iterable[Line], agenda: Agenda) -> Roster:
    """Give a plan's roster with some changes."""
    gone = {line.assignment_id for line in lines if line.assignment_id is not None}
    more = [
        Would(line.need_id, agenda.plan.find(Interpreter, line.interpreter_id), (line.start, line.end))
        for line in lines
        if _takes(line)
    ]
    return Roster(agenda, gone, more)


def _takes(line: Line) -> bool:
    return line.state is not State.GONE


def _is_ill(line: Line) -> bool:
    return any(reason.code == "assign-ill" for reason in line.reasons)


def _lets_go(line: Line) -> bool:
    return line.state is not State.NEW


def _against(line: Line, roster: Roster) -> str:
    """Say why a change is not possible in a roster that it is in; nothing if it is."""
    if not _takes(line):
        return ""
    plan, span = roster.plan, (line.start, line.end)
    need = plan.find(Need, line.need_id)
    verdict = can(plan.find(Interpreter, line.interpreter_id), need, roster, span=span)
    for said in (*verdict.obstacles, *(one for one in verdict.warnings if one.code in _FIRM)):
        return say(said)
    team = [duty for duty in roster.team(need) if counts(duty.assignment) and duty.overlaps(*span)]
    moments = {line.start, *(duty.start for duty in team if duty.start > line.start)}
    most = max(sum(duty.start <= moment < duty.end for duty in team) for moment in moments)
    return tr("somebody else is there by now") if most > (need.how_many or 1) else ""


def _takers(line: Line, others: Iterable[Line], roster: Roster) -> list[Line]:
    """Give of some changes those for which somebody is taken off: who comes instead, or what they do instead."""
    return [other for other in others if other is not line and _takes(other) and _touch(line, other, roster)]


def _touch(one: Line, other: Line, roster: Roster) -> bool:
    """Whether two changes are at one need, or about one person on one day."""
    if one.need_id == other.need_id:
        return True
    days = {roster.wanted[line.need_id].day for line in (one, other) if line.need_id in roster.wanted}
    return one.interpreter_id == other.interpreter_id and len(days) == 1


def _without_takers(lines: list[Line], done: list[Line], answer: Proposal, roster: Roster) -> Iterator[Fallen]:
    """Give who would be taken off for somebody who does not come instead any more; who is ill is so all the same."""
    for line in lines:
        for_somebody = line.state is State.GONE and not _is_ill(line) and _takers(line, answer.changes, roster)
        if for_somebody and not _takers(line, [*lines, *done], roster):
            yield Fallen(line, tr("nobody would come instead"))


def _together(lines: list[Line], agenda: Agenda) -> dict[Place, frozenset[Place]]:
    """Give for each change those accepted with it: whose place it takes, for whom it makes room, its company."""
    found: dict[Place, frozenset[Place]] = {line.place: frozenset({line.place}) for line in lines}
    roster = Roster(agenda)
    for line in lines:
        near = [other for other in lines if other is not line and _touch(line, other, roster)]
        if line.state is State.GONE:
            tied = [other for other in near if other.need_id == line.need_id and _takes(other)]
        else:
            beside = works_beside(agenda.plan.find(Interpreter, line.interpreter_id))
            tied = [one for one in near if _lets_go(one) or (beside and one.need_id == line.need_id)]
            if tied and not _against(line, _would_be([line], agenda)):
                tied = []
        whole = frozenset().union(found[line.place], *(found[one.place] for one in tied))
        for place in whole:
            found[place] = whole
    return found
