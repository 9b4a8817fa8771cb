"""Nights and interpreters by hand: added, edited and removed in the window."""

import datetime as dt

from PySide6.QtWidgets import QLineEdit

from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import Field


def test_nights_are_added_to_a_guest_where_none_are_yet(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    member = next(one for one in plan.members if not one.stays)
    window.frame.go(Subject("Member", member.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    next(head for head in panel.findChildren(FoldHead) if head.text() == "Nights").click()
    next(button for button in panel.findChildren(Button) if button.text() == "Add nights").click()
    plan = window.workspace.plan
    assert plan is not None
    [stay] = [one for one in plan.stays if one.member_id == member.id]
    assert stay.first_night == plan.visit.first_day
    assert stay.last_night == plan.visit.last_day - dt.timedelta(days=1)
    window.workspace.undo()
    assert window.workspace.plan is not None
    assert not [one for one in window.workspace.plan.stays if one.member_id == member.id]


def test_an_interpreter_is_edited_in_the_inspector(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    interpreter = plan.interpreters[0]
    window.frame.go(Subject("Interpreter", interpreter.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    field = panel.sheet.find_editor("Interpreter", "specialities")
    assert isinstance(field, Field)
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText("tea")
    field.editor.editingFinished.emit()
    assert window.workspace.plan is not None
    assert window.workspace.plan.find(type(interpreter), interpreter.id).specialities == "tea"
