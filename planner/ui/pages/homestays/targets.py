"""What is done to a stay with the mouse, and where on the board it would lie."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QRectF

from planner.ui.boards.nights.board import NightBoard
from planner.ui.boards.nights.layout import LANE, Line, Spread
from planner.ui.boards.nights.surface import Target
from planner.ui.pages.homestays.aim import Aim, Held
from planner.ui.pages.homestays.spells import Spell


class Stretch(NamedTuple):
    """A stay whose end is drawn: which end, and the nights it would have."""

    spell: Spell
    edge: str
    first: dt.date
    last: dt.date


class Knife(NamedTuple):
    """A stay that is about to be split: the second part would begin on `night`."""

    spell: Spell
    night: dt.date


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


def lane_rect(board: NightBoard, line: Line, lane: int, first: dt.date, last: dt.date) -> QRectF | None:
    """Give where nights lie in a lane of a row, from the corner of the grid; None if they are not on the board."""
    across = board.scale.span(first, last)
    if across is None:
        return None
    return QRectF(across[0] + 1, line.top + LANE * lane + 1, across[1] - across[0] - 2, LANE - 2)
