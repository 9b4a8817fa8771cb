"""Guests put into homes on the real board, by mouse and by keys; what stands in the file afterwards is looked at."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.commands import stays as stays_commands
from planner.commands.stays import Placing
from planner.language import say
from planner.model import Household, Member
from planner.model.message import Message
from planner.rules.finding import Subject
from planner.ui.boards.nights.layout import Line
from planner.ui.pages.homestays.letterpanel import LetterPanel
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.homestays.pairpanel import PairPanel
from planner.ui.pages.homestays.pairwork import Away, Question, Without
from planner.ui.pages.homestays.proposalpanel import ProposalPanel
from planner.ui.pages.homestays.repairing import RepairPanel
from planner.ui.pages.reckoning import ReckonedBox
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.text import Text
from tests.prepared import copy_practice
from tests.ui.by_hand import Hand
from tests.ui.conftest import make_main_window

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def night(day: int) -> dt.date:
    return dt.date(2027, 7, day)


def words_of(panel: QWidget) -> list[str]:
    return [text.text() for text in panel.findChildren(Text)]


class Volunteer:
    """Hands on the board, and eyes for the file."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        self.window, self.path = window, path
        page = window.frame.show_page("homestays")
        assert isinstance(page, HomestaysPage)
        self.page = page
        self.board, self.tray = page.nights.board, page.nights.tray

    def look_again(self) -> HomestaysPage:
        """The page as it was made anew in another language."""
        page = self.window.frame.page
        assert isinstance(page, HomestaysPage)
        self.page = page
        self.board, self.tray = page.nights.board, page.nights.tray
        return page

    # What there is

    def household(self, name: str) -> Household:
        plan = self.window.workspace.plan
        assert plan is not None
        return next(one for one in plan.households if one.name_en == name)

    def member(self, name: str) -> Member:
        plan = self.window.workspace.plan
        assert plan is not None
        return next(one for one in plan.members if one.person.given_name == name)

    def stays(self, name: str) -> list[tuple[str, int | None, int, int, bool]]:
        """A guest's stays as they lie in the file: family, which of its beds, first and last night, pinned."""
        query = """
            SELECT household.name_en, stay.household_id, stay.bed_id, first_night, last_night, locked FROM stay
            JOIN household ON household.id = stay.household_id WHERE member_id = ? ORDER BY first_night"""
        with closing(sqlite3.connect(self.path)) as connection:
            rows = connection.execute(query, (self.member(name).id,)).fetchall()
            found = []
            for family, home, bed, first, last, locked in rows:
                beds = [one for (one,) in connection.execute("SELECT id FROM bed WHERE household_id = ?", (home,))]
                place = None if bed is None else sorted(beds).index(bed)
                found.append((family, place, int(first[-2:]), int(last[-2:]), bool(locked)))
        return found

    def key(self, name: str, part: int = 0) -> Subject:
        """The bar of a guest's stay."""
        judging = self.page.nights.judging
        assert judging is not None
        own = [spell for spell in judging.spells if spell.member.person.given_name == name]
        found = sorted(own, key=lambda one: one.first)[part].key
        assert isinstance(found, Subject)
        return found

    def line(self, family: str, bed: int) -> Line:
        spread = next(one for one in self.board.layout_.spreads if one.block.name == family)
        self.board.scroll_to(spread.block.key)
        return spread.lines[bed]

    # Mouse

    def at(self, family: str, bed: int, day: int) -> QPoint:
        """A place on the board, on the screen."""
        rect = self.board.rect_from(self.line(family, bed), night(day), night(day))
        assert rect is not None
        return self.board.viewport().mapToGlobal(rect.center().toPoint())

    def drag(self, name: str, to: QPoint, *, drop: bool = True) -> None:
        """Carry a guest out of the tray."""
        member = self.member(name).id
        assert self.tray.choose(member)
        rect = self.tray.rect_of(member)
        assert rect is not None
        view = self.tray.viewport()
        QTest.mousePress(view, LEFT, NONE, rect.center().toPoint())
        QTest.mouseMove(view, rect.center().toPoint() + QPoint(15, 15))
        QTest.mouseMove(view, view.mapFromGlobal(to))
        if drop:
            QTest.mouseRelease(view, LEFT, NONE, view.mapFromGlobal(to))

    def carry(self, name: str, to: QPoint, part: int = 0) -> None:
        """Carry a stay elsewhere."""
        self.board.scroll_to(self.key(name, part))
        rect = self.board.rect_of(self.key(name, part))
        assert rect is not None
        self.pull(rect.center(), to)

    def stretch(self, name: str, edge: str, to: QPoint, part: int = 0) -> None:
        """Draw an end of a stay."""
        self.board.scroll_to(self.key(name, part))
        rect = self.board.rect_of(self.key(name, part))
        assert rect is not None
        x = rect.left() + 2 if edge == "first" else rect.right() - 2
        self.pull(QPointF(x, rect.center().y()), to)

    def pull(self, begin: QPointF, to: QPoint) -> None:
        view = self.board.viewport()
        QTest.mousePress(view, LEFT, NONE, begin.toPoint())
        QTest.mouseMove(view, begin.toPoint() + QPoint(0, 12))
        QTest.mouseMove(view, view.mapFromGlobal(to))
        QTest.mouseRelease(view, LEFT, NONE, view.mapFromGlobal(to))

    # Keys

    def press(self, *keys: Key, held: Qt.KeyboardModifier = NONE) -> None:
        for key in keys:
            QTest.keyClick(self.board, key, held)

    def choose(self, name: str, part: int = 0) -> None:
        self.page.select(self.key(name, part))
        self.board.setFocus()

    @property
    def card(self) -> PairPanel:
        panel = self.page.panel
        assert isinstance(panel, PairPanel)
        return panel


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_practice(tmp_path_factory.mktemp("practice") / "portland.shimai")


@pytest.fixture
def volunteer(
    qtbot: QtBot, settings: Settings, appearance: Appearance, practice: Path, tmp_path: Path
) -> Iterator[Volunteer]:
    path = Path(shutil.copy(practice, tmp_path / "portland.shimai"))
    window = make_main_window(qtbot, settings, appearance)
    window.resize(1440, 900)
    assert window.workspace.open.path(path)
    window.start()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield Volunteer(window, path)
    window.close()


def test_guests_are_put_into_homes_by_mouse(volunteer: Volunteer) -> None:
    board, workspace = volunteer.board, volunteer.window.workspace
    # A home that has a cat is grey for who is allergic to cats, and says so; a drop there does nothing.
    volunteer.drag("Misaki", volunteer.at("Ouellette", 0, 25), drop=False)
    spreads = {one.block.name: one.block.key for one in board.layout_.spreads}
    tones = {name: board.tints[key].tone for name, key in spreads.items()}
    assert (tones["Ouellette"], tones["Okafor"], tones["MacLeod"]) == ("grey", "check", "good")
    assert "cat" in board.tints[spreads["Ouellette"]].words
    assert volunteer.page.hints.isVisibleTo(volunteer.page)
    QTest.keyClick(volunteer.tray, Key.Key_Escape)
    assert (dict(board.tints), board.target) == ({}, None)
    QTest.mouseRelease(volunteer.tray.viewport(), LEFT, NONE, QPoint(5, 5))
    volunteer.drag("Misaki", volunteer.at("Ouellette", 0, 25))
    assert volunteer.stays("Misaki") == []
    # Another home takes her for all nights; she is in the tray no more.
    volunteer.drag("Misaki", volunteer.at("MacLeod", 1, 25))
    assert volunteer.stays("Misaki") == [("MacLeod", 1, 22, 31, False)]
    assert volunteer.member("Misaki").id not in {card.key for card in volunteer.tray.cards}
    assert "MacLeod" in workspace.next_undo
    # Where a bed is to be had for part of the nights she gets those; the rest waits.
    volunteer.drag("Sakura", volunteer.at("Okafor", 0, 23))
    assert volunteer.stays("Sakura") == [("Okafor", 0, 22, 27, False)]
    volunteer.drag("Sakura", volunteer.at("MacLeod", 0, 30))
    assert volunteer.stays("Sakura") == [("Okafor", 0, 22, 27, False), ("MacLeod", 0, 28, 31, False)]
    # The border between the two is drawn: the other stay gives way.
    volunteer.stretch("Sakura", "first", volunteer.at("MacLeod", 0, 26), part=1)
    assert volunteer.stays("Sakura") == [("Okafor", 0, 22, 25, False), ("MacLeod", 0, 26, 31, False)]
    workspace.undo()
    workspace.undo()
    # From home to home, and back into the tray.
    volunteer.carry("Sakura", volunteer.at("Okafor", 1, 24))
    assert volunteer.stays("Sakura") == [("Okafor", 1, 22, 27, False)]
    tray = volunteer.tray.viewport()
    volunteer.carry("Sakura", tray.mapToGlobal(QPoint(40, 40)))
    assert volunteer.stays("Sakura") == []
    # Two who are each in a bed the other could have change places.
    volunteer.drag("Kaede", volunteer.at("Ouellette", 0, 25))
    volunteer.carry("Misaki", volunteer.at("MacLeod", 0, 25))
    assert volunteer.stays("Misaki") == [("MacLeod", 0, 22, 31, False)]
    volunteer.drag("Mei", volunteer.at("MacLeod", 1, 25))
    volunteer.carry("Mei", volunteer.at("MacLeod", 0, 25))
    assert [volunteer.stays(name)[0][1] for name in ("Mei", "Misaki")] == [0, 1]
    assert "change places" in workspace.next_undo


def test_the_same_by_keys(volunteer: Volunteer) -> None:
    workspace = volunteer.window.workspace
    mei = volunteer.member("Mei").id
    volunteer.tray.setFocus()
    volunteer.tray.choose(mei)
    # Enter takes her up; the first possible home is aimed at. Down and up go from home to home.
    QTest.keyClick(volunteer.tray, Key.Key_Return)
    assert volunteer.page.nights.carrying.held is not None
    order = [one.block.name for one in volunteer.board.layout_.spreads]
    while volunteer.page.nights.carrying.place != "MacLeod":
        step = order.index("MacLeod") - order.index(volunteer.page.nights.carrying.place)
        QTest.keyClick(volunteer.tray, Key.Key_Down if step > 0 else Key.Key_Up)
    QTest.keyClick(volunteer.tray, Key.Key_Return)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 31, False)]
    # Nights drawn in and out again are one step each way; the guest's own nights are the limit.
    volunteer.choose("Mei")
    volunteer.press(Key.Key_Left, Key.Key_Left, held=Qt.KeyboardModifier.ShiftModifier)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 29, False)]
    volunteer.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 31, False)]
    volunteer.press(Key.Key_Right, held=Qt.KeyboardModifier.AltModifier)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 23, 31, False)]
    volunteer.press(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    # Split on the night the arrows lead to; Esc leaves it whole.
    volunteer.press(Key.Key_S, Key.Key_Right, Key.Key_Escape)
    assert len(volunteer.stays("Mei")) == 1
    volunteer.press(Key.Key_S, Key.Key_Right, Key.Key_Return)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 27, False), ("MacLeod", 0, 28, 31, False)]
    # The second part is chosen now: pinned, nothing moves it.
    volunteer.press(Key.Key_P)
    assert volunteer.stays("Mei")[1] == ("MacLeod", 0, 28, 31, True)
    volunteer.press(Key.Key_Delete)
    volunteer.press(Key.Key_Space)
    assert not volunteer.page.nights.carrying.is_busy
    assert len(volunteer.stays("Mei")) == 2
    volunteer.press(Key.Key_P)
    volunteer.press(Key.Key_Delete)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 27, False)]
    assert "no longer at MacLeod" in workspace.next_undo
    # Space carries the stay that is chosen; Esc puts it back.
    volunteer.choose("Mei")
    volunteer.press(Key.Key_Space, Key.Key_Down, Key.Key_Escape)
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 27, False)]
    # Placed, split, pinned, unpinned, taken away; drawn in and out again is no step.
    for _ in range(5):
        assert volunteer.stays("Mei") != []
        workspace.undo()
    assert volunteer.stays("Mei") == []


def test_the_card_says_why_and_why_not(volunteer: Volunteer) -> None:
    workspace = volunteer.window.workspace
    misaki = Subject("Member", volunteer.member("Misaki").id)
    volunteer.page.select(misaki)
    card = volunteer.card
    assert card.sight is not None
    assert card.sight.tone == "good"
    # In a home that is not possible the card says why, and takes her all the same for a reason and a name.
    ouellette = next(one.block.key for one in volunteer.board.layout_.spreads if one.block.name == "Ouellette")
    card.homeAsked.emit(ouellette)
    assert "cat indoors" in card.sight.aim.refusal
    card._give_reason(card.sight)
    assert volunteer.stays("Misaki") == []
    card.reason.line.setText("The cat moves to the grandmother")
    card.who.line.setText("Pat")
    card._give_reason(card.sight)
    assert volunteer.stays("Misaki") == [("Ouellette", 0, 22, 31, False)]
    stay = next(one for one in workspace.plan.stays)  # type: ignore[union-attr]
    assert stay.reason == "The cat moves to the grandmother"
    assert workspace.next_undo == "Place Misaki Sato all the same: Ouellette"
    # It stays visible: on the bar, and among what was accepted; nothing is broken that nobody answers for.
    bar = volunteer.board.layout_.bar(volunteer.key("Misaki"))
    assert bar is not None
    assert (bar.problem, "flag" in bar.icons) == ("", True)
    assert "Accepted by Pat: The cat moves to the grandmother" in bar.words
    about = [one for one in workspace.findings if volunteer.key("Misaki") in one.subjects and one.severity == "block"]
    assert [one.accepted and one.accepted.who for one in about] == ["Pat"]
    workspace.undo()
    assert volunteer.stays("Misaki") == []
    assert workspace.plan is not None
    assert workspace.plan.acceptances == ()
    # What a family still has to bring it can be asked for, in a letter that tells nothing of the guest.
    volunteer.page.select(misaki)
    card.homeAsked.emit(Subject("Household", volunteer.household("Okafor").id))
    Hand.press(card, "Ask for it…")
    letter = volunteer.page.panel
    assert isinstance(letter, LetterPanel)
    assert "– Emeka turns 18 on Wed 28 Jul and has no clearance" in letter.text.value()
    assert "Misaki" not in letter.text.value()
    Hand.press(letter, "Back")
    assert volunteer.page.panel is card


def test_the_menu_names_what_can_be_done(volunteer: Volunteer) -> None:
    volunteer.drag("Mei", volunteer.at("MacLeod", 0, 25))
    volunteer.choose("Mei")
    bar = volunteer.window.menuBar()
    menu = next(action.menu() for action in bar.actions() if action.text() == "H&omestays")
    assert isinstance(menu, QMenu)
    shown = {action.text(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}
    assert shown["Pin, or unpin"]
    next(action for action in menu.actions() if action.text() == "Pin, or unpin").trigger()
    assert volunteer.stays("Mei") == [("MacLeod", 0, 22, 31, True)]
    # A double click on a family leads to it.
    spread = volunteer.board.layout_.spreads[0]
    name = QPoint(30, round(spread.top + volunteer.board.view.origin.y()) + 12)
    QTest.mouseDClick(volunteer.board.viewport(), LEFT, NONE, name)
    assert volunteer.window.workspace.selection == spread.block.key
    assert volunteer.window.frame.page is not None
    assert volunteer.window.frame.page.KEY == "hosts"
    volunteer.window.frame.show_page("programme")
    assert not any(action.isEnabled() for action in menu.actions() if action.text() == "Pin, or unpin")


def test_the_program_pairs_and_the_volunteer_accepts(qtbot: QtBot, volunteer: Volunteer) -> None:
    workspace, page = volunteer.window.workspace, volunteer.page
    # Four travel, so that it is quick; one of them is pinned already.
    names = ("Sakura", "Fatima", "Kaede", "Mei")
    staying = {volunteer.member(name).id for name in names}
    assert workspace.plan is not None
    for member in workspace.plan.members:
        if member.id not in staying:
            workspace.run(records.edit, "Member", member.id, {"withdrawn": True})
    volunteer.drag("Mei", volunteer.at("MacLeod", 1, 25))
    volunteer.choose("Mei")
    volunteer.press(Key.Key_P)

    def pair(button: QWidget) -> ProposalPanel:
        before = page.pairing.panel
        QTest.mouseClick(button, LEFT)
        qtbot.waitUntil(lambda: page.pairing.panel not in (None, before), timeout=30_000)
        assert isinstance(page.panel, ProposalPanel)
        return page.panel

    panel = pair(page.pairing.button)
    assert page.pairing.view is not None
    assert panel.ticked == staying - {volunteer.member("Mei").id}
    # Nothing has changed; before and proposal are two looks at the board.
    assert [volunteer.stays(name) for name in names[:3]] == [[], [], []]
    bars = page.pairing.view.board.layout_.keys
    assert len(bars) == 4
    Hand.press(page, "Before")
    assert len(page.pairing.view.board.layout_.keys) == 1
    # One is not accepted: the others are one step, and that one stays to be accepted.
    panel._boxes[volunteer.member("Kaede").id].click()
    Hand.press(panel, "Accept selected (2)")
    panel = page.panel
    assert isinstance(panel, ProposalPanel)
    assert page.pairing.notice.text == "2 of 3 accepted, the others not applied yet"
    assert set(panel._boxes) == {volunteer.member("Kaede").id}
    assert not panel.ticked
    assert volunteer.stays("Kaede") == []
    assert [len(volunteer.stays(name)) for name in names] == [1, 1, 0, 1]
    assert workspace.next_undo == "Pair 2 guests"
    # What is taken back can be accepted again; when all is in the plan, there is no proposal any more.
    workspace.undo()
    assert [len(volunteer.stays(name)) for name in names] == [0, 0, 0, 1]
    assert isinstance(page.panel, ProposalPanel)
    Hand.press(page.panel, "Accept all 3")
    assert page.pairing.view is None
    placed = {name: volunteer.stays(name) for name in names}
    assert placed["Mei"] == [("MacLeod", 1, 22, 31, True)]
    assert all(len(one) == 1 for one in placed.values())

    # Sakura's family drops out on the sixth day, and Kaede is in hospital for two nights: told at once.
    [[family, _, _, _, _]] = [list(one) for one in placed["Sakura"]]
    kaede, home = volunteer.member("Kaede"), volunteer.household(str(family))
    Hand.press(page, "Repair…")
    asked = page.panel
    assert isinstance(asked, RepairPanel)
    asked.since.committed.emit(night(27))
    asked.homes.choice.committed.emit(home.id)
    asked.guests.choice.committed.emit(kaede.id)
    [gone], [ill] = asked.homes.rows, asked.guests.rows
    assert (gone.first, ill.first, ill.last) == (night(27), night(27), night(27))
    ill.start.committed.emit(night(28))
    assert ill.last == night(28), "not before it begins"
    ill.end.committed.emit(night(29))
    # A change of language loses nothing of what was said.
    volunteer.window.change_language("ja")
    page = volunteer.look_again()
    asked = page.panel
    assert isinstance(asked, RepairPanel)
    assert asked.question == Question(
        night(27), (Without(home.id, night(27)),), (Away(kaede.id, night(28), night(29)),)
    )
    panel = pair(asked.button)
    assert {change.member.person.given_name for change in panel._proposal.changes} == {"Sakura", "Kaede"}
    volunteer.window.change_language("en")
    page = volunteer.look_again()
    panel = page.pairing.panel
    assert isinstance(panel, ProposalPanel)
    told = words_of(panel)
    for guest, at in (("Sakura", family), ("Kaede", placed["Kaede"][0][0])):
        assert any(f"{guest} " in words and str(at) in words for words in told), told
    # An edit that has nothing to do with it changes nothing; what somebody is moved to by hand is no longer proposed.
    workspace.run(records.edit, "Household", home.id, {"phone": "207 555 0100"})
    assert page.pairing.panel is not None
    assert len(page.pairing.panel.ticked) == 2
    stay = next(one for one in workspace.plan.stays if one.member_id == kaede.id)
    workspace.run(stays_commands.resize, stay.id, night(22), night(30))
    panel = page.pairing.panel
    assert isinstance(panel, ProposalPanel)
    assert "Kaede: sleeps elsewhere by now" in words_of(panel)
    assert panel.ticked == {volunteer.member("Sakura").id}
    workspace.undo()
    [change] = [one for one in page.pairing.panel._proposal.changes if one.member.person.given_name == "Sakura"]
    bed = next(spell.lodging for spell in change.after if spell.look != "same")
    workspace.run(stays_commands.place, Placing(kaede.id, bed, night(22), night(31)))
    told = words_of(page.pairing.panel)
    assert "Kaede: sleeps elsewhere by now" in told
    assert any(words.startswith("Sakura: ") for words in told), "Kaede has her bed"
    assert not page.pairing.panel.ticked
    workspace.undo()
    assert len(page.pairing.panel.ticked) == 2
    Hand.press(page.pairing.panel, "Accept all 2")
    first, second = volunteer.stays("Sakura")
    assert first == (*placed["Sakura"][0][:3], 26, False)
    assert (second[0] != family, second[2:4]) == (True, (27, 31))
    assert [one[2:4] for one in volunteer.stays("Kaede")] == [(22, 27), (30, 31)]
    assert {name: volunteer.stays(name) for name in ("Fatima", "Mei")} == {
        name: placed[name] for name in ("Fatima", "Mei")
    }

    # What would another home cost everybody? The plan stays as it is.
    page.select(Subject("Member", kaede.id))
    others = [one for one in page.nights.board.scene.blocks if one.name == "MacLeod"]
    assert isinstance(page.panel, PairPanel)
    page.panel.homeAsked.emit(others[0].key)
    [box] = page.panel.findChildren(ReckonedBox)
    revision, prices = workspace.plan.revision, page.looking.prices
    QTest.mouseClick(box.button, LEFT)
    assert prices.asked == (kaede.id, volunteer.household("MacLeod").id)
    assert box.bar.isVisibleTo(page.panel)
    # Another guest is looked at: nobody waits for it any more.
    page.select(Subject("Member", volunteer.member("Mei").id))
    assert prices.asked is None
    page.select(Subject("Member", kaede.id))
    page.panel.homeAsked.emit(others[0].key)
    QTest.mouseClick(page.panel.findChildren(ReckonedBox)[-1].button, LEFT)
    qtbot.waitUntil(lambda: prices.asked is None, timeout=30_000)
    known = prices.known((kaede.id, volunteer.household("MacLeod").id))
    assert known
    # It is not asked twice, and the plan stays as it is.
    page.panel.homeAsked.emit(others[0].key)
    assert page.panel.findChildren(ReckonedBox)[-1].answer.text() == "\n".join(say(one) for one in known)
    assert workspace.plan.revision == revision

    # The text that asks for something: in the language of whoever is asked, changed a little, saved.
    letter = LetterPanel(workspace, "Ask", "", ((Message.of("flyer-title"),), (Message.of("flyer-answer"),)), "flyer")
    page.inspect(letter)
    letter.text.show_value("Families wanted!")
    Hand.press(letter, "日本語")
    assert letter.text.value().splitlines()[0] == "ホストファミリー募集"
    Hand.press(letter, "English")
    assert letter.text.value() == "Families wanted!"
    letter.save(volunteer.path.parent / "flyer.txt")
    assert (volunteer.path.parent / "flyer.txt").read_text("utf-8-sig") == "Families wanted!"
