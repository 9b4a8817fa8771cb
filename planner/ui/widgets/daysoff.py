"""The days off of a city in words, a line each: what anybody looks for who chooses the days of a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.clock.holidays import Holiday, days_off
from planner.clock.sides import side_of
from planner.language import screen_language
from planner.language.dates import days_text
from planner.model.calendar import CalendarDay
from planner.model.cities import City


def off_words(city: City, first: dt.date, last: dt.date, amendments: Iterable[CalendarDay]) -> list[str]:
    """Give what is kept in a city between two days: "Mon 19 Jul, Marine Day"."""
    off = days_off(side_of(city), first, last, amendments, city_id=city.id)
    return [holiday_words(one) for one in off]


def holiday_words(off: Holiday) -> str:
    """Say a day off, or several in a row, with their dates."""
    language = screen_language()
    between = " " if language == "ja" else ", "
    when = days_text(off.first, off.last, language, weekdays=True, year=False)
    return between.join(filter(None, (when, off.said_in(language))))
