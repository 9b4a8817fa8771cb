"""Findings on screen: how each level looks, and the list of them, grouped by level; a click leads to the spot.

Below one of them its detail can be unfolded: why it matters, and what can be done.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.rules.finding import Finding, Severity
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import FIELD_ICON
from planner.ui.theme.painters import outline_round
from planner.ui.widgets.findinglevels import KINDS, level_of
from planner.ui.widgets.findingrows import FINDING, Head, Rows, Unfolded

_Index = QModelIndex | QPersistentModelIndex


_ROW: Final = 30
#: At the right end of a line: where it unfolds; before that its kind, and its day where there is room for it.
_WHY: Final = 68
_ABOUT: Final = 112
_DAY: Final = 104
_ROOM_FOR_DAY: Final = 720
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Detail(QWidget):
    """What is unfolded below a finding."""

    #: It needs more room, or less.
    grown = Signal()

    @abstractmethod
    def show_finding(self, finding: Finding, *, anew: bool) -> None:
        """Show a finding; `anew` tells that it is another than before, and what is half typed is forgotten."""

    def height_at(self, width: int) -> int:
        """How high it is at a width."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)


class _Line(QStyledItemDelegate):
    """Paints a finding: sign, sentence, its day, what it belongs to, and an arrow or where it unfolds."""

    def __init__(self, owner: FindingList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if isinstance(index.data(FINDING), Unfolded):
            return QSize(200, self._list.detail_height)
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(FINDING)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if isinstance(row, Unfolded):
            return
        painter.save()
        room = rect.adjusted(16, 0, -16, 0)
        if isinstance(row, Head):
            painter.setFont(font("small", bold=True))
            painter.setPen(colour("text3"))
            painter.drawText(room, _LEFT, row.words)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(rect, colour("chosen.fill"))
            elif state & QStyle.StateFlag.State_MouseOver:
                outline_round(painter, QRectF(rect).adjusted(8, 1, -8, -1), "strong_line")
            self._finding(painter, room, row, chosen=chosen)
        painter.restore()

    def _finding(self, painter: QPainter, room: QRect, row: Finding, *, chosen: bool) -> None:
        level = level_of(row)
        middle = room.center().y()
        spot = QRect(room.left(), middle - FIELD_ICON // 2 + 1, FIELD_ICON, FIELD_ICON)
        paint_icon(painter, level.icon, f"{level.tone}.mark", spot)
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), colour("grid"))
        right = room.right() - self._end(painter, room, middle, row)
        painter.setFont(font("small", bold=True))
        about = tr(KINDS[row.kind])
        wide = max(painter.fontMetrics().horizontalAdvance(about) + 8, _ABOUT)
        painter.setPen(colour("chosen.text"))
        right -= wide
        painter.drawText(QRect(right, room.top(), wide, room.height()), _LEFT, about)
        if row.day is not None and room.width() > _ROOM_FOR_DAY:
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            right -= _DAY
            painter.drawText(
                QRect(right, room.top(), _DAY, room.height()), _LEFT, day_text(row.day, screen_language(), "short")
            )
        painter.setFont(font(bold=chosen))
        painter.setPen(colour("text"))
        words = QRect(room.left() + FIELD_ICON + 10, room.top(), 0, room.height())
        words.setRight(right - 12)
        short = painter.fontMetrics().elidedText(say(row.figures), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, short)

    def _end(self, painter: QPainter, room: QRect, middle: int, row: Finding) -> int:
        """The end of a line: an arrow to the spot, or "Why?"; gives its width."""
        if not self._list.unfolds:
            paint_icon(painter, "right", "text2", QRect(room.right() - 13, middle - 6, 14, 14))
            return 20
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        end = QRect(room.right() - _WHY, room.top(), _WHY - 18, room.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, tr("Why?"))
        sign = "up" if row.key == self._list.unfolded else "down"
        paint_icon(painter, sign, "text2", QRect(room.right() - 13, middle - 6, 14, 14))
        return _WHY + 8


class FindingList(QListView):
    """The list; Enter or a click leads to the spot.

    With a `detail`, a click on "Why?" or the right arrow key unfolds it below the line, and the left one folds it.
    """

    #: The `Subject` to go to.
    picked = Signal(object)

    def __init__(self, name: str, *, heads: bool = True, detail: Detail | None = None) -> None:
        super().__init__()
        self._heads = heads
        self._findings: tuple[Finding, ...] = ()
        self._detail = detail
        self.unfolded = ""
        self._pressed = QPoint()
        self._rows = Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._click)
        if detail is not None:
            detail.setParent(self.viewport())
            detail.setCursor(Qt.CursorShape.ArrowCursor)
            detail.hide()
            detail.grown.connect(self._lay_out_again)

    @property
    def unfolds(self) -> bool:
        """Whether there is a detail to unfold."""
        return self._detail is not None

    @property
    def detail_height(self) -> int:
        """How much room the detail needs."""
        return 0 if self._detail is None else self._detail.height_at(self.viewport().width())

    def _click(self, index: QModelIndex) -> None:
        row = index.data(FINDING)
        if not isinstance(row, Finding):
            return
        if self.unfolds and self._pressed.x() >= self.viewport().width() - 16 - _WHY:
            self.unfold("" if row.key == self.unfolded else row.key)
        else:
            self.picked.emit(row.subject)

    def unfold(self, key: str) -> None:
        """Unfold the detail of a finding, known by its key, in place of any other; an empty key folds it."""
        if self._detail is None:
            return
        self.unfolded = key
        self._fill()
        place = self._rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place))
            self.scrollTo(self._rows.index(place + 1))
            self.scrollTo(self._rows.index(place))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, keeping the place by the finding's key."""
        self._findings = tuple(findings)
        self._fill()

    def _fill(self) -> None:
        current = self.currentIndex().data(FINDING) if self.currentIndex().isValid() else None
        scrolled = self.verticalScrollBar().value()
        unfolded = next((one for one in self._findings if one.key == self.unfolded), None)
        if self._detail is not None:
            if unfolded is not None:
                self._detail.show_finding(unfolded, anew=self._detail.property("key") != self.unfolded)
            self._detail.setProperty("key", self.unfolded)
            self._detail.setVisible(unfolded is not None)
        if unfolded is None:
            self.unfolded = ""
        self._rows.fill(self._findings, heads=self._heads, unfolded=self.unfolded)
        if isinstance(current, Finding):
            place = self._rows.place_of(current.key)
            if place is not None:
                self.setCurrentIndex(self._rows.index(place))
        self._lay_out_again()
        self.verticalScrollBar().setValue(scrolled)

    def _lay_out_again(self) -> None:
        self.doItemsLayout()
        self._place_detail()

    def _place_detail(self) -> None:
        place = self._rows.place_of(self.unfolded)
        if self._detail is not None and place is not None:
            self._detail.setGeometry(self.visualRect(self._rows.index(place + 1)))

    def go_to_level(self, level: Severity | None) -> None:
        """Bring the findings of a level into sight; none does nothing."""
        if level is not None:
            self._go_to(Head(level))

    def go_to_accepted(self) -> None:
        """Bring what was accepted into sight."""
        self._go_to(Head(None))

    def _go_to(self, head: Head) -> None:
        if head in self._rows.rows:
            place = self._rows.rows.index(head)
            self.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def fit(self, most: int) -> None:
        """Be as high as the rows there are, at most `most` of them."""
        self.setFixedHeight(min(len(self._rows.rows), most) * _ROW)

    def keep_room(self, rows: int) -> None:
        """Be as high as so many rows, until `fit`."""
        self.setFixedHeight(rows * _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(FINDING) if self.currentIndex().isValid() else None
        key = event.key()
        if isinstance(row, Finding) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(row.subject)
        elif isinstance(row, Finding) and self.unfolds and key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.unfold(row.key)
        elif isinstance(row, Finding) and self.unfolds and key == Qt.Key.Key_Left:
            self.unfold("")
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_again()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_detail()
