"""Pairing by the program: a proposal of who sleeps where, on a board of its own and as a list beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.commands.pairing import accept_pairing
from planner.language import tr, trn
from planner.model.plan import Plan
from planner.ui.pages.asked import Asked
from planner.ui.pages.homestays.letterpanel import Letter, LetterPanel
from planner.ui.pages.homestays.pairwork import Question, found_of, pair_plan
from planner.ui.pages.homestays.proposalpanel import ProposalPanel
from planner.ui.pages.homestays.proposalview import ProposalView
from planner.ui.pages.homestays.surviving import still
from planner.ui.pages.proposing import Proposing
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from planner.matching.homestays.proposal import Proposal as Answer


class Pairing(Proposing[Question, "Answer"]):
    """The page shows `view` and `panel` while there are any."""

    #: Somebody wants to say what has happened, to pair again.
    repairAsked = Signal()
    #: A text is to be shown: its `LetterPanel`.
    letterWritten = Signal(object)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(workspace, page, tr("Pair again"), "link")
        self._visit = ""
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
        self.counts = Button(tr("What counts"), lambda: workspace.show("rules"), icon_name="settings")

    @property
    def left(self) -> tuple[QWidget, ...]:
        """What stands in the head beside the title while there is a proposal."""
        return self.states, self.notice

    @property
    @override
    def begins(self) -> tuple[Button, ...]:
        return self.repair, self.button

    @property
    def right(self) -> tuple[QWidget, ...]:
        """What stands at the right end of the head while there is a proposal."""
        return self.counts, self.again

    # The work

    def start(self) -> None:
        """Begin to pair the whole plan as it is now."""
        self.ask(Question())

    @override
    def ask(self, question: Question) -> None:
        if question.is_repair:
            self.happened = question
        super().ask(question)

    @override
    def _begin(self, asked: Asked[Question, Answer], plan: Plan) -> None:
        asked.start(self._workspace, tr("Pairing guests and homes"), plan, pair_plan)

    @override
    def _present(self, asked: Asked[Question, Answer], answer: Answer, plan: Plan, kept: Mapping[str, Any]) -> bool:
        from planner.matching.homestays.flyer import flyer_of

        standing = still(answer, plan)
        left = len(standing.proposal.changes)
        if standing.done and not (left or standing.fallen):
            return False
        self.view = ProposalView(standing.proposal)
        self._flyer = flyer_of(plan, answer.without)
        self.panel = ProposalPanel(
            standing.proposal, found_of(answer, asked.question), standing.fallen,
            is_newer=plan.revision != answer.revision, asks=bool(self._flyer), may=not self._workspace.is_read_only,
            **kept,
        )  # fmt: skip
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.panel.flyerAsked.connect(self._ask_for_it)
        self.panel.picked.connect(self.view.scroll_to)
        self.view.show_state(proposed=self.states.choice == "proposal")
        self._show_notice(left, len(standing.fallen), len(standing.done))
        return True

    @override
    def _fit(self, asked: Asked[Question, Answer], answer: Answer, plan: Plan) -> bool:
        kept, old = self._kept(), self._take_down()
        is_left = self._present(asked, answer, plan, kept)
        self._tell(old)
        return is_left

    @override
    def _show_state(self, state: str) -> None:
        if self.view is not None:
            self.view.show_state(proposed=state == "proposal")
            super()._show_state(state)

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

    @override
    def follow(self, plan: Plan) -> None:
        if self._visit != plan.visit.uid:
            self._visit, self.happened = plan.visit.uid, Question()
        super().follow(plan)

    def _accept(self, members: frozenset[int]) -> None:
        if self._shown is None or self._shown.answer is None:
            return
        if self._workspace.run(accept_pairing, self._shown.answer, members):
            words = trn("{count} guest has a new place", "{count} guests have a new place", len(members))
            self._workspace.say(words, undo=True)

    @override
    def _take_down(self) -> tuple[QWidget, ...]:
        gone = self.view, self.panel
        self.view = self.panel = None
        return tuple(widget for widget in gone if widget is not None)

    # Across a change of language

    @override
    def _kept(self) -> dict[str, Any]:
        return {} if self.panel is None else self.panel.kept

    @override
    def state(self) -> dict[str, Any]:
        return {**super().state(), "happened": self.happened}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        if (plan := self._workspace.plan) is not None:
            self._visit, self.happened = plan.visit.uid, state.get("happened", self.happened)
        super().restore(state)
