"""A proposal of who interprets what: worked out as a job, shown on the board, in the plan only when it is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.clock import WallTime
from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.pages.asked import Asked
from planner.ui.pages.interpreters.illness import Ill
from planner.ui.pages.interpreters.suggestionpanel import SuggestionPanel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from planner.matching.interpreters.proposal import Line, Proposal


class Suggesting(QObject):
    """The button, the job and the list. The page shows `panel` and `lines` while there are any."""

    #: There is a proposal to show, or none any more, or it is to be shown otherwise.
    changed = Signal()

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        #: What is being asked, and what is shown; a question is who cannot come, or nothing for all days.
        self._asking: Asked[Ill | None, Proposal] | None = None
        self._shown: Asked[Ill | None, Proposal] | None = None
        self._accepting = False
        self.panel: SuggestionPanel | None = None
        self.button = Button(tr("Propose for all days"), lambda: self.ask(None), icon_name="interpreters")
        self.button.setToolTip(tr("Propose who interprets what; nothing changes before you accept it"))
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(lambda _: self.changed.emit())
        self.notice = Chip("", "chosen")

    @property
    def lines(self) -> tuple[Line, ...]:
        """What would change, as far as it is to be shown."""
        shown = self.panel is not None and self.states.choice == "proposal"
        return self._shown.answer.changes if shown and self._shown is not None and self._shown.answer else ()

    # The work

    def ask(self, ill: Ill | None) -> None:
        """Begin to work out a proposal for the plan as it is now: for all days, or when somebody cannot come."""
        plan = self._workspace.plan
        if plan is None or (self._asking is not None and self._asking.is_under_way):
            return
        asked: Asked[Ill | None, Proposal] = Asked(ill)
        asked.start(self._workspace, tr("Assigning interpreters"), plan, _propose)
        self._wait_for(asked)

    def _wait_for(self, asked: Asked[Ill | None, Proposal]) -> None:
        """Show the answer when it comes; one that was stopped still gives the best it has found."""
        self._asking = asked
        self.button.setEnabled(False)
        asked.when_over(lambda: self._arrive(asked))

    def _arrive(self, asked: Asked[Ill | None, Proposal]) -> None:
        # The page may have been made anew in another language: the new one waits too.
        if not isValid(self) or asked is not self._asking:
            return
        self._asking = None
        self.button.setEnabled(True)
        plan = self._workspace.plan
        if asked.answer is not None and plan is not None and asked.is_about(plan):
            self.discard()
            self._shown = asked
            self.states.choose("proposal")
            self._show(plan)

    def _show(self, plan: Plan, unticked: frozenset[tuple[int, int]] = frozenset(), *, notes: bool = True) -> None:
        shown, answer = self._shown, None if self._shown is None else self._shown.answer
        if shown is None or answer is None:
            return
        if not _rests_on(answer, plan):
            self._shown = None
            self._workspace.say(_changed(), tone="check")
            return
        self.panel = SuggestionPanel(answer, plan, shown.question, unticked=unticked, notes=notes)
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.follow(plan)
        self.changed.emit()

    # What becomes of it

    def follow(self, plan: Plan) -> None:
        """The plan is another now: where that touches interpreters or events, nothing can be accepted any more."""
        if self.panel is None or self._shown is None or self._shown.answer is None or self._accepting:
            return
        if not self._shown.is_about(plan):
            self.discard()
            return
        fits = _rests_on(self._shown.answer, plan)
        if fits:
            self.notice.show_words(tr("Not applied yet: nothing has changed in your plan"), "chosen")
        else:
            self.notice.show_words(_changed(), "check")
        self.panel.allow(fits and not self._workspace.is_read_only)

    def _accept(self, lines: Iterable[Line]) -> None:
        from planner.commands.assigning import accept_assignments, accept_repair

        shown, panel = self._shown, self.panel
        if shown is None or shown.answer is None or panel is None:
            return
        chosen, ill = tuple(lines), shown.question
        self._accepting = True
        try:
            if ill is not None and panel.notes:
                given = (shown.answer, chosen, ill.interpreter_id, ill.on, ill.at)
                taken = self._workspace.run(accept_repair, *given, done=lambda _: self.discard())
            else:
                taken = self._workspace.run(accept_assignments, shown.answer, chosen, done=lambda _: self.discard())
        finally:
            self._accepting = False
        if taken:
            count = len(chosen)
            self._workspace.say(trn("{count} change accepted", "{count} changes accepted", count), undo=True)

    def discard(self) -> None:
        """Let the proposal go."""
        panel = self.panel
        self.panel = self._shown = None
        if panel is not None:
            self.changed.emit()
            panel.deleteLater()

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is shown and what is still being asked."""
        panel = self.panel
        return {"shown": self._shown, "asking": self._asking, "state": self.states.choice} | (
            {} if panel is None else {"unticked": panel.unticked, "notes": panel.notes}
        )

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told, in the language of now."""
        asking, shown, plan = state.get("asking"), state.get("shown"), self._workspace.plan
        if asking is not None and asking.is_under_way:
            self._wait_for(asking)
        if plan is not None and shown is not None and shown.is_about(plan):
            self._shown = shown
            self.states.choose(state.get("state", "proposal"))
            self._show(plan, state.get("unticked", frozenset()), notes=state.get("notes", True))


def _propose(plan: Plan, ill: Ill | None, progress: Progress) -> Proposal:
    """Ask the optimiser; for a thread."""
    from planner.matching.interpreters.building import Illness
    from planner.matching.interpreters.proposing import propose

    if ill is None:
        return propose(plan, progress)
    since = WallTime(ill.on, ill.at, plan.visit.host_city.zone).instant()
    return propose(plan, progress, illness=Illness(ill.interpreter_id, since))


def _changed() -> str:
    return tr("Interpreters or events have changed: propose again")


def _rests_on(proposal: Proposal, plan: Plan) -> bool:
    """Whether needs, their events and interpreters are those that a proposal was made from."""
    from planner.matching.interpreters.proposing import basis_of

    return basis_of(plan.needs, plan.interpreters) == proposal.basis
