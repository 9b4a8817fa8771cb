"""The page of host families in a real window."""

import datetime as dt
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.model import Household
from planner.model import kinds as k
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.pages.hosts.nights import NightsPiece
from planner.ui.pages.hosts.page import HostsPage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.fields import Field
from planner.ui.widgets.table import Cell, Group, Row
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for the tests that leave no filter behind and do not close it."""
    return window_again


def page_of(window: MainWindow) -> HostsPage:
    return cast(HostsPage, window.frame.show_page("hosts"))


def shown(page: HostsPage) -> list[str]:
    return [row.title if isinstance(row, Group) else row.cells[0].text for row in page.table.table.shown]


def cell(page: HostsPage, name: str, key: str) -> Cell:
    place = next(at for at, column in enumerate(page.table.table.columns) if column.key == key)
    rows = (row for row in page.table.table.shown if isinstance(row, Row))
    return next(row.cells[place] for row in rows if row.cells[0].text == name)


def family_of(window: MainWindow, name: str) -> Household:
    return next(home for home in plan_of(window).households if home.name_en == name)


def choose_grouping(page: HostsPage, place: int) -> None:
    page.grouping.setCurrentIndex(place)
    page.grouping.activated.emit(place)


def test_what_the_table_says(window: MainWindow) -> None:
    page = page_of(window)
    assert shown(page) == ["MacLeod", "Nguyen-Baker", "Okafor", "Ouellette"]
    assert cell(page, "Okafor", "beds").text == "Twin bed, Sofa bed"
    assert cell(page, "Ouellette", "cleared").text == "1 of 1"
    assert cell(page, "Okafor", "cleared").text == "0 of 2"  # the son turns 18 during the visit
    assert [mark.words for mark in cell(page, "Ouellette", "pets").marks] == ["1 cat, indoor"]
    assert [mark.words for mark in cell(page, "MacLeod", "family").marks] == ["backup home"]
    assert cell(page, "Okafor", "family").marks[0].words == "words of a form to look at"


def test_the_strip_of_nights(window: MainWindow) -> None:
    page = page_of(window)
    strip = cell(page, "Nguyen-Baker", "nights").strip
    assert [place for place, off in enumerate(strip) if off] == [2]
    assert len(strip) == 10
    assert cell(page, "Nguyen-Baker", "nights").spoken == "cannot on Sat 24 Jul"
    assert cell(page, "Okafor", "nights").spoken == "can on every night"


def test_filtered_by_who_lives_there_and_grouped_by_clearance(own_window: MainWindow) -> None:
    page = page_of(own_window)
    page.search.setText("emeka")
    assert shown(page) == ["Okafor"]
    page.search.setText("sofa")
    assert len(shown(page)) == 4
    page.search.clear()
    choose_grouping(page, 3)
    assert shown(page) == ["Adults to clear", "MacLeod", "Nguyen-Baker", "Okafor", "All adults cleared", "Ouellette"]


def test_nights_off_are_set_in_the_inspector(own_window: MainWindow, visit_path: Path) -> None:
    page = page_of(own_window)
    assert page.select(Subject("Household", family_of(own_window, "Nguyen-Baker").id))
    panel = own_window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    piece = panel.findChild(NightsPiece)
    assert isinstance(piece, NightsPiece)
    assert piece.field is not None
    option = next(one for one in piece.field._options.values() if one.text() == "Sun 25")
    option.click()
    assert sum(cell(page, "Nguyen-Baker", "nights").strip) == 2
    offer = family_of(own_window, "Nguyen-Baker").offers[0]
    assert [(one.night, one.reason) for one in offer.nights_off] == [
        (dt.date(2027, 7, 24), "family wedding"), (dt.date(2027, 7, 25), ""),
    ]  # fmt: skip
    own_window.workspace.undo()
    assert not option.isChecked()
    own_window.workspace.redo()
    own_window.close()
    with PlannerFile.open(visit_path) as again:
        home = next(home for home in again.plan.households if home.name_en == "Nguyen-Baker")
        assert len(home.offers[0].nights_off) == 2


def test_ages_that_run_backwards_are_refused_at_the_field(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.select(Subject("Household", family_of(window, "Okafor").id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    for field, years in (("ages_from", "15"), ("ages_to", "12")):
        editor = panel.sheet.find_editor("HostOffer", field)
        assert isinstance(editor, Field)
        assert isinstance(editor.editor, QLineEdit)
        qtbot.keyClicks(editor.editor, years)
        qtbot.keyClick(editor.editor, Qt.Key.Key_Return)
    assert editor.has_error
    assert editor.editor.text() == "12"
    assert "from high to low" in editor.editor.accessibleDescription()
    assert family_of(window, "Okafor").offers[0].ages_to is None
    assert cell(page, "Okafor", "ages").text == "15 up"


def test_a_family_is_added_and_removed(qtbot: QtBot, own_window: MainWindow, visit_path: Path) -> None:
    page = page_of(own_window)
    page.add_button.click()
    panel = own_window.frame.inspector.panel
    assert isinstance(panel, AddPanel)
    name = panel[Household]["name_en"]
    assert isinstance(name, Field)
    assert isinstance(name.editor, QLineEdit)
    qtbot.keyClicks(name.editor, "Lindqvist")
    panel.button.click()
    assert "Lindqvist" in shown(page)
    assert family_of(own_window, "Lindqvist").offers[0].status == k.OfferStatus.APPLIED
    added = Subject("Household", family_of(own_window, "Lindqvist").id)
    assert page.table.chosen == added
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "Lindqvist" not in shown(page)
    assert own_window.frame.inspector.panel is None
    own_window.workspace.undo()
    assert "Lindqvist" in shown(page)
    own_window.close()
    with PlannerFile.open(visit_path) as again:
        assert "Lindqvist" in [home.name_en for home in again.plan.households]


def test_a_family_that_does_not_host_this_time_stays_in_the_file(window: MainWindow) -> None:
    page = page_of(window)
    home = family_of(window, "MacLeod")
    next(deed for words, _, deed in page._deeds(home, plan_of(window)) if words == "Remove from this visit")()
    assert "MacLeod" not in shown(page)
    page.which.choose("all")
    page.which.chosen.emit("all")
    assert cell(page, "MacLeod", "status").text == "not asked"
    home = family_of(window, "MacLeod")
    next(deed for words, _, deed in page._deeds(home, plan_of(window)) if words == "Offers beds for this visit")()
    assert cell(page, "MacLeod", "status").text == "Signed up"


def test_a_resident_leads_to_the_family(window: MainWindow) -> None:
    resident = family_of(window, "Okafor").residents[1]
    window.frame.go(Subject("Resident", resident.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    assert panel.title == "Okafor"


def test_no_families_yet(window: MainWindow) -> None:
    page = page_of(window)
    for home in plan_of(window).households:
        window.workspace.run(records.remove, "Household", home.id)
    assert page._stack.currentWidget().accessibleName() == "No families yet"
