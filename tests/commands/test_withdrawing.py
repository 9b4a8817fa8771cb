"""Who does not travel after all, and a family that does not host after all."""

from pathlib import Path

import pytest

from planner.commands import people, records
from planner.model import Person
from planner.model.audience import Audience, redact
from planner.storage import PlannerFile
from tests.prepared import begun
from tests.ui.small_visit import begin


@pytest.fixture
def file(tmp_path: Path) -> PlannerFile:
    return begun(tmp_path / "visit.shimai", begin)


def test_a_withdrawn_guest_is_hidden_from_the_hosts_and_they_from_the_guest(file: PlannerFile) -> None:
    with file:
        stay = next(stay for stay in file.plan.stays if stay.household is not None)
        member, household = stay.member, stay.household
        assert household is not None
        file.run(records.edit, "Person", member.person_id, {"conditions": "epilepsy"})
        file.run(records.edit, "Household", household.id, {"address_en": "12 Munjoy St"})
        host, guest = Audience.host(household.id), Audience.participant(member.id)
        assert redact(file.plan, host).find(Person, member.person_id).conditions == "epilepsy"
        assert any(home.address_en == "12 Munjoy St" for home in redact(file.plan, guest).households)

        file.run(people.withdraw, [member.id])
        assert all(person.conditions == "" for person in redact(file.plan, host).people)
        assert all(home.address_en == "" for home in redact(file.plan, guest).households)


def test_a_familys_stays_go_with_it_and_come_back(file: PlannerFile) -> None:
    with file:
        stay = next(stay for stay in file.plan.stays if stay.household is not None)
        before = len(file.plan.stays)
        file.run(records.remove, "Household", stay.household_id)
        assert all(left.household_id != stay.household_id for left in file.plan.stays)
        assert len(file.plan.stays) < before
        file.undo()
        assert len(file.plan.stays) == before
