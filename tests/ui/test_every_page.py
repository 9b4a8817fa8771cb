"""Each page of the window, in both languages: named, whole, reached by keys, dark where it is to be dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.language import set_screen_language
from planner.language.catalogue import catalogue
from planner.rules.finding import Subject
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.shell.places import further_places, places
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.theme.measures import SMALLEST_WINDOW
from planner.ui.widgets.table import Row
from planner.ui.widgets.tableview import Table
from planner.ui.widgets.text import Elided
from tests.prepared import copy_practice
from tests.ui.conftest import window_for_several
from tests.ui.cut import cut_in
from tests.ui.showing import settle

PAGES = [place.key for place in (*places(), *further_places())]
LEAVABLE = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)


def within(root: QWidget) -> Iterator[QWidget]:
    """Every widget of a window that can be seen."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QMenu):
            yield widget


def words_of(widget: QWidget) -> list[str]:
    """What a widget shows and says."""
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(place) for place in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        columns = range(model.columnCount() if isinstance(widget, QTableView) else 1)
        found += [str(model.headerData(c, Qt.Orientation.Horizontal) or "") for c in columns]
        found += [str(model.index(r, c).data() or "") for r in range(model.rowCount()) for c in columns]
    return [words for words in found if words]


class Watch(QObject):
    """Notes every window that appears while it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def __enter__(self) -> list[str]:
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        return self.opened

    def __exit__(self, *_: object) -> None:
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(repr(watched))
        return False


def come_to_rest(window: MainWindow) -> None:
    """Let what is worked out aside come in: it is told in the language that is the screen's then."""
    QTest.qWait(50)
    while window.workspace.jobs.running:
        QTest.qWait(5)


@dataclass(frozen=True)
class Opened:
    """A window whose language was changed before any page but the first was opened, and what opened on the way."""

    window: MainWindow
    on_the_way: list[str]


@pytest.fixture(scope="module", params=["en", "ja"])
def _opened(
    request: pytest.FixtureRequest, appearance: Appearance, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Opened]:
    """One window in each language on which every page of the practice visit has been opened: it is only looked at."""
    folder = tmp_path_factory.mktemp("pages")
    with window_for_several(appearance, folder, copy_practice(folder / "portland.shimai")) as window:
        window.resize(*SMALLEST_WINDOW)
        settle()
        with Watch() as on_the_way:
            window.change_language(request.param)
            for key in PAGES:
                window.frame.show_page(key)
                settle()
            come_to_rest(window)
        yield Opened(window, on_the_way)


@pytest.fixture
def opened(_opened: Opened, qtbot: QtBot) -> Iterator[Opened]:
    set_screen_language(_opened.window.workspace.settings.language)
    _opened.window.resize(*SMALLEST_WINDOW)
    qtbot.waitExposed(_opened.window)
    yield _opened
    while _opened.window.workspace.jobs.running:
        QTest.qWait(5)


in_english = pytest.mark.parametrize("_opened", ["en"], indirect=True)
in_japanese = pytest.mark.parametrize("_opened", ["ja"], indirect=True)


def test_every_page_opens_in_both_languages(opened: Opened) -> None:
    window = opened.window
    for key in PAGES:
        page = window.frame.show_page(key)
        settle()
        assert page.isVisible(), key
        assert page.title, key
        assert page.accessibleName() == page.title


@in_english
def test_every_control_is_named_for_screen_readers(opened: Opened) -> None:
    window = opened.window
    for key in PAGES:
        window.frame.show_page(key)
        settle()
        for widget in within(window):
            inside = widget.parentWidget()
            part = isinstance(inside, QAbstractItemView | QLineEdit | QComboBox)
            if isinstance(widget, LEAVABLE) and not part:
                assert widget.accessibleName() or getattr(widget, "text", str)(), (key, widget)


@in_japanese
def test_the_other_language_leaves_no_word_behind(opened: Opened) -> None:
    """No English sentence of the catalogue is seen on a Japanese screen, on any page, and none of ours is missing."""
    english = catalogue("ja")._catalog  # type: ignore[attr-defined]
    known = {
        text
        for key, ja in english.items()
        for text in [key[0] if isinstance(key, tuple) else key.rpartition("\x04")[2]]
        if text and ja and ja != text and "{" not in text and len(text) > 3
    }
    window = opened.window
    for key in PAGES:
        window.frame.show_page(key)
        window.frame.open_findings()
        settle()
        for widget in within(window):
            for words in words_of(widget):
                bare = words.replace("&", "").partition("  ")[0]
                assert bare not in known or bare in DATA, (key, type(widget).__name__, words)
    for action in window.actions_.all():
        assert action.text().replace("&", "") not in known, action.text()
    window.actions_["drawer"].trigger()


#: English words of the sample's own data and names that are the same in both languages.
DATA = {"Shimai", "English", "Portland", "Maine"}


def test_nothing_is_clipped_in_the_smallest_window(opened: Opened) -> None:
    window = opened.window
    for key in PAGES:
        window.frame.show_page(key)
        settle()
        assert (window.width(), window.height()) == SMALLEST_WINDOW, key
        for widget in within(window):
            if isinstance(widget, Elided) or not isinstance(widget, QLabel | QPushButton) or not widget.text():
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                assert widget.height() >= widget.heightForWidth(widget.width()), (key, widget.text())
                continue
            need = widget.minimumSizeHint()
            assert widget.width() >= need.width(), (key, widget.text(), widget.width(), need.width())
            assert widget.height() >= need.height(), (key, widget.text(), widget.height(), need.height())


@pytest.mark.parametrize("page", PAGES)
def test_every_word_is_read_whole(opened: Opened, qtbot: QtBot, page: str) -> None:
    window = opened.window
    frame = window.frame
    shown = frame.show_page(page)
    qtbot.waitUntil(lambda: not window.workspace.jobs.running, timeout=10_000)
    QApplication.processEvents()
    assert window.size().toTuple() == SMALLEST_WINDOW
    # Not of the frame as a whole: a page that is not shown settles for its room when it is.
    for part in (shown, frame.top_bar, frame.rail, frame.drawer, frame.status):
        if part.isVisible():
            least, size = part.minimumSizeHint(), part.size()
            assert (least.width() <= size.width(), least.height() <= size.height()) == (True, True), part
    assert list(cut_in(window.frame)) == []
    if inspect_first(window):
        qtbot.wait(10)
        assert list(cut_in(window.frame)) == []


@pytest.mark.parametrize("which", ["rooms", "cars"])
def test_the_lists_of_homestays_are_read_whole_beside_the_inspector(
    opened: Opened, qtbot: QtBot, which: str
) -> None:
    window = opened.window
    page = window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    page.look("list")
    page.lists.restore({"which": which})
    page.lists.drop_add()
    qtbot.wait(10)
    assert page.panel is not None
    assert list(cut_in(window.frame)) == []
    page.inspect(None)
    page.look("nights")


@pytest.mark.parametrize("noun", ["Interpreter", "Need"])
def test_the_lists_of_interpreting_are_read_whole_beside_the_inspector(
    opened: Opened, qtbot: QtBot, noun: str
) -> None:
    window = opened.window
    page = window.frame.show_page("interpreters")
    assert isinstance(page, InterpretersPage)
    assert window.workspace.plan is not None
    page.look("list")
    [first, *_] = {"Interpreter": window.workspace.plan.interpreters, "Need": window.workspace.plan.needs}[noun]
    page.select(Subject(noun, first.id))
    qtbot.wait(10)
    assert page.panel is not None
    assert list(cut_in(window.frame)) == []
    page.inspect(None)
    page.look("day")


def test_the_top_bar_keeps_both_clocks_whole_on_a_screen_smaller_than_the_smallest_window(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    window.resize(960, 540)
    qtbot.wait(10)
    assert window.width() == 960
    assert list(cut_in(window.frame.top_bar)) == []


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


@in_english
def test_no_page_and_no_inspector_opens_a_window_of_its_own_on_the_way(
    window: MainWindow, opened: Opened
) -> None:
    """A widget that is made visible before it is inside another flashes up as a window and takes the keyboard."""
    assert opened.on_the_way == []
    plan = window.workspace.plan
    assert plan is not None
    with Watch() as on_the_way:
        for record in (plan.members[0], plan.activities[0], plan.households[0], plan.interpreters[0], plan.places[0]):
            window.frame.go(Subject(type(record).__name__, record.id))
        settle()
    assert on_the_way == []


@in_english
def test_the_keyboard_reaches_every_control(qtbot: QtBot, opened: Opened) -> None:
    window = opened.window
    with qtbot.waitActive(window):
        window.activateWindow()
    for key in PAGES:
        window.frame.show_page(key)
        settle()
        wanted = {
            widget
            for widget in within(window)
            if isinstance(widget, LEAVABLE)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (isinstance(widget, QAbstractButton) and widget.group() is not None)
        }
        reached: set[QWidget] = set()
        start = None
        for _ in range(len(wanted) + 60):
            qtbot.keyClick(window, Qt.Key.Key_Tab)
            now = window.focusWidget()
            if now is None or now is start:
                break
            start = start or now
            reached.add(now)
        assert wanted <= reached, (key, [w.accessibleName() or w for w in wanted - reached])


@in_english
def test_dark_paints_every_page_without_a_word_in_the_colour_of_its_ground(
    opened: Opened
) -> None:
    window = opened.window
    window.choose_appearance("dark")
    for key in PAGES:
        window.frame.show_page(key)
        settle()
        image = window.grab().toImage()
        spots = product(range(0, image.width(), 40), range(40, image.height() - 40, 40))
        lightness = [image.pixelColor(*spot).lightness() for spot in spots]
        assert sorted(lightness)[len(lightness) // 2] < 60, key
    assert window.workspace.settings.appearance == "dark"
    window.choose_appearance("light")
