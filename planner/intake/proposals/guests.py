"""A row of the guests' form → a member of the delegation, with the person and everything known of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from planner.clock import age_on
from planner.intake.proposals.cells import Row
from planner.intake.proposals.context import Context
from planner.intake.proposals.drafts import Draft, by_script
from planner.intake.proposals.named import draft_person
from planner.intake.proposals.particulars import fill_food, fill_parts, fill_personal
from planner.intake.proposals.wishes import named_member
from planner.intake.values.answers import read_answer, read_photo_consent
from planner.intake.values.attendance import Party, read_attendance
from planner.intake.values.bonds import read_kin
from planner.intake.values.dates import read_date
from planner.intake.values.health import Health, read_health
from planner.intake.values.numbers import read_count, read_height
from planner.intake.values.reading import Reading
from planner.intake.values.scan import says_none, split_outside
from planner.intake.values.schooling import read_playing, read_role
from planner.language.kana import has_japanese
from planner.model.kinds import Answer, Role, WishKind

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


def draft_guest(row: Row, context: Context) -> Draft | None:
    """Describe the guest of a row; None for a row without any name."""
    person = draft_person(row, context)
    if not any(person.fields.get(name) for name in _NAMES):
        return None
    fill_personal(row, person, context)
    fill_parts(row, person, context)
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
    fill_food(row, person, health)
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
        by_script(fields, row.text("Member.host_message"), "host_message_en", "host_message_ja")
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
