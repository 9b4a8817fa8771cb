"""Items of an outline as widgets, one under the other, for one record; sections in it fold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.model.base import Base
from planner.model.plan import Plan
from planner.ui.inspector.fields import FieldEditor
from planner.ui.inspector.marks import FoldHead, special_chip
from planner.ui.inspector.outline import Field, Item, Of, Own, Parts, Section
from planner.ui.inspector.piece import Piece
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import INSPECTOR
from planner.ui.widgets.boxes import rule
from planner.ui.widgets.fields import Field as FieldWidget

_Path = str | Callable[[Any], Base | None]

#: Space between two lines of fields, and between two fields side by side.
GAP = 10
BETWEEN = 8
#: The width for fields in the inspector, beside its margins and the scroll bar.
ROOM = INSPECTOR - 1 - 2 * 16 - 10


class Sheet(Piece):
    """The items of one record."""

    def __init__(
        self,
        workspace: Workspace,
        noun: type[Base],
        items: Sequence[Item],
        *,
        near: dt.date,
        special: bool = False,
        room: int = ROOM,
    ) -> None:
        """`special` tells that a heading above says already that all of this is special data.

        `room` is the width to lay out for: fields side by side whose labels do not fit stand under each other.
        """
        super().__init__()
        self._workspace, self._noun, self._near, self._special = workspace, noun, near, special
        self._room = room
        self._in_order: list[FieldEditor | Piece] = []
        self._fields: list[FieldEditor] = []
        self._pieces: list[tuple[_Path, Piece]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        for item in items:
            self._add(item)

    def _add(self, item: Item) -> None:
        near, special, room = self._near, self._special, self._room
        if isinstance(item, tuple):
            self._side_by_side([self._field(field) for field in item])
        elif isinstance(item, Section):
            section = FoldingSection(self._workspace, self._noun, item, near=near, special=special, room=room)
            self._piece("", section)
        elif isinstance(item, Of):
            sheet = Sheet(self._workspace, item.noun, item.items, near=near, special=special, room=room)
            self._piece(item.path, sheet)
        elif isinstance(item, Parts):
            from planner.ui.inspector.parts import PartList

            self._piece("", PartList(self._workspace, item, near=near, special=special, room=room))
        elif isinstance(item, Own):
            self._piece("", item.make(self._workspace))
        else:
            self._box.addWidget(self._field(item))

    def _side_by_side(self, widgets: list[QWidget]) -> None:
        share = (self._room - BETWEEN * (len(widgets) - 1)) // len(widgets)
        if any(_least_width(widget) > share for widget in widgets):
            for widget in widgets:
                self._box.addWidget(widget)
            return
        line = QHBoxLayout()
        line.setSpacing(BETWEEN)
        for widget in widgets:
            line.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(line)

    def _field(self, field: Field) -> QWidget:
        made = FieldEditor(self._workspace, self._noun, field, near=self._near, mark_special=not self._special)
        self._fields.append(made)
        self._in_order.append(made)
        return made.widget

    def _piece(self, path: _Path, piece: Piece) -> None:
        self._pieces.append((path, piece))
        self._in_order.append(piece)
        self._box.addWidget(piece)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        for field in self._fields:
            field.show(record, plan, anew=anew)
        for path, piece in self._pieces:
            whose = _follow(record, path)
            piece.setVisible(whose is not None)
            if whose is not None:
                piece.show_record(whose, plan, anew=anew)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        if noun == self._noun.__name__:
            for editor in self._fields:
                if editor.name == field:
                    return editor.widget
        for _, piece in self._pieces:
            found = piece.find_editor(noun, field)
            if found is not None:
                return found
        return None

    @override
    def find_parts(self, noun: str) -> QWidget | None:
        found = (piece.find_parts(noun) for _, piece in self._pieces)
        return next((each for each in found if each is not None), None)

    def focus_first(self) -> None:
        """Let the user type into the first field."""
        for each in self._in_order:
            if isinstance(each, FieldEditor):
                each.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if isinstance(each, Sheet):
                each.focus_first()
                return


def _least_width(widget: QWidget) -> int:
    """How much room an editor needs with its label readable."""
    labelled = widget.label_width if isinstance(widget, FieldWidget) else 0
    return max(widget.minimumSizeHint().width(), labelled)


def _follow(record: Any, path: _Path) -> Any:
    """Give the record that a path leads to; the record itself where there is none."""
    if callable(path):
        return path(record)
    return getattr(record, path) if path else record


def names_in(noun: type[Base], items: Sequence[Item]) -> set[tuple[str, str]]:
    """Which fields of which nouns items show, looking into what is folded but not into parts."""
    found: set[tuple[str, str]] = set()
    for item in items:
        if isinstance(item, tuple):
            found |= names_in(noun, item)
        elif isinstance(item, Section):
            found |= names_in(noun, item.items)
        elif isinstance(item, Of):
            found |= names_in(item.noun, item.items)
        elif isinstance(item, str):
            found.add((noun.__name__, item))
        elif not isinstance(item, Parts | Own):
            found.add((noun.__name__, item.field))
    return found


def _has_parts(items: Sequence[Item], noun: str) -> bool:
    """Whether a list of the parts of a noun is among items, or among the items of an `Of` in them."""
    return any(
        (isinstance(item, Parts) and item.noun.__name__ == noun)
        or (isinstance(item, Own) and item.parts == noun)
        or (isinstance(item, Of) and _has_parts(item.items, noun))
        for item in items
    )


class FoldingSection(Piece):
    """Items under a heading; made when it is first opened, so that what nobody looks at costs nothing."""

    def __init__(
        self, workspace: Workspace, noun: type[Base], told: Section, *, near: dt.date, special: bool, room: int
    ) -> None:
        super().__init__()
        self._room = room
        self._workspace, self._noun, self._told, self._near = workspace, noun, told, near
        self._special = special or told.special
        self._names = names_in(noun, told.items)
        self._record: Any = None
        self._plan: Plan | None = None
        self._stale = True
        self._sheet: Sheet | None = None
        self.head = FoldHead(told.heading, bold=not told.minor)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.head, 1)
        if told.special and not special:
            line.addWidget(special_chip())
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        if not told.minor:
            self._box.addWidget(rule())
        self._box.addLayout(line)
        self.head.turned.connect(self._turn)
        self.head.setChecked(told.opened)

    def _turn(self, opened: bool) -> None:
        if opened:
            sheet = self._sheet
            if sheet is None:
                sheet = self._sheet = Sheet(
                    self._workspace, self._noun, self._told.items,
                    near=self._near, special=self._special, room=self._room,
                )  # fmt: skip
                self._box.addWidget(sheet)
            self._fill(anew=self._stale)
        if self._sheet is not None:
            self._sheet.setVisible(opened)

    def _fill(self, *, anew: bool) -> None:
        if self._sheet is not None and self._plan is not None and self._record is not None:
            self._stale = False
            self._sheet.show_record(self._record, self._plan, anew=anew)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record, self._plan = record, plan
        self._stale = self._stale or anew
        if self._told.note is not None:
            self.head.show_words(self._told.heading, self._told.note(record, plan))
        if self.head.isChecked():
            self._fill(anew=self._stale)

    @override
    def find_editor(self, noun: str, field: str) -> QWidget | None:
        if (noun, field) not in self._names:
            return None
        self.head.setChecked(True)
        return None if self._sheet is None else self._sheet.find_editor(noun, field)

    @override
    def find_parts(self, noun: str) -> QWidget | None:
        if not _has_parts(self._told.items, noun):
            return None
        self.head.setChecked(True)
        return self.head
