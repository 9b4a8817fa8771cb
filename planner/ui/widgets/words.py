"""Words as the screen says them: which of a pair of fields, the other where that is empty; several in a row."""

from __future__ import annotations

from collections.abc import Iterable

from planner.language import other_language, screen_language
from planner.language.figures import comma_list
from planner.model.cities import City
from planner.model.visits import Visit


def said(thing: object, field: str, language: str = "") -> str:
    """``said(place, "name")`` gives `name_ja` on a Japanese screen; what is missing is taken from the other."""
    language = language or screen_language()
    other = other_language(language)
    words = getattr(thing, f"{field}_{language}") or getattr(thing, f"{field}_{other}")
    return str(words or "")


def listed(words: Iterable[str]) -> str:
    """Put short words after each other, as the screen's language does; those that are empty are left out."""
    return comma_list(words, screen_language())


def city_name(city: City, language: str = "") -> str:
    """The city's name."""
    return said(city, "name", language)


def title_of(visit: Visit, language: str = "") -> str:
    """The visit's title, or from where to where where it has none."""
    title = said(visit, "title", language)
    return title or f"{city_name(visit.home_city, language)} → {city_name(visit.host_city, language)}"
