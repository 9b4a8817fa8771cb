"""Work in the background: one thread pool, progress and a cancel button, results back on the window's thread.

A job is a plain function that takes ``progress(done, total)`` and works on a plan, never on a session.
Calling `progress` is also where it can be stopped: it raises `Cancelled` once the user has asked for that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from planner.model.message import Cancelled, PlannerError

log = logging.getLogger(__name__)


class Job(QObject):
    """One piece of work under way.

    Exactly one of `done`, `refused`, `failed` and `cancelled` comes in the end. Then its signals are gone: it lets go
    of its listeners, and of the plans and pages that these hold.
    """

    #: How far it is: steps done, steps in all (0 when nobody can tell).
    progressed = Signal(int, int)
    #: The function's result.
    done = Signal(object)
    #: A `PlannerError`: something the user can mend.
    refused = Signal(object)
    #: Any other exception: a bug, already logged.
    failed = Signal(object)
    #: It was stopped by the user, or because the window closes.
    cancelled = Signal()
    #: The result of one that was asked to stop too late, before `cancelled`: for what has to be closed.
    unwanted = Signal(object)
    #: After any of the four.
    finished = Signal()

    _ended = Signal(str, object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._stop = Event()
        self._over = False
        #: Whether the worker's thread has done with it.
        self._left = Event()
        # The worker's thread sends; this object lives in the window's thread, so the slot runs there.
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_over(self) -> bool:
        """Whether the result has been handed out."""
        return self._over

    def cancel(self) -> None:
        """Ask it to stop at its next step."""
        self._stop.set()

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    @Slot(str, object)
    def _end(self, how: str, what: object) -> None:
        self._over = True
        # Somebody who has asked it to stop does not want a result that came a moment later.
        if self._stop.is_set() or how == "cancelled":
            if how == "done":
                self.unwanted.emit(what)
            self.cancelled.emit()
        else:
            {"done": self.done, "refused": self.refused, "failed": self.failed}[how].emit(what)
        self.finished.emit()
        self._let_go()

    def _let_go(self) -> None:
        # A listener that knows the job would keep it for ever, and with it all that the listener knows: Python does
        # not see that Qt's side of a connection belongs to the job.
        if self._left.is_set():
            self.deleteLater()
        else:
            QTimer.singleShot(10, self, self._let_go)


class LastJob:
    """The place of a job of which only the last counts: with the next, the one before is given up."""

    def __init__(self) -> None:
        self._job: Job | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing is under way that counts."""
        return self._job is None or self._job.is_over

    def put(self, job: Job) -> Job:
        """Let a job that has just begun be the last; gives it back."""
        self.give_up()
        self._job = job
        return job

    def give_up(self) -> None:
        """Ask it to stop: its result, too late or not, is not told any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None


class _Run(QRunnable):
    """Carries a job's function into the pool."""

    def __init__(self, job: Job, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._job, self._work, self._args = job, work, args

    def run(self) -> None:
        job = self._job
        try:
            job._ended.emit("done", self._work(*self._args, job._progress))
        except Cancelled:
            job._ended.emit("cancelled", None)
        except PlannerError as error:
            job._ended.emit("refused", error)
        except Exception as error:
            # Whatever it is, it is a bug, and whoever waits for the job must hear that it is over.
            log.exception("A job failed: %s", job.title)
            job._ended.emit("failed", error)
        finally:
            job._left.set()


class Jobs(QObject):
    """Starts jobs and keeps them until they are over. Close it before the application ends."""

    #: A job has begun: the `Job`.
    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[Job] = set()

    @property
    def running(self) -> frozenset[Job]:
        """The jobs under way."""
        return frozenset(self._running)

    def start(
        self,
        title: str,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object] | None = None,
        refused: Callable[[PlannerError], object] | None = None,
        unwanted: Callable[[Any], object] | None = None,
    ) -> Job:
        """Run ``work(*args, progress)`` in the background; `title` is what the user sees it called.

        `done`, `refused` and `unwanted` are connected before the work begins, so that nothing is missed.
        """
        job = Job(title)
        if done is not None:
            job.done.connect(done)
        if refused is not None:
            job.refused.connect(refused)
        if unwanted is not None:
            job.unwanted.connect(unwanted)
        self._running.add(job)
        job.finished.connect(lambda: self._running.discard(job))
        self.started.emit(job)
        self._pool.start(_Run(job, work, args))
        return job

    def close(self, patience_ms: int = 5000) -> bool:
        """Stop everything and wait; False if something would not stop in time."""
        for job in self._running:
            job.cancel()
        self._pool.clear()
        return self._pool.waitForDone(patience_ms)
