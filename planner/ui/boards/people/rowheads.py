"""How the head of a row is painted: who it is, what they are, and how much they have to do on each day."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.ui.boards.nights.painting import SCORES
from planner.ui.boards.people.blocks import Load, Row
from planner.ui.boards.tint import Tint
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CHIP_ICON
from planner.ui.theme.painters import bar, fill_round, outline_round
from planner.ui.widgets.lettering import LINE, fit, wide_of, write
from planner.ui.widgets.lines import lines_of

#: From which share of the limit on a day is nearly full.
NEARLY: Final = 0.9
_PAD: Final = 14
_FACE: Final = 30


def paint_row_head(painter: QPainter, rect: QRectF, row: Row, tint: Tint | None, *, chosen: bool) -> None:
    """Paint who a row is: names in both scripts, what they are, and how much they have to do."""
    painter.fillRect(rect, colour(f"{tint.tone}.fill" if tint else "chosen.fill" if chosen else "panel"))
    left, top = rect.left() + _PAD, rect.top() + 8
    x = left
    if row.letter:
        circle = QRectF(left, top, _FACE, _FACE)
        fill_round(painter, circle, "panel" if tint or chosen else "chosen.fill", _FACE / 2)
        wide = wide_of(row.letter, "text", bold=True)
        write(painter, circle.center().x() - wide / 2, circle.center().y() - 8, row.letter, "chosen.text",
              size="text", bold=True)  # fmt: skip
        x += _FACE + 10
    room = int(rect.right() - x - 8)
    write(painter, x, top - 1, fit(row.name, "text", True, room), "text", size="text", bold=True)
    write(painter, x, top + LINE, fit(row.second, "small", False, room), "text2", size="small")
    top += _FACE + 6
    end = rect.right() - _PAD
    if row.right:
        end -= wide_of(row.right, "small")
        write(painter, end, top, row.right, "text2", size="small")
    write(painter, left, top, fit(row.left, "small", False, int(end - left - 8)), "text2", size="small")
    if tint is not None:
        _tint_words(painter, QRectF(left, top + 18, rect.right() - left - 8, 2 * LINE), tint)
        mark = "grey.line" if tint.tone == "grey" else f"{tint.tone}.mark"
        painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), colour(mark))
    elif row.load is not None:
        _load(painter, QRectF(left, top + 20, rect.right() - _PAD - left, 24), row.load, "panel" if chosen else "grid")


def _tint_words(painter: QPainter, rect: QRectF, tint: Tint) -> None:
    left = rect.left()
    if tint.score:
        wide = wide_of(tint.score, bold=True) + 12
        fill, ink = SCORES.get(tint.tone, ("grey.mark", "panel"))
        fill_round(painter, QRectF(left, rect.top(), wide, 16), fill, 3)
        write(painter, left + 6, rect.top() + 0.5, tint.score, ink, bold=True)
        left += wide + 6
    else:
        paint_icon(painter, "close", f"{tint.tone}.text", QRectF(left, rect.top() + 1, CHIP_ICON, CHIP_ICON))
        left += CHIP_ICON + 5
    for number, words in enumerate(lines_of(tint.words, font("small"), int(rect.right() - left), 2)):
        write(painter, left, rect.top() + number * 14, words, f"{tint.tone}.text", size="small")


def _load(painter: QPainter, rect: QRectF, load: Load, ground: str) -> None:
    words = wide_of(load.text, bold=True) + wide_of(load.of, "small") + 4 if load.text else 0
    side = max(52.0, words) if load.text else 0.0
    room = rect.width() - side - (10 if side else 0)
    step = min(13.0, room / max(1, len(load.days)))
    for number, share in enumerate(load.days):
        spot = QRectF(rect.left() + number * step, rect.top(), step - 3, rect.height())
        fill_round(painter, spot, ground, 2)
        if share > 0:
            high = max(3.0, min(1.0, share) * rect.height())
            ink = "wrong.mark" if share > 1 else "check.mark" if share >= NEARLY else "chosen.mark"
            fill_round(painter, QRectF(spot.left(), spot.bottom() - high, spot.width(), high), ink, 2)
        if number == load.now:
            outline_round(painter, spot.adjusted(-2, -2, 2, 2), "chosen.mark", radius=4)
    if not load.text:
        return
    right = rect.right()
    of = wide_of(load.of, "small")
    write(painter, right - of, rect.top() - 1, load.of, "text2", size="small")
    text = wide_of(load.text, bold=True)
    write(painter, right - of - text - 3, rect.top() - 1, load.text, "text", bold=True)
    if load.share is None:
        return
    ink = "wrong.mark" if load.share > 1 else "check.mark" if load.share >= NEARLY else "chosen.mark"
    bar(painter, QRectF(right - side, rect.top() + 18, side, 6), load.share, ground=ground, ink=ink)
