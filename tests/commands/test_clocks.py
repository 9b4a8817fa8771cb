"""The law of clocks changes after a visit was planned: the file says what has moved, until somebody has seen it."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.agenda import times_of
from planner.agenda.moved import moved_times
from planner.clock import data_version
from planner.clock.records import moved
from planner.commands import clocks, records
from planner.language import say
from planner.language.moved import message_of
from planner.model import ZoneRecord
from planner.model.done import Done
from planner.model.kinds import ActivityStatus
from planner.model.message import Message
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import NEW_YORK, begin

HOUR = 3600


def plan_by_standard_time(session: Session) -> Done:
    """A file that was planned when New York had given up daylight time, by zone data of that day."""
    [record] = [one for one in session.query(ZoneRecord) if one.zone == NEW_YORK]
    first, last = record.transitions[0], record.transitions[-1]
    record.transitions = [[first[0], -5 * HOUR], [last[0], -5 * HOUR]]
    record.data_version = "2026.0"
    return Done(Message.of("change-zone-data"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "visit.shimai"
    with begun(path, begin) as file:
        file.run(plan_by_standard_time)
    return path


def said(file: PlannerFile, language: str) -> list[str]:
    return [say(message_of(one), language) for one in moved_times(file.plan)]


def test_an_unchanged_law_moves_nothing(tmp_path: Path) -> None:
    with begun(tmp_path / "visit.shimai", begin) as file:
        assert {one.zone for one in file.plan.zone_records} == {NEW_YORK, "Asia/Tokyo"}
        assert moved_times(file.plan) == ()


def test_opening_says_which_events_moved_and_by_how_much(path: Path) -> None:
    with PlannerFile.open(path) as file:
        found = moved_times(file.plan)
        assert {one.moved.by for one in found} == {-dt.timedelta(hours=1)}
        english = said(file, "en")
        assert "“Japan Night”, Tue 27 Jul, 6:00 PM EDT, now happens 1 h earlier than when it was planned." in english
        landing = "“NH110 HND-JFK” ends Thu 22 Jul, 10:50 AM EDT; that is now 1 h earlier than when it was planned."
        assert landing in english
        assert len(english) == len({(type(one.event), one.event.id) for one in found}), "an end moves with its start"
        assert not any("Day with host families" in one for one in english), "what lasts all day has no moment"
        assert all(one.endswith("早くなります。") for one in said(file, "ja"))


def test_what_is_cancelled_is_not_told(path: Path) -> None:
    with PlannerFile.open(path) as file:
        [night] = [one for one in file.plan.activities if one.title_en == "Japan Night"]
        file.run(records.edit, "Activity", night.id, {"status": ActivityStatus.CANCELLED})
        assert not any("Japan Night" in one for one in said(file, "en"))


def test_it_is_not_told_again_when_somebody_has_seen_it_and_can_be_undone(path: Path) -> None:
    with PlannerFile.open(path) as file:
        before = {one.id: (one.starts_on, one.starts_at) for one in file.plan.activities}
        file.run(clocks.accept_zone_data)
        assert moved_times(file.plan) == ()
        assert {one.data_version for one in file.plan.zone_records} == {data_version()}
        assert {one.id: (one.starts_on, one.starts_at) for one in file.plan.activities} == before
    with PlannerFile.open(path) as file:
        assert moved_times(file.plan) == ()
        file.undo()
        assert moved_times(file.plan)


def test_the_record_written_is_that_of_today(path: Path) -> None:
    with PlannerFile.open(path) as file:
        file.run(clocks.accept_zone_data)
        [record] = [one for one in file.plan.zone_records if one.zone == NEW_YORK]
        for event in (*file.plan.activities, *file.plan.journeys):
            for wall in times_of(event):
                assert wall is None or wall.zone != NEW_YORK or moved(record.transitions, wall) is None


def test_a_zone_that_is_gone_from_the_data_keeps_its_record(path: Path) -> None:
    def lose(session: Session) -> Done:
        session.add(ZoneRecord(zone="Mars/Olympus", data_version="old", transitions=[[0, 0], [1, 0]]))
        session.flush()
        return Done(Message.of("change-zone-data"))

    with PlannerFile.open(path) as file:
        file.run(lose)
        file.run(clocks.accept_zone_data)
        kept: Any = {one.zone: one.transitions for one in file.plan.zone_records}
        assert kept["Mars/Olympus"] == [[0, 0], [1, 0]]
