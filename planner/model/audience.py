"""Who a paper or calendar is for, and the plan with everything taken out that is not meant for them.

What an audience may see is decided here, from the sensitivity declared on each field, *before* a document sees the
plan (domain.md §6.5). A hidden value becomes the field's empty value, so that a document cannot print it by mistake.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import instance_state, manager_of_class

from planner.model.base import Base
from planner.model.changes import Change, ChangedRow
from planner.model.delegations import GroupMember, Member
from planner.model.fields import ORDINARY, PERSONAL, PUBLIC, SPECIAL, Sensitivity, facts_of
from planner.model.homestays import Stay
from planner.model.households import Bed, HostOffer, Household, NightOff, Pet, Resident
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan
from planner.model.sheets import ColumnMapping, ReviewItem, SheetImport, SourceRow
from planner.model.visits import PaperIssue


class AudienceKind(StrEnum):
    """Whom something is handed to."""

    STAFF = "staff"
    GROUP = "group"
    PARTICIPANT = "participant"
    HOST = "host"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom something is handed to; for a participant the `Member`'s id, for a host the `Household`'s."""

    kind: AudienceKind
    id: int | None = None

    @classmethod
    def staff(cls) -> Audience:
        """The coordinators: they see everything."""
        return cls(AudienceKind.STAFF)

    @classmethod
    def group(cls) -> Audience:
        """Everybody of the visit: the programme and the chaperones' names, nobody's personal data."""
        return cls(AudienceKind.GROUP)

    @classmethod
    def participant(cls, member_id: int) -> Audience:
        """One member: their own data, their hosts' address, the names of those who travel with them."""
        return cls(AudienceKind.PARTICIPANT, member_id)

    @classmethod
    def host(cls, household_id: int) -> Audience:
        """One host family: their own data, and of their own guests what a host must know."""
        return cls(AudienceKind.HOST, household_id)

    @classmethod
    def public(cls) -> Audience:
        """Anybody: what may be published."""
        return cls(AudienceKind.PUBLIC)


# The names by which people on the same journey know each other.
_NAMES = frozenset(
    {
        "family_name", "given_name", "family_name_ja", "given_name_ja", "family_name_kana", "given_name_kana",
        "called_name_en", "called_name_ja", "family_name_first", "honorific",
    }
)  # fmt: skip
# Never handed on, not even to the hosts of the one concerned.
_KEPT = frozenset(
    {
        "passport_number", "passport_expires_on", "entry_permit", "custody", "insurance_policy", "licence",
        "notes_staff",
    }
)  # fmt: skip
# What coordinators keep for themselves leaves the plan whole.
_OWN_RECORDS = (SheetImport, SourceRow, ReviewItem, ColumnMapping, PaperIssue, Change, ChangedRow)

Reach = Callable[[Base, Any], bool]


def redact(plan: Plan, audience: Audience) -> Plan:
    """Give a copy of the plan that holds only what the audience may see; the plan itself for the staff.

    Raises `KeyError` if the member or household the audience names is not in the plan.
    """
    if audience.kind is AudienceKind.STAFF:
        return plan
    may_see = _reach(plan, audience)
    rows = {
        noun: [_copy(row, may_see) for row in found.values()]
        for noun, found in plan.rows.items()
        if noun not in _OWN_RECORDS
    }
    return Plan(rows, plan.visit.id, plan.revision)


def _reach(plan: Plan, audience: Audience) -> Reach:
    """Decide field by field: the general level of the audience, and more of those who are close to it."""
    general = PUBLIC if audience.kind is AudienceKind.PUBLIC else ORDINARY
    full, close, named = _circles(plan, audience)

    def may_see(row: Base, column: Any) -> bool:
        facts = facts_of(column)
        if facts is None:
            return True
        if column.key in _KEPT:
            return False
        level: Sensitivity = general
        key = (type(row), row.id)
        if key in full:
            level = SPECIAL
        elif key in close:
            level = PERSONAL
        elif key in named and column.key in _NAMES:
            return True
        return facts.sensitivity <= level

    return may_see


Circle = set[tuple[type[Base], int]]


def _circles(plan: Plan, audience: Audience) -> tuple[Circle, Circle, Circle]:
    """Give the rows an audience sees in full, those it sees but for their health, and those it knows by name."""
    full: Circle = set()
    close: Circle = set()
    named: Circle = set()
    if audience.kind is AudienceKind.PUBLIC:
        return full, close, named
    if audience.kind is AudienceKind.GROUP:
        named.update((Person, m.person_id) for m in plan.members if m.role.is_chaperone)
        return full, close, named
    if audience.kind is AudienceKind.PARTICIPANT:
        member = plan.find(Member, audience.id or 0)
        named.update((Person, other.person_id) for other in plan.members)
        full |= _of_member(member)
        for stay in plan.stays:
            if stay.member_id == member.id:
                full.add((Stay, stay.id))
                if stay.household is not None:
                    close |= _of_household(stay.household)
        return full, close, named
    household = plan.find(Household, audience.id or 0)
    full |= _of_household(household)
    named.update((Person, m.person_id) for m in plan.members if m.role.is_chaperone)
    for stay in plan.stays:
        if stay.household_id == household.id:
            full |= _of_member(stay.member) | {(Stay, stay.id)}
    return full, close, named


def _of_member(member: Member) -> Circle:
    person = member.person
    circle: Circle = {(Member, member.id), (Person, person.id)}
    parts: list[tuple[type[Base], Any]] = [
        (SpokenLanguage, person.languages),
        (FoodNeed, person.food_needs),
        (AnimalNeed, person.animal_needs),
        (Contact, person.contacts),
        (GroupMember, member.memberships),
    ]
    circle.update((noun, row.id) for noun, found in parts for row in found)
    return circle


def _of_household(household: Household) -> Circle:
    circle: Circle = {(Household, household.id)}
    parts: list[tuple[type[Base], Any]] = [
        (Bed, household.beds),
        (Pet, household.pets),
        (Resident, household.residents),
        (HostOffer, household.offers),
        (NightOff, [night for offer in household.offers for night in offer.nights_off]),
    ]
    circle.update((noun, row.id) for noun, found in parts for row in found)
    circle.update((Person, resident.person_id) for resident in household.residents)
    return circle


def _copy(row: Base, may_see: Reach) -> Base:
    """Copy a row with what is hidden at its empty value. A copy is sealed like the row it comes from."""
    noun = type(row)
    twin: Base = manager_of_class(noun).new_instance()
    held = row.__dict__
    for attribute in inspect(noun).column_attrs:
        column = attribute.columns[0]
        value = held[attribute.key]
        twin.__dict__[attribute.key] = value if may_see(row, column) else _empty(column, value)
    instance_state(twin).key = instance_state(row).key
    return twin


def _empty(column: Any, value: Any) -> Any:
    default = column.default
    if default is not None:
        return default.arg({}) if default.is_callable else default.arg
    return None if column.nullable else value


__all__ = ["Audience", "AudienceKind", "redact"]
