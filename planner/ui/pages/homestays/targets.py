"""What is done to a stay with the mouse, and where on the board it would lie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import LANE, Line, Spread
from planner.ui.boards.nights.surface import Target
from planner.ui.pages.homestays.aim import Aim, Held
from planner.ui.pages.homestays.occupancy import Occupancy
from planner.ui.pages.homestays.spells import Spell

_DAY: Final = dt.timedelta(days=1)


class Stretch(NamedTuple):
    """A stay whose end is drawn: which end, and the nights it would have."""

    spell: Spell
    edge: str
    first: dt.date
    last: dt.date

    def drawn(self, number: int, nights: Sequence[dt.date]) -> Stretch:
        """Give it with its end at an edge between the nights of the board; one night is always left."""
        if self.edge == "last":
            return self._replace(first=self.spell.first, last=max(self.spell.first, nights[max(0, number - 1)]))
        first = min(self.spell.last, nights[min(number, len(nights) - 1)])
        return self._replace(first=first, last=self.spell.last)

    def within(self, occupancy: Occupancy) -> Stretch:
        """Give it as far as its bed is free and the nights are the guest's own."""
        spell = self.spell
        least, most = occupancy.free_stretch(spell.member, spell.lodging, spell.first, spell.last, spell.key)
        return self._replace(first=max(self.first, min(least, spell.first)), last=min(self.last, max(most, spell.last)))


class Knife(NamedTuple):
    """A stay that is about to be split: the second part would begin on `night`."""

    spell: Spell
    night: dt.date

    def at(self, night: dt.date) -> Knife:
        """Give it at another night, with something left on either side."""
        return self._replace(night=min(max(night, self.spell.first + _DAY), self.spell.last))

    def moved(self, nights: int) -> Knife:
        """Give it so many nights later."""
        return self.at(self.night + _DAY * nights)


def target_of(board: NightBoard, spread: Spread, aim: Aim, held: Held | None) -> Target | None:
    """Give the outline of what a drop would do in a block: the nights in the bed, and the stays that change places."""
    line = next((line for line in spread.lines if line.row.key == aim.lodging), None)
    if line is None:
        return None
    there = [placed for placed in line.bars if placed.bar.key not in board.lifted]
    busy = {placed.lane for placed in there if placed.bar.first <= aim.last and placed.bar.last >= aim.first}
    lane = next((number for number in range(line.lanes) if number not in busy), 0)
    rects = [lane_rect(board, line, lane, aim.first, aim.last)]
    if aim.swap is not None and held is not None:
        rects += [board.layout_.rect_of(aim.swap.key), board.layout_.rect_of(held.key)]
    return Target(tuple(rect for rect in rects if rect is not None), "wrong" if aim.refusal else "chosen")


def stretch_target(board: NightBoard, stretch: Stretch) -> Target | None:
    """Give the outline of the nights a stay would have, in its own lane."""
    key = stretch.spell.key
    line = board.layout_.line_of(key)
    placed = next((one for one in line.bars if one.bar.key == key), None) if line is not None else None
    if line is None or placed is None:
        return None
    rect = lane_rect(board, line, placed.lane, stretch.first, stretch.last)
    return None if rect is None else Target((rect,), "chosen")


def knife_rect(board: NightBoard, knife: Knife) -> QRectF | None:
    """Give where a stay would be split, as a line in the grid."""
    rect, across = board.layout_.rect_of(knife.spell.key), board.scale.span(knife.night, knife.night)
    if rect is None or across is None:
        return None
    return QRectF(across[0] - 1, rect.top(), 2, rect.height())


def lane_rect(board: NightBoard, line: Line, lane: int, first: dt.date, last: dt.date) -> QRectF | None:
    """Give where nights lie in a lane of a row, from the corner of the grid; None if they are not on the board."""
    across = board.scale.span(first, last)
    if across is None:
        return None
    return QRectF(across[0] + 1, line.top + LANE * lane + 1, across[1] - across[0] - 2, LANE - 2)
