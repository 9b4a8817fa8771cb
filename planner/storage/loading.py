"""From the file to a plan: a visit loaded whole, one query a table, detached and wired."""

from __future__ import annotations

from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

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

    The objects are expunged from the session: they live on without it, sealed. Raises `PlannerError`
    ``visit-not-found``.
    """
    visits = session.scalars(select(Visit).order_by(Visit.first_day, Visit.id)).all()
    if not visits or (visit_id is not None and visit_id not in {visit.id for visit in visits}):
        raise PlannerError("visit-not-found")
    wanted = visits[-1].id if visit_id is None else visit_id
    rows: dict[type[Base], list[Base]] = {}
    for mapper in Base.registry.mappers:
        noun = mapper.class_
        if noun in _HISTORY:
            continue
        query = select(noun).order_by(noun.id)
        condition = _belongs(noun, wanted)
        rows[noun] = list(session.scalars(query if condition is None else query.where(condition)))
    session.expunge_all()
    return Plan(rows, wanted, revision)


def _belongs(noun: Any, visit_id: int) -> Any:
    """Give the condition under which a row of a noun belongs to a visit; None if it is the whole file's."""
    if noun is Visit:
        return None
    if "visit_id" in noun.__table__.c:
        return noun.visit_id == visit_id
    for key, owner in _OWNERS.items():
        if key in noun.__table__.c:
            conditions = [
                getattr(noun, other).in_(select(its.id).where(_belongs(its, visit_id)))
                for other, its in _OWNERS.items()
                if other in noun.__table__.c and noun.__table__.c[other].nullable
            ]
            if conditions:
                return or_(*conditions)
            return getattr(noun, key).in_(select(owner.id).where(_belongs(owner, visit_id)))
    return None
