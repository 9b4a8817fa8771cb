"""A board as a picture of what does not move: drawn once, so that carrying something costs only what is carried."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from planner.ui.theme import colour


@dataclass(frozen=True, slots=True)
class View:
    """What part of a board is in sight: the size of the widget and how far it is scrolled.

    What stays in place around the grid is as wide and high as a board says: what stands left and right of it, and its
    heads.
    """

    LEFT: ClassVar[float] = 0
    RIGHT: ClassVar[float] = 0
    HEAD: ClassVar[float] = 0

    size: QSizeF
    x: float
    y: float

    @property
    def top(self) -> float:
        """Where the grid begins in the widget, under all that stays above it."""
        return self.HEAD

    @property
    def grid(self) -> QRectF:
        """Where what is scrolled both ways is in the widget."""
        wide = max(0.0, self.size.width() - self.LEFT - self.RIGHT)
        return QRectF(self.LEFT, self.top, wide, max(0.0, self.size.height() - self.top))

    @property
    def origin(self) -> QPointF:
        """Where the corner of the grid lies in the widget; out of sight if it is scrolled away."""
        return self.grid.topLeft() - QPointF(self.x, self.y)


V = TypeVar("V", bound=View)


class Picture(Generic[V]):
    """What a board draws: everything with its place, and how it is painted for a view."""

    __slots__ = ()

    def draw(self, view: V, ratio: float) -> QPixmap:
        """Draw all of it at a pixel ratio."""
        size = view.size
        made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(colour("panel"))
        painter = QPainter(made)
        self.paint(painter, view)
        painter.end()
        return made

    @abstractmethod
    def paint(self, painter: QPainter, view: V) -> None:
        """Paint all of it, as far as it is in sight."""

    def scrolled(self, drawn: QPixmap, before: V, view: V) -> QPixmap | None:
        """Push a picture along to another view, and draw only what comes into sight; None where that cannot be done."""
        return None
