"""Runs: when a home takes its guest to the group and fetches them, on the practice visit with beds and squads."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.clock import WallTime
from planner.commands import records
from planner.model import Activity, Group, GroupMember, Household, Journey, Member, Plan, Stay
from planner.model.done import Done
from planner.model.kinds import ActivityStatus
from planner.model.message import Message
from planner.storage import PlannerFile
from tests.prepared import copy_practice

NEW_YORK = "America/New_York"
SATURDAY = dt.date(2027, 7, 31)


def settle(session: Session) -> Done:
    """One home for each two guests; the first six are squad A, the next six squad B."""
    homes = session.query(Household).order_by(Household.id).all()
    squads = {group.letter: group for group in session.query(Group)}
    for number, member in enumerate(session.query(Member).order_by(Member.id)):
        session.add(
            Stay(
                member=member, household=homes[number // 2], first_night=dt.date(2027, 7, 22),
                last_night=dt.date(2027, 7, 31),
            )
        )  # fmt: skip
        if number < 12:
            session.add(GroupMember(group=squads["A" if number < 6 else "B"], member=member))
    return Done(Message.of("change-start-visit", title="settled"))


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = copy_practice(tmp_path_factory.mktemp("runs") / "settled.shimai")
    with PlannerFile.open(path) as file:
        file.run(settle)
    return path


@pytest.fixture
def edited(settled: Path, tmp_path: Path) -> Any:
    def edit(title: str, **values: Any) -> Plan:
        with PlannerFile.open(Path(shutil.copy(settled, tmp_path / "edited.shimai"))) as file:
            event = next(one for one in (*file.plan.activities, *file.plan.journeys) if one.title_en.startswith(title))
            file.run(records.edit, type(event).__name__, event.id, values)
            return file.plan

    return edit


def runs(plan: Plan, given_name: str, day: int, month: int = 7) -> list[tuple[str, str, str, str]]:
    """The outings of somebody on a day, as (home, be there, over, home); - for no home, ? for no time."""
    member = next(one for one in plan.members if one.person.given_name == given_name)
    found = [one for one in outings_of(Agenda(plan))[member.id] if one.day == dt.date(2027, month, day)]
    return [_told(one) for one in found]


def _told(one: Outing) -> tuple[str, str, str, str]:
    homes = (home.name_en if home else "-" for home in (one.home_before, one.home_after))
    first, last = (f"{wall.at:%H:%M}" if wall else "?" for wall in (one.be_there, one.over))
    return next(homes), first, last, next(homes)


def test_homes_take_their_guests_to_the_first_event_and_fetch_them_from_the_last(settled: Path) -> None:
    with PlannerFile.open(settled, read_only=True) as file:
        plan = file.plan
    # From the airport one is only fetched, and not between two flights; for the flight home one is only taken there.
    assert runs(plan, "Sakura", 22) == [("-", "08:30", "18:00", "Ouellette")]
    assert runs(plan, "Sakura", 1, 8) == [("Ouellette", "05:30", "17:30", "-")]
    # Between a game in the morning and a call in the late afternoon people go home.
    assert runs(plan, "Sakura", 23) == [
        ("Ouellette", "10:00", "11:30", "Ouellette"), ("Ouellette", "16:00", "17:30", "Ouellette"),
    ]  # fmt: skip
    # A coach, a tour and a museum one after the other are one outing; no leg brings the coach back from Augusta.
    assert runs(plan, "Sakura", 26) == [("Ouellette", "08:30", "?", "Ouellette")]
    # Squads have their own hours; a day with the family has none.
    assert runs(plan, "Sakura", 24) == [("Ouellette", "09:30", "11:00", "Ouellette")]
    assert runs(plan, "Rin", 24) == [("Hall", "10:30", "12:00", "Hall")]
    assert runs(plan, "Sakura", 25) == []
    party = outings_of(Agenda(plan))[plan.members[0].id]
    assert [one.last.event.title_en for one in party if one.with_families] == [
        "Welcome at the Jetport, meet host families", "Japan Night", "Farewell dinner with speeches",
    ]  # fmt: skip


def test_meeting_and_dismissal_come_before_the_events_own_times(edited: Any) -> None:
    plan = edited("Courtesy call", meeting_at=dt.time(15, 40), dismissal_at=dt.time(17, 45))
    assert runs(plan, "Sakura", 23)[-1] == ("Ouellette", "15:40", "17:45", "Ouellette")
    late = edited("Japan Night", dismissal_at=dt.time(0, 15))
    member = late.members[0]
    outing = next(one for one in outings_of(Agenda(late))[member.id] if one.last.event.title_en == "Japan Night")
    assert outing.over is not None
    assert (outing.over.on, outing.back_on) == (dt.date(2027, 7, 28), dt.date(2027, 7, 27))
    assert outing.home_after is not None
    # From a trip of two days they come back on the second.
    trip = edited("Camp day", ends_on=dt.date(2027, 7, 31), ends_at=dt.time(13), dismissal_at=dt.time(13, 30))
    outing = next(one for one in outings_of(Agenda(trip))[member.id] if one.last.event.title_en.startswith("Camp"))
    assert (outing.over, outing.back_on) == (WallTime(dt.date(2027, 7, 31), dt.time(13, 30), NEW_YORK), outing.over.on)


def test_who_has_moved_while_on_a_trip_comes_back_to_the_new_home(settled: Path, tmp_path: Path) -> None:
    """Also where only the dismissal is known, and not when the trip ends."""
    with PlannerFile.open(Path(shutil.copy(settled, tmp_path / "moved.shimai"))) as file:
        camp = next(one for one in file.plan.activities if one.title_en.startswith("Camp day"))
        last_day = dt.date(2027, 7, 31)
        values = {"ends_on": last_day, "ends_at": None, "dismissal_at": dt.time(13, 30)}
        file.run(records.edit, "Activity", camp.id, values)
        member = file.plan.members[0]
        file.run(records.edit, "Stay", member.stays[0].id, {"last_night": last_day - dt.timedelta(days=1)})
        file.run(move_in, member.id, last_day)
        outing = next(one for one in outings_of(Agenda(file.plan))[member.id] if one.last.event.id == camp.id)
        assert outing.back_on == last_day
        assert outing.home_before is not None
        assert outing.home_after is not None
        assert outing.home_after.id != outing.home_before.id


def move_in(session: Session, member_id: int, night: dt.date) -> Done:
    """Give somebody the last of the homes for one night."""
    home = session.query(Household).order_by(Household.id.desc()).first()
    session.add(Stay(member_id=member_id, household=home, first_night=night, last_night=night))
    return Done(Message.of("change-start-visit", title="moved"))


def test_a_check_in_is_when_to_be_there_and_an_unknown_end_stays_unknown(edited: Any) -> None:
    assert runs(edited("Bus to Augusta", check_in_minutes=15), "Sakura", 26)[0][1] == "08:15"
    assert runs(edited("Farewell", ends_at=None), "Sakura", 31) == [("Ouellette", "17:00", "?", "Ouellette")]


def leave_in_the_small_hours(session: Session, check_in: int | None) -> Done:
    """A flight at half past midnight, with the last night in a bed on Thursday, and a farewell at noon on Saturday."""
    for activity in session.query(Activity):
        if activity.title_en.startswith("Drop-off"):
            activity.status = ActivityStatus.CANCELLED
        if activity.title_en.startswith("Farewell"):
            activity.starts_at, activity.ends_at = dt.time(11), dt.time(13)
    flight = next(leg for leg in session.query(Journey) if leg.title_en.startswith("Flight B6 607"))
    flight.departs_at, flight.arrives_at, flight.check_in_minutes = dt.time(0, 30), dt.time(1, 50), check_in
    for stay in session.query(Stay).all():
        stay.last_night = dt.date(2027, 7, 30)
        # That the night is spent in the air may be said, too.
        session.add(Stay(member=stay.member, kind="in_the_air", first_night=SATURDAY, last_night=SATURDAY))
    return Done(Message.of("change-start-visit", title="settled"))


def land_in_the_morning(session: Session) -> Done:
    """The last flight in lands at four in the morning, with the first night in a bed on that day."""
    for activity in session.query(Activity):
        if activity.title_en.startswith("Welcome"):
            activity.status = ActivityStatus.CANCELLED
    flight = next(leg for leg in session.query(Journey) if leg.title_en.startswith("Flight B6 1308"))
    flight.departs_at, flight.arrives_on, flight.arrives_at = dt.time(23, 30), dt.date(2027, 7, 23), dt.time(4)
    for stay in session.query(Stay):
        stay.first_night = dt.date(2027, 7, 23)
    return Done(Message.of("change-start-visit", title="settled"))


def test_who_lands_before_dawn_is_fetched_by_the_home_of_that_day(settled: Path, tmp_path: Path) -> None:
    with PlannerFile.open(Path(shutil.copy(settled, tmp_path / "dawn.shimai"))) as file:
        file.run(land_in_the_morning)
        arrival = next(one for one in outings_of(Agenda(file.plan))[file.plan.members[0].id] if one.home_before is None)
    assert arrival.over == WallTime(arrival.back_on, dt.time(4), NEW_YORK)
    assert arrival.home_after is not None


@pytest.mark.parametrize(("check_in", "be_there"), [(180, "21:30"), (15, "00:15"), (None, "?")])
def test_who_flies_in_the_small_hours_sets_out_on_the_evening_before_from_the_last_home(
    settled: Path, tmp_path: Path, check_in: int | None, be_there: str
) -> None:
    with PlannerFile.open(Path(shutil.copy(settled, tmp_path / "eve.shimai"))) as file:
        file.run(leave_in_the_small_hours, check_in)
        # Nobody is there when a flight leaves: until its check-in is entered the time is open.
        assert [each[:2] for each in runs(file.plan, "Sakura", 31)] == [("Ouellette", "11:00"), ("Ouellette", be_there)]
        assert runs(file.plan, "Sakura", 31)[0][3] == "Ouellette", "between the two they are at home"
        assert runs(file.plan, "Sakura", 1, 8) == []


@pytest.mark.parametrize(
    ("said", "over"),
    [({"dismissal_point_en": "Expo"}, "15:00"), ({"dismissal_at": dt.time(16)}, "16:00"),
     ({"hosts_invited": True}, "15:00")],
)  # fmt: skip
def test_the_way_back_from_out_of_town_is_open_until_somebody_says(
    edited: Any, said: dict[str, Any], over: str
) -> None:
    assert runs(edited("Maine State Museum", **said), "Sakura", 26) == [("Ouellette", "08:30", over, "Ouellette")]


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ({}, ("?", "?")),
        ({"transport_en": "vans"}, ("?", "?")),
        ({"transport_en": "hosts' cars"}, ("09:00", "15:00")),
        ({"transport_en": "walk"}, ("09:00", "15:00")),
        ({"meeting_at": dt.time(7, 30)}, ("07:30", "?")),
        ({"meeting_point_en": "Expo", "dismissal_point_en": "Expo"}, ("09:00", "15:00")),
        ({"hosts_invited": True}, ("09:00", "15:00")),
    ],
)
def test_where_the_coach_leaves_for_the_camp_is_open_until_somebody_says(
    edited: Any, said: dict[str, Any], hours: tuple[str, str]
) -> None:
    assert runs(edited("Camp day", **said), "Sakura", 30) == [("Ouellette", *hours, "Ouellette")]


def test_vans_to_a_hall_in_town_leave_from_nowhere_else(edited: Any) -> None:
    assert runs(edited("Game 3", transport_en="vans"), "Rin", 24) == [("Hall", "10:30", "12:00", "Hall")]


def test_an_idea_takes_nobody_out(edited: Any) -> None:
    assert runs(edited("Camp day", status="idea"), "Sakura", 30) == []
