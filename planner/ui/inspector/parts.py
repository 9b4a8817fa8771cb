"""Parts of a record as a list in the inspector: each is edited in place, added at the foot, removed at its end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.commands import records
from planner.commands.naming import name_of
from planner.language import Pair, screen_language, tr
from planner.language.nouns import noun as noun_word
from planner.language.speaking import speaker
from planner.model.plan import Plan
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.outline import Parts
from planner.ui.inspector.piece import Piece
from planner.ui.inspector.sheet import Sheet
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.taborder import bring_into_sight
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import listed

#: How far what unfolds under a part stands in.
INDENT = 18


class PartRow(Piece):
    """One part: its fields with a button to remove it, or one line that unfolds to them."""

    def __init__(self, workspace: Workspace, told: Parts, *, near: dt.date, special: bool, room: int) -> None:
        super().__init__()
        self._workspace, self._told, self._near, self._special, self._room = workspace, told, near, special, room
        self._record: Any = None
        self._plan: Plan | None = None
        self.sheet: Sheet | None = None
        word = noun_word(told.noun.__name__)
        self._remove_button = IconButton("trash", tr("Remove: {what}", what=word), self._remove, size=14)
        self._head: FoldHead | None = None
        self._movers: list[IconButton] = []
        self._under: Text | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._line = QHBoxLayout()
        self._line.setSpacing(4)
        self._box.addLayout(self._line)
        if told.title is None:
            self.sheet = self._make_sheet()
            self._line.addWidget(self.sheet, 1)
            holder = QVBoxLayout()
            # In line with the editors of the first line, under their labels.
            holder.setContentsMargins(0, 20, 0, 0)
            holder.addWidget(self._remove_button, 0, Qt.AlignmentFlag.AlignTop)
            holder.addStretch(1)
            self._line.addLayout(holder)
        else:
            self._head = FoldHead("", bold=False)
            self._head.turned.connect(self._turn)
            self._line.addWidget(self._head, 1)
            if told.move_by is not None:
                self._movers = [
                    IconButton("up", tr("Earlier: {what}", what=word), lambda: self._move(-1), size=14),
                    IconButton("down", tr("Later: {what}", what=word), lambda: self._move(1), size=14),
                ]
            for mover in self._movers:
                self._line.addWidget(mover)
            self._line.addWidget(self._remove_button)
            if told.under is not None:
                self._under = Text("", "small", "text2", wrap=True)
                self._under.setContentsMargins(INDENT, 0, 0, 2)
                self._box.setSpacing(0)
                self._box.addWidget(self._under)

    def _make_sheet(self) -> Sheet:
        told = self._told
        room = self._room - (BUTTON + 4 if told.title is None else INDENT)
        return Sheet(self._workspace, told.noun, told.items, near=self._near, special=self._special, room=room)

    def _turn(self, opened: bool) -> None:
        if opened and self.sheet is None:
            self.sheet = self._make_sheet()
            self.sheet.setContentsMargins(INDENT, 4, 0, 6)
            self._box.addWidget(self.sheet)
        if self.sheet is not None:
            if opened and self._plan is not None:
                self.sheet.show_record(self._record, self._plan, anew=True)
            self.sheet.setVisible(opened)

    def open(self) -> None:
        """Unfold it and let the user type."""
        if self._head is not None:
            self._head.setChecked(True)
        if self.sheet is not None:
            self.sheet.focus_first()

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record, self._plan = record, plan
        self._remove_button.setEnabled(not self._workspace.is_read_only)
        for mover in self._movers:
            mover.setEnabled(not self._workspace.is_read_only)
        if self._head is not None and self._told.title is not None:
            if anew:
                self._head.setChecked(False)
            self._head.show_words(self._told.title(record, plan))
        if self._under is not None and self._told.under is not None:
            words = self._told.under(record, plan)
            self._under.setText(words)
            self._under.setVisible(bool(words))
        if self.sheet is not None and not self.sheet.isHidden():
            self.sheet.show_record(record, plan, anew=anew)

    def _move(self, by: int) -> None:
        if self._told.move_by is not None:
            self._told.move_by(self._workspace, self._record, by)

    def _remove(self) -> None:
        noun = self._told.noun.__name__
        words = self._words()
        if self._workspace.run(records.remove, noun, self._record.id):
            self._workspace.say(tr("Removed: {what}", what=words), undo=True)

    def _words(self) -> str:
        """Which part it is: its noun, what it says first, and of whom."""
        told, record, says = self._told, self._record, speaker(screen_language())
        if told.title is not None and self._plan is not None:
            first = told.title(record, self._plan)
        else:
            fields = (one for item in told.items for one in (item if isinstance(item, tuple) else (item,)))
            values = (getattr(record, one) for one in fields if isinstance(one, str))
            first = next((says.figure(value) for value in values if value not in (None, "")), "")
        whole = name_of(getattr(record, told.owner.removesuffix("_id"), None)) if told.owner else ""
        of = whole.said_in(says.language) if isinstance(whole, Pair) else ""
        return listed((noun_word(told.noun.__name__), first, of))


class PartList(Piece):
    """All parts of one kind. Rows are kept by the part's id, so that an edit in one leaves the others alone."""

    def __init__(self, workspace: Workspace, told: Parts, *, near: dt.date, special: bool, room: int) -> None:
        super().__init__()
        self._workspace, self._told, self._near, self._special, self._room = workspace, told, near, special, room
        self._record: Any = None
        self._plan: Plan | None = None
        self._rows: dict[int, PartRow] = {}
        self._spare: list[PartRow] = []
        self._seen: set[int] = set()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        if told.heading:
            whole.addWidget(Text(told.heading, "small", "text2"))
        self._box = QVBoxLayout()
        self._box.setSpacing(2 if told.title else 10)
        whole.addLayout(self._box)
        self._add_button = Button(told.add, self._add, look="link", icon_name="plus")
        if told.add:
            whole.addLayout(row(self._add_button, STRETCH))
        else:
            self._add_button.hide()

    @property
    def rows(self) -> tuple[PartRow, ...]:
        """The rows shown, in their order."""
        return tuple(self._rows.values())

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record, self._plan = record, plan
        self._add_button.setEnabled(not self._workspace.is_read_only)
        parts = {part.id: part for part in getattr(record, self._told.path)}
        if list(parts) != list(self._rows):
            self._match(list(parts))
        for part_id, part in parts.items():
            self._rows[part_id].show_record(part, plan, anew=anew or part_id not in self._seen)
        self._seen = set(parts)

    @override
    def find_parts(self, noun: str) -> QWidget | None:
        return self if noun == self._told.noun.__name__ else None

    def _match(self, ids: list[int]) -> None:
        """Have one row for each part, using again those of parts that are gone."""
        gone = [part_id for part_id in self._rows if part_id not in ids]
        self._spare += [self._rows.pop(part_id) for part_id in gone]
        rows: dict[int, PartRow] = {}
        for place, part_id in enumerate(ids):
            made = self._rows.get(part_id) or (self._spare.pop() if self._spare else None)
            if made is None:
                made = PartRow(
                    self._workspace, self._told, near=self._near, special=self._special, room=self._room
                )
            rows[part_id] = made
            if self._box.indexOf(made) != place:
                self._box.insertWidget(place, made)
            made.show()
        self._rows = rows
        for spare in self._spare:
            spare.hide()

    def _add(self) -> None:
        told, record, plan = self._told, self._record, self._plan
        if record is None or plan is None:
            return
        if told.add_by is not None:
            told.add_by(self._workspace, record, self._open)
            return
        values = {told.owner: record.id} | dict(told.new(record, plan) if told.new is not None else {})
        self._workspace.run(records.add, told.noun.__name__, values, done=self._open)

    def _open(self, part_id: int) -> None:
        added = self._rows.get(part_id)
        if added is not None:
            added.open()
            # What has just been made gets its place only when it is laid out.
            QTimer.singleShot(0, added, lambda: bring_into_sight(added))
