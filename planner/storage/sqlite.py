"""All that is true of SQLite only: how its file is opened, marked, checked and copied. The driver is chosen here.

Every connection to a planner file, its backups and copies is made by `connect`, so that a file under a passphrase
(SQLCipher) later needs a change in this one place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, StaticPool, create_engine, event

#: "SHMI": what makes an SQLite file a planner file (PRAGMA application_id).
APPLICATION_ID = 0x53484D49
MAGIC = b"SQLite format 3\0"


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection that leaves BEGIN and COMMIT to the caller. Raises `sqlite3.Error` as SQLite does."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=5)
    connection.execute("PRAGMA foreign_keys = ON")
    # A rollback journal and full syncing: what was said to be saved is on the disk, and the file is always one file,
    # which people copy to a stick or mail to each other.
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def engine_for(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """Give an engine with the one connection that a planner file has.

    Foreign keys go OFF for migrations only: Alembic's batch mode rebuilds tables, and would otherwise delete or
    refuse their children.
    """
    engine = create_engine("sqlite://", creator=lambda: connect(path, read_only=read_only), poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys = OFF")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver is told to leave transactions alone, so that DDL is rolled back too.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def postpone_references(connection: Any) -> None:
    """Let the rows of this transaction refer to each other in any order; they must fit when it is committed."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


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


def marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Read (application_id, user_version)."""
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    return application, version


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether SQLite finds the whole file in order: its pages, indexes and references."""
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchall()
        return found == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError:
        return False


def is_sound_file(path: Path) -> bool:
    """Say whether a file is a planner file that SQLite finds in order."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            return marks(connection)[0] == APPLICATION_ID and is_sound(connection)
    except sqlite3.Error:
        return False


def copy(source: Path, target: Path) -> None:
    """Copy a planner file by SQLite's own backup call: whole and consistent, also while it is in use.

    The copy appears under its name only when it is complete.
    """
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    half.touch()
    try:
        with closing(connect(source, read_only=True)) as old, closing(connect(half)) as new:
            old.backup(new)
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def contents_of(path: Path) -> Iterator[sqlite3.Connection]:
    """Look into a file without opening it as the planner's."""
    with closing(connect(path, read_only=True)) as connection:
        yield connection


def overwrite(engine: Engine, source: Path) -> None:
    """Replace everything in an open file by what is in another, in one go, keeping the connection."""
    with engine.connect() as connection, closing(connect(source, read_only=True)) as old:
        holder = connection.connection.dbapi_connection
        connection.rollback()
        old.backup(holder)  # type: ignore[arg-type]
