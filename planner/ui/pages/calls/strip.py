"""The days of an answer one under the other: each with both days, what is special about it, and its strip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.ui.pages.calls.days import Answer, StripDay
from planner.ui.pages.calls.track import Track
from planner.ui.widgets.boxes import Scroll, clear, column, row, rule
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text

_LEFT = 172


class DayRow(QWidget):
    """One day: at the left what it is in both cities, at the right its strip."""

    def __init__(self, day: StripDay, home: str) -> None:
        super().__init__()
        language = screen_language()
        self.day = day
        self.track = Track(day)
        words = day_text(day.on, language, "short")
        windows = trn("{count} window", "{count} windows", len(day.windows)) if day.windows else tr("no window")
        notes = [note.words for note in day.notes]
        self.setAccessibleName(comma_list((words, windows, *notes), screen_language()))
        there = " → ".join(day_text(each, language, "weekday") for each in day.home.days)
        left = QWidget()
        left.setFixedWidth(_LEFT)
        lines = column(Text(words, "heading"), Elided(f"{home} {there}", "small", "text2"), gap=1)
        for note in day.notes:
            lines.addLayout(row(Sign(note.icon, "check.mark", 12), Elided(note.words, "small", "check"), gap=4))
        lines.addStretch(1)
        left.setLayout(lines)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(12)
        box.addWidget(left)
        box.addWidget(self.track, 1, Qt.AlignmentFlag.AlignTop)


class Strip(Scroll):
    """All the days."""

    windowChosen = Signal(object)
    callChosen = Signal(object)

    def __init__(self) -> None:
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, 0, 8)
        self._lines.setSpacing(0)
        super().__init__(content, tr("Days"))
        self.rows: list[DayRow] = []

    def show_answer(self, answer: Answer, home: str) -> None:
        """Show the days of an answer; `home` names the home city."""
        clear(self._lines)
        self.rows = [DayRow(day, home) for day in answer.days]
        for made in self.rows:
            made.track.windowChosen.connect(self.windowChosen)
            made.track.callChosen.connect(self.callChosen)
            self._lines.addWidget(made)
            self._lines.addWidget(rule())
        self._lines.addStretch(1)
