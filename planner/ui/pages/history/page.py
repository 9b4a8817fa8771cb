"""History: every step ever taken, the newest first, with three ways back; and the backups of the file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.storage import Backup
from planner.ui.shell.page import Page
from planner.ui.shell.status import moment_words
from planner.ui.shell.steps import Step
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, row, rule
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.table import Cell, Column, Row
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Text

#: How wide the column of the backups is.
_SIDE = 300


class HistoryPage(Page):
    """The steps as a table, grouped by day; what can be done with the chosen one stands in the head."""

    KEY: ClassVar[str] = "history"
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("History"))
        self._back_to = Button(tr("Undo back to here"), self._undo_back_to, icon_name="undo")
        self._only = Button(tr("Undo only this one"), self._undo_only)
        self._redo = Button(tr("Redo"), workspace.redo, icon_name="redo")
        self._redo_all = Button(tr("Redo all"), workspace.redo_all)
        self._search = SearchField(tr("Search this page"))
        self.header.add(self._back_to, self._only, self._redo, self._redo_all)
        self.header.add_right(self._search)
        self._steps: dict[int, Step] = {}
        self._table = Table(
            tr("Steps"),
            [
                Column(tr("When"), 120, sortable=False),
                Column(tr("What was done"), sortable=False),
                Column(tr("By whom"), 180, sortable=False),
                Column(tr("State"), 130, sortable=False),
            ],
        )
        self._table.group(True)
        self._table.picked.connect(lambda _: self._allow())
        self._search.textChanged.connect(self._table.filter)
        self._backups = QVBoxLayout()
        self._backups.setSpacing(8)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._table, 1)
        columns.addWidget(rule(vertical=True))
        columns.addWidget(self._side())
        self.body.addLayout(columns, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        box = QVBoxLayout(side)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(Text(tr("Backups"), "heading"))
        words = tr("A backup is made each day the file is opened. The last ten are kept beside it.")
        box.addWidget(Text(words, "small", "text2", wrap=True))
        self._make = Button(tr("Back up now"), self._back_up, icon_name="save")
        box.addLayout(row(self._make, STRETCH))
        box.addSpacing(8)
        box.addLayout(self._backups)
        box.addStretch(1)
        return side

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        steps = self.workspace.steps()
        self._steps = {step.id: step for step in steps}
        self._table.show_rows(_rows(steps))
        self._show_backups()
        self._allow()

    def _allow(self) -> None:
        chosen = self._chosen()
        may = not self.workspace.is_read_only
        stands = chosen is not None and not chosen.undone
        later = [] if chosen is None else [one for one in self._steps.values() if one.id > chosen.id and not one.undone]
        self._back_to.setEnabled(may and stands and bool(later))
        # How far it goes is told before, not after: a step further down takes a day's work along.
        words = trn("Undo back to here ({count} step)", "Undo back to here ({count} steps)", len(later))
        self._back_to.setText(words if stands and later else tr("Undo back to here"))
        self._back_to.setAccessibleName(self._back_to.text())
        self._only.setEnabled(may and stands)
        undone = sum(step.undone for step in self._steps.values())
        self._redo.setEnabled(may and undone > 0)
        self._redo_all.setEnabled(may and undone > 0)
        self._redo_all.setVisible(undone > 1)
        self._make.setEnabled(may)

    def _chosen(self) -> Step | None:
        subject = self._table.chosen
        return None if subject is None else self._steps.get(subject.id)

    def _show_backups(self) -> None:
        clear(self._backups)
        file = self.workspace.file
        backups = [] if file is None else file.backups()
        for backup in backups:
            when = Text(moment_words(backup.made_at))
            restore = Button(
                tr("Restore"),
                partial(self._restore, backup),
                name=tr("Restore the backup of {when}", when=moment_words(backup.made_at)),
            )
            restore.setEnabled(not self.workspace.is_read_only)
            self._backups.addLayout(row(when, STRETCH, restore))
        if not backups:
            self._backups.addWidget(Text(tr("There is no backup yet."), tone="text2"))

    # What is done

    def _undo_back_to(self) -> None:
        step = self._chosen()
        if step is not None:
            self.workspace.undo_back_to(step.id)

    def _undo_only(self) -> None:
        step, file = self._chosen(), self.workspace.file
        if step is not None and file is not None and self.workspace.attempt(file.undo_only, step.id):
            words = tr("Only this step was undone: {step}", step=step.words)
            self.workspace.say(words, tone="good", undo=True)

    def _back_up(self) -> None:
        file = self.workspace.file
        if file is not None and self.workspace.attempt(file.back_up):
            self.workspace.look_for_backups()

    def _restore(self, backup: Backup) -> None:
        file = self.workspace.file
        if file is not None and self.workspace.attempt(file.restore, backup):
            self.workspace.look_for_backups()
            words = tr("The file is as it was then. What was there before is a backup now.")
            self.workspace.say(words, tone="good")

    @override
    def select(self, subject: Subject) -> bool:
        return self._table.choose(subject)

    @override
    def state(self) -> dict[str, Any]:
        return {
            "chosen": self._table.chosen,
            "words": self._search.text(),
            "scroll": self._table.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._search.setText(state.get("words", ""))
        self._table.choose(state.get("chosen"))
        self._table.verticalScrollBar().setValue(state.get("scroll", 0))
        self._allow()


def _rows(steps: list[Step]) -> Iterator[Row]:
    language = screen_language()
    for place, step in enumerate(steps):
        tone = "text3" if step.undone else ""
        yield Row(
            Subject("Change", step.id),
            (
                Cell(time_text(step.at.time(), language), sort=place, tone=tone),
                Cell(step.words, tone=tone),
                Cell(step.who, tone=tone),
                Cell(tr("undone"), chip="grey") if step.undone else Cell(),
            ),
            group=day_text(step.at.date(), language),
            group_sort=-step.at.date().toordinal(),
            words=f"{step.words} {step.who}",
        )
