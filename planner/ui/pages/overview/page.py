"""The overview: one glance tells what is left to do, what comes next and what was done last."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.dates import days_text
from planner.language.readers import name_of
from planner.language.terms import term
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.counted import counted
from planner.rules.finding import Finding, standing
from planner.ui.pages.overview.counts import Left, Papers, left_to_do
from planner.ui.pages.overview.side import ClocksCard, DaysToGo, VisitCard
from planner.ui.pages.overview.timeline import Timeline
from planner.ui.shell.changes import ChangesCard
from planner.ui.shell.findings import count_chips
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, Scroll, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.cards import Card, CountCard
from planner.ui.widgets.findings import FindingList
from planner.ui.widgets.notice import Banner
from planner.ui.widgets.text import Elided, Text
from planner.ui.widgets.words import said, title_of

#: How wide the right column is.
_SIDE: Final = 304

#: The page's margin at each side, and the room between two cards.
_EDGE: Final = 24
_GAP: Final = 16

#: How many findings the overview tells itself; the rest is in the drawer.
_FINDINGS: Final = 6


class _Content(QWidget):
    """What the page scrolls; tells when it has become wider or narrower, as when the scroll bar comes."""

    resized = Signal()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class OverviewPage(Page):
    """Counts that lead to the spot, ten days in two calendars, findings, clocks, last changes."""

    KEY: ClassVar[str] = "overview"
    HAS_HEADER: ClassVar[bool] = False
    HAS_DRAWER: ClassVar[bool] = False

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Overview"))
        self._title = Elided("", "title")
        self._subtitle = Elided("", "text", "text2")
        self._cards = QGridLayout()
        self._cards.setSpacing(_GAP)
        self._card_widgets: list[CountCard] = []
        self._left: list[Left] | None = None
        self._columns = 0
        self._all_done = Card()
        done = Text(tr("Nothing is left to do that can be counted. Well done."), tone="good")
        self._all_done.body.addWidget(done)
        begin = Banner(
            tr("Drop your forms here: guests, host families, interpreters, the programme."),
            "chosen",
            [(tr("Import a form"), lambda: workspace.show("import"))],
        )
        #: Says what comes next while nothing is in the visit.
        self._begin = QWidget()
        self._begin.setLayout(column(begin, margins=(0, 0, 0, 12)))
        self._timeline = Timeline()
        self._timeline.picked.connect(workspace.show)
        self._timeline.dayPicked.connect(lambda _: workspace.show("programme"))
        self._timeline_heading = Text("", "heading")
        self._timeline.daysChanged.connect(self._name_timeline)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._all_findings = Button("", self._open_drawer, look="link", small=True)
        self._findings = FindingList(tr("Findings"), heads=False)
        self._findings.picked.connect(workspace.show)
        self._looking = Text(tr("The rules are looking at the plan …"), "small", "text2")
        self._findings_box = QWidget()
        self._days = DaysToGo()
        self._clocks = ClocksCard(lambda: workspace.show("calls"))
        self._visit = VisitCard()
        self._changes = ChangesCard(workspace, wide=_SIDE)
        self._lay_out()

    def _lay_out(self) -> None:
        content = _Content()
        content.resized.connect(self._arrange)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(_EDGE, 20, _EDGE, 24)
        whole.setSpacing(0)
        whole.addLayout(row(self._title, self._subtitle, STRETCH, gap=16))
        whole.addSpacing(12)
        heading = row(
            Text(tr("Left to do"), "heading"),
            Text(tr("each number opens the spot"), "small", "text2"),
            STRETCH,
            gap=12,
        )
        whole.addLayout(heading)
        whole.addSpacing(8)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(self._main_column(), 1)
        columns.addWidget(self._side_column(), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(columns, 1)
        self._content = content
        self._scroll = Scroll(content, tr("Overview"))
        self.body.addWidget(self._scroll)

    def _main_column(self) -> QVBoxLayout:
        """What is left to do, how the time until the visit runs, and what the rules have found."""
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._begin)
        left.addLayout(self._cards)
        left.addWidget(self._all_done)
        left.addSpacing(24)
        note = Text(tr("each side by its own calendar"), "small", "text2")
        left.addLayout(row(self._timeline_heading, note, STRETCH, gap=12))
        left.addSpacing(8)
        left.addWidget(self._timeline)
        left.addSpacing(24)
        card = Card()
        card.body.addWidget(self._findings)
        inner = card.layout()
        if inner is not None:
            inner.setContentsMargins(0, 4, 0, 4)
        findings = QVBoxLayout(self._findings_box)
        findings.setContentsMargins(0, 0, 0, 0)
        findings.setSpacing(8)
        findings.addLayout(
            row(Text(tr("Findings"), "heading"), self._looking, self._chips, STRETCH, self._all_findings, gap=12)
        )
        findings.addWidget(card)
        left.addWidget(self._findings_box)
        left.addStretch(1)
        return left

    def _side_column(self) -> QWidget:
        """How many days are left, both clocks, the visit at a glance, and what was changed last."""
        side = QWidget()
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(16)
        for widget in (self._days, self._clocks, self._visit, self._changes):
            right.addWidget(widget)
        right.addStretch(1)
        return side

    @override
    def show_plan(self, plan: Plan) -> None:
        visit = plan.visit
        language = screen_language()
        self._title.setText(title_of(visit, language))
        days = days_text(visit.first_day, visit.last_day, language, weekdays=True)
        about = said(visit, "theme") or term(visit.kind, language)
        self._subtitle.setText(tr("{about}, {days}", about=about.splitlines()[0], days=days))
        nothing = not (plan.members or plan.offers or plan.interpreters or plan.activities or plan.journeys)
        self._begin.setVisible(nothing and not self.workspace.is_read_only)
        self._timeline.show_plan(plan)
        self._name_timeline()
        self._days.show_plan(plan)
        self._clocks.show_plan(plan)
        self._visit.show_plan(plan)
        self._changes.show_changes()
        if self.workspace.rules_wait:
            self._show_cards(left_to_do(plan, counted(plan)))
            # When what the rules find comes, nothing moves.
            self._all_findings.hide()
            self._findings.keep_room(_FINDINGS)

    def _name_timeline(self) -> None:
        plan, days = self.workspace.plan, self._timeline.days
        if plan is not None:
            at_start = self._timeline.first_day == plan.visit.first_day
            words = tr("The first {count} days", count=days)
            self._timeline_heading.setText(words if at_start else tr("Next {count} days", count=days))

    @override
    def tick(self) -> None:
        self._clocks.tick()

    @override
    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        plan = self.workspace.plan
        if plan is None:
            return
        self._looking.hide()
        left = standing(findings)
        self._show_cards(left_to_do(plan, findings, self._papers(plan)))
        clear(self._chips)
        for chip in count_chips(findings):
            chip.picked.connect(lambda key, _on: self.workspace.openFindings.emit(key))
            self._chips.addWidget(chip)
        self._findings.show_findings(left[:_FINDINGS])
        self._findings.fit(_FINDINGS)
        self._findings_box.setVisible(bool(findings))
        self._all_findings.setText(tr("All {count}", count=len(left)))
        self._all_findings.setVisible(len(left) > _FINDINGS)

    @override
    def show_papers(self) -> None:
        if self.workspace.looked:
            self.show_findings(self.workspace.findings)

    def _papers(self, plan: Plan) -> Papers:
        """Whose papers are out of date, for the card that leads to them."""
        watch = self.workspace.papers
        if not watch.old:
            return Papers()
        from planner.papers.standing.reckoning import reader_of

        names = []
        for one in watch.old:
            # A moment after a change the watch has not looked again: somebody may be gone.
            with suppress(PlannerError):
                names.append(name_of(plan, reader_of(plan, one), screen_language()))
        return Papers(tuple(names), len(watch.standings))

    def _open_drawer(self) -> None:
        self.workspace.openFindings.emit(None)

    def _show_cards(self, left: list[Left]) -> None:
        if left == self._left:
            return
        self._left = left
        for card in self._card_widgets:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._card_widgets = [self._card(each) for each in left]
        self._all_done.setVisible(not left)
        self._columns = 0
        self._arrange()

    def _card(self, left: Left) -> CountCard:
        from planner.ui.shell.places import title_of_page

        card = CountCard(
            left.count,
            left.what,
            left.details,
            tr("Findings") if left.page == "findings" else title_of_page(left.page),
            tone=left.tone,
            icon_name=left.icon,
            share=left.share,
        )
        if left.page == "findings":
            card.clicked.connect(lambda: self._open_drawer())
        else:
            card.clicked.connect(lambda: self.workspace.show(left.page))
        return card

    def _arrange(self) -> None:
        """As many cards side by side as leave their words whole, all of one width and height."""
        cards = self._card_widgets
        room = self._content.width() - 2 * _EDGE - _SIDE - 24
        widest = max((card.least_width() for card in cards), default=room)
        columns = max(2, min(4, (room + _GAP) // (widest + _GAP)))
        rows = -(-len(cards) // columns) or 1
        columns = max(2, -(-len(cards) // rows))  # rows of like length: three and three rather than four and two
        width = (room - _GAP * (columns - 1)) // columns
        high = max((card.height_at(width) for card in cards), default=0)
        for card in cards:
            card.setFixedHeight(high)
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(cards):
            self._cards.addWidget(card, place // columns, place % columns)
        for number in range(4):
            self._cards.setColumnStretch(number, 1 if number < columns else 0)

    @override
    def state(self) -> dict[str, Any]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._scroll.verticalScrollBar().setValue(state.get("scroll", 0))
