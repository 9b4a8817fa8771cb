"""The main window: its actions and menus, the frame inside it, and what happens when something is dropped on it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from planner.intake.pictures import is_picture_name
from planner.language import screen_language, set_screen_language, tr
from planner.rules.finding import Subject
from planner.ui.shell.actions import (
    ON_PAGE,
)
from planner.ui.shell.clocks import Ticker
from planner.ui.shell.dropveil import DropVeil
from planner.ui.shell.entries import entries
from planner.ui.shell.finder import Finder
from planner.ui.shell.frame import Frame
from planner.ui.shell.inspector import Panel
from planner.ui.shell.menus import Menus
from planner.ui.shell.translation import translate_qt
from planner.ui.shell.workspace import Workspace
from planner.ui.shell.zonenotice import is_moved, zone_banner
from planner.ui.theme import Appearance, Choice
from planner.ui.theme.measures import FIRST_WINDOW, SMALLEST_WINDOW
from planner.ui.widgets.focus import FocusRing
from planner.ui.widgets.notice import Banner

#: What a desktop draws around a window, in logical pixels: 8 is Windows' invisible frame, 40 the highest title bar.
_FRAME: Final = 8
_TITLE_BAR: Final = 40


class MainWindow(QMainWindow):
    """The one window. It owns no plan: that is the workspace's."""

    def __init__(self, workspace: Workspace, appearance: Appearance) -> None:
        super().__init__()
        self.workspace = workspace
        self._appearance = appearance
        #: With which words to open again, when the window closes only to change its size.
        self.opens_again: list[str] | None = None
        #: Whether the window closes: the pages let go of the file, and none is made to be shown in its place.
        self._leaves = False
        #: Whether changed zone data has moved events of the plan, as the banner says.
        self._zones_moved = False
        room = room_on(self.screen())
        self.setMinimumSize(room.boundedTo(QSize(*SMALLEST_WINDOW)))
        self.setAcceptDrops(True)
        workspace.open.attach(self)
        self._ring = FocusRing(self)
        self._veil = DropVeil(self)
        self._ticker = Ticker(self)
        self._ticker.ticked.connect(lambda: self.frame.tick())
        self._build()
        workspace.planChanged.connect(self._follow)
        workspace.selectionChanged.connect(self._allow)
        workspace.fileChanged.connect(self._file_changed)
        workspace.fileChanged.connect(self._leave_guide)
        workspace.open.troubled.connect(self._show_banner)
        workspace.languageWanted.connect(self.change_language)
        workspace.appearanceWanted.connect(self.choose_appearance)
        workspace.zoomWanted.connect(self.change_zoom)
        workspace.filesDropped.connect(self._hand_on)
        appearance.changed.connect(self.update)
        geometry = workspace.settings.geometry
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(room.boundedTo(QSize(*FIRST_WINDOW)))

    # Making it, in the screen's language

    def _build(self) -> None:
        self.menus = Menus(self)
        self.actions_ = self.menus.actions
        self.frame = Frame(self.workspace, self.actions_)
        self.frame.pageShown.connect(lambda _: self._allow())
        self.menus.fill(self.menuBar())
        self.frame.status.languageChosen.connect(self.change_language)
        self.frame.status.zoomChosen.connect(self.change_zoom)
        self.frame.top_bar.switcher.set_menu(self.menus.of_visits())
        self.setCentralWidget(self.frame)
        self.finder = Finder(self.frame, lambda: entries(self.workspace.plan, self.actions_))
        self.finder.chosen.connect(self._found)

    # Language, light, size

    def change_language(self, language: str) -> None:
        """Make everything anew in another language, showing what was shown."""
        if language == screen_language():
            return
        self.workspace.finish_typing()
        state = self.frame.state()
        set_screen_language(language)
        self.workspace.settings.language = language
        translate_qt(language)
        old_frame, old_actions = self.frame, self.actions_
        self.workspace.disconnect(old_frame)
        self._build()
        old_actions.deleteLater()
        old_frame.deleteLater()
        self.frame.restore(state)
        self._file_changed()
        self._follow()

    def choose_appearance(self, choice: Choice) -> None:
        """Light, dark or as the system is; kept for the next start."""
        self.workspace.settings.appearance = choice
        self._appearance.choose(choice)

    def change_zoom(self, percent: int) -> None:
        """Show everything in another size from now on: the window closes and opens again."""
        settings = self.workspace.settings
        if percent != settings.zoom:
            settings.zoom = percent
            file, page = self.workspace.file, self.frame.page
            self.opens_again = [] if file is None else [str(file.path)]
            if page is not None:
                self.opens_again += ["--page", page.KEY]
            self.close()

    # What is open

    def start(self, page: str = "") -> None:
        """Show a page of what is open, or the welcome page."""
        usual = "overview" if self.workspace.plan is not None else "welcome"
        self.frame.restore({"page": page or usual})
        self._file_changed()
        self._follow()

    def _allow(self, *_: object) -> None:
        """Enable what can be done now: in general, and on the page shown."""
        workspace, page = self.workspace, self.frame.page
        can_change = workspace.file is not None and not workspace.is_read_only
        on_page = {need: can_change and page is not None and page.can(need) for need in ON_PAGE}
        self.actions_.allow(
            plan=workspace.file is not None, change=can_change, undo=bool(workspace.next_undo),
            redo=bool(workspace.next_redo), **on_page,
        )  # fmt: skip

    def _follow(self, *_: object) -> None:
        """Enable what can be done now, and name the steps to undo and redo."""
        undo, redo = self.workspace.next_undo, self.workspace.next_redo
        self._allow()
        self.actions_["undo"].setText(tr("Undo: {step}", step=undo) if undo else tr("Undo"))
        self.actions_["redo"].setText(tr("Redo: {step}", step=redo) if redo else tr("Redo"))
        self.frame.passing.forget_undo()
        self._show_status()
        if self._zones_moved != is_moved(self.workspace):
            self._show_banner()

    def _file_changed(self) -> None:
        if self._leaves:
            return
        file = self.workspace.file
        name = "" if file is None else file.path.name
        self.setWindowTitle(f"{name} – Shimai" if name else "Shimai")
        self.setWindowFilePath("" if file is None else str(file.path))
        self._show_banner()
        if self.frame.page is not None:
            at_home = self.frame.page.KEY
            if file is None and at_home not in ("welcome", "new", "guide"):
                self.frame.show_page("welcome")
            elif file is not None and at_home in ("welcome", "new"):
                self.frame.show_page("overview")

    def _leave_guide(self) -> None:
        """Whoever opens another file while reading the guide wants to see it."""
        if self.workspace.file is not None and self.frame.page is not None and self.frame.page.KEY == "guide":
            self.frame.show_page("overview")

    def _show_status(self) -> None:
        self.frame.status.show_file(*self.workspace.status(), read_only=self.workspace.is_read_only)

    def _show_banner(self) -> None:
        opening = self.workspace.open
        words = opening.words()
        tone = "wrong" if opening.trouble is not None else "check"
        banner = Banner(words, tone, opening.ways()) if words else zone_banner(self.workspace, self._show_moved)
        self.frame.show_banner(banner)
        self._zones_moved = is_moved(self.workspace)

    def _show_moved(self, panel: Panel) -> None:
        self.frame.show_page("programme").inspect(panel)

    def _hand_on(self, paths: list[Path]) -> None:
        """Files were dropped: the page shown may take them, otherwise they are forms to import."""
        page = self.frame.page
        if page is None or not page.take_files(paths):
            self.frame.show_page("import").take_files(paths)

    def _found(self, target: object) -> None:
        if isinstance(target, QAction):
            target.trigger()
        elif isinstance(target, Subject):
            self.frame.go(target)

    # What is dropped, and the end

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = _files(event)
        # A picture is no form: whatever takes one, such as the place of a photo, takes it itself.
        if paths and not all(is_picture_name(path.name) for path in paths):
            event.acceptProposedAction()
            self._veil.show_for(paths, any_visit=self.workspace.plan is not None)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.workspace.open.dropped(paths)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._leaves = False
        self._ring.watch()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.workspace.settings.geometry = self.saveGeometry()
        self.workspace.settings.save()
        self.workspace.papers.close()
        self.workspace.jobs.close()
        self._leaves = True
        self.workspace.take(None)
        super().closeEvent(event)


def room_on(screen: QScreen) -> QSize:
    """How large a window may be there, inside its frame and title bar.

    A window that has not been shown has no frame to be measured; this leaves room for the widest in use.
    """
    return screen.availableSize() - QSize(2 * _FRAME, _TITLE_BAR + _FRAME)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
