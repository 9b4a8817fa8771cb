"""Boards for screen readers: a list whose items are what lies on it, each with all of its words, place and state.

Every board is a `ToldBoard`, which says what lies on it and in which order; the rest is the same for all.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid
from typing_extensions import override

_KEPT: Final = "accessible-board"


class ToldBoard(QAbstractScrollArea):
    """A board whose items, known by their keys, can be told to who does not see them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        _tell_screen_readers()

    @property
    @abstractmethod
    def told_keys(self) -> Sequence[Hashable]:
        """The items in the order in which they are told."""

    @property
    @abstractmethod
    def told_current(self) -> Hashable | None:
        """The item the user is on."""

    @property
    @abstractmethod
    def told_marked(self) -> frozenset[Hashable]:
        """The items that are marked."""

    @abstractmethod
    def told_words(self, key: Hashable) -> str:
        """Give all that is known of an item."""

    @abstractmethod
    def told_rects(self, key: Hashable) -> Sequence[QRectF]:
        """Give where an item lies in the viewport: in one piece or in several."""

    @abstractmethod
    def told_at(self, spot: QPointF | QPoint) -> Hashable | None:
        """Give the item at a place of the viewport."""

    def tell_current(self) -> None:
        """Let a screen reader say the item the user has gone to."""
        current = self.told_current
        self.setAccessibleDescription("" if current is None else self.told_words(current))
        if current is not None and self.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(list(self.told_keys).index(current))
            QAccessible.updateAccessibility(event)


class _Part(QAccessibleInterface):
    """What items and board have in common: nothing in them is changed through the interface.

    Where Qt takes None for nothing, PySide's stubs do not know it: these give Any.
    """

    def __init__(self, board: ToldBoard) -> None:
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


class ItemInterface(_Part):
    """One item: its name is all that is known of it, as in its tip."""

    def __init__(self, board: ToldBoard, key: Hashable) -> None:
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
        state, rects = QAccessible.State(), self._board.told_rects(self.key)
        seen = self._board.viewport().rect()
        state.selectable = state.focusable = state.multiSelectable = True
        state.selected = self.key in self._board.told_marked
        state.focused = self.key == self._board.told_current and self._board.hasFocus()
        state.offscreen = not any(rect.toAlignedRect().intersects(seen) for rect in rects)
        return state

    @override
    def rect(self) -> QRect:
        rects = self._board.told_rects(self.key)
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return QRect(self._board.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @override
    def text(self, t: QAccessible.Text, /) -> str:
        return self._board.told_words(self.key) if t is QAccessible.Text.Name else ""


class BoardInterface(_Part):
    """The board: its children are the items in their order."""

    def __init__(self, board: ToldBoard) -> None:
        super().__init__(board)
        self._items: dict[Hashable, ItemInterface] = {}

    def item(self, key: Hashable) -> ItemInterface:
        """Give the interface of an item, the same one each time."""
        if key not in self._items:
            self._items[key] = ItemInterface(self._board, key)
        return self._items[key]

    @property
    def keys(self) -> Sequence[Hashable]:
        """The items in their order."""
        return self._board.told_keys

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
        return self.item(keys[index]) if 0 <= index < len(keys) else None

    @override
    def childCount(self) -> int:
        return len(self.keys)

    @override
    def childAt(self, x: int, y: int, /) -> Any:
        key = self._board.told_at(self._board.viewport().mapFromGlobal(QPoint(x, y)))
        return None if key is None else self.item(key)

    @override
    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        keys = self.keys
        return list(keys).index(child.key) if isinstance(child, ItemInterface) and child.key in keys else -1

    @override
    def focusChild(self) -> Any:
        current = self._board.told_current
        return None if current is None else self.item(current)

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
def _tell_screen_readers() -> None:
    """Let Qt ask here about every board there will be."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, ToldBoard):
        return None
    # Qt does not keep what a factory of Python gives: it lives as long as its board.
    made = thing.property(_KEPT)
    if not isinstance(made, BoardInterface):
        made = BoardInterface(thing)
        thing.setProperty(_KEPT, made)
    return made
