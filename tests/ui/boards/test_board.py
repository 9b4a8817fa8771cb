"""The time board in the real window: what is chosen by mouse and keys, opened, added and removed; its ways to look."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.clock import WallTime
from planner.model.programme import Activity
from planner.rules.finding import Subject
from planner.ui.boards.time.places import ZOOMS
from planner.ui.inspector import RecordPanel
from planner.ui.pages.programme.adding import AddEventPanel
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.pages.programme.timeboard import ProgrammeBoard
from planner.ui.pages.programme.viewing import Viewer
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.lettering import wide_of
from tests.ui.showing import plan_of
from tests.ui.small_visit import FIRST, NEW_YORK

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(window_with_fresh_pages: MainWindow) -> MainWindow:
    """One window for all of these, each time with the board as it is first seen."""
    window_with_fresh_pages.workspace.settings.programme_view = "visit"
    return window_with_fresh_pages


@pytest.fixture
def page(window: MainWindow) -> ProgrammePage:
    return programme_of(window)


def programme_of(window: MainWindow) -> ProgrammePage:
    found = window.frame.show_page("programme")
    assert isinstance(found, ProgrammePage)
    return found


def key_of(page: ProgrammePage, title: str) -> Subject:
    plan = plan_of(page)
    titles = {Subject("Activity", one.id): one.title_en for one in plan.activities}
    titles |= {Subject("Journey", one.id): one.title_en for one in plan.journeys}
    return next(key for key, words in titles.items() if words.startswith(title))


def click(board: ProgrammeBoard, key: Subject, held: Qt.KeyboardModifier = NONE) -> None:
    board.scroll_to(key)
    spot = board.rects_of(key)[0].center()
    assert board.card_at(spot) is not None
    QTest.mouseClick(board.viewport(), LEFT, held, spot.toPoint())


def at(board: ProgrammeBoard, day: int, hour: int, minute: int = 0) -> QPointF:
    """The middle of a day's column at a time."""
    spot = board.place_of(WallTime(dt.date(2027, 7, day), dt.time(hour, minute), NEW_YORK))
    assert spot is not None
    return spot + QPointF(board.scale.column_width / 2, 0)


def press(board: ProgrammeBoard, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(board, key, held)


def test_a_click_chooses_a_card_and_opens_the_inspector(page: ProgrammePage) -> None:
    game = key_of(page, "Game 1")
    click(page.board, game)
    assert page.board.chosen == game
    assert page.board.selection.marked == {game}
    assert isinstance(page.panel, RecordPanel)
    assert page.panel.title == "Game 1 vs Portland Parks & Rec"


def test_control_marks_one_more_and_shift_all_between(page: ProgrammePage) -> None:
    board = page.board
    game, call, tour = (key_of(page, words) for words in ("Game 1", "Courtesy call", "State House"))
    click(board, game)
    click(board, tour, CONTROL)
    assert board.selection.marked == {game, tour}
    click(board, tour, CONTROL)
    assert board.selection.marked == {game}
    click(board, game)
    click(board, tour, SHIFT)
    assert board.selection.marked == {game, call, key_of(page, "Day with host"), tour}
    # A plain click within what is marked leaves that card alone.
    click(board, call)
    assert board.selection.marked == {call}


def test_a_rubber_band_marks_what_it_touches(page: ProgrammePage) -> None:
    board = page.board
    # Straight down: a band needs no width.
    begins, ends = at(board, 23, 9, 30).toPoint(), at(board, 23, 16, 30).toPoint()
    QTest.mousePress(board.viewport(), LEFT, SHIFT, begins)
    QTest.mouseMove(board.viewport(), ends)
    QTest.mouseRelease(board.viewport(), LEFT, SHIFT, ends)
    assert board.selection.marked == {key_of(page, "Game 1"), key_of(page, "Courtesy call")}
    empty = at(board, 24, 9, 30).toPoint()
    QTest.mouseClick(board.viewport(), LEFT, NONE, empty)
    assert board.selection.marked == frozenset()


def test_arrows_go_in_time_and_across_days(page: ProgrammePage) -> None:
    board = page.board
    game, call, tour = (key_of(page, words) for words in ("Game 1", "Courtesy call", "State House"))
    click(board, game)
    press(board, Qt.Key.Key_Down)
    assert board.chosen == call
    # A screen reader is told all of the card.
    assert "Courtesy call on the Mayor" in board.accessibleDescription()
    assert "no interpreter" in board.accessibleDescription()
    press(board, Qt.Key.Key_Up)
    assert board.chosen == game
    press(board, Qt.Key.Key_Right)
    assert board.chosen == key_of(page, "Day with host")
    press(board, Qt.Key.Key_Right)
    assert board.chosen == tour
    press(board, Qt.Key.Key_Up, SHIFT)
    assert board.selection.marked == {tour, key_of(page, "Day with host")}
    press(board, Qt.Key.Key_End)
    assert board.chosen == key_of(page, "NH109")
    press(board, Qt.Key.Key_Down)
    assert board.chosen == key_of(page, "NH109")


def test_enter_goes_on_into_the_inspector(qtbot: QtBot, page: ProgrammePage) -> None:
    click(page.board, key_of(page, "Japan Night"))
    page.board.setFocus()
    press(page.board, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.board.hasFocus())
    focused, panel = page.window().focusWidget(), page.panel
    assert isinstance(focused, QWidget)
    assert isinstance(panel, RecordPanel)
    assert panel.isAncestorOf(focused)


def test_delete_removes_one_and_says_so(page: ProgrammePage) -> None:
    game = key_of(page, "Game 1")
    count = len(plan_of(page).activities)
    click(page.board, game)
    press(page.board, Qt.Key.Key_Delete)
    assert len(plan_of(page).activities) == count - 1
    assert page.board.chosen is None
    page.workspace.undo()
    assert key_of(page, "Game 1") == game


def test_several_are_removed_and_brought_back_in_one_step(page: ProgrammePage) -> None:
    board = page.board
    before = [len(plan_of(page).activities), len(plan_of(page).journeys)]
    click(board, key_of(page, "Game 1"))
    click(board, key_of(page, "Courtesy call"), CONTROL)
    click(board, key_of(page, "B6 1308"), CONTROL)
    press(board, Qt.Key.Key_Delete)
    assert [len(plan_of(page).activities), len(plan_of(page).journeys)] == [before[0] - 2, before[1] - 1]
    assert page.workspace.next_undo == "Remove 3 events"
    page.workspace.undo()
    assert [len(plan_of(page).activities), len(plan_of(page).journeys)] == before


@pytest.mark.parametrize(
    ("spot", "ends"),
    [((24, 13, 15), (None, dt.time(14, 15))), ((24, 23, 30), (dt.date(2027, 7, 25), dt.time(0, 30)))],
)
def test_a_double_click_begins_to_add_an_hour_there(
    page: ProgrammePage, spot: tuple[int, int, int], ends: tuple[dt.date | None, dt.time]
) -> None:
    board = page.board
    before = {one.id for one in plan_of(page).activities}
    if spot[1] > 20:
        board.verticalScrollBar().setValue(board.verticalScrollBar().maximum())
    QTest.mouseDClick(board.viewport(), LEFT, NONE, at(board, *spot).toPoint())
    # Nothing is there before it has a name.
    assert len(plan_of(page).activities) == len(before)
    panel = page.panel
    assert isinstance(panel, AddEventPanel)
    panel[Activity]["title_en"].show_value("Tea")
    panel.button.click()
    [made] = [one for one in plan_of(page).activities if one.id not in before]
    assert (made.starts_on, made.starts_at) == (dt.date(2027, 7, 24), dt.time(*spot[1:]))
    assert (made.ends_on, made.ends_at) == ends
    assert board.chosen == Subject("Activity", made.id)


def test_the_head_of_a_day_leads_to_that_day_alone(page: ProgrammePage) -> None:
    board = page.board
    spot = QPoint(round(at(board, 23, 9).x() - board.scale.column_width / 3), 12)
    QTest.mouseClick(board.viewport(), LEFT, NONE, spot)
    assert page.face == "day"
    assert [column.day for column in board.scale.columns] == [dt.date(2027, 7, 23)]
    page.controls.later.click()
    assert [column.day for column in board.scale.columns] == [dt.date(2027, 7, 24)]


def test_one_person_is_shown_what_they_take_part_in(page: ProgrammePage) -> None:
    page.controls.switch.chosen.emit("person")
    in_squad, other = plan_of(page).members[:2]
    for member, plays in ((in_squad, True), (other, False)):
        page.controls.viewerAsked.emit(Viewer("Member", member.id))
        shown = set(page.board.layout_.order)
        assert key_of(page, "Courtesy call") in shown
        assert (key_of(page, "Game 1") in shown) == plays


def test_zoom_stays_between_its_ends_and_keeps_the_middle(page: ProgrammePage) -> None:
    board = page.board
    board.setFocus()
    click(board, key_of(page, "Game 1"))
    for _ in ZOOMS:
        press(board, Qt.Key.Key_Plus)
    assert board.zoom == len(ZOOMS) - 1
    assert not page.board.larger.isEnabled()
    for _ in ZOOMS:
        press(board, Qt.Key.Key_Minus)
    assert board.zoom == 0
    # The lowest shows every day.
    assert board.scale.width <= board.view.grid.width() + 1
    press(board, Qt.Key.Key_0)
    assert ZOOMS[board.zoom] == 1.0


@pytest.mark.parametrize(("language", "words"), [("en", "Fri 23"), ("ja", "23 (金)")])
def test_a_narrow_column_still_says_its_day(qtbot: QtBot, window: MainWindow, language: str, words: str) -> None:
    window.change_language(language)
    board = programme_of(window).board
    board.set_zoom(0)
    head = board.layout_.heads[1]
    assert head.title_short == words
    # Once the new page is laid out, it stands whole between the paddings of a head.
    qtbot.waitUntil(lambda: wide_of(words, "text", bold=True) <= board.scale.column_width - 16, timeout=2000)


@pytest.mark.parametrize("view", ["day", "visit", "person", "list"])
def test_views_are_kept_over_a_change_of_language(window: MainWindow, view: str) -> None:
    page = programme_of(window)
    call = key_of(page, "Courtesy call")
    assert page.select(call)
    page.controls.switch.chosen.emit(view)
    assert page.face == view
    shown = [column.day for column in page.board.scale.columns]
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, ProgrammePage)
    assert again is not page
    assert again.face == view
    assert again.chosen == call
    if view != "list":
        assert [column.day for column in again.board.scale.columns] == shown
        assert "市長表敬訪問" in again.board.words_of(call)


def test_places_are_a_page_of_their_own(window: MainWindow) -> None:
    page = programme_of(window)
    page.controls.switch.chosen.emit("places")
    assert window.frame.page is not page
    assert programme_of(window).face == "visit"


def test_the_first_sight_is_the_morning_of_the_first_day(page: ProgrammePage) -> None:
    assert page.board.first_day == FIRST
    moment = page.board.wall_at(page.board.view.grid.topLeft() + QPointF(2, 0))
    assert moment is not None
    assert moment.wall.at == dt.time(7, 30)
