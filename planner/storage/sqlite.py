"""All that is true of SQLite only: how its file is opened, marked, checked and copied. The driver is chosen here.

Every connection to a planner file, its backups and copies is made by `connect`, so that a file under a passphrase
(SQLCipher) later needs a change in this one place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Dialect, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.util import LRUCache

#: "SHMI": what makes an SQLite file a planner file (PRAGMA application_id).
APPLICATION_ID = 0x53484D49
MAGIC = b"SQLite format 3\0"

#: Statements as SQLite is told them, by what they are: what was compiled for one file serves for the next.
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection that leaves BEGIN and COMMIT to the caller. Raises `sqlite3.Error` as SQLite does."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
    # Its users see to it that one thread at a time has it (`PlannerFile`).
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=5, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    # A rollback journal and full syncing: what was said to be saved is on the disk, and the file is always one file,
    # which people copy to a stick or mail to each other.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _engine(creator: Callable[[], Any]) -> Engine:
    dialect = _dialect()
    pool = StaticPool(creator, dialect=dialect)
    return Engine(pool, dialect, _URL, execution_options={"compiled_cache": _COMPILED})


_URL = make_url("sqlite://")


@cache
def _dialect() -> Dialect:
    """What this SQLite can do, asked once: engines that have it in common have what they compiled in common."""
    asked = create_engine(_URL)
    with asked.connect():
        pass
    asked.dispose()
    return asked.dialect


def engine_for(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """Give an engine with the one connection that a planner file has.

    Foreign keys go OFF for migrations only: Alembic's batch mode rebuilds tables, and would otherwise delete or
    refuse their children.
    """
    engine = _engine(lambda: connect(path, read_only=read_only))

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys = OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver is told to leave transactions alone, so that DDL is rolled back too.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def engine_in_memory(path: Path) -> Engine:
    """Give an engine on a copy of a file that lives in memory only: to look at an older file that stays as it is.

    Foreign keys are off, for the migration that follows. Raises `sqlite3.Error` if the file cannot be read.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(connect(path, read_only=True)) as source:
        source.backup(memory)
    engine = _engine(lambda: memory)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def postpone_references(connection: Any) -> None:
    """Let the rows of this transaction refer to each other in any order; they must fit when it is committed."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def roll_back(engine: Engine) -> None:
    """End a transaction that a refused COMMIT (full disk, missing reference) left open; SQLAlchemy thinks it over."""
    with engine.connect() as connection:
        holder = connection.connection.driver_connection
        if holder is not None:
            holder.rollback()


class Trouble(Enum):
    """What an error of the database means for whoever uses the file."""

    DAMAGED = "damaged"
    TWICE = "twice"  # a row is there already
    MISSING = "missing"  # a row that is referred to is not there
    UNFINISHED = "unfinished"  # a half-written change waits to be rolled back, where nothing can be written
    UNREACHABLE = "unreachable"  # busy, full, disconnected, moved, not permitted
    OURS = "ours"  # a mistake of the program


_TROUBLES = {
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_NOTADB": Trouble.DAMAGED,
    "SQLITE_CONSTRAINT_UNIQUE": Trouble.TWICE,
    "SQLITE_CONSTRAINT_PRIMARYKEY": Trouble.TWICE,
    "SQLITE_CONSTRAINT_FOREIGNKEY": Trouble.MISSING,
    "SQLITE_READONLY_ROLLBACK": Trouble.UNFINISHED,
    "SQLITE_READONLY": Trouble.UNREACHABLE,
    "SQLITE_BUSY": Trouble.UNREACHABLE,
    "SQLITE_LOCKED": Trouble.UNREACHABLE,
    "SQLITE_FULL": Trouble.UNREACHABLE,
    "SQLITE_IOERR": Trouble.UNREACHABLE,
    "SQLITE_CANTOPEN": Trouble.UNREACHABLE,
    "SQLITE_PERM": Trouble.UNREACHABLE,
}


def trouble_of(error: BaseException) -> Trouble:
    """Say what an error of SQLite means, as the driver or SQLAlchemy raised it."""
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", None) or ""
    while name:
        if name in _TROUBLES:
            return _TROUBLES[name]
        # SQLITE_IOERR_WRITE is a kind of SQLITE_IOERR.
        name = name.rpartition("_")[0]
    return Trouble.OURS


def create(path: Path, version: int) -> None:
    """Make a new, empty, marked planner file. Raises `FileExistsError` if something is there."""
    with path.open("xb"):
        pass
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")


def mark_version(connection: Any, version: int) -> None:
    """Write the version of the schema into the file's head."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def marks(path: Path) -> tuple[int, int] | None:
    """Read (application_id, user_version) from the file's head; None if it is no SQLite file. Raises `OSError`.

    The bytes themselves are read, without SQLite: a stranger's file is not touched. https://sqlite.org/fileformat.html
    """
    with path.open("rb") as stream:
        head = stream.read(100)
    if len(head) < 100 or not head.startswith(MAGIC):
        return None
    return int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")


def journal_of(path: Path) -> Path:
    """Give where SQLite keeps what a half-written change replaced. It belongs to this very file and no other."""
    return path.with_name(path.name + "-journal")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether SQLite finds the whole file in order: its pages, rows and references.

    Raises `sqlite3.Error` if that cannot be told, since the file cannot be reached.
    """
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchall()
        return found == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        if trouble_of(error) in (Trouble.DAMAGED, Trouble.OURS):
            return False
        raise


def is_sound_file(path: Path) -> bool:
    """Say whether a file is a planner file that SQLite finds in order."""
    try:
        found = marks(path)
        if found is None or found[0] != APPLICATION_ID:
            return False
        with closing(connect(path, read_only=True)) as connection:
            return is_sound(connection)
    except (OSError, sqlite3.Error):
        return False


def copy(source: Path, target: Path) -> None:
    """Copy a planner file by SQLite's own backup call: whole and consistent, also while it is in use.

    The copy appears under its name only when it is complete. Raises `OSError`, `sqlite3.Error`.
    """
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    half.touch()
    try:
        with closing(connect(source, read_only=True)) as old, closing(connect(half)) as new:
            old.backup(new)
        if not target.exists():
            # Of a file that had this name and is gone; SQLite would write its pages into the new one.
            journal_of(target).unlink(missing_ok=True)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
        journal_of(half).unlink(missing_ok=True)


@contextmanager
def contents_of(path: Path, *, read_only: bool = True) -> Iterator[sqlite3.Connection]:
    """Look into a file without opening it as the planner's."""
    with closing(connect(path, read_only=read_only)) as connection:
        yield connection


def overwrite(engine: Engine, source: Path) -> None:
    """Replace everything in an open file by what is in another, in one go, keeping the connection.

    Raises `sqlite3.Error`; the open file is then as it was.
    """
    with engine.connect() as connection, closing(connect(source, read_only=True)) as old:
        holder = connection.connection.driver_connection
        connection.rollback()
        assert isinstance(holder, sqlite3.Connection)
        old.backup(holder)
