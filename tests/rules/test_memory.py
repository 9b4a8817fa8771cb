"""What the rules remember from one plan to the next never differs from looking at everything afresh."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from planner.agenda import Agenda
from planner.commands import records
from planner.language import say
from planner.model import Activity, Journey, Member, Person, PlannerError
from planner.model.kinds import ActivityKind, Allergen, Answer
from planner.model.kinds import Severity as Strictness
from planner.rules.catalogue import RULES
from planner.rules.check import Check, check
from planner.rules.checker import days_of
from planner.rules.prints import READ_OF_A_PERSON
from planner.rules.rule import DayOf, Rule
from planner.rules.settings import taken
from planner.storage import PlannerFile
from tests.prepared import copy_practice

_TIMES = st.builds(dt.time, st.integers(6, 22), st.sampled_from((0, 15, 30)))

#: An edit by the place of its record in the plan, so that a failing case can be read.
_EDITS = st.one_of(
    st.tuples(st.just("when"), st.integers(0, 18), _TIMES, st.integers(1, 4)),
    st.tuples(st.just("where"), st.integers(0, 18), st.integers(0, 8), st.none()),
    st.tuples(st.just("who"), st.integers(0, 18), st.booleans(), st.none()),
    st.tuples(st.just("leaves"), st.integers(0, 14), st.integers(0, 10), st.none()),
    st.tuples(st.just("name"), st.integers(0, 14), st.text("abc", min_size=1), st.none()),
    st.tuples(st.just("undo"), st.none(), st.none(), st.none()),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_practice(tmp_path_factory.mktemp("practice") / "practice.shimai")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(_EDITS, min_size=1, max_size=4))
def test_remembering_changes_nothing(made: Path, tmp_path: Path, edits: list[tuple[str, int, object, int]]) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.shimai"
    shutil.copy(made, path)
    with PlannerFile.open(path) as file:
        remembering = Check()
        remembering(file.plan)
        for edit in edits:
            _do(file, *edit)
            assert [(found.print, found.severity, found.accepted) for found in remembering(file.plan)] == [
                (found.print, found.severity, found.accepted) for found in check(file.plan)
            ]


def _do(file: PlannerFile, what: str, place: int, value: object, hours: int) -> None:
    plan = file.plan
    first: dt.date = plan.visit.first_day
    try:
        if what == "undo":
            # The imports that made the visit stay.
            if file.next_undo is not None and file.next_undo.label.code.startswith("change-edit"):
                file.undo()
        elif what in ("leaves", "name"):
            member: Member = plan.members[place % len(plan.members)]
            if what == "name":
                file.run(records.edit, "Person", member.person_id, {"called_name_en": value})
            else:
                day = first + dt.timedelta(days=int(str(value)))
                file.run(records.edit, "Member", member.id, {"leaves_on": day})
        else:
            activity: Activity | Journey = plan.activities[place % len(plan.activities)]
            values: dict[str, object] = {"everyone": value}
            if what == "when":
                assert isinstance(value, dt.time)
                values = {"starts_at": value, "ends_at": dt.time(min(23, value.hour + hours), value.minute)}
            elif what == "where":
                values = {"place_id": plan.places[int(str(value)) % len(plan.places)].id}
            file.run(records.edit, "Activity", activity.id, values)
    except PlannerError:
        # What is refused changes nothing, and is as good a plan to check as any.
        assert file.plan is plan


class _Untouchable:
    """A value with which nothing can be done but to hold it."""

    def _touched(self, *_: object) -> Any:
        raise AssertionError("read, and not in the print")

    __bool__ = __eq__ = __hash__ = __str__ = __repr__ = __iter__ = __len__ = __contains__ = __getattr__ = _touched


def test_what_is_not_in_the_print_of_a_person_is_not_read(made: Path, tmp_path: Path) -> None:
    with PlannerFile.open(Path(shutil.copy(made, tmp_path / "watched.shimai"))) as file:
        activity = next(one for one in file.plan.activities if one.place_id and one.everyone and one.starts_at)
        late = {"kind": ActivityKind.SPORT, "ends_at": dt.time(23, 30)}
        file.run(records.edit, "Activity", activity.id, late)
        file.run(records.edit, "Place", activity.place_id, {"step_free": Answer.NO})
        file.run(records.edit, "Person", file.plan.members[0].person_id, {"mobility": "uses a wheelchair"})
        file.run(records.add, "Meal", {"activity_id": activity.id, "contains": frozenset(Allergen)})
        plan = file.plan
    agenda = Agenda(plan)
    for person in {member.person for member in plan.members}:
        others = {one.key for one in inspect(Person).attrs} - {*READ_OF_A_PERSON, "food_needs"}
        person.__dict__.update(dict.fromkeys(others, _Untouchable()))
    found = {
        one.rule.code
        for one in taken(plan, [rule for rule in RULES if isinstance(rule, Rule)])
        for look in (one.rule.event, one.rule.day)
        if look is not None
        for what in (agenda.slots if look is one.rule.event else _days(agenda))
        for _ in look(what, one.figures)
    }
    assert {"allergen-severe", "step-free", "curfew"} <= found


def _days(agenda: Agenda) -> list[DayOf]:
    return [day for cohort in agenda.cohorts for day in days_of(cohort, agenda.ways)]


def test_whoever_is_named_in_a_finding_is_named_as_they_are_called_now(made: Path, tmp_path: Path) -> None:
    with PlannerFile.open(Path(shutil.copy(made, tmp_path / "named.shimai"))) as file:
        eater = next(one for one in file.plan.members if any(
            need.severity is Strictness.SEVERE for need in one.person.food_needs))  # fmt: skip
        activity = next(one for one in file.plan.activities if one.everyone and one.starts_at)
        file.run(records.add, "Meal", {"activity_id": activity.id, "contains": frozenset(Allergen)})
        remembering = Check()
        remembering(file.plan)
        file.run(records.edit, "Person", eater.person_id, {"called_name_en": "Pip"})
        said = [say(one.figures, "en") for one in remembering(file.plan) if one.rule == "allergen-severe"]
        assert any("Pip" in words for words in said)
