"""The night board with 300 guests in 200 homes: scrolled, a guest carried over it, a guest taken up, all shown anew."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.reading import read_into
from planner.model import Bed, Delegation, HostOffer, Household, Member, NightOff, Person, Pet, Resident, Stay
from planner.model import kinds as k
from planner.model.done import Done
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.storage import PlannerFile
from planner.ui.pages.homestays.aim import held_from_tray
from planner.ui.pages.homestays.nights import NightsView
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.shell.settings import Settings
from planner.ui.start import make_window
from planner.ui.theme import Appearance
from tests.benchmarks.report import Line
from tests.benchmarks.visits import FIRST, guests_form, start

GUESTS, HOMES, STEPS = 300, 200, 100
_DAY = dt.timedelta(days=1)


def measure(folder: Path) -> list[Line]:
    """Measure what a volunteer feels on a board of the largest visit."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, "light")
    with PlannerFile.open(full(folder)) as file:
        plan = file.plan
    view = NightsView()
    view.resize(1280, 700)
    shown = _times(5, lambda _: view.show_plan(plan, may_change=True))
    view.show()
    app.processEvents()
    scrolled = _times(STEPS, lambda number: _scroll(view, number))
    taken = _times(5, lambda number: _take_up(view, plan, number))
    carried = _times(STEPS, lambda number: _carry(view, number))
    view.close()
    chosen = _choose(folder, appearance)
    whole = f"{GUESTS} guests × {HOMES} homes"
    return [
        Line(f"night board shown anew, {whole}", shown),
        Line(f"night board scrolled, {whole}", scrolled, bar=0.016),
        Line(f"guest taken up, the homes in sight judged, {whole}", taken),
        Line(f"guest chosen, the card beside the board, {whole}", chosen, bar=0.1),
        Line(f"guest carried over the night board, {whole}", carried, bar=0.016),
    ]


def _choose(folder: Path, appearance: Appearance) -> list[float]:
    """Choose guests in the window; what the other homes are follows bit by bit, when the card is there.

    In processor time: it is so short that other programs would say more of it than the window.
    """
    window = make_window(Settings(folder / "nights.ini"), appearance)
    window.resize(1280, 800)
    window.workspace.open.path(folder / "nights.shimai")
    window.start()
    window.show()
    window.workspace.show("homestays")
    plan = window.workspace.plan
    assert plan is not None
    QApplication.processEvents()
    page, found = window.frame.page, []
    assert isinstance(page, HomestaysPage)
    for member in plan.members[-8:]:
        begun = time.process_time()
        assert page.select(Subject("Member", member.id))
        QApplication.processEvents()
        found.append(time.process_time() - begun)
    window.close()
    # The first guest of all pays for what the rules look at once.
    return found[1:]


def _times(count: int, deed: object) -> list[float]:
    assert callable(deed)
    found = []
    for number in range(count):
        begun = time.perf_counter()
        deed(number)
        found.append(time.perf_counter() - begun)
    return found


def _scroll(view: NightsView, number: int) -> None:
    view.board.verticalScrollBar().setValue(number * 37 % 9000)
    view.board.viewport().repaint()


def _take_up(view: NightsView, plan: Plan, number: int) -> None:
    view.carrying.put_back()
    # A judging that has seen nothing yet: as right after a change.
    view.show_plan(plan, may_change=True)
    view.carrying.take_up(held_from_tray(plan.members[-1 - number], plan), by_keys=False)


def _carry(view: NightsView, number: int) -> None:
    at = QPoint(300 + number * 7 % 600, 120 + number * 13 % 500)
    view.carrying.carry_to(view.board.viewport().mapToGlobal(at))
    view.repaint()


def full(folder: Path) -> Path:
    """Make a visit of 300 guests of whom 250 have a bed in one of 200 homes; gives its file."""
    path = folder / "nights.shimai"
    with start(path) as file:
        for _ in read_into(file, guests_form(folder / "guests.csv", GUESTS)):
            pass
        file.run(_house)
    return path


def _house(session: Session) -> Done:
    visit_id = session.scalars(select(Delegation)).first().visit_id  # type: ignore[union-attr]
    beds = []
    for number in range(HOMES):
        home = Household(name_en=f"Family {number:03}", name_ja=f"家庭{number}", belted_seats=3, smoking=k.Smoking.NO)
        home.beds = [Bed(room=f"Room {bed}", kind=k.BedKind.TWIN) for bed in range(2)]
        home.residents = [Resident(person=Person(given_name="Pat", family_name=home.name_en, stated_age=44))]
        if number % 3 == 0:
            home.pets = [Pet(species=k.Species.CAT, lives=k.Whereabouts.INDOORS)]
        offer = HostOffer(visit_id=visit_id, household=home, most_guests=2, status=k.OfferStatus.APPROVED)
        if number % 7 == 0:
            offer.nights_off = [NightOff(night=FIRST + 4 * _DAY, reason="away")]
        session.add(offer)
        beds += home.beds
    last = FIRST + 9 * _DAY
    for member, bed in zip(session.scalars(select(Member).order_by(Member.id)).all()[:250], beds, strict=False):
        session.add(Stay(member=member, household=bed.household, bed=bed, first_night=FIRST, last_night=last))
    return Done(Message.of("change-add", noun=Message.of("Household"), name=""))
