"""One writer at a time: who has a planner file open, where, and since when.

Two small files lie beside an open planner file. `….lock` is held by the operating system's own lock, which ends with
the program however it ends, so a lock left by a crash is no lock. `….owner` says in plain JSON who holds it, for the
sentence that somebody else is shown.
"""

from __future__ import annotations

import datetime as dt
import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from planner.model.message import PlannerError


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has a file open: the user, the computer, and the moment (UTC, ISO) since when."""

    who: str
    where: str
    since: str
    process: int

    @property
    def since_moment(self) -> dt.datetime:
        """The moment as an aware UTC time."""
        return dt.datetime.fromisoformat(self.since)


def me() -> str:
    """Give the name of the person at this computer, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


class Lock:
    """The right to write one planner file, from `take` until `release`."""

    def __init__(self, path: Path) -> None:
        # A file reached by two names is one file.
        path = path.resolve()
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))
        self._owner = path.with_name(f".{path.name}.owner")
        self.left_by_crash = False

    def take(self) -> None:
        """Take the lock, or raise `PlannerError` ``file-in-use`` with who, where and since when.

        An owner's note without a lock behind it was left by a crash: it is noticed (`left_by_crash`) and replaced.
        Raises `OSError` where nothing can be written.
        """
        if not self._owner.parent.is_dir():
            # The lock would make the folder; a planner file is not put where nobody expects it.
            raise FileNotFoundError(self._owner.parent)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            owner = self._read()
            if owner is None:
                raise PlannerError("file-in-use-unknown") from None
            # Told by the clock of whoever is kept waiting.
            since = owner.since_moment.astimezone()
            raise PlannerError("file-in-use", who=owner.who, where=owner.where, since=since) from None
        try:
            self.left_by_crash = self._owner.exists()
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            owner = Owner(me(), socket.gethostname(), now, os.getpid())
            self._owner.write_text(json.dumps(asdict(owner), ensure_ascii=False), encoding="utf-8")
        except OSError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the lock back and clear both files away."""
        if not self._lock.is_locked:
            return
        # Cleared away while it is still held: whoever waits with the old file open notices that it has no name any
        # more, and begins anew. Windows does not let an open file go; there it stays, empty.
        for path in (self._owner, Path(self._lock.lock_file)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._lock.release()

    def _read(self) -> Owner | None:
        """Read who holds it; None where the note is gone, or cannot be understood."""
        try:
            owner = Owner(**json.loads(self._owner.read_text(encoding="utf-8")))
            return owner if owner.since_moment.tzinfo is not None else None
        except (OSError, ValueError, TypeError):
            return None
