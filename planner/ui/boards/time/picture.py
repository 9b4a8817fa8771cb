"""The whole board as a picture of what does not move: drawn once, so that moving a card costs only that card."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from typing_extensions import override

from planner.language import screen_language, tr, tr_in
from planner.ui.boards.picture import Picture, View
from planner.ui.boards.time.allday import paint_bar, paint_label, paint_more, paint_strip_ground
from planner.ui.boards.time.faces import Look, Note
from planner.ui.boards.time.layout import Layout
from planner.ui.boards.time.painting import paint_card
from planner.ui.boards.time.rulers import (
    HEAD,
    LEFT,
    RIGHT,
    Badge,
    Cities,
    paint_corner,
    paint_ground,
    paint_head,
    paint_home_ruler,
    paint_host_ruler,
)
from planner.ui.boards.time.scale import Column
from planner.ui.theme import colour


@dataclass(frozen=True, slots=True)
class TimeView(View):
    """What part of the board is in sight: hours are between the rulers, under the heads and the strip of whole days."""

    LEFT = LEFT
    RIGHT = RIGHT
    HEAD = HEAD

    #: How high the strip is.
    strip: float
    #: How much of the home ruler is needed at its foot for something else.
    foot: float = 0.0

    @property
    @override
    def top(self) -> float:
        return HEAD + self.strip

    @property
    def strip_origin(self) -> QPointF:
        """Where the corner of the strip lies in the widget."""
        return QPointF(LEFT - self.x, HEAD)


@dataclass(slots=True)
class TimePicture(Picture[TimeView, Layout]):
    """What is drawn: cards, notes by key, badges by column, the names of the cities, and what is being carried."""

    cities: Cities
    notes: Mapping[Hashable, Note] = field(default_factory=dict)
    badges: Mapping[Column, Badge] = field(default_factory=dict)
    #: Room kept free at the foot of the home ruler.
    foot: float = 0.0
    #: Where the badges were drawn last, and the link to the days beyond the edge.
    badge_spots: dict[int, QRectF] = field(default_factory=dict)
    more_spot: QRectF = field(default_factory=QRectF)

    @override
    def view(self, size: QSizeF, x: float, y: float) -> TimeView:
        return TimeView(size, x, y, self.layout.strip, self.foot)

    @override
    def paint(self, painter: QPainter, view: TimeView) -> None:
        self._grid(painter, view)
        self._strip(painter, view)
        self._heads(painter, view)
        self._rulers(painter, view)

    def first_in_sight(self, view: TimeView) -> int:
        """Give the column whose day the home ruler tells: the first of which most can be seen."""
        scale = self.layout.scale
        return max(0, min(len(scale.columns) - 1, int((view.x + scale.column_width / 2) // scale.column_width)))

    def beyond(self, view: TimeView) -> int:
        """Give how many columns begin beyond the right edge."""
        scale = self.layout.scale
        right = view.x + view.grid.width()
        return sum(scale.left(number) + scale.column_width / 2 > right for number in range(len(scale.columns)))

    def _grid(self, painter: QPainter, view: TimeView) -> None:
        grid, layout = view.grid, self.layout
        painter.save()
        painter.setClipRect(grid)
        painter.translate(view.origin)
        area = grid.translated(-view.origin)
        paint_ground(painter, layout.scale, layout.heads, area.top(), area.bottom())
        for piece, rect in layout.in_grid(area):
            flat = piece.cut_above or rect.top() < area.top()
            look = Look(lifted=piece.key in self.lifted, flat=flat, goes_on=piece.cut_below)
            paint_card(painter, rect, piece.card.face, look, self.notes.get(piece.key), from_y=area.top())
        painter.restore()

    def _strip(self, painter: QPainter, view: TimeView) -> None:
        rect = QRectF(LEFT, HEAD, view.grid.width(), view.strip)
        painter.save()
        painter.setClipRect(rect)
        painter.translate(view.strip_origin)
        scale = self.layout.scale
        for number, head in enumerate(self.layout.heads):
            ground = QRectF(scale.left(number), 0, scale.column_width, view.strip)
            paint_strip_ground(painter, ground, head.tinted)
        for bar, spot in self.layout.in_strip():
            look = Look(lifted=bar.card.key in self.lifted)
            paint_bar(painter, spot, bar.card.face, look, self.notes.get(bar.card.key))
        painter.restore()
        paint_label(painter, QRectF(0, HEAD, LEFT, view.strip), tr("All day"))
        hidden = self.beyond(view)
        self.more_spot = QRectF()
        if hidden:
            self.more_spot = QRectF(view.grid.right(), HEAD, RIGHT, view.strip)
            paint_more(painter, self.more_spot, tr_in("days", "{count} more", count=hidden))

    def _heads(self, painter: QPainter, view: TimeView) -> None:
        rect = QRectF(LEFT, 0, view.grid.width(), HEAD)
        scale = self.layout.scale
        self.badge_spots = {}
        painter.save()
        painter.setClipRect(rect)
        for number, head in enumerate(self.layout.heads):
            spot = QRectF(LEFT + scale.left(number) - view.x, 0, scale.column_width, HEAD)
            if spot.intersects(rect):
                badge = paint_head(painter, spot, head, self.badges.get(scale.columns[number]))
                if badge is not None:
                    self.badge_spots[number] = badge
                painter.fillRect(QRectF(spot.left(), 0, 1, HEAD), colour("line"))
        painter.restore()

    def _rulers(self, painter: QPainter, view: TimeView) -> None:
        grid, whole = view.grid, view.size
        language = screen_language()
        scale = self.layout.scale
        left = QRectF(0, grid.top(), LEFT, grid.height())
        right = QRectF(grid.right(), grid.top(), RIGHT, grid.height() - view.foot)
        paint_corner(painter, QRectF(0, 0, LEFT, HEAD), self.cities.host, self.cities.host_zone, host=True)
        paint_corner(painter, QRectF(right.left(), 0, RIGHT, HEAD), self.cities.home, self.cities.home_zone, host=False)
        rulers: tuple[tuple[QRectF, Callable[[], None]], ...] = (
            (left, lambda: paint_host_ruler(painter, left, scale, view.origin.y(), language)),
            (right, lambda: paint_home_ruler(
                painter, right, scale, self.first_in_sight(view), view.origin.y(), language
            )),
        )  # fmt: skip
        for rect, paint in rulers:
            painter.save()
            painter.setClipRect(rect)
            if scale.columns:
                paint()
            painter.restore()
        for y in (HEAD, HEAD + view.strip):
            ink = "line" if y == HEAD else "strong_line"
            painter.fillRect(QRectF(0, y - 1, whole.width(), 1), colour(ink))
        for x in (LEFT, grid.right()):
            painter.fillRect(QRectF(x, 0, 1, whole.height()), colour("line"))
