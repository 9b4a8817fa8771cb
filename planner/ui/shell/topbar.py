"""The top bar: which visit, the two clocks, the last step to undo, and the way to search everything."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.dates import days_text
from planner.model.plan import Plan
from planner.ui.shell.clocks import CityClock
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import BUTTON, FIELD_ICON, TOP_BAR
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.boxes import clear, rule
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.words import title_of

#: What stands beside the words of the undo button, and how wide it may be with them.
_UNDO_SIDES: Final = 8 + FIELD_ICON + 7 + 9
_UNDO_MOST: Final = 300
#: How much of a step must be readable for its words to be worth their room.
_UNDO_SOME: Final = 72


class VisitSwitcher(QAbstractButton):
    """**Shinagawa → Portland** 22 Jul – 1 Aug 2027 ⌄: says which visit is open, and drops a menu of others."""

    def __init__(self) -> None:
        super().__init__()
        self._days = ""
        self._menu: QMenu | None = None
        self.setFixedHeight(BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._drop)

    def set_menu(self, menu: QMenu) -> None:
        """The menu it drops."""
        self._menu = menu

    def show_plan(self, plan: Plan | None) -> None:
        """Show the visit that is open."""
        language = screen_language()
        if plan is None:
            self.setText(tr("No visit is open"))
            self._days = ""
        else:
            visit = plan.visit
            self.setText(title_of(visit, language))
            self._days = days_text(visit.first_day, visit.last_day, language)
        self.setAccessibleName(tr("Visit: {title}", title=self.text()))
        self.setToolTip(self.text())
        self.updateGeometry()
        self.update()

    def widths(self) -> tuple[int, int, int]:
        """How wide it is with the days, with the title only, and with the title cut as far as it may be."""
        title = QFontMetrics(font(bold=True)).horizontalAdvance(self.text())
        days = 8 + QFontMetrics(font("small")).horizontalAdvance(self._days) if self._days else 0
        sides = 11 + 34
        return min(title + days, 480) + sides, min(title, 480) + sides, min(title, 150) + sides

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.widths()[0], BUTTON)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.widths()[-1], BUTTON)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "panel")
        outline_round(painter, whole, "text3" if self.underMouse() else "strong_line")
        room = self.rect().adjusted(11, 0, -32, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(bold=True))
        painter.setPen(colour("text"))
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, title)
        after = room.adjusted(painter.fontMetrics().horizontalAdvance(title) + 8, 1, 0, 0)
        painter.setFont(font("small"))
        fits = painter.fontMetrics().horizontalAdvance(self._days) <= after.width()
        if self._days and fits:
            painter.setPen(colour("text2"))
            painter.drawText(after, left, self._days)
        paint_icon(painter, "down", "text2", QRect(self.width() - 26, 7, 14, 14))

    def _drop(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class UndoButton(QAbstractButton):
    """The last step and the way back from it: ↶ Undo: place Mei Katō. Without room it is cut, at last to Undo."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setFixedHeight(BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text().replace("&", ""))
        self.setAccessibleName(self.text())
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.text()}  {keys}")
        self.setEnabled(self._action.isEnabled())
        self.updateGeometry()
        self.update()

    def widths(self) -> tuple[int, int, int]:
        """How wide it is with the step, with as little of it as still says something, and without."""
        measure = QFontMetrics(font()).horizontalAdvance
        whole, short = (_UNDO_SIDES + measure(words) for words in (self.text(), tr("Undo")))
        whole = min(whole, _UNDO_MOST)
        return whole, min(whole, short + _UNDO_SOME), short

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.widths()[0], BUTTON)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.widths()[-1], BUTTON)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            outline_round(painter, QRectF(self.rect()), "strong_line")
        ink = "text2" if self.isEnabled() else "strong_line"
        paint_icon(painter, "undo", ink, QRect(6, 6, FIELD_ICON, FIELD_ICON))
        painter.setFont(font())
        painter.setPen(colour(ink))
        room = self.rect().adjusted(8 + FIELD_ICON + 7, 0, -4, 0)
        words = self.text() if self.width() >= self.widths()[1] else tr("Undo")
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, left, words)


class SearchButton(QAbstractButton):
    """Looks like a field and opens the search over everything."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setFixedHeight(BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(tr("Search everything"))
        self.setAccessibleName(self.text())
        self.clicked.connect(action.trigger)
        self._key = Keycap("Ctrl+K")
        self._key.setParent(self)
        self.setToolTip(f"{self.text()}  Ctrl+K")

    def widths(self) -> tuple[int, int, int]:
        """How wide it is with its keys, without them, and with one word only."""
        measure = QFontMetrics(font()).horizontalAdvance
        whole = 31 + measure(self.text())
        return max(216, whole + self._key.sizeHint().width() + 16), whole + 10, 31 + measure(tr("Search")) + 10

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.widths()[0], BUTTON)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.widths()[-1], BUTTON)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self._key.sizeHint()
        self._key.setVisible(self.width() >= self.widths()[1] + size.width())
        self._key.setGeometry(QRect(self.width() - size.width() - 9, 5, size.width(), size.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "ground")
        outline_round(painter, whole, "strong_line" if self.underMouse() else "line")
        paint_icon(painter, "search", "text2", QRect(9, 7, 14, 14))
        painter.setFont(font())
        painter.setPen(colour("text2"))
        words = self.text() if self.width() >= self.widths()[1] else tr("Search")
        painter.drawText(self.rect().adjusted(31, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


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
