"""The strip over the hours: what lasts whole days, and what happens at hours that no column of the board has."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.boards.time.faces import NOTES, PLAIN, Face, Look, Note
from planner.ui.boards.time.painting import NARROW, paint_card
from planner.ui.boards.time.pieces import INSET, Bar
from planner.ui.boards.time.scale import Scale
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON, CHIP_ICON
from planner.ui.theme.painters import card_with_strip, outline_round
from planner.ui.widgets.lettering import LINE, wide_of, write
from planner.ui.widgets.lines import lines_of

#: One row: a title and a line with both clocks.
ROW: Final = 40

#: With more than two rows each has its title alone.
LOW_ROW: Final = 22


def row_height(rows: int) -> int:
    """How high each of so many rows is."""
    return ROW if rows <= 2 else LOW_ROW


def strip_height(rows: int) -> int:
    """How high the strip is; it stays where nothing is in it, so that the hours do not jump."""
    return max(ROW, rows * row_height(rows))


def bar_rect(scale: Scale, bar: Bar, rows: int) -> QRectF:
    """Give where a card of the strip is painted, from the corner of the strip."""
    high = row_height(rows)
    left = scale.left(bar.column) + INSET
    right = scale.left(bar.last + 1) - INSET
    return QRectF(left, bar.row * high + 3, right - left, high - 6)


def paint_bar(painter: QPainter, rect: QRectF, face: Face, look: Look = PLAIN, note: Note | None = None) -> None:
    """Paint a card of the strip: the title, and under it when or what in one line."""
    if look.lifted:
        paint_card(painter, rect, face, look)
        return
    card_with_strip(painter, rect, f"{face.tone}.fill", f"{face.tone}.mark", width=4 if rect.width() >= NARROW else 3)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    ink = f"{face.tone}.text"
    two = rect.height() >= 2 * LINE
    y = rect.top() + (rect.height() - LINE * (1 + two)) / 2
    left, right = rect.left() + 9, rect.right() - 4
    # On a bar so short that the icon would leave nothing of the title, the colour of the strip tells the kind.
    indent = CARD_ICON + 4 if right - left >= 3 * (CARD_ICON + 4) else 0
    if indent:
        paint_icon(painter, face.icon, f"{face.tone}.mark", QRectF(left, y + 0.5, CARD_ICON, CARD_ICON))
    if note is not None and right - left > 60:
        right -= CHIP_ICON
        spot = QRectF(right, y + 1, CHIP_ICON, CHIP_ICON)
        paint_icon(painter, NOTES[note.tone], f"{note.tone}.mark", spot)
        right -= 3
    for place, (words, size, bold) in enumerate(((face.title, "board", True), (face.line, "small", False))[: 1 + two]):
        x = left + (indent if not place else 0)
        if words and right - x > 10:
            [short] = lines_of(words, font(size, bold=bold), int(right - x), 1)
            write(painter, x, y + place * LINE, short, ink, size=size, bold=bold)
    painter.restore()
    if look.struck:
        outline_round(painter, rect, "wrong.mark", width=2, radius=4)
    elif look.chosen or look.focused:
        outline_round(painter, rect.adjusted(-1, -1, 1, 1), "chosen.mark", width=2, radius=5)
    elif look.hovered:
        outline_round(painter, rect, "strong_line", radius=4)


def paint_label(painter: QPainter, rect: QRectF, words: str) -> None:
    """Paint what the strip is, beside the host's ruler."""
    short = lines_of(words, font("small"), int(rect.width() - 6), 1)[0]
    x = rect.right() - 8 - wide_of(short, "small")
    write(painter, max(rect.left() + 4, x), rect.center().y() - LINE / 2, short, "text2", size="small")


def paint_more(painter: QPainter, rect: QRectF, words: str) -> None:
    """Paint how many days there are beyond the right edge, as a link."""
    write(painter, rect.left() + 7, rect.center().y() - LINE / 2, words, "chosen.text", size="small", bold=True)
    x = rect.left() + 9 + wide_of(words, "small", bold=True)
    paint_icon(painter, "right", "chosen.mark", QRectF(x, rect.center().y() - 6, 12, 12))


def paint_strip_ground(painter: QPainter, rect: QRectF, tinted: bool) -> None:
    """Paint the strip of one column under its cards."""
    if tinted:
        painter.fillRect(rect, colour("weekend"))
    painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), colour("line"))
