"""Finding a time: what is asked for on top, the days of the answer under it, the best times beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.clock import now_in
from planner.clock.sides import Search, soonest
from planner.clock.windows import shifts_within
from planner.language import screen_language
from planner.language.calls import shift_text
from planner.model.base import values_of
from planner.model.plan import Plan
from planner.ui.pages.calls.asking import AskBar
from planner.ui.pages.calls.best import BestTimes
from planner.ui.pages.calls.days import answer
from planner.ui.pages.calls.legend import Legend
from planner.ui.pages.calls.strip import Strip
from planner.ui.shell.settings import Settings
from planner.ui.widgets.boxes import column, row, rule, surface
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name

#: A change-over so soon after the days asked for is worth knowing too.
_SOON = dt.timedelta(days=35)


class TimeFinder(QWidget):
    """The whole of it."""

    #: A `CallWindow` to plan a call in, and a `Call` to look at.
    windowChosen = Signal(object)
    callChosen = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._plan: Plan | None = None
        #: What the answer that stands there goes by.
        self._answered: tuple[object, ...] = ()
        self._visit_id: int | None = None
        self._remembered: Mapping[str, Any] | None = None
        self.asked = AskBar(dt.date.today())
        self.asked.changed.connect(self._ask_anew)
        self.shifts = Text("", tone="check", wrap=True)
        self._shift_line = surface("check", row(Sign("clock", "check.mark"), self.shifts, margins=(16, 6, 16, 6)))
        self._shift_line.hide()
        self.strip, self.best = Strip(), BestTimes()
        for part in (self.strip, self.best):
            part.windowChosen.connect(self.windowChosen)
        self.strip.callChosen.connect(self.callChosen)
        below = QHBoxLayout()
        below.setSpacing(0)
        days = column(self.strip, rule(), Legend(), gap=0)
        days.setStretch(0, 1)
        below.addLayout(days, 1)
        below.addWidget(rule(vertical=True))
        below.addWidget(self.best)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(column(self.asked, margins=(16, 10, 16, 12)))
        box.addWidget(rule())
        box.addWidget(self._shift_line)
        box.addLayout(below, 1)

    def show_plan(self, plan: Plan) -> None:
        """Answer for the two cities of a plan."""
        if self._visit_id != plan.visit.id:
            self._visit_id = plan.visit.id
            self.asked.begin(plan.visit, now_in(plan.visit.host_city.zone).on, self._settings.habits)
        if self._remembered is not None:
            self.asked.show_visit(plan.visit, self._remembered)
            self._remembered = None
        self._plan = plan
        self._answer()

    @property
    def search(self) -> Search | None:
        """What is asked for now."""
        return self.asked.search

    def _ask_anew(self) -> None:
        # Who calls there, and when they can, is as true for the next call.
        for side in (self.asked.host, self.asked.home):
            self._settings.keep_habits(side.side, side.all_habits)
        self._answer()

    def _answer(self) -> None:
        plan, search = self._plan, self.search
        if plan is None or search is None:
            return
        host, home = plan.visit.host_city, plan.visit.home_city
        since = soonest(search, now_in(host.zone))
        answered = (search, since, *map(values_of, (host, home, *plan.calendar_days, *plan.calls)))
        if answered == self._answered:
            return
        found = answer(plan, search, since)
        self.strip.show_answer(found, city_name(home))
        self.best.show_windows(found.windows, (host, home))
        shifts = shifts_within(host.zone, home.zone, search.first, search.last + _SOON)
        self.shifts.setText("\n".join(shift_text(shift, host, home, screen_language()) for shift in shifts))
        self._shift_line.setVisible(bool(shifts))
        self._answered = answered

    def state(self) -> dict[str, Any]:
        """What is asked, and how far the days are scrolled."""
        return {"asked": self.asked.state(), "scroll": self.strip.verticalScrollBar().value()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Ask the same again."""
        self._remembered = state.get("asked")
        if self._plan is not None:
            self.show_plan(self._plan)
        self.strip.verticalScrollBar().setValue(state.get("scroll", 0))
