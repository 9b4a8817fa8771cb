"""Which cards are marked, and on which one the keyboard is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


class Selection:
    """Cards by key, as in a list: one current, several marked; Shift goes on from where the marking began."""

    def __init__(self) -> None:
        self.current: Hashable | None = None
        self.marked: frozenset[Hashable] = frozenset()
        self._from: Hashable | None = None

    def only(self, key: Hashable | None) -> None:
        """Mark one card, or none."""
        self.current = self._from = key
        self.marked = frozenset() if key is None else frozenset({key})

    def go_to(self, key: Hashable) -> None:
        """Stand on a card that is marked already; the others stay marked."""
        self.current = self._from = key

    def turn(self, key: Hashable) -> None:
        """Mark a card besides the others, or no longer (Ctrl)."""
        self.marked = self.marked ^ {key}
        self.current = self._from = key

    def up_to(self, key: Hashable, order: Sequence[Hashable]) -> None:
        """Mark every card from where the marking began to this one, in their order (Shift)."""
        if self._from not in order or key not in order:
            self.only(key)
            return
        first, last = sorted((order.index(self._from), order.index(key)))
        self.marked = frozenset(order[first : last + 1])
        self.current = key

    def all_of(self, keys: Iterable[Hashable]) -> None:
        """Mark these, the current one staying if it is among them."""
        known = tuple(keys)
        self.marked = frozenset(known)
        if self.current not in self.marked:
            self.current = self._from = known[0] if known else None

    def keep(self, known: Iterable[Hashable]) -> bool:
        """Forget what is no longer there; says whether anything was forgotten."""
        was = (self.current, self.marked)
        there = frozenset(known)
        self.marked &= there
        if self.current not in there:
            self.current = self._from = None
        return was != (self.current, self.marked)
