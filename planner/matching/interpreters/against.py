"""The first reason why somebody is not at an event: what forbids it, when they come, what else they do, which limit."""

from __future__ import annotations

from planner.matching.interpreters.building import Illness, Visit, obstacles_of
from planner.matching.interpreters.naming import instant_of_minute, person_name
from planner.matching.shifts.judge import Judge, minutes_of
from planner.model.interpreting import Interpreter
from planner.model.message import Message
from planner.rules.interpreting.abilities import bound_by, too_far_from
from planner.rules.interpreting.availability import NOT_THEN, not_coming, on_host_clock
from planner.rules.interpreting.moving import gap_between, in_turn


def reason_against(
    visit: Visit, judge: Judge, interpreter: Interpreter, shift: str, illness: Illness | None, *, has_option: bool
) -> Message:
    """Give the first reason why somebody is not at an event, beside the duties that `judge` knows."""
    name = person_name(interpreter.id)
    wanted = visit.wanted[shift]
    if illness is not None and wanted.start < illness.since:
        return Message.of("assign-past")
    if illness is not None and interpreter.id == illness.interpreter_id:
        return Message.of("assign-ill")
    # Who is not there cannot be helped; what else rules them out perhaps can.
    said = not_coming(visit.roster.coming(interpreter), on_host_clock((wanted.start, wanted.end), visit.plan))
    if said is not None and said.code in NOT_THEN:
        return said
    obstacles = obstacles_of(visit.verdicts[name, shift])
    if obstacles:
        return obstacles[0]
    beside = judge.tables.people[judge.tables.person_at[name]].beside
    if not has_option:
        return Message.of("works-beside" if beside else "assign-bound")
    place = judge.tables.shifts[judge.tables.shift_at[shift]]
    # Who is there for another part of it does not do something else meanwhile.
    for one in judge.duties:
        other = visit.wanted[one.shift]
        at_once = one.start < place.end and place.start < one.end
        if one.person == name and one.shift != shift and at_once and not in_turn(wanted, other):
            return bound_by(wanted, other)
    if beside and not any(one.shift == shift for one in judge.duties):
        return Message.of("works-beside")
    if said is not None and said.code == "cannot-all-of-it":
        return said
    return _over_the_day(judge, name, shift) or _too_far(visit, judge, name, shift) or Message.of("assign-limits")


def _over_the_day(judge: Judge, name: str, shift: str) -> Message | None:
    tables = judge.tables
    person, place = tables.people[tables.person_at[name]], tables.shifts[tables.shift_at[shift]]
    if person.day is None:
        return None
    that_day = [
        judge.span(one) for one in judge.duties
        if one.person == name and tables.shifts[tables.shift_at[one.shift]].day == place.day
    ]  # fmt: skip
    work = place.end - place.start if place.work is None else place.work
    minutes = minutes_of([*that_day, (place.start, place.start + work)])
    if minutes <= person.day:
        return None
    return Message.of("over-the-day", hours=round(minutes / 60, 2), limit=round(person.day / 60, 2))


def _too_far(visit: Visit, judge: Judge, name: str, shift: str) -> Message | None:
    wanted, ways = visit.wanted[shift], visit.roster.agenda.ways
    for one in judge.duties:
        if one.person != name:
            continue
        other, start, end = visit.wanted[one.shift], instant_of_minute(one.start), instant_of_minute(one.end)
        gap = None
        if end <= wanted.start:
            gap = gap_between(other.slot, end, wanted.slot, wanted.start, ways)
        elif start >= wanted.end:
            gap = gap_between(wanted.slot, wanted.end, other.slot, start, ways)
        if gap is not None and gap.is_too_short:
            return too_far_from(other, gap)
    return None
