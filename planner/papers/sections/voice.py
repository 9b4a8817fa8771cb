"""The language of a page and the one beside it: words large in the reader's, small in the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.language import Pair, Speaker, Words, other_language
from planner.language.glossary import in_language
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.wording import Wording
from planner.papers.options import ENGLISH, JAPANESE


@dataclass(frozen=True, slots=True)
class Voice:
    """Says a page in one language, with the same words in the other where they stand beside it."""

    wording: Wording
    other: Wording

    @classmethod
    def of(cls, schedule: Schedule, language: str) -> Voice:
        """Speak of a schedule: the group's, or that of the one the page is about."""
        return cls(Wording(schedule, language), Wording(schedule, other_language(language)))

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.wording.language

    @property
    def here(self) -> Speaker:
        """Whoever says the reader's language."""
        return self.wording.speaker

    @property
    def country(self) -> str:
        """The country that the page is read in, from whose telephones one dials."""
        return self.wording.schedule.plan.visit.host_city.country

    def say(self, words: Words, /, **figures: object) -> str:
        """Say marked words in the reader's language."""
        return self.here.words(words, **figures)

    def beside(self, words: Words, /, **figures: object) -> str:
        """Say them in the other language."""
        return self.other.speaker.words(words, **figures)

    def half(self, pair: Pair) -> str:
        """Choose the half of a pair that the reader reads."""
        return self.pick(pair.en, pair.ja)

    def both(self, words: Words) -> tuple[str, str]:
        """Give words in the reader's language and in the other."""
        return self.here.words(words), self.other.speaker.words(words)

    def pick(self, english: str, japanese: str) -> str:
        """Choose the text of the reader's language, or the other if it is missing."""
        return self.wording.pick(english, japanese)

    def second(self, english: str, japanese: str) -> str:
        """Give the text of the other language, if it says something else than what the reader reads."""
        own = (english if self.language == JAPANESE else japanese).strip()
        return own if own and own != self.pick(english, japanese) else ""

    def within(self, words: str) -> str:
        """Put words into brackets as the language does."""
        return self.wording.within(words)

    def small(self, words: str) -> str:
        """Give words as they stand within a line: in English without a capital."""
        return words[:1].lower() + words[1:] if self.language == ENGLISH else words

    def row(self, words: Iterable[str]) -> str:
        """Put longer words, which may have commas of their own, into a row."""
        return ("、" if self.language == JAPANESE else "; ").join(words)

    def in_words(self, words: str) -> str:
        """Give a form's words in the reader's language where they are known, else as they were written."""
        return in_language(words, self.language) or words.strip().rstrip(".。")


def named(title: tuple[str, str], whose: str) -> tuple[str, str]:
    """Add to a title in both languages whose page it is: the name stands where the reader looks first."""
    return (f"{title[0]} \u00b7 {whose}", title[1]) if whose else title
