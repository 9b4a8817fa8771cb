"""A keyboard shortcut as a little key, as it stands beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from planner.ui.theme import colour, font
from planner.ui.theme.painters import fill_round, outline_round


class Keycap(QWidget):
    """Shows one shortcut in the way of this computer (Ctrl+K, ⌘K)."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self._text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("small")).horizontalAdvance(self._text) + 10, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, "panel", 3)
        outline_round(painter, rect, "strong_line", radius=3)
        painter.setFont(font("small"))
        painter.setPen(colour("text3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
