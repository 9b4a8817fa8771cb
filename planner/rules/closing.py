"""On which weekdays a place is closed, as people write it: "Mondays", "Mon & Tue", "月曜休館（祝日の場合は翌日）".

Weekdays are numbers, 0 Monday to 6 Sunday. What holds on some of them only ("1st Monday", "第2・4月曜",
"winter Sundays", anything with a question mark) is told apart: a person has to ask.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Closing:
    """The weekdays on which a place is closed each week, and those on which it may be."""

    always: frozenset[int] = frozenset()
    sometimes: frozenset[int] = frozenset()


_KANJI: Final = "月火水木金土日"
_ENGLISH: Final = (
    r"mon(?:day)?s?", r"tue(?:s(?:day)?s?)?", r"wed(?:nesday|s)?s?", r"thu(?:r(?:s(?:day)?s?)?)?", r"fri(?:day)?s?",
    r"sat(?:urday)?s?", r"sun(?:day)?s?",
)  # fmt: skip
_DAY: Final = re.compile(
    "|".join(rf"(?P<e{number}>\b{words}\b)" for number, words in enumerate(_ENGLISH))
    + r"|(?P<weekend>\bweekends?\b)|(?P<week>\bweekdays?\b|平日)"
    # 日 is a Sunday, but not in 祝日, 翌日 or 3日; 月 is a Monday, but not in 12月, 毎月 or 月末.
    + r"|(?P<kanji>[月火水木金土日]曜日?"
    r"|(?<![\d毎今来先翌数各])[月火水木金土](?![末初に間額曜]|\d)(?=[月火水木金土日・、,/&と~\-\s休定]|$)"
    r"|(?<![\d祝翌平休毎終末当前同連開閉]) ?日(?=[・、,/&と~\-\s祝休定]|$))"
)
_RANGE: Final = re.compile(r"\s*(?:[-~]|to|through|thru|から)\s*")
# Of the run that a day is in, these make it one of some weeks, seasons or hours.
_SOMETIMES: Final = re.compile(
    r"\?|第\s*[\d一二三四五]|隔週|最終|不定|場合がある|ことがある|午前|午後|夏|冬|\d\s*月|期間"
    r"|\b(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last|every other|alternate|some|sometimes|usually"
    r"|most|often|may|maybe|might|winter|summer|spring|fall|autumn|season\w*|from|until|after|before|morning|afternoon"
    r"|evening|noon|jan\w*|feb\w*|mar(?:ch)?|apr\w*|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b|\d:\d|\d\s*[ap]m\b"
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
# What is said of open days, and of exceptions: a holiday on which it opens all the same.
_NOT_CLOSED: Final = re.compile(
    r"\b(?:open|except|unless|but not)\b.*?(?=\bclosed\b|$)|祝日の場合.*|開館.*?(?=休|$)|を除く.*"
)
# "第2、4月曜" is one thing, "月曜、第3火曜" are two.
_CLAUSE: Final = re.compile(
    r"[;.。\n]|,(?=\s*(?:open|closed|1st|2nd|3rd|4th|5th|first|second|third|fourth|last|every other)\b)"
    r"|、(?!\s*\d+(?!\d|\s*月))"
)
_SAYS_CLOSED: Final = re.compile(r"(?<!not )\bclos(?:ed|es|ure)\b|休館|休業|休園|休み|定休|休日|休校|閉館|閉ま|閉鎖")


@lru_cache(maxsize=2048)
def closing_of(words: str) -> Closing:
    """Read the days on which a place is closed, from a field that holds nothing else."""
    always: set[int] = set()
    sometimes: set[int] = set()
    for clause in _CLAUSE.split(_plain(words)):
        # What is said in brackets is about the days before it: "(from 15:00)", "(winter)".
        doubtful = _SOMETIMES.search(_NOT_CLOSED.sub("", clause))
        kept = _NOT_CLOSED.sub("", _BRACKETS.sub("", clause))
        (sometimes if doubtful else always).update(_days_in(kept))
    return Closing(frozenset(always), frozenset(sometimes - always))


def closing_words(notes: str, weekday: int) -> str:
    """Give the words of a note that say, or ask, that something is closed on a weekday; empty if none do.

    Unlike in `closing_of` most notes are about other things: only a clause that speaks of closing counts.
    """
    for clause in re.split(r"[;。\n]|\.\s|\.$", notes):
        plain = _plain(clause)
        if _SAYS_CLOSED.search(plain):
            closing = closing_of(clause)
            if weekday in closing.always | closing.sometimes:
                return clause.strip()
    return ""


def _plain(words: str) -> str:
    plain = unicodedata.normalize("NFKC", words).casefold()
    return re.sub(r"[‐-―〜～]", "-", plain)


def _days_in(clause: str) -> Iterator[int]:
    before: tuple[int, int] | None = None
    for match in _DAY.finditer(clause):
        days = _days_of(match)
        if before is not None and len(days) == 1 and _RANGE.fullmatch(clause[before[1] : match.start()]):
            last = days[0] + 7 * (days[0] < before[0])
            yield from (day % 7 for day in range(before[0], last))
        yield from days
        before = (days[-1], match.end()) if len(days) == 1 else None


def _days_of(match: re.Match[str]) -> tuple[int, ...]:
    if match["weekend"]:
        return (5, 6)
    if match["week"]:
        return (0, 1, 2, 3, 4)
    if match["kanji"]:
        return (_KANJI.index(match["kanji"].strip()[0]),)
    return (next(number for number in range(7) if match[f"e{number}"]),)
