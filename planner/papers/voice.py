"""The two languages of a paper for those who work in both: one that leads, and the other beside it."""

from __future__ import annotations

from planner.language import Pair, Words
from planner.papers.itinerary.schedule import Schedule
from planner.papers.itinerary.wording import Wording
from planner.papers.kit.boxes import Box
from planner.papers.kit.colours import SECOND
from planner.papers.kit.lines import Style
from planner.papers.kit.sheet import MM
from planner.papers.kit.tables import section_title

WIDTH = 178 * MM
#: The type of such a paper: smaller than for families, since it is read at a desk.
TEXT = Style(9.8, 12.6)
STRONG = TEXT.but(bold=True)
GREY_TEXT = TEXT.but(colour=SECOND)
SMALL = Style(9, 11.8, colour=SECOND)
_PART = Style(13, 17, bold=True)
_PART_SECOND = Style(9.5, 13, colour=SECOND)


class Voice:
    """Says things in the leading language and in the other."""

    def __init__(self, schedule: Schedule, language: str) -> None:
        self.language = language
        self.main = Wording(schedule, language)
        self.other = Wording(schedule, "en" if language == "ja" else "ja")

    def say(self, words: Words, /, **figures: object) -> str:
        """Say marked words in the leading language."""
        return self.main.speaker.words(words, **figures)

    def beside(self, words: Words, /, **figures: object) -> str:
        """Say them in the other language."""
        return self.other.speaker.words(words, **figures)

    def pick(self, english: str, japanese: str) -> str:
        """Choose a text of the leading language."""
        return self.main.pick(english, japanese)

    def second(self, english: str, japanese: str) -> str:
        """Give a text of the other language, if it has one of its own that says more than the first."""
        own = (japanese if self.other.language == "ja" else english).strip()
        return own if own != self.pick(english, japanese) else ""

    def of(self, pair: Pair) -> str:
        """Choose the half of a pair for the leading language."""
        return self.pick(pair.en, pair.ja)

    def title(self, words: Words, width: float = WIDTH) -> Box:
        """Set the title of a part of a page in both languages."""
        return section_title(self.say(words), self.beside(words), width, _PART, _PART_SECOND)
