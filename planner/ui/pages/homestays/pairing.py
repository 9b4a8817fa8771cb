"""Pairing by the program: started as a job, shown as a proposal, and in the plan only when somebody accepts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.commands.pairing import accept_pairing
from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.ui.pages.asked import Asked
from planner.ui.pages.homestays.letterpanel import Letter, LetterPanel
from planner.ui.pages.homestays.pairwork import Question, found_of, pair_plan
from planner.ui.pages.homestays.proposalpanel import ProposalPanel
from planner.ui.pages.homestays.proposalview import ProposalView
from planner.ui.pages.homestays.surviving import still
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal as Answer


class Pairing(QObject):
    """The button, the job and the proposal. The page shows `view` and `panel` while there are any."""

    #: There is a proposal to show, or none any more.
    changed = Signal()
    #: Somebody wants to say what has happened, to pair again.
    repairAsked = Signal()
    #: A text is to be shown: its `LetterPanel`.
    letterWritten = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        #: What is being asked, and what is shown.
        self._asking: Asked[Question, Answer] | None = None
        self._shown: Asked[Question, Answer] | None = None
        self._revision = -1
        self._visit = ""
        self._accepting = False
        self._flyer: Letter = ()
        #: The last repair that was asked for.
        self.happened = Question()
        self.view: ProposalView | None = None
        self.panel: ProposalPanel | None = None
        self.button = Button(tr("Pair"), self.start, look="primary", icon_name="link")
        self.button.setToolTip(tr("Propose a home for everybody; nothing changes before you accept it"))
        self.repair = Button(tr("Repair…"), self.repairAsked.emit, icon_name="refresh")
        self.repair.setToolTip(
            tr("Families drop out, guests are ill or late: pair again from a night on, moving as few as can be")
        )
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(self._show_state)
        self.notice = Chip("", "chosen")
        self.counts = Button(tr("What counts"), lambda: workspace.show("rules"), icon_name="settings")
        self.again = Button(tr("Pair again"), self._ask_again, icon_name="link")

    @property
    def left(self) -> tuple[QWidget, ...]:
        """What stands in the head beside the title while there is a proposal."""
        return self.states, self.notice

    @property
    def begins(self) -> tuple[QWidget, ...]:
        """What begins it, at the right end of the head while there is none."""
        return self.repair, self.button

    @property
    def right(self) -> tuple[QWidget, ...]:
        """What stands at its right end then."""
        return self.counts, self.again

    @property
    def answer(self) -> Answer | None:
        """What the matcher has answered and is shown."""
        return None if self._shown is None else self._shown.answer

    # The work

    def start(self) -> None:
        """Begin to pair the whole plan as it is now."""
        self.ask(Question())

    def _ask_again(self) -> None:
        if self._shown is not None:
            self.ask(self._shown.question)

    def ask(self, question: Question) -> None:
        """Begin to pair the plan as it is now, or a part of it again."""
        plan = self._workspace.plan
        if plan is None or (self._asking is not None and self._asking.is_under_way):
            return
        if question.is_repair:
            self.happened = question
        asked: Asked[Question, Answer] = Asked(question)
        asked.start(self._workspace, tr("Pairing guests and homes"), plan, pair_plan)
        self._wait_for(asked)

    def _wait_for(self, asked: Asked[Question, Answer]) -> None:
        """Show the answer when it comes; one that was stopped still gives the best it has found."""
        self._asking = asked
        for button in (self.button, self.repair, self.again):
            button.setEnabled(False)
        asked.when_over(lambda: self._arrive(asked))

    def _arrive(self, asked: Asked[Question, Answer]) -> None:
        # The page may have been made anew in another language: the new one waits too.
        if not isValid(self) or asked is not self._asking:
            return
        self._asking = None
        for button in (self.button, self.repair, self.again):
            button.setEnabled(True)
        plan = self._workspace.plan
        if asked.answer is not None and plan is not None and asked.is_about(plan):
            self._shown = asked
            self.states.choose("proposal")
            self._show(plan)

    def _show(self, plan: Plan, unticked: frozenset[int] = frozenset()) -> None:
        """Show the proposal beside a plan, as far as it fits."""
        if self._shown is None or self._shown.answer is None:
            return
        from planner.matching.homestays.flyer import flyer_of

        answer, old = self._shown.answer, (self.view, self.panel)
        proposal, fallen = still(answer, plan)
        self._revision = plan.revision
        self.view = ProposalView(proposal)
        self._flyer = flyer_of(plan, answer.without)
        self.panel = ProposalPanel(
            proposal, found_of(answer, self._shown.question), fallen,
            is_newer=plan.revision != answer.revision, asks=bool(self._flyer), unticked=unticked,
        )  # fmt: skip
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.panel.flyerAsked.connect(self._ask_for_it)
        self.panel.picked.connect(self.view.scroll_to)
        self.view.show_state(proposed=self.states.choice == "proposal")
        if self._workspace.is_read_only:
            self.panel.forbid()
        if fallen:
            count = len(fallen)
            words = trn("The plan has changed: {count} guest no longer fits",
                        "The plan has changed: {count} guests no longer fit", count)  # fmt: skip
            self.notice.show_words(words, "check")
        else:
            self.notice.show_words(tr("Not applied yet: nothing has changed in your plan"), "chosen")
        self.changed.emit()
        for gone in old:
            if gone is not None:
                gone.deleteLater()

    def _show_state(self, state: str) -> None:
        if self.view is not None:
            self.view.show_state(proposed=state == "proposal")
            # The list is opened again where somebody has closed it.
            self.changed.emit()

    def _ask_for_it(self) -> None:
        """Show the text of a flyer in place of the list."""
        letter = LetterPanel(
            self._workspace, tr("Ask for it"),
            tr("What is missing, for new families. Nobody is named in it; change what you like before you send it."),
            self._flyer, tr("Host families wanted"),
        )  # fmt: skip
        letter.backAsked.connect(self.changed)
        self.letterWritten.emit(letter)

    # What becomes of it

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what no longer fits it is said, the rest can still be accepted."""
        if self._visit != plan.visit.uid:
            self._visit, self.happened = plan.visit.uid, Question()
        if self._shown is not None and not self._shown.is_about(plan):
            self.discard()
        elif self.panel is not None and plan.revision != self._revision and not self._accepting:
            self._show(plan, self.panel.unticked)

    def _accept(self, members: frozenset[int]) -> None:
        answer = self.answer
        if answer is None:
            return
        # What is accepted makes the plan another one; the rest of the proposal need not be held against that.
        self._accepting = True
        try:
            taken = self._workspace.run(accept_pairing, answer, members, done=lambda _: self.discard())
        finally:
            self._accepting = False
        if taken:
            count = len(members)
            words = trn("{count} guest has a new place", "{count} guests have a new place", count)
            self._workspace.say(words, undo=True)

    def discard(self) -> None:
        """Let the proposal go."""
        view, panel = self.view, self.panel
        self.view = self.panel = self._shown = None
        self.changed.emit()
        for gone in (view, panel):
            if gone is not None:
                gone.deleteLater()

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is shown and what is still being asked."""
        return {
            "shown": self._shown, "asking": self._asking, "happened": self.happened, "state": self.states.choice,
            "unticked": frozenset() if self.panel is None else self.panel.unticked,
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told, in the language of now."""
        plan = self._workspace.plan
        shown = state.get("shown")
        if plan is not None:
            self._visit, self.happened = plan.visit.uid, state.get("happened", self.happened)
            self._shown = shown if shown is not None and shown.is_about(plan) else None
        asking = state.get("asking")
        if asking is not None and asking.is_under_way:
            self._wait_for(asking)
        if plan is not None and self._shown is not None:
            self.states.choose(state.get("state", "proposal"))
            self._show(plan, state.get("unticked", frozenset()))
