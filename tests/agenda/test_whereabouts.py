"""Where everyone is: everybody in exactly one place at every quarter of an hour, or it is said."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from planner.agenda import Agenda
from planner.agenda.spots import State
from planner.agenda.whereabouts import Moment, Whereabouts, everyone_at, stretch_of
from planner.clock import WallTime
from planner.commands import people, programme, records
from planner.model import Assignment, Group, GroupMember, Household, Interpreter, Member, Need, Stay
from planner.model import kinds as k
from planner.model.attendance import travels
from planner.model.done import Done
from planner.model.message import Message
from planner.storage import PlannerFile
from tests.prepared import begun, copy_practice
from tests.ui.small_visit import begin

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
QUARTER = dt.timedelta(minutes=15)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_practice(tmp_path_factory.mktemp("practice") / "practice.shimai")


@pytest.fixture
def practice(made: Path, tmp_path: Path) -> Iterator[PlannerFile]:
    with PlannerFile.open(Path(shutil.copy(made, tmp_path / "practice.shimai"))) as file:
        yield file


@pytest.fixture
def small(tmp_path: Path) -> Iterator[PlannerFile]:
    with begun(tmp_path / "small.shimai", begin) as file:
        yield file


def at(file: PlannerFile, day: int, hour: int, minute: int = 0, zone: str = NEW_YORK, month: int = 7) -> Moment:
    wall = WallTime(dt.date(2027, month, day), dt.time(hour, minute), zone)
    return everyone_at(Agenda(file.plan), wall.instant())


def who(moment: Moment, family: str) -> Whereabouts:
    return next(one for one in moment.people if one.member.person.family_name == family)


def settle(session: Session) -> Done:
    """Give the sample beds and squads, as it has when its homestays are made."""
    members = session.query(Member).order_by(Member.id).all()

    homes = session.query(Household).order_by(Household.id).all()
    for number, member in enumerate(members):
        home = homes[number // 2 % len(homes)]
        session.add(Stay(member=member, household=home, first_night=dt.date(2027, 7, 22),
                         last_night=dt.date(2027, 7, 31)))  # fmt: skip
    return Done(Message.of("change-start-visit", title="settled"))


def quarters(agenda: Agenda) -> Iterator[dt.datetime]:
    moment, last = stretch_of(agenda)
    while moment <= last:
        yield moment
        moment += QUARTER


@pytest.mark.parametrize("settled", [False, True])
def test_at_every_quarter_everybody_is_in_one_place_or_it_is_said(practice: PlannerFile, settled: bool) -> None:
    if settled:
        practice.run(settle)
        squads = practice.plan.groups
        players = [member for member in practice.plan.members if not member.role.is_chaperone]
        for number, member in enumerate(players):
            practice.run(people.set_groups, [member.id], [squads[number % len(squads)].id])
    agenda = Agenda(practice.plan)
    everybody = [member.id for member in practice.plan.members if travels(member)]
    count = unknown = 0
    for instant in quarters(agenda):
        moment = everyone_at(agenda, instant)
        count += 1
        assert [one.member.id for one in moment.people] == everybody
        listed = [one.member.id for _, crowd in moment.together() for one in crowd]
        assert sorted(listed) == sorted(everybody), "each is told once"
        going_on = [slot for slot in agenda.slots if slot.start <= instant < slot.end]
        for one in moment.people:
            mine = {slot.key for slot in going_on if one.member in slot.members}
            here = one.spot.event
            if mine:
                assert here is not None
                told = {(type(here).__name__, here.id), *(slot.key for slot in one.also)}
                assert mine == told, "whatever else the plan has them at is said"
            else:
                assert not one.also
            unknown += one.spot.state is State.UNKNOWN
    assert count > 1000
    assert (unknown == 0) == settled, "without beds nobody knows where they sleep; with them everybody is somewhere"


def test_a_day_of_the_visit_from_bed_to_bed(small: PlannerFile) -> None:
    before = who(at(small, 22, 9, zone=TOKYO), "Takahashi")
    assert (before.spot.state, before.bed) == (State.NOT_YET, None)
    flying = who(at(small, 22, 12, zone=TOKYO), "Takahashi")
    assert flying.spot.state is State.IN_THE_AIR
    assert flying.in_charge is not None
    assert flying.in_charge.family_name == "Saitō", "the coach"
    changing = who(at(small, 22, 12), "Takahashi")
    assert changing.spot.state is State.BETWEEN
    assert changing.spot.towards is not None
    assert changing.spot.towards.title_en == "B6 1308 JFK-PWM"
    evening = who(at(small, 22, 22), "Takahashi")
    assert evening.spot.household is not None
    assert evening.spot.household.name_en == "Ouellette"
    assert evening.in_charge is not None
    assert evening.in_charge.family_name == "Ouellette"
    assert evening.bed is not None
    assert evening.bed.stay is not None
    assert evening.bed.night == dt.date(2027, 7, 22)
    assert who(at(small, 23, 3), "Takahashi").bed == evening.bed, "at three it is still that night"
    assert evening.next is not None
    assert evening.next.event.title_en.startswith("Game 1")
    flight = who(at(small, 1, 13, month=8), "Takahashi")
    assert flight.bed is not None
    assert flight.bed.leg is not None, "the night in the air"
    assert who(at(small, 2, 20, zone=TOKYO, month=8), "Takahashi").spot.state is State.GONE


def test_who_is_nowhere_and_who_is_alone_is_said(small: PlannerFile) -> None:
    night = at(small, 24, 2)
    lost = who(night, "Yamazaki")
    assert lost.spot.state is State.UNKNOWN
    assert lost.bed is not None
    assert lost.bed.stay is None
    assert next(iter(night.together()))[0].state is State.UNKNOWN, "it stands first"
    game = who(at(small, 23, 11), "Takahashi")
    assert game.is_alone, "her squad plays without any adult of the delegation"
    squad, coach = small.plan.activities, who(night, "Saitō").member
    [first] = [one for one in squad if one.title_en.startswith("Game 1")]
    small.run(records.edit, "Activity", first.id, {"leader_id": coach.id})
    assert who(at(small, 23, 11), "Takahashi").is_alone, "who leads it without being there is no help"
    groups = [link.group_id for link in first.group_links]
    small.run(
        programme.set_attendance, "Activity", first.id, everyone=False, group_ids=groups, member_ids=[coach.id]
    )  # fmt: skip
    game = who(at(small, 23, 11), "Takahashi")
    assert not game.is_alone
    assert game.in_charge is not None
    assert game.in_charge.family_name == "Saitō"


def test_two_places_at_once_are_both_told(small: PlannerFile) -> None:
    small.run(
        records.add, "Activity",
        {"visit_id": small.plan.visit.id, "title_en": "Fitting", "everyone": True, "starts_on": dt.date(2027, 7, 27),
         "starts_at": dt.time(19), "ends_at": dt.time(20), "zone": NEW_YORK},
    )  # fmt: skip
    one = who(at(small, 27, 19, 30), "Takahashi")
    assert one.spot.event is not None
    assert one.spot.event.title_en == "Fitting"
    assert [slot.event.title_en for slot in one.also] == ["Japan Night"]
    fitting = one.spot.event.id
    small.run(records.edit, "Activity", fitting, {"status": k.ActivityStatus.IDEA})
    one = who(at(small, 27, 19, 30), "Takahashi")
    assert not one.also, "what is only an idea holds nobody"


def test_late_joiners_are_not_there_yet_and_early_leavers_gone(small: PlannerFile) -> None:
    takahashi, misaki = small.plan.members[:2]
    small.run(records.edit, "Member", takahashi.id, {"joins_on": dt.date(2027, 7, 24)})
    small.run(records.edit, "Member", misaki.id, {"leaves_on": dt.date(2027, 7, 27)})
    assert who(at(small, 23, 16, 30), "Takahashi").spot.state is State.NOT_YET
    assert who(at(small, 25, 12), "Takahashi").spot.state is State.FAMILY
    assert who(at(small, 28, 12), "Satō").spot.state is State.GONE
    small.run(records.edit, "Member", misaki.id, {"withdrawn": True})
    assert "Satō" not in {one.member.person.family_name for one in at(small, 25, 12).people}


def test_interpreters_are_told_where_they_are_assigned(small: PlannerFile) -> None:
    def assign(session: Session) -> Done:
        bell = session.query(Interpreter).order_by(Interpreter.id).first()
        need = session.query(Need).order_by(Need.id).first()
        session.add(Assignment(interpreter=bell, need=need))
        return Done(Message.of("change-start-visit", title="assigned"))

    assert at(small, 23, 16, 30).interpreters == ()
    small.run(assign)
    [work] = at(small, 23, 16, 30).interpreters
    assert work.slot.event.title_en == "Courtesy call on the Mayor"
    assert work.interpreter.person.family_name == "Bell"
    assert at(small, 23, 17, 30).interpreters == ()


def test_a_group_stays_together_between_events_close_to_each_other(practice: PlannerFile) -> None:
    lunch = at(practice, 26, 12, 30)
    assert {one.spot.state for one in lunch.people} == {State.BETWEEN}
    assert {one.spot.place.name_en for one in lunch.people if one.spot.place} == {"Maine State House, Augusta"}


def test_groups_in_parallel_are_apart(practice: PlannerFile) -> None:
    def split(session: Session) -> Done:


        squads = session.query(Group).order_by(Group.letter).all()
        for number, member in enumerate(session.query(Member).order_by(Member.id).all()[:12]):
            session.add(GroupMember(group=squads[number % 2], member=member))
        return Done(Message.of("change-start-visit", title="split"))

    practice.run(split)
    spots = {spot.event.title_en: len(crowd) for spot, crowd in at(practice, 23, 10, 30).together() if spot.event}
    assert spots == {"Game 1 vs Portland Parks & Rec (B squad)": 6, "Shooting clinic (A squad)": 6}
