"""Journeys begin where a user does: with the program, the forms, and nothing else."""

from tests.cli.conftest import run
from tests.ui.conftest import _english_and_light, appearance, settings

__all__ = ["_english_and_light", "appearance", "run", "settings"]
