"""Questions that take a while to answer: one at a time, in the background, known as long as the plan is the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.language import say, tr
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.jobs import Job
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text

#: Answers a question in a thread; None where it was stopped before it knew.
Work = Callable[[Progress], tuple[Message, ...] | None]


class Reckoning(QObject):
    """Asks, and keeps the answers by their keys: as messages, so that they outlive a change of language."""

    #: A question has its answer, or is asked no more: its key.
    changed = Signal(object)
    #: How far it is with the question under way: steps done, steps in all.
    progressed = Signal(int, int)

    def __init__(self, workspace: Workspace, title: str, parent: QObject) -> None:
        """`title` is what the work is called while it is under way."""
        super().__init__(parent)
        self._workspace, self._title = workspace, title
        self._plan: Plan | None = None
        self._known: dict[Hashable, tuple[Message, ...]] = {}
        self._job: Job | None = None
        #: The question under way.
        self.asked: Hashable | None = None

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what was known is not so any more."""
        if plan is not self._plan:
            self.stop()
            self._plan = plan
            self._known.clear()

    def known(self, key: Hashable) -> tuple[Message, ...] | None:
        """Give an answer; None if nobody has asked yet."""
        return self._known.get(key)

    def ask(self, key: Hashable, work: Work) -> None:
        """Begin to answer a question; the one under way is given up."""
        plan = self._plan
        self.stop()
        self.asked = key
        job = self._job = self._workspace.jobs.start(self._title, work, refused=self._workspace.say)
        job.progressed.connect(lambda done, total: self._pass_on(job, done, total))
        job.done.connect(lambda said: self._keep(job, plan, key, said))
        job.finished.connect(lambda: self._over(job))
        self.changed.emit(key)

    def stop(self) -> None:
        """Give up the question under way."""
        if self._job is not None:
            self._job.cancel()
            self._over(self._job)

    def _waits_for(self, job: Job) -> bool:
        """Whether a job is the one asked last; the page may be gone, after a change of language."""
        return isValid(self) and job is self._job

    def _pass_on(self, job: Job, done: int, total: int) -> None:
        if self._waits_for(job):
            self.progressed.emit(done, total)

    def _keep(self, job: Job, plan: Plan | None, key: Hashable, said: tuple[Message, ...] | None) -> None:
        if self._waits_for(job) and plan is self._plan and said is not None:
            self._known[key] = said

    def _over(self, job: Job) -> None:
        if self._waits_for(job):
            key, self._job, self.asked = self.asked, None, None
            self.changed.emit(key)


class ReckonedBox(QWidget):
    """One question: a button that asks it, how far the work is, and the answer."""

    def __init__(self, reckoning: Reckoning, button: Button, words: str) -> None:
        """`words` say what is being done while it is under way."""
        super().__init__()
        self._reckoning, self.button = reckoning, button
        self._key: Hashable = None
        self._work: Work | None = None
        self.stop = Button(tr("Stop"), reckoning.stop, small=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        self._waiting = Text(words, "small", "text2", wrap=True)
        self.answer = Text("", "small", "text2", wrap=True).selectable()
        for text in (self._waiting, self.answer):
            text.setMinimumWidth(120)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row(button, STRETCH))
        box.addWidget(self._waiting)
        progress = row(self.bar, self.stop)
        progress.setStretch(0, 1)
        box.addLayout(progress)
        box.addWidget(self.answer)
        button.clicked.connect(self._ask)
        reckoning.changed.connect(self._show)
        reckoning.progressed.connect(self._show_progress)

    def show_question(self, key: Hashable, work: Work) -> None:
        """Show a question, with its answer if that is known."""
        self._key, self._work = key, work
        self._show()

    def _ask(self) -> None:
        if self._work is not None:
            self.bar.setRange(0, 0)
            self._reckoning.ask(self._key, self._work)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, _: object = None) -> None:
        known, asked = self._reckoning.known(self._key), self._reckoning.asked == self._key
        self.button.setVisible(known is None and not asked)
        for widget in (self._waiting, self.bar, self.stop):
            widget.setVisible(asked)
        self.answer.setVisible(bool(known))
        self.answer.setText("\n".join(say(one) for one in known or ()))
