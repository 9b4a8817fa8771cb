"""Opening files and closing them, and everything that can go wrong on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.shell.window import MainWindow


class Opening:
    """What the File menu does."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        self._window = window
        self._workspace = workspace

    def __getattr__(self, n):
        return lambda *a, **k: None
