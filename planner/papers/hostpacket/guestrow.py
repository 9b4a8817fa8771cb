"""One row of a guest's page."""

from __future__ import annotations

from typing import NamedTuple

from planner.language import Words
from planner.papers.kit.lines import Part
from planner.papers.sections.voice import Voice


class Row(NamedTuple):
    """A label, under a code that stays the same, and the paragraphs beside it."""

    code: str
    label: Words
    value: list[list[Part]]


def small(words: str, voice: Voice) -> str:
    """Give words as they stand within a line: in English without a capital."""
    return words[:1].lower() + words[1:] if voice.language == "en" else words
