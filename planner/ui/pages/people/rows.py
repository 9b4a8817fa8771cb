"""People as rows of a table: who travels, or everybody in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.language import other_language, screen_language, tr
from planner.language.names import called_name, family_word, full_name, kana_name, sort_key, text_sort_key
from planner.language.terms import term
from planner.model.delegations import Group, Member
from planner.model.kinds import ReviewState, Role
from planner.model.people import Person
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.left import age_by, are_squads
from planner.ui.pages.people.words import (
    animal_marks,
    animal_word,
    food_marks,
    food_words,
    friends_words,
    host_language,
    languages_words,
)
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import listed, said

#: Left out until somebody asks for them, so that the others have room beside the inspector.
HIDDEN = ("called", "phone", "email", "gender", "responsible")

_ROLES = {role: place for place, role in enumerate(Role)}


def columns(*, in_squads: bool = False) -> list[Column]:
    """The columns of the table; the groups of a visit may be squads."""
    return [
        Column(tr("Name"), 210, key="name"),
        Column(tr("Called"), 84, key="called"),
        Column(tr("Role"), 92, key="role"),
        Column(tr("Squad") if in_squads else tr("Group"), 72, key="group"),
        Column(tr("Age"), 52, tip=tr("Age on the day of arrival"), right=True, key="age"),
        Column(tr("Gender"), 76, key="gender"),
        Column(tr("Food"), 250, key="food"),
        Column(tr("Animals"), 76, tip=tr("Animals to keep away"), key="animals"),
        Column(tr("Friends"), 110, tip=tr("Wishes to be with, or not"), key="friends"),
        Column(tr("Languages"), 160, key="languages"),
        Column(tr("School"), 0, key="school", least=150),
        Column(tr("Telephone"), 130, key="phone"),
        Column(tr("E-mail"), 170, key="email"),
        Column(tr("Looked after by"), 120, key="responsible"),
    ]


def groupings() -> list[tuple[str, str]]:
    """How the rows can be put into groups."""
    return [
        ("", tr("No grouping")),
        ("role", tr("By role")),
        ("group", tr("By group")),
        ("school", tr("By school")),
    ]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all rows need to know of the plan, worked out once."""

    plan: Plan
    grouping: str
    language: str
    host_language: str
    open_words: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, plan: Plan, grouping: str) -> Surroundings:
        """Look at a plan."""
        to_review = ((item.record, item.record_uid) for item in plan.review_items if item.state == ReviewState.OPEN)
        spoken = host_language(plan)
        return cls(plan, grouping, screen_language(), spoken, frozenset(to_review))


def member_rows(plan: Plan, grouping: str) -> Iterator[Row]:
    """One row for each participant, the withdrawn ones too."""
    here = Surroundings.of(plan, grouping)
    for member in plan.members:
        yield _row(here, Subject("Member", member.id), member.person, member, term(member.role, here.language))


def person_rows(plan: Plan, grouping: str) -> Iterator[Row]:
    """One row for each person of the file, with what they are in this visit."""
    here = Surroundings.of(plan, grouping)
    members = {member.person_id: member for member in plan.members}
    interpreters = {interpreter.person_id for interpreter in plan.interpreters}
    homes = {resident.person_id: household for household in plan.households for resident in household.residents}
    for person in plan.people:
        member = members.get(person.id)
        parts = [] if member is None else [term(member.role, here.language)]
        if person.id in interpreters:
            parts.append(tr("Interpreter"))
        if person.id in homes:
            parts.append(tr("Host: {family}", family=family_word(homes[person.id], here.language)))
        yield _row(here, Subject("Person", person.id), person, member, listed(parts))


def _row(here: Surroundings, subject: Subject, person: Person, member: Member | None, role: str) -> Row:
    language = here.language
    other = other_language(language)
    name, name_too = full_name(person, language), full_name(person, other)
    if name_too == name:
        name_too = ""
    groups = [] if member is None else [link.group for link in member.memberships]
    group_words = listed([group_word(group) for group in groups])
    age = age_by(person, here.plan.visit.first_day)
    languages, level = languages_words(person, here.host_language)
    school = said(person, "school")
    food, friends = food_words(person), "" if member is None else friends_words(member)
    animals = animal_marks(person)
    away = member is not None and member.withdrawn
    responsible = "" if member is None or member.responsible is None else full_name(member.responsible.person, language)
    phone = person.phone if member is None else member.duty_phone or person.phone
    tone = "text3" if away else ""
    cells = (
        Cell(name, name_too, _marks(here, person, member), sort=sort_key(person, language), tone=tone),
        Cell(called_name(person, language), tone=tone),
        Cell(tr("does not travel") if away else role, sort=_role_sort(member, role), tone=tone),
        Cell(group_words, tone=tone),
        Cell("" if age is None else str(age), sort=age, tone=tone),
        Cell("" if person.gender.value == "unknown" else term(person.gender, language), tone=tone),
        Cell(food, marks=food_marks(person), tone=tone),
        Cell("", marks=animals, sort=len(animals) or None),
        Cell(friends, tone=tone),
        Cell(languages, sort=level, tone=tone),
        Cell(school, person.grade, sort=text_sort_key(school, language) if school else None, tone=tone),
        Cell(phone, tone=tone),
        Cell(person.email, tone=tone),
        Cell(responsible, tone=tone),
    )
    title, order = _group(here, member, role, school, groups)
    words = " ".join(
        (name, name_too, kana_name(person), called_name(person, "en"), called_name(person, "ja"), person.passport_name,
         role, group_words, food, languages, friends, said(person, "school"), person.grade, phone, person.email,
         *(animal_word(need) for need in person.animal_needs))
    )  # fmt: skip
    return Row(subject, cells, title, order, words)


def _marks(here: Surroundings, person: Person, member: Member | None) -> tuple[Mark, ...]:
    named = [("Person", person.uid)] + ([] if member is None else [("Member", member.uid)])
    if any(one in here.open_words for one in named):
        return (Mark("warn", tr("words of a form to look at"), "check"),)
    return ()


def _role_sort(member: Member | None, role: str) -> tuple[int, str]:
    return (len(_ROLES), role) if member is None else (_ROLES.get(member.role, len(_ROLES)), role)


def group_word(group: Group) -> str:
    """A group's letter, or its name where it has none."""
    return group.letter or said(group, "name")


def _no_group_words(plan: Plan) -> str:
    return tr("In no squad") if are_squads(plan) else tr("In no group")


def _group(here: Surroundings, member: Member | None, role: str, school: str, groups: list[Group]) -> tuple[str, Any]:
    if member is not None and member.withdrawn:
        return tr("Do not travel"), (9,)
    if here.grouping == "role":
        return role or tr("Others"), (0, *_role_sort(member, role)) if role else (1,)
    if here.grouping == "group":
        words = listed([said(group, "name") or group.letter for group in groups])
        return (words, (0, words)) if words else (_no_group_words(here.plan), (1,))
    if here.grouping == "school":
        return (school, (0, text_sort_key(school, here.language))) if school else (tr("No school stated"), (1,))
    return "", (0,)
