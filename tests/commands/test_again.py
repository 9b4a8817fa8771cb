"""Next year's visit after the pattern of this one: its programme as ideas on the same weekdays, not its people."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.commands import again, records, ruling
from planner.commands.visits import CityChoice
from planner.model import Visit
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.model.ruling import Strictness
from planner.storage import PlannerFile
from tests.storage.contents import contents


def city(file: PlannerFile, which: str) -> CityChoice:
    one = getattr(file.plan.visit, which)
    return CityChoice(one.name_en, one.name_ja, one.region_en, one.region_ja, one.country, one.zone)


def details(file: PlannerFile, weeks: int = 52, **more: Any) -> dict[str, Any]:
    visit, later = file.plan.visit, dt.timedelta(weeks=weeks)
    return {"title_en": "Next year", "host": city(file, "host_city"), "home": city(file, "home_city"),
            "first_day": visit.first_day + later, "last_day": visit.last_day + later,
            "values": {"preset": visit.preset}, **more}  # fmt: skip


def test_it_has_the_programme_numbers_and_rules_but_nobody_yet(file: PlannerFile, path: Path) -> None:
    pattern = file.plan
    file.run(ruling.set_rule, pattern.visit.id, "long-day", Strictness.OFF, {})
    file.run(records.edit, "Activity", pattern.activities[0].id, {"status": ActivityStatus.CONFIRMED})
    dropped = file.run(
        records.add, "Activity",
        {"visit_id": pattern.visit.id, "title_en": "Rained off", "zone": pattern.visit.host_city.zone,
         "starts_on": pattern.visit.first_day, "status": ActivityStatus.CANCELLED},
    )  # fmt: skip
    was, pattern = contents(path), file.plan
    new = file.run(again.start_like, pattern.visit.id, **details(file))
    file.show_visit(new)
    plan, year = file.plan, dt.timedelta(weeks=52)
    kept = [one for one in pattern.activities if one.id != dropped]
    assert [(one.title_en, one.starts_on, one.starts_at) for one in plan.activities] == [
        (one.title_en, one.starts_on + year, one.starts_at) for one in kept
    ]
    assert {one.status for one in plan.activities} == {ActivityStatus.IDEA}
    assert [phone.phone for phone in plan.visit.phones] == [phone.phone for phone in pattern.visit.phones]
    assert [(one.rule, one.strictness) for one in plan.rule_settings] == [
        (one.rule, one.strictness) for one in pattern.rule_settings
    ]
    assert plan.visit.partnership_id == pattern.visit.partnership_id
    assert [*plan.members, *plan.offers, *plan.journeys, *plan.calls, *plan.stays] == []
    # People outlive visits: they are all there to be chosen again.
    assert {person.id for person in plan.people} == {person.id for person in pattern.people}
    file.undo()
    assert contents(path) == was


def test_one_that_cannot_be_leaves_nothing_behind(file: PlannerFile, path: Path) -> None:
    was = contents(path, history=True)
    wrong = details(file, last_day=dt.date(2020, 1, 1))
    with pytest.raises(PlannerError):
        file.run(again.start_like, file.plan.visit.id, **wrong)
    assert contents(path, history=True) == was
    assert len(file.plan.all(Visit)) == len(file.plan.visits)
