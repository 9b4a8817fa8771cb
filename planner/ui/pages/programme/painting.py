"""How a day's head and an event are painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from planner.language import tr
from planner.ui.pages.programme.line import DayHead, EventLine, Line, When
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON, CHIP, CHIP_ICON
from planner.ui.theme.painters import card_with_strip, fill_round, outline_round
from planner.ui.widgets.chips import chip_width, paint_chip

HEAD: Final = 44
_NOTHING: Final = 30
_ROW: Final = 52
_LEG: Final = 74
_LEFT: Final = 16
_TIME: Final = 208
_LINE: Final = 20
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def height_of(line: Line) -> int:
    """How high a line is."""
    if isinstance(line, DayHead):
        return HEAD + (_NOTHING if line.empty else 0)
    return _LEG if line.second is not None else _ROW


def _write(painter: QPainter, rect: QRect, words: str, type_: QFont, ink: str) -> int:
    """Write one line, shortened where there is no room; gives where it ends."""
    if not words or rect.width() < 6:
        return rect.left()
    painter.setFont(type_)
    painter.setPen(colour(ink))
    metrics = painter.fontMetrics()
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _MIDDLE, short)
    return rect.left() + metrics.horizontalAdvance(short)


def paint_head(painter: QPainter, rect: QRect, head: DayHead) -> None:
    """Paint the line over a day."""
    painter.fillRect(rect, colour("panel"))
    line = QRect(rect.left() + _LEFT, rect.top() + 8, rect.width() - 2 * _LEFT, HEAD - 12)
    x = _write(painter, line, head.words, _heading(), "text")
    x = _write(painter, line.adjusted(x - line.left() + 14, 2, 0, 0), head.host, font(), "text2")
    x = _write(painter, line.adjusted(x - line.left() + 16, 2, 0, 0), head.home, font("small"), "text2")
    if head.off:
        x = _write(painter, line.adjusted(x - line.left() + 16, 2, 0, 0), head.off, font("small"), "check.text")
    painter.setFont(font("small"))
    painter.setPen(colour("text2"))
    if x < line.right() - painter.fontMetrics().horizontalAdvance(head.note) - 16:
        painter.drawText(line.adjusted(0, 2, 0, 0), _RIGHT, head.note)
    painter.fillRect(QRect(rect.left() + _LEFT, rect.top() + HEAD - 3, rect.width() - 2 * _LEFT, 1), colour("line"))
    if head.empty and rect.height() > HEAD:
        nothing = QRect(line.left(), rect.top() + HEAD, line.width(), _NOTHING - 4)
        _write(painter, nothing, tr("Nothing planned"), font(), "text3")


def _heading() -> QFont:
    made = QFont(font(bold=True))
    made.setPixelSize(16)
    return made


def paint_event(painter: QPainter, rect: QRect, line: EventLine, *, chosen: bool, over: bool) -> None:
    """Paint an activity or leg: times at the left, what and where beside them, signs at the right."""
    card = rect.adjusted(_LEFT, 2, -_LEFT, -2)
    if line.cancelled:
        fill_round(painter, QRectF(card), "panel", 4)
        outline_round(painter, QRectF(card), "line", radius=4, dashed=True)
    else:
        card_with_strip(painter, QRectF(card), f"{line.tone}.fill", f"{line.tone}.mark")
    if chosen:
        outline_round(painter, QRectF(card).adjusted(-1, -1, 1, 1), "chosen.mark", width=2, radius=5)
    elif over:
        outline_round(painter, QRectF(card), "strong_line", radius=4)
    ink = "text2" if line.cancelled else f"{line.tone}.text"
    room = card.adjusted(14, 4, -10, -4)
    times = QRect(room.left(), room.top(), _TIME, _LINE)
    words = room.adjusted(_TIME + 8, 0, 0, 0)
    if line.second is None:
        _write(painter, times, line.when.local, font(bold=True), ink)
        _write(painter, times.translated(0, _LINE), line.when.other, font("small"), "text2")
    else:
        _leg_time(painter, times, line.when, ink)
        _leg_time(painter, times.translated(0, 2 * _LINE + 2), line.second, ink)
        _dots(painter, times.left() + 4, times.center().y(), times.center().y() + 2 * _LINE + 2, line.tone)
        if line.pill:
            pill = times.translated(16, _LINE + 1).adjusted(0, 0, 120, 0)
            _write(painter, pill, line.pill, font("small"), "text2")
    _title(painter, QRect(words.left(), words.top(), words.width(), _LINE), line, ink)
    if line.second is None:
        _where(painter, QRect(words.left(), words.top() + _LINE, words.width(), _LINE), line, line.place)
    else:
        between = " → ".join(filter(None, (line.place, line.second_place)))
        _where(painter, QRect(words.left(), words.top() + 2 * _LINE + 2, words.width(), _LINE), line, between)


def _leg_time(painter: QPainter, rect: QRect, when: When, ink: str) -> None:
    x = _write(painter, rect.adjusted(16, 0, 0, 0), when.local, font(bold=True), ink)
    _write(painter, rect.adjusted(x - rect.left() + 6, 1, 0, 0), when.other, font("small"), "text2")


def _dots(painter: QPainter, x: int, top: int, bottom: int, tone: str) -> None:
    """The two ends of a leg joined by a dashed line: open where it leaves, filled where it arrives."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour(f"{tone}.mark"))
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(x, top + 5, x, bottom - 5)
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setWidthF(1.5)
    painter.setPen(pen)
    painter.drawEllipse(QRectF(x - 3.5, top - 3.5, 7, 7))
    painter.setBrush(colour(f"{tone}.mark"))
    painter.drawEllipse(QRectF(x - 3.5, bottom - 3.5, 7, 7))
    painter.restore()


def _title(painter: QPainter, rect: QRect, line: EventLine, ink: str) -> None:
    right = rect.right()
    for words, icon_name in reversed(line.chips):
        wide = min(chip_width(words, icon_name), 160)
        right -= wide
        spot = QRect(right, rect.center().y() - CHIP // 2 + 1, wide, CHIP)
        fill_round(painter, QRectF(spot), "panel", 4)
        _chip(painter, spot, words, icon_name)
        right -= 4
    if line.status:
        wide = chip_width(line.status, "")
        right -= wide + 4
        paint_chip(painter, QRect(right + 4, rect.center().y() - CHIP // 2 + 1, wide, CHIP), line.status, "check")
    spot = QRect(rect.left(), rect.center().y() - CARD_ICON // 2 + 1, CARD_ICON + 2, CARD_ICON + 2)
    paint_icon(painter, line.icon, "grey.mark" if line.cancelled else f"{line.tone}.mark", spot)
    room = QRect(rect.left() + CARD_ICON + 10, rect.top(), right - rect.left() - CARD_ICON - 20, rect.height())
    type_ = QFont(font(bold=True))
    type_.setStrikeOut(line.cancelled)
    x = _write(painter, room, line.title, type_, ink)
    rest = room.adjusted(x - room.left() + 10, 1, 0, 0)
    if rest.width() > 40:
        _write(painter, rest, line.other, font("small"), "text2")


def _chip(painter: QPainter, rect: QRect, words: str, icon_name: str) -> None:
    icon_spot = QRect(rect.left() + 7, rect.center().y() - CHIP_ICON // 2 + 1, CHIP_ICON, CHIP_ICON)
    paint_icon(painter, icon_name, "text2", icon_spot)
    text = rect.adjusted(7 + CHIP_ICON + 5, 0, -4, 0)
    _write(painter, text, words, font("small", bold=True), "text")


def _where(painter: QPainter, rect: QRect, line: EventLine, place: str) -> None:
    right = rect.right()
    for tag in reversed(line.tags):
        painter.setFont(font("small"))
        shown = tag.words if tag.show_words else ""
        wide = min(painter.fontMetrics().horizontalAdvance(shown), 150) if shown else 0
        total = CARD_ICON + (4 + wide if shown else 0)
        if right - total < rect.left() + 120:
            break
        right -= total
        spot = QRect(right, rect.center().y() - CARD_ICON // 2 + 1, CARD_ICON, CARD_ICON)
        paint_icon(painter, tag.icon, "text2", spot)
        if shown:
            text = QRect(right + CARD_ICON + 4, rect.top(), wide + 2, rect.height())
            _write(painter, text, shown, font("small"), "text2")
        right -= 10
    if place:
        spot = QRect(rect.left() + 1, rect.center().y() - CARD_ICON // 2 + 1, CARD_ICON, CARD_ICON)
        paint_icon(painter, "place", "text2", spot)
        room = QRect(rect.left() + CARD_ICON + 10, rect.top(), right - rect.left() - CARD_ICON - 14, rect.height())
        _write(painter, room, place, font(), "text2")
