"""Where a stay is spent is one answer: a home, a room with its hotel, a place, or none of these."""

from pathlib import Path

import pytest

from planner.commands import homestays, records
from planner.model import Place, PlannerError, Room, Stay
from planner.model.kinds import PlaceKind, StayKind
from planner.storage import PlannerFile
from tests.storage.contents import contents


def test_a_stay_moves_from_a_home_into_a_room_and_back(file: PlannerFile, path: Path) -> None:
    stay = next(one for one in file.plan.stays if one.bed is not None)
    [room] = file.plan.rooms
    before = contents(path)
    file.run(homestays.lodge, stay.id, StayKind.HOTEL, room_id=room.id)
    moved = file.plan.find(Stay, stay.id)
    assert (moved.kind, moved.household, moved.bed) == (StayKind.HOTEL, None, None)
    assert (moved.room_id, moved.place_id) == (room.id, room.place_id)
    file.run(homestays.lodge, stay.id, StayKind.HOME, household_id=stay.household_id)
    back = file.plan.find(Stay, stay.id)
    assert (back.household_id, back.bed_id, back.place_id, back.room_id) == (stay.household_id, None, None, None)
    file.undo()
    file.undo()
    assert contents(path) == before


def test_the_same_home_again_keeps_the_bed(file: PlannerFile) -> None:
    stay = next(one for one in file.plan.stays if one.bed is not None)
    file.run(homestays.lodge, stay.id, StayKind.DAY_VISIT, household_id=stay.household_id)
    assert file.plan.find(Stay, stay.id).bed_id == stay.bed_id


def test_a_hotel_without_a_room_and_a_night_in_the_air(file: PlannerFile) -> None:
    stay, place = file.plan.stays[0], file.plan.places[0]
    file.run(homestays.lodge, stay.id, StayKind.HOTEL, place_id=place.id)
    assert (file.plan.find(Stay, stay.id).place_id, file.plan.find(Stay, stay.id).room_id) == (place.id, None)
    file.run(homestays.lodge, stay.id, StayKind.IN_THE_AIR)
    assert file.plan.find(Stay, stay.id).place_id is None


@pytest.mark.parametrize("where", ["household_id", "place_id", "room_id"])
def test_nobody_sleeps_in_what_is_gone(file: PlannerFile, path: Path, where: str) -> None:
    before = contents(path, history=True)
    with pytest.raises(PlannerError, match="record-gone"):
        file.run(homestays.lodge, file.plan.stays[0].id, StayKind.ELSEWHERE, **{where: 12345})
    assert contents(path, history=True) == before


def test_a_hotel_comes_with_its_first_room(file: PlannerFile, path: Path) -> None:
    before = contents(path)
    visit = file.plan.visit.id
    room_id = file.run(homestays.add_room, visit, {"name_ja": "プレス・ホテル"}, {"number": "412", "sleeps": 2})
    room = file.plan.find(Room, room_id)
    assert (room.number, room.sleeps, room.place.name_ja, room.place.kind) == (
        "412", 2, "プレス・ホテル", PlaceKind.HOTEL,
    )  # fmt: skip
    file.undo()
    assert contents(path) == before
    with pytest.raises(PlannerError, match="value-missing"):
        file.run(homestays.add_room, visit, {"address_en": "somewhere"}, {})
    assert contents(path) == before


def test_who_sleeps_in_a_room_moves_with_it(file: PlannerFile) -> None:
    [room] = file.plan.rooms
    other = file.run(records.add, "Place", {"name_en": "Press Hotel"})
    file.run(homestays.move_room, room.id, other)
    assert file.plan.find(Room, room.id).place is file.plan.find(Place, other)
    [stay] = [one for one in file.plan.stays if one.room_id == room.id]
    assert stay.place_id == other


def test_without_the_room_the_guest_is_still_in_the_hotel(file: PlannerFile) -> None:
    [room] = file.plan.rooms
    [stay] = [one for one in file.plan.stays if one.room_id == room.id]
    file.run(records.remove, "Room", room.id)
    assert (file.plan.find(Stay, stay.id).room, file.plan.find(Stay, stay.id).place_id) == (None, room.place_id)
