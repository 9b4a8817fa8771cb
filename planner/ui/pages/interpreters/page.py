"""Interpreters: who can interpret, when and how; which activities need it and who is there. A click leads on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.commands import records
from planner.language import tr, tr_in, trn
from planner.model.interpreting import Interpreter
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import needs_without_interpreter, standing_needs
from planner.ui.inspector import RecordPanel
from planner.ui.pages.interpreters.outlines import interpreter_outline
from planner.ui.pages.interpreters.rows import interpreter_columns, interpreter_rows, need_columns, need_rows
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.fields import SearchField
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.tableview import Table


class InterpretersPage(Page):
    """Two tables to look through: interpreters, and what needs them."""

    KEY: ClassVar[str] = "interpreters"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr_in("page", "Interpreters"))
        self._which = Segmented(tr("Show"), [("people", tr("Interpreters")), ("needs", tr("Needed"))])
        self._short = Chip("")
        self._search = SearchField(tr("Search this page"))
        self.header.add(self._which, self._short)
        self.header.add_right(self._search)
        self._people = Table(tr("Interpreters and when they can come"), interpreter_columns())
        self._needs = Table(tr("Activities that need interpreting"), need_columns())
        self._nobody = EmptyState(
            "interpreters",
            tr("No interpreters yet"),
            tr("Drop the list of your interpreters here: names and languages are enough to begin with."),
            [(tr("Import a list"), lambda: workspace.show("import"))],
        )
        self._stack = QStackedWidget()
        for widget in (self._people, self._needs, self._nobody):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        self._needs.group(True)
        self._needs.table.arrangement.column = 1
        for table in (self._people, self._needs):
            self._search.textChanged.connect(table.filter)
        self._needs.opened.connect(workspace.show)
        self._people.picked.connect(self._picked)
        self._people.removeAsked.connect(self._remove)
        self._panel: RecordPanel | None = None
        self._which.chosen.connect(lambda _: self._turn())
        self._turn()

    def _picked(self, subject: Subject | None) -> None:
        """Show whom was picked in the inspector."""
        self.workspace.select(subject)
        if subject is not None:
            self._inspect(subject)

    def _inspect(self, subject: Subject) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        if self._panel is None or not isValid(self._panel):
            self._panel = RecordPanel(self.workspace, interpreter_outline(self._deeds), plan)
        if self._panel.show_subject(subject.id, plan):
            self.inspect(self._panel)

    def _deeds(self, interpreter: Interpreter, plan: Plan) -> list[tuple[str, str, Callable[[], object]]]:
        return [(tr("Remove"), "trash", lambda: self._remove(Subject("Interpreter", interpreter.id)))]

    def _remove(self, subject: Subject) -> None:
        if not self.workspace.is_read_only:
            self.workspace.run(records.remove, subject.noun, subject.id)

    def _turn(self) -> None:
        plan = self.workspace.plan
        if self._which.choice == "needs":
            self._stack.setCurrentWidget(self._needs)
        elif plan is not None and not plan.interpreters:
            self._stack.setCurrentWidget(self._nobody)
        else:
            self._stack.setCurrentWidget(self._people)

    @override
    def show_plan(self, plan: Plan) -> None:
        self._people.show_rows(interpreter_rows(plan))
        if self._panel is not None and isValid(self._panel) and not self._panel.show_plan(plan):
            self.inspect(None)
        self._needs.show_rows(need_rows(plan))
        short, whole = len(needs_without_interpreter(plan)), len(standing_needs(plan))
        words = trn(
            "{short} of {count} activity short", "{short} of {count} activities short", whole, short=short
        )
        self._short.show_words(words, "check" if short else "good", "warn" if short else "check")
        self._short.setVisible(bool(whole))
        self._turn()

    @override
    def select(self, subject: Subject) -> bool:
        for key, table in (("people", self._people), ("needs", self._needs)):
            if table.choose(subject):
                self._which.choose(key)
                self._turn()
                if key == "people":
                    self._inspect(subject)
                return True
        return False

    @override
    def state(self) -> dict[str, Any]:
        return {
            "which": self._which.choice,
            "words": self._search.text(),
            "people": self._people.verticalScrollBar().value(),
            "needs": self._needs.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._which.choose(state.get("which", "people"))
        self._search.setText(state.get("words", ""))
        self._people.verticalScrollBar().setValue(state.get("people", 0))
        self._needs.verticalScrollBar().setValue(state.get("needs", 0))
        self._turn()
