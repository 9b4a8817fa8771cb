"""How the parts of a people board are painted: blocks, what is covered, what stands over and around them, hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.ui.boards.people.blocks import Axis, Block, Closed, Cover, Heading
from planner.ui.boards.people.layout import COVER, HEAD, Scale
from planner.ui.boards.time.faces import NOTES
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON, CHIP_ICON
from planner.ui.theme.painters import card_with_strip, fill_round, hatch, outline_round
from planner.ui.widgets.lettering import fit, wide_of, write
from planner.ui.widgets.lines import lines_of

#: The column at the left: who a row is.
LEFT: Final = 232
_LINE: Final = 15
_RADIUS: Final = 4.0
_PAD: Final = 14
#: Words of a block have at least so much room, if need be over what is hatched.
FEW: Final = 48
#: With less room for them there are no words.
_NARROW: Final = 22
#: Letters are set no narrower than this.
_NARROWEST: Final = 0.7


# Blocks


def paint_block(
    painter: QPainter, rect: QRectF, block: Block, *, lifted: bool = False, carried: bool = False,
    room: QRectF | None = None,
) -> None:  # fmt: skip
    """Paint a block: its place alone while it is carried elsewhere, with a shadow if it is the one carried.

    Its words stand in `room`, where a part of it is hatched.
    """
    if block.pale:
        fill_round(painter, rect, "panel", _RADIUS)
        outline_round(painter, rect, "strong_line", radius=_RADIUS)
        _line(painter, rect.adjusted(8, 0, -6, 0), rect.center().y() - _LINE / 2, block.title, "text2")
        return
    tone = block.tone
    if carried:
        fill_round(painter, rect.translated(3, 5), "shadow", _RADIUS)
    if lifted or block.dashed:
        fill_round(painter, rect, "panel", _RADIUS)
        outline_round(painter, rect, f"{tone}.mark", radius=_RADIUS, dashed=True)
        if block.dashed:
            card_with_strip(painter, QRectF(rect.left(), rect.top(), 8, rect.height()), "panel", f"{tone}.mark")
    else:
        card_with_strip(painter, rect, f"{tone}.fill", f"{tone}.mark", radius=_RADIUS)
    _words(painter, room or rect, block, "text3" if lifted else f"{tone}.text")


def paint_bad(painter: QPainter, rect: QRectF) -> None:
    """Paint the part of a block in which it cannot be."""
    painter.fillRect(rect, colour("wrong.fill"))
    hatch(painter, rect, "wrong.mark")


def paint_over_bad(painter: QPainter, rect: QRectF, block: Block) -> None:
    """Write what a block says over its hatching, where that leaves no room beside it."""
    wide = max(wide_of(block.title, bold=True), *(wide_of(words, "small") for words in block.lines), 0.0)
    plate = QRectF(rect.left() + 5, rect.top() + 2, min(wide + 30, rect.width() - 10), rect.height() - 4)
    fill_round(painter, plate, "wrong.fill", _RADIUS)
    _words(painter, rect, block, "wrong.text")


def _words(painter: QPainter, rect: QRectF, block: Block, ink: str) -> None:
    """Write what a block says; in a narrow one only its sign stands."""
    left, right = rect.left() + 10, rect.right() - 5
    if right - left < _NARROW:
        if block.icon:
            spot = QRectF(rect.center().x() - CARD_ICON / 2 + 2, rect.top() + 4, CARD_ICON, CARD_ICON)
            paint_icon(painter, block.icon, ink, spot)
        return
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    lines = max(1, int((rect.height() - 4) // _LINE))
    top = rect.top() + (3 if lines > 1 else (rect.height() - _LINE) / 2)
    end = right
    if block.pinned and right - left > 44:
        end -= CHIP_ICON
        paint_icon(painter, "pin", ink, QRectF(end, top + 1, CHIP_ICON, CHIP_ICON))
        end -= 4
    x, titles = _title(block, left, end, lines)
    if x > left:
        paint_icon(painter, block.icon, ink, QRectF(left, top + 0.5, CARD_ICON, CARD_ICON))
    for words in titles:
        write(painter, x, top, words, ink, bold=True)
        top += _LINE
        lines -= 1
    for words in block.lines[: max(0, lines)]:
        _line(painter, QRectF(left, top, right - left, _LINE), top, words, ink)
        top += _LINE
    painter.restore()


def _title(block: Block, left: float, right: float, lines: int) -> tuple[float, Sequence[str]]:
    """Give where a title begins and its lines: beside the sign, but rather without it, and then rather in two lines,
    than cut short. Where it is cut anyway, the sign stays, unless the title would have one line then.
    """
    most = min(2, max(1, lines - len(block.lines)))
    beside = left + CARD_ICON + 5
    ways = [(beside, most), (left, most), (beside, 2), (left, 2)]
    if not block.icon or right - left <= 60:
        ways = [way for way in ways if way[0] == left]
    x, titles = left, [block.title]
    for x, count in [*ways, ways[0] if most > 1 else ways[-1]]:
        titles = lines_of(block.title, font("board", bold=True), max(8, int(right - x)), min(count, lines))
        if "".join(titles).replace(" ", "") == block.title.replace(" ", ""):
            break
    return x, titles


def _line(painter: QPainter, room: QRectF, top: float, words: str, ink: str) -> None:
    short = fit(words, "small", False, int(room.width()))
    if room.width() > 14:
        write(painter, room.left(), top, short, ink, size="small")


def paint_lead(painter: QPainter, rect: QRectF, words: tuple[str, ...]) -> None:
    """Paint from when on one has to be there."""
    outline_round(painter, rect, "strong_line", radius=_RADIUS, dashed=True)
    if any(wide_of(each, "small") > rect.width() - 4 for each in words):
        words = words[-1:]
    top = rect.center().y() - _LINE * len(words) / 2
    for each in words:
        # A time in a narrow place is written narrower: without it the place says nothing.
        narrow = min(1.0, (rect.width() - 4) / max(1.0, wide_of(each, "small")))
        if narrow >= _NARROWEST:
            painter.save()
            painter.translate(rect.center().x(), top)
            painter.scale(narrow, 1.0)
            write(painter, -wide_of(each, "small") / 2, 0, each, "text2", size="small")
            painter.restore()
        top += _LINE


def note_rect(rect: QRectF, words: str, right: float) -> QRectF:
    """Give where the note under a block stands: from its left, further to the left where there is no room."""
    wide = min(wide_of(words, "small", bold=True) + CHIP_ICON + 16, 320)
    return QRectF(max(0.0, min(rect.left(), right - wide)), rect.bottom() + 3, wide, 18)


def paint_note(painter: QPainter, rect: QRectF, words: str, tone: str) -> None:
    """Paint what is wrong with a block."""
    fill_round(painter, rect, f"{tone}.fill", _RADIUS)
    paint_icon(painter, NOTES[tone], f"{tone}.text", QRectF(rect.left() + 5, rect.top() + 2.5, CHIP_ICON, CHIP_ICON))
    short = fit(words, "small", True, int(rect.width() - CHIP_ICON - 14))
    write(painter, rect.left() + CHIP_ICON + 10, rect.top() + 1.5, short, f"{tone}.text", size="small", bold=True)


def paint_closed(painter: QPainter, rect: QRectF, closed: Closed) -> None:
    """Paint a stretch in which somebody cannot be had."""
    painter.fillRect(rect, colour("grey.fill"))
    hatch(painter, rect)
    words = fit(closed.words, "small", False, int(rect.width() - 20))
    if closed.words and wide_of(closed.words, "small") <= rect.width() - 20:
        wide = wide_of(words, "small") + 14
        spot = QRectF(rect.center().x() - wide / 2, rect.center().y() - 9, wide, 18)
        fill_round(painter, spot, "grey.fill", 3)
        write(painter, spot.left() + 7, spot.top() + 1.5, words, "grey.text", size="small")


def paint_cover(painter: QPainter, rect: QRectF, cover: Cover) -> None:
    """Paint how much of what is needed is there."""
    fill_round(painter, rect, f"{cover.tone}.fill", _RADIUS)
    outline_round(painter, rect, f"{cover.tone}.mark", radius=_RADIUS)
    words, wide = cover.words, wide_of(cover.words, "small", bold=True)
    icon_name = NOTES[cover.tone]
    with_icon = wide + CHIP_ICON + 12 <= rect.width()
    if wide + 4 > rect.width():
        if rect.width() > CHIP_ICON:
            spot = QRectF(rect.center().x() - CHIP_ICON / 2, rect.top() + 5.5, CHIP_ICON, CHIP_ICON)
            paint_icon(painter, icon_name, f"{cover.tone}.text", spot)
        return
    left = rect.center().x() - (wide + (CHIP_ICON + 5 if with_icon else 0)) / 2
    if with_icon:
        paint_icon(painter, icon_name, f"{cover.tone}.text", QRectF(left, rect.top() + 5.5, CHIP_ICON, CHIP_ICON))
        left += CHIP_ICON + 5
    write(painter, left, rect.top() + (COVER - _LINE) / 2, words, f"{cover.tone}.text", size="small", bold=True)


# On top


def paint_axis(painter: QPainter, axis: Axis, scale: Scale, shift: float, width: float) -> None:
    """Paint the hours on both clocks over the grid."""
    painter.save()
    painter.setClipRect(QRectF(LEFT, 0, width - LEFT, HEAD))
    ends = (*(tick.at for tick in axis.ticks), axis.last)
    for tick, end in zip(axis.ticks, ends[1:], strict=True):
        x = LEFT + scale.x(tick.at) - shift
        middle = x + (scale.x(end) - scale.x(tick.at)) / 2 if axis.middle else x
        for number, (words, bold, ink) in enumerate(
            ((tick.title, True, "text"), (tick.second, tick.turns, "chosen.text" if tick.turns else "text3"))
        ):
            size = "small" if number else "board"
            wide = wide_of(words, size, bold=bold)
            first, last = LEFT + 3 - shift, LEFT + scale.width - shift - 3
            left = min(max(middle - wide / 2, first), last - wide)
            write(painter, left, 5 + number * 16, words, ink, size=size, bold=bold)
    painter.restore()


def paint_lines(painter: QPainter, axis: Axis, scale: Scale, top: float, bottom: float) -> None:
    """Paint a line for each hour, and a dashed one where a new day begins at home."""
    for tick in axis.ticks:
        x = scale.x(tick.at)
        if tick.turns:
            painter.setPen(QPen(colour("chosen.line"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x + 0.5, top), QPointF(x + 0.5, bottom))
        else:
            painter.fillRect(QRectF(x, top, 1, bottom - top), colour("grid"))


def paint_heading(painter: QPainter, rect: QRectF, heading: Heading, *, beside: bool = False) -> None:
    """Paint two lines at the left; `beside` puts the second after the first."""
    room = int(rect.width() - 2 * _PAD)
    left, top = rect.left() + _PAD, rect.top()
    write(painter, left, top, fit(heading.title, "board", True, room), "text", bold=True)
    if beside:
        left += wide_of(heading.title, bold=True) + 6
        room = int(rect.right() - left - 6)
    else:
        top += 16
    write(painter, left, top, fit(heading.second, "small", False, room), "text2", size="small")
