"""A row of the guests' form → a member of the delegation, with the person and everything known of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from planner.clock import age_on
from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft
from planner.intake.proposals.wishes import named_member
from planner.intake.values.addresses import read_email
from planner.intake.values.allergies import FoodNeeds, read_allergies
from planner.intake.values.animals import read_avoided
from planner.intake.values.answers import read_answer, read_gender, read_photo_consent
from planner.intake.values.attendance import Party, read_attendance
from planner.intake.values.bonds import read_kin, read_rooming
from planner.intake.values.dates import read_birth_date, read_date
from planner.intake.values.diets import read_diets
from planner.intake.values.health import Health, read_health
from planner.intake.values.languages import read_certificate, read_languages, read_level
from planner.intake.values.names import Name, proper, read_name
from planner.intake.values.numbers import read_count, read_height
from planner.intake.values.phones import Phone, read_phones, read_whom_to_call
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import says_none, split_outside
from planner.intake.values.schooling import read_playing, read_role, read_schooling
from planner.intake.values.smoking import read_smoking
from planner.language.kana import has_japanese
from planner.model.kinds import Answer, ContactKind, Gender, LanguageLevel, Role, WishKind

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
_ANSWERS = (
    "smokers_ok",
    "pets_ok",
    "small_children_ok",
    "stairs_ok",
    "futon_ok",
    "wants_same_age",
    "wants_alone",
    "press_consent",
    "swims",
    "motion_sick",
)
_OPPOSITE = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}


def draft_guest(row: Row, context: Context) -> Draft | None:
    """Describe the guest of a row; None for a row without any name."""
    person = draft_person(row, context)
    if not any(person.fields.get(name) for name in _NAMES):
        return None
    _personal(row, person, context)
    _body(row, person, context)
    member = Draft(
        "Member",
        _of_this_visit(row, person, context),
        links={"person": person, "delegation": context.delegation()},
    )
    health: Health = row.read("Person.health", read_health)
    if row.has("Person.health"):
        person.fields["conditions"], person.fields["medicines"] = health.conditions, health.medicines
        if health.motion_sick and member.fields.get("motion_sick", Answer.UNKNOWN) is Answer.UNKNOWN:
            member.fields["motion_sick"] = Answer.YES
    _food(row, person, health)
    if row.has("Wish.together") or row.has("Wish.apart"):
        member.parts["wishes"] = [
            *_wishes(row, "Wish.together", WishKind.TOGETHER),
            *_wishes(row, "Wish.apart", WishKind.APART),
        ]
    if row.has("Relation"):
        member.parts["relations"] = [
            Draft("Relation", {"kind": kin.kind}, links={"other": named_member(kin.name, context)})
            for kin in row.read("Relation", read_kin)
        ]
    if row.has("Group"):
        member.parts["memberships"] = _memberships(row, context)
    return member


_NAMES_APART = re.compile(r"[、,;；，\n・/]|\s+(?:and|&)\s+|(?<=[一-龠ぁ-んァ-ヶ])と(?=[一-龠ァ-ヶ])", re.IGNORECASE)
_NAMES = ("family_name", "given_name", "family_name_ja", "given_name_ja", "family_name_kana", "passport_name")


def draft_person(row: Row, context: Context) -> Draft:
    """Names, e-mail and telephone, as every sheet about people has them."""
    person = Draft("Person")
    fields = person.fields
    kana = row.text("Person.name_kana")
    written: Name | None = None
    if row.has("Person.name_ja"):
        japanese = _name(row, "Person.name_ja", "Person.family_name_ja")
        if has_japanese(row.text("Person.name_ja")) or not row.text("Person.name_ja"):
            fields["family_name_ja"], fields["given_name_ja"] = japanese.family, japanese.given
        else:
            fields["family_name"], fields["given_name"] = japanese.family, japanese.given
        written = japanese
    if row.has("Person.name_kana"):
        reading = _name(row, "Person.name_kana", "Person.family_name_kana")
        fields["family_name_kana"], fields["given_name_kana"] = reading.family, reading.given
    if row.has("Person.passport_name"):
        words = row.text("Person.passport_name")
        fields["passport_name"] = words
        latin = row.read(
            "Person.passport_name",
            lambda text: read_name(text, family_first=bool(written), kana=kana),
        )
        if not row.has("Person.name_en"):
            fields["family_name"], fields["given_name"] = latin.family, latin.given
        written = latin if words else written
    if row.has("Person.name_en"):
        words = row.text("Person.name_en")
        latin = row.read("Person.name_en", lambda text: read_name(text, kana=kana))
        if has_japanese(words):
            fields.setdefault("family_name_ja", latin.family)
            fields.setdefault("given_name_ja", latin.given)
        else:
            fields["family_name"], fields["given_name"] = latin.family, latin.given
            if latin.title:
                fields["honorific"] = latin.title
        written = latin if words else written
    for name in (
        "family_name",
        "given_name",
        "family_name_ja",
        "given_name_ja",
        "family_name_kana",
        "given_name_kana",
    ):
        if row.has(f"Person.{name}"):
            fields[name] = proper(row.text(f"Person.{name}"))
    if written is not None:
        person.at_first["family_name_first"] = written.family_first
    if row.has("Person.email"):
        fields["email"] = row.read("Person.email", read_email, "Person.email")
    if row.has("Person.phone"):
        phones = _phones(row, "Person.phone", context, "Person.phone")
        fields["phone"] = ", ".join(phone.shown for phone in phones)
    if row.has("Person.messenger"):
        fields["messenger"] = row.text("Person.messenger")
    return person


def _name(row: Row, target: str, field: str) -> Name:
    return row.read(target, read_name, field)


def _phones(row: Row, target: str, context: Context, field: str) -> tuple[Phone, ...]:
    if not row.text(target) or says_none(row.text(target)):
        return ()
    return row.read(target, lambda text: read_phones(text, context.country), field)


def _personal(row: Row, person: Draft, context: Context) -> None:
    """What a form asks of a person besides the name."""
    fields = person.fields
    for target, field in _PLAIN_PERSON:
        if row.has(target):
            text = row.text(target)
            fields[field] = "" if says_none(text) else text
    for target, english, japanese in _IN_BOTH_SCRIPTS:
        if row.has(target):
            _by_script(fields, row.text(target), english, japanese)
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
        _by_script(fields, schooling.school, "school_en", "school_ja")
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


def _by_script(fields: dict[str, Any], text: str, english: str, japanese: str) -> None:
    """Put words into the field of their script, and empty the other."""
    text = "" if says_none(text) else text
    fields[japanese if has_japanese(text) else english] = text
    fields.setdefault(english, "")
    fields.setdefault(japanese, "")


def _body(row: Row, person: Draft, context: Context) -> None:
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
        return _phones(row, "Contact.phone", context, "Contact.phone"), ""
    return row.read("Contact.phone", lambda text: read_whom_to_call(text, context.country), "Contact.phone")


def _contact(kind: ContactKind, name: str, priority: int, fields: dict[str, Any]) -> Draft:
    names: dict[str, Any] = {}
    _by_script(names, name, "name_en", "name_ja")
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


def _food(row: Row, person: Draft, health: Health) -> None:
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


def _of_this_visit(row: Row, person: Draft, context: Context) -> dict[str, Any]:
    """The fields of the member: role, size, wishes about the home, consents."""
    fields: dict[str, Any] = {}
    if row.has("Member.role"):
        role = row.read("Member.role", read_role)
        fields["role_words"] = row.text("Member.role")
        if role is not None:
            fields["role"] = role
    for name in _ANSWERS:
        if row.has(f"Member.{name}"):
            text = row.text(f"Member.{name}")
            fields[name] = row.read(f"Member.{name}", read_answer) if text else Answer.UNKNOWN
    optional: tuple[tuple[str, Callable[[str], Reading[Any]]], ...] = (
        ("height_cm", read_height),
        ("weight_kg", read_count),
        ("involvement", read_count),
    )
    for name, reader in optional:
        if row.has(f"Member.{name}"):
            fields[name] = row.read(f"Member.{name}", reader) if row.text(f"Member.{name}") else None
    for name in ("shirt_size", "performance", "passport_number"):
        if row.has(f"Member.{name}"):
            fields[name] = row.text(f"Member.{name}")
    if row.has("Member.passport_expires_on"):
        target = "Member.passport_expires_on"
        fields["passport_expires_on"] = row.day(target) or row.read(
            target, lambda text: read_date(text, row.frame(target))
        )
    if row.has("Member.playing"):
        playing = row.read("Member.playing", read_playing)
        fields["position"], fields["shirt_number"] = playing.position, playing.number
    if row.has("Member.photo_consent"):
        fields["photo_consent"] = row.read("Member.photo_consent", read_photo_consent)
    if row.has("Member.host_message"):
        _by_script(fields, row.text("Member.host_message"), "host_message_en", "host_message_ja")
    if row.has("notes"):
        fields["notes"] = row.text("notes")
    fields_at_first = _role_by_age(person, context)
    if "role" not in fields and fields_at_first is not None:
        fields["role"] = fields_at_first
    return fields


def _role_by_age(person: Draft, context: Context) -> Role | None:
    """Without a stated role, an adult is a delegate rather than a student."""
    birth = person.fields.get("birth_date")
    age = age_on(birth, context.visit.first_day) if birth else person.fields.get("stated_age")
    return Role.DELEGATE if age is not None and age >= 20 else None


def _wishes(row: Row, target: str, kind: WishKind) -> list[Draft]:
    text = row.text(target)
    if not text or says_none(text):
        return []
    return [
        Draft("Wish", {"kind": kind, "words": words}, links={"other": None})
        for words in split_outside(text, _NAMES_APART)
    ]


def _memberships(row: Row, context: Context) -> list[Draft]:
    text = row.text("Group")
    if not text or says_none(text):
        return []
    attendance = read_attendance(text)
    parties = list(attendance.value.groups)
    for words in attendance.value.names:
        letter = words.upper() if len(words) == 1 else ""
        parties.append(Party(f"{letter} squad", f"{letter}チーム", letter) if letter else _party(words))
    return [Draft("GroupMember", links={"group": group}) for group in context.groups(parties)]


def _party(words: str) -> Party:
    return Party("", words) if has_japanese(words) else Party(words)
