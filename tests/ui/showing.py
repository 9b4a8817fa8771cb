"""What tests ask of a window and its pages."""

from PySide6.QtWidgets import QApplication

from planner.model.plan import Plan
from planner.ui.shell.page import Page
from planner.ui.shell.window import MainWindow


def plan_of(shown: MainWindow | Page) -> Plan:
    """The plan that a window or a page shows."""
    plan = shown.workspace.plan
    assert plan is not None
    return plan


def settle() -> None:
    """Let Qt lay out and paint what has been shown."""
    for _ in range(3):
        QApplication.processEvents()
