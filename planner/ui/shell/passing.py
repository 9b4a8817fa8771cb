"""Where passing things are shown: sentences with Undo, and the progress of jobs, floating over the page's foot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from planner.ui.jobs import Job
from planner.ui.shell.notices import Notice
from planner.ui.theme.measures import STATUS
from planner.ui.widgets.notice import ProgressCard, Toast

#: Work that takes longer than this (ms) shows how far it is; shorter work would only flicker.
_PATIENCE: Final = 500

#: A sentence takes the place of the one before: more than one would not fit over the findings line.
_MOST: Final = 1


class PassingThings(QWidget):
    """A column of cards over the lower edge of `parent`, as high as what is in it.

    One sentence is no higher than the findings line, over which it stands for a moment: over the page it would hide
    buttons and cards that somebody is about to press.
    """

    undoAsked = Signal()
    redoAsked = Signal()
    redoAllAsked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._toasts: list[Toast] = []
        parent.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Say a sentence; the same one again takes the place of the one before."""
        for old in [toast for toast in self._toasts if toast.accessibleName() == notice.text]:
            self._drop(old)
        while len(self._toasts) >= _MOST:
            self._drop(self._toasts[0])
        toast = Toast(notice.text, notice.tone, undo=notice.undo, redo=notice.redo, redo_all=notice.redo_all)
        toast.undoAsked.connect(self.undoAsked)
        toast.redoAsked.connect(self.redoAsked)
        toast.redoAllAsked.connect(self.redoAllAsked)
        toast.gone.connect(lambda: self._drop(toast))
        self._toasts.append(toast)
        self._add(toast)

    def forget_undo(self) -> None:
        """Something else has been done, or another file is open: what it offers would mean the wrong step."""
        for toast in [toast for toast in self._toasts if toast.offers_step]:
            self._drop(toast)

    def follow(self, job: Job) -> None:
        """Show how far a job is, if it takes a while."""
        card = ProgressCard(job.title)
        card.cancelled.connect(job.cancel)
        job.progressed.connect(card.show_progress)
        # The card belongs to nobody until it is shown; what waits to show it ends with this.
        wait = QTimer(self)
        wait.setSingleShot(True)
        wait.timeout.connect(lambda: self._add(card))
        wait.start(_PATIENCE)

        def over() -> None:
            # A job may end after its window was closed, or made anew in another language.
            if isValid(self) and isValid(card):
                wait.stop()
                wait.deleteLater()
                self._remove(card)

        job.finished.connect(over)

    def _add(self, card: QWidget) -> None:
        self._box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        card.show()
        self._place()

    def _drop(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self._remove(toast)

    def _remove(self, card: QWidget) -> None:
        self._box.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._place()

    def _place(self) -> None:
        parent = self._parent
        filled = self._box.count() > 0
        self.setVisible(filled)
        if not filled:
            return
        self._box.activate()
        size = self._box.sizeHint()
        high = self._box.heightForWidth(size.width()) if self._box.hasHeightForWidth() else size.height()
        high = max(high, size.height())
        left = (parent.width() - size.width()) // 2
        self.setGeometry(left, parent.height() - high - STATUS - 2, size.width(), high)
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
