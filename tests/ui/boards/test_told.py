"""The boards of nights and of people as a screen reader finds them, and the line that says what their signs mean."""

import datetime as dt

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from planner.ui.boards.accessible import ToldBoard
from planner.ui.boards.nights import blocks as nights
from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.people import blocks as people
from planner.ui.boards.people.board import PeopleBoard
from planner.ui.boards.people.legend import SIGNS, Legend

FIRST, LAST = dt.date(2027, 7, 22), dt.date(2027, 7, 24)


def night_board() -> NightBoard:
    bars = [nights.Bar(name, FIRST, LAST, nights.Names(name), words=f"{name} told") for name in ("Aoi", "Rin")]
    rows = tuple(nights.Row(bar.key, "Bed", (bar,)) for bar in bars)
    heads = tuple(nights.Head(FIRST + dt.timedelta(days=day), "Thu", "", "1 free") for day in range(3))
    board = NightBoard("Night board")
    board.show_scene(nights.Scene(heads, (nights.Block("home", "Hall", rows),)))
    return board


def people_board() -> PeopleBoard:
    emi = people.Row("emi", "Emi", blocks=(
        people.Block("Rin", 600, 690, "Clinic", words="Rin told"), people.Block("x", 700, 800, "Lunch", pale=True),
    ))  # fmt: skip
    needs = (people.Block("Aoi", 600, 690, "Clinic", words="Aoi told"),)
    board = PeopleBoard("People")
    board.show_scene(people.Scene(people.Axis(540, 1080), needs=needs, rows=(emi,)))
    return board


@pytest.mark.parametrize("make", [night_board, people_board])
def test_what_lies_on_a_board_are_items_of_a_list(qtbot: QtBot, make: type[ToldBoard]) -> None:
    board = make()  # type: ignore[call-arg]
    qtbot.addWidget(board)
    board.resize(900, 400)
    board.show()
    listed = QAccessible.queryAccessibleInterface(board)
    assert listed is not None
    assert (listed.role(), listed.childCount()) == (QAccessible.Role.List, 2)
    items = [listed.child(place) for place in range(2)]
    assert [item.text(QAccessible.Text.Name) for item in items if item is not None] == ["Aoi told", "Rin told"]
    assert isinstance(board, NightBoard | PeopleBoard)
    board.choose("Rin")
    assert [item.state().selected for item in items if item is not None] == [False, True]
    assert board.accessibleDescription() == "Rin told"
    last = items[1]
    assert last is not None
    spot = last.rect().center()
    assert listed.childAt(spot.x(), spot.y()) is last
    assert listed.indexOfChild(last) == 1
    board.choose(None)
    assert not board.accessibleDescription()
    assert not any(item.state().selected for item in items if item is not None)


def test_every_sign_of_the_legend_is_painted_and_told(qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(900, 32)
    legend.show_entries([])
    before = legend.grab().toImage()
    for name in SIGNS:
        legend.show_entries([(name, "")])
        assert legend.grab().toImage() != before, name
    legend.show_entries([("load", "hours a day"), ("over", "over it")])
    assert legend.accessibleName() == "hours a day\nover it"
