"""What is counted in calendar days: nights, ages, the Japanese fiscal year and era. No clock is needed."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class Era(StrEnum):
    """The Japanese eras since 1868."""

    MEIJI = "meiji"
    TAISHO = "taisho"
    SHOWA = "showa"
    HEISEI = "heisei"
    REIWA = "reiwa"


# The first day of each era, by the proclamations; Meiji was proclaimed on 23 October 1868 and holds for
# that whole year, whose first day was 25 January (Gregorian).
ERA_STARTS = {
    Era.MEIJI: date(1868, 1, 25),
    Era.TAISHO: date(1912, 7, 30),
    Era.SHOWA: date(1926, 12, 25),
    Era.HEISEI: date(1989, 1, 8),
    Era.REIWA: date(2019, 5, 1),
}


@lru_cache(maxsize=1024)
def nights_between(first_day: date, last_day: date) -> tuple[date, ...]:
    """Give the nights from arriving on one local day to leaving on another, named by the day they begin on.

    The days of a leg's departure and arrival, each local, give the nights without a bed: none from Tokyo to
    New York on one date, one (機中泊) from New York on 31 July to Tokyo on 1 August. Nothing if the date
    does not advance.
    """
    return tuple(first_day + timedelta(days=n) for n in range((last_day - first_day).days))


def age_on(birth: date, day: date) -> int:
    """Give a person's age in full years; who was born on 29 February turns on 1 March in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birthday_in(birth: date, year: int) -> date:
    """Give the day on which somebody turns a year older in `year`: 1 March where there is no 29 February."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def fiscal_year(day: date) -> int:
    """Give the Japanese fiscal year (年度), April to March: a day in March belongs to the year before."""
    return day.year if day.month >= 4 else day.year - 1


def era_year(day: date) -> tuple[Era, int]:
    """Give the Japanese era and its year: 2027 is Reiwa 9. Raises `ValueError` before 1868."""
    for era, start in reversed(ERA_STARTS.items()):
        if day >= start:
            return era, day.year - start.year + 1
    raise ValueError(f"{day} is before the eras that are known")


def day_of_era(era: Era, year: int, month: int, day: int) -> date:
    """Give the day of a Japanese date such as H25.4.1. Raises `ValueError` if the era had no such day."""
    found = date(ERA_STARTS[era].year + year - 1, month, day)
    if era_year(found) != (era, year):
        raise ValueError(f"{era} has no {year}-{month}-{day}")
    return found
