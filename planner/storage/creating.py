"""A new planner file: it appears when it is whole, with its first visit in it, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from planner.model.done import Done
from planner.model.message import PlannerError
from planner.storage import sqlite, zonedata
from planner.storage.migrating import VERSION, make_schema
from planner.storage.sqlite import Trouble


def write_new(path: Path, start: Callable[..., Done], *args: Any, **figures: Any) -> None:
    """Write a planner file that a command begins; the lock on it is the caller's.

    Raises `PlannerError` ``file-exists``, what the command refuses, or what the disk and SQLite say: then no file is
    left behind.
    """
    half = path.with_name(f".{path.name}.new")
    try:
        half.unlink(missing_ok=True)
        sqlite.create(half, VERSION)
        make_schema(half)
        engine = sqlite.engine_for(half)
        try:
            with Session(engine) as session, session.begin():
                start(session, *args, **figures)
                session.flush()
                zonedata.note_zones(session, zonedata.TABLES)
        finally:
            engine.dispose()
        if path.exists():
            raise PlannerError("file-exists", file=path.name)
        # Never beside the journal of another that once had its name.
        sqlite.journal_of(path).unlink(missing_ok=True)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def refusals_to_create(path: Path) -> Iterator[None]:
    """Turn what the disk and SQLite say of a folder into a sentence for whoever wants a new file in it."""
    try:
        yield
    except (OSError, sqlite3.Error, DBAPIError) as error:
        if sqlite.trouble_of(error) is Trouble.OURS and not isinstance(error, OSError):
            raise
        raise PlannerError("folder-read-only", folder=str(path.parent)) from error
