"""Editing a record of the plan field by field: which editor a field gets follows from how the model declares it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy import Boolean, Date, Float, Integer, Text, Time

from planner.language import N_, say, screen_language, tr
from planner.language.nouns import field_label
from planner.language.terms import term
from planner.model.base import Base
from planner.model.fields import Choice, Choices, facts_of
from planner.model.message import PlannerError
from planner.ui.widgets.choices import CheckField, ChoiceField, SeveralField
from planner.ui.widgets.fields import Field, TextField
from planner.ui.widgets.figures import DecimalField, NumberField
from planner.ui.widgets.moments import DateField, TimeField
from planner.ui.widgets.notes import NoteField

#: The units that the model's fields are counted in.
UNITS = (N_("min"), N_("cm"), N_("kg"), N_("weeks"))


class Editor(Protocol):
    """What every field can do, a box to tick as well."""

    committed: SignalInstance

    def value(self) -> Any:
        """What stands in it now."""

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""

    def show_error(self, words: str) -> None:
        """Say at the field what is wrong."""

    def clear_error(self) -> None:
        """Mark the field as right again."""


def editor_for(
    noun: type[Base], field: str, *, near: dt.date, strong: bool = False, icon_name: str = ""
) -> Editor:
    """Make the editor of a field, with its label in the screen's language.

    `near` is the day around which a day typed without a year is looked for: the visit's first day, as a rule.

    Raises:
        KeyError: The noun has no such field, or the field is none that people edit.
    """
    column = noun.__table__.columns[field]
    facts = facts_of(column)
    if facts is None:
        raise KeyError(f"{noun.__name__}.{field}")
    label, kind = field_label(noun, field), column.type
    if isinstance(kind, Choice | Choices):
        words = [(member, term(member, screen_language())) for member in kind.kind]
        if isinstance(kind, Choices):
            return SeveralField(label, words)
        return ChoiceField(label, words, icon_name=icon_name)
    if isinstance(kind, Boolean):
        return CheckField(label)
    if isinstance(kind, Date):
        return DateField(label, near=near, optional=bool(column.nullable))
    if isinstance(kind, Time):
        return TimeField(label)
    if isinstance(kind, Integer):
        return NumberField(label, unit=tr(facts.unit) if facts.unit else "")
    if isinstance(kind, Float):
        return DecimalField(label)
    if facts.long or isinstance(kind, Text):
        return NoteField(label)
    return TextField(label, strong=strong, icon_name=icon_name)


class RecordForm(QWidget):
    """Several fields of one record, one under the other; names put together in a tuple stand side by side."""

    #: A field was changed by the user: its name and the new value.
    changed = Signal(str, object)

    def __init__(
        self, noun: type[Base], fields: Sequence[str | tuple[str, ...]], *, near: dt.date, strong: str = ""
    ) -> None:
        """`strong` names the field that is set in bold: what the record is called."""
        super().__init__()
        self._editors: dict[str, Editor] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for line in fields:
            names = (line,) if isinstance(line, str) else line
            side_by_side = QHBoxLayout()
            side_by_side.setSpacing(8)
            for name in names:
                editor = editor_for(noun, name, near=near, strong=name == strong)
                self._add(name, editor)
                if isinstance(editor, QWidget):
                    side_by_side.addWidget(editor, 1, Qt.AlignmentFlag.AlignTop)
            box.addLayout(side_by_side)

    def _add(self, name: str, editor: Editor) -> None:
        self._editors[name] = editor
        editor.committed.connect(lambda value: self.changed.emit(name, value))

    def __getitem__(self, name: str) -> Editor:
        return self._editors[name]

    @property
    def fields(self) -> Sequence[Field]:
        """The fields from the first to the last, without boxes to tick."""
        return [editor for editor in self._editors.values() if isinstance(editor, Field)]

    def show_record(self, record: Base) -> None:
        """Show the fields of a record; what somebody is typing just now stays."""
        for name, editor in self._editors.items():
            editor.show_value(getattr(record, name))

    def show_refusal(self, name: str, error: PlannerError) -> None:
        """Say at a field why its value was not taken."""
        self._editors[name].show_error(say(error))

    def values(self) -> dict[str, Any]:
        """What stands in all the fields now, for a record that is yet to be made."""
        return {name: editor.value() for name, editor in self._editors.items()}
