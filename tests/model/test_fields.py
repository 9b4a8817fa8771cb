"""Every field says what it is called and how sensitive it is; and keeps its values through the file."""

import datetime as dt
from enum import StrEnum

import pytest

from planner.model import Base, FoodNeed, Member, Person, Plan, Stay, Visit
from planner.model.fields import ORDINARY, PERSONAL, PUBLIC, SPECIAL, Choice, Choices, Sensitivity, facts_of
from planner.model.kinds import Allergen, Diet, Gender, Role

COLUMNS = [
    (mapper.class_, column)
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
    for column in mapper.local_table.columns
]
BY_NAME = {f"{noun.__name__}.{column.key}": facts_of(column) for noun, column in COLUMNS}


def test_every_field_has_facts_but_ids_and_references() -> None:
    for noun, column in COLUMNS:
        is_id = column.key in ("id", "uid", "row_id") or bool(column.foreign_keys)
        assert (facts_of(column) is None) == is_id, f"{noun.__name__}.{column.key}"


def test_no_two_fields_of_a_noun_have_the_same_label() -> None:
    for mapper in Base.registry.mappers:
        labels = [facts.label for column in mapper.local_table.columns if (facts := facts_of(column))]
        assert all(labels)
        assert len(labels) == len(set(labels)), mapper.class_.__name__


# Words that mean health, faith, documents or custody, wherever they occur (domain.md §2, S3).
_SPECIAL = (
    "allerg", "medic", "condition", "diet", "epinephrine", "tetanus", "doctor", "practice", "custody", "passport_n",
    "passport_exp", "faith", "insurance_policy", "treatment", "mobility", "licence", "notes_staff", "firearms",
    "motion_sick", "may_consent", "consent_letter", "alone_with_minors",
)  # fmt: skip
_NOT_ABOUT_HEALTH = {"Person.passport_name", "Member.medic_skill", "Household.air_conditioning"}


@pytest.mark.parametrize("word", _SPECIAL)
def test_what_is_special_is_declared_so(word: str) -> None:
    named = {name: facts for name, facts in BY_NAME.items() if word in name.split(".")[1] and facts is not None}
    assert named
    for name, facts in named.items():
        assert facts.sensitivity is SPECIAL or name in _NOT_ABOUT_HEALTH, name


@pytest.mark.parametrize("noun", ["FoodNeed", "AnimalNeed", "Clearance"])
def test_nouns_about_health_and_checks_are_special_throughout(noun: str) -> None:
    levels = {facts.sensitivity for name, facts in BY_NAME.items() if name.startswith(f"{noun}.") and facts}
    assert levels == {SPECIAL}


def test_names_addresses_and_telephones_of_people_are_personal() -> None:
    people = {"Person", "Household", "Contact", "PartnershipContact", "Member"}
    for name, facts in BY_NAME.items():
        noun, field = name.split(".")
        words = ("name", "address", "phone", "email", "birth", "messenger", "latitude")
        if facts is not None and noun in people and any(word in field for word in words):
            assert facts.sensitivity >= PERSONAL, name


def test_only_what_may_be_published_is_public() -> None:
    public = {name.split(".")[0] for name, facts in BY_NAME.items() if facts and facts.sensitivity is PUBLIC}
    assert public <= {
        "Activity", "CalendarDay", "City", "Delegation", "FormerName", "Group", "Journey", "Meal", "OpeningHours",
        "Partnership", "Place", "Visit", "VisitPhone",
    }  # fmt: skip
    assert list(Sensitivity) == [PUBLIC, ORDINARY, PERSONAL, SPECIAL]


def test_a_new_record_has_its_defaults_at_once() -> None:
    person = Person(family_name="Satō")
    assert person.given_name == ""
    assert person.gender is Gender.UNKNOWN
    assert person.diets == frozenset()
    assert person.birth_date is None
    assert len(person.uid) == 32
    assert person.uid != Person().uid
    with pytest.raises(TypeError, match="shoe_size"):
        Person(shoe_size=42)


def test_choices_are_kept_in_the_order_of_the_enumeration() -> None:
    kind = Choices(Diet)
    written = kind.process_bind_param([Diet.VEGAN, next(iter(Diet))], None)
    assert written == ",".join(one.value for one in Diet if one in (Diet.VEGAN, next(iter(Diet))))
    assert kind.process_result_value(f"{written},from_mars", None) == {Diet.VEGAN, next(iter(Diet))}
    assert kind.process_result_value("", None) == frozenset()
    with pytest.raises(ValueError, match="from_mars"):
        kind.process_bind_param(["from_mars"], None)


def test_a_choice_from_a_newer_version_stays_readable() -> None:
    kind = Choice(Role)
    assert kind.process_result_value("coach", None) is Role.COACH
    assert kind.process_result_value("astronaut", None) == "astronaut"
    with pytest.raises(ValueError, match="astronaut"):
        kind.process_bind_param("astronaut", None)


def test_values_come_back_from_the_file_as_they_were(plan: Plan) -> None:
    [visit] = plan.visits
    assert visit.first_day == dt.date(2027, 7, 22)
    member = plan.find(Member, 1)
    assert isinstance(member.role, StrEnum)
    assert plan.find(Person, 1).diets == frozenset(Diet)
    assert plan.all(FoodNeed)[0].allergen is Allergen.GELATIN
    assert plan.activities[0].starts_at == dt.time(10, 30)
    assert plan.sheet_imports[0].report == {"planted": "<all.SheetImport.report>"}
    assert plan.households[0].latitude == 7.5
    assert plan.find(Stay, 1).locked is True
    assert plan.find(Visit, 1) is plan.visit
