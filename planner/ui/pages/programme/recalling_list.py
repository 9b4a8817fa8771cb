"""The activities of a past visit as lines to tick, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.terms import term
from planner.language.times import time_text
from planner.model.kinds import ActivityStatus
from planner.model.plan import Plan
from planner.model.programme import Activity
from planner.ui.search import Entry, find
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import CheckBox
from planner.ui.widgets.lineedit import LineEdit
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import said

#: So many lines are shown; a search finds the others.
_MOST: Final = 40
_HIGH: Final = 272


class PastActivities(QWidget):
    """A search and the lines it finds; what is ticked stays so while something else is searched for."""

    chosenChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._activities: tuple[Activity, ...] = ()
        self._entries: list[Entry] = []
        self._ticked: set[int] = set()
        self.lines: dict[int, PastActivity] = {}
        self.search = LineEdit(icon_name="search", placeholder=tr("Search its activities"))
        self.search.setAccessibleName(tr("Search its activities"))
        self.search.textEdited.connect(lambda _: self._fill())
        self.all = Button(tr("All of these"), self._tick_all, small=True)
        self.none = Button(tr("None"), self.untick, small=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        lines = QWidget()
        lines.setLayout(column(self._list, STRETCH, margins=(0, 0, 8, 0)))
        #: Where they go, and what the rules say of it, is to stay in sight below them.
        self.scroll_area = Scroll(lines, tr("Its activities"))
        self.scroll_area.setFixedHeight(_HIGH)
        self.setLayout(column(self.search, row(self.all, self.none, STRETCH, gap=6), self.scroll_area, gap=8))

    @property
    def chosen(self) -> Sequence[Activity]:
        """What is ticked, the earliest first."""
        return [one for one in self._activities if one.id in self._ticked]

    def show_plan(self, plan: Plan | None) -> None:
        """Offer the activities of a visit that did not fall out; nothing is ticked yet."""
        found = () if plan is None else plan.activities
        self._activities = tuple(one for one in found if one.status is not ActivityStatus.CANCELLED)
        self._entries = [
            Entry(said(one, "title"), "", "", "", tuple(filter(None, _words(one))), one) for one in self._activities
        ]
        self._ticked = set()
        self.search.setText("")
        self._fill()

    def untick(self) -> None:
        """Let nothing be ticked."""
        self._tick(())

    def _tick_all(self) -> None:
        self._tick(self._ticked | self.lines.keys())

    def _tick(self, ids: Iterable[int]) -> None:
        self._ticked = set(ids)
        for activity_id, line in self.lines.items():
            line.box.setChecked(activity_id in self._ticked)
        self.chosenChanged.emit()

    def _fill(self) -> None:
        clear(self._list)
        self.lines = {}
        typed = self.search.text().strip()
        found = [entry.target for entry in find(typed, self._entries, _MOST)] if typed else self._activities[:_MOST]
        for activity in found:
            line = self.lines[activity.id] = PastActivity(activity)
            line.box.setChecked(activity.id in self._ticked)
            line.box.toggled.connect(lambda on, one=activity.id: self._turn(one, on))
            self._list.addWidget(line)
        more = 0 if typed else len(self._activities) - len(found)
        if more:
            words = trn("{count} more: search for it", "{count} more: search for them", more)
            self._list.addWidget(Text(words, "small", "text2", wrap=True))
        if not found:
            self._list.addWidget(Text(tr("Nothing is called like that."), "small", "text2"))
        self.all.setEnabled(bool(found))

    def _turn(self, activity_id: int, on: bool) -> None:
        if on is not (activity_id in self._ticked):
            (self._ticked.add if on else self._ticked.discard)(activity_id)
            self.chosenChanged.emit()


class PastActivity(QWidget):
    """One activity: a box, its title, and when and where it was; a click anywhere ticks it."""

    def __init__(self, activity: Activity) -> None:
        super().__init__()
        title, when = said(activity, "title"), _when(activity)
        self.box = CheckBox("", name=comma_list((title, when), screen_language()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = column(Text(title, wrap=True), Text(when, "small", "text2", wrap=True), gap=0)
        line = row(gap=4)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setLayout(line)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()


def _when(activity: Activity) -> str:
    language = screen_language()
    when = day_text(activity.starts_on, language, "short")
    if activity.starts_at is not None:
        when = f"{when} {time_text(activity.starts_at, language)}"
    return " · ".join(filter(None, (when, said(activity.place, "name") if activity.place is not None else "")))


def _words(activity: Activity) -> tuple[str, ...]:
    """By what an activity is found: its titles, kind and place in both languages."""
    place = activity.place
    places = () if place is None else (place.name_en, place.name_ja)
    return activity.title_en, activity.title_ja, term(activity.kind, "en"), term(activity.kind, "ja"), *places
