"""A photo in the inspector: chosen, dropped, pasted, taken away and brought back; what is no picture is said there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.model import Household, Member
from planner.rules.finding import Subject
from planner.ui.inspector import PhotoPiece, RecordPanel
from planner.ui.inspector.sheet import ROOM
from planner.ui.shell.notices import Notice
from planner.ui.shell.window import MainWindow
from tests.model.full_visit import planted
from tests.ui.showing import plan_of


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


def piece_of(window: MainWindow, record: Member | Household) -> PhotoPiece:
    window.frame.go(Subject(type(record).__name__, record.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    [piece] = panel.findChildren(PhotoPiece)
    return piece


def photo(window: MainWindow) -> str:
    return plan_of(window).members[0].person.photo


def image(colour: str) -> QImage:
    made = QImage(900, 600, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(piece: PhotoPiece, mime: QMimeData) -> bool:
    """Let something go over the piece; False if it is not for it."""
    aimless = piece.grab().toImage().pixelColor(40, 12)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enters = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    enters.ignore()
    piece.dragEnterEvent(enters)
    if not enters.isAccepted():
        return False
    assert piece.grab().toImage().pixelColor(40, 12) != aimless, "it says that it takes it"
    falls = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none)
    piece.dropEvent(falls)
    return falls.isAccepted()


def test_a_photo_is_chosen_replaced_removed_and_brought_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sakura.png"
    assert image("teal").save(str(path))
    piece = piece_of(window, plan_of(window).members[0])
    assert piece.choose_button.text() == "Add a photo"
    assert not piece.picture.isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    piece.choose_button.click()
    qtbot.waitUntil(lambda: photo(window) != "")
    first = photo(window)
    assert piece.picture.isVisible()
    assert (piece.picture.width(), piece.picture.height()) == (120, 80)
    assert piece.picture.accessibleName() == "Photo of Sakura Takahashi"
    assert piece.choose_button.accessibleName() == "Another photo"
    assert piece.minimumSizeHint().width() <= ROOM, "it makes the panel no wider"
    assert len(plan_of(window).pictures[first]) < 20_000
    # Another by keys, from the clipboard, without leaving the photo.
    QGuiApplication.clipboard().setImage(image("orange"))
    piece.picture.setFocus()
    qtbot.keyClick(piece.picture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: photo(window) != first)
    second = photo(window)
    qtbot.keyClick(piece.picture, Qt.Key.Key_Delete)
    assert photo(window) == ""
    assert not piece.picture.isVisible()
    # What is taken away can be had back, also a moment after it was put in; and so can the one before it.
    assert window.workspace.file is not None
    window.workspace.file.undo()
    assert photo(window) == second
    assert piece.picture.isVisible()
    window.workspace.file.undo()
    assert photo(window) == first
    window.workspace.file.redo()
    window.workspace.file.redo()
    assert photo(window) == ""


def test_a_picture_is_dropped_and_a_form_goes_where_forms_go(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "family.jpg"
    path.write_bytes(planted("elm"))
    home = plan_of(window).households[0]
    piece = piece_of(window, home)
    assert not drop(piece, files(tmp_path / "guests_form.csv"))
    assert not drop(piece, files(path, path)), "which of them?"
    assert drop(piece, files(path))
    qtbot.waitUntil(lambda: plan_of(window).households[0].photo != "")
    assert window.workspace.file is not None
    window.workspace.file.undo()
    assert plan_of(window).households[0].photo == ""
    # Over the rest of the window a picture is no form to be read in.
    mime = files(path)
    enters = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    enters.ignore()
    QApplication.sendEvent(window, enters)
    assert not enters.isAccepted()


def test_the_picture_chosen_last_stays_however_long_the_other_takes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    large = tmp_path / "large.png"
    assert image("teal").scaled(4000, 3000).save(str(large))
    piece = piece_of(window, plan_of(window).members[3])
    QGuiApplication.clipboard().setImage(image("orange"))
    piece.take_file(large)
    piece.paste()
    qtbot.waitUntil(lambda: not window.workspace.jobs.running)
    plan = plan_of(window)
    shown = QImage.fromData(plan.pictures[plan.members[3].person.photo])
    assert shown.pixelColor(10, 10).red() > 200, "orange"
    assert window.workspace.file is not None
    window.workspace.file.undo()
    assert plan_of(window).members[3].person.photo == "", "nobody has to take back what was given up"


def test_what_is_no_picture_is_said_below_until_there_is_one(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.jpg"
    path.write_text("Dear family")
    piece = piece_of(window, plan_of(window).members[1])
    piece.take_file(path)
    qtbot.waitUntil(piece.trouble.isVisible)
    assert piece.trouble.text().startswith("letter.jpg is no picture")
    QGuiApplication.clipboard().setText("no picture")
    piece.paste()
    assert piece.trouble.text() == "There is no picture on the clipboard. Copy one first."
    # Somebody else's panel says nothing of it, also where it turns out only then: it is said in passing.
    said: list[Notice] = []
    window.workspace.noticed.connect(said.append)
    piece.take_file(path)
    assert not piece_of(window, plan_of(window).members[2]).trouble.isVisible()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text.startswith("letter.jpg is no picture")
    assert not piece.trouble.isVisible()
    window.workspace.noticed.disconnect(said.append)
