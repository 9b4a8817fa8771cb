"""A table to sort, filter and group: rows are made once from the plan, painting only reads them.

Columns and rows are told as data (`Column`, `Row`, `Cell`), so that a page is a list of what to show and
nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from planner.language import screen_language
from planner.language.figures import comma_list
from planner.rules.finding import Subject

_Index = QModelIndex | QPersistentModelIndex

#: The role under which the model gives a whole `Cell`, and a whole row (`Row` or `Group`).
CELL: Final = Qt.ItemDataRole.UserRole
ROW: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A small icon in a cell, with the words it stands for."""

    icon: str
    words: str
    tone: str = "grey"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, smaller words after them, marks; `sort` is what it is sorted by.

    `strip` paints a row of small boxes, filled where true: the nights of a visit that a home cannot. `aloud` is what
    is said of a cell that shows no words.
    """

    text: str = ""
    more: str = ""
    marks: tuple[Mark, ...] = ()
    sort: Any = None
    bold: bool = False
    tone: str = ""
    chip: str = ""
    strip: tuple[bool, ...] = ()
    aloud: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to sort by; such cells come last whichever way the column is sorted."""
        return self.sort is None and not self.text

    @property
    def sort_key(self) -> Any:
        """What the cell is sorted by: `sort`, or else its words."""
        return self.text.casefold() if self.sort is None else self.sort

    @property
    def spoken(self) -> str:
        """All that is in the cell as one text, for tips, screen readers and copying."""
        return comma_list((self.text, self.more, self.aloud, *(mark.words for mark in self.marks)), screen_language())


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: what it is, its cells, which group it falls into, and all the words a filter looks through."""

    subject: Subject
    cells: tuple[Cell, ...]
    group: str = ""
    group_sort: Any = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group of rows."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is (0: shares what is left), and what its heading is short for."""

    heading: str
    width: int = 0
    tip: str = ""
    right: bool = False
    sortable: bool = True
    #: What it is known by where columns can be left out.
    key: str = ""
    #: How narrow it may get where it shares what is left.
    least: int = 96


@dataclass(slots=True)
class Arrangement:
    """How a table is sorted, filtered and grouped; what `Page.state` keeps of it."""

    column: int = 0
    descending: bool = False
    words: str = ""
    grouped: bool = False
    folded: set[str] = field(default_factory=set)


def _is_same(one: Row | Group, other: Row | Group) -> bool:
    """Whether two lines are about the same thing."""
    if isinstance(one, Row):
        return isinstance(other, Row) and one.subject == other.subject
    return isinstance(other, Group) and one.title == other.title


class TableModel(QAbstractTableModel):
    """Rows in the arrangement asked for. `data` only reads tuples: it is called thousands of times a repaint."""

    def __init__(self, columns: Sequence[Column], fold: Callable[[str], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.arrangement = Arrangement()
        self._fold = fold
        self._rows: tuple[Row, ...] = ()
        self._shown: tuple[Row | Group, ...] = ()

    # What is shown

    @property
    def shown(self) -> tuple[Row | Group, ...]:
        """Rows and heads of groups, in the order shown."""
        return self._shown

    def show(self, rows: Iterable[Row]) -> None:
        """Show these rows in the present arrangement; lines that stay in their place are only painted anew."""
        self._rows = tuple(rows)
        before, after = self._shown, tuple(self._arranged())
        if len(before) != len(after) or not all(map(_is_same, before, after)):
            self._replace(after)
            return
        self._shown = after
        last = len(self.columns) - 1
        for place, (was, now) in enumerate(zip(before, after, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def arrange(self) -> None:
        """Sort, filter and group anew, after `arrangement` was changed."""
        self._replace(tuple(self._arranged()))

    def _replace(self, shown: tuple[Row | Group, ...]) -> None:
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _arranged(self) -> Iterable[Row | Group]:
        how = self.arrangement
        needles = self._fold(how.words).split()
        rows = [row for row in self._rows if all(needle in self._fold(row.words) for needle in needles)]
        filled = [row for row in rows if not row.cells[how.column].is_empty]
        filled.sort(key=lambda row: row.cells[how.column].sort_key, reverse=how.descending)
        rows = filled + [row for row in rows if row.cells[how.column].is_empty]
        return self._in_groups(rows) if how.grouped else rows

    def _in_groups(self, rows: Sequence[Row]) -> Iterable[Row | Group]:
        order: dict[str, Any] = {}
        for row in rows:
            order.setdefault(row.group, row.group if row.group_sort is None else row.group_sort)
        for title in sorted(order, key=lambda title: order[title]):
            members = [row for row in rows if row.group == title]
            yield Group(title, len(members))
            if title not in self.arrangement.folded:
                yield from members

    def place_of(self, subject: Subject | None) -> int | None:
        """In which line a thing stands now."""
        for place, row in enumerate(self._shown):
            if isinstance(row, Row) and row.subject == subject:
                return place
        return None

    # What Qt asks

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if isinstance(row, Group):
            return row.title if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        cell = row.cells[index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.spoken
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.heading
        return None
