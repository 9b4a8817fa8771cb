"""Everything on a night board with its place, from the corner of the grid; what lies where, and what is next."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from planner.ui.boards.nights.blocks import Bar, Block, Row
from planner.ui.boards.nights.scale import Scale

#: The head of a block, a lane, a bar, and the ends at which a bar is taken hold of.
BLOCK_HEAD: Final = 24
LANE: Final = 24
BAR: Final = 20
EDGE: Final = 6
_INSET: Final = 2


class Placed(NamedTuple):
    """A bar with its lane."""

    bar: Bar
    lane: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a block with its place down the board."""

    row: Row
    block: int
    top: float
    lanes: int
    bars: tuple[Placed, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.lanes * LANE


@dataclass(frozen=True, slots=True)
class Spread:
    """A block with its place down the board."""

    block: Block
    top: float
    lines: tuple[Line, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.lines[-1].bottom if self.lines else self.top + BLOCK_HEAD


class Hit(NamedTuple):
    """A bar that was hit; `edge` is ``"first"`` or ``"last"`` where one of its ends was, else empty."""

    bar: Bar
    line: Line
    edge: str = ""

    @property
    def key(self) -> Hashable:
        """The bar's."""
        return self.bar.key


class Layout:
    """Blocks on one scale. Made anew for others or another scale; never changed."""

    def __init__(self, scale: Scale, blocks: Sequence[Block]) -> None:
        self.scale = scale
        self.spreads: tuple[Spread, ...] = tuple(_spread(blocks))
        self.height = self.spreads[-1].bottom if self.spreads else 0.0
        self._tops = [spread.top for spread in self.spreads]

    @cached_property
    def _places(self) -> dict[Hashable, tuple[Line, Placed]]:
        return {
            placed.bar.key: (line, placed) for spread in self.spreads for line in spread.lines for placed in line.bars
        }

    @cached_property
    def _blocks(self) -> dict[Hashable, Spread]:
        return {spread.block.key: spread for spread in self.spreads}

    @property
    def keys(self) -> frozenset[Hashable]:
        """The keys of all bars."""
        return frozenset(self._places)

    def bar(self, key: Hashable | None) -> Bar | None:
        """Give a bar by its key."""
        found = self._places.get(key)
        return None if found is None else found[1].bar

    def line_of(self, key: Hashable | None) -> Line | None:
        """Give the row in which a bar is."""
        found = self._places.get(key)
        return None if found is None else found[0]

    def block_of(self, key: Hashable) -> Spread | None:
        """Give a block by its key."""
        return self._blocks.get(key)

    # Where things are

    def spreads_in(self, top: float, bottom: float) -> tuple[Spread, ...]:
        """Give the blocks of which something lies between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return self.spreads[first : bisect_right(self._tops, bottom)]

    def spread_at(self, y: float) -> Spread | None:
        """Give the block at a height."""
        number = bisect_right(self._tops, y) - 1
        return self.spreads[number] if number >= 0 and y < self.spreads[number].bottom else None

    def line_at(self, y: float) -> Line | None:
        """Give the row at a height; None on the head of a block."""
        spread = self.spread_at(y)
        return None if spread is None else next((line for line in spread.lines if line.top <= y < line.bottom), None)

    def bar_rect(self, line: Line, placed: Placed) -> QRectF | None:
        """Give where a bar is painted; None if none of its nights is on the board."""
        across = self.scale.span(placed.bar.first, placed.bar.last)
        if across is None:
            return None
        top = line.top + placed.lane * LANE + (LANE - BAR) / 2
        return QRectF(across[0] + _INSET, top, across[1] - across[0] - 2 * _INSET, BAR)

    def rect_of(self, key: Hashable | None) -> QRectF | None:
        """Give where a bar is painted, by its key."""
        found = self._places.get(key)
        return None if found is None else self.bar_rect(*found)

    def hit(self, spot: QPointF) -> Hit | None:
        """Give the bar at a place."""
        line = self.line_at(spot.y())
        if line is None:
            return None
        for placed in reversed(line.bars):
            rect = self.bar_rect(line, placed)
            if rect is not None and rect.contains(spot):
                reach = min(EDGE, rect.width() / 4)
                edge = "first" if spot.x() < rect.left() + reach else ""
                return Hit(placed.bar, line, "last" if spot.x() > rect.right() - reach else edge)
        return None

    # What is next

    @cached_property
    def order(self) -> tuple[Hashable, ...]:
        """Every bar, from the top row to the lowest, each from the first night on."""
        return tuple(
            placed.bar.key
            for spread in self.spreads
            for line in spread.lines
            for placed in sorted(line.bars, key=lambda one: (one.lane, one.bar.first))
        )

    def step(self, key: Hashable | None, across: int, down: int) -> Hashable | None:
        """Give the bar an arrow key leads to: `across` in its row, `down` to the nearest in the next row with any."""
        found = self._places.get(key)
        if found is None:
            return self.order[0] if self.order else None
        line, here = found
        if across:
            beside = sorted(
                (p for p in line.bars if p.lane == here.lane and (p.bar.first > here.bar.first) == (across > 0)
                 and p is not here),
                key=lambda one: one.bar.first,
            )  # fmt: skip
            return (beside[0] if across > 0 else beside[-1]).bar.key if beside else None
        lanes = [
            [placed for placed in other.bars if placed.lane == lane]
            for spread in self.spreads
            for other in spread.lines
            for lane in range(other.lanes)
        ]
        filled = [lane for lane in lanes if lane]
        at = next(number for number, lane in enumerate(filled) if here in lane) + down
        if not 0 <= at < len(filled):
            return None
        return min(filled[at], key=lambda one: abs((one.bar.first - here.bar.first).days)).bar.key


def _spread(blocks: Sequence[Block]) -> Iterator[Spread]:
    top = 0.0
    for number, block in enumerate(blocks):
        lines = []
        y = top + BLOCK_HEAD
        for row in block.rows:
            bars, lanes = _lanes(row)
            lines.append(Line(row, number, y, lanes, bars))
            y += lanes * LANE
        yield Spread(block, top, tuple(lines))
        top = y


def _lanes(row: Row) -> tuple[tuple[Placed, ...], int]:
    """Give each bar the first lane that is free on its nights, and how many lanes the row needs."""
    ends: list[dt.date] = []
    placed = []
    for bar in sorted(row.bars, key=lambda one: (one.first, one.last)):
        lane = next((number for number, last in enumerate(ends) if last < bar.first), len(ends))
        if lane == len(ends):
            ends.append(bar.last)
        else:
            ends[lane] = bar.last
        placed.append(Placed(bar, lane))
    return tuple(placed), max(1, row.places, len(ends))
