"""The buttons of the top bar, each in three widths: which visit, the last step to undo, the search."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy
from typing_extensions import override

from planner.language import screen_language, tr
from planner.language.dates import days_text
from planner.model.plan import Plan
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import BUTTON, FIELD_ICON
from planner.ui.theme.painters import fill_round, outline_round, pressable
from planner.ui.widgets.keycap import Keycap
from planner.ui.widgets.words import title_of

#: What stands beside the words of the undo button, and how wide it may be with them.
_UNDO_SIDES: Final = 8 + FIELD_ICON + 7 + 9
_UNDO_MOST: Final = 300
#: How much of a step must be readable for its words to be worth their room.
_UNDO_SOME: Final = 72


class BarButton(QAbstractButton):
    """A button of the top bar that gives way where there is little room. The bar says how wide it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(BUTTON)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @abstractmethod
    def widths(self) -> tuple[int, int, int]:
        """How wide it is with all its words, with fewer, and with the fewest it can do with."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.widths()[0], BUTTON)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.widths()[-1], BUTTON)


class VisitSwitcher(BarButton):
    """**Shinagawa → Portland** 22 Jul – 1 Aug 2027 ⌄: says which visit is open, and drops a menu of others."""

    def __init__(self) -> None:
        super().__init__()
        self._days = ""
        self._menu: QMenu | None = None
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

    @override
    def widths(self) -> tuple[int, int, int]:
        """How wide it is with the days, with the title only, and with the title cut as far as it may be."""
        title = QFontMetrics(font(bold=True)).horizontalAdvance(self.text())
        days = 8 + QFontMetrics(font("small")).horizontalAdvance(self._days) if self._days else 0
        sides = 11 + 34
        return min(title + days, 480) + sides, min(title, 480) + sides, min(title, 150) + sides

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


class UndoButton(BarButton):
    """The last step and the way back from it: ↶ Undo: place Mei Katō. Without room it is cut, at last to Undo."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
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

    @override
    def widths(self) -> tuple[int, int, int]:
        """How wide it is with the step, with as little of it as still says something, and without."""
        measure = QFontMetrics(font()).horizontalAdvance
        whole, short = (_UNDO_SIDES + measure(words) for words in (self.text(), tr("Undo")))
        whole = min(whole, _UNDO_MOST)
        return whole, min(whole, short + _UNDO_SOME), short

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


class SearchButton(BarButton):
    """Looks like a field and opens the search over everything."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setText(tr("Search everything"))
        self.setAccessibleName(self.text())
        self.clicked.connect(action.trigger)
        self._key = Keycap("Ctrl+K")
        self._key.setParent(self)
        self.setToolTip(f"{self.text()}  Ctrl+K")

    @override
    def widths(self) -> tuple[int, int, int]:
        """How wide it is with its keys, without them, and with one word only."""
        measure = QFontMetrics(font()).horizontalAdvance
        whole = 31 + measure(self.text())
        return max(216, whole + self._key.sizeHint().width() + 16), whole + 10, 31 + measure(tr("Search")) + 10

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self._key.sizeHint()
        self._key.setVisible(self.width() >= self.widths()[1] + size.width())
        self._key.setGeometry(QRect(self.width() - size.width() - 9, 5, size.width(), size.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pressable(painter, self, "ground")
        paint_icon(painter, "search", "text2", QRect(9, 7, 14, 14))
        painter.setFont(font())
        painter.setPen(colour("text2"))
        words = self.text() if self.width() >= self.widths()[1] else tr("Search")
        painter.drawText(self.rect().adjusted(31, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
