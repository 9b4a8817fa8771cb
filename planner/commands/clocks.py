"""Zone data: the coordinator has seen what a change of it moves, and goes on by the rules of today."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.clock import is_zone
from planner.model import ZoneRecord
from planner.model.done import Done
from planner.model.message import Message
from planner.storage.zonedata import record_of


def accept_zone_data(session: Session) -> Done:
    """Record every zone of the file by the zone data of today, so that nothing counts as moved any more.

    The events keep their local times; a zone that today's data does not know keeps its record.
    """
    for known in session.scalars(select(ZoneRecord)).all():
        if is_zone(known.zone):
            today = record_of(known.zone)
            known.data_version, known.transitions = today.data_version, today.transitions
    session.flush()
    return Done(Message.of("change-zone-data"))
