"""Real windows on no screen: the platform is chosen before Qt is loaded, the theme is put on once."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.language import set_screen_language
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.start import make_window
from planner.ui.theme import Appearance
from tests.prepared import put
from tests.ui.small_visit import begin


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture(autouse=True)
def _english_and_light(appearance: Appearance) -> Iterator[None]:
    set_screen_language("en")
    appearance.choose("light")
    yield
    set_screen_language("en")
    # Outside its event loop Qt keeps what is to be deleted later; a hundred dead windows make every test slow.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "window.ini")
    made.language = "en"
    made.appearance = "light"
    return made


@pytest.fixture
def visit_path(tmp_path: Path) -> Path:
    """The small visit as a file of one test."""
    return put(tmp_path / "portland.shimai", begin)


@contextmanager
def window_for_several(
    appearance: Appearance, folder: Path, visit: Path, language: str = "en"
) -> Iterator[MainWindow]:
    """One window for several tests: for those that only look, or whose changes are undone behind them."""
    set_screen_language(language)
    settings = Settings(folder / "window.ini")
    settings.language, settings.appearance = language, "light"
    window = make_window(settings, appearance)
    window.resize(1280, 800)
    assert window.workspace.open.path(visit)
    window.start()
    window.show()
    yield window
    window.close()
    window.deleteLater()


def make_main_window(qtbot: QtBot, settings: Settings, appearance: Appearance) -> MainWindow:
    window = make_window(settings, appearance)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    return window


def open_window(qtbot: QtBot, settings: Settings, appearance: Appearance, path: Path) -> MainWindow:
    """A window with a file open, to be seen."""
    window = make_main_window(qtbot, settings, appearance)
    assert window.workspace.open.path(path)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def empty_window(qtbot: QtBot, settings: Settings, appearance: Appearance) -> Iterator[MainWindow]:
    """The window with nothing open."""
    window = make_main_window(qtbot, settings, appearance)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def own_window(
    qtbot: QtBot, settings: Settings, appearance: Appearance, visit_path: Path
) -> Iterator[MainWindow]:
    """A window of one test with the small visit open: it may be closed, or change its language."""
    made = open_window(qtbot, settings, appearance, visit_path)
    yield made
    made.close()


@pytest.fixture
def window(own_window: MainWindow) -> MainWindow:
    """The window with the small visit open. A module whose tests go well with one window says so: `window_again`."""
    return own_window


@pytest.fixture(scope="module")
def beginning() -> Callable[[Path], Path]:
    """Puts at a path what the window of a module opens: the small visit. A module may have its own."""
    return lambda path: put(path, begin)


@pytest.fixture(scope="module")
def _module_window(
    appearance: Appearance, tmp_path_factory: pytest.TempPathFactory, beginning: Callable[[Path], Path]
) -> Iterator[MainWindow]:
    folder = tmp_path_factory.mktemp("window")
    with window_for_several(appearance, folder, beginning(folder / "portland.shimai")) as made:
        yield made


@pytest.fixture
def window_again(_module_window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """One window for a module, in English, on its first page; what a test did is undone behind it."""
    qtbot.waitExposed(_module_window)
    _module_window.activateWindow()
    _module_window.resize(1280, 800)
    workspace = _module_window.workspace
    assert workspace.file is not None
    path, last = workspace.file.path, workspace.file.next_undo
    _module_window.frame.close_inspector()
    _module_window.frame.drawer.open(False)
    _module_window.start()
    yield _module_window
    set_screen_language(workspace.settings.language)
    _module_window.change_language("en")
    workspace.finish_typing()
    if workspace.file is None or workspace.file.path != path:
        assert workspace.open.path(path)
    workspace.file.undo_back_to(last.id if last else 0)


@pytest.fixture
def window_with_fresh_pages(window_again: MainWindow) -> MainWindow:
    """One window for a module as well, whose pages are as they are first seen: nothing sorted, grouped or zoomed."""
    frame = window_again.frame
    for key, page in [(key, page) for key, page in frame._pages.items() if page is not frame.page]:
        del frame._pages[key]
        frame.stack.removeWidget(page)
        page.deleteLater()
    return window_again
