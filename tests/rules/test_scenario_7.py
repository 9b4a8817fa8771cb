"""Scenario 7 of the handbook (domain.md §9): Tajimi's students in Indiana, with a day trip into another zone."""

import datetime as dt
from collections.abc import Iterator

import pytest

from planner.agenda import Agenda
from planner.clock import WallTime, elapsed
from planner.commands import interpreting, records
from planner.commands.visits import CityChoice
from planner.model import kinds as k
from planner.rules.check import check
from planner.rules.finding import FindingKind
from planner.rules.nights import open_nights
from planner.ui.pages.programme.line import When
from planner.ui.pages.programme.lines import line_of
from tests.rules.programme.planning import Planning, start_planning

EASTERN, CENTRAL, TOKYO = "America/Indiana/Indianapolis", "America/Chicago", "Asia/Tokyo"
TERRE_HAUTE = CityChoice("Terre Haute", "テレホート", "Indiana", "インディアナ州", "US", EASTERN)
TAJIMI = CityChoice("Tajimi", "多治見市", "Gifu", "岐阜県", "JP", TOKYO)
COACH, LUNCH, DINNER = k.TravelMode.COACH, k.MealTime.LUNCH, k.MealTime.DINNER
NIGHTS = [dt.date(2027, 7, day) for day in range(19, 27)]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planning]:
    path = tmp_path_factory.mktemp("tajimi") / "tajimi.shimai"
    visit = start_planning(path, dt.date(2027, 7, 19), dt.date(2027, 7, 27), host=TERRE_HAUTE, home=TAJIMI)
    visit.build(enter)
    yield visit
    visit.file.close()


def enter(visit: Planning) -> None:
    """Enter eight students, three adults, their places, legs, programme, and nights."""
    members = [visit.person(f"Student{number}", dt.date(2011, 5, number)) for number in range(1, 9)]
    members += [visit.person(name, dt.date(1980, 1, 9), k.Role.LEADER) for name in ("Hara", "Mori", "Ueda")]
    for name, zone in (("Chūbu Airport", TOKYO), ("Tajimi Station", TOKYO), ("Indianapolis Airport", EASTERN),
                       ("High school", EASTERN), ("Evansville Museum", CENTRAL), ("Riverside park", CENTRAL),
                       ("Orlando Airport", "America/New_York"), ("Orlando Hotel", "America/New_York")):  # fmt: skip
        visit.place(name, zone=zone)
    visit.activity("Send-off", 19, "8:00-8:30", k.ActivityKind.OFFICIAL, at="Tajimi Station")
    visit.leg("To Indianapolis", ("Chūbu Airport", 19, "11:00"), ("Indianapolis Airport", 19, "13:00"), meal=LUNCH)
    visit.leg("To Terre Haute", ("Indianapolis Airport", 19, "15:00"), ("High school", 19, "16:30"), COACH)
    visit.activity("School day", 20, "9:00-12:00", at="High school", meal=LUNCH)
    visit.activity("Rose-Hulman", 21, "13:00-15:30")
    visit.leg("To Evansville", ("High school", 22, "8:00"), ("Evansville Museum", 22, "9:15"), COACH)
    visit.activity("Museum", 22, "9:30-12:00", at="Evansville Museum", meal=LUNCH)
    visit.activity("Riverside", 22, "13:00-16:30", at="Riverside park")
    visit.leg("Home from Evansville", ("Riverside park", 22, "17:00"), ("High school", 22, "20:15"), COACH)
    visit.activity("With the families", 23, kind=k.ActivityKind.FAMILY)
    visit.leg("To Orlando", ("Indianapolis Airport", 24, "9:00"), ("Orlando Airport", 24, "11:20"))
    visit.activity("Theme park", 25, "9:00-19:00", meal=LUNCH)
    visit.activity("Space center", 26, "9:00-15:00", meal=LUNCH)
    visit.leg("Home", ("Orlando Airport", 27, "8:00"), ("Chūbu Airport", 28, "15:00"))
    household = visit.run(records.add, "Household", {"name_en": "Miller"})
    rooms = [
        visit.run(records.add, "Room", {"visit_id": visit.visit_id, "place_id": visit.place("Orlando Hotel"),
                                        "kind": "Room for four", "sleeps": 4})
        for _ in range(3)
    ]  # fmt: skip
    for number, member in enumerate(members):
        home = {"member_id": member, "household_id": household, "kind": k.StayKind.HOME}
        hotel = {"member_id": member, "place_id": visit.place("Orlando Hotel"), "kind": k.StayKind.HOTEL,
                 "room_id": rooms[number // 4]}  # fmt: skip
        visit.run(records.add, "Stay", home | {"first_night": NIGHTS[0], "last_night": NIGHTS[4]})
        visit.run(records.add, "Stay", hotel | {"first_night": NIGHTS[5], "last_night": NIGHTS[7]})


def test_the_day_trip_is_right_on_both_clocks(visit: Planning) -> None:
    slots = {slot.event.title_en: slot for slot in Agenda(visit.file.plan).slots}
    there, back = slots["To Evansville"], slots["Home from Evansville"]
    assert there.ends == WallTime(dt.date(2027, 7, 22), dt.time(9, 15), CENTRAL)
    assert back.ends == WallTime(dt.date(2027, 7, 22), dt.time(20, 15), EASTERN)
    # 2 h 15 min on the road each way, though clocks show 1 h 15 min and 3 h 15 min.
    assert there.length == back.length == dt.timedelta(hours=2, minutes=15)
    assert back.ends is not None
    assert elapsed(there.begins, back.ends) == dt.timedelta(hours=12, minutes=15)


def test_the_day_is_shown_on_both_clocks_to_hosts_and_to_families_at_home(visit: Planning) -> None:
    plan = visit.file.plan
    shown = {}
    for journey in plan.journeys:
        line = line_of(plan, "Journey", journey.id)
        assert line is not None
        assert line.second is not None
        shown[line.title] = (line.when, line.second)
    assert shown["To Evansville"] == (When("8:00 AM EDT", "9:00 PM JST"), When("9:15 AM CDT", "11:15 PM JST"))
    # When the hosts pick them up; their children's bedtime is the next morning in Tajimi.
    assert shown["Home from Evansville"] == (
        When("5:00 PM CDT", "Fri 7:00 AM JST"), When("8:15 PM EDT", "Fri 9:15 AM JST")
    )  # fmt: skip
    museum = next(one for one in plan.activities if one.title_en == "Museum")
    line = line_of(plan, "Activity", museum.id)
    assert line is not None
    assert line.when == When("9:30 AM–12:00 PM CDT", "10:30 AM–1:00 PM EDT")


def test_the_day_trip_is_long_by_real_time(visit: Planning) -> None:
    assert visit.said("long-day") == ["All 11: Thu 22 Jul is 12 h 15 min long, from 8:00 AM EDT to 8:15 PM EDT."]
    assert visit.said("long-day", "ja") == ["11名全員：7月22日(木)は8:00 EDTから20:15 EDTまで、12時間15分に及びます。"]


def test_the_coach_goes_without_a_stop_and_back_after_supper_time(visit: Planning) -> None:
    assert [finding.day for finding in visit.found("no-rest-stop")] == [dt.date(2027, 7, 22)] * 2
    assert visit.said("no-supper") == [
        "All 11: no supper is planned for Thu 22 Jul, and “Home from Evansville” leaves no time for it."
    ]


def test_the_send_off_is_on_marine_day(visit: Planning) -> None:
    [said] = visit.said("on-holiday")
    assert "Marine Day" in said
    [japanese] = visit.said("on-holiday", "ja")
    assert "海の日" in japanese


def test_they_are_home_a_day_later(visit: Planning) -> None:
    assert visit.said("lands-on-other-day") == [
        "“Home” leaves Tue 27 Jul, 8:00 AM EDT and arrives Wed 28 Jul, 3:00 PM JST."
    ]


def test_three_nights_are_in_the_hotel_and_none_is_without_a_bed(visit: Planning) -> None:
    plan = visit.file.plan
    for member in plan.members:
        assert open_nights(member, plan) == ()
        [hotel] = [stay for stay in member.stays if stay.kind is k.StayKind.HOTEL]
        assert (hotel.first_night, hotel.last_night) == (dt.date(2027, 7, 24), dt.date(2027, 7, 26))
    in_rooms = [[stay.member for stay in plan.stays if stay.room_id == room.id] for room in plan.rooms]
    assert [len(guests) for guests in in_rooms] == [4, 4, 3]


def test_of_the_onward_leg_without_hosts_nothing_is_missing(visit: Planning) -> None:
    """From the 24th on they are on their own: a hotel, no family."""
    plan = visit.file.plan
    assert {stay.household is None for stay in plan.stays if stay.first_night >= dt.date(2027, 7, 24)} == {True}
    assert [finding for finding in check(plan) if finding.kind is FindingKind.BEDS] == []


def test_nothing_else_about_the_days_is_a_worry(visit: Planning) -> None:
    assert visit.found("two-places", "two-things", "time-unclear", "no-adult", "curfew", "no-lunch", "formal-events",
                       "no-free-half-day", "empty-day", "gap-too-short", "connection", "change-over") == []  # fmt: skip


def test_the_teacher_is_the_only_interpreter_for_nine_hours_of_the_fourth_day(visit: Planning) -> None:
    plan = visit.file.plan
    teacher = next(member for member in plan.members if member.person.given_name == "Ueda")
    interpreter = visit.run(interpreting.add_known_interpreter, visit.visit_id, teacher.person_id)
    events = {one.title_en: one for one in (*plan.activities, *plan.journeys)}
    for title in ("To Evansville", "Museum", "Riverside", "Home from Evansville"):
        event = events[title]
        need = visit.run(interpreting.add_need, type(event).__name__, event.id)
        visit.run(records.edit, "Need", need, {"mode": k.InterpretingMode.ESCORT})
        # Back on the coach everybody sleeps soon.
        part = {"covers_until": dt.time(17, 45)} if title.startswith("Home") else None
        visit.run(interpreting.assign, need, interpreter, part)
    assert visit.said("interpreter-day") == ["Ueda Itō on Thu 22 Jul: 9 h of interpreting, at most 7 h."]
    assert visit.said("interpreter-day", "ja") == ["7月22日(木) Ueda Itōさん：通訳が9時間（上限7時間）。"]
    # From noon to one she can eat; a pause in each of the three longer parts is missing.
    assert visit.said("interpreter-meal") == []
    assert len(visit.found("interpreter-pause")) == 3
    assert len(visit.found("cover-incomplete")) == 1
    visit.run(records.edit, "Interpreter", interpreter, {"level": k.InterpreterLevel.VOLUNTEER})
    assert visit.said("interpreter-day") == ["Ueda Itō on Thu 22 Jul: 9 h of interpreting, at most 3 h."]
