"""Lines to type into: one that gives its value back once it is finished, and one that filters while somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from planner.ui.theme import icon
from planner.ui.widgets.undoing import take_step


class _Line(QLineEdit):
    """A line that may begin with an icon, and keeps Ctrl+Z only while there is typing in it to take back."""

    def lead_with(self, icon_name: str) -> None:
        """Put an icon before the text."""
        self.addAction(icon(icon_name), QLineEdit.ActionPosition.LeadingPosition)
        self.setProperty("icon", True)

    def can_undo(self) -> bool:
        """Whether anything has been typed that is not handed over yet."""
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether anything typed has been taken back."""
        return self.isRedoAvailable()

    @override
    def event(self, event: QEvent) -> bool:
        return take_step(self, event) or super().event(event)


class LineEdit(_Line):
    """A line that gives back its value once: at Enter or when it is left; Esc puts back what was there."""

    finished = Signal(str)
    putBack = Signal()

    def __init__(self, *, strong: bool = False, icon_name: str = "", placeholder: str = "") -> None:
        super().__init__()
        self._was = self._told = ""
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        if strong:
            self.setProperty("strong", True)
        if icon_name:
            self.lead_with(icon_name)
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self._finish)

    def put(self, text: str, *, taken: bool = False) -> bool:
        """Show the stored text; False if what the user has typed stays instead.

        That is so while somebody is typing, and as long as the stored text has not changed after a value was
        refused: nobody's words vanish because something else on the page was changed. `taken` says that what
        was typed has been understood and is shown in its proper form.
        """
        typing = self.hasFocus() and self.text() != self._told
        refused = text == self._was and self.text() != self._was
        self._was = text
        if (typing or refused) and not taken:
            return False
        self._told = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self._close_typing()
        return True

    def forget(self) -> None:
        """Let go of what is half typed: `put` may overwrite it."""
        self._was = self._told = self.text()
        self._close_typing()

    def _close_typing(self) -> None:
        """What was typed is in the plan now: from here on Ctrl+Z is the plan's."""
        if self.isUndoAvailable() or self.isRedoAvailable():
            cursor = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(cursor)

    def _finish(self) -> None:
        if self.text() != self._told:
            self._told = self.text()
            if self.text() != self._was:
                self.finished.emit(self.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._was:
            self.setText(self._was)
            self._told = self._was
            self.putBack.emit()
            return
        super().keyPressEvent(event)


class SearchField(_Line):
    """Filters what is below it while somebody types; Esc empties it."""

    def __init__(self, name: str, *, wide: int = 220) -> None:
        """`wide` where there is room; in a crowded head it gives way, down to a few letters."""
        super().__init__()
        self._wide = wide
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("look", "search")
        self.setAcceptDrops(False)
        self.lead_with("search")
        self.setClearButtonEnabled(False)
        self.setMaximumWidth(wide)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._wide, 104), super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
