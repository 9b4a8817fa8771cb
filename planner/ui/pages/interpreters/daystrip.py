"""The days of the visit in a strip: how much of each is covered, and which one is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import colour
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.lettering import fit, wide_of, write

_HIGH = 54
_PAD = 8


class Day(NamedTuple):
    """A day: its words, how many needs are covered in words and in short, and for each need whether it is."""

    on: dt.date
    title: str
    figures: str
    short: str
    covered: tuple[bool, ...]
    tip: str


class DayStrip(QWidget):
    """Choose a day by a click or with the arrow keys."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._days: tuple[Day, ...] = ()
        self._on: dt.date | None = None
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)

    @property
    def on(self) -> dt.date | None:
        """The day that is shown."""
        return self._on

    def show_days(self, days: Sequence[Day], on: dt.date | None) -> None:
        """Show these days, one of them as the one that is looked at."""
        self._days, self._on = tuple(days), on
        shown = next((day for day in days if day.on == on), None)
        told = "" if shown is None else shown.tip
        self.setAccessibleName(tr("{label}: {words}", label=self._name, words=told) if told else self._name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, _HIGH)

    def rect_of(self, on: dt.date) -> QRectF:
        """Give where a day lies."""
        number = next((number for number, day in enumerate(self._days) if day.on == on), 0)
        wide = self.width() / max(1, len(self._days))
        return QRectF(number * wide, 0, wide, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunk"))
        words = self._all_figures()
        for day, figures in zip(self._days, words, strict=True):
            self._paint_day(painter, self.rect_of(day.on), day, figures)
        painter.fillRect(QRectF(0, _HIGH - 1, self.width(), 1), colour("strong_line"))
        if self._on is not None:
            rect = self.rect_of(self._on)
            painter.fillRect(QRectF(rect.left(), _HIGH - 3, rect.width(), 3), colour("chosen.mark"))
            if self.hasFocus():
                outline_round(painter, rect.adjusted(1, 1, -1, -3), "chosen.mark", width=2, radius=4)

    def _all_figures(self) -> list[str]:
        """Give what stands beside each day: in words, else in short, else nothing, for all of them alike."""
        room = self.width() / max(1, len(self._days)) - 2 * _PAD
        titles = [wide_of(day.title, bold=True) + 4 for day in self._days]
        for which in ([day.figures for day in self._days], [day.short for day in self._days]):
            if all(title + wide_of(words, "small") <= room for title, words in zip(titles, which, strict=True)):
                return which
        return [""] * len(self._days)

    def _paint_day(self, painter: QPainter, rect: QRectF, day: Day, figures: str) -> None:
        chosen = day.on == self._on
        if chosen:
            painter.fillRect(rect, colour("panel"))
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), colour("line"))
        room = rect.width() - 2 * _PAD
        ink = "chosen.text" if chosen else "text" if day.covered else "text2"
        write(painter, rect.left() + _PAD, 8, fit(day.title, "board", bool(day.covered) or chosen, int(room)), ink,
              bold=bool(day.covered) or chosen)  # fmt: skip
        wide = wide_of(figures, "small")
        write(painter, rect.right() - _PAD - wide, 8, figures, "text2", size="small")
        step = room / max(1, len(day.covered))
        for number, there in enumerate(day.covered):
            spot = QRectF(rect.left() + _PAD + number * step, 31, step - 3, 4)
            fill_round(painter, spot, "good.mark" if there else "wrong.mark", 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = next((day for day in self._days if self.rect_of(day.on).contains(event.position())), None)
        if found is not None:
            self.chosen.emit(found.on)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.go(step):
            super().keyPressEvent(event)

    def go(self, step: int) -> bool:
        """Go so many days on; False where there is none."""
        days = [day.on for day in self._days]
        number = days.index(self._on) + step if self._on in days else 0
        if 0 <= number < len(days):
            self.chosen.emit(days[number])
            return True
        return False
