"""The plan: whole, wired both ways, sealed, and needing no file."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.orm import MANYTOONE

from planner.commands import hosts, programme, records
from planner.model import Activity, Base, GroupMember, NightOff, Person, Plan
from planner.model.attendance import events_of, those_at
from planner.model.base import noun_of, values_of
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.storage.contents import contents
from tests.ui.small_visit import begin


def assert_wired(plan: Plan) -> None:
    """Every relationship leads to the plan's own rows, and back."""
    for noun, rows in plan.rows.items():
        for tie in inspect(noun).relationships:
            target = tie.mapper.class_
            [(here, there)] = tie.local_remote_pairs
            for row in rows.values():
                held = row.__dict__[tie.key]
                if tie.direction is MANYTOONE:
                    assert held is plan.get(target, getattr(row, str(here.key)))
                else:
                    ids = {one.id for one in plan.all(target) if getattr(one, str(there.key)) == row.id}
                    assert isinstance(held, tuple)
                    assert {one.id for one in held} == ids
                    assert all(one is plan.find(target, one.id) for one in held)


def test_every_relationship_is_wired_to_the_rows_of_the_plan(plan: Plan) -> None:
    assert_wired(plan)
    assert len(plan.all(GroupMember)) == 2


def test_nothing_is_ever_loaded_later(plan: Plan) -> None:
    for rows in plan.rows.values():
        for row in rows.values():
            state = inspect(row)
            assert state.detached
            assert state.session is None
            assert not state.unloaded


def test_the_rows_are_sealed(plan: Plan) -> None:
    for rows in plan.rows.values():
        for row in rows.values():
            for attribute in inspect(type(row)).attrs:
                with pytest.raises(AttributeError, match="read-only"):
                    setattr(row, attribute.key, None)
                with pytest.raises(AttributeError, match="read-only"):
                    delattr(row, attribute.key)


def test_rows_are_read_without_sqlalchemy_and_are_of_their_noun_all_the_same(plan: Plan) -> None:
    for noun, rows in plan.rows.items():
        for row in rows.values():
            assert isinstance(row, noun)
            assert noun_of(row) is noun
            assert (type(row).__name__, inspect(type(row))) == (noun.__name__, inspect(noun))
            assert plan.find(type(row), row.id) is plan.find(noun, row.id) is row
            for attribute in inspect(noun).attrs:
                assert getattr(row, attribute.key) is row.__dict__[attribute.key]
                assert not hasattr(type(row).__dict__[attribute.key], "__set__"), "Python asks the row first"


def test_the_values_of_a_row_are_equal_until_it_changes(file: PlannerFile) -> None:
    before = file.plan.people[0]
    file.run(records.edit, "Person", file.plan.people[1].id, {"called_name_en": "Somebody else"})
    again = file.plan.people[0]
    assert again is not before
    assert values_of(again) == values_of(before)
    file.run(records.edit, "Person", before.id, {"called_name_en": "Now"})
    assert values_of(file.plan.people[0]) != values_of(before)


def test_a_plan_can_be_looked_at_from_any_thread_after_the_file_is_closed(plan: Plan) -> None:
    seen: list[str] = []
    look = threading.Thread(target=lambda: seen.extend(stay.member.person.given_name for stay in plan.stays))
    look.start()
    look.join()
    assert len(seen) == 3


def test_a_plan_holds_every_row_of_its_visit(path: Path) -> None:
    with PlannerFile.open(path) as file:
        held = {noun.__tablename__: len(rows) for noun, rows in file.plan.rows.items()}
    assert held == {name: len(rows) for name, rows in contents(path).items()}


def test_parts_come_in_the_order_of_their_relationship(file: PlannerFile) -> None:
    offer = file.plan.offers[0]
    days = [dt.date(2027, 7, day) for day in (28, 24, 26)]
    for day in days:
        file.run(hosts.set_nights_off, offer.id, [*(night.night for night in _nights(file, offer.id)), day])
    assert [night.night for night in _nights(file, offer.id)] == sorted({*days, dt.date(2027, 7, 22)})


def _nights(file: PlannerFile, offer_id: int) -> tuple[NightOff, ...]:
    [offer] = [offer for offer in file.plan.offers if offer.id == offer_id]
    return tuple(offer.nights_off)


def test_activities_come_by_day_and_time_and_all_day_first(file: PlannerFile) -> None:
    day = dt.date(2027, 7, 23)
    for title, on, at in (
        ("evening", day, dt.time(19)),
        ("all day", day, None),
        ("morning", day, dt.time(9)),
        ("all day too", day, None),
        ("before", dt.date(2027, 7, 21), dt.time(23)),
    ):
        values = {"visit_id": 1, "title_en": title, "starts_on": on, "starts_at": at}
        file.run(records.add, "Activity", values)
    titles = [activity.title_en for activity in file.plan.activities if "<" not in activity.title_en]
    assert titles == ["before", "all day", "all day too", "morning", "evening"]


def test_who_takes_part(file: PlannerFile) -> None:
    ann, ben, chief = (member.id for member in file.plan.members)
    [activity], [group] = file.plan.activities, file.plan.groups

    def come() -> set[int]:
        [now] = file.plan.activities
        there = {member.id for member in those_at(file.plan, now)}
        assert there == {member.id for member in file.plan.members if now in events_of(file.plan, member)}
        return there

    def say_who(**who: object) -> None:
        file.run(programme.set_attendance, "Activity", activity.id, **who)

    say_who(everyone=True)
    assert come() == {ann, ben, chief}
    say_who(everyone=True, away_ids=[ben])
    assert come() == {ann, chief}
    say_who(everyone=False, group_ids=[group.id])
    assert come() == {ann, ben}
    say_who(everyone=False, group_ids=[group.id], member_ids=[chief], away_ids=[ann])
    assert come() == {ben, chief}
    file.run(records.edit, "Member", ben, {"withdrawn": True})
    assert come() == {chief}
    file.run(records.edit, "Member", chief, {"joins_on": dt.date(2027, 7, 23)})
    assert come() == set()
    file.run(records.edit, "Member", chief, {"joins_on": dt.date(2027, 7, 22), "leaves_on": dt.date(2027, 7, 22)})
    assert come() == {chief}


def test_a_row_that_is_not_there(plan: Plan) -> None:
    assert plan.get(Person, None) is None
    assert plan.get(Person, 4711) is None
    with pytest.raises(KeyError):
        plan.find(Person, 4711)
    assert isinstance(plan.find(Person, 1), Base)


def test_who_joins_late_is_at_an_activity_that_goes_on(tmp_path: Path) -> None:
    with begun(tmp_path / "late.shimai", begin) as file:
        activity = next(one for one in file.plan.activities if one.everyone)
        member = those_at(file.plan, activity)[0]
        later = activity.starts_on + dt.timedelta(days=1)
        file.run(records.edit, "Member", member.id, {"joins_on": later})
        assert member.id not in {one.id for one in those_at(file.plan, file.plan.find(Activity, activity.id))}
        file.run(records.edit, "Activity", activity.id, {"ends_on": later})
        assert member.id in {one.id for one in those_at(file.plan, file.plan.find(Activity, activity.id))}
