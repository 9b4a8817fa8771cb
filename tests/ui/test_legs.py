"""A leg in the inspector: what it does, who is not on it, and people moved to another with its consequences shown."""

import datetime as dt
import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.agenda import Agenda, agenda_of
from planner.commands import records
from planner.commands.journeys import move_to_leg
from planner.model import Journey
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.pages.programme.legs import PartyPiece, PassagePiece
from planner.ui.pages.programme.legs_moving import MovePiece
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text
from tests.commands.test_journeys import begin
from tests.prepared import begun, put


@pytest.fixture(scope="module")
def beginning() -> Callable[[Path], Path]:
    return lambda path: put(path, begin)


@pytest.fixture
def party(window_with_fresh_pages: MainWindow) -> MainWindow:
    window_with_fresh_pages.frame.show_page("programme")
    return window_with_fresh_pages


def show(window: MainWindow, title: str) -> RecordPanel:
    plan = window.workspace.plan
    assert plan is not None
    leg = next(one for one in plan.journeys if one.title_en == title)
    window.workspace.show(Subject("Journey", leg.id))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    return panel


def test_the_midnight_flight_tells_its_eve_and_what_follows(party: MainWindow) -> None:
    panel = show(party, "Midnight")
    said = " ".join(panel.findChildren(PassagePiece)[0].sentences)
    assert "be there by Thu 29 Jul 2027, 9:30 PM EDT" in said
    assert "crosses the date line westwards" in said
    assert "2 h to change to “Train home”." in said
    [move] = panel.findChildren(MovePiece)
    move.open.click()
    assert not move.done.isEnabled(), "nobody is chosen yet"


def test_half_of_the_party_is_moved_with_what_it_touches_and_undone(party: MainWindow) -> None:
    panel = show(party, "Midnight")
    [move] = panel.findChildren(MovePiece)
    move.open.click()
    plan = party.workspace.plan
    assert plan is not None
    half = [one.member_id for one in plan.groups[1].memberships]
    for member_id in half:
        move.boxes[member_id].click()
    morning = next(one for one in plan.journeys if one.title_en == "Morning")
    assert move.to.value() == morning.id, "the other leg of the same way is offered first"
    told = [text.text() for text in move.findChildren(Text)]
    assert any("“Train home”" in one and "cannot be caught" in one for one in told)
    assert len([tick for tick in move.ticks if "Thu 29 Jul" in tick.box.accessibleName()]) == 1
    assert move.done.text() == "Move 13 people"
    move.done.click()
    plan = party.workspace.plan
    assert plan is not None
    assert {one.id for one in Agenda(plan).by_key["Journey", morning.id].members} == set(half)
    assert sorted({stay.last_night.day for stay in plan.stays}) == [28, 29]
    others = panel.findChildren(PartyPiece)[0].sentences
    assert others == ["On “Morning”, Fri 30 Jul, 10:00 AM EDT: 13 people"]
    party.workspace.undo()
    plan = party.workspace.plan
    assert plan is not None
    assert {stay.last_night.day for stay in plan.stays} == {28}
    assert panel.findChildren(PartyPiece)[0].sentences == []


def test_a_bed_that_is_not_ticked_stays_and_a_new_leg_is_made(party: MainWindow) -> None:
    panel = show(party, "In")
    [move] = panel.findChildren(MovePiece)
    move.open.click()
    first = next(iter(move.boxes))
    move.boxes[first].click()
    assert not move.done.isEnabled(), "a new leg needs a time"
    assert "This leg has no time yet at which it leaves." in [text.text() for text in move.findChildren(Text)]
    move.leaves_on.pick(dt.date(2027, 7, 24))
    move.arrives_on.pick(dt.date(2027, 7, 24))
    for field, typed in ((move.leaves_at, "11:00"), (move.arrives_at, "10:50")):
        field.line.setText(typed)
        field.line.finished.emit(typed)
    assert move.done.isEnabled()
    for tick in move.ticks:
        if "bed" in tick.box.accessibleName():
            tick.box.click()
    move.done.click()
    plan = party.workspace.plan
    assert plan is not None
    assert len(plan.journeys) == 5
    assert {stay.first_night for stay in plan.stays} == {dt.date(2027, 7, 23)}
    [late] = [member for member in plan.members if member.joins_on is not None]
    assert late.joins_on == dt.date(2027, 7, 24)
    sentences = panel.findChildren(PartyPiece)[0].sentences
    assert any(one.endswith("joins on Sat 24 Jul.") for one in sentences)


def test_in_japanese_nothing_stays_english(party: MainWindow) -> None:
    party.change_language("ja")
    panel = show(party, "Midnight")
    said = panel.findChildren(PassagePiece)[0].sentences
    assert said
    assert all(one.endswith("。") or "時間" in one for one in said)
    [move] = panel.findChildren(MovePiece)
    move.open.click()
    for box in list(move.boxes.values())[:3]:
        box.click()
    assert move.done.text() == "3名を変更"


def test_an_agenda_is_shared_while_it_is_shown_and_let_go_with_its_plan(tmp_path: Path) -> None:
    with begun(tmp_path / "party.shimai", begin) as file:
        agenda = agenda_of(file.plan)
        assert agenda_of(file.plan) is agenda
        before = weakref.ref(file.plan)
        file.run(records.edit, "Visit", file.plan.visit.id, {"title_en": "Party"})
        assert agenda_of(file.plan) is not agenda
        del agenda
        gc.collect()
        assert before() is None


def test_a_new_leg_in_the_hour_that_is_there_twice_asks_which(party: MainWindow) -> None:
    panel = show(party, "Morning")
    plan = party.workspace.plan
    assert plan is not None
    morning = plan.find(Journey, party.workspace.selection.id if party.workspace.selection else 0)
    ids = [member.id for member in plan.members[:2]]
    midnight = next(one for one in plan.journeys if one.title_en == "Midnight")
    assert party.workspace.run(move_to_leg, ids, midnight.id, morning.id)
    [move] = panel.findChildren(MovePiece)
    move.open.click()
    for box in move.boxes.values():
        box.click()
    move.to.show_value(0)
    move.to.committed.emit(0)
    move.leaves_on.pick(dt.date(2027, 11, 7))
    move.arrives_on.pick(dt.date(2027, 11, 8))
    for field, typed in ((move.leaves_at, "1:30"), (move.arrives_at, "5:00")):
        field.line.setText(typed)
        field.line.finished.emit(typed)
    assert not move.done.isEnabled()
    _, second = [way for way in move.findChildren(Button) if way.text() in ("First, EDT", "Second, EST")]
    second.click()
    assert move.done.isEnabled()
    move.done.click()
    plan = party.workspace.plan
    assert plan is not None
    assert plan.journeys[-1].departs_fold == 1
