"""Add, edit and remove any noun: what most of the inspector does.

Nouns are named by their class (``"Person"``); values by their fields, references by their ``…_id``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.checking import check_complete, check_record, check_value, field_name
from planner.commands.naming import name_of
from planner.commands.removing import take_out
from planner.commands.zones import check_events_by
from planner.model import Activity, Base, Change, ChangedRow, Journey, Visit
from planner.model.base import Row
from planner.model.done import Done
from planner.model.message import Message, PlannerError

NOUNS: Mapping[str, type[Base]] = {
    mapper.class_.__name__: mapper.class_
    for mapper in Base.registry.mappers
    if mapper.class_ not in (Change, ChangedRow)
}


def find(session: Session, noun: type[Row], record_id: int) -> Row:
    """Give a record of the session. Raises `PlannerError` ``record-gone``."""
    record = session.get(noun, record_id)
    if record is None:
        raise PlannerError("record-gone")
    return record


def find_event(session: Session, noun: str, event_id: int) -> Activity | Journey:
    """Give an ``"Activity"`` or ``"Journey"`` of the session. Raises `PlannerError` ``record-gone``."""
    if noun == "Activity":
        return find(session, Activity, event_id)
    assert noun == "Journey"
    return find(session, Journey, event_id)


def add(session: Session, noun: str, values: Mapping[str, Any]) -> Done:
    """Add a record with the values given; the result is its id. What it cannot be without: ``value-missing``."""
    kind = NOUNS[noun]
    given = {field: check_value(kind, field, value) for field, value in values.items()}
    check_complete(kind, given)
    record = kind(**given)
    session.add(record)
    session.flush()
    check_record(record)
    return Done(Message.of("change-add", noun=Message.of(noun), name=name_of(record)), result=record.id)


def edit(session: Session, noun: str, record_id: int, values: Mapping[str, Any]) -> Done:
    """Change fields of a record. Edits of the same field in a row become one step.

    Raises `PlannerError` as `checking` does; nothing is changed then.
    """
    record = find(session, NOUNS[noun], record_id)
    kind = type(record)
    for field, value in values.items():
        setattr(record, field, check_value(kind, field, value))
    session.flush()
    # References may have moved: what hangs on them is read again.
    session.refresh(record)
    check_record(record, values)
    check_events_by(session, record, values)
    key = f"{noun}/{record_id}/{','.join(sorted(values))}"
    name = name_of(record)
    names = [field_name(kind, field) for field in values]
    if len(names) == 1:
        return Done(Message.of("change-edit", name=name, field=names[0]), merge_key=key)
    return Done(Message.of("change-edit-several", name=name, fields=names), merge_key=key)


def remove(session: Session, noun: str, record_id: int) -> Done:
    """Remove a record with its parts, and every reference to it.

    What cannot be without it goes too (a member's stays, what forms said of it); what merely points to it stays
    without (an activity's leader). The last visit of a file is kept: ``last-visit``; and so are a city and a
    partnership that something else stands on: ``still-needed``.
    """
    record = find(session, NOUNS[noun], record_id)
    label = Message.of("change-remove", noun=Message.of(noun), name=name_of(record))
    if isinstance(record, Visit) and len(session.scalars(select(Visit.id)).all()) == 1:
        raise PlannerError("last-visit")
    take_out(session, record)
    return Done(label)


def remove_several(session: Session, noun: type[Base], record_ids: Iterable[int]) -> Done:
    """Remove records of one noun in one step, each with what cannot be without it. Raises as `remove`."""
    records = [find(session, noun, record_id) for record_id in record_ids]
    label = Message.of("change-remove", noun=Message.of(noun.__name__), name=[name_of(record) for record in records])
    for record in records:
        take_out(session, record)
    return Done(label)
