"""The matrix of papers as Qt sees it: a table of cells, each with its state, and which are ticked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from planner.language import screen_language, speaker, tr
from planner.language.figures import comma_list
from planner.papers.document import Document
from planner.ui.pages.papers.matrix import Cell, Line, Matrix, State, filtered, state_words

Index = QModelIndex | QPersistentModelIndex

#: The role under which a whole `Cell` is given.
CELL: Final = Qt.ItemDataRole.UserRole

Place = tuple[str, str]
"""A cell by whose it is (`Reader.recipient`) and the document's code."""


class MatrixModel(QAbstractTableModel):
    """Lines are readers, columns documents. Cells that may be printed can be ticked."""

    #: The ticks have changed.
    ticksChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()
        self.lines: tuple[Line, ...] = ()
        self.ticked: set[Place] = set()
        self._wanted: State | None = None

    # What is shown

    def show(self, matrix: Matrix, wanted: State | None) -> None:
        """Show a matrix, or those lines of it in which something is in a state. Ticks stay where they still can."""
        lines = filtered(matrix, wanted)
        same = [line.reader for line in lines] == [line.reader for line in self.lines]
        same = same and matrix.documents == self.matrix.documents
        if not same:
            self.beginResetModel()
        self.matrix, self.lines, self._wanted = matrix, lines, wanted
        self.ticked = {place for place in self.ticked if self.can_tick(*place)}
        if same:
            # The same lines and columns: whoever has chosen a cell keeps it, and nothing scrolls.
            self._tell_all()
        else:
            self.endResetModel()

    def _tell_all(self) -> None:
        if self.lines and self.matrix.documents:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.matrix.documents) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.matrix.documents) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.lines) - 1)

    def document(self, column: int) -> Document:
        """Give the document of a column."""
        return self.matrix.documents[column]

    def cell_at(self, index: Index) -> Cell:
        """Give the cell at an index."""
        line, document = self.lines[index.row()], self.document(index.column())
        return self.matrix.cell(line.reader.recipient, document.code)

    def place_of(self, index: Index) -> Place:
        """Say which cell an index is."""
        return self.lines[index.row()].reader.recipient, self.document(index.column()).code

    def index_of(self, place: Place) -> QModelIndex:
        """Give the index of a cell; an invalid one where it is not shown."""
        rows = [number for number, line in enumerate(self.lines) if line.reader.recipient == place[0]]
        columns = [number for number, one in enumerate(self.matrix.documents) if one.code == place[1]]
        return self.index(rows[0], columns[0]) if rows and columns else QModelIndex()

    # Ticks

    def can_tick(self, recipient: str, document: str) -> bool:
        """Say whether there is a paper that may be handed out."""
        return self.matrix.cell(recipient, document).state not in (State.NONE, State.BLOCKED)

    def tick(self, places: Iterable[Place]) -> None:
        """Tick exactly these, as far as they can be."""
        self.ticked = {place for place in places if self.can_tick(*place)}
        self._tell_all()
        self.ticksChanged.emit()

    def turn(self, places: Iterable[Place]) -> None:
        """Tick these; if they all are, none of them."""
        some = {place for place in places if self.can_tick(*place)}
        if some:
            self.tick(self.ticked - some if some <= self.ticked else self.ticked | some)

    def places_of_line(self, row: int) -> list[Place]:
        """Give every paper of a reader."""
        recipient = self.lines[row].reader.recipient
        return [(recipient, one.code) for one in self.matrix.documents]

    def places_of_column(self, column: int) -> list[Place]:
        """Give the papers of one document for everybody shown; with a filter, those that it is about."""
        code = self.document(column).code
        return [(line.reader.recipient, code) for line in self.lines if self._is_meant(line, code)]

    def all_places(self) -> list[Place]:
        """Give every paper shown; with a filter, those that it is about."""
        return [place for column in range(self.columnCount()) for place in self.places_of_column(column)]

    def _is_meant(self, line: Line, code: str) -> bool:
        return self._wanted is None or self.matrix.cell(line.reader.recipient, code).state is self._wanted

    @property
    def ticked_places(self) -> list[Place]:
        """The papers ticked, in the order shown: reader by reader, as a stack that is handed out."""
        codes = [one.code for one in self.matrix.documents]
        return [
            (line.reader.recipient, code)
            for line in self.matrix.lines
            for code in codes
            if (line.reader.recipient, code) in self.ticked
        ]

    # As Qt asks

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.matrix.documents)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.can_tick(*self.place_of(index)) else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self.cell_at(index)
        if role == Qt.ItemDataRole.CheckStateRole and self.can_tick(*self.place_of(index)):
            on = self.place_of(index) in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return "" if self.cell_at(index).state is State.NONE else self.aloud(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.aloud(index)
        return None

    def aloud(self, index: Index) -> str:
        """Say a cell: the paper, whose it is, and how it stands."""
        line, document = self.lines[index.row()], self.document(index.column())
        paper = tr("{document}, {whose}", document=self.title(document), whose=line.name)
        words = tr("{label}: {words}", label=paper, words=state_words(self.cell_at(index)))
        ticked = self.place_of(index) in self.ticked
        return tr("{words}, ticked", words=words) if ticked else words

    @staticmethod
    def title(document: Document) -> str:
        """Say what a document is called."""
        return speaker(screen_language()).words(document.label)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if section >= self.columnCount():
                return None
            document = self.document(section)
            if role != Qt.ItemDataRole.DisplayRole and not self.matrix.counts[document.code][0]:
                return tr("{document}: nobody gets it yet", document=self.title(document))
            return self.title(document)
        if section >= len(self.lines):
            return None
        line = self.lines[section]
        is_short = role == Qt.ItemDataRole.DisplayRole
        return line.name if is_short else comma_list((line.name, line.other), screen_language())
