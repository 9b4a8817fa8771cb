"""What every home is to the guest who is carried, shown on the board: the homes in sight at once, the others soon."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from planner.ui.boards.nights.blocks import Block
from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.tint import Tint
from planner.ui.pages.homestays.aim import Held
from planner.ui.pages.homestays.judging import Judging

#: For so long homes out of sight are judged at a time, between two movements of the hand.
_PIECE_S: Final = 0.006


class Tinting(QObject):
    """Judges the homes of a large visit piece by piece, so that a guest is in the hand as soon as they are taken up."""

    def __init__(self, board: NightBoard) -> None:
        super().__init__(board)
        self._board = board
        self._judging: Judging | None = None
        self._held: Held | None = None
        self._found: dict[Hashable, Tint] = {}
        self._left: deque[Block] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        board.viewChanged.connect(self._show_in_sight)

    def begin(self, held: Held, judging: Judging) -> None:
        """Show what the homes are to a guest."""
        self._held, self._judging, self._found = held, judging, {}
        self._left = deque(self._board.scene.blocks)
        self._show_in_sight()
        self._timer.start()

    def end(self) -> None:
        """Show it no more."""
        self._timer.stop()
        self._held = None
        self._left.clear()
        self._board.show_tints({})

    def of(self, block: Block) -> Tint:
        """Give what a home is to who is carried."""
        found = self._found.get(block.key)
        if found is None:
            assert self._held is not None
            assert self._judging is not None
            found = self._found[block.key] = self._judging.tint(self._held, block)
        return found

    def _show_in_sight(self) -> None:
        """Judge and show at least the homes that are seen now."""
        if self._held is not None:
            view = self._board.view
            for spread in self._board.layout_.spreads_in(view.y, view.y + view.grid.height()):
                self.of(spread.block)
            self._board.show_tints(self._found)

    def _go_on(self) -> None:
        until = time.monotonic() + _PIECE_S
        while self._left and time.monotonic() < until:
            self.of(self._left.popleft())
        if not self._left:
            self._timer.stop()
            self._board.show_tints(self._found)
