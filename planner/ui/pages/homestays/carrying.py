"""Carrying a guest over the night board by mouse or keys; drawing a stay at its ends, and splitting it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import Hit
from planner.ui.pages.homestays.aim import held_from
from planner.ui.pages.homestays.carried import Carried
from planner.ui.pages.homestays.spells import Spell
from planner.ui.pages.homestays.targets import Knife, Stretch, knife_rect, stretch_target

_DAY: Final = dt.timedelta(days=1)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Carrying(Carried):
    """The hand of the board. What is to be done with what was put down it hands on by its signals."""

    #: Put back into the tray: `Held`.
    takenBack = Signal(object)
    #: An end was drawn: `Stretch`. A stay is to be split: `Knife`.
    stretched = Signal(object)
    split = Signal(object)

    def __init__(self, board: NightBoard, find: Callable[[object], Spell | None]) -> None:
        super().__init__(board, find)
        self.stretch: Stretch | None = None
        self.knife: Knife | None = None
        self._pressed: tuple[Hit, QPointF] | None = None

    @property
    @override
    def is_busy(self) -> bool:
        """Whether anything is carried, stretched or split."""
        return super().is_busy or self.stretch is not None or self.knife is not None

    @override
    def _let_go(self) -> None:
        super()._let_go()
        self.stretch = self.knife = self._pressed = None
        self._board.show_knife(None)

    # Mouse

    def press(self, event: QMouseEvent) -> bool:
        """A press on a bar may begin to carry it, or to draw one of its ends."""
        if self.held is not None:
            # Carried by keys, and now a click says where.
            self._aim_at(event.position())
            self.put_down()
            return True
        hit = self._board.bar_at(event.position())
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if hit is not None and plain and self.may_change:
            self._pressed = (hit, event.position())
        return False

    def move(self, event: QMouseEvent) -> bool:
        """With a bar pressed it is carried, or an end of it drawn."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return self.held is not None
        if self.held is not None:
            self.carry_to(event.globalPosition().toPoint())
            return True
        if self.stretch is not None:
            self._draw(event.position())
            return True
        if self._pressed is None:
            return False
        hit, begun = self._pressed
        if (event.position() - begun).manhattanLength() < QApplication.startDragDistance():
            return True
        spell = self._find(hit.key)
        if spell is None or not hit.bar.movable:
            self._pressed = None
            if spell is not None:
                self.pinned.emit(spell)
            return True
        if hit.edge:
            self.stretch = Stretch(spell, hit.edge, spell.first, spell.last)
            self.heldChanged.emit(self.stretch)
            self._draw(event.position())
        else:
            self.take_up(held_from(spell), by_keys=False)
            self._grabbed = self._board.scale.nearest(begun.x() - self._board.view.origin.x())
            self.carry_to(event.globalPosition().toPoint())
        return True

    def release(self, event: QMouseEvent) -> bool:
        """What is carried is put down."""
        self._pressed = None
        if self.stretch is not None:
            stretch = self.stretch
            self.put_back()
            if (stretch.first, stretch.last) != (stretch.spell.first, stretch.spell.last):
                self.stretched.emit(stretch)
            return True
        if self.held is None:
            return False
        self.let_go(event.globalPosition().toPoint())
        return True

    def let_go(self, at: QPoint) -> None:
        """Let go of what is carried at a place on the screen: over the tray it waits for a bed again."""
        held = self.held
        self._aim_at(QPointF(self._board.viewport().mapFromGlobal(at)))
        left_of_board = self._board.mapFromGlobal(at).x() < 0
        if held is not None and held.spell is not None and left_of_board:
            self.put_back()
            self.takenBack.emit(held)
            return
        self.put_down()

    def _draw(self, pos: QPointF) -> None:
        """Draw the end of a stay to a night, as far as its bed is free."""
        if self.stretch is not None and self.judging is not None:
            number = self._board.scale.edge_at(pos.x() - self._board.view.origin.x())
            drawn = self.stretch.drawn(number, self._board.scale.nights)
            self.stretch = drawn.within(self.judging.occupancy)
            self._board.aim(stretch_target(self._board, self.stretch))

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """The keys while something is carried or split; and those that begin it."""
        key = event.key()
        if self.is_busy and key == Qt.Key.Key_Escape:
            self.put_back()
            return True
        if self.knife is not None:
            return self._knife_key(Qt.Key(key))
        if self.held is not None:
            return self._held_key(Qt.Key(key))
        spell = self._find(self._board.chosen)
        if spell is None or not self.may_change:
            return False
        if key == Qt.Key.Key_Space:
            self.take_up_spell(spell)
            return True
        return False

    def _held_key(self, key: Qt.Key) -> bool:
        spreads = self._board.layout_.spreads
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and spreads:
            step = 1 if key == Qt.Key.Key_Down else -1
            here = spreads.index(self._spread) if self._spread in spreads else -1
            self._go_to(spreads[min(max(here + step, 0), len(spreads) - 1)], None)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._column = min(max(self._column + step, 0), len(self._board.scale.nights) - 1)
            self._work_out()
        elif key in _ENTER:
            self.put_down()
        return True

    def take_knife(self, spell: Spell, night: dt.date | None = None) -> None:
        """Begin to split a stay: at a night, or in its middle."""
        if spell.nights < 2 or spell.locked or not self.may_change:
            return
        self.put_back()
        self.knife = Knife(spell, spell.first).at(night or spell.first + _DAY * (spell.nights // 2))
        self._board.show_knife(knife_rect(self._board, self.knife))
        self.heldChanged.emit(self.knife)

    def _knife_key(self, key: Qt.Key) -> bool:
        knife = self.knife
        if knife is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.knife = knife.moved(1 if key == Qt.Key.Key_Right else -1)
            self._board.show_knife(knife_rect(self._board, self.knife))
        elif key in _ENTER or key == Qt.Key.Key_S:
            self.put_back()
            self.split.emit(knife)
        return True

    def cut_here(self) -> None:
        """Split where the knife is."""
        self._knife_key(Qt.Key.Key_S)
