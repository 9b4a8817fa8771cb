"""The other homes of the board for a guest: the possible ones from the best on, and why the rest are not."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import tr, trn
from planner.rules.finding import Severity
from planner.ui.inspector.marks import FoldHead
from planner.ui.pages.homestays.pairparts import HomeRow
from planner.ui.pages.homestays.sight import Sight, best_points, tint_of
from planner.ui.widgets.boxes import clear, column
from planner.ui.widgets.text import Text

#: So many homes are told; the rest unfolds.
_MOST: Final = 4
#: So many lines of what unfolds are made at a time.
_PIECE: Final = 12


class OtherHomes(QWidget):
    """Begins with the words that the homes are being judged, as in a large visit that takes a moment."""

    #: Look at the guest in another home: the key of its block.
    homeAsked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._fill(Text(tr("Looking at the homes…"), "small", "text2"))

    def _fill(self, *widgets: QWidget) -> None:
        clear(self._whole)
        self._whole.addWidget(Text(tr("Other homes"), "heading"))
        for widget in widgets:
            self._whole.addWidget(widget)

    def show_homes(self, here: int | None, sights: Mapping[Hashable, Sight], names: Mapping[Hashable, str]) -> None:
        """Show what the homes of the board are, but for the household looked at; `names` are what they are called."""
        ranked = sorted(
            ((key, one) for key, one in sights.items() if one.aim.lodging.household_id != here or here is None),
            key=lambda pair: pair[1].rank,
        )
        possible = [pair for pair in ranked if pair[1].tone != "grey"]
        against = [pair for pair in ranked if pair[1].tone == "grey"]
        rows = [partial(self._row, key, names.get(key, ""), one) for key, one in possible]
        nearest = QWidget()
        nearest.setLayout(column(*(make() for make in rows[:_MOST]), gap=2))
        shown: list[QWidget] = [nearest] if possible else [Text(tr("No other home is possible."), "small", "text2")]
        if further := rows[_MOST:]:
            more = trn("{count} more is possible", "{count} more are possible", len(further))
            shown.append(_Unfolding(more, further))
        if against:
            count = len(against)
            words = trn("{count} home is not possible: why not?", "{count} homes are not possible: why not?", count)
            shown.append(_Unfolding(words, [partial(_why_not, names.get(key, ""), one) for key, one in against]))
        self._fill(*shown)

    def _row(self, key: Hashable, name: str, sight: Sight) -> HomeRow:
        score = "" if sight.score is None else str(sight.score)
        return HomeRow(score, sight.tone, name, _short(sight), partial(self.homeAsked.emit, key))


class _Unfolding(QWidget):
    """Lines under a head that opens them: made when they are to be seen, some at a time."""

    def __init__(self, words: str, makers: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__()
        self._left = deque(makers)
        self._box = QWidget()
        self._lines = column(gap=6)
        self._box.setLayout(self._lines)
        self._box.hide()
        fold = FoldHead(words, bold=False)
        fold.turned.connect(self._turn)
        self.setLayout(column(fold, self._box, gap=4))
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make)

    def _turn(self, opened: bool) -> None:
        self._box.setVisible(opened)
        if opened and self._left:
            self._make()
            self._more.start()

    def _make(self) -> None:
        for _ in range(min(_PIECE, len(self._left))):
            self._lines.addWidget(self._left.popleft()())
        if not self._left:
            self._more.stop()


def _short(sight: Sight) -> str:
    warned = [one for one in sight.warnings if one.obstacle.severity is Severity.WARN]
    if sight.aim.part or sight.aim.swap is not None:
        return tint_of(sight).words
    return warned[0].words if warned else best_points(sight, 2)


def _why_not(name: str, sight: Sight) -> QWidget:
    """All reasons against a home, one under the other."""
    reasons = list(dict.fromkeys([sight.aim.refusal, *(one.words for one in sight.blocking)]))
    lines = [Text(words, "small", "text2", wrap=True) for words in reasons]
    for line in lines:
        line.setMinimumWidth(160)
    box = QWidget()
    box.setLayout(column(Text(name, "text"), *lines, gap=1))
    return box
