"""The practice visit: whole or not there at all."""

from pathlib import Path

import pytest

from planner.commands.practice import FORMS, make_practice
from planner.model.message import Cancelled, PlannerError
from planner.storage import PlannerFile


def test_it_is_what_the_forms_say(made_practice: Path) -> None:
    with PlannerFile.open(made_practice, read_only=True) as file:
        plan = file.plan
        assert (len(plan.members), len(plan.offers), len(plan.interpreters)) == (15, 10, 4)
        assert len(plan.activities) + len(plan.journeys) == 24
        assert (plan.visit.host_city.name_ja, plan.visit.home_city.name_ja) == ("ポートランド", "品川区")
        assert [step.label.figures["file"] for step in reversed(file.history())] == list(FORMS)


def test_stopped_half_way_it_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_practice(tmp_path / "practice.shimai", stop)
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "practice.shimai").write_text("mine")
    with pytest.raises(PlannerError) as refused:
        make_practice(tmp_path / "practice.shimai")
    assert refused.value.code == "file-exists"
    assert (tmp_path / "practice.shimai").read_text() == "mine"
