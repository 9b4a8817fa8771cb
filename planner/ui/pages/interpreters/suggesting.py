"""A proposal of who interprets what: worked out as a job, shown on the board, in the plan only when it is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.ui.jobs import Job, Progress
from planner.ui.pages.interpreters.suggestionpanel import SuggestionPanel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from planner.matching.interpreters.proposing import Line, Proposal


class Suggesting(QObject):
    """The button, the job and the list. The page shows `panel` and `lines` while there are any."""

    #: There is a proposal to show, or none any more, or it is to be shown otherwise.
    changed = Signal()

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._job: Job | None = None
        self._plan: Plan | None = None
        self._found: list[Proposal] = []
        self.panel: SuggestionPanel | None = None
        self.button = Button(tr("Propose for all days"), self.start, icon_name="interpreters")
        self.button.setToolTip(tr("Propose who interprets what; nothing changes before you accept it"))
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(lambda _: self.changed.emit())
        self.notice = Chip(tr("Not applied yet: nothing has changed in your plan"), "chosen")

    @property
    def lines(self) -> tuple[Line, ...]:
        """What would change, as far as it is to be shown."""
        shown = self.panel is not None and self.states.choice == "proposal"
        return self._found[0].changes if shown and self._found else ()

    def start(self) -> None:
        """Begin to work out a proposal for the plan as it is now."""
        plan = self._workspace.plan
        if plan is None or (self._job is not None and not self._job.is_over):
            return
        self.discard()
        self._plan = plan
        found: list[Proposal] = []
        self._found = found
        self.button.setEnabled(False)

        def work(progress: Progress) -> None:
            from planner.matching.interpreters.proposing import propose

            found.append(propose(plan, progress))

        self._job = self._workspace.jobs.start(
            tr("Assigning interpreters"), work, done=self._show, refused=self._workspace.say
        )
        # Stopped, it still gives the best it has found.
        self._job.cancelled.connect(self._show)
        self._job.finished.connect(lambda: self.button.setEnabled(True))

    def _show(self, _: object = None) -> None:
        plan = self._plan
        if plan is None or not self._found or plan is not self._workspace.plan:
            return
        self.panel = SuggestionPanel(self._found[0], plan)
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.states.choose("proposal")
        self.follow(plan)
        self.changed.emit()

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what was proposed for the one before cannot be accepted any more."""
        if self.panel is None or self._plan is None:
            return
        if plan.revision != self._plan.revision:
            self.notice.show_words(tr("The plan has changed since: propose again"), "check")
            self.panel.forbid()
        elif self._workspace.is_read_only:
            self.panel.forbid()
        else:
            self.notice.show_words(tr("Not applied yet: nothing has changed in your plan"), "chosen")

    def _accept(self, lines: Iterable[Line]) -> None:
        from planner.commands.assigning import accept_assignments

        if not self._found:
            return
        chosen, plan = tuple(lines), self._plan
        # What is accepted makes the plan another one; that is no reason to call the proposal outdated.
        self._plan = None
        if self._workspace.run(accept_assignments, self._found[0], chosen, done=lambda _: self.discard()):
            count = len(chosen)
            self._workspace.say(trn("{count} change accepted", "{count} changes accepted", count), undo=True)
        else:
            self._plan = plan

    def discard(self) -> None:
        """Let the proposal go."""
        panel = self.panel
        self.panel = self._plan = None
        if panel is not None:
            self.changed.emit()
            panel.deleteLater()
