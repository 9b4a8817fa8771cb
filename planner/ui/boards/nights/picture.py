"""The whole night board as a picture of what does not move: drawn once, so that carrying a bar costs only that bar."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from typing_extensions import override

from planner.ui.boards.nights.blocks import Corner, Head
from planner.ui.boards.nights.layout import BLOCK_HEAD, LANE, Layout, Line, Spread
from planner.ui.boards.nights.painting import (
    HEAD,
    LEFT,
    paint_bar,
    paint_block,
    paint_block_line,
    paint_block_name,
    paint_closed,
    paint_corner,
    paint_flag,
    paint_head,
    paint_row_label,
    paint_row_note,
)
from planner.ui.boards.picture import Picture, View
from planner.ui.boards.tint import Tint
from planner.ui.theme import colour

_TINT_EDGE = 4


@dataclass(frozen=True, slots=True)
class NightView(View):
    """What part of the board is in sight: the nights are beside the rows' names and under the heads."""

    LEFT = LEFT
    HEAD = HEAD


@dataclass(slots=True)
class NightPicture(Picture[NightView, Layout]):
    """What is drawn: blocks, heads, what is being carried and what each block is to that."""

    heads: tuple[Head, ...] = ()
    corner: Corner = field(default_factory=Corner)
    tints: Mapping[Hashable, Tint] = field(default_factory=dict)

    @override
    def view(self, size: QSizeF, x: float, y: float) -> NightView:
        return NightView(size, x, y)

    @override
    def paint(self, painter: QPainter, view: NightView) -> None:
        self._band(painter, view, QRectF(0, HEAD, view.size.width(), view.grid.height()))
        self._heads(painter, view)

    @override
    def scrolled(self, drawn: QPixmap, before: NightView, view: NightView) -> QPixmap | None:
        """Up and down only; the heads stay as they are."""
        shift, ratio, grid = before.y - view.y, drawn.devicePixelRatio(), view.grid
        whole = (shift * ratio).is_integer() and (HEAD * ratio).is_integer()
        if before.x != view.x or before.size != view.size or abs(shift) >= grid.height() or not whole:
            return None
        high = round(grid.height() * ratio)
        drawn.scroll(0, round(shift * ratio), QRect(0, round(HEAD * ratio), drawn.width(), high))
        top = HEAD if shift > 0 else grid.bottom() + shift
        band = QRectF(0, top, view.size.width(), abs(shift))
        painter = QPainter(drawn)
        painter.fillRect(band, colour("panel"))
        self._band(painter, view, band)
        painter.end()
        return drawn

    def _band(self, painter: QPainter, view: NightView, band: QRectF) -> None:
        """Draw the blocks as far as they lie between two heights of the widget."""
        painter.save()
        painter.setClipRect(band)
        shown = self.layout.spreads_in(band.top() - view.origin.y(), band.bottom() - view.origin.y())
        self._grounds(painter, view, shown)
        self._nights(painter, view, shown)
        self._names(painter, view, shown)
        painter.restore()

    def _grounds(self, painter: QPainter, view: NightView, shown: tuple[Spread, ...]) -> None:
        for spread in shown:
            tint = self.tints.get(spread.block.key)
            top = spread.top + view.origin.y()
            paint_block(painter, QRectF(0, top, view.size.width(), spread.bottom - spread.top), tint)

    def _nights(self, painter: QPainter, view: NightView, shown: tuple[Spread, ...]) -> None:
        scale = self.layout.scale
        painter.save()
        painter.setClipRect(view.grid, Qt.ClipOperation.IntersectClip)
        painter.translate(view.origin)
        right = max(scale.width, view.x + view.grid.width())
        for spread in shown:
            self._ground_lines(painter, spread)
            for line in spread.lines:
                self._row(painter, line, spread)
            self._closed(painter, spread)
            for line in spread.lines:
                for placed in line.bars:
                    rect = self.layout.bar_rect(line, placed)
                    if rect is not None and view.x - 2 < rect.right() and rect.left() < view.x + view.grid.width():
                        paint_bar(painter, rect, placed.bar, lifted=placed.bar.key in self.lifted)
            self._flags(painter, spread)
            # The head of a block stays in sight while its nights are scrolled.
            head = QRectF(view.x, spread.top, right - view.x, BLOCK_HEAD)
            paint_block_line(painter, head, spread.block, self.tints.get(spread.block.key))
            painter.fillRect(QRectF(0, spread.bottom - 1, right, 1), colour("strong_line"))
        painter.restore()

    def _ground_lines(self, painter: QPainter, spread: Spread) -> None:
        scale = self.layout.scale
        top = spread.top + BLOCK_HEAD
        for number in range(1, len(scale.nights) + 1):
            painter.fillRect(QRectF(scale.left(number), top, 1, spread.bottom - top), colour("grid"))
        for line in spread.lines[1:]:
            painter.fillRect(QRectF(0, line.top - 1, scale.width, 1), colour("grid"))

    def _row(self, painter: QPainter, line: Line, spread: Spread) -> None:
        if line.row.note and not line.bars:
            first = min((flag.night for flag in spread.block.flags), default=None)
            number = None if first is None else self.layout.scale.number_of(first)
            wide = self.layout.scale.width if not number else self.layout.scale.left(number)
            paint_row_note(painter, QRectF(0, line.top, wide, LANE), line.row.note)

    def _closed(self, painter: QPainter, spread: Spread) -> None:
        top = spread.top + BLOCK_HEAD
        for closed in spread.block.closed:
            across = self.layout.scale.span(closed.first, closed.last)
            if across is not None and spread.bottom > top:
                paint_closed(painter, QRectF(across[0], top, across[1] - across[0], spread.bottom - top - 1), closed)

    def _flags(self, painter: QPainter, spread: Spread) -> None:
        scale = self.layout.scale
        for number, flag in enumerate(spread.block.flags):
            column = scale.number_of(flag.night)
            if column is None:
                continue
            free = [
                line
                for line in spread.lines
                if all(placed.bar.last < flag.night for placed in line.bars)
                and not any(closed.last >= flag.night for closed in spread.block.closed)
            ]
            x = scale.left(column)
            y = free[-1 - number % len(free)].top if free else spread.bottom
            room = scale.width - x - 4 if free else 0.0
            paint_flag(painter, QPointF(x, y), spread.top + BLOCK_HEAD, spread.bottom - 1, flag, room)

    def _names(self, painter: QPainter, view: NightView, shown: tuple[Spread, ...]) -> None:
        painter.save()
        painter.setClipRect(QRectF(0, HEAD, LEFT, view.grid.height()), Qt.ClipOperation.IntersectClip)
        for spread in shown:
            tint = self.tints.get(spread.block.key)
            top = spread.top + view.origin.y()
            paint_block_name(painter, QRectF(0, top, LEFT, BLOCK_HEAD), spread.block, tint)
            for line in spread.lines:
                paint_row_label(painter, QRectF(0, line.top + view.origin.y(), LEFT, LANE), line.row.label)
            if tint is not None:
                rect = QRectF(0, top, _TINT_EDGE, spread.bottom - spread.top)
                painter.fillRect(rect, colour("grey.line" if tint.tone == "grey" else f"{tint.tone}.mark"))
            bottom = spread.bottom + view.origin.y() - 1
            painter.fillRect(QRectF(0, bottom, LEFT, 1), colour("strong_line"))
        painter.restore()
        painter.fillRect(QRectF(LEFT - 1, 0, 1, view.size.height()), colour("line"))

    def _heads(self, painter: QPainter, view: NightView) -> None:
        painter.save()
        painter.fillRect(QRectF(0, 0, view.size.width(), HEAD), colour("panel"))
        painter.setClipRect(QRectF(LEFT, 0, view.grid.width(), HEAD))
        scale = self.layout.scale
        for number, head in enumerate(self.heads):
            rect = QRectF(LEFT + scale.left(number) - view.x, 0, scale.night_width, HEAD)
            if rect.right() > LEFT and rect.left() < view.size.width():
                paint_head(painter, rect, head)
                painter.fillRect(QRectF(rect.right(), 0, 1, HEAD), colour("grid"))
        painter.restore()
        paint_corner(painter, QRectF(0, 0, LEFT, HEAD), self.corner)
        painter.fillRect(QRectF(0, HEAD - 1, view.size.width(), 1), colour("strong_line"))
        painter.fillRect(QRectF(LEFT - 1, 0, 1, HEAD), colour("line"))
