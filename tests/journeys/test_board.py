"""The programme put in order by hand, on the real board, over the night in which clocks go back."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from planner.clock import WallTime
from planner.commands import moving, shifting, visits
from planner.commands.moving import Move
from planner.model import Activity, ActivityGroup, Delegation, Group, GroupMember, Journey, Member, Person
from planner.model.done import Done
from planner.model.kinds import ActivityKind
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.pages.programme.adding import AddEventPanel
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from tests.prepared import begun
from tests.storage.contents import contents
from tests.ui.conftest import make_main_window
from tests.ui.small_visit import NEW_YORK, PORTLAND, SHINAGAWA, TOKYO

LEFT = Qt.MouseButton.LeftButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

#: In the night of Saturday 6 November 2027 clocks in Portland go back: 1:00–2:00 comes twice.
THURSDAY, FRIDAY, SATURDAY, SUNDAY = (dt.date(2027, 11, day) for day in (4, 5, 6, 7))


def begin(session: Session) -> Done:
    """Two squads in a week in November."""
    last = THURSDAY + dt.timedelta(days=6)
    done = visits.start(session, title_en="Autumn", host=PORTLAND, home=SHINAGAWA, first_day=THURSDAY, last_day=last)
    visit_id = done.result
    delegation = session.query(Delegation).one()
    for letter in "AB":
        group = Group(visit_id=visit_id, name_en=f"{letter} squad", letter=letter)
        for number in range(2):
            person = Person(family_name=letter, given_name=f"{number}", birth_date=dt.date(1990, 1, 1))
            group.memberships.append(GroupMember(member=Member(delegation=delegation, person=person)))
        session.add(group)
        session.add(
            Activity(
                visit_id=visit_id,
                title_en=f"Clinic {letter}",
                kind=ActivityKind.SPORT,
                starts_on=FRIDAY,
                starts_at=dt.time(10),
                ends_at=dt.time(11, 30),
                zone=NEW_YORK,
                group_links=[ActivityGroup(group=group)],
            )
        )
    for title, day, start, end in (
        ("Mayor", THURSDAY, dt.time(16), dt.time(17, 30)),
        ("Dance", SATURDAY, dt.time(22), dt.time(23, 30)),
        ("Museum", SUNDAY, dt.time(10), dt.time(12)),
        ("Fixed", THURSDAY, dt.time(9), dt.time(10)),
        ("Picnic", FRIDAY, None, None),
    ):
        session.add(
            Activity(
                visit_id=visit_id,
                title_en=title,
                everyone=True,
                starts_on=day,
                starts_at=start,
                ends_at=end,
                zone=NEW_YORK,
                kind=ActivityKind.OFFICIAL,
                movable=title != "Fixed",
            )
        )
    session.add(
        Journey(
            visit_id=visit_id,
            title_en="Flight in",
            everyone=True,
            departs_on=THURSDAY,
            departs_at=dt.time(11),
            departs_zone=TOKYO,
            arrives_on=THURSDAY,
            arrives_at=dt.time(8, 30),
            arrives_zone=NEW_YORK,
        )
    )
    return done


@dataclass
class Board:
    """The board of a window, the mouse over it, and the file as it lies on the disk."""

    window: MainWindow
    path: Path

    @property
    def page(self) -> ProgrammePage:
        return cast(ProgrammePage, self.window.frame.page)

    def key(self, title: str) -> Subject:
        plan = self.window.workspace.plan
        assert plan is not None
        events = [one for one in (*plan.activities, *plan.journeys) if one.title_en == title]
        newest = max(events, key=lambda one: one.id)
        return Subject(type(newest).__name__, newest.id)

    def row(self, title: str) -> Any:
        """An event read anew from the file."""
        noun, row_id = self.key(title)
        with PlannerFile.open(self.path, read_only=True) as file:
            return file.plan.get(Activity if noun == "Activity" else Journey, row_id)

    def times(self, title: str) -> tuple[Any, ...]:
        row = self.row(title)
        return row.starts_on, row.starts_at, row.ends_on, row.ends_at

    def at(self, day: dt.date, hour: float, *, along: float = 0.4) -> QPoint:
        """A place of the viewport: `along` says how far to the right in the day's column."""
        board = self.page.board
        spot = board.place_of(WallTime(day, dt.time(), NEW_YORK))
        assert spot is not None
        return (spot + QPointF(along * board.scale.column_width, hour * board.scale.hour)).toPoint()

    def assert_in_sight(self, title: str) -> None:
        QApplication.processEvents()
        shown = self.page.board
        card = shown.rects_of(self.key(title))[0]
        assert shown.view.grid.intersected(card).width() > card.width() - 2

    def grab(self, title: str, edge: str = "") -> QPoint:
        """Where to take hold of a card: a little within it, or at an edge."""
        board = self.page.board
        board.scroll_to(self.key(title))
        rect = board.rects_of(self.key(title))[-1]
        down = {"": 10.0, "top": 2.0, "bottom": rect.height() - 2}[edge]
        return (rect.topLeft() + QPointF(12, down)).toPoint()

    def take(self, start: QPoint, *to: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Press, and go over some places, without letting go."""
        view = self.page.board.viewport()
        QTest.mousePress(view, LEFT, NONE, start)
        for spot in to:
            # QTest has no mouse move with a key held.
            self._move(spot, held)

    def _move(self, spot: QPoint, held: Qt.KeyboardModifier) -> None:
        view = self.page.board.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(spot), QPointF(view.mapToGlobal(spot)), Qt.MouseButton.NoButton, LEFT, held
        )
        QApplication.sendEvent(view, event)

    def drag(self, start: QPoint, *to: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.take(start, *to, held=held)
        QTest.mouseRelease(self.page.board.viewport(), LEFT, held, to[-1])

    def carry(self, title: str, day: dt.date, hour: float, *, held: Qt.KeyboardModifier = NONE) -> None:
        """Carry a card so that it begins there."""
        start = self.grab(title)
        self.drag(start, start + QPoint(12, 12), self.at(day, hour, along=0.1) + QPoint(0, 10), held=held)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.page.board, key, held)


@pytest.fixture
def board(qtbot: QtBot, settings: Settings, appearance: Appearance, tmp_path: Path) -> Iterator[Board]:
    path = tmp_path / "autumn.shimai"
    begun(path, begin).close()
    window = make_main_window(qtbot, settings, appearance)
    window.resize(1600, 1300)
    assert window.workspace.open.path(path)
    window.start("programme")
    window.show()
    qtbot.waitExposed(window)
    made = Board(window, path)
    # So small that the whole of a day is in sight.
    made.page.board.set_zoom(2)
    made.page.board.verticalScrollBar().setValue(0)
    yield made
    window.close()


def test_a_programme_is_put_in_order_by_hand(board: Board, qtbot: QtBot) -> None:
    began = contents(board.path)
    hand = board.page.hand

    # Over days; beside what it would clash with the reason is said, and Esc puts it back.
    start = board.grab("Mayor")
    board.take(start, start + QPoint(12, 12), board.at(SUNDAY, 10.5))
    hand.look()
    assert hand.carry is not None
    foreseen = hand.carry.foreseen
    assert foreseen is not None
    assert foreseen.tone == "wrong"
    assert "“Museum” is still on when “Mayor” begins" in foreseen.reasons[0].words
    assert foreseen.struck == {board.key("Museum")}
    assert hand.note.isVisible()
    board.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(board.page.board.viewport(), LEFT, NONE, board.at(SUNDAY, 10.5))
    assert not hand.note.isVisible()
    assert contents(board.path) == began
    board.carry("Mayor", SUNDAY, 14.26)
    assert board.times("Mayor") == (SUNDAY, dt.time(14, 15), None, dt.time(15, 45))
    assert board.window.workspace.next_undo == "Move Mayor to Sun 7 Nov, 2:15 PM"
    board.assert_in_sight("Mayor")  # although the inspector has taken room from the board
    assert board.page.board.selection.marked == {board.key("Mayor")}

    # An end pulled into the night in which clocks go back: at 1:30 for the second time, asked for and kept.
    start = board.grab("Dance", "bottom")
    board.drag(start, start + QPoint(0, 12), board.at(SUNDAY, 1.5, along=0.2) - QPoint(0, 2))
    assert hand.menu is not None
    hand.menu.actions()[2].trigger()
    hand.menu.close()
    qtbot.waitUntil(lambda: hand.menu is None)
    assert (*board.times("Dance"), board.row("Dance").ends_fold) == (SATURDAY, dt.time(22), None, dt.time(1, 30), 1)

    # A's clinic into the lane of B's.
    start = board.grab("Clinic A")
    beside = board.page.board.rects_of(board.key("Clinic B"))[0].center().toPoint()
    board.drag(start, start + QPoint(12, 0), QPoint(beside.x(), start.y()))
    assert [link.group.letter for link in board.row("Clinic A").group_links] == ["B"]
    assert board.times("Clinic A") == (FRIDAY, dt.time(10), None, dt.time(11, 30))

    # A copy with Alt; the one copied stays.
    board.carry("Museum", THURSDAY, 19, held=ALT)
    assert board.times("Museum") == (THURSDAY, dt.time(19), None, dt.time(21))
    assert board.page.board.chosen == board.key("Museum")

    # A leg keeps how long it takes, and its own clocks at both ends.
    board.carry("Flight in", FRIDAY, 0)
    leg = board.row("Flight in")
    assert (leg.departs_on, leg.departs_at, leg.arrives_on, leg.arrives_at) == (
        FRIDAY, dt.time(11), FRIDAY, dt.time(8, 30),
    )  # fmt: skip

    # What lasts whole days, by days.
    start = board.grab("Picnic")
    board.drag(start, start + QPoint(12, 0), board.at(SUNDAY, 9))
    assert board.row("Picnic").starts_on == SUNDAY

    # Drawn where nothing is: nothing is there before it has a name.
    steps = len(board.window.workspace.steps())
    board.drag(board.at(SATURDAY, 9), board.at(SATURDAY, 9.5), board.at(SATURDAY, 11.25))
    panel = board.page.panel
    assert isinstance(panel, AddEventPanel)
    assert len(board.window.workspace.steps()) == steps
    line = cast(Any, panel[Activity]["title_en"]).editor
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Market")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert board.times("Market") == (SATURDAY, dt.time(9), None, dt.time(11, 15))

    # Everything is taken back, done again, and taken back.
    done = contents(board.path)
    for step, file in ((board.window.workspace.undo, began), (board.window.workspace.redo, done)):
        for _ in range(7):
            step()
        assert contents(board.path) == file


def test_what_cannot_be_is_put_back_with_the_reason(board: Board) -> None:
    began = contents(board.path)
    told: list[str] = []
    board.window.workspace.noticed.connect(lambda notice: told.append(notice.text))
    board.carry("Fixed", SATURDAY, 9)
    assert told
    assert "Fixed is not to be moved" in told[0]
    # Beside the days, and not far enough to mean it.
    start = board.grab("Museum")
    board.drag(start, start + QPoint(12, 12), QPoint(10, start.y()))
    board.drag(start, start + QPoint(2, 2))
    assert contents(board.path) == began


def test_keys_do_what_the_mouse_does(board: Board) -> None:
    began = contents(board.path)
    assert board.page.select(board.key("Museum"))
    board.page.board.setFocus()
    for key, held in ((Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_Left, ALT)):
        board.press(key, held)
    assert board.times("Museum") == (SATURDAY, dt.time(11, 5), None, dt.time(13, 5))
    board.press(Qt.Key.Key_Up, CONTROL | SHIFT)
    assert board.times("Museum") == (SATURDAY, dt.time(11, 5), None, dt.time(12, 5))
    # Esc takes back the step that was going on; the moves before it were one step.
    board.press(Qt.Key.Key_Escape)
    board.window.workspace.undo()
    assert contents(board.path) == began

    # Whoever has gone on to something else takes nothing back by Esc.
    assert board.page.select(board.key("Museum"))
    board.press(Qt.Key.Key_Down, ALT)
    board.press(Qt.Key.Key_Home)
    board.press(Qt.Key.Key_Escape)
    assert board.times("Museum")[1] == dt.time(10, 5)
    board.window.workspace.undo()

    # The same note as under the mouse, and Esc takes it back.
    board.press(Qt.Key.Key_Right, NONE)
    assert board.page.select(board.key("Clinic A"))
    board.press(Qt.Key.Key_G, CONTROL)
    note = board.page.hand.note
    assert note.isVisible()
    assert "Clinic B" in note.accessibleName()
    # It stays beside its card when the board is scrolled.
    was = note.pos()
    board.page.board.set_zoom(4)
    assert note.isVisible()
    assert note.pos() != was
    board.press(Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert contents(board.path) == began


def test_a_day_later_by_keys_into_the_hour_that_comes_twice_asks_which(board: Board, qtbot: QtBot) -> None:
    night = WallTime(SATURDAY, dt.time(1, 30), NEW_YORK)
    assert board.window.workspace.run(moving.move, [Move(*board.key("Dance"), night)])
    assert board.page.select(board.key("Dance"))
    board.press(Qt.Key.Key_Right, ALT)
    assert board.row("Dance").starts_on == SATURDAY
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: board.row("Dance").starts_on == SUNDAY, timeout=2000)
    assert (board.row("Dance").starts_at, board.row("Dance").starts_fold) == (dt.time(1, 30), 1)
    # The hand is free again afterwards.
    board.carry("Mayor", FRIDAY, 14)
    assert board.row("Mayor").starts_on == FRIDAY


def test_into_the_hour_that_is_not_there_offers_the_two_nearest_under_the_mouse(board: Board, qtbot: QtBot) -> None:
    # In the night of Sunday 12 March 2028 clocks in Portland go forward: 2:00–3:00 is not there.
    plan = board.window.workspace.plan
    assert plan is not None
    spring = SUNDAY + dt.timedelta(weeks=18)
    assert board.window.workspace.run(shifting.shift_visit, plan.visit.id, 7 * 18)
    began = contents(board.path)
    hand = board.page.hand

    def let_go_at_half_past_two() -> QMenu:
        start = board.grab("Museum")
        board.take(start, start + QPoint(12, 12), board.at(spring, 2.5, along=0.1) + QPoint(0, 10))
        hand.look()
        assert hand.note.isVisible()
        assert "No clock shows this time" in hand.note.accessibleName()
        QTest.mouseRelease(board.page.board.viewport(), LEFT, NONE, board.at(spring, 2.5, along=0.1) + QPoint(0, 10))
        assert hand.menu is not None
        assert hand.menu.isVisible()
        return hand.menu

    menu = let_go_at_half_past_two()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: hand.menu is None)
    assert contents(board.path) == began
    menu = let_go_at_half_past_two()
    offered = [action for action in menu.actions() if action.isEnabled() and action.text()]
    assert [action.text() for action in offered] == ["1:30 AM EST", "3:30 AM EDT", "Put it back"]
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(offered[1]).center())
    qtbot.waitUntil(lambda: hand.menu is None)
    assert board.times("Museum") == (spring, dt.time(3, 30), None, dt.time(5, 30))


def test_what_is_drawn_in_a_lane_is_for_its_squad_and_says_what_it_clashes_with(board: Board) -> None:
    # B's clinic ends earlier: under it there is room in B's lane, beside A's.
    key = board.key("Clinic B")
    assert board.window.workspace.run(moving.resize, *key, ends=WallTime(FRIDAY, dt.time(10, 30), NEW_YORK))
    hand, view = board.page.hand, board.page.board
    across = view.rects_of(key)[0].center().toPoint().x()
    spots = [QPoint(across, board.at(FRIDAY, hour).y()) for hour in (10.75, 11, 11.5)]
    board.take(*spots)
    hand.look()
    assert hand.carry is not None
    [ghost] = hand.carry.places()
    assert ghost.places[0].width() < view.scale.column_width * 0.6
    # For B squad alone it clashes with nothing.
    assert hand.carry.foreseen is not None
    assert hand.carry.foreseen.tone != "wrong"
    assert "B squad" in hand.carry.foreseen.reasons[0].words
    QTest.mouseRelease(view.viewport(), LEFT, NONE, spots[-1])
    panel = board.page.panel
    assert isinstance(panel, AddEventPanel)
    line = cast(Any, panel[Activity]["title_en"]).editor
    QTest.keyClicks(line, "Shooting")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [link.group.letter for link in board.row("Shooting").group_links] == ["B"]
    assert not board.row("Shooting").everyone

    # For everyone it clashes with what is drawn over.
    board.take(board.at(SUNDAY, 8), board.at(SUNDAY, 8.5), board.at(SUNDAY, 10.5))
    hand.look()
    assert hand.carry.foreseen is not None
    assert "Museum" in hand.carry.foreseen.reasons[0].words
    assert board.key("Museum") in hand.carry.foreseen.struck
    board.press(Qt.Key.Key_Escape)
    assert hand.carry is None


def test_the_start_is_pulled_by_keys_and_the_end_stays(board: Board) -> None:
    assert board.page.select(board.key("Museum"))
    board.page.board.setFocus()
    board.press(Qt.Key.Key_PageDown, ALT | SHIFT)
    assert board.times("Museum") == (SUNDAY, dt.time(10, 5), None, dt.time(12))
    board.press(Qt.Key.Key_PageUp, CONTROL | SHIFT)
    assert board.times("Museum") == (SUNDAY, dt.time(9, 5), None, dt.time(12))
    for _ in range(4):
        board.press(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    assert board.times("Museum") == (SUNDAY, dt.time(11, 55), None, dt.time(12))
