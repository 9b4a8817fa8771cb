"""The time board for screen readers: a list whose items are the cards, each with all of its words, place and state."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6 import isValid
from typing_extensions import override

from planner.ui.boards.time.surface import Surface

_KEPT: Final = "accessible-board"


class _Part(QAccessibleInterface):
    """What cards and board have in common: nothing in them is changed through the interface.

    Where Qt takes None for nothing, PySide's stubs do not know it: these give Any.
    """

    def __init__(self, board: Surface) -> None:
        super().__init__()
        self._board = board

    @override
    def isValid(self) -> bool:
        return isValid(self._board)

    @override
    def setText(self, t: QAccessible.Text, text: str, /) -> None:
        """Words are changed in the inspector."""

    @override
    def window(self) -> Any:
        return self._board.window().windowHandle()


class CardInterface(_Part):
    """One card: its name is all that is known of it, as in its tip."""

    def __init__(self, board: Surface, key: Hashable) -> None:
        super().__init__(board)
        self.key = key

    @override
    def object(self) -> Any:
        return None

    @override
    def parent(self) -> Any:
        return QAccessible.queryAccessibleInterface(self._board)

    @override
    def child(self, index: int, /) -> Any:
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def childAt(self, x: int, y: int, /) -> Any:
        return None

    @override
    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        return -1

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        state, selection = QAccessible.State(), self._board.selection
        rects = self._board.rects_of(self.key)
        seen = self._board.viewport().rect()
        state.selectable = state.focusable = state.multiSelectable = True
        state.selected = self.key in selection.marked
        state.focused = self.key == selection.current and self._board.hasFocus()
        state.offscreen = not any(rect.toAlignedRect().intersects(seen) for rect in rects)
        return state

    @override
    def rect(self) -> QRect:
        rects = self._board.rects_of(self.key)
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return QRect(self._board.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @override
    def text(self, t: QAccessible.Text, /) -> str:
        return self._board.all_of(self.key) if t is QAccessible.Text.Name else ""


class BoardInterface(_Part):
    """The board: its children are the cards, day after day in order of time."""

    def __init__(self, board: Surface) -> None:
        super().__init__(board)
        self._cards: dict[Hashable, CardInterface] = {}

    def card(self, key: Hashable) -> CardInterface:
        """Give the interface of a card, the same one each time."""
        if key not in self._cards:
            self._cards[key] = CardInterface(self._board, key)
        return self._cards[key]

    @property
    def keys(self) -> list[Hashable]:
        """The cards in their order."""
        return [key for key, *_ in self._board.layout_.order]

    @override
    def object(self) -> Any:
        return self._board

    @override
    def parent(self) -> Any:
        parent = self._board.parentWidget()
        return None if parent is None else QAccessible.queryAccessibleInterface(parent)

    @override
    def child(self, index: int, /) -> Any:
        keys = self.keys
        return self.card(keys[index]) if 0 <= index < len(keys) else None

    @override
    def childCount(self) -> int:
        return len(self.keys)

    @override
    def childAt(self, x: int, y: int, /) -> Any:
        view = self._board.viewport()
        hit = self._board.card_at(view.mapFromGlobal(QRect(x, y, 1, 1).topLeft()))
        return None if hit is None else self.card(hit.key)

    @override
    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        keys = self.keys
        return keys.index(child.key) if isinstance(child, CardInterface) and child.key in keys else -1

    @override
    def focusChild(self) -> Any:
        current = self._board.selection.current
        return None if current is None else self.card(current)

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._board.hasFocus()
        return state

    @override
    def rect(self) -> QRect:
        return QRect(self._board.mapToGlobal(self._board.rect().topLeft()), self._board.size())

    @override
    def text(self, t: QAccessible.Text, /) -> str:
        if t is QAccessible.Text.Name:
            return self._board.accessibleName()
        return self._board.accessibleDescription() if t is QAccessible.Text.Description else ""


@cache
def tell_screen_readers() -> None:
    """Let Qt ask here about every time board there will be."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, Surface):
        return None
    # Qt does not keep what a factory of Python gives: it lives as long as its board.
    made = thing.property(_KEPT)
    if not isinstance(made, BoardInterface):
        made = BoardInterface(thing)
        thing.setProperty(_KEPT, made)
    return made
