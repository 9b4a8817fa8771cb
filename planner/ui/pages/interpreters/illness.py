"""Somebody cannot come any more: who, and from when on; the answer is a proposal with as few changes as can be."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.names import full_name
from planner.model.interpreting import Assignment
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.shell.inspector import Panel
from planner.ui.widgets.boxes import row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.moments import TimeField
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name


class Ill(NamedTuple):
    """An interpreter who cannot come from a moment of the host city's clock on."""

    interpreter_id: int
    on: dt.date
    at: dt.time = dt.time()


def likely(chosen: Subject | None, assigned: Assignment | None, day: dt.date) -> Ill | None:
    """Give whom somebody may mean who asks: the interpreter chosen, or who does what is chosen, from the day shown."""
    if chosen is not None and chosen.noun == "Interpreter":
        return Ill(chosen.id, day)
    return None if assigned is None else Ill(assigned.interpreter_id, day)


class IllPanel(Panel):
    """Asks who and from when on."""

    ONCE: ClassVar[bool] = True

    #: Propose what becomes of their events: an `Ill`.
    asked = Signal(object)

    def __init__(self, plan: Plan, days: tuple[dt.date, ...], before: Ill | None, shown: dt.date) -> None:
        """`before` is what is known already; of nothing, it begins with the day `shown` on the board."""
        super().__init__(tr("Somebody cannot come"))
        language = screen_language()
        words = Text(
            tr("What they were to interpret from then on goes to others, with as few changes as can be; you see who "
               "must be told. Nothing changes before you accept it."),
            "text", "text2", wrap=True,
        )  # fmt: skip
        words.setMinimumWidth(160)
        self._offered, self._visit = {one.id for one in plan.interpreters}, plan.visit.uid
        people = [(one.id, full_name(one.person, language)) for one in plan.interpreters]
        self.who = ChoiceField(tr("Who"), people, icon_name="person")
        self.day = ChoiceField(tr("From this day on"), [(day, day_text(day, language, "short")) for day in days])
        self.at = TimeField(
            tr("From this time on"),
            hint=tr("By the clock of {city}; nothing: the whole day.", city=city_name(plan.visit.host_city)),
        )
        for field in (self.who, self.day):
            field.committed.connect(field.show_value)
        self.button = Button(tr("Propose"), self._ask, look="primary", icon_name="interpreters")
        for widget in (words, self.who, self.day, self.at):
            self.body.addWidget(widget)
        self.foot.addLayout(row(self.button))
        self.show_foot()
        if before is None:
            self.day.show_value(shown)
        else:
            self.who.show_value(before.interpreter_id)
            self.day.show_value(before.on)
            self.at.show_value(before.at if before.at != dt.time() else None)

    @property
    def ill(self) -> Ill | None:
        """Who cannot come; None as long as it is not said."""
        who, day = self.who.value(), self.day.value()
        return None if who is None or day is None else Ill(who, day, self.at.value() or dt.time())

    @override
    def show_plan(self, plan: Plan) -> bool:
        """Whether everybody it offers interprets in a plan."""
        return self._offered == {one.id for one in plan.interpreters} and self._visit == plan.visit.uid

    def _ask(self) -> None:
        for field in (self.who, self.day):
            if field.value() is None:
                field.show_error(tr("Please choose."))
        if self.ill is not None:
            self.asked.emit(self.ill)
