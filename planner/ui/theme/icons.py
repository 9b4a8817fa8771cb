"""The icons: one set, drawn on a 24-unit grid as `resources/icons/<name>.svg`, coloured by the theme when painted.

An icon made here asks for the colours in force each time it is painted, so it follows light and dark by
itself, and it is drawn from its vectors at the size and pixel ratio asked for, so it is sharp at 100 % and at
200 %.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from planner.resources import resource
from planner.ui.theme.appearance import colours

#: The colour the drawings are made in, to be replaced by the theme's.
_INK: Final = b"#000"

#: Two words for one drawing.
_ALSO: Final = {"bed": "homestays", "plane": "travel"}


def icon_names() -> tuple[str, ...]:
    """Every name `icon` knows, in alphabetical order."""
    drawn = (path.stem for path in resource("icons").glob("*.svg"))
    return tuple(sorted([*drawn, *_ALSO]))


@cache
def _drawing(name: str) -> bytes:
    path: Path = resource("icons", f"{_ALSO.get(name, name)}.svg")
    return path.read_bytes()


@lru_cache(maxsize=2048)
def _painted(name: str, hex_colour: str, pixels: int) -> QPixmap:
    """A square of device pixels; the cache is bounded by the handful of colours and sizes there are."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(_INK, hex_colour.encode())))
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return made


def pixmap(name: str, colour: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels; `colour` is a name of `Colours.named` or ``#rrggbb``.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    value = colour if colour.startswith("#") else colours().named(colour)
    made = QPixmap(_painted(name, value, max(1, round(size * ratio))))
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRect | QRectF) -> None:
    """Paint an icon into the middle of `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    middle = QRectF(rect).center()
    drawn = pixmap(name, colour, round(side), ratio)
    painter.drawPixmap(
        QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), drawn, QRectF(drawn.rect())
    )


class _Engine(QIconEngine):
    """Draws one icon in the colour its state asks for."""

    def __init__(self, name: str, colour: str, chosen: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._chosen = chosen

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "strong_line"
        if mode == QIcon.Mode.Selected or state == QIcon.State.On:
            return self._chosen
        return self._colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._name, self._ink(mode, state), rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        drawn = pixmap(self._name, self._ink(mode, state), side, scale)
        if size.width() == side:
            return drawn
        # A wider box than high asks for room between the icon and the words after it.
        wide = QPixmap(round(size.width() * scale), round(size.height() * scale))
        wide.setDevicePixelRatio(scale)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, (size.height() - side) // 2, drawn)
        painter.end()
        return wide

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def isNull(self) -> bool:
        return False

    def key(self) -> str:
        return "shimai"

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour, self._chosen)


def icon(name: str, colour: str = "text2", chosen: str = "chosen.mark") -> QIcon:
    """The icon called `name`, for buttons, actions and fields.

    `colour` and `chosen` (when checked or selected) are names of colours, looked up at each painting.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    _drawing(name)
    return QIcon(_Engine(name, colour, chosen))
