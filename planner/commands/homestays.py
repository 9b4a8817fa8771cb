"""Where guests sleep: a stay is in a family's home, in a hotel room, somewhere else, or on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.checking import check_complete, check_record, check_value, field_name
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.model import Household, Place, Room, Stay, Visit
from planner.model.done import Done
from planner.model.kinds import PlaceKind, StayKind
from planner.model.message import Message, PlannerError


def lodge(
    session: Session,
    stay_id: int,
    kind: StayKind,
    *,
    household_id: int | None = None,
    place_id: int | None = None,
    room_id: int | None = None,
) -> Done:
    """Say where the nights of a stay are spent; wherever they were before is forgotten, a bed there too.

    A room brings its hotel with it. Raises `PlannerError` ``record-gone``.
    """
    stay = find(session, Stay, stay_id)
    if household_id is not None:
        find(session, Household, household_id)
    if room_id is not None:
        room = find(session, Room, room_id)
        place_id = room.place_id
    elif place_id is not None:
        find(session, Place, place_id)
    if stay.household_id != household_id:
        stay.bed_id = None
    stay.kind, stay.household_id, stay.place_id, stay.room_id = kind, household_id, place_id, room_id
    session.flush()
    session.refresh(stay)
    check_record(stay)
    return Done(Message.of("change-edit", name=name_of(stay), field=field_name(Stay, "kind")))


def add_room(session: Session, visit_id: int, hotel: Mapping[str, Any], room: Mapping[str, Any]) -> Done:
    """Add a hotel with its first room for a visit. The result is the room's id; the hotel needs a name."""
    visit = find(session, Visit, visit_id)
    place = Place(kind=PlaceKind.HOTEL, **{field: check_value(Place, field, value) for field, value in hotel.items()})
    if not (place.name_en or place.name_ja):
        raise PlannerError("value-missing", field=field_name(Place, "name_en"))
    session.add(place)
    session.flush()
    check_record(place)
    given = {field: check_value(Room, field, value) for field, value in room.items()}
    given |= {"visit_id": visit.id, "place_id": place.id}
    check_complete(Room, given)
    added = Room(**given)
    session.add(added)
    session.flush()
    check_record(added)
    return Done(Message.of("change-add", noun=Message.of("Room"), name=name_of(place)), result=added.id)


def move_room(session: Session, room_id: int, place_id: int) -> Done:
    """Say that a room is in another hotel; whoever sleeps in it is there too."""
    room, place = find(session, Room, room_id), find(session, Place, place_id)
    room.place_id = place.id
    for stay in session.scalars(select(Stay).where(Stay.room_id == room.id)).all():
        stay.place_id = place.id
    session.flush()
    session.refresh(room)
    return Done(Message.of("change-edit", name=name_of(place), field=Message.of("Room")))
