"""What a pair would cost overall, reckoned when somebody asks: everybody is paired twice, with it and without."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.language import say, tr
from planner.rules.homestays import Verdict
from planner.ui.jobs import Job, Progress
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text


class PriceBox(QWidget):
    """A button that asks, and below it the answer."""

    def __init__(self, workspace: Workspace, verdict: Verdict) -> None:
        super().__init__()
        self._workspace, self._verdict = workspace, verdict
        self._job: Job | None = None
        self.button = Button(tr("What would it cost overall?"), self._ask, icon_name="link")
        self.button.setToolTip(tr("Pair everybody once with and once without this pair; nothing changes"))
        self.answer = Text("", "small", "text2", wrap=True).selectable()
        self.answer.setMinimumWidth(160)
        self.answer.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row(self.button, STRETCH))
        box.addWidget(self.answer)

    def _ask(self) -> None:
        plan = self._workspace.plan
        if plan is None:
            return
        guest, home = self._verdict.guest, self._verdict.home

        def work(progress: Progress) -> str:
            # numpy and HiGHS are loaded only by who pairs.
            from planner.matching.homestays.pricing import price_pairing

            return "\n".join(say(one) for one in price_pairing(plan, guest, home, progress).sentences)

        self.button.setEnabled(False)
        self._job = self._workspace.jobs.start(
            tr("Pairing guests and homes"), work, done=self._show, refused=self._workspace.say
        )
        self._job.finished.connect(partial(_open_again, self.button))

    def _show(self, words: str) -> None:
        # The card may tell of another pair by now.
        if isValid(self) and words:
            self.answer.setText(words)
            self.answer.show()


def _open_again(button: Button) -> None:
    if isValid(button):
        button.setEnabled(True)
