"""A board with a zoom of its own, which finds again what was in sight."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent
from typing_extensions import override

from planner.ui.boards.chosen import ChosenSurface
from planner.ui.boards.picture import L, Picture, V


class ZoomedSurface(ChosenSurface[V, L]):
    """A board whose items can be drawn wider or narrower: + − 0 or Ctrl with the wheel."""

    #: The steps of the zoom, from the least.
    ZOOMS: ClassVar[Sequence[float]]
    #: The step a board begins with, and the one that the key 0 leads to.
    FIRST_ZOOM: ClassVar[int]
    KEY_ZOOM: ClassVar[int]

    def __init__(self, name: str, picture: Picture[V, L], wanted: tuple[float, float] | None = None) -> None:
        super().__init__(name, picture)
        self._zoom = self.FIRST_ZOOM
        #: What is to be brought into sight as soon as there is something to see, in `_units`.
        self._wanted = wanted

    @property
    @abstractmethod
    def _extent(self) -> QSizeF:
        """How wide and high everything is."""

    @property
    def _units(self) -> tuple[float, float]:
        """In what is told how far a board is scrolled across and down."""
        return max(1.0, self._extent.width()), 1.0

    @property
    @abstractmethod
    def _has_items(self) -> bool:
        """Whether there is anything that can be in sight."""

    @property
    def zoom(self) -> int:
        """The step of `ZOOMS`."""
        return self._zoom

    def set_zoom(self, step: int) -> None:
        """Zoom to a step of `ZOOMS`, what is in the middle staying there."""
        step = min(max(step, 0), len(self.ZOOMS) - 1)
        if step == self._zoom:
            return
        grid, was = self.view.grid, self._extent
        middles = [
            (value + side / 2) / max(1.0, whole)
            for value, side, whole in zip(self._scroll, _sides(grid.size()), _sides(was), strict=True)
        ]
        self._zoom = step
        self._lay_out()
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        for bar, middle, side, whole in zip(bars, middles, _sides(grid.size()), _sides(self._extent), strict=True):
            bar.setValue(round(middle * whole - side / 2))
        self.viewChanged.emit()

    @property
    def sight(self) -> tuple[int, float, float]:
        """What is in sight, so that it can be found again on a board made anew: zoom, and how far it is scrolled."""
        (across, down), units = self._scroll, self._units
        return self._zoom, across / units[0], down / units[1]

    def show_sight(self, sight: tuple[int, float, float] | None) -> None:
        """Bring into sight what was before."""
        if sight is None:
            return
        self._zoom, across, down = sight
        self._wanted = (across, down)
        self._lay_out()

    @override
    def _fit_bars(self, whole: QSizeF, steps: tuple[int, int], *, hidden: float = 0) -> None:
        super()._fit_bars(whole, steps, hidden=hidden)
        if self._wanted is not None and self._has_items and self.isVisible():
            # Only a board that is seen knows how much room it has.
            units = self._units
            self.horizontalScrollBar().setValue(round(self._wanted[0] * units[0]))
            self.verticalScrollBar().setValue(round(self._wanted[1] * units[1]))
            self._wanted = None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def _do_key(self, event: QKeyEvent) -> bool:
        return super()._do_key(event) or self._zoom_by_key(event)

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        steps: dict[int, int] = {
            Qt.Key.Key_Plus: self._zoom + 1,
            Qt.Key.Key_Equal: self._zoom + 1,
            Qt.Key.Key_Minus: self._zoom - 1,
            Qt.Key.Key_0: self.KEY_ZOOM,
        }
        # With Ctrl the whole window is zoomed.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() not in steps:
            return False
        self.set_zoom(steps[event.key()])
        return True


def _sides(size: QSizeF) -> tuple[float, float]:
    return size.width(), size.height()
