"""Everything on a people board with its place: minutes across, needs in lanes on top, rows down. Pure, in pixels."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from planner.ui.boards.people.blocks import Block, Scene
from planner.ui.boards.time.lanes import Stretch, arrange

#: The line of hours; a need alone and one of several; the strip of what is covered; a row and a block in it.
HEAD: Final = 40
NEED: Final = 72
NEED_LANE: Final = 40
COVER: Final = 24
ROW_LEAST: Final = 104
ROW_MOST: Final = 120
BLOCK: Final = 72
#: What stands under a block, of what is wrong with it.
UNDER: Final = 18
#: How near to its end a block is taken hold of there.
EDGE: Final = 6
_GAP: Final = 4
_PAD: Final = 8


class Scale:
    """Minutes on an axis as pixels from the grid's left."""

    def __init__(self, first: float, last: float, width: float) -> None:
        self.first, self.last, self.width = first, max(last, first + 1), max(1.0, width)

    def x(self, at: float) -> float:
        """Where a minute lies."""
        return (at - self.first) * self.width / (self.last - self.first)

    def at(self, x: float, step: float = 1) -> float:
        """Give the minute at a place, to the nearest `step`, within the axis."""
        exact = self.first + x * (self.last - self.first) / self.width
        return min(max(round(exact / step) * step, self.first), self.last)

    def span(self, start: float, end: float) -> tuple[float, float]:
        """Give from where to where a stretch reaches, as far as it is on the axis."""
        return self.x(min(max(start, self.first), self.last)), self.x(min(max(end, self.first), self.last))


class Hit(NamedTuple):
    """A block that was hit; `edge` is ``"start"`` or ``"end"`` where one of its ends was. A need is in no row."""

    block: Block
    row: int | None
    edge: str = ""


class Layout:
    """A scene on one scale, in a room of some size; made anew for another, never changed.

    Needs and their cover lie from the grid's top down to `top`; the rows from there, each `row` high.
    """

    def __init__(self, scene: Scene, room: tuple[float, float]) -> None:
        self.scene = scene
        axis = scene.axis
        hours = (axis.last - axis.first) / 60
        self.scale = Scale(axis.first, axis.last, max(room[0], hours * axis.least))
        self._rects: dict[Hashable, QRectF] = {}
        self._found: dict[Hashable, tuple[Block, int | None]] = {}
        self.top = self._needs()
        left = max(0.0, room[1] - self.top)
        self.row = min(ROW_MOST, max(ROW_LEAST, left / max(1, len(scene.rows))))
        for number, row in enumerate(scene.rows):
            self._row(number, row.blocks)
        self.height = self.top + self.row * len(scene.rows)

    def _needs(self) -> float:
        needs = self.scene.needs
        if not needs:
            return 0.0 if not self.scene.needed.title else 56.0
        lanes = arrange([Stretch(one.key, one.start, one.end) for one in needs])
        most = max(lane.of for lane in lanes.values())
        area = NEED if most == 1 else max(NEED, most * (NEED_LANE + _GAP) - _GAP)
        for one in needs:
            lane = lanes[one.key]
            high = (area + _GAP) / lane.of - _GAP
            left, right = self.scale.span(one.start, one.end)
            self._place(one, None, QRectF(left, _PAD + lane.number * (high + _GAP), max(right - left, 4), high))
        return _PAD + area + _PAD + COVER + _PAD

    @property
    def cover_top(self) -> float:
        """Where the strip of what is covered begins."""
        return self.top - _PAD - COVER

    def _row(self, number: int, blocks: Iterable[Block]) -> None:
        own = list(blocks)
        main = [one for one in own if not one.pale]
        pale = [one for one in own if one.pale]
        middle = self._middle(number)
        lanes = arrange([Stretch(one.key, one.start, one.end) for one in main])
        for one in main:
            lane = lanes[one.key]
            high = (BLOCK + _GAP) / lane.of - _GAP
            left, right = self.scale.span(one.start, one.end)
            top = middle - BLOCK / 2 + lane.number * (high + _GAP)
            self._place(one, number, QRectF(left, top, max(right - left, 4), high))
        for one in pale:
            left, right = self.scale.span(one.start, one.end)
            self._place(one, number, QRectF(left + 2, middle - 13, max(right - left - 4, 4), 26))

    def _middle(self, number: int) -> float:
        """Where the middle of the blocks of a row is: there is room for a note under them."""
        return self.top + self.row * number + (self.row - UNDER) / 2

    def _place(self, block: Block, row: int | None, rect: QRectF) -> None:
        self._rects[block.key] = rect
        self._found[block.key] = (block, row)

    # Where things are

    @property
    def keys(self) -> frozenset[Hashable]:
        """The keys of all blocks that can be chosen."""
        return frozenset(key for key, (block, _) in self._found.items() if not block.pale)

    def rect_of(self, key: Hashable | None) -> QRectF | None:
        """Give where a block lies."""
        return self._rects.get(key)

    def block(self, key: Hashable | None) -> Block | None:
        """Give a block by its key."""
        found = self._found.get(key)
        return None if found is None else found[0]

    def row_of(self, key: Hashable | None) -> int | None:
        """Give the number of the row a block is in; None for a need."""
        found = self._found.get(key)
        return None if found is None else found[1]

    def row_number(self, key: Hashable | None) -> int | None:
        """Give the number of a row by its key."""
        return next((number for number, row in enumerate(self.scene.rows) if row.key == key), None)

    def row_rect(self, number: int) -> QRectF:
        """Give where a row lies, over the whole width of the axis."""
        return QRectF(0, self.top + self.row * number, self.scale.width, self.row)

    def row_at(self, y: float) -> int | None:
        """Give the number of the row at a height."""
        number = int((y - self.top) // self.row) if self.scene.rows else -1
        return number if 0 <= number < len(self.scene.rows) else None

    def slot_rect(self, number: int, start: float, end: float) -> QRectF:
        """Give where a block of some minutes would lie in a row."""
        left, right = self.scale.span(start, end)
        middle = self._middle(number)
        return QRectF(left, middle - BLOCK / 2, max(right - left, 4), BLOCK)

    def hit(self, at: QPointF) -> Hit | None:
        """Give the block at a place, those in front first; pale ones are not to be had."""
        for key, rect in reversed(self._rects.items()):
            block, row = self._found[key]
            if block.pale or not rect.contains(at):
                continue
            edge = ""
            if row is not None and rect.width() > 4 * EDGE:
                edge = "start" if at.x() < rect.left() + EDGE else "end" if at.x() > rect.right() - EDGE else ""
            return Hit(block, row, edge)
        return None

    def pale_at(self, at: QPointF) -> Block | None:
        """Give what is only told beside, at a place."""
        under = (self._found[key][0] for key, rect in self._rects.items() if rect.contains(at))
        return next((block for block in under if block.pale), None)

    # From block to block

    @property
    def order(self) -> tuple[Hashable, ...]:
        """Every block that can be chosen: the needs by time, then row by row."""
        groups = (self.scene.needs, *(row.blocks for row in self.scene.rows))
        return tuple(
            one.key
            for group in groups
            for one in sorted(group, key=lambda one: (one.start, one.end))
            if not one.pale
        )

    def step(self, key: Hashable | None, across: int, down: int) -> Hashable | None:
        """Give the block one goes to: beside it in its row, or the nearest in time in a row above or below."""
        order = self.order
        if key not in self.keys:
            return order[0] if order else None
        here = self.row_of(key)
        lines = [[one for one in order if self.row_of(one) == row] for row in (None, *range(len(self.scene.rows)))]
        number = 0 if here is None else here + 1
        if across:
            line = lines[number]
            return line[min(max(line.index(key) + across, 0), len(line) - 1)]
        found = self.block(key)
        further = lines[number + 1 :] if down > 0 else reversed(lines[:number])
        for line in further:
            if line and found is not None:
                return min(line, key=lambda one: abs(self._start(one) - found.start))
        return key

    def _start(self, key: Hashable) -> float:
        block = self.block(key)
        return 0.0 if block is None else block.start
