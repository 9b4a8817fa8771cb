"""The card of a guest in the tray: the names, the signs of what has to be minded, and what is said of the nights."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from planner.language import tr
from planner.ui.boards.nights.blocks import Names, Sign
from planner.ui.theme.icons import paint_icon
from planner.ui.theme.painters import fill_round
from planner.ui.widgets.lettering import fit, wide_of, write


@dataclass(frozen=True, slots=True)
class Waiting:
    """A guest who waits: `words` say for which nights where it is not for all, `whole` is all of it in one text."""

    key: int
    names: Names
    signs: tuple[Sign, ...]
    words: str = ""
    whole: str = ""
    chaperone: bool = False


def paint_waiting(painter: QPainter, rect: QRectF, card: Waiting, right_words: str) -> None:
    """Paint what stands on a card: names, signs on their grounds, and at the right what is said of the nights."""
    left, right = rect.left() + 9, rect.right() - 9
    name = fit(card.names.whole, "text", True, int(right - left))
    write(painter, left, rect.top() + 9, name, "text", size="text", bold=True)
    after = left + wide_of(name, "text", bold=True) + 8
    if card.names.whole_too and after + wide_of(card.names.whole_too) <= right:
        write(painter, after, rect.top() + 9.5, card.names.whole_too, "text2")
    top = rect.top() + 33
    said = card.words or right_words
    end = right - wide_of(said, "small") if said else right
    if not card.signs:
        nothing = fit(tr("no special needs"), "small", False, int(end - left - 6))
        write(painter, left, top + 2, nothing, "text2", size="small")
    shown = int((end - left - 4) // 24)
    for number, sign in enumerate(card.signs[: max(1, shown)]):
        spot = QRect(round(left + number * 24), round(top), 20, 20)
        tone = sign.tone if not sign.tone.startswith("text") else "grey"
        fill_round(painter, QRectF(spot), f"{tone}.fill", 4)
        paint_icon(painter, sign.icon, f"{tone}.text", spot.adjusted(3, 3, -3, -3))
    write(painter, end, top + 2, said, "text2", size="small")
