"""The people board as a picture of what does not move: drawn once, so that carrying costs only what is carried."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from planner.ui.boards.people.blocks import Block
from planner.ui.boards.people.layout import COVER, HEAD, Layout
from planner.ui.boards.people.painting import (
    FEW,
    LEFT,
    note_rect,
    paint_axis,
    paint_bad,
    paint_block,
    paint_closed,
    paint_cover,
    paint_heading,
    paint_lead,
    paint_lines,
    paint_note,
    paint_over_bad,
)
from planner.ui.boards.people.rowheads import paint_row_head
from planner.ui.boards.picture import Picture, View
from planner.ui.boards.tint import Tint
from planner.ui.theme import colour
from planner.ui.theme.painters import outline_round


@dataclass(frozen=True, slots=True)
class PeopleView(View):
    """What part of the board is in sight: hours are right of the names. Of what is under them only rows scroll down."""

    LEFT = LEFT
    HEAD = HEAD

    def rows(self, layout: Layout) -> QRectF:
        """Where the rows are in the widget, over its whole width."""
        top = HEAD + layout.top
        return QRectF(0, top, self.size.width(), max(0.0, self.size.height() - top))

    @property
    def top_origin(self) -> QPointF:
        """Where the corner of what stays over the rows lies in the widget."""
        return self.grid.topLeft() - QPointF(self.x, 0)


@dataclass(slots=True)
class PeoplePicture(Picture[PeopleView, Layout]):
    """What is drawn: the scene with its places, what each row is to what is carried, and what that is."""

    tints: Mapping[Hashable, Tint] = field(default_factory=dict)
    chosen_row: Hashable | None = None

    @override
    def view(self, size: QSizeF, x: float, y: float) -> PeopleView:
        return PeopleView(size, x, y)

    @override
    def paint(self, painter: QPainter, view: PeopleView) -> None:
        self._rows(painter, view)
        self._top(painter, view)

    def _rows(self, painter: QPainter, view: PeopleView) -> None:
        layout, band = self.layout, view.rows(self.layout)
        scene, axis = layout.scene, layout.scene.axis
        painter.save()
        painter.setClipRect(band)
        for number, row in enumerate(scene.rows):
            rect = layout.row_rect(number).translated(0, view.origin.y())
            if not rect.intersects(band):
                continue
            tint = self.tints.get(row.key)
            if tint is not None:
                painter.fillRect(QRectF(0, rect.top(), view.size.width(), rect.height()), colour(f"{tint.tone}.fill"))
            painter.save()
            painter.setClipRect(view.grid, Qt.ClipOperation.IntersectClip)
            painter.translate(view.origin)
            own = layout.row_rect(number)
            for closed in row.closed:
                left, right = layout.scale.span(closed.start, closed.end)
                if right > left:
                    paint_closed(painter, QRectF(left, own.top(), right - left, own.height() - 1), closed)
            paint_lines(painter, axis, layout.scale, own.top(), own.bottom())
            for block in sorted(row.blocks, key=lambda one: not one.pale):
                self._block(painter, block)
            painter.restore()
            head = QRectF(0, rect.top(), LEFT, rect.height() - 1)
            paint_row_head(painter, head, row, tint, chosen=row.key == self.chosen_row)
            painter.fillRect(QRectF(0, rect.bottom() - 1, view.size.width(), 1), colour("strong_line"))
        painter.restore()

    def _block(self, painter: QPainter, block: Block) -> None:
        rect = self.layout.rect_of(block.key)
        if rect is None:
            return
        if block.lead is not None:
            left = self.layout.scale.x(max(block.lead, self.layout.scale.first))
            if rect.left() - left > 4:
                paint_lead(painter, QRectF(left, rect.top(), rect.left() - left - 2, rect.height()), block.lead_words)
        room = self._room_of(block, rect)
        paint_block(painter, rect, block, lifted=block.key in self.lifted, room=room)
        for start, end in block.bad:
            left, right = self.layout.scale.span(start, end)
            if right > left:
                paint_bad(painter, QRectF(left, rect.top(), right - left, rect.height()))
        if room is None:
            paint_over_bad(painter, rect, block)
        if block.bad:
            outline_round(painter, rect, "wrong.mark", width=1.5, radius=4)
        if block.note is not None and rect.height() > 30:
            spot = note_rect(rect, block.note.words, self.layout.scale.width)
            paint_note(painter, spot, block.note.words, block.note.tone)

    def _room_of(self, block: Block, rect: QRectF) -> QRectF | None:
        """Give where the words of a block have room beside what is hatched; None if they have none there."""
        left, right = rect.left(), rect.right()
        for bad in block.bad:
            first, last = self.layout.scale.span(*bad)
            if first <= left:
                left = max(left, last)
            else:
                right = min(right, first)
        return QRectF(left, rect.top(), right - left, rect.height()) if right - left > FEW or not block.bad else None

    def _top(self, painter: QPainter, view: PeopleView) -> None:
        layout = self.layout
        scene, axis = layout.scene, layout.scene.axis
        whole = QRectF(0, 0, view.size.width(), HEAD + layout.top)
        painter.fillRect(whole, colour("ground"))
        painter.fillRect(QRectF(0, 0, whole.width(), HEAD), colour("panel"))
        paint_axis(painter, axis, layout.scale, view.x, view.size.width())
        paint_heading(painter, QRectF(0, 5, LEFT, HEAD), scene.corner)
        painter.fillRect(QRectF(0, HEAD - 1, whole.width(), 1), colour("strong_line"))
        if layout.top:
            painter.save()
            painter.setClipRect(view.grid.intersected(whole))
            painter.translate(view.top_origin)
            paint_lines(painter, axis, layout.scale, 0, layout.top)
            for block in scene.needs:
                self._block(painter, block)
            middle = layout.cover_top + COVER / 2
            if scene.needs:
                painter.fillRect(QRectF(0, middle, layout.scale.width, 1), colour("strong_line"))
            for cover in scene.cover:
                left, right = layout.scale.span(cover.start, cover.end)
                paint_cover(painter, QRectF(left + 0.5, layout.cover_top, max(right - left - 1, 3), COVER), cover)
            painter.restore()
            paint_heading(painter, QRectF(0, HEAD + 8, LEFT, 40), scene.needed)
            if scene.needs:
                top = HEAD + layout.cover_top + 4
                paint_heading(painter, QRectF(0, top, LEFT, COVER), scene.covered, beside=True)
            painter.fillRect(QRectF(0, whole.bottom() - 1, whole.width(), 1), colour("strong_line"))
        painter.fillRect(QRectF(LEFT - 1, 0, 1, view.size.height()), colour("line"))
