"""Every text that is seen only in part.

Where a text may be cut, because nobody knows how long a title or a name will be, a tip has the whole.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from planner.ui.pages.homestays.tray import Tray
from tests.ui.painted import Painted, painted, tip_at, whole_text

#: Qt's own grounds, lines and bars, of which none paints a word.
WORDLESS = frozenset({QWidget, QFrame, QScrollBar, QStackedWidget})

#: Rounding, and the last letter's own side.
SLACK = 2.0


def cut_in(whole: QWidget) -> Iterator[str]:
    """Every text that is seen only in part and told whole nowhere."""
    for widget in whole.findChildren(QWidget):
        if type(widget) in WORDLESS:
            continue
        # The label of a tip is a widget too, and goes when the next one comes.
        if not isValid(widget) or widget.isWindow() or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        for text in painted(widget):
            if is_shortened(text, widget) and not is_told(text, widget):
                yield f"shortened, and no tip tells the whole: {named(widget)} “{text.text}”"
            elif is_clipped(text, widget):
                yield f"clipped: {named(widget)} “{text.text}” {text.rect} in {widget.size()}"


def named(widget: QWidget) -> str:
    return f"{type(widget).__name__} ({widget.accessibleName() or widget.objectName()})"


def is_shortened(text: Painted, widget: QWidget) -> bool:
    return "…" in text.text and text.text not in whole_text(widget)


def is_told(text: Painted, widget: QWidget) -> bool:
    tip = tip_at(widget, text.rect.center())
    return all(part.strip() in tip for part in text.text.split("…"))


def is_clipped(text: Painted, widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, QLineEdit | QHeaderView) or isinstance(parent, QPlainTextEdit | QHeaderView):
        return False  # what is typed may be longer than its field; the heads of a table scroll with it
    if isinstance(parent, QAbstractItemView) or isinstance(widget, QAbstractScrollArea):
        return False  # lines scroll in and out of sight
    room = QRectF(widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if isinstance(parent, Tray):
        room.setTop(-1e6)  # cards scroll in and out of sight, but not sideways
        room.setBottom(1e6)
    return not room.contains(text.rect)
