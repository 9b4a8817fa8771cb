"""Carrying a guest over the night board by mouse or keys: aimed, put down, stretched at its ends, split."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from planner.commands.stays import Lodging
from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import Hit, Line, Spread
from planner.ui.boards.nights.surface import Target
from planner.ui.pages.homestays.aim import Aim, Held, held_from, shifted
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.spells import Spell
from planner.ui.pages.homestays.targets import Knife, Stretch, knife_rect, stretch_target, target_of
from planner.ui.pages.homestays.tinting import Tinting

_DAY: Final = dt.timedelta(days=1)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TICK_MS: Final = 40


class Carrying(QObject):
    """The hand of the board. What is to be done with what was put down it hands on by its signals."""

    #: A guest is carried (`Held`), a stay is stretched or split, or nothing is any more (None).
    heldChanged = Signal(object)
    #: Another place is aimed at: an `Aim` with the block, or None.
    aimChanged = Signal(object)
    #: Put down: `Held`, `Aim`, and the key of the block.
    dropped = Signal(object, object, object)
    #: Put down where it cannot be: the same three.
    refused = Signal(object, object, object)
    #: Put back into the tray: `Held`.
    takenBack = Signal(object)
    #: An end was drawn: `Stretch`. A stay is to be split: `Knife`.
    stretched = Signal(object)
    split = Signal(object)
    #: A pinned stay was to be carried: its `Spell`.
    pinned = Signal(object)
    #: Where what is carried is now, on the screen; None when it is no longer by the mouse.
    moved = Signal(object)

    def __init__(self, board: NightBoard, find: Callable[[object], Spell | None]) -> None:
        super().__init__(board)
        self._board = board
        self._tinting = Tinting(board)
        #: Gives the spell of a bar by its key.
        self._find = find
        self.judging: Judging | None = None
        #: Whether anything may be changed.
        self.may_change = True
        self.held: Held | None = None
        self.aim: Aim | None = None
        self.stretch: Stretch | None = None
        self.knife: Knife | None = None
        self._pressed: tuple[Hit, QPointF] | None = None
        self._from: Held | None = None
        self._grabbed = 0
        self._spread: Spread | None = None
        self._line: Line | None = None
        self._column = 0
        self._last_pos: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll_on)

    @property
    def is_busy(self) -> bool:
        """Whether anything is carried, stretched or split."""
        return self.held is not None or self.stretch is not None or self.knife is not None

    @property
    def place(self) -> str:
        """What the home is called over which something is carried."""
        return "" if self._spread is None else self._spread.block.name

    # Taking up and putting back

    def take_up(self, held: Held, *, by_keys: bool) -> None:
        """Begin to carry a guest; by keys the best place is aimed at first."""
        if self.judging is None or not self.may_change or not held.nights:
            return
        self.put_back()
        self.held = self._from = held
        self._grabbed, self._column = 0, 0
        self._board.lift(() if held.spell is None else (held.spell.key,))
        self._tinting.begin(held, self.judging)
        self.heldChanged.emit(held)
        if by_keys:
            self._begin_by_keys(held)

    def _begin_by_keys(self, held: Held) -> None:
        number = self._board.scale.number_of(held.nights[0])
        self._column = self._grabbed = number or 0
        line = self._board.layout_.line_of(held.key)
        spreads = self._board.layout_.spreads
        if line is not None:
            self._go_to(spreads[line.block], line)
            return
        possible = next((one for one in spreads if self._tinting.of(one.block).tone != "grey"), None)
        if spreads:
            self._go_to(possible or spreads[0], None)

    def take_up_spell(self, spell: Spell) -> None:
        """Begin to carry a stay by keys; a pinned one stays."""
        if spell.locked:
            self.pinned.emit(spell)
        else:
            self.take_up(held_from(spell), by_keys=True)

    def put_back(self) -> None:
        """Let go of everything without having done anything."""
        was_busy = self.is_busy
        self._timer.stop()
        self.held = self.aim = self.stretch = self.knife = self._from = self._pressed = None
        self._spread = self._line = self._last_pos = None
        self._board.lift(())
        self._tinting.end()
        self._board.aim(None)
        self._board.show_knife(None)
        if was_busy:
            self.moved.emit(None)
            self.aimChanged.emit(None)
            self.heldChanged.emit(None)

    # Aiming

    def carry_to(self, at: QPoint) -> None:
        """Carry to a place on the screen."""
        self._last_pos = at
        self.moved.emit(at)
        self._aim_at(QPointF(self._board.viewport().mapFromGlobal(at)))
        if not self._timer.isActive():
            self._timer.start()

    def _aim_at(self, pos: QPointF) -> None:
        spot = self._board.spot_at(pos)
        if spot is None:
            self._spread = None
            self._set_aim(None)
            return
        if (spot.spread, spot.line, spot.column) != (self._spread, self._line, self._column) or self.aim is None:
            self._spread, self._line, self._column = spot.spread, spot.line, spot.column
            self._work_out()

    def _go_to(self, spread: Spread, line: Line | None) -> None:
        self._spread, self._line = spread, line
        self._board.scroll_to(spread.block.key)
        self._work_out()

    def _work_out(self) -> None:
        """Work out what a drop would do at the place aimed at."""
        if self.judging is None or self._from is None or self._spread is None:
            return
        beds = self.judging.beds_of(self._spread.block)
        if self._line is not None:
            beds = [self._line.row.key] if isinstance(self._line.row.key, Lodging) else []
        if not beds:
            self._set_aim(None)
            return
        self.held = shifted(self._from, self._column - self._grabbed, self.judging.plan)
        self._set_aim(self.judging.aim(self.held, beds, self._board.scale.nights[self._column]))

    def _set_aim(self, aim: Aim | None) -> None:
        if aim == self.aim:
            return
        self.aim = aim
        self._board.aim(self._target(aim))
        self.aimChanged.emit(aim)

    def _target(self, aim: Aim | None) -> Target | None:
        if aim is None or self._spread is None:
            return None
        return target_of(self._board, self._spread, aim, self.held)

    def _scroll_on(self) -> None:
        """Scroll on while the mouse rests at an edge."""
        if self._last_pos is None or self.held is None:
            return
        pos = QPointF(self._board.viewport().mapFromGlobal(self._last_pos))
        if self._board.rect().contains(pos.toPoint()) and self._board.scroll_near_edge(pos):
            self._aim_at(pos)

    # Putting down

    def put_down(self) -> None:
        """Do what is aimed at; where nothing is, put back."""
        held, aim, spread = self.held, self.aim, self._spread
        if held is None or aim is None or spread is None:
            self.put_back()
            return
        key = spread.block.key
        self.put_back()
        (self.refused if aim.refusal else self.dropped).emit(held, aim, key)

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
