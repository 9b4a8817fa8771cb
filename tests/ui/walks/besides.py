"""By hand on pages of their own: numbers, papers, rules, accepted findings, days off, ways, wordings."""

from typing import Any, cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import planner.model as model
from planner.rules.finding import Subject
from planner.ui.pages.calendar.page import CalendarPage
from planner.ui.pages.papers.issued import IssuedPage
from planner.ui.pages.papers.page import PapersPage
from planner.ui.pages.rules.entry import RuleEntry
from planner.ui.pages.rules.page import RulesPage
from planner.ui.pages.wordings.page import WordingsPage
from planner.ui.widgets.buttons import IconButton
from tests.ui.by_hand import Hand
from tests.ui.walks.walk import at_settings, part
from tests.ui.walks.whole import add_place


def edit_number(hand: Hand, phone_id: int) -> tuple[str, Any]:
    hand.type(cast(QWidget, at_settings(hand)._phone_forms[phone_id]["name_en"]), "by hand")
    return "name_en", "by hand"


def remove_number(hand: Hand, phone_id: int) -> None:
    QTest.qWait(1)  # what was added just now is shown by the next event
    hand.find(at_settings(hand), IconButton, lambda found: found.accessibleName() == "Remove this number").click()


def hand_out(hand: Hand) -> int:
    page = hand.page("papers", PapersPage)
    hand.qtbot.waitUntil(lambda: page.is_ready, timeout=20_000)

    def save() -> None:
        page.handing.save_one(hand.folder / "itinerary.pdf", page.chosen_wanted())
        hand.qtbot.waitUntil(lambda: not hand.window.workspace.jobs.running, timeout=20_000)

    return hand.added(model.PaperIssue, save)


def forget_paper(hand: Hand, issue_id: int) -> None:
    page = hand.page("issued", IssuedPage)
    assert page.select(Subject("PaperIssue", issue_id))
    page.remove_button.click()


def at_calendar(hand: Hand) -> CalendarPage:
    return hand.page("calendar", CalendarPage)


def at_ways(hand: Hand) -> QWidget:
    return hand.at("Place", hand.plan.places[0].id)


def another_place(hand: Hand) -> None:
    if len(hand.plan.places) == 1:
        add_place(hand)


def accept_finding(hand: Hand) -> int:
    hand.window.frame.open_findings()
    drawer = hand.window.frame.drawer
    drawer._list.unfold(hand.window.workspace.findings[0].key)
    drawer.detail.reason.line.setText("agreed by telephone")
    return hand.added(model.Acceptance, drawer.detail.take)


def take_back(hand: Hand, acceptance_id: int) -> None:
    hand.window.frame.drawer.detail._no_more.click()


def rule_entry(hand: Hand) -> RuleEntry:
    return hand.page("rules", RulesPage).entries["gap-too-short"]


def edit_rule(hand: Hand, setting_id: int) -> tuple[str, Any]:
    hand.type(rule_entry(hand).figures["boarding"], "15")
    return "figures", '{"boarding": 15.0}'


def wordings_page(hand: Hand) -> WordingsPage:
    return hand.page("wordings", WordingsPage)


def write_words(hand: Hand, words: str) -> None:
    note = wordings_page(hand).fields["en"]._note
    note.setPlainText(words)
    note.finish()


def edit_words(hand: Hand, wording_id: int) -> tuple[str, Any]:
    write_words(hand, "by hand")
    return "text_en", "by hand"


WAY = part(model.Way, at_ways, "Add a way", "minutes", "25", 25)


def add_way(hand: Hand) -> int:
    another_place(hand)
    return WAY.add(hand)
