"""Day and time of one end of an event, both clocks under them; a missing hour is refused with the two real times
beside it, a doubled one asks which.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from planner.clock import Doubled, WallTime, look_at, shown_elsewhere
from planner.commands import records
from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.language.nouns import field_label
from planner.language.times import letters_of, time_text, wall_text
from planner.model.base import Base
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.ui.inspector import Piece
from planner.ui.shell.workspace import Workspace
from planner.ui.theme import pixmap
from planner.ui.widgets.boxes import clear, column, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.moments import DateField, TimeField
from planner.ui.widgets.text import Elided, Text
from planner.ui.widgets.words import city_name


@dataclass(frozen=True, slots=True)
class End:
    """Which fields hold one end of an event, and how its wall time is read from a record."""

    noun: type[Base]
    on: str
    at: str
    fold: str
    wall: Callable[[Any], WallTime | None]


class MomentPiece(Piece):
    """Edits one end: its day, its time, and which of two in a doubled hour."""

    def __init__(self, workspace: Workspace, end: End, near: dt.date, *, optional_day: bool = True) -> None:
        super().__init__()
        self._workspace, self._end = workspace, end
        self._record: Any = None
        self._plan: Plan | None = None
        self.day = DateField(field_label(end.noun, end.on), near=near, optional=optional_day)
        self.time = TimeField(field_label(end.noun, end.at))
        self.clocks = Elided("", "small", "text2")
        self._sign = Text()
        self._sign.setFixedSize(14, 16)
        self._sign.setPixmap(pixmap("home-zone", "text2", 14, self.devicePixelRatioF()))
        self._ways = QHBoxLayout()
        self._ways.setSpacing(6)
        self._asked = Text("", "small", "check", wrap=True)
        fields = row(gap=8)
        # At the top: what is said under one of them must not push the other out of line.
        fields.addWidget(self.day, 3, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.time, 2, Qt.AlignmentFlag.AlignTop)
        self._clock_line = QWidget()
        self._clock_line.setLayout(row(self._sign, self.clocks, gap=5))
        self.setLayout(column(fields, self._clock_line, self._asked, self._ways, gap=4))
        self.day.committed.connect(self._set_day)
        self.time.committed.connect(self._set_time)

    # What is shown

    @override
    def show_record(self, record: Any, plan: Plan, *, anew: bool) -> None:
        self._record, self._plan = record, plan
        end = self._end
        if anew:
            for field in (self.day, self.time):
                field.forget()
                field.clear_error()
        self.day.show_value(getattr(record, end.on))
        self.time.show_value(getattr(record, end.at))
        for field in (self.day, self.time):
            field.setEnabled(not self._workspace.is_read_only)
        if not self.time.has_error and not self.day.has_error:
            self._show_choice(end.wall(record))
        wall = end.wall(record)
        words = "" if wall is None else self._both(wall, plan)
        self.clocks.setText(words)
        self._clock_line.setVisible(bool(words))

    def _both(self, wall: WallTime, plan: Plan) -> str:
        """The same moment in the other city, with its day: what has to be told there."""
        language = screen_language()
        visit = plan.visit
        other = visit.home_city if wall.zone != visit.home_city.zone else visit.host_city
        there = shown_elsewhere(wall, other.zone)
        if there is None:
            return ""
        return tr(
            "{letters} · {there}: {when}",
            letters=letters_of(wall), there=city_name(other), when=wall_text(there, language, "short"),
        )  # fmt: skip

    def _show_choice(self, wall: WallTime | None) -> None:
        """In an hour that clocks show twice, which is meant, and the other to choose."""
        self._offer("", [])
        if wall is None:
            return
        try:
            looked = look_at(wall.on, wall.at, wall.zone)
        except PlannerError:
            return
        if isinstance(looked, Doubled):
            self._ask(looked.first, looked.second, wall.fold)

    # What is asked

    def _ask(self, first: WallTime, second: WallTime, fold: int | None) -> None:
        words = tr("Clocks show this time twice that night. Which is meant?")
        values = {self._end.on: first.on, self._end.at: first.at}
        ways = [
            (tr("First, {letters}", letters=letters_of(first)), {**values, self._end.fold: 0}, fold == 0),
            (tr("Second, {letters}", letters=letters_of(second)), {**values, self._end.fold: 1}, fold == 1),
        ]
        self._offer(words, ways)

    def _offer(self, words: str, ways: Sequence[tuple[str, Mapping[str, Any], bool]]) -> None:
        clear(self._ways)
        self._asked.setText(words)
        self._asked.setVisible(bool(words))
        for label, values, chosen in ways:
            button = Button(label, partial(self._take, values), look="primary" if chosen else "plain", small=True)
            self._ways.addWidget(button)
        if ways:
            self._ways.addStretch(1)

    @property
    def ways(self) -> list[Button]:
        """The times offered as buttons now."""
        found = (self._ways.itemAt(place) for place in range(self._ways.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, Button)]

    # What is done

    def _take(self, values: Mapping[str, Any]) -> None:
        for field in (self.day, self.time):
            field.forget()
            field.clear_error()
        self._run(values)

    def _set_day(self, day: dt.date | None) -> None:
        end, record = self._end, self._record
        values: dict[str, Any] = {end.on: day, end.fold: None}
        # What lasts over several days keeps its length when it begins on another.
        if end.on == "starts_on" and day is not None and record.ends_on is not None:
            values["ends_on"] = record.ends_on + (day - record.starts_on)
        self._run(values)

    def _set_time(self, at: dt.time | None) -> None:
        end, record = self._end, self._record
        values: dict[str, Any] = {end.at: at, end.fold: None}
        if end.at == "starts_at" and at is None:
            # What lasts all day has no end by the clock.
            values |= {"ends_at": None, "ends_fold": None}
        if end.at == "starts_at" and at is not None and record.starts_at is not None and record.ends_at is not None:
            values |= _kept_length(record, at)
        self._run(values)

    def _run(self, values: Mapping[str, Any]) -> None:
        self.time.clear_error()
        self.day.clear_error()
        noun = self._end.noun.__name__
        self._workspace.run(records.edit, noun, self._record.id, dict(values), refused=partial(self._refuse, values))

    def _refuse(self, values: Mapping[str, Any], error: PlannerError) -> None:
        figures = error.message.figures
        end = self._end
        mine = figures.get("at") == values.get(end.at, getattr(self._record, end.at))
        if error.code == "hour-missing" and mine:
            language = screen_language()
            self.time.show_error(say(error))
            ways = []
            for near in (figures["before"], figures["after"]):
                assert isinstance(near, WallTime)
                day = "" if near.on == figures["on"] else f"{day_text(near.on, language, 'weekday')} "
                words = f"{day}{time_text(near.at, language)} {letters_of(near)}".rstrip()
                ways.append((words, {**values, end.on: near.on, end.at: near.at}, False))
            self._offer(tr("Take one of the two nearest times:"), ways)
        elif error.code == "hour-doubled" and mine:
            first, second = figures["first"], figures["second"]
            assert isinstance(first, WallTime)
            assert isinstance(second, WallTime)
            self.time.show_error(tr("This time is there twice."))
            self._ask(first, second, None)
        else:
            self.time.show_error(say(error))


def _kept_length(record: Any, at: dt.time) -> dict[str, Any]:
    """The end moved along with the start, as long as it stays within the day."""
    if record.ends_on is not None and record.ends_on != record.starts_on:
        return {}
    some_day = dt.date(2000, 1, 1)
    length = dt.datetime.combine(some_day, record.ends_at) - dt.datetime.combine(some_day, record.starts_at)
    end = dt.datetime.combine(some_day, at) + length
    if length <= dt.timedelta() or end.date() != some_day:
        return {}
    return {"ends_at": end.time(), "ends_fold": None}
