"""What the colours of the strips mean, in one line under them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import colour
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, hatch, outline_round
from planner.ui.widgets.boxes import column, row
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.text import Text

_SAMPLE: Final = QSize(22, 14)


class _Sample(QWidget):
    """One look of the strips: free, off, a window (good or check), a planned call."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(_SAMPLE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect())
        if self._kind == "call":
            fill_round(painter, QRectF(4, 0, 14, 14), "chosen.mark", 7)
            paint_icon(painter, "calls", "on_chosen", QRect(7, 3, 8, 8))
        elif self._kind == "free":
            painter.fillRect(whole, colour("chosen.line"))
        elif self._kind == "off":
            painter.fillRect(whole, colour("sunk"))
            hatch(painter, whole, "strong_line")
        else:
            fill_round(painter, whole, f"{self._kind}.fill", 4)
            outline_round(painter, whole, f"{self._kind}.mark", width=1.5, radius=4)


class Legend(QWidget):
    """A sample with its words for each of them."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(gap=16)
        self.setLayout(column(flow, margins=(16, 6, 16, 6)))
        for kind, words in (
            ("free", tr("They can call")), ("off", tr("Weekend or day off")), ("good", tr("Good for both")),
            ("check", tr("Possible for both")), ("call", tr("Planned call")),
        ):  # fmt: skip
            item = QWidget()
            item.setLayout(row(_Sample(kind), Text(words, "small", "text2"), gap=6))
            flow.addWidget(item)
