"""The solver's answer as a difference to the plan: who is to interpret what from now on, who no longer, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.matching.interpreters.against import reason_against
from planner.matching.interpreters.basis import basis_of
from planner.matching.interpreters.building import (
    Illness,
    Visit,
    build,
    merits_of,
    obstacles_of,
    warnings_of,
)
from planner.matching.interpreters.naming import instant_of_minute, minute_of
from planner.matching.interpreters.proposal import Line, NotKept, Proposal, State, Uncovered
from planner.matching.interpreters.unkept import told_of
from planner.matching.shifts.answer import Cover
from planner.matching.shifts.answer import Duty as Shiftwork
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.stages import cover, repair
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.interpreting.availability import Span, not_coming, on_host_clock
from planner.rules.interpreting.cover import Lack, apart
from planner.rules.interpreting.loads import who

# Less than that is no work of a day to tell of.
_TOLD_HOURS = 0.05


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
    tables = Tables(visit.problem, visit.before)
    judge, before = Judge(tables, answer.duties), Judge(tables, visit.before)
    after = {(one.person, one.shift): one for one in answer.duties}
    had = set(before.broken())
    not_kept = [
        replace(one, is_new=broken not in had)
        for broken in answer.broken for one in told_of(visit, judge, broken)
    ]  # fmt: skip
    lines = [_line(visit, judge, one, not_kept) for one in answer.duties]
    lines += [
        _gone(visit, judge, work, after, illness)
        for work in visit.before
        if (work.person, work.shift) not in after
    ]  # fmt: skip
    return Proposal(
        plan.visit.id,
        plan.revision,
        basis_of(plan.needs, plan.interpreters),
        tuple(sorted(lines, key=lambda line: (line.start, line.need_id, line.interpreter_id))),
        tuple(_uncovered(visit, judge, before, illness)),
        tuple(not_kept),
        answer,
    )


def _line(visit: Visit, judge: Judge, work: Shiftwork, not_kept: Iterable[NotKept]) -> Line:
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
        reasons=(*_reasons(visit, judge, work, (start, end)), *_against(visit, work, not_kept)),
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
    # Of an event whose end nobody has said, nobody knows how long it takes.
    if person.day is not None and hours >= _TOLD_HOURS:
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


def _against(visit: Visit, work: Shiftwork, not_kept: Iterable[NotKept]) -> Iterable[Message]:
    """What speaks against somebody at an event, and which limits they are over with what else they do."""
    yield from warnings_of(visit.verdicts[work.person, work.shift])
    need, interpreter = visit.wanted[work.shift].need, visit.interpreters[work.person]
    for one in not_kept:
        if one.is_limit and one.interpreter_id == interpreter.id and need.id in one.need_ids:
            yield one.said


def _gone(
    visit: Visit, judge: Judge, work: Shiftwork, after: Iterable[tuple[str, str]], illness: Illness | None
) -> Line:
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
        reasons = (reason_against(visit, judge, duty.interpreter, work.shift, illness, has_option=True),)
    return Line(
        State.GONE, duty.need.id, duty.interpreter.id, duty.assignment.id, duty.start, duty.end,
        duty.assignment.covers_from, duty.assignment.covers_until, reasons=reasons,
    )  # fmt: skip


def _uncovered(visit: Visit, judge: Judge, before: Judge, illness: Illness | None) -> Iterable[Uncovered]:
    """What lacks somebody, the first first; what was so before apart from what is new."""
    found = []
    had, lacks = _lacks(before), _lacks(judge)
    for shift, those in lacks.items():
        for is_new, some in zip((True, False), apart(those, had.get(shift, ())), strict=True):
            for lack in some:
                why = tuple(_why_none(visit, judge, shift, lack, illness))
                found.append(Uncovered(visit.wanted[shift].need.id, *lack, why, is_new))
    return sorted(found, key=lambda one: (one.start, one.need_id))


def _lacks(judge: Judge) -> dict[str, list[Lack]]:
    found: dict[str, list[Lack]] = {}
    for one in judge.lacking():
        lack = Lack(instant_of_minute(one.start), instant_of_minute(one.end), one.missing)
        found.setdefault(one.shift, []).append(lack)
    return found


def _why_none(
    visit: Visit, judge: Judge, shift: str, lack: Lack, illness: Illness | None
) -> Iterable[tuple[int, Message]]:
    """Of each interpreter who is not there in a stretch, the first reason."""
    start, end = minute_of(lack.start), minute_of(lack.end)
    there = {one.person for one in judge.duties if one.shift == shift and one.start < end and start < one.end}
    options = {judge.tables.people[one.person].name for one in judge.tables.of_shift[judge.tables.shift_at[shift]]}
    for name, interpreter in visit.interpreters.items():
        if name in there:
            continue
        yield interpreter.id, reason_against(visit, judge, interpreter, shift, illness, has_option=name in options)
