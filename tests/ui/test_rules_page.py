"""Rules in the window: levels, figures, the preset with what it would change; days off; ways between places."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.commands import records
from planner.language import say, set_screen_language
from planner.language.sentences import sentence
from planner.model import Place
from planner.model.kinds import Preset, Side
from planner.model.message import Message
from planner.model.ruling import Strictness
from planner.rules.catalogue import RULES
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.homestays import Homestays
from planner.rules.presets import counts_with, differences
from planner.rules.rule import Figures, Found, of_plan
from planner.ui.inspector import RecordPanel
from planner.ui.pages.calendar.page import CalendarPage
from planner.ui.pages.places.ways import WaysPiece
from planner.ui.pages.rules.page import RulesPage
from planner.ui.shell.window import MainWindow
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.rulewords import figure_words, is_time_of_day
from planner.ui.widgets.text import Text
from tests.ui.by_hand import Hand
from tests.ui.showing import plan_of


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_and_every_figure_is_named(rule: Any) -> None:
    wanted = ["name", "why", *rule.figures]
    assert [name for name in wanted if sentence(f"{rule.code}.{name}") is None] == []
    for name in wanted:
        message = Message(f"{rule.code}.{name}", {})
        assert say(message, "en") != say(message, "ja")


def test_times_of_day_are_told_by_their_names() -> None:
    assert is_time_of_day("lunch_from")
    assert is_time_of_day("until")
    assert not is_time_of_day("minutes")
    assert figure_words("lunch_until", 13.5) == "1:30 PM"
    assert figure_words("hours", 12.0) == "12"


@pytest.fixture
def ruled(window_again: MainWindow) -> MainWindow:
    """One window for all that is done with rules: its page has 156 of them, which takes half a second to make."""
    return window_again


@pytest.fixture
def page(ruled: MainWindow) -> RulesPage:
    made = ruled.frame.show_page("rules")
    assert isinstance(made, RulesPage)
    return made


def test_a_level_is_chosen_and_given_back_to_the_preset(page: RulesPage, ruled: MainWindow) -> None:
    entry = page.entries["two-things"]
    assert entry.level.combo.currentText() == "As the preset: Warns"
    Hand.type(entry.level, "Off")
    assert [(one.rule, one.strictness) for one in plan_of(ruled).rule_settings] == [("two-things", Strictness.OFF)]
    assert entry.back.isVisible()
    entry.back.click()
    assert plan_of(ruled).rule_settings == ()
    Hand.type(entry.level, "Notes")
    ruled.workspace.undo()
    assert entry.level.value() is Strictness.PRESET


def test_a_figure_of_ones_own_says_what_the_preset_has(page: RulesPage, ruled: MainWindow) -> None:
    entry = page.entries["gap-too-short"]
    field = entry.figures["boarding"]
    Hand.type(field, "25")
    assert plan_of(ruled).rule_settings[0].figures == {"boarding": 25.0}
    assert field.said_under == "Preset: 10"
    Hand.type(field, "")
    assert plan_of(ruled).rule_settings == ()
    assert field.value() == 10
    Hand.type(field, "-5")
    assert field.has_error


def test_a_weight_is_changed_and_the_sum_tells(page: RulesPage, ruled: MainWindow) -> None:
    assert page.wishes.sum.text() == "Sum of the weights: 114"
    field = page.wishes.entries["wish-minutes"].figures["weight"]
    Hand.type(field, "20")
    assert [(one.rule, one.figures) for one in plan_of(ruled).rule_settings] == [("wish-minutes", {"weight": 20.0})]
    assert page.wishes.sum.text() == "Sum of the weights: 126"
    weights = {wish.code: figures["weight"] for wish, figures in Homestays.of(plan_of(ruled)).wishes}
    assert weights["wish-minutes"] == 20
    page.wishes.entries["wish-minutes"].back.click()
    assert plan_of(ruled).rule_settings == ()
    assert field.value() == 8


def test_a_finding_leads_to_its_rule(page: RulesPage, ruled: MainWindow, qtbot: QtBot) -> None:
    ruled.frame.go("overview")
    ruled.frame.go(Subject("Rule", [rule.code for rule in RULES].index("gap-too-short")))
    assert ruled.frame.page is page
    combo = page.entries["gap-too-short"].level.combo
    qtbot.waitUntil(lambda: ruled.focusWidget() is combo)


def test_the_page_counts_what_each_rule_finds(page: RulesPage, ruled: MainWindow) -> None:
    first, other = plan_of(ruled).activities[1:3]
    place = plan_of(ruled).places[0]
    same = {"starts_on": first.starts_on, "starts_at": first.starts_at, "ends_at": first.ends_at, "everyone": True}
    ruled.workspace.run(records.edit, "Activity", other.id, same | {"place_id": place.id})
    assert page.entries["two-places"]._count.text == "1 finding"
    ruled.workspace.undo()
    assert page.entries["two-places"]._count.isHidden()


# Presets


@of_plan("two-places", FindingKind.TIME, Severity.WARN, presets={Preset.J1: {"minutes": 30}}, off_in=(Preset.FOUR_H,),
         minutes=20)  # fmt: skip
def always(agenda: Any, figures: Figures) -> Iterator[Found]:
    """Finds as many things as its figure says tens of minutes."""
    for number in range(int(figures["minutes"] // 10)):
        yield Found(Subject("Visit", agenda.plan.visit.id), {"n": number})


def test_another_preset_is_tried_before_it_is_taken(ruled: MainWindow) -> None:
    plan = plan_of(ruled)
    assert counts_with(plan, Preset.VOLUNTEER, [always])[Severity.WARN] == 2
    assert counts_with(plan, Preset.J1, [always])[Severity.WARN] == 3
    assert counts_with(plan, Preset.FOUR_H, [always]).total() == 0
    [stricter] = differences(plan, Preset.J1, [always])
    assert stricter.now is not None
    assert stricter.then is not None
    assert (stricter.now.figures["minutes"], stricter.then.figures["minutes"]) == (20, 30)
    [off] = differences(plan, Preset.FOUR_H, [always])
    assert off.then is None
    assert list(differences(plan, Preset.VOLUNTEER, [always])) == []


def test_the_preset_changes_only_when_it_is_taken(page: RulesPage, ruled: MainWindow) -> None:
    card = page.presets
    card.choice.combo.setCurrentIndex(list(Preset).index(Preset.J1))
    card.choice.combo.activated.emit(card.choice.combo.currentIndex())
    assert card.preview.isVisible()
    assert plan_of(ruled).visit.preset is Preset.VOLUNTEER
    Hand.press(card, "Leave it as it is")
    assert not card.preview.isVisible()
    card.choice.committed.emit(Preset.J1)
    card.take.click()
    assert plan_of(ruled).visit.preset is Preset.J1
    assert not card.preview.isVisible()


# Days off


@pytest.fixture
def calendar(window: MainWindow) -> CalendarPage:
    made = window.frame.show_page("calendar")
    assert isinstance(made, CalendarPage)
    return made


def words(page: CalendarPage, side: Side) -> list[str]:
    return [label.text() for label in page.lists[side].findChildren(Text)]


def test_both_countries_have_their_days_in_both_languages(calendar: CalendarPage, window: MainWindow) -> None:
    assert {"Independence Day", "Sun 4 Jul"} <= set(words(calendar, Side.US))
    assert {"Marine Day", "Obon"} <= set(words(calendar, Side.JAPAN))
    window.change_language("ja")
    page = window.frame.page
    assert isinstance(page, CalendarPage)
    assert {"海の日", "7月19日(月)"} <= set(words(page, Side.JAPAN))
    set_screen_language("en")


def test_a_holiday_is_taken_away_and_brought_back(calendar: CalendarPage, window: MainWindow) -> None:
    def press(name: str) -> None:
        buttons = calendar.lists[Side.JAPAN].findChildren(IconButton)
        next(one for one in buttons if one.accessibleName() == name).click()

    press("Not kept: Marine Day")
    [day] = plan_of(window).calendar_days
    assert (day.first_day, day.taken_away) == (dt.date(2027, 7, 19), True)
    QTest.qWait(1)
    press("Keep it again: Marine Day")
    assert plan_of(window).calendar_days == ()


def test_an_own_day_stands_in_its_year(calendar: CalendarPage, window: MainWindow) -> None:
    values = {"side": Side.JAPAN, "first_day": dt.date(2028, 5, 1), "last_day": dt.date(2028, 5, 1),
              "name_en": "Founding day"}  # fmt: skip
    window.workspace.run(records.add, "CalendarDay", values)
    assert "Founding day" not in words(calendar, Side.JAPAN)
    next(one for one in calendar.header.findChildren(IconButton) if one.accessibleName() == "The year after").click()
    assert "Founding day" in words(calendar, Side.JAPAN)
    day = plan_of(window).calendar_days[0]
    assert not window.workspace.run(records.edit, "CalendarDay", day.id, {"last_day": dt.date(2028, 4, 1)})


# Ways


def test_ways_are_told_at_both_ends_and_guessed_where_none_is_written(window: MainWindow) -> None:
    workspace = window.workspace
    jetport = plan_of(window).places[0]
    added: list[int] = []
    for name, latitude, longitude in (("City Hall", 43.6591, -70.2568), ("Lighthouse", 43.6231, -70.2079)):
        values = {"name_en": name, "latitude": latitude, "longitude": longitude, "zone": jetport.zone}
        workspace.run(records.add, "Place", values, done=added.append)
    workspace.run(records.edit, "Place", jetport.id, {"latitude": 43.6462, "longitude": -70.3093})
    workspace.run(
        records.add, "Way", {"from_place_id": jetport.id, "to_place_id": added[0], "minutes": 20}
    )
    window.frame.go(Subject("Place", added[0]))
    panel = window.frame.inspector.panel
    assert isinstance(panel, RecordPanel)
    piece = Hand.find(panel, WaysPiece)
    assert [line._head.text() for line in piece._list.rows if line._head] == [  # type: ignore[union-attr]
        "Portland Jetport, 20 min, Coach"
    ]
    assert piece._guesses.text().startswith("Guessed from the map: Lighthouse: ")
    assert "Jetport" not in piece._guesses.text()
    assert plan_of(window).get(Place, added[1]) is not None


def test_rules_are_reached_from_the_settings_and_by_search(ruled: MainWindow) -> None:
    settings = ruled.frame.show_page("settings")
    Hand.press(settings, "Rules of this visit")
    assert isinstance(ruled.frame.page, RulesPage)
    ruled.frame.go("overview")
    ruled.actions_["search"].trigger()
    line = ruled.finder.focusProxy() or ruled.finder.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "rules")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(ruled.frame.page, RulesPage)
