"""What every board lets happen with mouse and keys before it does anything itself."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

#: Which way an arrow key goes: across and down.
ARROWS: Final = {
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
}  # fmt: skip


class Hand(Protocol):
    """What moves things on a board. It is asked first; where it says True, the board does nothing more.

    A press comes when the board has chosen what was pressed.
    """

    def press(self, event: QMouseEvent) -> bool:
        """A mouse button was pressed."""

    def move(self, event: QMouseEvent) -> bool:
        """The mouse was moved, with or without a button."""

    def release(self, event: QMouseEvent) -> bool:
        """A mouse button was let go."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed."""
