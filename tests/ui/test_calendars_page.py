"""The page of calendar files: saved and remembered, what has changed since, the e-mail to copy."""

import zipfile
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.rules.finding import Subject
from planner.ui.pages.papers.calendarpanel import CalendarPanel
from planner.ui.pages.papers.calendars import CalendarsPage
from planner.ui.shell.window import MainWindow

PATIENCE = 20_000
GROUP = Subject("Calendar.group", 0)


@pytest.fixture
def window(window_with_fresh_pages: MainWindow) -> MainWindow:
    """One window for all of these; what each does is undone behind it."""
    return window_with_fresh_pages


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> CalendarsPage:
    found = window.frame.show_page("calendars")
    assert isinstance(found, CalendarsPage)
    rest(qtbot, found)
    return found


def rest(qtbot: QtBot, page: CalendarsPage) -> None:
    qtbot.waitUntil(lambda: page.is_ready and not page.workspace.jobs.running, timeout=PATIENCE)


def line(page: CalendarsPage, subject: Subject) -> list[str]:
    place = page.table.table.place_of(subject)
    assert place is not None
    return [cell.spoken for cell in page.table.table.shown[place].cells]  # type: ignore[union-attr]


def guest(page: CalendarsPage, family_name: str) -> Subject:
    plan = page.workspace.plan
    assert plan is not None
    [member] = [one for one in plan.members if one.person.family_name == family_name]
    return Subject("Calendar.participant", member.id)


def rename_the_tour(page: CalendarsPage) -> None:
    plan = page.workspace.plan
    assert plan is not None
    [tour] = [one for one in plan.activities if one.title_en == "State House tour"]
    page.workspace.run(records.edit, "Activity", tour.id, {"title_en": "State House and garden"})


def test_everybody_has_a_line_and_nobody_has_anything_yet(page: CalendarsPage) -> None:
    assert line(page, GROUP) == ["Whole group", "Japanese", "9", "", "not yet", ""]
    assert line(page, guest(page, "Takahashi"))[:3] == ["Sakura Takahashi", "Japanese", "10"]


def test_those_marked_are_saved_and_what_changes_later_is_said(
    qtbot: QtBot, page: CalendarsPage, tmp_path: Path
) -> None:
    page.language.setCurrentIndex(page.language.findData("en"))
    page.table.choose(GROUP)
    page.save_files(tmp_path / "sent")
    rest(qtbot, page)
    assert [path.name for path in (tmp_path / "sent").iterdir()] == ["Calendar – Whole group 全体.ics"]
    assert line(page, GROUP)[3:] == ["1", line(page, GROUP)[4], "up to date"]
    rename_the_tour(page)
    rest(qtbot, page)
    assert line(page, GROUP)[-1] == "1 changed"
    assert line(page, guest(page, "Takahashi"))[-1] == ""
    page.save_files(tmp_path / "sent")
    rest(qtbot, page)
    content = (tmp_path / "sent" / "Calendar – Whole group 全体.ics").read_bytes()
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert {str(one["summary"]) for one in events if one["sequence"] == 1} == {"State House and garden"}


def test_without_marks_all_go_into_one_file(qtbot: QtBot, page: CalendarsPage, tmp_path: Path) -> None:
    page.table.choose(None)
    page.save_zip(tmp_path / "all.zip")
    rest(qtbot, page)
    with zipfile.ZipFile(tmp_path / "all.zip") as folder:
        assert len(folder.namelist()) == len(page._readers)
        assert "Calendar – the Ouellette family Ouellette家.ics" in folder.namelist()
    plan = page.workspace.plan
    assert plan is not None
    assert len(plan.visit.papers) == len(page._readers)
    page.workspace.undo()
    assert page.workspace.plan is not None
    assert page.workspace.plan.visit.papers == ()


def test_the_family_at_home_gets_one_of_its_own(qtbot: QtBot, page: CalendarsPage, tmp_path: Path) -> None:
    page.table.picked.emit(guest(page, "Takahashi"))
    reader = page._readers[guest(page, "Takahashi")]
    page.save_files(tmp_path / "sent", [replace(reader, at_home=True)])
    rest(qtbot, page)
    [path] = (tmp_path / "sent").iterdir()
    assert "VALARM" not in path.read_text(encoding="utf-8")
    sakura = guest(page, "Takahashi")
    assert line(page, sakura)[4] == "not yet"
    # From now on it is among those that are to be sent again.
    assert line(page, Subject("Calendar.family", sakura.id))[::5] == ["Family of Sakura Takahashi", "up to date"]


def test_the_email_is_that_of_the_file_also_after_it_was_saved(
    qtbot: QtBot, page: CalendarsPage, tmp_path: Path
) -> None:
    """Who sends a file saves it first, and then writes to whom it goes."""
    page.language.setCurrentIndex(page.language.findData("en"))
    page.table.choose(GROUP)
    page.save_files(tmp_path)
    rest(qtbot, page)
    rename_the_tour(page)
    rest(qtbot, page)
    page.table.picked.emit(GROUP)
    panel = page.panel
    assert isinstance(panel, CalendarPanel)
    told = panel.letter
    assert told is not None
    assert "- Changed: State House" in told.body
    page.save_files(tmp_path)
    rest(qtbot, page)
    assert line(page, GROUP)[-1] == "up to date"
    assert panel.letter == told


def test_the_email_is_shown_and_copied(qtbot: QtBot, page: CalendarsPage) -> None:
    page.table.picked.emit(guest(page, "Takahashi"))
    panel = page.panel
    assert panel is not None
    assert panel.title == "Sakura Takahashi"
    [copy] = [one for one in panel.findChildren(QPushButton) if one.text() == "Copy the text"]
    copy.click()
    assert QGuiApplication.clipboard().text().startswith("髙橋 さくら 様\n\n")


def test_of_a_large_visit_only_the_calendar_chosen_is_compared(
    qtbot: QtBot, page: CalendarsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comparing all after each change would keep a visit of hundreds busy for minutes."""
    monkeypatch.setattr("planner.ui.pages.papers.calendars._SOON", 10)
    rename_the_tour(page)
    rest(qtbot, page)
    assert line(page, GROUP)[2] == ""
    page.table.choose(GROUP)
    page.table.picked.emit(GROUP)
    rest(qtbot, page)
    assert line(page, GROUP)[2] == "9"
    assert line(page, guest(page, "Takahashi"))[2] == ""
    page.workspace.undo()
    rest(qtbot, page)
    assert line(page, GROUP)[2] == "9"
