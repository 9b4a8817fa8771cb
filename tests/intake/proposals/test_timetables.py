"""Programmes as people lay them out: the day once for all its events, both times in one cell, a zone at each end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from planner.intake.proposals import RowState
from planner.intake.reading import read_sheets
from planner.language import say
from planner.model import Activity, Journey
from planner.model.kinds import SheetKind
from planner.rules.review import review_reason
from planner.storage import PlannerFile

from .sheets import read_in, sheet_of


def activity(file: PlannerFile, title: str) -> Activity:
    return next(one for one in file.plan.activities if title in (one.title_en, one.title_ja))


def journey(file: PlannerFile, title: str) -> Journey:
    return next(one for one in file.plan.journeys if title in (one.title_en, one.title_ja))


def test_a_day_that_stands_once_holds_for_the_rows_below(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("月日", "時刻", "行程", "場所"),
        ("7月23日(金)", "10時〜11時30分", "第1試合", "体育館"),
        ("", "午後4時", "市長表敬訪問", "市役所"),
        ("7月24日(土)", "", "自由行動", ""),
    )
    proposal = read_in(file, sheet)
    assert proposal.counts.new == 3
    call = activity(file, "市長表敬訪問")
    assert (call.starts_on, call.starts_at, call.ends_at) == (dt.date(2027, 7, 23), dt.time(16), None)
    assert read_in(file, sheet).changes_nothing


def test_a_row_with_nothing_but_a_day_is_a_heading(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("Date", "Time", "Event"),
        ("Day 1: Thursday, July 22", "", ""),
        ("", "5:00 PM", "Welcome"),
        ("Day 2: Friday, July 23", "", ""),
        ("", "10:00 - 11:30", "Game 1"),
        ("", "1:30 - 3:00 PM", "Museum"),
    )
    proposal = read_in(file, sheet)
    assert [row.state for row in proposal.rows].count(RowState.SKIPPED) == 2
    assert {row.reason.code for row in proposal.rows if row.reason} == {"import-row-day-heading"}
    assert proposal.notes == ()
    game, museum = activity(file, "Game 1"), activity(file, "Museum")
    assert (game.starts_on, game.starts_at, game.ends_at) == (dt.date(2027, 7, 23), dt.time(10), dt.time(11, 30))
    assert (museum.starts_at, museum.ends_at) == (dt.time(13, 30), dt.time(15))


def test_merged_day_cells_and_typed_times_of_a_spreadsheet(file: PlannerFile, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["Programme of the visit"])
    page.append(["Date", "Start", "End", "What"])
    page.append([dt.date(2027, 7, 23), dt.time(10), dt.time(11, 30), "Game 1"])
    page.append([None, dt.time(16), dt.time(17, 30), "Courtesy call"])
    page.merge_cells("A3:A4")
    path = tmp_path / "programme.xlsx"
    book.save(path)
    read_in(file, read_sheets(path)[0])
    call = activity(file, "Courtesy call")
    assert (call.starts_on, call.starts_at, call.ends_at) == (dt.date(2027, 7, 23), dt.time(16), dt.time(17, 30))
    assert file.plan.sheet_imports[0].report["above"] == [[1, ["Programme of the visit"]]]


def test_what_the_staff_need_of_an_activity_comes_in_by_its_columns(file: PlannerFile) -> None:
    told = {
        "AV/props": "two microphones", "Gifts": "a print of Casco Bay", "Press": "Press Herald, 1 photographer",
        "Cost code": "4410-27", "Contact": "Ms. Doyle, Mayor's office", "Phone": "207-555-0101",
    }  # fmt: skip
    sheet = sheet_of(("Date", "Start", "What", *told), ("July 23", "16:00", "Courtesy call", *told.values()))
    read_in(file, sheet, SheetKind.PROGRAMME)
    call = activity(file, "Courtesy call")
    assert [call.equipment, call.gifts, call.press, call.cost_code, call.contact] == list(told.values())[:-1]
    assert call.contact_phone == "+1 207-555-0101"
    assert not call.notes_staff


@pytest.mark.parametrize(
    ("start", "end", "leaves", "arrives"),
    [
        # domain.md §7.3
        ("11:00 (Tokyo)", "10:50 AM (New York)", "2027-07-20 11:00 Asia/Tokyo", "2027-07-20 10:50 America/New_York"),
        ("0:05 (Tokyo)", "12:05 (Honolulu)", "2027-07-20 00:05 Asia/Tokyo", "2027-07-19 12:05 Pacific/Honolulu"),
        ("13:30 EDT", "16:40 JST", "2027-07-20 13:30 America/New_York", "2027-07-21 16:40 Asia/Tokyo"),
        ("11:50 PM PDT", "3:30 (Tokyo)", "2027-07-20 23:50 America/Los_Angeles", "2027-07-22 03:30 Asia/Tokyo"),
    ],
)
def test_a_flight_lands_on_the_day_that_the_clocks_say(
    file: PlannerFile, start: str, end: str, leaves: str, arrives: str
) -> None:
    read_in(
        file, sheet_of(("Date", "Start", "End", "What"), ("July 20", start, end, "Flight ZZ 1")), SheetKind.PROGRAMME
    )
    leg = journey(file, "Flight ZZ 1")
    assert f"{leg.departs_on} {leg.departs_at:%H:%M} {leg.departs_zone}" == leaves
    assert leg.arrives_at is not None
    assert f"{leg.arrives_on} {leg.arrives_at:%H:%M} {leg.arrives_zone}" == arrives


def test_airports_bring_their_zones_and_both_names(file: PlannerFile) -> None:
    sheet = sheet_of(("Date", "Start", "End", "What"), ("July 22", "5:55 PM", "8:20 PM", "Flight UA 7925 DFW-SFO"))
    read_in(file, sheet, SheetKind.PROGRAMME)
    leg = journey(file, "Flight UA 7925 DFW-SFO")
    assert (leg.departs_zone, leg.arrives_zone) == ("America/Chicago", "America/Los_Angeles")
    assert leg.to_place is not None
    assert (leg.to_place.code, leg.to_place.name_ja) == ("SFO", "サンフランシスコ国際空港")


def test_a_bus_into_another_zone_arrives_by_the_clock_there(file: PlannerFile) -> None:
    sheet = sheet_of(("Date", "Start", "End", "What"), ("July 26", "8:00 AM", "9:15 AM", "Bus to Evansville"))
    proposal = read_in(file, sheet, SheetKind.PROGRAMME)
    leg = journey(file, "Bus to Evansville")
    assert (leg.departs_zone, leg.arrives_zone) == ("America/New_York", "America/Chicago")
    assert [note.reason for note in proposal.notes] == ["import-zone-assumed"]


@pytest.mark.parametrize(
    ("start", "end", "reasons", "times"),
    [
        ("1:00 PM", "3:00", ["import-half-day-assumed"], (dt.time(13), dt.time(15))),
        ("9:00 PM", "1:00", [], (dt.time(21), dt.time(1))),
        ("", "3:00 PM", ["import-end-without-start"], (None, None)),
        ("10:00", "Mon July 19 9:00", ["import-end-before-start"], (dt.time(10), None)),
        ("after lunch", "3:00 PM", ["import-not-understood", "import-end-without-start"], (None, None)),
        ("all day", "", [], (None, None)),
    ],
)
def test_what_cannot_be_is_left_out_and_pointed_out(
    file: PlannerFile, start: str, end: str, reasons: list[str], times: tuple[dt.time | None, dt.time | None]
) -> None:
    sheet = sheet_of(("Date", "Start", "End", "What"), ("July 26", start, end, "Museum"))
    proposal = read_in(file, sheet, SheetKind.PROGRAMME)
    museum = activity(file, "Museum")
    assert (museum.starts_at, museum.ends_at) == times
    assert [note.reason for note in proposal.notes] == reasons


def test_an_hour_that_the_clocks_leave_out_is_up_for_review(file: PlannerFile) -> None:
    sheet = sheet_of(("Date", "Start", "What"), ("March 14, 2027", "2:30 AM", "Call"))
    proposal = read_in(file, sheet, SheetKind.PROGRAMME)
    assert activity(file, "Call").starts_at is None
    assert {note.reason for note in proposal.notes} == {"import-time-impossible", "import-outside-visit"}


def test_places_and_groups_are_made_once_and_shared(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("Date", "What", "Where", "Who"),
        ("July 23", "Game 1", "Portland Expo", "A squad"),
        ("July 24", "Game 2", "portland  EXPO", "Aチーム; squad B"),
    )
    read_in(file, sheet)
    assert [place.name_en for place in file.plan.places] == ["Portland Expo"]
    assert sorted(group.letter for group in file.plan.groups) == ["A", "B"]
    # Whoever is said to be in one twice, by any of its names, is in it once.
    read_in(file, sheet_of(("Full name", "Date of birth", "Squad"), ("Ann Lee", "2012-03-04", "squad A; a; Aチーム")))
    assert [link.group.letter for link in file.plan.members[0].memberships] == ["A"]


def test_members_by_name_take_part_and_strangers_are_pointed_out(file: PlannerFile) -> None:
    read_in(file, sheet_of(("Full name", "Date of birth"), ("Ann Lee", "2012-03-04"), ("Bo Kim", "2013-05-06")))
    sheet = sheet_of(("Date", "What", "Who"), ("July 23", "Clinic", "Ann Lee, Zoe"))
    proposal = read_in(file, sheet)
    [link] = activity(file, "Clinic").member_links
    assert (link.member.person.given_name, link.attends) == ("Ann", True)
    assert [(note.words, note.reason) for note in proposal.notes] == [("Zoe", "import-name-not-found")]


def test_an_event_of_several_days_and_a_day_without_its_month(file: PlannerFile) -> None:
    sheet = sheet_of(
        ("月日", "時刻", "行程", "場所"),
        ("7月24日～25日", "", "家族と過ごす週末", ""),
        ("26日(月)", "9:00", "州議会見学", "オーガスタ"),
        ("27日(水)", "9:00", "船", "港"),
        ("7月28日～29日", "9:00", "キャンプ", "湖"),
    )
    proposal = read_in(file, sheet)
    weekend, tour = activity(file, "家族と過ごす週末"), activity(file, "州議会見学")
    assert (weekend.starts_on, weekend.ends_on) == (dt.date(2027, 7, 24), dt.date(2027, 7, 25))
    assert (tour.starts_on, tour.ends_on) == (dt.date(2027, 7, 26), None)
    # Another weekday than stated, or hours that would hold for which of the days: a person decides.
    assert proposal.rows[2].state is RowState.SKIPPED
    assert {(note.row_number, note.words) for note in proposal.notes} >= {(4, "27日(水)"), (5, "～29日")}


@pytest.mark.parametrize(
    ("start", "end", "ends_at", "said"),
    [
        ("10:00", "9:00", None, "It would end before it starts."),
        ("15:00", "9:00", None, "It would end before it starts."),
        ("11:00", "1:00", dt.time(13), "Morning or afternoon is not said; 1:00 PM was assumed."),
        ("1:00 PM", "9:00", dt.time(21), "Morning or afternoon is not said; 9:00 PM was assumed."),
        ("22:00", "1:00", dt.time(1), None),
    ],
)
def test_an_end_before_the_start(
    file: PlannerFile, start: str, end: str, ends_at: dt.time | None, said: str | None
) -> None:
    read_in(file, sheet_of(("Date", "Start", "End", "Event"), ("7/23/2027", start, end, "Fair")))
    assert activity(file, "Fair").ends_at == ends_at
    reasons = [say(review_reason(one.reason, one.figures), "en") for one in file.plan.review_items]
    assert reasons == ([] if said is None else [said])
