"""The hand on the time board: picks cards up, pulls their ends, draws new ones, and puts them down or back."""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QMenu

from planner.clock import WallTime
from planner.language import tr
from planner.ui.boards.time.asking import ask
from planner.ui.boards.time.board import TimeBoard
from planner.ui.boards.time.carry import Carry, Drop, drawn_from, paint_drawn
from planner.ui.boards.time.clashnote import ClashNote, Foreseen
from planner.ui.boards.time.held import Grip, Held, Target, hold, length_of
from planner.ui.boards.time.layout import Hit

_ALT: Final = Qt.KeyboardModifier.AltModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier
_MARKING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

#: Milliseconds: how long the hand rests at an edge before the board scrolls, and then from step to step.
_PATIENCE: Final = 350
_STEP: Final = 40
#: What would clash is looked at again after so many milliseconds at the least, and for a third of the time at most.
_PAUSE: Final = 30

#: Cards nearer to one another than so many pixels stand in lanes of one day.
_NEAR: Final = 12

_EDGES: Final = {"top": Grip.TOP, "bottom": Grip.BOTTOM}
_CURSORS: Final = {
    Grip.CARRY: Qt.CursorShape.ClosedHandCursor, Grip.DRAW: Qt.CursorShape.CrossCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor, Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
}  # fmt: skip


class Owner(Protocol):
    """Whose cards they are: what may be done to them, what would be wrong, and what is done."""

    def may_take(self, keys: Iterable[Hashable], grip: Grip, *, copies: bool) -> bool:
        """Say whether these may be taken or copied, or one be drawn; if not, the owner has said why."""

    def foresee(self, drop: Drop) -> Foreseen | None:
        """Say what would be if they were put down; None if there is nothing to say."""

    def put_down(self, drop: Drop) -> None:
        """Do it; of what is drawn, begin to ask what it is to be."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed while nothing is carried; True if it was for cards."""


class BoardHand:
    """Moves the cards of one board by mouse. Keys are the owner's, but Esc puts back what is carried."""

    def __init__(self, board: TimeBoard, owner: Owner) -> None:
        self._board, self._owner = board, owner
        self._pressed: tuple[QPointF, Hit | None] | None = None
        self._carry: Carry | None = None
        self._new: Target | None = None
        self.note = ClashNote(board.viewport())
        #: What is said of a card that is not carried: its key, and the words at the foot.
        self._told: tuple[Foreseen, Hashable, str] | None = None
        #: The question which time is meant, while it is asked.
        self.menu: QMenu | None = None
        self._scrolling = QTimer(board)
        self._scrolling.timeout.connect(self._scroll)
        self._looking = QTimer(board)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self.look)
        self._took = 0.0
        board.hand = self
        board.overlay = self._paint
        board.viewChanged.connect(self._tell_again)

    @property
    def carry(self) -> Carry | None:
        """What is in the hand."""
        return self._carry

    # Mouse and keys

    def press(self, event: QMouseEvent) -> bool:
        """Remember what was pressed: it is taken only when the mouse has gone a little way."""
        self.hush()
        self._pressed = None
        if not event.modifiers() & _MARKING:
            pos = event.position()
            hit = self._board.card_at(pos)
            if hit is not None or self._board.in_grid(pos):
                self._pressed = (pos, hit)
        return False

    def move(self, event: QMouseEvent) -> bool:
        """Carry on, or take what was pressed."""
        pos = event.position()
        if self._carry is None:
            if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
                return False
            start, hit = self._pressed
            if (pos - start).manhattanLength() < QApplication.startDragDistance():
                return True
            self._pressed = None
            if not self._take(start, hit, copies=bool(event.modifiers() & _ALT)):
                return False
        self._follow(pos, event.modifiers())
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Put down what is carried."""
        self._pressed = None
        if self._carry is None or self.menu is not None:
            return False
        self._follow(event.position(), event.modifiers())
        self._let_go(self._carry)
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Esc puts back, Alt makes it a copy; while something is carried no other key does anything."""
        carry = self._carry
        if carry is None:
            return self._owner.key(event)
        if event.key() == Qt.Key.Key_Escape:
            self.put_back()
        elif event.key() == Qt.Key.Key_Alt:
            self._follow(carry.pos, _ALT)
        return True

    # Taking and carrying

    def _take(self, start: QPointF, hit: Hit | None, *, copies: bool) -> bool:
        board = self._board
        grip = Grip.DRAW if hit is None else _EDGES.get(hit.edge, Grip.CARRY)
        held: tuple[Held, ...] = ()
        if hit is not None:
            marked = board.selection.marked if grip is Grip.CARRY else ()
            others = [key for key in board.layout_.order if key in marked and key != hit.key]
            held = tuple(hold(board.layout_.by_key[key], board.scale.zone) for key in (hit.key, *others))
        if not self._owner.may_take([one.key for one in held], grip, copies=copies):
            return False
        column = hit.column if hit is not None else board.scale.column_at((start - board.view.origin).x())
        if column is None:
            return False
        self._carry = Carry(board, grip, held, column, start)
        board.forget_band()
        board.hover(None)
        board.viewport().setCursor(_CURSORS[grip])
        self._scrolling.start(_PATIENCE)
        return True

    def _follow(self, pos: QPointF, held: Qt.KeyboardModifier) -> None:
        carry, board = self._carry, self._board
        assert carry is not None
        self._touch()
        if carry.follow(pos, copies=bool(held & _ALT)):
            board.lift(carry.lifts)
            board.tag(carry.tag)
            if not carry.drop.targets:
                self._foresee(carry, None)
            elif not self._looking.isActive():
                self._looking.start(round(max(_PAUSE, 2000 * self._took)) if self._took else 0)
        self._touch()

    def _scroll(self) -> None:
        carry = self._carry
        self._scrolling.setInterval(_STEP)
        if carry is None or not carry.drop.targets:
            return
        if self._board.scroll_near_edge(carry.pos, only_across=carry.is_of_strip):
            self._follow(carry.pos, _ALT if carry.drop.copies else _NONE)

    # What would be

    def look(self) -> None:
        """Look now at what would be wrong if it were put down here."""
        carry = self._carry
        self._looking.stop()
        if carry is None or not carry.drop.targets:
            return
        begun = time.perf_counter()
        self._foresee(carry, None if carry.is_unchanged else self._owner.foresee(carry.drop))
        self._took = time.perf_counter() - begun

    def _foresee(self, carry: Carry, foreseen: Foreseen | None) -> None:
        if foreseen != carry.foreseen:
            carry.foreseen = foreseen
            self._board.strike(() if foreseen is None else foreseen.struck)
            self._board.tag(carry.tag)
            self._touch()
        beside = carry.beside()
        if foreseen is None or beside is None:
            self.note.hide()
        else:
            self.note.tell(foreseen, tr("Esc puts it back"), beside, self._room)

    @property
    def _room(self) -> QRectF:
        """Where the note may stand."""
        view = self._board.view
        return view.grid.adjusted(0, -view.strip, 0, 0)

    def tell(self, foreseen: Foreseen, key: Hashable, foot: str) -> None:
        """Say something beside a card that is not carried, and those it hits: it was moved by keys."""
        rects = self._board.rects_of(key)
        if not rects:
            return
        beside = rects[0]
        for hit in (rect for struck in foreseen.struck for rect in self._board.rects_of(struck)):
            if hit.top() < beside.bottom() and hit.bottom() > beside.top() and hit.left() - beside.right() < _NEAR:
                beside = beside.united(hit)
        self._told = (foreseen, key, foot)
        self.note.tell(foreseen, foot, beside, self._room)
        self._board.strike(foreseen.struck)

    def _tell_again(self) -> None:
        """Stay beside the card where another part of the board has come into sight."""
        if self._told is not None:
            self.tell(*self._told)

    def hush(self) -> None:
        """Say nothing any more."""
        self._told = None
        self.note.hide()
        self._board.strike(())

    # Putting down

    def _let_go(self, carry: Carry) -> None:
        drop = carry.drop
        if not drop.targets or carry.is_unchanged:
            self.put_back()
            return
        first = drop.targets[0]
        if first.looked is not None and len(drop.targets) == 1 and carry.held:
            self._ask(carry, first)
            return
        self._empty()
        self._owner.put_down(drop)

    def _ask(self, carry: Carry, target: Target) -> None:
        """It stays in the hand until one of the two times is chosen, or none."""
        self._scrolling.stop()
        self._looking.stop()
        length = length_of(carry.held[0]) if carry.grip is Grip.CARRY else None

        def chosen(wall: WallTime) -> None:
            self._empty()
            self._owner.put_down(replace(carry.drop, targets=(target.choosing(wall, length),)))

        spot = self._board.viewport().mapToGlobal(carry.pos.toPoint())
        self.menu = ask(self._board, spot, target, chosen, self.put_back)

    def put_back(self) -> None:
        """Let everything be as it was."""
        self._pressed = None
        if self._carry is not None:
            self._empty()
            self._board.tell_chosen()

    def _empty(self) -> None:
        """Nothing is in the hand any more, and nothing shows that there was."""
        self._scrolling.stop()
        self._looking.stop()
        self._touch()
        self._carry = self.menu = None
        self._board.lift(())
        self._board.tag(None)
        self.hush()
        self._board.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    # Painting

    def show_new(self, times: tuple[WallTime, WallTime] | None) -> None:
        """Show where something would be that is just being added, or nothing any more."""
        new = None if times is None else drawn_from(*times)
        if new != self._new:
            self._new = new
            self._board.viewport().update()

    def _touch(self) -> None:
        """Have painted anew what is carried, where it is now."""
        for rect in self._carry.dirt() if self._carry is not None else ():
            self._board.viewport().update(rect)

    def _paint(self, painter: QPainter) -> None:
        if self._new is None and self._carry is None:
            return
        painter.save()
        painter.setClipRect(self._room, Qt.ClipOperation.IntersectClip)
        if self._new is not None:
            paint_drawn(painter, self._board, self._new)
        if self._carry is not None:
            self._carry.paint(painter)
        painter.restore()
