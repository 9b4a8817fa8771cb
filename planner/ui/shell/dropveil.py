"""What lies over the window while a file is carried over it: says what dropping it would do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.language import tr, trn
from planner.storage import SUFFIX
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, outline_round


class DropVeil(QWidget):
    """Shown from the moment files come over the window until they are dropped or taken away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def show_for(self, paths: list[Path], *, any_visit: bool) -> None:
        """Show what would happen to these files."""
        if any(path.suffix.casefold() == SUFFIX for path in paths):
            self._words = tr("Drop to open this visit")
        elif any_visit:
            self._words = trn("Drop to read {count} form in", "Drop to read {count} forms in", len(paths))
        else:
            self._words = tr("Open or start a visit first; then drop the form again.")
        self.setGeometry(self._parent.rect())
        self.show()
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(colour("ground"))
        veil.setAlphaF(0.86)
        painter.fillRect(self.rect(), veil)
        card = QRectF(0, 0, 360, 132)
        card.moveCenter(QRectF(self.rect()).center())
        fill_round(painter, card, "panel")
        outline_round(painter, card, "chosen.mark", width=2, dashed=True)
        middle = QRect(card.toRect())
        paint_icon(painter, "drop-here", "chosen.mark", QRect(middle.center().x() - 20, middle.top() + 22, 40, 40))
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        words = middle.adjusted(16, 70, -16, -10)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
