from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from planner.clock import WallTime
from planner.language import dates
from planner.language.dates import FORMS, day_shift_text, day_text, days_text, fiscal_year_text, weekday_text
from planner.language.times import (
    ahead_text,
    both_clocks_text,
    duration_text,
    hour_text,
    moment_text,
    night_text,
    span_text,
    time_parts,
    time_text,
    wall_text,
    zone_text,
)

DAY = date(2027, 7, 20)
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"


@pytest.mark.parametrize(
    ("form", "english", "japanese"),
    [
        ("", "Tue 20 Jul 2027", "2027年7月20日(火)"),
        ("short", "Tue 20 Jul", "7月20日(火)"),
        ("narrow", "Tue 20", "20日(火)"),
        ("table", "Tue 20 Jul", "7/20(火)"),
        ("long", "Tuesday 20 July 2027", "2027年7月20日 火曜日"),
        ("plain", "20 Jul 2027", "2027年7月20日"),
        ("written", "20 July 2027", "2027年7月20日"),
        ("day-month", "20 Jul", "7月20日"),
        ("day-long-month", "20 July", "7月20日"),
        ("weekday", "Tue", "火"),
        ("long-weekday", "Tuesday", "火曜日"),
        ("month", "July", "7月"),
        ("month-year", "July 2027", "2027年7月"),
        ("official", "20 July 2027", "令和9年7月20日"),
    ],
)
def test_days(form: str, english: str, japanese: str) -> None:
    assert day_text(DAY, "en", form) == english
    assert day_text(DAY, "ja", form) == japanese


def test_every_form_is_written_in_the_table_of_the_forms() -> None:
    text = Path(dates.__file__).read_text(encoding="utf-8")
    assert all(f"``{form}``" in text for form in FORMS if form)


def test_the_first_year_of_an_era() -> None:
    assert day_text(date(2019, 5, 1), "ja", "official") == "令和元年5月1日"
    assert day_text(date(1984, 10, 13), "ja", "official") == "昭和59年10月13日"


@pytest.mark.parametrize(
    ("at", "screen", "paper", "parts", "japanese"),
    [
        (time(16, 20), "4:20 PM", "4:20 pm", ("4:20", "pm"), "16:20"),
        (time(9, 0), "9:00 AM", "9:00 am", ("9:00", "am"), "9:00"),
        (time(12, 0), "12:00 PM", "noon", ("12:00", "noon"), "12:00"),
        (time(12, 15), "12:15 PM", "12:15 pm", ("12:15", "pm"), "12:15"),
        (time(0, 0), "12:00 AM", "midnight", ("12:00", "midnight"), "0:00"),
        (time(0, 5), "12:05 AM", "12:05 am", ("12:05", "am"), "0:05"),
    ],
)
def test_times(at: time, screen: str, paper: str, parts: tuple[str, str], japanese: str) -> None:
    assert time_text(at, "en") == screen
    assert time_text(at, "en", "paper") == paper
    assert time_parts(at, "en", "paper") == parts
    assert time_text(at, "ja") == time_text(at, "ja", "paper") == japanese
    assert time_text(at, "en", "24h") == time_text(at, "ja", "24h") == f"{at:%H:%M}"


def test_hours_of_a_ruler() -> None:
    assert [hour_text(hour, "en") for hour in (0, 8, 12, 24)] == ["12 AM", "8 AM", "12 PM", "12 AM"]
    assert [hour_text(hour, "ja") for hour in (0, 8, 21)] == ["0:00", "8:00", "21:00"]


@pytest.mark.parametrize(
    ("start", "end", "screen", "paper", "japanese"),
    [
        (time(16), time(17, 30), "4:00–5:30 PM", "4:00–5:30 pm", "16:00–17:30"),
        (time(11, 15), time(12, 45), "11:15 AM–12:45 PM", "11:15 am–12:45 pm", "11:15–12:45"),
        (time(10, 30), time(12), "10:30 AM–12:00 PM", "10:30–noon", "10:30–12:00"),
        (time(12), time(13, 30), "12:00–1:30 PM", "noon–1:30 pm", "12:00–13:30"),
        (time(22), time(1), "10:00 PM–1:00 AM", "10:00 pm–1:00 am", "22:00–1:00"),
        (time(16), None, "4:00 PM", "4:00 pm", "16:00"),
    ],
)
def test_spans(start: time, end: time | None, screen: str, paper: str, japanese: str) -> None:
    assert span_text(start, end, "en") == screen
    assert span_text(start, end, "en", "paper") == paper
    assert span_text(start, end, "ja") == japanese
    assert span_text(start, end, "ja", "paper") == japanese.replace("–", "〜")


@pytest.mark.parametrize(
    ("first", "last", "english", "japanese"),
    [
        (date(2027, 7, 22), date(2027, 8, 1), "22 Jul – 1 Aug 2027", "2027年7月22日–8月1日"),
        (date(2027, 7, 24), date(2027, 7, 25), "24–25 Jul 2027", "2027年7月24日–25日"),
        (date(2027, 12, 30), date(2028, 1, 2), "30 Dec 2027 – 2 Jan 2028", "2027年12月30日–2028年1月2日"),
        (DAY, DAY, "20 Jul 2027", "2027年7月20日"),
    ],
)
def test_ranges_of_days(first: date, last: date, english: str, japanese: str) -> None:
    assert days_text(first, last, "en") == english
    assert days_text(first, last, "ja") == japanese


@pytest.mark.parametrize(
    ("day", "hour", "english", "japanese"),
    [
        (date(2027, 7, 28), time(0, 15), "night of Tue 27 to Wed 28 Jul", "7月27日(火)から28日(水)にかけての夜"),
        (date(2027, 8, 1), time(4, 59), "night of Sat 31 Jul to Sun 1 Aug", "7月31日(土)から8月1日(日)にかけての夜"),
        (date(2027, 8, 1), time(5), "", ""),
    ],
)
def test_a_time_in_the_small_hours_says_its_night(day: date, hour: time, english: str, japanese: str) -> None:
    wall = WallTime(day, hour, "America/New_York")
    assert (night_text(wall, "en"), night_text(wall, "ja")) == (english, japanese)


def test_ranges_with_weekdays_without_the_year_and_on_paper() -> None:
    first, last = date(2027, 7, 22), date(2027, 8, 2)
    assert days_text(first, last, "en", weekdays=True) == "Thu 22 Jul – Mon 2 Aug 2027"
    assert days_text(first, last, "ja", weekdays=True, paper=True) == "2027年7月22日(木)〜8月2日(月)"
    assert days_text(first, last, "en", year=False) == "22 Jul – 2 Aug"
    assert days_text(date(2027, 7, 24), date(2027, 7, 25), "ja", year=False) == "7月24日–25日"


@pytest.mark.parametrize(
    ("minutes", "english", "japanese"),
    [(770, "12 h 50 min", "12時間50分"), (120, "2 h", "2時間"), (45, "45 min", "45分"), (0, "0 min", "0分"),
     (-10, "−10 min", "−10分"), (1800, "30 h", "30時間")],
)  # fmt: skip
def test_durations(minutes: int, english: str, japanese: str) -> None:
    assert duration_text(timedelta(minutes=minutes), "en") == english
    assert duration_text(timedelta(minutes=minutes), "ja") == japanese


def test_both_clocks() -> None:
    evening = WallTime(DAY, time(19), NEW_YORK)
    assert both_clocks_text(evening, TOKYO, "en") == "Tue 7:00 PM EDT · Wed 8:00 AM JST"
    assert both_clocks_text(evening, TOKYO, "ja") == "火 19:00 EDT · 水 8:00 JST"
    morning = WallTime(DAY, time(7), NEW_YORK)
    assert both_clocks_text(morning, TOKYO, "en") == "Tue 7:00 AM EDT · 8:00 PM JST"


def test_a_missing_hour_stands_alone_and_a_doubled_one_without_letters() -> None:
    missing = WallTime(date(2027, 3, 14), time(2, 30), NEW_YORK)
    assert both_clocks_text(missing, TOKYO, "en") == "Sun 2:30 AM"
    doubled = WallTime(date(2026, 11, 1), time(1, 30), NEW_YORK)
    assert wall_text(doubled, "en", "short") == "Sun 1 Nov, 1:30 AM"
    chosen = [wall_text(doubled.with_fold(fold), "en", None) for fold in (0, 1)]
    assert chosen == ["1:30 AM EDT", "1:30 AM EST"]


def test_words_of_journeys() -> None:
    assert [day_shift_text(n, "en") for n in (-2, -1, 0, 1, 2)] == [
        "2 days earlier", "the day before", "same day", "next day", "2 days later"]  # fmt: skip
    assert [day_shift_text(n, "ja") for n in (-1, 0, 1, 2)] == ["前日", "同日", "翌日", "2日後"]
    assert [ahead_text(n, "en") for n in (13, 1, 0, -1, 9.5)] == [
        "13 hours ahead", "1 hour ahead", "same time", "1 hour behind", "9.5 hours ahead"]  # fmt: skip
    assert ahead_text(-13, "ja") == "13時間遅れています"


def test_calendars_words() -> None:
    assert [weekday_text(n, "en") for n in (0, 6)] == ["Mon", "Sun"]
    assert [weekday_text(n, "ja", long=True) for n in (0, 6)] == ["月曜日", "日曜日"]
    assert (fiscal_year_text(2027, "en"), fiscal_year_text(2027, "ja")) == ("fiscal year 2027", "令和9年度")
    assert fiscal_year_text(2019, "ja") == "平成31年度"


def test_zones_are_named_after_their_city() -> None:
    assert (zone_text(NEW_YORK, "en"), zone_text(NEW_YORK, "ja")) == ("New York", "ニューヨーク")
    assert zone_text("America/Indiana/Tell_City", "en")
    assert zone_text("Mars/Olympus", "ja") == "Olympus"


def test_whatever_tells_time() -> None:
    assert moment_text(datetime(2027, 7, 20, 19), "", "en") == "Tue 20 Jul 2027, 7:00 PM"
    assert moment_text(datetime(2027, 7, 20, 19), "short", "ja") == "7月20日(火) 19:00"
    assert moment_text(WallTime(DAY, time(19), TOKYO), "clock", "en") == "7:00 PM JST"
    with pytest.raises(TypeError, match="tells no time"):
        moment_text("noon", "", "en")
