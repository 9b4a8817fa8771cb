"""Small signs in the inspector that follow light and dark: what is special data, what is folded."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.figures import comma_list
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.widgets.chips import Chip


class Sign(QWidget):
    """An icon with words that a pointer and a screen reader find."""

    def __init__(self, icon_name: str, ink: str, words: str, size: int = 12) -> None:
        super().__init__()
        self._icon, self._ink, self._size = icon_name, ink, size
        self.setFixedSize(size, size)
        self.setToolTip(words)
        self.setAccessibleName(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon, self._ink, self.rect())


def special_words() -> str:
    """What the sign of special data stands for."""
    return tr("Special: only leaders and the own host family see this")


def special_sign() -> Sign:
    """The small lock at a field of health, faith and the like."""
    return Sign("lock", "text3", special_words())


def special_chip() -> Chip:
    """The chip at a section of such fields."""
    chip = Chip(tr("own hosts only"), "grey", "lock", bold=False)
    chip.setToolTip(special_words())
    return chip


class FoldHead(QAbstractButton):
    """The line that opens and closes what is under it: an arrow, words in bold, a smaller note while it is shut."""

    turned = Signal(bool)

    def __init__(self, words: str, *, bold: bool = True) -> None:
        super().__init__()
        self._bold = bold
        self._note = ""
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._turn)
        self._say()

    def _turn(self, opened: bool) -> None:
        self._say()
        self.turned.emit(opened)

    def show_words(self, words: str, note: str = "") -> None:
        """Show other words."""
        if (words, note) != (self.text(), self._note):
            self._note = note
            self.setText(words)
            self._say()
            self.update()

    def _say(self) -> None:
        state = tr("unfolded") if self.isChecked() else tr("folded")
        self.setAccessibleName(comma_list((self.text(), self._note, state), screen_language()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() // 2
        ink = "text" if self.underMouse() else "text2"
        paint_icon(painter, "down" if self.isChecked() else "right", ink, QRect(0, middle - 6, 12, 12))
        painter.setFont(font(bold=self._bold))
        painter.setPen(colour("text"))
        room = self.rect().adjusted(18, 0, 0, 0)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if self._note and not self.isChecked():
            room.setLeft(room.left() + metrics.horizontalAdvance(words) + 8)
            painter.setFont(font("small"))
            painter.setPen(colour("text2"))
            note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, room.width())
            if room.width() > 24:
                painter.drawText(room.adjusted(0, 1, 0, 0), Qt.AlignmentFlag.AlignVCenter, note)
