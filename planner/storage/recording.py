"""How a change is recorded: every row it touches, as it stood before and as it stands after.

The rows are read from the database itself, by the ORM's own events for each row that is written, so that cascades
and references that were set to nothing are recorded too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Table, Time, event, select
from sqlalchemy.orm import Mapper, Session, object_session

from planner.language.marking import Pair
from planner.model import Base, Change, ChangedRow
from planner.model.fields import Choices
from planner.model.message import Message

Values = dict[str, Any]
Key = tuple[str, int]

_RECORDER = "planner.recorder"


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a change touched; `before` is None for a new row, `after` for one that is gone."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None


class Recorder:
    """Watches one session and collects what is written through it."""

    def __init__(self, session: Session) -> None:
        self._before: dict[Key, Values | None] = {}
        self._session = session
        session.info[_RECORDER] = self

    def end(self) -> None:
        """Watch no longer: what is written now is the history itself."""
        self._session.info.pop(_RECORDER, None)

    def note(self, connection: Connection, table: Table, row_id: int, *, is_new: bool) -> None:
        """Remember how a row stood when it was first touched."""
        key = (table.name, row_id)
        if key not in self._before:
            self._before[key] = None if is_new else read_rows(connection, table, [row_id]).get(row_id)

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were written so far."""
        return frozenset(table for table, _ in self._before)

    def collect(self, connection: Connection) -> list[Touched]:
        """Give the rows that are different now, in the order in which they were first touched."""
        wanted: dict[str, list[int]] = {}
        for table, row_id in self._before:
            wanted.setdefault(table, []).append(row_id)
        after: dict[Key, Values] = {}
        for table, ids in wanted.items():
            found = read_rows(connection, Base.metadata.tables[table], ids)
            after.update({(table, row_id): values for row_id, values in found.items()})
        return [
            Touched(table, row_id, before, after.get((table, row_id)))
            for (table, row_id), before in self._before.items()
            if before != after.get((table, row_id))
        ]


def _watch(mapper: Mapper[Any], connection: Connection, target: Base, *, is_new: bool) -> None:
    session = object_session(target)
    recorder = session.info.get(_RECORDER) if session is not None else None
    if recorder is not None and not isinstance(target, (Change, ChangedRow)):
        recorder.note(connection, mapper.local_table, target.id, is_new=is_new)


@event.listens_for(Base, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], connection: Connection, target: Base) -> None:
    _watch(mapper, connection, target, is_new=True)


@event.listens_for(Base, "before_update", propagate=True)
def _updating(mapper: Mapper[Any], connection: Connection, target: Base) -> None:
    _watch(mapper, connection, target, is_new=False)


@event.listens_for(Base, "before_delete", propagate=True)
def _deleting(mapper: Mapper[Any], connection: Connection, target: Base) -> None:
    _watch(mapper, connection, target, is_new=False)


def read_rows(connection: Connection, table: Table, ids: list[int]) -> dict[int, Values]:
    """Read rows as plain values that JSON can hold, by id; those that do not exist are left out."""
    found: dict[int, Values] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        for row in connection.execute(select(table).where(table.c.id.in_(part))):
            found[row.id] = {name: to_plain(value) for name, value in row._mapping.items()}
    return found


def to_plain(value: Any) -> Any:
    """Write a field's value as JSON can hold it."""
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def from_plain(table: Table, values: Mapping[str, Any]) -> Values:
    """Read a row's values back to what its columns take; columns that a row of an older version lacks stay out."""
    restored: Values = {}
    for name, value in values.items():
        if name not in table.c:
            continue
        kind = table.c[name].type
        if isinstance(kind, DateTime):
            value = dt.datetime.fromisoformat(value) if value else None
        elif isinstance(kind, Date):
            value = dt.date.fromisoformat(value) if value else None
        elif isinstance(kind, Time):
            value = dt.time.fromisoformat(value) if value else None
        elif isinstance(kind, Choices):
            value = frozenset(value or ())
        restored[name] = value
    return restored


def figures_to_plain(figure: Any) -> Any:
    """Write the figures of a label as JSON can hold them: messages, dates and lists keep what they are."""
    if isinstance(figure, Message):
        return {"message": figure.code, "figures": figures_to_plain(figure.figures)}
    if isinstance(figure, dt.datetime):
        return {"moment": figure.isoformat()}
    if isinstance(figure, dt.date):
        return {"day": figure.isoformat()}
    if isinstance(figure, dt.time):
        return {"time": figure.isoformat()}
    if isinstance(figure, Mapping):
        return {str(name): figures_to_plain(value) for name, value in figure.items()}
    if isinstance(figure, Pair):
        return {"pair": list(figure)}
    if isinstance(figure, StrEnum):
        # As a word of the model, so that the history can still be said in either language.
        return {"message": f"{type(figure).__name__}.{figure.value}", "figures": {}}
    if isinstance(figure, (list, tuple)):
        return [figures_to_plain(value) for value in figure]
    if isinstance(figure, (set, frozenset)):
        return sorted((figures_to_plain(value) for value in figure), key=str)
    return figure


def label_from_plain(code: str, figures: Mapping[str, Any]) -> Message:
    """Read a label back: the figures by their names, each as it was."""
    return Message(code, {name: figures_from_plain(value) for name, value in figures.items()})


def figures_from_plain(figure: Any) -> Any:
    """Read one figure back as `figures_to_plain` wrote it."""
    if isinstance(figure, list):
        return [figures_from_plain(value) for value in figure]
    if not isinstance(figure, dict):
        return figure
    match figure:
        case {"message": str(code), "figures": dict(figures)}:
            return label_from_plain(code, figures)
        case {"moment": str(text)}:
            return dt.datetime.fromisoformat(text)
        case {"day": str(text)}:
            return dt.date.fromisoformat(text)
        case {"time": str(text)}:
            return dt.time.fromisoformat(text)
        case {"pair": [str(one), str(other)]}:
            return Pair(one, other)
        case _:
            return {name: figures_from_plain(value) for name, value in figure.items()}
