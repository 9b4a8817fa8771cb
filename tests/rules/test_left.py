"""What is left to do, counted as anybody could by hand."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records
from planner.model import Member, Person
from planner.model.kinds import ActivityStatus, ClearanceStatus, InterpretingMode, OfferStatus
from planner.rules.clearances import adults_of, adults_to_clear
from planner.rules.left import (
    age_by,
    events_of,
    guests_in_beds,
    guests_without_bed,
    hosting,
    members_in_no_group,
    needs_without_interpreter,
    travelling,
)
from planner.rules.nights import nights_of
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import FIRST, LAST, begin


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def called(members: list[Member]) -> list[str]:
    return [member.person.given_name for member in members]


def test_a_guest_needs_a_bed_each_night_from_arriving_to_leaving(file: PlannerFile) -> None:
    nights = nights_of(file.plan.members[0], file.plan)
    assert (nights[0], nights[-1], len(nights)) == (FIRST, LAST - dt.timedelta(days=1), 10)
    bedless = {each.member.person.given_name: each for each in guests_without_bed(file.plan)}
    assert set(bedless) == {"Sakura", "Hina", "Ruka", "Kaori"}
    assert bedless["Hina"].has_none
    assert not bedless["Sakura"].has_none
    assert [night.day for night in bedless["Sakura"].nights] == [29, 30, 31]


def test_late_comers_early_leavers_and_those_who_stay_at_home_need_fewer(file: PlannerFile) -> None:
    hina, ruka = file.plan.members[3], file.plan.members[4]
    file.run(records.edit, "Member", hina.id, {"joins_on": dt.date(2027, 7, 25), "leaves_on": dt.date(2027, 7, 27)})
    file.run(records.edit, "Member", ruka.id, {"withdrawn": True})
    assert [night.day for night in nights_of(file.plan.members[3], file.plan)] == [25, 26]
    assert "Ruka" not in called(travelling(file.plan))
    assert {each.member.person.given_name for each in guests_without_bed(file.plan)} == {"Sakura", "Hina", "Kaori"}


def test_squads_matter_only_where_there_are_any_and_only_to_players(file: PlannerFile) -> None:
    assert called(members_in_no_group(file.plan)) == ["Misaki", "Yui", "Hina", "Ruka"]
    for group in file.plan.groups:
        file.run(records.remove, "Group", group.id)
    assert members_in_no_group(file.plan) == []


def test_who_turns_18_during_the_visit_has_to_be_cleared(file: PlannerFile) -> None:
    names = {f"{r.person.given_name} {r.person.family_name}" for r in adults_to_clear(file.plan)}
    assert names == {"Pat Okafor", "Emeka Okafor", "Pat Nguyen-Baker", "Pat MacLeod"}
    emeka = next(r for r in adults_of(file.plan) if r.person.given_name == "Emeka")
    assert (age_by(emeka.person, FIRST), age_by(emeka.person, LAST)) == (17, 18)
    file.run(records.edit, "Person", emeka.person.id, {"birth_date": dt.date(2009, 8, 2)})
    assert "Emeka" not in {r.person.given_name for r in adults_of(file.plan)}


def test_a_clearance_has_to_hold_to_the_last_day(file: PlannerFile) -> None:
    pat = file.plan.households[0].residents[0]
    assert pat.id not in {r.id for r in adults_to_clear(file.plan)}
    clearance = pat.clearances[0]
    file.run(records.edit, "Clearance", clearance.id, {"expires_on": LAST - dt.timedelta(days=1)})
    assert pat.id in {r.id for r in adults_to_clear(file.plan)}
    file.run(records.edit, "Clearance", clearance.id, {"expires_on": LAST})
    assert pat.id not in {r.id for r in adults_to_clear(file.plan)}
    file.run(records.edit, "Clearance", clearance.id, {"status": ClearanceStatus.PENDING})
    assert pat.id in {r.id for r in adults_to_clear(file.plan)}


def test_homes_that_said_no_are_not_counted(file: PlannerFile) -> None:
    file.run(records.edit, "HostOffer", file.plan.offers[1].id, {"status": OfferStatus.DECLINED})
    assert len(hosting(file.plan)) == 3
    assert "Okafor" not in {r.person.family_name for r in adults_to_clear(file.plan)}


def test_a_cancelled_activity_needs_no_interpreter(file: PlannerFile) -> None:
    needs = needs_without_interpreter(file.plan)
    assert len(needs) == 2
    assert needs[0].activity is not None
    file.run(records.edit, "Activity", needs[0].activity.id, {"status": ActivityStatus.CANCELLED})
    assert len(needs_without_interpreter(file.plan)) == 1
    interpreter = file.plan.interpreters[0]
    file.run(records.add, "Assignment", {"need_id": needs[1].id, "interpreter_id": interpreter.id})
    assert needs_without_interpreter(file.plan) == []


def test_a_double_is_one_place_and_a_bunk_for_two_is_two(file: PlannerFile) -> None:
    home = file.plan.households[0]
    before = guests_in_beds(home)
    assert before == len(home.beds)
    for kind in ("double", "bunk"):
        file.run(records.add, "Bed", {"household_id": home.id, "kind": kind, "sleeps": 2})
    assert guests_in_beds(file.plan.households[0]) == before + 1 + 2


def test_an_activity_with_two_needs_is_one_activity(file: PlannerFile) -> None:
    needs = needs_without_interpreter(file.plan)
    file.run(records.add, "Need", {"activity_id": needs[0].activity_id, "mode": InterpretingMode.WHISPERED})
    again = needs_without_interpreter(file.plan)
    assert (len(again), len(events_of(again))) == (len(needs) + 1, len(needs))


def test_a_stated_age_grows_by_whole_years_only() -> None:
    person = Person(stated_age=17, age_stated_on=dt.date(2026, 7, 1))
    assert age_by(person, dt.date(2027, 6, 1)) == 17
    assert age_by(person, dt.date(2027, 7, 22)) == 18
    assert age_by(Person(), FIRST) is None
