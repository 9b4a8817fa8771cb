"""A proposal of who interprets what: worked out as a job, shown on the board, in the plan only when it is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.clock import WallTime
from planner.commands.assigning import accept_assignments, accept_repair
from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.pages.asked import Asked
from planner.ui.pages.interpreters.illness import Ill
from planner.ui.pages.interpreters.suggestionpanel import SuggestionPanel
from planner.ui.pages.interpreters.surviving import Place, Standing, still
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from planner.matching.interpreters.proposal import Line, Proposal


class Suggesting(QObject):
    """The button, the job and the list. The page shows `panel` and `lines` while there are any."""

    #: There is a proposal to show, or none any more, or it is to be shown otherwise.
    changed = Signal()
    #: A change is to be seen on the board: the id of its need.
    picked = Signal(int)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        #: What is being asked, and what is shown; a question is who cannot come, or nothing for all days.
        self._asking: Asked[Ill | None, Proposal] | None = None
        self._shown: Asked[Ill | None, Proposal] | None = None
        #: What of it fits the plan, at that revision.
        self._standing: Standing | None = None
        self._revision = -1
        self.panel: SuggestionPanel | None = None
        self.button = Button(tr("Propose for all days"), lambda: self.ask(None), icon_name="interpreters")
        self.button.setToolTip(tr("Propose who interprets what; nothing changes before you accept it"))
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(lambda _: self.changed.emit())
        self.notice = Chip("", "chosen")
        self.again = Button(tr("Propose again"), self._ask_again, icon_name="interpreters")

    @property
    def lines(self) -> tuple[Line, ...]:
        """What would change, as far as it is to be shown."""
        shown = self._standing is not None and self.states.choice == "proposal"
        return self._standing.lines if shown and self._standing is not None else ()

    # The work

    def ask(self, ill: Ill | None) -> None:
        """Begin to work out a proposal for the plan as it is now: for all days, or when somebody cannot come."""
        plan = self._workspace.plan
        if plan is None or (self._asking is not None and self._asking.is_under_way):
            return
        asked: Asked[Ill | None, Proposal] = Asked(ill)
        asked.start(self._workspace, tr("Assigning interpreters"), plan, _propose)
        self._wait_for(asked)

    def _ask_again(self) -> None:
        if self._shown is not None:
            self.ask(self._shown.question)

    def _wait_for(self, asked: Asked[Ill | None, Proposal]) -> None:
        """Show the answer when it comes; one that was stopped still gives the best it has found."""
        self._asking = asked
        self._allow(False)
        asked.when_over(lambda: self._arrive(asked))

    def _allow(self, on: bool) -> None:
        for button in (self.button, self.again):
            button.setEnabled(on)

    def _arrive(self, asked: Asked[Ill | None, Proposal]) -> None:
        # The page may have been made anew in another language: the new one waits too.
        if not isValid(self) or asked is not self._asking:
            return
        self._asking = None
        self._allow(True)
        plan = self._workspace.plan
        if asked.answer is not None and plan is not None and asked.is_about(plan):
            self.discard()
            self._shown = asked
            self.states.choose("proposal")
            self._show(plan)

    def _show(self, plan: Plan, unticked: frozenset[Place] = frozenset(), *, notes: bool = True) -> None:
        """Show the answer in a panel of its own."""
        if self._shown is None or self._shown.answer is None:
            return
        self._standing = None
        self.panel = SuggestionPanel(self._shown.answer, self._shown.question, unticked=unticked, notes=notes)
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.panel.picked.connect(self.picked)
        self.follow(plan)
        if self.panel is not None:
            self.changed.emit()

    # What becomes of it

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what no longer fits it is said, the rest can still be accepted."""
        panel, shown = self.panel, self._shown
        if panel is None or shown is None or shown.answer is None:
            return
        if not shown.is_about(plan):
            self.discard()
            return
        if self._standing is not None and plan.revision == self._revision:
            return
        self._standing, self._revision = still(shown.answer, plan), plan.revision
        if self._standing.done and not (self._standing.lines or self._standing.fallen):
            self.discard()
            return
        panel.show_standing(self._standing, plan, may=not self._workspace.is_read_only)
        self.notice.show_words(*_notice(self._standing, len(shown.answer.changes)))

    def _accept(self, lines: Iterable[Line]) -> None:
        shown, panel, plan = self._shown, self.panel, self._workspace.plan
        if shown is None or shown.answer is None or panel is None or plan is None:
            return
        chosen, ill = tuple(lines), shown.question
        if ill is not None and panel.notes:
            given = (shown.answer, chosen, ill.interpreter_id, ill.on, ill.at)
            taken = self._workspace.run(accept_repair, *given)
        else:
            taken = self._workspace.run(accept_assignments, shown.answer, chosen)
        if taken:
            count = len(chosen)
            self._workspace.say(trn("{count} change accepted", "{count} changes accepted", count), undo=True)

    def discard(self) -> None:
        """Let the proposal go."""
        panel = self.panel
        self.panel = self._shown = self._standing = None
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


def _notice(standing: Standing, whole: int) -> tuple[str, str]:
    """Say how far a proposal is in the plan, and the tone of that."""
    if standing.fallen:
        words = trn("The plan has changed: {count} change no longer fits",
                    "The plan has changed: {count} changes no longer fit", len(standing.fallen))  # fmt: skip
        return words, "check"
    if standing.done:
        return tr("{done} of {whole} accepted, the others not applied yet", done=standing.done, whole=whole), "chosen"
    return tr("Not applied yet: nothing has changed in your plan"), "chosen"
