"""Choosing: one of several, several of several, yes or no."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QListView, QSizePolicy, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import colour, font
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import FIELD, FIELD_ICON, FOCUS
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.fields import Field
from planner.ui.widgets.flow import Flow


class Combo(QComboBox):
    """A field that drops a list. The wheel does not change it unnoticed while somebody scrolls the page."""

    def __init__(self, *, high: int = FIELD, icon_name: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setFixedHeight(high)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self._has_list = False

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        texts = (self.itemText(place) for place in range(self.count()))
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=60)
        return QSize(min(wide, 260) + 44 + (FIELD_ICON + 6 if self._icon_name else 0), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def showPopup(self) -> None:
        if not self._has_list:
            self._make_list()
        metrics = self.fontMetrics()
        texts = (self.itemText(place) for place in range(self.count()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        self.view().setMinimumWidth(min(480, max(self.width(), widest + 40)))
        super().showPopup()

    def _make_list(self) -> None:
        """Put a list of ours in the place of Qt's when it drops first: of the 150 on a page few ever do."""
        view = QListView()
        view.setProperty("look", "menu")
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setFont(self.font())
        self.setView(view)
        self._has_list = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fill_round(painter, whole, "panel" if self.isEnabled() else "ground")
        if self.property("wrong"):
            outline_round(painter, whole, "wrong.line")
        elif self.hasFocus():
            outline_round(painter, whole, "chosen.mark", width=FOCUS)
        else:
            outline_round(painter, whole, "strong_line" if self.underMouse() else "line")
        room = self.rect().adjusted(12, 0, -28, 0)
        if self._icon_name:
            paint_icon(
                painter, self._icon_name, "text2",
                QRect(room.left(), (self.height() - FIELD_ICON) // 2, FIELD_ICON, FIELD_ICON),
            )
            room.setLeft(room.left() + FIELD_ICON + 8)
        empty = self.currentIndex() < 0 or not self.currentText()
        ink = "text" if self.isEnabled() else "strong_line"
        painter.setFont(font())
        painter.setPen(colour("text3" if empty else ink))
        words = self.placeholderText() if empty else self.currentText()
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
        sign = "text2" if self.isEnabled() else "strong_line"
        paint_icon(painter, "down", sign, QRect(self.width() - 24, (self.height() - 14) // 2, 14, 14))


class ChoiceField(Field):
    """One of several. Values are whatever they are in the plan; the words are for people."""

    def __init__(
        self,
        label: str,
        choices: Iterable[tuple[Hashable, str]],
        *,
        hint: str = "",
        icon_name: str = "",
        placeholder: str = "",
    ) -> None:
        """`choices` are pairs of a value and its words."""
        self.combo = Combo(icon_name=icon_name)
        self.combo.setPlaceholderText(placeholder or tr("Choose"))
        super().__init__(label, self.combo, hint=hint)
        self._values: list[Hashable] = []
        self.offer(choices)
        self.combo.activated.connect(lambda place: self._pick(place))

    def offer(self, choices: Iterable[tuple[Hashable, str]]) -> None:
        """Offer these from now on; the value chosen stays if it is among them."""
        chosen = self.value() if self._values else None
        pairs = list(choices)
        self._values = [value for value, _ in pairs]
        self.combo.blockSignals(True)
        self.combo.clear()
        self.combo.addItems([words for _, words in pairs])
        self.combo.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)
        self.combo.blockSignals(False)

    def _pick(self, place: int) -> None:
        self.clear_error()
        self.committed.emit(self._values[place])

    @override
    def value(self) -> Any:
        place = self.combo.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    @override
    def show_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)


_BOX: Final = 16


class CheckBox(QCheckBox):
    """A box to tick, drawn in the theme."""

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_BOX + (8 + words if words else 0) + 2, 24)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: Any) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0, (self.height() - _BOX) / 2, _BOX, _BOX)
        on = self.checkState() != Qt.CheckState.Unchecked
        live = self.isEnabled()
        fill_round(painter, box, ("chosen.mark" if live else "line") if on else "panel", 4)
        if not on:
            edge = "text3" if self.underMouse() and live else "strong_line"
            outline_round(painter, box, "wrong.line" if self.property("wrong") else edge, radius=4)
        elif self.checkState() == Qt.CheckState.PartiallyChecked:
            paint_icon(painter, "minus", "on_chosen", box.adjusted(2, 2, -2, -2))
        else:
            paint_icon(painter, "check", "on_chosen", box.adjusted(2, 2, -2, -2))
        painter.setFont(font())
        painter.setPen(colour("text" if live else "strong_line"))
        painter.drawText(self.rect().adjusted(_BOX + 8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class CheckField(Field):
    """Yes or no, told at once. A tick that was not taken is put back, and why is said under it."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        self.box = CheckBox(label)
        super().__init__(label, self.box, hint=hint)
        # The box has its words beside it, in the place of the label above.
        self._label.hide()
        self._label_row.insertWidget(0, self.box)
        self.box.clicked.connect(self._click)

    def _click(self, on: bool) -> None:
        self.clear_error()
        self.committed.emit(on)

    @override
    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.box.setText(label)

    @override
    def value(self) -> bool:
        return self.box.isChecked()

    @override
    def show_value(self, value: Any) -> None:
        if self.box.isChecked() != bool(value):
            self.box.setChecked(bool(value))
            self.clear_error()

    @override
    def show_error(self, words: str) -> None:
        self.box.setChecked(not self.box.isChecked())
        super().show_error(words)


class _Option(QAbstractButton):
    """One word of a set, on or off."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 20, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        on = self.isChecked()
        fill_round(painter, whole, "chosen.fill" if on else "panel", 12)
        edge = "chosen.line" if on else "text3" if self.underMouse() else "strong_line"
        outline_round(painter, whole, edge, radius=12)
        painter.setPen(colour("chosen.text" if on else "text2"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self.text())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks are two changes of mind, not one.
        self.mousePressEvent(event)


class SeveralField(Field):
    """Any number of a few: each is a word to switch on or off."""

    def __init__(self, label: str, choices: Sequence[tuple[Hashable, str]], *, hint: str = "") -> None:
        """`choices` are pairs of a value and its words."""
        holder = QWidget()
        flow = Flow(holder, gap=6)
        self._options: dict[Hashable, _Option] = {}
        for value, words in choices:
            option = _Option(words)
            option.clicked.connect(lambda _=False: self.committed.emit(self.value()))
            self._options[value] = option
            flow.addWidget(option)
        super().__init__(label, holder, hint=hint)
        for option in self._options.values():
            option.setAccessibleName(tr("{label}: {words}", label=label, words=option.text()))

    @override
    def value(self) -> frozenset[Hashable]:
        return frozenset(value for value, option in self._options.items() if option.isChecked())

    @override
    def show_value(self, value: Any) -> None:
        for each, option in self._options.items():
            option.setChecked(each in (value or ()))
