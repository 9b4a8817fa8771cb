"""Where things lie on the time board, by its zoom and as far as it is scrolled, and which time lies where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Signal
from typing_extensions import override

from planner.clock import WallTime
from planner.ui.boards.surface import least_scroll
from planner.ui.boards.time.faces import Card
from planner.ui.boards.time.held import SNAP
from planner.ui.boards.time.layout import Hit, Layout
from planner.ui.boards.time.picture import TimePicture, TimeView
from planner.ui.boards.time.rulers import HEAD, LEFT, RIGHT, Cities, Head
from planner.ui.boards.time.scale import DAY_WIDTH, HOUR, Column, Scale
from planner.ui.boards.zoomed import ZoomedSurface

#: Steps of the board's own zoom; the lowest shows every column and, where it can, the whole day.
ZOOMS: Final = (0.0, 0.5, 0.65, 0.8, 1.0, 1.3, 1.7, 2.2)

#: What is at the top when a board is first seen: half past seven in the morning.
MORNING: Final = 7.5

_LOWEST_HOUR: Final = 20


class Moment(NamedTuple):
    """A place on the board as a time: the column's, on the host city's clock."""

    wall: WallTime
    column: Column
    number: int


class TimePlaces(ZoomedSurface[TimeView, Layout]):
    """The time board as a place for columns and cards: where each lies, and what lies at a place."""

    ZOOMS = ZOOMS
    FIRST_ZOOM = KEY_ZOOM = ZOOMS.index(1.0)
    BESIDE = True

    #: The keys marked now, a frozenset.
    marked = Signal(object)

    _picture: TimePicture

    def __init__(self, name: str) -> None:
        zones = ("UTC", "UTC")
        picture = TimePicture(Layout(Scale((), *zones), (), ()), Cities("", "", "", ""))
        super().__init__(name, picture, wanted=(0.0, MORNING / 24))
        self._columns: tuple[Column, ...] = ()
        self._heads: tuple[Head, ...] = ()
        self._cards: tuple[Card, ...] = ()
        self._zones = zones

    def show_cards(
        self,
        columns: Sequence[Column],
        heads: Sequence[Head],
        cards: Iterable[Card],
        cities: Cities,
        zones: tuple[str, str],
    ) -> None:
        """Show these columns with their heads and cards; `zones` are the host city's and the home city's."""
        self._columns, self._heads, self._cards = tuple(columns), tuple(heads), tuple(cards)
        self._zones = zones
        self._picture.cities = cities
        if self._show_laid():
            self.marked.emit(self.selection.marked)

    @property
    def scale(self) -> Scale:
        """Where a moment lies."""
        return self._picture.layout.scale

    @property
    @override
    def _extent(self) -> QSizeF:
        return QSizeF(self.scale.width, self.scale.height)

    @property
    @override
    def _units(self) -> tuple[float, float]:
        return max(1.0, self.scale.width), self.scale.height

    @property
    @override
    def _has_items(self) -> bool:
        return bool(self._columns)

    @override
    def _lay_out(self) -> None:
        """As wide and high as zoom and room want it."""
        room = self.viewport().width() - LEFT - RIGHT
        high = self.viewport().height() - HEAD - self.layout_.strip
        zoom = ZOOMS[self._zoom]
        least = room / max(1, len(self._columns))
        width = max(DAY_WIDTH * zoom, least) if zoom else max(least, 24.0)
        # Whole days: none is cut by the home city's ruler.
        width = max(width, room / max(1, room // width))
        hour = HOUR * zoom if zoom else max(_LOWEST_HOUR, (high - 1) / 24)
        scale = Scale(self._columns, *self._zones, width=width, hour=hour)
        self._picture.layout = Layout(scale, self._heads, self._cards)
        self._fit_bars(QSizeF(scale.width, scale.height + 1), (round(width / 2), round(hour / 2)))

    # Places

    def place_of(self, moment: WallTime | dt.datetime, whose: Hashable = None) -> QPointF | None:
        """Give where a moment lies in the widget: on the left edge of its column; None if it has none.

        Raises `PlannerError` as `Scale.spot`.
        """
        spot = self.scale.spot(moment, whose)
        return None if spot is None else self.view.origin + QPointF(self.scale.left(spot.column), spot.y)

    def rects_of(self, key: Hashable) -> list[QRectF]:
        """Give where a card lies in the widget: a rectangle for each of its days, or its one in the strip."""
        found = [rect.translated(self.view.origin) for rect in self.layout_.rects_of(key)]
        strip = self.layout_.strip_rect_of(key)
        return found if strip is None else [*found, strip.translated(self.view.strip_origin)]

    def wall_at(self, pos: QPointF | QPoint, step: int = SNAP, *, off: float = 0.0) -> Moment | None:
        """Give the time at a place of the widget, to `step` minutes; `off` pixels are taken from its height.

        None beside the grid's columns. What lies above or below is the nearest time in sight of the day.
        """
        spot = QPointF(pos) - self.view.origin
        number = self.scale.column_at(spot.x())
        if number is None:
            return None
        second = self.scale.is_second_half(spot.x())
        wall = self.scale.wall(number, spot.y() - off, second=second, step=step)
        return Moment(wall, self.scale.columns[number], number)

    def card_at(self, pos: QPointF | QPoint) -> Hit | None:
        """Give the card at a place of the widget, and which of its edges."""
        spot, view = QPointF(pos), self.view
        if view.grid.contains(spot):
            return self.layout_.hit(spot - view.origin)
        if QRectF(LEFT, HEAD, view.grid.width(), view.strip).contains(spot):
            return self.layout_.hit_strip(spot - view.strip_origin)
        return None

    def in_grid(self, pos: QPointF | QPoint) -> bool:
        """Say whether a place of the widget is among the hours."""
        return self.view.grid.contains(QPointF(pos))

    def spot_of(self, key: Hashable | None) -> tuple[Column, float] | None:
        """Give where a card begins: its column, and how far down in hours; None if it is not on the board."""
        place = next((one for one in self.layout_.places if one[0] == key), None)
        rects = [] if place is None else self.layout_.rects_of(key)
        if place is None or not rects:
            return None
        return self.scale.columns[place[1]], round(rects[0].top() / self.scale.hour, 2)

    @override
    def scroll_to(self, key: Hashable | None) -> None:
        """Bring a card into sight, as far as it goes."""
        rects = self.layout_.rects_of(key)
        strip = self.layout_.strip_rect_of(key)
        if not rects and strip is None:
            return
        rect = rects[0] if rects else strip
        assert rect is not None
        grid = self.view.grid
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(least_scroll(across.value(), grid.width(), rect.left() - 4, rect.right() + 4))
        if rects:
            # With an hour around it: what comes before and after is worth seeing too.
            around = self.scale.hour
            down.setValue(least_scroll(down.value(), grid.height(), rect.top() - around, rect.bottom() + around))

    def show_day(self, day: dt.date) -> None:
        """Bring a day to the left edge."""
        number = next((at for at, column in enumerate(self._columns) if column.day == day), None)
        if number is not None:
            self.horizontalScrollBar().setValue(round(self.scale.left(number)))

    @property
    def first_day(self) -> dt.date | None:
        """The first day in sight."""
        return self._columns[self._picture.first_in_sight(self.view)].day if self._columns else None
