"""The tray beside the night board: guests without a bed, and guests for whom some nights are still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip
from typing_extensions import override

from planner.language import tr
from planner.ui.boards.nights.blocks import Sign
from planner.ui.pages.homestays.waitingcard import Waiting, paint_waiting
from planner.ui.theme import colour
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.measures import CHIP_ICON
from planner.ui.theme.painters import fill_round, outline_round
from planner.ui.widgets.lettering import fit, wide_of, write

WIDTH: Final = 208
_CARD: Final = 62
_GAP: Final = 8
_HEADING: Final = 36
_LEGEND: Final = 20
_EDGE: Final = 8


@dataclass(frozen=True, slots=True)
class _Item:
    """Something in the tray with its place: a heading with a count, a card, or a line of the legend."""

    top: float
    high: float
    heading: tuple[str, int] | None = None
    card: Waiting | None = None
    sign: Sign | None = None


class Tray(QAbstractScrollArea):
    """Cards of those who wait, painted like the board; ↑↓ go, Enter or the mouse takes one up."""

    #: The guest the user has gone to, by their key.
    picked = Signal(object)
    #: A guest is taken up by the mouse (where it was pressed, on the screen) or by a key (None).
    takenUp = Signal(object, object)
    #: While one is carried by the mouse: where it is on the screen; and where it was let go.
    carried = Signal(object)
    letGo = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Guests who wait for a bed"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._none: tuple[Waiting, ...] = ()
        self._some: tuple[Waiting, ...] = ()
        self._legend: tuple[Sign, ...] = ()
        self._items: list[_Item] = []
        self._fits: Mapping[int, str] = {}
        self._current: int | None = None
        self._lifted: int | None = None
        self._pressed: tuple[int, QPoint] | None = None
        self._hovered: int | None = None
        #: Gets the keys first while a guest is carried.
        self.hand_key: Callable[[QKeyEvent], bool] = lambda event: False

    # What is shown

    def show_waiting(self, none: Sequence[Waiting], some: Sequence[Waiting], legend: Sequence[Sign]) -> None:
        """Show who has no bed at all, who lacks some nights, and what the signs mean."""
        self._none, self._some, self._legend = tuple(none), tuple(some), tuple(legend)
        if self._current not in {card.key for card in self.cards}:
            self._current = None
        self._lay_out()

    def show_fits(self, fits: Mapping[int, str]) -> None:
        """Show into how many homes each fits, in words."""
        self._fits = fits
        self.viewport().update()

    def lift(self, key: int | None) -> None:
        """Show a guest as being placed."""
        self._lifted = key
        self.viewport().update()

    @property
    def cards(self) -> tuple[Waiting, ...]:
        """Everybody in the tray, from the top."""
        return (*self._none, *self._some)

    @property
    def chosen(self) -> int | None:
        """The guest the user has gone to."""
        return self._current

    def choose(self, key: int | None) -> bool:
        """Choose a guest without telling anybody; False if they do not wait."""
        card = next((card for card in self.cards if card.key == key), None)
        self._current = None if card is None else card.key
        self.setAccessibleDescription("" if card is None else card.whole)
        rect = None if self._current is None else self.rect_of(self._current)
        if rect is not None:
            bar = self.verticalScrollBar()
            if rect.top() < 0:
                bar.setValue(round(bar.value() + rect.top() - _GAP))
            elif rect.bottom() > self.viewport().height():
                bar.setValue(round(bar.value() + rect.bottom() - self.viewport().height() + _GAP))
        self.viewport().update()
        return self._current is not None

    def rect_of(self, key: int) -> QRectF | None:
        """Give where a card lies in the widget."""
        found = next((item for item in self._items if item.card is not None and item.card.key == key), None)
        if found is None:
            return None
        return QRectF(_EDGE, found.top - self.verticalScrollBar().value(), self._wide, found.high)

    def card_at(self, pos: QPointF | QPoint) -> Waiting | None:
        """Give the card at a place of the widget."""
        spot = QPointF(pos)
        for card in self.cards:
            rect = self.rect_of(card.key)
            if rect is not None and rect.contains(spot):
                return card
        return None

    @property
    def _wide(self) -> float:
        return self.viewport().width() - 2 * _EDGE

    def _lay_out(self) -> None:
        self._items, top = [], 0.0
        for heading, cards in ((tr("Without a bed"), self._none), (tr("Open nights"), self._some)):
            if not cards and heading != tr("Without a bed"):
                continue
            self._items.append(_Item(top, _HEADING, heading=(heading, len(cards))))
            top += _HEADING
            for card in cards:
                self._items.append(_Item(top, _CARD, card=card))
                top += _CARD + _GAP
        top += _GAP
        for sign in self._legend:
            self._items.append(_Item(top, _LEGEND, sign=sign))
            top += _LEGEND
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top + _GAP - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(24)
        self.viewport().update()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("rail"))
        painter.translate(0, -self.verticalScrollBar().value())
        low = self.verticalScrollBar().value()
        first_sign = True
        for item in self._items:
            if item.sign is not None and first_sign:
                painter.fillRect(QRectF(_EDGE + 4, item.top - 8, self._wide - 8, 1), colour("line"))
                first_sign = False
            if item.top + item.high < low or item.top > low + self.viewport().height():
                continue
            if item.heading is not None:
                self._heading(painter, item.top, *item.heading)
            elif item.card is not None:
                self._card(painter, QRectF(_EDGE, item.top, self._wide, item.high), item.card)
            elif item.sign is not None:
                self._sign(painter, item.top, item.sign)

    def _heading(self, painter: QPainter, top: float, words: str, count: int) -> None:
        write(painter, _EDGE + 8, top + 12, words, "text", size="text", bold=True)
        tone = "check" if count else "good"
        wide = wide_of(str(count), "small", bold=True) + 12
        spot = QRectF(_EDGE + self._wide - wide, top + 10, wide, 18)
        fill_round(painter, spot, f"{tone}.fill", 4)
        write(painter, spot.left() + 6, spot.top() + 1.5, str(count), f"{tone}.text", size="small", bold=True)

    def _card(self, painter: QPainter, rect: QRectF, card: Waiting) -> None:
        lifted = card.key == self._lifted
        fill_round(painter, rect, "rail" if lifted else "panel")
        if lifted:
            outline_round(painter, rect, "chosen.line", dashed=True)
        elif card.key == self._current:
            outline_round(painter, rect, "chosen.mark", width=2)
        else:
            outline_round(painter, rect, "strong_line" if card.key == self._hovered else "line")
        paint_waiting(painter, rect, card, tr("being placed") if lifted else self._fits.get(card.key, ""))

    def _sign(self, painter: QPainter, top: float, sign: Sign) -> None:
        paint_icon(painter, sign.icon, "text2", QRectF(_EDGE + 8, top + 3, CHIP_ICON, CHIP_ICON))
        words = fit(sign.words, "small", False, int(self._wide - 36))
        write(painter, _EDGE + 30, top + 2, words, "text2", size="small")

    # Mouse and keys

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and card is not None:
            self._pressed = (card.key, event.globalPosition().toPoint())
            self.choose(card.key)
            self.picked.emit(card.key)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._lifted is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.carried.emit(at)
            return
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            key, begun = self._pressed
            if (at - begun).manhattanLength() >= QApplication.startDragDistance():
                self.takenUp.emit(key, begun)
                self.carried.emit(at)
            return
        card = self.card_at(event.position())
        hovered = None if card is None else card.key
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        shape = Qt.CursorShape.ArrowCursor if card is None else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._lifted is not None and event.button() == Qt.MouseButton.LeftButton:
            self.letGo.emit(event.globalPosition().toPoint())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand_key(event):
            event.accept()
            return
        keys = [card.key for card in self.cards]
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and keys:
            step = 1 if key == Qt.Key.Key_Down else -1
            here = keys.index(self._current) + step if self._current in keys else 0
            self.choose(keys[min(max(here, 0), len(keys) - 1)])
            self.picked.emit(self._current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self.takenUp.emit(self._current, None)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self.cards and event.reason() == Qt.FocusReason.TabFocusReason:
            self.choose(self.cards[0].key)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.viewport().update()
        return super().viewportEvent(event)

    def _tip_at(self, pos: QPointF) -> str:
        card = self.card_at(pos)
        if card is not None:
            return card.whole
        y = pos.y() + self.verticalScrollBar().value()
        signs = (item.sign for item in self._items if item.sign is not None and item.top <= y < item.top + item.high)
        return next((sign.words for sign in signs), "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
