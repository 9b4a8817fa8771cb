"""Changes that are written in another thread than the file's own."""

from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.commands import people, records
from planner.model import Delegation
from planner.model.done import Done
from planner.model.message import PlannerError
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "apart.shimai"
    begun(path, begin).close()
    return path


def slow_guest(begun: Event, go_on: Event) -> Any:
    def command(session: Session) -> Done:
        done = people.add_member(session, session.query(Delegation).first().id, {"given_name": "Slow"})  # type: ignore[union-attr]
        begun.set()
        go_on.wait(10)
        return done

    return command


def test_closing_waits_for_the_change_that_is_being_written(path: Path) -> None:
    file = PlannerFile.open(path)
    before = len(file.plan.members)
    begun, go_on = Event(), Event()
    writer = Thread(target=file.write, args=(slow_guest(begun, go_on),))
    writer.start()
    assert begun.wait(10)
    closer = Thread(target=file.close)
    closer.start()
    closer.join(0.1)
    assert closer.is_alive()
    go_on.set()
    writer.join(10)
    closer.join(10)
    with PlannerFile.open(path) as again:
        assert len(again.plan.members) == before + 1


def test_a_change_after_closing_is_refused(path: Path) -> None:
    file = PlannerFile.open(path)
    file.close()
    with pytest.raises(PlannerError) as refused:
        file.run(records.edit, "Visit", file.plan.visit.id, {"title_en": "Too late"})
    assert refused.value.code == "file-read-only"


def test_the_news_names_its_own_step(path: Path) -> None:
    with PlannerFile.open(path) as file:
        _, first = file.write(records.edit, "Visit", file.plan.visit.id, {"title_en": "One"})
        _, second = file.write(records.edit, "Visit", file.plan.visit.id, {"title_ja": "二"})
        assert first is not None
        assert second is not None
        assert [step.id for step in file.history()[:2]] == [second.step, first.step]
