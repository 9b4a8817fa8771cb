"""The time board while a card is carried over it: one redraw a mouse move, and what the rules say of the place."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.agenda import Agenda
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.boards.time.carry import Drop
from planner.ui.boards.time.held import Grip, carried, hold
from planner.ui.pages.programme.cards import cards
from planner.ui.pages.programme.foreseeing import Foresight
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.start import make_window
from planner.ui.theme import Appearance
from tests.benchmarks.report import Line
from tests.benchmarks.visits import parted

CARDS, PEOPLE, MOVES = 200, 200, 100
LARGE = 1000
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def measure(folder: Path) -> list[Line]:
    """Carry a card over a visit whose cards are all on the screen; then ask the rules of a large one."""
    (folder / "large").mkdir(parents=True, exist_ok=True)
    window = _window(folder, parted(folder, PEOPLE, CARDS))
    moves, looks = _carry(window)
    window.close()
    return [
        Line(f"mouse move with a card in the hand, {CARDS} cards, painted", moves, bar=0.016),
        Line(f"what would clash there, {CARDS} activities × {PEOPLE} people", looks, bar=0.050),
        Line(f"what would clash there, {LARGE:,} activities × {PEOPLE} people", _foresee(folder / "large"), bar=0.050),
    ]


def _window(folder: Path, path: Path) -> MainWindow:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, "light")
    window = make_window(Settings(folder / "window.ini"), appearance)
    window.resize(1440, 900)
    assert window.workspace.open.path(path)
    window.start("programme")
    window.show()
    app.processEvents()
    return window


def _carry(window: MainWindow) -> tuple[list[float], list[float]]:
    page = window.frame.page
    assert isinstance(page, ProgrammePage)
    board, hand = page.board, page.hand
    board.set_zoom(0)
    view = board.viewport()
    key = board.layout_.order[0]
    start = board.rects_of(key)[0].center().toPoint()
    QTest.mousePress(view, LEFT, NONE, start)
    moves, looks = [], []
    for number in range(MOVES):
        spot = QPoint(80 + 9 * number, 140 + 5 * number)
        begun = time.perf_counter()
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(spot), QPointF(view.mapToGlobal(spot)), Qt.MouseButton.NoButton, LEFT, NONE
        )
        QApplication.sendEvent(view, event)
        view.repaint()
        moves.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        hand.look()
        looks.append(time.perf_counter() - begun)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, start)
    return moves, looks


def _foresee(folder: Path) -> list[float]:
    with PlannerFile.open(parted(folder, PEOPLE, LARGE)) as file:
        agenda, foresight = Agenda(file.plan), Foresight()
        held = [hold(card, file.plan.visit.host_city.zone) for card in cards(agenda, lambda _: True)][:: LARGE // 20]
        seconds = []
        for number, one in enumerate(held):
            assert isinstance(one.key, Subject)
            drop = Drop(Grip.CARRY, (carried(one, number % 3 - 1, 15 * number),))
            begun = time.perf_counter()
            foresight.findings(agenda, drop)
            seconds.append(time.perf_counter() - begun)
    # The first also looks at the plan as it is, which the window has done before.
    return seconds[1:]
