"""Where each member sleeps: stays in homes and hotels, and nights in the air (domain.md §2.11, §3)."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Mapped, relationship

from planner.model.delegations import Member
from planner.model.fields import (
    ORDINARY,
    PERSONAL,
    Base,
    Named,
    choice,
    long_text,
    number,
    optional_reference,
    reference,
    set_day,
    text,
    yes_no,
)
from planner.model.households import Bed, Household
from planner.model.kinds import StayKind
from planner.model.programme import Place


class Room(Base):
    """A hotel room of a visit."""

    __tablename__ = "room"

    visit_id: Mapped[int] = reference("visit.id")
    place_id: Mapped[int] = reference("place.id")
    kind: Mapped[str] = text("Room", ORDINARY)
    sleeps: Mapped[int | None] = number("Sleeps", ORDINARY)
    number: Mapped[str] = text("Room number", PERSONAL)
    special: Mapped[str] = text("Special", PERSONAL)
    key_holder: Mapped[str] = text("Keeps the key", PERSONAL)

    place: Mapped[Place] = relationship()


class Stay(Named, Base):
    """Consecutive nights of one member in one place; a night is named by the local day it begins on."""

    __tablename__ = "stay"

    member_id: Mapped[int] = reference("member.id")
    household_id: Mapped[int | None] = optional_reference("household.id")
    bed_id: Mapped[int | None] = optional_reference("bed.id")
    place_id: Mapped[int | None] = optional_reference("place.id")
    room_id: Mapped[int | None] = optional_reference("room.id")
    kind: Mapped[StayKind] = choice("Stay", ORDINARY, StayKind.HOME)
    first_night: Mapped[dt.date] = set_day("First night", ORDINARY)
    last_night: Mapped[dt.date] = set_day("Last night", ORDINARY)
    locked: Mapped[bool] = yes_no("Locked", ORDINARY)
    reason: Mapped[str] = text("Reason", PERSONAL)
    notes: Mapped[str] = long_text("Notes", PERSONAL)

    member: Mapped[Member] = relationship(back_populates="stays")
    household: Mapped[Household | None] = relationship()
    bed: Mapped[Bed | None] = relationship()
    place: Mapped[Place | None] = relationship()
    room: Mapped[Room | None] = relationship()
