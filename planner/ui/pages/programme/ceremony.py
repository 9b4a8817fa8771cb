"""What is said at an activity, in the inspector: the items in their order, timed, and what to cut if it is too much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda.ceremony import Ceremony, in_order, timed, told_minutes
from planner.clock import ends_of, later, starts_of
from planner.commands import speeches
from planner.language import screen_language, tr
from planner.language.names import full_name
from planner.language.times import span_text
from planner.model.interpreting import Speech
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.sending import cuts_told, item_name
from planner.ui.inspector import Parts, Pick, Piece
from planner.ui.inspector.outline import more
from planner.ui.inspector.sheet import Sheet
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class _Ceremony:
    """An activity with its items in their order, as the list of parts wants a record."""

    id: int
    speeches: tuple[Speech, ...]


class CeremonyPiece(Piece):
    """The items of a ceremony: added, moved, edited and removed, with the time that they really take."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._sheet: Sheet | None = None
        self.length = Text("", "small", "text2", wrap=True)
        self.over = Text("", "small", "wrong", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.length)
        self._box.addWidget(self.over)

    def _made(self, plan: Plan) -> Sheet:
        items = (
            ("title_en", "title_ja"),
            ("speaker_en", "speaker_ja"),
            ("language", "minutes"),
            "mode",
            ("text_received_on", "cut_rank"),
            more(
                "speaker_kana",
                ("post_en", "post_ja"),
                Pick("person_id", _people, nothing=tr("nobody")),
                Pick("interpreter_id", _interpreters, nothing=tr("nobody yet")),
                "notes",
            ),
        )
        told = Parts(
            Speech, "speeches", "activity_id", tr("Add an item"), items,
            title=_name, under=_minutes, add_by=_add, move_by=_move,
        )  # fmt: skip
        self._sheet = Sheet(self._workspace, Speech, (told,), near=plan.visit.first_day)
        self._box.insertWidget(0, self._sheet)
        return self._sheet

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        sheet = self._sheet or self._made(plan)
        sheet.show_record(_Ceremony(record.id, tuple(in_order(record.speeches))), plan, anew=anew)
        ceremony = ceremony_of(record, plan)
        self.length.setText(length_words(ceremony))
        self.length.setVisible(bool(ceremony.items))
        self.over.setText(over_words(ceremony))
        self.over.setVisible(bool(ceremony.over))

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        return None if self._sheet is None else self._sheet.find_editor(noun, field)

    @override
    def find_parts(self, noun: str) -> QWidget | None:
        return None if self._sheet is None else self._sheet.find_parts(noun)


def ceremony_of(activity: Activity, plan: Plan) -> Ceremony:
    """Time the items of an activity within the time it has, by the visit's factor."""
    starts, ends = starts_of(activity), ends_of(activity)
    room: dt.timedelta | None = None
    if starts is not None and ends is not None:
        try:
            room = max(dt.timedelta(), ends.instant() - starts.instant())
        except PlannerError:
            room = None  # the clocks do not show one of them: that is told by itself
    return timed(activity.speeches, room, limits_of(plan).factor)


def length_words(ceremony: Ceremony) -> str:
    """How long all of it takes, and how long the speakers were given."""
    minutes = f"{told_minutes(ceremony.length):g}"
    return tr("{minutes} min with interpreting, {paper} min on paper", minutes=minutes, paper=ceremony.on_paper)


def over_words(ceremony: Ceremony) -> str:
    """By how much it is too long, and what to cut; nothing where it fits."""
    if not ceremony.over:
        return ""
    minutes = f"{told_minutes(ceremony.over):g}"
    return tr("{minutes} min too long. {cuts}", minutes=minutes, cuts=cuts_told(ceremony))


def _name(speech: Speech, plan: Plan) -> str:
    """An item by its place and what it is, or who speaks."""
    name = item_name(speech).said_in(screen_language()) or tr("Item of a ceremony")
    return f"{1 + in_order(speech.activity.speeches).index(speech)}. {name}"


def _minutes(speech: Speech, plan: Plan) -> str:
    """How long an item really takes, and when that is by the clock of the place."""
    if not speech.minutes:
        return ""
    own = next(one for one in ceremony_of(speech.activity, plan).items if one.item.id == speech.id)
    # Halves too, so that they add up to the whole.
    real = f"{round(own.minutes, 1):g}"
    if own.minutes == speech.minutes:
        words = tr("{minutes} min", minutes=real)
    else:
        words = tr("{minutes} min, with interpreting {real} min", minutes=speech.minutes, real=real)
    starts = starts_of(speech.activity)
    if starts is None:
        return words
    try:
        begins, ends = (later(starts, by).at.replace(second=0) for by in (own.begins, own.ends))
    except PlannerError:
        return words  # the clocks do not show the start: that is told by itself
    return f"{words} · {span_text(begins, ends, screen_language())}"


def _people(speech: Speech, plan: Plan) -> Iterator[tuple[int, str]]:
    for person in plan.people:
        yield person.id, full_name(person, screen_language())


def _interpreters(speech: Speech, plan: Plan) -> Iterator[tuple[int, str]]:
    for interpreter in plan.interpreters:
        yield interpreter.id, full_name(interpreter.person, screen_language())


def _add(workspace: Workspace, record: _Ceremony, done: Callable[[int], object]) -> None:
    workspace.run(speeches.add_speech, record.id, done=done)


def _move(workspace: Workspace, speech: Speech, by: int) -> None:
    workspace.run(speeches.move_speech, speech.id, by)
