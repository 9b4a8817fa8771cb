"""What a guests' form tells of the person besides the names: birth, school, whom to call, languages, animals, food."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft, by_script
from planner.intake.proposals.named import phones_of
from planner.intake.values.addresses import read_email
from planner.intake.values.allergies import FoodNeeds, read_allergies
from planner.intake.values.animals import read_avoided
from planner.intake.values.answers import read_answer, read_gender
from planner.intake.values.bonds import read_rooming
from planner.intake.values.dates import read_birth_date
from planner.intake.values.diets import read_diets
from planner.intake.values.health import Health
from planner.intake.values.languages import read_certificate, read_languages, read_level
from planner.intake.values.numbers import read_count
from planner.intake.values.phones import Phone, read_whom_to_call
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import says_none
from planner.intake.values.schooling import read_schooling
from planner.intake.values.smoking import read_smoking
from planner.model.kinds import Answer, ContactKind, Gender, LanguageLevel

_PLAIN_PERSON = (
    ("Person.rooming", "rooming"),
    ("Person.nationality", "nationality"),
    ("Person.other_allergies", "other_allergies"),
    ("Person.dislikes", "dislikes"),
)
_IN_BOTH_SCRIPTS = (
    ("Person.called_name", "called_name_en", "called_name_ja"),
    ("Person.occupation", "occupation_en", "occupation_ja"),
    ("Person.interests", "interests_en", "interests_ja"),
    ("Person.address", "address_en", "address_ja"),
)
_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}


def fill_personal(row: Row, person: Draft, context: Context) -> None:
    """What a form asks of a person besides the name."""
    fields = person.fields
    for target, field in _PLAIN_PERSON:
        if row.has(target):
            text = row.text(target)
            fields[field] = "" if says_none(text) else text
    for target, english, japanese in _IN_BOTH_SCRIPTS:
        if row.has(target):
            by_script(fields, row.text(target), english, japanese)
    if row.has("Person.birth_date"):
        fields["birth_date"] = _birth_date(row, context)
    if row.has("Person.stated_age"):
        fields["stated_age"] = row.read("Person.stated_age", read_count) if row.text("Person.stated_age") else None
    if row.has("Person.gender"):
        gender = read_gender(row.text("Person.gender"))
        fields["gender"] = gender.value
        fields["gender_words"] = row.text("Person.gender") if gender.value is Gender.OTHER else ""
        if gender.value is Gender.UNKNOWN:
            row.note_reading("Person.gender", gender)
    if row.has("Person.rooming"):
        # Words that say something else stay in their field, and a rule tells that they are to be looked at.
        fields["rooms_with"] = read_rooming(row.text("Person.rooming")).value
    for name in ("bears_smoke", "night_power"):
        if row.has(f"Person.{name}"):
            text = row.text(f"Person.{name}")
            fields[name] = row.read(f"Person.{name}", read_answer) if text else Answer.UNKNOWN
    if row.text("Person.smoke_hurts"):
        hurts = row.read("Person.smoke_hurts", read_answer)
        fields["bears_smoke"] = _OPPOSITE.get(hurts, hurts)
    if row.has("Person.school"):
        schooling = row.read("Person.school", read_schooling)
        by_script(fields, schooling.school, "school_en", "school_ja")
        fields["grade"] = schooling.grade
    if row.has("Person.smoking"):
        fields["smoking"] = row.read("Person.smoking", read_smoking).where


def _birth_date(row: Row, context: Context) -> dt.date | None:
    target = "Person.birth_date"
    day = row.day(target) or row.read(target, lambda text: read_birth_date(text, row.frame(target), context.today))
    if day is not None and day > context.today:
        row.note(target, row.text(target), Doubt.DATE_IMPOSSIBLE)  # more likely the day of the form, or a slip
        return None
    return day


def fill_parts(row: Row, person: Draft, context: Context) -> None:
    """Contacts, languages, animals."""
    if any(row.has(f"Contact.{what}") for what in ("guardian", "emergency", "phone", "email")):
        person.parts["contacts"] = _contacts(row, context)
    if any(row.has(target) for target in ("Language.en", "Language.ja", "Person.languages")):
        person.parts["languages"] = _languages(row)
    if row.has("AnimalNeed"):
        person.parts["animal_needs"] = [
            Draft(
                "AnimalNeed",
                {
                    "species": one.species,
                    "size": one.size,
                    "reaction": one.reaction,
                    "severity": one.severity,
                    "indoors_only": one.indoors_only,
                    "words": one.words,
                },
            )
            for one in row.read("AnimalNeed", read_avoided)
        ]


def _contacts(row: Row, context: Context) -> list[Draft]:
    """The guardian and the emergency contact. A number without a name of its own is the guardian's, if there is
    one.
    """
    guardian, emergency = row.text("Contact.guardian"), row.text("Contact.emergency")
    phones, beside = _whom_to_call(row, context, named=bool(emergency))
    if beside.split() == guardian.split():
        beside = ""
    fields: dict[str, Any] = {
        "phone": ", ".join(phone.shown for phone in phones),
        "email": row.read("Contact.email", read_email, "Contact.email"),
        "relation": row.text("Contact.relation") or next((phone.relation for phone in phones if phone.relation), ""),
    }
    contacts = []
    if guardian:
        own = fields if not (emergency or beside) else {}
        contacts.append(_contact(ContactKind.GUARDIAN, guardian, 1, own | _reading(row, "Contact.guardian_kana")))
    if emergency or beside or (not guardian and any(fields.values())):
        read = _reading(row, "Contact.emergency_kana")
        contacts.append(_contact(ContactKind.EMERGENCY, emergency or beside, 1 if not guardian else 2, fields | read))
    return contacts


def _reading(row: Row, target: str) -> dict[str, str]:
    return {"name_kana": row.text(target)} if row.has(target) else {}


def _whom_to_call(row: Row, context: Context, *, named: bool) -> tuple[tuple[Phone, ...], str]:
    """The numbers, and the name beside them unless a column of its own gives one (then it is left to be looked at)."""
    if named or not row.text("Contact.phone") or says_none(row.text("Contact.phone")):
        return phones_of(row, "Contact.phone", context, "Contact.phone"), ""
    return row.read("Contact.phone", lambda text: read_whom_to_call(text, context.country), "Contact.phone")


def _contact(kind: ContactKind, name: str, priority: int, fields: dict[str, Any]) -> Draft:
    names: dict[str, Any] = {}
    by_script(names, name, "name_en", "name_ja")
    return Draft("Contact", {"kind": kind, "priority": priority, **names, **fields})


def _languages(row: Row) -> list[Draft]:
    certificate = row.text("Person.certificate")
    spoken: dict[str, Draft] = {}
    for target, code in (("Language.en", "en"), ("Language.ja", "ja")):
        text = row.text(target)
        if text:
            level = row.read(target, read_level, "SpokenLanguage")
            named = read_certificate(text) or (read_certificate(certificate) if code == "en" else "")
            spoken[code] = _spoken(code, level, named or (certificate if code == "en" else ""))
    if row.text("Person.languages"):
        for one in row.read("Person.languages", read_languages, "SpokenLanguage"):
            spoken.setdefault(one.language, _spoken(one.language, one.level, one.certificate))
    return list(spoken.values())


def _spoken(code: str, level: LanguageLevel, certificate: str) -> Draft:
    return Draft("SpokenLanguage", {"language": code, "level": level, "certificate": certificate})


def fill_food(row: Row, person: Draft, health: Health) -> None:
    """Allergies, diets, pens. What is no food stays with the person as another allergy."""
    needs = FoodNeeds()
    if row.has("FoodNeed"):
        reading = read_allergies(row.text("FoodNeed"))
        needs = reading.value
        row.note_reading("FoodNeed", reading)
        person.parts["food_needs"] = [
            Draft("FoodNeed", {"allergen": food.allergen, "severity": food.severity, "words": food.words})
            for food in needs.foods
        ]
        if reading.rest and not row.has("Person.other_allergies"):
            person.fields["other_allergies"] = reading.rest
    if row.has("FoodNeed") or row.has("Person.health"):
        pens = [count for count in (needs.pens, health.pens) if count is not None]
        person.fields["epinephrine_pens"] = max(pens) if pens else None
    if row.has("Person.diets"):
        eating = row.read("Person.diets", read_diets)
        text = row.text("Person.diets")
        person.fields["diets"] = eating.diets
        person.fields["diet_words"] = (
            text if eating.diets or (text and not eating.faith and not says_none(text)) else ""
        )
        person.fields["practice"] = eating.faith
