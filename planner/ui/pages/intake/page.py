"""Import: choose or drop a form or spreadsheet, see what it was understood to say, and take it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.commands.imports import accept
from planner.intake.proposals import Proposal
from planner.intake.proposals.questions import SHEET_KIND
from planner.intake.reading.sheet import Sheet
from planner.language import N_, say, screen_language, tr, trn
from planner.language.figures import in_brackets
from planner.model.kinds import SheetKind
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Severity
from planner.storage import Changed
from planner.ui.jobs import Job
from planner.ui.pages.intake.outcome import (
    PAGES,
    Outcome,
    nothing_to_take_in,
    nothing_yet,
    report,
    troubled,
    under_way,
)
from planner.ui.pages.intake.reading import Look, look_again, look_first, open_file
from planner.ui.pages.intake.review import ReviewView
from planner.ui.pages.intake.sheetbar import SheetBar
from planner.ui.shell.opening import SHEETS
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace

_SUFFIXES = " ".join(f"*{ending}" for ending in SHEETS)
_UNDERSTANDING = N_("Understanding {file}")


class ImportPage(Page):
    """One sheet at a time; further files wait in a queue."""

    KEY: ClassVar[str] = "import"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Import"))
        self._waiting: list[Path | Sheet] = []
        workspace.fileChanged.connect(self._put_away)
        self._look: Look | None = None
        self._taken: Proposal | None = None
        self._step: int | None = None
        self._trouble: PlannerError | None = None
        self._job: Job | None = None
        self._seen_plan: Plan | None = None

        self._bar = SheetBar(self.header, ask=self.ask, leave=self._leave, take_in=self.take_in)
        self._bar.kindSaid.connect(self._say_kind)

        self._review = ReviewView()
        self._review.columnChanged.connect(self._say_column)
        self._review.answered.connect(self._answer)
        self._review.inspected.connect(self.inspect)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._review)
        self._other: QWidget | None = None
        self.body.addWidget(self._stack, 1)
        self._settle()

    # Files come in

    def ask(self) -> None:
        """Let the user choose files."""
        kinds = (tr("Forms and spreadsheets ({endings})", endings=_SUFFIXES), tr("All files (*)"))
        found, _ = QFileDialog.getOpenFileNames(
            self, tr("Import a form or spreadsheet"), str(self.workspace.settings.last_folder), ";;".join(kinds)
        )
        if found:
            self.take_files([Path(name) for name in found])

    @override
    def take_files(self, paths: list[Path]) -> bool:
        if self.workspace.plan is None:
            self.workspace.say(tr("Open or start a visit first; then drop the form again."), tone="check")
            return True
        self._waiting += paths
        if self._look is None and self._job is None:
            self._next()
        else:
            self._settle()
        return True

    def _next(self) -> None:
        """Go on with the next file or sheet that waits, or say where to begin."""
        self._look, self._trouble, self._taken = None, None, None
        self.inspect(None)
        if not self._waiting:
            self._settle()
            return
        first = self._waiting.pop(0)
        if isinstance(first, Sheet):
            self._look_at(first)
        else:
            self._run(N_("Reading {file}"), first.name, self._opened, open_file, first)

    def _leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._next()

    def _opened(self, sheets: Sequence[Sheet]) -> None:
        first, *rest = sheets
        self._waiting = [*rest, *self._waiting]
        self._look_at(first)

    def _look_at(self, sheet: Sheet, kind: SheetKind | None = None) -> None:
        self._run(_UNDERSTANDING, sheet.file_name, self._show, look_first, sheet, kind, self._plan())

    def _plan(self) -> Plan | None:
        self._seen_plan = self.workspace.plan
        return self._seen_plan

    def _run(self, title: str, file_name: str, done: Any, work: Any, *args: Any) -> None:
        """Do something with a file in the background, in place of what was under way."""
        if self._job is not None:
            self._job.cancel()
        job = self.workspace.jobs.start(tr(title, file=file_name), work, *args)
        self._job = job

        def mine(then: Any, *result: Any) -> None:
            if isValid(self) and self._job is job:
                self._job = None
                then(*result)

        job.done.connect(lambda result: mine(done, result))
        job.refused.connect(lambda error: mine(self._refuse, error))
        job.cancelled.connect(lambda: mine(self._next))
        job.failed.connect(lambda _: mine(self._refuse, PlannerError("sheet-damaged", file=file_name)))
        self._settle()

    def _refuse(self, error: PlannerError) -> None:
        self._trouble, self._look = error, None
        self._settle()

    def _show(self, look: Look) -> None:
        self._look, self._trouble = look, None
        self._review.show_look(look)
        self._settle()

    # What the user says of the sheet

    def _say_kind(self, kind: SheetKind) -> None:
        look = self._look
        if look is None:
            return
        if look.mapping.kind is not kind:
            self._look_at(look.sheet, kind)
        elif not look.mapping.kind_told:
            self._again(look, look.mapping.with_kind_told(), look.answers)

    def _say_column(self, index: int, target: str | None) -> None:
        if self._look is not None:
            self._again(self._look, self._look.mapping.with_column(index, target), self._look.answers)

    def _answer(self, question: str, answer: str) -> None:
        if question == SHEET_KIND:
            self._say_kind(SheetKind(answer))
        elif self._look is not None:
            self._again(self._look, self._look.mapping, {**self._look.answers, question: answer})

    def _again(self, look: Look, mapping: Any, answers: Any) -> None:
        sheet = look.sheet
        self._run(_UNDERSTANDING, sheet.file_name, self._show, look_again, sheet, mapping, answers, self._plan())

    # Taking it in

    def take_in(self) -> None:
        """Do what the page shows, as one step; then report."""
        proposal = self._look.proposal if self._look is not None else None
        if proposal is None or self._job is not None or self._hindrance():
            return
        # From now on the plan may change under the page without being read anew.
        self._look = None

        def mine(then: Callable[..., object], *told: object) -> None:
            # The page may have been made anew in another language meanwhile, or put away what it had.
            if isValid(self) and self._job is job:
                then(proposal, *told)

        job = self.workspace.run_apart(
            tr("Taking in {file}", file=proposal.file_name),
            accept,
            proposal,
            done=lambda news: mine(self._taken_in, news),
            refused=lambda error: mine(self._moved, error),
            cancelled=lambda: mine(self._not_taken_in),
        )
        if job is not None:
            job.failed.connect(lambda _error: mine(self._not_taken_in))
            self._job = job
            self._settle()

    def _taken_in(self, proposal: Proposal, news: Changed | None) -> None:
        """It stands in the plan now: report."""
        self._job, self._taken = None, proposal
        self._step = None if news is None else news.step
        self.inspect(None)
        self._settle()

    def _not_taken_in(self, proposal: Proposal) -> None:
        """It was cancelled, and nothing has changed: show the sheet again."""
        self._job = None
        sheet = self._review.sheet
        if sheet is not None:
            self._look = Look(sheet, proposal.mapping, dict(proposal.answers), proposal)
        self._settle()

    def _moved(self, proposal: Proposal, error: PlannerError) -> None:
        """The plan has changed meanwhile: say so, and show what the sheet would do now."""
        self.workspace.say(error, tone="check")
        self._job = self._taken = None
        sheet = self._review.sheet
        if error.code == "import-plan-moved" and sheet is not None:
            look = Look(sheet, proposal.mapping, dict(proposal.answers), proposal)
            self._look = look
            self._again(look, look.mapping, look.answers)
        else:
            self._next()

    def _undo(self) -> None:
        """Take the import back, also when something else was done since."""
        file, sheet = self.workspace.file, self._review.sheet
        if file is None:
            return
        if file.next_undo is not None and file.next_undo.id == self._step:
            self.workspace.undo()
        elif self._step is None or not self.workspace.attempt(file.undo_only, self._step):
            return
        self._taken = None
        if sheet is not None:
            self._look_at(sheet)

    def _put_away(self) -> None:
        """Another file, or none: sheets and reports belong to the one before."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._look = self._taken = self._trouble = self._step = None
        self._waiting.clear()
        self.inspect(None)
        self._settle()

    @override
    def show_plan(self, plan: Plan) -> None:
        look = self._look
        if look is not None and plan is not self._seen_plan and self._job is None:
            # Not at once: the change that is being told of must reach every page first.
            QTimer.singleShot(0, self, self._look_anew)
        self._settle()

    def _look_anew(self) -> None:
        """The plan has changed under the sheet: work out what it would do now."""
        if self._look is not None and self._job is None:
            self._again(self._look, self._look.mapping, self._look.answers)

    # What is shown

    def _settle(self) -> None:
        """Show what there is to show now."""
        look, busy = self._look, self._job is not None
        words = "" if look is None else self._file_words(look.sheet)
        self._bar.show_look(look, words, self._hindrance(), busy=busy)
        self._bar.offer_choosing(look is None and not busy and (self._taken or self._trouble) is not None)
        if look is not None:
            self._swap(None)
            return
        if busy:
            assert self._job is not None
            self._swap(under_way(self._job))
        elif self._trouble is not None:
            self._swap(troubled(self._trouble, self.ask, self._next if self._waiting else None))
        elif self._taken is not None:
            self._swap(self._report(self._taken))
        else:
            self._swap(nothing_yet(self.ask))

    def _report(self, proposal: Proposal) -> Outcome:
        workspace = self.workspace
        return report(
            proposal,
            show=lambda: workspace.show(PAGES[proposal.kind]),
            review=lambda: workspace.openFindings.emit(Severity.WARN),
            undo=self._undo,
            go_on=self._next if self._waiting else None,
        )

    def _hindrance(self) -> str:
        """Why what is shown cannot be taken in; "" where it can."""
        look = self._look
        if look is None:
            return ""
        if self.workspace.is_read_only:
            return tr("This visit is open for reading only.")
        if look.refusal is not None:
            return say(look.refusal)
        if not look.mapping.kind_told:
            return tr("Say first what is in the rows of this sheet.")
        if look.proposal is not None and look.proposal.changes_nothing:
            return nothing_to_take_in(look.proposal)
        return ""

    def _file_words(self, sheet: Sheet) -> str:
        several = any(isinstance(each, Sheet) and each.file_name == sheet.file_name for each in self._waiting)
        words = f"{sheet.file_name} · {sheet.name}" if several and sheet.name else sheet.file_name
        if self._waiting:
            more = trn("{count} more waits", "{count} more wait", len(self._waiting))
            words = f"{words}  {in_brackets(more, screen_language())}"
        return words

    def _swap(self, widget: QWidget | None) -> None:
        """Show a widget in place of the sheet; None shows the sheet."""
        old, self._other = self._other, widget
        if widget is not None:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget or self._review)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        busy = self._job is not None and self._look is None
        return {
            "waiting": list(self._waiting),
            "look": self._look,
            "taken": self._taken,
            "step": self._step,
            "trouble": None if busy else self._trouble,
            "sheet": self._review.sheet,
            "view": self._review.state(),
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._waiting = state["waiting"]
        self._taken, self._step, self._trouble = state["taken"], state["step"], state["trouble"]
        self._review.sheet = state["sheet"]
        self._look = state["look"]
        if self._look is not None:
            self._seen_plan = self.workspace.plan
            self._review.show_look(self._look)
        self._review.restore(state["view"])
        self._settle()
