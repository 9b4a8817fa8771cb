"""A pen that goes down a card line by line, as far as there is room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON
from planner.ui.widgets.lettering import LINE, broken, write

#: What is left of words that have no room at all.
_NOTHING_LEFT: Final = "…"


class Pen:
    """Writes into a room from its top; `pitch` is how far one line is below the other."""

    def __init__(self, painter: QPainter, room: QRectF, pitch: float) -> None:
        self._painter, self._room, self._pitch = painter, room, pitch
        self._y = room.top()
        self._foot = room.bottom()

    def _left(self) -> int:
        return int((self._foot - self._y + 2) // self._pitch)

    def _line(self, words: str, ink: str, *, size: str = "board", bold: bool = False, indent: float = 0) -> None:
        room = int(self._room.width() - indent)
        if words and room > 8:
            [short] = broken(words, size, bold, room, 1)
            if short != _NOTHING_LEFT:
                write(self._painter, self._room.left() + indent, self._y, short, ink, size=size, bold=bold)
            self._y += self._pitch

    def _icon(self, name: str, x: float, y: float, ink: str, size: int = CARD_ICON) -> None:
        paint_icon(self._painter, name, ink, QRectF(x, y + (LINE - size) / 2, size, size))
