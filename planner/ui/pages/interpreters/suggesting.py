"""A proposal of who interprets what: on the board, and as a list whose changes can be accepted one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.clock import WallTime
from planner.commands.assigning import accept_assignments, accept_repair
from planner.language import tr, trn
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.pages.asked import Asked
from planner.ui.pages.interpreters.illness import Ill
from planner.ui.pages.interpreters.suggestionpanel import SuggestionPanel
from planner.ui.pages.interpreters.surviving import Standing, still
from planner.ui.pages.proposing import Proposing
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from planner.matching.interpreters.proposal import Line, Proposal


class Suggesting(Proposing["Ill | None", "Proposal"]):
    """The page shows `panel`, and on the board what is `seen`, while there are any.

    It is asked who cannot come; None asks for all days.
    """

    #: A change is to be seen on the board: the id of its need.
    picked = Signal(int)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(workspace, page, tr("Propose again"), "interpreters")
        self._standing: Standing | None = None
        self.panel: SuggestionPanel | None = None
        self.button = Button(tr("Propose for all days"), lambda: self.ask(None), icon_name="interpreters")
        self.button.setToolTip(tr("Propose who interprets what; nothing changes before you accept it"))

    @property
    def seen(self) -> Standing | None:
        """What would change, and who would cover what then; None where nothing is to be shown."""
        return self._standing if self.states.choice == "proposal" else None

    @property
    @override
    def begins(self) -> tuple[Button, ...]:
        return (self.button,)

    @override
    def _begin(self, asked: Asked[Ill | None, Proposal], plan: Plan) -> None:
        asked.start(self._workspace, tr("Assigning interpreters"), plan, _propose)

    @override
    def _present(
        self, asked: Asked[Ill | None, Proposal], answer: Proposal, plan: Plan, kept: Mapping[str, Any]
    ) -> bool:
        self.panel = SuggestionPanel(answer, asked.question, **kept)
        self.panel.acceptAsked.connect(self._accept)
        self.panel.discardAsked.connect(self.discard)
        self.panel.picked.connect(self.picked)
        return self._fit(asked, answer, plan)

    @override
    def _fit(self, asked: Asked[Ill | None, Proposal], answer: Proposal, plan: Plan) -> bool:
        standing = still(answer, plan)
        if standing.done and not (standing.lines or standing.fallen):
            return False
        if self.panel is not None:
            self._standing = standing
            self.panel.show_standing(standing, plan, may=not self._workspace.is_read_only)
            self._show_notice(len(standing.lines), len(standing.fallen), standing.done)
        return True

    def _accept(self, lines: Iterable[Line]) -> None:
        shown, panel = self._shown, self.panel
        if shown is None or shown.answer is None or panel is None:
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

    @override
    def _take_down(self) -> tuple[QWidget, ...]:
        gone, self.panel, self._standing = self.panel, None, None
        return () if gone is None else (gone,)

    @override
    def _kept(self) -> dict[str, Any]:
        return {} if self.panel is None else self.panel.kept


def _propose(plan: Plan, ill: Ill | None, progress: Progress) -> Proposal:
    """Ask the optimiser; for a thread."""
    from planner.matching.interpreters.building import Illness
    from planner.matching.interpreters.proposing import propose

    if ill is None:
        return propose(plan, progress)
    since = WallTime(ill.on, ill.at, plan.visit.host_city.zone).instant()
    return propose(plan, progress, illness=Illness(ill.interpreter_id, since))
