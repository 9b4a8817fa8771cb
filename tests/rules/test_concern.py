"""Which findings are about a thing, and what an acceptance holds for."""

import datetime as dt
from pathlib import Path

import pytest

from planner.commands import records, ruling
from planner.model.kinds import StayKind
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.check import check
from planner.rules.concern import concerning
from planner.rules.finding import Finding, FindingKind, Severity, Subject, standing
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import FIRST, begin


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def about(plan: Plan, subject: Subject) -> set[FindingKind]:
    return {one.kind for one in concerning(check(plan), plan, subject)}


def test_an_event_has_its_needs_a_family_its_adults_a_person_their_part(file: PlannerFile) -> None:
    plan = file.plan
    need = next(one for one in plan.needs if not one.assignments)
    assert need.activity_id is not None
    assert FindingKind.INTERPRETING in about(plan, Subject("Activity", need.activity_id))
    assert FindingKind.CLEARANCES in about(plan, Subject("Household", plan.households[1].id))
    member = plan.members[1]
    of_member, of_person = (
        concerning(check(plan), plan, Subject(noun, row_id))
        for noun, row_id in (("Member", member.id), ("Person", member.person_id))
    )
    assert of_member
    assert of_member == of_person
    assert about(plan, Subject("City", plan.cities[0].id)) == set()


def test_what_is_found_for_a_whole_group_is_not_each_ones_own(file: PlannerFile) -> None:
    plan = file.plan
    everyone = tuple(member.id for member in plan.members)
    event = (Subject("Activity", plan.activities[0].id),)
    crowd = Finding(FindingKind.TIME, Severity.WARN, event, Message("x", {}), who=everyone)
    single = Finding(FindingKind.TIME, Severity.WARN, event, Message("x", {}), who=everyone[:1])
    subject = Subject("Member", everyone[0])
    assert concerning([crowd, single], plan, subject) == [crowd, single]
    assert concerning([crowd, single], plan, subject, own=True) == [single]


def test_other_nights_without_a_bed_are_not_what_was_accepted(file: PlannerFile) -> None:
    member = file.plan.members[0]

    def bedless() -> Finding:
        found = check(file.plan)
        return next(one for one in found if one.kind is FindingKind.BEDS and one.subject.id == member.id)

    file.run(ruling.accept, file.plan.visit.id, "beds", bedless().print, "with her aunt", "Dana")
    assert standing([bedless()]) == []
    values = {"first_night": FIRST + dt.timedelta(days=2)}
    stay = next(one for one in file.plan.stays if one.member_id == member.id)
    assert stay.kind is StayKind.HOME
    file.run(records.edit, "Stay", stay.id, values)
    assert standing([bedless()]) == [bedless()]


def test_something_more_that_is_missing_is_not_what_was_accepted(file: PlannerFile) -> None:
    household = file.plan.households[3]

    def lacking() -> Finding:
        found = (one for one in check(file.plan) if one.kind is FindingKind.ESSENTIALS)
        return next(one for one in found if one.subject == Subject("Household", household.id))

    file.run(ruling.accept, file.plan.visit.id, "essentials", lacking().print, "no telephone at home", "Dana")
    file.run(records.edit, "Household", household.id, {"name_en": "McLeod"})
    assert standing([lacking()]) == []
    for bed in household.beds:
        file.run(records.remove, "Bed", bed.id)
    assert standing([lacking()]) == [lacking()]
