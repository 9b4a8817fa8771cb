"""Words on the window: a label in one of the theme's types, and one that shortens itself with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from planner.language.endings import joined, parted


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties have changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Text(QLabel):
    """A label. `type` is title, heading, text, small, count, clock or days; `tone` the name of a text colour.

    Where it wraps, what is read at once stays whole in Japanese; what it tells and what is read aloud is the bare text.
    """

    def __init__(self, text: str = "", type: str = "text", tone: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self._read_aloud = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setText(text)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    @override
    def setText(self, text: str) -> None:
        shown = joined(text) if self.wordWrap() else text
        super().setText(shown)
        if self.accessibleName() == self._read_aloud:
            self._read_aloud = text if shown != text else ""
            self.setAccessibleName(self._read_aloud)

    @override
    def text(self) -> str:
        return parted(super().text())

    def set_tone(self, tone: str) -> None:
        """Change the colour of the words."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def selectable(self) -> Text:
        """Let the words be marked and copied with the mouse."""
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.hasSelectedText() and event.button() is Qt.MouseButton.LeftButton:
            # Words are copied, see `planner.ui.copying`, not dragged away as they are joined on their lines.
            self.setSelection(0, 0)
        super().mousePressEvent(event)


class Elided(Text):
    """A label of one line that ends in an ellipsis where there is no room, and tells the whole in its tip.

    Several lines stand behind each other.
    """

    def __init__(self, text: str = "", type: str = "text", tone: str = "") -> None:
        super().__init__(_in_one_line(text), type, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    @override
    def setText(self, text: str) -> None:
        super().setText(_in_one_line(text))
        self._tell_whole()

    def _tell_whole(self) -> None:
        short = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if short else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.font())
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        flags = self.alignment()
        painter.drawText(room, flags, text)


def _in_one_line(text: str) -> str:
    return " · ".join(text.splitlines()) if "\n" in text else text
