"""Ctrl+Z: first what is being typed, then the plan's last step, whichever field the cursor stands in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.inspector import RecordPanel
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.lineedit import SearchField
from tests.ui.test_inspector import editor, inspect, line_of, member_of, plan_of

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(window_with_fresh_pages: MainWindow) -> MainWindow:
    """One window for all of these, in whose fields nobody has typed."""
    return window_with_fresh_pages


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> RecordPanel:
    shown = inspect(window, member_of(window, "Misaki"))
    with qtbot.waitActive(window):
        window.activateWindow()
    return shown


def undo() -> None:
    press(Qt.Key.Key_Z)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def rename(panel: RecordPanel, name: str) -> QLineEdit:
    line = line_of(panel, "Person", "given_name")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, name)
    return line


def note_of(panel: RecordPanel) -> QPlainTextEdit:
    note = editor(panel, "Person", "address_en").findChild(QPlainTextEdit)
    assert note is not None
    return note


def given_name(window: MainWindow, panel: RecordPanel) -> str:
    person_id = panel.record.person.id  # type: ignore[union-attr]
    return next(member.person.given_name for member in plan_of(window).members if member.person.id == person_id)


UNTOUCHED: dict[str, Callable[[MainWindow, RecordPanel], QWidget]] = {
    "line": lambda _, panel: line_of(panel, "Person", "family_name"),
    "the same line": lambda _, panel: line_of(panel, "Person", "given_name"),
    "several lines": lambda _, panel: note_of(panel),
    "choice": lambda _, panel: _combo(editor(panel, "Person", "gender")),
    "day": lambda _, panel: line_of(panel, "Person", "birth_date"),
    "filter": lambda window, _: window.frame.page.findChild(SearchField),  # type: ignore[union-attr,return-value]
}


def _combo(field: QWidget) -> QComboBox:
    found = field.findChild(QComboBox)
    assert found is not None
    return found


@pytest.mark.parametrize("where", UNTOUCHED)
def test_in_a_field_nobody_has_typed_in_the_keys_are_the_plans(
    window: MainWindow, panel: RecordPanel, where: str
) -> None:
    rename(panel, "Mika")
    UNTOUCHED[where](window, panel).setFocus()
    if where == "the same line":
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert given_name(window, panel) == "Mika"
    undo()
    assert given_name(window, panel) == "Misaki"
    assert QApplication.focusWidget() is UNTOUCHED[where](window, panel)
    press(Qt.Key.Key_Y)
    assert given_name(window, panel) == "Mika"
    undo()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert given_name(window, panel) == "Mika"


def test_typing_in_a_line_is_taken_back_before_the_plan(window: MainWindow, panel: RecordPanel) -> None:
    rename(panel, "Mika")
    family = line_of(panel, "Person", "family_name")
    family.setFocus()
    family.selectAll()
    QTest.keyClicks(family, "Tanaka")
    undo()
    assert family.text() == "Satō"
    assert given_name(window, panel) == "Mika"
    press(Qt.Key.Key_Y)
    assert family.text() == "Tanaka"
    undo()
    undo()
    assert given_name(window, panel) == "Misaki"


def test_typing_in_several_lines_is_taken_back_before_the_plan(window: MainWindow, panel: RecordPanel) -> None:
    rename(panel, "Mika")
    note = note_of(panel)
    note.setFocus()
    QTest.keyClicks(note, "1 Congress St")
    undo()
    assert note.toPlainText() == ""
    assert given_name(window, panel) == "Mika"
    undo()
    assert given_name(window, panel) == "Misaki"


def test_typing_in_a_filter_is_taken_back_before_the_plan(window: MainWindow, panel: RecordPanel) -> None:
    rename(panel, "Mika")
    search = UNTOUCHED["filter"](window, panel)
    assert isinstance(search, QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "sato")
    undo()
    assert search.text() == ""
    assert given_name(window, panel) == "Mika"


def test_what_was_refused_can_still_be_taken_back_as_typing(window: MainWindow, panel: RecordPanel) -> None:
    day = line_of(panel, "Person", "birth_date")
    before = day.text()
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "31 June")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    undo()
    assert day.text() == before
