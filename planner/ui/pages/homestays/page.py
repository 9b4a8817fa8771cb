"""Homestays: who sleeps where and who has no bed yet, which homes have room; a click leads to the guest or family."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import guests_without_bed, travelling
from planner.ui.pages.homestays.rows import guest_columns, guest_rows, home_columns, home_rows
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Segmented
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.fields import SearchField
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.tableview import Table


class HomestaysPage(Page):
    """Two tables to look through: guests and homes."""

    KEY: ClassVar[str] = "homestays"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Homestays"))
        self._which = Segmented(tr("Show"), [("guests", tr_in("people", "Guests")), ("homes", tr("Homes"))])
        self._placed = Chip("")
        self._search = SearchField(tr("Search this page"))
        self.header.add(self._which, self._placed)
        self.header.add_right(self._search)
        self._guests = Table(tr("Guests and where they sleep"), guest_columns())
        self._homes = Table(tr("Homes and what they offer"), home_columns())
        self._nobody = EmptyState(
            "homestays",
            tr("No guests and no homes yet"),
            tr("Drop the sign-up forms of guests and host families here, or add them by hand."),
            [
                (tr("Import a form"), lambda: workspace.show("import")),
                (tr("Add families"), lambda: workspace.show("hosts")),
            ],
        )
        self._stack = QStackedWidget()
        for widget in (self._guests, self._homes, self._nobody):
            self._stack.addWidget(widget)
        self.body.addWidget(self._stack, 1)
        for table in (self._guests, self._homes):
            table.group(True)
            table.opened.connect(workspace.show)
            self._search.textChanged.connect(table.filter)
        self._which.chosen.connect(lambda _: self._turn())
        self._turn()

    def _turn(self) -> None:
        plan = self.workspace.plan
        if plan is not None and not plan.members and not plan.offers:
            self._stack.setCurrentWidget(self._nobody)
        else:
            self._stack.setCurrentWidget(self._guests if self._which.choice == "guests" else self._homes)

    @override
    def show_plan(self, plan: Plan) -> None:
        self._guests.show_rows(guest_rows(plan))
        self._homes.show_rows(home_rows(plan))
        whole = len(travelling(plan))
        placed = whole - len(guests_without_bed(plan))
        words = trn(
            "{placed} of {count} guest placed", "{placed} of {count} guests placed", whole, placed=placed
        )
        self._placed.show_words(words, "good" if placed == whole and whole else "grey")
        self._turn()

    @override
    def select(self, subject: Subject) -> bool:
        for key, table in (("guests", self._guests), ("homes", self._homes)):
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
            "guests": self._guests.verticalScrollBar().value(),
            "homes": self._homes.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._which.choose(state.get("which", "guests"))
        self._search.setText(state.get("words", ""))
        self._guests.verticalScrollBar().setValue(state.get("guests", 0))
        self._homes.verticalScrollBar().setValue(state.get("homes", 0))
        self._turn()
