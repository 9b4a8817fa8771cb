"""The panel in which a new record gets its first few fields; everything else is filled in afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.language import say, tr
from planner.model.base import Base
from planner.model.message import PlannerError
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.record import RecordForm
from planner.ui.widgets.text import Text

#: The values of each noun, by field.
Values = Mapping[type[Base], Mapping[str, Any]]


class AddPanel(Panel):
    """First fields of one or more nouns, and a button that adds them in one step.

    `add` is given the values and a function to be called with a `PlannerError` if they are refused. A field left empty
    is not handed on, so that what the model says of it stands.
    """

    ONCE: ClassVar[bool] = True

    def __init__(
        self,
        title: str,
        forms: Sequence[tuple[type[Base], Sequence[str | tuple[str, ...]]]],
        add: Callable[[Values, Callable[[PlannerError], None]], object],
        *,
        near: dt.date,
        button: str,
        words: str = "",
    ) -> None:
        """`words` stand above the fields; `button` says what the button does."""
        super().__init__(title)
        self._add = add
        self._forms: dict[type[Base], RecordForm] = {}
        self.extra: QWidget | None = None
        if words:
            self.body.addWidget(Text(words, tone="text2", wrap=True))
        for noun, fields in forms:
            form = RecordForm(noun, fields, near=near)
            for name in names(fields):
                form[name].show_value(_usual(noun, name))
            self._forms[noun] = form
            self.body.addWidget(form)
        self._refusal = Text("", "small", "wrong", wrap=True)
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        self.button = Button(button, self.take, look="primary")
        self.body.addLayout(row(self.button, STRETCH))

    def __getitem__(self, noun: type[Base]) -> RecordForm:
        return self._forms[noun]

    def start(self) -> None:
        """Let the user type into the first field."""
        first = next(iter(self._forms.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if first.fields:
            first.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Add what stands in the fields, unless one of them is marked as wrong."""
        for form in self._forms.values():
            for field in form.fields:
                if field.has_error:
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return
        self._refusal.hide()
        given = {
            noun: {name: value for name, value in form.values().items() if value not in ("", None)}
            for noun, form in self._forms.items()
        }
        self._add(given, self._refuse)

    def _refuse(self, error: PlannerError) -> None:
        self._refusal.setText(say(error))
        self._refusal.show()
        self.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in any field adds, once the field has taken what was typed.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return
        super().keyPressEvent(event)


def names(fields: Sequence[str | tuple[str, ...]]) -> list[str]:
    """Give the fields of a form one by one."""
    return [name for line in fields for name in ((line,) if isinstance(line, str) else line)]


def _usual(noun: type[Base], name: str) -> Any:
    """What the model has a field be if nobody says anything."""
    default = noun.__table__.columns[name].default
    return getattr(default, "arg", None) if default is not None and default.is_scalar else None


def adding_words() -> str:
    """What is said above the fields of most new records."""
    return tr("A name is enough for now. Everything else can be filled in afterwards.")
