"""What is said without asking: a passing sentence with Undo, a banner that stays, an empty place, progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from planner.language import tr
from planner.ui.theme import font
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.sign import Sign
from planner.ui.widgets.text import Text

#: The icon that goes with a tone, so that no meaning hangs on colour alone.
TONE_ICONS = {"wrong": "wrong", "check": "warn", "good": "good", "grey": "note", "chosen": "note"}


#: A sentence wider than this goes over several lines.
_WIDEST = 720


def _sign(tone: str) -> Sign:
    return Sign(TONE_ICONS[tone], f"{tone}.mark")


class Toast(QWidget):
    """One sentence at the foot of the window that goes by itself, unless the pointer rests on it."""

    undoAsked = Signal()
    redoAsked = Signal()
    #: With how many steps that are.
    redoAllAsked = Signal(int)
    gone = Signal()

    def __init__(
        self, text: str, tone: str = "grey", *, undo: bool = False, redo: bool = False, redo_all: int = 0
    ) -> None:
        super().__init__()
        self._tone = tone
        #: Whether it has a button that takes the last step back, or does it again.
        self.offers_step = undo or redo or redo_all > 0
        self.setAccessibleName(text)
        long = QFontMetrics(font()).horizontalAdvance(text) > _WIDEST
        self._words = Text(text, wrap=long)
        if long:
            self._words.setFixedWidth(_WIDEST)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 1, 8, 1)
        box.setSpacing(10)
        box.addWidget(_sign(tone), 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self._words, 1)
        if undo:
            box.addWidget(Button(tr("Undo"), lambda: self._ask(self.undoAsked), look="link", icon_name="undo"))
        if redo:
            box.addWidget(Button(tr("Redo"), lambda: self._ask(self.redoAsked), look="link", icon_name="redo"))
        if redo_all:
            again = partial(self._ask, self.redoAllAsked, redo_all)
            box.addWidget(Button(tr("Redo all"), again, look="link", icon_name="redo"))
        box.addWidget(IconButton("close", tr("Close"), self._go, size=12))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        # Long enough to read: what is wrong longer than what went well.
        self._timer.start(4_000 + 60 * len(text) + (4_000 if tone == "wrong" else 0))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _ask(self, signal: SignalInstance, *what: int) -> None:
        signal.emit(*what)
        self._go()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._is_at_hand():
            self._timer.start(2_000)
        else:
            self._go()

    def _is_at_hand(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _go(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, "panel")
        outline_round(painter, rect, "wrong.line" if self._tone == "wrong" else "strong_line")


class Banner(QWidget):
    """A sentence that stays over the page as long as it is true, with what can be done about it."""

    def __init__(
        self, text: str, tone: str = "check", actions: Sequence[tuple[str, Callable[[], object]]] = ()
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setAccessibleName(text)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 12, 6)
        box.setSpacing(10)
        words = Text(text, tone=tone, wrap=True)
        box.addWidget(_sign(tone), 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(words, 1)
        for label, pressed in actions:
            box.addWidget(Button(label, pressed))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(QPainter(self), QRectF(self.rect()), f"{self._tone}.fill", 0)


class EmptyState(QWidget):
    """Stands where there is nothing yet, and says what to do next."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        words: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(8)
        box.addStretch(1)
        box.addWidget(Sign(icon_name, "text3", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(4)
        head = Text(heading, "heading")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(head)
        more = Text(words, tone="text2", wrap=True)
        more.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        more.setFixedWidth(420)
        more.setFixedHeight(more.heightForWidth(420))
        box.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        if actions:
            line = QHBoxLayout()
            line.addStretch(1)
            for place, (label, pressed) in enumerate(actions):
                line.addWidget(Button(label, pressed, look="plain" if place else "primary"))
            line.addStretch(1)
            box.addSpacing(8)
            box.addLayout(line)
        box.addStretch(2)


class ProgressCard(QWidget):
    """How far a job is, with a button to stop it."""

    cancelled = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._title = title
        self._words = Text(title)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._bar.setMinimumWidth(220)
        self._stop = Button(tr("Cancel"), self._cancel)
        inner = QVBoxLayout()
        inner.setSpacing(6)
        inner.addWidget(self._words)
        inner.addWidget(self._bar)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 8, 8, 10)
        box.setSpacing(14)
        box.addLayout(inner, 1)
        box.addWidget(self._stop)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many steps of how many are done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            self._words.setText(tr("{title}: {done} of {total}", title=self._title, done=done, total=total))

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText(tr("{title}: stopping", title=self._title))
        self.cancelled.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, "panel")
        outline_round(painter, rect, "strong_line")
