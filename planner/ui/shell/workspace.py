"""What every page is given: the open planner file and its plan, one way to change it, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.language import say, tr, trn
from planner.model.message import Message, PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.storage import Changed, PastStep, PlannerFile
from planner.ui.jobs import Job, Jobs
from planner.ui.shell.notices import Notice
from planner.ui.shell.opening import Opening
from planner.ui.shell.paperwatch import PaperWatch
from planner.ui.shell.settings import Settings
from planner.ui.shell.steps import Step, step_of
from planner.ui.widgets.fields import Field

if TYPE_CHECKING:
    from planner.rules.check import Check


class Workspace(QObject):
    """The one object pages share. There is one for each window, handed down, never looked up.

    Pages look at `plan`, change it through `run`, and hear of every change through `planChanged`, whoever
    made it.
    """

    #: The new plan after a change, or None when no file is open.
    planChanged = Signal(object)
    #: The findings about the new plan, a tuple of `Finding`, shortly after `planChanged`.
    findingsChanged = Signal(object)
    #: Another file is open, or none.
    fileChanged = Signal()
    #: What is selected now: a `Subject` or None.
    selectionChanged = Signal(object)
    #: Something to say in passing: a `Notice`.
    noticed = Signal(object)
    #: Asks the window to show a thing where it lives: a `Subject`, or the key of a page.
    wanted = Signal(object)
    #: A thing to show, and the noun of the parts of it at which to open.
    partsWanted = Signal(object, str)
    #: Forms or spreadsheets were dropped on the window: a list of paths.
    filesDropped = Signal(object)
    #: Asks for another language of the screen, for light or dark, for another size (percent).
    languageWanted = Signal(str)
    appearanceWanted = Signal(str)
    zoomWanted = Signal(int)
    #: Asks the window to open the findings: at a level (`Severity`), of one thing (`Subject`), narrowed to some
    #: (`Narrowed`), or all from the top (None).
    openFindings = Signal(object)

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.settings = settings
        self.jobs = jobs
        self._file: PlannerFile | None = None
        self._findings: tuple[Finding, ...] | None = None
        self._looks = True
        self._selection: Subject | None = None
        self._backed_up: datetime | None = None
        self.open = Opening(self)
        self.papers = PaperWatch(self)

    # What is open

    @property
    def file(self) -> PlannerFile | None:
        """The open planner file."""
        return self._file

    @property
    def plan(self) -> Plan | None:
        """The plan as it is now; read-only."""
        return None if self._file is None else self._file.plan

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say of the plan now; worked out when first asked for after a change."""
        if self._findings is None:
            plan = self.plan
            self._findings = () if plan is None else self.check(plan)
        return self._findings

    @property
    def looked(self) -> bool:
        """Whether the rules have looked at the plan as it is now: whether `findings` is there without waiting."""
        return self._findings is not None

    @property
    def rules_wait(self) -> bool:
        """Whether it takes a moment until `findingsChanged` comes: the window has not been painted yet."""
        return not self._looks

    def hold_rules(self) -> None:
        """Let the rules wait until `look`: the window is to stand first."""
        self._looks = False

    def look(self) -> None:
        """Let the rules look, now and after each change, and tell everybody what they say."""
        self._looks = True
        self.findingsChanged.emit(self.findings)

    @cached_property
    def check(self) -> Check:
        """The rules; they remember what they found where nothing changed."""
        from planner.rules.check import Check

        return Check()

    def take(self, file: PlannerFile | None) -> None:
        """Show another file, or none; the one open before is closed."""
        self.finish_typing()
        if self._file is not None:
            self._file.close()
        self._file = file
        self._findings = None
        self._selection = None
        self._backed_up = None
        if file is not None:
            file.changed.append(self._tell)
            self._backed_up = next((backup.made_at for backup in file.backups()), None)
        self.fileChanged.emit()
        self._tell_plan()

    def _tell(self, *_: object) -> None:
        self._findings = None
        self._tell_plan()

    def _tell_plan(self) -> None:
        self.planChanged.emit(self.plan)
        if self._looks:
            self.look()

    # Changing it

    def finish_typing(self) -> None:
        """Let a field that is being typed in hand over what stands in it, before it goes from under the hands."""
        focus = QApplication.focusWidget()
        holder: QWidget | None = focus
        while holder is not None and not isinstance(holder, Field):
            holder = holder.parentWidget()
        if focus is not None and holder is not None:
            focus.clearFocus()

    def run(
        self,
        command: Callable[..., Any],
        *args: Any,
        refused: Callable[[PlannerError], object] | None = None,
        done: Callable[[Any], object] | None = None,
        **figures: Any,
    ) -> bool:
        """Run a command of `planner.commands` on the file; True if it was done.

        The command's result (the id of a new record) goes to `done`, when every page has seen the new plan. A
        `PlannerError` goes to `refused` where the caller can show it at the field, otherwise it is said in
        passing. Nothing else is caught: a bug is for the crash report.
        """
        if self._file is None:
            return False
        try:
            result = self._file.run(command, *args, **figures)
        except PlannerError as error:
            if refused is not None:
                refused(error)
            else:
                self.say(error, tone="wrong")
            return False
        if done is not None:
            done(result)
        return True

    def run_late(self, file: PlannerFile | None, command: Callable[..., Any], *args: Any) -> bool:
        """Run a command on the file it is about, if that is still open and may be changed; True if it was done.

        For what has to be remembered of work in the background: another file may have been opened meanwhile.
        """
        return file is not None and file is self._file and not file.read_only and self.run(command, *args)

    def run_apart(
        self,
        title: str,
        command: Callable[..., Any],
        *args: Any,
        done: Callable[[Changed | None], object],
        refused: Callable[[PlannerError], object],
        cancelled: Callable[[], object],
    ) -> Job | None:
        """Run a large command in the background, so that the window stays alive; None if no file is open.

        The command takes `progress` as its last argument and may be cancelled: then nothing has changed. Every page
        sees the new plan before `done` is given what changed (None: nothing). Other changes wait until it is over.
        Once another file is open nobody is told anything.
        """
        file = self._file
        if file is None:
            return None
        written: list[tuple[Any, Changed | None]] = []

        def work(progress: Callable[[int, int], None]) -> None:
            written.append(file.write(command, *args, progress))

        def tell(_: object = None) -> None:
            # Who asked something of a file that is not open any more has gone with it.
            if file is not self._file:
                return
            # A cancel that came when it was written already is too late: it stands, and can be undone.
            if not written:
                cancelled()
                return
            _, news = written[0]
            if news is not None:
                file.tell(news)
            done(news)

        def refuse(error: PlannerError) -> None:
            if file is self._file:
                refused(error)

        job = self.jobs.start(title, work, done=tell, refused=refuse)
        job.cancelled.connect(tell)
        return job

    def undo(self) -> None:
        """Take back the last step, and say which it was."""
        self._step("undo")

    def redo(self) -> None:
        """Do the step again that was taken back last, and say which it was."""
        self._step("redo")

    def undo_back_to(self, step_id: int) -> None:
        """Take back every step after one, and say how many they were."""
        counts: list[int] = []
        file = self._file
        if file is not None and self.attempt(lambda: counts.append(file.undo_back_to(step_id))):
            words = trn("{count} step taken back", "{count} steps taken back", counts[0])
            self.noticed.emit(Notice(words, redo_all=counts[0]))

    def redo_all(self, most: int | None = None) -> None:
        """Do every step again that was taken back, or so many of them, and say how many they were."""
        counts: list[int] = []
        file = self._file
        if file is not None and self.attempt(lambda: counts.append(file.redo_all(most))):
            self.say(trn("{count} step done again", "{count} steps done again", counts[0]))

    def _step(self, which: str) -> None:
        focus = QApplication.focusWidget()
        self.finish_typing()
        file = self._file
        if file is not None:
            self._step_in(file, back=which == "undo")
        # Whoever works by the keyboard goes on where they were, if that is still there.
        if focus is not None and isValid(focus) and focus.isVisible() and QApplication.focusWidget() is None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_in(self, file: PlannerFile, *, back: bool) -> None:
        done: list[PastStep | None] = []
        if self.attempt(lambda: done.append(file.undo() if back else file.redo())) and done[0] is not None:
            label = done[0].label
            words = tr("Taken back: {step}", step=label) if back else tr("Done again: {step}", step=label)
            self.noticed.emit(Notice(words, undo=not back, redo=back))

    def attempt(self, deed: Callable[..., object], *args: object) -> bool:
        """Do something to the file that is no command (undo, restore); True if it was done.

        A `PlannerError` is said in passing.
        """
        try:
            deed(*args)
        except PlannerError as error:
            self.say(error, tone="wrong")
            return False
        return True

    def look_for_backups(self) -> None:
        """A backup has been made, or one was restored: tell everybody when the last one was made."""
        backups = [] if self._file is None else self._file.backups()
        self._backed_up = next((backup.made_at for backup in backups), None)
        self.planChanged.emit(self.plan)

    # What is looked at

    @property
    def selection(self) -> Subject | None:
        """What is selected, known by its class and id, so that it outlives a change of the plan."""
        return self._selection

    def select(self, subject: Subject | None) -> None:
        """Select a thing, or nothing."""
        if subject != self._selection:
            self.finish_typing()
            self._selection = subject
            self.selectionChanged.emit(subject)

    def show(self, where: Subject | str) -> None:
        """Go to the page on which a thing is at home and select it there, or to a page by its key."""
        self.finish_typing()
        self.wanted.emit(where)

    def show_parts(self, whose: Subject, noun: str) -> None:
        """Go to a thing as `show` does, and there to its parts of a noun: to the nights of a guest."""
        self.finish_typing()
        self.partsWanted.emit(whose, noun)

    # What was done

    def steps(self, limit: int | None = None) -> list[Step]:
        """The changes of the file, the newest first, in the screen's language."""
        return [] if self._file is None else [step_of(step) for step in self._file.history(limit)]

    @property
    def next_undo(self) -> str:
        """What would be taken back, in words; empty if there is nothing, or nothing may be changed."""
        step = None if self._file is None or self._file.read_only else self._file.next_undo
        return "" if step is None else say(step.label)

    @property
    def next_redo(self) -> str:
        """What would be done again, in words; empty if there is nothing, or nothing may be changed."""
        step = None if self._file is None or self._file.read_only else self._file.next_redo
        return "" if step is None else say(step.label)

    @property
    def is_read_only(self) -> bool:
        """Whether the file may only be looked at."""
        return self._file is not None and self._file.read_only

    def status(self) -> tuple[str, datetime | None, datetime | None]:
        """For the status line: the file's name, when it was last changed, when it was last backed up."""
        if self._file is None:
            return "", None, None
        saved = self._file.saved_at
        return self._file.path.name, None if saved is None else saved.astimezone(), self._backed_up

    # Saying something

    def say(self, words: Message | PlannerError | str, *, tone: str = "grey", undo: bool = False) -> None:
        """Say a sentence in passing at the foot of the window, with a button to undo the last step if `undo`."""
        text = words if isinstance(words, str) else say(words)
        self.noticed.emit(Notice(text, tone, undo))
