"""A hand at the real window: unfolds, types, ticks and presses what a volunteer would; and reads the file beside it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.model import Base
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.parts import PartList
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field

Thing = TypeVar("Thing", bound=QWidget)
Noun = type[Base]


@dataclass
class Hand:
    """The window, the file behind it, and the patience of a test."""

    window: MainWindow
    path: Path
    qtbot: QtBot
    folder: Path

    # What there is

    @property
    def plan(self) -> Plan:
        plan = self.window.workspace.plan
        assert plan is not None
        return plan

    def rows(self, noun: Noun) -> dict[int, dict[str, Any]]:
        """Every row of a noun as it lies in the file, by its id."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.row_factory = sqlite3.Row
            found = connection.execute(f'SELECT * FROM "{noun.__tablename__}"').fetchall()
        return {row["id"]: dict(row) for row in found}

    def added(self, noun: Noun, deed: Callable[[], object]) -> int:
        """Do something that adds one row of a noun; its id."""
        before = set(self.rows(noun))
        deed()
        [new] = set(self.rows(noun)) - before
        return new

    # Going about

    def page(self, key: str, kind: type[Thing]) -> Thing:
        self.window.frame.go(key)
        page = self.window.frame.page
        assert isinstance(page, kind)
        return page

    def at(self, noun: str, record_id: int) -> RecordPanel:
        """Go to a record; its inspector."""
        self.window.frame.go(Subject(noun, record_id))
        panel = self.window.frame.inspector.panel
        assert isinstance(panel, RecordPanel)
        return panel

    @staticmethod
    def find(widget: QWidget, kind: type[Thing], wanted: Callable[[Thing], object] = lambda found: True) -> Thing:
        """Look for something, unfolding one thing after the other until it is there."""
        while True:
            for found in widget.findChildren(kind):
                if found.isVisibleTo(widget) and wanted(found):
                    return found
            heads = (head for head in widget.findChildren(FoldHead) if head.isVisibleTo(widget))
            next(head for head in heads if not head.isChecked()).setChecked(True)

    # Doing

    @staticmethod
    def press(widget: QWidget, words: str) -> None:
        """Press a button, an option or a tick by its words."""
        found = [each for each in widget.findChildren(QAbstractButton) if each.text() == words and not each.isHidden()]
        assert found, words
        found[0].click()

    @staticmethod
    def choose(menu: QMenu, words: str) -> None:
        """Choose from a menu that has dropped."""
        action = next(each for each in menu.actions() if each.text() == words)
        cast(QAction, action).trigger()
        menu.close()

    def drop(self, button: QAbstractButton, words: str) -> None:
        """Press a button that drops a menu, and choose from it."""
        button.click()
        menus = [menu for menu in self.window.findChildren(QMenu) if menu.isVisible()]
        self.choose(menus[-1], words)

    def do(self, panel: RecordPanel, words: str) -> None:
        """Choose from the menu in the inspector's head."""
        self.drop(panel._menu, words)

    @staticmethod
    def type(editor: QWidget | None, words: str) -> None:
        """Type into a field, or choose in it the one with these words."""
        assert isinstance(editor, Field)
        if isinstance(editor, ChoiceField):
            place = editor.combo.findText(words)
            assert place >= 0, words
            editor.combo.setCurrentIndex(place)
            editor.combo.activated.emit(place)
            return
        assert isinstance(editor.editor, QLineEdit)
        editor.editor.setText(words)
        editor.editor.editingFinished.emit()

    def fill(self, noun: Noun, **values: str) -> None:
        """Fill the panel in which something new gets its first fields, and press its button."""
        panel = self.window.frame.inspector.panel
        assert isinstance(panel, AddPanel)
        for field, words in values.items():
            self.type(cast(QWidget, panel[noun][field]), words)
        panel.button.click()

    @staticmethod
    def parts(widget: QWidget, noun: Noun) -> PartList:
        """The list of parts of a noun."""
        return Hand.find(widget, PartList, lambda found: found._told.noun is noun)
