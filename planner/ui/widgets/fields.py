"""Fields to edit in place: a small label above, the editor, and under it what is wrong, at the spot.

A field tells a value only when the user has finished with it (Enter, Tab, a click elsewhere): `committed`.
Esc puts back what was there. While somebody types, a new plan does not overwrite what they type.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.widgets.boxes import row
from planner.ui.widgets.lineedit import LineEdit
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Elided, Text, restyle


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
        self._hint, self._if_empty = hint, ""
        self._label = Elided(label, "small", "text2")
        self._label.setBuddy(editor)
        self._under: _Under | None = None
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        self._label_row = row(self._label, gap=5)
        box.addLayout(self._label_row)
        box.addWidget(editor)
        self._show_under(hint)

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

    def show_if_empty(self, value: str) -> None:
        """Show in pale what holds as long as nothing stands in a line; a tip and a screen reader say it in words."""
        if isinstance(self.editor, LineEdit):
            words = self._if_empty = tr("{value} if empty", value=value) if value else ""
            self.editor.setPlaceholderText(self._pale(value, words))
            self.editor.setToolTip(words)
            self.editor.setAccessibleDescription(self.said_under or words)

    def _pale(self, value: str, words: str) -> str:
        """Give what stands in the empty line: what holds then, in `words`."""
        return words

    @property
    def has_error(self) -> bool:
        """Whether the field is marked as wrong."""
        return bool(self.editor.property("wrong"))

    def show_error(self, words: str) -> None:
        """Mark the field as wrong and say why."""
        self.editor.setProperty("wrong", True)
        restyle(self.editor)
        self._show_under(words, wrong=True)

    def clear_error(self) -> None:
        """Mark the field as right again."""
        if self.has_error:
            self.editor.setProperty("wrong", False)
            restyle(self.editor)
        self._show_under(self._hint)

    @property
    def said_under(self) -> str:
        """What stands under the field now: what is wrong, or else what is worth knowing."""
        return self._under.words.text() if self._under is not None else ""

    def _show_under(self, words: str, *, wrong: bool = False) -> None:
        """Say something under the field; the line for it is made when there is something to say."""
        if self._under is None:
            if not words:
                return
            self._under = _Under()
            self._box.addLayout(self._under)
        self._under.show_words(words, wrong=wrong)
        self.editor.setAccessibleDescription(words or self._if_empty)


class _Under(QHBoxLayout):
    """The line under a field, with a sign before it where it says what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "small", "text2", wrap=True)
        self._sign = Sign("wrong", "wrong.mark", 14)
        self._sign.hide()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(5)
        self.addWidget(self._sign)
        self.addWidget(self.words)
        self.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)

    def show_words(self, words: str, *, wrong: bool) -> None:
        self._sign.setVisible(wrong)
        self.words.setText(words)
        self.words.set_tone("wrong" if wrong else "text2")
        self.words.setVisible(bool(words))


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
