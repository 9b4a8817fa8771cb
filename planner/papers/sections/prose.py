"""A committee's block of text on a page: headings, lists with a box to tick or a dot, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from planner.papers.kit.boxes import Box, beside, padded, stack
from planner.papers.kit.colours import ACCENT
from planner.papers.kit.flow import Block, solid
from planner.papers.kit.fonts import CAP_HEIGHT
from planner.papers.kit.lines import Run, Style, lay
from planner.papers.kit.marks import Disc
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import ITEM, TEXT
from planner.papers.kit.ticks import tick_box
from planner.papers.sections.blocks import passages

_ABOVE_HEADING = 3.2 * MM
_BETWEEN = 1.1 * MM
_INDENT = 5.6 * MM


def prose(text: str, width: float, *, ticks: bool = False, style: Style = TEXT) -> list[Block]:
    """Lay a block of wording: ``# `` begins a heading, ``- `` a line of a list, an empty line a paragraph.

    A heading stays with the lines below it; a line of a list never breaks.
    """
    blocks: list[Block] = []
    for passage in passages(text):
        if passage.heading:
            box = padded(lay(Run(passage.heading, ITEM), width), below=0.8 * MM)
            above = Box(width, _ABOVE_HEADING) if blocks else Box(width, 0.0)
            blocks.append(solid(box, above=above, with_next=True))
        for is_item, words in passage.lines:
            if is_item:
                item = listed_item(words, width, ticks=ticks, style=style)
                blocks.append(solid(item, above=Box(width, _BETWEEN)))
            else:
                blocks.append(paragraph(words, width, style))
    return blocks


def paragraph(words: str, width: float, style: Style = TEXT) -> Block:
    """Lay a paragraph, which goes on on the next page if it is longer than one: a family's letter."""
    lines = tuple(box for _, _, box in lay(Run(words, style), width).inner)

    def assemble(rows: Sequence[Box], continued: bool, continues: bool) -> Box:
        return stack(rows)

    return Block(lines, assemble, above=Box(width, 2 * _BETWEEN))


def proses(text: str, width: float, *, ticks: bool = False, style: Style = TEXT) -> Box:
    """Lay the same as one box."""
    return stack(stack((block.above, block.whole())) for block in prose(text, width, ticks=ticks, style=style))


def listed_item(words: str, width: float, *, ticks: bool = False, style: Style = TEXT) -> Box:
    """Set one line of a list behind its dot, or its box to tick."""
    text = lay(Run(words, style), width - _INDENT)
    middle = style.baseline - CAP_HEIGHT * style.size / 2
    if ticks:
        sign = tick_box()
        top = middle - sign.height / 2
    else:
        radius = 0.75 * MM
        sign = Box(2 * radius, 2 * radius, (Disc(radius, radius, radius, ACCENT),))
        top = middle - radius
    return beside([(0.0, padded(sign, above=max(top, 0.0), left=0.0 if ticks else 1.2 * MM)), (_INDENT, text)], width)
