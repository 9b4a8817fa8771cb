"""Words painted by hand, as on boards: how wide they are, shortened or broken to fit, and written line by line."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from planner.ui.theme import colour, font
from planner.ui.widgets.lines import lines_of

#: How far one line is below the other.
LINE: Final = 15


@lru_cache(maxsize=8192)
def wide_of(words: str, size: str = "board", *, bold: bool = False) -> float:
    """Give how wide words are in one of the theme's sizes."""
    return QFontMetricsF(font(size, bold=bold)).horizontalAdvance(words)


@lru_cache(maxsize=8192)
def fit(words: str, size: str, bold: bool, width: int) -> str:
    """Give words as they fit into a width, shortened with an ellipsis."""
    return lines_of(words, font(size, bold=bold), max(8, width), 1)[0] if words else ""


@lru_cache(maxsize=4096)
def broken(words: str, size: str, bold: bool, width: int, most: int) -> tuple[str, ...]:
    """Give words broken into lines of a width, at most so many; the last is shortened with an ellipsis."""
    return tuple(lines_of(words, font(size, bold=bold), width, most))


def write(
    painter: QPainter, x: float, y: float, words: str, ink: str, *, size: str = "board", bold: bool = False
) -> None:
    """Write one line whose top is at `y`."""
    painter.setFont(font(size, bold=bold))
    painter.setPen(colour(ink))
    painter.drawText(QPointF(x, y + _rise(size, bold)), words)


@lru_cache(maxsize=64)
def _rise(size: str, bold: bool) -> float:
    """From the top of a line to the base of its letters."""
    metrics = QFontMetricsF(font(size, bold=bold))
    return (LINE + metrics.capHeight()) / 2
