"""The programme on the time board: which days and events it shows, and what the rules say of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from planner.agenda import Agenda, Event, agenda_of
from planner.clock import now_in
from planner.language import tr
from planner.model.plan import Plan
from planner.rules.finding import Finding, Subject
from planner.ui.boards.time.board import TimeBoard
from planner.ui.boards.time.places import ZOOMS
from planner.ui.boards.time.rulers import RIGHT
from planner.ui.boards.time.scale import Column
from planner.ui.pages.programme.cards import cards
from planner.ui.pages.programme.columns import cities_of, days_of, heads_of, notes_of
from planner.ui.pages.programme.lines import line_of
from planner.ui.theme import colour
from planner.ui.widgets.boxes import row
from planner.ui.widgets.buttons import IconButton


class ProgrammeBoard(TimeBoard):
    """Every day of the visit, or one of them, with what the viewer takes part in."""

    def __init__(self) -> None:
        super().__init__(tr("Time board"))
        #: The plan in time that is shown.
        self.agenda: Agenda | None = None
        self.days: list[dt.date] = []
        self.tell = self._all_of
        self.smaller = IconButton("minus", tr("Smaller"), lambda: self.set_zoom(self.zoom - 1))
        self.larger = IconButton("plus", tr("Larger"), lambda: self.set_zoom(self.zoom + 1))
        self._zooming = _Ground(self)
        self._zooming.setLayout(row(self.smaller, self.larger, gap=4, margins=(4, 2, 4, 2)))
        self._picture.foot = 38.0
        self.viewChanged.connect(self._place_zooming)

    def show_plan(self, plan: Plan, shows: Callable[[Event], bool], day: dt.date | None) -> dt.date | None:
        """Show what `shows` lets through, on every day or on one; gives the day shown, the nearest there is."""
        agenda = self.agenda
        if agenda is None or agenda.plan is not plan:
            agenda = self.agenda = agenda_of(plan)
        self.days = days_of(agenda)
        wanted = day
        if wanted is not None:
            day = min(self.days, key=lambda each: abs((each - wanted).days))
        shown = self.days if day is None else [day]
        visit = plan.visit
        self.show_cards(
            [Column(each) for each in shown],
            heads_of(plan, shown, now_in(visit.host_city.zone).on),
            list(cards(agenda, shows)),
            cities_of(plan, shown[0]),
            (visit.host_city.zone, visit.home_city.zone),
        )
        self.show_now_line()
        return day

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what is wrong on the cards and in the heads of the days."""
        if self.agenda is not None:
            shown = {piece.key for piece in self.layout_.pieces} | {bar.card.key for bar in self.layout_.bars}
            self.show_notes(*notes_of(findings, self.agenda.plan, shown))

    def show_now_line(self) -> None:
        """Mark the present minute, if its day is on the board."""
        if self.agenda is not None:
            self.show_now(now_in(self.agenda.plan.visit.host_city.zone).instant())

    @property
    def chosen(self) -> Subject | None:
        """The event the user is on."""
        current = self.selection.current
        return current if isinstance(current, Subject) else None

    @property
    def subjects(self) -> list[Subject]:
        """The events marked, the one the user is on first."""
        order = [key for key in self.layout_.order if key in self.selection.marked]
        order.sort(key=lambda key: key != self.selection.current)
        return [key for key in order if isinstance(key, Subject)]

    @property
    def chosen_day(self) -> dt.date | None:
        """The day of the chosen event, or else the first day in sight."""
        place = next((one for one in self.layout_.places if one[0] == self.selection.current), None)
        return self.first_day if place is None else self.scale.columns[place[1]].day

    def day_with(self, subject: Subject) -> dt.date | None:
        """Give the day on which an event stands, or would if all days were shown."""
        agenda = self.agenda
        if agenda is None:
            return None
        slot = agenda.by_key.get((subject.noun, subject.id))
        if slot is not None and slot.day in self.days:
            return slot.day
        found = (one for one in agenda.all_day if one.key == (subject.noun, subject.id))
        return next((one.first for one in found), None if slot is None else self.days[0])

    def _all_of(self, key: Hashable) -> str:
        agenda = self.agenda
        line = None if agenda is None or not isinstance(key, Subject) else line_of(agenda.plan, key.noun, key.id)
        return "" if line is None else line.spoken

    def _place_zooming(self) -> None:
        """The zoom stands at the foot of the home city's ruler, out of the way of every card."""
        inside = self.viewport().geometry()
        hint = self._zooming.sizeHint()
        top = inside.bottom() - hint.height() + 1
        self._zooming.setGeometry(inside.right() - RIGHT + 2, top, RIGHT - 1, hint.height())
        self.smaller.setEnabled(self.zoom > 0)
        self.larger.setEnabled(self.zoom < len(ZOOMS) - 1)


class _Ground(QWidget):
    """A ground for the buttons, so that no hour shows through."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("panel"))
