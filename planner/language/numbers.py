"""Counted things, with the Japanese counter that each takes: "15 people" is 「15名」."""

from __future__ import annotations

from planner.language.marking import N_plural, Plural
from planner.language.speaking import screen_language, speaker

COUNTED: dict[str, Plural] = {
    "person": N_plural("{count} person", "{count} people"),
    "guest": N_plural("{count} guest", "{count} guests"),
    "chaperone": N_plural("{count} chaperone", "{count} chaperones"),
    "interpreter": N_plural("{count} interpreter", "{count} interpreters"),
    "adult": N_plural("{count} adult", "{count} adults"),
    "child": N_plural("{count} child", "{count} children"),
    "family": N_plural("{count} family", "{count} families"),
    "bed": N_plural("{count} bed", "{count} beds"),
    "room": N_plural("{count} room", "{count} rooms"),
    "pet": N_plural("{count} pet", "{count} pets"),
    "seat": N_plural("{count} seat", "{count} seats"),
    "day": N_plural("{count} day", "{count} days"),
    "night": N_plural("{count} night", "{count} nights"),
    "hour": N_plural("{count} hour", "{count} hours"),
    "minute": N_plural("{count} minute", "{count} minutes"),
    "week": N_plural("{count} week", "{count} weeks"),
    "year": N_plural("{count} year", "{count} years"),
    "time": N_plural("{count} time", "{count} times"),
    "activity": N_plural("{count} activity", "{count} activities"),
    "journey": N_plural("{count} journey", "{count} journeys"),
    "place": N_plural("{count} place", "{count} places"),
    "finding": N_plural("{count} finding", "{count} findings"),
    "change": N_plural("{count} change", "{count} changes"),
    "item": N_plural("{count} item", "{count} items"),
    "row": N_plural("{count} row", "{count} rows"),
    "column": N_plural("{count} column", "{count} columns"),
    "sheet": N_plural("{count} sheet", "{count} sheets"),
    "file": N_plural("{count} file", "{count} files"),
    "page": N_plural("{count} page", "{count} pages"),
    "paper": N_plural("{count} paper", "{count} papers"),
}
"""The things that are counted, by their English singular."""


def counted(noun: str, count: int, language: str | None = None) -> str:
    """Write how many there are: ``counted("person", 15, "en")`` is "15 people", 「15名」 in Japanese."""
    return speaker(language or screen_language()).words(COUNTED[noun], count=count)


def ordinal(number: int, language: str) -> str:
    """Write a place in an order: "1st", "2nd", "11th"; 「1番目」."""
    if language == "ja":
        return f"{number}番目"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"
    return f"{number}{ending}"
