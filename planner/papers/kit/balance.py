"""Spreads blocks evenly over pages: no page full and the next half empty, where no page more is needed for it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.flow import Block, Sheet, flow


def evenly(blocks: Sequence[Block], room: float, *, most: float) -> tuple[Sheet, ...]:
    """Put blocks on as few pages of `room` points as `flow` would, but so that their ends are as even as can be.

    On each page blocks then move apart by up to `most` points. Where a block is longer than a page it is as `flow` has
    it.
    """
    sheets = flow(blocks, room)
    boxes = [block.whole() for block in blocks]
    if len(sheets) < 2 or any(box.height > room for box in boxes):
        return sheets
    pages = _pages(blocks, boxes, room, len(sheets))
    return tuple(_sheet(blocks[first:last], boxes[first:last], room, most) for first, last in pages) or sheets


def _pages(blocks: Sequence[Block], boxes: Sequence[Box], room: float, count: int) -> list[tuple[int, int]]:
    """Choose which blocks go on which of so many pages: the squares of what each leaves empty are the least."""
    total = len(blocks)
    least = [[math.inf] * (total + 1) for _ in range(count + 1)]
    begins = [[0] * (total + 1) for _ in range(count + 1)]
    least[0][0] = 0.0
    for page in range(1, count + 1):
        for last in range(1, total + 1):
            if blocks[last - 1].with_next and last < total:
                continue
            for first in range(last - 1, -1, -1):
                spare = room - _height(blocks[first:last], boxes[first:last])
                if spare < 0:
                    break
                cost = least[page - 1][first] + spare * spare
                if cost < least[page][last]:
                    least[page][last], begins[page][last] = cost, first
    if math.isinf(least[count][total]):
        return []
    found, last = [], total
    for page in range(count, 0, -1):
        found.append((begins[page][last], last))
        last = begins[page][last]
    return found[::-1]


def _height(blocks: Sequence[Block], boxes: Sequence[Box]) -> float:
    return sum(box.height for box in boxes) + sum(block.above.height for block in blocks[1:])


def _sheet(blocks: Sequence[Block], boxes: Sequence[Box], room: float, most: float) -> Sheet:
    """Place the blocks of one page, moved apart by a part of the room that is left."""
    gaps = max(1, len(blocks) - 1)
    apart = min(most, (room - _height(blocks, boxes)) / gaps)
    placed: list[tuple[float, Box]] = []
    y = 0.0
    for number, (block, box) in enumerate(zip(blocks, boxes, strict=True)):
        whole = stack((block.above, box)) if number and block.above.height else box
        # What has to stay with the one before it, as a day with the title, does not move away from it.
        y += apart if number and not blocks[number - 1].with_next else 0.0
        placed.append((y, whole))
        y += whole.height
    return Sheet(tuple(placed))
