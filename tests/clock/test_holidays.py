"""Days off of both countries: every date of domain.md §5.4, and what a file adds and takes away."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from planner.clock.holidays import Holiday, closures_of, days_off, holidays_of, on_day
from planner.model.calendar import CalendarDay, DayKind
from planner.model.kinds import Side

JAPAN = {
    2026: "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
    2027: "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    2028: "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23",
}


def row(
    first: date,
    last: date,
    kind: DayKind = DayKind.OWN,
    *,
    taken_away: bool = False,
    name_en: str = "",
    name_ja: str = "",
    city_id: int | None = None,
) -> CalendarDay:
    """A row of the file's own calendar of Japan."""
    return CalendarDay(
        side=Side.JAPAN,
        first_day=first,
        last_day=last,
        kind=kind,
        taken_away=taken_away,
        name_en=name_en,
        name_ja=name_ja,
        city_id=city_id,
    )


def year_of(side: Side, year: int) -> tuple[Holiday, ...]:
    return holidays_of(side, date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize("year", JAPAN)
def test_5_4_japan(year: int) -> None:
    found = year_of(Side.JAPAN, year)
    assert " ".join(f"{day.first.month}/{day.first.day}" for day in found) == JAPAN[year]
    assert all(day.first == day.last and day.kind is DayKind.HOLIDAY for day in found)


def test_5_4_substitute_and_citizens_days_and_their_names() -> None:
    names = {day.first: (day.name_en, day.name_ja) for year in JAPAN for day in year_of(Side.JAPAN, year)}
    assert names[date(2026, 5, 6)] == names[date(2027, 3, 22)] == ("Substitute Holiday", "振替休日")
    assert names[date(2026, 9, 22)] == ("Citizens' Holiday", "国民の休日")
    assert names[date(2027, 7, 19)] == ("Marine Day", "海の日")
    assert names[date(2027, 3, 21)] == ("Vernal Equinox Day", "春分の日")


def test_the_united_states_with_the_days_on_which_they_are_observed() -> None:
    found = {day.first: (day.name_en, day.name_ja) for day in year_of(Side.US, 2027)}
    assert found[date(2027, 7, 4)] == ("Independence Day", "独立記念日")
    assert found[date(2027, 7, 5)] == ("Independence Day (observed)", "独立記念日（振替休日）")
    assert found[date(2027, 11, 25)][0] == "Thanksgiving Day"
    # New Year's Day 2028 is a Saturday: offices are closed on the last day of 2027.
    assert found[date(2027, 12, 31)] == ("New Year's Day (observed)", "元日（振替休日）")
    assert [day.isoformat()[5:] for day in found] == [
        "01-01", "01-18", "02-15", "05-31", "06-18", "06-19", "07-04", "07-05",
        "09-06", "10-11", "11-11", "11-25", "12-24", "12-25", "12-31",
    ]  # fmt: skip


@pytest.mark.parametrize("side", Side)
def test_every_holiday_has_a_name_of_ours_in_each_language(side: Side) -> None:
    for day in holidays_of(side, date(2024, 1, 1), date(2040, 12, 31)):
        assert day.name_en.isascii()
        assert not day.name_ja.isascii()
        assert (day.said_in("en"), day.said_in("ja")) == (day.name_en, day.name_ja)


def test_5_4_closures_that_no_law_names() -> None:
    found = closures_of(Side.JAPAN, date(2027, 1, 1), date(2027, 12, 31))
    assert [(day.name_en, day.first.isoformat(), day.last.isoformat()) for day in found] == [
        ("New Year", "2026-12-29", "2027-01-03"),
        ("Golden Week", "2027-04-29", "2027-05-05"),
        ("Obon", "2027-08-13", "2027-08-16"),
        ("New Year", "2027-12-29", "2028-01-03"),
    ]
    assert all(day.kind is DayKind.CLOSURE for day in found)
    assert closures_of(Side.US, date(2027, 1, 1), date(2027, 12, 31)) == ()
    (obon,) = closures_of(Side.JAPAN, date(2027, 8, 16), date(2027, 8, 20))
    assert (obon.name_ja, obon.covers(date(2027, 8, 16)), obon.covers(date(2027, 8, 17))) == ("お盆", True, False)


def test_days_off_are_holidays_closures_and_the_files_own() -> None:
    own = row(date(2027, 8, 18), date(2027, 8, 19), name_en="City festival", name_ja="市民祭り")
    found = days_off(Side.JAPAN, date(2027, 8, 10), date(2027, 8, 31), [own])
    assert [(day.name_en, day.kind) for day in found] == [
        ("Mountain Day", DayKind.HOLIDAY),
        ("Obon", DayKind.CLOSURE),
        ("City festival", DayKind.OWN),
    ]
    assert on_day(found, date(2027, 8, 19)) == found[2]
    assert on_day(found, date(2027, 8, 20)) is None
    assert days_off(Side.US, date(2027, 8, 10), date(2027, 8, 31), [own]) == ()
    assert days_off(Side.JAPAN, date(2027, 8, 20), date(2027, 8, 31), [own]) == ()


def test_the_holiday_names_a_day_that_is_also_in_a_closure() -> None:
    found = days_off(Side.JAPAN, date(2027, 4, 29), date(2027, 5, 5))
    showa = on_day(found, date(2027, 4, 29))
    assert showa is not None
    assert showa.name_ja == "昭和の日"
    bridge = on_day(found, date(2027, 4, 30))
    assert bridge is not None
    assert bridge.name_ja == "ゴールデンウィーク"


def test_a_holiday_of_the_file_comes_before_a_closure() -> None:
    new_law = row(date(2027, 8, 13), date(2027, 8, 13), DayKind.HOLIDAY, name_en="Ancestors' Day")
    found = on_day(days_off(Side.JAPAN, date(2027, 8, 13), date(2027, 8, 13), [new_law]), date(2027, 8, 13))
    assert found is not None
    assert found.name_en == "Ancestors' Day"


def test_what_the_file_takes_away_is_not_there() -> None:
    first, last = date(2027, 4, 28), date(2027, 8, 31)
    marine = row(date(2027, 7, 19), date(2027, 7, 19), DayKind.HOLIDAY, taken_away=True)
    works_in_obon = row(date(2027, 8, 14), date(2027, 8, 14), DayKind.CLOSURE, taken_away=True)
    found = days_off(Side.JAPAN, first, last, [marine, works_in_obon])
    assert on_day(found, date(2027, 7, 19)) is None
    obon = [(day.first.day, day.last.day) for day in found if day.name_en == "Obon"]
    assert obon == [(13, 13), (15, 16)]
    # Taking a holiday away does not open the office that a closure shuts, nor the other way round.
    showa = row(date(2027, 4, 29), date(2027, 4, 29), DayKind.HOLIDAY, taken_away=True)
    left = on_day(days_off(Side.JAPAN, first, last, [showa]), date(2027, 4, 29))
    assert left is not None
    assert left.kind is DayKind.CLOSURE
    # "We work on this day" takes away both.
    works = row(date(2027, 4, 29), date(2027, 4, 29), DayKind.OWN, taken_away=True)
    assert on_day(days_off(Side.JAPAN, first, last, [works]), date(2027, 4, 29)) is None


def test_a_holiday_that_a_new_law_moves() -> None:
    away = row(date(2027, 7, 19), date(2027, 7, 19), DayKind.HOLIDAY, taken_away=True)
    added = row(date(2027, 7, 22), date(2027, 7, 22), DayKind.HOLIDAY, name_en="Marine Day")
    found = days_off(Side.JAPAN, date(2027, 7, 1), date(2027, 7, 31), [away, added])
    assert [(day.first, day.kind) for day in found] == [(date(2027, 7, 22), DayKind.HOLIDAY)]


def test_a_row_of_one_city_holds_for_that_city() -> None:
    rows = [
        row(date(2027, 6, 1), date(2027, 6, 1), name_en="Founding day", city_id=3),
        row(date(2027, 6, 2), date(2027, 6, 2), name_en="Everywhere"),
    ]
    span = (date(2027, 6, 1), date(2027, 6, 30))
    assert [day.name_en for day in days_off(Side.JAPAN, *span, rows, city_id=3)] == ["Founding day", "Everywhere"]
    assert [day.name_en for day in days_off(Side.JAPAN, *span, rows, city_id=4)] == ["Everywhere"]
    assert len(days_off(Side.JAPAN, *span, rows)) == 2


def test_years_are_read_once_and_the_library_only_when_asked() -> None:
    program = (
        "import sys\n"
        "import planner.clock, planner.language, planner.clock.windows, planner.clock.holidays as ours\n"
        "from planner.model.kinds import Side\n"
        "from datetime import date\n"
        "assert 'holidays' not in sys.modules\n"
        "ours.holidays_of(Side.JAPAN, date(2027, 1, 1), date(2027, 12, 31))\n"
        "assert 'holidays' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    first, again = (year_of(Side.JAPAN, 2027) for _ in range(2))
    assert all(one is other for one, other in zip(first, again, strict=True))


def test_a_name_that_is_missing_in_one_language_is_the_others() -> None:
    day = Holiday(date(2027, 6, 1), date(2027, 6, 1) + timedelta(days=1), "", "開庁記念日", DayKind.OWN)
    assert day.said_in("en") == "開庁記念日"


def test_the_systems_language_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    from planner.clock import holidays

    monkeypatch.setenv("LANGUAGE", "th")
    monkeypatch.setenv("LANG", "th_TH.UTF-8")
    holidays._public.cache_clear()
    assert year_of(Side.JAPAN, 2027)[0].name_ja == "元日"
    assert year_of(Side.US, 2027)[0].name_en == "New Year's Day"
