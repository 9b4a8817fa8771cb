"""What an interpreter is asked to do: each assignment with its times, who else does it, and what is said there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.agenda import Agenda, Event, day_of
from planner.agenda.ceremony import Ceremony
from planner.clock import WallTime, later
from planner.model.delegations import Member
from planner.model.interpreting import Assignment, Interpreter, Need, Speech
from planner.model.kinds import ActivityStatus
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey, Place
from planner.rules.interpreting import Duty, Roster, event_of, roster_of
from planner.rules.interpreting.arriving import with_the_group
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.moving import EARLY
from planner.rules.interpreting.sending import ceremony_of


@dataclass(frozen=True, slots=True)
class Task:
    """One assignment. `duty` is None for what lasts all day, which has no hours; `ceremony` where items are entered.

    `alongside` are the assignments of others at the same event, in another mode or for other listeners.
    `comes_with_the_group` says whether the interpreter travels in the group and has just arrived with it: they cannot
    be there before it.
    """

    assignment: Assignment
    event: Event
    duty: Duty | None
    ceremony: Ceremony | None
    people: tuple[Member, ...]
    section: str
    alongside: tuple[Assignment, ...] = ()
    comes_with_the_group: bool = False

    @property
    def need(self) -> Need:
        """What is needed there."""
        return self.assignment.need

    @property
    def day(self) -> dt.date:
        """The local day on which it begins."""
        return day_of(self.event)

    @property
    def begins(self) -> WallTime | None:
        """When the work begins; None for what lasts all day."""
        return self.duty.wanted.local(self.duty.start) if self.duty is not None else None

    @property
    def ends(self) -> WallTime | None:
        """When the work ends; None if nobody has said when the event is over."""
        if self.duty is None or self.duty.slot.ends is None:
            return None
        return self.duty.wanted.local(self.duty.end)

    @property
    def be_there(self) -> WallTime | None:
        """When to be there, half an hour before."""
        begins = self.begins
        return later(begins, dt.timedelta(minutes=-EARLY)) if begins is not None else None

    @property
    def place(self) -> Place | None:
        """Where it begins."""
        return self.event.place if isinstance(self.event, Activity) else self.event.from_place

    @property
    def speeches(self) -> tuple[Speech, ...]:
        """The items of a ceremony in their order."""
        items = self.ceremony.items if self.ceremony is not None else ()
        return tuple(one.item for one in items if isinstance(one.item, Speech))

    @property
    def colleagues(self) -> tuple[Assignment, ...]:
        """Who else covers the same need, whatever their part."""
        mine = self.assignment.interpreter_id
        return tuple(one for one in self.need.assignments if one.interpreter_id != mine)


def tasks_of(interpreter: Interpreter, agenda: Agenda) -> tuple[Task, ...]:
    """Give what an interpreter is asked to do, in the order of time; not what was cancelled or is only an idea."""
    roster = roster_of(agenda)
    duties = {duty.assignment.id: duty for duty in roster.of(interpreter)}
    together = with_the_group(interpreter, agenda)
    found = []
    seen: dict[str, int] = {}
    for assignment in interpreter.assignments:
        event = event_of(assignment.need)
        if event is None or event.status in (ActivityStatus.CANCELLED, ActivityStatus.IDEA):
            continue
        code = f"{event.uid}.{assignment.need.mode}"
        seen[code] = seen.get(code, 0) + 1
        section = code if seen[code] == 1 else f"{code}.{seen[code]}"
        task = _task(assignment, event, duties.get(assignment.id), roster, section)
        others = tuple(_alongside(assignment, agenda.plan))
        found.append(replace(task, alongside=others, comes_with_the_group=assignment.id in together))
    return tuple(sorted(found, key=_order))


def _alongside(mine: Assignment, plan: Plan) -> Iterator[Assignment]:
    """Give who else interprets at an event, but for another need than one's own."""
    event = event_of(mine.need)
    for need in plan.needs:
        if need is not mine.need and event_of(need) is event:
            yield from (one for one in need.assignments if one.interpreter_id != mine.interpreter_id)


def _task(assignment: Assignment, event: Activity | Journey, duty: Duty | None, roster: Roster, section: str) -> Task:
    wanted = roster.wanted.get(assignment.need_id)
    ceremony = ceremony_of(wanted.slot, limits_of(roster.plan).factor) if wanted is not None else None
    crowd = wanted.crowd if wanted is not None else ()
    return Task(assignment, event, duty, ceremony, crowd, section)


def _order(task: Task) -> tuple[dt.date, bool, dt.datetime, str]:
    # What lasts all day comes first.
    start = task.duty.start if task.duty is not None else dt.datetime.min.replace(tzinfo=dt.UTC)
    return task.day, task.duty is not None, start, task.section
