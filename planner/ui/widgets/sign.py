"""An icon that stands by itself, painted anew each time and so always in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import FIELD_ICON


class Sign(QWidget):
    """One icon, beside the words that say what it means; a `name` only where there are none."""

    def __init__(self, icon_name: str = "", colour: str = "text2", size: int = FIELD_ICON, *, name: str = "") -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon_name, colour, size
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """The icon shown."""
        return self._icon

    def show_icon(self, icon_name: str, colour: str = "", *, name: str = "") -> None:
        """Show another icon, in another colour if one is given; none leaves the room empty."""
        self._icon = icon_name
        self._colour = colour or self._colour
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            paint_icon(QPainter(self), self._icon, self._colour, QRectF(self.rect()))
