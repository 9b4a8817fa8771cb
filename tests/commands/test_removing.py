"""Removing a record of any noun: all that belongs to it goes, nothing else, and undo brings every row back."""

from pathlib import Path

import pytest

from planner.commands import records
from planner.commands.records import NOUNS
from planner.language import say
from planner.model import City, Journey, Meal, Member, Need, Partnership, Person, PlannerError, ReviewItem, Visit
from planner.storage import PlannerFile
from tests.storage.contents import contents

_KEPT = {City, Partnership, Visit}


def test_the_full_visit_has_rows_of_every_noun(file: PlannerFile) -> None:
    assert {noun.__name__ for noun, rows in file.plan.rows.items() if rows} == set(NOUNS)


@pytest.mark.parametrize("noun", sorted(name for name, kind in NOUNS.items() if kind not in _KEPT))
def test_each_noun_is_removed_undone_and_redone(file: PlannerFile, path: Path, noun: str) -> None:
    kind = NOUNS[noun]
    before = contents(path)
    for row in file.plan.all(kind)[:2]:
        file.run(records.remove, noun, row.id)
        removed = contents(path)
        assert removed != before
        assert file.plan.get(kind, row.id) is None
        assert _hanging(path) == []
        file.undo()
        assert contents(path) == before
        file.redo()
        assert contents(path) == removed
        file.undo()


def _hanging(path: Path) -> list[object]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA foreign_key_check").fetchall()


def test_what_cannot_be_without_a_member_goes_and_what_points_to_one_stays(file: PlannerFile) -> None:
    ann, _, chief = file.plan.members
    file.run(records.remove, "Member", ann.id)
    plan = file.plan
    assert {stay.member_id for stay in plan.stays} == {member.id for member in plan.members}
    assert plan.review_items == ()
    assert len(plan.people) == len({person.id for person in plan.people})
    assert plan.get(Person, ann.person_id) is not None, "the person outlives the visit"
    file.run(records.remove, "Member", chief.id)
    [activity] = file.plan.activities
    assert activity.leader is None
    assert all(member.responsible is None for member in file.plan.members)


def test_removing_a_person_takes_their_memberships_along(file: PlannerFile) -> None:
    chief = file.plan.members[-1]
    file.run(records.remove, "Person", chief.person_id)
    assert file.plan.get(Member, chief.id) is None
    [journey] = file.plan.all(Journey)
    assert journey.met_by_id is None


def test_meals_and_needs_do_not_outlive_what_they_belong_to(file: PlannerFile) -> None:
    [activity], [journey] = file.plan.activities, file.plan.journeys
    file.run(records.remove, "Activity", activity.id)
    assert [meal.journey_id for meal in file.plan.all(Meal)] == [journey.id]
    assert [need.journey_id for need in file.plan.all(Need)] == [journey.id]


@pytest.mark.parametrize(("noun", "kind"), [("City", City), ("Partnership", Partnership)])
def test_a_city_that_is_needed_stays(file: PlannerFile, path: Path, noun: str, kind: type[City]) -> None:
    before = contents(path, history=True)
    with pytest.raises(PlannerError) as refused:
        file.run(records.remove, noun, file.plan.all(kind)[0].id)
    assert refused.value.code == "still-needed"
    assert contents(path, history=True) == before
    assert say(refused.value, "ja") != say(refused.value, "en")


def test_the_last_visit_stays_and_another_can_go_with_everything_in_it(file: PlannerFile, path: Path) -> None:
    visit = file.plan.visit
    with pytest.raises(PlannerError, match="last-visit"):
        file.run(records.remove, "Visit", visit.id)
    values = {
        "partnership_id": visit.partnership_id,
        "host_city_id": visit.host_city_id,
        "home_city_id": visit.home_city_id,
        "reciprocal_id": visit.id,
        "title_en": "The year after",
        "first_day": visit.first_day.replace(year=2028),
        "last_day": visit.last_day.replace(year=2028),
    }
    later = file.run(records.add, "Visit", values)
    before = contents(path)
    file.run(records.remove, "Visit", visit.id)
    assert file.plan.visit.id == later
    for noun in (Member, ReviewItem, Meal, Need):
        assert file.plan.all(noun) == ()
    assert not contents(path)["member"]
    assert file.plan.visit.reciprocal_id is None
    file.undo()
    assert contents(path) == before


def test_what_is_gone_is_said_to_be_gone(file: PlannerFile) -> None:
    with pytest.raises(PlannerError, match="record-gone"):
        file.run(records.remove, "Member", 12345)
