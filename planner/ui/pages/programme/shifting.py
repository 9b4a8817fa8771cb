"""The partner moved the dates: the whole visit some days on, in the inspector, with what the rules will say of it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from planner.commands import shifting
from planner.language import say, screen_language, tr, trn
from planner.language.dates import days_text
from planner.model.cities import City
from planner.model.kinds import ActivityStatus
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.pages.programme.foreseen import Foreseen
from planner.ui.shell.inspector import Panel
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import STRETCH, clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.daysoff import off_words
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.moments import DateField
from planner.ui.widgets.sentence import sentence_line
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name


class ShiftPanel(Panel):
    """New days for the visit: both calendars, what would be found, what stays where it is; then one step."""

    ONCE: ClassVar[bool] = True

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__(tr("Shift the whole visit"))
        self._workspace, self._plan = workspace, plan
        self.first = DateField(tr("New first day"), near=plan.visit.first_day, optional=False)
        self.first.show_value(plan.visit.first_day)
        self.first.committed.connect(lambda _: self._look())
        self.steps: dict[int, Button] = {}
        steps = Flow(gap=6)
        for days, words in (
            (-7, tr("A week earlier")), (-1, tr("A day earlier")), (1, tr("A day later")), (7, tr("A week later")),
        ):  # fmt: skip
            self.steps[days] = Button(words, partial(self._step, days), small=True)
            steps.addWidget(self.steps[days])
        self._calendars = QVBoxLayout()
        self._calendars.setSpacing(10)
        self.foreseen = Foreseen(workspace)
        self.foreseen.settled.connect(self._settle)
        self._refusal = Text("", "small", "wrong", wrap=True)
        self._refusal.hide()
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        self.done = Button("", self._shift, look="primary")
        intro = tr("Everything that is planned for its days moves along, at the same times of the clock.")
        self.body.addWidget(Text(intro, tone="text2", wrap=True))
        self.body.addWidget(self.first)
        self.body.addLayout(steps)
        self.body.addLayout(self._calendars)
        self.body.addWidget(self._refusal)
        self.body.addWidget(self.foreseen)
        self.body.addLayout(self._told)
        self.foot.addLayout(row(self.done, STRETCH))
        self.show_foot()
        self._tell()
        self._look()

    def start(self) -> None:
        """Let the user type the day."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def days(self) -> int:
        """How many days later the visit is to be, earlier if negative."""
        first = self.first.value()
        return 0 if first is None else (first - self._plan.visit.first_day).days

    @override
    def show_plan(self, plan: Plan) -> bool:
        if plan.visit.id != self._plan.visit.id:
            return False
        if plan.visit.first_day != self._plan.visit.first_day:
            self.first.show_value(plan.visit.first_day)
        self._plan = plan
        self.first.near = plan.visit.first_day
        self._tell()
        self._look()
        return True

    def _step(self, days: int) -> None:
        first = self.first.value() or self._plan.visit.first_day
        self.first.pick(first + dt.timedelta(days=days))

    # What it would be

    def _look(self) -> None:
        days = self.days
        self._refusal.hide()
        self.done.setEnabled(False)
        self._show_calendars(days)
        if not days:
            self.done.setText(tr("Choose another first day"))
            self.foreseen.forget()
            return
        self.done.setText(
            trn("Shift it {count} day later", "Shift it {count} days later", days)
            if days > 0
            else trn("Shift it {count} day earlier", "Shift it {count} days earlier", -days)
        )
        self.foreseen.look(shifting.shift_visit, self._plan.visit.id, days, days=days)

    def _settle(self, error: PlannerError | None) -> None:
        self.done.setEnabled(error is None)
        if error is not None:
            self._refusal.setText(say(error))
            self._refusal.show()

    def _show_calendars(self, days: int) -> None:
        """The days as they would be, and which of them are days off, on both sides."""
        clear(self._calendars)
        visit, on = self._plan.visit, dt.timedelta(days=days)
        first, last = visit.first_day + on, visit.last_day + on
        words = days_text(first, last, screen_language(), weekdays=True)
        self._calendars.addWidget(Text(words, "heading", wrap=True))
        self._show_days_off(visit.host_city, first, last)
        # Over the date line one leaves home a day before, or is back a day after.
        self._show_days_off(visit.home_city, first - dt.timedelta(days=1), last + dt.timedelta(days=1))

    def _show_days_off(self, city: City, first: dt.date, last: dt.date) -> None:
        off = off_words(city, first, last, self._plan.calendar_days)
        lines = column(Text(city_name(city), "small", "text2"), gap=2)
        for words in off:
            lines.addWidget(sentence_line(words, "check"))
        if not off:
            lines.addWidget(sentence_line(tr("No holiday, no usual closure"), "good"))
        self._calendars.addLayout(lines)

    # What does not follow from the plan

    def _tell(self) -> None:
        """What has to be asked again, and what stays where it is since it is somebody's own calendar."""
        clear(self._told)
        plan = self._plan
        there = [one for one in plan.activities if one.status is ActivityStatus.CONFIRMED]
        fixed = sum(1 for one in plan.activities if not one.movable)
        nights = sum(len(offer.nights_off) for offer in plan.offers)
        can = sum(len(one.availability) for one in plan.interpreters)
        calls, papers = len(plan.calls), len(plan.visit.papers)
        asked = [
            trn("{count} confirmed activity stays confirmed: ask whether the new day suits",
                "{count} confirmed activities stay confirmed: ask whether the new days suit", len(there)),
            trn("{count} activity that is marked as not to be moved moves too",
                "{count} activities that are marked as not to be moved move too", fixed),
            trn("{count} flight or other leg keeps its number and time: book it anew",
                "{count} flights and other legs keep their numbers and times: book them anew", len(plan.journeys)),
            trn("{count} paper that was handed out will be out of date",
                "{count} papers that were handed out will be out of date", papers),
        ]  # fmt: skip
        stays = [
            trn("{count} night on which a family cannot take guests",
                "{count} nights on which families cannot take guests", nights),
            trn("{count} time at which an interpreter can come",
                "{count} times at which interpreters can come", can),
            trn("{count} call between the two cities", "{count} calls between the two cities", calls),
            tr("Background checks, holidays, and when children of the homes are away"),
        ]  # fmt: skip
        self._list(tr("What has to be asked again"), asked, (len(there), fixed, len(plan.journeys), papers))
        self._list(tr("What does not move"), stays, (nights, can, calls, 1))

    def _list(self, head: str, said: list[str], counts: tuple[int, ...]) -> None:
        lines = [words for words, count in zip(said, counts, strict=True) if count]
        if lines:
            self._told.addWidget(Text(head, "heading"))
        for words in lines:
            self._told.addWidget(sentence_line(words))

    # What is done

    def _shift(self) -> None:
        days, visit = self.days, self._plan.visit
        on = dt.timedelta(days=days)
        when = days_text(visit.first_day + on, visit.last_day + on, screen_language(), weekdays=True)

        def say_it(doubled: int) -> None:
            self._workspace.say(tr("The visit is now {days}.", days=when), undo=True)
            if doubled:
                self._workspace.say(
                    trn("{count} event is in an hour that clocks show twice; it is at the first of the two.",
                        "{count} events are in an hour that clocks show twice; they are at the first of the two.",
                        doubled),
                    tone="check", undo=True,
                )  # fmt: skip

        self._workspace.run(shifting.shift_visit, visit.id, days, refused=self._settle, done=say_it)
