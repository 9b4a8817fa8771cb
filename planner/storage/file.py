"""The planner file: open it, look at its plan, change it through one door, undo, back up."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from planner.model import Plan
from planner.model.done import Done
from planner.model.message import Message, PlannerError
from planner.storage import backups, history, locking, restoring, sqlite, zonedata
from planner.storage.backups import Backup
from planner.storage.creating import refusals_to_create, write_new
from planner.storage.history import PastStep, Touch
from planner.storage.loading import load_plan
from planner.storage.migrating import VERSION, in_memory
from planner.storage.opening import SUFFIX, is_writable, look_at, make_ready, refusals_to_open, refusals_to_save
from planner.storage.recording import Recorder

Command = Callable[..., Done]


@dataclass(frozen=True, slots=True)
class Changed:
    """What listeners are told after each change: the new plan, and the rows touched by table name and id.

    `step` is the number of the step in the history, where a command made one.
    """

    plan: Plan
    rows: frozenset[tuple[str, int]]
    step: int | None = None


class PlannerFile:
    """An open planner file. Made by `create` or `open`, ended by `close`; usable in a ``with``.

    It belongs to the thread that opened it: there its listeners are told. Its `plan` may be looked at from any
    thread, and a change too large for a window's own thread may be made by `write` in another; others wait for it.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: Message | None,
        lock: locking.Lock | None,
        who: str,
        engine: Engine | None = None,
    ) -> None:
        self.path = path
        #: Why the file may only be looked at; None if it can be changed.
        self.read_only_reason = read_only
        #: Called with a `Changed` after every change, undo and redo.
        self.changed: list[Callable[[Changed], object]] = []
        self.who = who
        #: Whether the program stopped the last time without closing the file. Nothing is lost by that.
        self.left_by_crash = lock is not None and lock.left_by_crash
        self._lock = lock
        # One connection, so one transaction at a time, whichever thread it comes from.
        self._door = threading.RLock()
        self._revision = 0
        # Read when a plan first names them; a file has a few for each visit.
        self._pictures: dict[str, bytes] = {}
        self._engine = engine or sqlite.engine_for(path, read_only=read_only is not None)
        try:
            with self._session() as session:
                self.plan = load_plan(session, known=self._pictures)
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
        if path.exists():
            raise PlannerError("file-exists", file=path.name)
        lock = locking.Lock(path)
        try:
            with refusals_to_create(path):
                lock.take()
                write_new(path, start, *args, **figures)
                return cls(path, read_only=None, lock=lock, who=who or locking.me())
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, who: str = "", read_only: bool = False) -> PlannerFile:
        """Open a planner file; read-only where it cannot be changed (`read_only_reason` says why) or if asked to be.

        Raises `PlannerError`: ``file-missing``, ``file-empty``, ``file-not-planner``, `DamagedFile`, ``file-in-use``
        (open it again with `read_only`), ``migration-failed``, ``backup-failed`` (before a migration),
        ``file-older-unreadable``, ``file-newer-unreadable``, ``file-unfinished``, ``file-unreadable``.
        """
        version = look_at(path)
        no_writing = Message.of("read-only-folder", folder=str(path.parent))
        reason = Message.of("read-only-asked") if read_only else None
        if version > VERSION:
            reason = Message.of("read-only-newer")
        elif not is_writable(path):
            reason = no_writing
        lock = None
        if reason is None:
            lock = locking.Lock(path)
            try:
                lock.take()
            except OSError:
                lock, reason = None, no_writing
        try:
            with refusals_to_open(path, version):
                if lock is not None:
                    make_ready(path, version)
                # An older file that may only be looked at stays as it is on the disk.
                older = in_memory(path, version) if lock is None and version < VERSION else None
                return cls(path, read_only=reason, lock=lock, who=who or locking.me(), engine=older)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Let go of the file. Everything is saved already; a change that is just being written is waited for."""
        with self._door:
            self.changed.clear()
            self._engine.dispose()
            if self._lock is not None:
                self._lock.release()
                self._lock = None
            # A change that waited at the door comes too late.
            self.read_only_reason = Message.of("read-only-closed")

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
            self.plan = load_plan(session, visit_id, self._revision, self._pictures)
        self.tell(Changed(self.plan, frozenset()))

    def plan_of(self, visit_id: int) -> Plan:
        """Give another visit of the file as a plan to look at; what is shown stays. Raises ``visit-not-found``."""
        with self._session() as session:
            return load_plan(session, visit_id, self._revision, self._pictures)

    def try_out(self, command: Command, *args: Any, **figures: Any) -> Plan:
        """Give the plan as a command would leave it, and change nothing. Raises what `run` would."""
        with self._session() as session:
            self._refuse_read_only()
            with refusals_to_save(self.path):
                command(session, *args, **figures)
                plan = load_plan(session, self.plan.visit.id, self._revision, self._pictures)
            session.rollback()
        return plan

    # The one door

    def run(self, command: Command, *args: Any, **figures: Any) -> Any:
        """Run a command as one change: written, recorded and synced to the disk when this returns.

        Gives the command's result. If it raises, nothing has changed: what the command refuses, or ``already-there``,
        ``record-gone`` (what it refers to), ``not-saved``. A command that alters nothing leaves no step.
        """
        result, news = self.write(command, *args, **figures)
        if news is not None:
            self.tell(news)
        return result

    def write(self, command: Command, *args: Any, **figures: Any) -> tuple[Any, Changed | None]:
        """Do what `run` does, in any thread, but tell nobody: `tell` must follow on the thread of the file.

        Gives the command's result, and the news to tell; None if nothing was altered.
        """
        with self._session() as session:
            self._refuse_read_only()
            with refusals_to_save(self.path):
                recorder = Recorder(session)
                done = command(session, *args, **figures)
                session.flush()
                zonedata.note_zones(session, recorder.tables)
                touched = recorder.collect(session.connection())
                recorder.end()
                if not touched:
                    session.rollback()
                    return done.result, None
                history.record(session, touched, done, self.who, _now())
                session.commit()
            news = self._reload(session, frozenset((one.table, one.row_id) for one in touched))
            # Read within the same transaction's turn: nobody can have come in between.
            news = replace(news, step=self._steps[0].id if self._steps[0] else None)
        return done.result, news

    def tell(self, news: Changed) -> None:
        """Tell every listener of a change that `write` has made."""
        for listener in tuple(self.changed):
            listener(news)

    def undo(self) -> PastStep | None:
        """Take back the last step that stands; gives it, or None if there is none."""
        return self._step(history.next_undo, history.take_back)

    def redo(self) -> PastStep | None:
        """Do the step again that was taken back last; gives it, or None if there is none."""
        return self._step(history.next_redo, history.do_again)

    def _step(self, find: Callable[[Session], Any], apply: Callable[[Session, Any], Any]) -> PastStep | None:
        self._refuse_read_only()
        with self._session() as session:
            with refusals_to_save(self.path):
                change = find(session)
                if change is None:
                    return None
                step = PastStep.of(change)
                rows = apply(session, change)
                session.commit()
            news = self._reload(session, frozenset(rows))
        self.tell(news)
        return step

    def undo_back_to(self, step_id: int) -> int:
        """Take back every step after the one given, the newest first, at once; gives how many."""
        return self._steps_in_a_row(history.next_undo, history.take_back, lambda change, _: change.id > step_id)

    def redo_all(self, most: int | None = None) -> int:
        """Do every step again that stands undone, or so many of them, at once; gives how many."""
        return self._steps_in_a_row(history.next_redo, history.do_again, lambda _, done: most is None or done < most)

    def _steps_in_a_row(
        self,
        find: Callable[[Session], Any],
        apply: Callable[[Session, Any], set[tuple[str, int]]],
        goes_on: Callable[[Any, int], bool],
    ) -> int:
        self._refuse_read_only()
        rows: set[tuple[str, int]] = set()
        count = 0
        with self._session() as session:
            with refusals_to_save(self.path):
                while (change := find(session)) is not None and goes_on(change, count):
                    rows |= apply(session, change)
                    session.flush()
                    count += 1
                session.commit()
            news = self._reload(session, frozenset(rows)) if count else None
        if news is not None:
            self.tell(news)
        return count

    def undo_only(self, step_id: int) -> None:
        """Take back one earlier step and leave the later ones, as a new step.

        Raises `PlannerError` ``undo-alone-touched``, ``undo-alone-needed`` or ``undo-alone-clashes`` if later steps
        build on it, ``change-not-found``.
        """
        self._refuse_read_only()
        with self._session() as session:
            with refusals_to_save(self.path), history.refusals_to_undo_alone():
                rows = history.take_back_alone(session, step_id, self.who, _now())
                session.commit()
            news = self._reload(session, frozenset(rows))
        self.tell(news)

    def history(self, limit: int | None = None) -> list[PastStep]:
        """Give the steps taken, the newest first; those undone are marked."""
        with self._session() as session:
            return history.steps(session, limit)

    def touches_since(self, since: dt.datetime) -> list[Touch]:
        """Give the rows touched by steps after a moment (aware UTC), the newest step first; usable in any thread."""
        with self._session() as session:
            return history.touches_since(session, since)

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
        return self._back_up()

    def _back_up(self, sparing: Path | None = None) -> Backup:
        try:
            return backups.back_up(self.path, sparing=sparing)
        except (OSError, sqlite3.Error) as error:
            raise PlannerError("backup-failed") from error

    def restore(self, backup: Backup) -> None:
        """Replace everything, the history too, by what a backup holds, after backing up what is there now.

        Raises `PlannerError` ``backup-damaged``, ``backup-newer``, ``backup-failed`` (of what is there now),
        ``restore-failed``; then the file is as it was.
        """
        self._refuse_read_only()
        restoring.restore(self.path, self._engine, backup, lambda: self._back_up(sparing=backup.path))
        with self._session() as session:
            news = self._reload(session, frozenset(), anew=True)
        self.tell(news)

    # Within

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self._door:
            try:
                with Session(self._engine) as session:
                    yield session
            except BaseException:
                sqlite.roll_back(self._engine)
                raise

    def _reload(self, session: Session, rows: frozenset[tuple[str, int]], *, anew: bool = False) -> Changed:
        session.expunge_all()
        self._revision += 1
        try:
            self.plan = load_plan(session, None if anew else self.plan.visit.id, self._revision, self._pictures)
        except PlannerError:
            # The visit that was shown is gone; another is left, since a file keeps at least one.
            self.plan = load_plan(session, None, self._revision, self._pictures)
        self._steps = self._ends(session)
        self.saved_at = _now().replace(tzinfo=dt.UTC)
        session.rollback()
        return Changed(self.plan, rows)

    @staticmethod
    def _ends(session: Session) -> tuple[PastStep | None, PastStep | None]:
        undo, redo = history.next_undo(session), history.next_redo(session)
        return (PastStep.of(undo) if undo else None), (PastStep.of(redo) if redo else None)

    def _refuse_read_only(self) -> None:
        if self.read_only_reason is not None:
            raise PlannerError("file-read-only", reason=self.read_only_reason)


def _now() -> dt.datetime:
    """Now, in UTC, as the file keeps moments: without a zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
