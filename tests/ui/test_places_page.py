"""The list of all places: what is used, what stands there twice, and how two become one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from planner.commands import places
from planner.model import Place
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.pages.places.page import PlacesPage
from planner.ui.pages.places.uses import LinkLine, SamePiece, TwinsPiece
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.table import Group, Row
from tests.ui.by_hand import Hand
from tests.ui.showing import plan_of

Add = Callable[..., int]


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


@pytest.fixture
def add(window: MainWindow) -> Add:
    """Add a place; its id."""

    def run(name: str, **values: object) -> int:
        made: list[int] = []
        window.workspace.run(places.add, {"name_en": name, **values}, done=made.append)
        return made[0]

    return run


@pytest.fixture
def page(window: MainWindow) -> PlacesPage:
    made = window.frame.show_page("places")
    assert isinstance(made, PlacesPage)
    return made


def shown(page: PlacesPage) -> list[str]:
    return [row.title if isinstance(row, Group) else row.cells[0].text for row in page.table.table.shown]


def uses(page: PlacesPage, name: str) -> str:
    rows = (row for row in page.table.table.shown if isinstance(row, Row))
    return next(row.cells[3].text for row in rows if row.cells[0].text == name)


def panel_of(page: PlacesPage, place_id: int) -> RecordPanel:
    page.workspace.show(Subject("Place", place_id))
    assert isinstance(page.panel, RecordPanel)
    return page.panel


def test_used_unused_and_twice(page: PlacesPage, add: Add) -> None:
    assert shown(page) == ["Used in this visit", "Portland Jetport"]
    assert uses(page, "Portland Jetport") == "1 activity"
    add("Deering Oaks")
    add("Portland International Jetport")
    assert shown(page) == [
        "Perhaps there twice", "Portland International Jetport", "Portland Jetport",
        "Not used in this visit", "Deering Oaks",
    ]  # fmt: skip
    assert uses(page, "Deering Oaks") == "nothing"


def test_one_of_both_from_the_inspector_and_back(page: PlacesPage, add: Add) -> None:
    [jetport] = plan_of(page).places
    kept = add("Portland International Jetport")
    panel = panel_of(page, kept)
    [twins] = panel.findChildren(TwinsPiece)
    next(button for button in twins.findChildren(Button) if button.text() == "Make one of both").click()
    assert shown(page) == ["Used in this visit", "Portland International Jetport"]
    assert plan_of(page).find(Place, kept).code == "PWM"
    assert twins.isHidden()
    assert page.workspace.next_undo == "Make one place of two: Portland International Jetport"
    page.workspace.undo()
    assert plan_of(page).activities[0].place_id == jetport.id


def test_any_other_place_can_be_said_to_be_the_same(page: PlacesPage, add: Add) -> None:
    [jetport] = plan_of(page).places
    hall = add("Merrill Auditorium")
    panel = panel_of(page, hall)
    piece = Hand.find(panel, SamePiece)
    assert piece.choice.combo.findText("Merrill Auditorium") < 0
    place = piece.choice.combo.findText("Portland Jetport")
    piece.choice.combo.activated.emit(place)
    assert [each.id for each in plan_of(page).places] == [hall]
    assert jetport.id != hall


def test_two_lines_marked_become_one_whichever_is_to_stay(page: PlacesPage, add: Add) -> None:
    [jetport] = plan_of(page).places
    hall = add("Merrill Auditorium")
    page.table.selectAll()
    page.several.click()
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text() == "Make one of both: Merrill Auditorium stays")
    action.trigger()
    menu.close()
    assert [each.id for each in plan_of(page).places] == [hall]
    assert plan_of(page).activities[0].place_id == hall
    assert jetport.id != hall


def test_those_not_used_go_in_one_step(page: PlacesPage, add: Add) -> None:
    add("Deering Oaks")
    add("Fort Williams")
    page.table.selectAll()
    menu = QMenu(page)
    page.fill_several(menu)
    next(each for each in menu.actions() if each.text() == "Remove the 2 that are not used").trigger()
    assert shown(page) == ["Used in this visit", "Portland Jetport"]
    page.workspace.undo()
    assert len(plan_of(page).places) == 3


def test_what_happens_there_leads_there(page: PlacesPage, window: MainWindow) -> None:
    [jetport] = plan_of(page).places
    panel = panel_of(page, jetport.id)
    line = Hand.find(panel, LinkLine)
    assert line.text() == "Thu 22 Jul 5:00 PM Welcome at the Jetport, meet host families"
    line.click()
    assert isinstance(window.frame.page, ProgrammePage)
    assert window.workspace.selection == Subject("Activity", plan_of(page).activities[0].id)


def test_the_switch_turns_from_days_to_places_and_back(window: MainWindow) -> None:
    window.frame.show_page("programme")
    for words, key in (("Places", PlacesPage), ("Days", ProgrammePage)):
        page = window.frame.page
        assert page is not None
        switch = next(each for each in page.header.findChildren(Segmented) if each.accessibleName() == "Show")
        next(button for button in switch._buttons.values() if button.text() == words).click()
        assert isinstance(window.frame.page, key)
        assert window.frame.rail._buttons["programme"].isChecked()


def test_places_are_found_by_the_search(window: MainWindow) -> None:
    window.actions_["search"].trigger()
    QTest.keyClicks(window.finder._field, "places")
    QTest.keyClick(window.finder._field, Qt.Key.Key_Return)
    assert isinstance(window.frame.page, PlacesPage)


def test_a_place_without_a_name_is_refused_in_the_panel(page: PlacesPage) -> None:
    page.add_button.click()
    panel = page.panel
    assert isinstance(panel, AddPanel)
    panel.button.click()
    assert "cannot be empty" in panel._refusal.text()
    assert len(plan_of(page).places) == 1


def test_a_place_that_is_removed_leaves_its_activity_without(page: PlacesPage) -> None:
    [jetport] = plan_of(page).places
    page.table.choose(Subject("Place", jetport.id))
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert plan_of(page).places == ()
    assert plan_of(page).activities[0].place is None
