"""The night board: bars in rows to choose, mark and open by mouse and keys; a hand moves them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.nights.painting import LEFT
from planner.ui.boards.nights.surface import NightSurface


class NightBoard(NightSurface):
    """Homes with beds, and who sleeps in them on which nights.

    Arrow keys go from bar to bar; Enter opens, Delete asks to take away (it tells the keys marked, in their order);
    + − 0 or Ctrl with the wheel zoom.
    """

    MARKING = Qt.KeyboardModifier.ControlModifier

    #: The name of a block was clicked, or a place in it without a bar: its key.
    blockPicked = Signal(object)
    #: A double click on the name of a block, or of one of its rows: its key.
    blockOpened = Signal(object)

    # What a screen reader finds

    @override
    def told_words(self, key: Hashable) -> str:
        bar = self.layout_.bar(key)
        return "" if bar is None else bar.words

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        rect = self.rect_of(key)
        return () if rect is None else (rect,)

    @override
    def told_at(self, spot: QPointF | QPoint) -> Hashable | None:
        hit = self.bar_at(spot)
        return None if hit is None else hit.key

    # Mouse

    @override
    def _press(self, event: QMouseEvent) -> None:
        key, spot = self.told_at(event.position()), self.spot_at(event.position())
        if key is not None:
            self._press_item(key, event.modifiers())
        if self.hand is not None and self.hand.press(event):
            return
        if key is None and spot is not None:
            self.choose(None)
            self.blockPicked.emit(spot.spread.block.key)

    @override
    def _cursor_at(self, pos: QPointF) -> Qt.CursorShape:
        hit = self.bar_at(pos)
        if hit is not None and hit.edge and hit.bar.movable:
            return Qt.CursorShape.SizeHorCursor
        named = self.spot_at(pos) is not None and pos.x() < LEFT
        return Qt.CursorShape.PointingHandCursor if hit is not None or named else Qt.CursorShape.ArrowCursor

    @override
    def _open_at(self, pos: QPointF) -> None:
        spot = self.spot_at(pos)
        if spot is not None and pos.x() < LEFT:
            self.blockOpened.emit(spot.spread.block.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_menu(event.globalPos())
