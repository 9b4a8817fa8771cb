"""At the smallest window every word is read whole before a visit is open too; see `test_every_page` for the rest."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.language import set_screen_language
from planner.ui.shell.settings import Settings
from planner.ui.theme import Appearance
from planner.ui.theme.measures import SMALLEST_WINDOW
from tests.prepared import copy_practice
from tests.ui.conftest import make_main_window
from tests.ui.cut import cut_in, is_clipped
from tests.ui.painted import painted


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("page", "opened_before"), [("welcome", False), ("welcome", True), ("new", True)])
def test_every_word_is_read_whole_before_a_visit_is_open(
    qtbot: QtBot, settings: Settings, appearance: Appearance, tmp_path: Path, page: str, opened_before: bool,
    language: str,
) -> None:  # fmt: skip
    set_screen_language(language)
    settings.language = language
    if opened_before:
        settings.remember(copy_practice(tmp_path / "portland.shimai"))
    window = make_main_window(qtbot, settings, appearance)
    window.resize(*SMALLEST_WINDOW)
    window.start(page)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(10)
    assert list(cut_in(window.frame)) == []


def test_a_text_that_is_cut_is_noticed(qtbot: QtBot) -> None:
    label = QLabel("Read whole")
    qtbot.addWidget(label)
    label.setFixedSize(label.sizeHint())
    assert not is_clipped(painted(label)[0], label)
    label.setFixedWidth(20)
    assert is_clipped(painted(label)[0], label)
