"""What the colours of a people board mean, in a line under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from planner.ui.theme import colour
from planner.ui.theme.painters import fill_round, hatch, outline_round
from planner.ui.widgets.lettering import wide_of, write

_HIGH: Final = 32
_SIGN: Final = 14.0
_WIDE_SIGN: Final = 22.0
_EDGE: Final = 14
_BETWEEN: Final = 20


class Legend(QWidget):
    """Signs as the board paints them, each with its meaning. What has no room is in the tip, as all of it is."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH)

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show signs, by their names in `SIGNS`, with words."""
        self._entries = tuple(entries)
        words = "\n".join(words for _, words in entries)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = float(_EDGE)
        for name, words in self._entries:
            wide, paint = SIGNS[name]
            end = left + wide + 8 + wide_of(words, "small")
            if end > self.width() - _EDGE:
                break
            paint(painter, QRectF(left, (_HIGH - _SIGN) / 2 + 0.5, wide, _SIGN))
            write(painter, left + wide + 8, (_HIGH - 15) / 2 + 0.5, words, "text2", size="small")
            left = end + _BETWEEN


def _filled(ink: str) -> Callable[[QPainter, QRectF], None]:
    def paint(painter: QPainter, rect: QRectF) -> None:
        fill_round(painter, rect, "grid", 2)
        share = 0.5 if ink == "chosen.mark" else 1.0
        low = QRectF(rect.left(), rect.bottom() - share * rect.height(), rect.width(), share * rect.height())
        fill_round(painter, low, ink, 2)

    return paint


def _dashed(ink: str) -> Callable[[QPainter, QRectF], None]:
    return lambda painter, rect: outline_round(painter, rect, ink, radius=3, dashed=True)


def _closed(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(rect, colour("grey.fill"))
    hatch(painter, rect)


#: By its name, how wide a sign is and what paints it.
SIGNS: Final[Mapping[str, tuple[float, Callable[[QPainter, QRectF], None]]]] = {
    "load": (10.0, _filled("chosen.mark")),
    "nearly": (10.0, _filled("check.mark")),
    "over": (10.0, _filled("wrong.mark")),
    "lead": (_WIDE_SIGN, _dashed("strong_line")),
    "closed": (_WIDE_SIGN, _closed),
    "suggested": (_WIDE_SIGN, _dashed("chosen.mark")),
}
