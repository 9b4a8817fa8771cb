"""From the file to a plan: a visit loaded whole, one query a table, detached and wired."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import inspect
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
from planner.model.pictures import named_in
from planner.model.plan import undisturbed
from planner.storage.pictures import read_pictures

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
_VISITS = f'SELECT "id" FROM "{Visit.__tablename__}" ORDER BY "first_day", "id"'


def load_plan(
    session: Session, visit_id: int | None = None, revision: int = 0, known: dict[str, bytes] | None = None
) -> Plan:
    """Load one visit whole, by default the one with the latest first day.

    The objects never belong to the session: they live without it, sealed. `known` are the pictures read for plans of
    this file before; those that it lacks are read and put there. Raises `PlannerError` ``visit-not-found``.
    """
    session.flush()
    connection = session.connection()
    with undisturbed(), closing(connection.connection.cursor()) as cursor:
        visits = [found for (found,) in cursor.execute(_VISITS)]
        if not visits or (visit_id is not None and visit_id not in visits):
            raise PlannerError("visit-not-found")
        wanted = visits[-1] if visit_id is None else visit_id
        dialect: Any = type(connection.dialect)
        rows = {noun: _rows(cursor, _query(noun, dialect), noun, wanted) for noun in _nouns()}
        return Plan(rows, wanted, revision, read_pictures(cursor, set(named_in(rows)), {} if known is None else known))


class _Query(NamedTuple):
    """The query for a visit's rows of a noun, the attributes its columns fill, and how those are read that are not
    stored as they are: days, enumerations.
    """

    text: str
    keys: tuple[str, ...]
    readers: tuple[tuple[str, Callable[[Any], Any]], ...]


def _rows(cursor: Any, query: _Query, noun: type[Base], visit_id: int) -> list[Base]:
    """Read the rows of a noun as detached, sealed instances, with a cursor of the driver's own.

    They are made from the driver's plain rows, neither by the ORM's own loading nor from its queries: nothing is ever
    asked of a session here. The identity map, populators and expunging cost three times as much (7,000 rows: 70 ms
    against 230 ms), putting fifty queries into words for each file that is opened 30 ms, and what SQLAlchemy reckons
    about the columns of fifty answers half of what the whole of a small visit takes.
    """
    make = manager_of_class(noun).new_instance
    keys, readers = query.keys, query.readers
    found = []
    for row in cursor.execute(query.text, {"visit": visit_id}):
        one = make()
        values = one.__dict__
        values.update(zip(keys, row, strict=True))
        for key, read in readers:
            values[key] = read(values[key])
        instance_state(one).key = (noun, (values["id"],), None)
        found.append(one)
    return found


@cache
def _nouns() -> tuple[type[Base], ...]:
    return tuple(mapper.class_ for mapper in Base.registry.mappers if mapper.class_ not in _HISTORY)


@cache
def _query(noun: type[Base], dialect_of: Any) -> _Query:
    dialect = dialect_of()
    columns = {attribute.key: attribute.columns[0] for attribute in inspect(noun).column_attrs}
    names = ", ".join(_name(column) for column in columns.values())
    readers = [
        (key, column.type.dialect_impl(dialect).result_processor(dialect, None)) for key, column in columns.items()
    ]
    table: Any = noun.__table__
    text = f'SELECT {names} FROM "{table.name}" WHERE {_belongs(noun)} ORDER BY {_name(table.c.id)}'
    return _Query(text, tuple(columns), tuple((key, read) for key, read in readers if read is not None))


def _belongs(noun: Any) -> str:
    """Give the condition under which a row of a noun belongs to the visit ``:visit``, or is the whole file's."""
    columns = noun.__table__.c
    if noun is Visit:
        return "TRUE"
    if "visit_id" in columns:
        return f"{_name(columns.visit_id)} = :visit"
    owners = [(key, owner) for key, owner in _OWNERS.items() if key in columns]
    always = [(key, owner) for key, owner in owners if not columns[key].nullable]
    # Where there is none: either of two that may both be empty (a meal's activity or journey) makes it the visit's.
    conditions = (
        f'{_name(columns[key])} IN (SELECT "id" FROM "{owner.__tablename__}" WHERE {_belongs(owner)})'
        for key, owner in always[:1] or owners
    )
    return " OR ".join(conditions) or "TRUE"


def _name(column: Any) -> str:
    # With its table: a lone name in quotes that no column has is a text for SQLite.
    return f'"{column.table.name}"."{column.name}"'
