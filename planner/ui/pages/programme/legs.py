"""What a leg does, in the inspector: how long it takes, how the date jumps, when to be there, what follows; who is not
on it and why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.agenda import Agenda, Slot, agenda_of
from planner.agenda.consequences import CONNECTION
from planner.clock import arrives_of, departs_of
from planner.clock.legs import passage
from planner.language import say, screen_language, tr, trn
from planner.language.dates import day_shift_text, day_text
from planner.language.figures import listed
from planner.language.names import called_name
from planner.language.speaking import speaker
from planner.language.times import duration_text, wall_text
from planner.model.delegations import Member
from planner.model.kinds import TravelMode
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Journey
from planner.rules.finding import Subject
from planner.rules.left import travelling
from planner.ui.inspector import SentencesPiece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.sentence import sentence_line
from planner.ui.widgets.words import said

#: How long before an international flight leaves people are asked to be there, where nobody has said.
USUAL_CHECK_IN = 180

# More names than these are counted.
_NAMED = 6


class PassagePiece(SentencesPiece[str]):
    """How long a leg takes and what it does to the date, the eve of it, and the time there is to change."""

    def __init__(self) -> None:
        super().__init__()
        self._agenda: Agenda | None = None

    @override
    def _tell(self, record: Any, plan: Plan) -> Iterator[tuple[str, str]]:
        self._agenda = agenda_of(plan)
        yield from _of_the_way(record)
        yield from _of_changes(self._agenda, record)

    @override
    def _line(self, words: str, more: str) -> QWidget:
        return sentence_line(words, more)


def _of_the_way(leg: Journey) -> Iterator[tuple[str, str]]:
    departs, arrives = departs_of(leg), arrives_of(leg)
    if departs is None or arrives is None:
        return
    usual = USUAL_CHECK_IN if leg.mode is TravelMode.AIR else 0
    minutes = usual if leg.check_in_minutes is None else leg.check_in_minutes
    try:
        way = passage(departs, arrives, minutes)
    except (PlannerError, ValueError):
        # What is wrong with the times is said at their fields.
        return
    language = screen_language()
    length, shift = duration_text(way.elapsed, language), day_shift_text(way.day_shift, language)
    yield tr("Takes {length}, arrives {shift}", length=length, shift=shift), "grey"
    for message in way.words:
        yield say(message), "check" if message.code == "leg-eve" else "grey"


def _of_changes(agenda: Agenda, leg: Journey) -> Iterator[tuple[str, str]]:
    """Say how much time there is from this leg to the next of those who are on it."""
    slot = agenda.by_key.get(("Journey", leg.id))
    if slot is None or slot.ends is None:
        return
    language = screen_language()
    for following, members in _following(agenda, slot):
        margin = following.start - slot.end
        title = said(following.event, "title")
        if margin < dt.timedelta():
            words, tone = tr("“{event}” leaves before this leg arrives.", event=title), "wrong"
        else:
            length = duration_text(margin, language)
            words, tone = tr("{length} to change to “{event}”.", length=length, event=title), "grey"
        if len(members) < len(slot.members):
            who = trn("{count} person", "{count} people", len(members))
            words = tr("{who}: {what}", who=who, what=words)
        yield words, tone


def _following(agenda: Agenda, slot: Slot) -> Iterator[tuple[Slot, list[Member]]]:
    """Give the next legs within a day, each with those who change to it."""
    found: dict[Any, tuple[Slot, list[Member]]] = {}
    for cohort in agenda.cohorts:
        here = [member for member in cohort.members if member in slot.members]
        legs = (one for one in cohort.slots if one.journey is not None and one.start > slot.start)
        following = next(legs, None) if here else None
        if following is not None and following.start - slot.end <= CONNECTION:
            found.setdefault(following.key, (following, []))[1].extend(here)
    yield from found.values()


class _Other(NamedTuple):
    """A leg that others are on, to be shown by a press."""

    leg_id: int
    title: str


class PartyPiece(SentencesPiece[_Other | None]):
    """Who of those who travel is not on a leg: the rest of a split party, late joiners, early leavers."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._agenda: Agenda | None = None

    @override
    def _tell(self, record: Any, plan: Plan) -> Iterator[tuple[str, _Other | None]]:
        self._agenda = agenda_of(plan)
        yield from _of_others(self._agenda, record)

    @override
    def _line(self, words: str, more: _Other | None) -> QWidget:
        if more is None:
            return sentence_line(words)
        show = partial(self._workspace.show, Subject("Journey", more.leg_id))
        name = tr("Show: {what}", what=more.title)
        button = Button(tr("Show"), show, look="link", small=True, name=name)
        holder = QWidget()
        holder.setLayout(column(sentence_line(words), row(20, button, STRETCH), gap=0))
        return holder


def _of_others(agenda: Agenda, leg: Journey) -> Iterator[tuple[str, _Other | None]]:
    slot = agenda.by_key.get(("Journey", leg.id))
    if slot is None:
        return
    language = screen_language()
    everybody = travelling(agenda.plan)
    missing = [member for member in everybody if member not in slot.members]
    for other in siblings(agenda, slot):
        there = [member for member in missing if member in other.members]
        if there:
            missing = [member for member in missing if member not in there]
            when = wall_text(other.begins, language, "short")
            title = said(other.event, "title")
            shown = None if other.journey is None else _Other(other.journey.id, title)
            yield tr("On “{event}”, {when}: {who}", event=title, when=when, who=_names(there)), shown
    for member in everybody:
        name = called_name(member.person, language)
        if member.joins_on is not None:
            yield tr("{name} joins on {day}.", name=name, day=day_text(member.joins_on, language, "short")), None
        if member.leaves_on is not None:
            yield tr("{name} leaves on {day}.", name=name, day=day_text(member.leaves_on, language, "short")), None
    rest = [member for member in missing if member.joins_on is None and member.leaves_on is None]
    if rest:
        yield tr("Not on this leg: {who}", who=_names(rest)), None


def siblings(agenda: Agenda, slot: Slot) -> list[Slot]:
    """Give the other legs of the same way within two days: those a split party travels on."""
    near = dt.timedelta(days=2)
    return [
        other
        for other in agenda.slots
        if other.journey is not None and other.key != slot.key and abs(other.start - slot.start) <= near
        and _same_way(slot, other)
    ]  # fmt: skip


def _same_way(one: Slot, other: Slot) -> bool:
    """Say whether two legs lead the same way: between the same places, or at least the same two clocks."""
    ends = [(slot.from_place, slot.to_place) for slot in (one, other)]
    if None not in ends[0] and None not in ends[1]:
        ids = [tuple(place.id for place in pair if place is not None) for pair in ends]
        if ids[0] == ids[1]:
            return True
    zones = [(slot.begins.zone, (slot.ends or slot.begins).zone) for slot in (one, other)]
    return zones[0] == zones[1] and zones[0][0] != zones[0][1]


def _names(members: Iterable[Member]) -> str:
    people = [called_name(member.person, screen_language()) for member in members]
    if len(people) > _NAMED:
        return trn("{count} person", "{count} people", len(people))
    return listed(people, speaker(screen_language()))
