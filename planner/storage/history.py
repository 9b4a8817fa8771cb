"""Undo and redo: a recorded change applied backwards or forwards, through the same transaction as any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from planner.model import Base, Change, ChangedRow
from planner.model.done import Done
from planner.model.kinds import ChangeState
from planner.model.message import Message, PlannerError
from planner.storage import sqlite
from planner.storage.pictures import drop_unnamed
from planner.storage.recording import (
    Key,
    Touched,
    Values,
    figures_to_plain,
    from_plain,
    label_from_plain,
    read_rows,
)

#: Within this time, steps of the same kind in the same place are one: nobody undoes letter by letter.
MERGES_WITHIN = dt.timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step of the history: its number, moment (aware UTC), who took it, its label, whether it is undone."""

    id: int
    at: dt.datetime
    who: str
    label: Message
    undone: bool

    @classmethod
    def of(cls, change: Change) -> PastStep:
        """Read a step from its record."""
        label = label_from_plain(change.code, change.figures)
        at = change.at.replace(tzinfo=dt.UTC)
        return cls(change.id, at, change.who, label, change.state == ChangeState.UNDONE)


@dataclass(frozen=True, slots=True)
class Touch:
    """A row that a step touched: which fields of it are different since (all of them if it came or went), and what it
    held before or after: its `uid`, and the rows it belonged to.
    """

    step: PastStep
    table: str
    row_id: int
    fields: frozenset[str]
    uid: str = ""
    belongs: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def of(cls, step: PastStep, row: ChangedRow) -> Touch:
        """Read a touch from its record."""
        before, after = row.before or {}, row.after or {}
        different = frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
        table = Base.metadata.tables.get(row.table)
        belongs = frozenset(
            (key.column.table.name, values[column.name])
            for column in (() if table is None else table.c)
            for key in column.foreign_keys
            for values in (before, after)
            if values.get(column.name) is not None
        )
        return cls(step, row.table, row.row_id, different, after.get("uid") or before.get("uid") or "", belongs)


def record(session: Session, touched: Iterable[Touched], done: Done, who: str, now: dt.datetime) -> None:
    """Write a change into the history, or add it to the step before if it only goes on with that.

    What had been undone can no longer be redone after a new change; it is forgotten. A step that has come back to
    where it began (typed, and deleted again) is none.
    """
    forgot = _forget_undone(session)
    change = None if forgot else _goes_on_with(session, done, now)
    if change is None:
        change = Change(who=who, merge_key=done.merge_key)
        session.add(change)
    change.at = now
    change.code = done.label.code
    change.figures = figures_to_plain(done.label.figures)
    known = {(row.table, row.row_id): row for row in change.rows}
    fresh: list[Values] = []
    for one in touched:
        earlier = known.get((one.table, one.row_id))
        if earlier is None:
            fresh.append({"table": one.table, "row_id": one.row_id, "before": one.before, "after": one.after})
        elif earlier.before == one.after:
            change.rows.remove(earlier)
        else:
            earlier.after = one.after
    if not change.rows and not fresh:
        session.delete(change)
    session.flush()
    if fresh:
        # Straight into the table: an import touches ten thousand rows, and objects of each would take a second.
        rows = [{"change_id": change.id, **row} for row in fresh]
        session.connection().execute(insert(ChangedRow), rows)
        session.expire(change, ["rows"])
    if forgot:
        # Only now, when this step names what it has taken away, is nothing else left to bring a picture back.
        drop_unnamed(session)


def _forget_undone(session: Session) -> bool:
    """Drop the steps that stand undone; says whether there were any. The history itself is not recorded."""
    undone = session.scalars(select(Change.id).where(Change.state == ChangeState.UNDONE)).all()
    for table, column in ((ChangedRow, ChangedRow.change_id), (Change, Change.id)):
        if undone:
            session.connection().execute(delete(table).where(column.in_(undone)))
    return bool(undone)


def _goes_on_with(session: Session, done: Done, now: dt.datetime) -> Change | None:
    if not done.merge_key:
        return None
    last = session.scalars(select(Change).order_by(Change.id.desc()).limit(1)).first()
    if last is None or last.merge_key != done.merge_key or now - last.at > MERGES_WITHIN:
        return None
    return last


def steps(session: Session, limit: int | None = None) -> list[PastStep]:
    """Give the history, the newest first."""
    found = session.scalars(select(Change).order_by(Change.id.desc()).limit(limit))
    return [PastStep.of(change) for change in found]


def touches_since(session: Session, since: dt.datetime) -> list[Touch]:
    """Give the rows that the steps after a moment (aware UTC) touched and still stand, the newest step first."""
    moment = since.astimezone(dt.UTC).replace(tzinfo=None)
    found = select(Change).where(Change.at > moment, Change.state == ChangeState.DONE)
    # The rows of all steps in a few queries, not in one for each step.
    found = found.options(selectinload(Change.rows))
    return [
        Touch.of(step, row)
        for change, step in ((one, PastStep.of(one)) for one in session.scalars(found.order_by(Change.id.desc())))
        for row in change.rows
    ]


def next_undo(session: Session) -> Change | None:
    """Give the change that would be undone next."""
    done = select(Change).where(Change.state == ChangeState.DONE)
    return session.scalars(done.order_by(Change.id.desc()).limit(1)).first()


def next_redo(session: Session) -> Change | None:
    """Give the change that would be redone next."""
    undone = select(Change).where(Change.state == ChangeState.UNDONE)
    return session.scalars(undone.order_by(Change.id).limit(1)).first()


def take_back(session: Session, change: Change) -> set[Key]:
    """Undo one change and mark it so; gives the rows it touched."""
    touched = _apply(session.connection(), change.rows, forwards=False)
    change.state = ChangeState.UNDONE
    change.merge_key = ""
    return touched


def do_again(session: Session, change: Change) -> set[Key]:
    """Redo one undone change and mark it so; gives the rows it touched."""
    touched = _apply(session.connection(), change.rows, forwards=True)
    change.state = ChangeState.DONE
    return touched


def take_back_alone(session: Session, change_id: int, who: str, now: dt.datetime) -> set[Key]:
    """Undo one earlier change and leave the later ones, as a new step of its own.

    Raises `PlannerError` ``undo-alone-touched`` with the later step that built on it, ``undo-alone-needed``,
    ``change-not-found``; and what the database refuses, see `refusals_to_undo_alone`.
    """
    change = session.get(Change, change_id)
    if change is None or change.state != ChangeState.DONE:
        raise PlannerError("change-not-found")
    _refuse_if_built_upon(session, change)
    rows = list(change.rows)
    touched = _apply(session.connection(), rows, forwards=False)
    back = [Touched(row.table, row.row_id, row.after, row.before) for row in rows]
    label = Message.of("undo-alone", step=PastStep.of(change).label)
    record(session, back, Done(label), who, now)
    return touched


@contextmanager
def refusals_to_undo_alone() -> Iterator[None]:
    """Turn a clash with later steps (a row that is gone since, one that is there again) into ``undo-alone-clashes``."""
    try:
        yield
    except IntegrityError as error:
        raise PlannerError("undo-alone-clashes") from error


def _refuse_if_built_upon(session: Session, change: Change) -> None:
    """Refuse if a row that this change wrote has been written since, or a later row points to one that it made."""
    keys = {(row.table, row.row_id) for row in change.rows}
    later = select(ChangedRow.table, ChangedRow.row_id, ChangedRow.change_id).join(Change).where(
        Change.id > change.id, Change.state == ChangeState.DONE
    )
    for table_name, row_id, change_id in session.execute(later.order_by(Change.id)):
        if (table_name, row_id) in keys:
            other = session.get_one(Change, change_id)
            raise PlannerError("undo-alone-touched", step=PastStep.of(other).label)
    made = {(row.table, row.row_id) for row in change.rows if row.before is None}
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            for key in column.foreign_keys:
                ids = [row_id for name, row_id in made if name == key.column.table.name]
                if not ids:
                    continue
                pointing = session.connection().scalars(select(table.c.id).where(column.in_(ids)))
                if any((table.name, row_id) not in keys for row_id in pointing):
                    raise PlannerError("undo-alone-needed")


def _apply(connection: Connection, rows: Iterable[ChangedRow], *, forwards: bool) -> set[Key]:
    """Put the one side of each row in the place of the other.

    All rows go before any come, so that two that swapped something unique do not stand in each other's way; references
    are looked at when it is committed. A column that is newer than the record of the change keeps its value.
    """
    sqlite.postpone_references(connection)
    sides: dict[str, dict[int, Values | None]] = {}
    for row in rows:
        sides.setdefault(row.table, {})[row.row_id] = row.after if forwards else row.before
    coming: list[tuple[Table, list[Values]]] = []
    for name, wanted in sides.items():
        table = Base.metadata.tables[name]
        held = read_rows(connection, table, list(wanted))
        coming.append(
            (
                table,
                [
                    from_plain(table, held.get(row_id, {}) | values)
                    for row_id, values in wanted.items()
                    if values is not None
                ],
            )
        )
        # Nothing to take away where all rows come back: an empty list would mean one row without an id.
        if held:
            gone = [{"gone": row_id} for row_id in held]
            connection.execute(delete(table).where(table.c.id == bindparam("gone")), gone)
    for table, values in coming:
        for alike in _alike(values):
            connection.execute(insert(table), alike)
    return {(name, row_id) for name, wanted in sides.items() for row_id in wanted}


def _alike(rows: list[Values]) -> list[list[Values]]:
    """Sort rows by the columns they have, since one statement writes rows of one shape."""
    shapes: dict[frozenset[str], list[Values]] = {}
    for row in rows:
        shapes.setdefault(frozenset(row), []).append(row)
    return list(shapes.values())


def last_change(session: Session) -> dt.datetime | None:
    """Give the moment (aware UTC) of the last change or undo that the history knows of."""
    latest = session.scalar(select(func.max(Change.at)).where(Change.state == ChangeState.DONE))
    return None if latest is None else latest.replace(tzinfo=dt.UTC)
