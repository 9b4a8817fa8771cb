"""Counts and measures: ``158``, ``2人``, ``up to 3``, ``5'2"``."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, plain

WORD_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "pair": 2, "couple": 2,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip

COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|[一二三四五六七八九十](?=[人名匹本台つ頭組床]))"
)
_NUMBER = re.compile(rf"(?<![\d.])(\d{{1,6}}(?:\.\d+)?|(?<![a-z]){COUNT}(?![a-z]))(?![\d.]*\d)", re.IGNORECASE)
_UNITS = any_of(
    r"up to|at most|max(?:imum)?\.?|about|around|approx(?:imately|\.)?|only|guests?|people|persons?"
    r"|kids?|students?|hours?|hrs?\.?|h|minutes?|mins?\.?|cm|centimet(?:er|re)s?|kg|years?(?: old)?"
    "|seats?|rooms?|per day|a day|/ ?day",
    "[人名様]まで|[人名]|時間|分|センチ|歳|まで|約|最大|くらい|ぐらい|程度|/日",
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|~|to|or|から)\s*(\d{1,3})", re.IGNORECASE)
_FEET = re.compile(
    r"(\d)\s*(?:'|ft\.?|feet|foot)\s*(?:(\d{1,2}(?:\.\d)?)\s*(?:''|\"|”|in(?:ches|\.)?)?)?", re.IGNORECASE
)
_METRES = re.compile(r"([12])(?:[.,]|\s*m\s*)(\d{2})\s*(?:m\b|メートル)?", re.IGNORECASE)


def as_count(word: str) -> int | None:
    """``2``, ``two``, ``二`` → 2."""
    return int(word) if word.isdecimal() else WORD_NUMBERS.get(word.casefold())


@lru_cache(maxsize=4096)
def read_count(text: str) -> Reading[int | None]:
    """Read a whole number; of a range the larger (``1-2`` guests: two at most)."""
    number = read_number(text)
    value = None if number.value is None else round(number.value)
    if value is not None and number.value != value:
        return Reading(value, text.strip())
    return Reading(value, number.rest)


@lru_cache(maxsize=4096)
def read_number(text: str) -> Reading[float | None]:
    """Read one number with its unit; of a range the larger."""
    scan = Scan(text)
    if found := scan.take(_RANGE):
        value: float | None = float(max(int(found[1]), int(found[2])))
    elif found := scan.take(_NUMBER):
        value = float(found[1]) if found[1][0].isdigit() else as_count(found[1])
    else:
        return Reading(None, text.strip())
    scan.ignore(_UNITS)
    return Reading(value, scan.left())


@lru_cache(maxsize=4096)
def read_height(text: str) -> Reading[int | None]:
    """Read a body height in centimetres: ``158``, ``158.5 cm``, ``1.58 m``, ``5'2"``. Outside 50–250 cm it is none."""
    scan = Scan(text)
    found = _FEET.search(scan.open) if re.search(r"'|ft|feet|foot", plain(text), re.IGNORECASE) else None
    if found:
        scan.cross_out(*found.span())
        value = round((int(found[1]) * 12 + float(found[2] or 0)) * 2.54)
    elif found := scan.take(_METRES):
        value = int(found[1]) * 100 + int(found[2])
    else:
        number = read_number(text)
        if number.value is None:
            return Reading(None, text.strip())
        value = round(number.value)
        scan = Scan(number.rest)
    return Reading(value, scan.left()) if 50 <= value <= 250 else Reading(None, text.strip())
