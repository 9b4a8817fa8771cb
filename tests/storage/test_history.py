"""Every change is a step: undone and done again, also after a restart, alone, or back to a moment."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.commands import hosts, people, photos, programme, records, reviews, visits
from planner.language import LANGUAGES, say
from planner.language.marking import Pair
from planner.language.names import full_name, in_both
from planner.model import Activity, HostOffer, Member, Partnership, Person, Plan
from planner.model.done import Done
from planner.model.kinds import Diet, Role
from planner.model.message import Message, PlannerError
from planner.model.pictures import digest_of
from planner.storage import Changed, PlannerFile, history
from planner.storage.recording import figures_to_plain, label_from_plain
from tests.model.full_visit import planted
from tests.storage.contents import contents


def phone(file: PlannerFile, row: int = 1) -> str:
    return file.plan.find(Person, row).phone


def dial(file: PlannerFile, number: str, row: int = 1) -> None:
    file.run(records.edit, "Person", row, {"phone": number})


def many_changes(file: PlannerFile) -> None:
    """One change of every kind that the commands know."""
    plan = file.plan
    [delegation], [group] = plan.delegations, plan.groups
    ann, ben, chief = plan.members
    [activity], [journey], [item] = plan.activities, plan.journeys, plan.review_items
    file.run(people.add_member, delegation.id, {"given_name": "Ruka", "diets": [Diet.VEGAN]}, {"role": Role.COACH})
    file.run(people.add_known_member, delegation.id, plan.people[-1].id)
    file.run(people.set_groups, [ann.id, chief.id], [])
    file.run(people.set_groups, [ben.id, chief.id], [group.id])
    home = file.run(hosts.add_household, plan.visit.id, {"name_en": "Nguyen-Baker"}, {"most_guests": 2})
    file.run(hosts.add_resident, home, {"given_name": "Minh"}, {"drives_guests": True})
    file.run(hosts.set_nights_off, plan.offers[0].id, [dt.date(2027, 7, 24), dt.date(2027, 7, 23)], "wedding")
    file.run(programme.set_attendance, "Activity", activity.id, everyone=False, member_ids=[ann.id], away_ids=[ben.id])
    file.run(programme.set_attendance, "Journey", journey.id, everyone=True, away_ids=[chief.id])
    file.run(reviews.settle, [item.id], "asked her mother")
    file.run(reviews.reopen, item.id)
    file.run(records.edit, "Person", ann.person_id, {"birth_date": None, "diets": [], "epinephrine_pens": 2})
    file.run(records.remove, "Member", ben.id)
    file.run(records.remove, "Place", plan.places[0].id)
    city = visits.CityChoice("Toyama", "富山", "Toyama", "富山県", "JP", "Asia/Tokyo")
    us = visits.CityChoice("Durham", "ダーラム", "North Carolina", "ノースカロライナ州", "US", "America/New_York")
    file.run(
        visits.start,
        title_en="Next",
        host=us,
        home=city,
        first_day=dt.date(2028, 7, 1),
        last_day=dt.date(2028, 7, 9),
    )


def test_everything_is_undone_and_done_again_step_by_step(file: PlannerFile, path: Path) -> None:
    states = [contents(path)]
    many_changes(file)
    steps = len(file.history())
    assert steps == 15
    end = contents(path)
    while file.undo() is not None:
        states.append(contents(path))
    assert len(states) == steps + 1
    assert states[-1] == states[0]
    for state in reversed(states[1:-1]):
        file.redo()
        assert contents(path) == state
    file.redo()
    assert contents(path) == end
    assert file.redo() is None


def test_undo_and_redo_survive_a_restart(path: Path) -> None:
    before = contents(path)
    with PlannerFile.open(path) as file:
        many_changes(file)
        end = contents(path)
        for _ in range(5):
            file.undo()
        half = contents(path)
    with PlannerFile.open(path) as file:
        assert file.next_undo is not None
        assert file.next_redo is not None
        for _ in range(5):
            file.redo()
        assert contents(path) == end
        for _ in range(5):
            file.undo()
        assert contents(path) == half
    with PlannerFile.open(path) as file:
        assert file.undo_back_to(0) == 10
        assert contents(path) == before


def test_every_step_is_said_in_both_languages(path: Path) -> None:
    with PlannerFile.open(path, who="Ann") as file:
        many_changes(file)
    with PlannerFile.open(path) as file:
        for step in file.history():
            english, japanese = (say(step.label, language) for language in LANGUAGES)
            assert english != japanese
            assert "{" not in english + japanese
            assert step.who == "Ann"
            assert dt.timedelta() <= dt.datetime.now(dt.UTC) - step.at < dt.timedelta(minutes=2)
        assert len(file.history(3)) == 3


def test_a_step_undone_is_marked_and_next(file: PlannerFile) -> None:
    dial(file, "1")
    dial(file, "2", row=2)
    assert file.next_redo is None
    undone = file.undo()
    assert undone is not None
    assert file.next_redo is not None
    assert file.next_redo.id == undone.id
    assert [step.undone for step in file.history()] == [True, False]
    file.undo()
    assert file.next_undo is None
    assert file.undo() is None


def test_typing_is_one_step(file: PlannerFile, path: Path) -> None:
    before = contents(path)
    for letters in ("0", "08", "080"):
        dial(file, letters)
    assert len(file.history()) == 1
    dial(file, "090", row=2)
    dial(file, "0801")
    assert len(file.history()) == 3, "another field in between ends the typing"
    for _ in range(3):
        file.undo()
    assert contents(path) == before
    file.redo()
    assert phone(file) == "080"


def test_typing_after_a_pause_is_a_new_step(file: PlannerFile, monkeypatch: pytest.MonkeyPatch) -> None:
    dial(file, "1")
    monkeypatch.setattr(history, "MERGES_WITHIN", dt.timedelta(seconds=-1))
    dial(file, "12")
    assert len(file.history()) == 2


def test_typing_after_an_undo_is_a_new_step(file: PlannerFile) -> None:
    dial(file, "1")
    dial(file, "2", row=2)
    file.undo()
    dial(file, "12")
    assert len(file.history()) == 2
    file.undo()
    assert phone(file) == "1"


def test_typing_that_comes_back_to_where_it_began_leaves_no_step(file: PlannerFile, path: Path) -> None:
    before, words = contents(path), phone(file)
    dial(file, "1")
    dial(file, words)
    assert file.history() == []
    assert file.next_undo is None
    assert contents(path) == before


def test_a_change_that_changes_nothing_leaves_no_step_and_keeps_redo(file: PlannerFile) -> None:
    dial(file, "1")
    file.undo()
    plan = file.plan
    dial(file, phone(file))
    assert file.next_redo is not None
    assert file.plan is plan


def test_what_was_undone_is_forgotten_with_the_next_change(file: PlannerFile) -> None:
    dial(file, "1")
    dial(file, "2", row=2)
    file.undo()
    file.undo()
    first = file.history()[0].id
    dial(file, "3", row=3)
    assert file.redo() is None
    [step] = file.history()
    assert step.id > first, "the number of a step never comes back"


def test_undo_back_to_a_step(file: PlannerFile, path: Path) -> None:
    dial(file, "1", row=4)
    kept, there = file.history()[0].id, contents(path)
    for row in (1, 2, 3):
        dial(file, "9", row=row)
        file.run(records.remove, "FoodNeed", row)
    many = len(file.history()) - 1
    told: list[Changed] = []
    file.changed.append(told.append)
    end = contents(path)
    assert file.undo_back_to(kept) == many
    assert contents(path) == there
    assert len(told) == 1, "one change to the screens"
    assert file.undo_back_to(kept) == 0
    while file.redo():
        pass
    assert contents(path) == end


def test_one_earlier_step_is_undone_alone_as_a_step_of_its_own(file: PlannerFile, path: Path) -> None:
    before = phone(file)
    dial(file, "1")
    [step] = file.history()
    dial(file, "2", row=2)
    file.undo_only(step.id)
    assert phone(file) == before
    assert phone(file, 2) == "2"
    assert len(file.history()) == 3
    assert say(file.history()[0].label, "en").startswith("Undo: ")
    file.undo()
    assert phone(file) == "1"
    file.redo()
    file.undo_back_to(0)
    assert phone(file) == before


def refused(file: PlannerFile, path: Path, step: int) -> str:
    before = contents(path, history=True)
    with pytest.raises(PlannerError) as error:
        file.undo_only(step)
    assert say(error.value, "en") != say(error.value, "ja")
    assert contents(path, history=True) == before
    return error.value.code


def test_a_step_that_was_built_upon_is_not_undone_alone(file: PlannerFile, path: Path) -> None:
    file.run(records.edit, "Person", 1, {"phone": "1"})
    step = file.history()[0].id
    file.run(records.edit, "Person", 1, {"messenger": "line"})
    assert refused(file, path, step) == "undo-alone-touched"


def test_what_others_point_to_is_not_taken_away_alone(file: PlannerFile, path: Path) -> None:
    place = file.run(records.add, "Place", {"name_en": "Library"})
    step = file.history()[0].id
    file.run(records.edit, "Activity", file.plan.activities[0].id, {"place_id": place})
    assert refused(file, path, step) == "undo-alone-needed"


def test_a_step_that_points_to_its_own_new_row_is_undone_alone(file: PlannerFile, path: Path) -> None:
    def move(session: Session, activity_id: int) -> Done:
        place = records.add(session, "Place", {"name_en": "Library"})
        return records.edit(session, "Activity", activity_id, {"place_id": place.result})

    before, phone_before = contents(path), phone(file, 2)
    file.run(move, file.plan.activities[0].id)
    step = file.history()[0].id
    dial(file, "2", row=2)
    dialled = contents(path)
    file.undo_only(step)
    file.undo()
    assert contents(path) == dialled
    file.redo()
    file.run(records.edit, "Person", 2, {"phone": phone_before})
    assert contents(path) == before


def test_a_step_does_not_come_back_to_what_is_gone_or_there_again(file: PlannerFile, path: Path) -> None:
    [activity], old = file.plan.activities, file.plan.places[0]
    new = file.run(records.add, "Place", {"name_en": "Library"})
    file.run(records.edit, "Activity", activity.id, {"place_id": new})
    moved = file.history()[0].id
    for stay in file.plan.stays:
        if stay.place_id == old.id:
            file.run(records.remove, "Stay", stay.id)
    for journey in file.plan.journeys:
        file.run(records.remove, "Journey", journey.id)
    file.run(records.remove, "Place", old.id)
    assert refused(file, path, moved) == "undo-alone-clashes"

    ann, group = file.plan.members[0], file.plan.groups[0]
    file.run(people.set_groups, [ann.id], [])
    left = file.history()[0].id
    dial(file, "1")
    file.run(records.add, "GroupMember", {"group_id": group.id, "member_id": file.plan.members[-1].id})
    file.run(people.set_groups, [ann.id], [group.id])
    assert refused(file, path, left) == "undo-alone-clashes"
    dial(file, "2")
    assert phone(file) == "2", "a refusal leaves no transaction open"


def test_a_step_that_is_not_there_cannot_be_undone_alone(file: PlannerFile, path: Path) -> None:
    dial(file, "1")
    file.undo()
    assert refused(file, path, file.history()[0].id) == "change-not-found"
    assert refused(file, path, 12345) == "change-not-found"


def test_two_rows_that_swapped_something_unique_are_undone(file: PlannerFile, path: Path) -> None:
    def swap(session: Session) -> Done:
        one, other = session.get_one(Member, 1), session.get_one(Member, 2)
        first, second = one.uid, other.uid
        for member, uid in ((one, "between"), (other, first), (one, second)):
            member.uid = uid
            session.flush()
        return Done(Message.of("change-edit", name="", field=""))

    before = contents(path)
    file.run(swap)
    assert contents(path) != before
    file.undo()
    assert contents(path) == before


def test_a_refused_change_changes_nothing(file: PlannerFile, path: Path) -> None:
    before, plan = contents(path, history=True), file.plan
    told: list[Changed] = []
    file.changed.append(told.append)
    refusals: list[tuple[str, str, int, dict[str, Any]]] = [
        ("number-below-zero", "Person", 1, {"epinephrine_pens": -1}),
        ("email-unlikely", "Person", 1, {"phone": "1", "email": "no"}),
        ("nights-reversed", "Stay", 1, {"last_night": dt.date(2027, 7, 1)}),
        ("days-reversed", "Visit", 1, {"last_day": dt.date(2027, 7, 1)}),
        ("zone-unknown", "Activity", 1, {"zone": "Mars/Olympus"}),
        ("hour-missing", "Activity", 1, {"zone": "America/New_York", "starts_on": dt.date(2027, 3, 14),
                                         "starts_at": dt.time(2, 30), "ends_at": None}),
        ("end-before-start", "Activity", 1, {"ends_on": dt.date(2027, 7, 21)}),
        ("value-missing", "Stay", 1, {"first_night": None}),
        ("value-not-fitting", "Person", 1, {"epinephrine_pens": "two"}),
        ("value-not-fitting", "Person", 1, {"epinephrine_pens": True}),
        ("value-not-fitting", "Person", 1, {"epinephrine_pens": 10**30}),
        ("value-not-fitting", "Household", 1, {"latitude": float("nan")}),
        ("value-not-fitting", "Person", 1, {"gender": "blue"}),
        ("value-not-fitting", "Person", 1, {"phone": "\ud800"}),
        ("value-not-fitting", "Person", 1, {"birth_date": dt.datetime(2010, 1, 1)}),
        ("field-unknown", "Person", 1, {"shoe_size": 42}),
        ("field-unknown", "Person", 1, {"id": 42}),
        ("record-gone", "Person", 4711, {"phone": ""}),
        ("record-gone", "Activity", 1, {"place_id": 4711}),
    ]  # fmt: skip
    for code, noun, row, values in refusals:
        with pytest.raises(PlannerError) as error:
            file.run(records.edit, noun, row, values)
        assert error.value.code == code
        assert say(error.value, "en") != say(error.value, "ja")
    assert contents(path, history=True) == before
    assert file.plan is plan
    assert told == []


def test_what_is_there_already_and_what_is_missing_are_said(file: PlannerFile) -> None:
    plan = file.plan
    with pytest.raises(PlannerError, match="already-there"):
        file.run(records.add, "GroupMember", {"group_id": plan.groups[0].id, "member_id": plan.members[0].id})
    with pytest.raises(PlannerError, match="already-there"):
        file.run(people.add_known_member, plan.delegations[0].id, plan.members[0].person_id)
    for noun, values in (("Activity", {"title_en": "x", "visit_id": 1}), ("Stay", {})):
        with pytest.raises(PlannerError, match="value-missing"):
            file.run(records.add, noun, values)
    with pytest.raises(PlannerError, match="value-missing"):
        file.run(people.add_member, plan.delegations[0].id, {"phone": "1"})
    with pytest.raises(PlannerError, match="record-gone"):
        file.run(programme.set_attendance, "Activity", 1, everyone=False, group_ids=[4711])


def test_listeners_hear_the_new_plan_and_the_rows(file: PlannerFile) -> None:
    told: list[Changed] = []
    file.changed.append(told.append)
    before = file.plan
    dial(file, "1")
    file.undo()
    file.redo()
    assert [news.rows for news in told] == [{("person", 1)}] * 3
    assert [news.plan.find(Person, 1).phone == "1" for news in told] == [True, False, True]
    revisions = [before.revision, *(news.plan.revision for news in told)]
    assert revisions == sorted(set(revisions)), "a newer plan is told from an older one, after an undo too"
    assert before.find(Person, 1).phone != "1", "the old plan stays as it was"


def test_another_visit_is_shown_and_stays_shown(file: PlannerFile) -> None:
    first: Plan = file.plan
    many_changes(file)
    later = max(visit.id for visit in file.plan.visits)
    file.show_visit(later)
    assert file.plan.visit.id == later
    assert file.plan.all(Activity) == ()
    assert file.plan.all(HostOffer) == ()
    dial(file, "77")
    assert file.plan.visit.id == later
    file.undo_back_to(0)
    assert file.plan.visit.id == first.visit.id, "the visit shown is gone"
    assert len(file.plan.all(Partnership)) == 1
    with pytest.raises(PlannerError, match="visit-not-found"):
        file.show_visit(later)


def test_the_moment_of_saving_is_known_after_a_restart(path: Path) -> None:
    with PlannerFile.open(path) as file:
        assert file.saved_at is None
        dial(file, "1")
        saved = file.saved_at
        assert saved is not None
    with PlannerFile.open(path) as file:
        assert file.saved_at is not None
        assert abs(saved - file.saved_at) < dt.timedelta(seconds=1)


def test_the_figures_of_a_label_come_back_as_they_were() -> None:
    figures = {
        "message": "words",
        "figures": {"a": 1},
        "day": dt.date(2027, 7, 22),
        "moment": dt.datetime(2027, 7, 22, 9, 30, tzinfo=dt.UTC),
        "time": "10:00",
        "pair": Pair("one", "一"),
        "role": Message.of("Role.coach"),
        "several": [Pair("a", "b"), dt.time(9, 30), Message.of("x", name=Pair("c", "d"))],
        "nothing": None,
    }
    assert label_from_plain("x", figures_to_plain(figures)) == Message("x", figures)
    assert figures_to_plain({"role": Role.COACH, "all": frozenset({Diet.VEGAN})}) == {
        "role": {"message": "Role.coach", "figures": {}},
        "all": [{"message": "Diet.vegan", "figures": {}}],
    }


def test_a_photo_comes_back_as_long_as_a_step_names_it_and_is_dropped_then(file: PlannerFile) -> None:
    ann, fresh = file.plan.find(Person, 1), planted("fresh")
    before = ann.photo
    file.run(photos.put, "Person", ann.id, fresh)
    assert file.plan.find(Person, 1).photo == digest_of(fresh)
    assert file.plan.pictures[digest_of(fresh)] == fresh
    assert file.history(1)[0].label == Message.of("change-edit", name=in_both(full_name, ann), field=PHOTO)
    file.undo()
    assert file.plan.find(Person, 1).photo == before
    file.redo()
    file.run(photos.take_away, "Person", ann.id)
    file.undo()
    file.undo()
    assert digest_of(fresh) in {row[0] for row in contents(file.path, history=True)["picture"]}
    # What had been undone can no longer be done again: nothing names the picture any more.
    dial(file, "555 0100")
    assert {row[0] for row in contents(file.path, history=True)["picture"]} == set(file.plan.pictures)
    assert before in file.plan.pictures
    # One that the file began with is named by no step but by that which takes it away.
    file.undo()
    file.run(photos.put, "Person", ann.id, fresh)
    file.undo()
    assert before in {row[0] for row in contents(file.path, history=True)["picture"]}
    with pytest.raises(PlannerError, match="value-not-fitting"):
        file.run(records.edit, "Person", ann.id, {"photo": "IMG_2231.jpg"})


PHOTO = Message.of("Person.photo")
