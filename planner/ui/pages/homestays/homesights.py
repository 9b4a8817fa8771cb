"""What all homes of the board are to the guest looked at: those of a small visit at once, of a large one bit by bit."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ui.boards.nights.blocks import Block
from planner.ui.pages.homestays.aim import Held
from planner.ui.pages.homestays.judging import Judging
from planner.ui.pages.homestays.sight import Sight

#: So many homes are judged before anything else is done, and for so long at a time after that.
_AT_ONCE: Final = 12
_PIECE_S: Final = 0.006


class HomeSights(QObject):
    """Judges the homes that have not been yet, between what the window has to do otherwise."""

    #: All homes are judged: a mapping of `Sight` by the block's key.
    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: tuple[Judging, Held, Sequence[Block]] | None = None
        self._left: deque[Block] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def ask(self, judging: Judging, held: Held, blocks: Sequence[Block]) -> None:
        """Judge these homes for a guest; whoever was asked about before is forgotten."""
        self._asked = judging, held, blocks
        self._left = deque(block for block in blocks if not judging.knows(held, block))
        for _ in range(min(_AT_ONCE, len(self._left))):
            self._judge_one()
        if self._left:
            self._timer.start()
        else:
            self._tell()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()
        self._left.clear()
        self._asked = None

    def _judge_one(self) -> None:
        assert self._asked is not None
        judging, held, _ = self._asked
        judging.sights(held, [self._left.popleft()])

    def _go_on(self) -> None:
        until = time.monotonic() + _PIECE_S
        while self._left and time.monotonic() < until:
            self._judge_one()
        if not self._left:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        if self._asked is not None:
            judging, held, blocks = self._asked
            sights: Mapping[Hashable, Sight] = judging.sights(held, blocks)
            self.found.emit(sights)
