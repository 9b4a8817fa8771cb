"""The rulers at the sides of the board, the heads of its columns, and the ground under its cards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.language import tr_in
from planner.language.dates import day_shift_text
from planner.language.times import hour_text, time_text
from planner.ui.boards.time.faces import NOTES
from planner.ui.boards.time.scale import Scale
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CHIP_ICON
from planner.ui.theme.painters import fill_round, hatch
from planner.ui.widgets.lettering import LINE, wide_of, write
from planner.ui.widgets.lines import lines_of

LEFT: Final = 56
RIGHT: Final = 72
HEAD: Final = 48

#: A label nearer than this to the tag of a time would be cut by it.
_TAG_REACH: Final = 18


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column: the day, the days it is at home, how much is wrong; `tip` says all of it."""

    title: str
    rest: str = ""
    second: str = ""
    #: The same in fewer words, for a narrow column.
    second_short: str = ""
    tinted: bool = False
    today: bool = False
    tip: str = ""
    #: The day in as few letters as can be, for a column that has no room for the title.
    title_short: str = ""
    #: Tinted itself, but not the column under it.
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """How many findings a column has, in the tone of the worst."""

    tone: str
    count: int


@dataclass(frozen=True, slots=True)
class Cities:
    """The names over the rulers, each with the letters of its zone."""

    host: str
    host_zone: str
    home: str
    home_zone: str


def paint_head(painter: QPainter, rect: QRectF, head: Head, badge: Badge | None) -> QRectF | None:
    """Paint the head of a column; gives where its badge is."""
    room = rect.adjusted(10, 6, -6, 0)
    if head.marked or head.tinted:
        painter.fillRect(rect.adjusted(1, 0, 0, -1), colour("weekend"))
    spot = None
    if badge is not None:
        words = str(badge.count)
        wide = wide_of(words, "board", bold=True) + CHIP_ICON + 16
        beside = wide_of(head.title + head.rest, "text", bold=True) + wide + 4 <= room.width()
        if room.width() > wide:
            spot = QRectF(rect.right() - wide - 6, rect.top() + (15 if beside else 26), wide, 19)
            fill_round(painter, spot, f"{badge.tone}.fill", 4)
            icon_spot = QRectF(spot.left() + 6, spot.top() + 3, CHIP_ICON, CHIP_ICON)
            paint_icon(painter, NOTES[badge.tone], f"{badge.tone}.mark", icon_spot)
            write(painter, icon_spot.right() + 4, spot.top() + 2, words, f"{badge.tone}.text", bold=True)
    ink = "chosen.text" if head.today else "text"
    second_room = room.width() if spot is None else spot.left() - 4 - room.left()
    title = head.title
    if head.title_short and wide_of(title, "text", bold=True) > room.width():
        title = head.title_short
    title = _short(title, "text", True, room.width())
    write(painter, room.left(), room.top() + 2, title, ink, size="text", bold=True)
    after = wide_of(title, "text", bold=True)
    if head.rest and after + wide_of(head.rest, "text") <= rect.right() - room.left() - 4:
        write(painter, room.left() + after, room.top() + 2, head.rest, ink, size="text")
    offers = [head.second, head.second_short]
    second = next((words for words in offers if wide_of(words, "small") <= second_room), None)
    if second is None and spot is None:
        second = _short(head.second, "small", False, second_room)
    write(painter, room.left(), room.top() + 21, second or "", "text2", size="small")
    if head.today:
        painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 2, rect.width() - 1, 2), colour("chosen.mark"))
    return spot


def _short(words: str, size: str, bold: bool, width: float) -> str:
    return lines_of(words, font(size, bold=bold), max(8, int(width)), 1)[0] if words else ""


def paint_ground(painter: QPainter, scale: Scale, heads: tuple[Head, ...], top: float, bottom: float) -> None:
    """Paint what is under the cards between two heights: tints, hours, days, change-overs, midnight at home."""
    for number, head in enumerate(heads):
        if head.tinted:
            rect = QRectF(scale.left(number), top, scale.column_width, bottom - top)
            painter.fillRect(rect, colour("weekend"))
    for hour in range(25):
        y = hour * scale.hour
        if top <= y <= bottom:
            painter.fillRect(QRectF(0, y, scale.width, 1), colour("grid"))
    for number in range(len(scale.columns)):
        _paint_turn(painter, scale, number)
        midnight = scale.midnight(number)
        if midnight is not None:
            _midnight_line(painter, scale.left(number), scale.left(number) + scale.column_width, midnight[0])
    for number in range(len(scale.columns) + 1):
        painter.fillRect(QRectF(scale.left(number), top, 1, bottom - top), colour("line"))


def _midnight_line(painter: QPainter, left: float, right: float, y: float) -> None:
    pen = QPen(colour("chosen.line"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y + 0.5), QPointF(right, y + 0.5))


def _paint_turn(painter: QPainter, scale: Scale, column: int) -> None:
    """An hour that is not there is hatched; one that is there twice is divided, with what clocks show in it."""
    turn = scale.turn(column)
    if turn is None:
        return
    left = scale.left(column)
    rect = QRectF(left + 1, turn.top, scale.column_width - 1, turn.bottom - turn.top)
    if not turn.doubled:
        painter.fillRect(rect, colour("grey.fill"))
        hatch(painter, rect)
        return
    painter.fillRect(rect, colour("check.fill"))
    middle = left + scale.column_width / 2
    pen = QPen(colour("check.line"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(middle, turn.top), QPointF(middle, turn.bottom))
    if scale.column_width / 2 > 36 and scale.hour >= 24:
        for place, words in ((left + 8, "1×"), (middle + 8, "2×")):
            write(painter, place, turn.top + 2, words, "check.text", size="small", bold=True)


def paint_host_ruler(painter: QPainter, rect: QRectF, scale: Scale, shift: float, language: str) -> None:
    """Paint the hours of the host city; `shift` is where midnight lies."""
    for hour in _hours(scale):
        y = shift + hour * scale.hour
        if rect.top() + 6 < y < rect.bottom() - 6:
            words = hour_text(hour, language)
            x = rect.right() - 8 - wide_of(words, bold=True)
            write(painter, x, y - LINE / 2, words, "text", bold=True)


def paint_home_ruler(painter: QPainter, rect: QRectF, scale: Scale, column: int, shift: float, language: str) -> None:
    """Paint the hours of the home city as they are on the day of a column."""
    midnight = scale.midnight(column)
    covered = (0.0, 0.0) if midnight is None else (shift + midnight[0] + 3, shift + midnight[0] + 32)
    for hour in _hours(scale):
        y = shift + hour * scale.hour
        if covered[0] < y < covered[1]:
            continue
        there = scale.home_at(column, dt.time(hour % 24))
        if there is None or not rect.top() + 6 < y < rect.bottom() - 6:
            continue
        words = hour_text(there.at.hour, language) if not there.at.minute else time_text(there.at, language)
        write(painter, rect.left() + 11, y - LINE / 2, words, "text3")
    if midnight is not None:
        y, days = midnight
        _midnight_line(painter, rect.left(), rect.left() + 8, shift + y)
        words = day_shift_text(days, language)
        pill = QRectF(rect.left() + 7, shift + y + 9, wide_of(words, "small", bold=True) + 10, 17)
        if pill.top() > rect.top():
            fill_round(painter, pill, "chosen.fill", 4)
            write(painter, pill.left() + 5, pill.top() + 1, words, "chosen.text", size="small", bold=True)


def _hours(scale: Scale) -> range:
    """The hours with a label: as many as have room above one another."""
    step = 1 if scale.hour >= 20 else 2 if scale.hour >= 10 else 3
    return range(0, 25, step)


def paint_corner(painter: QPainter, rect: QRectF, name: str, letters: str, *, host: bool) -> None:
    """Paint a city's name with its zone over its ruler."""
    ink = "text" if host else "text2"
    if wide_of(name, "small", bold=host) > rect.width() - 6:
        name = tr_in("clock", "Local") if host else name
    short = _short(name, "small", host, rect.width() - 6)
    wide = wide_of(short, "small", bold=host)
    left = rect.left() + (rect.width() - wide) / 2 if host else rect.left() + 8
    write(painter, left, rect.top() + 5, short, ink, size="small", bold=host)
    left = rect.left() + (rect.width() - wide_of(letters, "small")) / 2 if host else rect.left() + 8
    write(painter, left, rect.top() + 21, letters, "text2" if host else "text3", size="small")


def paint_tag(painter: QPainter, rect: QRectF, y: float, words: str, tone: str, hour_y: float) -> None:
    """Paint a time on the ruler: where a card that is moved would begin; the nearest hour's label gives way to it."""
    painter.fillRect(QRectF(rect.left(), y - 11, rect.width() - 1, 22), colour("panel"))
    if abs(hour_y - y) < _TAG_REACH:
        painter.fillRect(QRectF(rect.left(), hour_y - 8, rect.width() - 1, 16), colour("panel"))
    spot = QRectF(rect.left() + 2, y - 9, rect.width() - 4, 18)
    fill = "wrong_badge" if tone == "wrong" else f"{tone}.mark"
    fill_round(painter, spot, fill, 3)
    ink = "on_badge" if tone == "wrong" else "on_chosen"
    # 11:15 AM is as wide as the ruler.
    size = "board" if wide_of(words, bold=True) <= spot.width() - 6 else "small"
    x = spot.left() + (spot.width() - wide_of(words, size, bold=True)) / 2
    write(painter, x, spot.top() + (1.5 if size == "board" else 1), words, ink, size=size, bold=True)


def paint_now(painter: QPainter, left: float, right: float, y: float) -> None:
    """Paint where it is now, over the column of today."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("chosen.mark"), 1.5))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setBrush(colour("chosen.mark"))
    painter.drawEllipse(QPointF(left + 1, y), 3.5, 3.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()
