"""Cards: a plain one, one with a count that leads to the spot, one with icon and words to start something."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import FOCUS
from planner.ui.theme.painters import bar, fill_round, outline_round, pressable
from planner.ui.widgets.lines import lines_of
from planner.ui.widgets.text import Text

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

#: Of a card with a count: the margin at each side, the room for the sign after the number, and for the arrow.
_MARGIN: Final = 17
_SIGN: Final = 32
_ARROW: Final = 18
#: Words longer than this take a second line rather than make all cards wider.
_LONG: Final = 200


class Card(QFrame):
    """A panel with a thin line, a heading and room for anything."""

    def __init__(self, heading: str = "", *, end: QWidget | None = None) -> None:
        """`end` stands at the right of the heading."""
        super().__init__()
        self.setProperty("surface", "card")
        if heading:
            self.setAccessibleName(heading)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(8)
        if heading or end is not None:
            head = QHBoxLayout()
            head.addWidget(Text(heading, "heading"), 1)
            if end is not None:
                head.addWidget(end)
            box.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        box.addLayout(self.body, 1)


class CountCard(QAbstractButton):
    """A number, what it counts, an example or two, how far it is done, and where it leads."""

    def __init__(
        self,
        count: int,
        what: str,
        details: str,
        leads_to: str,
        *,
        tone: str,
        icon_name: str,
        share: float | None = None,
    ) -> None:
        """`share` (0 to 1) is how much of it is done already; None shows no bar."""
        super().__init__()
        self._count, self._what, self._details, self._leads_to = count, what, details, leads_to
        self._tone, self._icon, self._share = tone, icon_name, share
        self.setText(what)
        self.setAccessibleName(f"{count} {what}. {details}".strip())
        self.setAccessibleDescription(leads_to)
        self.setToolTip(details)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int:
        """The number shown."""
        return self._count

    def least_width(self) -> int:
        """How wide it must be: where it leads stands on one line, what it counts on one, or if it is long on two."""
        head = QFontMetrics(font("count", bold=True)).horizontalAdvance(str(self._count)) + _SIGN
        head += QFontMetrics(font("small")).horizontalAdvance(self._leads_to) + _ARROW
        what = QFontMetrics(font(bold=True)).horizontalAdvance(self._what)
        return max(head, min(what, _LONG)) + 2 * _MARGIN

    def height_at(self, width: int) -> int:
        """How high it is at a width: words that do not fit on one line take a second."""
        whats, details = self._broken(width - 2 * _MARGIN)
        return 112 + 19 * (len(whats) - 1) + 16 * (len(details) - 1)

    def _broken(self, room: int) -> tuple[list[str], list[str]]:
        """What it counts, and the examples, in lines."""
        return (
            lines_of(self._what, font(bold=True), room, 2),
            lines_of(self._details, font("small"), room, 2),
        )

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), 112)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(168, 112)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pressable(painter, self)
        room = self.rect().adjusted(_MARGIN, 13, -_MARGIN, -12)
        painter.setFont(font("count", bold=True))
        ink = "text" if self._tone == "grey" else f"{self._tone}.text"
        painter.setPen(colour(ink))
        number = str(self._count)
        painter.drawText(QRect(room.left(), room.top() - 1, room.width(), 40), _LEFT, number)
        after = room.left() + painter.fontMetrics().horizontalAdvance(number) + 10
        paint_icon(painter, self._icon, f"{self._tone}.mark", QRect(after, room.top() + 11, 15, 15))
        self._link(painter, room, after + _SIGN - 10)
        whats, details = self._broken(room.width())
        top = room.top() + 35
        for words, size, ink, high, lines in (
            (whats, font(bold=True), "text", 20, 19),
            (details, font("small"), "text2", 18, 16),
        ):
            painter.setFont(size)
            painter.setPen(colour(ink))
            for line in words:
                painter.drawText(QRect(room.left(), top, room.width(), high), _LEFT, line)
                top += lines
        if self._share is not None:
            bar(painter, QRectF(room.left(), room.bottom() - 5, room.width(), 4), self._share)

    def _link(self, painter: QPainter, room: QRect, from_x: int) -> None:
        painter.setFont(font("small"))
        painter.setPen(colour("chosen.text"))
        right = QRect(from_x, room.top(), room.right() - from_x - 16, 18)
        words = painter.fontMetrics().elidedText(self._leads_to, Qt.TextElideMode.ElideRight, right.width())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        paint_icon(painter, "right", "chosen.mark", QRect(room.right() - 9, room.top() + 4, 11, 11))


class StartCard(QAbstractButton):
    """A way to begin: an icon, what it does, and a sentence more."""

    def __init__(self, icon_name: str, what: str, more: str, *, primary: bool = False) -> None:
        super().__init__()
        self._icon, self._more, self._primary = icon_name, more, primary
        self.setText(what)
        self.setAccessibleName(what)
        self.setAccessibleDescription(more)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 80)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, 80)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "chosen.mark" if self._primary else "panel")
        if not self._primary:
            outline_round(painter, whole, "strong_line" if self.underMouse() else "line")
        elif self.underMouse():
            outline_round(painter, whole, "text", width=FOCUS)
        ink = "on_chosen" if self._primary else "text"
        soft = "on_chosen" if self._primary else "text2"
        sign = "on_chosen" if self._primary else "chosen.mark"
        paint_icon(painter, self._icon, sign, QRect(20, 28, 24, 24))
        room = self.rect().adjusted(62, 0, -16, 0)
        lines = lines_of(self._more, font("small"), room.width(), 3)
        top = (self.height() - 20 - 16 * len(lines)) // 2 - 1
        painter.setFont(font(bold=True))
        painter.setPen(colour(ink))
        painter.drawText(QRect(room.left(), top, room.width(), 20), _LEFT, self.text())
        painter.setFont(font("small"))
        painter.setPen(colour(soft))
        for place, line in enumerate(lines):
            painter.drawText(QRect(room.left(), top + 20 + 16 * place, room.width(), 18), _LEFT, line)
