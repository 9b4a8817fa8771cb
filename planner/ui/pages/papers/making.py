"""The pages of the paper that is looked at, made in the background once the choice rests."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.commands.printing import Wanted
from planner.language import tr
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.papers.standing.reckoning import Standing
from planner.ui.jobs import LastJob
from planner.ui.pages.papers import work
from planner.ui.pages.papers.work import Shown
from planner.ui.shell.workspace import Workspace

#: How long the choice must rest before its pages are made (ms): arrow keys run through many cells.
_REST: Final = 180


class Making(QObject):
    """One paper at a time: whatever was being made of another is given up."""

    #: The choice has rested: whoever hears it says with `make` what is to be made.
    rested = Signal()
    #: The pages are there: of which plan, the `Wanted`, and a `Shown`.
    made = Signal(object, object, object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._job = LastJob()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.rested)

    @property
    def is_over(self) -> bool:
        """Whether nothing is being made or about to be."""
        return self._job.is_over and not self._rest.isActive()

    def soon(self) -> None:
        """Something else is chosen, or it may be another by now."""
        self._rest.start()

    def now(self) -> None:
        """The same, and nothing further is to come."""
        self._rest.stop()
        self.rested.emit()

    def stop(self) -> None:
        """Give up what is being made."""
        self._rest.stop()
        self._job.give_up()

    def make(self, plan: Plan, wanted: Wanted, old: Standing | None) -> None:
        """Make the pages of a paper; `old` is how the reader's own stands, if it is out of date."""
        self.stop()

        def done(shown: Shown) -> None:
            # The page may have been made anew in another language meanwhile.
            if isValid(self):
                self.made.emit(plan, wanted, shown)
            else:
                shown.preview.close()

        def refused(error: PlannerError) -> None:
            if isValid(self):
                self._workspace.say(error, tone="wrong")

        ratio = self._page.devicePixelRatioF()
        self._job.put(
            self._workspace.jobs.start(
                tr("Making the pages"), work.look, plan, wanted, old, self._workspace.file, ratio,
                done=done, refused=refused, unwanted=lambda shown: shown.preview.close(),
            )
        )  # fmt: skip
