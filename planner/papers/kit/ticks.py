"""What is filled in by hand: boxes to tick and lines to write on. The font has no ☐, so they are drawn."""

from __future__ import annotations

from dataclasses import replace

from planner.papers.kit.boxes import Box, stack
from planner.papers.kit.colours import GREY, INK
from planner.papers.kit.fonts import CAP_HEIGHT
from planner.papers.kit.lines import Inset, Run, lay
from planner.papers.kit.marks import Patch, Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM, Frame
from planner.papers.kit.styles import LABEL

TICK = 3.6 * MM
_ABOVE_NOTES, _LEAST_NOTES = 10 * MM, 26 * MM


def tick_box(size: float = TICK) -> Box:
    """Give an empty box to tick."""
    return Box(size, size, (Patch(0.0, 0.0, size, size, line=INK, weight=0.9),))


def tick_in_line(text_size: float, size: float = TICK) -> Inset:
    """Give a box to tick that stands in a line of text, its middle at the middle of the capitals."""
    return Inset(tick_box(size), drop=(size - CAP_HEIGHT * text_size) / 2)


def write_line(width: float, *, height: float = 7 * MM, colour: str = GREY, weight: float = 0.6) -> Box:
    """Give a line to write on with room for handwriting above it."""
    return Box(width, height, (Rule(0.0, height, width, height, weight, colour),), baseline=height)


def write_lines(heading: str, width: float, room: float, *, most: int = 6, each: float = 9 * MM) -> Box:
    """Give lines to write on below a heading, as many as there is room for, but no more than `most`."""
    title = lay(Run(heading, LABEL), width)
    count = max(0, min(most, int((room - title.height) / each)))
    return stack([title, *(write_line(width, height=each) for _ in range(count))])


def with_notes(body: Body, frame: Frame, heading: str, *, most: int = 6) -> Body:
    """Give a page lines to write on at its foot where it leaves room for them."""
    end = max((y + box.height for _, y, box in body.placed), default=frame.top)
    room = frame.bottom - end - _ABOVE_NOTES
    if room < _LEAST_NOTES:
        return body
    notes = write_lines(heading, frame.text_width, room, most=most)
    return replace(body, placed=(*body.placed, (frame.left, frame.bottom - notes.height, notes)))
