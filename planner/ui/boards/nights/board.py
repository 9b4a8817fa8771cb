"""The night board: bars in rows to choose, mark and open by mouse and keys; a hand moves them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.hand import ARROWS
from planner.ui.boards.nights.blocks import Scene
from planner.ui.boards.nights.painting import LEFT
from planner.ui.boards.nights.surface import NightSurface


class NightBoard(NightSurface):
    """Homes with beds, and who sleeps in them on which nights.

    Arrow keys go from bar to bar; Enter opens, Delete asks to take away (it tells the keys marked, in their order);
    + − 0 or Ctrl with the wheel zoom.
    """

    #: The name of a block was clicked, or a place in it without a bar: its key.
    blockPicked = Signal(object)
    #: A double click on the name of a block, or of one of its rows: its key.
    blockOpened = Signal(object)
    #: The menu of what can be done with the bar chosen: where on the screen.
    menuAsked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pressed: Hashable | None = None

    # What is chosen

    @override
    def show_scene(self, scene: Scene) -> None:
        super().show_scene(scene)
        self.selection.keep(self.layout_.keys)

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
        bar = self.layout_.bar(key)
        return "" if bar is None else bar.words

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        rect = self.rect_of(key)
        return () if rect is None else (rect,)

    @override
    def told_at(self, spot: QPoint) -> Hashable | None:
        hit = self.bar_at(spot)
        return None if hit is None else hit.key

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        hit = self.bar_at(event.position())
        if hit is not None:
            self._touch_marked()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.selection.turn(hit.key)
            elif hit.key not in self.selection.marked or len(self.selection.marked) == 1:
                self.selection.only(hit.key)
            self._touch_marked()
        self._pressed = None if hit is None else hit.key
        if self.hand is not None and self.hand.press(event):
            return
        spot = self.spot_at(event.position())
        if hit is None and spot is not None:
            self.choose(None)
            self.blockPicked.emit(spot.spread.block.key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None and self.hand.move(event):
            return
        hit = self.bar_at(event.position())
        self.hover(None if hit is None else hit.key)
        over = self.spot_at(event.position())
        shape = Qt.CursorShape.ArrowCursor
        if hit is not None:
            resizes = hit.edge and hit.bar.movable
            shape = Qt.CursorShape.SizeHorCursor if resizes else Qt.CursorShape.PointingHandCursor
        elif over is not None and event.position().x() < LEFT:
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
            # Only now: what shows it beside the board makes the board narrower, under a bar about to be carried.
            self.picked.emit(self.selection.current)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.bar_at(event.position())
        spot = self.spot_at(event.position())
        if hit is not None:
            self.opened.emit(hit.key)
        elif spot is not None and event.position().x() < LEFT:
            self.blockOpened.emit(spot.spread.block.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pos = self.viewport().mapFromGlobal(event.globalPos())
        hit = self.bar_at(pos)
        if hit is not None:
            self._go(hit.key)
        if self.selection.current is not None:
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
            self._go(self.layout_.step(self.selection.current, *ARROWS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self._go(order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection.current is not None:
            self.opened.emit(self.selection.current)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selection.marked:
            self.removeAsked.emit(tuple(one for one in order if one in self.selection.marked))
        elif not self._zooms_by_key(event):
            super().keyPressEvent(event)
