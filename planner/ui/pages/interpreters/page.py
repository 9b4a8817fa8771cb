"""Interpreters: who can interpret, when and how; which activities need it and who is there. A click leads on."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import needs_without_interpreter, standing_needs
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
        self._which.chosen.connect(lambda _: self._turn())
        self._turn()

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
