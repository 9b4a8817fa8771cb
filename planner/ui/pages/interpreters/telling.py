"""What the inspector tells of a need beside its fields: speeches with their real minutes, and when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import agenda_of
from planner.agenda.ceremony import Timed
from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.times import span_text
from planner.model.interpreting import Need
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.rules.finding import Subject
from planner.rules.interpreting import Roster, Wanted, roster_of, uncovered
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.sending import interpreted, item_name, texts_due
from planner.ui.inspector import Piece, SentencesPiece
from planner.ui.pages.programme.ceremony import ceremony_of, length_words, over_words
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row, surface
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text


class SpeechesTold(Piece):
    """Who speaks, how long they were given, how long it takes with interpreting, and whether that fits."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._activity: Activity | None = None
        self._workspace = workspace
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.edit = Button("", self._go, look="link", icon_name="speech", small=True)
        self.setLayout(column(self._lines, row(self.edit, STRETCH), gap=4))

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        clear(self._lines)
        self._activity = activity = record.activity
        self.setVisible(activity is not None)
        if activity is None:
            return
        ceremony = ceremony_of(activity, plan)
        self.edit.setText(tr("Edit the speeches") if ceremony.items else tr("Time its speeches"))
        self.edit.setEnabled(not self._workspace.is_read_only)
        if not ceremony.items:
            return
        self._lines.addWidget(Text(tr("Speeches"), "heading"))
        for one in ceremony.items:
            self._lines.addLayout(_speech(one, activity))
        self._lines.addWidget(Text(length_words(ceremony), "small", "text2", wrap=True))
        lacking = sum(one.text_received_on is None for one in interpreted(activity.speeches))
        factor = f"{limits_of(plan).factor:g}"
        told = [tr("Consecutive takes {factor} times as long.", factor=factor)]
        if lacking:
            told.append(_lacking_words(lacking, record, plan))
        for words in told:
            self._lines.addWidget(Text(words, "small", "text2", wrap=True))
        over = over_words(ceremony)
        if over:
            self._lines.addWidget(Text(over, "small", "wrong", wrap=True))

    def _go(self) -> None:
        """The items are edited with the activity: who, in which language, how long, which text is there."""
        if self._activity is not None:
            self._workspace.show_parts(Subject("Activity", self._activity.id), "Speech")


def _lacking_words(lacking: int, need: Need, plan: Plan) -> str:
    """How many texts are not there yet, and by when they are due where the visit goes by a day."""
    roster, figures = roster_of(agenda_of(plan)), limits_of(plan).texts
    wanted = roster.wanted.get(need.id)
    if wanted is None or figures is None:
        return trn("{count} text not received yet.", "{count} texts not received yet.", lacking)
    due = day_text(texts_due(wanted.slot, roster, figures), screen_language(), "short")
    return trn(
        "{count} text not received yet, due by {day}.",
        "{count} texts not received yet, due by {day}.",
        lacking,
        day=due,
    )


def _speech(one: Timed, activity: Activity) -> QHBoxLayout:
    speech = next(each for each in activity.speeches if each.id == one.item.id)
    name = Elided()
    given = tr("{minutes} min", minutes=one.item.minutes or 0)
    named = item_name(speech).said_in(screen_language()) or tr("Item of a ceremony")
    name.setText(f"{named} · {given}")
    line = row(name, Text(tr("{minutes} min", minutes=f"{round(one.minutes, 1):g}"), "heading"))
    line.setStretch(0, 1)
    return line


class LacksTold(SentencesPiece[None]):
    """The stretches of a need in which people are missing."""

    @override
    def _tell(self, record: Any, plan: Plan) -> Iterator[tuple[str, None]]:
        roster = roster_of(agenda_of(plan))
        wanted = roster.wanted.get(record.id)
        for words in () if wanted is None else lack_words(wanted, roster):
            yield words, None

    @override
    def _line(self, words: str, more: None) -> QWidget:
        return _note(words)


def lack_words(wanted: Wanted, roster: Roster) -> list[str]:
    """Say for each stretch of a need that lacks somebody how many, and from when until when."""
    found = []
    for lack in uncovered(wanted, roster):
        hours = span_text(*wanted.hours(lack.start, lack.end), screen_language())
        if lack.missing >= (wanted.need.how_many or 1):
            found.append(tr("Nobody {hours}", hours=hours))
        else:
            found.append(trn("{count} more needed {hours}", "{count} more needed {hours}", lack.missing, hours=hours))
    return found


def is_short(need: Need, plan: Plan) -> bool:
    """Whether a need lacks somebody at some moment."""
    roster = roster_of(agenda_of(plan))
    wanted = roster.wanted.get(need.id)
    return wanted is not None and bool(uncovered(wanted, roster))


def _note(words: str) -> QWidget:
    text = Text(words, tone="wrong", wrap=True)
    text.setMinimumWidth(120)
    sign = column(Sign("wrong", "wrong.mark"), STRETCH, gap=0, margins=(0, 2, 0, 0))
    box = row(sign, text, margins=(10, 8, 10, 8))
    box.setStretch(1, 1)
    return surface("wrong", box)
