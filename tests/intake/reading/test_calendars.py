"""A partner's calendar becomes a sheet, and the sheet a programme: each event at its own moment."""

import datetime as dt
from pathlib import Path

import pytest

from planner.clock import arrives_of, departs_of, ends_of, starts_of
from planner.commands import imports
from planner.intake.columns import guess
from planner.intake.proposals import propose
from planner.intake.reading import read_sheets
from planner.language import set_screen_language
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.storage import PlannerFile

EVENTS = (
    "SUMMARY:Tea ceremony\nDTSTART;TZID=America/New_York:20270723T100000\nDTEND;TZID=America/New_York:20270723T113000\n"
    "LOCATION:Friends of Tea\\, 12 Elm St\nDESCRIPTION:Shoes off\\nBring socks",
    "SUMMARY:Flight NH110 HND-JFK\nDTSTART;TZID=Asia/Tokyo:20270722T110000\n"
    "DTEND;TZID=America/New_York:20270722T105000",
    "SUMMARY:Call with the mayor\nDTSTART:20270724T133000Z\nDTEND:20270724T143000Z\nSTATUS:TENTATIVE",
    "SUMMARY:花火大会\nDTSTART:20270730T200000\nDURATION:PT1H30M",
    "SUMMARY:Day with families\nDTSTART;VALUE=DATE:20270725\nDTEND;VALUE=DATE:20270726",
    "SUMMARY:Camp\nDTSTART;VALUE=DATE:20270728\nDTEND;VALUE=DATE:20270730",
    "SUMMARY:Picnic\nDTSTART;TZID=America/New_York:20270727T120000\nSTATUS:CANCELLED",
    "SUMMARY:Practice\nDTSTART;TZID=America/New_York:20270726T080000\nRRULE:FREQ=DAILY;COUNT=3",
)


def written(folder: Path, *events: str) -> Path:
    path = folder / "partner.ics"
    parts = "".join(f"BEGIN:VEVENT\nUID:{number}\n{event}\nEND:VEVENT\n" for number, event in enumerate(events))
    whole = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//City//Hall//EN\nX-WR-CALNAME:Plans of Shinagawa\n"
    path.write_text((whole + parts + "END:VCALENDAR\n").replace("\n", "\r\n"), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_events_become_a_programme_at_their_own_moments(file: PlannerFile, tmp_path: Path, language: str) -> None:
    set_screen_language(language)
    try:
        [sheet] = read_sheets(written(tmp_path, *EVENTS))
        proposal = propose(sheet, guess(sheet, file.plan.column_mappings), file.plan)
    finally:
        set_screen_language("en")
    assert proposal.questions == ()
    assert [remark.code for remark in sheet.remarks] == ["sheet-event-comes-again"]
    assert sheet.name == "Plans of Shinagawa"
    file.run(imports.accept, proposal)
    by_title = {one.title_en or one.title_ja: one for one in file.plan.activities}

    def utc(*figures: int) -> dt.datetime:
        return dt.datetime(*figures, tzinfo=dt.UTC)

    moments = {
        "Tea ceremony": (utc(2027, 7, 23, 14), utc(2027, 7, 23, 15, 30)),
        "Call with the mayor": (utc(2027, 7, 24, 13, 30), utc(2027, 7, 24, 14, 30)),
        "花火大会": (utc(2027, 7, 31, 0), utc(2027, 7, 31, 1, 30)),
    }
    for title, (start, end) in moments.items():
        begins, ends = starts_of(by_title[title]), ends_of(by_title[title])
        assert begins is not None
        assert ends is not None
        assert (begins.instant(), ends.instant(), begins.zone) == (start, end, "America/New_York")
    assert by_title["Tea ceremony"].place is not None
    assert by_title["Tea ceremony"].notes_staff == "Shoes off\nBring socks"
    assert by_title["Call with the mayor"].status is ActivityStatus.REQUESTED
    assert by_title["Picnic"].status is ActivityStatus.CANCELLED
    day, camp = by_title["Day with families"], by_title["Camp"]
    assert (day.starts_on, day.ends_on) == (dt.date(2027, 7, 25), None)
    assert (camp.starts_on, camp.ends_on) == (dt.date(2027, 7, 28), dt.date(2027, 7, 29))
    [flight] = file.plan.journeys
    leaves, arrives = departs_of(flight), arrives_of(flight)
    assert leaves is not None
    assert arrives is not None
    assert (leaves.instant(), arrives.instant()) == (utc(2027, 7, 22, 2), utc(2027, 7, 22, 14, 50))


def test_a_calendar_sent_again_changes_what_is_there(file: PlannerFile, tmp_path: Path) -> None:
    for at in ("100000", "110000"):
        event = EVENTS[0].replace("T100000", f"T{at}")
        [sheet] = read_sheets(written(tmp_path, event))
        file.run(imports.accept, propose(sheet, guess(sheet, file.plan.column_mappings), file.plan))
    [tea] = file.plan.activities
    assert tea.starts_at == dt.time(11)


@pytest.mark.parametrize("label", ["Cancelled: ", "Canceled: ", "中止：", "Cancelled / 中止: ", "キャンセル済み: ", ""])
def test_what_a_calendar_takes_back_is_off_and_keeps_its_title(file: PlannerFile, tmp_path: Path, label: str) -> None:
    off = EVENTS[0].replace("SUMMARY:", f"SUMMARY:{label}") + "\nSTATUS:CANCELLED"
    for event in (EVENTS[0], off):
        [sheet] = read_sheets(written(tmp_path, event))
        file.run(imports.accept, propose(sheet, guess(sheet, file.plan.column_mappings), file.plan))
    [tea] = file.plan.activities
    assert (tea.title_en, tea.status) == ("Tea ceremony", ActivityStatus.CANCELLED)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("VERSION:2.0\nEND:VCALENDAR\n", "sheet-empty"),
        ("BEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:20270\nEND:VEVENT\nEND:VCALENDAR\n", "sheet-damaged"),
        ("BEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:2027", "sheet-damaged"),
    ],
)
def test_what_holds_nothing_or_is_broken_is_refused(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "partner.ics"
    path.write_text(f"BEGIN:VCALENDAR\n{content}")
    with pytest.raises(PlannerError) as refused:
        read_sheets(path)
    assert refused.value.code == code
