"""The photo of a guest and of a family in the inspector, and a file that is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from planner.commands import photos
from planner.rules.finding import Subject
from planner.ui.inspector import PhotoPiece
from planner.ui.shell.window import MainWindow
from tests.papers.settled import a_photo


def of_a_guest(window: MainWindow) -> None:
    """Somebody with a photo."""
    assert window.workspace.plan is not None
    member = window.workspace.plan.members[5]
    window.workspace.run(photos.put, "Person", member.person_id, a_photo((480, 600)))
    window.frame.go(Subject("Member", member.id))


def refused(window: MainWindow) -> None:
    """A family with a photo, for which then something is chosen that is no picture."""
    assert window.workspace.plan is not None
    home = window.workspace.plan.households[1]
    window.workspace.run(photos.put, "Household", home.id, a_photo((600, 400)))
    window.frame.go(Subject("Household", home.id))
    assert window.frame.inspector.panel is not None
    window.frame.inspector.panel.findChildren(PhotoPiece)[0].take_file(Path(__file__))


PHOTOS: Final[tuple[tuple[str, Callable[[MainWindow], None]], ...]] = (
    ("people-photo", of_a_guest),
    ("hosts-photo-refused", refused),
)
