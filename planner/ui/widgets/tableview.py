"""The view of a table: painting of cells and heads, keys, copying, and keeping the selection through changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)
from typing_extensions import override

from planner.rules.finding import Subject
from planner.ui.search import fold
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import TABLE_HEADER, TABLE_ROW
from planner.ui.widgets.table import ROW, Column, Group, Row, TableModel
from planner.ui.widgets.tablecells import PAD, CellPainter, left_of

_Index = QModelIndex | QPersistentModelIndex


class _Head(QHeaderView):
    """The headings; the one sorted by is bold and has an arrow."""

    def __init__(self, table: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(TABLE_HEADER)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self._table.table
        column, how = model.columns[logicalIndex], model.arrangement
        sorted_by = how.column == logicalIndex
        painter.save()
        painter.fillRect(rect, colour("panel"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("strong_line"))
        painter.setFont(font("small", bold=sorted_by))
        painter.setPen(colour("text" if sorted_by else "text2"))
        room = rect.adjusted(left_of(logicalIndex), 0, -PAD, 0)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(
            column.heading, Qt.TextElideMode.ElideRight, room.width() - (14 if sorted_by else 0)
        )
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room.adjusted(0, 0, -14 if sorted_by and column.right else 0, 0),
                         Qt.AlignmentFlag.AlignVCenter | side, words)
        if sorted_by and column.sortable:
            x = room.right() - 11 if column.right else room.left() + metrics.horizontalAdvance(words) + 4
            sign = "down" if how.descending else "up"
            paint_icon(painter, sign, "text2", QRect(x, rect.center().y() - 5, 11, 11))
        painter.restore()


class Table(QTableView):
    """A table whose lines are things of the plan. Click a heading to sort; the arrow keys move the selection."""

    #: The `Subject` of the line chosen, or None.
    picked = Signal(object)
    #: Enter, or a double click, on a line.
    opened = Signal(object)
    #: Delete was pressed on a line.
    removeAsked = Signal(object)
    #: Other lines are marked than before: where `several`, more than one may be.
    marked = Signal()

    def __init__(self, name: str, columns: Sequence[Column], *, several: bool = False) -> None:
        """`several` lines can be marked at once, with Ctrl and Shift."""
        super().__init__()
        self._columns = tuple(columns)
        self._table = TableModel(columns, fold)
        self._quiet = False
        self.setModel(self._table)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self.verticalHeader().setMinimumSectionSize(TABLE_ROW)
        self.setHorizontalHeader(_Head(self))
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._mark)
        self.doubleClicked.connect(lambda index: self._open(index))

    # What is shown

    @property
    def table(self) -> TableModel:
        """The rows behind the view."""
        return self._table

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; selection and scroll place stay."""
        self._keep(lambda: self._table.show(rows))

    def filter(self, words: str) -> None:
        """Show only rows in which all these words occur."""
        self._table.arrangement.words = words
        self._keep(self._table.arrange)

    def group(self, grouped: bool) -> None:
        """Put rows under the heads of their groups, or all in one list."""
        self._table.arrangement.grouped = grouped
        self._keep(self._table.arrange)

    def _sort(self, section: int) -> None:
        if not self._columns[section].sortable:
            return
        how = self._table.arrangement
        how.descending = how.column == section and not how.descending
        how.column = section
        self._keep(self._table.arrange)
        self.horizontalHeader().viewport().update()

    def _keep(self, change: Callable[[], object]) -> None:
        chosen, marked, scrolled = self.chosen, self.marked_subjects, self.verticalScrollBar().value()
        self._quiet = True
        change()
        self.clearSpans()
        for place, row in enumerate(self._table.shown):
            if isinstance(row, Group) and len(self._columns) > 1:
                self.setSpan(place, 0, 1, len(self._columns))
        if chosen is not None:
            self.choose(chosen, scroll=False)
        if len(marked) > 1:
            self._mark_again(marked)
        self._quiet = False
        if self.marked_subjects != marked:
            self.marked.emit()
        self.verticalScrollBar().setValue(scrolled)

    # What is chosen

    @property
    def chosen(self) -> Subject | None:
        """The thing on the current line."""
        index = self.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        return row.subject if isinstance(row, Row) else None

    @property
    def marked_subjects(self) -> tuple[Subject, ...]:
        """The things on all the lines marked, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self._table.shown[place] for place in places)
        return tuple(row.subject for row in rows if isinstance(row, Row))

    def _mark_again(self, subjects: Iterable[Subject]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for subject in subjects:
            if (place := self._table.place_of(subject)) is not None:
                self.selectionModel().select(self._table.index(place, 0), flags.Select | flags.Rows)

    def _mark(self) -> None:
        if not self._quiet:
            self.marked.emit()

    def head(self, columns: Sequence[Column]) -> None:
        """Give the columns, which stay as many, other headings and widths."""
        if tuple(columns) == self._columns:
            return
        self._columns = self._table.columns = tuple(columns)
        self._table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        self.share_width()

    def show_columns(self, hidden: Iterable[str]) -> None:
        """Leave out the columns with these keys."""
        left_out = set(hidden)
        for place, column in enumerate(self._columns):
            self.setColumnHidden(place, column.key in left_out)
        self.share_width()

    def choose(self, subject: Subject | None, *, scroll: bool = True) -> bool:
        """Select a thing without telling anybody; False if it is not in the table."""
        place = self._table.place_of(subject)
        was, self._quiet = self._quiet, True
        if place is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            index = self._table.index(place, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            if scroll:
                self.scrollTo(index)
        self._quiet = was
        self._mark()
        return place is not None

    def _moved(self, current: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            row = current.data(ROW)
            if isinstance(row, Row):
                self.picked.emit(row.subject)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.opened.emit(row.subject)

    # Keys, mouse, painting

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen
        if event.matches(QKeySequence.StandardKey.Copy) and chosen is not None:
            row = self.currentIndex().data(ROW)
            QGuiApplication.clipboard().setText("\t".join(cell.spoken for cell in row.cells))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.emit(chosen)
        elif event.key() == Qt.Key.Key_Delete and (chosen is not None or self.marked_subjects):
            # All may be marked while no line is the current one: after Esc has closed the inspector.
            self.removeAsked.emit(chosen or self.marked_subjects[0])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._fold_at_current(event.key()):
            pass
        else:
            super().keyPressEvent(event)

    def _fold_at_current(self, key: int) -> bool:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if not isinstance(row, Group):
            return False
        self._toggle(row.title, fold_it=key == Qt.Key.Key_Left)
        return True

    def _toggle(self, title: str, *, fold_it: bool) -> None:
        folded = self._table.arrangement.folded
        (folded.add if fold_it else folded.discard)(title)
        self._keep(self._table.arrange)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).data(ROW)
        if isinstance(row, Group):
            self._toggle(row.title, fold_it=row.title not in self._table.arrangement.folded)
            return
        super().mousePressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give the columns without a width of their own what the others leave."""
        seen = [(place, column) for place, column in enumerate(self._columns) if not self.isColumnHidden(place)]
        sharing = [place for place, column in seen if not column.width]
        for place, column in seen:
            if column.width:
                self.setColumnWidth(place, column.width)
        taken = sum(column.width for _, column in seen)
        for place in sharing:
            wide = (self.viewport().width() - taken) // len(sharing)
            self.setColumnWidth(place, max(self._columns[place].least, wide))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place, row in enumerate(self._table.shown):
            if isinstance(row, Group):
                self._paint_head(painter, place, row)

    def _paint_head(self, painter: QPainter, place: int, group: Group) -> None:
        rect = self.visualRect(self._table.index(place, 0))
        if rect.bottom() < 0 or rect.top() > self.viewport().height():
            return
        rect = QRect(0, rect.top(), self.viewport().width(), rect.height())
        painter.fillRect(rect, colour("ground"))
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), colour("line"))
        shut = group.title in self._table.arrangement.folded
        paint_icon(
            painter, "right" if shut else "down", "text2", QRect(2 * PAD, rect.center().y() - 5, 12, 12)
        )
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        painter.drawText(rect.adjusted(2 * PAD + 20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, group.title)
        after = 2 * PAD + 28 + painter.fontMetrics().horizontalAdvance(group.title)
        painter.setFont(font("small"))
        painter.setPen(colour("text2"))
        painter.drawText(rect.adjusted(after, 1, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(group.count))
