"""Papers: for whom at the left, the real pages at the right, and what to do with them at their foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.commands import papers, printing
from planner.commands.holes import holes_of
from planner.commands.printing import Made, Wanted
from planner.language import say, screen_language, tr, trn
from planner.language.names import household_sort_key, sort_key
from planner.language.readers import name_of
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.model.households import Household
from planner.model.kinds import PaperSize, PaperWay
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.model.readers import Reader, whom
from planner.model.visits import PaperIssue
from planner.papers.catalogue import documents, reader_with, readers_of
from planner.papers.document import Document
from planner.papers.options import BOTH, ENGLISH, JAPANESE
from planner.rules.finding import Subject
from planner.ui.jobs import Job
from planner.ui.pages.papers import work
from planner.ui.pages.papers.pageview import PageView
from planner.ui.pages.papers.recipients import Recipient, RecipientList
from planner.ui.pages.papers.states import state_words
from planner.ui.pages.papers.work import Shown
from planner.ui.shell.folders import documents_folder
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row, rule, surface
from planner.ui.widgets.buttons import Button, Segmented
from planner.ui.widgets.choices import CheckBox, Combo
from planner.ui.widgets.notice import Banner
from planner.ui.widgets.text import Elided, Text

_SIDE = 380

#: How long the choice must rest before its pages are made (ms): arrow keys run through many names.
_REST = 180


class PapersPage(Page):
    """One kind of paper at a time, for one to look at and any number to print."""

    KEY: ClassVar[str] = "papers"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Papers"))
        language = screen_language()
        self._documents = documents()
        self._document = Combo(high=28)
        self._document.setAccessibleName(tr("Document"))
        self._document.addItems([speaker(language).words(each.label) for each in self._documents])
        self._language = Segmented(
            tr("Language"),
            [(ENGLISH, tr("English")), (JAPANESE, tr("Japanese")), (BOTH, tr("Both"))],
            start=language,
        )
        self._paper = Segmented(tr("Paper"), [(size.value, term(size)) for size in PaperSize])
        self._calendars = Button(tr("Calendar files"), lambda: workspace.show("calendars"), icon_name="calendar-out")
        self.header.add(self._document, self._language, self._paper)
        issued = Button(tr("Issued papers"), lambda: workspace.show("issued"), icon_name="history")
        words = Button(tr("Words on papers"), lambda: workspace.show("wordings"), icon_name="edit")
        self.header.add_right(words, issued, self._calendars)

        self.recipients = RecipientList()
        self._everyone = CheckBox(tr("Everyone"))
        self._everyone.clicked.connect(self._tick_everyone)
        self._count = Text("", "small", "text2")
        self.view = PageView(workspace.jobs)
        self._title = Elided("", "heading")
        self._version = Text("", "small", "text2")
        self._holes = QVBoxLayout()
        self._holes.setSpacing(0)
        self._print = Button(tr("Print…"), self.ask_print, look="primary", icon_name="print")
        self._save = Button(tr("Save PDF…"), self._ask_save, icon_name="save")
        self._open = Button(
            tr("Open PDF"), self.open_in_viewer, icon_name="open", tip=tr("Open in the viewer of this computer")
        )
        self.body.addLayout(self._lay_out(), 1)

        self._shown: Shown | None = None
        self._job: Job | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self.recipients.picked.connect(lambda _: self._look_soon())
        self.recipients.ticksChanged.connect(self._settle)
        self._language.chosen.connect(lambda _: self._look_now())
        self._paper.chosen.connect(lambda _: self._look_now())
        self._document.activated.connect(lambda _: self._look_now())
        self.workspace.fileChanged.connect(self._put_away)
        self._paper_chosen = False
        self._paper.chosen.connect(lambda _: setattr(self, "_paper_chosen", True))

    def _lay_out(self) -> Any:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        head = row(self._everyone, STRETCH, self._count, gap=8, margins=(16, 8, 12, 8))
        side.setLayout(column(head, rule(), self.recipients, gap=0))
        over = surface("panel", column(row(self._title, STRETCH, self._version), gap=2, margins=(16, 10, 16, 10)))
        first = row(self._print, self._save, self._open, gap=8)
        foot = surface("panel", row(first, 16, self.view.bar, gap=8, margins=(16, 10, 12, 10)))
        right = column(over, rule(), self._holes, gap=0)
        right.addWidget(self.view, 1)
        right.addWidget(rule())
        right.addWidget(foot)
        whole = row(side, rule(vertical=True), gap=0)
        whole.addLayout(right, 1)
        return whole

    # What is shown

    def _put_away(self) -> None:
        """Another file, or none: what is shown belongs to the one before."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = self._shown = None
        self.view.show_paper(None)

    @override
    def show_plan(self, plan: Plan) -> None:
        if not self._paper_chosen:
            self._paper.choose(plan.visit.paper.value)
        self.recipients.show_recipients(list(self._recipients(plan)))
        self._settle()
        self._look_soon()

    def _recipients(self, plan: Plan) -> Iterator[Recipient]:
        language = screen_language()
        other = "en" if language == "ja" else "ja"
        last: dict[str, PaperIssue] = {}
        for issue in plan.visit.papers:
            before = last.get(issue.recipient, issue)
            if issue.document == self._code and issue.issued_at >= before.issued_at:
                last[issue.recipient] = issue

        def note(uid: str) -> str:
            return state_words(last[uid]) if uid in last else tr("not yet")

        named = [reader for reader in readers_of(plan, self._kind) if reader.uid]
        for reader in readers_of(plan, self._kind):
            if not reader.uid:
                yield Recipient(reader.recipient or None, name_of(plan, reader, language), note=note(reader.recipient))
        if named:
            yield Recipient(None, tr("Each in their own"), head=True)
        for reader in sorted(named, key=lambda one: self._order(plan, one, language)):
            name, second = name_of(plan, reader, language), name_of(plan, reader, other)
            yield Recipient(reader.recipient, name, second if second != name else "", note(reader.recipient))

    def _order(self, plan: Plan, reader: Reader, language: str) -> Any:
        one = whom(plan, reader)
        if isinstance(one, Household):
            return household_sort_key(one, language)
        return sort_key(one.person, language) if one is not None else ()

    @property
    def _kind(self) -> Document:
        return self._documents[max(0, self._document.currentIndex())]

    @property
    def _code(self) -> str:
        return self._kind.code

    def _wanted(self, plan: Plan, recipient: str | None) -> Wanted:
        reader = reader_with(plan, self._kind, recipient or "")
        return Wanted(self._code, reader, self._language.choice, self._paper.choice)

    def _all_wanted(self, plan: Plan) -> list[Wanted]:
        """What the buttons act on: everybody ticked, or else the paper that is looked at."""
        ticked = self.recipients.ticked
        return [self._wanted(plan, one) for one in (ticked or [self.recipients.chosen])]

    def _settle(self) -> None:
        ticked, members = self.recipients.ticked, self.recipients.members
        all_ticked = bool(members) and set(members) <= set(ticked)
        self._everyone.setChecked(all_ticked)
        self._everyone.setEnabled(bool(members))
        count = len(ticked)
        self._count.setText(
            trn("{count} paper ticked", "{count} papers ticked", count) if count else tr("the one shown")
        )
        words = trn("Print {count} paper…", "Print {count} papers…", count) if count > 1 else tr("Print…")
        self._print.setText(words)
        self._print.setAccessibleName(words)

    def _tick_everyone(self, on: bool) -> None:
        group = [uid for uid in self.recipients.ticked if uid is None]
        self.recipients.tick([*group, *self.recipients.members] if on else group)

    # Looking at it

    def _look_soon(self) -> None:
        self._rest.start()

    def _look_now(self) -> None:
        self._rest.stop()
        plan = self.workspace.plan
        if plan is not None:
            self.recipients.show_recipients(list(self._recipients(plan)))
        self._look()

    def _look(self) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        if self._job is not None:
            self._job.cancel()
        wanted = self._wanted(plan, self.recipients.chosen)
        job = self.workspace.jobs.start(tr("Making the pages"), work.look, plan, wanted, self.devicePixelRatioF())
        self._job = job

        def done(shown: Shown) -> None:
            # The page may have been made anew in another language meanwhile.
            if not isValid(self) or self._job is not job:
                shown.preview.close()
                return
            self._job = None
            self._show(plan, wanted, shown)

        def refused(error: PlannerError) -> None:
            if isValid(self) and self._job is job:
                self._job = None
                self.workspace.say(error, tone="wrong")

        job.done.connect(done)
        job.refused.connect(refused)

    def _show(self, plan: Plan, wanted: Wanted, shown: Shown) -> None:
        self._shown = shown
        self.view.show_paper(shown)
        self._title.setText(self._name_of(plan, wanted))
        version = printing.next_version(plan, wanted)
        pages = trn("{count} page", "{count} pages", self.view.pages)
        self._version.setText(tr("Version {version}, {pages}", version=version, pages=pages))
        clear(self._holes)
        for hole in holes_of(plan, shown.printed.missing):
            actions = []
            if hole.subject is not None:
                actions.append((tr("Go there"), partial(self.workspace.show, hole.subject)))
            self._holes.addWidget(Banner(say(hole.message), "check", actions))
        for note in shown.printed.notes:
            self._holes.addWidget(Banner(say(note), "check", []))

    def _name_of(self, plan: Plan, wanted: Wanted) -> str:
        document = self._document.currentText()
        whose = name_of(plan, wanted.reader, screen_language())
        return tr("{document}, {whose}", document=document, whose=whose)

    @property
    def is_ready(self) -> bool:
        """Whether the pages of the paper asked for stand there."""
        return self._job is None and not self._rest.isActive() and self.view.is_drawn

    # Handing it out

    def _ask_save(self) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        if len(self._all_wanted(plan)) == 1:
            self.ask_one_file()
            return
        menu = QMenu(self)
        menu.addAction(tr("One file each, into a folder…")).triggered.connect(lambda: self.ask_folder())
        menu.addAction(tr("Everything in one file…")).triggered.connect(lambda: self.ask_one_file())
        menu.popup(self._save.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def ask_one_file(self) -> None:
        """Let the user say which file the papers go into."""
        plan = self.workspace.plan
        if plan is None:
            return
        wanted = self._all_wanted(plan)
        one = (
            len(wanted) == 1
            and self._shown is not None
            and (wanted[0].reader.recipient or None) == self.recipients.chosen
        )
        suggested = self._shown.printed.file_name if one and self._shown else f"{self._document.currentText()}.pdf"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save PDF"), str(documents_folder() / suggested), tr("PDF (*.pdf)")
        )
        if name:
            path = Path(name)
            self.save_one(path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def ask_folder(self) -> None:
        """Let the user say into which folder the papers go, each in a file of its own."""
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the papers"), str(documents_folder()))
        if name:
            self.save_each(Path(name))

    def save_one(self, path: Path) -> None:
        """Save the papers into one file."""
        self._hand_out(
            tr("Saving"), printing.save_one, path, PaperWay.SAVED,
            done=lambda: tr("Saved {file} in {folder}", file=path.name, folder=path.parent),
        )  # fmt: skip

    def save_each(self, folder: Path) -> None:
        """Save the papers into a folder."""
        self._hand_out(
            tr("Saving"), printing.save_each, folder, PaperWay.SAVED,
            done=lambda: tr("Saved in {folder}", folder=folder),
        )  # fmt: skip

    def ask_print(self) -> None:
        """Print on a printer; where the system has none, open the pages in its viewer."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the papers on a printer."""
        self._hand_out(tr("Printing"), work.send, printer, PaperWay.PRINTED, done=lambda: tr("Sent to the printer"))

    def open_in_viewer(self) -> None:
        """Open the papers in the system's viewer, from where they can be printed too."""

        def opened(result: tuple[Path, list[Made]]) -> None:
            path, _ = result
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.workspace.say(tr("No program is there to open {file}.", file=path.name), tone="wrong")

        plan = self.workspace.plan
        if plan is not None:
            self.workspace.jobs.start(
                tr("Making the pages"), work.save_to_open, plan, self._all_wanted(plan),
                done=opened, refused=self._refused,
            )  # fmt: skip

    def _hand_out(
        self, title: str, deed: Callable[..., list[Made]], where: object, way: PaperWay, *, done: Callable[[], str]
    ) -> None:
        plan = self.workspace.plan
        if plan is None:
            return

        def handed_out(made: list[Made]) -> None:
            if not self.workspace.is_read_only:
                self.workspace.run(papers.remember, plan.visit.id, [one.issued for one in made], way)
            self.workspace.say(done(), tone="good")

        self.workspace.jobs.start(
            title, deed, plan, self._all_wanted(plan), where, done=handed_out, refused=self._refused
        )

    def _refused(self, error: PlannerError) -> None:
        self.workspace.say(error, tone="wrong")

    # Finding one's way back

    @override
    def select(self, subject: Subject) -> bool:
        plan = self.workspace.plan
        if plan is None or subject.noun != "PaperIssue":
            return False
        issue = next((each for each in plan.visit.papers if each.id == subject.id), None)
        found = issue is not None and self.recipients.choose(issue.recipient or None)
        if found:
            self._look_soon()
        return found

    @override
    def state(self) -> dict[str, Any]:
        return {
            "document": self._document.currentIndex(),
            "language": self._language.choice,
            "paper": self._paper.choice,
            "paper_chosen": self._paper_chosen,
            "chosen": self.recipients.chosen,
            "ticked": self.recipients.ticked,
            "page": self.view.page,
            "zoom": self.view.zoom,
        }

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._document.setCurrentIndex(state["document"])
        self._language.choose(state["language"])
        self._paper.choose(state["paper"])
        self._paper_chosen = state["paper_chosen"]
        self.recipients.choose(state["chosen"])
        self.recipients.tick(state["ticked"])
        self.view.open_at(state["page"], state["zoom"])
        self._look_soon()
