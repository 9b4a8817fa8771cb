"""The days off of a city in words, a line each: what anybody looks for who chooses the days of a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.clock.holidays import Holiday, days_off
from planner.clock.sides import side_of
from planner.language import screen_language, tr
from planner.language.dates import days_text
from planner.language.terms import term
from planner.model.calendar import CalendarDay
from planner.model.cities import City


def off_words(city: City, first: dt.date, last: dt.date, amendments: Iterable[CalendarDay]) -> list[str]:
    """Give what is kept in a city between two days: "Mon 19 Jul, Marine Day"."""
    off = days_off(side_of(city), first, last, amendments, city_id=city.id)
    return [holiday_words(one) for one in off]


def off_names(city: City, days: Iterable[dt.date], amendments: Iterable[CalendarDay]) -> list[str]:
    """Give what is kept in a city on any of some days, after its country: "Japan: Marine Day"."""
    language, wanted = screen_language(), tuple(days)
    if not wanted:
        return []
    side = side_of(city)
    off = days_off(side, min(wanted), max(wanted), amendments, city_id=city.id)
    names = dict.fromkeys(one.said_in(language) for one in off if any(one.covers(day) for day in wanted))
    return [tr("{city}: {what}", city=term(side, language), what=name) for name in names]


def holiday_words(off: Holiday) -> str:
    """Say a day off, or several in a row, with their dates."""
    language = screen_language()
    between = " " if language == "ja" else ", "
    when = days_text(off.first, off.last, language, weekdays=True, year=False)
    return between.join(filter(None, (when, off.said_in(language))))
