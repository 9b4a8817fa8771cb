"""The time board: days or people as columns with cards on them, to choose, mark and open by mouse and keys."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

from planner.ui.boards.time.places import Moment
from planner.ui.boards.time.rulers import HEAD, LEFT
from planner.ui.boards.time.surface import Surface, Tag

__all__ = ["Moment", "Tag", "TimeBoard"]

_MORE: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TimeBoard(Surface):
    """Days or people as columns with cards on them.

    Arrow keys go from card to card, with Shift they mark; Ctrl+A marks all, Enter opens, Delete asks to remove (it
    tells the keys marked, in order of time); + − 0 or Ctrl with the wheel zoom. A press that no hand takes begins a
    rubber band where there is no card.
    """

    MARKING = _MORE

    #: A double click where there is no card: a `Moment`.
    emptyOpened = Signal(object)
    #: A click on the head of a column, or on its badge (True): a `Column`.
    headPicked = Signal(object, bool)

    # What is chosen

    def mark(self, keys: Iterable[Hashable]) -> None:
        """Mark several cards without telling anybody."""
        self._touch_marked()
        self.selection.all_of(key for key in self.told_keys if key in set(keys))
        self._touch_marked()

    @override
    def tell_chosen(self) -> None:
        self.marked.emit(self.selection.marked)
        super().tell_chosen()

    # What a screen reader finds

    @override
    def told_words(self, key: Hashable) -> str:
        return self.all_of(key)

    @override
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        return self.rects_of(key)

    @override
    def told_at(self, spot: QPointF | QPoint) -> Hashable | None:
        hit = self.card_at(spot)
        return None if hit is None else hit.key

    # Mouse

    @override
    def _press(self, event: QMouseEvent) -> None:
        pos = event.position()
        key = self.told_at(pos)
        if key is not None:
            self._press_item(key, event.modifiers())
        elif self._press_head(pos):
            return
        if self.hand is not None and self.hand.press(event):
            return
        if key is None and self.in_grid(pos):
            self._band = (pos, pos)

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
    def _point_at(self, pos: QPointF) -> None:
        if self._band is None:
            super()._point_at(pos)
            return
        self._band = (self._band[0], pos)
        self.viewport().update()

    @override
    def _cursor_at(self, pos: QPointF) -> Qt.CursorShape:
        hit = self.card_at(pos)
        if hit is not None and hit.edge and self.hand is not None:
            return Qt.CursorShape.SizeVerCursor
        over = hit is not None or self._picture.more_spot.contains(pos) or (pos.y() < HEAD and pos.x() > LEFT)
        return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor

    @override
    def _let_go(self, event: QMouseEvent, *, untold: bool) -> None:
        if self._band is not None:
            self._let_go_of_band(event.modifiers())
        else:
            super()._let_go(event, untold=untold)

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
    def _open_at(self, pos: QPointF) -> None:
        moment = self.wall_at(pos, 15) if self.in_grid(pos) else None
        if moment is not None:
            self.emptyOpened.emit(moment)

    # Keys

    @override
    def _do_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_A or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super()._do_key(event)
        self.selection.all_of(self.layout_.order)
        self.viewport().update()
        self.tell_chosen()
        return True
