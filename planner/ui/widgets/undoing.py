"""Ctrl+Z in a field: what is being typed is taken back first; where nothing is, the keys are the plan's undo.

Qt's own fields keep these keys for themselves even where they have nothing to take back.
"""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_UNDO: Final = (QKeySequence("Ctrl+Z"),)
#: Both are known from other programs; Qt has but one of them on each system.
_REDO: Final = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class Typing(Protocol):
    """What a field knows of its own typing."""

    def undo(self) -> None:
        """Take back the last stretch typed."""

    def redo(self) -> None:
        """Type it again."""

    def can_undo(self) -> bool:
        """Whether anything has been typed that is not handed over yet."""

    def can_redo(self) -> bool:
        """Whether anything typed has been taken back."""


def take_step(field: Typing, event: QEvent) -> bool:
    """Let the field undo or redo its typing if the event asks for that; True if nobody else need look at it.

    An event that the field has no use for is left unaccepted, and so reaches the window's actions.
    """
    if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        return False
    asked = QKeySequence(event.keyCombination())
    if asked in _UNDO:
        able, step = field.can_undo(), field.undo
    elif asked in _REDO:
        able, step = field.can_redo(), field.redo
    else:
        return False
    event.setAccepted(able)
    if able and event.type() == QEvent.Type.KeyPress:
        step()
    return True
