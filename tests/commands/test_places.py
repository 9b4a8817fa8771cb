"""Two places that are one become one: everything points to the one that stays, in one step that undo takes back."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import places, records
from planner.model import Activity, Journey, OpeningHours, Place, PlannerError, ReviewItem, Room, Stay
from planner.model import kinds as k
from planner.storage import PlannerFile
from tests.storage.contents import contents


def add(file: PlannerFile, **values: object) -> int:
    place_id = file.run(places.add, {"name_en": "Press Hotel", **values})
    assert isinstance(place_id, int)
    return place_id


def test_everything_points_to_the_place_that_stays(file: PlannerFile, path: Path) -> None:
    old = file.plan.places[0]
    new = add(file)
    before = contents(path)
    assert file.run(places.merge, new, old.id) == new
    plan = file.plan
    assert [place.id for place in plan.places] == [new]
    assert [activity.place_id for activity in plan.activities] == [new]
    assert [(one.from_place_id, one.to_place_id) for one in plan.journeys] == [(new, new)]
    assert [room.place_id for room in plan.rooms] == [new]
    assert {stay.place_id for stay in plan.stays} == {None, new}
    assert [hours.place_id for hours in plan.all(OpeningHours)] == [new]
    file.undo()
    assert contents(path) == before
    file.redo()
    assert file.plan.get(Place, old.id) is None
    assert {noun for noun in (Activity, Journey, Room, Stay) if not file.plan.all(noun)} == set()


def test_what_one_leaves_open_comes_from_the_other_and_notes_of_both_are_kept(file: PlannerFile) -> None:
    mine = {"name_en": "Expo", "kind": k.PlaceKind.SPORTS_HALL, "phone": "1", "notes": "Gate B"}
    kept = add(file, **mine, step_free=k.Answer.NO)
    yours = {"name_en": "Portland Expo", "name_ja": "エキスポ", "phone": "2", "seated": 2000, "shoes_off": k.Answer.YES}
    gone = add(file, **yours, notes="Cold in winter", city_id=file.plan.cities[0].id, step_free=k.Answer.YES)
    file.run(places.merge, kept, gone)
    place = file.plan.find(Place, kept)
    assert (place.name_en, place.name_ja, place.phone, place.seated) == ("Expo", "エキスポ", "1", 2000)
    assert (place.kind, place.step_free, place.shoes_off) == (k.PlaceKind.SPORTS_HALL, k.Answer.NO, k.Answer.YES)
    assert place.notes == "Gate B\nCold in winter"
    assert place.city_id == file.plan.cities[0].id


def test_opening_hours_are_not_mixed(file: PlannerFile) -> None:
    old = file.plan.places[0]
    new = add(file)
    file.run(records.add, "OpeningHours", {"place_id": new, "weekday": 1, "opens": dt.time(9), "closes": dt.time(17)})
    file.run(places.merge, new, old.id)
    [hours] = file.plan.find(Place, new).hours
    assert (hours.weekday, hours.opens) == (1, dt.time(9))


def test_words_of_a_form_go_along(file: PlannerFile) -> None:
    old, new = file.plan.places[0], add(file)
    [item] = file.plan.review_items
    file.run(records.edit, "ReviewItem", item.id, {"record": "Place", "record_uid": old.uid})
    file.run(places.merge, new, old.id)
    assert file.plan.find(ReviewItem, item.id).record_uid == file.plan.find(Place, new).uid


def test_a_place_is_not_merged_with_itself_nor_with_one_that_is_gone(file: PlannerFile, path: Path) -> None:
    [place] = file.plan.places
    before = contents(path, history=True)
    with pytest.raises(ValueError, match="with itself"):
        file.run(places.merge, place.id, place.id)
    with pytest.raises(PlannerError, match="record-gone"):
        file.run(places.merge, place.id, 12345)
    assert contents(path, history=True) == before


def test_a_place_has_a_name_in_one_of_the_languages(file: PlannerFile) -> None:
    with pytest.raises(PlannerError, match="value-missing"):
        file.run(places.add, {"name_en": "", "kind": k.PlaceKind.HOTEL})
    added = file.run(places.add, {"name_ja": "羽田空港"})
    assert file.plan.find(Place, added).name_ja == "羽田空港"


def test_several_go_in_one_step(file: PlannerFile, path: Path) -> None:
    before = contents(path)
    found = [file.plan.places[0].id, add(file), add(file)]
    file.run(places.remove_several, found)
    assert file.plan.places == ()
    assert [activity.place_id for activity in file.plan.activities] == [None]
    for _ in range(3):
        file.undo()
    assert contents(path) == before
