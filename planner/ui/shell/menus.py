"""The menus of the window: what each deed does, and where it is listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QMenuBar

from planner.language import LANGUAGES, screen_language, tr
from planner.ui.crash import log_folder
from planner.ui.shell.about import AboutSheet, KeysSheet
from planner.ui.shell.actions import (
    EDIT,
    FILE,
    HELP,
    HOMESTAYS,
    INTERPRETERS,
    LINE,
    PROGRAMME,
    VIEW,
    VISIT,
    Actions,
    Deed,
    fill_menu,
)
from planner.ui.shell.places import all_faces
from planner.ui.shell.recent import fill_recent, fill_visits
from planner.ui.shell.settings import ZOOMS
from planner.ui.theme import colours

if TYPE_CHECKING:  # the window makes its menus
    from planner.ui.shell.window import MainWindow


class Menus:
    """The deeds of a window, in the screen's language, and the menus that list them.

    The frame and the finder of the window are made after them: they are asked for only when something is done.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.actions = Actions(window)
        self._make()

    def _make(self) -> None:
        for deeds, doings in ((FILE, self._file_doings()), (EDIT, self._edit_doings()),
                              (VISIT, self._visit_doings()), (VIEW, self._view_doings()), (HELP, self._help_doings())):
            for deed in deeds:
                if deed.key in doings:
                    self.actions.make(deed, doings[deed.key])
        for deed in (*PROGRAMME, *HOMESTAYS, *INTERPRETERS):
            if deed is not LINE:
                self.actions.make(deed, partial(self._do_on_page, deed.key), page_hears=True)
        for place in all_faces():
            deed = Deed(f"go-{place.key}", place.title, place.keys, place.icon, "plan")
            self.actions.make(deed, partial(self._go, place.key))

    # Where they are listed

    def fill(self, bar: QMenuBar) -> None:
        """List them in the menu bar."""
        bar.clear()
        self._recent = QMenu(self._window)
        self._recent.aboutToShow.connect(self._fill_recent)
        fill_menu(bar.addMenu(tr("&File")), FILE, self.actions, {"recent": self._recent})
        fill_menu(bar.addMenu(tr("&Edit")), EDIT, self.actions)
        fill_menu(bar.addMenu(tr("V&isit")), VISIT, self.actions)
        fill_menu(bar.addMenu(tr("&View")), VIEW, self.actions)
        go = bar.addMenu(tr("&Go"))
        for place in all_faces():
            go.addAction(self.actions[f"go-{place.key}"])
        go.addSeparator()
        go.addAction(self.actions["import"])
        fill_menu(bar.addMenu(tr("&Programme")), PROGRAMME, self.actions)
        fill_menu(bar.addMenu(tr("H&omestays")), HOMESTAYS, self.actions)
        fill_menu(bar.addMenu(tr("I&nterpreters")), INTERPRETERS, self.actions)
        fill_menu(bar.addMenu(tr("&Help")), HELP, self.actions)

    def _fill_recent(self) -> None:
        self._recent.clear()
        fill_recent(self._recent, self._window.workspace, self._window.workspace.open.path)

    def of_visits(self) -> QMenu:
        """Make what the visit switcher drops: files opened before, and the ways to another."""
        menu = QMenu(self._window.frame)

        def fill() -> None:
            menu.clear()
            fill_visits(menu, self._window.workspace)
            fill_recent(menu, self._window.workspace, self._window.workspace.open.path)
            menu.addSeparator()
            for key in ("new-here", "open", "new", "practice", "close"):
                menu.addAction(self.actions[key])

        menu.aboutToShow.connect(fill)
        return menu

    # What they do

    def _go(self, key: str) -> None:
        self._window.frame.go(key)

    def _begin(self, key: str, deed: str) -> None:
        self._window.frame.show_page(key).do(deed)

    def _do_on_page(self, key: str) -> None:
        if self._window.frame.page is not None:
            self._window.frame.page.do(key)

    def _file_doings(self) -> dict[str, Callable[[], object]]:
        opening = self._window.workspace.open
        return {
            "new": partial(self._begin, "new", "file"),
            "open": opening.ask,
            "practice": opening.practice,
            "import": lambda: self._window.frame.go("import"),
            "save-copy": opening.copy,
            "restore": lambda: self._window.frame.go("history"),
            "close": opening.close,
            "quit": self._window.close,
        }

    def _edit_doings(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self._window.workspace.undo,
            "redo": self._window.workspace.redo,
            "history": lambda: self._window.frame.go("history"),
            "search": lambda: self._window.finder.open(),
            "settings": lambda: self._window.frame.go("settings"),
        }

    def _visit_doings(self) -> dict[str, Callable[[], object]]:
        return {
            "new-here": partial(self._begin, "new", "here"),
            "shift": partial(self._begin, "programme", "shift"),
            "recall": partial(self._begin, "programme", "recall"),
        }

    def _view_doings(self) -> dict[str, Callable[[], object]]:
        return {
            "drawer": lambda: self._window.frame.toggle_drawer(),
            "inspector": lambda: self._window.frame.close_inspector(),
            "zoom-in": lambda: self._zoom_by(1),
            "zoom-out": lambda: self._zoom_by(-1),
            "zoom-reset": lambda: self._window.change_zoom(100),
            "language": self._other_language,
            "dark": self._other_light,
            "full-screen": self._toggle_full_screen,
        }

    def _help_doings(self) -> dict[str, Callable[[], object]]:
        return {
            "guide": self._help,
            "keys": lambda: KeysSheet(self._window, self.actions).open(),
            "log": _show_log,
            "about": lambda: AboutSheet(self._window).open(),
        }

    def _help(self) -> None:
        """Open the guide at the leaf that belongs to the page shown."""
        # Only now: most days nobody reads it.
        from planner.ui.pages.guide.page import GuidePage

        page = self._window.frame.page
        guide = self._window.frame.show_page("guide")
        assert isinstance(guide, GuidePage)
        guide.ask(guide.KEY if page is None else page.KEY)

    def _other_language(self) -> None:
        here = LANGUAGES.index(screen_language())
        self._window.change_language(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def _other_light(self) -> None:
        self._window.choose_appearance("light" if colours().dark else "dark")

    def _zoom_by(self, steps: int) -> None:
        here = ZOOMS.index(self._window.workspace.settings.zoom)
        self._window.change_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, here + steps))])

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _show_log() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))
