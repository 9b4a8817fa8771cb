"""Watches over the papers in people's hands: a moment after the last change it says which are out of date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.language import tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.model.visits import CALENDAR
from planner.ui.jobs import Jobs, LastJob

if TYPE_CHECKING:  # it knows the documents, which only looking needs
    from planner.papers.standing.held import PaperKey
    from planner.papers.standing.reckoning import Reckoner, Standing
    from planner.ui.shell.workspace import Workspace

_REST: Final = 600
"""Milliseconds without a change before papers are compared."""

_LOOKS: Final = 0.5
"""Seconds between two looks at what is known so far, where many papers have to be laid out."""


class _NowAndThen:
    """Hands on what it is told, but not more often than somebody can look."""

    def __init__(self, tell: Callable[[object], object]) -> None:
        self._tell = tell
        self._next = 0.0

    def __call__(self, told: object) -> None:
        if (now := monotonic()) >= self._next:
            self._next = now + _LOOKS
            self._tell(told)


class PaperWatch(QObject):
    """Says of every paper that was handed out how it stands, and of which papers something keeps them back.

    It looks in the background, with a job of its own that nobody waits for; a change while it looks begins it anew,
    and what it knows of papers that the change does not touch it keeps. Nothing is looked at as long as nothing has
    been handed out and no page asks (`look_at_all`).
    """

    #: What is known has changed.
    reckoned = Signal()
    # What the job knows so far, and of which plan.
    _partly = Signal(object, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._jobs = Jobs(self)
        self._job = LastJob()
        self._reckoner: Reckoner | None = None
        # A job that was cancelled may still be at its last paper when the next begins.
        self._lock = Lock()
        self._all = False
        self.standings: Mapping[PaperKey, Standing] = {}
        self.blocked: Mapping[tuple[str, str], tuple[Message, ...]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self._partly.connect(self._partly_found)
        workspace.planChanged.connect(self._plan_changed)
        workspace.fileChanged.connect(self._file_changed)

    @property
    def is_ready(self) -> bool:
        """Whether what is known is of the plan as it is now."""
        return not self._rest.isActive() and self._job.is_over

    @property
    def old(self) -> list[Standing]:
        """The papers that are out of date, and that somebody still wants."""
        return [one for one in self.standings.values() if one.is_wanted and one.is_old]

    def look_at_all(self, *, wanted: bool) -> None:
        """Look also at what keeps papers back that nobody has yet, as long as a page shows them."""
        fresh = wanted and not self._all
        self._all = wanted
        if fresh:
            self._look()

    def close(self) -> None:
        """Stop looking: the window closes."""
        self._rest.stop()
        self._jobs.close()

    def _file_changed(self) -> None:
        """Another file, or none: nothing is known of its papers."""
        self._cancel()
        self._reckoner = None
        self.standings, self.blocked = {}, {}
        self.reckoned.emit()

    def _cancel(self) -> None:
        self._rest.stop()
        self._job.give_up()

    def _plan_changed(self, plan: Plan | None) -> None:
        self._cancel()
        if plan is None:
            return
        if self._all or any(issue.document != CALENDAR for issue in plan.visit.papers):
            self._rest.start()
        elif self.standings:
            # The last paper in the list was taken out of it.
            self.standings = {}
            self.reckoned.emit()

    def _look(self) -> None:
        from planner.papers.standing.reckoning import Reckoner, blocked_papers

        plan = self._workspace.plan
        self._cancel()
        if plan is None:
            return
        if self._reckoner is None:
            self._reckoner = Reckoner()
        reckoner, lock, all_of_them = self._reckoner, self._lock, self._all

        def work(progress: Progress) -> tuple[list[Standing], dict[tuple[str, str], tuple[Message, ...]]]:
            with lock:
                blocked = blocked_papers(plan) if all_of_them else {}
                return reckoner.standings(plan, progress, _NowAndThen(partial(self._partly.emit, plan))), blocked

        self._job.put(self._jobs.start(tr("Comparing papers"), work, done=lambda found: self._found(plan, *found)))

    def _partly_found(self, plan: Plan, standings: Sequence[Standing]) -> None:
        """Show what is known so far. Of the others, what was old counts as old; that one is current, nobody knows."""
        from planner.papers.standing.held import held_papers

        if plan is self._workspace.plan and not self.is_ready:
            held = held_papers(plan)
            old = {
                key: one
                for key, one in self.standings.items()
                if one.is_old and key in held and one.issue.uid == held[key].uid
            }
            self.standings = old | {one.key: one for one in standings}
            self.reckoned.emit()

    def _found(
        self, plan: Plan, standings: list[Standing], blocked: dict[tuple[str, str], tuple[Message, ...]]
    ) -> None:
        if plan is self._workspace.plan:
            self.standings = {one.key: one for one in standings}
            self.blocked = blocked
            self.reckoned.emit()
