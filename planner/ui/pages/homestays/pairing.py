"""Pairing by the program: started as a job, shown as a proposal, and in the plan only when somebody accepts it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.commands.pairing import accept_pairing
from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.ui.jobs import Job, Progress
from planner.ui.pages.homestays.pairwork import Found, Question, pair_plan
from planner.ui.pages.homestays.proposal import Proposal
from planner.ui.pages.homestays.proposalpanel import ProposalPanel
from planner.ui.pages.homestays.proposalview import ProposalView
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip


class Pairing(QObject):
    """The button, the job and the proposal. The page shows `view` and `panel` while there are any."""

    #: There is a proposal to show, or none any more.
    changed = Signal()

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._question = Question()
        self._job: Job | None = None
        self._plan: Plan | None = None
        self._found: list[Found] = []
        self.view: ProposalView | None = None
        self.panel: ProposalPanel | None = None
        self.button = Button(tr("Pair"), self.start, look="primary", icon_name="link")
        self.button.setToolTip(tr("Propose a home for everybody; nothing changes before you accept it"))
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(self._show_state)
        self.notice = Chip(tr("Not applied yet: nothing has changed in your plan"), "chosen")
        self.counts = Button(tr("What counts"), lambda: workspace.show("rules"), icon_name="settings")
        self.again = Button(tr("Pair again"), lambda: self.ask(self._question), icon_name="link")

    @property
    def left(self) -> tuple[QWidget, ...]:
        """What stands in the head beside the title while there is a proposal."""
        return self.states, self.notice

    @property
    def right(self) -> tuple[QWidget, ...]:
        """What stands at its right end then."""
        return self.counts, self.again

    # The work

    def start(self) -> None:
        """Begin to pair the whole plan as it is now."""
        self.ask(Question())

    def ask(self, question: Question) -> None:
        """Begin to pair the plan as it is now, or a part of it again."""
        plan = self._workspace.plan
        if plan is None or (self._job is not None and not self._job.is_over):
            return
        self._plan, self._question = plan, question
        self._found = []
        for button in (self.button, self.again):
            button.setEnabled(False)
        found = self._found

        def work(progress: Progress) -> None:
            found.append(pair_plan(plan, question, progress))

        self._job = self._workspace.jobs.start(
            tr("Pairing guests and homes"), work, done=self._show, refused=self._workspace.say
        )
        # Stopped, it still gives the best it has found.
        self._job.cancelled.connect(self._show)
        self._job.finished.connect(self._over)

    def _over(self) -> None:
        for button in (self.button, self.again):
            button.setEnabled(True)

    def _show(self, _: object = None) -> None:
        plan = self._plan
        if plan is None or not self._found or plan is not self._workspace.plan:
            return
        [found] = self._found
        old = (self.view, self.panel)
        proposal = Proposal(plan, found.placings, found.members)
        self.view = ProposalView(proposal)
        self.panel = ProposalPanel(proposal, found)
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.panel.picked.connect(self.view.scroll_to)
        self.states.choose("proposal")
        self.follow(self._workspace.plan)
        self.changed.emit()
        for gone in old:
            if gone is not None:
                gone.deleteLater()

    def _show_state(self, state: str) -> None:
        if self.view is not None:
            self.view.show_state(proposed=state == "proposal")
            # The list is opened again where somebody has closed it.
            self.changed.emit()

    # What becomes of it

    def follow(self, plan: Plan | None) -> None:
        """The plan is another now: what was proposed for the one before cannot be accepted any more."""
        if self.panel is None or plan is None or self._plan is None:
            return
        if plan.revision != self._plan.revision:
            self.notice.show_words(tr("The plan has changed since: pair again"), "check")
            self.panel.forbid()
        elif self._workspace.is_read_only:
            self.panel.forbid()
        else:
            self.notice.show_words(tr("Not applied yet: nothing has changed in your plan"), "chosen")

    def _accept(self, members: frozenset[int]) -> None:
        if not self._found:
            return
        answer, plan = self._found[0].answer, self._plan
        # What is accepted makes the plan another one; that is no reason to call the proposal outdated.
        self._plan = None
        taken = self._workspace.run(accept_pairing, answer, members, done=lambda _: self.discard())
        if not taken:
            self._plan = plan
        else:
            count = len(members)
            words = trn("{count} guest has a new place", "{count} guests have a new place", count)
            self._workspace.say(words, undo=True)

    def discard(self) -> None:
        """Let the proposal go."""
        view, panel = self.view, self.panel
        self.view = self.panel = self._plan = None
        self.changed.emit()
        for gone in (view, panel):
            if gone is not None:
                gone.deleteLater()
