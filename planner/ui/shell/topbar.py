"""The top bar: which visit, the two clocks, the last step to undo, and the way to search everything."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from planner.language import screen_language, tr
from planner.model.plan import Plan
from planner.ui.shell.clocks import CityClock
from planner.ui.shell.topbuttons import SearchButton, UndoButton, VisitSwitcher
from planner.ui.theme import colour
from planner.ui.theme.measures import TOP_BAR
from planner.ui.widgets.boxes import clear, rule
from planner.ui.widgets.buttons import IconButton


class TopBar(QWidget):
    """The whole bar, 48 high."""

    def __init__(self, undo: QAction, redo: QAction, search: QAction) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TOP_BAR)
        self.setAccessibleName(tr("Visit, clocks and search"))
        self.switcher = VisitSwitcher()
        self._clocks_box = QHBoxLayout()
        self._clocks_box.setSpacing(16)
        self._clocks: list[CityClock] = []
        self._undo = UndoButton(undo)
        self._redo = IconButton("redo", redo.text(), redo.trigger)
        self._redo_action = redo
        redo.changed.connect(self._follow_redo)
        undo.changed.connect(self._fit)
        self._follow_redo()
        self._last_rule = rule(vertical=True)
        self._last_rule.setFixedHeight(32)
        self._search = SearchButton(search)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(8)
        box.addWidget(self.switcher)
        box.addStretch(1)
        box.addLayout(self._clocks_box)
        box.addSpacing(8)
        box.addWidget(self._last_rule)
        box.addSpacing(4)
        box.addWidget(self._undo)
        box.addWidget(self._redo)
        box.addWidget(self._search)

    def _follow_redo(self) -> None:
        self._redo.setEnabled(self._redo_action.isEnabled())
        self._redo.name(self._redo_action.text().replace("&", ""), "Ctrl+Shift+Z")

    def show_plan(self, plan: Plan | None) -> None:
        """Show which visit is open and its two clocks."""
        self.switcher.show_plan(plan)
        cities = [] if plan is None else [plan.visit.host_city, plan.visit.home_city]
        if [clock.city.id for clock in self._clocks] == [city.id for city in cities]:
            for clock, city in zip(self._clocks, cities, strict=True):
                clock.show_city(city)
            self._fit()
            return
        clear(self._clocks_box)
        self._clocks = [CityClock(city, screen_language()) for city in cities]
        for clock in self._clocks:
            line = rule(vertical=True)
            line.setFixedHeight(32)
            self._clocks_box.addWidget(line)
            self._clocks_box.addWidget(clock)
        self._last_rule.setVisible(bool(cities))
        self._fit()

    def tick(self) -> None:
        """Move the clocks on."""
        for clock in self._clocks:
            clock.tick()
        # 10:00 takes more room than 9:59, and a step may have taken all of it.
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave away what matters least until the rest fits; only the visit's title may be cut, as the very last.

        On a screen smaller than the smallest window the letters of the zones go too, and then the names of the cities,
        which the tip tells: both times are always whole.
        """
        for zone, name in ((True, True), (False, True), (False, False)):
            for clock in self._clocks:
                clock.show_parts(zone=zone, name=name)
            if self._fits():
                break

    def _fits(self) -> bool:
        """Share out the room beside the clocks; False if there is too little for even the shortest forms."""
        margins = 60 + 8 * (6 if self._clocks else 3)
        clocks = sum(clock.sizeHint().width() + 1 + 16 for clock in self._clocks)
        clocks += 16 * max(0, len(self._clocks) - 1) + 1
        room = self.width() - margins - clocks - self._redo.width()
        days, title, least = self.switcher.widths()
        step, some, undo = self._undo.widths()
        keys, words, word = self._search.widths()
        forms = (
            (days, some, keys), (days, some, words), (days, undo, keys), (days, undo, words),
            (title, undo, keys), (title, undo, words), (title, undo, word),
        )  # fmt: skip
        widths = next((form for form in forms if sum(form) <= room), (max(least, room - undo - word), undo, word))
        if undo < some == widths[1]:
            # What is left goes to the name of the step.
            widths = (widths[0], min(step, room - widths[0] - widths[2]), widths[2])
        for widget, width in zip((self.switcher, self._undo, self._search), widths, strict=True):
            widget.setFixedWidth(width)
        return sum(widths) <= room

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colour("line"))
