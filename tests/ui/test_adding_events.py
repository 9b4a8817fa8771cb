"""New in the programme: nothing exists before its title, day and times were given and Add was pressed."""

import datetime as dt
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget

from planner.model.programme import Activity, Journey
from planner.ui.pages.programme.adding import AddEventPanel
from planner.ui.pages.programme.page import ProgrammePage
from planner.ui.shell.window import MainWindow
from tests.ui.by_hand import Hand


@pytest.fixture
def window(window_again: MainWindow) -> MainWindow:
    """One window for all these tests."""
    return window_again


def panel_of(window: MainWindow, noun: str) -> AddEventPanel:
    page = window.frame.show_page("programme")
    assert isinstance(page, ProgrammePage)
    page.start_adding(noun)
    panel = window.frame.inspector.panel
    assert isinstance(panel, AddEventPanel)
    return panel


@pytest.mark.parametrize("noun", ["Activity", "Journey"])
def test_nothing_is_there_before_it_is_added_and_nothing_without_a_title(window: MainWindow, noun: str) -> None:
    steps = len(window.workspace.steps())
    panel = panel_of(window, noun)
    panel.button.click()
    assert len(window.workspace.steps()) == steps
    title = cast(QWidget, panel[panel.kind]["title_en"])
    assert title.has_error  # type: ignore[attr-defined]


def test_a_double_click_on_a_day_of_the_list_adds_nothing_by_itself(window: MainWindow) -> None:
    page = window.frame.show_page("programme")
    assert isinstance(page, ProgrammePage)
    page.look("list")
    steps = len(window.workspace.steps())
    place = next(at for at, line in enumerate(page.list.lines) if line.day == dt.date(2027, 7, 27))
    page.list.doubleClicked.emit(page.list.model().index(place, 0))
    panel = window.frame.inspector.panel
    assert isinstance(panel, AddEventPanel)
    assert panel[Activity].values()["starts_on"] == dt.date(2027, 7, 27)
    assert len(window.workspace.steps()) == steps


def test_an_activity_is_added_as_it_was_typed_in_one_step(window: MainWindow) -> None:
    steps = len(window.workspace.steps())
    panel = panel_of(window, "Activity")
    for field, words in (
        ("title_en", "Tea"), ("starts_on", "July 28"), ("starts_at", "3pm"), ("ends_at", "4pm"),
    ):  # fmt: skip
        Hand.type(cast(QWidget, panel[Activity][field]), words)
    panel.button.click()
    plan = window.workspace.plan
    assert plan is not None
    made = next(each for each in plan.activities if each.title_en == "Tea")
    assert (made.starts_on, made.starts_at, made.ends_at) == (dt.date(2027, 7, 28), dt.time(15), dt.time(16))
    assert made.zone == plan.visit.host_city.zone
    assert len(window.workspace.steps()) == steps + 1


def test_a_leg_takes_its_zones_from_its_places(window: MainWindow) -> None:
    panel = panel_of(window, "Journey")
    plan = window.workspace.plan
    assert plan is not None
    place = plan.places[0]
    Hand.type(cast(QWidget, panel[Journey]["title_ja"]), "羽田へ")
    panel.ends["from_place_id"].show_value(place.id)
    panel.button.click()
    plan = window.workspace.plan
    assert plan is not None
    made = next(each for each in plan.journeys if each.title_ja == "羽田へ")
    assert made.from_place_id == place.id
    assert made.to_place_id is None
    assert made.departs_zone == (place.zone or plan.visit.host_city.zone)
