"""The sign in a cell of the matrix: up to date, so many pages out of date, not yet, waiting; and the legend."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from planner.language import screen_language, tr, trn
from planner.language.figures import comma_list
from planner.ui.pages.papers.matrix import Cell, State
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round, outline_round

CELL_HIGH: Final = 20
_ICON: Final = 13
_BOX: Final = 13


def paint_cell(painter: QPainter, box: QRect, cell: Cell, *, ticked: bool = False, sample: str = "") -> None:
    """Paint how the papers of a cell stand; no meaning hangs on colour alone. `sample` are the words of a legend."""
    if cell.state is State.OLD:
        fill_round(painter, QRectF(box), "check.fill", 4)
        outline_round(painter, QRectF(box), "check.line", radius=4)
        _words(painter, box, sample or old_words(cell), "check.text", bold=True, left=_BOX if ticked else 0)
    elif cell.state is State.NOT_YET:
        outline_round(painter, QRectF(box), "strong_line", radius=4, dashed=True)
        _words(painter, box, tr("not yet"), "text2", left=_BOX if ticked else 0)
    elif cell.state is State.BLOCKED:
        fill_round(painter, QRectF(box), "grey.fill", 4)
        _icon(painter, box, _waits_for(cell), "grey.text")
    elif cell.state is State.CURRENT:
        _icon(painter, box, "check", "text2")
    elif cell.state is State.COMPARING:
        _words(painter, box, "…", "text2")
    if ticked:
        spot = QRectF(box.left() + 2, box.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
        fill_round(painter, spot, "chosen.mark", 3)
        paint_icon(painter, "check", "on_chosen", spot.adjusted(1.5, 1.5, -1.5, -1.5))


def old_words(cell: Cell) -> str:
    """Say how many pages are out of date; of a paper to be given back, that."""
    if not cell.pages:
        return tr("old")
    return trn("{count} page", "{count} pages", cell.pages)


def _waits_for(cell: Cell) -> str:
    """The icon of what keeps a paper back: a bed, or somebody's clearance."""
    return "shield-warn" if any("clear" in reason.code for reason in cell.reasons) else "homestays"


def _icon(painter: QPainter, box: QRect, name: str, ink: str) -> None:
    paint_icon(painter, name, ink, QRect(box.center().x() - _ICON // 2, box.center().y() - _ICON // 2, _ICON, _ICON))


def _words(painter: QPainter, box: QRect, words: str, ink: str, *, bold: bool = False, left: int = 0) -> None:
    painter.setFont(font("small", bold=bold))
    painter.setPen(colour(ink))
    room = box.adjusted(2 + left, 0, -2, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


#: How far signs of the legend stand apart, at least and where there is room.
_GAPS: Final = (8, 18)


class Legend(QWidget):
    """What the signs mean, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._told = (
            (State.CURRENT, 24, tr("up to date")),
            (State.OLD, 60, tr("out of date, pages to reprint")),
            (State.NOT_YET, 56, tr("never printed")),
            (State.BLOCKED, 40, tr("has to wait")),
        )
        self.setAccessibleName(comma_list((words for _, _, words in self._told), screen_language()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("small"))
        return QSize(sum(wide + metrics.horizontalAdvance(words) + 8 + _GAPS[1] for _, wide, words in self._told), 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        wanted = self.sizeHint().width() - _GAPS[1]
        gap = max(_GAPS[0], _GAPS[1] - max(0, wanted - self.width()) // (len(self._told) - 1))
        x = 0
        for state, wide, words in self._told:
            room = QRect(x + wide + 6, 0, painter.fontMetrics().horizontalAdvance(words) + 2, self.height())
            if room.right() > self.width():
                # What there is no room for falls away from the end; the tips of the cells say it too.
                break
            box = QRect(x, (self.height() - CELL_HIGH) // 2, wide, CELL_HIGH)
            paint_cell(painter, box, Cell(state), sample=trn("{count} page", "{count} pages", 2))
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            x = room.right() + gap
