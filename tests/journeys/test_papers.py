"""A change after everything was handed out: found on the overview, looked at, and printed again, by mouse and keys."""

import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.model.kinds import ActivityStatus
from planner.model.sight import AudienceKind
from planner.ui.pages.overview.page import OverviewPage
from planner.ui.pages.papers.matrix import State
from planner.ui.pages.papers.page import PapersPage
from planner.ui.pages.wordings.page import WordingsPage
from planner.ui.shell.settings import Settings
from planner.ui.theme import Appearance
from tests.prepared import copy_practice
from tests.ui.conftest import make_main_window

PATIENCE = 30_000


def click(widget: QWidget, at: QPoint | None = None) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center() if at is None else at)


def test_a_change_is_found_looked_at_and_printed_again(
    qtbot: QtBot, settings: Settings, appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_main_window(qtbot, settings, appearance)
    assert window.workspace.open.path(copy_practice(tmp_path / "portland.shimai"))
    window.start()
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)

    def rest() -> None:
        qtbot.waitUntil(lambda: page.is_ready and not window.workspace.jobs.running, timeout=PATIENCE)

    def save_into(folder: Path, button: QWidget) -> list[str]:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        click(button)
        [menu] = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
        menu.actions()[0].trigger()
        menu.close()
        rest()
        return sorted(path.name for path in folder.iterdir())

    # A heading ticks a paper for everybody, and none; those of two guests are ticked, and saved into a folder.
    click(window.frame.rail._buttons["papers"])
    page = window.frame.page
    assert isinstance(page, PapersPage)
    rest()
    view = page.matrix
    heads = view.horizontalHeader()
    column = [one.code for one in page._shown_matrix.documents].index("itinerary")
    head = QPoint(heads.sectionViewportPosition(column) + 20, 20)
    click(heads.viewport(), head)
    assert len(view.cells.ticked) == 17
    click(heads.viewport(), head)
    guests = [row for row, line in enumerate(view.cells.lines) if line.reader.kind is AudienceKind.PARTICIPANT][:2]
    for row in guests:
        place = view.visualRect(view.cells.index(row, column)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert len(save_into(tmp_path / "first", page._save_ticked)) == 2
    assert window.workspace.next_undo == "2 papers saved as PDF"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)

    # An event for everybody begins earlier: the overview counts the papers, and its card leads to them.
    click(window.frame.rail._buttons["overview"])
    plan = window.workspace.plan
    assert plan is not None
    event = next(one for one in plan.activities if one.everyone and one.starts_at)
    window.workspace.run(records.edit, "Activity", event.id, {"starts_at": dt.time(6, 5)})
    overview = window.frame.page
    assert isinstance(overview, OverviewPage)

    def counted() -> list[int]:
        return [one.count for one in overview._card_widgets if "papers out of date" in one.accessibleName()]

    qtbot.waitUntil(lambda: page._watch.is_ready and counted() == [2], timeout=PATIENCE)
    [card] = [card for card in overview._card_widgets if "papers out of date" in card.accessibleName()]
    click(card)
    rest()

    # Down to the first of the two by key: what changed stands beside the pages.
    view.setFocus()
    while view.currentIndex().row() < guests[0]:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    rest()
    assert any("6:05" in line for line in page.detail.told.lines)
    assert page.detail.whole_button.isVisible()

    # Everything that changed, at one press; then nothing is out of date.
    names = save_into(tmp_path / "again", page.save_changed)
    assert len(names) == 2
    for name in names:
        assert len(PdfReader(tmp_path / "again" / name).pages) == 2, "the slip and the page it is about"
    assert page._sum.text() == "Nothing is out of date"
    assert page._shown_matrix.count(State.CURRENT) == 2

    # The committee's own words on the slip; undo takes back what was typed.
    page._drop_menu()
    [menu] = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    next(action for action in menu.actions() if action.text() == "Words on papers").trigger()
    menu.close()
    words = window.frame.page
    assert isinstance(words, WordingsPage)
    words.restore({"code": "change-slip", "scroll": 0})
    note = words.fields["en"].editor
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(note, "Ask Pat.")
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words.usual.isVisible()
    window.workspace.run(records.edit, "Activity", event.id, {"status": ActivityStatus.CANCELLED})
    qtbot.waitUntil(lambda: page._watch.is_ready, timeout=PATIENCE)
    click(window.frame.rail._buttons["papers"])
    rest()
    assert page._sum.text().startswith("2 papers, ")
    for _ in ("called off", "our own words"):
        window.actions_["undo"].trigger()
    rest()
    assert page._sum.text() == "Nothing is out of date"
    assert window.workspace.plan is not None
    assert window.workspace.plan.wordings == ()
    window.close()
