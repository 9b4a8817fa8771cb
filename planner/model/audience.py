"""Who a paper or calendar is for, and the plan with everything taken out that is not meant for them.

What an audience may see is decided here, from the sensitivity declared on each field, *before* a document sees the
plan (domain.md §6.5). A hidden value becomes the field's empty value, so that a document cannot print it by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import instance_state, manager_of_class

from planner.model.base import Base
from planner.model.changes import Change, ChangedRow
from planner.model.delegations import GroupMember, Member
from planner.model.fields import ORDINARY, PERSONAL, PUBLIC, SPECIAL, Sensitivity, facts_of
from planner.model.homestays import Room, Stay
from planner.model.households import Bed, HostOffer, Household, NightOff, Pet, Resident
from planner.model.kinds import Role
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan, undisturbed
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
# Never handed on, not even to the one concerned or their hosts: documents, and what coordinators wrote for themselves.
_KEPT = frozenset(
    {
        "passport_number", "passport_expires_on", "entry_permit", "custody", "insurance_policy", "licence",
        "notes_staff", "notes", "reason", "feedback", "conflicts", "lessons", "successor_notes", "booking_notes",
        "forms_received", "waiting_rank",
    }
)  # fmt: skip
# What coordinators keep for themselves leaves the plan whole.
_OWN_RECORDS = (SheetImport, SourceRow, ReviewItem, ColumnMapping, PaperIssue, Change, ChangedRow)


def redact(plan: Plan, audience: Audience) -> Plan:
    """Give a copy of the plan that holds only what the audience may see; the plan itself for the staff.

    A row of which nothing may be seen (somebody's allergy, a bed in another home) is left out, so that not even their
    number shows; where other rows hang on it, it stays as an empty shell. Raises `KeyError` if the member or household
    that the audience names is not in the plan.
    """
    if audience.kind is AudienceKind.STAFF:
        return plan
    general = PUBLIC if audience.kind is AudienceKind.PUBLIC else ORDINARY
    full, close, named = _circles(plan, audience)
    rows: dict[type[Base], list[Base]] = {}
    with undisturbed():
        for noun, found in plan.rows.items():
            if noun in _OWN_RECORDS:
                continue
            kept = rows[noun] = []
            for row_id, row in found.items():
                key = (noun, row_id)
                level = SPECIAL if key in full else PERSONAL if key in close else general
                mask = _mask(noun, level, key in named)
                if not mask.leaves_out:
                    kept.append(_copy(row, mask))
        return Plan(rows, plan.visit.id, plan.revision)


class _Mask(NamedTuple):
    """What is hidden of a row: the attributes with their columns; or the row itself."""

    hidden: tuple[tuple[str, Any], ...]
    leaves_out: bool


@cache
def _mask(noun: type[Base], level: Sensitivity, by_name: bool) -> _Mask:
    """Give what is hidden of a noun's rows from whoever may read up to a level, and perhaps the names."""
    hidden, seen = [], 0
    for attribute in inspect(noun).column_attrs:
        column = attribute.columns[0]
        facts = facts_of(column)
        if facts is None:
            continue
        name_too = by_name and attribute.key in _NAMES
        if attribute.key not in _KEPT and (facts.sensitivity <= level or name_too):
            seen += 1
        else:
            hidden.append((attribute.key, column))
    return _Mask(tuple(hidden), bool(hidden) and not seen and noun not in _shells())


@cache
def _shells() -> frozenset[type[Base]]:
    """Give the nouns that other rows cannot be without. Who may not see a resident sees no clearance of theirs."""
    needed = {
        key.column.table
        for mapper in Base.registry.mappers
        for column in mapper.local_table.columns
        for key in column.foreign_keys
        if not column.nullable
    }
    return frozenset(one.class_ for one in Base.registry.mappers if one.local_table in needed) - {Resident}


Circle = set[tuple[type[Base], int]]


def _circles(plan: Plan, audience: Audience) -> tuple[Circle, Circle, Circle]:
    """Give the rows an audience sees in full, those it sees but for their health, and those it knows by name."""
    full: Circle = set()
    close: Circle = set()
    named: Circle = set()
    if audience.kind is AudienceKind.PUBLIC:
        return full, close, named
    if audience.kind is AudienceKind.GROUP:
        named.update((Person, m.person_id) for m in plan.members if _is_chaperone(m))
        return full, close, named
    if audience.kind is AudienceKind.PARTICIPANT:
        member = plan.find(Member, audience.id or 0)
        named.update((Person, other.person_id) for other in plan.members)
        full |= _of_member(member)
        for stay in plan.stays:
            # Who does not travel after all has no business at the family's door.
            if stay.member_id == member.id and not member.withdrawn:
                full.add((Stay, stay.id))
                if stay.household is not None:
                    close |= _of_household(stay.household)
                if stay.room is not None:
                    close.add((Room, stay.room.id))
        return full, close, named
    household = plan.find(Household, audience.id or 0)
    full |= _of_household(household)
    named.update((Person, m.person_id) for m in plan.members if _is_chaperone(m))
    for stay in plan.stays:
        if stay.household_id == household.id and not stay.member.withdrawn:
            full |= _of_member(stay.member) | {(Stay, stay.id)}
    return full, close, named


def _is_chaperone(member: Member) -> bool:
    # A role from a newer version of the program is plain text.
    return isinstance(member.role, Role) and member.role.is_chaperone


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


def _copy(row: Base, mask: _Mask) -> Base:
    """Copy a row with what is hidden at its empty value. A copy is sealed like the row it comes from."""
    noun = type(row)
    twin: Base = manager_of_class(noun).new_instance()
    held, values = row.__dict__, twin.__dict__
    for key in _keys(noun):
        values[key] = held[key]
    for key, column in mask.hidden:
        values[key] = _empty(column, held[key])
    instance_state(twin).key = instance_state(row).key
    return twin


@cache
def _keys(noun: type[Base]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in inspect(noun).column_attrs)


def _empty(column: Any, value: Any) -> Any:
    default = column.default
    if default is not None:
        return default.arg({}) if default.is_callable else default.arg
    # A day that is always known stays in a shell; rows that would tell something by it are left out.
    return None if column.nullable else value


__all__ = ["Audience", "AudienceKind", "redact"]
