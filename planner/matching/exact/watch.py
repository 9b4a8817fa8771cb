"""Progress and cancelling of a long computation, without losing what it has found so far."""

from __future__ import annotations

import time

from planner.model.message import Cancelled
from planner.model.progress import Progress

_EVERY = 0.05
"""Seconds between two looks, so that being watched costs nothing."""


def half(progress: Progress | None, number: int) -> Progress | None:
    """Give what tells the steps of one half (0 or 1) of work that is done in two, as steps of the whole."""
    return None if progress is None else lambda done, total: progress(number * total + done, 2 * total)


class Watch:
    """Stands between a solver and whoever waits for it.

    Who waits for a solver calls `look` often. `progress(done, total)` may raise `Cancelled`; from then on `stopped` is
    true, and the best that is known is given with its gap instead of passing the exception on. A time limit stops it
    likewise; what is found then may differ from run to run, so nothing but an explicit wish sets one.
    """

    def __init__(self, progress: Progress | None = None, seconds: float | None = None) -> None:
        self._progress = progress
        self._ends = None if seconds is None else time.monotonic() + seconds
        self._looked = -1.0
        self._done, self._total = 0, 1
        self.stopped = False

    @property
    def idle(self) -> bool:
        """Whether nobody watches and nothing limits: then nobody need ask."""
        return self._progress is None and self._ends is None

    def reach(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are done."""
        self._done, self._total = done, total
        self._tell()

    def look(self) -> bool:
        """Give the waiting side a chance to cancel; True once the work is to stop."""
        if not self.stopped and not self.idle:
            now = time.monotonic()
            if now - self._looked >= _EVERY:
                self._looked = now
                if self._ends is not None and now >= self._ends:
                    self.stopped = True
                else:
                    self._tell()
        return self.stopped

    def _tell(self) -> None:
        if self._progress is not None and not self.stopped:
            try:
                self._progress(self._done, self._total)
            except Cancelled:
                self.stopped = True
