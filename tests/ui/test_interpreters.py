"""Interpreters by hand in the real window: added, edited, assigned, removed; and what needs them."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.commands import interpreting, records
from planner.model import Need
from planner.model.kinds import InterpreterLevel, LanguagePair
from planner.rules.finding import Subject
from planner.rules.interpreting import open_needs
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.parts import PartList
from planner.ui.pages.interpreters.adding import AddInterpreterPanel, AddNeedPanel
from planner.ui.pages.interpreters.assignments import AssignmentsPiece
from planner.ui.pages.interpreters.covering import CandidatesPiece, OpenNeedsPiece
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.pages.overview.counts import left_to_do
from planner.ui.pages.programme.needs import NeedsPiece
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.fields import Field
from planner.ui.widgets.notice import EmptyState
from planner.ui.widgets.table import Group, Row
from planner.ui.widgets.tableview import Table
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


@pytest.fixture
def page(window: MainWindow) -> InterpretersPage:
    window.frame.go("interpreters")
    made = window.frame.page
    assert isinstance(made, InterpretersPage)
    made.look("list")
    return made


def texts(table: Table, column: int = 0) -> list[str]:
    return [row.cells[column].text for row in table.table.shown if isinstance(row, Row)]


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def turn_to(page: InterpretersPage, words: str) -> None:
    buttons = page.which.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == words).click()


def record_panel(page: InterpretersPage) -> RecordPanel:
    assert isinstance(page.panel, RecordPanel)
    return page.panel


def call_of(page: InterpretersPage) -> Need:
    return next(one for one in plan_of(page).needs if one.activity and one.activity.title_en.startswith("Courtesy"))


def open_call(page: InterpretersPage) -> RecordPanel:
    page.workspace.show(Subject("Need", call_of(page).id))
    return record_panel(page)


def assigned(page: InterpretersPage) -> list[str]:
    return [one.interpreter.person.given_name for one in call_of(page).assignments]


def choose_known(panel: AddInterpreterPanel) -> None:
    buttons = panel.which.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Already in the file").click()


# Who interprets


def test_insert_adds_somebody_new_by_name(page: InterpretersPage, qtbot: QtBot) -> None:
    press(page.table, Qt.Key.Key_Insert)
    panel = page.panel
    assert isinstance(panel, AddInterpreterPanel)
    family = panel.findChildren(Field)[0]
    assert isinstance(family.editor, QLineEdit)
    qtbot.waitUntil(family.editor.hasFocus)
    QTest.keyClicks(family.editor, "Tanaka-Reid")
    QTest.keyClick(family.editor, Qt.Key.Key_Return)
    assert record_panel(page).title == "Tanaka-Reid"
    assert texts(page.table) == ["Haruko Bell", "Tanaka-Reid", "Ken Yoshino"]
    assert page.workspace.next_undo == "Add Interpreter: Tanaka-Reid"


def test_nobody_is_added_without_a_name(page: InterpretersPage) -> None:
    page.add_button.click()
    panel = page.panel
    assert isinstance(panel, AddInterpreterPanel)
    panel.button.click()
    assert page.panel is panel
    assert len(plan_of(page).interpreters) == 2
    assert "cannot be empty" in panel._refusal.text()


def test_somebody_of_the_file_is_found_by_typing_and_taken_with_enter(page: InterpretersPage) -> None:
    page.add_button.click()
    panel = page.panel
    assert isinstance(panel, AddInterpreterPanel)
    choose_known(panel)
    shown = panel.picker.table.table.shown
    assert [row.title for row in shown if isinstance(row, Group)] == [
        "Leaders and chaperones", "Host families", "Participants"
    ]  # fmt: skip
    assert texts(panel.picker.table)[0] == "Kaori Saitō"
    assert "Haruko Bell" not in texts(panel.picker.table)
    people = len(plan_of(page).people)
    QTest.keyClicks(panel.picker.search, "okafor emeka")
    assert texts(panel.picker.table) == ["Emeka Okafor"]
    QTest.keyClick(panel.picker.search, Qt.Key.Key_Return)
    assert record_panel(page).title == "Emeka Okafor"
    assert len(plan_of(page).people) == people
    assert "Emeka Okafor" in texts(page.table)
    page.workspace.undo()
    assert "Emeka Okafor" not in texts(page.table)


def test_every_field_of_an_interpreter_can_be_edited(page: InterpretersPage) -> None:
    from planner.model.fields import facts_of
    from planner.model.interpreting import Interpreter

    page.select(Subject("Interpreter", plan_of(page).interpreters[0].id))
    panel = record_panel(page)
    fields = [column.key for column in Interpreter.__table__.columns if facts_of(column)]
    assert len(fields) > 15
    assert [field for field in fields if panel.sheet.find_editor("Interpreter", field) is None] == []


def test_several_are_removed_with_their_assignments_in_one_step(page: InterpretersPage) -> None:
    need = call_of(page).id
    for interpreter in plan_of(page).interpreters:
        page.workspace.run(interpreting.assign, need, interpreter.id)
    # No line is the current one after Esc; what is marked goes all the same.
    page.select(Subject("Interpreter", plan_of(page).interpreters[0].id))
    page.inspector_closed()
    page.table.selectAll()
    press(page.table, Qt.Key.Key_Delete)
    assert plan_of(page).interpreters == ()
    assert assigned(page) == []
    empty = page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert {button.text() for button in empty.findChildren(QAbstractButton)} == {"Import a list", "Add an interpreter"}
    page.workspace.undo()
    assert assigned(page) == ["Haruko", "Ken"]
    assert texts(page.table) == ["Haruko Bell", "Ken Yoshino"]


# What needs them


def test_the_need_shows_who_has_time_first_and_beside_the_others_why_not(page: InterpretersPage) -> None:
    haruko = plan_of(page).interpreters[0]
    page.workspace.run(records.edit, "Availability", haruko.availability[0].id, {"available_on": dt.date(2027, 7, 24)})
    [piece] = open_call(page).findChildren(CandidatesPiece)
    assert piece.head.isChecked()
    assert [(line.name.text(), line.words.text(), line.against.text()) for line in piece.list.lines] == [
        ("Ken Yoshino", "Experienced volunteer, would have 1 of 6 h that day", ""),
        ("Haruko Bell", "Professional", "cannot come on Fri 23 Jul"),
    ]
    assert piece.list.lines[1].button.accessibleName() == "Assign: Haruko Bell"
    piece.list.lines[1].button.click()
    assert assigned(page) == ["Haruko"]
    assert page.workspace.next_undo == "Courtesy call on the Mayor: Haruko Bell interprets"
    [there] = record_panel(page).findChildren(AssignmentsPiece)
    [line] = there.list.lines
    assert (line.head.text(), line.against.text()) == ("Haruko Bell", "cannot come on Fri 23 Jul")
    assert [line.name.text() for line in piece.list.lines] == ["Ken Yoshino"]


def test_what_holds_as_long_as_nothing_is_said_stands_in_pale(page: InterpretersPage) -> None:
    page.workspace.run(records.edit, "Need", call_of(page).id, {"how_many": None})
    many = open_call(page).sheet.find_editor("Need", "how_many")
    assert isinstance(many, Field)
    assert isinstance(many.editor, QLineEdit)
    assert (many.editor.text(), many.editor.placeholderText()) == ("", "1 if empty")
    assert many.editor.accessibleDescription() == "1 if empty"
    ken = plan_of(page).interpreters[1]
    page.select(Subject("Interpreter", ken.id))
    hours = record_panel(page).sheet.find_editor("Interpreter", "hours_per_day")
    assert isinstance(hours, Field)
    assert isinstance(hours.editor, QLineEdit)
    assert hours.editor.placeholderText() == "3 if empty"
    # Whoever is no volunteer may do more.
    page.workspace.run(records.edit, "Interpreter", ken.id, {"level": InterpreterLevel.PROFESSIONAL})
    assert hours.editor.placeholderText() == "7 if empty"


def test_an_assignment_is_removed_at_the_need_and_undone(page: InterpretersPage) -> None:
    for interpreter in plan_of(page).interpreters:
        page.workspace.run(interpreting.assign, call_of(page).id, interpreter.id)
    [there] = open_call(page).findChildren(AssignmentsPiece)
    there.list.lines[0].remove_button.click()
    assert assigned(page) == ["Ken"]
    assert [line.head.text() for line in there.list.lines] == ["Ken Yoshino"]
    there.list.lines[0].remove_button.click()
    assert not there.list.lines
    assert there.nothing.isVisible()
    page.workspace.undo()
    assert [line.head.text() for line in there.list.lines] == ["Ken Yoshino"]
    assert not there.nothing.isVisible()


def test_a_reason_is_kept_with_an_assignment(page: InterpretersPage) -> None:
    page.workspace.run(interpreting.assign, call_of(page).id, plan_of(page).interpreters[0].id)
    [there] = open_call(page).findChildren(AssignmentsPiece)
    there.list.lines[0].head.click()
    fields = [one for one in there.findChildren(Field) if isinstance(one.editor, QLineEdit)]
    editor = fields[0].editor
    assert isinstance(editor, QLineEdit)
    editor.setText("knows the Mayor")
    editor.editingFinished.emit()
    assert call_of(page).assignments[0].reason == "knows the Mayor"
    assert there.list.lines[0].head.isChecked()


def test_the_interpreter_shows_their_events_on_both_clocks_and_lets_one_go(page: InterpretersPage) -> None:
    haruko = plan_of(page).interpreters[0]
    tour = next(one for one in plan_of(page).needs if one.id != call_of(page).id)
    for need in (tour, call_of(page)):
        page.workspace.run(interpreting.assign, need.id, haruko.id)
    page.select(Subject("Interpreter", haruko.id))
    [piece] = record_panel(page).findChildren(AssignmentsPiece)
    assert [(line.head.text(), line.clocks.text()) for line in piece.list.lines] == [
        ("Courtesy call on the Mayor", "Fri 23 Jul, 4:00–5:00 PM EDT\nSat 5:00–6:00 AM JST"),
        ("State House tour", "Mon 26 Jul, 10:00 AM–12:00 PM EDT\n11:00 PM – Tue 1:00 AM JST"),
    ]
    assert piece.list.lines[0].remove_button.accessibleName() == (
        "Courtesy call on the Mayor: Haruko Bell no longer interprets"
    )
    piece.list.lines[0].remove_button.click()
    assert [line.head.text() for line in piece.list.lines] == ["State House tour"]
    assert assigned(page) == []


def test_an_interpreter_takes_what_still_needs_somebody(page: InterpretersPage) -> None:
    haruko = plan_of(page).interpreters[0]
    page.select(Subject("Interpreter", haruko.id))
    [piece] = record_panel(page).findChildren(OpenNeedsPiece)
    assert not piece.head.isChecked()
    piece.head.click()
    assert [(line.name.text(), line.words.text(), line.against.text()) for line in piece.list.lines] == [
        (
            "Courtesy call on the Mayor",
            "Fri 23 Jul, 4:00–5:00 PM EDT\nSat 5:00–6:00 AM JST\nConsecutive · JA ↔ EN · 0 of 1",
            "",
        ),
        (
            "State House tour",
            "Mon 26 Jul, 10:00 AM–12:00 PM EDT\n11:00 PM – Tue 1:00 AM JST\nEscort · JA ↔ EN · 0 of 1",
            "cannot come on Mon 26 Jul · does not do: Escort · "
            "would be alone with minors and is not cleared for that (not said)",
        ),
    ]
    piece.list.lines[0].button.click()
    assert assigned(page) == ["Haruko"]
    assert [line.name.text() for line in piece.list.lines] == ["State House tour"]


def test_a_need_is_added_on_the_page_by_choosing_the_event(page: InterpretersPage) -> None:
    turn_to(page, "Needed")
    press(page.needs, Qt.Key.Key_Insert)
    panel = page.panel
    assert isinstance(panel, AddNeedPanel)
    assert "State House tour" not in texts(panel.picker.table)
    panel.picker.search.setText("ジャパン")
    QTest.keyClick(panel.picker.search, Qt.Key.Key_Return)
    assert record_panel(page).title == "Japan Night"
    assert "Japan Night" in texts(page.needs)
    [made] = [one for one in plan_of(page).needs if one.activity and one.activity.title_en == "Japan Night"]
    assert (made.how_many, made.pairs) == (1, frozenset(LanguagePair))
    press(page.needs, Qt.Key.Key_Delete)
    assert "Japan Night" not in texts(page.needs)
    page.workspace.undo()
    assert "Japan Night" in texts(page.needs)


def test_an_event_with_two_needs_has_a_line_for_each(page: InterpretersPage) -> None:
    call = call_of(page)
    page.workspace.run(interpreting.add_need, "Activity", call.activity_id)
    turn_to(page, "Needed")
    assert texts(page.needs).count("Courtesy call on the Mayor") == 2
    for need in [one for one in plan_of(page).needs if one.activity_id == call.activity_id]:
        page.select(Subject("Need", need.id))
        assert page.needs.chosen == Subject("Need", need.id)


def test_it_is_told_how_many_are_there_all_the_time(page: InterpretersPage) -> None:
    haruko, ken = (one.id for one in plan_of(page).interpreters)
    call = call_of(page).id
    turn_to(page, "Needed")

    def cover() -> tuple[str, str]:
        rows = [row for row in page.needs.table.shown if isinstance(row, Row)]
        [row] = [one for one in rows if one.subject == Subject("Need", call)]
        return row.cells[4].text, row.group

    page.workspace.run(interpreting.assign, call, haruko, {"covers_until": dt.time(16, 30)})
    assert cover() == ("0 of 1", "Still needs somebody")
    assert page._short.text == "2 of 2 activities short"
    assert call in [one.need.id for one in open_needs(plan_of(page).interpreters[1], plan_of(page))]
    assert [one.count for one in left_to_do(plan_of(page), ()) if one.page == "interpreters"] == [2]
    page.workspace.run(interpreting.assign, call, ken, {"covers_from": dt.time(16, 30)})
    assert cover() == ("1 of 1", "Covered")
    assert [one.count for one in left_to_do(plan_of(page), ()) if one.page == "interpreters"] == [1]
    [there] = open_call(page).findChildren(AssignmentsPiece)
    line = there.list.lines[1]
    line.head.click()
    assert line._sheet is not None
    until = line._sheet.find_editor("Assignment", "covers_until")
    assert isinstance(until, Field)
    assert isinstance(until.editor, QLineEdit)
    assert (until.editor.placeholderText(), until.editor.toolTip()) == ("(5:00 PM)", "5:00 PM if empty")


def test_enter_on_a_line_goes_on_into_its_fields(page: InterpretersPage, qtbot: QtBot) -> None:
    turn_to(page, "Needed")
    page.needs.choose(Subject("Need", call_of(page).id))
    press(page.needs, Qt.Key.Key_Return)
    mode = record_panel(page).sheet.find_editor("Need", "mode")
    assert isinstance(mode, Field)
    qtbot.waitUntil(mode.editor.hasFocus)


def test_without_needs_the_page_says_what_to_do(page: InterpretersPage) -> None:
    turn_to(page, "Needed")
    for need in plan_of(page).needs:
        page.workspace.run(records.remove, "Need", need.id)
    empty = page._stack.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.accessibleName() == "Nothing needs interpreting yet"
    turn_to(page, "Interpreters")
    assert page._stack.currentWidget() is page.table


def test_an_interpreter_is_assigned_in_the_programme(window: MainWindow, page: InterpretersPage) -> None:
    call = call_of(page)
    assert call.activity is not None
    window.frame.go(Subject("Activity", call.activity.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    [piece] = panel.findChildren(NeedsPiece)
    [parts] = piece.findChildren(PartList)
    [head] = [one for one in parts.findChildren(FoldHead) if one.text() == "Consecutive · JA ↔ EN · 0 of 1"]
    head.click()
    [who] = piece.findChildren(CandidatesPiece)
    who.list.lines[0].button.click()
    assert assigned(page) == ["Haruko"]
    assert head.text() == "Consecutive · JA ↔ EN · 1 of 1"


# Both languages, and files that may only be looked at


def test_in_japanese_everything_is_said_in_japanese(window: MainWindow, page: InterpretersPage) -> None:
    page.workspace.run(interpreting.assign, call_of(page).id, plan_of(page).interpreters[0].id)
    assert texts(page.table, 2) == ["JA ↔ EN", "JA ↔ EN"]
    turn_to(page, "Needed")
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, InterpretersPage)
    assert again.shows_needs
    assert texts(again.needs, 3) == ["日↔英", "日↔英"]
    assert again.workspace.next_undo == "市長表敬訪問：通訳をベル 春子に割り当て"
    again.select(Subject("Interpreter", plan_of(again).interpreters[0].id))
    [piece] = record_panel(again).findChildren(AssignmentsPiece)
    assert piece.list.lines[0].clocks.text() == "7月23日(金) 16:00–17:00 EDT\n土 5:00–6:00 JST"
    again.look("day")
    assert again.view.strip.accessibleName() == "訪問の日程：2027年7月23日 金曜日、1/1"


def test_the_page_keeps_its_table_and_its_words_through_a_change_of_language(
    window: MainWindow, page: InterpretersPage
) -> None:
    turn_to(page, "Interpreters")
    page.search.setText("ken")
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, InterpretersPage)
    assert not again.shows_needs
    assert texts(again.table) == ["𠮷野 健"]
