"""The rail at the left edge: one button for each page, with an icon, a word and a count of what is left to do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.rules.finding import Severity
from planner.ui.shell.badges import Badge
from planner.ui.shell.places import SETTINGS, Place, places
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import RAIL, RAIL_ICON, STEP, TOP_BAR
from planner.ui.theme.painters import badge as paint_badge
from planner.ui.theme.painters import fill_round, outline_round


class RailButton(QAbstractButton):
    """A page's button. Its badge is red for what is wrong, amber for what is to check."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._count, self._tone = 0, "check"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(place.name)
        self._keys = QKeySequence(place.keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.show_badge(Badge())

    def show_badge(self, badge: Badge) -> None:
        """Show how many things are left to do on the page, nothing for none; its tip says what is counted."""
        self._count, self._tone = badge.count, "wrong" if badge.worst == Severity.BLOCK else "check"
        words = badge.words(self.text())
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {self._keys}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(RAIL - STEP, 56)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        if chosen:
            fill_round(painter, whole, "chosen.fill")
        elif self.underMouse() and self.isEnabled():
            outline_round(painter, whole, "strong_line")
        ink = "chosen.mark" if chosen else "text2" if self.isEnabled() else "strong_line"
        middle = self.width() // 2
        spot = QRect(middle - RAIL_ICON // 2, 9, RAIL_ICON, RAIL_ICON)
        paint_icon(painter, self._place.icon, ink, spot)
        painter.setPen(colour(ink))
        painter.setFont(font("small", bold=chosen))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRect(0, 31, self.width(), 18), flags, self.text())
        if self._count:
            paint_badge(painter, QPointF(spot.right() - 5, spot.top() + 2), str(self._count), self._tone)


class Rail(QWidget):
    """All the buttons, the settings at the foot."""

    #: The key of the page asked for.
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL)
        self.setAccessibleName(tr("Pages"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, RailButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 8)
        box.setSpacing(4)
        logo = QLabel("姉妹")
        logo.setProperty("tone", "chosen")
        logo.setFont(font("title", bold=True))
        logo.setObjectName("logo")
        logo.setAccessibleName("Shimai")
        logo.setFixedHeight(TOP_BAR - 4)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(logo)
        for place in places():
            box.addWidget(self._button(place))
        box.addStretch(1)
        box.addWidget(self._button(SETTINGS))

    def _button(self, place: Place) -> RailButton:
        button = RailButton(place)
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        self._group.addButton(button)
        self._buttons[place.key] = button
        return button

    def choose(self, key: str) -> None:
        """Mark the page that is shown; a page without a button leaves none marked."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def show_badges(self, badges: Mapping[str, Badge]) -> None:
        """Show for each page how much is left to do, and how bad the worst of it is."""
        for key, button in self._buttons.items():
            button.show_badge(badges.get(key, Badge()))

    def open_pages(self, any_plan: bool) -> None:
        """Let the buttons be pressed only while there is a plan to show."""
        for key, button in self._buttons.items():
            button.setEnabled(any_plan or key == SETTINGS.key)
