"""What the night board shows and where: the picture under fixed heads and names, scrolled both ways, and its zoom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from planner.ui.boards.nights.blocks import Scene
from planner.ui.boards.nights.layout import BLOCK_HEAD, LANE, Hit, Layout, Line, Spread
from planner.ui.boards.nights.painting import HEAD, LEFT, sign_at
from planner.ui.boards.nights.picture import NightPicture, NightView
from planner.ui.boards.nights.scale import Scale
from planner.ui.boards.surface import least_scroll, outline_chosen, outline_target
from planner.ui.boards.tint import Tint
from planner.ui.boards.zoomed import ZoomedSurface
from planner.ui.theme import colour
from planner.ui.theme.painters import outline_round

#: How wide a night is at the steps of the board's own zoom; the lowest shows every night where it can.
ZOOMS: Final = (0, 44, 62, 84, 110, 150)
_LEAST: Final = 24


class Spot(NamedTuple):
    """A place of the board: the block, the row (None on the block's head), the night, and its column."""

    spread: Spread
    line: Line | None
    night: dt.date
    column: int


class Target(NamedTuple):
    """Where what is carried would lie: rectangles in the grid, and in which tone they are outlined."""

    rects: tuple[QRectF, ...]
    tone: str


class NightSurface(ZoomedSurface[NightView, Layout]):
    """The board to look at: blocks, bars, tints, what is marked and what is carried. Mouse and keys are the board's."""

    ZOOMS = ZOOMS
    FIRST_ZOOM = 1
    KEY_ZOOM = 0

    _picture: NightPicture

    def __init__(self, name: str) -> None:
        super().__init__(name, NightPicture(Layout(Scale((), 1), ())))
        self._scene = Scene()
        self._target: Target | None = None
        self._knife: QRectF | None = None
        #: Tells all that is against a block while something is carried, by its key.
        self.tell_tint: Callable[[Hashable], str] | None = None

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Show nights and blocks."""
        self._scene = scene
        self._show_laid()

    def show_tints(self, tints: Mapping[Hashable, Tint]) -> None:
        """Show what each block is to what is carried; nothing where nothing is."""
        if tints != self._picture.tints:
            self._picture.tints = dict(tints)
            self.redraw()

    @property
    def tints(self) -> Mapping[Hashable, Tint]:
        """What each block is to what is carried, by its key."""
        return self._picture.tints

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    @property
    def scale(self) -> Scale:
        """Where a night lies."""
        return self._picture.layout.scale

    @property
    @override
    def _extent(self) -> QSizeF:
        return QSizeF(self.scale.width, self.layout_.height)

    @property
    @override
    def _has_items(self) -> bool:
        return bool(self.layout_.spreads)

    @override
    def _lay_out(self) -> None:
        """As wide as zoom and room want it."""
        room = self.viewport().width() - LEFT - 1
        nights = tuple(head.night for head in self._scene.heads)
        width = max(ZOOMS[self._zoom] or _LEAST, room / max(1, len(nights)))
        self._picture.layout = Layout(Scale(nights, width), self._scene.blocks)
        self._picture.heads, self._picture.corner = self._scene.heads, self._scene.corner
        self._fit_bars(QSizeF(self.scale.width + 1, self.layout_.height), (round(width), BLOCK_HEAD))

    # Places

    def rect_of(self, key: Hashable | None) -> QRectF | None:
        """Give where a bar lies in the widget."""
        found = self.layout_.rect_of(key)
        return None if found is None else found.translated(self.view.origin)

    def rect_from(self, line: Line, first: dt.date, last: dt.date, lane: int = 0) -> QRectF | None:
        """Give the widget's rectangle of nights in a row of the board."""
        across = self.scale.span(first, last)
        if across is None:
            return None
        rect = QRectF(across[0] + 1, line.top + LANE * lane + 1, across[1] - across[0] - 2, LANE - 2)
        return rect.translated(self.view.origin)

    def bar_at(self, pos: QPointF | QPoint) -> Hit | None:
        """Give the bar at a place of the widget, and which of its ends."""
        spot, view = QPointF(pos), self.view
        return self.layout_.hit(spot - view.origin) if view.grid.contains(spot) else None

    def spot_at(self, pos: QPointF | QPoint) -> Spot | None:
        """Give the block, the row and the night at a place of the widget; over the names the first night in sight."""
        at, view = QPointF(pos), self.view
        if not QRectF(0, HEAD, view.size.width(), view.grid.height()).contains(at) or not self.scale.nights:
            return None
        inside = at - view.origin
        spread = self.layout_.spread_at(inside.y())
        if spread is None:
            return None
        column = self.scale.nearest(max(inside.x(), view.x))
        return Spot(spread, self.layout_.line_at(inside.y()), self.scale.nights[column], column)

    # What is being moved

    def aim(self, target: Target | None) -> None:
        """Outline where what is carried would lie; the rectangles are in the grid."""
        if target != self._target:
            for one in (self._target, target):
                for rect in () if one is None else one.rects:
                    self._update(rect.translated(self.view.origin))
            self._target = target

    @property
    def target(self) -> Target | None:
        """Where what is carried would lie."""
        return self._target

    def show_knife(self, line: QRectF | None) -> None:
        """Show where a stay would be split, as a line in the grid, or nowhere."""
        for one in (self._knife, line):
            if one is not None:
                self._update(one.translated(self.view.origin).adjusted(-12, -4, 12, 4))
        self._knife = line

    @override
    def scroll_to(self, key: Hashable | None) -> None:
        """Bring a bar, or a block by its key, into sight as far as it goes."""
        rect = self.layout_.rect_of(key)
        spread = None if key is None else self.layout_.block_of(key)
        grid = self.view.grid
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if rect is not None:
            across.setValue(least_scroll(across.value(), grid.width(), rect.left() - 4, rect.right() + 4))
            line = self.layout_.line_of(key)
            if line is not None:
                # With the head of its block, if both have room.
                spread = self.layout_.spreads[line.block]
                down.setValue(least_scroll(down.value(), grid.height(), spread.top, rect.bottom() + 8))
            down.setValue(least_scroll(down.value(), grid.height(), rect.top() - 8, rect.bottom() + 8))
        elif spread is not None:
            down.setValue(least_scroll(down.value(), grid.height(), spread.top, spread.bottom))

    # Painting

    @override
    def _paint_over(self, painter: QPainter, view: NightView) -> None:
        painter.setClipRect(view.grid, Qt.ClipOperation.IntersectClip)
        self._paint_states(painter)
        if self._target is not None:
            for spot in self._target.rects:
                outline_target(painter, spot.translated(view.origin), self._target.tone)
        if self._knife is not None:
            line = self._knife.translated(view.origin)
            painter.fillRect(QRectF(line.center().x() - 1, line.top() - 2, 2, line.height() + 4), colour("chosen.mark"))

    def _paint_states(self, painter: QPainter) -> None:
        focused = self.selection.current if self.hasFocus() else None
        for key in {*self.selection.marked, focused, self._hovered} - {None} - self.lifted:
            rect = self.rect_of(key)
            if rect is None:
                continue
            if key in self.selection.marked or key == focused:
                outline_chosen(painter, rect)
            else:
                outline_round(painter, rect, "text3", radius=4)

    @override
    def tip_at(self, pos: QPointF | QPoint) -> str:
        """Give all that is known about the bar, the block, the sign or the night at a place."""
        hit = self.bar_at(pos)
        if hit is not None:
            return hit.bar.words
        at, view = QPointF(pos), self.view
        if at.y() < HEAD:
            column = self.scale.column_at(at.x() - view.origin.x())
            return self._scene.heads[column].tip if column is not None and at.x() > LEFT else ""
        spot = self.spot_at(pos)
        if spot is None:
            return ""
        block, tint = spot.spread.block, self.tints.get(spot.spread.block.key)
        if at.x() < LEFT and spot.line is None:
            sign = sign_at(block.signs, LEFT, at.x())
            return sign.words if sign is not None else block.tip
        if tint is not None:
            return self.tell_tint(block.key) if self.tell_tint is not None else tint.words
        if at.x() < LEFT and spot.line is not None:
            return spot.line.row.tip or spot.line.row.label
        return self._closed_tip(spot) or (block.line if spot.line is None else spot.line.row.note)

    @staticmethod
    def _closed_tip(spot: Spot) -> str:
        block = spot.spread.block
        found = [closed.words for closed in block.closed if closed.first <= spot.night <= closed.last]
        found += [flag.words for flag in block.flags if spot.line is not None and flag.night == spot.night]
        return "\n".join(found)
