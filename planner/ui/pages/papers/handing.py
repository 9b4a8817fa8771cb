"""Papers leave the program: onto a printer, into files, into the system's viewer; and what left is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from planner.commands import papers, printing
from planner.commands.printing import Made, Wanted
from planner.language import tr
from planner.language.filenames import file_name
from planner.model.kinds import PaperWay
from planner.model.message import PlannerError
from planner.ui.pages.papers import sending, work
from planner.ui.shell.folders import documents_folder
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.menus import drop


class HandingOut:
    """Does with papers what a button of their page asks; the work is done in the background and can be cancelled.

    What left is remembered in one step, whatever it was: undo forgets that it was handed out.
    """

    def __init__(self, page: QWidget, workspace: Workspace) -> None:
        self._page, self._workspace = page, workspace

    def ask_save(self, button: QWidget, wanted: Sequence[Wanted], suggested: str = "") -> None:
        """Let the user say where papers go: several into one file, or each into one of its own.

        `suggested` is a name for the file of a single paper.
        """
        if len(wanted) < 2:
            self.ask_one_file(wanted, suggested)
            return
        menu = QMenu(self._page)
        menu.addAction(tr("One file each, into a folder…")).triggered.connect(lambda: self.ask_folder(wanted))
        menu.addAction(tr("Everything in one file…")).triggered.connect(lambda: self.ask_one_file(wanted))
        drop(menu, button.mapToGlobal(QPoint(0, button.height())))

    def ask_one_file(self, wanted: Sequence[Wanted], suggested: str = "") -> None:
        """Let the user say which file the papers go into."""
        if not wanted:
            return
        file = documents_folder() / (suggested or file_name(tr("Papers")))
        name, _ = QFileDialog.getSaveFileName(self._page, tr("Save PDF"), str(file), tr("PDF (*.pdf)"))
        if name:
            path = Path(name)
            self.save_one(path if path.suffix.casefold() == ".pdf" else path.with_name(f"{path.name}.pdf"), wanted)

    def ask_folder(self, wanted: Sequence[Wanted]) -> None:
        """Let the user say into which folder the papers go, each in a file of its own."""
        name = QFileDialog.getExistingDirectory(self._page, tr("Folder for the papers"), str(documents_folder()))
        if name:
            self.save_each(Path(name), wanted)

    def save_one(self, path: Path, wanted: Sequence[Wanted]) -> None:
        """Save papers into one file."""
        self._hand_out(
            tr("Saving"), printing.save_one, wanted, path, PaperWay.SAVED,
            done=lambda: tr("Saved {file} in {folder}", file=path.name, folder=path.parent),
        )  # fmt: skip

    def save_each(self, folder: Path, wanted: Sequence[Wanted]) -> None:
        """Save papers into a folder, each in a file of its own."""
        self._hand_out(
            tr("Saving"), printing.save_each, wanted, folder, PaperWay.SAVED,
            done=lambda: tr("Saved in {folder}", folder=folder),
        )  # fmt: skip

    def ask_print(self, wanted: Sequence[Wanted]) -> None:
        """Print on a printer; the system's window begins with the sheet and the sides that these papers need."""
        if not wanted:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        sending.set_up(printer, wanted)
        dialog = QPrintDialog(printer, self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer, wanted)

    def print_on(self, printer: QPrinter, wanted: Sequence[Wanted]) -> None:
        """Print papers on a printer."""
        self._hand_out(
            tr("Printing"), sending.send, wanted, printer, PaperWay.PRINTED, done=lambda: tr("Sent to the printer")
        )

    def open_in_viewer(self, wanted: Sequence[Wanted]) -> None:
        """Open papers in the system's viewer, from where they can be printed too."""

        def opened(result: tuple[Path, list[Made]]) -> None:
            path, _ = result
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._workspace.say(tr("No program is there to open {file}.", file=path.name), tone="wrong")

        plan = self._workspace.plan
        if plan is not None and wanted:
            self._workspace.jobs.start(
                tr("Making the pages"), work.save_to_open, plan, list(wanted), done=opened, refused=self._refused
            )

    def _hand_out(
        self,
        title: str,
        deed: Callable[..., list[Made]],
        wanted: Sequence[Wanted],
        where: object,
        way: PaperWay,
        *,
        done: Callable[[], str],
    ) -> None:
        plan, file = self._workspace.plan, self._workspace.file
        if plan is None or not wanted:
            return

        def handed_out(made: list[Made]) -> None:
            self._workspace.run_late(file, papers.remember, plan.visit.id, [one.issued for one in made], way)
            self._workspace.say(done(), tone="good")

        self._workspace.jobs.start(title, deed, plan, list(wanted), where, done=handed_out, refused=self._refused)

    def _refused(self, error: PlannerError) -> None:
        self._workspace.say(error, tone="wrong")
