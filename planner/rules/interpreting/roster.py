"""Interpreting in real time: from when until when each need lasts, and whom it binds meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from planner.agenda import Agenda, Slot
from planner.agenda.slots import instant_of
from planner.clock import WallTime, wall_at
from planner.model.delegations import Member
from planner.model.interpreting import Assignment, Interpreter, Need
from planner.model.kinds import ActivityStatus, InterpreterLevel, InterpretingMode, TeamRole
from planner.model.message import PlannerError
from planner.rules.interpreting.availability import Coming, Span, coming_of
from planner.rules.left import counts

MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)

#: The modes in which one listens and speaks at once: nobody does it alone for long (domain.md §4).
AT_ONCE = frozenset({InterpretingMode.SIMULTANEOUS, InterpretingMode.WHISPERED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A need with the slot of its event and the instants between which interpreters are wanted.

    Where nobody has said when an event ends, it lasts as long as the need says, or a minute.
    """

    need: Need
    slot: Slot
    start: dt.datetime
    end: dt.datetime

    @property
    def day(self) -> dt.date:
        """The local day on which its event begins."""
        return self.slot.day

    @property
    def is_idea(self) -> bool:
        """Whether the event is only an idea, which binds nobody."""
        return self.slot.event.status is ActivityStatus.IDEA

    @property
    def listens_and_speaks_at_once(self) -> bool:
        """Whether it is simultaneous or whispered."""
        return self.need.mode in AT_ONCE

    @property
    def crowd(self) -> tuple[Member, ...]:
        """The members it is for, as far as they are known: those of its group who take part, or all who do."""
        if self.need.group is None:
            return self.slot.members
        named = {one.member_id for one in self.need.group.memberships}
        return tuple(member for member in self.slot.members if member.id in named)

    def local(self, instant: dt.datetime) -> WallTime:
        """Give what the clock of the event shows at an instant."""
        return wall_at(instant, self.slot.begins.zone)

    def hours(self, start: dt.datetime, end: dt.datetime) -> tuple[dt.time, dt.time | None]:
        """Give from when until when a part of it is, on the clock of the event; no end where nobody has said one."""
        has_end = self.slot.ends is not None or self.end - self.start > MINUTE
        return self.local(start).at, self.local(end).at if has_end else None


@dataclass(frozen=True, slots=True)
class Duty:
    """An assignment as the stretch of real time for which it binds its interpreter."""

    assignment: Assignment
    wanted: Wanted
    start: dt.datetime
    end: dt.datetime

    @property
    def need(self) -> Need:
        """What is covered."""
        return self.wanted.need

    @property
    def interpreter(self) -> Interpreter:
        """Who covers it."""
        return self.assignment.interpreter

    @property
    def slot(self) -> Slot:
        """The event."""
        return self.wanted.slot

    @property
    def span(self) -> Span:
        """From when until when."""
        return self.start, self.end

    @property
    def works(self) -> bool:
        """Whether the interpreter works, not only stands by."""
        return self.assignment.role is not TeamRole.STANDS_BY

    @property
    def minutes(self) -> int:
        """How long the interpreter works: what the need says of simultaneous parts, otherwise as long as bound."""
        return spoken_minutes(self.wanted, self.span)

    def overlaps(self, start: dt.datetime, end: dt.datetime) -> bool:
        """Say whether it goes on at some moment of a stretch."""
        return self.start < end and start < self.end


def spoken_minutes(wanted: Wanted, span: Span) -> int:
    """Give how many minutes of interpreting there are in a stretch of a need."""
    minutes = int((span[1] - span[0]) / MINUTE)
    stated = wanted.need.minutes
    return min(minutes, stated) if stated and wanted.listens_and_speaks_at_once else minutes


class Would(NamedTuple):
    """That an interpreter would cover a need from one instant until another, though no file says so."""

    need_id: int
    interpreter: Interpreter
    span: Span


class Roster:
    """All needs of an agenda that have an hour, and who is bound when. Read-only, like the agenda."""

    def __init__(self, agenda: Agenda, gone: Collection[int] = (), more: Iterable[Would] = ()) -> None:
        """Without the assignments `gone` (ids) and with `more` it is the roster as it would be."""
        self.agenda = agenda
        self.plan = agenda.plan
        #: By the id of the need, in the order of time.
        self.wanted: dict[int, Wanted] = {}
        duties: list[Duty] = []
        for need in self.plan.needs:
            key = ("Activity", need.activity_id) if need.activity_id is not None else ("Journey", need.journey_id or 0)
            slot = agenda.by_key.get(key)
            if slot is None:
                continue
            wanted = _wanted(need, slot)
            self.wanted[need.id] = wanted
            if not wanted.is_idea:
                duties += [_duty(one, wanted) for one in need.assignments if one.id not in gone]
        duties += [_thought(one, self.wanted[one.need_id], number) for number, one in enumerate(more, 1)]
        duties.sort(key=lambda duty: (duty.start, duty.end, duty.assignment.id))
        self.duties = tuple(duties)
        self._of: dict[int, list[Duty]] = {}
        self._alone: dict[int, list[Span]] = {}
        self._coming: dict[int, Coming] = {}
        self._crowds: dict[int, frozenset[int]] = {}
        self._team: dict[int, list[Duty]] = {}
        for duty in duties:
            self._of.setdefault(duty.assignment.interpreter_id, []).append(duty)
            self._team.setdefault(duty.need.id, []).append(duty)

    def of(self, interpreter: Interpreter) -> list[Duty]:
        """Give what an interpreter is bound by, in the order of time."""
        return self._of.get(interpreter.id, [])

    def team(self, need: Need) -> list[Duty]:
        """Give who covers a need, in the order of time."""
        return self._team.get(need.id, [])

    def alone(self, duty: Duty) -> list[Span]:
        """Give the stretches of a duty in which nobody relieves its interpreter."""
        found = self._alone.get(duty.assignment.id)
        if found is None:
            found = self._alone[duty.assignment.id] = self.unrelieved(duty.interpreter, duty.need, duty.span)
        return found

    def unrelieved(self, interpreter: Interpreter, need: Need, span: Span) -> list[Span]:
        """Give the parts of a stretch of a need in which nobody would relieve somebody, there already or not."""
        return without([span], [other.span for other in self.team(need) if relieves(other, interpreter)])

    def coming(self, interpreter: Interpreter) -> Coming:
        """Give when an interpreter can come."""
        found = self._coming.get(interpreter.id)
        if found is None:
            found = self._coming[interpreter.id] = coming_of(interpreter)
        return found

    def crowd(self, wanted: Wanted) -> frozenset[int]:
        """Give the ids of the members a need is for."""
        found = self._crowds.get(wanted.need.id)
        if found is None:
            found = self._crowds[wanted.need.id] = frozenset(member.id for member in wanted.crowd)
        return found


def relieves(other: Duty, interpreter: Interpreter) -> bool:
    """Say whether who covers a need takes over from somebody there: not a student, nor who does not do it at all."""
    return (
        other.assignment.interpreter_id != interpreter.id
        and counts(other.assignment)
        and carries(other.interpreter, other.need)
    )


def carries(interpreter: Interpreter, need: Need) -> bool:
    """Say whether an interpreter can do a need's mode and directions by themselves, as far as is known."""
    return (
        interpreter.level is not InterpreterLevel.STUDENT
        and (not interpreter.modes or need.mode in interpreter.modes)
        and (not interpreter.pairs or need.pairs <= interpreter.pairs)
    )


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Give what is left of stretches when others are taken out of them."""
    left = list(spans)
    for start, end in taken:
        left = [
            part
            for begins, ends in left
            for part in ((begins, min(ends, start)), (max(begins, end), ends))
            if part[0] < part[1]
        ]
    return left


def roster_of(agenda: Agenda) -> Roster:
    """Give the roster of an agenda, made once for all rules."""
    found = agenda.derived.get(Roster)
    if found is None:
        found = agenda.derived[Roster] = Roster(agenda)
    assert isinstance(found, Roster)
    return found


def _wanted(need: Need, slot: Slot) -> Wanted:
    end = slot.end if slot.end > slot.start else slot.start + max(need.minutes or 0, 1) * MINUTE
    return Wanted(need, slot, *_within(slot, (slot.start, end), need.needed_from, need.needed_until))


def _duty(assignment: Assignment, wanted: Wanted) -> Duty:
    whole = wanted.start, wanted.end
    return Duty(assignment, wanted, *_within(wanted.slot, whole, assignment.covers_from, assignment.covers_until))


def _thought(would: Would, wanted: Wanted, number: int) -> Duty:
    """Give what somebody would do as a duty, by an assignment that lies in no file; its id is below nought."""
    made = Assignment(id=-number, need_id=would.need_id, interpreter_id=would.interpreter.id)
    # As a plan wires its rows: SQLAlchemy is told nothing, so that need and interpreter do not learn of it.
    made.__dict__.update(need=wanted.need, interpreter=would.interpreter)
    return Duty(made, wanted, *would.span)


def _within(slot: Slot, whole: Span, first: dt.time | None, last: dt.time | None) -> Span:
    """Give the part of a stretch between two times of the event's clock; all of it where they leave nothing."""
    start, end = _instant(slot, first) or whole[0], _instant(slot, last) or whole[1]
    start, end = max(start, whole[0]), min(end, whole[1])
    return (start, end) if start < end else whole


def _instant(slot: Slot, at: dt.time | None) -> dt.datetime | None:
    if at is None:
        return None
    # What is earlier than the event's start is after midnight.
    day = slot.begins.on if at >= slot.begins.at else slot.begins.on + _DAY
    ends_later = slot.ends is not None and slot.ends.on > slot.begins.on
    try:
        return instant_of(WallTime(day if ends_later else slot.begins.on, at, slot.begins.zone, slot.begins.fold))
    except PlannerError:
        return None
