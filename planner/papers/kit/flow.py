"""Puts blocks on pages. A block (a day, a guest, a question) never breaks if it fits on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from dataclasses import dataclass
from typing import TypeVar

from planner.papers.kit.boxes import EMPTY, Box, stack

# A block that must break leaves no fewer rows than this on either side, if it has them.
ROWS_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together and how they are put together, with or without their heading repeated.

    `assemble(rows, continued, continues)` makes one box of some of the rows: `continued` if the block began
    on an earlier page (its date is repeated with "continued"), `continues` if it goes on on the next.
    `above` stands over the block (room, a rule) unless it is the first on its page. `with_next` keeps the
    block on the page of the one that follows, as a title does. A long table `splits`: it fills the page it begins on,
    although it would fit on the next one whole.
    """

    rows: tuple[Box, ...]
    assemble: Callable[[Sequence[Box], bool, bool], Box]
    above: Box = EMPTY
    with_next: bool = False
    splits: bool = False

    def whole(self) -> Box:
        """All of it as one box."""
        return self.assemble(self.rows, False, False)


def solid(box: Box, *, above: Box = EMPTY, with_next: bool = False) -> Block:
    """Make a block of one box that cannot break."""
    return Block((box,), lambda rows, continued, continues: rows[0], above, with_next)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page's share: boxes, how far below the body's top each lies, and whether the fold is free."""

    placed: tuple[tuple[float, Box], ...]
    fold_is_free: bool = False


class _Filling:
    """The page that is being filled, and those already full."""

    def __init__(self, room: float, fold: float | None, fold_reach: float, give: float) -> None:
        self.room, self.fold, self.fold_reach, self.give = room, fold, fold_reach, give
        self.sheets: list[list[tuple[float, Box]]] = [[]]
        self.y = 0.0

    @property
    def is_fresh(self) -> bool:
        return not self.sheets[-1]

    @property
    def left(self) -> float:
        return self.room - self.y

    def over(self, block: Block) -> float:
        """How much room stands above a block here: none at the head of a page."""
        return 0.0 if self.is_fresh else max(0.0, block.above.height - self.give)

    def put(self, box: Box, block: Block) -> None:
        if not self.is_fresh and block.above.height:
            self.y -= block.above.height - self.over(block)
            box = stack((block.above, box))
        self.sheets[-1].append((self.y, box))
        self.y += box.height

    def turn(self) -> None:
        self.sheets.append([])
        self.y = 0.0

    def step_over_fold(self, height: float) -> None:
        """Begin below the fold if the block would lie across it and little room is lost by that."""
        if self.fold is None or self.is_fresh:
            return
        across = self.y < self.fold < self.y + height
        if across and self.fold - self.y <= self.fold_reach and self.fold + height <= self.room:
            self.y = self.fold


def flow(
    blocks: Sequence[Block],
    room: float,
    *,
    fold: float | None = None,
    fold_reach: float = 0.0,
    give: float = 0.0,
) -> tuple[Sheet, ...]:
    """Put the blocks on pages of `room` points height, in order.

    With `fold` (the fold's depth below the body's top) blocks do not lie across it where no more than
    `fold_reach` points are lost by that; a page with a free fold is marked, so that ticks may be drawn.
    Each block moves up by `give` points into what stands above it, whose upper part must be empty so far.
    """
    filling = _Filling(room, fold, fold_reach, give)
    for number, block in enumerate(blocks):
        box = block.whole()
        height = box.height + filling.over(block)
        needed = height + _following(blocks, number)
        stays = needed > filling.left and not filling.is_fresh and not block.splits
        if stays and _fits_fresh(block, box, blocks, number, room):
            filling.turn()
            height = box.height
        if height <= filling.left:
            filling.step_over_fold(height)
            filling.put(box, block)
        else:
            _break(block, filling)
    return tuple(Sheet(tuple(placed), _is_free(placed, fold)) for placed in filling.sheets if placed)


Sheets = TypeVar("Sheets", bound=Sized)


def fewest(tried: Iterable[Sheets]) -> Sheets:
    """Give of several ways to set the same the first that takes the fewest pages; none is tried after one on one page.

    Raises `ValueError` if there are none.
    """
    best: Sheets | None = None
    for one in tried:
        if best is None or len(one) < len(best):
            best = one
        if len(best) <= 1:
            break
    if best is None:
        raise ValueError("no way to set it was given")
    return best


def _following(blocks: Sequence[Block], number: int) -> float:
    """Give how much of what follows must stand on the same page: the next block's first rows."""
    block = blocks[number]
    if not block.with_next or number + 1 >= len(blocks):
        return 0.0
    after = blocks[number + 1]
    first = after.assemble(after.rows[:ROWS_TOGETHER], False, len(after.rows) > ROWS_TOGETHER)
    return after.above.height + first.height + _following(blocks, number + 1)


def _fits_fresh(block: Block, box: Box, blocks: Sequence[Block], number: int, room: float) -> bool:
    """Say whether a new page would help: the block fits a page whole, or must stay with what follows."""
    return box.height <= room or _following(blocks, number) > 0.0


def _break(block: Block, filling: _Filling) -> None:
    """Spread a block that is longer than the page over as many as it needs."""
    rows, continued = block.rows, False
    while rows:
        count = _most_rows(block, rows, continued, filling.left - filling.over(block))
        least = 1 if filling.is_fresh else min(ROWS_TOGETHER, len(rows))
        if count < least:
            if not filling.is_fresh:
                filling.turn()
                continue
            count = 1
        if 0 < len(rows) - count < ROWS_TOGETHER and count > ROWS_TOGETHER:
            count = len(rows) - ROWS_TOGETHER
        part, rows = rows[:count], rows[count:]
        filling.put(block.assemble(part, continued, bool(rows)), block)
        continued = True
        if rows:
            filling.turn()


def _most_rows(block: Block, rows: Sequence[Box], continued: bool, room: float) -> int:
    """How many of the rows fit into the room, heading included."""
    count = 0
    while count < len(rows) and block.assemble(rows[: count + 1], continued, count + 1 < len(rows)).height <= room:
        count += 1
    return count


def _is_free(placed: Sequence[tuple[float, Box]], fold: float | None) -> bool:
    """Whether no box lies across the fold, and there is something on both sides of it."""
    if fold is None:
        return False
    across = any(y < fold - 0.5 and y + box.height > fold + 0.5 for y, box in placed)
    return not across and any(y >= fold - 0.5 for y, _ in placed) and any(y < fold - 0.5 for y, _ in placed)
