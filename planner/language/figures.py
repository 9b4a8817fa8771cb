"""How a figure of a sentence is written: numbers, dates, times, terms, messages, lists, each in its way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from planner.language.marking import N_, InContext, Plural, Within
from planner.model.message import Message, PlannerError

if TYPE_CHECKING:
    from planner.language.speaking import Speaker

NOTHING = "–"
"""Written where a figure is empty."""


def write(value: object, form: str, speaker: Speaker) -> str:
    """Write a figure in the speaker's language.

    `form` is what stands after the colon in ``{day:short}``: for dates and times the name of a form in
    `planner.language.dates` or `times`, ``zone`` for a time zone (a `Pair` in its place is written as it is), ``or``
    for a list of what is all ruled out ("no A or B"), else Python's own format specification.
    """
    if form == "zone" and isinstance(value, str):
        from planner.language.times import zone_text

        return zone_text(str(value), speaker.language)
    if isinstance(value, str) and not isinstance(value, Enum):
        return format(value, form) if value else NOTHING
    if value is None:
        return NOTHING
    if hasattr(value, "said_in"):  # a `Pair` or a holiday
        return str(value.said_in(speaker.language)) or NOTHING
    if isinstance(value, bool):
        return speaker.tr(N_("yes") if value else N_("no"))
    if isinstance(value, int | float):
        return format(value, form) if form else number(value)
    if isinstance(value, Message | PlannerError):
        return speaker.say(value)
    if isinstance(value, Plural | InContext | Within):
        return speaker.words(value)
    if isinstance(value, Enum):
        from planner.language.terms import term

        return term(value, speaker.language)
    if isinstance(value, date | time | datetime | timedelta) or hasattr(value, "zone"):
        from planner.language.times import moment_text

        return moment_text(value, form, speaker.language)
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Iterable):
        if form == "or":
            return listed([write(item, "", speaker) for item in value], speaker, "or")
        items = list(value)
        words = [write(item, form, speaker) for item in items]
        # Whole sentences stand one after the other, with no "and" between them.
        are_messages = bool(items) and all(isinstance(item, Message) for item in items)
        if are_messages and all(one.endswith((".", "。")) for one in words):
            return ("" if speaker.language == "ja" else " ").join(words)
        return listed(words, speaker)
    return format(value, form)


def number(value: float) -> str:
    """Write a number: thousands apart from 10,000 on (a year stays ``2027``), no idle decimals."""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else round(value, 2)
    return f"{value:,}" if abs(value) >= 10_000 else str(value)


def comma_list(words: Iterable[str], language: str) -> str:
    """Put short words after each other: "Rin, Mei", 「凛、芽衣」; those that are empty are left out."""
    return ("、" if language == "ja" else ", ").join(filter(None, words))


def in_brackets(words: str, language: str) -> str:
    """Put words into brackets that follow others: " (locked)", 「（固定）」."""
    return f"（{words}）" if language == "ja" else f" ({words})"


def listed(items: Iterable[str], speaker: Speaker, last: str = "and") -> str:
    """Write a list as a sentence holds it: "A, B and C", 「A、B、C」; `last` is the English word before the last."""
    words = list(items)
    if not words:
        return NOTHING
    if speaker.language == "ja":
        return "、".join(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
