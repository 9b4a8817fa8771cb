"""Rows and columns of widgets without Qt's default gaps: space is said where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

#: Put between the items of a row or column: takes all the space left over.
STRETCH: Final = object()

Item = QWidget | QLayout | int | object


def _fill(box: QBoxLayout, items: Iterable[Item], gap: int, margins: tuple[int, int, int, int]) -> None:
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if item is STRETCH:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)


def row(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items side by side: widgets, layouts, a number of pixels, or `STRETCH`."""
    box = QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def column(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items one under the other: widgets, layouts, a number of pixels, or `STRETCH`."""
    box = QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def surface(kind: str, layout: QLayout | None = None) -> QFrame:
    """A plain area in one of the theme's grounds (ground, panel, rail, sunk, card, wrong, check, good, chosen)."""
    made = QFrame()
    made.setProperty("surface", kind)
    if layout is not None:
        made.setLayout(layout)
    return made


def rule(*, vertical: bool = False) -> QFrame:
    """A line of one pixel between two things."""
    made = QFrame()
    made.setProperty("rule", "vertical" if vertical else "horizontal")
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Scroll(QScrollArea):
    """Scrolls one content widget up and down, never sideways; the bar shows only when it is needed."""

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        content.setProperty("surface", content.property("surface") or "clear")
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.setWidget(content)
