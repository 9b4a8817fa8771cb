"""Where is everyone: the page follows its slider by mouse and keys, finds people, and leads to events and persons."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from planner.agenda.spots import State
from planner.clock import WallTime
from planner.commands import records
from planner.model import Activity
from planner.rules.finding import Subject
from planner.ui.pages.programme.whereabouts import WhereaboutsPage
from planner.ui.pages.programme.whereabouts_cards import SpotCard
from planner.ui.pages.programme.whereabouts_panel import PersonPanel
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text
from tests.commands.test_journeys import begin as begin_party
from tests.prepared import begun
from tests.ui.small_visit import NEW_YORK


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


@pytest.fixture
def page(window: MainWindow) -> WhereaboutsPage:
    window.frame.show_page("programme")
    shown = window.frame.page
    assert shown is not None
    button = next(one for one in shown.findChildren(QToolButton) if one.accessibleName() == "Where is everyone?")
    button.click()
    found = window.frame.page
    assert isinstance(found, WhereaboutsPage)
    return found


def at(page: WhereaboutsPage, day: int, hour: int, minute: int = 0) -> None:
    page.slider.choose(WallTime(dt.date(2027, 7, day), dt.time(hour, minute), NEW_YORK).instant())


def card(page: WhereaboutsPage, title: str) -> SpotCard:
    return next(one for one in page.cards if one.accessibleName() == title)


def test_it_begins_with_the_first_thing_that_is_no_journey(page: WhereaboutsPage) -> None:
    assert [one.accessibleName() for one in page.cards] == ["Welcome at the Jetport, meet host families"]
    assert page.clock.text() == "Thu 22 Jul, 5:00 PM EDT"
    assert page.home_clock.text() == "Shinagawa Fri 6:00 AM JST"


def test_people_are_grouped_by_place_and_what_is_wrong_is_counted(page: WhereaboutsPage) -> None:
    at(page, 24, 22)
    titles = [one.accessibleName() for one in page.cards]
    assert titles[0] == "The plan does not say where"
    assert set(titles[1:]) == {"the Ouellette family", "the Okafor family", "the Nguyen-Baker family"}
    assert page.summary.text() == "3 people nowhere"
    words = [text.text() for text in card(page, "the Ouellette family").findChildren(Text)]
    assert "In charge: Pat Ouellette" in words
    shown = sum(len(one.names) for one in page.cards)
    assert shown == 6, "each is on one card"


def test_keys_and_mouse_move_the_moment(page: WhereaboutsPage, window: MainWindow) -> None:
    at(page, 23, 10)
    slider = page.slider
    slider.setFocus()
    start = slider.instant
    for key, modifier, moved in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, dt.timedelta(minutes=15)),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, dt.timedelta(minutes=75)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, dt.timedelta(days=1, minutes=75)),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, dt.timedelta(days=1, minutes=15)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, dt.timedelta(minutes=15)),
    ):
        QTest.keyClick(slider, key, modifier)
        assert slider.instant - start == moved
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert page.cards[0].spot.state is State.IN_THE_AIR or page.cards[0].spot.state is State.NOT_YET
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert abs(slider.value() - slider.maximum() // 2) <= 1
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.mouseMove(slider, QPoint(slider.width() - 10, 30))
    assert slider.value() == slider.maximum()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert {one.spot.state for one in page.cards} <= {State.GONE, State.IN_THE_AIR}


def test_steps_go_from_change_to_change(page: WhereaboutsPage) -> None:
    at(page, 27, 12)
    page.later.click()
    assert page.clock.text().startswith("Tue 27 Jul, 6:00 PM")
    page.later.click()
    assert page.clock.text().startswith("Tue 27 Jul, 9:00 PM")
    page.earlier.click()
    assert page.clock.text().startswith("Tue 27 Jul, 6:00 PM")


def test_a_mended_name_is_written_on_the_card_that_is_there(page: WhereaboutsPage, window: MainWindow) -> None:
    at(page, 27, 19)
    [shown] = page.cards
    plan = window.workspace.plan
    assert plan is not None
    sakura = plan.members[0]
    window.workspace.run(records.edit, "Person", sakura.person_id, {"called_name_en": "Saku"})
    assert page.cards == [shown]
    assert {shown.names[sakura.id].text(), shown.names[plan.members[1].id].text()} == {"Saku", "Misaki"}
    assert shown.spot.event is window.workspace.plan.find(Activity, shown.spot.event.id)
    window.workspace.run(records.edit, "Member", sakura.id, {"leaves_on": dt.date(2027, 7, 25)})
    assert sum(len(one.names) for one in page.cards) == 6
    assert shown not in page.cards


def test_a_person_is_found_and_followed(page: WhereaboutsPage, window: MainWindow, qtbot: QtBot) -> None:
    at(page, 27, 19)
    page.search.setText("サトウ")
    assert [next(iter(one.names.values())).text() for one in page.cards] == ["Misaki"]
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    panel = window.frame.inspector.panel
    assert isinstance(panel, PersonPanel)
    assert panel.title == "Misaki Satō"
    said = dict(panel.sentences)
    assert said["Now"] == "Japan Night"
    assert said["Bed tonight"].startswith("Okafor")
    assert said["With whom"] == "Sakura, Yui, Hina, Ruka and Kaori"
    page.search.clear()
    at(page, 28, 1)
    assert dict(panel.sentences)["Now"] == "the Okafor family"
    next(one for one in panel.findChildren(Button) if one.text() == "Show the person").click()
    plan = window.workspace.plan
    assert plan is not None
    assert window.workspace.selection == Subject("Member", plan.members[1].id)


def test_the_card_leads_to_the_event(page: WhereaboutsPage, window: MainWindow) -> None:
    at(page, 27, 19)
    [link] = [one for one in card(page, "Japan Night").findChildren(Button) if one.text() == "In the programme"]
    link.click()
    plan = window.workspace.plan
    assert plan is not None
    [night] = [one for one in plan.activities if one.title_en == "Japan Night"]
    assert window.workspace.selection == Subject("Activity", night.id)
    assert window.frame.page is not None
    assert window.frame.page.KEY == "programme"


def test_two_places_are_said_and_a_change_of_the_plan_is_followed(page: WhereaboutsPage, window: MainWindow) -> None:
    at(page, 27, 19)
    plan = window.workspace.plan
    assert plan is not None
    values = {
        "visit_id": plan.visit.id, "title_en": "Fitting", "everyone": True, "starts_on": dt.date(2027, 7, 27),
        "starts_at": dt.time(18, 30), "ends_at": dt.time(20), "zone": NEW_YORK,
    }  # fmt: skip
    assert window.workspace.run(records.add, "Activity", values)
    assert page.summary.text() == "6 people in two places"
    words = [text.text() for text in card(page, "Fitting").findChildren(Text)]
    assert "6 people: At the same time at “Japan Night”" in words
    window.workspace.undo()
    assert page.summary.text() == "Everybody’s place is known"


def test_the_search_of_everything_leads_here_and_language_keeps_the_moment(
    page: WhereaboutsPage, window: MainWindow
) -> None:
    at(page, 27, 19)
    window.frame.show_page("overview")
    window.actions_["go-where"].trigger()
    assert window.frame.page is page
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, WhereaboutsPage)
    assert again.clock.text() == "7月27日(火) 19:00 EDT"
    assert [one.accessibleName() for one in again.cards] == ["ジャパン・ナイト"]


def test_two_who_go_by_one_name_are_told_by_their_whole_names(page: WhereaboutsPage, window: MainWindow) -> None:
    at(page, 27, 19)
    plan = window.workspace.plan
    assert plan is not None
    values = {"called_name_en": "Yui"}
    assert window.workspace.run(records.edit, "Person", plan.members[0].person_id, values)
    texts = {button.text() for button in page.cards[0].names.values()}
    assert {"Sakura Takahashi", "Yui Suzuki", "Misaki"} <= texts


def test_another_visit_begins_anew(
    page: WhereaboutsPage, window: MainWindow, tmp_path: Path
) -> None:
    at(page, 27, 19)
    plan = window.workspace.plan
    assert plan is not None
    page.pick(plan.members[0].id)
    begun(tmp_path / "party.shimai", begin_party).close()
    assert window.workspace.open.path(tmp_path / "party.shimai")
    assert window.frame.page is page
    assert page.clock.text() == "Sat 24 Jul, 9:00 AM EDT"
    assert [one.accessibleName() for one in page.cards] == ["Game"]
    assert page.panel is None


def test_what_goes_on_for_a_group_in_which_nobody_is_yet_is_told_with_who_is_nowhere(
    page: WhereaboutsPage, window: MainWindow
) -> None:
    plan = window.workspace.plan
    assert plan is not None
    empty = next(group for group in plan.groups if not group.memberships)
    run = window.workspace.run
    ids: list[int] = []
    values = {"visit_id": plan.visit.id, "title_en": "Clinic", "starts_on": dt.date(2027, 7, 24), "zone": NEW_YORK,
              "starts_at": dt.time(22), "ends_at": dt.time(23), "everyone": False}  # fmt: skip
    run(records.add, "Activity", values, done=ids.append)
    at(page, 24, 22)
    words = "Meanwhile, for B squad, in which nobody is yet: Clinic"
    nowhere = page.cards[0]
    assert words not in [text.text() for text in nowhere.findChildren(Text)], "it is for nobody"
    run(records.add, "ActivityGroup", {"activity_id": ids[0], "group_id": empty.id})
    at(page, 24, 22)
    nowhere = page.cards[0]
    assert nowhere.accessibleName() == "The plan does not say where"
    assert words in [text.text() for text in nowhere.findChildren(Text)]
    at(page, 24, 23)
    assert words not in [text.text() for one in page.cards for text in one.findChildren(Text)]
