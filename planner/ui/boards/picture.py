"""A board as a picture of what does not move: drawn once, so that carrying something costs only what is carried."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Protocol, TypeVar

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


class Laid(Protocol):
    """Everything on a board with its place, whatever it is."""

    @property
    def keys(self) -> Collection[Hashable]:
        """The keys of all that can be chosen."""

    @property
    def order(self) -> Sequence[Hashable]:
        """The same, in the order in which it is told and gone through."""

    def step(self, key: Hashable | None, across: int, down: int) -> Hashable | None:
        """Give where an arrow key leads to from an item, or from none; None if nowhere."""


V = TypeVar("V", bound=View)
L = TypeVar("L", bound=Laid)


@dataclass(slots=True)
class Picture(Generic[V, L]):
    """What a board draws: everything with its place, what of it is carried elsewhere, and how it is painted."""

    layout: L
    #: Only the old places of these are marked.
    lifted: frozenset[Hashable] = field(default=frozenset(), kw_only=True)

    @abstractmethod
    def view(self, size: QSizeF, x: float, y: float) -> V:
        """Give what is in sight of a widget of some size that is scrolled across and down."""

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
