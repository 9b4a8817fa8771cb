"""From an older planner file to today's: each version's step is a frozen Alembic script in `migrations/`.

`user_version` in the file's head says which version it is, so that Alembic is not even imported when there is
nothing to do. A migration runs on an engine of its own with foreign keys off, after a backup, and the file is checked
before it is used. A migration never uses today's classes.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from sqlalchemy import Engine

from planner.model.message import PlannerError
from planner.storage import backups, sqlite

log = logging.getLogger(__name__)

#: The version of the schema that this program writes: the number of the last script in `migrations`.
VERSION = 6


def make_schema(path: Path) -> None:
    """Write today's tables into a new file, without going through every migration."""
    from planner.model import Base

    engine = sqlite.engine_for(path)
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(connection)
    finally:
        engine.dispose()


def migrate(path: Path, from_version: int) -> None:
    """Bring a file of an older version up to date, after backing it up.

    Raises `PlannerError` ``backup-failed``, or ``migration-failed`` if a step fails or the result is not sound; the
    file is then as before.
    """
    try:
        backup = backups.back_up(path)
    except (OSError, sqlite3.Error) as error:
        raise PlannerError("backup-failed") from error
    try:
        bring_up_to_date(path, from_version)
    except Exception as error:
        # A step may raise whatever its code can; the file is as before, and its backup is named.
        log.exception("Migration from version %d", from_version)
        raise PlannerError("migration-failed", backup=backup.path.name) from error


def bring_up_to_date(path: Path, from_version: int) -> None:
    """Run the steps that a file lacks, all or none of them, and check the result. Raises whatever a step raises."""
    engine = sqlite.engine_for(path, foreign_keys=False)
    try:
        _run_steps(engine, from_version)
    finally:
        engine.dispose()


def in_memory(path: Path, from_version: int) -> Engine:
    """Give an engine on an older file as it would be today, without touching the file: for looking only.

    Raises `PlannerError` ``file-older-unreadable`` if a step fails, `sqlite3.Error` if the file cannot be read.
    """
    engine = sqlite.engine_in_memory(path)
    try:
        _run_steps(engine, from_version)
    except Exception as error:
        # As in `migrate`; nothing was written.
        engine.dispose()
        log.exception("Looking at a file of version %d", from_version)
        raise PlannerError("file-older-unreadable", file=path.name) from error
    return engine


def _run_steps(engine: Engine, from_version: int) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from planner.storage.migrations import steps_after

    with engine.begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        for _, step in steps_after(from_version):
            step(operations)
        if (row := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchone()) is not None:
            raise ValueError(f"a row refers to nothing: {tuple(row)}")
        sqlite.mark_version(connection, VERSION)
