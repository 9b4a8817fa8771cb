"""What is filled in by hand: boxes to tick and lines to write on. The font has no ☐, so they are drawn."""

from __future__ import annotations

from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.fonts import CAP_HEIGHT
from planner.papers.kit.lines import Inset
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.sheet import MM

TICK = 3.6 * MM


def tick_box(size: float = TICK) -> Box:
    """Give an empty box to tick."""
    return Box(size, size, (Patch(0.0, 0.0, size, size, line=INK, weight=0.9),))


def tick_in_line(text_size: float, size: float = TICK) -> Inset:
    """Give a box to tick that stands in a line of text, its middle at the middle of the capitals."""
    return Inset(tick_box(size), drop=(size - CAP_HEIGHT * text_size) / 2)


def write_line(width: float, *, height: float = 7 * MM, colour: str = GREY, weight: float = 0.6) -> Box:
    """Give a line to write on with room for handwriting above it."""
    return Box(width, height, (Rule(0.0, height, width, height, weight, colour),), baseline=height)
