"""In the inspector of a call: when it is, whose clock it keeps, and its coming times on both clocks."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from planner.clock import shown_elsewhere
from planner.clock.calls import call_starts, comes_again, coming
from planner.clock.recurring import RecurringCall, messages_of
from planner.commands import calls
from planner.language import say, screen_language, tr
from planner.language.calls import always_text, in_cities
from planner.language.times import wall_text
from planner.model.calls import Call
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.inspector import Piece
from planner.ui.pages.calls.rows import on_both, other_city
from planner.ui.pages.programme.moments import End, MomentPiece
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import clear, column, row
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name

#: So many coming times are listed; of later ones those that shift.
_SHOWN: Final = 8


class CallMoment(MomentPiece):
    """Day and time of a call, or of the first of a series."""

    def __init__(self, workspace: Workspace, near: dt.date) -> None:
        super().__init__(workspace, End(Call, "starts_on", "starts_at", "starts_fold", call_starts), near,
                         optional_day=False)  # fmt: skip

    @override
    def _set_day(self, day: dt.date | None) -> None:
        self._run({"starts_on": day, "starts_fold": None})

    @override
    def _set_time(self, at: dt.time | None) -> None:
        self._run({"starts_at": at, "starts_fold": None})


class KeptClock(Piece):
    """Whose clock a call keeps, said by its time there: it stays at its moment when the other is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._call: Call | None = None
        self._offers: list[tuple[str, str]] = []
        self.choice = ChoiceField(tr("Whose clock it keeps"), [], icon_name="clock")
        self.choice.committed.connect(self._choose)
        self.setLayout(column(self.choice))

    @override
    def show_record(self, record: Call, plan: Plan, *, anew: bool) -> None:
        self._call = record
        if anew:
            self.choice.clear_error()
        offers = [
            (city.zone, self._words(record, city.zone, city_name(city)))
            for city in (plan.visit.host_city, plan.visit.home_city)
        ]
        if offers != self._offers:
            self._offers = offers
            self.choice.offer(offers)
        self.choice.show_value(record.zone)
        self.choice.setEnabled(not self._workspace.is_read_only)

    @staticmethod
    def _words(call: Call, zone: str, city: str) -> str:
        starts = call_starts(call)
        there = None if starts is None else shown_elsewhere(starts, zone)
        if there is None:
            return tr("the clock of {city}", city=city)
        language = screen_language()
        return always_text(there.at, city, language) if comes_again(call) else wall_text(there, language, "short")

    def _choose(self, zone: str) -> None:
        call = self._call
        if call is not None and zone != call.zone:
            refuse = partial(self._refuse, call)
            if self._workspace.run(calls.keep_clock, call.id, zone, refused=refuse):
                self.choice.clear_error()

    def _refuse(self, call: Call, error: PlannerError) -> None:
        self.choice.show_value(call.zone)
        self.choice.show_error(say(error))


class ComingTimes(Piece):
    """The coming calls, a line each with both clocks; where it shifts for one side, that is said under it."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Any, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.setLayout(column(self._lines))

    @override
    def show_record(self, record: Call, plan: Plan, *, anew: bool) -> None:
        now = dt.datetime.now(dt.UTC)
        trouble = ""
        found: tuple[RecurringCall, ...] = ()
        try:
            ahead = tuple(coming(record, other_city(record, plan).zone, now))
            found = (*ahead[:_SHOWN], *(one for one in ahead[_SHOWN:] if messages_of(one)))
        except PlannerError as error:
            trouble = say(error)
        shown = (trouble, found, plan.visit.host_city.zone, plan.visit.home_city.zone, record.starts_at)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        if not found:
            words = tr("Say at what time it is, and its coming times stand here.") if record.starts_at is None else (
                tr("No more calls are coming.")
            )
            self._lines.addWidget(Text(trouble or words, tone="wrong" if trouble else "text2", wrap=True))
        for one in found:
            self._add(one, plan)

    def _add(self, call: RecurringCall, plan: Plan) -> None:
        language = screen_language()
        cities = (plan.visit.host_city, plan.visit.home_city)
        host, home = on_both(call, plan)
        lines = column(Text(wall_text(host, language, "short")), gap=1)
        lines.addWidget(Text(wall_text(home, language, "short"), "small", "text2"))
        for message in messages_of(call):
            words = Text(say(in_cities(message, cities)), "small", "check", wrap=True)
            line = row(Sign("clock", "check.mark", 12), gap=5)
            line.addWidget(words, 1)
            lines.addLayout(line)
        self._lines.addLayout(lines)
