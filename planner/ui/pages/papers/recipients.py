"""Who a paper can be for: the whole group and every member, each with a box to tick and when theirs was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, outline_round

_Index = QModelIndex | QPersistentModelIndex
_ITEM: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 30
_BOX: Final = 16
_LEFT: Final = 16


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line: `uid` None for the whole group; a `head` is the line over a group of members."""

    uid: str | None
    name: str
    other: str = ""
    note: str = ""
    head: bool = False


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Recipient, ...] = ()
        self.ticked: set[str | None] = set()

    def show(self, rows: Iterable[Recipient]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        there = {row.uid for row in self.rows if not row.head}
        self.ticked &= there
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.rows[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ITEM:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, (row.name, row.other, row.note)))
        if role == Qt.ItemDataRole.CheckStateRole and not row.head:
            return Qt.CheckState.Checked if row.uid in self.ticked else Qt.CheckState.Unchecked
        return None


class _Line(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: _Index) -> bool:
        # The list itself sees to ticks, by mouse and by key.
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Recipient = index.data(_ITEM)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(_LEFT, 0, -12, 0)
        if row.head:
            painter.setFont(font("small", bold=True))
            painter.setPen(colour("text2"))
            painter.drawText(room.adjusted(0, 6, 0, 0), middle, row.name)
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colour("chosen.fill"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("grid"))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = QRectF(room.left(), rect.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
        fill_round(painter, box, "chosen.mark" if ticked else "panel", 4)
        if ticked:
            paint_icon(painter, "check", "on_chosen", box.adjusted(2, 2, -2, -2))
        else:
            outline_round(painter, box, "strong_line", radius=4)
        x = room.left() + _BOX + 10
        painter.setFont(font("small"))
        note_wide = painter.fontMetrics().horizontalAdvance(row.note)
        painter.setPen(colour("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.note)
        left = room.right() - note_wide - 12 - x
        painter.setFont(font(bold=chosen or row.uid is None))
        painter.setPen(colour("chosen.text" if chosen else "text"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(QRect(x, rect.top(), left, rect.height()), middle, name)
        after = x + metrics.horizontalAdvance(name) + 8
        if row.other and after < x + left - 24:
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            wide = x + left - after
            other = painter.fontMetrics().elidedText(row.other, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(after, rect.top() + 1, wide, rect.height()), middle, other)
        painter.restore()


class RecipientList(QListView):
    """The list. Arrow keys choose whom to look at, the space bar ticks, as a click on the box does."""

    #: Somebody else is looked at: the uid, or None for the whole group.
    picked = Signal(object)
    #: The ticks have changed.
    ticksChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(tr("For whom"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_recipients(self, rows: Sequence[Recipient]) -> None:
        """Show these; whoever was chosen and ticked stays so."""
        chosen, scrolled = self.chosen, self.verticalScrollBar().value()
        self._quiet = True
        self._model.show(rows)
        self._quiet = False
        if not self.choose(chosen):
            self.choose(None)
        self.verticalScrollBar().setValue(scrolled)

    @property
    def chosen(self) -> str | None:
        """Whose paper is looked at."""
        row = self.currentIndex().data(_ITEM) if self.currentIndex().isValid() else None
        return row.uid if isinstance(row, Recipient) else None

    def choose(self, uid: str | None) -> bool:
        """Choose a recipient without telling anybody; False if they are not here."""
        for place, row in enumerate(self._model.rows):
            if row.uid == uid and not row.head:
                was, self._quiet = self._quiet, True
                index = self._model.index(place)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
                self._quiet = was
                return True
        return False

    def _moved(self, current: QModelIndex) -> None:
        row = current.data(_ITEM) if current.isValid() else None
        if not self._quiet and isinstance(row, Recipient) and not row.head:
            self.picked.emit(row.uid)

    # Ticks

    @property
    def ticked(self) -> list[str | None]:
        """Who is ticked, in the order shown."""
        return [row.uid for row in self._model.rows if not row.head and row.uid in self._model.ticked]

    @property
    def members(self) -> list[str]:
        """Every member in the list."""
        return [row.uid for row in self._model.rows if not row.head and row.uid is not None]

    def tick(self, uids: Iterable[str | None]) -> None:
        """Tick exactly these."""
        self._model.ticked = set(uids)
        self.viewport().update()
        self.ticksChanged.emit()

    def _turn(self, index: _Index) -> None:
        row = index.data(_ITEM)
        if isinstance(row, Recipient) and not row.head:
            self.tick(self._model.ticked ^ {row.uid})

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _LEFT + _BOX + 6:
            self._turn(index)
            return
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
            return
        super().keyPressEvent(event)
