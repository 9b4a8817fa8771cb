from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import Era, age_on, birthday_in, day_of_era, era_year, fiscal_year

days = st.dates(date(1900, 1, 1), date(2090, 12, 31))


def test_turning_eighteen_within_a_visit() -> None:
    birth = date(2009, 7, 28)
    assert [age_on(birth, date(2027, 7, day)) for day in (22, 27, 28, 29)] == [17, 17, 18, 18]


def test_born_on_29_february() -> None:
    birth = date(2012, 2, 29)
    assert age_on(birth, date(2027, 2, 28)) == 14
    assert age_on(birth, date(2027, 3, 1)) == 15
    assert age_on(birth, date(2028, 2, 29)) == 16
    assert [birthday_in(birth, year) for year in (2027, 2028)] == [date(2027, 3, 1), date(2028, 2, 29)]


@given(days, days)
def test_age_rises_on_the_birthday_and_on_no_other_day(birth: date, day: date) -> None:
    grown = age_on(birth, day) - age_on(birth, day - timedelta(days=1))
    assert grown == (day == birthday_in(birth, day.year))


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2013, 3, 31), 2012), (date(2013, 4, 1), 2013), (date(2028, 1, 1), 2027)],
)
def test_a_march_visit_counts_for_the_fiscal_year_before(day: date, year: int) -> None:
    assert fiscal_year(day) == year


@given(days)
def test_a_fiscal_year_begins_on_1_april_and_on_no_other_day(day: date) -> None:
    begins = fiscal_year(day) - fiscal_year(day - timedelta(days=1))
    assert begins == ((day.month, day.day) == (4, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 1), (Era.REIWA, 8)),
        (date(2027, 7, 20), (Era.REIWA, 9)),
        (date(2019, 5, 1), (Era.REIWA, 1)),
        (date(2019, 4, 30), (Era.HEISEI, 31)),
        (date(1989, 1, 7), (Era.SHOWA, 64)),
        (date(1989, 1, 8), (Era.HEISEI, 1)),
        (date(1984, 10, 13), (Era.SHOWA, 59)),
        (date(1926, 12, 25), (Era.SHOWA, 1)),
        (date(1912, 7, 29), (Era.MEIJI, 45)),
        (date(1877, 6, 19), (Era.MEIJI, 10)),
    ],
)
def test_era_years(day: date, expected: tuple[Era, int]) -> None:
    assert era_year(day) == expected


@given(st.dates(date(1868, 1, 25), date(2090, 12, 31)))
def test_an_era_date_comes_back(day: date) -> None:
    assert day_of_era(*era_year(day), day.month, day.day) == day


def test_days_that_no_era_had() -> None:
    for era, year, month, day in ((Era.SHOWA, 64, 1, 8), (Era.HEISEI, 31, 5, 1), (Era.REIWA, 1, 4, 30)):
        with pytest.raises(ValueError, match="has no"):
            day_of_era(era, year, month, day)
    with pytest.raises(ValueError, match="before"):
        era_year(date(1867, 12, 31))
