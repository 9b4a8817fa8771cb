"""Whatever the file can hold can be added, edited and removed in the window: each noun is tried, none is left out.

A new class of the model fails here until it has its walk through the window, or its reason for having none.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import planner.model as model
from planner.commands import visits
from planner.model import Base
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.pages.calendar.page import CalendarPage
from planner.ui.pages.calls.page import CallsPage
from planner.ui.pages.homestays.page import HomestaysPage
from planner.ui.pages.hosts.nights import NightsPiece
from planner.ui.pages.hosts.page import HostsPage
from planner.ui.pages.interpreters.assignments import AssignmentLine
from planner.ui.pages.interpreters.page import InterpretersPage
from planner.ui.pages.papers.issued import IssuedPage
from planner.ui.pages.papers.page import PapersPage
from planner.ui.pages.people.groups import GroupsPiece
from planner.ui.pages.people.page import PeoplePage
from planner.ui.pages.places.page import PlacesPage
from planner.ui.pages.programme.attendance import AttendancePiece
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.pages.rules.entry import RuleEntry
from planner.ui.pages.rules.page import RulesPage
from planner.ui.pages.settings.between import CitiesCard
from planner.ui.pages.settings.page import SettingsPage
from planner.ui.pages.tablepage import TablePage
from planner.ui.pages.welcome.citypicker import CityField
from planner.ui.pages.welcome.new import NewVisitPage
from planner.ui.pages.wordings.page import WordingsPage
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.buttons import Button, IconButton
from tests.prepared import put
from tests.storage.contents import contents
from tests.ui.by_hand import Hand
from tests.ui.conftest import window_for_several
from tests.ui.small_visit import PORTLAND, SHINAGAWA, begin

#: What the planner keeps for itself. Nobody types these in; where they are seen is said with each.
KEPT_BY_THE_PLANNER = {
    "Change": "the history: made by every step, seen on the page History, taken back by undo",
    "ChangedRow": "the rows of a step, with it",
    "SheetImport": "the record of a sheet that was read: made by the import, taken back with its step",
    "SourceRow": "a row of that sheet word for word, with it",
    "ColumnMapping": "what the columns of a sheet mean: said on the page Import, overwritten by the next answer",
    "ReviewItem": "words of a form: not edited but settled, on the record and in the findings",
    "ZoneRecord": "the zone data with which the file was planned: written by the file itself",
}

#: Nouns whose pages are being built.
TO_COME: set[str] = set()

#: Ties that say nothing but that two things belong together, and facts: there is no field in them to edit.
WITHOUT_FIELDS = {
    "GroupMember", "ActivityGroup", "JourneyGroup", "ActivityMember", "JourneyMember", "PaperIssue", "Acceptance",
}  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """How a noun is added (giving its id), edited (giving the field and what the file says then), and removed."""

    add: Callable[[Hand], int]
    remove: Callable[[Hand, int], object]
    edit: Callable[[Hand, int], tuple[str, Any]] | None = None


_Where = Callable[[Hand], QWidget]


def part(noun: type[Base], where: _Where, button: str, field: str, words: str, stored: Any = None) -> Walk:
    """A part of a record, in a list with a button to add and a bin at each."""

    def add(hand: Hand) -> int:
        found = hand.parts(where(hand), noun)
        return hand.added(noun, lambda: hand.press(found, button))

    def edit(hand: Hand, part_id: int) -> tuple[str, Any]:
        line = hand.parts(where(hand), noun)._rows[part_id]
        line.open()
        assert line.sheet is not None
        hand.type(line.sheet.find_editor(noun.__name__, field), words)
        return field, words if stored is None else stored

    def remove(hand: Hand, part_id: int) -> None:
        hand.parts(where(hand), noun)._rows[part_id]._remove_button.click()

    return Walk(add, remove, edit)


def inspected(noun: type[Base], add: Callable[[Hand], object], field: str, remove: str) -> Walk:
    """A record with an inspector of its own, removed from the menu in its head."""
    name = noun.__name__

    def edit(hand: Hand, record_id: int) -> tuple[str, Any]:
        hand.type(hand.at(name, record_id).sheet.find_editor(name, field), "by hand")
        return field, "by hand"

    return Walk(
        lambda hand: hand.added(noun, lambda: add(hand)),
        lambda hand, record_id: hand.do(hand.at(name, record_id), remove),
        edit,
    )


def ticked(noun: type[Base], tick: Callable[[Hand], object]) -> Walk:
    """A tie between two things, there or not: the same tick adds and removes it."""
    return Walk(lambda hand: hand.added(noun, lambda: tick(hand)), lambda hand, tie_id: tick(hand))


# Where things are


def at_member(hand: Hand) -> RecordPanel:
    return hand.at("Member", hand.plan.members[-1].id)


def at_home(hand: Hand) -> RecordPanel:
    return hand.at("Household", hand.plan.households[-1].id)


def at_activity(hand: Hand) -> RecordPanel:
    return hand.at("Activity", next(one.id for one in hand.plan.activities if not one.everyone))


def at_place(hand: Hand) -> RecordPanel:
    return hand.at("Place", hand.plan.places[0].id)


def at_interpreter(hand: Hand) -> RecordPanel:
    return hand.at("Interpreter", hand.plan.interpreters[0].id)


def at_settings(hand: Hand) -> SettingsPage:
    return hand.page("settings", SettingsPage)


def press_add(key: str, page: type[TablePage]) -> Callable[[Hand], None]:
    return lambda hand: hand.page(key, page).add_button.click()


# How whole records are added


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


# Ties and what hangs on a tick


def tick_night(hand: Hand) -> None:
    hand.press(hand.find(at_home(hand), NightsPiece), "Sun 25")


def edit_night(hand: Hand, night_id: int) -> tuple[str, Any]:
    line = hand.parts(at_home(hand), model.NightOff)._rows[night_id]
    line.open()
    assert line.sheet is not None
    hand.type(line.sheet.find_editor("NightOff", "reason"), "a wedding")
    return "reason", "a wedding"


def tick_group(hand: Hand) -> None:
    hand.press(hand.find(at_member(hand), GroupsPiece), "B squad")


def tick_group_at_activity(hand: Hand) -> None:
    hand.press(hand.find(at_activity(hand), AttendancePiece), "B squad")


def tick_group_at_journey(hand: Hand) -> None:
    journey = hand.plan.journeys[0]
    piece = hand.find(at_journey(hand), AttendancePiece)
    if journey.everyone:
        hand.press(piece, "Everyone of the delegation")
    hand.press(piece, "B squad")


def tick_member(panel: Callable[[Hand], QWidget]) -> Callable[[Hand], None]:
    def tick(hand: Hand) -> None:
        piece = hand.find(panel(hand), AttendancePiece)
        piece.head.setChecked(True)
        piece.boxes[hand.plan.members[2].id].click()

    return tick


def at_journey(hand: Hand) -> RecordPanel:
    return hand.at("Journey", hand.plan.journeys[0].id)


def at_need(hand: Hand) -> RecordPanel:
    return hand.at("Need", hand.plan.needs[0].id)


def assign(hand: Hand) -> int:
    button = hand.find(at_need(hand), Button, lambda found: found.accessibleName().startswith("Assign: "))
    return hand.added(model.Assignment, button.click)


def assignment_line(hand: Hand) -> AssignmentLine:
    return hand.find(at_need(hand), AssignmentLine)


def edit_assignment(hand: Hand, assignment_id: int) -> tuple[str, Any]:
    line = assignment_line(hand)
    line.head.setChecked(True)
    sheet = line._sheet
    assert sheet is not None
    hand.type(sheet.find_editor("Assignment", "reason"), "knows the Mayor")
    return "reason", "knows the Mayor"


# Numbers and papers


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


def edit_person(hand: Hand, person_id: int) -> tuple[str, Any]:
    member = next(one for one in hand.plan.members if one.person_id == person_id)
    hand.type(hand.at("Member", member.id).sheet.find_editor("Person", "phone"), "by hand")
    return "phone", "by hand"


def remove_person(hand: Hand, person_id: int) -> None:
    page = hand.page("people", PeoplePage)
    hand.press(page.which, "Everyone")
    hand.do(hand.at("Person", person_id), "Remove from the file")


# Rules, accepted findings, days off, ways


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


m = model
WALKS = {
    "Acceptance": Walk(accept_finding, take_back),
    "CalendarDay": part(m.CalendarDay, at_calendar, "Add a day", "name_ja", "市民の日"),
    "RuleSetting": Walk(
        lambda hand: hand.added(m.RuleSetting, lambda: hand.type(rule_entry(hand).level, "Blocks")),
        lambda hand, _: rule_entry(hand).back.click(),
        edit_rule,
    ),
    "Wording": Walk(
        lambda hand: hand.added(m.Wording, lambda: write_words(hand, "our own words")),
        lambda hand, _: wordings_page(hand).usual.click(),
        edit_words,
    ),
    "Way": Walk(add_way, WAY.remove, WAY.edit),
    "Acquaintance": part(m.Acquaintance, at_home, "Add somebody they know", "words", "by hand"),
    "Activity": inspected(m.Activity, add_event("New activity", m.Activity), "title_en", "Remove"),
    "ActivityGroup": ticked(m.ActivityGroup, tick_group_at_activity),
    "ActivityMember": ticked(m.ActivityMember, tick_member(at_activity)),
    "AnimalNeed": part(m.AnimalNeed, at_member, "Add an animal to keep away", "words", "by hand"),
    "Assignment": Walk(assign, lambda hand, _: assignment_line(hand).remove_button.click(), edit_assignment),
    "Availability": part(m.Availability, at_interpreter, "Add a day", "available_from", "9:30 AM", "09:30:00.000000"),
    "Bed": part(m.Bed, at_home, "Add a bed", "words", "by hand"),
    "Call": inspected(m.Call, add_call, "link", "Remove"),
    "City": Walk(
        lambda hand: hand.added(m.City, lambda: add_city(hand)),
        part(m.City, at_settings, "", "name_kana", "ばんごー").remove,
        part(m.City, at_settings, "", "name_kana", "ばんごー").edit,
    ),
    "Clearance": part(m.Clearance, at_home, "Add a clearance", "words", "by hand"),
    "Contact": part(m.Contact, at_member, "Add somebody to call", "name_en", "by hand"),
    "Delegation": part(m.Delegation, at_settings, "Add a delegation", "name_ja", "品川区議会"),
    "FoodNeed": part(m.FoodNeed, at_member, "Add a food to leave out", "words", "by hand"),
    "FormerName": part(m.FormerName, at_settings, "Add a former name", "name_en", "Falmouth"),
    "Group": inspected(m.Group, add_group, "name_en", "Remove the group"),
    "GroupMember": ticked(m.GroupMember, tick_group),
    "HostOffer": Walk(
        lambda hand: hand.added(m.HostOffer, lambda: add_family(hand)),
        lambda hand, _: hand.do(at_home(hand), "Remove from this visit"),
        edit_offer,
    ),
    "Household": inspected(m.Household, add_family, "town", "Remove from the file"),
    "Interpreter": inspected(m.Interpreter, add_interpreter, "specialities", "Remove from the visit"),
    "Journey": inspected(m.Journey, add_event("New journey", m.Journey), "title_ja", "Remove"),
    "JourneyGroup": ticked(m.JourneyGroup, tick_group_at_journey),
    "JourneyMember": ticked(m.JourneyMember, tick_member(at_journey)),
    "Meal": part(m.Meal, at_activity, "Add a meal", "menu_en", "by hand"),
    "Member": inspected(m.Member, add_person, "role_words", "Remove from the visit"),
    "Need": part(m.Need, at_activity, "Add a need for interpreting", "words", "by hand"),
    "NightOff": Walk(
        lambda hand: hand.added(m.NightOff, lambda: tick_night(hand)), lambda hand, _: tick_night(hand), edit_night
    ),
    "OpeningHours": part(m.OpeningHours, at_place, "Add hours", "opens", "9:30 AM", "09:30:00.000000"),
    "PaperIssue": Walk(hand_out, forget_paper),
    "Partnership": part(m.Partnership, at_settings, "Add a partnership", "hosting_rule", "even years in Portland"),
    "PartnershipContact": part(m.PartnershipContact, at_settings, "Add a contact", "post_en", "City Clerk"),
    "Person": Walk(lambda hand: hand.added(m.Person, lambda: add_person(hand)), remove_person, edit_person),
    "Pet": part(m.Pet, at_home, "Add an animal", "words", "by hand"),
    "Place": inspected(m.Place, add_place, "phone", "Remove"),
    "Relation": part(m.Relation, at_member, "Add a family tie", "kind", "Couple", "couple"),
    "Resident": part(m.Resident, at_home, "Add somebody who lives here", "relation", "aunt"),
    "Room": inspected(m.Room, add_room, "special", "Remove"),
    "Speech": part(m.Speech, at_activity, "Add an item", "speaker_en", "by hand"),
    "SpokenLanguage": part(m.SpokenLanguage, at_member, "Add a language", "level", "Native", "native"),
    "Stay": part(m.Stay, at_member, "Add nights", "reason", "by hand"),
    "Visit": Walk(add_visit, remove_visit, edit_visit),
    "VisitPhone": Walk(
        lambda hand: hand.added(m.VisitPhone, lambda: hand.press(at_settings(hand), "Add a number")),
        remove_number,
        edit_number,
    ),
    "Wish": part(m.Wish, at_member, "Add a wish", "words", "by hand"),
}


def test_no_noun_is_without_its_place_in_the_window() -> None:
    nouns = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert nouns == set(WALKS) | set(KEPT_BY_THE_PLANNER) | TO_COME
    assert not set(WALKS) & set(KEPT_BY_THE_PLANNER)
    assert {noun for noun, walk in WALKS.items() if walk.edit is None} == WITHOUT_FIELDS


@pytest.fixture(scope="module")
def shared_window(
    appearance: Appearance, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window for all nouns, as a volunteer has: each walk begins on the same visit, wherever the last one led."""
    folder = tmp_path_factory.mktemp("nouns")
    visit = put(folder / "portland.shimai", begin)
    with window_for_several(appearance, folder, visit) as window:
        yield window


@pytest.fixture
def hand(
    shared_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hand]:
    file = shared_window.workspace.file
    assert file is not None
    path = file.path
    made = Hand(shared_window, path, qtbot, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(made.path), ""))
    qtbot.waitExposed(shared_window)
    yield made
    assert shared_window.workspace.open.path(path)
    assert shared_window.workspace.file is not None
    shared_window.workspace.file.undo_back_to(0)


@pytest.mark.parametrize("noun", sorted(WALKS))
def test_each_is_added_edited_removed_and_all_of_it_undone(hand: Hand, noun: str) -> None:
    walk, kind = WALKS[noun], next(each.class_ for each in Base.registry.mappers if each.class_.__name__ == noun)
    before, there = contents(hand.path), hand.path
    record_id = walk.add(hand)
    start = hand.path == there
    if walk.edit is not None:
        field, stored = walk.edit(hand, record_id)
        assert hand.rows(kind)[record_id][field] == stored
    walk.remove(hand, record_id)
    assert record_id not in hand.rows(kind)
    if start:
        while hand.window.workspace.next_undo:
            hand.window.workspace.undo()
        assert contents(hand.path) == before
