"""Days off in both countries, year by year: public holidays, closures, and what the file adds or takes away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.clock.holidays import Holiday, days_off
from planner.commands import records
from planner.language import screen_language, tr
from planner.language.dates import day_text, days_text
from planner.language.names import text_sort_key
from planner.language.terms import term
from planner.model.base import values_of
from planner.model.calendar import CalendarDay, DayKind
from planner.model.kinds import Side
from planner.model.plan import Plan
from planner.ui.inspector import Parts, Pick
from planner.ui.inspector.parts import PartList
from planner.ui.shell.page import Page
from planner.ui.shell.workspace import Workspace
from planner.ui.widgets.boxes import Scroll, clear, row
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.cards import Card
from planner.ui.widgets.chips import Chip
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name, listed, said

_WIDEST = 1100
_WHEN = 104
_TONES = {DayKind.HOLIDAY: "chosen", DayKind.CLOSURE: "grey", DayKind.OWN: "good"}


class CalendarPage(Page):
    """One card a country with the days of a year, and a card with the file's own."""

    KEY: ClassVar[str] = "calendar"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, tr("Holidays and closed days"))
        self._year = 0
        back = IconButton("left", tr("The year before"), partial(self._turn, -1))
        self._year_words = Text("", "heading")
        self.header.add(back, self._year_words, IconButton("right", tr("The year after"), partial(self._turn, 1)))
        self.header.add_right(Button(tr("Settings"), lambda: workspace.show("settings"), icon_name="settings"))
        self.lists = {side: DaysCard(workspace, side) for side in Side}
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        self._whole = QVBoxLayout(content)
        self._whole.setContentsMargins(24, 24, 24, 24)
        self._whole.setSpacing(16)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for card in self.lists.values():
            sides.addWidget(card, 1)
        self._whole.addLayout(sides)
        self._own = Card(tr("Days of this file"))
        note = tr("A city’s own day, a school’s closed day; or a holiday on which work goes on.")
        self._own.body.addWidget(Text(note, "small", "text2", wrap=True))
        self._whole.addWidget(self._own)
        self._whole.addStretch(1)
        self._parts: PartList | None = None
        self._scroll = Scroll(content, tr("Holidays and closed days"))
        self.body.addWidget(self._scroll)

    @override
    def show_plan(self, plan: Plan) -> None:
        self._year = self._year or plan.visit.first_day.year
        self._year_words.setText(str(self._year))
        for card in self.lists.values():
            card.show_year(plan, self._year)
        if self._parts is None:
            self._parts = PartList(self.workspace, _day_parts(), near=plan.visit.first_day, special=False, room=760)
            self._own.body.addWidget(self._parts)
        self._parts.show_record(plan, plan, anew=False)

    def _turn(self, years: int) -> None:
        self._year += years
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)

    @override
    def state(self) -> dict[str, Any]:
        return {"scroll": self._scroll.verticalScrollBar().value(), "year": self._year}

    @override
    def restore(self, state: dict[str, Any]) -> None:
        self._year = state.get("year", 0)
        if self.workspace.plan is not None:
            self.show_plan(self.workspace.plan)
        self._scroll.verticalScrollBar().setValue(state.get("scroll", 0))


class DaysCard(Card):
    """The days off of one country in a year; what is taken away stands among them and can be brought back."""

    def __init__(self, workspace: Workspace, side: Side) -> None:
        super().__init__(term(side, screen_language()))
        self._workspace, self.side = workspace, side
        self._shown: tuple[object, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_year(self, plan: Plan, year: int) -> None:
        """Show the days of a year."""
        days = map(values_of, plan.calendar_days)
        shown = (year, plan.visit.first_day, plan.visit.last_day, self._workspace.is_read_only, *days)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        found = days_off(self.side, first, last, plan.calendar_days)
        gone = [
            day
            for day in plan.calendar_days
            if day.taken_away and day.side is self.side and day.first_day <= last and day.last_day >= first
        ]
        lines = [(day.first, self._line(day, plan)) for day in found]
        lines += [(day.first_day, self._gone_line(day)) for day in gone]
        for _, line in sorted(lines, key=lambda pair: pair[0]):
            self._lines.addWidget(line)

    def _line(self, day: Holiday, plan: Plan) -> QWidget:
        language = screen_language()
        name = day.said_in(language) or tr("No name yet")
        during = day.first <= plan.visit.last_day and day.last >= plan.visit.first_day
        words = Text(name, "heading" if during else "text", wrap=True)
        chip = Chip(term(day.kind, language), _TONES[day.kind], bold=False)
        away = None
        if day.kind is not DayKind.OWN:
            away = IconButton("close", tr("Not kept: {day}", day=name), partial(self._take_away, day), size=14)
            away.setEnabled(not self._workspace.is_read_only)
        return _line(days_words(day.first, day.last), words, chip, away)

    def _gone_line(self, day: CalendarDay) -> QWidget:
        name = said(day, "name") or tr("No name yet")
        back = IconButton("undo", tr("Keep it again: {day}", day=name), partial(self._bring_back, day.id), size=14)
        back.setEnabled(not self._workspace.is_read_only)
        chip = Chip(tr("not kept"), "grey", bold=False)
        return _line(days_words(day.first_day, day.last_day), Text(name, tone="text3", wrap=True), chip, back)

    def _take_away(self, day: Holiday) -> None:
        values = {
            "side": self.side, "kind": day.kind, "first_day": day.first, "last_day": day.last,
            "name_en": day.name_en, "name_ja": day.name_ja, "taken_away": True,
        }  # fmt: skip
        if self._workspace.run(records.add, "CalendarDay", values):
            self._workspace.say(tr("Not kept: {day}", day=day.said_in(screen_language())), undo=True)

    def _bring_back(self, day_id: int) -> None:
        self._workspace.run(records.remove, "CalendarDay", day_id)


def _line(when: str, words: QWidget, chip: Chip, button: QWidget | None) -> QWidget:
    """When, what, of what kind, and what can be done about it."""
    made = QWidget()
    at = Text(when, "small", "text2")
    at.setMinimumWidth(_WHEN)
    line = row(at, words, chip, gap=8)
    line.setStretch(1, 1)
    if button is None:
        line.addSpacing(28)
    else:
        line.addWidget(button)
    made.setLayout(line)
    made.setMinimumHeight(30)
    return made


def days_words(first: dt.date, last: dt.date) -> str:
    """One day with its weekday, or from when to when; the year goes without saying."""
    language = screen_language()
    return day_text(first, language, "short") if first == last else days_text(first, last, language, year=False)


# The days of the file


def _day_parts() -> Parts:
    return Parts(
        CalendarDay, "calendar_days", "", tr("Add a day"),
        (
            ("name_en", "name_ja"), ("first_day", "last_day"),
            ("side", Pick("city_id", _cities, tr("Only in"), tr("the whole country"))), "kind", "taken_away",
        ),
        title=_title, add_by=_add,
    )  # fmt: skip


def _cities(day: CalendarDay, plan: Plan) -> Iterator[tuple[int, str]]:
    cities = [(city.id, city_name(city)) for city in plan.cities]
    return iter(sorted(cities, key=lambda pair: text_sort_key(pair[1], screen_language())))


def _title(day: CalendarDay, plan: Plan) -> str:
    language = screen_language()
    when = days_text(day.first_day, day.last_day, language, weekdays=True)
    away = tr("not kept") if day.taken_away else ""
    return listed([said(day, "name") or tr("No name yet"), when, term(day.side, language), away])


def _add(workspace: Workspace, plan: Plan, done: Any) -> None:
    """One in the home city's country, on the first day of the visit; everything is changed in place."""
    day = plan.visit.first_day
    values = {"side": Side.JAPAN, "kind": DayKind.OWN, "first_day": day, "last_day": day}
    workspace.run(records.add, "CalendarDay", values, done=done)


__all__ = ["CalendarPage", "DaysCard", "days_words"]
