"""A guest who is carried over the night board: taken up, held over a place that says what it would be, put down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer, Signal

from planner.commands.stays import Lodging
from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import Line, Spread
from planner.ui.boards.nights.surface import Target
from planner.ui.pages.homestays.aim import Aim, Held, held_from, shifted
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.spells import Spell
from planner.ui.pages.homestays.targets import target_of
from planner.ui.pages.homestays.tinting import Tinting

_TICK_MS: Final = 40


class Carried(QObject):
    """Who is carried and where they would go. Whatever moves them, a hand or keys, stands in `carrying`."""

    #: A guest is carried (`Held`), a stay is stretched or split, or nothing is any more (None).
    heldChanged = Signal(object)
    #: Another place is aimed at: an `Aim` with the block, or None.
    aimChanged = Signal(object)
    #: Put down: `Held`, `Aim`, and the key of the block.
    dropped = Signal(object, object, object)
    #: Put down where it cannot be: the same three.
    refused = Signal(object, object, object)
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
        """Whether anything is under way."""
        return self.held is not None

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
        self._let_go()
        if was_busy:
            self.moved.emit(None)
            self.aimChanged.emit(None)
            self.heldChanged.emit(None)

    def _let_go(self) -> None:
        self._timer.stop()
        self.held = self.aim = self._from = None
        self._spread = self._line = self._last_pos = None
        self._board.lift(())
        self._tinting.end()
        self._board.aim(None)

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
