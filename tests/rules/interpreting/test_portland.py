"""The practice visit: what a careful coordinator would see of its interpreters is handled or reported."""

import datetime as dt
from collections.abc import Iterator

import pytest

from planner.agenda import Agenda
from planner.commands import interpreting, reviews
from planner.language import say
from planner.model import Interpreter, Need
from planner.rules.check import check
from planner.rules.finding import Severity, Subject
from planner.rules.interpreting import Verdict, can, roster_of, suggestions, uncovered
from planner.rules.interpreting.cover import uncovered_minutes
from planner.rules.review import review_reason, to_review
from planner.storage import PlannerFile
from tests.prepared import copy_practice

NOON = dt.time(12)


@pytest.fixture(scope="module")
def _visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    with PlannerFile.open(copy_practice(tmp_path_factory.mktemp("practice") / "portland.shimai")) as file:
        yield file


@pytest.fixture
def visit(_visit: PlannerFile) -> Iterator[PlannerFile]:
    """The visit as it was imported; what a test does to it is taken back."""
    imported = _visit.next_undo
    yield _visit
    assert imported is not None
    _visit.undo_back_to(imported.id)


def named(visit: PlannerFile, name: str) -> Interpreter:
    return next(one for one in visit.plan.interpreters if one.person.given_name == name)


def need(visit: PlannerFile, title: str, mode: str = "") -> Need:
    return next(
        one for one in visit.plan.needs
        if one.activity and one.activity.title_en.startswith(title) and mode in one.mode
    )  # fmt: skip


def verdict(visit: PlannerFile, name: str, title: str, mode: str = "") -> Verdict:
    return can(named(visit, name), need(visit, title, mode), roster_of(Agenda(visit.plan)))


def codes(found: Verdict) -> tuple[list[str], list[str]]:
    return [one.code for one in found.obstacles], [one.code for one in found.warnings]


def said(visit: PlannerFile, rule: str) -> list[str]:
    return [say(one.figures, "en") for one in check(visit.plan) if one.rule == rule]


def test_every_availability_in_prose_is_understood(visit: PlannerFile) -> None:
    whole, first = (None, None), dt.date(2027, 7, 22)
    days = {
        one.person.given_name: [
            ((each.available_on - first).days + 22, (each.available_from, each.available_until))
            for each in one.availability
        ]
        for one in visit.plan.interpreters
    }
    assert days == {
        "Emi": [(day, whole) for day in range(22, 33)],
        "Ken": [*((day, (NOON, None)) for day in (23, 24, 26, 28)), (30, whole)],
        "Grace": [(day, whole) for day in (22, 23, 24, 26, 27, 28)],
        "Haruko": [(23, (dt.time(9), dt.time(17))), (31, (dt.time(16), dt.time(22)))],
    }
    words = [one.availability_words for one in visit.plan.interpreters]
    assert words[2] == "7/22 to 7/28, not Sunday"
    # What was understood stands beside the words until somebody has confirmed it.
    names = {one.uid: one.person.given_name for one in visit.plan.interpreters}
    asked = {names[one.record_uid]: one for one in visit.plan.review_items if one.target == "Availability"}
    assert set(asked) == set(days)
    assert [one.words for one in asked.values()] == words
    ken = review_reason(asked["Ken"].reason, asked["Ken"].figures)
    told = "Understood as: 23–24 Jul, 26 Jul and 28 Jul from 12:00 PM; 30 Jul all day. Is that right?"
    assert say(ken, "en") == told
    assert "7月30日 終日" in say(ken, "ja")
    found = [one for one in to_review(visit.plan) if one.subjects[-1] == Subject("ReviewItem", asked["Ken"].id)]
    assert [one.subjects[0].noun for one in found] == ["Interpreter"]
    visit.run(reviews.settle, [asked["Ken"].id])
    assert all(one.subjects[-1].id != asked["Ken"].id for one in to_review(visit.plan))
    visit.undo()


def test_the_two_squads_at_once_have_one_interpreter_between_them(visit: PlannerFile) -> None:
    game = [one for one in suggestions(Agenda(visit.plan)) if one.activity.title_en.startswith("Game 1")]
    assert [(one.values["mode"].value, one.values["how_many"]) for one in game] == [("escort", 1)]
    visit.run(interpreting.take_suggestions, [(one.activity.id, one.values) for one in game])
    visit.run(interpreting.assign, need(visit, "Shooting clinic").id, named(visit, "Emi").id)
    others = {name: codes(verdict(visit, name, "Game 1")) for name in ("Emi", "Ken", "Grace", "Haruko")}
    assert others["Emi"] == (["is-elsewhere"], [])
    assert others["Ken"] == (["cannot-then"], [])
    [late] = verdict(visit, "Ken", "Game 1").reasons
    assert say(late, "en") == "can come that day only from 12:00 PM"
    assert others["Haruko"][0] == ["does-not-do"]
    # The only one who has time is the student, who is not to be alone.
    assert others["Grace"] == ([], ["does-not-do", "works-beside"])
    visit.run(interpreting.assign, need(visit, "Game 1").id, named(visit, "Emi").id)
    [clash] = said(visit, "interpreter-two-places")
    assert "“Shooting clinic (A squad)” and “Game 1 vs Portland Parks & Rec (B squad)”" in clash


def test_the_speech_of_45_minutes_is_too_long_for_one_also_with_the_student(visit: PlannerFile) -> None:
    dinner = need(visit, "Farewell dinner", "simultaneous")
    assert dinner.minutes == 45
    assert codes(verdict(visit, "Haruko", "Farewell dinner", "simultaneous")) == ([], ["long-alone"])
    visit.run(interpreting.assign, dinner.id, named(visit, "Haruko").id)
    visit.run(interpreting.assign, dinner.id, named(visit, "Grace").id)
    assert said(visit, "simultaneous-alone") == [
        "Haruko Bell would interpret 45 min at “Farewell dinner with speeches” at the same time as the speakers, "
        "without relief; at most 40 min are reasonable."
    ]
    [student] = said(visit, "interpreter-student")
    assert student.startswith("Grace Tanaka-Reid, “Farewell dinner with speeches”: a student")


def test_the_student_is_not_alone(visit: PlannerFile) -> None:
    museum = need(visit, "Maine State Museum").id
    visit.run(interpreting.assign, museum, named(visit, "Grace").id)
    assert said(visit, "interpreter-never-alone") == [
        "Grace Tanaka-Reid, “Maine State Museum”: works only beside a practised interpreter, and nobody is there."
    ]
    visit.run(interpreting.assign, museum, named(visit, "Ken").id)
    assert said(visit, "interpreter-never-alone") == []


def test_the_chaperone_who_interprets_is_told_once(visit: PlannerFile) -> None:
    assert codes(verdict(visit, "Emi", "Japan Night")) == ([], ["chaperone-there", "long-at-a-stretch"])
    for title in ("Japan Night", "Lobster boat"):
        visit.run(interpreting.assign, need(visit, title).id, named(visit, "Emi").id)
    assert said(visit, "interpreter-chaperone") == [
        "Emi Johnson interprets at 2 events, and looks after the group there as well (Staff)."
    ]
    # The squad's clinic is not hers to look after.
    assert codes(verdict(visit, "Emi", "Shooting clinic")) == ([], [])


def test_who_leaves_at_five_leaves_half_an_hour_of_the_call_on_the_mayor(visit: PlannerFile) -> None:
    call = need(visit, "Courtesy call")
    visit.run(interpreting.assign, call.id, named(visit, "Haruko").id)
    [told] = said(visit, "interpreter-not-free")
    assert told.endswith("but can come only 9:00 AM–5:00 PM: 30 min are not covered.")
    roster = roster_of(Agenda(visit.plan))
    [lack] = uncovered(roster.wanted[call.id], roster)
    assert roster.wanted[call.id].local(lack.start).at == dt.time(17)


def test_why_not_haruko_bell_for_japan_night(visit: PlannerFile) -> None:
    found = verdict(visit, "Haruko", "Japan Night")
    assert [say(one, "en") for one in found.reasons] == ["cannot come on Tue 27 Jul"]
    assert found.score == 0


def test_as_imported_every_minute_is_counted_as_uncovered(visit: PlannerFile) -> None:
    # 60 + 90 + 90 + 120 + 120 + 180 + 150 + 120 + 360 + 180 + 180 minutes of eleven needs, one person each
    assert uncovered_minutes(roster_of(Agenda(visit.plan))) == 1650
    worse = [one for one in check(visit.plan) if one.kind.value == "interpreting" and one.severity is Severity.BLOCK]
    assert worse == []
