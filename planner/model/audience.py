"""Who a paper or calendar is for, and the plan with everything taken out that is not meant for them.

What an audience may see stands in `planner.model.sight`, and is kept *before* a document sees the plan (domain.md
§6.5). A hidden value becomes the field's empty value, so that a document cannot print it by mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import instance_state, manager_of_class

from planner.model.attendance import travels
from planner.model.base import Base, noun_of
from planner.model.circles import Circles, circles_for_all, circles_of
from planner.model.delegations import Member
from planner.model.fields import facts_of
from planner.model.pictures import named_in
from planner.model.plan import Plan, undisturbed
from planner.model.sight import SIGHT, AudienceKind, Circle


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom something is handed to, with the id of the `Member`, `Household` or `Interpreter` where it is for one."""

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
    def everybody(cls) -> Audience:
        """Guests and host families alike: as the group, and which family fetches whom, by name alone."""
        return cls(AudienceKind.EVERYBODY)

    @classmethod
    def participant(cls, member_id: int) -> Audience:
        """One member: their own data, their hosts' address, the names of those who travel with them."""
        return cls(AudienceKind.PARTICIPANT, member_id)

    @classmethod
    def host(cls, household_id: int) -> Audience:
        """One host family: their own data, and of their own guests what a host must know."""
        return cls(AudienceKind.HOST, household_id)

    @classmethod
    def interpreter(cls, interpreter_id: int) -> Audience:
        """One interpreter: the programme, names and titles, and what they themselves are asked to do."""
        return cls(AudienceKind.INTERPRETER, interpreter_id)

    @classmethod
    def city_hall(cls) -> Audience:
        """The partner's office: the programme, who comes, and of the homes what may be shared with a partner."""
        return cls(AudienceKind.CITY_HALL)

    @classmethod
    def public(cls) -> Audience:
        """Anybody: the visit, and what of it is open to the public."""
        return cls(AudienceKind.PUBLIC)


def redact(plan: Plan, audience: Audience) -> Plan:
    """Give a copy of the plan that holds only what the audience may see; the plan itself for the staff.

    A row of which nothing may be seen (somebody's allergy, a bed in another home) is left out, so that not even their
    number shows; where other rows hang on it, it stays as an empty shell. Whoever does not travel is marked as
    withdrawn, whatever the reason. Raises `KeyError` if whom the audience names is not in the plan.
    """
    if audience.kind is AudienceKind.STAFF:
        return plan
    circles = circles_of(plan, audience.kind, audience.id)
    with undisturbed():
        seen = _seen(plan, audience.kind, circles)
        _add_shells(plan, seen)
        rows = {noun: [_copy(row, seen[noun][row_id], seen) for row_id, row in found.items() if row_id in seen[noun]]
                for noun, found in plan.rows.items() if noun in seen}  # fmt: skip
        pictures = {digest: plan.pictures[digest] for digest in named_in(rows) if digest in plan.pictures}
        return Plan(rows, plan.visit.id, plan.revision, pictures)


Seen = dict[type[Base], dict[int, frozenset[str]]]
"""The fields that may be seen of each row; a row that is not in it is left out."""


def seen_by(plan: Plan, audience: Audience) -> Seen | None:
    """Say which fields of which rows an audience is told; None if it is told everything.

    Raises `KeyError` if whom the audience names is not in the plan.
    """
    if audience.kind is AudienceKind.STAFF:
        return None
    return _seen(plan, audience.kind, circles_of(plan, audience.kind, audience.id))


#: What every reader of a kind is told of a plan, which does not change; sixty families are told most things alike.
_seen_by_all: WeakKeyDictionary[Plan, dict[AudienceKind, Seen]] = WeakKeyDictionary()


def _seen(plan: Plan, kind: AudienceKind, circles: Circles) -> Seen:
    """Say what one reader is told: what all of their kind are, and what stands in circles of their own."""
    kinds = _seen_by_all.setdefault(plan, {})
    if kind not in kinds:
        kinds[kind] = {noun: {} for noun in plan.rows if noun in _told(kind)}
        _add_told(kinds[kind], plan, kind, circles_for_all(plan), {})
    seen = {noun: dict(kept) for noun, kept in kinds[kind].items()}
    _add_told(seen, plan, kind, circles, circles_for_all(plan))
    return seen


def _add_told(seen: Seen, plan: Plan, kind: AudienceKind, circles: Circles, besides: Circles) -> None:
    """Add what is told of the rows in these circles, some of which are in others besides."""
    for noun, near in circles.items():
        by_circle, found, more = _told(kind).get(noun), plan.rows.get(noun, {}), besides.get(noun, {})
        if by_circle is None:
            continue
        for row_id, own in near.items():
            fields = _together(by_circle, own | more.get(row_id, set())) if row_id in found else None
            if fields is not None:
                seen[noun][row_id] = fields


def _together(told: Mapping[Circle, frozenset[str]], near: Iterable[Circle]) -> frozenset[str] | None:
    """Give what is seen of a row in all its circles; None if it is in no circle that tells of its noun."""
    tables = [told[circle] for circle in near if circle in told]
    return frozenset().union(*tables) if tables else None


@cache
def _told(kind: AudienceKind) -> Mapping[type[Base], Mapping[Circle, frozenset[str]]]:
    """Give what an audience is told, by noun first."""
    told: dict[type[Base], dict[Circle, frozenset[str]]] = {}
    for circle, table in SIGHT[kind].items():
        for noun, names in table.items():
            told.setdefault(noun, {})[circle] = frozenset(names.split())
    return told


def _add_shells(plan: Plan, seen: Seen) -> None:
    """Keep empty what kept rows cannot be without: the member whose stay it is, without their name."""
    waiting = [(noun, row_id) for noun, kept in seen.items() for row_id in kept]
    while waiting:
        noun, row_id = waiting.pop()
        row = plan.rows[noun][row_id]
        for tie in _ties(noun):
            target = row.__dict__[tie.key]
            kept = seen.setdefault(tie.noun, {})
            if tie.is_needed and target not in kept:
                kept[target] = frozenset()
                waiting.append((tie.noun, target))


class _Tie(NamedTuple):
    """A reference to another row: the attribute, the noun, and whether a row cannot be without."""

    key: str
    noun: type[Base]
    is_needed: bool


@cache
def _ties(noun: type[Base]) -> tuple[_Tie, ...]:
    nouns = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    return tuple(
        _Tie(attribute.key, nouns[key.column.table], not column.nullable)
        for attribute in inspect(noun).column_attrs
        for column in attribute.columns
        for key in column.foreign_keys
    )


def _copy(row: Base, fields: frozenset[str], seen: Seen) -> Base:
    """Copy a row with what is hidden at its empty value. A copy is sealed like the row it comes from."""
    noun = noun_of(row)
    twin: Base = manager_of_class(noun).new_instance()
    held, values = row.__dict__, twin.__dict__
    for key, column in _columns(noun):
        values[key] = held[key] if column is None or key in fields else _empty(column, held[key])
    for tie in _ties(noun):
        if values[tie.key] not in seen.get(tie.noun, ()):
            values[tie.key] = None
    if isinstance(row, Member):
        # A place on the waiting list is not told; that somebody does not come has to be.
        values["withdrawn"] = not travels(row)
    instance_state(twin).key = instance_state(row).key
    return twin


@cache
def _columns(noun: type[Base]) -> tuple[tuple[str, Any], ...]:
    """Give a noun's attributes with the column of each that can be hidden; ids and references have none."""
    found = ((attribute.key, attribute.columns[0]) for attribute in inspect(noun).column_attrs)
    return tuple((key, column if facts_of(column) is not None else None) for key, column in found)


def _empty(column: Any, value: Any) -> Any:
    default = column.default
    if default is not None:
        return default.arg({}) if default.is_callable else default.arg
    # A day that is always known stays in a shell: only rows of which something is told have one.
    return None if column.nullable else value


__all__ = ["Audience", "AudienceKind", "Seen", "redact", "seen_by"]
