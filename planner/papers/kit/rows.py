"""Rows with a label in both languages on the left and what there is to say beside it (columns 1–3 of the grid)."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language.kana import has_japanese
from planner.papers.kit.boxes import Box, aligned, on, padded, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.lines import Run, fitted
from planner.papers.kit.marks import Rule
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, STRONG

WIDTH = 178 * MM
# English takes more room than Japanese, whichever of them is the label.
_ENGLISH_WIDTH, _JAPANESE_WIDTH, _AFTER_LABEL = 24 * MM, 18 * MM, 2 * MM
VALUE_LEFT = 46 * MM
VALUE_WIDTH = WIDTH - VALUE_LEFT

# Tables open and close with a rule of ink; between rows there is a hairline.
EDGE = 1.0
HAIRLINE = 0.4
_ABOVE, _BELOW = 2.1 * MM, 2.0 * MM


def label_row(label: str, second: str, value: Box, *, above: float = _ABOVE, below: float = _BELOW) -> Box:
    """Set a label, the same in the other language, and what it is, their first lines on one baseline.

    A label of several words takes a second line before it is set smaller than its neighbours.
    """
    first_width, second_width = _ENGLISH_WIDTH, _JAPANESE_WIDTH
    if has_japanese(label):
        # Five characters stand in a line: 好きなこと.
        first_width, second_width = _JAPANESE_WIDTH + 2 * MM, _ENGLISH_WIDTH - 2 * MM
    cells = [
        (0.0, fitted(Run(label, STRONG), first_width, smallest=8.5, lines=2)),
        (first_width + _AFTER_LABEL, fitted(Run(second, SECOND_TEXT), second_width, smallest=7.5, lines=2)),
        (VALUE_LEFT, value),
    ]
    return padded(aligned([cell for cell in cells if cell[1].height], WIDTH), above=above, below=below)


def ruled_table(rows: Sequence[Box], width: float = WIDTH) -> Box:
    """Put rows below each other: opened and closed by a rule of ink, a hairline between."""
    marks, placed, y = [], [], 0.0
    for number, row in enumerate(rows):
        weight, colour = (HAIRLINE, GREY) if number else (EDGE, INK)
        marks.append(Rule(0.0, y, width, y, weight, colour))
        placed.append(row)
        y += row.height
    marks.append(Rule(0.0, y, width, y, EDGE, INK))
    return on(marks, stack(placed))
