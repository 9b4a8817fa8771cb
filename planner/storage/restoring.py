"""A backup in the place of a planner file: of one that is open, or of one too damaged to be opened."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from planner.model.message import PlannerError
from planner.storage import locking, sqlite
from planner.storage.backups import Backup
from planner.storage.migrating import VERSION, bring_up_to_date


def restore(path: Path, engine: Engine, backup: Backup, save: Callable[[], object]) -> None:
    """Replace all that an open file holds by what a backup does; `save` first keeps what is there now.

    Raises `PlannerError` ``backup-damaged``, ``backup-newer``, ``restore-failed``, or what `save` does; then the file
    is as it was.
    """
    found = sqlite.marks(backup.path) if sqlite.is_sound_file(backup.path) else None
    if found is None:
        raise PlannerError("backup-damaged", file=backup.path.name)
    _, version = found
    if version > VERSION:
        raise PlannerError("backup-newer", file=backup.path.name)
    fresh = path.with_name(f".{path.name}.new")
    try:
        save()
        # An older backup is brought up to date aside: if that fails, nothing has happened.
        sqlite.copy(backup.path, fresh)
        if version < VERSION:
            bring_up_to_date(fresh, version)
        sqlite.overwrite(engine, fresh)
    except PlannerError:
        raise
    except Exception as error:
        # SQLite, the disk, or a step of a migration: the user hears that all is as it was.
        raise PlannerError("restore-failed", file=backup.path.name) from error
    finally:
        fresh.unlink(missing_ok=True)


def restore_damaged(path: Path, backup: Backup) -> None:
    """Put a good backup in the place of a damaged file; the damaged one is kept beside it under another name.

    Raises `PlannerError` ``backup-damaged``, ``file-in-use`` or ``file-unreadable``; then all is as it was.
    """
    if not sqlite.is_sound_file(backup.path):
        raise PlannerError("backup-damaged", file=backup.path.name)
    stamp = dt.datetime.now().strftime("%Y-%m-%d %H.%M.%S")  # noqa: DTZ005 (local, on purpose)
    aside = path.with_name(f"{path.stem} damaged {stamp}{path.suffix}")
    fresh = path.with_name(f".{path.name}.new")
    lock = locking.Lock(path)
    try:
        lock.take()
        sqlite.copy(backup.path, fresh)
        if path.exists():
            path.replace(aside)
        # The journal belongs to the damaged file: beside the good one, SQLite would write its pages into that.
        journal = sqlite.journal_of(path)
        if journal.exists():
            journal.replace(sqlite.journal_of(aside))
        fresh.replace(path)
    except (OSError, sqlite3.Error) as error:
        if aside.exists() and not path.exists():
            aside.replace(path)
        raise PlannerError("file-unreadable", file=path.name) from error
    finally:
        fresh.unlink(missing_ok=True)
        lock.release()
