"""What every page is: a title, a head with its own controls, a body, and a few things the window asks of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import colour
from planner.ui.theme.measures import PAGE_HEADER
from planner.ui.widgets.text import Text


class PageHeader(QWidget):
    """The line at the head of a page: its title, then controls; what is added to the right stays there."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFixedHeight(PAGE_HEADER)
        self.setObjectName("page-header")
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(Text(title, "title"))
        box.addSpacing(8)
        self._left = QHBoxLayout()
        self._left.setSpacing(8)
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        box.addLayout(self._left)
        box.addStretch(1)
        box.addLayout(self._right)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("ground"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))

    def add(self, *widgets: QWidget) -> None:
        """Put controls beside the title."""
        for widget in widgets:
            self._left.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_first(self, widget: QWidget) -> None:
        """Put a control right beside the title, before the others."""
        self._left.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_right(self, *widgets: QWidget) -> None:
        """Put controls at the right end."""
        for widget in widgets:
            self._right.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Page(QWidget):
    """A page of the window. Made when it is first shown, and made anew when the language changes.

    A page fills `body` (and `header`) in its constructor, in the screen's language, and its figures in
    `show_plan`. It asks for the inspector by `inspect`, and gives back what it was showing by `state` and
    `restore`, so that a change of language loses nothing.
    """

    #: The page's key: its place in the rail and in the settings.
    KEY: ClassVar[str] = ""
    #: Whether it has the line with the title; the overview has a larger one of its own.
    HAS_HEADER: ClassVar[bool] = True
    #: Whether the findings drawer shows its line under it; the overview has the findings in itself.
    HAS_DRAWER: ClassVar[bool] = True

    #: Asks the window to show a `Panel` in the inspector, or to close it (None).
    inspected = Signal(object)

    def __init__(self, workspace: Workspace, title: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.title = title
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.panel: Panel | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header = PageHeader(title)
        whole.addWidget(self.header)
        # Only now: a widget made visible before it is in a window opens one of its own.
        self.header.setVisible(self.HAS_HEADER)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole.addLayout(self.body, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the plan as it is now.

        Called before the page is first seen and after each change, while visible.
        """

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what the rules say of the plan. Called after `show_plan` as soon as they have looked, while visible."""

    def show_papers(self) -> None:
        """What the watch over papers knows (`Workspace.papers`) has changed, while visible."""

    def about_to_show(self) -> None:
        """The page is about to be seen (again). For what does not come with the plan."""

    def tick(self) -> None:
        """A new minute has begun; for a page that shows a clock, while it is seen."""

    def select(self, subject: Subject) -> bool:
        """Select a thing on this page and bring it into sight; False if it is not here."""
        return False

    def open_parts(self, noun: str) -> None:
        """Bring the parts of a noun of the thing selected into sight, where the inspector has them."""
        if self.panel is not None:
            self.panel.focus_parts(noun)

    def can(self, need: str) -> bool:
        """Say whether deeds of the menus that need something of a page can be done on this one now."""
        return False

    def do(self, deed: str) -> None:
        """Do, or begin, a deed of the menus that is this page's, by its key."""

    def state(self) -> dict[str, Any]:
        """What is shown: scroll places, filters, choices; everything `restore` needs beside the selection."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Show what `state` told, in a page made anew."""

    def inspect(self, panel: Panel | None) -> None:
        """Open the inspector with a panel, or close it."""
        self._hold(panel)
        self.inspected.emit(panel)

    def _hold(self, panel: Panel | None) -> None:
        old, self.panel = self.panel, panel
        if old is not None and old is not panel and old.ONCE:
            # Not at once: it may be one of its own buttons that is being pressed.
            old.deleteLater()

    def inspector_closed(self) -> None:
        """The user has closed the inspector (Esc or ×). By default nothing is selected any more."""
        self._hold(None)
        self.workspace.select(None)

    def take_files(self, paths: list[Path]) -> bool:
        """Files were dropped on the window; True if this page takes them."""
        return False
