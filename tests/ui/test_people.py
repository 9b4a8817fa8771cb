"""The page of people in a real window: sorted, filtered, grouped, added, taken out, put into squads."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.model import Group, Member, Person
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.pages.people.page import PeoplePage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.fields import Field
from planner.ui.widgets.table import Cell, Row
from planner.ui.widgets.table import Group as Head
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_with_fresh_pages: MainWindow) -> MainWindow:
    """One window for all of these; what each does is undone behind it."""
    return window_with_fresh_pages


def page_of(window: MainWindow) -> PeoplePage:
    return cast(PeoplePage, window.frame.show_page("people"))


def shown(page: PeoplePage) -> list[str]:
    return [row.title if isinstance(row, Head) else row.cells[0].text for row in page.table.table.shown]


def cell(page: PeoplePage, name: str, key: str) -> Cell:
    place = next(at for at, column in enumerate(page.table.table.columns) if column.key == key)
    rows = (row for row in page.table.table.shown if isinstance(row, Row))
    return next(row.cells[place] for row in rows if row.cells[0].text == name)


def member_of(window: MainWindow, given: str) -> Member:
    return next(member for member in plan_of(window).members if member.person.given_name == given)


def mark(page: PeoplePage, window: MainWindow, *given: str) -> None:
    page.table.choose(Subject("Member", member_of(window, given[0]).id))
    places = [page.table.table.place_of(Subject("Member", member_of(window, one).id)) for one in given]
    model = page.table.selectionModel()
    for place in places:
        assert place is not None
        model.select(page.table.table.index(place, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)


def click_heading(qtbot: QtBot, page: PeoplePage, key: str) -> None:
    head = page.table.horizontalHeader()
    place = next(at for at, column in enumerate(page.table.table.columns) if column.key == key)
    spot = QPoint(head.sectionViewportPosition(place) + 8, 8)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_sorted_by_family_name_and_in_japanese_in_the_order_of_the_syllabary(window: MainWindow) -> None:
    assert shown(page_of(window)) == [
        "Ruka Matsumoto", "Kaori Saitō", "Misaki Satō", "Yui Suzuki", "Sakura Takahashi", "Hina Yamazaki",
    ]  # fmt: skip
    window.change_language("ja")
    # さいとう、さとう、すずき、たかはし、まつもと、やまざき: by the reading, which the kanji do not tell.
    assert shown(page_of(window)) == ["齋藤 香織", "佐藤 美咲", "鈴木 結衣", "髙橋 さくら", "松本 琉花", "山﨑 陽菜"]


def test_sorted_by_a_click_on_a_heading(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_heading(qtbot, page, "role")
    assert shown(page)[-1] == "Kaori Saitō"
    click_heading(qtbot, page, "role")
    assert shown(page)[0] == "Kaori Saitō"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sato", ["Misaki Satō"]),
        ("さとう", ["Misaki Satō"]),
        ("サトウ", ["Misaki Satō"]),
        ("高橋", ["Sakura Takahashi"]),
        ("山崎", ["Hina Yamazaki"]),
        ("coach", ["Kaori Saitō"]),
        ("misaki sato", ["Misaki Satō"]),
        ("nobody of this name", []),
    ],
)
def test_filtered_while_somebody_types(window: MainWindow, typed: str, found: list[str]) -> None:
    page = page_of(window)
    page.search.setText(typed)
    assert shown(page) == found


def test_grouped_by_role_and_by_group(window: MainWindow) -> None:
    page = page_of(window)
    page.grouping.setCurrentIndex(1)
    page.grouping.activated.emit(1)
    assert [row for row in shown(page) if row in ("Player", "Coach")] == ["Player", "Coach"]
    page.grouping.setCurrentIndex(2)
    page.grouping.activated.emit(2)
    assert shown(page)[:2] == ["A squad", "Sakura Takahashi"]
    assert "In no squad" in shown(page)
    assert "Squad" in [column.heading for column in page.table.table.columns]


def test_columns_are_chosen(window: MainWindow) -> None:
    page = page_of(window)
    keys = [column.key for column in page.table.table.columns]
    assert page.table.isColumnHidden(keys.index("phone"))
    page._show_column("phone", True)
    page._show_column("food", False)
    assert not page.table.isColumnHidden(keys.index("phone"))
    assert page.table.isColumnHidden(keys.index("food"))
    window.change_language("ja")
    again = page_of(window)
    assert not again.table.isColumnHidden(keys.index("phone"))
    assert again.table.isColumnHidden(keys.index("food"))


def test_what_the_cells_say(window: MainWindow) -> None:
    page = page_of(window)
    assert cell(page, "Sakura Takahashi", "friends").text == "Misaki"
    assert cell(page, "Sakura Takahashi", "group").text == "A"
    assert cell(page, "Sakura Takahashi", "age").text == "14"
    assert cell(page, "Hina Yamazaki", "age").text == ""
    assert [mark.words for mark in cell(page, "Yui Suzuki", "name").marks] == ["words of a form to look at"]
    person = member_of(window, "Yui").person
    need = {"person_id": person.id, "allergen": "buckwheat", "severity": "severe"}
    window.workspace.run(records.add, "FoodNeed", need)
    assert cell(page, "Yui Suzuki", "food").text == "No buckwheat (severe allergy)"
    assert cell(page, "Yui Suzuki", "food").marks[0].words == "severe: buckwheat"


def test_only_lines_that_changed_are_painted_anew(window: MainWindow) -> None:
    page = page_of(window)
    model = page.table.table
    changed: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(True))
    window.workspace.run(records.edit, "Person", member_of(window, "Yui").person.id, {"grade": "2"})
    assert changed == [model.place_of(Subject("Member", member_of(window, "Yui").id))]
    assert resets == []


def test_somebody_is_added_and_taken_back(qtbot: QtBot, own_window: MainWindow, visit_path: Path) -> None:
    page = page_of(own_window)
    own_window.activateWindow()
    page.add_button.click()
    panel = own_window.frame.inspector.panel
    assert isinstance(panel, AddPanel)
    panel.button.click()
    assert "cannot be empty" in panel._refusal.text()
    family = panel[Person]["family_name"]
    assert isinstance(family, Field)
    assert isinstance(family.editor, QLineEdit)
    family.editor.setFocus()
    qtbot.keyClicks(family.editor, "Ishii")
    qtbot.keyClick(family.editor, Qt.Key.Key_Return)
    assert "Ishii" in shown(page)
    assert isinstance(own_window.frame.inspector.panel, RecordPanel)
    assert page.table.chosen == own_window.workspace.selection
    own_window.workspace.undo()
    assert "Ishii" not in shown(page)
    assert own_window.frame.inspector.panel is None
    own_window.workspace.redo()
    own_window.close()
    with PlannerFile.open(visit_path) as again:
        assert "Ishii" in [member.person.family_name for member in again.plan.members]


def test_delete_takes_out_and_undo_brings_back(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.table.choose(Subject("Member", member_of(window, "Misaki").id))
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Misaki Satō" not in shown(page)
    assert cell(page, "Sakura Takahashi", "friends").text == ""
    # The person stays in the file.
    assert "Misaki" in [person.given_name for person in plan_of(window).people]
    window.workspace.undo()
    assert "Misaki Satō" in shown(page)
    assert cell(page, "Sakura Takahashi", "friends").text == "Misaki"


def test_several_are_put_into_a_squad_in_one_step(own_window: MainWindow) -> None:
    page = page_of(own_window)
    mark(page, own_window, "Sakura", "Misaki", "Yui")
    assert page.several.isVisibleTo(page)
    assert page.several.text() == "3 marked"
    squad = next(group for group in plan_of(own_window).groups if group.letter == "B")
    steps = len(own_window.workspace.steps())
    page.put_into_group(squad, True)
    assert [cell(page, name, "group").text for name in ("Sakura Takahashi", "Misaki Satō", "Yui Suzuki")] == ["B"] * 3
    assert len(own_window.workspace.steps()) == steps + 1
    assert len(page.table.marked_subjects) == 3
    own_window.workspace.undo()
    assert cell(page, "Sakura Takahashi", "group").text == "A"


def test_the_menu_for_several(window: MainWindow) -> None:
    page = page_of(window)
    mark(page, window, "Misaki", "Yui")
    menu = QMenu()
    page.fill_several(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["In A squad", "In B squad", "In a new group", "They do not travel", "Remove from the visit"]
    menu.actions()[4].trigger()
    assert member_of(window, "Misaki").withdrawn
    assert cell(page, "Misaki Satō", "role").text == "does not travel"


def test_a_new_group_of_those_marked(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    window.activateWindow()
    mark(page, window, "Misaki", "Yui")
    page.add_group()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Drummers")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    group = next(one for one in plan_of(window).groups if one.name_en == "Drummers")
    assert isinstance(group, Group)
    assert {link.member.person.given_name for link in group.memberships} == {"Misaki", "Yui"}


def test_everyone_in_the_file(window: MainWindow) -> None:
    page = page_of(window)
    page.which.choose("all")
    page.which.chosen.emit("all")
    assert "Haruko Bell" in shown(page)
    assert cell(page, "Haruko Bell", "role").text == "Interpreter"
    assert cell(page, "Pat Okafor", "role").text == "Host: Okafor"
    pat = next(one for one in plan_of(window).people if one.family_name == "Okafor" and one.given_name == "Pat")
    assert page.select(Subject("Person", pat.id))
    deeds = page._person_deeds(pat, plan_of(window))
    assert deeds[0][0] == "Travels with Shinagawa"
    deeds[0][2]()
    assert "Pat Okafor" in shown(page)
    assert page.which.choice == "members"


def test_a_hit_of_the_search_is_selected_although_the_filter_hides_it(window: MainWindow) -> None:
    page = page_of(window)
    page.search.setText("coach")
    window.frame.go(Subject("Member", member_of(window, "Yui").id))
    assert page.table.chosen == Subject("Member", member_of(window, "Yui").id)
    panel = window.frame.inspector.panel
    assert panel is not None
    assert panel.title == "Yui Suzuki"


def test_the_inspector_follows_the_keys_and_closes_with_esc(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    window.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    panel = window.frame.inspector.panel
    assert panel is not None
    first = panel.title
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert window.frame.inspector.panel is panel
    assert panel.title != first
    qtbot.keyClick(window.frame.inspector, Qt.Key.Key_Escape)
    assert window.frame.inspector.panel is None
    assert page.table.chosen is None


def test_nobody_yet(window: MainWindow) -> None:
    page = page_of(window)
    for member in plan_of(window).members:
        window.workspace.run(records.remove, "Member", member.id)
    assert page._stack.currentWidget().accessibleName() == "Nobody yet"


def test_a_change_of_language_keeps_what_was_shown(window: MainWindow) -> None:
    page = page_of(window)
    page.search.setText("sa")
    window.frame.go(Subject("Member", member_of(window, "Sakura").id))
    window.change_language("ja")
    again = page_of(window)
    assert again.search.text() == "sa"
    assert again.table.chosen == Subject("Member", member_of(window, "Sakura").id)
    panel = window.frame.inspector.panel
    assert panel is not None
    assert panel.title == "髙橋 さくら"


def test_a_panel_to_add_somebody_goes_when_another_takes_its_place(window: MainWindow) -> None:
    page = page_of(window)
    for _ in range(2):
        page.start_adding()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.findChildren(AddPanel)) == 1
    window.frame.close_inspector()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(AddPanel) == []
