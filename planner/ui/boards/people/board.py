"""The people board: blocks in rows to choose and open by mouse and keys; a hand carries them from row to row."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.hand import ARROWS
from planner.ui.boards.people.painting import LEFT
from planner.ui.boards.people.surface import PeopleSurface


class PeopleBoard(PeopleSurface):
    """What is needed, and who does it when. Arrow keys go from block to block; Enter opens, Delete asks to take off."""

    #: The name of a row was clicked: its key.
    rowPicked = Signal(object)
    #: The menu of what can be done with the block chosen: where on the screen.
    menuAsked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pressed: Hashable | None = None

    def _go(self, key: Hashable | None) -> None:
        if key is not None:
            self.choose(key)
            self.picked.emit(key)

    # What a screen reader finds

    @property
    @override
    def told_keys(self) -> Sequence[Hashable]:
        return self.layout_.order

    @override
    def told_words(self, key: Hashable) -> str:
        block = self.layout_.block(key)
        return "" if block is None else block.words

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        rect = self.rect_of(key)
        return () if rect is None else (rect,)

    @override
    def told_at(self, spot: QPoint) -> Hashable | None:
        hit = self.block_at(spot)
        return None if hit is None else hit.block.key

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        hit = self.block_at(event.position())
        if self.hand is not None and self.hand.press(event):
            return
        self.choose(None if hit is None else hit.block.key, scroll=False)
        self._pressed = None if hit is None else hit.block.key
        number = self.row_at(event.position())
        if hit is None and number is not None and event.position().x() < LEFT:
            self.rowPicked.emit(self.scene.rows[number].key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None and self.hand.move(event):
            return
        hit = self.block_at(event.position())
        self.hover(None if hit is None else hit.block.key)
        shape = Qt.CursorShape.ArrowCursor
        if hit is not None:
            resizes = hit.edge and hit.block.movable and self.hand is not None
            shape = Qt.CursorShape.SizeHorCursor if resizes else Qt.CursorShape.PointingHandCursor
        elif self.row_at(event.position()) is not None and event.position().x() < LEFT:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        pressed, self._pressed = self._pressed, None
        if self.hand is not None and self.hand.release(event):
            return
        if pressed is not None:
            # Only now: what shows it beside the board makes the board narrower, under a block about to be carried.
            self.picked.emit(pressed)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.block_at(event.position())
        if hit is not None:
            self.opened.emit(hit.block.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self.block_at(self.viewport().mapFromGlobal(event.globalPos()))
        if hit is not None:
            self._go(hit.block.key)
        if self.chosen is not None:
            self.menuAsked.emit(event.globalPos())

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand is not None and self.hand.key(event):
            event.accept()
            return
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        order = self.layout_.order
        if key in ARROWS and plain:
            self._go(self.layout_.step(self.chosen, *ARROWS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self._go(order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.opened.emit(self.chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chosen is not None:
            self.removeAsked.emit(self.chosen)
        else:
            super().keyPressEvent(event)
