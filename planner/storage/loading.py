"""From the file to a plan: a visit loaded whole, one query a table, detached and wired."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, inspect, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_state, manager_of_class

from planner.model import (
    Activity,
    Base,
    Change,
    ChangedRow,
    Delegation,
    Group,
    HostOffer,
    Interpreter,
    Journey,
    Member,
    Need,
    Plan,
    SheetImport,
    Visit,
)
from planner.model.message import PlannerError
from planner.model.plan import undisturbed

# What a row of these belongs to, so that only the visit's own rows are loaded. A noun with a `visit_id` belongs to
# that visit; the others, people, homes, places, are the whole file's.
_OWNERS: dict[str, type[Base]] = {
    "delegation_id": Delegation,
    "member_id": Member,
    "group_id": Group,
    "offer_id": HostOffer,
    "activity_id": Activity,
    "journey_id": Journey,
    "interpreter_id": Interpreter,
    "need_id": Need,
    "sheet_import_id": SheetImport,
}
_HISTORY = (Change, ChangedRow)


def load_plan(session: Session, visit_id: int | None = None, revision: int = 0) -> Plan:
    """Load one visit whole, by default the one with the latest first day.

    The objects never belong to the session: they live without it, sealed. Raises `PlannerError` ``visit-not-found``.
    """
    session.flush()
    visits = session.execute(select(Visit.id).order_by(Visit.first_day, Visit.id)).scalars().all()
    if not visits or (visit_id is not None and visit_id not in visits):
        raise PlannerError("visit-not-found")
    wanted = visits[-1] if visit_id is None else visit_id
    with undisturbed():
        return Plan({noun: _rows(session, noun, wanted) for noun in _nouns()}, wanted, revision)


def _rows(session: Session, noun: type[Base], visit_id: int) -> list[Base]:
    """Read the rows of a noun as detached, sealed instances.

    They are made from plain rows, not by the ORM's own loading: nothing is ever asked of a session here, and its
    identity map, populators and expunging cost three times as much (7,000 rows: 70 ms against 230 ms).
    """
    query, keys = _query(noun)
    make = manager_of_class(noun).new_instance
    found = []
    for row in session.connection().execute(query, {"visit": visit_id}).all():
        one = make()
        values = one.__dict__
        values.update(zip(keys, row, strict=True))
        instance_state(one).key = (noun, (values["id"],), None)
        found.append(one)
    return found


@cache
def _nouns() -> tuple[type[Base], ...]:
    return tuple(mapper.class_ for mapper in Base.registry.mappers if mapper.class_ not in _HISTORY)


@cache
def _query(noun: type[Base]) -> tuple[Select[Any], tuple[str, ...]]:
    """Give the query for a visit's rows of a noun, and the attributes that its columns fill."""
    attributes = tuple(inspect(noun).column_attrs)
    query = select(*(attribute.columns[0] for attribute in attributes)).order_by(noun.__table__.c.id)
    condition = _belongs(noun)
    return query if condition is None else query.where(condition), tuple(one.key for one in attributes)


def _belongs(noun: Any) -> Any:
    """Give the condition under which a row of a noun belongs to the visit; None if it is the whole file's."""
    if noun is Visit:
        return None
    if "visit_id" in noun.__table__.c:
        return noun.visit_id == bindparam("visit")
    owners = [(key, owner) for key, owner in _OWNERS.items() if key in noun.__table__.c]
    # Either of two that may both be empty (a meal's activity or journey) makes it the visit's.
    either = [(key, owner) for key, owner in owners if noun.__table__.c[key].nullable]
    conditions = [
        getattr(noun, key).in_(select(owner.id).where(_belongs(owner))) for key, owner in either or owners[:1]
    ]
    return or_(*conditions) if conditions else None
