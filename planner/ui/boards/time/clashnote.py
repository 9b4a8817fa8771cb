"""The note beside what is carried: what would be wrong if it were put down here, one line for each reason."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr_in
from planner.ui.theme import colour
from planner.ui.theme.measures import RADIUS
from planner.ui.widgets.boxes import clear, row
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text

WIDTH: Final = 268
#: How far its point reaches out, and how far it stays from what it points at.
_POINT: Final = 9
_GAP: Final = 5
#: From its top to the middle of the point, where there is room to choose.
_POINT_AT: Final = 16

#: More reasons than these are only counted.
_MOST: Final = 8

_SIGNS: Final = {"wrong": "wrong", "check": "warn", "chosen": "note"}


class Reason(NamedTuple):
    """One line of the note: the icon of what it is about, in a colour, and a sentence."""

    icon: str
    words: str
    ink: str = "text2"


class Foreseen(NamedTuple):
    """What would be if something were put down: `tone` is wrong, check or chosen; `struck` are the cards it hits."""

    tone: str
    head: str
    reasons: tuple[Reason, ...] = ()
    struck: frozenset[Hashable] = frozenset()


class ClashNote(QWidget):
    """A card 268 wide with a point towards what it speaks of. The mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.foreseen: Foreseen | None = None
        self._foot = ""
        self._to_the_right = True
        self._point = float(_POINT_AT)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(6)
        self.hide()

    def tell(self, foreseen: Foreseen, foot: str, beside: QRectF, inside: QRectF) -> None:
        """Say what is foreseen beside a rectangle, within another; `foot` tells how to get away from it."""
        if foreseen != self.foreseen or foot != self._foot:
            self.foreseen, self._foot = foreseen, foot
            self._fill(inside)
        self._place(beside, inside)
        self.show()
        self.raise_()

    def _fill(self, inside: QRectF) -> None:
        foreseen = self.foreseen
        assert foreseen is not None
        shown = list(foreseen.reasons[:_MOST])
        self._write(shown)
        while len(shown) > 1 and self._height() > inside.height() - 8:
            shown.pop()
            self._write(shown)
        words = [foreseen.head, *(reason.words for reason in foreseen.reasons), self._foot]
        self.setAccessibleName("\n".join(words))

    def _write(self, reasons: Iterable[Reason]) -> None:
        foreseen = self.foreseen
        assert foreseen is not None
        clear(self._box)
        shown = tuple(reasons)
        tone = foreseen.tone
        head = Text(foreseen.head, "heading", "" if tone == "chosen" else tone, wrap=True)
        self._line(Sign(_SIGNS[tone], f"{tone}.mark"), head)
        for reason in shown:
            self._line(Sign(reason.icon, reason.ink), Text(reason.words, "small", wrap=True))
        hidden = len(foreseen.reasons) - len(shown)
        if hidden:
            self._box.addWidget(Text(tr_in("findings", "{count} more", count=hidden), "small", "text2"))
        self._box.addWidget(Text(self._foot, "small", "text3", wrap=True))

    def _line(self, sign: Sign, words: Text) -> None:
        line = row(gap=8)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self._box.addLayout(line)

    def _height(self) -> int:
        self._margins()
        return self._box.totalHeightForWidth(WIDTH + _POINT)

    def _margins(self) -> None:
        left, right = (12, 12 + _POINT) if self._to_the_right else (12 + _POINT, 12)
        self._box.setContentsMargins(left, 10, right, 10)

    def _place(self, beside: QRectF, inside: QRectF) -> None:
        """At the left of it, as the hand is at its right; else at its right; where neither has room, over it."""
        wide = WIDTH + _POINT
        self._to_the_right = beside.left() - _GAP - wide >= inside.left() or beside.right() + wide > inside.right()
        high = self._height()
        x = beside.left() - _GAP - wide if self._to_the_right else beside.right() + _GAP
        middle = min(max(beside.center().y(), inside.top() + _POINT_AT), inside.bottom() - _POINT_AT)
        y = min(max(middle - _POINT_AT, inside.top() + 4), max(inside.top() + 4, inside.bottom() - high - 4))
        self._point = min(max(middle - y, _POINT_AT), high - _POINT_AT)
        self.setGeometry(round(max(inside.left() + 2, x)), round(y), wide, high)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        foreseen = self.foreseen
        if foreseen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.75 if self._to_the_right else _POINT + 0.75
        card = QRectF(left, 0.75, WIDTH - 1.5, self.height() - 1.5)
        shape = QPainterPath()
        shape.addRoundedRect(card, RADIUS, RADIUS)
        base, tip = (card.right(), card.right() + _POINT) if self._to_the_right else (card.left(), card.left() - _POINT)
        inner = base - 1 if self._to_the_right else base + 1
        point = QPainterPath(QPointF(inner, self._point - 8))
        point.lineTo(QPointF(tip, self._point))
        point.lineTo(QPointF(inner, self._point + 8))
        point.closeSubpath()
        painter.setPen(QPen(colour(f"{foreseen.tone}.mark"), 1.5))
        painter.setBrush(colour("panel"))
        painter.drawPath(shape.united(point))
