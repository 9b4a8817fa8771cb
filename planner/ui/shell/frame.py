"""Everything inside the window: rail, top bar, the page shown, inspector, drawer and status line.

The frame and its pages are made in one language. When the language changes, the window makes a new frame and
gives it the `state` of the old one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.clock import now_in
from planner.rules.finding import Finding, Severity, Subject
from planner.ui.shell.actions import Actions
from planner.ui.shell.badges import badges
from planner.ui.shell.findings import ACCEPTED_KEY, FindingsDrawer
from planner.ui.shell.inspector import Inspector, Panel
from planner.ui.shell.narrowed import Narrowed
from planner.ui.shell.page import Page
from planner.ui.shell.passing import PassingThings
from planner.ui.shell.places import HOMES, place
from planner.ui.shell.rail import Rail
from planner.ui.shell.status import StatusLine
from planner.ui.shell.topbar import TopBar
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear, rule
from planner.ui.widgets.notice import Banner


class Frame(QWidget):
    """The inside of the window in one language."""

    #: Another page is shown: its key.
    pageShown = Signal(str)

    def __init__(self, workspace: Workspace, actions: Actions) -> None:
        super().__init__()
        self._workspace = workspace
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._remembered: dict[str, dict[str, Any]] = {}
        self._key = ""
        self._days: tuple[date, ...] = ()

        self.rail = Rail()
        self.rail.chosen.connect(self.show_page)
        self.top_bar = TopBar(actions["undo"], actions["redo"], actions["search"])
        self.banners = QVBoxLayout()
        self.banners.setSpacing(0)
        self.stack = QStackedWidget()
        self.inspector = Inspector()
        self.inspector.closed.connect(self.close_inspector)
        self.drawer = FindingsDrawer(workspace)
        self.drawer.picked.connect(self.go)
        self.status = StatusLine(workspace.settings.zoom)
        self.passing = PassingThings(self)
        self.passing.undoAsked.connect(workspace.undo)
        self.passing.redoAsked.connect(workspace.redo)
        self.passing.redoAllAsked.connect(workspace.redo_all)
        self._lay_out()

        workspace.planChanged.connect(self._show_plan)
        workspace.findingsChanged.connect(self._show_findings)
        workspace.papers.reckoned.connect(self._show_papers)
        workspace.wanted.connect(self.go)
        workspace.partsWanted.connect(self.go_to_parts)
        workspace.openFindings.connect(self.open_findings)
        workspace.noticed.connect(self.passing.say)
        workspace.jobs.started.connect(self.passing.follow)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.inspector)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addLayout(self.banners)
        right.addLayout(middle, 1)
        right.addWidget(self.drawer)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(rule(vertical=True))
        upper.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(rule())
        whole.addWidget(self.status)

    # Pages

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._pages.get(self._key)

    def show_page(self, key: str) -> Page:
        """Show a page, making it if nobody has seen it yet.

        Raises:
            KeyError: There is no such page.
        """
        page = self._pages.get(key)
        if page is None:
            page = place(key).page_class()(self._workspace)
            page.inspected.connect(lambda panel, key=key: self._inspect(key, panel))
            self._pages[key] = page
            self._stale.add(key)
            self.stack.addWidget(page)
        self._key = key
        page.about_to_show()
        self._refresh()
        if key in self._remembered:
            page.restore(self._remembered.pop(key))
        self.stack.setCurrentWidget(page)
        self.rail.choose(place(key).under or key)
        self.inspector.show_panel(page.panel)
        self.drawer.setVisible(self._workspace.plan is not None and (page.HAS_DRAWER or self.drawer.is_open))
        self.pageShown.emit(key)
        return page

    def _refresh(self) -> None:
        """Let the page shown see the plan, if it has changed since it last did."""
        plan, page = self._workspace.plan, self.page
        if page is not None and self._key in self._stale and plan is not None:
            self._stale.discard(self._key)
            page.show_plan(plan)
            if self._workspace.looked:
                page.show_findings(self._workspace.findings)

    def tick(self) -> None:
        """A new minute has begun: the clocks move on; at midnight in either city everything is looked at anew."""
        self.top_bar.tick()
        plan = self._workspace.plan
        if plan is None:
            return
        days = tuple(now_in(city.zone).on for city in (plan.visit.host_city, plan.visit.home_city))
        if days != self._days:
            self._days = days
            self._show_plan(plan)
        elif self.page is not None:
            self.page.tick()

    def go(self, where: Subject | str) -> None:
        """Show a page by its key, or the page on which a thing is at home, with that thing selected."""
        if isinstance(where, str):
            self.show_page(where)
            return
        key = HOMES.get(where.noun, "overview")
        try:
            page = self.show_page(key)
        except KeyError:
            return
        self._workspace.select(where)
        page.select(where)

    def go_to_parts(self, whose: Subject, noun: str) -> None:
        """Show a thing on its page, and in the inspector its parts of a noun, unfolded and in sight."""
        self.go(whose)
        if self.page is not None:
            self.page.open_parts(noun)

    def _inspect(self, key: str, panel: Panel | None) -> None:
        if key == self._key:
            self.inspector.show_panel(panel)

    def close_inspector(self) -> None:
        """Close the inspector; the page hears of it."""
        self.inspector.show_panel(None)
        if self.page is not None:
            self.page.inspector_closed()

    # What changes

    def _show_plan(self, plan: object) -> None:
        self._stale = set(self._pages)
        self.top_bar.show_plan(self._workspace.plan)
        self.rail.open_pages(plan is not None)
        if plan is None:
            self.inspector.show_panel(None)
            self.drawer.hide()
        self._refresh()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.drawer.show_findings(findings)
        self._show_badges()
        if self.page is not None and self._key not in self._stale:
            self.page.show_findings(findings)

    def _show_badges(self) -> None:
        findings = self._workspace.findings if self._workspace.looked else ()
        self.rail.show_badges(badges(findings, len(self._workspace.papers.old)))

    def _show_papers(self) -> None:
        """What is known of the papers in people's hands has changed."""
        self._show_badges()
        if self.page is not None and self._key not in self._stale:
            self.page.show_papers()

    def open_findings(self, what: Severity | Subject | Narrowed | str | None = None) -> None:
        """Open the drawer: at a level, with what is about one thing, narrowed, at what was accepted (its key), or at
        the top.
        """
        self.drawer.show()
        if isinstance(what, Subject):
            self.drawer.open_of(what)
        elif isinstance(what, Narrowed):
            self.drawer.open_narrowed(what)
        elif what == ACCEPTED_KEY:
            self.drawer.open_accepted()
        else:
            self.drawer.open(True, None if what is None else Severity(what))

    def toggle_drawer(self) -> None:
        """Open the drawer, or close it."""
        self.drawer.show()
        self.drawer.toggle()
        if not self.drawer.is_open and self.page is not None:
            self.drawer.setVisible(self.page.HAS_DRAWER)

    def show_banner(self, banner: Banner | None) -> None:
        """Put a banner over the page, in place of any before; None takes it away."""
        clear(self.banners)
        if banner is not None:
            self.banners.addWidget(banner)
            banner.show()

    # Across a change of language

    def state(self) -> dict[str, Any]:
        """What is shown, for the next frame."""
        return {
            "page": self._key,
            "pages": {key: page.state() for key, page in self._pages.items()},
            "drawer": self.drawer.is_open,
            "inspector": self.page is not None and self.page.panel is not None,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Show what another frame showed."""
        self._show_plan(self._workspace.plan)
        if self._workspace.looked:
            self._show_findings(self._workspace.findings)
        self._remembered = dict(state.get("pages", {}))
        page = self.show_page(state.get("page") or "overview")
        selection = self._workspace.selection
        if selection is not None and state.get("inspector"):
            page.select(selection)
        if state.get("drawer"):
            self.drawer.open()
