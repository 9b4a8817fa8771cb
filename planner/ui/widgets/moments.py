"""Days and times to type as one likes ("7/22", "22 Jul", 「7月22日」, "4pm", 「16時半」), or to pick."""

from __future__ import annotations

import datetime as dt
import re
from abc import abstractmethod
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.language.times import time_text
from planner.model.message import PlannerError
from planner.ui.theme.measures import FIELD
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.fields import Field
from planner.ui.widgets.lineedit import LineEdit


class _Calendar(QWidget):
    """A month that drops from a field."""

    def __init__(self, owner: DateField) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._months = QCalendarWidget()
        self._months.setLocale(QLocale(screen_language()))
        self._months.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._months.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._months.setAccessibleName(owner.label)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._months)
        start = owner.value() or owner.near
        self._months.setSelectedDate(QDate(start.year, start.month, start.day))
        self._months.activated.connect(lambda day: self._take(owner, day))
        self._months.clicked.connect(lambda day: self._take(owner, day))

    def _take(self, owner: DateField, day: QDate) -> None:
        self.close()
        owner.pick(dt.date(day.year(), day.month(), day.day()))


#: A day or a time of day.
M = TypeVar("M", dt.date, dt.time)


class _MomentField(Field, Generic[M]):
    """What fields for a day and for a time share: what is typed is understood and shown in its proper form."""

    def __init__(self, label: str, line: LineEdit, *, hint: str, optional: bool) -> None:
        """`optional` tells whether nothing is a value too."""
        self._optional = optional
        self._value: M | None = None
        self.line = line
        super().__init__(label, line, hint=hint)
        line.finished.connect(self._finish)
        self._mend(line)

    @abstractmethod
    def _read(self, typed: str) -> M | None:
        """Understand what was typed; None where the field has been told what is wrong with it."""

    @abstractmethod
    def _words(self, value: M) -> str:
        """Write a value in its proper form."""

    def _finish(self, typed: str) -> None:
        if not typed.strip() and self._optional:
            self.pick(None)
            return
        read = self._read(typed)
        if read is not None:
            self.pick(read)

    def pick(self, value: M | None) -> None:
        """Take a value as if it had been typed."""
        changed = value != self._value
        self._show(value, taken=True)
        if changed:
            self.committed.emit(value)

    def _show(self, value: M | None, *, taken: bool = False) -> None:
        self._value = value
        if self.line.put("" if value is None else self._words(value), taken=taken):
            self.clear_error()

    @override
    def value(self) -> M | None:
        return self._value

    @override
    def show_value(self, value: Any) -> None:
        self._show(value)


class DateField(_MomentField[dt.date]):
    """A day. What is typed is understood in either language; the year may be left away near the visit."""

    def __init__(self, label: str, *, near: dt.date, hint: str = "", optional: bool = True) -> None:
        """`near` is the day around which a day without a year is looked for."""
        self.near = near
        #: Fields filled in by the same hand: what their days prove of 3/4/2027 goes for this one too.
        self.beside: tuple[DateField, ...] = ()
        self._understood = ""
        super().__init__(label, LineEdit(), hint=hint, optional=optional)
        self._drop = IconButton("programme", tr("Choose a day: {label}", label=label), self._open)
        self._drop.setProperty("look", "inside")
        self._drop.setParent(self.line)
        self._drop.setFixedSize(24, 24)
        self._drop.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line.setTextMargins(0, 0, 22, 0)
        self.line.setFixedHeight(FIELD)
        self.line.installEventFilter(self)

    @override
    def eventFilter(self, watched: Any, event: Any) -> bool:
        if watched is self.line:
            if event.type() == event.Type.Resize:
                self._drop.move(self.line.width() - 28, (FIELD - 24) // 2)
                self._show(self._value)
            elif isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress and (
                event.key() == Qt.Key.Key_Down
            ):
                self._open()
                return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        calendar = _Calendar(self)
        calendar.adjustSize()
        calendar.move(self.line.mapToGlobal(QPoint(0, FIELD + 2)))
        calendar.show()

    @override
    def _read(self, typed: str) -> dt.date | None:
        from planner.intake.values.dates import Frame, both_readings, read_date, stated_orders

        proven = stated_orders((typed, *(field._understood for field in self.beside)))
        read = read_date(typed, Frame(self.near, self.near, next(iter(proven)) if len(proven) == 1 else None))
        if read.value is None and (both := both_readings(typed)):
            first, second = both
            error = PlannerError("day-two-readings", words=typed, first=first, second=second, iso=first.isoformat())
            self.show_error(say(error))
            return None
        if read.value is None or read.rest:
            self.show_error(tr("This is not a date. Write it like {example}.", example=self.near))
            return None
        self._understood = typed
        return read.value

    @override
    def _words(self, value: dt.date) -> str:
        """The day with its year; where that has no room, the year goes without saying near the visit, else the weekday.
        """
        whole = day_text(value, screen_language())
        if self.line.fontMetrics().horizontalAdvance(whole) <= self.line.width() - 48:
            return whole
        return day_text(value, screen_language(), "short" if value.year == self.near.year else "plain")


class TimeField(_MomentField[dt.time]):
    """A time of day on the clock of some place; which place is told by the field's hint."""

    def __init__(self, label: str, *, hint: str = "", optional: bool = True) -> None:
        super().__init__(label, LineEdit(strong=True), hint=hint, optional=optional)

    @override
    def _read(self, typed: str) -> dt.time | None:
        at = read_time(typed)
        if at is None:
            self.show_error(tr("This is not a time of day. Write it like {example}.", example=dt.time(16, 30)))
        return at

    @override
    def _words(self, value: dt.time) -> str:
        return time_text(value, screen_language())

    @override
    def _pale(self, value: str, words: str) -> str:
        # Two of them stand side by side, with no room for more.
        return f"({value})" if value else ""


def read_time(text: str) -> dt.time | None:
    """Understand a time as typed: 4pm, 4p, 430p, 16:30, 1630, 16, 午後4時半, noon. None if it is none."""
    import unicodedata

    from planner.intake.values.dates import Frame
    from planner.intake.values.times import read_moment

    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isdigit() and len(plain) <= 2 and int(plain) < 24:
        return dt.time(int(plain))
    if plain.isdigit() and len(plain) == 3:
        plain = f"0{plain}"
    if short := re.fullmatch(r"(\d{1,2}?):?(\d\d)?\s*([ap])m?", plain, re.IGNORECASE):
        plain = f"{short[1]}:{short[2] or '00'} {short[3]}m"
    some_day = dt.date(2027, 1, 1)
    read = read_moment(plain, Frame(some_day, some_day))
    return read.value.clock.at if read.value.clock is not None and not read.rest else None
