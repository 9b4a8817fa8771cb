"""A sheet that comes again with a column taken for something else: its value moves, and is never in two fields."""

from __future__ import annotations

from planner.commands import imports
from planner.intake.columns import guess
from planner.intake.proposals import Proposal, RowState, propose
from planner.intake.reading import Sheet
from planner.language import say
from planner.model import Activity, Member
from planner.model.kinds import ReviewState
from planner.model.message import Message
from planner.storage import PlannerFile

from .sheets import corrected, proposed, read_in, sample, sheet_of
from .test_again import by_hand, contents, member, offer

GUESTS = sheet_of(
    ("Full name", "Date of birth", "Notes"), ("Ann Lee", "2012-03-04", "Pisces"), ("Bo Kim", "2013-05-06", "chess")
)
EVENTS = ("Date", "Start", "What", "Where", "Notes")


def taken_for(file: PlannerFile, sheet: Sheet, **columns: str | None) -> Proposal:
    """Propose with headings (blanks as "_") taken for something else than remembered."""
    mapping = guess(sheet, file.plan.column_mappings)
    for heading, target in columns.items():
        mapping = mapping.with_column(sheet.headings.index(heading.replace("_", " ")), target)
    return propose(sheet, mapping, file.plan)


def changes(proposal: Proposal, row: int = 0) -> dict[tuple[str, str], tuple[object, object, bool]]:
    return {(one.noun, one.field): (one.old, one.new, one.kept) for one in proposal.rows[row].changes}


def test_a_value_leaves_the_old_field_for_the_new_one_and_undo_brings_it_back(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    before = contents(file.plan)
    proposal = taken_for(file, GUESTS, Notes="Person.interests")
    assert [row.state for row in proposal.rows] == [RowState.UPDATED, RowState.UPDATED]
    assert changes(proposal)["Member", "notes"] == ("Pisces", "", False)
    assert changes(proposal)["Person", "interests_en"] == ("", "Pisces", False)
    file.run(imports.accept, proposal)
    ann = member(file.plan, "Ann")
    assert (ann.notes, ann.person.interests_en) == ("", "Pisces")
    assert proposed(file, GUESTS).changes_nothing
    file.undo()
    assert contents(file.plan) == before
    file.redo()
    assert member(file.plan, "Ann").notes == ""


def test_what_was_edited_by_hand_since_stays_and_it_is_said(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    by_hand(file, Member, member(file.plan, "Ann").id, notes="Pisces, loves the sea")
    proposal = taken_for(file, GUESTS, Notes="Person.interests")
    assert changes(proposal)["Member", "notes"] == ("Pisces, loves the sea", "", True)
    file.run(imports.accept, proposal)
    ann, bo = member(file.plan, "Ann"), member(file.plan, "Bo")
    assert (ann.notes, ann.person.interests_en) == ("Pisces, loves the sea", "Pisces")
    assert (bo.notes, bo.person.interests_en) == ("", "chess")
    [item] = file.plan.review_items
    assert (item.record_uid, item.reason) == (ann.uid, "import-changed-in-both")
    assert "Pisces, loves the sea" in say(Message(item.reason, dict(item.figures)), "en")


def test_a_column_that_means_nothing_any_more_takes_its_value_along_to_the_review(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    file.run(imports.accept, taken_for(file, GUESTS, Notes=None))
    assert {one.notes for one in file.plan.members} == {""}
    assert sorted(item.words for item in file.plan.review_items) == ["Pisces", "chess"]
    file.run(imports.accept, taken_for(file, GUESTS, Notes="notes"))
    assert {one.notes for one in file.plan.members} == {"Pisces", "chess"}
    assert {item.state for item in file.plan.review_items} == {ReviewState.SETTLED}


def test_a_sheet_without_the_column_takes_nothing_away(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    fewer = sheet_of(("Full name", "Date of birth", "Height (cm)"), ("Ann Lee", "2012-03-04", "150"))
    read_in(file, fewer)
    ann = member(file.plan, "Ann")
    assert (ann.notes, ann.height_cm) == ("Pisces", 150)


def test_parts_leave_with_their_column(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("Household name", "E-mail", "Beds / rooms you can offer", "Pets"),
        ("Hall", "hall@example.com", "1 twin", "1 cat, indoor"),
    )
    read_in(file, sheet)
    assert len(offer(file.plan, "Hall").household.pets) == 1
    proposal = taken_for(file, sheet, Pets="notes")
    file.run(imports.accept, proposal)
    household = offer(file.plan, "Hall").household
    assert (household.pets, household.notes, len(household.beds)) == ((), "1 cat, indoor", 1)


def test_a_place_is_let_go_but_not_one_that_was_chosen_by_hand(file: PlannerFile) -> None:
    sheet = sheet_of(
        EVENTS,
        ("July 23", "10:00", "Picnic", "Deering Oaks", "sunny"),
        ("July 24", "10:00", "Walk", "Back Cove", "windy"),
    )
    read_in(file, sheet)
    picnic, walk = sorted(file.plan.activities, key=lambda one: one.starts_on)
    assert picnic.place is not None
    by_hand(file, Activity, walk.id, place_id=picnic.place_id)
    proposal = taken_for(file, sheet, Where="meeting_point")
    assert changes(proposal)["Activity", "place"][1:] == (None, False)
    assert changes(proposal, 1)["Activity", "place"][2] is True
    file.run(imports.accept, proposal)
    picnic, walk = sorted(file.plan.activities, key=lambda one: one.starts_on)
    assert (picnic.place, picnic.meeting_point_en) == (None, "Deering Oaks")
    assert walk.place is not None
    assert walk.place.name_en == "Deering Oaks"


def test_two_columns_change_places(file: PlannerFile) -> None:
    sheet = sheet_of(EVENTS, ("July 23", "10:00", "Picnic", "Deering Oaks", "sunny"))
    read_in(file, sheet)
    file.run(imports.accept, taken_for(file, sheet, Where="dress", Notes="place_en"))
    [picnic] = file.plan.activities
    assert picnic.place is not None
    assert (picnic.place.name_en, picnic.dress_en, picnic.notes_staff) == ("sunny", "Deering Oaks", "")


def test_rows_that_a_shorter_sheet_left_out_move_when_they_come_again(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    only_ann = sheet_of(GUESTS.headings, ("Ann Lee", "2012-03-04", "Pisces"))
    file.run(imports.accept, taken_for(file, only_ann, Notes="Person.interests"))
    assert (member(file.plan, "Ann").notes, member(file.plan, "Bo").notes) == ("", "chess")
    read_in(file, GUESTS)
    bo = member(file.plan, "Bo")
    assert (bo.notes, bo.person.interests_en) == ("", "chess")


def test_the_second_of_two_like_headings_can_change_its_meaning(file: PlannerFile) -> None:
    sheet = sheet_of(("Full name", "Date of birth", "Notes", "Notes"), ("Ann Lee", "2012-03-04", "Pisces", "tea"))
    read_in(file, sheet)
    assert member(file.plan, "Ann").notes == "Pisces\ntea"
    mapping = guess(sheet, file.plan.column_mappings).with_column(3, "Person.interests")
    file.run(imports.accept, propose(sheet, mapping, file.plan))
    ann = member(file.plan, "Ann")
    assert (ann.notes, ann.person.interests_en) == ("Pisces", "tea")


def test_a_cell_can_be_corrected_while_its_column_moves(file: PlannerFile) -> None:
    read_in(file, GUESTS)
    fixed = corrected(GUESTS, 2, {"Notes": "Aries"})
    file.run(imports.accept, taken_for(file, fixed, Notes="Person.interests"))
    ann = member(file.plan, "Ann")
    assert (ann.notes, ann.person.interests_en) == ("", "Aries")


def test_every_column_of_the_forms_can_be_taken_for_nothing_and_back(file: PlannerFile) -> None:
    """Whatever a column had filled is empty without it, and comes back with it."""
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    whole = contents(file.plan)
    mapping = guess(sheet, file.plan.column_mappings)
    for heading, target in (("身長(cm)", "height_cm"), ("性別", "gender"), ("趣味・特技", "interests_ja")):
        index = sheet.headings.index(heading)
        file.run(imports.accept, propose(sheet, mapping.with_column(index, None), file.plan))
        sakura = member(file.plan, "Sakura")
        value = getattr(sakura, target) if hasattr(sakura, target) else getattr(sakura.person, target)
        assert value in (None, "") or value.value == "unknown"
        file.run(imports.accept, propose(sheet, mapping, file.plan))
    after = {key: row for key, row in contents(file.plan).items() if key[0] != "ReviewItem"}
    assert after == {key: row for key, row in whole.items() if key[0] != "ReviewItem"}
