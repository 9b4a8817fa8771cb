"""The search over everything (Ctrl+K): people, families, activities, places, pages and actions, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.figures import comma_list
from planner.ui.search import Entry, find
from planner.ui.theme import colour, font, icon
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.text import Text

_WIDE: Final = 560
_ROW: Final = 36
_ROWS: Final = 10
_ENTRY: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class _Hits(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def fill(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return comma_list((entry.title, entry.group), screen_language())
        return None


class _Hit(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            fill_round(painter, QRectF(rect).adjusted(0, 1, 0, -1), "chosen.fill")
        ink = "chosen.mark" if chosen else "text2"
        paint_icon(painter, entry.icon, ink, QRect(rect.left() + 12, rect.center().y() - 7, 16, 16))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font("small"))
        painter.setPen(colour("text3"))
        group_width = painter.fontMetrics().horizontalAdvance(entry.group)
        room = rect.adjusted(38, 0, -12, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.group)
        room = room.adjusted(0, 0, -group_width - 16, 0)
        painter.setFont(font(bold=chosen))
        painter.setPen(colour("chosen.text" if chosen else "text"))
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, title)
        after = painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        rest = room.adjusted(after, 1, 0, 0)
        if rest.width() > 40:
            hint = painter.fontMetrics().elidedText(entry.hint, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, left, hint)
        painter.restore()


class Finder(QWidget):
    """A field and the hits under it, over a veil on the window; Esc or a click beside it closes."""

    #: The target of the entry chosen.
    chosen = Signal(object)

    def __init__(self, parent: QWidget, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__(parent)
        self._parent, self._ask = parent, entries
        self._all: Sequence[Entry] = ()
        self._came_from: QWidget | None = None
        self.setAccessibleName(tr("Search everything"))
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("People, families, activities, places, pages, actions"))
        self._field.setAccessibleName(tr("Search everything"))
        self._field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._field.setProperty("look", "bare")
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._hits = _Hits()
        self._list = QListView()
        self._list.setModel(self._hits)
        self._list.setItemDelegate(_Hit(self._list))
        self._list.setAccessibleName(tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._take)
        self._nothing = Text("", "text", "text2")
        self._box = QWidget(self)
        self._box.setFixedWidth(_WIDE)
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(12, 8, 12, 12)
        inner.setSpacing(8)
        inner.addWidget(self._field)
        inner.addWidget(self._list)
        inner.addWidget(self._nothing)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the pages and actions to choose from."""
        self._came_from = self._parent.window().focusWidget()
        self.setGeometry(self._parent.rect())
        self._all = self._ask()
        self._field.clear()
        self._search("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Hide it and give the focus back."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
            self._came_from = None

    def _search(self, query: str) -> None:
        hits = find(query, self._all) if query.strip() else self._all[:_ROWS]
        self._hits.fill(hits)
        if hits:
            self._list.setCurrentIndex(self._hits.index(0))
        self._list.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._nothing.setText(tr("Nothing found for “{words}”.", words=query.strip()) if not hits else "")
        self._list.setFixedHeight(min(len(hits), _ROWS) * _ROW)
        self._box.adjustSize()
        self._box.move((self.width() - _WIDE) // 2, 64)
        self.update()

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry):
            self._came_from = None
            self.hide()
            self.chosen.emit(entry.target)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            row, last = self._list.currentIndex().row(), len(self._hits.entries) - 1
            steps = {
                Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS,
            }
            if key in steps and last >= 0:
                to = max(0, min(last, row + steps[Qt.Key(key)]))
                self._list.setCurrentIndex(self._hits.index(to))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.shut()
                return True
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.shut()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor(colour("shadow"))
        painter.fillRect(self.rect(), veil)
        card = QRectF(self._box.geometry())
        fill_round(painter, card, "panel", 8)
        outline_round(painter, card, "strong_line", radius=8)
        line = self._field.geometry().translated(self._box.pos())
        painter.fillRect(QRect(line.left(), line.bottom() + 3, line.width(), 1), colour("line"))
