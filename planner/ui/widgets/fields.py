"""Fields to edit in place: a small label above, the editor, and under it what is wrong, at the spot.

A field tells a value only when the user has finished with it (Enter, Tab, a click elsewhere): `committed`.
Esc puts back what was there. While somebody types, a new plan does not overwrite what they type.
"""

from __future__ import annotations

import unicodedata
from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import icon
from planner.ui.widgets.boxes import row
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text, restyle
from planner.ui.widgets.undoing import take_step


class Field(QWidget):
    """What all fields share: label, editor, and the line under it for what is wrong or worth knowing."""

    #: The user has finished: the new value.
    committed = Signal(object)

    def __init__(self, label: str, editor: QWidget, *, hint: str = "") -> None:
        """`label` stands above and is what a screen reader says; `hint` stands below until something is wrong."""
        super().__init__()
        self.label = label
        self.editor = editor
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)
        self._hint = hint
        self._label = Elided(label, "small", "text2")
        self._label.setBuddy(editor)
        self._sign = Sign("wrong", "wrong.mark", 14)
        self._under = Text(hint, "small", "text2", wrap=True)
        self._under_row = row(self._sign, self._under, gap=5)
        self._under_row.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self._label_row = row(self._label, gap=5)
        box.addLayout(self._label_row)
        box.addWidget(editor)
        box.addLayout(self._under_row)
        self.clear_error()

    @abstractmethod
    def value(self) -> Any:
        """What stands in the field now."""

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""

    def _mend(self, line: LineEdit) -> None:
        """What is wrong is forgotten as soon as somebody types or puts back what was there."""
        line.textEdited.connect(lambda: self.clear_error())
        line.putBack.connect(self.clear_error)

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self.label = label
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    @property
    def label_width(self) -> int:
        """How much room the label needs to be read whole, with its signs."""
        return self._label_row.sizeHint().width()

    def add_to_label(self, sign: QWidget) -> None:
        """Put a small sign after the label."""
        self._label_row.addWidget(sign)
        self._label_row.addStretch(1)

    def forget(self) -> None:
        """Let go of what is half typed or was refused: another record is about to be shown."""
        if isinstance(self.editor, LineEdit):
            self.editor.forget()
        self.clear_error()

    def show_hint(self, hint: str) -> None:
        """Show something worth knowing under the field."""
        self._hint = hint
        if not self.has_error:
            self.clear_error()

    @property
    def has_error(self) -> bool:
        """Whether the field is marked as wrong."""
        return bool(self.editor.property("wrong"))

    def show_error(self, words: str) -> None:
        """Mark the field as wrong and say why."""
        self.editor.setProperty("wrong", True)
        restyle(self.editor)
        self._sign.show()
        self._under.setText(words)
        self._under.set_tone("wrong")
        self._under.show()
        self.editor.setAccessibleDescription(words)

    def clear_error(self) -> None:
        """Mark the field as right again."""
        if self.has_error:
            self.editor.setProperty("wrong", False)
            restyle(self.editor)
        self._sign.hide()
        self._under.setText(self._hint)
        self._under.set_tone("text2")
        self._under.setVisible(bool(self._hint))
        self.editor.setAccessibleDescription(self._hint)


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


class TextField(Field):
    """One line of text."""

    def __init__(
        self, label: str, *, strong: bool = False, icon_name: str = "", hint: str = "", placeholder: str = ""
    ) -> None:
        self.line = LineEdit(strong=strong, icon_name=icon_name, placeholder=placeholder)
        super().__init__(label, self.line, hint=hint)
        self.line.finished.connect(lambda text: self.committed.emit(text.strip()))
        self._mend(self.line)

    @override
    def value(self) -> str:
        return self.line.text().strip()

    @override
    def show_value(self, value: Any) -> None:
        if self.line.put("" if value is None else str(value)):
            self.clear_error()


class NumberField(Field):
    """A number, or nothing. Figures only; what is no number is said at the field and not handed on."""

    def __init__(
        self, label: str, *, least: int = 0, most: int = 9999, unit: str = "", hint: str = ""
    ) -> None:
        """`unit` stands after the label in brackets."""
        self._least, self._most = least, most
        self.line = LineEdit()
        super().__init__(f"{label} ({unit})" if unit else label, self.line, hint=hint)
        self.line.finished.connect(self._finish)
        self._mend(self.line)

    def _read(self) -> int | None:
        text = unicodedata.normalize("NFKC", self.line.text()).strip().replace(",", "")
        if not text:
            return None
        number = int(text)
        if not self._least <= number <= self._most:
            raise ValueError(text)
        return number

    def _finish(self) -> None:
        try:
            number = self._read()
        except ValueError:
            self.show_error(
                tr("A whole number from {least} to {most}, please", least=self._least, most=self._most)
            )
            return
        self.clear_error()
        self.committed.emit(number)

    @override
    def value(self) -> int | None:
        try:
            return self._read()
        except ValueError:
            return None

    @override
    def show_value(self, value: Any) -> None:
        if self.line.put("" if value is None else str(value)):
            self.clear_error()


class DecimalField(Field):
    """A number with a fraction, or nothing: hours, degrees."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        self.line = LineEdit()
        super().__init__(label, self.line, hint=hint)
        self.line.finished.connect(self._finish)
        self._mend(self.line)

    def _read(self) -> float | None:
        text = unicodedata.normalize("NFKC", self.line.text()).strip()
        return float(text) if text else None

    def _finish(self) -> None:
        try:
            number = self._read()
        except ValueError:
            self.show_error(tr("A number, please"))
            return
        self.clear_error()
        self.committed.emit(number)

    @override
    def value(self) -> float | None:
        try:
            return self._read()
        except ValueError:
            return None

    @override
    def show_value(self, value: Any) -> None:
        if self.line.put("" if value is None else f"{value:g}"):
            self.clear_error()


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
