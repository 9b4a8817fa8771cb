"""Who covers a need, and what an interpreter covers: a line for each assignment, with what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.agenda import agenda_of
from planner.commands import interpreting
from planner.language import say, screen_language, tr
from planner.language.names import full_name
from planner.model.interpreting import Assignment
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import Roster, begins, can, event_of, roster_of
from planner.ui.inspector import Item, Piece, Shown
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.sheet import ROOM, Sheet
from planner.ui.pages.interpreters.rowlist import RowList
from planner.ui.pages.interpreters.words import event_clocks, event_title, hours_of_need
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.text import Text


def _begins(assigned: Assignment, plan: Plan) -> str:
    return hours_of_need(assigned.need, plan)[0]


def _ends(assigned: Assignment, plan: Plan) -> str:
    return hours_of_need(assigned.need, plan)[1]


_FIELDS: Final[tuple[Item, ...]] = (
    "locked",
    "role",
    "reason",
    (Shown("covers_from", if_empty=_begins), Shown("covers_until", if_empty=_ends)),
    "materials_sent_on",
)

#: How far what belongs to a line stands in, under its words.
INDENT = 18


class AssignmentLine(QWidget):
    """One assignment: under its name both clocks or nothing, then what speaks against it; unfolds to its fields."""

    def __init__(self, workspace: Workspace, *, tells_event: bool) -> None:
        """`tells_event`: it stands at the interpreter and tells where; otherwise at the need, and tells who."""
        super().__init__()
        self._workspace, self._tells_event = workspace, tells_event
        self._assignment: Any = None
        self._plan: Plan | None = None
        self._sheet: Sheet | None = None
        self.head = FoldHead("", bold=False)
        self.head.turned.connect(self._turn)
        self.remove_button = IconButton("trash", "", self._remove, size=14)
        self.clocks = Text("", "small", "text2", wrap=True)
        self.against = Text("", "small", "check", wrap=True)
        self._link = Button("", self._go, look="link", small=True)
        top = row(self.head, self.remove_button, gap=4)
        top.setStretch(0, 1)
        under = QVBoxLayout()
        under.setContentsMargins(INDENT, 0, 0, 4)
        under.setSpacing(2)
        under.addWidget(self.clocks)
        under.addWidget(self.against)
        self._fold = QVBoxLayout()
        self._fold.setSpacing(6)
        under.addLayout(self._fold)
        self._fold.addLayout(_left(self._link))
        self._link.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(under)

    def show_assignment(self, record: Assignment, roster: Roster, *, anew: bool) -> None:
        """Show an assignment, with what speaks against it beside all others."""
        plan = roster.plan
        self._assignment, self._plan = record, plan
        event = event_of(record.need)
        name = full_name(record.interpreter.person, screen_language())
        title = "" if event is None else event_title(event)
        self.head.show_words(title if self._tells_event else name)
        self.remove_button.name(tr("{event}: {name} no longer interprets", event=title, name=name))
        self.remove_button.setEnabled(not self._workspace.is_read_only)
        words = tr("Show in the programme") if self._tells_event else tr("Show the interpreter")
        self._link.setText(words)
        self._link.setAccessibleName(f"{words}: {title if self._tells_event else name}")
        when = "\n".join(filter(None, event_clocks(event, plan))) if self._tells_event and event is not None else ""
        self.clocks.setText(when)
        self.clocks.setVisible(bool(when))
        against = reasons_text(can(record.interpreter, record.need, roster).reasons)
        self.against.setText(against)
        self.against.setVisible(bool(against))
        if anew:
            self.head.setChecked(False)
        if self._sheet is not None and self.head.isChecked():
            self._sheet.show_record(record, plan, anew=anew)

    def _turn(self, opened: bool) -> None:
        if opened and self._sheet is None and self._plan is not None:
            near = self._plan.visit.first_day
            self._sheet = Sheet(self._workspace, Assignment, _FIELDS, near=near, room=ROOM - INDENT)
            self._fold.insertWidget(0, self._sheet)
        if self._sheet is not None:
            if opened and self._plan is not None:
                self._sheet.show_record(self._assignment, self._plan, anew=True)
            self._sheet.setVisible(opened)
        self._link.setVisible(opened)

    def _go(self) -> None:
        event = event_of(self._assignment.need)
        if not self._tells_event:
            self._workspace.show(Subject("Interpreter", self._assignment.interpreter_id))
        elif event is not None:
            self._workspace.show(Subject(type(event).__name__, event.id))

    def _remove(self) -> None:
        name = full_name(self._assignment.interpreter.person, screen_language())
        event = event_of(self._assignment.need)
        if self._workspace.run(interpreting.unassign, self._assignment.id):
            title = "" if event is None else event_title(event)
            self._workspace.say(tr("{event}: {name} no longer interprets", event=title, name=name), undo=True)


def _left(button: Button) -> QHBoxLayout:
    return row(button, STRETCH)


class AssignmentsPiece(Piece):
    """All assignments of a need, or of an interpreter in the order of the events."""

    def __init__(self, workspace: Workspace, *, tells_event: bool) -> None:
        super().__init__()
        self.nothing = Text(tr("Nothing assigned yet") if tells_event else tr("Nobody assigned yet"), tone="text2")
        self.list: RowList[AssignmentLine] = RowList(lambda: AssignmentLine(workspace, tells_event=tells_event), gap=2)
        self._seen: set[int] = set()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.nothing)
        box.addWidget(self.list)

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        assigned = in_order(record.assignments, plan)
        lines = self.list.match([each.id for each in assigned])
        roster = roster_of(agenda_of(plan))
        for each in assigned:
            lines[each.id].show_assignment(each, roster, anew=anew or each.id not in self._seen)
        self._seen = {each.id for each in assigned}
        self.nothing.setVisible(not assigned)
        self.list.setVisible(bool(assigned))


def in_order(assigned: Iterable[Assignment], plan: Plan) -> list[Assignment]:
    """Put assignments into the order of their events."""
    return sorted(assigned, key=lambda each: (begins(each.need, plan), each.id))


def reasons_text(reasons: Iterable[Message]) -> str:
    """Write what speaks against somebody, as one line; a reason may have a comma of its own."""
    return " · ".join(say(reason) for reason in reasons)
