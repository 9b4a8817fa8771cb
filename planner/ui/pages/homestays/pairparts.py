"""Pieces of the card "Why this pair?": the score, the points of a wish, another home, guest and family abreast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from planner.language import say, screen_language, tr
from planner.language.figures import comma_list
from planner.rules.homestays import Points
from planner.ui.boards.nights.painting import SCORES
from planner.ui.theme import colour, font
from planner.ui.theme.painters import bar, fill_round, outline_round
from planner.ui.widgets.lettering import fit, wide_of, write
from planner.ui.widgets.text import Text


class ScoreBox(QWidget):
    """The score, large, on the ground of what the pair is."""

    def __init__(self, score: str, tone: str) -> None:
        super().__init__()
        self._score, self._tone = score, tone
        self.setFixedSize(56, 48)
        self.setAccessibleName(score)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, ink = SCORES.get(self._tone, ("grey.fill", "text2"))
        fill_round(painter, QRectF(self.rect()), fill)
        painter.setFont(font("title", bold=True))
        painter.setPen(colour(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._score)


class PointsRow(QWidget):
    """What a pair earns of one wish: its name, why in small words, a bar, and the figures."""

    def __init__(self, points: Points, name: str) -> None:
        super().__init__()
        self._points, self._name = points, name
        why = say(points.message)
        self._why = "" if why == name else why
        self.setFixedHeight(33 if self._why else 22)
        told = tr("{label}: {words}", label=name, words=f"{points.points:.0f} / {points.out_of:.0f}")
        self.setAccessibleName(f"{told} {self._why}".strip())
        self.setToolTip("\n".join(filter(None, (name, self._why))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        points, right = self._points, float(self.width())
        earned, out_of = f"{points.points:.0f}", f"/{points.out_of:.0f}"
        top = 3.0
        write(painter, right - 28, top, out_of, "text2", size="small")
        write(painter, right - 32 - wide_of(earned, "text", bold=True), top - 1, earned, "text", size="text", bold=True)
        track = QRectF(right - 108, top + 5, 52, 5)
        share = points.points / points.out_of if points.out_of else 0.0
        bar(painter, track, share, ground="grid", ink="chosen.mark")
        room = int(track.left() - 8)
        write(painter, 0, top - 0.5, fit(self._name, "board", False, room), "text")
        if self._why:
            write(painter, 0, top + 14, fit(self._why, "small", False, room), "text2", size="small")


class HomeRow(QAbstractButton):
    """Another home for a guest: its score, the name, and in small words what there is to say; a click looks at it."""

    def __init__(self, score: str, tone: str, name: str, words: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._score, self._tone, self._words = score, tone, words
        self.setText(name)
        self.setAccessibleName(comma_list((name, score, words), screen_language()))
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: pressed())

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, ink = SCORES.get(self._tone, ("grey.fill", "text2"))
        fill_round(painter, QRectF(0, 3, 28, 19), fill, 3)
        score = self._score or "×"
        write(painter, (28 - wide_of(score, bold=True)) / 2, 5, score, ink, bold=True)
        name = fit(self.text(), "text", True, 120)
        write(painter, 37, 4, name, "text", size="text", bold=True)
        left = 37 + wide_of(name, "text", bold=True) + 9
        write(painter, left, 5.5, fit(self._words, "small", False, int(self.width() - left)), "text2", size="small")
        if self.underMouse():
            outline_round(painter, QRectF(self.rect()).adjusted(-1, 0, 1, 0), "strong_line", radius=4)


class Abreast(QWidget):
    """Guest and family side by side: a line of both for each thing that matters to living together."""

    def __init__(self, heads: tuple[QWidget, QWidget], lines: list[tuple[str, str, str]]) -> None:
        """`lines` are what it is about, the guest's words, the family's words; empty ones are left out."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for column, head in enumerate(heads):
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for about, guest, family in lines:
            if not guest and not family:
                continue
            at = grid.rowCount()
            grid.addWidget(Text(about, "small", "text3"), at, 0, 1, 2)
            for column, words in enumerate((guest, family)):
                text = Text(words or "–", "small", "" if words else "text3", wrap=True)
                text.setMinimumWidth(100)
                text.setAlignment(Qt.AlignmentFlag.AlignTop)
                grid.addWidget(text, at + 1, column)
