"""What stands behind a visit, on the page of settings; and the list of papers that were handed out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.commands import papers, records
from planner.commands.papers import Issued
from planner.model import City, Delegation, Partnership
from planner.model.kinds import PaperSize, PaperWay
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.parts import PartList
from planner.ui.pages.papers.issued import IssuedPage
from planner.ui.pages.people.page import PeoplePage
from planner.ui.pages.settings.between import CARDS
from planner.ui.pages.settings.page import SettingsPage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field
from planner.ui.widgets.table import Row
from tests.ui.by_hand import Hand
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all that need not begin with a page at its top."""
    return window_again


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    made = window.frame.show_page("settings")
    assert isinstance(made, SettingsPage)
    return made


def test_a_city_that_is_needed_stays_and_says_why(page: SettingsPage, qtbot: QtBot) -> None:
    cities = Hand.parts(page, City)
    with qtbot.waitSignal(page.workspace.noticed) as noticed:
        cities.rows[0]._remove_button.click()
    assert noticed.args is not None
    assert noticed.args[0].text.startswith("Portland is still needed")
    assert len(plan_of(page).cities) == 2


def test_which_partnership_is_asked_only_where_there_are_two(page: SettingsPage) -> None:
    card = page._cards["Partnership"]
    assert card._which.isHidden()  # type: ignore[attr-defined]
    Hand.press(page, "Add a partnership")
    assert not card._which.isHidden()  # type: ignore[attr-defined]
    first, second = plan_of(page).partnerships
    field = card._which.find_editor("Visit", "partnership_id")  # type: ignore[attr-defined]
    field.combo.activated.emit(1)
    assert plan_of(page).visit.partnership_id == second.id
    page.workspace.run(records.remove, "Partnership", first.id)
    assert plan_of(page).partnerships == (plan_of(page).find(Partnership, second.id),)


def test_the_cities_of_a_partnership_are_not_the_same(page: SettingsPage) -> None:
    partnership = plan_of(page).partnerships[0]
    line = Hand.parts(page, Partnership).rows[0]
    line.open()
    assert line.sheet is not None
    field = line.sheet.find_editor("Partnership", "japan_city_id")
    assert isinstance(field, Field)
    field.committed.emit(partnership.us_city_id)
    assert field.has_error
    assert plan_of(page).partnerships[0].japan_city_id == partnership.japan_city_id


def test_a_delegation_is_named_in_both_languages(page: SettingsPage, window: MainWindow) -> None:
    Hand.press(page, "Add a delegation")
    lines = Hand.parts(page, Delegation)
    assert [line._head.text() for line in lines.rows if line._head] == ["Shinagawa", "Shinagawa"]
    sheet = lines.rows[1].sheet
    assert sheet is not None
    Hand.type(sheet.find_editor("Delegation", "name_en"), "City council")
    Hand.type(sheet.find_editor("Delegation", "name_ja"), "区議会")
    window.change_language("ja")
    titles = [each._head.text() for each in Hand.parts(window.frame, Delegation).rows if each._head]
    assert titles == ["品川区", "区議会"]


def test_a_participant_changes_to_another_delegation(page: SettingsPage, window: MainWindow) -> None:
    Hand.press(page, "Add a delegation")
    member = plan_of(page).members[0]
    window.frame.go(Subject("Member", member.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    field = panel.sheet.find_editor("Member", "delegation_id")
    assert isinstance(field, ChoiceField)
    field.combo.activated.emit(1)
    first, second = plan_of(page).delegations
    assert [len(each.members) for each in (first, second)] == [5, 1]
    assert second.members[0].id == member.id


def test_without_a_delegation_nobody_is_added_and_it_is_said_why(page: SettingsPage, window: MainWindow) -> None:
    Hand.parts(page, Delegation).rows[0]._remove_button.click()
    assert plan_of(page).members == ()
    people = window.frame.show_page("people")
    assert isinstance(people, PeoplePage)
    people.start_adding()
    assert window.frame.page is page
    window.workspace.undo()
    assert len(plan_of(page).members) == 6


@pytest.mark.parametrize("noun", CARDS)
def test_each_card_is_gone_to(own_window: MainWindow, qtbot: QtBot, noun: str) -> None:
    own_window.frame.go(Subject(noun, 1))
    page = own_window.frame.page
    assert isinstance(page, SettingsPage)
    card = page._cards[noun]
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert card.findChildren(PartList)


# Papers handed out


@pytest.fixture
def issued(window: MainWindow) -> IssuedPage:
    """The page with two papers handed out: the group's, and one guest's in Japanese."""
    plan = window.workspace.plan
    assert plan is not None
    made = [
        Issued("itinerary", "", "both", PaperSize.LETTER, 1, []),
        Issued("itinerary", plan.members[0].uid, "ja", PaperSize.A4, 3, []),
    ]
    window.workspace.run(papers.remember, plan.visit.id, made, PaperWay.SAVED)
    page = window.frame.show_page("issued")
    assert isinstance(page, IssuedPage)
    return page


def rows(page: IssuedPage) -> list[list[str]]:
    shown = [row for row in page.table.table.shown if isinstance(row, Row)]
    return [[row.cells[place].text for place in (0, 1, 2, 4, 5)] for row in shown]


def test_what_was_handed_out_is_listed_the_newest_first(issued: IssuedPage) -> None:
    assert rows(issued) == [
        ["Sakura Takahashi", "Itinerary", "3", "Japanese", "A4"],
        ["Whole group", "Itinerary", "1", "Both", "US Letter"],
    ]
    assert issued.window().frame.rail._buttons["papers"].isChecked()  # type: ignore[attr-defined]


def test_a_saved_paper_is_in_nobodys_hands_before_that_is_noted(issued: IssuedPage) -> None:
    def handed_out() -> list[str]:
        return [row.cells[8].text for row in issued.table.table.shown if isinstance(row, Row)]

    assert [row.cells[6].text for row in issued.table.table.shown if isinstance(row, Row)] == ["Saved as PDF"] * 2
    assert handed_out() == ["not noted", "not noted"]
    issued.table.choose(Subject("PaperIssue", plan_of(issued).visit.papers[1].id))
    issued.handed_out_button.click()
    assert handed_out()[0] != "not noted"
    assert handed_out()[1] == "not noted"
    assert issued.workspace.next_undo == "1 paper noted as handed out"
    issued.handed_out_button.click()
    assert handed_out() == ["not noted", "not noted"]
    assert plan_of(issued).visit.papers[1].way is PaperWay.SAVED


def test_an_entry_goes_and_comes_back(issued: IssuedPage) -> None:
    assert not issued.remove_button.isEnabled()
    first = plan_of(issued).visit.papers[0]
    issued.table.choose(Subject("PaperIssue", first.id))
    assert issued.remove_button.isEnabled()
    QTest.keyClick(issued.table, Qt.Key.Key_Delete)
    assert [row[0] for row in rows(issued)] == ["Sakura Takahashi"]
    assert issued.workspace.next_undo == "1 issued paper taken from the list"
    issued.workspace.undo()
    assert len(rows(issued)) == 2


def test_a_paper_of_somebody_who_is_gone_is_still_listed(issued: IssuedPage) -> None:
    page = issued
    page.workspace.run(records.remove, "Member", plan_of(page).members[0].id)
    assert sorted(row[0] for row in rows(page)) == ["Whole group", "no longer in the file"]


def test_a_double_click_leads_to_the_paper(issued: IssuedPage, window: MainWindow, tmp_path: Path) -> None:
    issued.table.opened.emit(Subject("PaperIssue", plan_of(issued).visit.papers[1].id))
    assert window.frame._key == "papers"
    page = window.frame.page
    assert page is not None
    assert page.matrix.place == (plan_of(issued).members[0].uid, "itinerary")  # type: ignore[attr-defined]
