"""People change to another leg: who is on which afterwards, in one step, and what it touches beside."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from planner.agenda import Agenda, Slot, slot_at, times_of
from planner.agenda.consequences import Consequences, consequences_of
from planner.commands import journeys, records, visits
from planner.commands.programme import set_attendance
from planner.language import say
from planner.language.consequences import message_of
from planner.model import Activity, Delegation, Group, GroupMember, Journey, Meal, Member, Person, Place, Stay, Visit
from planner.model import kinds as k
from planner.model.attendance import those_at
from planner.model.done import Done
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import NEW_YORK, PORTLAND, SHINAGAWA, TOKYO

FIRST, LAST = dt.date(2027, 7, 23), dt.date(2027, 7, 30)
PACIFIC, HONOLULU = "America/Los_Angeles", "Pacific/Honolulu"


def begin(session: Session) -> Done:
    """Twenty-six people in two halves who fly home at midnight."""
    done = visits.start(
        session, title_en="Party of 26", host=PORTLAND, home=SHINAGAWA, first_day=FIRST, last_day=LAST,
    )  # fmt: skip
    visit = session.get_one(Visit, done.result)
    delegation = session.query(Delegation).one()
    halves = [Group(visit=visit, name_en=name, letter=name) for name in "AB"]
    session.add_all(halves)
    driver = Person(given_name="Dana", family_name="Doe")
    session.add(driver)
    session.flush()
    airport = Place(name_en="Jetport", code="PWM", zone=NEW_YORK)
    tokyo = Place(name_en="Haneda", code="HND", zone=TOKYO)
    for number in range(26):
        coach = number in (0, 13)
        person = Person(given_name=f"Guest {number:02}", birth_date=dt.date(1980 if coach else 2013, 4, 1))
        member = Member(delegation=delegation, person=person, role=k.Role.COACH if coach else k.Role.PLAYER)
        session.add(GroupMember(group=halves[number // 13], member=member))
        session.add(Stay(member=member, kind=k.StayKind.ELSEWHERE, first_night=FIRST, last_night=dt.date(2027, 7, 28)))
    session.add_all([
        _leg(visit, "In", tokyo, airport, (23, 11, 0), (23, 10, 50), everyone=True, check_in_minutes=120),
        _leg(visit, "Midnight", airport, tokyo, (30, 0, 30), (31, 4, 0), everyone=True, check_in_minutes=180,
             met_by_id=driver.id),
        _leg(visit, "Morning", airport, tokyo, (30, 10, 0), (31, 13, 0), seats=20,
             meals=[Meal(which=k.MealTime.LUNCH, provider=k.MealProvider.ON_BOARD)]),
        _leg(visit, "Train home", tokyo, None, (31, 6, 0), (31, 7, 0), everyone=True, arrives_zone=TOKYO),
        Activity(visit=visit, title_en="Coach to the airport", kind=k.ActivityKind.TRAVEL, everyone=True, zone=NEW_YORK,
                 starts_on=dt.date(2027, 7, 29), starts_at=dt.time(21), ends_at=dt.time(22)),
        Activity(visit=visit, title_en="Game", kind=k.ActivityKind.SPORT, everyone=True, zone=NEW_YORK,
                 starts_on=dt.date(2027, 7, 24), starts_at=dt.time(9), ends_at=dt.time(11),
                 meals=[Meal(which=k.MealTime.LUNCH)]),
        Activity(visit=visit, title_en="Supper", kind=k.ActivityKind.PARTY, everyone=True, zone=NEW_YORK,
                 starts_on=dt.date(2027, 7, 29), starts_at=dt.time(17), ends_at=dt.time(20)),
    ])  # fmt: skip
    session.flush()
    return done


def _leg(
    visit: Visit, title: str, start: Place, end: Place | None, leaves: tuple[int, ...], lands: tuple[int, ...],
    **values: Any,
) -> Journey:  # fmt: skip
    def at(moment: tuple[int, ...]) -> tuple[dt.date, dt.time]:
        day, hour, minute = moment
        return dt.date(2027, 7, day), dt.time(hour, minute)

    return Journey(
        visit=visit, title_en=title, from_place=start, to_place=end, departs_on=at(leaves)[0],
        departs_at=at(leaves)[1], arrives_on=at(lands)[0], arrives_at=at(lands)[1], **values,
    )  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "party.shimai", begin)


def leg(file: PlannerFile, title: str) -> Journey:
    return next(one for one in file.plan.journeys if one.title_en == title)


def half(file: PlannerFile, letter: str) -> list[Member]:
    group = next(group for group in file.plan.groups if group.letter == letter)
    return [one.member for one in group.memberships]


def slot(file: PlannerFile, title: str) -> Slot:
    return Agenda(file.plan).by_key["Journey", leg(file, title).id]


def looked(file: PlannerFile, members: list[Member], old: str, new: str | dict[str, Any]) -> Consequences:
    agenda = Agenda(file.plan)
    if isinstance(new, str):
        other = slot(file, new)
    else:
        thought = journeys.leg_like(leg(file, old), new)
        begins, ends = times_of(thought)
        assert begins is not None
        other = slot_at(thought, (), begins, ends)
    return consequences_of(agenda, members, slot(file, old), other)


def codes(found: Consequences) -> dict[str, str]:
    return {one.code: one.event.title_en if one.event is not None else "" for one in found.said}


def on_it(file: PlannerFile, title: str) -> int:
    return len(slot(file, title).members)


def ticked(found: Consequences) -> dict[str, Any]:
    return {
        "stays": {
            one.stay.id: (one.first_night, one.last_night) if one.first_night is not None else None
            for one in found.stays
        },
        "days": {one.member.id: (one.joins_on, one.leaves_on) for one in found.days},
    }


def test_half_of_twenty_six_at_midnight_and_half_next_day_at_ten(file: PlannerFile) -> None:
    moving = half(file, "B")
    found = looked(file, moving, "Midnight", "Morning")
    said = codes(found)
    assert said["move-connection-missed"] == "Train home", "it leaves at six, and they land at one"
    assert said["move-pick-up"] == "Coach to the airport"
    assert said["move-nobody-meets"] == "Morning"
    assert said["move-meal-won"] == "Morning"
    [night] = [one for one in found.said if one.code == "move-last-night"]
    assert (night.figures["was"], night.figures["now"]) == (dt.date(2027, 7, 28), dt.date(2027, 7, 29))
    assert {(one.first_night, one.last_night) for one in found.stays} == {(FIRST, dt.date(2027, 7, 29))}
    assert len(found.stays) == 13
    assert "move-no-adult" not in said
    assert "move-seats" not in said

    to = leg(file, "Morning").id
    ids = [member.id for member in moving]
    before = file.next_undo
    file.run(journeys.move_to_leg, ids, leg(file, "Midnight").id, to, **ticked(found))
    assert (on_it(file, "Midnight"), on_it(file, "Morning")) == (13, 13)
    assert {member.id for member in slot(file, "Morning").members} == set(ids)
    assert {stay.last_night.day for member in half(file, "B") for stay in member.stays} == {29}
    assert {stay.last_night.day for member in half(file, "A") for stay in member.stays} == {28}
    assert file.next_undo is not None
    assert say(file.next_undo.label) == "13 people to another leg: Morning"

    file.undo()
    assert file.next_undo == before, "it is one step"
    assert (on_it(file, "Midnight"), on_it(file, "Morning")) == (26, 0)
    assert {stay.last_night.day for stay in file.plan.stays} == {28}


def test_nothing_is_done_to_beds_that_nobody_ticked(file: PlannerFile) -> None:
    ids = [member.id for member in half(file, "B")]
    file.run(journeys.move_to_leg, ids, leg(file, "Midnight").id, leg(file, "Morning").id)
    assert {stay.last_night.day for stay in file.plan.stays} == {28}


def test_the_whole_party_changes_as_a_whole(file: PlannerFile) -> None:
    everybody = list(file.plan.members)
    found = looked(file, everybody, "Midnight", "Morning")
    assert codes(found)["move-nobody-left"] == "Midnight"
    [seats] = [one for one in found.said if one.code == "move-seats"]
    assert dict(seats.figures) == {"seats": 20, "count": 26}
    ids = [member.id for member in everybody]
    file.run(journeys.move_to_leg, ids, leg(file, "Midnight").id, leg(file, "Morning").id)
    assert leg(file, "Morning").everyone
    assert not leg(file, "Morning").member_links
    assert not leg(file, "Midnight").everyone
    assert (on_it(file, "Midnight"), on_it(file, "Morning")) == (0, 26)


def test_a_group_changes_as_a_group_and_comes_back_without_a_trace(file: PlannerFile) -> None:
    groups = [group.id for group in file.plan.groups]
    midnight, morning = leg(file, "Midnight").id, leg(file, "Morning").id
    file.run(set_attendance, "Journey", midnight, everyone=False, group_ids=groups)
    ids = [member.id for member in half(file, "B")]
    file.run(journeys.move_to_leg, ids, midnight, morning)
    assert [link.group.letter for link in leg(file, "Midnight").group_links] == ["A"]
    assert [link.group.letter for link in leg(file, "Morning").group_links] == ["B"]
    assert not leg(file, "Midnight").member_links
    file.run(journeys.move_to_leg, ids, morning, midnight)
    assert {link.group.letter for link in leg(file, "Midnight").group_links} == {"A", "B"}
    assert (on_it(file, "Midnight"), on_it(file, "Morning")) == (26, 0)


def test_one_person_goes_over_and_back_and_no_word_of_them_is_left(file: PlannerFile) -> None:
    child = half(file, "A")[3]
    midnight, morning = leg(file, "Midnight").id, leg(file, "Morning").id
    found = looked(file, [child], "Midnight", "Morning")
    assert codes(found)["move-no-adult"] == "Morning", "a child would fly alone"
    file.run(journeys.move_to_leg, [child.id], midnight, morning)
    assert (on_it(file, "Midnight"), on_it(file, "Morning")) == (25, 1)
    file.run(journeys.move_to_leg, [child.id], morning, midnight)
    assert not leg(file, "Midnight").member_links
    assert not leg(file, "Morning").member_links
    coaches = [members[0] for members in (half(file, "A"), half(file, "B"))]
    assert "move-no-adult-left" in codes(looked(file, coaches, "Midnight", "Morning"))


def test_late_joiners_come_by_a_new_leg_and_their_beds_wait(file: PlannerFile) -> None:
    moving = half(file, "A")[:2]
    values = {
        "departs_on": dt.date(2027, 7, 24), "departs_at": dt.time(11), "arrives_on": dt.date(2027, 7, 24),
        "arrives_at": dt.time(10, 50), "carrier": "ANA", "number": "NH110",
    }  # fmt: skip
    found = looked(file, moving, "In", values)
    said = codes(found)
    assert said["move-partly"] == "Game", "it begins at nine, they land at ten to eleven"
    assert {(one.joins_on, one.leaves_on) for one in found.days} == {(dt.date(2027, 7, 24), None)}
    assert {one.first_night for one in found.stays} == {dt.date(2027, 7, 24)}
    new_id = file.run(
        journeys.move_to_leg, [one.id for one in moving], leg(file, "In").id, values, **ticked(found)
    )  # fmt: skip
    new = file.plan.find(Journey, new_id)
    assert new.title_en == "ANA NH110 HND-PWM"
    assert {member.id for member in Agenda(file.plan).by_key["Journey", new_id].members} == {one.id for one in moving}
    assert on_it(file, "In") == 24
    assert {member.joins_on for member in file.plan.members if member.id in {one.id for one in moving}} == {
        dt.date(2027, 7, 24)
    }
    back = consequences_of(
        Agenda(file.plan), [file.plan.find(Member, one.id) for one in moving],
        Agenda(file.plan).by_key["Journey", new_id], slot(file, "In"),
    )  # fmt: skip
    assert {one.joins_on for one in back.days} == {None}, "with everybody again"
    assert {one.first_night for one in back.stays} == {FIRST}


def test_an_earlier_flight_home_misses_the_last_evening_and_leaves_early(file: PlannerFile) -> None:
    moving = half(file, "A")[1:3]
    values = {
        "departs_on": dt.date(2027, 7, 28), "departs_at": dt.time(12), "arrives_on": dt.date(2027, 7, 29),
        "arrives_at": dt.time(15),
    }  # fmt: skip
    found = looked(file, moving, "Midnight", values)
    said = codes(found)
    assert said["move-missed"] == "Supper"
    assert {one.last_night for one in found.stays} == {dt.date(2027, 7, 27)}
    assert not found.days, "the train home is the last leg: it says when they leave"


def test_what_cannot_be_is_refused_and_leaves_nothing_behind(file: PlannerFile) -> None:
    midnight, child = leg(file, "Midnight").id, half(file, "A")[3].id
    count = len(file.plan.journeys)
    for ids, to, code in (
        ([], leg(file, "Morning").id, "nobody-chosen"),
        ([child], midnight, "same-leg"),
        ([child], 999, "record-gone"),
        ([child], {"departs_at": dt.time(10), "arrives_on": dt.date(2027, 7, 1), "arrives_at": dt.time(1)},
         "arrives-before-leaving"),
    ):  # fmt: skip
        with pytest.raises(PlannerError) as refused:
            file.run(journeys.move_to_leg, ids, midnight, to)
        assert refused.value.code == code
    assert len(file.plan.journeys) == count


def test_each_consequence_is_a_sentence_in_both_languages(file: PlannerFile) -> None:
    found = [
        *looked(file, half(file, "B"), "Midnight", "Morning").said,
        *looked(file, list(file.plan.members), "Midnight", "Morning").said,
        *looked(file, half(file, "A")[3:4], "Morning", "Midnight").said,
    ]
    for one in found:
        message = message_of(one, file.plan)
        english, japanese = say(message, "en"), say(message, "ja")
        assert english.endswith(".")
        assert japanese.endswith("。")
        assert english != japanese
    said = {one.code: say(message_of(one, file.plan), "en") for one in found}
    assert said["move-nobody-meets"].startswith("Dana Doe meets the present leg")


@pytest.mark.parametrize(
    ("leaves", "lands", "takes", "shift", "line"),
    [
        ((TOKYO, dt.date(2027, 7, 22), dt.time(11)), (NEW_YORK, dt.date(2027, 7, 22), dt.time(10, 50)), 770, 0, -1),
        ((PACIFIC, dt.date(2027, 7, 23), dt.time(23, 50)), (TOKYO, dt.date(2027, 7, 25), dt.time(3, 30)), 700, 2, 1),
        ((TOKYO, dt.date(2027, 7, 21), dt.time(0, 5)), (HONOLULU, dt.date(2027, 7, 20), dt.time(12, 5)), 420, -1, -1),
    ],
)  # fmt: skip
def test_a_new_leg_over_the_date_line_is_kept_right(
    file: PlannerFile, leaves: Any, lands: Any, takes: int, shift: int, line: int
) -> None:
    from planner.clock import arrives_of, departs_of
    from planner.clock.legs import passage

    values = {
        "departs_zone": leaves[0], "departs_on": leaves[1], "departs_at": leaves[2],
        "arrives_zone": lands[0], "arrives_on": lands[1], "arrives_at": lands[2],
    }  # fmt: skip
    child = half(file, "A")[3].id
    new_id = file.run(journeys.move_to_leg, [child], leg(file, "In").id, values)
    new = file.plan.find(Journey, new_id)
    departs, arrives = departs_of(new), arrives_of(new)
    assert departs is not None
    assert arrives is not None
    crossed = passage(departs, arrives)
    assert (crossed.elapsed, crossed.day_shift, crossed.date_line) == (dt.timedelta(minutes=takes), shift, line)


@given(st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_moves_is_on_the_other_leg_and_nobody_else_moves(file: PlannerFile, data: st.DataObject) -> None:
    midnight, morning = leg(file, "Midnight").id, leg(file, "Morning").id
    halves = tuple(group.id for group in file.plan.groups)
    groups = data.draw(st.sampled_from([(), halves, halves[:1]]))
    try:
        file.run(set_attendance, "Journey", midnight, everyone=not groups, group_ids=groups)
        there = {midnight: riders(file, midnight), morning: set[int]()}
        for _ in range(3):
            start = data.draw(st.sampled_from([one for one in (midnight, morning) if there[one]]))
            end = morning if start == midnight else midnight
            moving = data.draw(st.sets(st.sampled_from(sorted(there[start])), min_size=1))
            file.run(journeys.move_to_leg, moving, start, end)
            there = {start: there[start] - moving, end: there[end] | moving}
            assert {one: riders(file, one) for one in there} == there
    finally:
        while file.next_undo is not None:
            file.undo()
    assert leg(file, "Midnight").everyone
    assert not leg(file, "Morning").everyone
    assert not [link for title in ("Midnight", "Morning") for link in leg(file, title).member_links]


def riders(file: PlannerFile, leg_id: int) -> set[int]:
    return {member.id for member in those_at(file.plan, file.plan.find(Journey, leg_id))}


def test_who_stays_out_of_the_visit_moves_nothing(file: PlannerFile) -> None:
    one = half(file, "B")[4]
    file.run(records.edit, "Member", one.id, {"withdrawn": True})
    found = looked(file, [file.plan.find(Member, one.id)], "Midnight", "Morning")
    assert found == Consequences((), (), ())
