"""The slider over a visit: its days and events under a handle, moved with the mouse or by keys, a quarter of an hour at
a time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider
from typing_extensions import override

from planner.agenda import Agenda
from planner.agenda.whereabouts import stretch_of
from planner.clock import WallTime, wall_at
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.model.message import PlannerError
from planner.model.programme import Activity
from planner.ui.theme import colour, font
from planner.ui.theme.painters import fill_round, outline_round

STEP = dt.timedelta(minutes=15)
_DAY = dt.timedelta(days=1)
_HOUR, _WHOLE_DAY = 4, 96
_MARGIN = 10
_TRACK = 24


class TimeSlider(QSlider):
    """A moment of the visit. Arrow keys move it by a quarter of an hour, Page keys by an hour, with Ctrl by a day."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._first = dt.datetime.now(dt.UTC)
        self._zones = ("UTC", "UTC")
        self._bars: list[tuple[dt.datetime, dt.datetime, str]] = []
        self.setAccessibleName(tr("Moment of the visit"))
        self.setSingleStep(1)
        self.setPageStep(_HOUR)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the days and events of a visit; the moment chosen stays where it can."""
        chosen = self.instant
        visit = agenda.plan.visit
        self._zones = visit.host_city.zone, visit.home_city.zone
        self._first, last = stretch_of(agenda)
        self._bars = [
            (slot.start, slot.end, slot.event.kind.value if isinstance(slot.event, Activity) else "travel")
            for slot in agenda.slots
        ]
        self.blockSignals(True)
        self.setRange(0, (last - self._first) // STEP)
        self.blockSignals(False)
        self.choose(chosen)
        self.update()

    @property
    def instant(self) -> dt.datetime:
        """The moment chosen, in UTC."""
        return self._first + self.value() * STEP

    def choose(self, instant: dt.datetime) -> None:
        """Choose the quarter of an hour at or before a moment; beyond an end, that end."""
        self.setValue(max(self.minimum(), min(self.maximum(), (instant - self._first) // STEP)))

    def holds(self, instant: dt.datetime) -> bool:
        """Say whether a moment lies within what the slider covers."""
        return self._first <= instant <= self._first + self.maximum() * STEP

    # The mouse and the keys

    def _value_at(self, x: float) -> int:
        wide = max(1, self.width() - 2 * _MARGIN)
        return round((x - _MARGIN) / wide * self.maximum())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if days is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setValue(self.value() + days * _WHOLE_DAY)
            return
        # In Qt the upper Page key goes on in a slider that lies; here it goes back, as in every list.
        hours = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if hours is not None:
            self.setValue(self.value() + hours * _HOUR)
            return
        super().keyPressEvent(event)

    # How it looks

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 56)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 56)

    def _x(self, instant: dt.datetime) -> float:
        wide = max(1, self.width() - 2 * _MARGIN)
        return _MARGIN + wide * ((instant - self._first) / (max(1, self.maximum()) * STEP))

    def _midnights(self, zone: str) -> Iterator[tuple[dt.date, dt.datetime]]:
        """Give the local days, each with the moment it begins at or the slider does."""
        last = self._first + self.maximum() * STEP
        day = wall_at(self._first, zone).on
        while True:
            try:
                begins = WallTime(day, dt.time(), zone, 0).instant()
            except PlannerError:
                # Where clocks skip midnight the day begins an hour later.
                begins = WallTime(day, dt.time(1), zone, 0).instant()
            if begins >= last:
                return
            yield day, max(begins, self._first)
            day += _DAY

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(_MARGIN, 20, self.width() - 2 * _MARGIN, _TRACK)
        fill_round(painter, track, "panel", 4)
        self._paint_days(painter, track)
        self._paint_events(painter, track)
        outline_round(painter, track, "strong_line", radius=4)
        self._paint_handle(painter, track)

    def _paint_days(self, painter: QPainter, track: QRectF) -> None:
        language = screen_language()
        days = list(self._midnights(self._zones[0]))
        ends = [*(begins for _, begins in days[1:]), self._first + self.maximum() * STEP]
        painter.setFont(font("small"))
        metrics = painter.fontMetrics()
        for (day, begins), end in zip(days, ends, strict=True):
            left, right = self._x(begins), self._x(end)
            painter.setPen(colour("text2"))
            words = next(
                (text for form in ("short", "narrow", "weekday")
                 if metrics.horizontalAdvance(text := day_text(day, language, form)) <= right - left - 4),
                "",
            )  # fmt: skip
            painter.drawText(QRectF(left, 2, right - left, 16), Qt.AlignmentFlag.AlignCenter, words)
            painter.setPen(colour("line"))
            if left > track.left() + 1:
                painter.drawLine(QPointF(left, track.top()), QPointF(left, track.bottom()))
        # Midnight at home, as on the boards.
        painter.setPen(QPen(colour("chosen.line"), 1, Qt.PenStyle.DashLine))
        for (_, before), (_, begins) in pairwise(self._midnights(self._zones[1])):
            if begins > before:
                painter.drawLine(QPointF(self._x(begins), track.top()), QPointF(self._x(begins), track.bottom()))

    def _paint_events(self, painter: QPainter, track: QRectF) -> None:
        for start, end, kind in self._bars:
            left = self._x(start)
            wide = max(2.0, self._x(end) - left)
            painter.fillRect(QRectF(left, track.top() + 8, wide, track.height() - 16), colour(f"{kind}.mark"))

    def _paint_handle(self, painter: QPainter, track: QRectF) -> None:
        x = self._x(self.instant)
        painter.fillRect(QRectF(x - 1, track.top() - 2, 2, track.height() + 4), colour("chosen.mark"))
        knob = QRectF(x - 7, track.bottom() - 5, 14, 14)
        fill_round(painter, knob, "chosen.mark", 7)
        fill_round(painter, knob.adjusted(4, 4, -4, -4), "panel", 3)
        if self.hasFocus():
            outline_round(painter, knob.adjusted(-3, -3, 3, 3), "chosen.mark", width=2, radius=10)
