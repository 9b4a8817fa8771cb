"""An interpreter is in one place at a time, and has the time to get to the next and to be there early."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from planner.agenda import Agenda, Slot
from planner.agenda.ways import Ways
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.interpreting.loads import AICE, about, who
from planner.rules.interpreting.roster import MINUTE, Duty, Wanted, roster_of
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan


class Gap(NamedTuple):
    """What lies between two things an interpreter does: minutes there are, minutes of way, and whether it is known."""

    minutes: int
    way: int
    guessed: bool

    @property
    def is_too_short(self) -> bool:
        """Whether the way takes longer than there is time."""
        return self.minutes < self.way


def at_once(one: Wanted, other: Wanted, span: tuple[dt.datetime, dt.datetime], during: Duty) -> bool:
    """Say whether a need and a duty cannot both be done: they overlap, and are not two ways of interpreting one thing.

    One event may need consecutive interpreting and, for its speeches, simultaneous; who does both does them in turn.
    Two groups of an event are two things.
    """
    if not during.overlaps(*span):
        return False
    same_event = one.slot.key == other.slot.key
    return not (same_event and one.need.group_id == other.need.group_id and one.need.mode is not other.need.mode)


def gap_between(earlier: Slot, ended: dt.datetime, later: Slot, begins: dt.datetime, ways: Ways) -> Gap | None:
    """Give the time and the way from one event to another; None if they are one, or nobody can say how far it is."""
    if earlier.key == later.key:
        return None
    way = ways.between(earlier.to_place, later.from_place)
    if way is None:
        return None
    return Gap(int((begins - ended) / MINUTE), way.minutes, way.guessed)


@of_plan("interpreter-two-places", FindingKind.INTERPRETING, Severity.BLOCK)
def interpreter_two_places(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody is to interpret two things at the same time."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        under_way: list[Duty] = []
        for later in (duty for duty in roster.of(interpreter) if duty.works):
            under_way = [duty for duty in under_way if duty.end > later.start]
            for earlier in under_way:
                if at_once(later.wanted, earlier.wanted, later.span, earlier):
                    told = {
                        "name": who(interpreter), "one": title(earlier.slot), "other": title(later.slot),
                        "at": later.wanted.local(later.start),
                    }  # fmt: skip
                    need, others = about(later)
                    both = (*others, Subject("Need", earlier.need.id), subject(earlier.slot))
                    yield Found(need, told, (), tuple(dict.fromkeys(both)), later.wanted.day)
            under_way.append(later)


@of_plan("interpreter-way", FindingKind.INTERPRETING, Severity.WARN)
def interpreter_way(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """The way from what somebody interprets to the next takes longer than there is time."""
    for earlier, later, gap in _ways_of_all(agenda):
        if gap.is_too_short:
            yield _short(earlier, later, gap, gap.way)


#: So many minutes before the work begins an interpreter is there, to look at names and the room (domain.md §4).
EARLY: Final = 30


@of_plan("interpreter-early", FindingKind.INTERPRETING, Severity.NOTE, source=AICE, minutes=EARLY)
def interpreter_early(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody who comes from elsewhere cannot be there half an hour early, to look at names and the room.

    Who goes along with the people for whom they interpret knows them already.
    """
    early = int(figures["minutes"])
    roster = roster_of(agenda)
    for earlier, later, gap in _ways_of_all(agenda):
        if not (gap.way and gap.way <= gap.minutes < gap.way + early):
            continue
        if roster.crowd(earlier.wanted).isdisjoint(roster.crowd(later.wanted)):
            yield _short(earlier, later, gap, gap.way + early)


def _ways_of_all(agenda: Agenda) -> Iterator[tuple[Duty, Duty, Gap]]:
    """Every two duties of one interpreter that follow each other, with what lies between."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        last: Duty | None = None
        for duty in (one for one in roster.of(interpreter) if one.works):
            if last is not None and last.end <= duty.start:
                gap = gap_between(last.slot, last.end, duty.slot, duty.start, agenda.ways)
                if gap is not None:
                    yield last, duty, gap
            last = duty if last is None or duty.end >= last.end else last


def _short(earlier: Duty, later: Duty, gap: Gap, needed: int) -> Found:
    need, others = about(later)
    told = {
        "name": who(later.interpreter), "one": title(earlier.slot), "other": title(later.slot), "gap": gap.minutes,
        "way": gap.way, "needed": needed,
    }  # fmt: skip
    return Found(need, told, (), (*others, subject(earlier.slot)), later.wanted.day)
