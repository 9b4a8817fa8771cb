"""A sheet that comes again changes what was corrected in it, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.commands import reviews
from planner.intake.proposals import RowState
from planner.model import Base, Bed, HostOffer, Household, Member, Person, Plan
from planner.model.done import Done
from planner.model.kinds import AnimalSize, BedKind, ReviewState, Severity, Species, StayKind
from planner.model.message import Message
from planner.storage import PlannerFile
from tests.prepared import begun

from .sheets import corrected, proposed, read_in, sample, sheet_of, without_row

ALL = ("guests_form.csv", "host_families.xlsx", "interpreters.csv", "programme.csv")
BEDS = "Beds / rooms you can offer"
WHO = "Who lives in your home? (name, age, relation - one per line; include college kids home for the summer)"


def contents(plan: Plan) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row of the file but the import's own memory."""
    return {
        (noun.__name__, row_id): {column.key: getattr(row, column.key) for column in noun.__table__.columns}
        for noun, rows in plan.rows.items()
        if noun.__name__ not in ("SheetImport", "SourceRow", "ColumnMapping")
        for row_id, row in rows.items()
    }


def by_hand(file: PlannerFile, noun: type[Base], row_id: int, **values: Any) -> None:
    """Edit a record as the window does."""

    def edit(session: Session) -> Done:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)
        return Done(Message.of("change-edit", name="", field=""))

    file.run(edit)


def member(plan: Plan, given: str) -> Member:
    return next(one for one in plan.members if one.person.given_name == given)


def offer(plan: Plan, family: str) -> HostOffer:
    return next(one for one in plan.offers if one.household.name_en == family)


@pytest.mark.parametrize("name", ALL)
def test_an_unchanged_sheet_changes_nothing_and_leaves_no_step(file: PlannerFile, name: str) -> None:
    read_in(file, sample(name))
    before, steps = contents(file.plan), len(file.history())
    again = read_in(file, sample(name))
    assert again.changes_nothing
    assert {row.state for row in again.rows} <= {RowState.UNCHANGED, RowState.SENT_TWICE}
    assert again.counts.to_review == 0
    assert contents(file.plan) == before
    assert len(file.history()) == steps
    assert len(file.plan.sheet_imports) == 1


def test_the_four_sheets_in_any_order_give_the_same_visit(tmp_path: Path) -> None:
    from tests.intake.conftest import start_visit

    summaries = []
    for number, order in enumerate((ALL, ALL[::-1], (ALL[2], ALL[0], ALL[3], ALL[1]))):
        with begun(tmp_path / f"{number}.shimai", start_visit) as opened:
            for name in order:
                read_in(opened, sample(name))
            plan = opened.plan
            emi = next(one for one in plan.interpreters if one.person.given_name == "Emi")
            assert emi.person_id == member(plan, "Emi").person_id
            summaries.append(
                (
                    len(plan.people),
                    len(plan.members),
                    len(plan.places),
                    sorted(group.name_en for group in plan.groups),
                    len(plan.review_items),
                    (emi.person.phone, emi.person.birth_date, emi.person.given_name_ja),
                    [len(one.wishes) for one in plan.members],
                )
            )
    assert summaries[0] == summaries[1] == summaries[2]


def test_a_correction_updates_only_what_was_corrected(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    before = contents(file.plan)
    sakura = member(file.plan, "Sakura")
    fixed = corrected(
        sheet, 2, {"身長(cm)": "160", "食物アレルギー（なければ「なし」）": "卵（重度）", "学校・学年": "八潮学園 9年"}
    )
    proposal = read_in(file, fixed)
    assert [row.number for row in proposal.rows if row.state is RowState.UPDATED] == [2]
    assert proposal.counts.unchanged == 14
    told = {(change.noun, change.field): (change.old, change.new) for change in proposal.rows[0].changes}
    assert told["Member", "height_cm"] == (158, 160)
    assert told["Person", "grade"] == ("8年", "9年")
    after = contents(file.plan)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {("Member", sakura.id), ("Person", sakura.person_id)}
    [need] = member(file.plan, "Sakura").person.food_needs
    assert (need.allergen.value, need.severity) == ("egg", Severity.SEVERE)


def test_hand_edits_are_left_alone_while_the_sheet_says_what_it_said(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    sakura = member(file.plan, "Sakura")
    by_hand(file, Person, sakura.person_id, called_name_en="Saku", email="new@example.jp")
    by_hand(file, Member, sakura.id, height_cm=161)
    fixed = corrected(sheet, 2, {"ポジション/背番号": "PG / 99"})
    read_in(file, fixed)
    sakura = member(file.plan, "Sakura")
    assert (sakura.shirt_number, sakura.height_cm) == ("99", 161)
    assert (sakura.person.called_name_en, sakura.person.email) == ("Saku", "new@example.jp")
    assert [item.reason for item in file.plan.review_items if item.record_uid == sakura.uid] == []


def test_what_was_changed_in_the_sheet_and_by_hand_is_shown_and_the_hand_wins(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    sakura = member(file.plan, "Sakura")
    by_hand(file, Member, sakura.id, height_cm=161)
    proposal = read_in(file, corrected(sheet, 2, {"身長(cm)": "159"}))
    [change] = proposal.rows[0].changes
    assert (change.field, change.old, change.new, change.kept) == ("height_cm", 161, 159, True)
    assert member(file.plan, "Sakura").height_cm == 161
    [item] = [item for item in file.plan.review_items if item.record_uid == sakura.uid]
    assert (item.reason, item.words, item.figures) == ("import-changed-in-both", "159", {"here": "161"})


def test_a_corrected_name_is_found_again(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    fixed = corrected(
        sheet,
        2,
        {
            "氏名（漢字）": "高梨 桜子",
            "フリガナ": "タカナシ サクラコ",
            "パスポートのローマ字氏名": "TAKANASHI SAKURAKO",
        },
    )
    proposal = read_in(file, fixed)
    assert proposal.counts.updated == 1
    assert proposal.counts.new == 0
    assert len(file.plan.members) == 15
    assert member(file.plan, "Sakurako").person.family_name_ja == "高梨"
    hosts = sample("host_families.xlsx")
    read_in(file, hosts)
    read_in(file, corrected(hosts, 2, {"Household name": "Ouellette-Roy", "E-mail": "roy@example.com"}))
    assert len(file.plan.offers) == 10
    assert offer(file.plan, "Ouellette-Roy").household.email == "roy@example.com"


def test_a_cell_that_was_emptied_empties_its_field(file: PlannerFile) -> None:
    sheet = sample("host_families.xlsx")
    read_in(file, sheet)
    read_in(file, corrected(sheet, 2, {"Anything else?": "", "Pets (kind, number, indoors/outdoors)": "none"}))
    household = offer(file.plan, "Ouellette").household
    assert (household.notes, household.pets) == ("", ())


def test_a_bed_that_comes_again_is_the_same_bed(file: PlannerFile) -> None:
    sheet = sample("host_families.xlsx")
    read_in(file, sheet)
    before = {bed.id: bed.kind for bed in offer(file.plan, "Okafor").household.beds}
    read_in(file, corrected(sheet, 3, {BEDS: "Ada's room: 1 twin + 1 trundle; den: 2 sofa beds"}))
    after = {bed.id: bed.kind for bed in offer(file.plan, "Okafor").household.beds}
    assert {key: after[key] for key in before} == before
    assert sorted(kind.value for kind in after.values()) == ["sofa_bed", "sofa_bed", "trundle", "twin"]


def test_a_bed_somebody_sleeps_in_is_not_taken_away(file: PlannerFile) -> None:
    sheet = sample("host_families.xlsx")
    read_in(file, sample("guests_form.csv"))
    read_in(file, sheet)
    bed = offer(file.plan, "Rahman").household.beds[0]
    guest = member(file.plan, "Fatima")

    def place(session: Session) -> Done:
        from planner.model import Stay

        session.add(
            Stay(
                member_id=guest.id,
                household_id=bed.household_id,
                bed_id=bed.id,
                kind=StayKind.HOME,
                first_night=dt.date(2027, 7, 22),
                last_night=dt.date(2027, 7, 31),
            )
        )
        return Done(Message.of("change-add", noun="", name=""))

    file.run(place)
    proposal = read_in(file, corrected(sheet, 6, {BEDS: "den: futon"}))
    kinds = {one.kind for one in offer(file.plan, "Rahman").household.beds}
    assert kinds == {BedKind.TWIN, BedKind.FUTON}
    assert "import-gone-from-sheet" in {note.reason for note in proposal.notes}


def test_a_resident_who_moved_out_goes_and_a_hand_made_one_stays(file: PlannerFile) -> None:
    sheet = sample("host_families.xlsx")
    read_in(file, sheet)
    household = offer(file.plan, "Hall").household

    def grandmother(session: Session) -> Done:
        from planner.model import Resident

        person = Person(given_name="Edith", family_name="Hall")
        session.add(Resident(household=session.get(Household, household.id), person=person, relation="grandmother"))
        return Done(Message.of("change-add", noun="", name=""))

    file.run(grandmother)
    read_in(file, corrected(sheet, 5, {WHO: "Susan 58\nBob 61"}))
    people = {one.person.given_name: one.person.stated_age for one in offer(file.plan, "Hall").household.residents}
    assert people == {"Susan": 58, "Bob": 61, "Edith": None}


def test_a_row_sent_twice_is_taken_once_and_shown(file: PlannerFile) -> None:
    proposal = read_in(file, sample("host_families.xlsx"))
    first, second = proposal.rows[8], proposal.rows[9]
    assert (first.state, first.replaced_by, first.record_uid) == (RowState.SENT_TWICE, 11, second.record_uid)
    assert [change.field for change in second.changes] == ["Timestamp", "Cell phone", BEDS, "Anything else?"]
    assert {bed.words for bed in offer(file.plan, "Pelletier").household.beds} == {"window AC"}


def test_the_later_time_stamp_counts_even_if_it_stands_first(file: PlannerFile) -> None:
    headings = ("Timestamp", "Household name", "E-mail", "Beds / rooms you can offer", "Pets")
    sheet = sheet_of(
        headings,
        ("3/29/2027 22:31:08", "Hall", "hall@example.com", "1 twin", "none"),
        ("3/29/2027 9:18:33", "Hall", "hall@example.com", "1 sofa bed", "1 cat"),
    )
    proposal = read_in(file, sheet)
    assert [row.state for row in proposal.rows] == [RowState.NEW, RowState.SENT_TWICE]
    assert [bed.kind for bed in offer(file.plan, "Hall").household.beds] == [BedKind.TWIN]


def test_a_record_removed_by_hand_does_not_come_back_unless_its_row_changed(file: PlannerFile) -> None:
    sheet = sample("interpreters.csv")
    read_in(file, sheet)
    ken = next(one for one in file.plan.interpreters if one.person.given_name == "Ken")

    def remove(session: Session) -> Done:
        session.delete(session.get(type(ken), ken.id))
        return Done(Message.of("change-remove", noun="", name=""))

    file.run(remove)
    proposal = read_in(file, sheet)
    row = proposal.rows[1]
    assert (row.state, row.reason and row.reason.code) == (RowState.SKIPPED, "import-row-removed-by-hand")
    assert len(file.plan.interpreters) == 3
    read_in(file, corrected(sheet, 3, {"Max hours per day": "5"}))
    assert len(file.plan.interpreters) == 4


def test_an_event_that_moved_keeps_its_identity(file: PlannerFile) -> None:
    sheet = sample("programme.csv")
    read_in(file, sheet)
    before = {one.uid: one.title_en for one in file.plan.activities}
    fixed = corrected(sheet, 8, {"Date": "Mon July 26", "Start": "4:30 PM", "Where": "City Hall, Council Chamber"})
    fixed = corrected(fixed, 5, {"What": "Welcome at the Jetport and meet host families"})
    proposal = read_in(file, fixed)
    assert proposal.counts.updated == 2
    assert {one.uid for one in file.plan.activities} == set(before)
    call = next(one for one in file.plan.activities if one.title_en == "Courtesy call on the Mayor")
    assert (call.starts_on, call.starts_at) == (dt.date(2027, 7, 26), dt.time(16, 30))
    assert call.place is not None
    assert call.place.name_en == "City Hall, Council Chamber"


def test_who_takes_part_and_what_is_needed_follow_the_sheet(file: PlannerFile) -> None:
    sheet = sample("programme.csv")
    read_in(file, sheet)
    fixed = corrected(sheet, 9, {"Who": "A squad; B squad", "Interpreting": "escort", "Meals": "bag lunch"})
    fixed = corrected(fixed, 7, {"Interpreting": "", "Who": "everyone"})
    read_in(file, fixed)
    game = next(one for one in file.plan.activities if one.title_en.startswith("Game 2"))
    assert sorted(link.group.letter for link in game.group_links) == ["A", "B"]
    assert [need.mode.value for need in file.plan.needs if need.activity is game] == ["escort"]
    assert [(meal.which.value, meal.provider.value) for meal in game.meals] == [("lunch", "packed")]
    clinic = next(one for one in file.plan.activities if one.title_en.startswith("Shooting"))
    assert (clinic.everyone, clinic.group_links) == (True, ())
    assert [need for need in file.plan.needs if need.activity is clinic] == []
    assert len(file.plan.groups) == 2


def test_a_correction_settles_what_was_up_for_review(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    [item] = file.plan.review_items
    assert (item.words, item.state) == ("うさぎ", ReviewState.OPEN)
    read_in(file, corrected(sheet, 13, {"動物のアレルギー・苦手な動物": "うさぎアレルギー"}))
    [item] = file.plan.review_items
    assert item.state is ReviewState.SETTLED
    [need] = member(file.plan, "Ruka").person.animal_needs
    assert (need.species, need.size) == (Species.RABBIT, AnimalSize.ANY)


def test_corrected_times_are_to_be_confirmed_once_more_and_the_others_stay_confirmed(file: PlannerFile) -> None:
    sheet = sample("interpreters.csv")
    read_in(file, sheet)
    asked = [one for one in file.plan.review_items if one.target == "Availability"]
    assert len(asked) == len(file.plan.interpreters) == 4
    file.run(reviews.settle, [one.id for one in asked])
    read_in(file, corrected(sheet, 3, {"Available": "Jul 23 after 12:00"}))
    [ken] = [one for one in file.plan.review_items if one.state is ReviewState.OPEN]
    assert (ken.words, dict(ken.figures)) == ("Jul 23 after 12:00", {"stretches": "2027-07-23 12:00-"})
    assert len(file.plan.review_items) == 5
    assert read_in(file, corrected(sheet, 3, {"Available": "Jul 23 after 12:00"})).changes_nothing


def test_a_wish_for_somebody_who_comes_with_a_later_sheet_is_fulfilled_then(file: PlannerFile) -> None:
    whole = sample("guests_form.csv")
    read_in(file, without_row(whole, 3))
    [wish] = member(file.plan, "Sakura").wishes
    assert wish.other is None
    assert "import-name-not-found" in {item.reason for item in file.plan.review_items}
    read_in(file, whole)
    [wish] = member(file.plan, "Sakura").wishes
    assert wish.other is not None
    assert wish.other.person.given_name == "Misaki"
    [item] = [item for item in file.plan.review_items if item.reason == "import-name-not-found"]
    assert item.state is ReviewState.SETTLED


def test_last_years_guest_is_this_years_person(file: PlannerFile) -> None:
    def earlier(session: Session) -> Done:
        session.add(
            Person(
                family_name="Saito",
                given_name="Kaori",
                family_name_ja="斎藤",
                given_name_ja="香織",
                birth_date=dt.date(1985, 5, 20),
                interests_en="tea",
            )
        )
        return Done(Message.of("change-add", noun="", name=""))

    file.run(earlier)
    [known] = file.plan.people
    read_in(file, sample("guests_form.csv"))
    kaori = member(file.plan, "Kaori")
    assert kaori.person_id == known.id
    assert kaori.person.interests_en == "tea"
    assert kaori.person.interests_ja == "茶道"
    assert kaori.person.family_name_ja == "齋藤"  # she has written it herself now
    assert [item.words for item in file.plan.review_items if item.record_uid == kaori.uid] == []


def test_a_family_of_an_earlier_visit_signs_up_again_and_its_new_form_counts(file: PlannerFile) -> None:
    def earlier(session: Session) -> Done:
        from planner.model import Resident

        hall = Household(name_en="Hall", email="shall@example.com", phone="+1 207-555-9999", notes="Lovely people")
        session.add_all(
            [
                hall,
                Bed(household=hall, room="den", kind=BedKind.SOFA_BED),
                Resident(household=hall, person=Person(given_name="Susan", family_name="Hall", stated_age=50)),
                Resident(household=hall, person=Person(given_name="Edith", family_name="Hall")),
            ]
        )
        return Done(Message.of("change-add", noun="", name=""))

    file.run(earlier)
    proposal = read_in(file, sample("host_families.xlsx"))
    household = offer(file.plan, "Hall").household
    assert len(file.plan.households) == 10
    assert (household.phone, household.notes) == ("+1 207-555-0144", "We live by the beach")
    assert sorted(one.person.given_name for one in household.residents) == ["Ben", "Bob", "Susan"]
    assert sorted(bed.kind.value for bed in household.beds) == ["double", "twin", "twin"]
    row = next(row for row in proposal.rows if row.name.en == "Hall")
    assert row.state is RowState.NEW  # new to this visit; what changes in the household is listed
    assert ("Household", "phone", "+1 207-555-9999", "+1 207-555-0144") in {
        (change.noun, change.field, change.old, change.new) for change in row.changes
    }


def test_the_whole_import_is_one_step_and_can_be_undone(file: PlannerFile) -> None:
    empty = contents(file.plan)
    for name in ALL:
        read_in(file, sample(name))
    full = contents(file.plan)
    labels = [(step.label.code, step.label.figures["count"]) for step in file.history()]
    assert labels == [
        ("import-read-programme", 24),
        ("import-read-interpreters", 4),
        ("import-read-hosts", 10),
        ("import-read-guests", 15),
    ]
    for _ in ALL:
        file.undo()
    assert contents(file.plan) == empty
    assert proposed(file, sample(ALL[0])).counts.new == 15
    for _ in ALL:
        file.redo()
    assert contents(file.plan) == full
    assert isinstance(next(iter(offer(file.plan, "Okafor").household.beds)), Bed)
