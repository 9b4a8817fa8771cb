"""Ten days side by side, each city by its own calendar: what happens when, in the host city and at home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from planner.clock import WallTime, arrives_of, departs_of, now_in, starts_of, zone_letters
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.figures import comma_list
from planner.language.times import time_text
from planner.model.cities import City
from planner.model.kinds import ActivityStatus
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.rules.finding import Subject
from planner.ui.theme import colour, font
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.lines import lines_of
from planner.ui.widgets.words import city_name, said

#: As many days as there is room for, at most this many, and never less than a week.
_MOST_DAYS: Final = 10
_FEWEST_DAYS: Final = 7
_NARROWEST: Final = 82

_HEAD: Final = 32
_LEFT: Final = 96
_ITEM: Final = 52
_GAP: Final = 6

#: No more than these on a day and side; the rest is told as a number.
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on one day of one city's calendar."""

    on: date
    at: time | None
    title: str
    kind: str
    subject: Subject


def first_day_shown(visit: Visit, today: date) -> date:
    """From which day on: today if the visit is under way or begins within ten days, else its first day."""
    if today > visit.last_day or today + timedelta(days=_MOST_DAYS - 1) < visit.first_day:
        return visit.first_day
    return today


def happenings(plan: Plan, city: City, *, host: bool) -> list[Happening]:
    """What happens by the calendar of a city: all that takes place in its zone; the host city has the rest too."""
    other = plan.visit.home_city.zone if host else plan.visit.host_city.zone
    found: list[tuple[tuple[date, time], Happening]] = []

    def add(wall: WallTime | None, on: date, zone: str, title: str, kind: str, subject: Subject) -> None:
        if zone == city.zone or (host and zone != other):
            at = wall.at if wall is not None else None
            found.append(((on, at or time()), Happening(on, at, title, kind, subject)))

    for activity in plan.activities:
        if activity.status != ActivityStatus.CANCELLED:
            wall = starts_of(activity)
            zone = wall.zone if wall is not None else activity.zone or plan.visit.host_city.zone
            subject = Subject("Activity", activity.id)
            add(wall, activity.starts_on, zone, said(activity, "title"), activity.kind.value, subject)
    for journey in plan.journeys:
        if journey.status == ActivityStatus.CANCELLED:
            continue
        subject, title = Subject("Journey", journey.id), said(journey, "title")
        leaves, lands = departs_of(journey), arrives_of(journey)
        if leaves is not None:
            add(leaves, leaves.on, leaves.zone, title, "travel", subject)
        if lands is not None and (leaves is None or lands.zone != leaves.zone):
            add(lands, lands.on, lands.zone, tr("{title}, arrives", title=title), "travel", subject)
    return [happening for _, happening in sorted(found, key=lambda pair: pair[0])]


class _Item(QAbstractButton):
    """One happening: a strip in the colour of its kind, its title, its time."""

    def __init__(self, parent: QWidget, happening: Happening, city: City) -> None:
        super().__init__(parent)
        language = screen_language()
        self._happening = happening
        self._when = time_text(happening.at, language) if happening.at is not None else tr("all day")
        self.setText(happening.title)
        day = day_text(happening.on, language, "short")
        whole = comma_list((happening.title, f"{day} {self._when}", city_name(city, language)), language)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(72, _ITEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "panel", 4)
        painter.save()
        painter.setClipRect(QRectF(0, 0, 3, whole.height()))
        fill_round(painter, whole, f"{self._happening.kind}.mark", 4)
        painter.restore()
        edge = "strong_line" if self.underMouse() else "line"
        outline_round(painter, whole.adjusted(2, 0, 0, 0), edge, radius=4)
        room = self.rect().adjusted(9, 3, -4, -3)
        painter.setFont(font("board", bold=True))
        painter.setPen(colour("text"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        flags = left | Qt.TextFlag.TextDontClip
        lines = lines_of(self.text(), painter.font(), room.width(), 2)
        for place, line in enumerate(lines):
            painter.drawText(QRect(room.left(), room.top() + 15 * place, room.width() + 2, 15), flags, line)
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        painter.drawText(QRect(room.left(), room.top() + 15 * len(lines), room.width(), 16), left, self._when)


class _More(QAbstractButton):
    """How many more there are on a day than there is room for."""

    def __init__(self, parent: QWidget, count: int, day: date) -> None:
        super().__init__(parent)
        self.setText(tr("{count} more", count=count))
        self.setAccessibleName(
            tr("{count} more on {day}", count=count, day=day_text(day, screen_language(), "short"))
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        painter.setPen(colour("chosen.text"))
        painter.drawText(self.rect().adjusted(9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Timeline(QWidget):
    """The two calendars, `days` wide.

    Weekends are tinted, today is marked, the first day of the visit is indigo.
    """

    #: The `Subject` clicked.
    picked = Signal(object)
    #: A day's "n more" was clicked.
    dayPicked = Signal(object)
    #: Another number of days is shown now: there is more or less room.
    daysChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.days = _MOST_DAYS
        self._first = date(2000, 1, 1)
        self._today = date(2000, 1, 1)
        self._marked: frozenset[date] = frozenset()
        self._sides: list[tuple[str, str, int]] = []
        self._placed: list[tuple[QWidget, int, int, int]] = []
        self.setAccessibleName(tr("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def first_day(self) -> date:
        """The first of the days shown."""
        return self._first

    def show_plan(self, plan: Plan) -> None:
        """Show the ten days that matter now."""
        self._plan = plan
        visit = plan.visit
        self._today = now_in(visit.host_city.zone).on
        self._first = first_day_shown(visit, self._today)
        self._marked = frozenset({visit.first_day, visit.last_day})
        for widget, *_ in self._placed:
            widget.hide()
            widget.deleteLater()
        self._placed, self._sides = [], []
        top = _HEAD
        for city, host in ((visit.host_city, True), (visit.home_city, False)):
            lines = self._fill(happenings(plan, city, host=host), city, top)
            high = max(1, lines) * (_ITEM + _GAP) + _GAP
            zone = zone_letters(WallTime(self._first, time(12), city.zone))
            self._sides.append((city_name(city), zone, high))
            top += high
        self.setFixedHeight(top + 1)
        self._place()
        self.update()

    def _fill(self, happening: Sequence[Happening], city: City, top: int) -> int:
        """Make the items of one side; gives how many stand one under the other on the fullest day."""
        fullest = 0
        for column in range(self.days):
            day = self._first + timedelta(days=column)
            of_day = [each for each in happening if each.on == day]
            shown = of_day if len(of_day) <= _MOST else of_day[: _MOST - 1]
            for line, each in enumerate(shown):
                item = _Item(self, each, city)
                item.clicked.connect(lambda _=False, subject=each.subject: self.picked.emit(subject))
                self._add(item, column, top + _GAP + line * (_ITEM + _GAP), _ITEM)
            if len(shown) < len(of_day):
                more = _More(self, len(of_day) - len(shown), day)
                more.clicked.connect(lambda _=False, day=day: self.dayPicked.emit(day))
                self._add(more, column, top + _GAP + len(shown) * (_ITEM + _GAP), 20)
            fullest = max(fullest, min(len(of_day), _MOST))
        return fullest

    def _add(self, widget: QWidget, column: int, top: int, high: int) -> None:
        self._placed.append((widget, column, top, high))
        widget.show()

    def _edge(self, column: int) -> int:
        return _LEFT + (self.width() - 1 - _LEFT) * column // self.days

    def _place(self) -> None:
        for widget, column, top, high in self._placed:
            left, right = self._edge(column), self._edge(column + 1)
            widget.setGeometry(left + 3, top, right - left - 6, high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() - _LEFT) // _NARROWEST
        days = max(_FEWEST_DAYS, min(_MOST_DAYS, room))
        if days != self.days:
            self.days = days
            if self._plan is not None:
                self.show_plan(self._plan)
            self.daysChanged.emit()
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "panel")
        for column in range(self.days):
            self._paint_day(painter, column)
        top = _HEAD
        for name, zone, high in self._sides:
            painter.fillRect(QRect(1, top, self.width() - 2, 1), colour("line"))
            self._paint_side(painter, name, zone, QRect(14, top, _LEFT - 18, high))
            top += high
        outline_round(painter, whole, "line")

    def _paint_day(self, painter: QPainter, column: int) -> None:
        day = self._first + timedelta(days=column)
        left, right = self._edge(column), self._edge(column + 1)
        if day.weekday() >= 5:
            painter.fillRect(QRect(left, 1, right - left, self.height() - 2), colour("ground"))
        painter.fillRect(QRect(left, _HEAD, 1, self.height() - _HEAD - 1), colour("grid"))
        head = QRect(left, 0, right - left, _HEAD)
        language = screen_language()
        words = day_text(day, language, "narrow")
        today = day == self._today
        painter.setFont(font("board" if len(words) > 8 else "text", bold=today or day in self._marked))
        if today:
            words = tr("Today")
            fill_round(painter, QRectF(head).adjusted(4, 8, -4, -8), "chosen.mark", 4)
            painter.setPen(colour("on_chosen"))
        else:
            painter.setPen(colour("chosen.text" if day in self._marked else "text2"))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, words)

    @staticmethod
    def _paint_side(painter: QPainter, name: str, zone: str, rect: QRect) -> None:
        middle = rect.center().y()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        short = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.left(), middle - 19, rect.width(), 20), left, short)
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        painter.drawText(QRect(rect.left(), middle + 1, rect.width(), 16), left, zone)
