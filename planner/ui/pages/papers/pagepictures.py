"""How pages of a paper are shown: small, with their number below, and large, with a shadow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from planner.language import tr
from planner.papers.preview import Picture
from planner.ui.pages.papers.work import image_of
from planner.ui.theme import colour, font
from planner.ui.theme.painters import outline_round

#: What is left around a large page, in pixels.
MARGIN: Final = 24


class Thumbnail(QAbstractButton):
    """A small picture of a page, to go to it."""

    def __init__(self, picture: Picture, label: str, name: str, ratio: float, *, changed: bool) -> None:
        """`label` stands below the sheet, `name` is what a screen reader says; a changed page has a bar at its side."""
        super().__init__()
        self._changed = changed
        self._image = image_of(picture)
        self._image.setDevicePixelRatio(ratio)
        self.setText(label)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(tr("{name}, changed", name=name) if changed else name)
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._size = QSize(round(picture.width / ratio), round(picture.height / ratio))

    @override
    def sizeHint(self) -> QSize:
        return self._size + QSize(16, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = (self.width() - self._size.width()) // 2
        sheet = QRect(left, 4, self._size.width(), self._size.height())
        painter.drawImage(sheet.topLeft(), self._image)
        if self._changed:
            painter.fillRect(QRect(sheet.left() - 8, sheet.top() + 8, 4, sheet.height() - 16), colour("check.mark"))
        on = self.isChecked()
        outline = sheet.adjusted(-3, -3, 3, 3) if on else sheet.adjusted(-1, -1, 1, 1)
        edge = "chosen.mark" if on else "text3" if self.underMouse() else "strong_line"
        outline_round(painter, outline.toRectF(), edge, width=2 if on else 1, radius=2)
        painter.setFont(font("small", bold=on))
        painter.setPen(colour("chosen.text" if on else "text2"))
        foot = QRect(0, sheet.bottom() + 3, self.width(), 17)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.text())


class PageSheet(QWidget):
    """One page, large, with a shadow."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._size = QSize(0, 0)

    def show_image(self, image: QImage, size: QSize) -> None:
        """Show a picture in a size, in logical pixels."""
        self._image, self._size = image, size
        self.setFixedSize(size + QSize(2 * MARGIN, 2 * MARGIN))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRect(MARGIN, MARGIN, self._size.width(), self._size.height())
        painter.fillRect(sheet.translated(4, 4), QColor(0, 0, 0, 30))
        painter.drawImage(sheet, self._image)
        painter.setPen(QPen(colour("strong_line"), 1))
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
