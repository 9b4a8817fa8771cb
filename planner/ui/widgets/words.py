"""Which of a pair of fields to show: the one in the screen's language, or the other where that is empty."""

from __future__ import annotations

from planner.language import other_language, screen_language
from planner.model.cities import City
from planner.model.visits import Visit


def said(thing: object, field: str, language: str = "") -> str:
    """``said(place, "name")`` gives `name_ja` on a Japanese screen; what is missing is taken from the other."""
    language = language or screen_language()
    other = other_language(language)
    words = getattr(thing, f"{field}_{language}") or getattr(thing, f"{field}_{other}")
    return str(words or "")


def city_name(city: City, language: str = "") -> str:
    """The city's name."""
    return said(city, "name", language)


def title_of(visit: Visit, language: str = "") -> str:
    """The visit's title, or from where to where where it has none."""
    title = said(visit, "title", language)
    return title or f"{city_name(visit.home_city, language)} → {city_name(visit.host_city, language)}"
