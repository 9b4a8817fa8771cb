"""What pairs would cost overall, reckoned when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from typing_extensions import override

from planner.language import tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.homestays import Verdict
from planner.ui.pages.reckoning import ReckonedBox, Reckoning
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from planner.matching.homestays.pricing import Pricer


class Prices(Reckoning):
    """Asks the matcher; a question is a guest and a home, by the ids of member and household."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(workspace, tr("Pairing guests and homes"), parent)
        #: What reckons in the plan of now, made by its first question.
        self._pricers: list[Pricer] = []

    @override
    def follow(self, plan: Plan) -> None:
        if plan is not self._plan:
            self._pricers = []
        super().follow(plan)

    def stop_but_for(self, guest_id: int) -> None:
        """Another guest is looked at: nobody waits any more for what is reckoned of one before."""
        if isinstance(self.asked, tuple) and self.asked[0] != guest_id:
            self.stop()

    def box(self, verdict: Verdict) -> ReckonedBox:
        """Make what asks for the price of a pair and shows it."""
        button = Button(tr("What would it cost overall?"), icon_name="link")
        button.setToolTip(tr("Pair everybody once with and once without this pair; nothing changes"))
        made = ReckonedBox(self, button, tr("Pairing everybody with this pair and without it"))
        plan, pricers = self._plan, self._pricers

        def work(progress: Progress) -> tuple[Message, ...] | None:
            # numpy and HiGHS are loaded only by who pairs.
            from planner.matching.homestays.pricing import Pricer

            if not pricers and plan is not None:
                pricers.append(Pricer(plan))
            pricing = pricers[0].price(verdict.guest, verdict.home, progress)
            return None if pricing.cancelled else pricing.sentences

        made.show_question((verdict.guest.id, verdict.home.id), work)
        return made
