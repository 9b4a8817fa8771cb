"""What all boards do by mouse and keys, on the two that need no window."""

from collections.abc import Hashable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.ui.boards.chosen import ChosenSurface
from tests.ui.boards.test_told import night_board, people_board

LEFT, PLAIN, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(board: ChosenSurface[Any, Any], key: Hashable, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(board.viewport(), LEFT, held, board.told_rects(key)[0].center().toPoint())


@pytest.mark.parametrize(("board", "several"), [(night_board, True), (people_board, False)])
@pytest.mark.parametrize("taking_away", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_what_is_marked_is_told_when_let_go_and_asked_to_be_taken_away_in_its_order(
    qtbot: QtBot, board: Any, several: bool, taking_away: Qt.Key
) -> None:
    shown: ChosenSurface[Any, Any] = board()
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    told: list[object] = []
    shown.picked.connect(told.append)
    shown.removeAsked.connect(told.append)
    press(shown, "Rin")
    press(shown, "Aoi", CONTROL)
    QTest.keyClick(shown, taking_away)
    assert told == ["Rin", "Aoi", ("Aoi", "Rin") if several else ("Aoi",)]
    # A press on one of several that is let go where it was means that one alone.
    press(shown, "Aoi")
    QTest.keyClick(shown, taking_away)
    assert told[-1] == ("Aoi",)


def test_home_end_and_arrows_lead_from_item_to_item_but_not_with_control(qtbot: QtBot) -> None:
    board = night_board()
    qtbot.addWidget(board)
    board.resize(900, 400)
    board.show()
    gone: list[object] = []
    board.picked.connect(gone.append)
    for key, held in (
        (Qt.Key.Key_End, PLAIN), (Qt.Key.Key_Up, PLAIN), (Qt.Key.Key_Down, CONTROL), (Qt.Key.Key_Home, PLAIN),
    ):  # fmt: skip
        QTest.keyClick(board, key, held)
    assert gone == ["Rin", "Aoi", "Aoi"]
    assert board.accessibleDescription() == "Aoi told"
