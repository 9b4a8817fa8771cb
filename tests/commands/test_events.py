"""Doing an activity or leg again, and at a new place: one step each, nothing shared that must not be."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import events, programme, records, visits
from planner.commands.visits import CityChoice
from planner.model.message import PlannerError
from planner.model.programme import Activity, Journey
from planner.storage import PlannerFile
from tests.prepared import begun

PORTLAND = CityChoice("Portland", "ポートランド", "Maine", "メイン州", "US", "America/New_York")
SHINAGAWA = CityChoice("Shinagawa", "品川区", "Tokyo", "東京都", "JP", "Asia/Tokyo")
FIRST, LAST = dt.date(2027, 7, 22), dt.date(2027, 8, 1)


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(
        tmp_path / "v.shimai", visits.start, title_en="Visit", host=PORTLAND, home=SHINAGAWA,
        first_day=FIRST, last_day=LAST,
    )  # fmt: skip


def add_activity(file: PlannerFile) -> Activity:
    values = {
        "visit_id": file.plan.visit.id, "title_en": "Picnic", "starts_on": FIRST, "starts_at": dt.time(12),
        "zone": "America/New_York", "everyone": True,
    }  # fmt: skip
    new_id = file.run(records.add, "Activity", values)
    return file.plan.find(Activity, new_id)


def test_a_duplicate_has_parts_of_its_own(file: PlannerFile) -> None:
    with file:
        first = add_activity(file)
        file.run(records.add, "Meal", {"activity_id": first.id})
        group_id = file.run(records.add, "Group", {"visit_id": file.plan.visit.id, "name_en": "A squad"})
        file.run(programme.set_attendance, "Activity", first.id, everyone=False, group_ids=[group_id])
        second_id = file.run(events.duplicate, "Activity", first.id)
        second = file.plan.find(Activity, second_id)
        first = file.plan.find(Activity, first.id)
        assert (second.title_en, second.starts_at, second.everyone) == ("Picnic", dt.time(12), False)
        assert second.uid != first.uid
        assert [link.group_id for link in second.group_links] == [group_id]
        assert {meal.id for meal in second.meals}.isdisjoint(meal.id for meal in first.meals)
        assert len(second.meals) == len(first.meals) == 1
        file.undo()
        assert [activity.id for activity in file.plan.activities] == [first.id]


def test_a_leg_is_doubled_too(file: PlannerFile) -> None:
    with file:
        values = {"visit_id": file.plan.visit.id, "title_en": "Bus", "departs_on": FIRST, "everyone": True}
        first = file.run(records.add, "Journey", values)
        second = file.run(events.duplicate, "Journey", first)
        assert [journey.id for journey in file.plan.journeys] == [first, second]
        assert file.plan.find(Journey, second).title_en == "Bus"


def test_a_new_place_and_where_it_is_used_are_one_step(file: PlannerFile) -> None:
    with file:
        activity = add_activity(file)
        file.run(events.place_anew, "Activity", activity.id, "place_id", "東公園", japanese=True)
        place = file.plan.find(Activity, activity.id).place
        assert place is not None
        assert (place.name_ja, place.name_en) == ("東公園", "")
        file.undo()
        assert file.plan.places == ()
        assert file.plan.find(Activity, activity.id).place is None


def test_what_is_gone_cannot_be_doubled(file: PlannerFile) -> None:
    with file, pytest.raises(PlannerError, match="record-gone"):
        file.run(events.duplicate, "Activity", 999)


def test_several_are_removed_in_one_step(file: PlannerFile) -> None:
    with file:
        kept, first, second = (add_activity(file) for _ in range(3))
        file.run(records.add, "Meal", {"activity_id": first.id})
        leg = file.run(records.add, "Journey", {"visit_id": file.plan.visit.id, "departs_on": FIRST, "everyone": True})
        gone = [("Activity", first.id), ("Journey", leg), ("Activity", second.id)]
        with pytest.raises(PlannerError, match="record-gone"):
            file.run(events.remove_several, [*gone, ("Journey", 999)])
        assert len(file.plan.activities) == 3
        file.run(events.remove_several, gone)
        assert [activity.id for activity in file.plan.activities] == [kept.id]
        assert [journey.id for journey in file.plan.journeys] == []
        file.undo()
        assert len(file.plan.activities) == 3
        assert len(file.plan.find(Activity, first.id).meals) == 1
        assert [journey.id for journey in file.plan.journeys] == [leg]
