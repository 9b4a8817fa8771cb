"""Chips: a word or a count on a tinted ground, with an icon, so that a meaning never hangs on colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CHIP, CHIP_ICON, SMALL_RADIUS
from planner.ui.theme.painters import fill_round, outline_round

_PAD = 7
_GAP = 5


def chip_width(text: str, icon_name: str, *, bold: bool = True, size: str = "small", pad: int = _PAD) -> int:
    """How wide a chip with these words is."""
    words = QFontMetrics(font(size, bold=bold)).horizontalAdvance(text) if text else 0
    gap = _GAP if text and icon_name else 0
    return pad * 2 + words + gap + (CHIP_ICON if icon_name else 0)


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: str,
    icon_name: str = "",
    *,
    bold: bool = True,
    size: str = "small",
    pad: int = _PAD,
    filled: bool = True,
) -> None:
    """Paint a chip into `rect`; `filled` false leaves only its outline (a kind that is filtered away)."""
    if filled:
        fill_round(painter, QRectF(rect), f"{tone}.fill", SMALL_RADIUS)
    else:
        outline_round(painter, QRectF(rect), "strong_line", radius=SMALL_RADIUS)
    x = rect.left() + pad
    if icon_name:
        ink = f"{tone}.mark" if filled else "text3"
        spot = QRect(x, rect.center().y() - CHIP_ICON // 2 + 1, CHIP_ICON, CHIP_ICON)
        paint_icon(painter, icon_name, ink, spot)
        x += CHIP_ICON + _GAP
    if text:
        painter.setFont(font(size, bold=bold))
        painter.setPen(colour(f"{tone}.text" if filled else "text3"))
        room = QRect(x, rect.top(), rect.right() - x - pad + 2, rect.height())
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class Chip(QWidget):
    """A chip that only tells. `tone` is chosen, wrong, check, good, grey or a kind of activity."""

    def __init__(self, text: str, tone: str = "grey", icon_name: str = "", *, bold: bool = True) -> None:
        super().__init__()
        self._bold = bold
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone, self._icon = text, tone, icon_name
        self.show_words(text, tone, icon_name)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    def show_words(self, text: str, tone: str = "", icon_name: str = "") -> None:
        """Show other words, in another tone if one is given."""
        self._text = text
        self._tone = tone or self._tone
        self._icon = icon_name or self._icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._text, self._icon, bold=self._bold), CHIP)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._text, self._tone, self._icon, bold=self._bold)


class ChipButton(QAbstractButton):
    """A chip to press: a filter that is on or off, or a count that leads somewhere.

    The kinds of activity are shown as these in the head of the programme, and so are their own legend.
    """

    picked = Signal(str, bool)

    def __init__(
        self,
        key: str,
        text: str,
        tone: str,
        icon_name: str = "",
        *,
        checkable: bool = True,
        name: str = "",
        high: int = 24,
    ) -> None:
        super().__init__()
        self._key, self._tone, self._icon_name, self._high = key, tone, icon_name, high
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCheckable(checkable)
        self.setChecked(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda on: self.picked.emit(key, on))

    def _style(self) -> tuple[bool, str, int]:
        """Bold, size and padding: small and bold as a count, text size and plain as a filter."""
        return (False, "text", 8) if self._high > CHIP else (True, "small", _PAD)

    @override
    def sizeHint(self) -> QSize:
        bold, size, pad = self._style()
        return QSize(chip_width(self.text(), self._icon_name, bold=bold, size=size, pad=pad), self._high)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bold, size, pad = self._style()
        on = self.isChecked() or not self.isCheckable()
        paint_chip(
            painter, self.rect(), self.text(), self._tone, self._icon_name,
            bold=bold, size=size, pad=pad, filled=on,
        )
        if self.underMouse():
            outline_round(painter, QRectF(self.rect()), "strong_line", radius=SMALL_RADIUS)
