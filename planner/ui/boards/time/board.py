"""The time board: days or people as columns with cards on them, to choose, mark and open by mouse and keys."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.hand import ARROWS
from planner.ui.boards.time.faces import Card
from planner.ui.boards.time.places import Moment
from planner.ui.boards.time.rulers import HEAD, LEFT, Cities, Head
from planner.ui.boards.time.scale import Column
from planner.ui.boards.time.surface import Surface, Tag

__all__ = ["Moment", "Tag", "TimeBoard"]

_MORE: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TimeBoard(Surface):
    """Days or people as columns with cards on them.

    Arrow keys go from card to card, with Shift they mark; Ctrl+A marks all, Enter opens, Delete asks to remove (it
    tells the keys marked, in order of time); + − 0 or Ctrl with the wheel zoom. A press that no hand takes begins a
    rubber band where there is no card.
    """

    #: The keys marked now, a frozenset.
    marked = Signal(object)
    #: A double click where there is no card: a `Moment`.
    emptyOpened = Signal(object)
    #: A click on the head of a column, or on its badge (True): a `Column`.
    headPicked = Signal(object, bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        #: Whether something was pressed that is told when it is let go: what opens beside the board moves it.
        self._untold = False

    # What is chosen

    @override
    def show_cards(
        self,
        columns: Sequence[Column],
        heads: Sequence[Head],
        cards: Iterable[Card],
        cities: Cities,
        zones: tuple[str, str],
    ) -> None:
        super().show_cards(columns, heads, cards, cities, zones)
        if self.selection.keep(self.layout_.by_key):
            self.marked.emit(self.selection.marked)

    def mark(self, keys: Iterable[Hashable]) -> None:
        """Mark several cards without telling anybody."""
        self._touch_marked()
        self.selection.all_of(key for key in self.told_keys if key in set(keys))
        self._touch_marked()

    def _go(self, key: Hashable | None, held: Qt.KeyboardModifier) -> None:
        if key is None:
            return
        self._touch_marked()
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.selection.up_to(key, self.told_keys)
        else:
            self.selection.only(key)
        self._touch_marked()
        self.scroll_to(key)
        self.tell_chosen()

    def tell_chosen(self) -> None:
        """Tell what is chosen now, a screen reader too."""
        self.tell_current()
        self.marked.emit(self.selection.marked)
        self.picked.emit(self.selection.current)

    # What a screen reader finds

    @property
    @override
    def told_keys(self) -> Sequence[Hashable]:
        return [key for key, *_ in self.layout_.order]

    @override
    def told_words(self, key: Hashable) -> str:
        return self.all_of(key)

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        return self.rects_of(key)

    @override
    def told_at(self, spot: QPoint) -> Hashable | None:
        hit = self.card_at(spot)
        return None if hit is None else hit.key

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        pos, held = event.position(), event.modifiers()
        hit = self.card_at(pos)
        if hit is not None:
            self._press(hit.key, held)
        elif self._press_head(pos):
            return
        if self.hand is not None and self.hand.press(event):
            return
        if hit is None and self.in_grid(pos):
            self._band = (pos, pos)

    def _press(self, key: Hashable, held: Qt.KeyboardModifier) -> None:
        self._touch_marked()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.selection.turn(key)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.selection.up_to(key, self.told_keys)
        elif key in self.selection.marked:
            # Several may be about to be moved; which one alone is meant shows when the button is let go.
            self.selection.go_to(key)
        else:
            self.selection.only(key)
        self._touch_marked()
        self._untold = True

    def _press_head(self, pos: QPointF) -> bool:
        if self._picture.more_spot.contains(pos):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
            return True
        number = self.scale.column_at(pos.x() - self.view.strip_origin.x())
        if pos.y() < HEAD and number is not None and LEFT <= pos.x() < self.view.grid.right():
            badge = self._picture.badge_spots.get(number)
            self.headPicked.emit(self._columns[number], badge is not None and badge.contains(pos))
            return True
        return False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.hand is not None and self.hand.move(event):
            return
        pos = event.position()
        if self._band is not None:
            self._band = (self._band[0], pos)
            self.viewport().update()
            return
        hit = self.card_at(pos)
        self.hover(None if hit is None else hit.key)
        over = hit is not None or self._picture.more_spot.contains(pos) or (pos.y() < HEAD and pos.x() > LEFT)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if hit is not None and hit.edge and self.hand is not None:
            shape = Qt.CursorShape.SizeVerCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        untold, self._untold = self._untold, False
        if self.hand is not None and self.hand.release(event):
            return
        if self._band is not None:
            self._let_go_of_band(event.modifiers())
            return
        held = event.modifiers()
        hit = self.card_at(event.position())
        several = len(self.selection.marked) > 1
        if hit is not None and several and not held and hit.key in self.selection.marked:
            self._touch_marked()
            self.selection.only(hit.key)
        if untold:
            self.tell_chosen()

    def forget_band(self) -> None:
        """Let no frame be drawn: what was pressed is taken into the hand."""
        self._band = None

    def _let_go_of_band(self, held: Qt.KeyboardModifier) -> None:
        assert self._band is not None
        # One drawn straight down or across has no area, and would touch nothing.
        area = QRectF(*self._band).normalized().adjusted(-0.5, -0.5, 0.5, 0.5)
        self._band = None
        self.viewport().update()
        touched = [piece.key for piece, _ in self.layout_.in_grid(area.translated(-self.view.origin))]
        kept = self.selection.marked if held & _MORE else ()
        self.selection.all_of(dict.fromkeys([*kept, *touched]))
        self.tell_chosen()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.card_at(event.position())
        if hit is not None:
            self.opened.emit(hit.key)
        elif self.in_grid(event.position()):
            moment = self.wall_at(event.position(), 15)
            if moment is not None:
                self.emptyOpened.emit(moment)

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand is not None and self.hand.key(event):
            return
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        order = self.layout_.order
        if key in ARROWS and not control and not held & Qt.KeyboardModifier.AltModifier:
            self._go(self.layout_.step(self.selection.current, *ARROWS[Qt.Key(key)]), held)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self._go(order[0 if key == Qt.Key.Key_Home else -1][0], held)
        elif key == Qt.Key.Key_A and control:
            self.selection.all_of(one for one, *_ in order)
            self.viewport().update()
            self.tell_chosen()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selection.current is not None:
            self.opened.emit(self.selection.current)
        elif key == Qt.Key.Key_Delete and self.selection.marked:
            self.removeAsked.emit(tuple(one for one, *_ in order if one in self.selection.marked))
        elif not self._zooms_by_key(event):
            super().keyPressEvent(event)
