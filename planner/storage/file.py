"""The planner file: open it, look at its plan, change it through one door, undo, back up."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from planner.model import Plan
from planner.model.done import Done
from planner.model.message import Message, PlannerError
from planner.storage import backups, history, locking, sqlite
from planner.storage.backups import Backup
from planner.storage.history import PastStep
from planner.storage.loading import load_plan
from planner.storage.migrating import VERSION, make_schema, migrate
from planner.storage.recording import Recorder

log = logging.getLogger(__name__)

SUFFIX = ".shimai"
Command = Callable[..., Done]


@dataclass(frozen=True, slots=True)
class Changed:
    """What listeners are told after each change: the new plan, and the rows touched by table name and id."""

    plan: Plan
    rows: frozenset[tuple[str, int]]


class DamagedFile(PlannerError):  # noqa: N818 (named for the file, as it is shown)
    """A planner file that SQLite cannot read whole; `backup` is the newest good backup, if there is one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = backups.newest_sound(path)
        if self.backup is None:
            super().__init__("file-damaged", file=path.name)
        else:
            super().__init__("file-damaged-with-backup", file=path.name, made_at=self.backup.made_at)


class PlannerFile:
    """An open planner file. Made by `create` or `open`, ended by `close`; usable in a ``with``.

    It belongs to the thread that opened it. Its `plan` may be looked at from any thread.
    """

    def __init__(self, path: Path, *, read_only: Message | None, lock: locking.Lock | None, who: str) -> None:
        self.path = path
        #: Why the file may only be looked at; None if it can be changed.
        self.read_only_reason = read_only
        #: Called with a `Changed` after every change, undo and redo.
        self.changed: list[Callable[[Changed], object]] = []
        self.who = who
        self._lock = lock
        self._engine = sqlite.engine_for(path, read_only=read_only is not None)
        try:
            with self._session() as session:
                self.plan = load_plan(session)
                self.saved_at = history.last_change(session)
                self._steps = self._ends(session)
        except BaseException:
            self._engine.dispose()
            raise

    # Opening and closing

    @classmethod
    def create(cls, path: Path, start: Command, *args: Any, who: str = "", **figures: Any) -> PlannerFile:
        """Make a new planner file with its first visit, by the command `start` (``commands.visits.start``).

        The beginning is no step of the history: a file always holds a visit. Raises `PlannerError` ``file-exists``,
        ``folder-read-only``, or what the command refuses; then no file is left behind.
        """
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        lock = locking.Lock(path)
        try:
            if path.exists():
                raise PlannerError("file-exists", file=path.name)
            lock.take()
            sqlite.create(path, VERSION)
        except OSError as error:
            lock.release()
            raise PlannerError("folder-read-only", folder=str(path.parent)) from error
        try:
            make_schema(path)
            engine = sqlite.engine_for(path)
            try:
                with Session(engine) as session, session.begin():
                    start(session, *args, **figures)
            finally:
                engine.dispose()
            return cls(path, read_only=None, lock=lock, who=who or locking.me())
        except BaseException:
            lock.release()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, *, who: str = "", read_only: bool = False) -> PlannerFile:
        """Open a planner file; read-only where it cannot be changed (`read_only_reason` says why) or if asked to be.

        Raises `PlannerError`: ``file-missing``, ``file-not-planner``, `DamagedFile`, ``file-in-use`` (open it again
        with `read_only`), ``migration-failed``, ``file-unreadable``.
        """
        version = _look_at(path)
        reason = Message.of("read-only-asked") if read_only else None
        if version > VERSION:
            reason = Message.of("read-only-newer")
        elif not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            reason = Message.of("read-only-folder", folder=str(path.parent))
        lock = None
        if reason is None:
            lock = locking.Lock(path)
            try:
                lock.take()
            except OSError:
                lock, reason = None, Message.of("read-only-folder", folder=str(path.parent))
        try:
            if lock is not None:
                _make_ready(path, version)
            elif version < VERSION:
                raise PlannerError("file-older-read-only", file=path.name)
            return cls(path, read_only=reason, lock=lock, who=who or locking.me())
        except (DatabaseError, sqlite3.Error) as error:
            if lock is not None:
                lock.release()
            if version > VERSION:
                raise PlannerError("file-newer-unreadable", file=path.name) from error
            raise DamagedFile(path) from error
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Let go of the file. Everything is saved already."""
        self.changed.clear()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> PlannerFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether the file may only be looked at."""
        return self.read_only_reason is not None

    def show_visit(self, visit_id: int) -> None:
        """Load another visit of the file as the plan. Raises `PlannerError` ``visit-not-found``."""
        with self._session() as session:
            self.plan = load_plan(session, visit_id)
        self._tell(frozenset())

    # The one door

    def run(self, command: Command, *args: Any, **figures: Any) -> Any:
        """Run a command as one change: written, recorded and synced to the disk when this returns.

        Gives the command's result. If it raises, nothing has changed. A command that alters nothing leaves no step.
        """
        self._refuse_read_only()
        with self._session() as session:
            recorder = Recorder(session)
            done = command(session, *args, **figures)
            session.flush()
            touched = recorder.collect(session.connection())
            if not touched:
                session.rollback()
                return done.result
            session.info.clear()
            history.record(session, touched, done, self.who, _now())
            session.commit()
            self._reload(session, frozenset((one.table, one.row_id) for one in touched))
        return done.result

    def undo(self) -> PastStep | None:
        """Take back the last step that stands; gives it, or None if there is none."""
        return self._step(history.next_undo, history.take_back)

    def redo(self) -> PastStep | None:
        """Do the step again that was taken back last; gives it, or None if there is none."""
        return self._step(history.next_redo, history.do_again)

    def _step(self, find: Callable[[Session], Any], apply: Callable[[Session, Any], Any]) -> PastStep | None:
        self._refuse_read_only()
        with self._session() as session:
            change = find(session)
            if change is None:
                return None
            step = PastStep.of(change)
            rows = apply(session, change)
            session.commit()
            self._reload(session, frozenset(rows))
        return step

    def undo_back_to(self, step_id: int) -> int:
        """Take back every step after the one given, the newest first, at once; gives how many."""
        self._refuse_read_only()
        rows: set[tuple[str, int]] = set()
        count = 0
        with self._session() as session:
            while (change := history.next_undo(session)) is not None and change.id > step_id:
                rows |= history.take_back(session, change)
                session.flush()
                count += 1
            session.commit()
            if count:
                self._reload(session, frozenset(rows))
        return count

    def undo_only(self, step_id: int) -> None:
        """Take back one earlier step and leave the later ones, as a new step.

        Raises `PlannerError` ``undo-alone-touched`` or ``undo-alone-needed`` if later steps build on it.
        """
        self._refuse_read_only()
        with self._session() as session:
            rows = history.take_back_alone(session, step_id, self.who, _now())
            session.commit()
            self._reload(session, frozenset(rows))

    def history(self, limit: int | None = None) -> list[PastStep]:
        """Give the steps taken, the newest first; those undone are marked."""
        with self._session() as session:
            return history.steps(session, limit)

    @property
    def next_undo(self) -> PastStep | None:
        """The step that `undo` would take back."""
        return self._steps[0]

    @property
    def next_redo(self) -> PastStep | None:
        """The step that `redo` would do again."""
        return self._steps[1]

    # Backups

    def backups(self) -> list[Backup]:
        """Give the backups of this file, the newest first."""
        return backups.backups_of(self.path)

    def back_up(self) -> Backup:
        """Make a backup now. Raises `PlannerError` ``backup-failed``."""
        try:
            return backups.back_up(self.path)
        except (OSError, sqlite3.Error) as error:
            raise PlannerError("backup-failed") from error

    def restore(self, backup: Backup) -> None:
        """Replace everything by what a backup holds, after backing up what is there now.

        Raises `PlannerError` ``backup-damaged`` if the backup is not sound.
        """
        self._refuse_read_only()
        if not sqlite.is_sound_file(backup.path):
            raise PlannerError("backup-damaged", file=backup.path.name)
        with sqlite.contents_of(backup.path) as contents:
            _, version = sqlite.marks(contents)
        if version > VERSION:
            raise PlannerError("backup-newer", file=backup.path.name)
        self.back_up()
        sqlite.overwrite(self._engine, backup.path)
        if version < VERSION:
            self._engine.dispose()
            migrate(self.path, version)
        with self._session() as session:
            self._reload(session, frozenset(), anew=True)

    # Within

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with Session(self._engine) as session:
            yield session

    def _reload(self, session: Session, rows: frozenset[tuple[str, int]], *, anew: bool = False) -> None:
        session.expunge_all()
        try:
            self.plan = load_plan(session, None if anew else self.plan.visit.id)
        except PlannerError:
            self.plan = load_plan(session)
        self._steps = self._ends(session)
        self.saved_at = _now().replace(tzinfo=dt.UTC)
        session.rollback()
        self._tell(rows)

    @staticmethod
    def _ends(session: Session) -> tuple[PastStep | None, PastStep | None]:
        undo, redo = history.next_undo(session), history.next_redo(session)
        return (PastStep.of(undo) if undo else None), (PastStep.of(redo) if redo else None)

    def _tell(self, rows: frozenset[tuple[str, int]]) -> None:
        news = Changed(self.plan, rows)
        for listener in tuple(self.changed):
            listener(news)

    def _refuse_read_only(self) -> None:
        if self.read_only_reason is not None:
            raise PlannerError("file-read-only", reason=self.read_only_reason)


def _look_at(path: Path) -> int:
    """Say which version of planner file this is, or why it is none."""
    if not path.is_file():
        raise PlannerError("file-missing", file=str(path))
    try:
        with path.open("rb") as stream:
            head = stream.read(len(sqlite.MAGIC))
    except OSError as error:
        raise PlannerError("file-unreadable", file=path.name) from error
    if head != sqlite.MAGIC:
        # A planner file with its head torn off still has its backups.
        if path.suffix == SUFFIX and backups.backups_of(path):
            raise DamagedFile(path)
        raise PlannerError("file-not-planner", file=path.name)
    try:
        with sqlite.contents_of(path) as contents:
            application, version = sqlite.marks(contents)
            if application != sqlite.APPLICATION_ID:
                raise PlannerError("file-not-planner", file=path.name)
            if not sqlite.is_sound(contents):
                raise DamagedFile(path)
    except sqlite3.Error as error:
        raise DamagedFile(path) from error
    return version


def _make_ready(path: Path, version: int) -> None:
    """Bring an older file up to date, and see to today's backup."""
    if version < VERSION:
        migrate(path, version)
    # A disk too full for a backup is no reason not to open the file; the window shows when the last one was made.
    with suppress(OSError, sqlite3.Error):
        backups.back_up_once_a_day(path)


def restore_damaged(path: Path, backup: Backup) -> None:
    """Put a good backup in the place of a damaged file; the damaged one is kept beside it under another name.

    Raises `PlannerError` ``backup-damaged`` or ``file-unreadable``.
    """
    if not sqlite.is_sound_file(backup.path):
        raise PlannerError("backup-damaged", file=backup.path.name)
    stamp = dt.datetime.now().strftime("%Y-%m-%d %H.%M.%S")  # noqa: DTZ005 (local, on purpose)
    try:
        path.replace(path.with_name(f"{path.stem} damaged {stamp}{path.suffix}"))
        sqlite.copy(backup.path, path)
    except OSError as error:
        raise PlannerError("file-unreadable", file=path.name) from error


def _now() -> dt.datetime:
    """Now, in UTC, as the file keeps moments: without a zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
