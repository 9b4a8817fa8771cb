"""The time board while a card is carried over it: one redraw a mouse move, with many cards."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from planner.clock import WallTime
from planner.ui.boards.time.board import TimeBoard
from planner.ui.boards.time.faces import Card, Face, clocks_of
from planner.ui.boards.time.painting import Look, paint_card
from planner.ui.boards.time.rulers import Cities, Head
from planner.ui.boards.time.scale import Column
from planner.ui.boards.time.surface import Tag
from planner.ui.theme import Appearance
from tests.benchmarks.report import Line

CARDS, DAYS, MOVES = 200, 10, 100
HOST, HOME = "America/New_York", "Asia/Tokyo"
FIRST = dt.date(2027, 7, 22)


def measure(_folder: Path) -> list[Line]:
    """Measure one mouse move with a card in the hand: where it is, what it would clash with, and the painting."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Appearance(app, "light")
    board = _board()
    board.show()
    app.processEvents()
    board.lift({0})
    board.grab()
    face, other = board.layout_.by_key[0].face, 1
    carried = QRectF(0, 0, board.scale.column_width - 8, board.scale.hour)

    def paint(painter: QPainter) -> None:
        paint_card(painter, carried, face, Look(chosen=True))

    board.overlay = paint
    seconds = []
    for number in range(MOVES):
        spot = QPoint(100 + 10 * number, 120 + 5 * number)
        begun = time.perf_counter()
        moment = board.wall_at(spot)
        assert moment is not None
        carried.moveTopLeft(QPoint(spot))
        board.tag(Tag(moment.wall))
        board.strike({other + number % 5})
        board.viewport().repaint()
        seconds.append(time.perf_counter() - begun)
    board.close()
    return [Line(f"redraw while a card is carried, {CARDS} cards", seconds, bar=0.016)]


def _board() -> TimeBoard:
    """A board of ten days on which as many cards as there are run beside one another."""
    days = [FIRST + dt.timedelta(days=number) for number in range(DAYS)]
    board = TimeBoard("board")
    board.resize(1280, 700)
    board.show_cards(
        [Column(day) for day in days],
        [Head(f"{day:%a %d %b}") for day in days],
        [_card(number, days[number % DAYS]) for number in range(CARDS)],
        Cities("Portland", "EDT", "Shinagawa", "JST"),
        (HOST, HOME),
    )
    return board


def _card(number: int, day: dt.date) -> Card:
    begins = WallTime(day, dt.time(7 + number // DAYS % 12, 15 * (number % 4)), HOST)
    ends = WallTime(day, dt.time(begins.at.hour + 1 + number % 3, 30), HOST)
    face = Face("sport", "sport", f"Game {number} on the lower field", clocks_of(begins, ends, HOST, HOME, "en"))
    return Card(number, face, day, day, begins.instant(), ends.instant())
