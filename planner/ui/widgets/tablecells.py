"""How the cells of a table are painted: words, smaller words after them, marks, chips."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CARD_ICON, CHIP, SMALL_RADIUS, TABLE_ROW
from planner.ui.theme.painters import outline_round
from planner.ui.widgets.chips import chip_width, paint_chip
from planner.ui.widgets.table import CELL, ROW, Cell, Row, TableModel

_Index = QModelIndex | QPersistentModelIndex
PAD: Final = 8


def left_of(column: int) -> int:
    """The room left of a column's words; the first is in line with the page's title."""
    return 2 * PAD if column == 0 else PAD


class CellPainter(QStyledItemDelegate):
    """Words, smaller words, marks; the head of a group across the whole line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, TABLE_ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if isinstance(index.data(ROW), Row):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(rect, colour("chosen.fill"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("grid"))
            self._cell(painter, rect.adjusted(left_of(index.column()), 0, -PAD, -1), index, chosen)
        painter.restore()

    def _cell(self, painter: QPainter, room: QRect, index: _Index, chosen: bool) -> None:
        cell: Cell = index.data(CELL)
        model = index.model()
        right = isinstance(model, TableModel) and model.columns[index.column()].right
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if cell.chip and cell.text:
            wide = min(chip_width(cell.text, ""), room.width())
            chip = QRect(room.left(), room.center().y() - CHIP // 2 + 1, wide, CHIP)
            paint_chip(painter, chip, cell.text, cell.chip)
            if chosen and cell.chip == "chosen":
                # On a line of its own colour it would be lost.
                outline_round(painter, QRectF(chip), "chosen.line", radius=SMALL_RADIUS)
            return
        x = room.left()
        if cell.strip:
            _paint_strip(painter, room, cell.strip)
            return
        if cell.text:
            painter.setFont(font(bold=cell.bold or (chosen and index.column() == 0)))
            tone = cell.tone or ("chosen.text" if chosen and index.column() == 0 else "text")
            painter.setPen(colour(tone))
            marks_wide = len(cell.marks) * (CARD_ICON + 6)
            text_room = room.adjusted(0, 0, -marks_wide, 0)
            metrics = painter.fontMetrics()
            words = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, text_room.width())
            painter.drawText(text_room, Qt.AlignmentFlag.AlignVCenter | side, words)
            x += metrics.horizontalAdvance(words) + 8
        if cell.more:
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            left = room.right() - x - len(cell.marks) * (CARD_ICON + 6)
            more = QRect(x, room.top() + 1, left, room.height())
            if more.width() > 24:
                metrics = painter.fontMetrics()
                words = metrics.elidedText(cell.more, Qt.TextElideMode.ElideRight, more.width())
                painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, words)
                x += metrics.horizontalAdvance(words) + 8
        for mark in cell.marks:
            spot = QRect(x, room.center().y() - CARD_ICON // 2, CARD_ICON, CARD_ICON)
            if spot.right() <= room.right() + 4:
                paint_icon(painter, mark.icon, f"{mark.tone}.mark", spot)
            x += CARD_ICON + 6


def _paint_strip(painter: QPainter, room: QRect, strip: tuple[bool, ...]) -> None:
    """Small boxes side by side; the filled ones also stand lower, so that they differ in more than colour."""
    wide = max(3, min(8, room.width() // len(strip) - 2))
    for place, filled in enumerate(strip):
        box = QRect(room.left() + place * (wide + 2), room.center().y() - 6, wide, 13)
        if box.right() > room.right():
            return
        if filled:
            painter.fillRect(box, colour("check.mark"))
        else:
            painter.fillRect(box.adjusted(0, 9, 0, 0), colour("strong_line"))
