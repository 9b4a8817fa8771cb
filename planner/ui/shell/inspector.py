"""The inspector: the column at the right in which the selected thing is looked at and edited, never in a box."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.model.plan import Plan
from planner.ui.theme.measures import INSPECTOR, PAGE_HEADER
from planner.ui.widgets.boxes import Scroll, rule
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.taborder import InReadingOrder
from planner.ui.widgets.text import Elided


class Panel(QWidget):
    """What a page puts into the inspector: a head, a scrolling body of fields, a foot that stays.

    Fill `head` (chips, buttons; the title is there already), `body` and, if there is one, `foot`.
    """

    #: Whether it is made for one use, and let go when another takes its place; else its page shows it again.
    ONCE: ClassVar[bool] = False

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)

        self.head_bar = QWidget()
        self.head_bar.setFixedHeight(PAGE_HEADER)
        bar = QHBoxLayout(self.head_bar)
        bar.setContentsMargins(16, 0, 8, 0)
        bar.setSpacing(8)
        self.title_label = Elided(title, "heading")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head_end = QHBoxLayout()
        self.head_end.setSpacing(0)
        bar.addLayout(self.head)
        bar.addWidget(self.title_label, 1)
        bar.addLayout(self.head_end)
        whole.addWidget(self.head_bar)
        whole.addWidget(rule())

        content = InReadingOrder()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(12)
        # Not by alignment: that gives what wraps the height it would have unwrapped, and cuts it.
        pushed_up = QVBoxLayout(content)
        pushed_up.setContentsMargins(0, 0, 0, 0)
        pushed_up.setSpacing(0)
        pushed_up.addLayout(self.body)
        pushed_up.addStretch(1)
        self.scroll_area = Scroll(content, title)
        whole.addWidget(self.scroll_area, 1)

        self._foot_bar = QWidget()
        self._foot_bar.hide()
        self.foot = QVBoxLayout(self._foot_bar)
        self.foot.setContentsMargins(16, 12, 16, 12)
        self.foot.setSpacing(8)
        whole.addWidget(self._foot_bar)

    def show_plan(self, plan: Plan) -> bool:
        """Show the plan as it is now; False if what the panel is about is there no more."""
        return True

    def focus_parts(self, noun: str) -> bool:
        """Unfold the parts of a noun and bring them into sight; False if there are none, as in most panels."""
        return False

    def show_foot(self, shown: bool = True) -> None:
        """Show or hide the foot."""
        self._foot_bar.setVisible(shown)


class Inspector(QWidget):
    """The column itself, 320 wide; open while it has a panel."""

    #: The user has closed it.
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(INSPECTOR)
        self.setAccessibleName(tr("Inspector"))
        self._panel: Panel | None = None
        self._close = IconButton("close", tr("Close the inspector"), self.closed.emit, shortcut="Esc")
        self._close.setParent(self)
        self._close.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule(vertical=True))
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._room, 1)
        self.hide()

    @property
    def panel(self) -> Panel | None:
        """What is shown now."""
        return self._panel

    def show_panel(self, panel: Panel | None) -> None:
        """Show a panel, or close the column. A panel taken away is kept out of sight for the page it belongs to."""
        if panel is self._panel:
            return
        if self._panel is not None:
            self._panel.head_end.removeWidget(self._close)
            self._close.setParent(self)
            self._close.hide()
            # It keeps its place among the inspector's: to dress a panel anew for another parent takes longer than to
            # fill it, and one without a parent that outlives the application takes the program down as it ends.
            self._panel.hide()
        self._panel = panel
        if panel is not None:
            panel.head_end.addWidget(self._close)
            self._close.show()
            if panel.parentWidget() is not self:
                self._room.addWidget(panel)
            panel.show()
        self.setVisible(panel is not None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._panel is not None:
            self.closed.emit()
            return
        super().keyPressEvent(event)
