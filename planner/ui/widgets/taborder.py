"""Tab goes through a column of fields as one reads it, also through what was made later than what stands below it.

Qt keeps the order in which widgets were made. What is folded is made when it is first opened, and what is added comes
after all else: by keys one would leave the column before one has seen it.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from typing_extensions import override

# Fields and buttons of one line are not of one height; their middles lie this close together.
_ONE_LINE = 10


class InReadingOrder(QWidget):
    """Holds fields in which Tab goes line after line, and in a line from left to right."""

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        order, now = self._order(), QApplication.focusWidget()
        for here, there in pairwise(order if forward else order[::-1]):
            if now is here:
                there.setFocus(_reason(forward=forward))
                bring_into_sight(there)
                return True
        if now is None or now not in order:
            return super().focusNextPrevChild(forward)
        return self._leave(now, forward=forward)

    def _order(self) -> list[QWidget]:
        reached = sorted(
            (self._middle(each), each.mapTo(self, QPoint()).x(), place, each)
            for place, each in enumerate(self.findChildren(QWidget))
            if _takes_tab(each) and each.isVisibleTo(self)
        )
        lines: list[list[tuple[int, QWidget]]] = []
        begun = -_ONE_LINE
        for middle, left, _, each in reached:
            if not lines or middle - begun >= _ONE_LINE:
                lines.append([])
                begun = middle
            lines[-1].append((left, each))
        return [each for line in lines for _, each in sorted(line, key=lambda one: one[0])]

    def _middle(self, widget: QWidget) -> int:
        return widget.mapTo(self, QPoint(0, widget.height() // 2)).y()

    def _leave(self, last: QWidget, *, forward: bool) -> bool:
        """Go on to what comes next outside."""
        each = _beside(last, forward=forward)
        while each is not None and each is not last:
            if not self.isAncestorOf(each) and each is not self and _takes_tab(each) and each.isVisible():
                each.setFocus(_reason(forward=forward))
                return True
            each = _beside(each, forward=forward)
        return False


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _reason(*, forward: bool) -> Qt.FocusReason:
    return Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason


def bring_into_sight(widget: QWidget) -> None:
    """Scroll so far that a widget is seen whole, where it lies in something that scrolls."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget, 0, 24)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return policy == Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
