"""Widgets one under the other, one for each thing, kept by the thing's id from plan to plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Line = TypeVar("Line", bound=QWidget)


class RowList(QWidget, Generic[Line]):
    """A line that is gone is hidden and used again: it may be its own button that is being pressed."""

    def __init__(self, make: Callable[[], Line], *, gap: int) -> None:
        super().__init__()
        self._make = make
        self._lines: dict[int, Line] = {}
        self._spare: list[Line] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown, from the top."""
        return tuple(self._lines.values())

    def match(self, ids: Sequence[int]) -> dict[int, Line]:
        """Have one line for each id, in this order, and give them."""
        if list(ids) == list(self._lines):
            return self._lines
        for gone in [each for each in self._lines if each not in ids]:
            line = self._lines.pop(gone)
            line.hide()
            self._spare.append(line)
        self._lines = {each: self._lines.get(each) or self._another() for each in ids}
        for place, line in enumerate(self._lines.values()):
            if self._box.indexOf(line) != place:
                self._box.insertWidget(place, line)
            line.show()
        return self._lines

    def _another(self) -> Line:
        return self._spare.pop() if self._spare else self._make()
