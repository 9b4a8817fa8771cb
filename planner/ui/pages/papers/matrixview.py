"""The matrix of papers on the screen: readers down the left, documents along the top, a small sign in each cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from planner.language import tr
from planner.ui.pages.papers.cellpainting import CELL_HIGH, paint_cell
from planner.ui.pages.papers.matrix import Matrix, State, group_names
from planner.ui.pages.papers.matrixmodel import CELL, Index, MatrixModel, Place
from planner.ui.theme import colour, font
from planner.ui.theme.painters import outline_round
from planner.ui.widgets.lines import lines_of, words_of
from planner.ui.widgets.text import Text

_ROW: Final = 24
_COLUMN: Final = 76
#: From how wide to how wide the column of names is.
_NAMES: Final = (132, 176)
_LEFT: Final = 16
_HEAD: Final = 58
_SIDE: Final = 3


class _Heads(QHeaderView):
    """The names of the documents, and how many of each are out of date."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setFixedHeight(_HEAD)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_COLUMN)

    def fit(self) -> None:
        """Make each column as wide as the longest word of its title, so that none is broken."""
        metrics = QFontMetrics(font("small", bold=True))
        for column, document in enumerate(self._view.cells.matrix.documents):
            words = words_of(self._view.cells.title(document))
            longest = max(metrics.horizontalAdvance(word.rstrip()) for word in words)
            self.resizeSection(column, max(_COLUMN, longest + 2 * _SIDE))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self._view.cells
        current = self._view.currentIndex()
        painter.save()
        chosen = current.isValid() and current.column() == logicalIndex
        painter.fillRect(rect, colour("chosen.fill" if chosen else "panel"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("strong_line"))
        document = model.document(logicalIndex)
        whole, old = model.matrix.counts[document.code]
        title = lines_of(model.title(document), font("small", bold=True), rect.width() - 2 * _SIDE, 2)
        high = 16
        top = rect.center().y() - (high * (len(title) + bool(old))) // 2
        painter.setFont(font("small", bold=True))
        painter.setPen(colour("chosen.text" if chosen else "text" if whole else "text3"))
        for words in title:
            painter.drawText(QRect(rect.left() + 2, top, rect.width() - 4, high), Qt.AlignmentFlag.AlignCenter, words)
            top += high
        if old:
            painter.setFont(font("small"))
            painter.setPen(colour("check.text"))
            words = tr("{count} old", count=old)
            painter.drawText(QRect(rect.left() + 2, top, rect.width() - 4, high), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class _Names(QHeaderView):
    """The names of the readers, with their groups at the left edge."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        # A group is called by its whole name, in every language.
        metrics = QFontMetrics(font(bold=True))
        self._groups = group_names()
        self._begins = _LEFT + max(metrics.horizontalAdvance(words) for words in self._groups) + 8
        self.setSectionsClickable(True)
        self._wide = _NAMES[0]
        self.setFixedWidth(self._begins + self._wide)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(_ROW)
        self.setDefaultSectionSize(_ROW)

    def fit(self) -> None:
        """Make the column as wide as the longest name, within limits."""
        metrics = QFontMetrics(font())
        longest = max((metrics.horizontalAdvance(line.name) for line in self._view.cells.lines), default=0)
        self._wide = min(max(longest + 12, _NAMES[0]), _NAMES[1])
        self.setFixedWidth(self._begins + self._wide)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self._view.cells
        line = model.lines[logicalIndex]
        current = self._view.currentIndex()
        chosen = current.isValid() and current.row() == logicalIndex
        painter.save()
        painter.fillRect(rect, colour("panel"))
        name = rect.adjusted(self._begins, 0, 0, 0)
        if chosen:
            painter.fillRect(name, colour("chosen.fill"))
        if line.first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour("strong_line"))
        painter.fillRect(QRect(name.left(), name.bottom(), name.width(), 1), colour("grid"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._paint_group(painter, rect, logicalIndex, middle)
        painter.setFont(font(bold=chosen))
        painter.setPen(colour("chosen.text" if chosen else "text"))
        room = name.adjusted(4, 0, -6, 0)
        shown = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, shown)
        after = room.left() + painter.fontMetrics().horizontalAdvance(shown) + 6
        painter.setFont(font("small"))
        if line.other and after + painter.fontMetrics().horizontalAdvance(line.other) < room.right():
            # Only where it is whole: half a name in another script tells nobody anything.
            painter.setPen(colour("text2"))
            painter.drawText(QRect(after, room.top(), room.right() - after, room.height()), middle, line.other)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, row: int, middle: Qt.AlignmentFlag) -> None:
        """The group's name beside its first line in sight, how many it has beside the second."""
        lines = self._view.cells.lines
        # The first line that is in sight as a whole.
        top = self.logicalIndexAt(_ROW - 1)
        line = lines[row]
        begins = line.first or row == top
        second = row and (lines[row - 1].first or row - 1 == top) and lines[row - 1].group == line.group
        room = rect.adjusted(_LEFT, 0, -self._wide, 0)
        if begins:
            painter.setFont(font(bold=True))
            painter.setPen(colour("text"))
            painter.drawText(room, middle, self._groups[line.group])
        elif second and not line.first:
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            painter.drawText(room, middle, str(sum(1 for each in lines if each.group == line.group)))


class _Cells(QStyledItemDelegate):
    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_COLUMN, _ROW)

    @override
    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        # The view itself sees to ticks, by mouse and by key.
        return False

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        cells, current = self._view.cells, self._view.currentIndex()
        painter.save()
        along = current.isValid() and (index.row() == current.row() or index.column() == current.column())
        painter.fillRect(rect, colour("chosen.fill" if along and index.row() == current.row() else "panel"))
        if along and index.row() != current.row():
            wash = colour("chosen.fill")
            wash.setAlphaF(0.45)
            painter.fillRect(rect, wash)
        if cells.lines[index.row()].first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour("strong_line"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("grid"))
        box = QRect(rect.left() + 6, rect.center().y() - CELL_HIGH // 2 + 1, rect.width() - 12, CELL_HIGH)
        paint_cell(painter, box, index.data(CELL), ticked=cells.place_of(index) in cells.ticked)
        if current == index:
            outline_round(painter, QRectF(box).adjusted(-2, -1, 2, 1), "chosen.mark", width=2, radius=5)
        painter.restore()


class MatrixView(QTableView):
    """Arrow keys move among the cells, the space bar ticks, Enter opens. A click on a name ticks all of it."""

    #: Another cell is looked at: (recipient, document), or None.
    picked = Signal(object)
    #: Enter, or a double click: the paper is to be opened.
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = MatrixModel()
        self._quiet = False
        self.setModel(self.cells)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(tr("Who gets which papers"))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._corner = Text(tr("For whom"), "small", "text2")
        self._corner.setParent(self)
        heads = _Heads(self)
        self.setHorizontalHeader(heads)
        # After the view's own, which gives columns their usual width.
        self.cells.modelReset.connect(heads.fit)
        self._names = _Names(self)
        self.setVerticalHeader(self._names)
        self.cells.modelReset.connect(self._fit_names)
        self._fit_names()
        self.horizontalHeader().sectionClicked.connect(
            lambda column: self.cells.turn(self.cells.places_of_column(column))
        )
        self.verticalHeader().sectionClicked.connect(lambda row: self.cells.turn(self.cells.places_of_line(row)))
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def _fit_names(self) -> None:
        self._names.fit()
        self._corner.setGeometry(_LEFT, 0, self._names.width() - _LEFT, _HEAD)
        self.updateGeometries()

    # What is shown

    def show_matrix(self, matrix: Matrix, wanted: State | None = None) -> None:
        """Show a matrix; the cell that was looked at is looked at still, as long as it is there."""
        place = self.place
        self._quiet = True
        self.cells.show(matrix, wanted)
        self._quiet = False
        # Ids change when the plan is loaded anew, the place of a paper does not.
        if not (place is not None and self.choose(place)) and not self.currentIndex().isValid():
            self.choose(self._first())

    def _first(self) -> Place | None:
        for row, line in enumerate(self.cells.lines):
            for column in range(self.cells.columnCount()):
                if self.cells.cell_at(self.cells.index(row, column)).state is not State.NONE:
                    return line.reader.recipient, self.cells.document(column).code
        return None

    @property
    def place(self) -> Place | None:
        """The cell that is looked at."""
        index = self.currentIndex()
        return self.cells.place_of(index) if index.isValid() and index.row() < len(self.cells.lines) else None

    def choose(self, place: Place | None) -> bool:
        """Look at a cell without telling anybody; False if it is not shown."""
        index = QModelIndex() if place is None else self.cells.index_of(place)
        was, self._quiet = self._quiet, True
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self._quiet = was
        self._repaint_all()
        return index.isValid()

    def _moved(self, current: QModelIndex) -> None:
        self._repaint_all()
        if not self._quiet and current.isValid():
            self.picked.emit(self.cells.place_of(current))

    def _repaint_all(self) -> None:
        """The line and the column of the cell looked at are tinted along their whole length."""
        for part in (self.viewport(), self.horizontalHeader().viewport(), self.verticalHeader().viewport()):
            part.update()

    @property
    def hidden_lines(self) -> int:
        """How many lines lie below the last one in sight."""
        last = self.rowAt(self.viewport().height() - 1)
        return 0 if last < 0 else len(self.cells.lines) - 1 - last

    # Doing

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key == Qt.Key.Key_Space and index.isValid():
            self.cells.turn([self.cells.place_of(index)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit()
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.cells.turn(self.cells.all_places())
        elif key == Qt.Key.Key_Escape and self.cells.ticked:
            self.cells.tick(())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.cells.turn([self.cells.place_of(index)])
            return
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("panel"))
        painter.end()
        super().paintEvent(event)
