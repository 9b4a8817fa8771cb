"""The best times for a call as a list: how good each is, on both clocks, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from typing_extensions import override

from planner.clock.windows import CallWindow
from planner.language import say, screen_language, tr
from planner.language.calls import in_cities
from planner.language.times import wall_text
from planner.model.cities import City
from planner.ui.pages.calls.track import tone_of
from planner.ui.theme import colour, font
from planner.ui.theme.painters import pressable
from planner.ui.widgets.boxes import Scroll, clear
from planner.ui.widgets.chips import paint_chip
from planner.ui.widgets.lines import lines_of
from planner.ui.widgets.text import Text

WIDE: Final = 272
_MARGIN: Final = 12
_SCORE: Final = 40
_MOST: Final = 12
"""So many are listed: who wants another time finds it on the strip."""


class BestTime(QAbstractButton):
    """One time; pressing it makes a call then."""

    def __init__(self, window: CallWindow, cities: tuple[City, City]) -> None:
        super().__init__()
        language = screen_language()
        self.window_ = window
        self._here = wall_text(window.best, language, "short")
        self._there = wall_text(window.other_best, language, "short")
        whole = _together(*(say(in_cities(reason, cities)) for reason in window.reasons))
        room = WIDE - 2 * 16 - 2 * _MARGIN - _SCORE
        self._reasons = lines_of(whole, font("small"), room, 4)
        self.setText(self._here)
        self.setAccessibleName(f"{self._here} · {self._there}")
        score = tr("{score} of 100 points", score=window.score)
        self.setAccessibleDescription(f"{score}. {whole}")
        self.setToolTip(f"{score}\n{whole}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(2 * 10 + 18 + 16 + 16 * len(self._reasons) + 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDE - 32, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pressable(painter, self)
        paint_chip(painter, QRect(_MARGIN, 11, 32, 18), str(self.window_.score), tone_of(self.window_))
        left, top = _MARGIN + _SCORE, 10
        lines = [(self._here, font(bold=True), "text", 18), (self._there, font("small"), "text2", 18)]
        lines += [(line, font("small"), "text2", 16) for line in self._reasons]
        for words, size, ink, high in lines:
            painter.setFont(size)
            painter.setPen(colour(ink))
            room = QRect(left, top, self.width() - left - 4, high)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)
            top += high


def _together(*sentences: str) -> str:
    return ("" if screen_language() == "ja" else " ").join(sentences)


class BestTimes(Scroll):
    """The list."""

    windowChosen = Signal(object)

    def __init__(self) -> None:
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(16, 10, 16, 12)
        self._lines.setSpacing(8)
        super().__init__(content, tr("Best times"))
        self.setFixedWidth(WIDE)
        self.times: list[BestTime] = []

    def show_windows(self, windows: Sequence[CallWindow], cities: tuple[City, City]) -> None:
        """Show the best of them."""
        clear(self._lines)
        self._lines.addWidget(Text(tr("Best times"), "heading"))
        self.times = [BestTime(window, cities) for window in windows[:_MOST]]
        for made in self.times:
            made.clicked.connect(lambda _=False, made=made: self.windowChosen.emit(made.window_))
            self._lines.addWidget(made)
        if not windows:
            words = tr("On these days there is no time that is good for both sides.")
            more = tr("Choose other days, a shorter call, or other hours for one side.")
            self._lines.addWidget(Text(_together(words, more), tone="text2", wrap=True))
        self._lines.addStretch(1)
