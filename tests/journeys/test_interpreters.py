"""Interpreters assigned on the real board, by mouse and by keys; what stands in the file afterwards is looked at."""

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from planner.commands import interpreting, records, speeches
from planner.model import Interpreter
from planner.model.interpreting import Need
from planner.model.kinds import SpeechLanguage
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.pages.interpreters.covering import CandidatesPiece
from planner.ui.pages.interpreters.illness import Ill, IllPanel
from planner.ui.pages.interpreters.needsuggested import SuggestedNeedsPanel
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.pages.interpreters.telling import LacksTold, SpeechesTold
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.text import Text
from tests.prepared import copy_practice
from tests.ui.by_hand import Hand
from tests.ui.conftest import make_main_window

LEFT, NONE, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Coordinator:
    """Hands on the board, and eyes for the file."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        self.window, self.path = window, path
        page = window.frame.show_page("interpreters")
        assert isinstance(page, InterpretersPage)
        self.page, self.board = page, page.view.board
        page.view.show_day(dt.date(2027, 7, 23))

    def need(self, title: str) -> Need:
        plan = self.window.workspace.plan
        assert plan is not None
        return next(one for one in plan.needs if one.activity and one.activity.title_en.startswith(title))

    def person(self, name: str) -> Interpreter:
        plan = self.window.workspace.plan
        assert plan is not None
        return next(one for one in plan.interpreters if one.person.given_name == name)

    def file(self, title: str) -> list[tuple[str, str | None, str | None, bool]]:
        """Who covers a need as it lies in the file: name, from, until, pinned."""
        query = """
            SELECT person.given_name, covers_from, covers_until, locked FROM assignment
            JOIN interpreter ON interpreter.id = interpreter_id JOIN person ON person.id = person_id
            WHERE need_id = ? ORDER BY assignment.id"""
        with closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute(query, (self.need(title).id,)).fetchall()
        return [(name, _short(first), _short(last), bool(locked)) for name, first, last, locked in rows]

    def block(self, title: str, name: str = "") -> Subject:
        need = self.need(title)
        if not name:
            return Subject("Need", need.id)
        return next(Subject("Assignment", one.id) for one in need.assignments if one.interpreter is self.person(name))

    def at(self, name: str) -> QPoint:
        row = self.board.layout_.row_number(Subject("Interpreter", self.person(name).id))
        assert row is not None
        self.board.scroll_to(Subject("Interpreter", self.person(name).id))
        return self.board.spot_of(row, 11 * 60).toPoint()

    def drag(self, key: Subject, name: str, *, drop: bool = True) -> None:
        self.board.scroll_to(key)
        rect = self.board.rect_of(key)
        assert rect is not None
        self.pull(rect.center(), QPointF(self.at(name)), drop=drop)

    def pull(self, begin: QPointF, to: QPointF, *, drop: bool = True) -> None:
        view = self.board.viewport()
        QTest.mousePress(view, LEFT, NONE, begin.toPoint())
        QTest.mouseMove(view, begin.toPoint() + QPoint(0, 14))
        QTest.mouseMove(view, to.toPoint())
        if drop:
            QTest.mouseRelease(view, LEFT, NONE, to.toPoint())

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.board.setFocus()
        for key in keys:
            QTest.keyClick(self.board, key, held)

    def tint(self, name: str) -> str:
        return self.board.tints[Subject("Interpreter", self.person(name).id)].tone


def _short(time: str | None) -> str | None:
    return None if time is None else time[:5]


@pytest.fixture
def coordinator(qtbot: QtBot, settings: Settings, appearance: Appearance, tmp_path: Path) -> Iterator[Coordinator]:
    path = copy_practice(tmp_path / "portland.shimai")
    window = make_main_window(qtbot, settings, appearance)
    window.resize(1440, 900)
    assert window.workspace.open.path(path)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Coordinator(window, path)
    window.close()


def test_interpreters_are_assigned_by_mouse(coordinator: Coordinator, qtbot: QtBot) -> None:
    board, workspace = coordinator.board, coordinator.window.workspace
    call = "Courtesy"
    # While it is carried each row says yes, with a warning, or no; Esc puts it back.
    coordinator.drag(coordinator.block(call), "Haruko", drop=False)
    assert (coordinator.tint("Grace"), coordinator.tint("Haruko"), coordinator.tint("Ken")) == ("grey", "check", "good")
    assert coordinator.page.hints.isVisibleTo(coordinator.page)
    coordinator.press(Key.Key_Escape)
    assert (dict(board.tints), board.aimed) == ({}, None)
    QTest.mouseRelease(board.viewport(), LEFT, NONE, QPoint(5, 5))
    # Held at the lower edge it brings up who is further down.
    coordinator.window.resize(1180, 720)
    qtbot.waitUntil(lambda: board.verticalScrollBar().maximum() > 0)
    rect = board.rect_of(coordinator.block(call))
    assert rect is not None
    coordinator.pull(rect.center(), QPointF(rect.center().x(), board.viewport().height() - 4), drop=False)
    qtbot.waitUntil(lambda: board.verticalScrollBar().value() > 0)
    coordinator.press(Key.Key_Escape)
    QTest.mouseRelease(board.viewport(), LEFT, NONE, QPoint(5, 5))
    coordinator.window.resize(1440, 900)
    # Who does not do it is not assigned by a drop, and why is said.
    coordinator.drag(coordinator.block(call), "Grace")
    assert coordinator.file(call) == []
    # Ms Bell takes it and leaves before its end: half an hour is without anybody.
    coordinator.drag(coordinator.block(call), "Haruko")
    assert coordinator.file(call) == [("Haruko", None, None, False)]
    panel = coordinator.page.panel
    assert isinstance(panel, RecordPanel)
    assert panel.findChildren(LacksTold)[0].sentences == ["Nobody 5:00–5:30 PM"]
    assert [one.words for one in board.scene.cover][-2:] == ["1 of 1", "0 of 1"]
    # What is carried again is only what lacks.
    coordinator.drag(coordinator.block(call), "Ken")
    assert coordinator.file(call) == [("Haruko", None, None, False), ("Ken", "17:00", None, False)]
    assert {one.words for one in board.scene.cover if one.tone == "good"} == {"1 of 1"}
    # So is what is assigned beside it.
    workspace.undo()
    coordinator.page.select(coordinator.block(call))
    assert coordinator.page.panel is not None
    offers = Hand.find(coordinator.page.panel, CandidatesPiece).list.lines
    next(line for line in offers if line.name.text() == "Ken Yoshino").button.click()
    assert coordinator.file(call) == [("Haruko", None, None, False), ("Ken", "17:00", None, False)]
    # An end is drawn, and a block given to somebody else; each is one step back.
    rect = board.rect_of(coordinator.block(call, "Haruko"))
    assert rect is not None
    end = QPointF(board.spot_of(0, 17 * 60).x(), rect.center().y())
    coordinator.pull(QPointF(rect.right() - 2, rect.center().y()), end)
    assert coordinator.file(call)[0] == ("Haruko", None, "17:00", False)
    coordinator.drag(coordinator.block(call, "Ken"), "Emi")
    assert coordinator.file(call)[1] == ("Emi", "17:00", None, False)
    workspace.undo()
    workspace.undo()
    assert coordinator.file(call) == [("Haruko", None, None, False), ("Ken", "17:00", None, False)]


def test_interpreters_are_assigned_by_keys(coordinator: Coordinator) -> None:
    board, clinic = coordinator.board, "Shooting"
    coordinator.page.select(coordinator.block(clinic))
    # Space takes it up and aims at the first who can; arrows go on; Enter assigns.
    coordinator.press(Key.Key_Space)
    assert board.aimed is not None
    coordinator.press(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Return)
    assert [one[0] for one in coordinator.file(clinic)] == ["Emi"]
    assert board.chosen == coordinator.block(clinic, "Emi")
    # Pinned, nothing moves it.
    coordinator.press(Key.Key_P)
    coordinator.press(Key.Key_Delete)
    assert coordinator.file(clinic) == [("Emi", None, None, True)]
    coordinator.press(Key.Key_P)
    # Five minutes less, and from 11 o'clock on somebody else.
    coordinator.press(Key.Key_Left, held=SHIFT)
    assert coordinator.file(clinic) == [("Emi", None, "11:25", False)]
    coordinator.press(Key.Key_S)
    knife = coordinator.page.view.carrying.knife
    assert knife is not None
    coordinator.press(*[Key.Key_Right] * round((11 * 60 - knife.at) / 5), Key.Key_Return)
    assert (coordinator.tint("Emi"), coordinator.tint("Grace")) == ("grey", "good")
    assert board.aimed is not None
    assert board.scene.rows[board.aimed.row].name == "Grace Tanaka-Reid"
    coordinator.press(Key.Key_Return)
    assert coordinator.file(clinic) == [("Emi", None, "11:00", False), ("Grace", "11:00", "11:25", False)]
    coordinator.press(Key.Key_Delete)
    assert coordinator.file(clinic) == [("Emi", None, "11:00", False)]
    # Among one person's days there is nobody else to carry it to; an end can be moved all the same.
    coordinator.page.look("person")
    coordinator.page.view.choose(coordinator.block(clinic, "Emi"))
    coordinator.press(Key.Key_Space)
    assert coordinator.page.view.carrying.held is None
    coordinator.press(Key.Key_Right, held=SHIFT)
    assert coordinator.file(clinic) == [("Emi", None, "11:05", False)]
    coordinator.page.look("day")
    coordinator.press(Key.Key_PageDown)
    assert coordinator.page.view.day == dt.date(2027, 7, 24)


def test_the_program_proposes_and_answers_and_the_coordinator_accepts(coordinator: Coordinator, qtbot: QtBot) -> None:
    page = coordinator.page
    coordinator.press(Key.Key_P, held=Qt.KeyboardModifier.ControlModifier | SHIFT)
    qtbot.waitUntil(lambda: page.suggesting.panel is not None, timeout=15000)
    panel = page.suggesting.panel
    assert panel is not None
    suggested = [one for row in coordinator.board.scene.rows for one in row.blocks if one.dashed]
    assert {one.title for one in suggested} >= {"Courtesy call on the Mayor"}
    # What is covered is shown as it would be, too, and as it is where one looks at the plan before.
    assert {one.tone for one in coordinator.board.scene.cover} == {"good"}
    hours = [row.load.text for row in coordinator.board.scene.rows]
    before, proposed = page.suggesting.states.findChildren(QPushButton)
    before.click()
    assert "wrong" in {one.tone for one in coordinator.board.scene.cover}
    assert hours != [row.load.text for row in coordinator.board.scene.rows]
    proposed.click()
    assert coordinator.file("Courtesy") == []
    # One is accepted by itself, one is left out, the others are one step; the rest stays to be accepted.
    count = len(panel.boxes)
    place = next(number for number, one in enumerate(panel.boxes) if one[1].need_id == coordinator.need("Courtesy").id)
    panel.singles[place].click()
    assert page.suggesting.panel is panel
    assert coordinator.file("Courtesy")
    assert len(panel.boxes) == count - 1
    assert page.suggesting.notice.text.startswith(f"1 of {count} accepted")
    box = next(box for box, line in panel.boxes if line.need_id == coordinator.need("Art museum").id)
    box.click()
    panel.some.click()
    assert coordinator.file("Camp day")
    assert coordinator.file("Art museum") == []
    assert [line.need_id for _, line in panel.boxes] == [coordinator.need("Art museum").id]
    # Each was a step of its own; what is taken back can be accepted again.
    coordinator.window.workspace.undo()
    assert coordinator.file("Camp day") == []
    assert coordinator.file("Courtesy")
    assert len(panel.boxes) == count - 1
    coordinator.window.workspace.undo()
    assert coordinator.file("Courtesy") == []
    page.suggesting.discard()

    window, workspace = coordinator.window, coordinator.window.workspace
    for title, name in (("State House", "Emi"), ("Lobster", "Emi"), ("Art museum", "Ken")):
        workspace.run(interpreting.assign, coordinator.need(title).id, coordinator.person(name).id)
    emi = coordinator.person("Emi")

    # Beside the need it is said why somebody is not there, or what it would cost; once for a plan.
    page.select(Subject("Need", coordinator.need("Courtesy").id))
    assert isinstance(page.panel, RecordPanel)
    candidates = Hand.find(page.panel, CandidatesPiece)
    line = next(one for one in candidates.list.lines if "Emi" in one.name.text())
    line.why.button.click()
    assert candidates.why.asked is not None
    assert line.why.bar.isVisibleTo(page.panel)
    qtbot.waitUntil(lambda: candidates.why.asked is None, timeout=30_000)
    assert line.why.answer.text()
    assert not line.why.button.isVisibleTo(page.panel)
    # Another need is looked at while it is still being asked: nobody waits any more.
    line = next(one for one in candidates.list.lines if "Grace" in one.name.text())
    line.why.button.click()
    page.select(Subject("Need", coordinator.need("Art museum").id))
    assert candidates.why.asked is None

    # Emi falls ill on the 27th; the proposal outlives a change of language, and an edit that is not about it.
    page.select(Subject("Interpreter", emi.id))
    menu = QMenu()
    page.doing.fill(menu)
    next(one for one in menu.actions() if one.objectName() == "interpret-ill").trigger()
    assert isinstance(page.panel, IllPanel)
    page.ask_who_is_ill(Ill(emi.id, dt.date(2027, 7, 27)))
    window.change_language("ja")
    page = window.frame.page  # type: ignore[assignment]
    assert isinstance(page, InterpretersPage)
    assert isinstance(page.panel, IllPanel)
    assert page.panel.ill == Ill(emi.id, dt.date(2027, 7, 27))
    page.panel.button.click()
    window.change_language("en")
    page = window.frame.page  # type: ignore[assignment]
    assert isinstance(page, InterpretersPage)
    qtbot.waitUntil(lambda: page.suggesting.panel is not None, timeout=30_000)
    workspace.run(records.edit, "Person", emi.person_id, {"phone": "207 555 0101"})
    panel = page.suggesting.panel
    assert panel is not None
    gone = [line for line in panel.ticked if line.state.value == "gone"]
    assert [(line.interpreter_id, line.need_id) for line in gone] == [(emi.id, coordinator.need("Lobster").id)]
    assert any(text.text() == "Who must be told" for text in panel.findChildren(Text))
    # An edit of what a change rests on takes that change away, and says why; taken back, it fits again.
    count = len(panel.boxes)
    [taken_up, *_] = [line for line in panel.ticked if line.state.value == "new"]
    workspace.run(records.edit, "Need", taken_up.need_id, {"minutes": 30})
    assert taken_up.place not in {line.place for line in panel.ticked}
    assert any("the event or what it needs has changed" in text.text() for text in panel.findChildren(Text))
    workspace.undo()
    assert len(panel.boxes) == count
    panel.all.click()
    assert coordinator.file("State House") == [("Emi", None, None, False)]
    assert "Emi" not in [name for name, *_ in coordinator.file("Lobster")]
    days = [one.available_on.day for one in coordinator.person("Emi").availability]
    assert days == [22, 23, 24, 25, 26], "she comes until then: noted in the same step"
    assert workspace.next_undo.startswith("Emi Johnson cannot come from Tue 27 Jul on")

    # What events would need is listed with the reason; one is taken, then the rest.
    page.view.show_day(dt.date(2027, 7, 23))
    [game] = [one for one in page.view.board.scene.needs if one.dashed]
    assert (game.title, game.lines) == ("Game 1 vs Portland Parks & Rec (B squad)", ("B squad, not asked for",))
    page.view.board.picked.emit(game.key)
    needed = page.panel
    assert isinstance(needed, SuggestedNeedsPanel)
    count = len(needed.boxes)
    assert count == 5
    Hand.press(needed, "Accept this")
    assert isinstance(page.panel, SuggestedNeedsPanel)
    assert len(page.panel.boxes) == count - 1
    assert workspace.plan is not None
    assert [one.mode for one in workspace.plan.needs if one.activity and one.activity.title_en.startswith("Game 1")]
    Hand.press(page.panel, f"Accept all {count - 1}")
    assert not page.needed.button.isVisibleTo(page)

    # Beside what interprets a ceremony stands how long it really takes; one press leads to where it is edited.
    need = coordinator.need("Courtesy")
    given = {"speaker_en": "Mayor", "language": SpeechLanguage.ENGLISH, "minutes": 50}
    gifts = {"title_en": "Exchange of gifts", "language": SpeechLanguage.NONE}
    for one in (given, gifts):
        workspace.run(speeches.add_speech, need.activity_id, one)
    page.select(Subject("Need", need.id))
    assert page.panel is not None
    told = Hand.find(page.panel, SpeechesTold)
    words = [text.text() for text in told.findChildren(Text)]
    assert "105 min with interpreting, 50 min on paper" in words
    assert any(one.startswith("15 min too long.") for one in words)
    assert "1 text not received yet, due by Fri 16 Jul." in words
    told.edit.click()
    assert window.frame.page is not None
    assert window.frame.page.KEY == "programme"
    assert workspace.selection == Subject("Activity", need.activity_id)
