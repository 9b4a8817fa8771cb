"""States of the Interpreters page worth a picture: a day half assigned, and what is done on its board."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.commands import interpreting, records, speeches
from planner.model.interpreting import Need
from planner.model.kinds import SpeechLanguage
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.pages.interpreters.covering import OfferLine
from planner.ui.pages.interpreters.illness import Ill, IllPanel
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.shell.window import MainWindow

#: Who interprets what of the practice visit; the call on the Mayor lasts longer than its interpreter can stay.
_ASSIGNED: Final = (
    ("Shooting", "Emi"), ("Courtesy", "Haruko"), ("State House", "Emi"), ("Maine State", "Grace"),
    ("Lobster", "Emi"), ("Art museum", "Ken"), ("Camp day", "Grace"),
)  # fmt: skip
_DAY: Final = dt.date(2027, 7, 23)


def day(window: MainWindow) -> None:
    """A day on which half an hour is not covered."""
    page = _page(window)
    if not any(need.assignments for need in _plan(window).needs):
        for title, name in _ASSIGNED:
            who = next(one for one in _plan(window).interpreters if one.person.given_name == name)
            window.workspace.run(interpreting.assign, _need(window, title).id, who.id)
    page.suggesting.discard()
    page.inspect(None)
    page.look("day")
    page.view.show_day(_DAY)
    window.frame.passing.forget_undo()


def uncovered(window: MainWindow) -> None:
    """What lacks somebody, in the inspector."""
    day(window)
    window.frame.go(Subject("Need", _need(window, "Courtesy").id))


def carrying(window: MainWindow) -> None:
    """What lacks somebody, carried by keys."""
    uncovered(window)
    board = _page(window).view.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Space)


def visit(window: MainWindow) -> None:
    """All days at once."""
    day(window)
    _page(window).look("visit")


def listed(window: MainWindow) -> None:
    """What is needed as a list, with one of it in the inspector."""
    day(window)
    page = _page(window)
    page.look("list")
    page.select(Subject("Need", _need(window, "Courtesy").id))


def person(window: MainWindow) -> None:
    """All days of one."""
    day(window)
    page = _page(window)
    page.look("person")


def proposal(window: MainWindow) -> None:
    """What the program would change."""
    day(window)
    page = _page(window)
    page.suggesting.ask(None)
    patience = time.monotonic() + 20
    while page.suggesting.panel is None and time.monotonic() < patience:
        QApplication.processEvents()
        time.sleep(0.01)
    page.view.show_day(_DAY)


def proposal_under_way(window: MainWindow) -> None:
    """One change is accepted, and what another rested on has been changed since: the rest stays open."""
    proposal(window)
    page = _page(window)
    panel = page.suggesting.panel
    assert panel is not None
    panel.singles[0].click()
    ken = next(one for one in _plan(window).interpreters if one.person.given_name == "Ken")
    window.workspace.run(records.edit, "Interpreter", ken.id, {"hours_per_day": 3.0})
    page.view.show_day(dt.date(2027, 7, 31))
    window.frame.passing.forget_undo()


def to_confirm(window: MainWindow) -> None:
    """When somebody can come as it was understood from prose, beside the words, to be confirmed."""
    day(window)
    ken = next(one for one in _plan(window).interpreters if one.person.given_name == "Ken")
    window.frame.go(Subject("Interpreter", ken.id))


def why_not(window: MainWindow) -> None:
    """Why somebody is not there in the best assignment, as asked beside a need."""
    uncovered(window)
    page = _page(window)
    lines = [line for line in page.panel.findChildren(OfferLine) if line.isVisibleTo(page)] if page.panel else []
    for line in lines[:1]:
        line.why.button.click()
        patience = time.monotonic() + 20
        while line.why.answer.isHidden() and time.monotonic() < patience:
            QApplication.processEvents()
            time.sleep(0.01)
    if isinstance(page.panel, RecordPanel):
        page.panel.scroll_area.verticalScrollBar().setValue(400)


def needs_suggested(window: MainWindow) -> None:
    """What events would need by their kind."""
    day(window)
    _page(window).do("interpret-needs")


def illness(window: MainWindow) -> None:
    """Who cannot come any more, and from when on."""
    day(window)
    emi = next(one for one in _plan(window).interpreters if one.person.given_name == "Emi")
    _page(window).ask_who_is_ill(Ill(emi.id, dt.date(2027, 7, 26), dt.time(9)))


def illness_proposal(window: MainWindow) -> None:
    """What becomes of her events, and who must be told."""
    illness(window)
    page = _page(window)
    assert isinstance(page.panel, IllPanel)
    page.panel.button.click()
    patience = time.monotonic() + 20
    while page.suggesting.panel is None and time.monotonic() < patience:
        QApplication.processEvents()
        time.sleep(0.01)
    page.view.show_day(dt.date(2027, 7, 26))


def timed_speeches(window: MainWindow) -> None:
    """Speeches that do not fit, told beside what interprets them."""
    page = _page(window)
    page.suggesting.discard()
    call = _need(window, "Courtesy").activity
    assert call is not None
    if not call.speeches:
        for en, ja, language, minutes in (
            ("Mayor of Portland", "ポートランド市長", SpeechLanguage.ENGLISH, 20),
            ("Kaori Saitō", "齋藤 香織", SpeechLanguage.JAPANESE, 25),
        ):
            values = {"speaker_en": en, "speaker_ja": ja, "language": language, "minutes": minutes}
            window.workspace.run(speeches.add_speech, call.id, values)
    uncovered(window)


INTERPRETERS: Final[tuple[tuple[str, Callable[[MainWindow], None]], ...]] = (
    ("interpreters-day", day),
    ("interpreters-uncovered", uncovered),
    ("interpreters-carrying", carrying),
    ("interpreters-visit", visit),
    ("interpreters-list", listed),
    ("interpreters-person", person),
    ("interpreters-proposal", proposal),
    ("interpreters-proposal-under-way", proposal_under_way),
    ("interpreters-to-confirm", to_confirm),
    ("interpreters-why-not", why_not),
    ("interpreters-needs-suggested", needs_suggested),
    ("interpreters-illness", illness),
    ("interpreters-illness-proposal", illness_proposal),
    ("interpreters-speeches", timed_speeches),
)


def _need(window: MainWindow, title: str) -> Need:
    return next(one for one in _plan(window).needs if one.activity and one.activity.title_en.startswith(title))


def _page(window: MainWindow) -> InterpretersPage:
    page = window.frame.show_page("interpreters")
    assert isinstance(page, InterpretersPage)
    return page


def _plan(window: MainWindow) -> Plan:
    plan = window.workspace.plan
    assert plan is not None
    return plan
