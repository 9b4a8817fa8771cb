"""Which planned events happen at another moment than when they were planned, since the zone data has changed."""

from __future__ import annotations

from dataclasses import dataclass

from planner.agenda.slots import Event, times_of
from planner.clock import WallTime, data_version
from planner.clock.records import Moved, moved
from planner.model.kinds import ActivityStatus
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class MovedTime:
    """An event whose start is another instant now; or its end, where only that has moved by so much."""

    event: Event
    is_end: bool
    moved: Moved


def moved_times(plan: Plan) -> tuple[MovedTime, ...]:
    """Give the times of a plan that are other instants than by the records of its file; activities first.

    Nothing is looked at as long as the zone data is of the version with which the file was planned. An end that moves
    along with its start is not told besides.
    """
    records = {one.zone: one.transitions for one in plan.zone_records if one.data_version != data_version()}
    if not records:
        return ()

    def look(wall: WallTime | None) -> Moved | None:
        record = records.get(wall.zone) if wall is not None else None
        return moved(record, wall) if record is not None and wall is not None else None

    found = []
    events: list[Event] = [*plan.activities, *plan.journeys]
    for event in events:
        if event.status is ActivityStatus.CANCELLED:
            continue
        begins, ends = (look(wall) for wall in times_of(event))
        if begins is not None:
            found.append(MovedTime(event, False, begins))
        if ends is not None and (begins is None or ends.by != begins.by):
            found.append(MovedTime(event, True, ends))
    return tuple(found)
