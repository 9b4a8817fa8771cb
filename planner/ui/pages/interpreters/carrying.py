"""Carrying a need, or what somebody covers, to a person on the board; drawing an end of it; handing over at a time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from planner.model.interpreting import Assignment, Interpreter
from planner.rules.finding import Subject
from planner.rules.interpreting import Wanted
from planner.ui.boards.people.board import PeopleBoard
from planner.ui.boards.people.layout import Hit
from planner.ui.boards.people.surface import Aim
from planner.ui.pages.interpreters.held import STEP, Held, Knife, Stretch, held_of, knife_for
from planner.ui.pages.interpreters.judging import tints_of
from planner.ui.pages.interpreters.outlook import Outlook

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_TONES: Final = {"good": 0, "check": 1, "grey": 2}
#: How often the board scrolls on while the hand rests at its edge.
_TICK_MS: Final = 40


class Carrying(QObject):
    """The hand on the board: while something is carried, each row says whether its person can take it."""

    #: What is carried, drawn or cut (`Held`, `Stretch`, `Knife`), or None again.
    heldChanged = Signal(object)
    #: Put down on a row: `Held` and the interpreter. `refused`: where an obstacle rules it out.
    dropped = Signal(object, object)
    refused = Signal(object, object)
    #: An end was drawn: `Stretch`.
    stretched = Signal(object)
    #: Nobody's row is on the board, so that nothing can be carried to anybody.
    nowhere = Signal()
    #: A pinned assignment was to be moved.
    pinned = Signal(object)

    def __init__(self, board: PeopleBoard) -> None:
        super().__init__(board)
        self._board = board
        self.outlook: Outlook | None = None
        self.may_change = True
        self.held: Held | None = None
        self.stretch: Stretch | None = None
        self.knife: Knife | None = None
        self._row: int | None = None
        self._pressed: tuple[Hit, QPointF] | None = None
        self._last: QPointF | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_TICK_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def is_busy(self) -> bool:
        """Whether anything is carried, drawn or cut."""
        return self.held is not None or self.stretch is not None or self.knife is not None

    def _parts(self, key: Hashable | None) -> tuple[Wanted | None, Assignment | None]:
        """Give the need and the assignment of a block."""
        if self.outlook is None:
            return None, None
        return self.outlook.wanted_of(key), self.outlook.assignment_of(key)

    # Taking up and putting back

    def take_up_block(self, key: Hashable | None, *, by_keys: bool) -> bool:
        """Begin to carry what a block stands for; False if that is nothing."""
        wanted, assigned = self._parts(key)
        if wanted is None or self.outlook is None:
            return False
        self.take_up(held_of(wanted, assigned, self._board.layout_.block(key), self.outlook), by_keys=by_keys)
        return True

    def take_up(self, held: Held, *, by_keys: bool) -> None:
        """Begin to carry; by keys whoever could take it best is aimed at."""
        if self.outlook is None or not self.may_change:
            return
        self.put_back()
        if held.assignment is not None and held.assignment.locked:
            self.pinned.emit(held.assignment)
            return
        tints = tints_of(held, self.outlook)
        if not any(row.key in tints for row in self._board.scene.rows):
            self.nowhere.emit()
            return
        self.held = held
        if held.assignment is not None and not held.hands_over:
            self._board.lift([Subject("Assignment", held.assignment.id)])
        self._board.show_tints(tints)
        self.heldChanged.emit(held)
        rows = self._board.scene.rows
        if by_keys and rows:
            best = [self._board.tints[row.key] for row in rows]
            self._aim_at(min(range(len(rows)), key=lambda one: (_TONES[best[one].tone], -int(best[one].score or 0))))

    def put_back(self) -> None:
        """Let go of everything without having done anything."""
        was_busy = self.is_busy
        self.held = self.stretch = self.knife = self._pressed = self._row = self._last = None
        self._scrolling.stop()
        board = self._board
        board.lift(())
        if board.tints:
            board.show_tints({})
        board.aim(None)
        board.show_carried(None)
        board.show_knife(None)
        if was_busy:
            self.heldChanged.emit(None)

    def _aim_at(self, row: int | None) -> None:
        self._row = row
        held = self.held
        if held is None or row is None:
            self._board.aim(None)
            return
        tint = self._board.tints.get(self._board.scene.rows[row].key)
        tone = "wrong" if tint is not None and tint.tone == "grey" else "chosen"
        self._board.aim(Aim(row, held.start, held.end, tone))

    def put_down(self) -> None:
        """Do what is aimed at; where nothing is, put back."""
        held, row, outlook = self.held, self._row, self.outlook
        tint = None if row is None else self._board.tints.get(self._board.scene.rows[row].key)
        key = None if row is None else self._board.scene.rows[row].key
        self.put_back()
        if held is None or outlook is None or tint is None or not isinstance(key, Subject):
            return
        interpreter = outlook.plan.get(Interpreter, key.id)
        if interpreter is None or (held.assignment and held.assignment.interpreter_id == interpreter.id):
            return
        (self.refused if tint.tone == "grey" else self.dropped).emit(held, interpreter)

    # Mouse

    def press(self, event: QMouseEvent) -> bool:
        """A press on a block may begin to carry it, or to draw one of its ends."""
        if self.held is not None:
            # Carried by keys, and now a click says where.
            self._aim_at(self._board.row_at(event.position()))
            self.put_down()
            return True
        if self.is_busy:
            self.put_back()
        hit = self._board.block_at(event.position())
        if hit is not None and self.may_change:
            self._pressed = (hit, event.position())
        return False

    def move(self, event: QMouseEvent) -> bool:
        """With a block pressed it is carried, or an end of it drawn."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return self.held is not None
        if self.held is not None:
            self._carry(event.position())
            return True
        if self.stretch is not None:
            self._draw(self.stretch, self._board.minute_at(event.position(), STEP))
            return True
        if self._pressed is None:
            return False
        hit, begun = self._pressed
        if (event.position() - begun).manhattanLength() < QApplication.startDragDistance():
            return True
        wanted, assigned = self._parts(hit.block.key)
        if hit.edge and assigned is not None and wanted is not None and not assigned.locked:
            made = Stretch(assigned, wanted, hit.edge, hit.block.start, hit.block.end)
            self.heldChanged.emit(made)
            self._draw(made, self._board.minute_at(event.position(), STEP))
            return True
        if self.take_up_block(hit.block.key, by_keys=False):
            self._carry(event.position())
        else:
            self._pressed = None
        return True

    def release(self, event: QMouseEvent) -> bool:
        """What is carried is put down."""
        self._pressed = None
        if self.stretch is not None:
            drawn = self.stretch
            self.put_back()
            self.stretched.emit(drawn)
            return True
        if self.held is None:
            return False
        self._carry(event.position())
        self.put_down()
        return True

    def _scroll_on(self) -> None:
        """Scroll on while the mouse rests at an edge of the rows, or below them."""
        pos, board = self._last, self._board
        if pos is not None and pos.y() >= board.view.rows(board.layout_).top() and board.scroll_near_edge(pos):
            self._carry(pos)

    def _carry(self, pos: QPointF) -> None:
        held = self.held
        if held is None:
            return
        if self._last is None:
            self._scrolling.start()
        self._last = pos
        self._aim_at(self._board.row_at(pos))
        layout = self._board.layout_
        key = Subject("Need", held.need.id) if held.assignment is None else Subject("Assignment", held.assignment.id)
        block, rect = layout.block(key), layout.rect_of(key)
        if block is not None and rect is not None:
            spot = QRectF(pos.x() + 8, pos.y() - 6, min(rect.width(), 160), min(rect.height(), 48))
            self._board.show_carried(block, spot)

    def _draw(self, stretch: Stretch, minute: float) -> None:
        """Draw an end to a minute, as far as it goes."""
        if self.outlook is None:
            return
        wanted = stretch.wanted
        self.stretch = stretch = stretch.to(minute, self.outlook.span(wanted.start, wanted.end, wanted.day))
        row = self._board.layout_.row_of(Subject("Assignment", stretch.assignment.id))
        if row is not None:
            self._board.aim(Aim(row, stretch.start, stretch.end, "chosen"))

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """The keys while something is carried or cut; and Space, which begins it."""
        key = Qt.Key(event.key())
        if self.is_busy and key == Qt.Key.Key_Escape:
            self.put_back()
            return True
        if self.knife is not None:
            return self._knife_key(key)
        if self.held is not None:
            return self._held_key(key)
        return key == Qt.Key.Key_Space and self.may_change and self.take_up_block(self._board.chosen, by_keys=True)

    def _held_key(self, key: Qt.Key) -> bool:
        rows = self._board.scene.rows
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and rows:
            here = -1 if self._row is None else self._row
            number = min(max(here + (1 if key == Qt.Key.Key_Down else -1), 0), len(rows) - 1)
            self._board.scroll_to(rows[number].key)
            self._aim_at(number)
        elif key in _ENTER:
            self.put_down()
        return True

    def take_knife(self, key: Hashable | None) -> None:
        """Begin to cut what somebody covers, in its middle or where they leave."""
        (wanted, assigned), block = self._parts(key), self._board.layout_.block(key)
        if assigned is None or wanted is None or block is None or not self.may_change:
            return
        self.put_back()
        if assigned.locked:
            self.pinned.emit(assigned)
            return
        self.knife = knife_for(assigned, wanted, block)
        if self.knife is not None:
            self._board.show_knife(self.knife.at)
            self.heldChanged.emit(self.knife)

    def _knife_key(self, key: Qt.Key) -> bool:
        knife = self.knife
        if knife is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.knife = knife.moved(STEP if key == Qt.Key.Key_Right else -STEP)
            self._board.show_knife(self.knife.at)
            self.heldChanged.emit(self.knife)
        elif key in _ENTER or key == Qt.Key.Key_S:
            self.cut_here()
        return True

    def cut_here(self) -> None:
        """What comes after the knife is carried to somebody else."""
        knife = self.knife
        if knife is not None:
            self.take_up(Held(knife.wanted, knife.at, knife.end, knife.assignment, True), by_keys=True)
