"""Why not her? What rules somebody out for an event, or what it would cost everybody to have them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from typing_extensions import override

from planner.language import tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.interpreting import Verdict
from planner.ui.pages.reckoning import ReckonedBox, Reckoning
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from planner.matching.interpreters.asking import Asker


class WhyNot(Reckoning):
    """Asks the optimiser; a question is an interpreter and a need, by their ids."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(workspace, tr("Assigning interpreters"), parent)
        #: What answers in the plan of now, made by its first question.
        self._askers: list[Asker] = []

    @override
    def follow(self, plan: Plan) -> None:
        if plan is not self._plan:
            self._askers = []
        super().follow(plan)

    def box(self) -> ReckonedBox:
        """Make what asks about somebody and shows the answer."""
        button = Button(tr("Why not?"), look="link", small=True)
        button.setToolTip(tr("Assign everybody once with and once without this; nothing changes"))
        return ReckonedBox(self, button, tr("Assigning everybody with this and without it"))

    def show(self, box: ReckonedBox, verdict: Verdict, name: str) -> None:
        """Let a box ask about somebody and a need; `name` is of whom or what."""
        box.button.setAccessibleName(tr("Why not: {name}", name=name))
        plan, askers = self._plan, self._askers
        interpreter, need = verdict.interpreter.id, verdict.need.id

        def work(progress: Progress) -> tuple[Message, ...] | None:
            # numpy and HiGHS are loaded only by who assigns.
            from planner.matching.interpreters.asking import Asker

            if not askers and plan is not None:
                askers.append(Asker(plan))
            said = askers[0].why_not(interpreter, need, progress)
            return said if said is None or said else (Message.of("assign-is-there"),)

        box.show_question((interpreter, need), work)
