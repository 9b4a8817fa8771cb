"""Boxes: laid-out pieces of a page, put beside, below and into each other. A box never changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planner.papers.facts import Fact
from planner.papers.kit.marks import Bookmark, Icon, Mark, Patch, Rule, moved


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with marks and smaller boxes at places measured from its upper left corner.

    `baseline` is the depth of its first line's baseline, for boxes that stand beside text. `facts` is what it tells
    its reader, however it is set.
    """

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    inner: tuple[tuple[float, float, Box], ...] = ()
    baseline: float = 0.0
    facts: tuple[Fact, ...] = ()

    def told(self) -> list[Fact]:
        """Give what this box and the boxes in it tell, in their order."""
        found: list[Fact] = []
        self._tell(found)
        return found

    def flattened(self, right: float = 0.0, down: float = 0.0) -> list[Mark]:
        """Give every mark of this box and the boxes in it, moved to where the box lies."""
        found: list[Mark] = []
        self._flatten(found, right, down)
        return found

    # Boxes lie in boxes ten deep: a generator for each would hand every mark on ten times.

    def _tell(self, found: list[Fact]) -> None:
        found += self.facts
        for _, _, box in self.inner:
            box._tell(found)

    def _flatten(self, found: list[Mark], right: float, down: float) -> None:
        for mark in self.marks:
            found.append(moved(mark, right, down))
        for x, y, box in self.inner:
            box._flatten(found, right + x, down + y)


EMPTY = Box(0.0, 0.0)


def gap(height: float, width: float = 0.0) -> Box:
    """Give an empty box, to hold things apart."""
    return Box(width, height)


def stack(boxes: Iterable[Box], between: float = 0.0) -> Box:
    """Put boxes below each other, left edges in line."""
    placed: list[tuple[float, float, Box]] = []
    y = width = baseline = 0.0
    for box in boxes:
        if placed:
            y += between
        else:
            baseline = box.baseline
        placed.append((0.0, y, box))
        y += box.height
        width = max(width, box.width)
    return Box(width, y, inner=tuple(placed), baseline=baseline)


def beside(cells: Sequence[tuple[float, Box]], width: float) -> Box:
    """Put boxes beside each other, each at its own x, tops in line; the row is as high as the highest."""
    return Box(
        width,
        max((box.height for _, box in cells), default=0.0),
        inner=tuple((x, 0.0, box) for x, box in cells),
        baseline=cells[0][1].baseline if cells else 0.0,
    )


def padded(box: Box, *, above: float = 0.0, below: float = 0.0, left: float = 0.0, right: float = 0.0) -> Box:
    """Give the box with room round it."""
    return Box(
        box.width + left + right,
        box.height + above + below,
        inner=((left, above, box),),
        baseline=box.baseline + above,
    )


def aligned(cells: Sequence[tuple[float, Box]], width: float) -> Box:
    """Put boxes beside each other so that their first lines stand on one baseline."""
    baseline = max((box.baseline for _, box in cells), default=0.0)
    placed = tuple((x, baseline - box.baseline if box.baseline else 0.0, box) for x, box in cells)
    height = max((y + box.height for _, y, box in placed), default=0.0)
    return Box(width, height, inner=placed, baseline=baseline)


def at_least(box: Box, height: float) -> Box:
    """Give the box, made higher (at its foot) if it is lower than `height`."""
    return box if box.height >= height else padded(box, below=height - box.height)


def on(marks: Iterable[Mark], box: Box) -> Box:
    """Give the box with marks laid under it, such as a tint or a rule, measured from its own corner."""
    return Box(box.width, box.height, tuple(marks), ((0.0, 0.0, box),), box.baseline)


def over(box: Box, marks: Iterable[Mark]) -> Box:
    """Give the box with marks laid over it, measured from its own corner."""
    return Box(box.width, box.height, (), ((0.0, 0.0, box), (0.0, 0.0, Box(0.0, 0.0, tuple(marks)))), box.baseline)


def tinted(box: Box, colour: str) -> Box:
    """Give the box on a filled ground."""
    return on((Patch(0.0, 0.0, box.width, box.height, fill=colour),), box)


def ruled(box: Box, weight: float, colour: str, *, start: float = 0.0, end: float | None = None) -> Box:
    """Give the box with a rule along its upper edge, from `start` to `end` (its whole width if not told)."""
    return on((Rule(start, 0.0, box.width if end is None else end, 0.0, weight, colour),), box)


def bookmarked(box: Box, title: str, level: int = 0) -> Box:
    """Give the box with an entry for the PDF's outline at its top."""
    return on((Bookmark(0.0, 0.0, title, level),), box)


def telling(box: Box, facts: Iterable[Fact]) -> Box:
    """Give the box with what it tells its reader."""
    return replace(box, facts=(*box.facts, *facts))


def picture(name: str, size: float, colour: str) -> Box:
    """Give an icon as a box of its own."""
    return Box(size, size, (Icon(0.0, 0.0, size, name, colour),))
