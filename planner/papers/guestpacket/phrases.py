"""Sentences to say or to point at, with how they are said in the letters of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

from planner.language import N_in, Words
from planner.papers.guestpacket.setting import Setting
from planner.papers.kit.boxes import Box, aligned, on, padded, stack
from planner.papers.kit.colours import GREY
from planner.papers.kit.flow import Block
from planner.papers.kit.lines import Run, Style, fitted, lay
from planner.papers.kit.marks import Rule
from planner.papers.kit.pages import Body
from planner.papers.kit.sheet import MM
from planner.papers.kit.styles import SECOND_TEXT, TEXT
from planner.resources import rows_of

TITLE = N_in("packet", "Phrases")
SECTION = "phrases"

_SAID = Style(12, 15.5, bold=True)

_TOPICS: dict[str, Words] = {
    "greet": N_in("phrases", "Meeting people"),
    "home": N_in("phrases", "With the family"),
    "table": N_in("phrases", "At table"),
    "talk": N_in("phrases", "Understanding each other"),
    "help": N_in("phrases", "When you are not well"),
    "lost": N_in("phrases", "Lost or late"),
    "thanks": N_in("phrases", "Thank you"),
}


class Phrase(NamedTuple):
    """A sentence in both languages, and how each is said in the letters of the other."""

    topic: str
    english: str
    japanese: str
    romaji: str
    katakana: str


def phrases(setting: Setting) -> tuple[Body, ...]:
    """Lay the sentences by topic: what is said there large, with its sound below, and what it means beside it."""
    blocks: list[Block] = []
    for topic, title in _TOPICS.items():
        head = setting.heading(*setting.voice.both(title))
        rows = tuple(_row(one, setting) for one in book() if one.topic == topic)
        blocks.append(Block(rows, partial(_under, head.whole()), head.above, splits=True))
    return setting.pages(TITLE, blocks, SECTION)


def _under(head: Box, rows: Sequence[Box], continued: bool, continues: bool) -> Box:
    """Put sentences under the heading of their topic, also where they go on on the next page."""
    return stack([head, *rows])


@cache
def book() -> tuple[Phrase, ...]:
    """Read the sentences that come with the program."""
    return tuple(Phrase(**row) for row in rows_of("phrasebook.csv"))


def _row(phrase: Phrase, setting: Setting) -> Box:
    """Set a sentence as it is said there, its sound, and what it means: beside each other where there is room."""
    if setting.towards_japan:
        said, sound, meaning = phrase.japanese, phrase.romaji, phrase.english
    else:
        said, sound, meaning = phrase.english, phrase.katakana, phrase.japanese
    width = setting.width
    if setting.frame.half:
        half = width * 0.58
        first = stack([_said(said, half - 3 * MM), lay(Run(sound, SECOND_TEXT), half - 3 * MM)])
        cells = [(0.0, first), (half, lay(Run(meaning, TEXT), width - half))]
    else:
        second, third = width * 0.36, width * 0.665
        cells = [
            (0.0, _said(said, second - 3 * MM)),
            (second, lay(Run(sound, SECOND_TEXT.at(10)), third - second - 3 * MM)),
            (third, lay(Run(meaning, TEXT), width - third)),
        ]
    row = padded(aligned(cells, width), above=0.9 * MM, below=1.0 * MM)
    return on((Rule(0.0, 0.0, width, 0.0, 0.4, GREY),), row)


def _said(words: str, width: float) -> Box:
    return fitted(Run(words, _SAID), width, smallest=10, lines=2)
