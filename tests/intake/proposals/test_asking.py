"""What a proposal asks, refuses and points out."""

from __future__ import annotations

import datetime as dt
import pickle
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from planner.commands import imports, reviews
from planner.intake.columns import guess
from planner.intake.columns.mapping import ColumnGuess, SheetMapping
from planner.intake.proposals import Proposal, RowState, propose
from planner.intake.values.reading import Doubt
from planner.language import say
from planner.model import Member, Person, Visit
from planner.model.done import Done
from planner.model.kinds import SheetKind
from planner.model.message import Cancelled, Message, PlannerError
from planner.rules.review import of_column, to_review
from planner.storage import PlannerFile

from .sheets import corrected, proposed, read_in, sample, sheet_of

HEADINGS = ("Full name", "Date of birth", "E-mail", "Height (cm)", "Food allergies", "Passport name")


def guests(*rows: tuple[str, ...]) -> Any:
    return sheet_of(HEADINGS, *rows)


def test_an_unclear_day_is_asked_about_once_and_the_answer_is_remembered(file: PlannerFile) -> None:
    sheet = guests(("Ann Lee", "3/4/2012"), ("Bo Kim", "5/6/2013"), ("Cy Poe", "7/8/2012"))
    first = proposed(file, sheet)
    [question] = first.questions
    assert question.key == "day_order"
    assert "3/4/2012" in say(question.message, "en")
    assert [say(label, "en") for _, label in question.choices] == [
        say(Message.of("import-answer-day", day=day), "en") for day in (dt.date(2012, 3, 4), dt.date(2012, 4, 3))
    ]
    assert {note.reason for note in first.notes} == {"import-date-ambiguous"}
    answered = read_in(file, sheet, answers={"day_order": "day_first"})
    assert answered.questions == ()
    assert {person.given_name: person.birth_date for person in file.plan.people} == {
        "Ann": dt.date(2012, 4, 3),
        "Bo": dt.date(2013, 6, 5),
        "Cy": dt.date(2012, 8, 7),
    }
    assert file.plan.column_mappings[0].answers == {"day_order": "day_first"}
    assert proposed(file, guests(("Di Fox", "2/3/2012"))).questions == ()
    read_in(file, guests(("Di Fox", "2/3/2012")))
    assert file.plan.people[-1].birth_date == dt.date(2012, 3, 2)


def test_a_neighbour_in_the_column_answers_for_the_others(file: PlannerFile) -> None:
    proposal = read_in(file, guests(("Ann Lee", "3/4/2012"), ("Bo Kim", "5/26/2013")))
    assert proposal.questions == ()
    assert proposal.answers == {"day_order": "month_first"}
    assert file.plan.people[0].birth_date == dt.date(2012, 3, 4)


def test_an_unanswered_day_stays_word_for_word(file: PlannerFile) -> None:
    read_in(file, guests(("Ann Lee", "3/4/2012")))
    assert file.plan.people[0].birth_date is None
    [item] = file.plan.review_items
    assert (item.words, item.reason, item.column, item.row_number) == (
        "3/4/2012",
        "import-date-ambiguous",
        "Date of birth",
        2,
    )
    read_in(file, corrected(guests(("Ann Lee", "3/4/2012")), 2, {"Date of birth": "2012-03-04"}))
    assert file.plan.people[0].birth_date == dt.date(2012, 3, 4)


def test_a_plan_that_has_moved_on_refuses_the_proposal(file: PlannerFile) -> None:
    proposal = proposed(file, sample("guests_form.csv"))
    file.run(imports.accept, proposal)
    with pytest.raises(PlannerError, match="import-plan-moved"):
        file.run(imports.accept, proposal)
    assert len(file.plan.members) == 15


def test_a_field_edited_since_refuses_the_proposal_and_others_do_not(file: PlannerFile) -> None:
    sheet = sample("guests_form.csv")
    read_in(file, sheet)
    sakura = file.plan.members[0]
    proposal = proposed(file, corrected(sheet, 2, {"身長(cm)": "160"}))

    def edit(session: Session, noun: type[Any], row_id: int, **values: Any) -> Done:
        row = session.get(noun, row_id)
        for name, value in values.items():
            setattr(row, name, value)
        return Done(Message.of("change-edit", name="", field=""))

    file.run(edit, Person, sakura.person_id, interests_en="piano")
    file.run(imports.accept, proposal)
    assert file.plan.members[0].height_cm == 160
    late = proposed(file, corrected(sheet, 2, {"身長(cm)": "170"}))
    file.run(edit, Member, sakura.id, height_cm=150)
    before = len(file.history())
    with pytest.raises(PlannerError, match="import-plan-moved"):
        file.run(imports.accept, late)
    assert (file.plan.members[0].height_cm, len(file.history())) == (150, before)


def test_a_formula_is_kept_as_words_and_pointed_out(file: PlannerFile) -> None:
    trap = "=cmd|'/c calc'!A1"
    sheet = sheet_of(("Full name", "Date of birth", "Notes"), ("Ann Lee", "2012-03-04", trap))
    read_in(file, sheet)
    [member] = file.plan.members
    assert member.notes == trap
    assert [(item.words, item.reason) for item in file.plan.review_items] == [(trap, "import-looks-like-formula")]


@pytest.mark.parametrize("words", ["+81 90 1234 5622", "-", "@home on Mondays", "+1 (207) 555-0141"])
def test_a_telephone_number_or_dash_is_no_formula(file: PlannerFile, words: str) -> None:
    read_in(file, sheet_of(("Full name", "Date of birth", "Notes"), ("Ann Lee", "2012-03-04", words)))
    assert file.plan.review_items == ()


def test_a_column_that_means_nothing_here_is_up_for_review_until_the_user_says(file: PlannerFile) -> None:
    sheet = sheet_of(("Full name", "Date of birth", "Zodiac sign"), ("Ann Lee", "2012-03-04", "Pisces"))
    mapping = guess(sheet)
    assert mapping.target_of(2) is None
    proposal = propose(sheet, mapping, file.plan)
    assert [(note.words, note.reason) for note in proposal.notes] == [("Pisces", "import-column-unknown")]
    chosen = mapping.with_column(2, "notes")
    file.run(imports.accept, propose(sheet, chosen, file.plan))
    assert file.plan.members[0].notes == "Pisces"
    again = guess(
        sheet_of(("Zodiac sign", "Full name", "Date of birth"), ("Leo", "Bo Kim", "2013-05-06")),
        file.plan.column_mappings,
    )
    assert (again.remembered, again.target_of(0), again.confidence) == (True, "notes", 1.0)


def test_a_newly_understood_column_fills_what_was_empty(file: PlannerFile) -> None:
    sheet = sheet_of(("Full name", "Date of birth", "Zodiac sign"), ("Ann Lee", "2012-03-04", "Pisces"))
    read_in(file, sheet)
    changed = guess(sheet, file.plan.column_mappings).with_column(2, "Person.interests")
    file.run(imports.accept, propose(sheet, changed, file.plan))
    assert len(file.plan.members) == 1
    assert file.plan.members[0].person.interests_en == "Pisces"


def test_rows_that_name_nobody_are_skipped_and_their_words_kept(file: PlannerFile) -> None:
    sheet = guests(("Ann Lee", "2012-03-04"), ("", "", "", "", "2 more to come"))
    proposal = read_in(file, sheet)
    row = proposal.rows[1]
    assert (row.state, row.reason and row.reason.code) == (RowState.SKIPPED, "import-row-without-name")
    assert [(item.words, item.row_number) for item in file.plan.review_items] == [("2 more to come", 3)]
    assert read_in(file, sheet).changes_nothing
    assert len(file.plan.review_items) == 1


def test_a_sheet_without_names_or_days_is_refused(file: PlannerFile) -> None:
    sheet = sheet_of(("Height (cm)", "Shirt size"), ("158", "M"))
    with pytest.raises(PlannerError, match="import-no-name-column"):
        proposed(file, sheet, SheetKind.GUESTS)
    programme = sheet_of(("What", "Where"), ("Game 1", "Expo"))
    with pytest.raises(PlannerError, match="import-no-day-column"):
        proposed(file, programme, SheetKind.PROGRAMME)


def test_the_user_may_say_what_a_sheet_is(file: PlannerFile) -> None:
    sheet = sheet_of(("Name", "Phone", "Notes"), ("Ken Yoshino", "207-555-0161", "can help"))
    read_in(file, sheet, SheetKind.INTERPRETERS)
    assert [one.person.given_name for one in file.plan.interpreters] == ["Ken"]


def test_somebody_of_the_same_name_alone_is_not_taken_for_the_same(file: PlannerFile) -> None:
    def earlier(session: Session) -> Done:
        session.add(Person(family_name="Lee", given_name="Ann", birth_date=dt.date(1950, 1, 1)))
        session.add(Person(family_name="Kim", given_name="Bo"))
        return Done(Message.of("change-add", noun="", name=""))

    file.run(earlier)
    proposal = read_in(file, guests(("Ann Lee", "2012-03-04"), ("Bo Kim", "2013-05-06")))
    assert len(file.plan.people) == 4
    assert [(note.words, note.reason) for note in proposal.notes] == [("Bo Kim", "import-maybe-same-person")]


def test_a_guest_typed_in_by_hand_is_filled_not_doubled(file: PlannerFile) -> None:
    def by_hand(session: Session) -> Done:
        from planner.model import Delegation

        visit = session.get(Visit, file.plan.visit.id)
        delegation = Delegation(visit=visit, city=visit.home_city, name_en="Shinagawa")
        person = Person(family_name="Takahashi", given_name="Sakura", called_name_en="Saku")
        session.add(Member(delegation=delegation, person=person))
        return Done(Message.of("change-add", noun="", name=""))

    file.run(by_hand)
    proposal = read_in(file, sample("guests_form.csv"))
    assert (proposal.counts.new, proposal.counts.updated) == (14, 1)
    assert (len(file.plan.members), len(file.plan.delegations)) == (15, 1)
    sakura = file.plan.members[0].person
    assert (sakura.called_name_en, sakura.family_name_ja, sakura.birth_date) == ("Saku", "髙橋", dt.date(2013, 4, 12))


def test_a_proposal_is_plain_and_travels_between_threads(file: PlannerFile) -> None:
    sheet, plan = sample("host_families.xlsx"), file.plan
    made: list[Proposal] = []
    worker = threading.Thread(target=lambda: made.append(propose(sheet, guess(sheet), plan)))
    worker.start()
    worker.join()
    carried: Proposal = pickle.loads(pickle.dumps(made[0]))
    file.run(imports.accept, carried)
    assert len(file.plan.offers) == 10


def test_proposing_tells_how_far_it_is_and_can_be_stopped(file: PlannerFile) -> None:
    rows = [(f"Guest {chr(65 + n % 26)}{chr(97 + n // 26)}", "2012-03-04", f"g{n}@x.org") for n in range(300)]
    sheet = guests(*rows)
    told: list[tuple[int, int]] = []
    propose(sheet, guess(sheet), file.plan, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 600)
    assert told[-1] == (600, 600)
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, total: int) -> None:
        if done >= 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        propose(sheet, guess(sheet), file.plan, progress=stop)


def test_accepting_tells_how_far_it_is_and_leaves_nothing_when_stopped(file: PlannerFile) -> None:
    rows = [(f"Guest {chr(65 + n % 26)}{chr(97 + n // 26)}", "2012-03-04", f"g{n}@x.org") for n in range(400)]
    proposal = proposed(file, guests(*rows))

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        file.run(imports.accept, proposal, stop)
    assert (file.plan.members, file.plan.sheet_imports, file.history()) == ((), (), [])
    told: list[tuple[int, int]] = []
    file.run(imports.accept, proposal, lambda done, total: told.append((done, total)))
    assert len(told) == len(proposal.steps) // 500
    assert len(file.plan.members) == 400


def test_what_changes_is_named_in_both_languages(file: PlannerFile) -> None:
    sheet = sample("programme.csv")
    read_in(file, sheet)
    proposal = proposed(file, corrected(sheet, 8, {"Where": "Council Chamber", "Start": "3:00 PM", "Who": "A squad"}))
    labels = {say(change.label, "en") for row in proposal.rows for change in row.changes}
    assert labels == {"Starts", "Place", "Group at an activity", "Everyone of the delegation"}
    assert all(say(change.label, "ja") for row in proposal.rows for change in row.changes)


def test_every_reason_and_report_can_be_said_in_both_languages(file: PlannerFile) -> None:
    for name in ("guests_form.csv", "host_families.xlsx", "interpreters.csv", "programme.csv"):
        proposal = read_in(file, sample(name))
        for note in proposal.notes:
            for language in ("en", "ja"):
                assert say(Message(note.reason, note.figures), language)
                assert say(Message.of(note.target), language)
    for step in file.history():
        assert say(step.label, "en").startswith("Read ")
        assert "取り込み" in say(step.label, "ja")


def test_the_report_is_kept_with_the_sheet(file: PlannerFile) -> None:
    proposal = read_in(file, sample("host_families.xlsx"))
    [kept] = file.plan.sheet_imports
    assert kept.report["counts"] == {
        "new": 10, "updated": 0, "unchanged": 0, "sent_twice": 1, "skipped": 0, "to_review": 2,
    }  # fmt: skip
    assert kept.report == proposal.report()
    assert [entry["to_review"] for entry in kept.report["rows"] if entry["to_review"]] == [
        [["L", "Beds / rooms you can offer", "Elsa: double room w/ 2 beds", "import-bed-kind-assumed"]],
        [["O", "Food needs you can cook for (allergies, vegetarian, halal...)", "anything", "import-not-understood"]],
    ]


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_its_sentence(doubt: Doubt) -> None:
    figures = {"name": "Zoe", "time": "15:00", "zone": "America/Chicago", "here": "161"}
    figures |= {"stretches": "2027-07-30"}
    for language in ("en", "ja"):
        assert say(Message(doubt.value, figures), language)


def test_an_end_in_a_missing_hour_is_to_be_reviewed_also_without_a_start(blank: Path) -> None:
    headings = ("Date", "What", "Start", "End")
    meanings = ("on", "title_en", "start", "end")
    sheet = sheet_of(list(headings), ("Mar 14, 2027", "Flight NH110 HND-JFK", "", "2:30 AM"))
    with PlannerFile.open(blank, read_only=True) as file:
        columns = tuple(ColumnGuess(place, meaning, 1.0) for place, meaning in enumerate(meanings))
        proposal = propose(sheet, SheetMapping(SheetKind.PROGRAMME, 1.0, columns), file.plan)
    assert [note.words for note in proposal.notes if note.heading == "End"] == ["2:30 AM"]


def test_a_column_that_means_nothing_is_one_question_however_many_rows_it_has(file: PlannerFile) -> None:
    names = (("Ann Lee", "2012-03-04", "Pisces"), ("Bo Kim", "2013-05-06", "Taurus"), ("Cy Orr", "2012-01-02", ""))
    sheet = sheet_of(("Full name", "Date of birth", "Zodiac sign"), *names)
    proposal = propose(sheet, guess(sheet), file.plan)
    assert len(proposal.notes) == 2
    assert proposal.counts.to_review == 1
    file.run(imports.accept, proposal)
    [finding] = to_review(file.plan)
    assert say(finding.figures, "en").endswith(
        "column “Zodiac sign”, 2 rows, such as “Pisces”: What this column means is not known."
    )
    assert [one.noun for one in finding.subjects] == ["Member", "Member", "ReviewItem", "ReviewItem"]
    # Nothing of it is lost: each row keeps its words, and all are looked at in one go.
    first = file.plan.review_items[0]
    assert [item.words for item in of_column(file.plan, first)] == ["Pisces", "Taurus"]
    file.run(reviews.settle, [item.id for item in of_column(file.plan, first)])
    assert list(to_review(file.plan)) == []
