"""What good practice an answer does not keep, told with the figure that is over and the limit that it is over."""

from __future__ import annotations

from collections.abc import Iterator

from planner.matching.interpreters.building import Visit, warnings_of
from planner.matching.interpreters.practice import WARNS, rule_about
from planner.matching.interpreters.proposal import NotKept
from planner.matching.shifts.answer import Broken
from planner.matching.shifts.chains import limit_of
from planner.matching.shifts.judge import Judge
from planner.matching.shifts.problem import Rest
from planner.model.message import Message

#: What is said with its figures of a rule about rests, by its name.
_OF_REST = {
    "simultaneous-alone": "long-alone", "consecutive-long": "long-at-a-stretch", "interpreter-pause": "pause-due"
}  # fmt: skip


def told_of(visit: Visit, judge: Judge, broken: Broken) -> Iterator[NotKept]:
    """Say what is not kept: in short, so that it can be counted, and with its figures; `judge` knows the duties."""
    rest = next((one for one in visit.problem.rests if one.name == broken.rule), None)
    if broken.rule.startswith("interpreter-meal"):
        said = Message.of("no-time-to-eat", meal=Message.of(broken.rule))
        yield _of(visit, broken, said, Message.of("interpreter-meal.name"), is_limit=True)
    elif broken.rule == "alone":
        said = _hours_alone(judge, broken)
        yield _of(visit, broken, said, Message.of("too-long-alone"), is_limit=True)
    elif rest is not None:
        said = _on_end(judge, broken, rest)
        yield _of(visit, broken, said, Message.of(f"{rest.name}.name"), is_limit=broken.penalty >= WARNS)
    else:
        for one in warnings_of(visit.verdicts[broken.person, broken.shifts[0]]):
            if one.code in broken.rule.split(","):
                rule = rule_about(one.code)
                in_short = one if rule is None else Message.of(f"{rule.code}.name")
                yield _of(visit, broken, one, in_short, is_limit=False)


def _of(visit: Visit, broken: Broken, said: Message, in_short: Message, *, is_limit: bool) -> NotKept:
    needs = tuple(visit.wanted[shift].need.id for shift in broken.shifts)
    return NotKept(visit.interpreters[broken.person].id, needs, said, in_short, is_limit)


def _hours_alone(judge: Judge, broken: Broken) -> Message:
    tables = judge.tables
    person = tables.people[tables.person_at[broken.person]]
    day = tables.shifts[tables.shift_at[broken.shifts[0]]].day
    hours, limit = judge.load(broken.person, day, alone=True), person.alone or 0
    return Message.of("interpreter-day-alone", hours=round(hours / 60, 2), limit=round(limit / 60, 2))


def _on_end(judge: Judge, broken: Broken, rest: Rest) -> Message:
    person = judge.tables.people[judge.tables.person_at[broken.person]]
    spans = [judge.span(one) for one in judge.duties if one.person == broken.person and one.shift in broken.shifts]
    minutes = max(end for _, end in spans) - min(start for start, _ in spans)
    return Message.of(_OF_REST[rest.name], minutes=minutes, limit=limit_of(rest, person))
