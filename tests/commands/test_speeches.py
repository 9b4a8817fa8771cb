"""Items of a ceremony, suggestions and materials: one step each, which undo takes back whole."""

import datetime as dt
from pathlib import Path

import pytest

from planner.agenda import Agenda
from planner.agenda.ceremony import in_order
from planner.commands import interpreting, records, speeches
from planner.language import say
from planner.model import Activity, Assignment, Need, PlannerError, Speech
from planner.model.kinds import ActivityKind, ActivityStatus, InterpretingMode, LanguagePair, SpeechLanguage, TeamRole
from planner.rules.interpreting import suggestions
from planner.storage import PlannerFile
from tests.storage.contents import contents


@pytest.fixture
def ceremony(file: PlannerFile) -> int:
    """An activity with three items, named by their order."""
    activity = file.plan.activities[0]
    for one in activity.speeches:
        file.run(records.remove, "Speech", one.id)
    for name in "ABC":
        file.run(speeches.add_speech, activity.id, {"speaker_en": name, "minutes": 5})
    return activity.id


def order(file: PlannerFile, activity_id: int) -> str:
    return "".join(one.speaker_en for one in in_order(file.plan.find(Activity, activity_id).speeches))


@pytest.mark.parametrize(
    ("which", "by", "after"), [("A", 1, "BAC"), ("C", -1, "ACB"), ("C", -9, "CAB"), ("A", 9, "BCA"), ("A", -1, "ABC")]
)
def test_an_item_is_moved_and_the_others_make_room(
    file: PlannerFile, path: Path, ceremony: int, which: str, by: int, after: str
) -> None:
    before = contents(path)
    [moved] = [one for one in file.plan.all(Speech) if one.speaker_en == which]
    file.run(speeches.move_speech, moved.id, by)
    assert order(file, ceremony) == after
    assert sorted(one.place or 0 for one in file.plan.find(Activity, ceremony).speeches) == [1, 2, 3]
    if order(file, ceremony) != "ABC":
        file.undo()
    assert contents(path) == before


def test_an_item_is_named_by_its_title_or_who_speaks(file: PlannerFile, ceremony: int) -> None:
    [first] = [one for one in file.plan.all(Speech) if one.speaker_en == "A"]
    file.run(records.edit, "Speech", first.id, {"language": SpeechLanguage.ENGLISH})
    step = file.next_undo
    assert step is not None
    assert say(step.label, "en") == "A: Language"
    with pytest.raises(PlannerError) as refused:
        file.run(records.edit, "Speech", first.id, {"minutes": -1})
    assert refused.value.code == "number-below-zero"


def test_what_an_item_points_to_may_go_and_an_activity_takes_its_items_along(file: PlannerFile, path: Path) -> None:
    speech = file.plan.all(Speech)[0]
    assert speech.person_id is not None
    before = contents(path)
    file.run(records.remove, "Person", speech.person_id)
    assert file.plan.all(Speech)[0].person_id is None
    file.undo()
    assert contents(path) == before
    file.run(records.remove, "Activity", speech.activity_id)
    assert file.plan.all(Speech) == ()
    file.undo()
    assert contents(path) == before


def test_suggestions_are_taken_in_one_step(file: PlannerFile, path: Path) -> None:
    for need in file.plan.needs:
        file.run(records.remove, "Need", need.id)
    for activity in file.plan.activities:
        values = {"kind": ActivityKind.OFFICIAL, "status": ActivityStatus.CONFIRMED}
        file.run(records.edit, "Activity", activity.id, values)
    before = contents(path)
    found = suggestions(Agenda(file.plan))
    assert found
    made = file.run(interpreting.take_suggestions, [(one.activity.id, one.values) for one in found])
    assert [file.plan.find(Need, need_id).mode for need_id in made] == [one.values["mode"] for one in found]
    assert suggestions(Agenda(file.plan)) == []
    file.undo()
    assert contents(path) == before


def test_an_assignment_can_be_for_a_part_and_in_a_role(file: PlannerFile) -> None:
    need = file.run(interpreting.add_need, "Activity", file.plan.activities[0].id)
    part = {"role": TeamRole.ASSISTS, "covers_from": dt.time(10, 45)}
    made = file.run(interpreting.assign, need, file.plan.interpreters[0].id, part)
    one = file.plan.find(Assignment, made)
    assert (one.role, one.covers_from, one.covers_until) == (TeamRole.ASSISTS, dt.time(10, 45), None)


def test_a_suggested_need_has_every_field_it_needs(file: PlannerFile) -> None:
    values = {"mode": InterpretingMode.ESCORT, "pairs": frozenset(LanguagePair), "how_many": 2}
    [made] = file.run(interpreting.take_suggestions, [(file.plan.activities[0].id, values)])
    assert file.plan.find(Need, made).how_many == 2
    with pytest.raises(PlannerError) as refused:
        file.run(interpreting.take_suggestions, [(file.plan.activities[0].id, {"mode": "singing"})])
    assert refused.value.code == "value-not-fitting"
