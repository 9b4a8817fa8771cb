"""The type of papers that are read at a desk by those who work in both languages: briefs, rosters, the run of show."""

from __future__ import annotations

from planner.language import Words
from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import SECOND
from planner.papers.kit.lines import Style
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import section_title
from planner.papers.sections.voice import Voice

WIDTH = 178 * MM
#: Smaller than for families, since there is much to find.
TEXT = Style(9.8, 12.6)
STRONG = TEXT.but(bold=True)
SMALL = Style(9, 11.8, colour=SECOND)
_PART = Style(13, 17, bold=True)
_PART_SECOND = Style(9.5, 13, colour=SECOND)


def part_title(voice: Voice, words: Words, width: float = WIDTH) -> Box:
    """Set the title of a part of a page in both languages."""
    return section_title(*voice.both(words), width, _PART, _PART_SECOND)
