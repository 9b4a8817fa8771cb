"""Real windows on no screen: the platform is chosen before Qt is loaded, the theme is put on once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from planner.language import set_screen_language
from planner.ui.shell.settings import Settings
from planner.ui.theme import Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture(autouse=True)
def _english_and_light(appearance: Appearance) -> Iterator[None]:
    set_screen_language("en")
    appearance.choose("light")
    yield
    set_screen_language("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "window.ini")
    made.language = "en"
    made.appearance = "light"
    return made
