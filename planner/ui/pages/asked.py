"""A question to the matcher that outlives the page that asked it: the page is made anew when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.ui.jobs import Job
from planner.ui.shell.workspace import Workspace

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Asked(Generic[Question, Answer]):
    """A question, the job that asks it, and the answer as soon as there is one, even if the job was stopped."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.answer: Answer | None = None
        self.job: Job | None = None
        self._visit = ""

    def start(
        self, workspace: Workspace, title: str, plan: Plan, work: Callable[[Plan, Question, Progress], Answer]
    ) -> None:
        """Ask in the background: ``work(plan, question, progress)``."""

        def ask(progress: Progress) -> None:
            self.answer = work(plan, self.question, progress)

        self._visit = plan.visit.uid
        self.job = workspace.jobs.start(title, ask, refused=workspace.say)

    def is_about(self, plan: Plan) -> bool:
        """Whether it was asked of this visit, and not of another that was open then."""
        return self._visit == plan.visit.uid

    @property
    def is_under_way(self) -> bool:
        """Whether the answer is still to come."""
        return self.job is not None and not self.job.is_over

    def when_over(self, tell: Callable[[], object]) -> None:
        """Have it told when the job has ended, in whichever way."""
        assert self.job is not None
        self.job.finished.connect(lambda: tell())
