"""The window says which events changed zone data has moved, leads to them, and keeps quiet once they were seen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.storage import PlannerFile
from planner.ui.shell.settings import Settings
from planner.ui.shell.window import MainWindow
from planner.ui.shell.zonenotice import MovedPanel
from planner.ui.theme import Appearance
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.notice import Banner
from tests.commands.test_clocks import plan_by_standard_time
from tests.ui.conftest import open_window


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings, appearance: Appearance, visit_path: Path) -> MainWindow:
    with PlannerFile.open(visit_path) as file:
        file.run(plan_by_standard_time)
    return open_window(qtbot, settings, appearance, visit_path)


def banner(window: MainWindow) -> Banner | None:
    item = window.frame.banners.itemAt(0)
    found = None if item is None else item.widget()
    assert found is None or isinstance(found, Banner)
    return found


def button(holder: object, words: str) -> Button:
    assert isinstance(holder, Banner | MovedPanel)
    return next(one for one in holder.findChildren(Button) if one.text() == words)


def test_the_banner_leads_to_the_list_and_the_list_to_the_event(opened: MainWindow) -> None:
    shown = banner(opened)
    assert shown is not None
    assert "time-zone rules have changed" in shown.accessibleName()
    button(shown, "Show which").click()
    panel = opened.frame.inspector.panel
    assert isinstance(panel, MovedPanel)
    assert any("Japan Night" in sentence for sentence in panel.sentences)
    first = next(one for one in panel.findChildren(Button) if "Welcome at the Jetport" in one.accessibleName())
    first.click()
    selection = opened.workspace.selection
    assert selection is not None
    assert selection.noun == "Activity"
    opened.close()


def test_once_seen_it_is_gone_and_undo_brings_it_back(opened: MainWindow) -> None:
    shown = banner(opened)
    assert shown is not None
    button(shown, "I have seen it").click()
    assert banner(opened) is None
    opened.workspace.undo()
    assert banner(opened) is not None
    opened.change_language("ja")
    again = banner(opened)
    assert again is not None
    assert "時間帯の規則" in again.accessibleName()
    opened.close()


def test_a_file_of_today_says_nothing(window: MainWindow) -> None:
    assert banner(window) is None
