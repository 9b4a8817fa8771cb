"""The files opened last, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from planner.language import tr
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.words import title_of


def fill_visits(menu: QMenu, workspace: Workspace) -> None:
    """Put the visits of the open file into a menu, if there are several, the one shown ticked."""
    file, plan = workspace.file, workspace.plan
    if file is None or plan is None or len(plan.visits) < 2:
        return
    for visit in plan.visits:
        action = menu.addAction(title_of(visit).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(visit.id == plan.visit.id)
        action.triggered.connect(partial(workspace.attempt, file.show_visit, visit.id))
    menu.addSeparator()


def fill_recent(menu: QMenu, workspace: Workspace, opened: Callable[[Path], object]) -> None:
    """Put the files opened last into a menu, the open one ticked."""
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
