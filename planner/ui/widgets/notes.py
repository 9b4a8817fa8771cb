"""A field of several lines, as high as what is in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from planner.language import screen_language
from planner.ui.widgets.fields import Field
from planner.ui.widgets.undoing import take_step


class _Note(QPlainTextEdit):
    """A text of several lines, as high as it is long between two limits; Tab leaves it."""

    finished = Signal(str)

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._was = self._told = ""
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file dropped here is meant for the window
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._grow)
        self._grow()

    def put(self, text: str) -> bool:
        """As `LineEdit.put`."""
        typing = self.hasFocus() and self.toPlainText() != self._told
        refused = text == self._was and self.toPlainText() != self._was
        self._was = text
        if typing or refused:
            return False
        self._told = text
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        return True

    def forget(self) -> None:
        """As `LineEdit.forget`."""
        self._was = self._told = self.toPlainText()
        self.document().clearUndoRedoStacks()

    def can_undo(self) -> bool:
        """Whether anything has been typed that is not handed over yet."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether anything typed has been taken back."""
        return self.document().isRedoAvailable()

    @override
    def event(self, event: QEvent) -> bool:
        return take_step(self, event) or super().event(event)

    def _grow(self) -> None:
        # Measured here, not asked of the document: that lays out its lines only when they are painted.
        metrics = self.fontMetrics()
        flags = Qt.TextFlag.TextWrapAnywhere if screen_language() == "ja" else Qt.TextFlag.TextWordWrap
        wide = self.viewport().width() - 2 * int(self.document().documentMargin())
        room = QRect(0, 0, max(40, wide), 100_000)
        lines = round(metrics.boundingRect(room, flags, self.toPlainText()).height() / metrics.lineSpacing())
        self.setFixedHeight(max(self._least, min(self._most, lines)) * metrics.lineSpacing() + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def finish(self) -> None:
        if self.toPlainText() != self._told:
            self._told = self.toPlainText()
            if self._told != self._was:
                self.finished.emit(self._told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._was:
            self.setPlainText(self._was)
            self._told = self._was
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.finish()
            return
        super().keyPressEvent(event)


class NoteField(Field):
    """Several lines of text; Ctrl+Enter finishes, Enter begins a new line."""

    def __init__(self, label: str, *, least: int = 2, most: int = 8, hint: str = "") -> None:
        """`least` and `most` lines high."""
        self._note = _Note(least, most)
        super().__init__(label, self._note, hint=hint)
        self._note.finished.connect(lambda text: self.committed.emit(text.strip()))
        self._note.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if self.has_error:
            self.clear_error()

    @override
    def value(self) -> str:
        return self._note.toPlainText().strip()

    @override
    def show_value(self, value: Any) -> None:
        if self._note.put("" if value is None else str(value)):
            self.clear_error()

    @override
    def forget(self) -> None:
        self._note.forget()
        super().forget()
