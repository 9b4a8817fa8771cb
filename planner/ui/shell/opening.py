"""Opening planner files and closing them, and everything that can go wrong on the way, each with a way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.language import say, tr
from planner.model.message import Message, PlannerError
from planner.storage import SUFFIX, DamagedFile, PlannerFile, restore_damaged

if TYPE_CHECKING:
    from planner.ui.shell.workspace import Workspace

#: The endings of files that are forms or spreadsheets, to be read into the open visit.
SHEETS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".ics")

Way = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a file could not be opened."""

    path: Path
    error: PlannerError


class Opening(QObject):
    """What the File menu does. Trouble is shown as a banner over the page until it is solved or put away."""

    #: There is trouble, or none any more.
    troubled = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._window: QWidget | None = None
        self.trouble: Trouble | None = None

    def attach(self, window: QWidget) -> None:
        """The window over which dialogs stand."""
        self._window = window

    # Opening

    def path(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a file in place of the one that is open; True if that went well."""
        workspace = self._workspace
        here = workspace.file
        if here is not None and here.path.resolve() == path.resolve() and here.read_only == read_only:
            return True
        if here is not None and here.path.resolve() == path.resolve():
            workspace.take(None)
        try:
            file = PlannerFile.open(path, read_only=read_only)
        except PlannerError as error:
            self._set(Trouble(path, error))
            return False
        self._take(file)
        return True

    def _take(self, file: PlannerFile) -> None:
        self._set(None)
        self._workspace.settings.remember(file.path)
        if file.path.resolve() != self._workspace.settings.practice_path.resolve():
            self._workspace.settings.last_folder = file.path.parent
        self._workspace.take(file)

    def ask(self) -> None:
        """Ask for a file and open it."""
        folder = str(self._workspace.settings.last_folder)
        ours, everything = tr("Planner files"), tr("All files")
        kinds = f"{ours} (*{SUFFIX});;{everything} (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open a visit"), folder, kinds)
        if name:
            self.path(Path(name))

    def practice(self) -> None:
        """Open the practice visit, making it if this is the first time."""
        workspace = self._workspace
        path = workspace.settings.practice_path
        if path.exists():
            self.path(path)
            return
        from planner.commands.practice import make_practice

        path.parent.mkdir(parents=True, exist_ok=True)
        words = tr("Making the practice visit")
        workspace.jobs.start(words, make_practice, path, done=self.path, refused=self._refused)

    def new(self, details: Mapping[str, Any]) -> None:
        """Ask where a new visit is to be kept, and begin it there.

        Raises:
            PlannerError: The visit cannot be made like this; nothing was written.
        """
        name = f"{details['host'].name_en} {details['first_day'].year}{SUFFIX}"
        path = self._ask_where(tr("Keep the new visit as"), name)
        if path is None:
            return
        from planner.commands import visits

        if path.exists():
            # The dialog has asked already whether to replace it; the old file goes to the side, not away.
            path.replace(_free_name(path))
        self._take(PlannerFile.create(path, visits.start, **details))

    def _ask_where(self, title: str, name: str) -> Path | None:
        start = str(self._workspace.settings.last_folder / name)
        kinds = tr("Planner files")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, f"{kinds} (*{SUFFIX})")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def copy(self) -> None:
        """Ask for a name, save a copy of the open file under it, and go on with the copy."""
        file = self._workspace.file
        if file is None:
            return
        copy = tr("copy")
        path = self._ask_where(tr("Save a copy as"), f"{file.path.stem} {copy}{SUFFIX}")
        if path is None or path.resolve() == file.path.resolve():
            return
        from planner.storage import sqlite

        try:
            if path.exists():
                path.replace(_free_name(path))
            sqlite.copy(file.path, path)
        except (OSError, sqlite3.Error):
            self._workspace.say(tr("The copy could not be written to {folder}.", folder=path.parent), tone="wrong")
            return
        self.path(path)

    def close(self) -> None:
        """Close the open file. Everything is saved already."""
        self._set(None)
        self._workspace.take(None)

    def dropped(self, paths: list[Path]) -> None:
        """Files were dropped on the window: a planner file is opened, anything else goes to the import page."""
        planner_files = [path for path in paths if path.suffix.casefold() == SUFFIX]
        if planner_files:
            self.path(planner_files[0])
            return
        if self._workspace.plan is None:
            self._workspace.say(tr("Open or start a visit first; then drop the form again."), tone="check")
            return
        self._workspace.filesDropped.emit(paths)

    # Trouble

    def _set(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        self.troubled.emit()

    def put_away(self) -> None:
        """The user has read it."""
        self._set(None)

    def _refused(self, error: PlannerError) -> None:
        self._workspace.say(error, tone="wrong")

    def words(self) -> str:
        """What is wrong, or why the open file may only be looked at; empty if all is well."""
        if self.trouble is not None:
            return say(self.trouble.error)
        file = self._workspace.file
        reason = None if file is None else file.read_only_reason
        return "" if reason is None else say(Message.of("file-read-only", reason=reason))

    def ways(self) -> list[Way]:
        """What can be done about it."""
        trouble = self.trouble
        if trouble is None:
            return [(tr("Save a copy to work on…"), self.copy)]
        found: list[Way] = []
        if isinstance(trouble.error, DamagedFile) and trouble.error.backup is not None:
            found.append((tr("Go back to the backup"), self._restore))
        if trouble.error.code in ("file-in-use", "file-in-use-unknown"):
            found.append((tr("Open read-only"), lambda: self.path(trouble.path, read_only=True)))
            found.append((tr("Try again"), lambda: self.path(trouble.path)))
        found.append((tr("Open another file…"), self.ask))
        found.append((tr("Close"), self.put_away))
        return found

    def _restore(self) -> None:
        trouble = self.trouble
        if trouble is None or not isinstance(trouble.error, DamagedFile) or trouble.error.backup is None:
            return
        try:
            restore_damaged(trouble.path, trouble.error.backup)
        except PlannerError as error:
            self._set(Trouble(trouble.path, error))
            return
        self.path(trouble.path)


def _free_name(path: Path) -> Path:
    """A name beside a file that nothing has yet."""
    number = 1
    while (free := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return free
