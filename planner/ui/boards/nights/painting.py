"""How the parts of a night board are painted: bars, heads of blocks, rows, nights that are not to be had."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.ui.boards.nights.blocks import Bar, Block, Closed, Corner, Flag, Head, Names, Sign
from planner.ui.boards.tint import Tint
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON, CHIP_ICON
from planner.ui.theme.painters import card_with_strip, fill_round, hatch, outline_round
from planner.ui.widgets.lettering import fit, wide_of, write
from planner.ui.widgets.lines import lines_of

#: Over the nights: three lines. At the left of them: what a row is.
HEAD: Final = 54
LEFT: Final = 212

_LINE: Final = 15
_RADIUS: Final = 4.0
_PLAIN: Final = ("panel", "strong_line", "text")
_PROBLEMS: Final = {"wrong": "wrong", "check": "warn"}

#: The ground and the ink of a score.
SCORES: Final = {"good": ("good.mark", "on_chosen"), "check": ("check.line", "text")}


# Bars


def paint_bar(painter: QPainter, rect: QRectF, bar: Bar, *, lifted: bool = False, carried: bool = False) -> None:
    """Paint a bar: its place alone while it is carried elsewhere, with a shadow if it is the one carried."""
    if lifted:
        fill_round(painter, rect, "panel", _RADIUS)
        outline_round(painter, rect, f"{bar.tone}.mark" if bar.tone else "strong_line", radius=_RADIUS, dashed=True)
        _bar_words(painter, rect, bar, "text3", "text3")
        return
    if carried:
        fill_round(painter, rect.translated(3, 5), "shadow", _RADIUS)
    if bar.tone:
        card_with_strip(painter, rect, f"{bar.tone}.fill", f"{bar.tone}.mark", radius=_RADIUS)
        line = "mark" if bar.outlined else "line"
        outline_round(painter, rect, f"{bar.tone}.{line}", radius=_RADIUS)
        _bar_words(painter, rect, bar, "text" if not bar.outlined else f"{bar.tone}.text", f"{bar.tone}.text")
    else:
        card_with_strip(painter, rect, _PLAIN[0], _PLAIN[1], radius=_RADIUS)
        outline_round(painter, rect, _PLAIN[1], radius=_RADIUS)
        _bar_words(painter, rect, bar, _PLAIN[2], "text2")
    if bar.problem:
        outline_round(painter, rect, f"{bar.problem}.mark", width=1.5, radius=_RADIUS)


def _bar_words(painter: QPainter, rect: QRectF, bar: Bar, ink: str, second: str) -> None:
    top = rect.top() + (rect.height() - _LINE) / 2
    left, right = rect.left() + 10, rect.right() - 6
    icons = (*((_PROBLEMS[bar.problem],) if bar.problem else ()), *bar.icons)
    for number, name in enumerate(icons):
        if right - left < 30 and number:
            break
        tone = f"{bar.problem}.mark" if bar.problem and not number else second
        paint_icon(painter, name, tone, QRectF(left, top + 1, CHIP_ICON, CHIP_ICON))
        left += CHIP_ICON + 4
    if bar.score:
        right -= wide_of(bar.score, bold=True)
        write(painter, right, top, bar.score, ink, bold=True)
        right -= 6
    right = _bar_end(painter, bar, left, right, top, second)
    _names(painter, bar.names, left, right, top, ink, "text2")


def _bar_end(painter: QPainter, bar: Bar, left: float, right: float, top: float, ink: str) -> float:
    """The next home, or a note, at the end of a bar where there is room beside the name; gives what is left."""
    name = wide_of(bar.names.called or bar.names.whole, bold=True) + 16
    if bar.onward:
        words = bar.onward if right - left - name > wide_of(bar.onward, "small") + 22 else ""
        if words:
            right -= wide_of(words, "small")
            write(painter, right, top, words, ink, size="small")
            right -= 3
        if right - left > 40:
            right -= CHIP_ICON
            paint_icon(painter, "arrow-right", ink, QRectF(right, top + 1, CHIP_ICON, CHIP_ICON))
            right -= 6
    elif bar.note and right - left - name > wide_of(bar.note, "small") + 8:
        right -= wide_of(bar.note, "small")
        write(painter, right, top, bar.note, ink, size="small")
        right -= 8
    return right


def _names(painter: QPainter, names: Names, left: float, right: float, top: float, ink: str, second: str) -> None:
    """Write the fullest of the names for which there is room."""
    room = right - left
    for main, too in ((names.whole, names.whole_too), (names.called, names.called_too), (names.called, "")):
        if not main:
            continue
        wide = wide_of(main, bold=True)
        if wide + (wide_of(too, "board") + 8 if too else 0) <= room:
            write(painter, left, top, main, ink, bold=True)
            if too:
                write(painter, left + wide + 7, top, too, second)
            return
    if room > 10:
        write(painter, left, top, fit(names.called or names.whole, "board", True, int(room)), ink, bold=True)


# Blocks


def paint_block(painter: QPainter, rect: QRectF, tint: Tint | None) -> None:
    """Paint the ground of a block, over its whole width."""
    if tint is not None:
        painter.fillRect(rect, colour(f"{tint.tone}.fill"))


def paint_block_name(painter: QPainter, rect: QRectF, block: Block, tint: Tint | None) -> None:
    """Paint the head of a block at the left: the name and the signs."""
    if tint is None:
        painter.fillRect(rect, colour("ground"))
    right = _signs(painter, block.signs, rect.right() - 8, rect.top() + (rect.height() - _LINE) / 2, rect.left() + 70)
    left = rect.left() + 12
    top = rect.top() + (rect.height() - _LINE) / 2
    if block.icon:
        paint_icon(painter, block.icon, "text2", QRectF(left, top + 0.5, CARD_ICON, CARD_ICON))
        left += CARD_ICON + 5
    write(painter, left, top, fit(block.name, "text", True, int(right - left - 4)), "text", size="text", bold=True)


def _signs(painter: QPainter, signs: tuple[Sign, ...], right: float, top: float, least: float) -> float:
    """Paint signs towards the left as far as there is room; gives where they begin."""
    for sign in reversed(signs):
        wide = CHIP_ICON + (wide_of(sign.text, "small") + 3 if sign.text else 0)
        if right - wide < least:
            break
        right -= wide
        ink = sign.tone if sign.tone.startswith("text") else f"{sign.tone}.mark"
        paint_icon(painter, sign.icon, ink, QRectF(right, top + 1, CHIP_ICON, CHIP_ICON))
        if sign.text:
            write(painter, right + CHIP_ICON + 3, top, sign.text, "text2", size="small")
        right -= 7
    return right


def sign_at(signs: tuple[Sign, ...], right: float, x: float) -> Sign | None:
    """Give the sign painted at a place, as `paint_block_name` puts them: they end 8 before `right`."""
    end = right - 8
    for sign in reversed(signs):
        wide = CHIP_ICON + (wide_of(sign.text, "small") + 3 if sign.text else 0)
        end -= wide
        if end - 3 <= x <= end + wide + 3:
            return sign
        end -= 7
    return None


def paint_block_line(painter: QPainter, rect: QRectF, block: Block, tint: Tint | None) -> None:
    """Paint what the head of a block says over the nights: of the home, or what it is to what is carried."""
    top = rect.top() + (rect.height() - _LINE) / 2
    left = rect.left() + 6
    if tint is None:
        painter.fillRect(rect, colour("ground"))
        write(painter, left, top, fit(block.line, "board", False, int(rect.right() - left - 4)), "text2")
        return
    if tint.score:
        wide = wide_of(tint.score, bold=True) + 12
        fill, ink = SCORES.get(tint.tone, ("grey.mark", "panel"))
        fill_round(painter, QRectF(left, rect.top() + 4, wide, 16), fill, 3)
        write(painter, left + 6, top, tint.score, ink, bold=True)
        left += wide + 7
    else:
        name = "close" if tint.tone == "grey" else "warn" if tint.tone == "check" else "check"
        paint_icon(painter, name, f"{tint.tone}.text", QRectF(left + 1, top + 1, CHIP_ICON, CHIP_ICON))
        left += CHIP_ICON + 8
    write(painter, left, top, fit(tint.words, "board", False, int(rect.right() - left - 4)), f"{tint.tone}.text")


def paint_row_label(painter: QPainter, rect: QRectF, label: str) -> None:
    """Paint what a row is called."""
    top = rect.top() + (rect.height() - _LINE) / 2
    write(painter, rect.left() + 24, top, fit(label, "board", False, int(rect.width() - 32)), "text2")


def paint_row_note(painter: QPainter, rect: QRectF, words: str) -> None:
    """Paint why a row stays empty."""
    top = rect.top() + (rect.height() - _LINE) / 2
    write(painter, rect.left() + 6, top, fit(words, "small", False, int(rect.width() - 12)), "text2", size="small")


def paint_closed(painter: QPainter, rect: QRectF, closed: Closed) -> None:
    """Paint nights that are not to be had, with the word on them."""
    painter.fillRect(rect, colour("grey.fill"))
    hatch(painter, rect)
    most = max(1, int(rect.height() // _LINE) - 1)
    lines = [line for line in lines_of(closed.words, font("board"), int(rect.width() - 12), most) if line.strip()]
    if lines:
        wide, high = max(wide_of(line) for line in lines) + 12, len(lines) * _LINE + 3
        spot = QRectF(rect.center().x() - wide / 2, rect.center().y() - high / 2, wide, high)
        fill_round(painter, spot, "grey.fill", 3)
        for number, line in enumerate(lines):
            middle = rect.center().x() - wide_of(line) / 2
            write(painter, middle, spot.top() + 1.5 + number * _LINE, line.strip(), "text")


def paint_flag(painter: QPainter, spot: QPointF, top: float, bottom: float, flag: Flag, room: float) -> None:
    """Paint from when on something is to be minded: a line down the block, and words at `spot` as far as they fit."""
    painter.fillRect(QRectF(spot.x(), top, 2, bottom - top), colour(f"{flag.tone}.mark"))
    words = fit(flag.words, "small", False, int(room - CHIP_ICON - 16))
    wide = wide_of(words, "small") + CHIP_ICON + 14
    if room < 44:
        return
    rect = QRectF(spot.x(), spot.y() + 3, min(wide, room), 18)
    fill_round(painter, rect, f"{flag.tone}.fill", 3)
    outline_round(painter, rect, f"{flag.tone}.mark", radius=3)
    paint_icon(painter, "flag", f"{flag.tone}.text", QRectF(rect.left() + 5, rect.top() + 2.5, CHIP_ICON, CHIP_ICON))
    write(painter, rect.left() + CHIP_ICON + 9, rect.top() + 1.5, words, f"{flag.tone}.text", size="small")


# Heads


def paint_head(painter: QPainter, rect: QRectF, head: Head) -> None:
    """Paint the head of a night: both cities' dates and what is free."""
    if head.tinted:
        painter.fillRect(rect, colour("weekend"))
    ink = "chosen.text" if head.today else "text"
    offers = ((head.title, "board"), (head.title, "small"), (head.short, "board"))
    fits = (offer for offer in offers if wide_of(*offer, bold=True) <= rect.width() - 3)
    title, size = next(fits, offers[-1])
    lines = ((title, size, True, ink), (head.second, "small", False, "text3"), (head.free, "small", False, "text2"))
    for number, (words, size, bold, tone) in enumerate(lines):
        short = fit(words, size, bold, int(rect.width() - 2))
        x = rect.left() + (rect.width() - wide_of(short, size, bold=bold)) / 2
        write(painter, x, rect.top() + 4 + number * 15.5, short, tone, size=size, bold=bold)
    if head.today:
        painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 2, rect.width() - 1, 2), colour("chosen.mark"))


def paint_corner(painter: QPainter, rect: QRectF, corner: Corner) -> None:
    """Paint what the lines of the heads are."""
    lines = ((corner.title, "board", True, "text"), (corner.second, "small", False, "text3"),
             (corner.free, "small", False, "text2"))  # fmt: skip
    for number, (words, size, bold, tone) in enumerate(lines):
        short = fit(words, size, bold, int(rect.width() - 20))
        write(painter, rect.left() + 12, rect.top() + 4 + number * 15.5, short, tone, size=size, bold=bold)
