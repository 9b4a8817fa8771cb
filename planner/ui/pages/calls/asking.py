"""What is asked for: from which day to which, how long the call takes, who is on each side and when they can."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from planner.clock import LAST_YEAR
from planner.clock.sides import Habits, Search, Who, side_of, usual
from planner.clock.windows import WORKING_WEEK, Hours
from planner.language import N_, screen_language, tr, tr_in
from planner.language.dates import weekday_text
from planner.model.cities import City
from planner.model.kinds import Side
from planner.model.visits import Visit
from planner.ui.theme.measures import FIELD
from planner.ui.widgets.boxes import column
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.choices import ChoiceField
from planner.ui.widgets.fields import Field
from planner.ui.widgets.figures import NumberField
from planner.ui.widgets.flow import Flow
from planner.ui.widgets.menus import drop
from planner.ui.widgets.moments import DateField, TimeField
from planner.ui.widgets.text import Text
from planner.ui.widgets.words import city_name

#: More than a quarter of a year is no answer that one could look through.
_LONGEST: Final = 92
_DAYS: Final = 7
_MINUTES: Final = 30

_WHO: Final = {
    Who.OFFICE: N_("Office hours"),
    Who.EVENINGS: N_("Evenings"),
    Who.DECENT: N_("Decent hours"),
}


class SideFields(QWidget):
    """One side: who calls there, from when until when, and for an office on which days of the week."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        #: Whose usual hours are offered.
        self.side = Side.US
        self._week = WORKING_WEEK
        #: Hours that somebody has set, by who calls; those nobody has set are the usual ones.
        self._set: dict[Who, Hours] = {}
        self.who = ChoiceField("", [(who, tr(words)) for who, words in _WHO.items()])
        self.who.setFixedWidth(150)
        self.start, self.end = TimeField("", optional=False), TimeField("", optional=False)
        for field in (self.start, self.end):
            field.setFixedWidth(84)
            field.committed.connect(lambda _: self._set_hours())
        self.week = Button("", self._drop_week)
        self.week.setFixedHeight(FIELD)
        # In line with the fields, which have a label over them.
        self._week_holder = QWidget()
        self._week_holder.setLayout(column(Text(tr("Working week"), "small", "text2"), self.week, gap=4))
        self.who.committed.connect(lambda _: self._choose())
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (self.who, self.start, self.end, self._week_holder):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_city(self, city: City, habits: Sequence[Habits] = ()) -> None:
        """Ask about the callers of a city; `habits` are what was chosen before, who was chosen last first."""
        self.side = side_of(city)
        name = city_name(city)
        self.who.set_label(tr("Who calls in {city}", city=name))
        self.start.set_label(tr_in("call", "From"))
        self.end.set_label(tr_in("call", "Until"))
        for field in (self.start, self.end):
            field.editor.setAccessibleName(tr("{label}, {city}", label=field.label, city=name))
        self._set = {one.who: one.hours for one in habits}
        self._week = habits[0].week if habits else WORKING_WEEK
        self.who.show_value(habits[0].who if habits else Who.DECENT)
        self._show()

    @property
    def habits(self) -> Habits:
        """What is chosen."""
        return self._habits_of(self.who.value())

    @property
    def all_habits(self) -> tuple[Habits, ...]:
        """What is chosen, and then the hours that were set for others who call there."""
        chosen = self.habits
        return chosen, *(self._habits_of(who) for who in self._set if who is not chosen.who)

    def _habits_of(self, who: Who) -> Habits:
        return Habits(who, self._set.get(who) or usual(self.side, who).hours, self._week)

    def _choose(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        habits = self.habits
        self.start.show_value(habits.hours.start)
        self.end.show_value(habits.hours.end)
        self._week_holder.setVisible(habits.who is Who.OFFICE)
        self.week.setText(week_text(habits.week))
        self.week.setAccessibleName(tr("{label}: {words}", label=tr("Working week"), words=self.week.text()))
        self.updateGeometry()

    def _set_hours(self) -> None:
        start, end = self.start.value(), self.end.value()
        if start is not None and end is not None:
            self._set[self.who.value()] = Hours(start, end)
            self.changed.emit()

    # The working week

    def _drop_week(self) -> None:
        menu = QMenu(self)
        for weekday in range(7):
            action = menu.addAction(weekday_text(weekday, screen_language(), long=True))
            action.setCheckable(True)
            action.setChecked(weekday in self._week)
            action.toggled.connect(lambda on, weekday=weekday: self.set_weekday(weekday, on))
        drop(menu, self.week.mapToGlobal(QPoint(0, FIELD + 2)))

    def set_weekday(self, weekday: int, works: bool) -> None:
        """Let the office work on a weekday (0 Monday), or not."""
        self._week = self._week | {weekday} if works else self._week - {weekday}
        self._choose()


def week_text(week: frozenset[int]) -> str:
    """Say a working week: "Mon–Fri", "Mon, Wed, Thu", 「月–金」; days in a row as a span."""
    runs: list[list[int]] = []
    for weekday in sorted(week):
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    language = screen_language()
    names = [[weekday_text(day, language) for day in run] for run in runs]
    said = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ("・" if language == "ja" else ", ").join(run) for run in names]
    return ("・" if language == "ja" else ", ").join(said) or tr("no day")


class AskBar(QWidget):
    """All that is asked for; `changed` tells that a new answer is wanted."""

    changed = Signal()

    def __init__(self, near: dt.date) -> None:
        super().__init__()
        self.first = DateField(tr_in("call", "From"), near=near, optional=False)
        self.last = DateField(tr_in("call", "To"), near=near, optional=False)
        self.minutes = NumberField(tr_in("call", "Length"), least=0, most=480, unit=tr("min"))
        when = QWidget()
        line = QHBoxLayout(when)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for field, wide in ((self.first, 148), (self.last, 148), (self.minutes, 84)):
            field.setFixedWidth(wide)
            field.committed.connect(lambda _, field=field: self._ask(field))
            line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self.host, self.home = SideFields(), SideFields()
        for side in (self.host, self.home):
            side.changed.connect(self.changed)
        flow = Flow(self, gap=12)
        for widget in (when, self.host, self.home):
            flow.addWidget(widget)

    def begin(self, visit: Visit, today: dt.date, habits_of: Callable[[Side], Sequence[Habits]]) -> None:
        """Ask what is asked most: the coming week, half an hour, any decent hour or what was last said of a side."""
        self.first.show_value(today)
        self.last.show_value(today + dt.timedelta(days=_DAYS - 1))
        self.minutes.show_value(_MINUTES)
        cities = {"host": visit.host_city, "home": visit.home_city}
        self.show_visit(visit, {side: habits_of(side_of(city)) for side, city in cities.items()})

    def show_visit(self, visit: Visit, state: Mapping[str, Any] | None = None) -> None:
        """Ask about the two cities of a visit; `state` puts back what was asked before."""
        asked = state or {}
        self.host.show_city(visit.host_city, asked.get("host", ()))
        self.home.show_city(visit.home_city, asked.get("home", ()))
        for field, name in ((self.first, "first"), (self.last, "last"), (self.minutes, "minutes")):
            if name in asked:
                field.show_value(asked[name])

    def state(self) -> dict[str, Any]:
        """What is asked, for `show_visit`."""
        return {
            "first": self.first.value(),
            "last": self.last.value(),
            "minutes": self.minutes.value(),
            "host": self.host.all_habits,
            "home": self.home.all_habits,
        }

    @property
    def search(self) -> Search | None:
        """What is asked for; None while days or length make no sense, which is said at the field."""
        first, last, minutes = self.first.value(), self.last.value(), self.minutes.value()
        if first is None or last is None or minutes is None or self._refused(first, last):
            return None
        return Search(first, last, minutes, self.host.habits, self.home.habits)

    def _refused(self, first: dt.date, last: dt.date) -> bool:
        words = ""
        if last < first:
            words = tr("This is before the first day.")
        elif (last - first).days >= _LONGEST:
            words = tr("At most {count} days, please", count=_LONGEST)
        elif last.year >= LAST_YEAR:
            words = tr("Up to {year}, please", year=LAST_YEAR - 1)
        if words:
            self.last.show_error(words)
        return bool(words)

    def _ask(self, field: Field) -> None:
        if self.last.has_error:
            self.last.clear_error()
        # A later first day takes the last one along.
        first, last = self.first.value(), self.last.value()
        if field is self.first and first is not None and last is not None and last < first:
            self.last.show_value(first + dt.timedelta(days=_DAYS - 1))
        self.changed.emit()
