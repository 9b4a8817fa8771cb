"""Interpreters added and removed, and assigned to what needs them: one step each, which undo takes back whole."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import interpreting, records
from planner.language import say
from planner.model import Assignment, Interpreter, Person, PlannerError
from planner.model.kinds import InterpreterLevel, InterpretingMode, LanguagePair
from planner.storage import PlannerFile
from tests.storage.contents import contents


def label(file: PlannerFile) -> tuple[str, str]:
    """The name of the last step in both languages."""
    step = file.next_undo
    assert step is not None
    return say(step.label, "en"), say(step.label, "ja")


def test_somebody_new_needs_only_a_name(file: PlannerFile, path: Path) -> None:
    before = contents(path)
    visit = file.plan.visit.id
    level = {"level": InterpreterLevel.STUDENT}
    made = file.run(interpreting.add_interpreter, visit, {"given_name": "Emi", "given_name_ja": "恵美"}, level)
    interpreter = file.plan.find(Interpreter, made)
    assert (interpreter.person.given_name, interpreter.level) == ("Emi", InterpreterLevel.STUDENT)
    assert label(file) == ("Add Interpreter: Emi", "通訳者を追加：恵美")
    file.undo()
    assert contents(path) == before
    with pytest.raises(PlannerError) as refused:
        file.run(interpreting.add_interpreter, visit, {"given_name": "  "})
    assert refused.value.code == "value-missing"
    assert contents(path) == before


def test_somebody_known_interprets_once_in_a_visit(file: PlannerFile) -> None:
    visit = file.plan.visit.id
    there = {one.person_id for one in file.plan.interpreters}
    person = next(one for one in file.plan.people if one.id not in there)
    made = file.run(interpreting.add_known_interpreter, visit, person.id)
    assert file.plan.find(Interpreter, made).person_id == person.id
    assert len(file.plan.all(Person)) == len({one.id for one in file.plan.people})
    with pytest.raises(PlannerError) as refused:
        file.run(interpreting.add_known_interpreter, visit, person.id)
    assert refused.value.code == "interprets-already"
    with pytest.raises(PlannerError) as gone:
        file.run(interpreting.add_known_interpreter, visit, 10_000)
    assert gone.value.code == "record-gone"


def test_a_need_is_what_most_events_need(file: PlannerFile) -> None:
    for noun, event in (("Activity", file.plan.activities[0]), ("Journey", file.plan.journeys[0])):
        made = file.run(interpreting.add_need, noun, event.id)
        need = next(one for one in file.plan.needs if one.id == made)
        assert (need.activity or need.journey) is file.plan.find(type(event), event.id)
        assert (need.mode, need.how_many) == (InterpretingMode.CONSECUTIVE, 1)
        assert need.pairs == frozenset(LanguagePair)


def test_nobody_is_assigned_twice_to_one_need(file: PlannerFile, path: Path) -> None:
    need = file.run(interpreting.add_need, "Activity", file.plan.activities[0].id)
    emi = {"given_name": "Emi", "given_name_ja": "恵美"}
    interpreter = file.run(interpreting.add_interpreter, file.plan.visit.id, emi)
    before = contents(path)
    made = file.run(interpreting.assign, need, interpreter)
    activity = file.plan.activities[0]
    assert label(file) == (
        f"{activity.title_en}: Emi interprets", f"{activity.title_ja}：通訳を恵美に割り当て"
    )  # fmt: skip
    with pytest.raises(PlannerError) as refused:
        file.run(interpreting.assign, need, interpreter)
    assert refused.value.code == "assigned-already"
    file.run(interpreting.unassign, made)
    assert file.plan.get(Assignment, made) is None
    assert label(file) == (
        f"{activity.title_en}: Emi no longer interprets", f"{activity.title_ja}：恵美の通訳の割り当てを解除"
    )  # fmt: skip
    file.undo()
    assert file.plan.find(Assignment, made).interpreter_id == interpreter
    file.undo()
    assert contents(path) == before


def test_interpreters_go_with_their_assignments_and_come_back_with_them(file: PlannerFile, path: Path) -> None:
    need = file.run(interpreting.add_need, "Activity", file.plan.activities[0].id)
    visit = file.plan.visit.id
    made = [file.run(interpreting.add_interpreter, visit, {"given_name": name}) for name in ("Emi", "Ken")]
    for interpreter in made:
        file.run(interpreting.assign, need, interpreter)
    before = contents(path)
    file.run(interpreting.remove_interpreters, made)
    assert not {one.id for one in file.plan.interpreters} & set(made)
    assert not [one for one in file.plan.all(Assignment) if one.interpreter_id in made]
    assert {"Emi", "Ken"} <= {person.given_name for person in file.plan.people}
    assert label(file)[0] == "Remove Interpreter: Emi and Ken"
    file.undo()
    assert contents(path) == before


def test_a_need_is_handed_over_given_away_and_pinned(file: PlannerFile, path: Path) -> None:
    visit = file.plan.visit.id
    need = file.run(interpreting.add_need, "Activity", file.plan.activities[0].id)
    emi, ken = (file.run(interpreting.add_interpreter, visit, {"given_name": name}) for name in ("Emi", "Ken"))
    made = file.run(interpreting.assign, need, emi)
    before = contents(path)
    at, later = dt.time(11), dt.time(11, 30)
    file.run(interpreting.cover_part, made, None, later)
    second = file.run(interpreting.hand_over, made, at, ken)
    parts = [file.plan.find(Assignment, one) for one in (made, second)]
    assert [(one.covers_from, one.covers_until) for one in parts] == [(None, at), (at, later)]
    with pytest.raises(PlannerError) as twice:
        file.run(interpreting.reassign, second, emi)
    assert twice.value.code == "assigned-already"
    file.undo()
    file.run(interpreting.reassign, made, ken)
    assert file.plan.find(Assignment, made).interpreter_id == ken
    file.run(interpreting.pin, made, True)
    for command, *figures in (
        (interpreting.reassign, emi), (interpreting.cover_part, at, later), (interpreting.hand_over, at, emi)
    ):  # fmt: skip
        with pytest.raises(PlannerError) as pinned:
            file.run(command, made, *figures)
        assert pinned.value.code == "assignment-locked"
    for _ in range(3):
        file.undo()
    assert contents(path) == before
    # Nobody at all is no need, and no part of an event within a day ends before it begins.
    for noun, row, values, code in (
        ("Need", need, {"how_many": 0}, "value-not-fitting"),
        ("Need", need, {"needed_from": later, "needed_until": at}, "end-before-start"),
        ("Assignment", made, {"covers_from": later, "covers_until": at}, "end-before-start"),
    ):
        with pytest.raises(PlannerError) as unfit:
            file.run(records.edit, noun, row, values)
        assert unfit.value.code == code


def test_who_cannot_come_any_more_comes_until_then(file: PlannerFile, path: Path) -> None:
    visit = file.plan.visit
    emi = file.run(interpreting.add_interpreter, visit.id, {"given_name": "Emi", "given_name_ja": "恵美"})
    first = visit.first_day
    third, day = first + dt.timedelta(days=2), dt.timedelta(days=1)
    before = contents(path)

    def comes() -> list[tuple[dt.date, dt.time | None, dt.time | None]]:
        said = file.plan.find(Interpreter, emi).availability
        return [(one.available_on, one.available_from, one.available_until) for one in said]

    # She has not said when she comes: from then on only the days until then are hers.
    file.run(interpreting.no_longer_comes, emi, third, dt.time(14))
    assert comes() == [(first, None, None), (first + day, None, None), (third, None, dt.time(14))]
    assert "Emi cannot come from" in label(file)[0]
    assert "来られません" in label(file)[1]
    # Earlier still: what lies after goes, what spans it ends.
    file.run(interpreting.no_longer_comes, emi, first + day, dt.time())
    assert comes() == [(first, None, None)]
    with pytest.raises(PlannerError) as never:
        file.run(interpreting.no_longer_comes, emi, first, dt.time())
    assert never.value.code == "comes-on-no-day"
    assert comes() == [(first, None, None)]
    for _ in range(2):
        file.undo()
    assert contents(path) == before
