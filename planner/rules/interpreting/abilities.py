"""Whether an interpreter can cover a need, with every reason: for the page, the findings and the optimiser alike.

An *obstacle* rules it out: no time, another place, a direction or mode they do not do, medical matters for a volunteer.
A *warning* speaks against it, and a person may decide otherwise. What is left is weighed in points, each with its
figure, so that "84" can be asked why. Nothing is ever refused for any of it: a coordinator may know better.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from planner.agenda import agenda_of
from planner.model.interpreting import Interpreter, Need
from planner.model.kinds import InterpreterLevel
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.interpreting import fitness
from planner.rules.interpreting.availability import (
    NOT_THEN,
    Span,
    begins,
    event_of,
    minutes_away,
    not_coming,
    on_host_clock,
    taken_by,
)
from planner.rules.interpreting.bearing import hours_with, too_much
from planner.rules.interpreting.cover import needs_lacking, part_lacking
from planner.rules.interpreting.limits import Limits, limits_of
from planner.rules.interpreting.moving import Gap, at_once, gap_between, is_other_mode
from planner.rules.interpreting.roster import Duty, Roster, Wanted, roster_of
from planner.rules.interpreting.specialities import specialities
from planner.rules.programme.clashes import title

#: What anybody without an obstacle starts from, and what each warning takes away.
BASE, WARNING = 60, 12

_LEVELS = {InterpreterLevel.PROFESSIONAL: 16, InterpreterLevel.CIR: 14, InterpreterLevel.VOLUNTEER: 6}
_KNOWS_FIELD, _KNOWS_PEOPLE, _FRESH = 12, 8, 8
# Reasons that are about time, for "has time".
_OF_TIME = NOT_THEN | {"cannot-all-of-it", "is-elsewhere", "in-other-mode", "way-too-short"}


@dataclass(frozen=True, slots=True)
class Points:
    """What an interpreter earns for something that speaks for them, and the sentence that says what."""

    points: int
    message: Message


@dataclass(frozen=True, slots=True)
class Verdict:
    """An interpreter and a need, what rules it out, what speaks against it and what for it.

    `away` is for how many of the need's minutes they cannot come; with a `span` it is about that part of it only.
    """

    interpreter: Interpreter
    need: Need
    obstacles: tuple[Message, ...]
    warnings: tuple[Message, ...]
    points: tuple[Points, ...]
    away: int = 0
    span: Span | None = None

    @property
    def reasons(self) -> tuple[Message, ...]:
        """Everything that speaks against it, what rules it out first."""
        return (*self.obstacles, *self.warnings)

    @property
    def can(self) -> bool:
        """Whether nothing rules it out."""
        return not self.obstacles

    @property
    def suits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.reasons

    @property
    def is_free(self) -> bool:
        """Whether they have time, as far as is known: whoever has not said when may well be free."""
        return not any(reason.code in _OF_TIME for reason in self.reasons)

    @property
    def score(self) -> int:
        """From 0 to 100 how well it fits; 0 where something rules it out."""
        if self.obstacles:
            return 0
        score = BASE + sum(one.points for one in self.points) - WARNING * len(self.warnings)
        return max(1, min(100, score))


def can(
    interpreter: Interpreter, need: Need, roster: Roster, limits: Limits | None = None, *, span: Span | None = None
) -> Verdict:
    """Say whether an interpreter can cover a need beside what they do already; that they cover it is no obstacle.

    With a `span`, two instants, it is about that part of the need only.
    """
    limits = limits or limits_of(roster.plan)
    wanted = roster.wanted.get(need.id)
    if wanted is not None and span is not None:
        wanted = replace(wanted, start=span[0], end=span[1])
    others = [duty for duty in roster.of(interpreter) if duty.works and duty.need.id != need.id]
    obstacles: list[Message] = []
    warnings: list[Message] = []
    away = _coming(interpreter, need, wanted, roster, obstacles, warnings)
    if wanted is not None:
        _elsewhere(wanted, others, roster, obstacles)
    _skills(interpreter, need, obstacles, warnings)
    _fitness(interpreter, need, wanted, roster, obstacles, warnings)
    # Who is not there is over no limit.
    if wanted is not None and not obstacles:
        warnings += too_much(interpreter, wanted, others, roster, limits)
    points = _points(interpreter, need, wanted, others, roster, limits)
    return Verdict(interpreter, need, tuple(obstacles), tuple(warnings), tuple(points), away, span)


def candidates(need: Need, plan: Plan) -> list[Verdict]:
    """Judge every interpreter of the visit who does not cover the need yet: the best first, those with time before.

    Where only a part of it lacks somebody, for that part.
    """
    roster, there = _roster(plan), {one.interpreter_id for one in need.assignments}
    span = _part(need, roster)
    found = [can(one, need, roster, span=span) for one in plan.interpreters if one.id not in there]
    return sorted(found, key=_order)


def open_needs(interpreter: Interpreter, plan: Plan) -> list[Verdict]:
    """Judge every need that lacks somebody and that an interpreter does not cover: what suits first, then by time.

    Where only a part of it lacks somebody, for that part.
    """
    roster, there = _roster(plan), {one.need_id for one in interpreter.assignments}
    lacking = [need for need in needs_lacking(plan) if need.id not in there]
    found = [can(interpreter, need, roster, span=_part(need, roster)) for need in lacking]
    return sorted(found, key=lambda each: (not each.suits, not each.is_free, begins(each.need, plan), each.need.id))


def _part(need: Need, roster: Roster) -> Span | None:
    wanted = roster.wanted.get(need.id)
    return None if wanted is None else part_lacking(wanted, roster)


def _order(verdict: Verdict) -> tuple[bool, bool, bool, int]:
    return not verdict.suits, not verdict.can, not verdict.is_free, -verdict.score


def _roster(plan: Plan) -> Roster:
    return roster_of(agenda_of(plan))


# What each part of the verdict asks


def _coming(
    interpreter: Interpreter, need: Need, wanted: Wanted | None, roster: Roster,
    obstacles: list[Message], warnings: list[Message],
) -> int:  # fmt: skip
    """When they can come: not at all rules it out, a part of the time speaks against it. Gives the minutes lacking."""
    event = event_of(need)
    if wanted is not None:
        when = on_host_clock((wanted.start, wanted.end), roster.plan)
    elif event is not None:
        when = taken_by(event, roster.plan, need.minutes)
    else:
        return 0
    coming = roster.coming(interpreter)
    said = not_coming(coming, when)
    if said is not None:
        (obstacles if said.code in NOT_THEN else warnings).append(said)
    return minutes_away(coming, when)


def _elsewhere(wanted: Wanted, others: list[Duty], roster: Roster, obstacles: list[Message]) -> None:
    """Where else they are at the time, and whether there is time for the way before and after."""
    span = (wanted.start, wanted.end)
    ways = roster.agenda.ways
    for duty in others:
        if at_once(wanted, duty.wanted, span, duty):
            obstacles.append(bound_by(wanted, duty.wanted))
    before = max((duty for duty in others if duty.end <= wanted.start), key=lambda duty: duty.end, default=None)
    after = min((duty for duty in others if duty.start >= wanted.end), key=lambda duty: duty.start, default=None)
    for other, gap in (
        (before, before and gap_between(before.slot, before.end, wanted.slot, wanted.start, ways)),
        (after, after and gap_between(wanted.slot, wanted.end, after.slot, after.start, ways)),
    ):
        if other is not None and gap and gap.is_too_short:
            obstacles.append(too_far_from(other.wanted, gap))


def bound_by(wanted: Wanted, other: Wanted) -> Message:
    """Say what somebody does at the time of a need: something else, or the same event in another mode."""
    if is_other_mode(wanted, other):
        return Message.of("in-other-mode", mode=other.need.mode)
    return Message.of("is-elsewhere", event=title(other.slot))


def too_far_from(other: Wanted, gap: Gap) -> Message:
    """Say that there is no time for the way between a need and the other one before or after it."""
    return Message.of("way-too-short", event=title(other.slot), gap=gap.minutes, way=gap.way)


def _skills(interpreter: Interpreter, need: Need, obstacles: list[Message], warnings: list[Message]) -> None:
    """Directions and mode; who does one of two directions can still take turns with somebody."""
    missing: list[Enum] = fitness.skills_missing(interpreter, need)
    if not missing:
        return
    knows_none = bool(need.pairs) and bool(interpreter.pairs) and need.pairs.isdisjoint(interpreter.pairs)
    rules_it_out = need.mode in missing or knows_none
    (obstacles if rules_it_out else warnings).append(Message.of("does-not-do", skills=missing))


def _fitness(
    interpreter: Interpreter, need: Need, wanted: Wanted | None, roster: Roster,
    obstacles: list[Message], warnings: list[Message],
) -> None:  # fmt: skip
    plan = roster.plan
    grave = [fitness.too_grave(interpreter, need, wanted)]
    doubtful = [fitness.too_hard(interpreter, need), fitness.has_conflict(interpreter)]
    if wanted is not None:
        grave += [
            fitness.close_to_patient(interpreter, wanted), fitness.alone_with_minors(interpreter, wanted, plan)
        ]  # fmt: skip
        doubtful.append(fitness.bound_otherwise(interpreter, wanted, plan))
    if fields := fitness.fields_unknown(interpreter, need):
        doubtful.append(Message.of("field-unknown-to", fields=fields))
    if fitness.works_beside(interpreter) and not _has_company(interpreter, need, roster):
        doubtful.append(Message.of("works-beside"))
    obstacles += [said for said in grave if said is not None]
    warnings += [said for said in doubtful if said is not None]


def _has_company(interpreter: Interpreter, need: Need, roster: Roster) -> bool:
    team = [duty.assignment for duty in roster.team(need)] if need.id in roster.wanted else need.assignments
    beside = (one.interpreter for one in team if one.interpreter_id != interpreter.id)
    return any(not fitness.works_beside(one) for one in beside)


def _points(
    interpreter: Interpreter, need: Need, wanted: Wanted | None, others: list[Duty], roster: Roster, limits: Limits
) -> list[Points]:
    found: list[Points] = []
    if points := _LEVELS.get(interpreter.level):
        found.append(Points(points, Message.of("merit-level", level=interpreter.level)))
    if known := sorted(specialities(need.speciality) & specialities(interpreter.specialities)):
        found.append(Points(_KNOWS_FIELD, Message.of("merit-field", fields=known)))
    if wanted is None:
        return found
    crowd = roster.crowd(wanted)
    met = [duty for duty in others if crowd and crowd <= roster.crowd(duty.wanted)]
    if met:
        found.append(Points(_KNOWS_PEOPLE, Message.of("merit-knows-people", count=len(met))))
    hours, limit = hours_with(interpreter, wanted, others, limits)
    if limit and hours <= limit:
        points = round(_FRESH * (1 - hours / limit))
        found.append(Points(points, Message.of("merit-hours", hours=hours, limit=limit)))
    return found
