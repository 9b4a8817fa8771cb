"""Calendar files: who gets one, what they hold, what has changed since, and the e-mail each is sent with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid
from typing_extensions import override

from planner.calendars import THEIRS, MadeCalendar, Reader, make_calendars, readers_of
from planner.calendars.writing import save_into, save_together
from planner.commands import calendars
from planner.language import tr, trn
from planner.language.filenames import file_name
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.finding import Subject
from planner.ui.jobs import LastJob
from planner.ui.pages.papers.calendarlines import columns, rows_of, subject_of, tongues
from planner.ui.pages.papers.calendarpanel import CalendarPanel
from planner.ui.shell.folders import documents_folder
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import Combo
from planner.ui.widgets.tableview import Table

_SOON: Final = 3000
"""So many entries, of all calendars together, are compared by themselves after each change (some seconds in the
background); of a larger visit only the calendar that is chosen.
"""

_REST: Final = 300
"""Milliseconds without a change before calendars are compared."""


class CalendarsPage(Page):
    """Everybody who gets a calendar in one table; those marked, or all, are saved in one go and remembered as sent."""

    KEY: ClassVar[str] = "calendars"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Calendar files"))
        self.header.add_first(Button(tr("Papers"), lambda: workspace.show("papers"), icon_name="left"))
        self.language = Combo(high=28)
        self.language.setAccessibleName(tr("Language"))
        for choice, words in ((THEIRS, tr("Theirs")), *tongues().items()):
            self.language.addItem(words, choice)
        self.language.setToolTip(tr("Guests read that of the home city, host families that of the host city"))
        self.language.activated.connect(lambda _: self._choose_language())
        self.header.add(self.language)
        self.together = Button(tr("One ZIP file…"), self.ask_file, icon_name="save")
        self.save = Button("", self.ask_folder, look="primary", icon_name="calendar-out")
        self.header.add_right(self.together, self.save)
        self.table = Table(self.title, columns(), several=True)
        self.table.table.arrangement.grouped = True
        self.table.marked.connect(self._count)
        self.table.picked.connect(self._pick)
        self.body.addWidget(self.table, 1)
        self._readers: dict[Subject, Reader] = {}
        self._made: dict[str, MadeCalendar] = {}
        self._looking = LastJob()
        # Comparing waits until no further change comes at once: an edit must not wait for it.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look_again)
        self._panel: CalendarPanel | None = None

    # What is shown

    @override
    def show_plan(self, plan: Plan) -> None:
        self._readers = {subject_of(reader): reader for reader in readers_of(plan)}
        # What was found a moment ago stands until it is looked again: else the column would flicker with each change.
        there = {reader.recipient for reader in self._readers.values()}
        self._made = {recipient: one for recipient, one in self._made.items() if recipient in there}
        self._show(plan)
        self._rest.start()

    @property
    def is_ready(self) -> bool:
        """Say whether nothing is about to be compared nor under way."""
        return not self._rest.isActive() and self._looking.is_over

    def _look_again(self) -> None:
        """Compare all calendars, or, where these are too many, the one that is chosen."""
        plan = self.workspace.plan
        if plan is None:
            return
        entries = len(self._readers) * (len(plan.activities) + len(plan.journeys))
        chosen = self._panel.reader if self._panel is not None and self.panel is self._panel else None
        if entries <= _SOON:
            self._look(list(self._readers.values()))
            return
        self._made = {}
        self._show(plan)
        if chosen in self._readers.values():
            self._look([chosen])

    def _show(self, plan: Plan) -> None:
        self.table.show_rows(rows_of(plan, self._readers, self._made))
        self.table.group(True)
        self._count()
        self._refresh_panel(plan)

    def _look(self, readers: Sequence[Reader | None]) -> None:
        """Find out in the background what has changed for these; the window stays alive."""
        plan = self.workspace.plan
        if plan is None:
            return

        def looked(made: list[MadeCalendar]) -> None:
            # The page may have been made anew in another language meanwhile.
            if isValid(self) and self.workspace.plan is plan:
                self._made |= {one.reader.recipient: one for one in made}
                self._show(plan)

        work = _make(plan, [one for one in readers if one is not None], self.language.currentData())
        self._looking.put(self.workspace.jobs.start(tr("Comparing calendars"), work, done=looked))

    def _choose_language(self) -> None:
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)

    @property
    def chosen(self) -> list[Reader]:
        """Those marked; all if none is."""
        marked = [self._readers[subject] for subject in self.table.marked_subjects if subject in self._readers]
        return marked or list(self._readers.values())

    def _count(self) -> None:
        marked = len([subject for subject in self.table.marked_subjects if subject in self._readers])
        words = trn("Save {count} file…", "Save {count} files…", marked) if marked else tr("Save all…")
        self.save.setText(words)

    def _pick(self, subject: Subject) -> None:
        plan, reader = self.workspace.plan, self._readers.get(subject)
        if plan is None or reader is None:
            return
        if self._panel is None:
            self._panel = CalendarPanel(self.workspace)
            self._panel.homeAsked.connect(self.ask_for_home)
        self.inspect(self._panel)
        self._refresh_panel(plan, reader)
        if reader.recipient not in self._made and self._looking.is_over:
            self._look([reader])

    def _refresh_panel(self, plan: Plan, reader: Reader | None = None) -> None:
        if self._panel is None or self.panel is not self._panel:
            return
        reader = reader or self._panel.reader
        if reader is not None and reader in self._readers.values():
            self._panel.show_reader(plan, reader, self._made.get(reader.recipient))

    @override
    def select(self, subject: Subject) -> bool:
        return self.table.choose(subject)

    # Saving

    def ask_folder(self) -> None:
        """Let the user say into which folder the files go."""
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the calendar files"), str(documents_folder()))
        if name:
            self.save_files(Path(name))

    def ask_file(self) -> None:
        """Let the user say into which ZIP file they go."""
        suggested = documents_folder() / file_name(tr("Calendar files"), ending=".zip")
        name, _ = QFileDialog.getSaveFileName(self, tr("Save in one file"), str(suggested), tr("ZIP file (*.zip)"))
        if name:
            self.save_zip(Path(name))

    def ask_for_home(self) -> None:
        """Let the user say where the calendar goes for the family at home of the guest in the inspector."""
        reader = self._panel.reader if self._panel is not None else None
        if reader is None:
            return
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the calendar files"), str(documents_folder()))
        if name:
            self.save_files(Path(name), [replace(reader, at_home=True)])

    def save_files(self, folder: Path, readers: Sequence[Reader] | None = None) -> None:
        """Save the calendars of those chosen (or given) into a folder, and remember that they were sent."""
        self._save(lambda made: save_into(made, folder), folder, readers)

    def save_zip(self, path: Path) -> None:
        """Save the calendars of those chosen into one ZIP file, and remember that they were sent."""
        self._save(lambda made: save_together(made, path), path)

    def _save(
        self,
        deed: Callable[[list[MadeCalendar]], list[MadeCalendar]],
        where: Path,
        readers: Sequence[Reader] | None = None,
    ) -> None:
        plan, file = self.workspace.plan, self.workspace.file
        if plan is None:
            return
        make = _make(plan, readers or self.chosen, self.language.currentData())

        def work(progress: Progress) -> list[MadeCalendar]:
            return deed(make(progress))

        def saved(made: list[MadeCalendar]) -> None:
            self.workspace.run_late(file, calendars.remember, plan.visit.id, made)
            words = trn(
                "{count} calendar file saved in {folder}", "{count} calendar files saved in {folder}", len(made),
                folder=where,
            )  # fmt: skip
            self.workspace.say(words, tone="good")

        def refused(error: PlannerError) -> None:
            self.workspace.say(error, tone="wrong")

        self.workspace.jobs.start(tr("Writing calendar files"), work, done=saved, refused=refused)

    # Across a change of language

    @override
    def state(self) -> dict[str, Any]:
        return {"language": self.language.currentData(), "scroll": self.table.verticalScrollBar().value()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self.language.setCurrentIndex(self.language.findData(state["language"]))
        self.table.verticalScrollBar().setValue(state["scroll"])


def _make(plan: Plan, readers: Sequence[Reader], language: str) -> Callable[[Progress], list[MadeCalendar]]:
    """Give the work of making calendars, for the background."""
    stamp = dt.datetime.now(dt.UTC).replace(microsecond=0)

    def work(progress: Progress) -> list[MadeCalendar]:
        return make_calendars(plan, readers, language=language, stamp=stamp, progress=progress)

    return work
