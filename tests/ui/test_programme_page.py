"""The programme page: the Portland sample day by day, edited in the inspector, moved and doubled by keys."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.model.kinds import ActivityKind
from planner.model.programme import Activity
from planner.rules.finding import Subject
from planner.ui.inspector import RecordPanel
from planner.ui.inspector.parts import PartList
from planner.ui.pages.places.page import PlacesPage
from planner.ui.pages.programme.attendance import AttendancePiece
from planner.ui.pages.programme.line import DayHead, EventLine
from planner.ui.pages.programme.moments import MomentPiece
from planner.ui.pages.programme.needs import NeedsPiece
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.pages.programme.places import PlacePiece
from planner.ui.pages.programme.viewing import Viewer
from planner.ui.shell.window import MainWindow
from tests.ui.showing import plan_of
from tests.ui.small_visit import FIRST, copy_forms


@pytest.fixture(scope="module")
def beginning() -> Callable[[Path], Path]:
    return copy_forms


@pytest.fixture
def page(window_with_fresh_pages: MainWindow) -> ProgrammePage:
    found = window_with_fresh_pages.frame.show_page("programme")
    assert isinstance(found, ProgrammePage)
    found.look("list")
    return found


def activity(page: ProgrammePage, title: str) -> Activity:
    return next(one for one in plan_of(page).activities if one.title_en.startswith(title))


def line_of(page: ProgrammePage, title: str) -> EventLine:
    found = (line for line in page.list.lines if isinstance(line, EventLine) and line.title.startswith(title))
    return next(found)


def open_activity(page: ProgrammePage, title: str) -> RecordPanel:
    assert page.select(Subject("Activity", activity(page, title).id))
    assert isinstance(page.panel, RecordPanel)
    return page.panel


def moments_in(panel: RecordPanel) -> list[MomentPiece]:
    return panel.findChildren(MomentPiece)


def test_each_day_has_both_cities_and_each_time_both_clocks(page: ProgrammePage) -> None:
    heads = [line for line in page.list.lines if isinstance(line, DayHead)]
    assert heads[0].words == "Thu 22 Jul"
    assert heads[0].host == "Portland EDT"
    assert heads[0].home == "Shinagawa Thu → Fri JST"
    # The visit lasts 11 days; on the twelfth the guests land at home.
    assert len(heads) == 12
    call = line_of(page, "Courtesy call")
    assert call.when.local == "4:00–5:30 PM"
    assert call.when.other == "Sat 5:00–6:30 AM JST"
    assert call.other == "市長表敬訪問"
    assert call.place == "Portland City Hall"
    meeting = line_of(page, "Meet at Haneda")
    assert (meeting.when.local, meeting.when.other) == ("8:30 AM JST", "Wed 7:30 PM EDT")


def test_flight_tells_both_ends_its_length_and_the_date_line(page: ProgrammePage) -> None:
    flight = line_of(page, "Flight NH110")
    assert flight.second is not None
    assert (flight.when.local, flight.when.other) == ("11:00 AM JST", "Wed 10:00 PM EDT")
    assert (flight.second.local, flight.second.other) == ("10:50 AM EDT", "11:50 PM JST")
    assert flight.pill == "12 h 50 min · date line, same day"
    assert line_of(page, "Flight B6 1308").pill == "1 h 25 min"


def test_all_day_comes_first_and_days_are_in_true_order(page: ProgrammePage) -> None:
    first_day = [line.title for line in page.list.lines if isinstance(line, EventLine) and line.day == FIRST]
    assert [title.split()[0] for title in first_day] == ["Meet", "Flight", "Flight", "Welcome"]
    assert first_day[1].startswith("Flight NH110")
    sunday = [line for line in page.list.lines if isinstance(line, EventLine) and line.day == dt.date(2027, 7, 25)]
    assert sunday[0].when.local == "all day"


def test_kinds_and_persons_filter_the_list(page: ProgrammePage) -> None:
    page.controls.kinds[ActivityKind.SPORT].click()
    kinds = {line.tone for line in page.list.lines if isinstance(line, EventLine)}
    assert kinds == {"travel", "official", "sights", "party", "family"}
    page.controls.kinds[ActivityKind.SPORT].click()
    group = next(one for one in plan_of(page).groups if one.letter == "A")
    page._view(Viewer("Group", group.id))
    titles = {line.title for line in page.list.lines if isinstance(line, EventLine)}
    assert any("A squad" in title for title in titles)
    assert not any("B squad" in title for title in titles)


def test_one_person_sees_only_their_own(page: ProgrammePage) -> None:
    call = activity(page, "Courtesy call")
    member = plan_of(page).members[0]
    panel = open_activity(page, "Courtesy call")
    [piece] = panel.findChildren(AttendancePiece)
    piece.head.setChecked(True)
    piece.boxes[member.id].click()
    links = plan_of(page).find(Activity, call.id).member_links
    assert [(link.member_id, link.attends) for link in links] == [(member.id, False)]
    page._view(Viewer("Member", member.id))
    titles = [line.title for line in page.list.lines if isinstance(line, EventLine)]
    assert "Courtesy call on the Mayor" not in titles
    assert "Japan Night" in titles


def test_squads_and_host_families_are_set_by_ticks(page: ProgrammePage) -> None:
    panel = open_activity(page, "Courtesy call")
    [piece] = panel.findChildren(AttendancePiece)
    piece.everyone.box.click()
    assert piece.groups is not None
    group = next(one for one in plan_of(page).groups if one.letter == "A")
    piece.groups.committed.emit(frozenset({group.id}))
    call = activity(page, "Courtesy call")
    assert (call.everyone, [link.group.letter for link in call.group_links]) == (False, ["A"])
    assert line_of(page, "Courtesy call").chips == (("A", "squad"),)
    piece.hosts.box.click()
    assert activity(page, "Courtesy call").hosts_invited


def test_end_moves_along_with_the_start(page: ProgrammePage) -> None:
    panel = open_activity(page, "Courtesy call")
    start, _ = moments_in(panel)
    start.time.line.setText("4:30pm")
    start.time.line.finished.emit("4:30pm")
    call = activity(page, "Courtesy call")
    assert (call.starts_at, call.ends_at) == (dt.time(16, 30), dt.time(18, 0))
    assert start.clocks.text() == "EDT · Shinagawa: Sat 24 Jul, 5:30 AM JST"


def at_night(page: ProgrammePage, day: dt.date) -> RecordPanel:
    """An activity of its own in the night of a change-over, in New York's time."""
    call = activity(page, "Courtesy call")
    values = {"starts_on": day, "starts_at": dt.time(0, 30), "ends_on": None, "ends_at": None}
    assert page.workspace.run(records.edit, "Activity", call.id, values)
    return open_activity(page, "Courtesy call")


def test_missing_hour_is_refused_with_the_two_nearest_times(page: ProgrammePage) -> None:
    start = moments_in(at_night(page, dt.date(2027, 3, 14)))[0]
    start.time.line.setText("2:30 AM")
    start.time.line.finished.emit("2:30 AM")
    assert activity(page, "Courtesy call").starts_at == dt.time(0, 30)
    assert start.time.has_error
    assert [button.text() for button in start.ways] == ["1:30 AM EST", "3:30 AM EDT"]
    start.ways[1].click()
    assert activity(page, "Courtesy call").starts_at == dt.time(3, 30)
    assert not start.time.has_error
    assert start.ways == []


def test_doubled_hour_asks_which_is_meant(page: ProgrammePage) -> None:
    start = moments_in(at_night(page, dt.date(2027, 11, 7)))[0]
    start.time.line.setText("1:30 AM")
    start.time.line.finished.emit("1:30 AM")
    assert activity(page, "Courtesy call").starts_at == dt.time(0, 30)
    assert [button.text() for button in start.ways] == ["First, EDT", "Second, EST"]
    start.ways[1].click()
    call = activity(page, "Courtesy call")
    assert (call.starts_at, call.starts_fold) == (dt.time(1, 30), 1)
    # The question stays, so that the answer can be changed.
    assert [button.text() for button in start.ways] == ["First, EDT", "Second, EST"]
    assert start.clocks.text().startswith("EST · Shinagawa: Sun 7 Nov, 3:30 PM")


def test_new_place_is_made_by_its_name(page: ProgrammePage) -> None:
    panel = open_activity(page, "Courtesy call")
    [piece] = panel.findChildren(PlacePiece)
    before = page.workspace.next_undo
    piece.choice.committed.emit("new")
    assert piece.name.isVisible()
    piece.name.committed.emit("Merrill Auditorium")
    place = activity(page, "Courtesy call").place
    assert place is not None
    assert place.name_en == "Merrill Auditorium"
    page.workspace.undo()
    assert page.workspace.next_undo == before
    assert all(one.name_en != "Merrill Auditorium" for one in plan_of(page).places)


def test_keys_move_double_and_remove(qtbot: QtBot, page: ProgrammePage) -> None:
    subject = Subject("Activity", activity(page, "Courtesy call").id)
    page.list.choose(subject)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert activity(page, "Courtesy call").starts_on == dt.date(2027, 7, 24)
    assert page.list.chosen == subject
    qtbot.keyClick(page.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert activity(page, "Courtesy call").starts_on == dt.date(2027, 7, 23)
    count = len(plan_of(page).activities)
    qtbot.keyClick(page.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(plan_of(page).activities) == count + 1
    copy = page.list.chosen
    assert copy is not None
    assert copy != subject
    uids = {one.uid for one in plan_of(page).activities if one.title_en.startswith("Courtesy call")}
    assert len(uids) == 2
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert len(plan_of(page).activities) == count
    page.workspace.undo()
    assert len(plan_of(page).activities) == count + 1


def test_duplicate_brings_meals_and_squads_along(page: ProgrammePage) -> None:
    game = activity(page, "Game 1")
    page.deeds.duplicate(Subject("Activity", game.id))
    copies = [one for one in plan_of(page).activities if one.title_en == game.title_en]
    assert len(copies) == 2
    assert [[meal.which for meal in one.meals] for one in copies] == [[game.meals[0].which]] * 2
    assert [[link.group.letter for link in one.group_links] for one in copies] == [["B"], ["B"]]


def test_search_shows_what_a_filter_hides(page: ProgrammePage) -> None:
    page.controls.kinds[ActivityKind.OFFICIAL].click()
    assert not any(isinstance(line, EventLine) and line.title.startswith("Courtesy") for line in page.list.lines)
    open_activity(page, "Courtesy call")
    assert page.list.chosen is not None
    assert page.controls.kinds[ActivityKind.OFFICIAL].isChecked()


def test_everything_is_said_in_japanese_too(page: ProgrammePage) -> None:
    page._view(Viewer())
    page.controls.kinds[ActivityKind.PARTY].click()
    window = page.window()
    assert isinstance(window, MainWindow)
    window.change_language("ja")
    again = window.frame.page
    assert isinstance(again, ProgrammePage)
    call = next(line for line in again.list.lines if isinstance(line, EventLine) and line.title == "市長表敬訪問")
    assert (call.when.local, call.when.other) == ("16:00–17:30", "土 5:00–6:30 JST")
    assert call.other == "Courtesy call on the Mayor"
    assert not again.controls.kinds[ActivityKind.PARTY].isChecked()


def test_interpreting_is_added_to_an_event(page: ProgrammePage) -> None:
    panel = open_activity(page, "Game 1")
    [piece] = panel.findChildren(NeedsPiece)
    [parts] = piece.findChildren(PartList)
    assert parts.rows == ()
    parts._add_button.click()
    game = activity(page, "Game 1")
    assert [need.activity_id for need in plan_of(page).needs if need.activity_id == game.id] == [game.id]
    assert any(tag.icon == "interpreters" for tag in line_of(page, "Game 1").tags)


def test_place_is_edited_from_its_event_and_removed(page: ProgrammePage) -> None:
    panel = open_activity(page, "Courtesy call")
    [piece] = panel.findChildren(PlacePiece)
    piece.edit.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    places = window.frame.page
    assert isinstance(places, PlacesPage)
    assert isinstance(places.panel, RecordPanel)
    assert places.panel.title == "Portland City Hall"
    place = activity(page, "Courtesy call").place
    assert place is not None
    places.remove([Subject("Place", place.id)])
    assert activity(page, "Courtesy call").place is None
    assert places.panel is None
