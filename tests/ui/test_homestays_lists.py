"""The lists of the Homestays page: who comes from which home by whose car."""

from planner.commands import homestays, stays
from planner.commands.stays import Lodging, Placing
from planner.model.kinds import StayKind
from planner.rules.finding import Subject
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.table import Row
from tests.ui.by_hand import Hand
from tests.ui.small_visit import FIRST


def test_rooms_and_cars_tell_each_home_with_its_guests(window: MainWindow) -> None:
    page = window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    assert page.face == "nights"
    plan = window.workspace.plan
    assert plan is not None
    home = next(one for one in plan.households if one.name_en == "Ouellette")
    window.workspace.run(
        stays.place, Placing(plan.members[4].id, Lodging(household_id=home.id, bed_id=home.beds[1].id), FIRST, FIRST)
    )
    hotel = {"name_en": "Press Hotel", "zone": "America/New_York"}
    window.workspace.run(homestays.add_room, plan.visit.id, hotel, {"number": "412", "sleeps": 2})
    assert window.workspace.plan is not None
    [room] = window.workspace.plan.rooms
    there = Lodging(StayKind.HOTEL, place_id=room.place_id, room_id=room.id)
    window.workspace.run(stays.place, Placing(plan.members[5].id, there, FIRST, FIRST))
    page.look("list")
    Hand.press(page.lists._which, "Cars")
    shown = [row for row in page.lists.cars.table.shown if isinstance(row, Row)]
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:3]] for row in shown}
    assert rows["Ouellette"] == ["Sakura Takahashi, Ruka Matsumoto", "Twin bed, Spare room, Sofa bed, Den"]
    assert rows["Press Hotel"][1] == "Room 412"
    assert set(rows) == {"Ouellette", "Okafor", "Nguyen-Baker", "Press Hotel"}


def test_a_rule_set_aside_stays_visible_in_the_list_with_reason_and_name(window: MainWindow) -> None:
    page = window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    plan = window.workspace.plan
    assert plan is not None
    member, home = plan.members[4], next(one for one in plan.households if one.name_en == "Ouellette")
    placing = Placing(member.id, Lodging(household_id=home.id, bed_id=home.beds[1].id), FIRST, FIRST)
    broken = [("home-animal", "print")]
    window.workspace.run(stays.place_all_the_same, placing, broken, "the cat is away", "Ann Berg")
    page.look("list")
    rows = {row.subject: row for row in page.lists._guests.table.shown if isinstance(row, Row)}
    [mark] = [one for one in rows[Subject("Member", member.id)].cells[4].marks if one.icon == "flag"]
    assert mark.words == "Accepted by Ann Berg: the cat is away"
