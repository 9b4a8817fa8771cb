"""A visit's needs and interpreters as a problem of shifts.

What a verdict says of somebody and a need (`planner.rules.interpreting`) becomes a bar, a penalty or points, but for
what depends on everything else that they do: that is what the solver decides. Assignments that are not locked are open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from planner.agenda import Agenda
from planner.matching.interpreters.naming import minute_of, person_name, shift_name
from planner.matching.interpreters.practice import meals_of, reason_weights, rests_of, weight_of_hours_alone
from planner.matching.shifts.answer import Duty as Shiftwork
from planner.matching.shifts.problem import Bar, Duo, Locked, Pairing, Person, Shift, ShiftProblem
from planner.model.interpreting import Interpreter
from planner.model.kinds import TeamRole
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.interpreting import Duty, Roster, Verdict, Wanted, can, roster_of, weight_of
from planner.rules.interpreting.availability import NOT_THEN, merged, spans_there
from planner.rules.interpreting.fitness import works_beside
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.loads import day_limits
from planner.rules.interpreting.moving import in_turn
from planner.rules.interpreting.roster import carries, without
from planner.rules.left import counts

# Reasons that the solver finds for itself, from everything that somebody does.
_DEPENDS = frozenset(
    {
        "is-elsewhere",
        "in-other-mode",
        "way-too-short",
        *NOT_THEN,
        "cannot-all-of-it",
        "over-the-day",
        "over-alone",
        "long-alone",
        "long-at-a-stretch",
        "works-beside",
    }
)
_DEPENDING_MERITS = frozenset({"merit-knows-people", "merit-hours"})
# Nobody minds being relieved after two hours, whatever the rules of the visit say.
_HANDOVER = 120


@dataclass(frozen=True)
class Illness:
    """That somebody cannot come from a moment on."""

    interpreter_id: int
    since: dt.datetime


@dataclass(frozen=True)
class Visit:
    """A visit as a problem: what its names stand for, what each pair's verdict is, and what is done now."""

    problem: ShiftProblem
    roster: Roster
    wanted: Mapping[str, Wanted]
    interpreters: Mapping[str, Interpreter]
    verdicts: Mapping[tuple[str, str], Verdict]
    before: Mapping[Shiftwork, Duty]

    @property
    def plan(self) -> Plan:
        """The plan it was made from."""
        return self.roster.plan


def build(plan: Plan, illness: Illness | None = None) -> Visit:
    """Make the problem of a plan. With an illness, what is over when it begins stays as it was."""
    roster = roster_of(Agenda(plan))
    wanted = {shift_name(one.need.id): one for one in roster.wanted.values() if not one.is_idea}
    people = {person_name(one.id): one for one in plan.interpreters}
    crowds: dict[tuple[int, ...], str] = {}
    shifts = tuple(_shift(name, one, crowds) for name, one in wanted.items())
    verdicts = {
        (person, name): can(interpreter, one.need, roster)
        for person, interpreter in people.items()
        for name, one in wanted.items()
    }
    working = [duty for duty in roster.duties if counts(duty.assignment)]
    # Who assists is bound meanwhile, but covers nothing; that stays as it is.
    bound = [duty for duty in roster.duties if duty.assignment.role is TeamRole.ASSISTS]
    before = {_work(duty): duty for duty in working}
    locked = tuple(
        Locked(work.person, work.shift, work.start, work.end)
        for work, duty in before.items()
        if _stays(duty, illness)
    )
    weights = reason_weights(plan)
    ill_from = {person_name(illness.interpreter_id): illness.since} if illness else {}
    pairings, barred = [], []
    for (person, name), verdict in verdicts.items():
        obstacles = {reason.code for reason in verdict.obstacles if reason.code not in _DEPENDS}
        if illness is not None and wanted[name].start < illness.since:
            obstacles.add("is-past")
        if obstacles:
            barred.append(Bar(person, name, frozenset(obstacles)))
        else:
            pairings.append(_pairing(person, name, verdict, weights))
    problem = ShiftProblem(
        shifts,
        tuple(
            _person(name, one, roster, wanted.values(), [duty for duty in bound if duty.interpreter is one], ill_from)
            for name, one in people.items()
        ),
        tuple(pairings),
        together=_together(wanted),
        ways=_ways(roster),
        rests=tuple(rests_of(plan)),
        meals=tuple(meals_of(plan, wanted.values())),
        alone_penalty=weight_of_hours_alone(plan),
        locked=locked,
        barred=tuple(barred),
    )
    return Visit(problem, roster, wanted, people, verdicts, before)


def _stays(duty: Duty, illness: Illness | None) -> bool:
    """Whether an assignment is not to be touched: past, or locked. No lock keeps anybody there who is ill."""
    if illness is None:
        return duty.assignment.locked
    if duty.interpreter.id == illness.interpreter_id:
        return duty.end <= illness.since
    return duty.assignment.locked or duty.start < illness.since


def _work(duty: Duty) -> Shiftwork:
    return Shiftwork(
        person_name(duty.interpreter.id), shift_name(duty.need.id), minute_of(duty.start), minute_of(duty.end)
    )


def _shift(name: str, wanted: Wanted, crowds: dict[tuple[int, ...], str]) -> Shift:
    start, end = minute_of(wanted.start), minute_of(wanted.end)
    crowd = tuple(member.id for member in wanted.crowd)
    slot, stated = wanted.slot, wanted.need.minutes
    pieces = -(-(end - start) // _HANDOVER)
    places = [
        str(place.id) if place is not None else ""
        for place in (
            slot.from_place if wanted.start == slot.start else slot.to_place,
            slot.to_place if wanted.end >= slot.end else slot.from_place,
        )
    ]
    return Shift(
        name,
        start,
        end,
        wanted.need.how_many or 1,
        weight_of(wanted),
        wanted.day.toordinal(),
        crowds.setdefault(crowd, f"crowd {len(crowds)}") if crowd else "",
        places[0],
        wanted.need.mode.value,
        stated if stated and wanted.listens_and_speaks_at_once else None,
        tuple(start + 5 * round((end - start) * piece / pieces / 5) for piece in range(1, pieces)),
        places[1],
    )


def _person(
    name: str,
    interpreter: Interpreter,
    roster: Roster,
    wanted: Iterable[Wanted],
    bound: list[Duty],
    ill_from: Mapping[str, dt.datetime],
) -> Person:
    given = list(wanted)
    coming = roster.coming(interpreter)
    there = [span for one in given for span in spans_there(coming, (one.start, one.end), roster.plan)]
    taken_up = [duty.span for duty in bound]
    if name in ill_from:
        taken_up.append((ill_from[name], dt.datetime.max.replace(tzinfo=dt.UTC)))
    hours = [(minute_of(start), minute_of(end)) for start, end in merged(without(there, taken_up))]
    figures = limits_of(roster.plan).day
    own = interpreter.hours_per_day
    day = day_limits(interpreter, figures) if figures is not None else None
    return Person(
        name,
        tuple(hours) if interpreter.availability or taken_up else None,
        round(60 * day.hours) if day else None if own is None else round(60 * own),
        round(60 * day.alone) if day else None,
        interpreter.minutes_at_a_stretch,
        works_beside(interpreter),
    )


def _pairing(person: str, shift: str, verdict: Verdict, weights: Mapping[str, int]) -> Pairing:
    against = [reason.code for reason in warnings_of(verdict) if weights[reason.code]]
    return Pairing(
        person,
        shift,
        sum(one.points for one in verdict.points if one.message.code not in _DEPENDING_MERITS),
        sum(weights[code] for code in against),
        frozenset(against),
        carries(verdict.interpreter, verdict.need),
    )


def _together(wanted: Mapping[str, Wanted]) -> frozenset[Duo]:
    """What one person does in turn although it is wanted at the same time."""
    return frozenset(
        frozenset((one, other))
        for (one, first), (other, second) in combinations(sorted(wanted.items()), 2)
        if in_turn(first, second)
    )


def _ways(roster: Roster) -> dict[Duo, int]:
    slots = [one.slot for one in roster.wanted.values()]
    places = {place.id: place for slot in slots for place in (slot.from_place, slot.to_place) if place is not None}
    found = {}
    for one, other in combinations(sorted(places), 2):
        way = roster.agenda.ways.between(places[one], places[other])
        if way is not None and way.minutes:
            found[frozenset((str(one), str(other)))] = way.minutes
    return found


def obstacles_of(verdict: Verdict) -> tuple[Message, ...]:
    """Give what rules somebody out whatever else they do; that they are not there at all is part of it."""
    return tuple(reason for reason in verdict.obstacles if reason.code in NOT_THEN or reason.code not in _DEPENDS)


def warnings_of(verdict: Verdict) -> tuple[Message, ...]:
    """Give what speaks against somebody whatever else they do."""
    return tuple(reason for reason in verdict.warnings if reason.code not in _DEPENDS)


def merits_of(verdict: Verdict) -> tuple[Message, ...]:
    """Give what speaks for somebody whatever else they do."""
    return tuple(one.message for one in verdict.points if one.message.code not in _DEPENDING_MERITS)
