"""Hotel rooms on the page of homestays, and a stay that goes into one."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.commands import homestays, records
from planner.model import Room, Stay
from planner.model.kinds import StayKind
from planner.rules.finding import Subject
from planner.ui.inspector import AddPanel, RecordPanel
from planner.ui.inspector.marks import FoldHead
from planner.ui.inspector.parts import PartList
from planner.ui.pages.homestays.lodging import LodgingPiece
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.homestays.rooms import HotelPiece, SleepersPiece
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.table import Row
from tests.ui.by_hand import Hand
from tests.ui.showing import plan_of

NIGHTS = (dt.date(2027, 7, 22), dt.date(2027, 7, 31))


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


@pytest.fixture
def room(window: MainWindow) -> int:
    """A room for two in the Press Hotel; its id."""
    made: list[int] = []
    visit = window.workspace.plan.visit.id if window.workspace.plan else 0
    hotel, first = {"name_en": "Press Hotel", "name_ja": "プレス・ホテル"}, {"number": "412", "sleeps": 2}
    window.workspace.run(homestays.add_room, visit, hotel, first, done=made.append)
    return made[0]


@pytest.fixture
def page(window: MainWindow) -> HomestaysPage:
    made = window.frame.show_page("homestays")
    assert isinstance(made, HomestaysPage)
    return made


def cells(page: HomestaysPage) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in page.lists.rooms.table.shown if isinstance(row, Row)]


def panel_of(page: HomestaysPage, room_id: int) -> RecordPanel:
    page.workspace.show(Subject("Room", room_id))
    assert isinstance(page.panel, RecordPanel)
    return page.panel


def choose(choice: ChoiceField, words: str) -> None:
    place = choice.combo.findText(words)
    assert place >= 0, [choice.combo.itemText(each) for each in range(choice.combo.count())]
    choice.combo.activated.emit(place)


def test_guests_are_put_into_a_room_for_the_nights_without_a_bed(page: HomestaysPage, room: int) -> None:
    panel = panel_of(page, room)
    piece = Hand.find(panel, SleepersPiece)
    first = [piece.choice.combo.itemText(place) for place in range(3)]
    assert first == [
        "Ruka Matsumoto, 10 nights without a bed", "Kaori Saitō, 10 nights without a bed",
        "Sakura Takahashi, 3 nights without a bed",
    ]  # fmt: skip
    choose(piece.choice, "Kaori Saitō, 10 nights without a bed")
    choose(piece.choice, "Sakura Takahashi, 3 nights without a bed")
    stays = [stay for stay in plan_of(page).stays if stay.room_id == room]
    assert [(stay.first_night, stay.last_night) for stay in stays] == [NIGHTS, (dt.date(2027, 7, 29), NIGHTS[1])]
    assert {(stay.kind, stay.place_id) for stay in stays} == {(StayKind.HOTEL, plan_of(page).rooms[0].place_id)}
    assert cells(page) == [["Room 412", "2", "2", "Kaori, Sakura 29–31 Jul", "", ""]]


def test_more_than_a_room_holds_is_shown(page: HomestaysPage, room: int) -> None:
    page.workspace.run(records.edit, "Room", room, {"sleeps": 1})
    piece = Hand.find(panel_of(page, room), SleepersPiece)
    for _ in range(2):
        piece.choice.combo.activated.emit(0)
    assert page.panel is not None
    [row] = [row for row in page.lists.rooms.table.shown if isinstance(row, Row)]
    assert (row.cells[2].text, row.cells[2].chip) == ("2", "check")
    assert page.panel._subtitle.text() == "2 at once in a room for 1"  # type: ignore[attr-defined]


def test_a_sleeper_is_taken_out_again(page: HomestaysPage, room: int) -> None:
    panel = panel_of(page, room)
    Hand.find(panel, SleepersPiece).choice.combo.activated.emit(0)
    stays = Hand.find(panel, PartList, lambda found: found._told.noun is Stay)
    [line] = stays.rows
    line._remove_button.click()
    assert not [stay for stay in plan_of(page).stays if stay.room_id == room]


def test_another_room_is_like_the_last_one_of_its_hotel(page: HomestaysPage, room: int) -> None:
    panel_of(page, room)
    page.lists.add_button.click()
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["In Press Hotel", "In another hotel…"]
    menu.actions()[0].trigger()
    menu.close()
    first, second = plan_of(page).rooms
    assert (second.place_id, second.sleeps, second.number) == (first.place_id, 2, "")
    assert isinstance(page.panel, RecordPanel)
    assert page.panel.subject == Subject("Room", second.id)


def test_without_a_hotel_its_name_is_asked_for(page: HomestaysPage) -> None:
    Hand.press(page.lists._which, "Hotels")
    assert page.lists._stack.currentWidget() is page.lists._no_rooms
    page.lists.drop_add()
    panel = page.panel
    assert isinstance(panel, AddPanel)
    panel.button.click()
    assert "cannot be empty" in panel._refusal.text()
    assert plan_of(page).rooms == ()


def test_a_room_moves_to_another_hotel_with_who_sleeps_there(page: HomestaysPage, room: int) -> None:
    panel = panel_of(page, room)
    Hand.find(panel, SleepersPiece).choice.combo.activated.emit(0)
    choose(Hand.find(panel, HotelPiece).choice, "Portland Jetport")
    [stay] = [each for each in plan_of(page).stays if each.room_id == room]
    assert stay.place_id == plan_of(page).find(Room, room).place_id == plan_of(page).places[0].id


def test_a_stay_goes_from_a_family_into_a_room_among_a_guests_nights(window: MainWindow, room: int) -> None:
    plan = window.workspace.plan
    assert plan is not None
    stay = plan.stays[0]
    window.frame.go(Subject("Member", stay.member_id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    piece = Hand.find(panel, LodgingPiece)
    assert piece.choice.combo.currentText() == "Ouellette"
    choose(piece.choice, "Press Hotel, Room 412")
    assert window.workspace.plan is not None
    moved = window.workspace.plan.find(Stay, stay.id)
    assert (moved.room_id, moved.household_id, moved.bed_id) == (room, None, None)
    choose(piece.choice, "In the air")
    assert piece.choice.combo.currentText() == "In the air"
    window.workspace.undo()
    assert piece.choice.combo.currentText() == "Press Hotel, Room 412"


def test_a_guest_opens_at_the_nights(qtbot: QtBot, window: MainWindow) -> None:
    page = window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    page.lists._guests.opened.emit(Subject("Member", plan_of(page).members[3].id))
    people = window.frame.page
    assert people is not None
    panel = people.panel
    assert isinstance(panel, RecordPanel)
    head = next(each for each in panel.findChildren(FoldHead) if each.text() == "Nights")
    assert head.isChecked()
    assert head.hasFocus()
    place = panel.scroll_area.viewport()
    qtbot.waitUntil(lambda: 0 <= head.mapTo(place, QPoint(0, 0)).y() < place.height() // 2, timeout=1000)
    assert any(button.text() == "Add nights" and button.isVisible() for button in panel.findChildren(Button))
