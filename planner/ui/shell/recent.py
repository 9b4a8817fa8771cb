"""The files opened last, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from planner.language import tr
from planner.ui.shell.workspace import Workspace


def fill_recent(menu: QMenu, workspace: Workspace, opened: Callable[[Path], object]) -> None:
    """Put the files opened last into a menu, the open one ticked."""
    menu.clear()
    here = None if workspace.file is None else workspace.file.path.resolve()
    recent = workspace.settings.recent
    for path in recent:
        action = menu.addAction(path.name.replace("&", "&&"))
        action.setToolTip(str(path))
        action.setCheckable(True)
        action.setChecked(path == here)
        action.triggered.connect(lambda _=False, path=path: opened(path))
    if not recent:
        menu.addAction(tr("No files yet")).setEnabled(False)
