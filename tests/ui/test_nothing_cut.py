"""At the smallest window every word is read whole, on every page and in both languages.

Where a text may be cut, because nobody knows how long a title or a name will be, a tip has the whole.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.language import set_screen_language
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.homestays.tray import Tray
from planner.ui.shell.places import further_places, places
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.theme.measures import SMALLEST_WINDOW
from planner.ui.widgets.table import Row
from planner.ui.widgets.tableview import Table
from tests.prepared import copy_practice
from tests.ui.conftest import make_main_window, window_for_several
from tests.ui.painted import Painted, painted, tip_at, whole_text

PAGES = [place.key for place in (*places(), *further_places())]

#: Rounding, and the last letter's own side.
SLACK = 2.0


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_practice(tmp_path_factory.mktemp("practice") / "portland.shimai")


@pytest.fixture(scope="module", params=["en", "ja"])
def _small_window(
    request: pytest.FixtureRequest, appearance: Appearance, practice: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window in each language for all pages: they are only looked at."""
    folder = tmp_path_factory.mktemp("small")
    with window_for_several(appearance, folder, practice, request.param) as window:
        yield window


@pytest.fixture
def small_window(_small_window: MainWindow, qtbot: QtBot) -> MainWindow:
    set_screen_language(_small_window.workspace.settings.language)
    _small_window.resize(*SMALLEST_WINDOW)
    qtbot.waitExposed(_small_window)
    return _small_window


def cut_in(whole: QWidget) -> Iterator[str]:
    """Every text that is seen only in part and told whole nowhere."""
    for widget in whole.findChildren(QWidget):
        # The label of a tip is a widget too, and goes when the next one comes.
        if not isValid(widget) or widget.isWindow() or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        for text in painted(widget):
            if is_shortened(text, widget) and not is_told(text, widget):
                yield f"shortened, and no tip tells the whole: {named(widget)} “{text.text}”"
            elif is_clipped(text, widget):
                yield f"clipped: {named(widget)} “{text.text}” {text.rect} in {widget.size()}"


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} ({widget.accessibleName() or widget.objectName()})"


def is_shortened(text: Painted, widget: QWidget) -> bool:
    return "…" in text.text and text.text not in whole_text(widget)


def is_told(text: Painted, widget: QWidget) -> bool:
    tip = tip_at(widget, text.rect.center())
    return all(part.strip() in tip for part in text.text.split("…"))


def is_clipped(text: Painted, widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, QLineEdit | QHeaderView) or isinstance(parent, QPlainTextEdit | QHeaderView):
        return False  # what is typed may be longer than its field; the heads of a table scroll with it
    if isinstance(parent, QAbstractItemView) or isinstance(widget, QAbstractScrollArea):
        return False  # lines scroll in and out of sight
    room = QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if isinstance(parent, Tray):
        room.setTop(-1e6)  # cards scroll in and out of sight, but not sideways
        room.setBottom(1e6)
    return not room.contains(text.rect)


@pytest.mark.parametrize("page", PAGES)
def test_every_word_is_read_whole(small_window: MainWindow, qtbot: QtBot, page: str) -> None:
    small_window.frame.show_page(page)
    qtbot.waitUntil(lambda: not small_window.workspace.jobs.running, timeout=10_000)
    QApplication.processEvents()
    assert small_window.size().toTuple() == SMALLEST_WINDOW
    assert small_window.frame.minimumSizeHint().width() <= small_window.frame.width()
    assert small_window.frame.minimumSizeHint().height() <= small_window.frame.height()
    assert list(cut_in(small_window.frame)) == []
    if inspect_first(small_window):
        qtbot.wait(10)
        assert list(cut_in(small_window.frame)) == []


@pytest.mark.parametrize("which", ["rooms", "cars"])
def test_the_lists_of_homestays_are_read_whole_beside_the_inspector(
    small_window: MainWindow, qtbot: QtBot, which: str
) -> None:
    page = small_window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    page.look("list")
    page.lists.restore({"which": which})
    page.lists.drop_add()
    qtbot.wait(10)
    assert page.panel is not None
    assert list(cut_in(small_window.frame)) == []
    page.inspect(None)
    page.look("nights")


def test_the_top_bar_keeps_both_clocks_whole_on_a_screen_smaller_than_the_smallest_window(
    small_window: MainWindow, qtbot: QtBot
) -> None:
    small_window.resize(960, 540)
    qtbot.wait(10)
    assert small_window.width() == 960
    assert list(cut_in(small_window.frame.top_bar)) == []


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("page", "opened_before"), [("welcome", False), ("welcome", True), ("new", True)])
def test_every_word_is_read_whole_before_a_visit_is_open(
    qtbot: QtBot, settings: Settings, appearance: Appearance, practice: Path, page: str, opened_before: bool,
    language: str,
) -> None:  # fmt: skip
    set_screen_language(language)
    settings.language = language
    if opened_before:
        settings.remember(practice)
    window = make_main_window(qtbot, settings, appearance)
    window.resize(*SMALLEST_WINDOW)
    window.start(page)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(10)
    assert list(cut_in(window.frame)) == []


def inspect_first(window: MainWindow) -> bool:
    """Choose the first thing in a table of the page; False if there is none."""
    page = window.frame.page
    assert page is not None
    for table in page.findChildren(Table):
        for line, row in enumerate(table.table.shown):
            if isinstance(row, Row) and table.isVisible():
                table.setCurrentIndex(table.table.index(line, 0))
                return True
    return False


def test_a_text_that_is_cut_is_noticed(qtbot: QtBot) -> None:
    label = QLabel("Read whole")
    qtbot.addWidget(label)
    label.setFixedSize(label.sizeHint())
    assert not is_clipped(painted(label)[0], label)
    label.setFixedWidth(20)
    assert is_clipped(painted(label)[0], label)
