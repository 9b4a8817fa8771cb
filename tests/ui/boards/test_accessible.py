"""What a screen reader finds on the board: every card as an item with its words, its place and whether it is chosen."""

import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.window import MainWindow
from tests.ui.boards.test_board import click, key_of


def test_cards_are_items_of_a_list(window: MainWindow) -> None:
    page = window.frame.show_page("programme")
    assert isinstance(page, ProgrammePage)
    board = page.board
    QApplication.processEvents()
    call = key_of(page, "Courtesy call")
    click(board, call)
    listed = QAccessible.queryAccessibleInterface(board)
    assert listed is not None
    assert (listed.role(), listed.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Time board")
    items = [listed.child(place) for place in range(listed.childCount())]
    assert len(items) == len(board.layout_.order)
    names = [item.text(QAccessible.Text.Name) for item in items if item is not None]
    place = next(place for place, name in enumerate(names) if "Courtesy call on the Mayor" in name)
    # Both clocks, and what is wrong.
    assert all(words in names[place] for words in ("4:00", "JST", "no interpreter"))
    item = items[place]
    assert item is not None
    assert item.state().selected
    spot = item.rect().center()
    hit = listed.childAt(spot.x(), spot.y())
    assert hit is not None
    assert hit.text(QAccessible.Text.Name) == names[place]
    assert listed.indexOfChild(hit) == place
    # After a change the items are the cards that are there then.
    page.deeds.remove([call])
    gc.collect()
    assert listed.childCount() == len(items) - 1
