"""A page that is one table of records with the inspector at its side: filter, grouping, columns, adding, removing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from planner.language import tr, trn
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, Outline, RecordPanel
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.theme.measures import BUTTON
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.lineedit import SearchField
from planner.ui.widgets.menus import drop
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Column, Row
from planner.ui.widgets.tableview import Table


class TablePage(Page):
    """What the pages of people and of host families share.

    A page says which rows there are (`rows`), whether there is anything at all (`is_empty`), and which outline the
    inspector has for a noun (`outline`); the rest is done here.
    """

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        columns: Sequence[Column],
        groupings: Sequence[tuple[str, str]],
        empty: EmptyState,
        *,
        hidden: Iterable[str] = (),
    ) -> None:
        """`groupings` are pairs of a key and its words, the first being no grouping; `hidden` columns at first."""
        super().__init__(workspace, title)
        self._groupings = [key for key, _ in groupings]
        self._hidden = set(hidden)
        self._panels: dict[str, RecordPanel] = {}
        self.table = Table(title, columns, several=True)
        self.table.show_columns(self._hidden)
        self.search = SearchField(tr("Filter"), wide=150)
        self.grouping = Combo(high=BUTTON)
        self.grouping.addItems([words for _, words in groupings])
        self.grouping.setAccessibleName(tr("Group by"))
        self.grouping.setToolTip(tr("Group by"))
        self.grouping.setFixedWidth(132)
        self._columns_button = IconButton("eye", tr("Columns"), self._choose_columns)
        self.add_button = Button("", self.start_adding, look="primary", icon_name="plus")
        # In the place of the grouping while several lines are marked: the head of a narrow window has room for one.
        self.several = Button("", self._drop_several, icon_name="down")
        # The arrow that tells of a menu stands behind the words.
        self.several.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.several.setFixedWidth(132)
        self.several.setToolTip(tr("What can be done with all of them"))
        self.header.add(self.grouping, self.several, self._columns_button)
        self.header.add_right(self.search, self.add_button)
        self._empty = empty
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.body.addWidget(self._stack, 1)
        self.search.textChanged.connect(self.table.filter)
        self.grouping.activated.connect(lambda _: self._regroup())
        self.table.picked.connect(self._pick)
        self.table.opened.connect(self._open)
        self.table.marked.connect(self._count_marked)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._drop_on_line)
        self.table.removeAsked.connect(lambda _: self.remove(self.table.marked_subjects))
        self._count_marked()

    # What a page says

    @abstractmethod
    def rows(self, plan: Plan, grouping: str) -> Iterable[Row]:
        """Give the rows of a plan; `grouping` is the key of how they are put into groups."""

    @abstractmethod
    def is_empty(self, plan: Plan) -> bool:
        """Whether there is nothing to show, so that the page says what to do instead."""

    @abstractmethod
    def outline(self, noun: str) -> Outline | None:
        """Give the inspector's outline of a noun; None if it has none here."""

    @abstractmethod
    def start_adding(self) -> None:
        """The button to add something was pressed."""

    @abstractmethod
    def remove(self, subjects: Sequence[Subject]) -> None:
        """Remove these things; asked by the Delete key or the menu."""

    def fill_several(self, menu: QMenu) -> None:
        """Fill a menu with what can be done with all the lines marked."""
        menu.addAction(tr("Remove")).triggered.connect(lambda _=False: self.remove(self.table.marked_subjects))

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self.show_rows(plan)
        panel = self.panel
        if isinstance(panel, RecordPanel) and not panel.show_plan(plan):
            self.inspect(None)
        self.add_button.setEnabled(not self.workspace.is_read_only)

    def show_rows(self, plan: Plan) -> None:
        """Show the rows of the plan, or what to do while there are none."""
        empty = self.is_empty(plan)
        self._stack.setCurrentWidget(self._empty if empty else self.table)
        for control in (self.search, self.grouping, self._columns_button):
            control.setEnabled(not empty)
        self.table.show_rows(self.rows(plan, self.grouped_by))

    @property
    def grouped_by(self) -> str:
        """The key of the grouping chosen."""
        return self._groupings[max(0, self.grouping.currentIndex())]

    def _regroup(self) -> None:
        self.table.table.arrangement.grouped = self.grouping.currentIndex() > 0
        if self.workspace.plan is not None:
            self.show_rows(self.workspace.plan)
            self.table.group(self.grouping.currentIndex() > 0)

    def _count_marked(self) -> None:
        count = len(self.table.marked_subjects)
        self.several.setVisible(count > 1)
        self.grouping.setVisible(count < 2)
        self.several.setText(trn("{count} marked", "{count} marked", count))

    def _drop_several(self) -> None:
        self._drop(self.several.mapToGlobal(QPoint(0, BUTTON + 2)))

    def _drop_on_line(self, spot: QPoint) -> None:
        """A right click on a line, which is marked by it if it was not, opens the same menu."""
        if self.table.marked_subjects and self.table.indexAt(spot).isValid():
            self._drop(self.table.viewport().mapToGlobal(spot))

    def _drop(self, where: QPoint) -> None:
        menu = QMenu(self)
        self.fill_several(menu)
        menu.setEnabled(not self.workspace.is_read_only)
        drop(menu, where)

    def _choose_columns(self) -> None:
        menu = QMenu(self)
        for column in self.table.table.columns[1:]:
            action = QAction(column.heading, menu)
            action.setCheckable(True)
            action.setChecked(column.key not in self._hidden)
            action.toggled.connect(lambda on, key=column.key: self._show_column(key, on))
            menu.addAction(action)
        drop(menu, self._columns_button.mapToGlobal(QPoint(0, BUTTON + 2)))

    def _show_column(self, key: str, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(key)
        self.table.show_columns(self._hidden)

    # What is selected

    def _pick(self, subject: Subject) -> None:
        self.workspace.select(subject)
        self.show_in_inspector(subject)

    def _open(self, subject: Subject) -> None:
        """Enter on a line goes on into the inspector."""
        self._pick(subject)
        if isinstance(self.panel, RecordPanel):
            self.panel.sheet.focus_first()

    def choose_line(self, subject: Subject, table: Table | None = None) -> bool:
        """Choose the line of a thing, without the filter if that hides it, and show the thing; False if it is not here.

        `table` is another than the page's own, filtered by the same words.
        """
        table = table or self.table
        if not table.choose(subject) and self.search.text():
            self.search.clear()
            table.choose(subject)
        return self.show_in_inspector(subject) is not None

    def show_in_inspector(self, subject: Subject) -> RecordPanel | None:
        """Show a thing in the inspector; the panel of its noun is made when it is first needed."""
        plan = self.workspace.plan
        if plan is None:
            return None
        panel = self._panels.get(subject.noun)
        if panel is None:
            outline = self.outline(subject.noun)
            if outline is None:
                return None
            panel = self._panels[subject.noun] = RecordPanel(self.workspace, outline, plan)
        if not panel.show_subject(subject.id, plan):
            return None
        self.inspect(panel)
        return panel

    def show_adding(self, panel: AddPanel) -> None:
        """Show the first fields of something new."""
        self.table.choose(None)
        self.workspace.select(None)
        self.inspect(panel)
        panel.start()

    @override
    def inspector_closed(self) -> None:
        super().inspector_closed()
        self.table.choose(None)

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        how = self.table.table.arrangement
        return {
            "words": self.search.text(),
            "grouping": self.grouped_by,
            "hidden": set(self._hidden),
            "sorted": (how.column, how.descending),
            "scroll": self.table.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        how = self.table.table.arrangement
        how.column, how.descending = state.get("sorted", (0, False))
        self._hidden = set(state.get("hidden", self._hidden))
        self.table.show_columns(self._hidden)
        self.grouping.setCurrentIndex(self._groupings.index(state.get("grouping", self._groupings[0])))
        self._regroup()
        self.search.setText(state.get("words", ""))
        self.table.verticalScrollBar().setValue(state.get("scroll", 0))
