"""The editor of one field of an outline, and how what it says gets into the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.commands import records
from planner.language import say
from planner.language.nouns import field_label
from planner.model.base import Base
from planner.model.fields import Sensitivity, facts_of
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.inspector.marks import special_sign
from planner.ui.inspector.outline import Field, Pick, Shown
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field as FieldWidget
from planner.ui.widgets.record import Editor, editor_for


class FieldEditor:
    """A field of whichever record is shown: its editor, and the door it writes through."""

    def __init__(
        self, workspace: Workspace, noun: type[Base], field: Field, *, near: dt.date, mark_special: bool
    ) -> None:
        """`mark_special` puts the sign of special data at the field, where the section does not say so already."""
        self._workspace = workspace
        self._noun = noun
        self._told = field if isinstance(field, Pick | Shown) else Shown(field)
        self.name = self._told.field
        self._record: Any = None
        self._offers: list[tuple[Hashable, str]] | None = None
        self.editor: Editor = self._make(near)
        self.editor.committed.connect(self._commit)
        facts = facts_of(noun.__table__.columns[self.name])
        if mark_special and facts is not None and facts.sensitivity == Sensitivity.SPECIAL:
            widget = self.widget
            if isinstance(widget, FieldWidget):
                widget.add_to_label(special_sign())

    def _make(self, near: dt.date) -> Editor:
        told = self._told
        if isinstance(told, Pick):
            label = told.label or field_label(self._noun, self.name)
            return ChoiceField(label, [], icon_name=told.icon)
        made = editor_for(self._noun, self.name, near=near, strong=told.strong, icon_name=told.icon)
        if told.label and isinstance(made, FieldWidget):
            made.set_label(told.label)
        return made

    @property
    def widget(self) -> QWidget:
        """The editor as a widget."""
        assert isinstance(self.editor, QWidget)
        return self.editor

    def show(self, record: Any, plan: Plan, *, anew: bool) -> None:
        """Show the field of a record; what is being typed, and what was refused, stays unless it is `anew`."""
        self._record = record
        widget = self.widget
        if anew:
            if isinstance(widget, FieldWidget):
                widget.forget()
            self.editor.clear_error()
        if isinstance(self._told, Pick):
            self._offer(self._told, plan)
        elif isinstance(widget, FieldWidget):
            if self._told.hint is not None:
                widget.show_hint(self._told.hint(record, plan))
            if self._told.if_empty is not None:
                widget.show_if_empty(self._told.if_empty(record, plan))
        self.editor.show_value(getattr(record, self.name))
        widget.setEnabled(not self._workspace.is_read_only)

    def _offer(self, told: Pick, plan: Plan) -> None:
        offers = list(told.offers(self._record, plan))
        if told.nothing:
            offers.insert(0, (None, told.nothing))
        if offers != self._offers and isinstance(self.editor, ChoiceField):
            self._offers = offers
            self.editor.offer(offers)

    def _commit(self, value: Any) -> None:
        record = self._record
        if record is None or value == getattr(record, self.name):
            return
        done = self._workspace.run(
            records.edit, self._noun.__name__, record.id, {self.name: value}, refused=self._refuse
        )
        if done:
            self.editor.clear_error()

    def _refuse(self, error: PlannerError) -> None:
        self.editor.show_error(say(error))
