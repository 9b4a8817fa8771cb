"""A proposal that the program makes: asked as a job, shown on its page, accepted part by part or let go."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.language import tr, tr_in, trn
from planner.model.plan import Plan
from planner.ui.pages.asked import Answer, Asked, Question
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.chips import Chip


class Proposing(QObject, Generic[Question, Answer]):
    """The way of a proposal, from the question to its end. Each says what is asked and how the answer is shown.

    What is accepted of it makes the plan another one, as any change does: what is in the plan by then is done, what no
    longer fits is said, and the rest can still be accepted.
    """

    #: There is a proposal to show, or none any more, or it is to be shown otherwise.
    changed = Signal()

    def __init__(self, workspace: Workspace, page: QWidget, again: str, icon_name: str) -> None:
        """`again` is what the button says that asks the same question of the plan as it is now."""
        super().__init__(page)
        self._workspace = workspace
        #: What is being asked, and what is shown, as it fits the plan at that revision.
        self._asking: Asked[Question, Answer] | None = None
        self._shown: Asked[Question, Answer] | None = None
        self._revision = -1
        self.states = Segmented(
            tr("Show"), [("before", tr_in("proposal", "Before")), ("proposal", tr("Proposal"))], start="proposal"
        )
        self.states.chosen.connect(self._show_state)
        self.notice = Chip("", "chosen")
        self.again = Button(again, self._ask_again, icon_name=icon_name)

    # What each says

    @property
    @abstractmethod
    def begins(self) -> tuple[Button, ...]:
        """What begins it; nothing does while an answer is waited for."""

    @abstractmethod
    def _begin(self, asked: Asked[Question, Answer], plan: Plan) -> None:
        """Start the job that asks a question of a plan."""

    @abstractmethod
    def _present(self, asked: Asked[Question, Answer], answer: Answer, plan: Plan, kept: Mapping[str, Any]) -> bool:
        """Show an answer in widgets of its own, as far as it fits a plan; `kept` is what `_kept` told of others.

        False if all of it is in the plan by now: then it is over.
        """

    @abstractmethod
    def _fit(self, asked: Asked[Question, Answer], answer: Answer, plan: Plan) -> bool:
        """Show the same answer beside a plan that is another now; False as `_present` gives it."""

    @abstractmethod
    def _take_down(self) -> Sequence[QWidget]:
        """Show no answer any more; gives what showed it."""

    def _kept(self) -> dict[str, Any]:
        """Tell what the user has done with what is shown."""
        return {}

    def _show_state(self, state: str) -> None:
        """Show the plan as it is, or as it would be; the list is opened again where somebody has closed it."""
        self.changed.emit()

    # The work

    def ask(self, question: Question) -> None:
        """Begin to work out a proposal for the plan as it is now."""
        plan = self._workspace.plan
        if plan is None or (self._asking is not None and self._asking.is_under_way):
            return
        asked: Asked[Question, Answer] = Asked(question)
        self._begin(asked, plan)
        self._wait_for(asked)

    def _ask_again(self) -> None:
        if self._shown is not None:
            self.ask(self._shown.question)

    def _wait_for(self, asked: Asked[Question, Answer]) -> None:
        """Show the answer when it comes; one that was stopped still gives the best it has found."""
        self._asking = asked
        self._allow(False)
        asked.when_over(lambda: self._arrive(asked))

    def _allow(self, on: bool) -> None:
        for button in (*self.begins, self.again):
            button.setEnabled(on)

    def _arrive(self, asked: Asked[Question, Answer]) -> None:
        # The page may have been made anew in another language: the new one waits too.
        if not isValid(self) or asked is not self._asking:
            return
        self._asking = None
        self._allow(True)
        plan = self._workspace.plan
        if asked.answer is not None and plan is not None and asked.is_about(plan):
            self._show(asked, plan, "proposal", {})

    def _show(self, asked: Asked[Question, Answer], plan: Plan, state: str, kept: Mapping[str, Any]) -> None:
        if asked.answer is None:
            return
        old = self._take_down()
        self._shown, self._revision = asked, plan.revision
        self.states.choose(state)
        is_left = self._present(asked, asked.answer, plan, kept)
        self._tell(old)
        if not is_left:
            self.discard()

    def _tell(self, gone: Sequence[QWidget]) -> None:
        """Tell the page, and let go of what it has shown until now."""
        self.changed.emit()
        for widget in gone:
            widget.deleteLater()

    # What becomes of it

    def follow(self, plan: Plan) -> None:
        """The plan is another now: what no longer fits it is said, the rest can still be accepted."""
        shown = self._shown
        if shown is None or shown.answer is None:
            return
        if not shown.is_about(plan):
            self.discard()
        elif plan.revision != self._revision:
            self._revision = plan.revision
            if not self._fit(shown, shown.answer, plan):
                self.discard()

    def _show_notice(self, left: int, fallen: int, done: int) -> None:
        """Say how far it is in the plan: how many of its changes can be accepted, do not fit, and are in it."""
        words, tone = tr("Not applied yet: nothing has changed in your plan"), "chosen"
        if fallen:
            words, tone = trn("The plan has changed: {count} change no longer fits",
                              "The plan has changed: {count} changes no longer fit", fallen), "check"  # fmt: skip
        elif done:
            whole = left + done
            words = tr("{done} of {whole} accepted, the others not applied yet", done=done, whole=whole)
        self.notice.show_words(words, tone)

    def discard(self) -> None:
        """Let the proposal go."""
        self._shown = None
        if gone := self._take_down():
            self._tell(gone)

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is shown and what is still being asked."""
        return {"shown": self._shown, "asking": self._asking, "state": self.states.choice, "kept": self._kept()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told, in the language of now."""
        asking, shown, plan = state.get("asking"), state.get("shown"), self._workspace.plan
        if asking is not None and asking.is_under_way:
            self._wait_for(asking)
        if plan is not None and shown is not None and shown.is_about(plan):
            self._show(shown, plan, state["state"], state["kept"])
