"""The lines of a list of findings: heads of levels, findings, and the room below the one that is unfolded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from planner.language import say, tr
from planner.rules.finding import Finding, Severity
from planner.ui.widgets.findinglevels import ACCEPTED, LEVELS

_Index = QModelIndex | QPersistentModelIndex

#: The role under which a line gives itself.
FINDING: Final = Qt.ItemDataRole.UserRole


class Head(NamedTuple):
    """The head of the findings of one level; without a level, of those that were accepted."""

    severity: Severity | None

    @property
    def words(self) -> str:
        """What the group is called."""
        return tr(ACCEPTED.words if self.severity is None else LEVELS[self.severity].words)


class Unfolded(NamedTuple):
    """The room below a finding for its detail."""

    finding: Finding


class Rows(QAbstractListModel):
    """Heads of groups, findings, and the room below the one that is unfolded, in one list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Finding | Head | Unfolded] = []

    def fill(self, findings: Sequence[Finding], *, heads: bool, unfolded: str) -> None:
        """Show findings, those of a level under its head if `heads`; `unfolded` is the key of the one that is open."""
        self.beginResetModel()
        self.rows = []
        for severity in (*Severity, None):
            group = [one for one in findings if (one.severity if one.accepted is None else None) == severity]
            if group and heads:
                self.rows.append(Head(severity))
            for finding in group:
                self.rows.append(finding)
                if finding.key == unfolded:
                    self.rows.append(Unfolded(finding))
        self.endResetModel()

    def place_of(self, key: str) -> int | None:
        """Where the finding with a key stands."""
        places = (at for at, row in enumerate(self.rows) if isinstance(row, Finding) and row.key == key)
        return next(places, None)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not isinstance(self.rows[index.row()], Finding):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == FINDING:
            return row
        if isinstance(row, Unfolded):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words if isinstance(row, Head) else say(row.figures)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            return say(row.figures)
        return None
