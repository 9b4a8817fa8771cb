"""Tables: columns with headings, a hairline between rows, and the headings again on each page.

An upright table opens and closes with a rule of ink and has no vertical rules; a *ledger* lies across the sheet and has
the look of a 行程表: white headings on the accent, hairlines between its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.papers.kit.boxes import EMPTY, Box, padded, stack
from planner.papers.kit.colours import ACCENT, GREY, INK, SECOND, WHITE
from planner.papers.kit.flow import ROWS_TOGETHER, Block
from planner.papers.kit.lines import Part, Run, Style, fitted, lay
from planner.papers.kit.marks import Mark, Patch, Rule
from planner.papers.kit.sheet import MM

EDGE, HAIRLINE = 1.0, 0.4
_HEAD = Style(9, 12, colour=SECOND)
_LEDGER_HEAD = Style(9, 11.5, bold=True, colour=WHITE)

Cell = Sequence[Part] | Run | Box | str
"""What stands in a cell: parts of text, a box laid before, or words in the table's own type."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, width in points, and whether figures stand at its right edge or in its middle.

    What is longer than its cell shrinks as far as `smallest` before it takes more lines than `lines`.
    """

    heading: str
    width: float
    align: str = "left"
    smallest: float = 7.0
    lines: int = 99


@dataclass(frozen=True, slots=True)
class Table:
    """The form of a table; `rows` of cells become boxes, which `block` puts under the headings on as many pages."""

    columns: tuple[Column, ...]
    style: Style
    is_ledger: bool = False
    above: float = 1.0 * MM
    below: float = 1.0 * MM
    inset: tuple[float, float] | None = None
    """How far text stands from its column's left and right edge, where that is not as usual."""
    _edges: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        edges, x = [0.0], 0.0
        for column in self.columns:
            x += column.width
            edges.append(x)
        object.__setattr__(self, "_edges", tuple(edges))

    @property
    def width(self) -> float:
        """The width of all columns."""
        return self._edges[-1]

    @property
    def _inset(self) -> tuple[float, float]:
        if self.inset is not None:
            return self.inset
        return (1.4 * MM, 1.0 * MM) if self.is_ledger else (0.0, 2.0 * MM)

    def row(self, cells: Sequence[Cell], *, strong: bool = False) -> Box:
        """Set one row, the first lines of its cells on one baseline; `strong` sets plain words bold."""
        boxes = [
            (edge + self._inset[0], self._cell(cell, column, strong))
            for cell, column, edge in zip(cells, self.columns, self._edges, strict=False)
        ]
        baseline = max((box.baseline for _, box in boxes), default=0.0)
        placed = tuple((x, self.above + (baseline - box.baseline if box.baseline else 0.0), box) for x, box in boxes)
        height = max((y + box.height for _, y, box in placed), default=self.above) + self.below
        return Box(self.width, height, inner=placed, baseline=self.above + baseline)

    def _cell(self, cell: Cell, column: Column, strong: bool) -> Box:
        if isinstance(cell, Box):
            return cell
        parts = [Run(cell, self.style.but(bold=True) if strong else self.style)] if isinstance(cell, str) else cell
        width = column.width - sum(self._inset)
        if column.lines < 99:
            return fitted(parts, width, smallest=column.smallest, lines=column.lines, align=column.align)
        return lay(parts, width, align=column.align)

    def room(self, number: int) -> float:
        """Give the width that text has in a column."""
        return self.columns[number].width - sum(self._inset)

    def head(self) -> Box:
        """Set the headings; nothing if no column has one."""
        if not any(column.heading for column in self.columns):
            return EMPTY
        style = _LEDGER_HEAD if self.is_ledger else _HEAD
        left, right = self._inset
        cells = []
        for column, edge in zip(self.columns, self._edges, strict=False):
            lines = max(2, column.heading.count("\n") + 1)
            words = Run(column.heading, style)
            box = fitted(words, column.width - left - right, smallest=6.5, lines=lines, align=column.align)
            cells.append((edge + left, box))
        deepest = max(box.height for _, box in cells)
        above, below = (1.1 * MM, 1.1 * MM) if self.is_ledger else (0.0, 0.6 * MM)
        placed = tuple((x, above + deepest - box.height, box) for x, box in cells)
        height = above + deepest + below
        marks: tuple[Mark, ...] = (Patch(0.0, 0.0, self.width, height, fill=ACCENT),) if self.is_ledger else ()
        return Box(self.width, height, marks, placed)

    def assembled(self, rows: Sequence[Box]) -> Box:
        """Put rows under the headings, ruled."""
        head = self.head()
        marks: list[Mark] = []
        y = head.height
        if not self.is_ledger or not head.height:
            marks.append(Rule(0.0, y, self.width, y, EDGE, INK))
        for number, row in enumerate(rows):
            if number:
                marks.append(Rule(0.0, y, self.width, y, HAIRLINE, GREY))
            y += row.height
        marks.append(Rule(0.0, y, self.width, y, EDGE, INK))
        if self.is_ledger:
            marks += [Rule(x, head.height, x, y, HAIRLINE, GREY) for x in self._edges[1:-1]]
        body = stack(rows)
        # Rules lie over the rows, whose ground may be tinted.
        return Box(
            self.width, y, inner=((0.0, 0.0, head), (0.0, head.height, body), (0.0, 0.0, Box(0, 0, tuple(marks))))
        )

    def block(self, rows: Sequence[Box], title: Box = EMPTY, *, above: Box = EMPTY, again: Box | None = None) -> Block:
        """Make a block that goes on on the next page with its headings; `again` is the title there, if not the same."""

        def assemble(some: Sequence[Box], continued: bool, continues: bool) -> Box:
            over = (title if again is None else again) if continued else title
            return stack([over, self.assembled(some)])

        return Block(tuple(rows), assemble, above, splits=len(rows) > ROWS_TOGETHER * 2)


def section_title(words: str, second: str, width: float, style: Style, small: Style) -> Box:
    """Set the title of a part of a page, the other language small and grey at the right."""
    left = lay(Run(words, style), width)
    right = lay(Run(second, small), width, align="right")
    inner = ((0.0, 0.0, left), (0.0, left.baseline - right.baseline, right))
    return padded(Box(width, left.height, inner=inner, baseline=left.baseline), above=3.2 * MM, below=0.4 * MM)
