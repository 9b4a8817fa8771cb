"""What a command would do, and what another visit holds, is looked at without changing anything."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records, shifting
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.storage.contents import contents


def test_what_is_tried_out_is_seen_and_not_done(file: PlannerFile, path: Path) -> None:
    was, plan = contents(path, history=True), file.plan
    thought = file.try_out(shifting.shift_visit, plan.visit.id, 3)
    assert thought.visit.first_day == plan.visit.first_day + dt.timedelta(days=3)
    assert file.plan is plan
    assert contents(path, history=True) == was
    with pytest.raises(PlannerError, match="record-gone"):
        file.try_out(shifting.shift_visit, 999, 3)
    # The door is open again afterwards.
    file.run(records.edit, "Visit", plan.visit.id, {"title_en": "Another"})
    assert file.plan.visit.title_en == "Another"


def test_another_visit_is_looked_at_beside_the_one_shown(file: PlannerFile) -> None:
    visit = file.plan.visit
    values = {"partnership_id": visit.partnership_id, "host_city_id": visit.host_city_id, "title_en": "Next",
              "home_city_id": visit.home_city_id, "first_day": visit.first_day, "last_day": visit.last_day,
              }  # fmt: skip
    other = file.run(records.add, "Visit", values)
    assert file.plan_of(other).visit.title_en == "Next"
    assert file.plan.visit.id == visit.id
    with pytest.raises(PlannerError, match="visit-not-found"):
        file.plan_of(999)
