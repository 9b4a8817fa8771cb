"""The focus ring: two pixels of indigo outside whatever the keyboard is on, drawn over the neighbours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from planner.ui.theme.measures import FOCUS, RADIUS
from planner.ui.theme.painters import outline_round

_OUT = FOCUS + 1

#: These show their focus in their own line.
_OWN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)

_MOVES = {
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange,
}  # fmt: skip


class FocusRing(QWidget):
    """One ring for a window. It follows the focus, and shows itself only to those who use the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._keyboard = False
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def watch(self) -> None:
        """Begin to notice keys and mouse, once the window has been shown.

        They are heard where the window system hands them over: a filter on the application would be called
        for every event of every widget.
        """
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        window = self._window
        if new is None or new.window() is not window or isinstance(new, _OWN):
            self.hide()
            return
        self._target = new
        step: QWidget | None = new
        while step is not None and step is not window:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            if not self._keyboard:
                self._keyboard = True
                self._place()
        elif kind == QEvent.Type.MouseButtonPress:
            if self._keyboard:
                self._keyboard = False
                self._place()
        elif kind in _MOVES and watched in self._watched:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._keyboard or not target.isVisible():
            self.hide()
            return
        inside = isinstance(target, QAbstractScrollArea)
        rect = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        out = 0 if inside else _OUT
        self.setGeometry(rect.adjusted(-out, -out, out, out))
        clip = self._in_sight(target)
        if clip.isEmpty():
            self.hide()
            return
        self.show()
        self.raise_()
        self.update()

    def _in_sight(self, target: QWidget) -> QRect:
        """The part of the target that is not scrolled away."""
        return target.visibleRegion().boundingRect()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        outline_round(QPainter(self), QRectF(self.rect()), "chosen.mark", width=FOCUS, radius=RADIUS + 2)
