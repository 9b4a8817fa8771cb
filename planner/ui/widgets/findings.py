"""Findings on screen: how each level looks, and the list of them, grouped by level; a click leads to the spot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.language import N_, say, tr
from planner.rules.finding import Finding, FindingKind, Severity
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import FIELD_ICON
from planner.ui.theme.painters import outline_round

_Index = QModelIndex | QPersistentModelIndex


class Level(NamedTuple):
    """How a level of findings looks and what its group is called; never told by colour alone."""

    tone: str
    icon: str
    words: str


LEVELS: Final = {
    Severity.BLOCK: Level("wrong", "wrong", N_("Wrong")),
    Severity.WARN: Level("check", "warn", N_("To check")),
    Severity.NOTE: Level("grey", "note", N_("Notes")),
}

#: What the findings of one kind are about, as shown at the end of their line.
KINDS: Final = {
    FindingKind.BEDS: N_("Beds"),
    FindingKind.INTERPRETING: N_("Interpreting"),
    FindingKind.CLEARANCES: N_("Clearance"),
    FindingKind.GROUPS: N_("Group"),
    FindingKind.TIME: N_("Time"),
    FindingKind.JOURNEYS: N_("Journeys"),
    FindingKind.PEOPLE: N_("People"),
    FindingKind.FOOD: N_("Meals"),
    FindingKind.PLACES: N_("Places"),
    FindingKind.REVIEW: N_("To review"),
    FindingKind.ESSENTIALS: N_("Missing"),
}

_ROW: Final = 30
_FINDING: Final = Qt.ItemDataRole.UserRole


class Head(NamedTuple):
    """The head of the findings of one level."""

    severity: Severity


class _Rows(QAbstractListModel):
    """Heads of groups and findings, in one list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Finding | Head] = []

    def fill(self, findings: Sequence[Finding], *, heads: bool) -> None:
        self.beginResetModel()
        self.rows = []
        for severity in Severity:
            of_level = [finding for finding in findings if finding.severity == severity]
            if of_level:
                self.rows += [Head(severity), *of_level] if heads else of_level
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _FINDING:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(LEVELS[row.severity].words) if isinstance(row, Head) else say(row.figures)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Finding):
            return say(row.figures)
        return None


class _Line(QStyledItemDelegate):
    """Paints a finding: sign, sentence, what it belongs to, and an arrow."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_FINDING)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(16, 0, -16, 0)
        if not isinstance(row, Finding):
            painter.setFont(font("small", bold=True))
            painter.setPen(colour("text3"))
            painter.drawText(room, left, index.data())
            painter.restore()
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colour("chosen.fill"))
        elif state & QStyle.StateFlag.State_MouseOver:
            outline_round(painter, QRectF(rect).adjusted(8, 1, -8, -1), "strong_line")
        level = LEVELS[row.severity]
        spot = QRect(room.left(), rect.center().y() - FIELD_ICON // 2 + 1, FIELD_ICON, FIELD_ICON)
        paint_icon(painter, level.icon, f"{level.tone}.mark", spot)
        painter.setFont(font("small", bold=True))
        about = tr(KINDS[row.kind])
        about_width = max(painter.fontMetrics().horizontalAdvance(about) + 28, 120)
        painter.setPen(colour("chosen.text"))
        painter.drawText(room.adjusted(room.width() - about_width, 0, -20, 0), left, about)
        paint_icon(painter, "right", "text2", QRect(room.right() - 13, rect.center().y() - 6, 14, 14))
        painter.setFont(font(bold=chosen))
        painter.setPen(colour("text"))
        words = room.adjusted(FIELD_ICON + 10, 0, -about_width - 12, 0)
        short = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, left, short)
        painter.fillRect(QRect(room.left(), rect.bottom(), room.width(), 1), colour("grid"))
        painter.restore()


class FindingList(QListView):
    """The list; Enter or a click leads to the spot."""

    #: The `Subject` to go to.
    picked = Signal(object)

    def __init__(self, name: str, *, heads: bool = True) -> None:
        super().__init__()
        self._heads = heads
        self._rows = _Rows()
        self.setModel(self._rows)
        self.setItemDelegate(_Line(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(_FINDING)
        if isinstance(row, Finding):
            self.picked.emit(row.subject)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, keeping the place by the finding's key."""
        current = self.currentIndex().data(_FINDING) if self.currentIndex().isValid() else None
        scrolled = self.verticalScrollBar().value()
        self._rows.fill(findings, heads=self._heads)
        if isinstance(current, Finding):
            for place, row in enumerate(self._rows.rows):
                if isinstance(row, Finding) and row.key == current.key:
                    self.setCurrentIndex(self._rows.index(place))
        self.verticalScrollBar().setValue(scrolled)

    def go_to_level(self, level: Severity | None) -> None:
        """Bring the findings of a level into sight."""
        for place, row in enumerate(self._rows.rows):
            if isinstance(row, Head) and row.severity == level:
                self.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def fit(self, most: int) -> None:
        """Be as high as the rows there are, at most `most` of them."""
        self.setFixedHeight(min(len(self._rows.rows), most) * _ROW)
