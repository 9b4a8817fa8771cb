"""States of the Homestays page worth a picture: the night board as a visit is half paired, and what is done on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.commands import homestays, stays
from planner.commands.stays import Lodging, Placing
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.homestays.pairpanel import PairPanel
from planner.ui.pages.homestays.repairing import RepairPanel
from planner.ui.shell.window import MainWindow

#: Who is where on which nights of July, by the names on the forms of the practice visit.
_STAYS: Final = (
    ("Sakura", "Ouellette", 0, 22, 31), ("Hina", "Nguyen-Baker", 0, 22, 23), ("Hina", "Pelletier", 0, 24, 25),
    ("Hina", "Nguyen-Baker", 0, 26, 31), ("Ruka", "Nguyen-Baker", 1, 22, 23), ("Ruka", "Nguyen-Baker", 1, 26, 31),
    ("Kaori", "Hall", 0, 22, 31), ("Emi", "Hall", 1, 22, 31), ("Kenta", "Hall", 2, 22, 23),
    ("Kenta", "Washington", 0, 24, 31), ("Fatima", "Rahman", 0, 22, 31), ("Aoi", "Lindqvist", 0, 22, 29),
    ("Aoi", "Pelletier", 0, 30, 31), ("Rin", "Lindqvist", 1, 22, 29), ("Rin", "Pelletier", 1, 30, 31),
    ("Mei", "MacLeod", 0, 22, 31),
)  # fmt: skip
_PINNED: Final = ("Fatima", "Mei")


def half_paired(window: MainWindow) -> None:
    """Ten of fifteen have a bed; two of them are pinned."""
    page = _page(window)
    plan = _plan(window)
    if not plan.stays:
        for guest, family, bed, first, last in _STAYS:
            home = next(one for one in plan.households if one.name_en == family)
            member = next(one for one in plan.members if one.person.given_name == guest)
            lodging = Lodging(StayKind.HOME, home.id, home.beds[bed].id)
            nights = (dt.date(2027, 7, day) for day in (first, last))
            window.workspace.run(stays.place, Placing(member.id, lodging, *nights))
        pinned = [one.id for one in _plan(window).stays if one.member.person.given_name in _PINNED]
        window.workspace.run(stays.lock, pinned, True)
    page.look("nights")
    window.frame.passing.forget_undo()


def carrying(window: MainWindow) -> None:
    """A guest from the tray over a home that could take her."""
    half_paired(window)
    page = _page(window)
    tray, board = page.nights.tray, page.nights.board
    misaki = next(one for one in _plan(window).members if one.person.given_name == "Misaki")
    rect = tray.rect_of(misaki.id)
    okafor = next(one.block for one in board.layout_.spreads if one.block.name in ("Okafor", "オカフォー"))
    line = board.layout_.block_of(okafor.key)
    assert rect is not None
    assert line is not None
    begin = rect.center().toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(tray.viewport(), left, Qt.KeyboardModifier.NoModifier, begin)
    spot = board.rect_from(line.lines[1], dt.date(2027, 7, 25), dt.date(2027, 7, 25))
    assert spot is not None
    at = tray.viewport().mapFromGlobal(board.viewport().mapToGlobal(spot.center().toPoint()))
    for where in (begin + QPoint(20, 10), at):
        QTest.mouseMove(tray.viewport(), where)


def chosen(window: MainWindow) -> None:
    """A stay chosen on the board."""
    half_paired(window)
    page = _page(window)
    page.nights.carrying.put_back()
    stay = next(one for one in _plan(window).stays if one.member.person.given_name == "Sakura")
    window.frame.go(Subject("Stay", stay.id))


def why_not(window: MainWindow) -> None:
    """Why a guest cannot be in the home looked at, how it can be all the same, and why the others cannot."""
    half_paired(window)
    page = _page(window)
    page.nights.carrying.put_back()
    misaki = next(one for one in _plan(window).members if one.person.given_name == "Misaki")
    page.select(Subject("Member", misaki.id))
    ouellette = next(one for one in _plan(window).households if one.name_en == "Ouellette")
    panel = page.panel
    assert isinstance(panel, PairPanel)
    panel.homeAsked.emit(Subject("Household", ouellette.id))
    for head in panel.findChildren(FoldHead):
        head.setChecked(True)
    QTest.qWait(50)
    panel.scroll_area.verticalScrollBar().setValue(150)


def repair(window: MainWindow) -> None:
    """Pairing again from a night without a family."""
    half_paired(window)
    page = _page(window)
    if page.pairing.view is not None:
        page.pairing.discard()
    page.do("pair-again")
    panel, plan = page.panel, _plan(window)
    assert isinstance(panel, RepairPanel)
    home = next(one for one in plan.households if one.name_en == "Ouellette")
    ill = next(one for one in plan.members if one.person.given_name == "Aoi")
    panel.homes.add(home.id, dt.date(2027, 7, 27))
    panel.guests.add(ill.id, dt.date(2027, 7, 25), dt.date(2027, 7, 26))


def proposal(window: MainWindow) -> None:
    """What the program would do about those who wait."""
    half_paired(window)
    page = _page(window)
    page.nights.carrying.put_back()
    # The matcher may still be busy, or wait behind other work of a loaded machine: however long that takes.
    while window.workspace.jobs.running:
        QTest.qWait(20)
    page.pairing.start()
    while window.workspace.jobs.running:
        QTest.qWait(20)
    assert page.pairing.panel is not None


def proposal_changed(window: MainWindow) -> None:
    """A proposal after the plan has changed: whose part no longer fits, and why."""
    page = _page(window)
    if page.pairing.view is None:
        proposal(window)
    riko = next(one for one in _plan(window).members if one.person.given_name == "Riko")
    home = next(one for one in _plan(window).households if one.name_en == "Okafor")
    lodging = Lodging(StayKind.HOME, home.id, home.beds[0].id)
    window.workspace.run(stays.place, Placing(riko.id, lodging, dt.date(2027, 7, 22), dt.date(2027, 7, 27)))


def flyer(window: MainWindow) -> None:
    """The text that asks new families for what is missing."""
    if _page(window).pairing.view is None:
        proposal(window)
    panel = _page(window).pairing.panel
    assert panel is not None
    panel.flyerAsked.emit()


def hotel(window: MainWindow) -> None:
    """A hotel room and a night in the air among the homes, at the foot of the board."""
    half_paired(window)
    page, plan = _page(window), _plan(window)
    if page.pairing.view is not None:
        page.pairing.discard()
    if not plan.rooms:
        press = {"name_en": "Press Hotel", "name_ja": "プレス・ホテル", "address_en": "119 Exchange St, Portland"}
        window.workspace.run(homestays.add_room, plan.visit.id, press, {"number": "412", "kind": "twin", "sleeps": 2})
        plan = _plan(window)
        kaori, kenta = (
            next(one for one in plan.members if one.person.given_name == name) for name in ("Kaori", "Kenta")
        )
        room = next(one for one in plan.rooms if one.number == "412")
        for member, lodging, first, last in (
            (kaori, Lodging(StayKind.HOTEL, None, None, room.place_id, room.id), 30, 31),
            (kenta, Lodging(StayKind.HOTEL, None, None, room.place_id, room.id), 30, 31),
            (kenta, Lodging(StayKind.IN_THE_AIR), 22, 22),
        ):
            nights = (dt.date(2027, 7, day) for day in (first, last))
            window.workspace.run(stays.place, Placing(member.id, lodging, *nights))
    page.look("nights")
    QTest.qWait(50)
    page.nights.board.verticalScrollBar().setValue(9999)
    window.frame.passing.forget_undo()


def rooms(window: MainWindow) -> None:
    """The hotel rooms and who sleeps there, as a list."""
    hotel(window)
    page = _page(window)
    page.look("list")
    page.lists.restore({"which": "rooms"})


def cars(window: MainWindow) -> None:
    """Who comes to the meeting point from which home, in whose car."""
    hotel(window)
    page = _page(window)
    page.look("list")
    page.lists.restore({"which": "cars"})


def missing(window: MainWindow) -> None:
    """What a family still has to bring, on the card of the pair."""
    _card_at_the_okafors(window)


def letter(window: MainWindow) -> None:
    """The text that asks the family for it."""
    panel = _card_at_the_okafors(window)
    assert panel.sight is not None
    panel.letterAsked.emit(panel.sight)


def _card_at_the_okafors(window: MainWindow) -> PairPanel:
    half_paired(window)
    page = _page(window)
    page.nights.carrying.put_back()
    misaki = next(one for one in _plan(window).members if one.person.given_name == "Misaki")
    page.select(Subject("Member", misaki.id))
    okafor = next(one for one in _plan(window).households if one.name_en == "Okafor")
    panel = page.panel
    assert isinstance(panel, PairPanel)
    panel.homeAsked.emit(Subject("Household", okafor.id))
    QTest.qWait(50)
    panel.scroll_area.verticalScrollBar().setValue(330)
    return panel


HOMESTAYS: Final[tuple[tuple[str, Callable[[MainWindow], None]], ...]] = (
    ("homestays-board", half_paired),
    ("homestays-carrying", carrying),
    ("homestays-chosen", chosen),
    ("homestays-why-not", why_not),
    ("homestays-missing", missing),
    ("homestays-letter", letter),
    ("homestays-proposal", proposal),
    ("homestays-flyer", flyer),
    ("homestays-proposal-changed", proposal_changed),
    ("homestays-repair", repair),
    ("homestays-hotel", hotel),
    ("homestays-rooms", rooms),
    ("homestays-cars", cars),
)


def _page(window: MainWindow) -> HomestaysPage:
    page = window.frame.show_page("homestays")
    assert isinstance(page, HomestaysPage)
    return page


def _plan(window: MainWindow) -> Plan:
    plan = window.workspace.plan
    assert plan is not None
    return plan
