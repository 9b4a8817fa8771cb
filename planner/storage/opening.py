"""Before a planner file is opened: what it is, whether it is whole, whether it can be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from planner.model.message import PlannerError
from planner.storage import backups, sqlite
from planner.storage.migrating import VERSION, migrate
from planner.storage.sqlite import Trouble

SUFFIX = ".shimai"


class DamagedFile(PlannerError):  # noqa: N818 (named for the file, as it is shown)
    """A planner file that SQLite cannot read whole; `backup` is the newest good backup, if there is one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = backups.newest_sound(path)
        if self.backup is None:
            super().__init__("file-damaged", file=path.name)
        else:
            super().__init__("file-damaged-with-backup", file=path.name, made_at=self.backup.made_at)


def is_writable(path: Path) -> bool:
    """Say whether the file, and its folder (for the journal), can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def look_at(path: Path) -> int:
    """Say which version of planner file this is. A half-written change that a crash left is rolled back here.

    Raises `PlannerError` ``file-missing``, ``file-folder``, ``file-empty``, ``file-not-planner``, ``file-unreadable``,
    ``file-unfinished``, `DamagedFile`.
    """
    try:
        if path.is_dir():
            raise PlannerError("file-folder", file=path.name or str(path))
        if not path.is_file():
            raise PlannerError("file-missing", file=str(path))
        empty = path.stat().st_size == 0
        found = sqlite.marks(path)
    except OSError as error:
        raise PlannerError("file-unreadable", file=path.name) from error
    if found is None:
        # A planner file with its head torn off still has its backups.
        if path.suffix == SUFFIX and backups.backups_of(path):
            raise DamagedFile(path)
        raise PlannerError("file-empty" if empty else "file-not-planner", file=path.name)
    application, version = found
    if application != sqlite.APPLICATION_ID:
        raise PlannerError("file-not-planner", file=path.name)
    with refusals_to_open(path, version), sqlite.contents_of(path, read_only=not is_writable(path)) as contents:
        if not sqlite.is_sound(contents):
            raise DamagedFile(path)
    return version


@contextmanager
def refusals_to_open(path: Path, version: int) -> Iterator[None]:
    """Turn what SQLite says of a file into a sentence for whoever wants to open it."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        trouble = sqlite.trouble_of(error)
        if trouble is Trouble.UNFINISHED:
            raise PlannerError("file-unfinished", file=path.name, journal=sqlite.journal_of(path).name) from error
        if trouble is Trouble.UNREACHABLE:
            raise PlannerError("file-unreadable", file=path.name) from error
        if version > VERSION:
            raise PlannerError("file-newer-unreadable", file=path.name) from error
        raise DamagedFile(path) from error


@contextmanager
def refusals_to_save(path: Path) -> Iterator[None]:
    """Turn what SQLite says while a change is written into a sentence; nothing of the change is kept then."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        match sqlite.trouble_of(error):
            case Trouble.TWICE:
                raise PlannerError("already-there") from error
            case Trouble.MISSING:
                raise PlannerError("record-gone") from error
            case Trouble.UNREACHABLE | Trouble.UNFINISHED:
                raise PlannerError("not-saved", file=path.name) from error
            case Trouble.DAMAGED:
                raise DamagedFile(path) from error
            case _:
                raise


def make_ready(path: Path, version: int) -> None:
    """Bring an older file up to date, and see to today's backup."""
    if version < VERSION:
        migrate(path, version)
    # A disk too full for a backup is no reason not to open the file; the window shows when the last one was made.
    with suppress(OSError, sqlite3.Error):
        backups.back_up_once_a_day(path)
