"""What all boards do by mouse and keys: one goes from item to item and marks them; a hand is asked before all else."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable
from typing import ClassVar

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.hand import ARROWS, Hand
from planner.ui.boards.picture import L, Picture, V
from planner.ui.boards.surface import BoardSurface


class ChosenSurface(BoardSurface[V, L]):
    """A board one chooses from. Each says what a press does, and what the mouse shows over a place.

    Arrow keys, Home and End go from item to item; Enter opens, Delete asks to take away.
    """

    #: The key of the item the user has gone to, or None.
    picked = Signal(object)
    #: Enter or a double click on an item: its key.
    opened = Signal(object)
    #: Delete: the keys marked, in their order.
    removeAsked = Signal(object)
    #: The menu of what can be done with the item chosen: where on the screen.
    menuAsked = Signal(object)

    #: What held with a press, or with an arrow key, marks several: Ctrl one more, Shift all up to there.
    MARKING: ClassVar[Qt.KeyboardModifier] = Qt.KeyboardModifier.NoModifier

    def __init__(self, name: str, picture: Picture[V, L]) -> None:
        super().__init__(name, picture)
        #: Takes part in mouse and keys before the board does: what moves things.
        self.hand: Hand | None = None
        #: Whether something was pressed that is told only when it is let go: what shows it beside the board makes the
        #: board narrower, under an item about to be carried.
        self._untold = False

    # What is chosen

    def tell_chosen(self) -> None:
        """Tell what is chosen now, a screen reader too."""
        self.tell_current()
        self.picked.emit(self.selection.current)

    def _go(self, key: Hashable | None, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if key is None:
            return
        self._touch_marked()
        if held & self.MARKING & Qt.KeyboardModifier.ShiftModifier:
            self.selection.up_to(key, self.layout_.order)
        else:
            self.selection.only(key)
        self._touch_marked()
        self.scroll_to(key)
        self.tell_chosen()

    def _press_item(self, key: Hashable, held: Qt.KeyboardModifier) -> None:
        """Mark an item that is pressed; it is told when it is let go."""
        self._touch_marked()
        if held & self.MARKING & Qt.KeyboardModifier.ControlModifier:
            self.selection.turn(key)
        elif held & self.MARKING & Qt.KeyboardModifier.ShiftModifier:
            self.selection.up_to(key, self.layout_.order)
        elif key in self.selection.marked:
            # Several may be about to be moved; which one alone is meant shows when the button is let go.
            self.selection.go_to(key)
        else:
            self.selection.only(key)
        self._touch_marked()
        self._untold = True

    # Mouse

    @abstractmethod
    def _press(self, event: QMouseEvent) -> None:
        """Do what a press of the left button does, the hand asked on the way."""

    @abstractmethod
    def _cursor_at(self, pos: QPointF) -> Qt.CursorShape:
        """Give the shape of the mouse over a place: what a press there would do."""

    def _point_at(self, pos: QPointF) -> None:
        """Show what is under the mouse."""
        self.hover(self.told_at(pos))
        self.viewport().setCursor(self._cursor_at(pos))

    def _let_go(self, event: QMouseEvent, *, untold: bool) -> None:
        """Do what letting go of the left button does; `untold` if an item was pressed.

        Of several that are marked, the one on which the mouse is let go is meant alone: nothing has been carried.
        """
        key = self.told_at(event.position())
        if untold and not event.modifiers() and key in self.selection.marked and len(self.selection.marked) > 1:
            self._touch_marked()
            self.selection.only(key)
            self._touch_marked()
        if untold:
            self.tell_chosen()

    def _open_at(self, pos: QPointF) -> None:
        """Do what a double click does where there is no item: on most boards nothing."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event)
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is None or not self.hand.move(event):
            self._point_at(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        untold, self._untold = self._untold, False
        if self.hand is None or not self.hand.release(event):
            self._let_go(event, untold=untold)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.told_at(event.position())
        if key is None:
            self._open_at(event.position())
        else:
            self.opened.emit(key)

    def _ask_menu(self, at: QPoint) -> None:
        """Ask for the menu at a place of the screen, of the item there or else of the one chosen."""
        self._go(self.told_at(self.viewport().mapFromGlobal(at)))
        if self.selection.current is not None:
            self.menuAsked.emit(at)

    # Keys

    def _do_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; says whether it asked for anything."""
        key, held, chosen = event.key(), event.modifiers(), self.selection.current
        order = self.layout_.order
        going = Qt.KeyboardModifier.KeypadModifier | (self.MARKING & Qt.KeyboardModifier.ShiftModifier)
        if key in ARROWS and not held & ~going:
            self._go(self.layout_.step(chosen, *ARROWS[Qt.Key(key)]), held)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self._go(order[0 if key == Qt.Key.Key_Home else -1], held)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.emit(chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selection.marked:
            self.removeAsked.emit(tuple(one for one in order if one in self.selection.marked))
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand is not None and self.hand.key(event):
            event.accept()
        elif not self._do_key(event):
            super().keyPressEvent(event)
