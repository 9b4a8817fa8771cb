"""Undo and redo: a recorded change applied backwards or forwards, through the same transaction as any other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.orm import Session

from planner.model import Base, Change, ChangedRow
from planner.model.done import Done
from planner.model.kinds import ChangeState
from planner.model.message import Message, PlannerError
from planner.storage import sqlite
from planner.storage.recording import Touched, figures_from_plain, figures_to_plain, from_plain, read_rows

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
        label = Message(change.code, figures_from_plain(change.figures))
        at = change.at.replace(tzinfo=dt.UTC)
        return cls(change.id, at, change.who, label, change.state == ChangeState.UNDONE)


def record(session: Session, touched: Iterable[Touched], done: Done, who: str, now: dt.datetime) -> Change:
    """Write a change into the history, or add it to the step before if it only goes on with that.

    What had been undone can no longer be redone after a new change; it is forgotten.
    """
    for undone in session.scalars(select(Change).where(Change.state == ChangeState.UNDONE)):
        session.delete(undone)
    session.flush()
    change = _goes_on_with(session, done, now)
    if change is None:
        change = Change(
            at=now,
            who=who,
            code=done.label.code,
            figures=figures_to_plain(done.label.figures),
            merge_key=done.merge_key,
        )
        session.add(change)
    else:
        change.at = now
        change.code = done.label.code
        change.figures = figures_to_plain(done.label.figures)
    known = {(row.table, row.row_id): row for row in change.rows}
    for one in touched:
        earlier = known.get((one.table, one.row_id))
        if earlier is None:
            row = ChangedRow(table=one.table, row_id=one.row_id, before=one.before, after=one.after)
            change.rows.append(row)
        else:
            earlier.after = one.after
    session.flush()
    return change


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


def next_undo(session: Session) -> Change | None:
    """Give the change that would be undone next."""
    done = select(Change).where(Change.state == ChangeState.DONE)
    return session.scalars(done.order_by(Change.id.desc()).limit(1)).first()


def next_redo(session: Session) -> Change | None:
    """Give the change that would be redone next."""
    undone = select(Change).where(Change.state == ChangeState.UNDONE)
    return session.scalars(undone.order_by(Change.id).limit(1)).first()


def take_back(session: Session, change: Change) -> set[tuple[str, int]]:
    """Undo one change and mark it so; gives the rows it touched."""
    touched = _apply(session.connection(), change.rows, forwards=False)
    change.state = ChangeState.UNDONE
    change.merge_key = ""
    return touched


def do_again(session: Session, change: Change) -> set[tuple[str, int]]:
    """Redo one undone change and mark it so; gives the rows it touched."""
    touched = _apply(session.connection(), change.rows, forwards=True)
    change.state = ChangeState.DONE
    return touched


def take_back_alone(session: Session, change_id: int, who: str, now: dt.datetime) -> set[tuple[str, int]]:
    """Undo one earlier change and leave the later ones, as a new step of its own.

    Raises `PlannerError` ``undo-alone-touched`` with the later step that built on it, ``change-not-found``.
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


def _refuse_if_built_upon(session: Session, change: Change) -> None:
    """Refuse if a row that this change wrote has been written since, or a later row points to one that it made."""
    keys = {(row.table, row.row_id) for row in change.rows}
    later = select(Change).where(Change.id > change.id, Change.state == ChangeState.DONE).order_by(Change.id)
    for other in session.scalars(later):
        if any((row.table, row.row_id) in keys for row in other.rows):
            raise PlannerError("undo-alone-touched", step=PastStep.of(other).label)
    made = {(row.table, row.row_id) for row in change.rows if row.before is None}
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            for key in column.foreign_keys:
                ids = [row_id for name, row_id in made if name == key.column.table.name]
                if not ids:
                    continue
                pointing = session.connection().scalars(select(table.c.id).where(column.in_(ids)))
                if any((table.name, row_id) not in made for row_id in pointing):
                    raise PlannerError("undo-alone-needed")


def _apply(connection: Connection, rows: Iterable[ChangedRow], *, forwards: bool) -> set[tuple[str, int]]:
    """Write the one side of each row over the other: rows go first, then rows change, then rows come."""
    sqlite.postpone_references(connection)
    tables = Base.metadata.tables
    wanted = [(tables[row.table], row.row_id, row.after if forwards else row.before) for row in rows]
    for table, row_id, values in wanted:
        if values is None:
            connection.execute(delete(table).where(table.c.id == row_id))
    coming = []
    for table, row_id, values in wanted:
        if values is None:
            continue
        if row_id in read_rows(connection, table, [row_id]):
            connection.execute(update(table).where(table.c.id == row_id).values(from_plain(table, values)))
        else:
            coming.append((table, values))
    for table, values in coming:
        connection.execute(insert(table).values(from_plain(table, values)))
    return {(row.table, row.row_id) for row in rows}


def last_change(session: Session) -> dt.datetime | None:
    """Give the moment (aware UTC) of the last change or undo that the history knows of."""
    latest = session.scalar(select(func.max(Change.at)).where(Change.state == ChangeState.DONE))
    return None if latest is None else latest.replace(tzinfo=dt.UTC)
