"""What the time board shows and where: the picture under fixed heads and rulers, scrolled both ways, and its zoom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from planner.clock import WallTime
from planner.language import screen_language
from planner.language.dates import time_text
from planner.ui.boards.accessible import ToldBoard
from planner.ui.boards.time.faces import Card, Note
from planner.ui.boards.time.held import SNAP
from planner.ui.boards.time.layout import Hit, Layout
from planner.ui.boards.time.picture import Picture, View
from planner.ui.boards.time.pieces import card_rect
from planner.ui.boards.time.rulers import HEAD, LEFT, RIGHT, Badge, Cities, Head, paint_now, paint_tag
from planner.ui.boards.time.scale import DAY_WIDTH, HOUR, Column, Scale
from planner.ui.boards.time.selection import Selection
from planner.ui.theme.painters import outline_round

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


class Tag(NamedTuple):
    """A time shown on the ruler while a card is moved; `tone` is chosen or wrong."""

    wall: WallTime
    tone: str = "chosen"


class Surface(ToldBoard):
    """The board to look at: cards, notes, what is marked and what is carried. Mouse and keys are the time board's."""

    #: Another part is in sight, or another zoom.
    viewChanged = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._columns: tuple[Column, ...] = ()
        self._heads: tuple[Head, ...] = ()
        self._cards: tuple[Card, ...] = ()
        self._zones = ("UTC", "UTC")
        self._zoom = ZOOMS.index(1.0)
        self._now: dt.datetime | None = None
        self._picture = Picture(Layout(Scale((), *self._zones), (), ()), Cities("", "", "", ""))
        self._drawn: QPixmap | None = None
        self._hovered: Hashable | None = None
        self._struck: frozenset[Hashable] = frozenset()
        self._tag: Tag | None = None
        self._band: tuple[QPointF, QPointF] | None = None
        #: Room kept free at the foot of the home ruler.
        self._foot = 0.0
        self._wanted: tuple[float, float] | None = (0.0, MORNING / 24)
        self.selection = Selection()
        #: Tells all of a card in words, for tips and screen readers.
        self.tell: Callable[[Hashable], str] | None = None
        #: Paints over the board, in the widget's own coordinates, whenever any of it is painted.
        self.overlay: Callable[[QPainter], None] | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    # What is shown

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
        self._lay_out()
        if self._hovered not in self.layout_.by_key:
            self._hovered = None

    def show_notes(self, notes: Mapping[Hashable, Note], badges: Mapping[Column, Badge]) -> None:
        """Show what is wrong with cards, by key, and how much with each column."""
        if notes != self._picture.notes or badges != self._picture.badges:
            self._picture.notes, self._picture.badges = notes, badges
            self.redraw()

    def show_now(self, now: dt.datetime | None) -> None:
        """Mark a moment as now, or none."""
        self._now = now
        self.viewport().update()

    @property
    def layout_(self) -> Layout:
        """The cards with their places."""
        return self._picture.layout

    @property
    def scale(self) -> Scale:
        """Where a moment lies."""
        return self._picture.layout.scale

    @property
    def view(self) -> View:
        """What part is in sight."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return View(QSizeF(self.viewport().size()), across, down, self.layout_.strip, self._foot)

    def note_of(self, key: Hashable) -> Note | None:
        """Give what is wrong with a card."""
        return self._picture.notes.get(key)

    def words_of(self, key: Hashable) -> str:
        """Give all of a card in one text."""
        if self.tell is not None:
            return self.tell(key)
        card = self.layout_.by_key.get(key)
        if card is None:
            return ""
        face = card.face
        signs = (sign.words for sign in face.signs)
        parts = (face.title, face.clocks.host or face.line, face.clocks.home, face.place, *signs)
        return ", ".join(filter(None, parts))

    def all_of(self, key: Hashable) -> str:
        """Give all that is known of a card: what it says, and under it what is wrong."""
        note = self.note_of(key)
        return "\n".join(filter(None, (self.words_of(key), "" if note is None else note.whole or note.words)))

    def _lay_out(self) -> None:
        """Put everything in its place, as wide and high as zoom and room want it."""
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
        grid = self.view.grid
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(scale.width - grid.width())))
        across.setPageStep(max(1, round(grid.width())))
        across.setSingleStep(round(width / 2))
        down.setRange(0, max(0, round(scale.height + 1 - grid.height())))
        down.setPageStep(max(1, round(grid.height())))
        down.setSingleStep(round(hour / 2))
        if self._wanted is not None and self._columns and self.isVisible():
            # Only a board that is seen knows how much room it has.
            across.setValue(round(self._wanted[0] * scale.width))
            down.setValue(round(self._wanted[1] * scale.height))
            self._wanted = None
        self.redraw()

    def redraw(self) -> None:
        """Draw everything anew at the next painting."""
        self._drawn = None
        self.viewport().update()

    # Places

    def place_of(self, moment: WallTime | dt.datetime, whose: Hashable = None) -> QPointF | None:
        """Give where a moment lies in the widget: on the left edge of its column; None if it has none.

        Raises `PlannerError` as `Scale.spot`.
        """
        spot = self.scale.spot(moment, whose)
        return None if spot is None else self.view.origin + QPointF(self.scale.left(spot.column), spot.y)

    def rect_from(self, number: int, top: float, bottom: float) -> QRectF:
        """Give the widget's rectangle for a card over a whole column, from one height of the grid to another."""
        return card_rect(self.scale, number, top, bottom).translated(self.view.origin)

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

    def scroll_near_edge(self, pos: QPointF | QPoint, reach: int = 24, *, only_across: bool = False) -> bool:
        """Scroll on if a place is near an edge of the grid, as while something is carried; says whether it did."""
        grid, spot = self.view.grid, QPointF(pos)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        was = across.value(), down.value()
        if spot.x() < grid.left() + reach or spot.x() > grid.right() - reach:
            across.setValue(across.value() + (reach if spot.x() > grid.center().x() else -reach))
        if only_across:
            return was != (across.value(), down.value())
        if spot.y() < grid.top() + reach or spot.y() > grid.bottom() - reach:
            down.setValue(down.value() + (reach // 2 if spot.y() > grid.center().y() else -reach // 2))
        return was != (across.value(), down.value())

    # What is being moved

    def lift(self, keys: Iterable[Hashable]) -> None:
        """Show these cards as carried elsewhere: only their old places are marked. None of them puts all back."""
        lifted = frozenset(keys)
        if lifted != self._picture.lifted:
            self._picture.lifted = lifted
            self.redraw()

    @property
    def lifted(self) -> frozenset[Hashable]:
        """The cards that are carried."""
        return self._picture.lifted

    def strike(self, keys: Iterable[Hashable]) -> None:
        """Mark the cards that what is carried would clash with."""
        struck = frozenset(keys)
        if struck != self._struck:
            for key in struck ^ self._struck:
                self._touch(key)
            self._struck = struck

    def tag(self, tag: Tag | None) -> None:
        """Show a time on the ruler, over the hour it hides."""
        if tag != self._tag:
            self._tag = tag
            self.viewport().update(QRect(0, 0, LEFT, self.viewport().height()))

    def hover(self, key: Hashable | None) -> None:
        """Mark the card the mouse is on, or none."""
        if key != self._hovered:
            self._touch(self._hovered)
            self._hovered = key
            self._touch(key)

    def _touch(self, key: Hashable | None) -> None:
        for rect in self.rects_of(key):
            self.viewport().update(rect.toAlignedRect().adjusted(-3, -3, 3, 3))

    def spot_of(self, key: Hashable | None) -> tuple[Column, float] | None:
        """Give where a card begins: its column, and how far down in hours; None if it is not on the board."""
        place = next((one for one in self.layout_.order if one[0] == key), None)
        rects = [] if place is None else self.layout_.rects_of(key)
        if place is None or not rects:
            return None
        return self.scale.columns[place[1]], round(rects[0].top() / self.scale.hour, 2)

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
        across.setValue(_nearest(across.value(), grid.width(), rect.left() - 4, rect.right() + 4))
        if rects:
            # With an hour around it: what comes before and after is worth seeing too.
            around = self.scale.hour
            down.setValue(_nearest(down.value(), grid.height(), rect.top() - around, rect.bottom() + around))

    def show_day(self, day: dt.date) -> None:
        """Bring a day to the left edge."""
        number = next((at for at, column in enumerate(self._columns) if column.day == day), None)
        if number is not None:
            self.horizontalScrollBar().setValue(round(self.scale.left(number)))

    @property
    def first_day(self) -> dt.date | None:
        """The first day in sight."""
        return self._columns[self._picture.first_in_sight(self.view)].day if self._columns else None

    # Zoom

    @property
    def zoom(self) -> int:
        """The step of `ZOOMS`."""
        return self._zoom

    def set_zoom(self, step: int) -> None:
        """Zoom to a step of `ZOOMS`, what is in the middle staying there."""
        step = min(max(step, 0), len(ZOOMS) - 1)
        if step == self._zoom:
            return
        bars, grid, was = (self.horizontalScrollBar(), self.verticalScrollBar()), self.view.grid, self.scale
        middles = [
            (bar.value() + side / 2) / max(1.0, whole)
            for bar, side, whole in zip(
                bars, (grid.width(), grid.height()), (was.width, was.height), strict=True
            )
        ]
        self._zoom = step
        self._lay_out()
        for bar, middle, side, whole in zip(
            bars, middles, (grid.width(), grid.height()), (self.scale.width, self.scale.height), strict=True
        ):
            bar.setValue(round(middle * whole - side / 2))
        self.viewChanged.emit()

    @property
    def sight(self) -> tuple[int, float, float]:
        """What is in sight, so that it can be found again on a board made anew: zoom, and how far it is scrolled."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        return self._zoom, across.value() / max(1.0, self.scale.width), down.value() / self.scale.height

    def show_sight(self, sight: tuple[int, float, float] | None) -> None:
        """Bring into sight what was before."""
        if sight is None:
            return
        self._zoom, across, down = sight
        self._wanted = (across, down)
        self._lay_out()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view, ratio = self.view, self.viewport().devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._picture.draw(view, ratio)
        painter = QPainter(self.viewport())
        # Only what has to be painted is copied: Qt keeps the clip.
        rect = event.rect()
        part = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._drawn, part)
        painter.save()
        painter.setClipRect(view.grid.adjusted(0, -view.strip, 0, 0), Qt.ClipOperation.IntersectClip)
        self._paint_states(painter)
        self._paint_now(painter, view)
        if self._band is not None:
            outline_round(painter, QRectF(*self._band).normalized(), "chosen.mark", radius=2)
        painter.restore()
        if self._tag is not None:
            y_of_day = self.scale.height_of(self._tag.wall.at)
            y = y_of_day + view.origin.y()
            words = time_text(self._tag.wall.at, screen_language())
            hour = round(y_of_day / self.scale.hour) * self.scale.hour + view.origin.y()
            paint_tag(painter, QRectF(0, view.grid.top(), LEFT, view.grid.height()), y, words, self._tag.tone, hour)
        if self.overlay is not None:
            self.overlay(painter)

    def _paint_states(self, painter: QPainter) -> None:
        focused = self.selection.current if self.hasFocus() else None
        for key in {*self.selection.marked, *self._struck, focused, self._hovered} - {None} - self.lifted:
            for rect in self.rects_of(key):
                if key in self._struck:
                    outline_round(painter, rect, "wrong.mark", width=2, radius=4)
                elif key in self.selection.marked or key == focused:
                    outline_round(painter, rect.adjusted(-1, -1, 1, 1), "chosen.mark", width=2, radius=5)
                else:
                    outline_round(painter, rect, "strong_line", radius=4)

    def _paint_now(self, painter: QPainter, view: View) -> None:
        spot = None if self._now is None else self.scale.spot(self._now)
        if spot is not None:
            left = view.origin.x() + self.scale.left(spot.column)
            paint_now(painter, left, left + self.scale.column_width, view.origin.y() + spot.y)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave:
            self.hover(None)
        return super().viewportEvent(event)

    def tip_at(self, pos: QPointF | QPoint) -> str:
        """Give all that is known about the card or the head at a place."""
        hit = self.card_at(pos)
        if hit is not None:
            return self.all_of(hit.key)
        number = self.scale.column_at(QPointF(pos).x() - self.view.strip_origin.x())
        return self._heads[number].tip if QPointF(pos).y() < HEAD and number is not None else ""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.viewChanged.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.redraw()

    def _scrolled(self) -> None:
        self.redraw()
        self.viewChanged.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The picture is drawn anew, not pushed along: heads and rulers stay where they are."""


def _nearest(value: int, side: float, first: float, last: float) -> int:
    """How far to scroll so that `first` to `last` is in sight, with as little movement as can be."""
    if first < value or last - first > side:
        return round(first)
    return round(last - side) if last > value + side else value
