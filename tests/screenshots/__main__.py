"""Pictures of every page of the real window and of every printed paper, into build/screens/: how the look is judged.

    python -m tests.screenshots [page …]

Every page of the rail and beyond is found by itself; a page with a table is pictured a second time with its first
thing in the inspector. ``pictures`` are those of the guide, which go into docs/guide/pictures.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from planner.commands.practice import make_practice
from planner.language import set_screen_language
from planner.model.plan import Plan
from planner.storage import PlannerFile
from planner.ui.collecting import Collector
from planner.ui.shell.places import GUIDE, NEW, WELCOME, further_places, places
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.start import make_window
from planner.ui.theme import Appearance
from planner.ui.widgets.table import Row
from planner.ui.widgets.tableview import Table
from tests.prepared import copy_planned
from tests.screenshots.guide import WINDOW, pictures
from tests.screenshots.states import STATES

TARGET = Path("build") / "screens"
USUAL, LARGE = (1280, 800), (1920, 1080)


class Camera:
    """The real window on the practice visit, and where its pictures go."""

    def __init__(self, visit: Path, folder: Path, wanted: list[str]) -> None:
        self._visit, self._wanted = visit, wanted
        qInstallMessageHandler(_pass_on)
        app = QApplication.instance() or QApplication(["shimai"])
        assert isinstance(app, QApplication)
        self._app = app
        # As in the program: a collection that began on a job's thread would end widgets there.
        Collector(app)
        self._folder = folder
        self._appearance = Appearance(app, "light")

    def picture_all(self) -> None:
        """Both languages, light and dark; and once more, larger, in English and light."""
        for language, look in product(("en", "ja"), ("light", "dark")):
            self._round(language, look, USUAL, f"{language}-{look}")
        self._round("en", "light", LARGE, "en-light-1920")

    def picture_guide(self) -> None:
        """The pictures of the guide, in both languages."""
        for language in ("en", "ja"):
            window, visit = self._window(language, "light", WINDOW, f"guide-{language}")
            window.show()
            self._open(window, visit)
            for target in pictures(window, self._settle):
                sys.stdout.write(f"{target}\n")
            self._end(window)

    def _window(self, language: str, look: str, size: tuple[int, int], name: str) -> tuple[MainWindow, Path]:
        """A window as at the very first start, and a visit of its own: some pictures change it."""
        set_screen_language(language)
        settings = Settings(self._folder / f"{name}.ini")
        settings.language = language
        settings.appearance = "dark" if look == "dark" else "light"
        self._appearance.choose(settings.appearance)
        (self._folder / name).mkdir()
        visit = Path(shutil.copy(self._visit, self._folder / name / self._visit.name))
        window = make_window(settings, self._appearance)
        window.resize(*size)
        return window, visit

    @staticmethod
    def _open(window: MainWindow, visit: Path) -> None:
        if not window.workspace.open.path(visit):
            raise SystemExit(window.workspace.open.words())

    def _end(self, window: MainWindow) -> None:
        window.close()
        window.deleteLater()
        self._settle()

    def _round(self, language: str, look: str, size: tuple[int, int], name: str) -> None:
        window, visit = self._window(language, look, size, name)
        for place in (WELCOME, NEW):
            window.start(place.key)
            window.show()
            self._shoot(window, name, place.key)
        self._open(window, visit)
        for place in (*places(), *further_places(), GUIDE):
            window.frame.show_page(place.key)
            self._shoot(window, name, place.key)
            if self._inspect_first(window):
                self._shoot(window, name, f"{place.key}-inspector")
        window.frame.show_page("overview")
        window.actions_["search"].trigger()
        self._shoot(window, name, "search")
        window.finder.shut()
        for state, set_up in STATES:
            # One of them may have wanted another size.
            window.resize(*size)
            set_up(window)
            self._shoot(window, name, state)
            window.finder.shut()
            window.frame.drawer.open(False)
            window.frame.passing.forget_undo()
        window.workspace.open.close()
        self._shoot(window, name, "welcome-again")
        self._end(window)

    @staticmethod
    def _inspect_first(window: MainWindow) -> bool:
        """Choose the first thing of the page's table; True if the inspector opened."""
        page = window.frame.page
        tables = [] if page is None else [table for table in page.findChildren(Table) if table.isVisible()]
        for table in tables:
            for line, row in enumerate(table.table.shown):
                if isinstance(row, Row):
                    table.setCurrentIndex(table.table.index(line, 0))
                    return page is not None and page.panel is not None
        return False

    def _shoot(self, window: MainWindow, name: str, what: str) -> None:
        if self._wanted and not any(what.startswith(word) for word in self._wanted):
            return
        self._settle(window)
        target = TARGET / f"{what}-{name}.png"
        if not window.grab().save(str(target)):
            raise SystemExit(f"cannot write {target}")
        sys.stdout.write(f"{target}\n")

    def _settle(self, window: MainWindow | None = None) -> None:
        """Let everything be laid out and painted, and work in the background come to its end.

        Work may begin only after a short rest, and lead to more: it is over when nothing is under way nor about to be.
        """
        patience = time.monotonic() + 20
        quiet = 0
        while quiet < 4 and time.monotonic() < patience:
            self._app.processEvents()
            if window is not None and self._is_busy(window):
                quiet = 0
                time.sleep(0.01)
            else:
                quiet += 1

    @staticmethod
    def _is_busy(window: MainWindow) -> bool:
        page = window.frame.page
        resting = [] if page is None else page.findChildren(QTimer)
        return bool(window.workspace.jobs.running) or any(
            timer.isActive() and timer.isSingleShot() and timer.interval() < 1000 for timer in resting
        )


def _pass_on(kind: QtMsgType, _where: object, words: str) -> None:
    """Qt's own warnings are read, except that a window on no screen cannot be told its size."""
    if not words.startswith("This plugin does not support "):
        sys.stderr.write(f"{kind.name}: {words}\n")


def picture_papers(plan: Plan) -> Iterator[Path]:
    """Every page of every document that can be printed, in each of its languages and paper sizes."""
    from planner.papers.preview import Preview
    from tests.screenshots.papers import printed

    for name, pdf in printed(plan):
        with Preview(pdf) as preview:
            for number in range(len(preview)):
                picture = preview.picture(number, 1.5)
                yield _save(picture, TARGET / "papers" / f"{name}-{number + 1}.png")


def _save(picture: object, target: Path) -> Path:
    from PySide6.QtGui import QImage

    from planner.papers.preview import Picture

    assert isinstance(picture, Picture)
    image = QImage(picture.pixels, picture.width, picture.height, picture.row_bytes, QImage.Format.Format_RGB32)
    if not image.save(str(target)):
        raise SystemExit(f"cannot write {target}")
    return target


def main(wanted: list[str]) -> int:
    """Picture everything, or only what begins with one of these words.

    ``papers`` are the printed ones, ``pictures`` those of the guide, which go into docs/guide.
    """
    if not wanted:
        shutil.rmtree(TARGET, ignore_errors=True)
    (TARGET / "papers").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        visit = make_practice(Path(temporary) / "portland.shimai")
        if wanted != ["papers"]:
            camera = Camera(visit, Path(temporary), wanted)
            if wanted != ["pictures"]:
                camera.picture_all()
            if not wanted or "pictures" in wanted:
                camera.picture_guide()
        if not wanted or "papers" in wanted:
            # Families and interpreters get papers once guests are paired and needs assigned.
            with PlannerFile.open(copy_planned(Path(temporary) / "planned.shimai"), read_only=True) as file:
                for target in picture_papers(file.plan):
                    sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
