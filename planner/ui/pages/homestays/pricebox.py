"""What a pair would cost overall, on the card: a button that asks, how far the reckoning is, and the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planner.language import say, tr
from planner.rules.homestays import Verdict
from planner.ui.pages.homestays.prices import Prices
from planner.ui.widgets.boxes import STRETCH, row
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.text import Text


class PriceBox(QWidget):
    """Shows of one pair what `Prices` knows or is reckoning."""

    def __init__(self, prices: Prices, verdict: Verdict) -> None:
        super().__init__()
        self._prices, self._verdict = prices, verdict
        self.button = Button(tr("What would it cost overall?"), self._ask, icon_name="link")
        self.button.setToolTip(tr("Pair everybody once with and once without this pair; nothing changes"))
        self.stop = Button(tr("Stop"), prices.stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Pairing everybody with this pair and without it"))
        self._waiting = Text(tr("Pairing everybody with this pair and without it"), "small", "text2", wrap=True)
        self.answer = Text("", "small", "text2", wrap=True).selectable()
        for text in (self._waiting, self.answer):
            text.setMinimumWidth(160)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(self.button, STRETCH))
        box.addWidget(self._waiting)
        progress = row(self.bar, self.stop)
        progress.setStretch(0, 1)
        box.addLayout(progress)
        box.addWidget(self.answer)
        prices.changed.connect(self._show)
        prices.progressed.connect(self._show_progress)
        self._show()

    @property
    def _pair(self) -> tuple[int, int]:
        return self._verdict.guest.id, self._verdict.home.id

    def _ask(self) -> None:
        self.bar.setRange(0, 0)
        self._prices.ask(self._verdict.guest, self._verdict.home)
        self._show()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show(self, _: object = None) -> None:
        known, asked = self._prices.known(self._pair), self._prices.asked == self._pair
        self.button.setVisible(known is None and not asked)
        for widget in (self._waiting, self.bar, self.stop):
            widget.setVisible(asked)
        self.answer.setVisible(bool(known))
        self.answer.setText("\n".join(say(one) for one in known or ()))
