"""One day as a strip: the host city's ruler, both sides' hours, the home city's ruler; windows and calls to press."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from planner.clock.sides import is_good
from planner.clock.windows import CallWindow
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.times import hour_text, span_text, wall_text
from planner.ui.pages.calls.days import PlacedCall, PlacedWindow, Ruler, Span, StripDay, Tick
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, hatch, outline_round
from planner.ui.widgets.words import said

HIGH: Final = 66
_TOP: Final = 18
_BAND: Final = 14
_BARS: Final = QRect(0, _TOP - 1, 0, 2 * _BAND + 4)
#: So many pixels a label of a ruler needs.
_LABEL: Final = 48


def window_words(window: CallWindow) -> str:
    """Say a window on both clocks: for a tip and for a screen reader."""
    language = screen_language()
    here, there = (
        f"{day_text(start.on, language, 'short')} {span_text(start.at, end.at, language)}"
        for start, end in ((window.start, window.end), (window.other_start, window.other_end))
    )
    best = wall_text(window.best, language, None)
    return tr("{here} · {there}, best at {best}", here=here, there=there, best=best)


def tone_of(window: CallWindow) -> str:
    """Give the tone in which a window is told."""
    return "good" if is_good(window) else "check"


class WindowBar(QAbstractButton):
    """A window; pressing it makes a call at its best time."""

    def __init__(self, parent: QWidget, placed: PlacedWindow) -> None:
        super().__init__(parent)
        self.placed = placed
        words = window_words(placed.window)
        self.setText(words)
        self.setAccessibleName(words)
        kind = tr("Good for both") if is_good(placed.window) else tr("Possible for both")
        self.setAccessibleDescription(tr("{kind}. Press to plan a call.", kind=kind))
        self.setToolTip(f"{words}\n{kind}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(60, _BARS.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone, window = tone_of(self.placed.window), self.placed.window
        whole = QRectF(self.rect())
        fill_round(painter, whole, f"{tone}.fill", 4)
        span = self.placed.span
        if span.end > span.start:
            along = (self.placed.best - span.start) / (span.end - span.start)
            painter.fillRect(QRectF(min(along * whole.width(), whole.width() - 3), 2, 2, whole.height() - 4),
                             colour(f"{tone}.mark"))  # fmt: skip
        outline_round(painter, whole, f"{tone}.mark", width=2 if self.underMouse() else 1.5, radius=4)
        language = screen_language()
        lines = [span_text(window.start.at, window.end.at, language),
                 span_text(window.other_start.at, window.other_end.at, language)]  # fmt: skip
        painter.setFont(font("small", bold=True))
        if max(painter.fontMetrics().horizontalAdvance(line) for line in lines) + 6 > self.width():
            return
        painter.setPen(colour(f"{tone}.text"))
        for place, line in enumerate(lines):
            # The words stand on the fill, not on the line of the best time.
            painter.setFont(font("small", bold=place == 0))
            room = QRect(0, 1 + place * 14, self.width(), 15)
            flags = Qt.AlignmentFlag.AlignCenter
            ground = painter.fontMetrics().boundingRect(room, flags, line).adjusted(-3, 0, 3, 0)
            painter.fillRect(ground.intersected(self.rect().adjusted(3, 2, -3, -2)), colour(f"{tone}.fill"))
            painter.drawText(room, flags, line)


class CallDot(QAbstractButton):
    """A planned call; pressing it shows it."""

    def __init__(self, parent: QWidget, placed: PlacedCall) -> None:
        super().__init__(parent)
        self.placed = placed
        language = screen_language()
        words = tr(
            "{call}: {here} · {there}", call=said(placed.call, "title"),
            here=wall_text(placed.at, language, "short"), there=wall_text(placed.other, language, "short"),
        )  # fmt: skip
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedSize(20, 20)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_round(painter, QRectF(self.rect()), "chosen.mark", 10)
        paint_icon(painter, "calls", "on_chosen", QRect(4, 4, 12, 12))


class Track(QWidget):
    """The strip of a day, as wide as there is room."""

    windowChosen = Signal(object)
    callChosen = Signal(object)

    def __init__(self, day: StripDay) -> None:
        super().__init__()
        self._day = day
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bars = [WindowBar(self, placed) for placed in day.windows]
        for bar in self.bars:
            bar.clicked.connect(lambda _=False, bar=bar: self.windowChosen.emit(bar.placed.window))
        self.dots = [CallDot(self, placed) for placed in day.calls]
        for dot in self.dots:
            dot.clicked.connect(lambda _=False, dot=dot: self.callChosen.emit(dot.placed.call))

    def _x(self, share: float) -> int:
        return round(share * (self.width() - 1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for bar in self.bars:
            left, right = self._x(bar.placed.span.start), self._x(bar.placed.span.end)
            # Hours that only touch are a moment, and still to be seen and pressed.
            bar.setGeometry(left, _BARS.top(), max(8, right - left), _BARS.height())
        for dot in self.dots:
            dot.move(QPoint(min(max(0, self._x(dot.placed.share) - 10), self.width() - 20), _BARS.center().y() - 9))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        day = self._day
        for ruler, top in ((day.host, _TOP), (day.home, _TOP + _BAND + 2)):
            self._paint_band(painter, ruler, top)
        step = next((hours for hours in (1, 2, 3, 6) if hours * self.width() / 24 >= _LABEL), 12)
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("text"))
        for tick in day.host.ticks:
            if tick.wall.at.hour % step == 0:
                self._paint_tick(painter, tick, QRect(0, 0, 0, 16), "")
        self._paint_home(painter, step)

    def _paint_band(self, painter: QPainter, ruler: Ruler, top: int) -> None:
        painter.fillRect(QRect(0, top, self.width(), _BAND), colour("sunk"))
        for free in ruler.free:
            painter.fillRect(self._band(free, top), colour("chosen.line"))
        for off in ruler.off:
            hatch(painter, QRectF(self._band(off, top)), "strong_line")

    def _band(self, span: Span, top: int) -> QRect:
        left = self._x(span.start)
        return QRect(left, top, self._x(span.end) - left, _BAND)

    def _paint_home(self, painter: QPainter, step: int) -> None:
        """The home city's clock: its midnight with the weekday that begins, then hours clear of it."""
        language = screen_language()
        foot = QRect(0, HIGH - 17, 0, 16)
        midnight = next((tick for tick in self._day.home.ticks if tick.wall.at.hour == 0), None)
        painter.setFont(font("small", bold=True))
        kept = QRect()
        if midnight is not None and 0 < midnight.share < 1:
            x = self._x(midnight.share)
            painter.setPen(QPen(colour("chosen.mark"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, _TOP - 2, x, HIGH - 17)
            painter.setPen(colour("chosen.text"))
            kept = self._paint_tick(painter, midnight, foot, day_text(midnight.wall.on, language, "weekday"))
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        for tick in self._day.home.ticks:
            if tick is not midnight and tick.wall.at.hour % step == 0:
                room = self._room(painter, tick, foot, "")
                if not room.adjusted(-4, 0, 4, 0).intersects(kept):
                    self._paint_tick(painter, tick, foot, "")

    def _room(self, painter: QPainter, tick: Tick, line: QRect, before: str) -> QRect:
        words = _words(tick, before)
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(0, self._x(tick.share) - wide // 2), self.width() - wide)
        return QRect(left, line.top(), wide, line.height())

    def _paint_tick(self, painter: QPainter, tick: Tick, line: QRect, before: str) -> QRect:
        room = self._room(painter, tick, line, before)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, _words(tick, before))
        x = self._x(tick.share)
        if not before:
            painter.fillRect(QRect(x, _TOP - 3 if line.top() == 0 else HIGH - 19, 1, 3), colour("strong_line"))
        return room


def _words(tick: Tick, before: str) -> str:
    hour = hour_text(tick.wall.at.hour, screen_language())
    return f"{before} {hour}" if before else hour
