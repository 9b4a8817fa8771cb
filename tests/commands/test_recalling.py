"""Activities of an earlier visit done again: at the same times of the clock, for the people of this one."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import interpreting, programme, recalling, records, visits
from planner.model import Activity, Place
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.storage.contents import contents

DAY = dt.date(2027, 7, 23)


def past(file: PlannerFile, at: dt.time) -> tuple[int, int]:
    """An activity of a group, and the id of a later visit to the same city."""
    visit = file.plan.visit
    later = file.run(
        records.add, "Visit",
        {"partnership_id": visit.partnership_id, "host_city_id": visit.host_city_id, "title_en": "Next",
         "home_city_id": visit.home_city_id, "first_day": dt.date(2028, 3, 9), "last_day": dt.date(2028, 3, 20)},
    )  # fmt: skip
    values = {"visit_id": visit.id, "title_en": "Tea", "starts_on": DAY, "starts_at": at, "everyone": False,
              "zone": visit.host_city.zone, "place_id": file.plan.places[0].id,
              "equipment": "one microphone", "gifts": "a lacquer box", "cost_code": "4410-27"}  # fmt: skip
    tea = file.run(records.add, "Activity", values)
    file.run(programme.set_attendance, "Activity", tea, everyone=False, group_ids=[file.plan.groups[0].id])
    return tea, later


def test_it_comes_with_its_words_and_place_but_not_its_people(file: PlannerFile, path: Path) -> None:
    tea, later = past(file, dt.time(14))
    was = contents(path)
    [new] = file.run(recalling.copy_activities, [tea], later, 231)
    first = file.plan.find(Activity, tea)
    file.show_visit(later)
    copy = file.plan.find(Activity, new)
    assert (copy.title_en, copy.place_id, copy.starts_at) == ("Tea", first.place_id, dt.time(14))
    assert copy.starts_on == DAY + dt.timedelta(days=231)
    assert (copy.equipment, copy.gifts, copy.cost_code) == ("one microphone", "", "")
    assert (copy.everyone, copy.status, copy.leader_id) == (True, ActivityStatus.IDEA, None)
    assert not copy.group_links
    file.undo()
    assert contents(path) == was


def test_a_missing_hour_names_the_activity(file: PlannerFile, path: Path) -> None:
    if file.plan.visit.host_city.zone != "America/New_York":
        file.run(records.edit, "City", file.plan.visit.host_city_id, {"zone": "America/New_York"})
    tea, later = past(file, dt.time(2, 30))
    was = contents(path, history=True)
    with pytest.raises(PlannerError, match="event-refused"):
        file.run(recalling.copy_activities, [tea], later, (dt.date(2028, 3, 12) - DAY).days)
    assert contents(path, history=True) == was


def test_in_a_doubled_hour_it_is_at_the_first_of_the_two(file: PlannerFile) -> None:
    file.run(records.edit, "City", file.plan.visit.host_city_id, {"zone": "America/New_York"})
    tea, later = past(file, dt.time(1, 30))
    [new] = file.run(recalling.copy_activities, [tea], later, (dt.date(2028, 11, 5) - DAY).days)
    file.show_visit(later)
    assert file.plan.find(Activity, new).starts_fold == 0


def test_from_another_file_it_brings_its_meals_needs_and_place(file: PlannerFile, tmp_path: Path) -> None:
    tea, _ = past(file, dt.time(14))
    file.run(records.add, "Meal", {"activity_id": tea, "menu_en": "Scones"})
    file.run(interpreting.add_need, "Activity", tea)
    source, place = file.plan, file.plan.find(Activity, tea).place
    assert place is not None
    city = source.visit.host_city
    host, home = (
        visits.CityChoice(one.name_en, one.name_ja, one.region_en, one.region_ja, one.country, one.zone)
        for one in (city, source.visit.home_city)
    )
    with begun(
        tmp_path / "next.shimai", visits.start, title_en="Next", host=host, home=home,
        first_day=dt.date(2028, 3, 9), last_day=dt.date(2028, 3, 20),
    ) as other:  # fmt: skip
        visit = other.plan.visit.id
        first, second = (other.run(recalling.copy_from_plan, source, [tea], visit, days)[0] for days in (231, 232))
        plan = other.plan
        copies = [plan.find(Activity, one) for one in (first, second)]
        assert [one.starts_on for one in copies] == [DAY + dt.timedelta(days=days) for days in (231, 232)]
        assert [[meal.menu_en for meal in one.meals] for one in copies] == [["Scones"], ["Scones"]]
        assert [need.activity_id for need in plan.needs] == [first, second]
        # The place came along once, with when it is open; the second time it was known.
        [brought] = plan.all(Place)
        assert (brought.name_en, brought.name_ja, brought.city_id) == (place.name_en, place.name_ja, None)
        assert [(one.weekday, one.opens) for one in brought.hours] == [(one.weekday, one.opens) for one in place.hours]
        assert {one.place_id for one in copies} == {brought.id}
        assert not any(one.group_links or one.member_links or one.leader for one in copies)
