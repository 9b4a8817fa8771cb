"""Whatever the file can hold can be added, edited and removed in the window: each noun is tried, none is left out.

A new class of the model fails here until it has its walk through the window, or its reason for having none.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import planner.model as model
from planner.model import Base
from planner.ui.shell.window import MainWindow
from tests.storage.contents import contents
from tests.ui.by_hand import Hand
from tests.ui.walks.besides import (
    WAY,
    accept_finding,
    add_way,
    at_calendar,
    edit_number,
    edit_rule,
    edit_words,
    forget_paper,
    hand_out,
    remove_number,
    rule_entry,
    take_back,
    wordings_page,
    write_words,
)
from tests.ui.walks.ties import (
    assign,
    assignment_line,
    at_journey,
    edit_assignment,
    edit_night,
    tick_group,
    tick_group_at_activity,
    tick_group_at_journey,
    tick_member,
    tick_night,
)
from tests.ui.walks.walk import (
    Walk,
    at_activity,
    at_home,
    at_interpreter,
    at_member,
    at_place,
    at_settings,
    inspected,
    part,
    ticked,
)
from tests.ui.walks.whole import (
    add_call,
    add_city,
    add_event,
    add_family,
    add_group,
    add_interpreter,
    add_person,
    add_place,
    add_room,
    add_visit,
    edit_offer,
    edit_person,
    edit_visit,
    remove_person,
    remove_visit,
)

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


@pytest.fixture
def hand(window_again: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """A hand at one window for all nouns, as a volunteer has: each walk begins on the same visit."""
    file = window_again.workspace.file
    assert file is not None
    made = Hand(window_again, file.path, qtbot, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(made.path), ""))
    return made


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
