"""What the clocks of a zone did by the zone data of the day the plan was made, so that a later change of it is seen."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Mapped

from planner.model.fields import ORDINARY, Base, data, text


class ZoneRecord(Base):
    """The change-overs of one zone as they were known; kept beside the plan, edited by nobody."""

    __tablename__ = "zone_record"

    zone: Mapped[str] = text("Time zone", ORDINARY)
    data_version: Mapped[str] = text("Version of the zone data", ORDINARY)
    #: As `planner.clock.records.transitions_of` gives them.
    transitions: Mapped[Any] = data("Change-overs", ORDINARY)
