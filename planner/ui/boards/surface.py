"""What all boards are: a picture under heads and names that stay in place, scrolled both ways, with tips and marks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Sequence
from typing import ClassVar, Generic

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from planner.ui.boards.accessible import ToldBoard
from planner.ui.boards.picture import L, Picture, V
from planner.ui.boards.selection import Selection
from planner.ui.theme.painters import outline_round


class BoardSurface(ToldBoard, Generic[V, L]):
    """A board to look at. Each says where things lie and how they are painted."""

    #: Another part is in sight, or another zoom.
    viewChanged = Signal()

    #: How far around an item something of its state is painted, beyond its outline.
    AROUND: ClassVar[float] = 0
    #: Whether it scrolls on too while something is held over what stands beside the grid, not only inside it.
    BESIDE: ClassVar[bool] = False

    def __init__(self, name: str, picture: Picture[V, L]) -> None:
        super().__init__(name)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self._picture = picture
        self._drawn: QPixmap | None = None
        self._shown: V | None = None
        self._hovered: Hashable | None = None
        self.selection = Selection()
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    # What a board says of itself

    @abstractmethod
    def scroll_to(self, key: Hashable | None) -> None:
        """Bring an item into sight, as far as it goes."""

    @abstractmethod
    def tip_at(self, pos: QPointF | QPoint) -> str:
        """Give all that is known about what is at a place of the widget."""

    @abstractmethod
    def _lay_out(self) -> None:
        """Put everything in its place, as the room wants it, and `_fit_bars` to it."""

    @abstractmethod
    def _paint_over(self, painter: QPainter, view: V) -> None:
        """Paint over the picture what changes without it: what is marked, and what is carried."""

    @property
    def layout_(self) -> L:
        """Everything with its place."""
        return self._picture.layout

    @property
    def view(self) -> V:
        """What part is in sight."""
        return self._picture.view(QSizeF(self.viewport().size()), *self._scroll)

    @property
    def _scroll(self) -> tuple[int, int]:
        """How far the board is scrolled across and down."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _fit_bars(self, whole: QSizeF, steps: tuple[int, int], *, hidden: float = 0) -> None:
        """Let the scroll bars reach over the whole; `hidden` of the grid's height is under something that stays."""
        grid = self.view.grid
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(whole.width() - grid.width())))
        across.setPageStep(max(1, round(grid.width())))
        down.setRange(0, max(0, round(whole.height() - grid.height())))
        down.setPageStep(max(1, round(grid.height() - hidden)))
        across.setSingleStep(steps[0])
        down.setSingleStep(steps[1])
        self.redraw()

    @property
    def _moving(self) -> QRectF:
        """What of the widget moves when the board is scrolled down."""
        return self.view.grid

    def scroll_near_edge(self, pos: QPointF | QPoint, reach: int = 24, *, only_across: bool = False) -> bool:
        """Scroll on if a place is near an edge of what moves, as while something is carried; says whether it did."""
        grid, moving, spot = self.view.grid, self._moving, QPointF(pos)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        was = across.value(), down.value()
        if self.BESIDE or grid.left() < spot.x() < grid.right():
            if spot.x() > grid.right() - reach:
                across.setValue(across.value() + reach)
            elif spot.x() < grid.left() + reach:
                across.setValue(across.value() - reach)
        if not only_across:
            if spot.y() < moving.top() + reach:
                down.setValue(down.value() - reach // 2)
            elif spot.y() > moving.bottom() - reach:
                down.setValue(down.value() + reach // 2)
        return was != (across.value(), down.value())

    # What is chosen

    @property
    def chosen(self) -> Hashable | None:
        """The item the user is on."""
        return self.selection.current

    @property
    @override
    def told_keys(self) -> Sequence[Hashable]:
        return self.layout_.order

    @property
    @override
    def told_current(self) -> Hashable | None:
        return self.selection.current

    @property
    @override
    def told_marked(self) -> frozenset[Hashable]:
        return self.selection.marked

    def choose(self, key: Hashable | None, *, scroll: bool = True) -> bool:
        """Choose an item without telling anybody but a screen reader; False if it is not on the board."""
        known = key in self.layout_.keys
        self._touch_marked()
        self.selection.only(key if known else None)
        self._touch_marked()
        if known and scroll:
            self.scroll_to(key)
        self.tell_current()
        return known

    def _show_laid(self) -> bool:
        """Lay out what is to be shown from now on; says whether anything that was marked is no longer there."""
        self._lay_out()
        if self._hovered not in self.layout_.keys:
            self._hovered = None
        return self.selection.keep(self.layout_.keys)

    def lift(self, keys: Iterable[Hashable]) -> None:
        """Show these as carried elsewhere: only their old places are marked. None of them puts all back."""
        lifted = frozenset(keys)
        if lifted != self._picture.lifted:
            self._picture.lifted = lifted
            self.redraw()

    @property
    def lifted(self) -> frozenset[Hashable]:
        """What is carried."""
        return self._picture.lifted

    # What is drawn anew

    def redraw(self) -> None:
        """Draw everything anew at the next painting."""
        self._drawn = None
        self.viewport().update()

    def hover(self, key: Hashable | None) -> None:
        """Mark the item the mouse is on, or none."""
        if key != self._hovered:
            self._touch(self._hovered)
            self._hovered = key
            self._touch(key)

    def _touch(self, key: Hashable | None) -> None:
        """Let an item be painted again."""
        for rect in () if key is None else self.told_rects(key):
            self._update(rect.adjusted(-self.AROUND, -self.AROUND, self.AROUND, self.AROUND))

    def _touch_marked(self) -> None:
        for key in {*self.selection.marked, self.selection.current}:
            self._touch(key)

    def _update(self, rect: QRectF) -> None:
        self.viewport().update(rect.toAlignedRect().adjusted(-3, -3, 3, 3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view, ratio = self.view, self.viewport().devicePixelRatioF()
        if self._drawn is not None and self._shown is not None and self._shown != view:
            self._drawn = self._picture.scrolled(self._drawn, self._shown, view)
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._picture.draw(view, ratio)
        self._shown = view
        painter = QPainter(self.viewport())
        # Only what has to be painted is copied: Qt keeps the clip.
        rect = event.rect()
        part = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
        painter.drawPixmap(QRectF(rect), self._drawn, part)
        self._paint_over(painter, view)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.viewChanged.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.redraw()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._touch_marked()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._touch_marked()

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

    def _scrolled(self) -> None:
        self.viewport().update()
        self.viewChanged.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The picture is drawn anew, not pushed along: heads and names stay where they are."""


def outline_chosen(painter: QPainter, rect: QRectF) -> None:
    """Outline an item that is marked, or on which the keyboard is."""
    outline_round(painter, rect.adjusted(-1, -1, 1, 1), "chosen.mark", width=2, radius=5)


def outline_target(painter: QPainter, rect: QRectF, tone: str) -> None:
    """Outline where what is carried would lie, in a tone."""
    outline_round(painter, rect, f"{tone}.mark", width=2, radius=4, dashed=True)


def least_scroll(value: int, side: float, first: float, last: float) -> int:
    """Give how far to scroll so that `first` to `last` is in sight, with as little movement as can be."""
    if first < value or last - first > side:
        return round(first)
    return round(last - side) if last > value + side else value
