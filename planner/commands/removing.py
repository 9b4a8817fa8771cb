"""Taking a record out of the file together with all that cannot be without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from planner.commands.naming import name_of
from planner.model import Base, City, Household, Meal, Need, Partnership, ReviewItem, Stay
from planner.model.message import PlannerError

# A slip of the finger must not take whole visits along: these go only when nothing stands on them any more.
_FOUNDATIONS = (City, Partnership)
# They belong to one of two things; without it they are nothing, though either reference may be empty.
_ALWAYS_PARTS = (Meal, Need)
# A night in a family's home is nothing without the family: the guest waits for a bed again.
_GOES_WITH: Mapping[type[Base], tuple[type[Base], ...]] = {Household: (Stay,)}


class Pointer(NamedTuple):
    """A column of `noun` that refers to rows of another; `goes_along` if the row cannot be without that."""

    noun: type[Base]
    column: str
    goes_along: bool


@cache
def pointers_to(kind: type[Base]) -> tuple[Pointer, ...]:
    """Give every column of every noun that refers to rows of this one."""
    own = {tie.mapper.class_ for tie in inspect(kind).relationships if tie.cascade.delete}
    found = []
    for mapper in Base.registry.mappers:
        for column in mapper.local_table.columns:
            if any(key.column.table is kind.__table__ for key in column.foreign_keys):
                noun = mapper.class_
                part = noun in own or noun in _ALWAYS_PARTS or noun in _GOES_WITH.get(kind, ())
                goes_along = part or not column.nullable
                found.append(Pointer(noun, column.key, goes_along))
    return tuple(found)


def take_out(session: Session, record: Base) -> None:
    """Delete a record of the session with all that cannot be without it, after freeing the rest of references to it.

    Raises `PlannerError` ``still-needed``. Every row goes through the session, so that the change records it.
    """
    going: dict[Base, None] = {record: None}
    loose: list[tuple[Base, str]] = []
    fresh = [record]
    while fresh:
        following: list[Base] = []
        for kind in dict.fromkeys(type(one) for one in fresh):
            ids = [one.id for one in fresh if type(one) is kind]
            for pointer in pointers_to(kind):
                for row in _pointing(session, pointer, ids):
                    if not pointer.goes_along:
                        loose.append((row, pointer.column))
                    elif row not in going:
                        if isinstance(record, _FOUNDATIONS) and pointer.noun not in _parts_of(type(record)):
                            raise PlannerError("still-needed", name=name_of(record), where=name_of(row))
                        going[row] = None
                        following.append(row)
        following += [item for item in _words_of(session, fresh) if item not in going]
        going.update(dict.fromkeys(following))
        fresh = following
    for row, column in loose:
        setattr(row, column, None)
    session.flush()
    # From the leaves up, since a reference without a relationship is not seen by the session when it sorts deletions.
    for table in reversed(Base.metadata.sorted_tables):
        for row in going:
            if row.__table__ is table and row not in session.deleted and not inspect(row).deleted:
                session.delete(row)
        session.flush()


def _pointing(session: Session, pointer: Pointer, ids: list[int]) -> Iterator[Base]:
    attribute: Any = getattr(pointer.noun, pointer.column)
    for start in range(0, len(ids), 500):
        yield from session.scalars(select(pointer.noun).where(attribute.in_(ids[start : start + 500])))


def _parts_of(kind: type[Base]) -> set[type[Base]]:
    return {tie.mapper.class_ for tie in inspect(kind).relationships if tie.cascade.delete}


def _words_of(session: Session, records: list[Base]) -> list[ReviewItem]:
    """Give what forms said of these records and nobody had settled or understood yet."""
    uids = {uid: type(one).__name__ for one in records if (uid := getattr(one, "uid", None))}
    names = list(uids)
    found: list[ReviewItem] = []
    for start in range(0, len(names), 500):
        query = select(ReviewItem).where(ReviewItem.record_uid.in_(names[start : start + 500]))
        found += [item for item in session.scalars(query) if uids[item.record_uid] == item.record]
    return found
