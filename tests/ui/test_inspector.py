"""The inspector in a real window: what is typed is found in the file, what is refused is said at the field."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.language import set_screen_language
from planner.model import Bed, Clearance, FoodNeed, Household, Member, Person, Resident, SpokenLanguage
from planner.model import kinds as k
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.marks import FoldHead, Sign
from planner.ui.inspector.parts import PartList
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.choices import CheckField, ChoiceField, SeveralField
from planner.ui.widgets.fields import Field
from planner.ui.widgets.text import Text
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests, but for those that close it or change its language."""
    return window_again


def member_of(window: MainWindow, given: str) -> Member:
    return next(member for member in plan_of(window).members if member.person.given_name == given)


def family_of(window: MainWindow, name: str) -> Household:
    return next(home for home in plan_of(window).households if home.name_en == name)


def inspect(window: MainWindow, record: Member | Household) -> RecordPanel:
    window.frame.go(Subject(type(record).__name__, record.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    return panel


def editor(panel: RecordPanel, noun: str, field: str) -> QWidget:
    found = panel.sheet.find_editor(noun, field)
    assert found is not None
    return found


def line_of(panel: RecordPanel, noun: str, field: str) -> QLineEdit:
    widget = editor(panel, noun, field)
    assert isinstance(widget, Field)
    assert isinstance(widget.editor, QLineEdit)
    return widget.editor


def type_in(qtbot: QtBot, line: QLineEdit, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, end)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def unfold(panel: RecordPanel, heading: str) -> None:
    head = next(each for each in panel.findChildren(FoldHead) if each.text() == heading)
    head.setChecked(True)


def press(widget: QWidget, kind: type[Button | IconButton], name: str) -> None:
    found = [each for each in widget.findChildren(kind) if each.accessibleName() == name and not each.isHidden()]
    found[0].click()


def test_what_is_typed_is_in_the_file_when_it_is_opened_again(
    qtbot: QtBot, own_window: MainWindow, visit_path: Path
) -> None:
    panel = inspect(own_window, member_of(own_window, "Sakura"))
    type_in(qtbot, line_of(panel, "Person", "called_name_en"), "Saku")
    type_in(qtbot, line_of(panel, "Person", "grade"), "8", Qt.Key.Key_Tab)
    own_window.close()
    with PlannerFile.open(visit_path) as again:
        person = next(one for one in again.plan.all(Person) if one.given_name == "Sakura")
        assert (person.called_name_en, person.grade) == ("Saku", "8")


def test_undo_brings_it_back_on_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    line = line_of(panel, "Person", "family_name")
    type_in(qtbot, line, "Tanaka")
    assert panel.title == "Sakura Tanaka"
    window.workspace.undo()
    assert line.text() == "Takahashi"
    assert "Takahashi" in panel.title
    window.workspace.redo()
    assert line.text() == "Tanaka"


def test_a_value_not_changed_writes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    before = len(window.workspace.steps())
    type_in(qtbot, line_of(panel, "Person", "family_name"), "Takahashi")
    type_in(qtbot, line_of(panel, "Person", "given_name"), " Sakura ", Qt.Key.Key_Tab)
    role = editor(panel, "Member", "role")
    assert isinstance(role, ChoiceField)
    role.committed.emit(k.Role.PLAYER)
    assert len(window.workspace.steps()) == before


def test_what_is_refused_is_said_at_the_field_and_stays_as_it_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    sakura, misaki = member_of(window, "Sakura"), member_of(window, "Misaki")
    panel = inspect(window, sakura)
    unfold(panel, "To reach")
    email = editor(panel, "Person", "email")
    assert isinstance(email, Field)
    line = line_of(panel, "Person", "email")
    type_in(qtbot, line, "sakura at home")
    assert email.has_error
    assert "is not an e-mail address" in line.accessibleDescription()
    # Something else is saved meanwhile: the words stay, and so does the reason.
    window.workspace.run(records.edit, "Member", sakura.id, {"notes": "called her mother"})
    assert line.text() == "sakura at home"
    assert email.has_error
    # Another record is another matter.
    inspect(window, misaki)
    assert line.text() == ""
    assert not email.has_error
    inspect(window, sakura)
    type_in(qtbot, line, "sakura@example.jp")
    assert not email.has_error
    assert member_of(window, "Sakura").person.email == "sakura@example.jp"


def test_focus_and_cursor_stay_when_the_plan_is_shown_anew(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    line = line_of(panel, "Person", "called_name_en")
    window.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "Sakuchan")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # The words of a finding about her are made anew with her name; what follows is about somebody else.
    widgets = panel.findChildren(QWidget)
    line.setCursorPosition(3)
    window.workspace.run(records.edit, "Person", member_of(window, "Yui").person.id, {"grade": "2"})
    assert QApplication.focusWidget() is line
    assert (line.text(), line.cursorPosition()) == ("Sakuchan", 3)
    assert panel.findChildren(QWidget) == widgets


def test_half_typed_words_survive_a_change_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    line = line_of(panel, "Person", "grade")
    window.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "half")
    window.workspace.run(records.edit, "Person", member_of(window, "Yui").person.id, {"grade": "2"})
    assert line.text() == "half"
    assert member_of(window, "Sakura").person.grade == ""


def test_every_kind_of_field(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    type_in(qtbot, line_of(panel, "Person", "birth_date"), "12 April 2013")
    height = line_of(panel, "Member", "height_cm")
    height.setText("１５８")  # as an input method does; QTest types no full-width figures
    qtbot.keyClick(height, Qt.Key.Key_Return)
    diets = editor(panel, "Person", "diets")
    assert isinstance(diets, SeveralField)
    diets.committed.emit(frozenset({k.Diet.HALAL}))
    first = editor(panel, "Person", "family_name_first")
    assert isinstance(first, CheckField)
    first.box.click()
    looked_after = editor(panel, "Member", "responsible_id")
    assert isinstance(looked_after, ChoiceField)
    assert [looked_after.combo.itemText(place) for place in range(2)] == ["nobody named", "Kaori Saitō"]
    looked_after.combo.setCurrentIndex(1)
    looked_after.combo.activated.emit(1)
    sakura = member_of(window, "Sakura")
    assert sakura.person.birth_date == dt.date(2013, 4, 12)
    assert sakura.height_cm == 158
    assert sakura.person.diets == {k.Diet.HALAL}
    assert not sakura.person.family_name_first
    assert sakura.responsible is member_of(window, "Kaori")


def test_what_is_no_number_is_not_handed_on(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    height = editor(panel, "Member", "height_cm")
    assert isinstance(height, Field)
    type_in(qtbot, line_of(panel, "Member", "height_cm"), "tall")
    assert height.has_error
    assert member_of(window, "Sakura").height_cm is None


def test_parts_are_added_edited_and_removed_in_place(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    unfold(panel, "Food")
    press(panel, Button, "Add a food to leave out")
    need = member_of(window, "Sakura").person.food_needs[0]
    assert isinstance(need, FoodNeed)
    rows = next(each for each in panel.findChildren(PartList) if each.rows and each.rows[0].sheet is not None)
    sheet = rows.rows[0].sheet
    assert sheet is not None
    words = sheet.find_editor("FoodNeed", "words")
    assert isinstance(words, Field)
    assert isinstance(words.editor, QLineEdit)
    type_in(qtbot, words.editor, "swells up")
    assert member_of(window, "Sakura").person.food_needs[0].words == "swells up"
    # Tab goes on as one reads, though the row was made later than the button below it.
    words.editor.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Add a food to leave out"
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is words.editor
    press(rows, IconButton, "Remove: Food to keep away")
    assert member_of(window, "Sakura").person.food_needs == ()
    window.workspace.undo()
    assert [one.words for one in member_of(window, "Sakura").person.food_needs] == ["swells up"]
    assert words.editor.text() == "swells up"


def test_the_speeches_of_an_activity_are_unfolded_for_who_asks_for_them(window: MainWindow) -> None:
    call = next(one for one in plan_of(window).activities if one.title_en.startswith("Courtesy call"))
    for _ in range(2):
        window.workspace.show_parts(Subject("Activity", call.id), "Speech")
        panel = window.frame.inspector.panel
        assert isinstance(panel, RecordPanel)
        [head] = [each for each in panel.findChildren(FoldHead) if each.text() == "Speeches and ceremony"]
        assert head.isChecked()
        head.setChecked(False)


def test_a_new_language_is_that_of_the_host_city(window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    unfold(panel, "Languages")
    press(panel, Button, "Add a language")
    press(panel, Button, "Add a language")
    languages: tuple[SpokenLanguage, ...] = tuple(member_of(window, "Sakura").person.languages)
    assert [one.language for one in languages] == ["en", "ja"]


def test_parts_of_one_record_are_not_taken_for_those_of_another(window: MainWindow) -> None:
    panel = inspect(window, family_of(window, "Okafor"))
    lists = [each for each in panel.findChildren(PartList) if len(each.rows) == 2]
    assert lists
    inspect(window, family_of(window, "MacLeod"))
    titles = [head.text() for head in panel.findChildren(FoldHead) if head.isVisibleTo(panel)]
    assert any("MacLeod" in title for title in titles)
    assert not any("Okafor" in title for title in titles)


def test_residents_with_clearances_and_beds(qtbot: QtBot, window: MainWindow) -> None:
    panel = inspect(window, family_of(window, "Nguyen-Baker"))
    press(panel, Button, "Add somebody who lives here")
    home = family_of(window, "Nguyen-Baker")
    added = home.residents[-1]
    assert isinstance(added, Resident)
    assert added.person.family_name == "Nguyen-Baker"
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Mai")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert family_of(window, "Nguyen-Baker").residents[-1].person.given_name == "Mai"
    press(panel, Button, "Add a clearance")
    assert isinstance(family_of(window, "Nguyen-Baker").residents[-1].clearances[0], Clearance)
    press(panel, Button, "Add a bed")
    assert isinstance(family_of(window, "Nguyen-Baker").beds[-1], Bed)


def test_what_a_form_said_is_on_top_until_somebody_has_looked(window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Yui"))
    assert any("あおいちゃんと" in text.text() for text in panel.findChildren(Text))
    press(panel, Button, "Looked at: あおいちゃんと")
    assert all(item.state == k.ReviewState.SETTLED for item in plan_of(window).review_items if item.record == "Member")
    assert not any("あおいちゃんと" in text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel))
    window.workspace.undo()
    assert any("あおいちゃんと" in text.text() for text in panel.findChildren(Text) if text.isVisibleTo(panel))


def test_special_data_is_marked(window: MainWindow) -> None:
    panel = inspect(window, member_of(window, "Sakura"))
    passport = editor(panel, "Member", "passport_number")
    phone = editor(panel, "Member", "duty_phone")
    assert passport.findChildren(Sign)
    assert not phone.findChildren(Sign)


def test_every_editor_has_a_name_a_screen_reader_says(window: MainWindow) -> None:
    for record in (member_of(window, "Sakura"), family_of(window, "Okafor")):
        panel = inspect(window, record)
        for head in panel.findChildren(FoldHead):
            head.setChecked(True)
        for widget in panel.findChildren(QWidget):
            in_sight = widget.window() is panel.window()
            if in_sight and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy():
                assert widget.accessibleName(), (type(widget).__name__, widget.parentWidget())


def test_the_record_that_is_gone_closes_the_inspector(window: MainWindow) -> None:
    sakura = member_of(window, "Sakura")
    inspect(window, sakura)
    window.workspace.run(records.remove, "Member", sakura.id)
    assert window.frame.inspector.panel is None


def test_a_file_that_may_only_be_looked_at(
    qtbot: QtBot, empty_window: MainWindow, visit_path: Path
) -> None:
    assert empty_window.workspace.open.path(visit_path, read_only=True)
    panel = inspect(empty_window, member_of(empty_window, "Sakura"))
    assert not editor(panel, "Person", "family_name").isEnabled()
    unfold(panel, "Food")
    add = next(each for each in panel.findChildren(Button) if each.text() == "Add a food to leave out")
    assert not add.isEnabled()


def is_cut(field: Field) -> bool:
    return field.label_width > field.width()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_wider_than_the_inspector(own_window: MainWindow, language: str) -> None:
    own_window.change_language(language)
    for record in (member_of(own_window, "Sakura"), family_of(own_window, "Okafor")):
        panel = inspect(own_window, record)
        for head in panel.findChildren(FoldHead):
            head.setChecked(True)
        QApplication.processEvents()
        content = panel.scroll_area.widget()
        assert content.minimumSizeHint().width() <= panel.scroll_area.viewport().width()
        cut = [field.label for field in panel.findChildren(Field) if field.isVisibleTo(panel) and is_cut(field)]
        assert cut == []
    set_screen_language("en")


@pytest.mark.parametrize("going", ["close", "language", "another", "undo"])
def test_what_is_being_typed_is_kept_when_the_field_goes(qtbot: QtBot, own_window: MainWindow, going: str) -> None:
    own_window.activateWindow()
    panel = inspect(own_window, member_of(own_window, "Sakura"))
    line = line_of(panel, "Person", "called_name_en")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "Sakurako")
    file = own_window.workspace.file
    assert file is not None
    path = file.path
    if going == "language":
        own_window.change_language("ja")
    elif going == "another":
        own_window.workspace.show(Subject("Member", plan_of(own_window).members[1].id))
    elif going == "undo":
        own_window.workspace.undo()
        own_window.workspace.redo()
    own_window.workspace.take(None)
    with PlannerFile.open(path, read_only=True) as again:
        assert "Sakurako" in {member.person.called_name_en for member in again.plan.members}
