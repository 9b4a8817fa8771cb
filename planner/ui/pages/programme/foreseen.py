"""What the rules would find new, and no longer, if something were done: looked at before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say, screen_language, tr, trn
from planner.language.dates import day_text
from planner.model.message import PlannerError
from planner.model.progress import Progress
from planner.rules.check import check
from planner.rules.differences import Difference, difference
from planner.rules.finding import Finding
from planner.ui.jobs import LastJob
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear
from planner.ui.widgets.findinglevels import LEVELS
from planner.ui.widgets.sentence import sentence_line
from planner.ui.widgets.text import Text

#: So many of each are said; the others are counted.
_MOST: Final = 8


class Foreseen(QWidget):
    """Tries a command out in the background and tells what its plan would have new, and no longer."""

    #: It has been tried out: a `PlannerError` if it would be refused, else None.
    settled = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._job = LastJob()
        #: What was found the last time; None while nobody knows yet.
        self.found: Difference | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.hide()

    def forget(self) -> None:
        """There is nothing to try out."""
        self._job.give_up()
        self.found = None
        self.hide()

    def look(self, command: Callable[..., Any], *args: Any, days: int = 0) -> None:
        """Try a command out that would put everything so many days later; only the last one asked for is told."""
        self.forget()
        file = self._workspace.file
        if file is None:
            return
        before = self._workspace.findings

        def work(progress: Progress) -> Difference:
            thought = file.try_out(command, *args)
            # Asked to stop, it need not look at the rules any more.
            progress(1, 2)
            return difference(before, check(thought), days)

        self._job.put(
            self._workspace.jobs.start(tr("Looking ahead"), work, done=self._show, refused=self._refuse)
        )

    def _show(self, found: Difference) -> None:
        self.found = found
        clear(self._box)
        self._say(trn("{count} finding would be new", "{count} findings would be new", len(found.new)), found.new)
        self._say(
            trn("{count} finding would have to be accepted again", "{count} findings would have to be accepted again",
                len(found.reopened)),
            found.reopened,
        )  # fmt: skip
        self._say(trn("{count} finding would be gone", "{count} findings would be gone", len(found.gone)), found.gone,
                  good=True)  # fmt: skip
        if not (found.new or found.reopened or found.gone):
            self._box.addWidget(sentence_line(tr("The findings would stay as they are."), "good"))
        self.show()
        self.settled.emit(None)

    def _refuse(self, error: PlannerError) -> None:
        self.settled.emit(error)

    def _say(self, head: str, findings: Sequence[Finding], *, good: bool = False) -> None:
        if not findings:
            return
        self._box.addWidget(Text(head, "heading"))
        for finding in findings[:_MOST]:
            self._box.addWidget(sentence_line(_words(finding), "good" if good else LEVELS[finding.severity].tone))
        if len(findings) > _MOST:
            more = len(findings) - _MOST
            self._box.addWidget(Text(trn("and {count} more", "and {count} more", more), "small", "text2"))


def _words(finding: Finding) -> str:
    """The sentence, with its day where it has one and does not say it itself."""
    words = say(finding.figures)
    day = "" if finding.day is None else day_text(finding.day, screen_language(), "short")
    return words if day in words else tr("{day}: {what}", day=day, what=words)
