"""What an edit is refused for, and what not: the same as for a new record, and times only where times change."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from planner.commands import hosts, people, records, visits
from planner.commands.visits import CityChoice
from planner.language import Pair, say
from planner.model import Activity, Household, Place
from planner.model.done import Done
from planner.model.message import Message, PlannerError
from planner.storage import PlannerFile
from tests.prepared import begun

PORTLAND = CityChoice("Portland", "ポートランド", "Maine", "", "US", "America/New_York")
SHINAGAWA = CityChoice("Shinagawa", "品川区", "", "東京都", "JP", "Asia/Tokyo")
SPRING = dt.date(2027, 3, 14)
"""The Sunday on which clocks in the US are put forward: 2:00 to 3:00 never are."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PlannerFile]:
    with begun(
        tmp_path / "v.shimai", visits.start, title_en="Visit", host=PORTLAND, home=SHINAGAWA,
        first_day=SPRING, last_day=SPRING + dt.timedelta(days=3),
    ) as made:  # fmt: skip
        yield made


def activity_at(file: PlannerFile, at: dt.time, **values: object) -> int:
    given = {"visit_id": file.plan.visit.id, "title_en": "Owls", "title_ja": "ふくろう", "starts_on": SPRING}
    made = file.run(records.add, "Activity", {**given, "starts_at": at, **values})
    assert isinstance(made, int)
    return made


def from_a_form(session: Session, activity_id: int) -> Done:
    """Put a time in as an import does, which refuses nothing."""
    activity = session.get(Activity, activity_id)
    assert activity is not None
    activity.starts_at = dt.time(2, 30)
    session.flush()
    return Done(Message.of("change-edit", name="", field=""))


def test_a_doubtful_time_keeps_nobody_from_another_title(file: PlannerFile) -> None:
    owls = activity_at(file, dt.time(1))
    file.run(from_a_form, owls)
    file.run(records.edit, "Activity", owls, {"title_en": "Night owls", "meeting_at": dt.time(0, 45)})
    assert file.plan.find(Activity, owls).title_en == "Night owls"
    with pytest.raises(PlannerError, match="hour-missing"):
        file.run(records.edit, "Activity", owls, {"ends_at": dt.time(4)})
    file.run(records.edit, "Activity", owls, {"starts_at": dt.time(3, 30)})


def test_a_place_cannot_get_a_zone_in_which_its_events_are_at_no_time(file: PlannerFile) -> None:
    place = file.run(records.add, "Place", {"name_en": "Forest", "zone": "America/Phoenix"})
    owls = activity_at(file, dt.time(2, 30), place_id=place)
    with pytest.raises(PlannerError) as refused:
        file.run(records.edit, "Place", place, {"zone": "America/New_York"})
    assert refused.value.code == "event-refused"
    assert refused.value.message.figures["name"] == Pair("Owls", "ふくろう")
    words = say(refused.value, "en")
    assert words.startswith("Owls: 2:30 AM on Sun 14 Mar 2027 does not exist")
    assert "1:59 AM" in words or "1:30 AM" in words
    assert "3:00 AM" in words or "3:30 AM" in words
    assert say(refused.value, "ja").startswith("ふくろう：")
    assert file.plan.find(Place, place).zone == "America/Phoenix"
    # By a clock of its own the event does not depend on the place.
    file.run(records.edit, "Activity", owls, {"zone": "America/Phoenix"})
    file.run(records.edit, "Place", place, {"zone": "America/New_York"})


def test_legs_and_events_by_the_clock_of_the_host_city_are_looked_at_too(file: PlannerFile) -> None:
    visit = file.plan.visit
    file.run(records.edit, "City", visit.host_city.id, {"zone": "America/Phoenix"})
    values = {"visit_id": visit.id, "title_en": "Bus", "departs_on": SPRING, "departs_at": dt.time(2, 10)}
    bus = file.run(records.add, "Journey", values)
    with pytest.raises(PlannerError, match="event-refused"):
        file.run(records.edit, "City", visit.host_city.id, {"zone": "America/New_York"})
    boston = {"name_en": "Boston", "country": "US", "zone": "America/New_York"}
    city = file.run(records.add, "City", boston)
    with pytest.raises(PlannerError, match="event-refused"):
        file.run(records.edit, "Visit", visit.id, {"host_city_id": city})
    file.run(records.edit, "City", visit.host_city.id, {"name_en": "Phoenix"})
    stop = file.run(records.add, "Place", {"name_en": "Stop", "zone": "America/Phoenix"})
    file.run(records.edit, "Journey", bus, {"from_place_id": stop, "to_place_id": stop})
    file.run(records.edit, "Visit", visit.id, {"host_city_id": city})
    with pytest.raises(PlannerError, match="event-refused"):
        file.run(records.edit, "Place", stop, {"zone": ""})


def test_a_family_keeps_a_name_in_one_language_at_least(file: PlannerFile) -> None:
    home = file.run(hosts.add_household, file.plan.visit.id, {"name_en": "Okafor", "name_ja": "オカフォー"})
    file.run(records.edit, "Household", home, {"name_en": ""})
    with pytest.raises(PlannerError, match="value-missing"):
        file.run(records.edit, "Household", home, {"name_ja": " "})
    assert file.plan.find(Household, home).name_ja == "オカフォー"
    with pytest.raises(PlannerError, match="value-missing"):
        file.run(hosts.add_household, file.plan.visit.id, {"name_en": ""})


def test_groups_are_set_exactly_or_changed_one_by_one(file: PlannerFile) -> None:
    visit, delegation = file.plan.visit.id, file.plan.delegations[0].id
    member = file.run(people.add_member, delegation, {"given_name": "Aki"})
    a, b, c = (file.run(people.add_group, visit, {"name_en": name}) for name in "ABC")

    def groups() -> set[int]:
        return {link.group_id for link in file.plan.members[0].memberships}

    file.run(people.set_groups, [member], [a, b])
    assert groups() == {a, b}
    file.run(people.change_groups, [member], into=[c], out_of=[a])
    assert groups() == {b, c}
    file.run(people.set_groups, [member], [a])
    assert groups() == {a}
