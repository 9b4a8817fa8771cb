"""An interpreter is in one place at a time, and has the time to get to the next and to be there early."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from planner.agenda import Agenda, Slot
from planner.agenda.ways import Ways
from planner.model.kinds import InterpretingMode
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


def in_turn(one: Wanted, other: Wanted) -> bool:
    """Say whether one person does two needs that are wanted at the same time: who comes along also interprets.

    That is so of one event and the same people, where one need is an escort, who speaks or whispers when somebody is to
    be understood. Two other modes are two people's work, and nobody goes along from within a booth: where they follow
    each other, each need has its hours. Two groups of an event are two things.
    """
    modes = {one.need.mode, other.need.mode}
    escorts = InterpretingMode.ESCORT in modes and InterpretingMode.SIMULTANEOUS not in modes
    return escorts and is_other_mode(one, other)


def at_once(one: Wanted, other: Wanted, span: tuple[dt.datetime, dt.datetime], during: Duty) -> bool:
    """Say whether a need and a duty cannot both be done: they overlap, and nobody does them in turn."""
    return during.overlaps(*span) and not in_turn(one, other)


def is_other_mode(one: Wanted, other: Wanted) -> bool:
    """Say whether two needs are the same event for the same people, interpreted in two ways."""
    same = one.slot.key == other.slot.key and one.need.group_id == other.need.group_id
    return same and one.need.mode is not other.need.mode


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
    for earlier, later in _clashes(agenda):
        if not is_other_mode(earlier.wanted, later.wanted):
            told = {
                "name": who(later.interpreter), "one": title(earlier.slot), "other": title(later.slot),
                "at": later.wanted.local(later.start),
            }  # fmt: skip
            yield _of_both(earlier, later, told)


@of_plan("interpreter-two-modes", FindingKind.INTERPRETING, Severity.BLOCK)
def interpreter_two_modes(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody is to interpret one event in two ways at the same time."""
    for earlier, later in _clashes(agenda):
        if is_other_mode(earlier.wanted, later.wanted):
            told = {
                "name": who(later.interpreter), "event": title(later.slot), "one": earlier.need.mode,
                "other": later.need.mode, "day": later.wanted.day, "start": later.wanted.local(later.start).at,
                "end": later.wanted.local(min(earlier.end, later.end)).at,
            }  # fmt: skip
            yield _of_both(earlier, later, told)


def _clashes(agenda: Agenda) -> Iterator[tuple[Duty, Duty]]:
    """Every two duties that one interpreter cannot both do, the earlier first."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        under_way: list[Duty] = []
        for later in (duty for duty in roster.of(interpreter) if duty.works):
            under_way = [duty for duty in under_way if duty.end > later.start]
            yield from ((one, later) for one in under_way if at_once(later.wanted, one.wanted, later.span, one))
            under_way.append(later)


def _of_both(earlier: Duty, later: Duty, told: dict[str, object]) -> Found:
    need, others = about(later)
    both = (*others, Subject("Need", earlier.need.id), subject(earlier.slot))
    return Found(need, told, (), tuple(dict.fromkeys(both)), later.wanted.day)


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
