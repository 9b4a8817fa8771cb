"""Planning a weekly call in the real window: find a time, plan it, keep the other clock, save both files, undo."""

import datetime as dt
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.clock.sides import Habits, Who
from planner.clock.windows import CITY_OFFICE, Hours
from planner.model import Call
from planner.model.kinds import Side
from planner.storage import PlannerFile
from planner.ui.inspector import RecordPanel
from planner.ui.pages.calls.page import CallsPage
from planner.ui.pages.calls.series import KeptClock
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field
from tests.ui.conftest import open_window, visit_path

__all__ = ["visit_path"]

MONDAY, FRIDAY = dt.date(2027, 3, 8), dt.date(2027, 3, 12)
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, appearance: Appearance, visit_path: Path) -> MainWindow:
    return open_window(qtbot, settings, appearance, visit_path)


def calls_page(window: MainWindow) -> CallsPage:
    window.frame.show_page("calls")
    page = window.frame.page
    assert isinstance(page, CallsPage)
    return page


def type_into(qtbot: QtBot, field: Field, words: str) -> None:
    line = field if isinstance(field, QLineEdit) else field.editor
    line = line if isinstance(line, QLineEdit) else line.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def choose(field: ChoiceField, words: str) -> None:
    """With the arrow keys, as somebody without a mouse."""
    box = field if isinstance(field, QComboBox) else field.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    wanted = box.findText(words)
    assert wanted >= 0, [box.itemText(place) for place in range(box.count())]
    box.setFocus()
    while box.currentIndex() != wanted:
        key = Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up
        QTest.keyClick(box, key)


def the_call(window: MainWindow) -> Call:
    plan = window.workspace.plan
    assert plan is not None
    (call,) = plan.calls
    return call


def inspected(window: MainWindow) -> RecordPanel:
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    return panel


def editor(window: MainWindow, name: str) -> Field:
    field = inspected(window).sheet.find_editor("Call", name)
    assert isinstance(field, Field)
    return field


def press(qtbot: QtBot, where: QWidget, words: str) -> None:
    button = next(one for one in where.findChildren(Button) if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_weekly_call_from_the_first_look_to_both_calendars(
    qtbot: QtBot, window: MainWindow, visit_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = calls_page(window)
    asked = page.finder.asked

    # Who calls: the office in Shinagawa, a volunteer in the evening in Portland; the week before the change-over.
    type_into(qtbot, asked.first, f"{MONDAY:%Y-%m-%d}")
    type_into(qtbot, asked.last, f"{FRIDAY:%Y-%m-%d}")
    choose(asked.host.who, "Evenings")
    choose(asked.home.who, "Office hours")
    assert [row.day.on for row in page.finder.strip.rows] == [MONDAY + dt.timedelta(days=day) for day in range(5)]
    # Friday evening is Saturday over there.
    assert [len(row.track.bars) for row in page.finder.strip.rows] == [1, 1, 1, 1, 0]
    assert "14 Mar" in page.finder.shifts.text()

    # A press on Thursday's window plans a call there, on the clock of the office.
    (bar,) = page.finder.strip.rows[3].track.bars
    page.finder.strip.ensureWidgetVisible(bar)
    best, there = bar.placed.window.best, bar.placed.window.other_best
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton)
    call = the_call(window)
    assert (call.zone, call.starts_on, call.starts_at) == (TOKYO, there.on, there.at)
    assert (call.minutes, call.title_en) == (30, "Call Portland – Shinagawa")
    assert [len(row.track.dots) for row in page.finder.strip.rows] == [0, 0, 0, 1, 0]

    # It comes again every week, and keeps the volunteer's clock instead.
    type_into(qtbot, editor(window, "every_weeks"), "1")
    kept = inspected(window).findChild(KeptClock)
    assert kept is not None
    box = kept.choice.findChild(QComboBox)
    assert box is not None
    (portland,) = (box.itemText(place) for place in range(box.count()) if "Portland" in box.itemText(place))
    choose(kept.choice, portland)
    call = the_call(window)
    assert (call.zone, call.starts_on, call.starts_at, call.every_weeks) == (NEW_YORK, best.on, best.at, 1)

    # Both files are saved; after the change-over it is an hour earlier in Shinagawa.
    page.show_face("calls")
    headings = [column.heading for column in page.table.table.columns]
    assert headings[1:3] == ["Next in Portland", "Next in Shinagawa"]
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr("planner.ui.pages.calls.page.QFileDialog.getExistingDirectory", lambda *_: str(out))
    press(qtbot, page, "Save calendar files…")
    qtbot.waitUntil(lambda: len(list(out.iterdir())) == 2 and not window.workspace.jobs.running)
    assert {one.name for one in out.iterdir()} == {"Calls – Portland.ics", "通話 – 品川区.ics"}
    for written in out.iterdir():
        (event,) = icalendar.Calendar.from_ical(written.read_bytes()).walk("VEVENT")
        assert event["dtstart"].dt.astimezone(dt.UTC) == best.instant()
        assert event["dtstart"].params["TZID"] == NEW_YORK
        assert event["rrule"]["FREQ"] == ["WEEKLY"]

    # Step by step back, and forward again; what stands in the file is what the window shows.
    for expected in ((TOKYO, 1), (TOKYO, None)):
        window.actions_["undo"].trigger()
        assert (the_call(window).zone, the_call(window).every_weeks) == expected
    window.actions_["undo"].trigger()
    assert window.workspace.plan is not None
    assert window.workspace.plan.calls == ()
    for _ in range(3):
        window.actions_["redo"].trigger()
    window.close()
    with PlannerFile.open(visit_path) as file:
        (call,) = file.plan.calls
        assert (call.zone, call.every_weeks, call.starts_at) == (NEW_YORK, 1, best.at)


def test_hours_that_were_set_are_asked_for_again_the_next_time(
    qtbot: QtBot, window: MainWindow, settings: Settings, appearance: Appearance, visit_path: Path
) -> None:
    side = calls_page(window).finder.asked.home
    choose(side.who, "Evenings")
    type_into(qtbot, side.end, "23:00")
    choose(side.who, "Office hours")
    side.set_weekday(0, False)
    window.workspace.open.close()
    window.close()

    again = open_window(qtbot, Settings(Path(settings._store.fileName())), appearance, visit_path)
    asked = calls_page(again).finder.asked
    assert asked.home.habits == Habits(Who.OFFICE, CITY_OFFICE, frozenset({1, 2, 3, 4}))
    choose(asked.home.who, "Evenings")
    assert asked.home.habits.hours == Hours(dt.time(17), dt.time(23))
    assert asked.host.habits.who is Who.DECENT
    again.workspace.open.close()


@pytest.mark.parametrize("text", ["office", "nobody 08:00 09:00 01", "office 08:00 25:00 01", "office 08:00 09:00 x"])
def test_settings_that_make_no_sense_are_as_if_nothing_had_been_asked(settings: Settings, text: str) -> None:
    settings._store.setValue(f"callers_{Side.JAPAN}", text)
    assert settings.habits(Side.JAPAN) == ()
    never = Habits(Who.OFFICE, CITY_OFFICE, frozenset())
    settings.keep_habits(Side.JAPAN, [never])
    assert settings.habits(Side.JAPAN) == (never,)
