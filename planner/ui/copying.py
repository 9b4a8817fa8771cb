"""What is copied out of the program has nothing in it that is not seen: no joiners that keep words on their line."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from planner.language.endings import JOINER, parted


class BareCopies(QObject):
    """Mends what a label has put on the clipboard, or, where there is such a thing, into the selection."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().changed.connect(self._look)

    def _look(self, mode: QClipboard.Mode) -> None:
        # What another program has put there is not asked for: it may be large.
        if QGuiApplication.focusWindow() is None:
            return
        clipboard = QGuiApplication.clipboard()
        if JOINER in (text := clipboard.text(mode)):
            clipboard.setText(parted(text), mode)
