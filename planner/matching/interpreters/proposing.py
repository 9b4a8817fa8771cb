"""The solver's answer as a difference to the plan: who is to interpret what from now on, who no longer, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from planner.matching.interpreters.building import (
    Illness,
    Visit,
    build,
    instant_of_minute,
    merits_of,
    obstacles_of,
    person_name,
    shift_name,
    warnings_of,
)
from planner.matching.shifts.answer import Broken, Cover
from planner.matching.shifts.answer import Duty as Shiftwork
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.stages import cover, repair
from planner.model.interpreting import Interpreter, Need
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.model.progress import Progress
from planner.rules.interpreting.abilities import bound_by
from planner.rules.interpreting.availability import Span, not_coming, on_host_clock
from planner.rules.interpreting.loads import who


class State(Enum):
    """What becomes of somebody's interpreting at an event."""

    KEPT = "kept"
    NEW = "new"
    MOVED = "moved"
    """It stays, for another part of the time."""
    GONE = "gone"


@dataclass(frozen=True)
class Line:
    """Somebody at an event, from when until when, what becomes of it, and why.

    `covers_from` and `covers_until` are on the event's clock, None where the whole is covered.
    """

    state: State
    need_id: int
    interpreter_id: int
    assignment_id: int | None
    start: dt.datetime
    end: dt.datetime
    covers_from: dt.time | None
    covers_until: dt.time | None
    locked: bool = False
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Uncovered:
    """A stretch in which an event lacks somebody, and of each interpreter why it is not them."""

    need_id: int
    start: dt.datetime
    end: dt.datetime
    missing: int
    why: tuple[tuple[int, Message], ...]

    @property
    def minutes(self) -> int:
        """Persons times minutes."""
        return self.missing * int((self.end - self.start).total_seconds() // 60)


@dataclass(frozen=True)
class NotKept:
    """A rule that is not kept: by whom, at which events, and what it says."""

    interpreter_id: int
    need_ids: tuple[int, ...]
    said: Message


@dataclass(frozen=True)
class Proposal:
    """All that would change, and what stays; `basis` is what it was made from."""

    visit_id: int
    basis: frozenset[tuple[Any, ...]]
    lines: tuple[Line, ...]
    uncovered: tuple[Uncovered, ...]
    not_kept: tuple[NotKept, ...]
    cover: Cover

    @property
    def changes(self) -> tuple[Line, ...]:
        """What is not as it was."""
        return tuple(line for line in self.lines if line.state is not State.KEPT)

    @property
    def told(self) -> tuple[int, ...]:
        """Which interpreters have to be told of changes, the first concerned first; not who has fallen ill."""
        changes = (one for one in self.changes if all(reason.code != "assign-ill" for reason in one.reasons))
        return tuple(dict.fromkeys(one.interpreter_id for one in changes))

    @property
    def minutes_uncovered(self) -> int:
        """Persons times minutes that nobody covers."""
        return sum(one.minutes for one in self.uncovered)

    def only(self, chosen: Iterable[Line]) -> Proposal:
        """Give the proposal with only some of its changes."""
        wanted = set(map(_key, chosen))
        return replace(self, lines=tuple(one for one in self.lines if _key(one) in wanted))


def _key(line: Line) -> tuple[int, int]:
    return line.need_id, line.interpreter_id


def propose(plan: Plan, progress: Progress | None = None, *, illness: Illness | None = None) -> Proposal:
    """Propose who interprets what: the best there is; when somebody falls ill, with as few changes as can be."""
    visit = build(plan, illness)
    answer = (
        cover(visit.problem, progress)
        if illness is None
        else repair(visit.problem, visit.before, progress)
    )  # fmt: skip
    return _proposal(visit, answer, illness)


def _proposal(visit: Visit, answer: Cover, illness: Illness | None) -> Proposal:
    plan = visit.plan
    judge = Judge(Tables(visit.problem, visit.before), answer.duties)
    after = {(one.person, one.shift): one for one in answer.duties}
    lines = [_line(visit, judge, one) for one in answer.duties]
    lines += [
        _gone(visit, work, after, illness)
        for work in visit.before
        if (work.person, work.shift) not in after
    ]  # fmt: skip
    uncovered = tuple(
        Uncovered(
            visit.wanted[lack.shift].need.id,
            instant_of_minute(lack.start),
            instant_of_minute(lack.end),
            lack.missing,
            tuple(_why_none(visit, judge, lack.shift, illness)),
        )
        for lack in answer.lacking
    )
    return Proposal(
        plan.visit.id,
        basis_of(plan.needs, plan.interpreters),
        tuple(sorted(lines, key=lambda line: (line.start, line.need_id, line.interpreter_id))),
        uncovered,
        tuple(said for one in answer.broken for said in _not_kept(visit, one)),
        answer,
    )


def _line(visit: Visit, judge: Judge, work: Shiftwork) -> Line:
    wanted, interpreter = visit.wanted[work.shift], visit.interpreters[work.person]
    start, end = instant_of_minute(work.start), instant_of_minute(work.end)
    was = next((duty for one, duty in visit.before.items() if _same(one, work)), None)
    state = State.NEW if was is None else State.KEPT if (was.start, was.end) == (start, end) else State.MOVED
    return Line(
        state,
        wanted.need.id,
        interpreter.id,
        was.assignment.id if was else None,
        start,
        end,
        None if start == wanted.start else wanted.local(start).at,
        None if end == wanted.end else wanted.local(end).at,
        locked=bool(was and was.assignment.locked),
        reasons=tuple(_reasons(visit, judge, work, (start, end))),
    )


def _same(one: Shiftwork, other: Shiftwork) -> bool:
    return (one.person, one.shift) == (other.person, other.shift)


def _reasons(visit: Visit, judge: Judge, work: Shiftwork, span: Span) -> Iterable[Message]:
    """What speaks for it first, then its figures, then what speaks against it."""
    verdict, tables = visit.verdicts[work.person, work.shift], judge.tables
    shift = tables.shifts[tables.shift_at[work.shift]]
    options = tables.of_shift[tables.shift_at[work.shift]]
    # Of what is past or locked, nobody has asked who else could.
    if len({option.person for option in options}) == 1 and not any(option.locked for option in options):
        yield Message.of("assign-only")
    yield from merits_of(verdict)
    person = tables.people[tables.person_at[work.person]]
    hours = round(judge.load(work.person, shift.day) / 60, 2)
    if person.day is not None:
        yield Message.of("assign-hours", hours=hours, limit=round(person.day / 60, 2))
    same = [
        one
        for one in judge.duties
        if one.person == work.person and one.shift != work.shift and shift.group
        and tables.shifts[tables.shift_at[one.shift]].group == shift.group
        and tables.shifts[tables.shift_at[one.shift]].day == shift.day
    ]  # fmt: skip
    if same:
        yield Message.of("assign-same-people", count=len(same))
    wanted = visit.wanted[work.shift]
    if span != (wanted.start, wanted.end):
        whole = on_host_clock((wanted.start, wanted.end), visit.plan)
        said = not_coming(visit.roster.coming(verdict.interpreter), whole)
        if said is not None and said.code == "cannot-all-of-it":
            yield said
    yield from warnings_of(verdict)


def _gone(visit: Visit, work: Shiftwork, after: Iterable[tuple[str, str]], illness: Illness | None) -> Line:
    duty = visit.before[work]
    there = [visit.interpreters[person] for person, shift in after if shift == work.shift]
    obstacles = obstacles_of(visit.verdicts[work.person, work.shift])
    reasons: tuple[Message, ...]
    if illness is not None and duty.interpreter.id == illness.interpreter_id:
        reasons = (Message.of("assign-ill"),)
    elif obstacles:
        reasons = obstacles
    elif there:
        reasons = (Message.of("assign-instead", names=[who(one) for one in there]),)
    else:
        reasons = (Message.of("assign-elsewhere"),)
    return Line(
        State.GONE, duty.need.id, duty.interpreter.id, duty.assignment.id, duty.start, duty.end,
        duty.assignment.covers_from, duty.assignment.covers_until, reasons=reasons,
    )  # fmt: skip


def _why_none(visit: Visit, judge: Judge, shift: str, illness: Illness | None) -> Iterable[tuple[int, Message]]:
    """Of each interpreter who is not there, the first reason."""
    there = {one.person for one in judge.duties if one.shift == shift}
    options = {judge.tables.people[one.person].name for one in judge.tables.of_shift[judge.tables.shift_at[shift]]}
    for name, interpreter in visit.interpreters.items():
        if name in there:
            continue
        yield interpreter.id, reason_against(visit, judge, interpreter, shift, illness, has_option=name in options)


def reason_against(
    visit: Visit, judge: Judge, interpreter: Interpreter, shift: str, illness: Illness | None, *, has_option: bool
) -> Message:
    """Give the first reason why somebody is not at an event: what forbids it, when they come, what else they do."""
    name = person_name(interpreter.id)
    obstacles = obstacles_of(visit.verdicts[name, shift])
    if obstacles:
        return obstacles[0]
    wanted = visit.wanted[shift]
    if illness is not None and interpreter.id == illness.interpreter_id and wanted.end > illness.since:
        return Message.of("assign-ill")
    said = not_coming(visit.roster.coming(interpreter), on_host_clock((wanted.start, wanted.end), visit.plan))
    if not has_option:
        if said is not None and said.code == "cannot-that-day":
            return said
        beside = judge.tables.people[judge.tables.person_at[name]].beside
        return Message.of("works-beside" if beside else "assign-bound")
    place = judge.tables.shifts[judge.tables.shift_at[shift]]
    for one in judge.duties:
        if one.person == name and one.start < place.end and place.start < one.end:
            return bound_by(wanted, visit.wanted[one.shift])
    return said if said is not None and said.code == "cannot-all-of-it" else Message.of("assign-limits")


def _not_kept(visit: Visit, broken: Broken) -> Iterable[NotKept]:
    interpreter = visit.interpreters[broken.person]
    needs = tuple(visit.wanted[shift].need.id for shift in broken.shifts)
    if broken.rule.startswith("interpreter-meal"):
        said = [Message.of("interpreter-meal.name")]
    elif broken.rule == "alone":
        said = [Message.of("interpreter-day.name")]
    elif any(rest.name == broken.rule for rest in visit.problem.rests):
        said = [Message.of(f"{broken.rule}.name")]
    else:
        said = list(warnings_of(visit.verdicts[broken.person, broken.shifts[0]]))
    yield from (NotKept(interpreter.id, needs, one) for one in said)


def basis_of(needs: Iterable[Need], interpreters: Iterable[Interpreter]) -> frozenset[tuple[Any, ...]]:
    """Give what a proposal rests on: needs with their events and assignments, interpreters with their hours."""
    found: set[tuple[Any, ...]] = set()
    for need in needs:
        found.add((
            "Need", need.id, need.how_many, need.mode, need.pairs, need.needed_from, need.needed_until, need.minutes,
            need.importance, need.speciality, need.group_id, *_event(need),
        ))  # fmt: skip
        found.update(
            ("Assignment", one.id, one.need_id, one.interpreter_id, one.covers_from, one.covers_until, one.locked,
             one.role)
            for one in need.assignments
        )  # fmt: skip
    for one in interpreters:
        coming = tuple(
            sorted((str(each.available_on), str(each.available_from), str(each.available_until))
                   for each in one.availability)
        )  # fmt: skip
        found.add((
            "Interpreter", one.id, one.pairs, one.modes, one.level, one.hours_per_day, one.minutes_at_a_stretch,
            one.never_alone, coming,
        ))  # fmt: skip
    return frozenset(found)


def _event(need: Need) -> tuple[Any, ...]:
    event = need.activity or need.journey
    if event is None:
        return ()
    if isinstance(event, Activity):
        return event.id, event.status, event.starts_on, event.starts_at, event.ends_on, event.ends_at, event.place_id
    return (
        event.id, event.status, event.departs_on, event.departs_at, event.arrives_on, event.arrives_at,
        event.from_place_id, event.to_place_id,
    )  # fmt: skip


__all__ = ["Line", "NotKept", "Proposal", "State", "Uncovered", "basis_of", "propose", "shift_name"]
