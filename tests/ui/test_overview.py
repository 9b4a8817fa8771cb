"""The overview: each number leads to its spot, two calendars, days to go by the host city's clock."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.clock import WallTime, now_in
from planner.commands import records
from planner.language import set_screen_language
from planner.ui.pages.overview import side, timeline
from planner.ui.pages.overview.page import OverviewPage
from planner.ui.pages.overview.side import DaysToGo, landing
from planner.ui.pages.overview.timeline import Timeline, first_day_shown, happenings
from planner.ui.shell import clocks
from planner.ui.shell.changes import ChangesCard
from planner.ui.shell.clocks import CityClock
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.theme import Appearance
from planner.ui.widgets.cards import CountCard
from planner.ui.widgets.findings import FindingList
from tests.ui.conftest import make_main_window

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests but that in Japanese."""
    return window_again


def at(monkeypatch: pytest.MonkeyPatch, moment: dt.datetime) -> None:
    """Stop the clock at a moment (UTC)."""
    from planner.clock import wall_at

    def stopped(zone: str) -> WallTime:
        return wall_at(moment, zone)

    for module in (side, timeline, clocks):
        monkeypatch.setattr(module, "now_in", stopped)


def page_of(window: MainWindow) -> OverviewPage:
    page = window.frame.show_page("overview")
    assert isinstance(page, OverviewPage)
    return page


@pytest.mark.parametrize(
    ("what", "leads_to"),
    [
        ("guests without a bed on some night", "homestays"),
        ("activities need interpreters", "interpreters"),
        ("adults to clear", "hosts"),
        ("guests in no squad", "people"),
    ],
)
def test_each_number_opens_its_spot(qtbot: QtBot, window: MainWindow, what: str, leads_to: str) -> None:
    card = next(card for card in page_of(window).findChildren(CountCard) if card.text() == what)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.frame.page is not None
    assert leads_to == window.frame.page.KEY


def test_while_the_rules_wait_the_counts_are_there_and_nothing_moves_when_they_come(
    qtbot: QtBot, settings: Settings, appearance: Appearance, visit_path: Path
) -> None:
    window = make_main_window(qtbot, settings, appearance)
    workspace = window.workspace
    workspace.hold_rules()
    assert workspace.open.path(visit_path)
    window.start()
    window.show()
    page = page_of(window)
    for _ in range(3):  # the scroll bar comes, and the cards stand side by side anew
        QApplication.processEvents()
    before = {card.text(): (card.geometry(), card.accessibleName()) for card in page.findChildren(CountCard)}
    below = (page.findChild(Timeline), page.findChild(FindingList))
    places = [widget.geometry() for widget in below]
    [note] = [label for label in page.findChildren(QLabel) if label.text().startswith("The rules are looking")]
    assert (len(before), workspace.looked, note.isVisible()) == (6, False, True)
    workspace.look()
    QApplication.processEvents()
    cards = [card for card in page.findChildren(CountCard) if card.isVisible()]
    assert {card.text(): (card.geometry(), card.accessibleName()) for card in cards} == before
    assert [widget.geometry() for widget in below] == places
    assert not note.isVisible()
    window.close()


def test_what_is_to_review_opens_the_findings(qtbot: QtBot, window: MainWindow) -> None:
    card = next(card for card in page_of(window).findChildren(CountCard) if card.text() == "answers to review")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.frame.drawer.is_open
    assert window.frame.drawer.isVisible()


def test_a_count_goes_down_as_the_work_is_done(window: MainWindow) -> None:
    page = page_of(window)
    plan = window.workspace.plan
    assert plan is not None
    member, household = plan.members[3], plan.households[3]
    window.workspace.run(
        records.add, "Stay",
        {"member_id": member.id, "household_id": household.id, "bed_id": household.beds[0].id,
         "first_night": dt.date(2027, 7, 22), "last_night": dt.date(2027, 7, 31)},
    )  # fmt: skip
    QApplication.processEvents()
    counts = {card.text(): card.count for card in page.findChildren(CountCard) if card.isVisible()}
    assert counts["guests without a bed on some night"] == 3


@pytest.mark.parametrize(
    ("moment", "number", "words"),
    [
        (dt.datetime(2027, 7, 13, 0, 42, tzinfo=dt.UTC), "10", "days to go"),  # 12 July in Portland, 13 in Tokyo
        (dt.datetime(2027, 7, 22, 3, 0, tzinfo=dt.UTC), "1", "day to go"),  # still 21 July in Portland
        (dt.datetime(2027, 7, 22, 12, 0, tzinfo=dt.UTC), "1", "day of the visit"),
        (dt.datetime(2027, 8, 1, 12, 0, tzinfo=dt.UTC), "11", "day of the visit"),
        (dt.datetime(2027, 8, 3, 12, 0, tzinfo=dt.UTC), "2", "days since"),
    ],
)
def test_days_are_counted_by_the_host_citys_calendar(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, number: str, words: str
) -> None:
    at(monkeypatch, moment)
    page = page_of(window)
    plan = window.workspace.plan
    assert plan is not None
    page.show_plan(plan)
    block = page.findChild(DaysToGo)
    assert block is not None
    said = [label.text() for label in block.findChildren(QLabel)]
    assert said[:2] == [number, words]
    assert said[2:] == ["lands Thu 22 Jul, 4:20 PM EDT", "Fri 23 Jul, 5:20 AM JST"]


def test_the_landing_is_the_last_arrival_on_the_first_day(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    assert landing(plan) == WallTime(dt.date(2027, 7, 22), dt.time(16, 20), NEW_YORK)


def test_each_side_by_its_own_calendar(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    host = happenings(plan, plan.visit.host_city, host=True)
    home = happenings(plan, plan.visit.home_city, host=False)
    assert [(h.title, h.on.day, h.at) for h in home] == [
        ("NH110 HND-JFK", 22, dt.time(11)),
        ("NH109 JFK-HND, arrives", 2, dt.time(15, 55)),
    ]
    assert host[0].title == "NH110 HND-JFK, arrives"
    assert host[0].at == dt.time(10, 50)
    assert sum(h.title == "Day with host families" and h.at is None for h in host) == 1


def test_the_timeline_begins_today_when_the_visit_is_near(window: MainWindow) -> None:
    plan = window.workspace.plan
    assert plan is not None
    visit = plan.visit
    assert first_day_shown(visit, dt.date(2027, 7, 12)) == visit.first_day
    assert first_day_shown(visit, dt.date(2027, 7, 13)) == dt.date(2027, 7, 13)
    assert first_day_shown(visit, dt.date(2027, 7, 25)) == dt.date(2027, 7, 25)
    assert first_day_shown(visit, dt.date(2027, 8, 2)) == visit.first_day


def test_the_timeline_shows_as_many_days_as_there_is_room_for(window: MainWindow) -> None:
    line = page_of(window).findChild(Timeline)
    assert line is not None
    line.resize(1000, 300)
    assert line.days == 10
    line.resize(700, 300)
    assert line.days == 7


def test_a_happening_leads_to_the_programme(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    wanted: list[object] = []
    window.workspace.wanted.connect(wanted.append)
    line = page.findChild(Timeline)
    assert line is not None
    item = next(b for b in line.findChildren(QAbstractButton) if b.text() == "Courtesy call on the Mayor")
    assert item.accessibleName() == "Courtesy call on the Mayor, Fri 23 Jul 4:00 PM, Portland"
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    plan = window.workspace.plan
    assert plan is not None
    assert [(w.noun, w.id) for w in wanted] == [("Activity", plan.activities[2].id)]  # type: ignore[attr-defined]


def test_the_last_changes_are_told_newest_first(window: MainWindow) -> None:
    page = page_of(window)
    plan = window.workspace.plan
    assert plan is not None
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"title_en": "First"})
    window.workspace.run(records.edit, "Visit", plan.visit.id, {"insurance": "Second"})
    QApplication.processEvents()
    card = page.findChild(ChangesCard)
    assert card is not None
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any("Insurance" in words for words in said[:3]), said


def test_the_clocks_of_the_top_bar(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> None:
    at(monkeypatch, dt.datetime(2027, 7, 13, 0, 42, tzinfo=dt.UTC))
    window.frame.tick()
    said = [clock.accessibleName() for clock in window.frame.top_bar.findChildren(CityClock)]
    assert said == ["Portland Mon 8:42 PM EDT", "Shinagawa Tue 9:42 AM JST"]
    sky = [clock.findChild(clocks.SkyIcon) for clock in window.frame.top_bar.findChildren(CityClock)]
    assert [icon.icon_name for icon in sky if icon is not None] == ["moon", "sun"]


def test_midnight_counts_one_day_less(monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> None:
    from planner.ui.shell import frame

    page = page_of(window)
    block = page.findChild(DaysToGo)
    assert block is not None
    for day, number in ((12, "10"), (13, "9")):
        moment = dt.datetime(2027, 7, day, 12, tzinfo=dt.UTC)
        at(monkeypatch, moment)
        monkeypatch.setattr(frame, "now_in", side.now_in)
        window.frame.tick()
        assert block.findChildren(QLabel)[0].text() == number


def test_the_same_in_japanese(monkeypatch: pytest.MonkeyPatch, own_window: MainWindow) -> None:
    own_window.change_language("ja")
    at(monkeypatch, dt.datetime(2027, 7, 13, 0, 42, tzinfo=dt.UTC))
    own_window.frame.tick()
    said = [clock.accessibleName() for clock in own_window.frame.top_bar.findChildren(CityClock)]
    assert said == ["ポートランド 月 20:42 EDT", "品川区 火 9:42 JST"]
    set_screen_language("en")
    assert now_in(TOKYO).zone == TOKYO
