"""The programme as a list to run through: day heads and events, painted from lines that were made before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from planner.language import tr
from planner.rules.finding import Subject
from planner.ui.pages.programme.line import DayHead, EventLine, Line
from planner.ui.pages.programme.painting import height_of, paint_event, paint_head

_Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], DayHead):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words if isinstance(line, DayHead) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words if isinstance(line, DayHead) else line.spoken
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, EventLine):
            return line.spoken
        return None


class _Line(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(400, height_of(index.data(LINE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE)
        painter.save()
        state: QStyle.StateFlag = option.state
        if isinstance(line, DayHead):
            paint_head(painter, option.rect, line)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            paint_event(painter, option.rect, line, chosen=chosen, over=over)
        painter.restore()


class EventList(QListView):
    """Arrow keys choose; what other keys do to the event chosen is the page's."""

    #: The event chosen, a `Subject`.
    picked = Signal(object)
    #: Enter or a double click on an event: its `Subject`; on the head of a day: the day.
    opened = Signal(object)
    #: A key while an event is chosen, the `QKeyEvent`; who does something about it accepts it.
    keyed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(tr("Programme"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._open)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; what is chosen stays so, and the scroll place."""
        chosen, scrolled = self.chosen, self.verticalScrollBar().value()
        self._quiet = True
        self._model.show(lines)
        self.choose(chosen, scroll=False)
        self._quiet = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)

    @property
    def chosen(self) -> Subject | None:
        """The event chosen."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return line.subject if isinstance(line, EventLine) else None

    @property
    def chosen_day(self) -> dt.date | None:
        """The day of the event chosen, or of what stands at the top."""
        for index in (self.currentIndex(), self.indexAt(self.viewport().rect().topLeft())):
            line = index.data(LINE) if index.isValid() else None
            if isinstance(line, DayHead | EventLine):
                return line.day
        return None

    def choose(self, subject: Subject | None, *, scroll: bool = True) -> bool:
        """Choose an event without telling anybody; False if it is not shown."""
        was, self._quiet = self._quiet, True
        place = next(
            (at for at, line in enumerate(self._model.lines)
             if isinstance(line, EventLine) and line.subject == subject),
            None,
        )  # fmt: skip
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            index = self._model.index(place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scroll:
                self.scrollTo(index)
        self._quiet = was
        return place is not None

    def show_day(self, day: dt.date) -> None:
        """Bring a day to the top."""
        for place, line in enumerate(self._model.lines):
            if isinstance(line, DayHead) and line.day == day:
                self.scrollTo(self._model.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def _moved(self, current: QModelIndex) -> None:
        line = current.data(LINE) if current.isValid() else None
        if not self._quiet and isinstance(line, EventLine):
            self.picked.emit(line.subject)

    def _open(self, index: _Index) -> None:
        line = index.data(LINE)
        self.opened.emit(line.subject if isinstance(line, EventLine) else line.day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if self.chosen is not None:
            self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        top = self.indexAt(self.viewport().rect().topLeft())
        if not top.isValid():
            return
        # The day at the top stays in sight while its events pass under it.
        place = next(
            (at for at in range(top.row(), -1, -1) if isinstance(self._model.lines[at], DayHead)), None
        )
        if place is None:
            return
        head = self._model.lines[place]
        assert isinstance(head, DayHead)
        rect = self.visualRect(self._model.index(place))
        if rect.top() >= 0:
            return
        rect.moveTop(0)
        following = next(
            (at for at in range(place + 1, len(self._model.lines)) if isinstance(self._model.lines[at], DayHead)),
            None,
        )
        if following is not None:
            below = self.visualRect(self._model.index(following)).top()
            rect.moveTop(min(0, below - rect.height()))
        rect.setHeight(height_of(head) if not head.empty else rect.height())
        painter = QPainter(self.viewport())
        paint_head(painter, rect, head)
