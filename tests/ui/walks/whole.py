"""Whole records by hand: people, families, places, events, cities, visits."""

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

import planner.model as model
from planner.commands import visits
from planner.rules.finding import Subject
from planner.ui.pages.calls.page import CallsPage
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.hosts.page import HostsPage
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.pages.people.page import PeoplePage
from planner.ui.pages.places.page import PlacesPage
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.pages.settings.between import CitiesCard
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.pages.welcome.new import NewVisitPage
from tests.ui.by_hand import Hand
from tests.ui.small_visit import PORTLAND, SHINAGAWA
from tests.ui.walks.walk import (
    at_home,
    at_settings,
    press_add,
)


def add_person(hand: Hand) -> None:
    press_add("people", PeoplePage)(hand)
    hand.fill(model.Person, family_name="Tanaka", given_name="Mio")


def add_family(hand: Hand) -> None:
    press_add("hosts", HostsPage)(hand)
    hand.fill(model.Household, name_en="Libby")


def add_interpreter(hand: Hand) -> None:
    press_add("interpreters", InterpretersPage)(hand)
    hand.fill(model.Person, family_name="Kimura")


def add_place(hand: Hand) -> None:
    press_add("places", PlacesPage)(hand)
    hand.fill(model.Place, name_en="Deering Oaks")


def add_room(hand: Hand) -> None:
    page = hand.page("homestays", HomestaysPage)
    page.look("list")
    hand.press(page.lists._which, "Hotels")
    page.lists.add_button.click()
    hand.fill(model.Place, name_en="Press Hotel")


def add_call(hand: Hand) -> None:
    press_add("calls", CallsPage)(hand)
    hand.fill(model.Call, starts_on="6 Feb 2027", starts_at="7 PM")


def add_event(words: str, noun: type[model.Activity] | type[model.Journey]) -> Callable[[Hand], None]:
    def add(hand: Hand) -> None:
        hand.drop(hand.page("programme", ProgrammePage).new, words)
        hand.fill(noun, title_en="Something new")

    return add


def add_group(hand: Hand) -> None:
    page = hand.page("people", PeoplePage)
    member = hand.plan.members[0]
    panel = hand.at("Member", member.id)
    assert page.table.choose(Subject("Member", member.id))
    hand.do(panel, "New group")


def add_city(hand: Hand) -> None:
    take_city(hand, hand.find(at_settings(hand), CitiesCard).another, "Bangor, Maine")


def take_city(hand: Hand, field: CityField, words: str) -> None:
    """Type a city's name and take the first that is offered."""
    field.line.setFocus()
    QTest.keyClicks(field.line, words)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)


def add_visit(hand: Hand) -> int:
    """A visit of its own file."""
    hand.path = hand.folder / "bangor.shimai"
    page = hand.page("new", NewVisitPage)
    take_city(hand, page.form.home, "Shinagawa")
    take_city(hand, page.form.host, "Bangor, Maine")
    hand.type(page.form.first, "22 Jul 2028")
    hand.type(page.form.last, "1 Aug 2028")
    hand.press(page, "Choose where to keep it…")
    assert hand.window.workspace.file is not None
    assert hand.window.workspace.file.path == hand.path
    [visit_id] = hand.rows(model.Visit)
    return visit_id


def edit_visit(hand: Hand, visit_id: int) -> tuple[str, Any]:
    form = at_settings(hand)._form
    assert form is not None
    hand.type(cast(QWidget, form["title_en"]), "by hand")
    return "title_en", "by hand"


def remove_visit(hand: Hand, visit_id: int) -> None:
    """A file keeps one visit: this one goes when there is another beside it."""
    days = {"first_day": dt.date(2029, 7, 22), "last_day": dt.date(2029, 8, 1)}
    hand.window.workspace.run(visits.start, title_en="Another year", host=PORTLAND, home=SHINAGAWA, **days)
    assert hand.window.workspace.file is not None
    hand.window.workspace.file.show_visit(visit_id)
    hand.press(at_settings(hand), "Remove this visit from the file")


def edit_offer(hand: Hand, offer_id: int) -> tuple[str, Any]:
    hand.type(at_home(hand).sheet.find_editor("HostOffer", "days_off"), "Saturday")
    return "days_off", "Saturday"


def edit_person(hand: Hand, person_id: int) -> tuple[str, Any]:
    member = next(one for one in hand.plan.members if one.person_id == person_id)
    hand.type(hand.at("Member", member.id).sheet.find_editor("Person", "phone"), "by hand")
    return "phone", "by hand"


def remove_person(hand: Hand, person_id: int) -> None:
    page = hand.page("people", PeoplePage)
    hand.press(page.which, "Everyone")
    hand.do(hand.at("Person", person_id), "Remove from the file")
