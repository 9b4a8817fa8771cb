"""What the people board shows and where: the picture, rows scrolled under hours and needs, and what is carried."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from planner.ui.boards.chosen import ChosenSurface
from planner.ui.boards.people.blocks import Block, Scene
from planner.ui.boards.people.layout import Hit, Layout
from planner.ui.boards.people.painting import LEFT, paint_block
from planner.ui.boards.people.picture import PeoplePicture, PeopleView
from planner.ui.boards.surface import outline_chosen, outline_target
from planner.ui.boards.tint import Tint
from planner.ui.theme import colour
from planner.ui.theme.painters import outline_round

_ROUND = 10
#: How far a step of the scroll bars goes, across and down.
_STEPS = (48, 32)


class Aim(NamedTuple):
    """Where what is carried would lie: the number of a row, from when to when, and in which tone it is outlined."""

    row: int
    start: float
    end: float
    tone: str


class PeopleSurface(ChosenSurface[PeopleView, Layout]):
    """The board to look at: rows, blocks, tints, what is chosen and what is carried. Mouse and keys are the board's."""

    #: The knife reaches out of the block that it would cut.
    AROUND = 6

    _picture: PeoplePicture

    def __init__(self, name: str) -> None:
        super().__init__(name, PeoplePicture(Layout(Scene(), (1, 1))))
        self._scene = Scene()
        self._aim: Aim | None = None
        self._carried: tuple[Block, QRectF] | None = None
        self._knife: float | None = None

    # What is shown

    def show_scene(self, scene: Scene) -> None:
        """Show what is needed and who does it."""
        self._scene = scene
        self._show_laid()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_tints(self, tints: Mapping[Hashable, Tint]) -> None:
        """Show what each row is to what is carried; nothing where nothing is."""
        self._picture.tints = dict(tints)
        self.redraw()

    @property
    def tints(self) -> Mapping[Hashable, Tint]:
        """What each row is to what is carried, by its key."""
        return self._picture.tints

    def mark_row(self, key: Hashable | None) -> None:
        """Mark a row as the one looked at."""
        if key != self._picture.chosen_row:
            self._picture.chosen_row = key
            self.redraw()

    @override
    def _lay_out(self) -> None:
        grid = self.view.grid
        self._picture.layout = Layout(self._scene, (grid.width(), grid.height()))
        layout = self.layout_
        self._fit_bars(QSizeF(layout.scale.width, layout.height), _STEPS, hidden=layout.top)

    # Places

    def _origin(self, row: int | None) -> QPointF:
        return self.view.top_origin if row is None else self.view.origin

    def rect_of(self, key: Hashable | None) -> QRectF | None:
        """Give where a block lies in the widget."""
        found = self.layout_.rect_of(key)
        return None if found is None else found.translated(self._origin(self.layout_.row_of(key)))

    def spot_of(self, row: int, at: float) -> QPointF:
        """Give the widget's place of a minute in a row."""
        rect = self.layout_.row_rect(row)
        return QPointF(self.layout_.scale.x(at), rect.center().y()) + self._origin(row)

    def block_at(self, pos: QPointF | QPoint) -> Hit | None:
        """Give the block at a place of the widget, and which of its ends."""
        at, view = QPointF(pos), self.view
        if not view.grid.contains(at):
            return None
        rows = view.rows(self.layout_).contains(at)
        hit = self.layout_.hit(at - (view.origin if rows else view.top_origin))
        return hit if hit is not None and (hit.row is not None) == rows else None

    def row_at(self, pos: QPointF | QPoint) -> int | None:
        """Give the number of the row at a place of the widget, over names and hours alike."""
        at, view = QPointF(pos), self.view
        if not view.rows(self.layout_).contains(at):
            return None
        return self.layout_.row_at(at.y() - view.origin.y())

    def minute_at(self, pos: QPointF | QPoint, step: float = 5) -> float:
        """Give the minute at a place of the widget."""
        return self.layout_.scale.at(QPointF(pos).x() - self.view.top_origin.x(), step)

    @override
    def scroll_to(self, key: Hashable | None) -> None:
        """Bring a block, or a row by its key, into sight."""
        rect = self.layout_.rect_of(key)
        row = self.layout_.row_of(key) if rect is not None else self.layout_.row_number(key)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if row is not None:
            own, high = self.layout_.row_rect(row), self.view.rows(self.layout_).height()
            top, bottom = own.top() - self.layout_.top, own.bottom() - self.layout_.top
            down.setValue(round(min(top, max(down.value(), bottom - high))))
        if rect is not None:
            wide = self.view.grid.width()
            across.setValue(round(min(rect.left() - _ROUND, max(across.value(), rect.right() + _ROUND - wide))))

    @property
    @override
    def _moving(self) -> QRectF:
        return self.view.rows(self.layout_)

    # What is moved

    def aim(self, aim: Aim | None) -> None:
        """Outline where what is carried would lie."""
        if aim != self._aim:
            self._touch_aim()
            self._aim = aim
            self._touch_aim()

    @property
    def aimed(self) -> Aim | None:
        """Where what is carried would lie."""
        return self._aim

    def show_carried(self, block: Block | None, rect: QRectF | None = None) -> None:
        """Show the block that is carried, at a place of the widget."""
        for _, old in () if self._carried is None else (self._carried,):
            self._update(old.adjusted(0, 0, 4, 6))
        self._carried = None if block is None or rect is None else (block, rect)
        if rect is not None:
            self._update(rect.adjusted(0, 0, 4, 6))

    def show_knife(self, at: float | None) -> None:
        """Show at which minute the chosen block would be split, or nowhere."""
        self._knife = at
        self._touch(self.chosen)

    def _touch_aim(self) -> None:
        if self._aim is not None:
            rect = self.layout_.slot_rect(self._aim.row, self._aim.start, self._aim.end)
            self._update(rect.translated(self._origin(self._aim.row)))

    # Painting

    @override
    def _paint_over(self, painter: QPainter, view: PeopleView) -> None:
        painter.setClipRect(view.grid, Qt.ClipOperation.IntersectClip)
        self._paint_states(painter)
        painter.setClipping(False)
        if self._carried is not None:
            block, spot = self._carried
            paint_block(painter, spot, block, carried=True)

    def _paint_states(self, painter: QPainter) -> None:
        view = self.view
        for key in {self._hovered, self.chosen} - {None} - self.lifted:
            rect = self.rect_of(key)
            if rect is None:
                continue
            painter.save()
            if self.layout_.row_of(key) is not None:
                painter.setClipRect(view.rows(self.layout_), Qt.ClipOperation.IntersectClip)
            if key == self.chosen:
                outline_chosen(painter, rect)
                if self._knife is not None:
                    x = self.layout_.scale.x(self._knife) + self._origin(0).x()
                    painter.fillRect(QRectF(x - 1, rect.top() - 4, 2, rect.height() + 8), colour("chosen.mark"))
            else:
                outline_round(painter, rect, "text3", radius=4)
            painter.restore()
        if self._aim is not None:
            painter.setClipRect(view.rows(self.layout_), Qt.ClipOperation.IntersectClip)
            rect = self.layout_.slot_rect(self._aim.row, self._aim.start, self._aim.end)
            outline_target(painter, rect.translated(self._origin(self._aim.row)), self._aim.tone)

    @override
    def tip_at(self, pos: QPointF | QPoint) -> str:
        """Give all that is known about the block or the row at a place."""
        hit, number = self.block_at(pos), self.row_at(pos)
        if hit is not None:
            return hit.block.words
        if number is None:
            return ""
        row, at = self._scene.rows[number], QPointF(pos)
        tint = self.tints.get(row.key)
        if tint is not None:
            return tint.words
        if at.x() < LEFT:
            return "\n".join(filter(None, (row.tip, row.load.words if row.load else "")))
        pale = self.layout_.pale_at(at - self.view.origin)
        minute = self.minute_at(at)
        closed = next((one.words for one in row.closed if one.start <= minute < one.end), "")
        return pale.words if pale is not None else closed
