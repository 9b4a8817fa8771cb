"""The people board: blocks in rows to choose and open by mouse and keys; a hand carries them from row to row."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.people.painting import LEFT
from planner.ui.boards.people.surface import PeopleSurface


class PeopleBoard(PeopleSurface):
    """What is needed, and who does it when. Arrow keys go from block to block; Enter opens, Delete asks to take off."""

    #: The name of a row was clicked: its key.
    rowPicked = Signal(object)

    # What a screen reader finds

    @override
    def told_words(self, key: Hashable) -> str:
        block = self.layout_.block(key)
        return "" if block is None else block.words

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        rect = self.rect_of(key)
        return () if rect is None else (rect,)

    @override
    def told_at(self, spot: QPointF | QPoint) -> Hashable | None:
        hit = self.block_at(spot)
        return None if hit is None else hit.block.key

    # Mouse

    @override
    def _press(self, event: QMouseEvent) -> None:
        key, number = self.told_at(event.position()), self.row_at(event.position())
        if self.hand is not None and self.hand.press(event):
            return
        if key is not None:
            self._press_item(key, event.modifiers())
            return
        self.choose(None)
        if number is not None and event.position().x() < LEFT:
            self.rowPicked.emit(self.scene.rows[number].key)

    @override
    def _cursor_at(self, pos: QPointF) -> Qt.CursorShape:
        hit = self.block_at(pos)
        if hit is not None and hit.edge and hit.block.movable and self.hand is not None:
            return Qt.CursorShape.SizeHorCursor
        named = self.row_at(pos) is not None and pos.x() < LEFT
        return Qt.CursorShape.PointingHandCursor if hit is not None or named else Qt.CursorShape.ArrowCursor

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(event.globalPos())
