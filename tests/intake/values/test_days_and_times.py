"""Days and times in the spellings that forms and programmes really have."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.intake.values.availability import Free, read_availability
from planner.intake.values.dates import (
    DayOrder,
    Frame,
    both_readings,
    read_birth_date,
    read_date,
    readings_of,
    stated_orders,
)
from planner.intake.values.daylists import read_stretch
from planner.intake.values.nights import read_nights_off
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.times import Clock, Moment, read_moment
from planner.intake.values.zones import zone_of

FRAME = Frame(dt.date(2027, 7, 22), dt.date(2027, 8, 1))
NEAR = ("America/New_York", "Asia/Tokyo")


def july(*days: int) -> list[dt.date]:
    return [dt.date(2027, 7, day) for day in days]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("平成25年4月12日", (2013, 4, 12)),
        ("H25.6.3", (2013, 6, 3)),
        ("h25/6/3", (2013, 6, 3)),
        ("Ｈ２５．６．３", (2013, 6, 3)),
        ("㍻25年4月12日", (2013, 4, 12)),
        ("昭和60年5月20日", (1985, 5, 20)),
        ("S63.2.1", (1988, 2, 1)),
        ("令和元年5月1日", (2019, 5, 1)),
        ("R9.7.22", (2027, 7, 22)),
        ("大正3年1月5日", (1914, 1, 5)),
        ("2012年11月5日", (2012, 11, 5)),
        ("2013/1/9", (2013, 1, 9)),
        ("２０１２／９／３０", (2012, 9, 30)),
        ("2012.8.17", (2012, 8, 17)),
        ("1990-12-11", (1990, 12, 11)),
        ("20130412", (2013, 4, 12)),
        ("2013-04-12 00:00:00", (2013, 4, 12)),
        ("3/14/2027", (2027, 3, 14)),
        ("14/3/2027", (2027, 3, 14)),
        ("12/25/98", (1998, 12, 25)),
        ("July 28", (2027, 7, 28)),
        ("Jul. 28th", (2027, 7, 28)),
        ("28 July 2012", (2012, 7, 28)),
        ("Thu July 22", (2027, 7, 22)),
        ("Thursday, July 22, 2027", (2027, 7, 22)),
        ("7/22", (2027, 7, 22)),
        ("7月22日(木)", (2027, 7, 22)),
        ("７月２２日（木）", (2027, 7, 22)),
        ("2/29/2012", (2012, 2, 29)),
        ("8/8/2012", (2012, 8, 8)),
        ("平25.4.1", (2013, 4, 1)),
        ("昭63.1.2", (1988, 1, 2)),
        ("令元.5.1", (2019, 5, 1)),
        ("平成二十五年四月十日", (2013, 4, 10)),
        ("二〇二七年七月二十日", (2027, 7, 20)),
        ("平成25年(2013年)4月1日", (2013, 4, 1)),
        ("2013年（平成25年）4月1日", (2013, 4, 1)),
        ("西暦2013年4月1日生まれ", (2013, 4, 1)),
        ("2013/4/1 0:00", (2013, 4, 1)),
        ("Apr.1,2013", (2013, 4, 1)),
        ("20-Jul-27", (2027, 7, 20)),
        ("3/14/27", (2027, 3, 14)),
    ],
)
def test_days(words: str, day: tuple[int, int, int]) -> None:
    reading = read_date(words, FRAME)
    assert (reading.value, reading.rest, reading.doubts) == (dt.date(*day), "", ())


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("3/4/2027", Doubt.DATE_AMBIGUOUS),
        ("27/7/20", Doubt.DATE_AMBIGUOUS),  # 20 July 2027 in Japan, 27 July 2020 elsewhere
        ("2/30/2027", Doubt.DATE_IMPOSSIBLE),
        ("平成25年2月30日", Doubt.DATE_IMPOSSIBLE),
        ("H40.1.1", Doubt.DATE_IMPOSSIBLE),
        ("31 February 2012", Doubt.DATE_IMPOSSIBLE),
    ],
)
def test_days_that_cannot_be_decided_stay_word_for_word(words: str, doubt: Doubt) -> None:
    reading = read_date(words, FRAME)
    assert (reading.value, reading.rest, reading.doubts) == (None, words, (doubt,))


def test_a_day_of_the_wrong_weekday_is_doubted() -> None:
    reading = read_date("Fri July 22", FRAME)
    assert (reading.value, reading.doubts) == (dt.date(2027, 7, 22), (Doubt.WEEKDAY_DIFFERS,))


def test_an_era_that_people_went_on_writing_is_understood_with_a_doubt() -> None:
    reading = read_date("平成31年5月1日", FRAME)
    assert (reading.value, reading.doubts) == (dt.date(2019, 5, 1), (Doubt.DATE_IMPOSSIBLE,))


@pytest.mark.parametrize("words", ["2012Sep5", "4月1日2013年", "元年5月1日", "7月20日 2013"])
def test_a_year_that_is_not_understood_is_not_guessed(words: str) -> None:
    assert read_date(words, FRAME) == Reading(None, words)


def test_a_second_day_is_not_taken_for_a_count_of_days() -> None:
    reading = read_date("7月23日～25日", FRAME)
    assert (reading.value, reading.rest) == (dt.date(2027, 7, 23), "～25日")
    assert read_date("7月23日（2日目）", FRAME).rest == ""


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("7月23日～25日", 23, 25),
        ("7/23～7/25", 23, 25),
        ("July 23-25", 23, 25),
        ("20日～23日", 20, 23),
        ("24〜26日", 24, 26),
        ("２３日（金）", 23, 23),
    ],
)
def test_stretches_of_days(words: str, first: int, last: int) -> None:
    assert read_stretch(words, FRAME) == (dt.date(2027, 7, first), dt.date(2027, 7, last))


@pytest.mark.parametrize("words", ["7/23, 7/25", "23日（月）", "7/23 lunch", "soon", "3/4/2027 - 3/6/2027"])
def test_what_is_no_stretch_of_days(words: str) -> None:
    assert read_stretch(words, FRAME) is None


def test_what_follows_a_day_is_left_over() -> None:
    assert read_date("2013/1/9 たぶん", FRAME).rest == "たぶん"
    assert read_date("soon", FRAME).rest == "soon"


def test_neighbours_decide_between_march_and_april() -> None:
    assert stated_orders(["3/4/2027", "3/14/2027"]) == {DayOrder.MONTH_FIRST}
    assert stated_orders(["3/4/2027", "14/3/2027"]) == {DayOrder.DAY_FIRST}
    assert stated_orders(["3/4/2027", "4/4/2027", "2027/3/14"]) == set()
    assert both_readings("3/4/2027") == (dt.date(2027, 3, 4), dt.date(2027, 4, 3))
    assert both_readings("3/14/2027") is None
    assert stated_orders(["27/7/20", "85/03/02"]) == {DayOrder.YEAR_FIRST}
    assert list(readings_of("27/7/20")) == [DayOrder.DAY_FIRST, DayOrder.YEAR_FIRST]
    assert len(readings_of("4/12/13")) == 3
    assert list(readings_of("5/5/13")) == [DayOrder.MONTH_FIRST, DayOrder.YEAR_FIRST]
    decided = Frame(FRAME.first_day, FRAME.last_day, DayOrder.DAY_FIRST)
    assert read_date("3/4/2027", decided).value == dt.date(2027, 4, 3)


def test_a_year_that_is_not_written_is_the_one_nearest_to_the_visit() -> None:
    new_year = Frame(dt.date(2027, 12, 27), dt.date(2028, 1, 4))
    assert read_date("Dec 28", new_year).value == dt.date(2027, 12, 28)
    assert read_date("Jan 2", new_year).value == dt.date(2028, 1, 2)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("8:30", Moment(Clock(dt.time(8, 30), half_day_said=False))),
        ("18:30", Moment(Clock(dt.time(18, 30)))),
        ("5:30 AM", Moment(Clock(dt.time(5, 30)))),
        ("2:55 PM", Moment(Clock(dt.time(14, 55)))),
        ("12:00 AM", Moment(Clock(dt.time(0)))),
        ("12:40 p.m.", Moment(Clock(dt.time(12, 40)))),
        ("5pm", Moment(Clock(dt.time(17)))),
        ("noon", Moment(Clock(dt.time(12)))),
        ("正午", Moment(Clock(dt.time(12)))),
        ("midnight", Moment(Clock(dt.time(0), 1))),
        ("15時30分", Moment(Clock(dt.time(15, 30)))),
        ("午後3時", Moment(Clock(dt.time(15)))),
        ("午後３時半", Moment(Clock(dt.time(15, 30)))),
        ("午前10:30", Moment(Clock(dt.time(10, 30)))),
        ("24:00", Moment(Clock(dt.time(0), 1))),
        ("25:30", Moment(Clock(dt.time(1, 30), 1))),
        ("0830", Moment(Clock(dt.time(8, 30)))),
        ("１１：００", Moment(Clock(dt.time(11), half_day_said=False))),
        ("11:00 (Tokyo)", Moment(Clock(dt.time(11), half_day_said=False), zone="Asia/Tokyo")),
        ("10:50 AM (New York)", Moment(Clock(dt.time(10, 50)), zone="America/New_York")),
        ("18:30 JST", Moment(Clock(dt.time(18, 30)), zone="Asia/Tokyo")),
        ("about 5 p.m. EDT", Moment(Clock(dt.time(17)), zone="America/New_York")),
        (
            "Mon Aug 2 3:55 PM (Tokyo)",
            Moment(Clock(dt.time(15, 55)), dt.date(2027, 8, 2), "Asia/Tokyo"),
        ),
    ],
)
def test_times(words: str, moment: Moment) -> None:
    reading = read_moment(words, FRAME, NEAR)
    assert (reading.value, reading.rest) == (moment, "")


@pytest.mark.parametrize("words", ["TBD", "morning", "after lunch", "夕方", "25:99", "13時70分"])
def test_times_that_are_none_stay_word_for_word(words: str) -> None:
    reading = read_moment(words, FRAME, NEAR)
    assert (reading.value.clock, reading.rest) == (None, words)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Tokyo", "Asia/Tokyo"),
        ("東京", "Asia/Tokyo"),
        ("品川区", "Asia/Tokyo"),
        ("日本時間", "Asia/Tokyo"),
        ("HND", "Asia/Tokyo"),
        ("New York", "America/New_York"),
        ("Eastern time", "America/New_York"),
        ("Portland", "America/New_York"),
        ("Portland, OR", "America/Los_Angeles"),
        ("Portland, Oregon", "America/Los_Angeles"),
        ("Chicago", "America/Chicago"),
        ("Phoenix", "America/Phoenix"),
        ("Honolulu", "Pacific/Honolulu"),
        ("現地時間", "America/New_York"),
        ("Atlantis", None),
        ("", None),
        ("Mars/Olympus", None),
    ],
)
def test_zone_words(words: str, zone: str | None) -> None:
    assert zone_of(words, NEAR) == zone


def test_the_visits_own_zone_decides_what_letters_mean() -> None:
    assert zone_of("MST", ("America/Phoenix", "Asia/Tokyo")) == "America/Phoenix"
    assert zone_of("MST", NEAR) == "America/Denver"
    assert zone_of("Portland", ("America/Los_Angeles", "Asia/Tokyo")) == "America/Los_Angeles"


@pytest.mark.parametrize(
    ("words", "days", "reason"),
    [
        ("July 24-25 (family wedding)", july(24, 25), "family wedding"),
        ("July 30, 31", july(30, 31), ""),
        ("July 22, 23", july(22, 23), ""),
        ("7/24〜7/26", july(24, 25, 26), ""),
        ("7/24-26", july(24, 25, 26), ""),
        ("July 30 - Aug 1", [*july(30, 31), dt.date(2027, 8, 1)], ""),
        ("July 24 and 25, visiting family", july(24, 25), "visiting family"),
        ("7月24日、25日は旅行", july(24, 25), ""),
        ("24日は不可", july(24), ""),
        ("first two nights", july(22, 23), ""),
        ("last night", july(31), ""),
        ("after July 29", [*july(30, 31), dt.date(2027, 8, 1)], ""),
        ("out of town July 24 to 26", july(24, 25, 26), ""),
        ("none", [], ""),
        ("なし", [], ""),
    ],
)
def test_nights_off(words: str, days: list[dt.date], reason: str) -> None:
    reading = read_nights_off(words, FRAME)
    assert reading.value.nights == tuple((day, reason) for day in days)
    assert (reading.value.backup, reading.rest) == (False, "")


def test_a_family_that_would_rather_be_a_backup_can_host_any_night() -> None:
    reading = read_nights_off("prefer to be backup, any night", FRAME)
    assert (reading.value.nights, reading.value.backup, reading.rest) == ((), True, "")


def test_nights_outside_the_visit_and_unsure_ones_are_pointed_out() -> None:
    outside = read_nights_off("Aug 10", FRAME)
    assert (outside.value.nights, outside.doubts) == ((), (Doubt.OUTSIDE_VISIT,))
    unsure = read_nights_off("Maybe the 25th", FRAME)
    assert (unsure.value.nights, unsure.rest) == (((dt.date(2027, 7, 25), "Maybe"),), "Maybe")


def hours(reading: tuple[Free, ...]) -> set[tuple[dt.time | None, dt.time | None]]:
    return {(free.start, free.end) for free in reading}


@pytest.mark.parametrize(
    ("words", "days", "start", "end"),
    [
        ("7/22 to 7/28, not Sunday", july(22, 23, 24, 26, 27, 28), None, None),
        ("7/22-8/1 (travels with the team)", [*july(*range(22, 32)), dt.date(2027, 8, 1)], None, None),
        ("weekdays after 5pm", july(22, 23, 26, 27, 28, 29, 30), dt.time(17), None),
        ("平日 18:00以降", july(22, 23, 26, 27, 28, 29, 30), dt.time(18), None),
        ("土日のみ", [*july(24, 25, 31), dt.date(2027, 8, 1)], None, None),
        ("日曜以外", july(22, 23, 24, 26, 27, 28, 29, 30, 31), None, None),
        ("日曜は不可", july(22, 23, 24, 26, 27, 28, 29, 30, 31), None, None),
        ("7/23, 7/24 mornings", july(23, 24), None, dt.time(12)),
        ("7月23日 9時から17時まで", july(23), dt.time(9), dt.time(17)),
        ("July 24 1:00 PM - 3:00", july(24), dt.time(13), dt.time(15)),
        ("any day", [*july(*range(22, 32)), dt.date(2027, 8, 1)], None, None),
        ("いつでも", [*july(*range(22, 32)), dt.date(2027, 8, 1)], None, None),
    ],
)
def test_availability(words: str, days: list[dt.date], start: dt.time | None, end: dt.time | None) -> None:
    reading = read_availability(words, FRAME)
    assert [free.on for free in reading.value] == days
    assert hours(reading.value) == {(start, end)}
    assert reading.rest == ""


def test_availability_with_hours_of_its_own_for_each_part() -> None:
    noon = dt.time(12)
    reading = read_availability("Jul 23, 24, 26, 28 after 12:00; Jul 30 all day", FRAME)
    assert reading.value == (*(Free(day, noon) for day in july(23, 24, 26, 28)), Free(july(30)[0]))
    reading = read_availability("7/23 9:00-17:00; 7/31 16:00-22:00", FRAME)
    assert reading.value == (
        Free(july(23)[0], dt.time(9), dt.time(17)),
        Free(july(31)[0], dt.time(16), dt.time(22)),
    )
    assert read_availability("call me first", FRAME).rest == "call me first"


@pytest.mark.parametrize(
    ("words", "nights"),
    [
        ("24〜26日は不可", july(24, 25, 26)),
        ("25、26日", july(25, 26)),
        ("25日、26日と28日", july(25, 26, 28)),
        ("20日～23日", july(22, 23)),  # the first two lie before the visit
        ("２９日から３１日（法事）", july(29, 30, 31)),
    ],
)
def test_nights_whose_sign_for_a_day_stands_only_once(words: str, nights: list[dt.date]) -> None:
    reading = read_nights_off(words, FRAME)
    assert [night for night, _ in reading.value.nights] == nights
    assert reading.rest == ""


def test_days_without_a_month_are_no_days_of_an_interpreter_who_refuses_them() -> None:
    free = [one.on for one in read_availability("24〜26日は不可", FRAME).value]
    assert free == [*july(22, 23), *july(27, 28, 29, 30, 31), dt.date(2027, 8, 1)]


def test_the_half_of_the_day_may_come_first() -> None:
    assert read_moment("PM 3:00", FRAME) == Reading(Moment(Clock(dt.time(15))))


def test_a_birthday_that_has_become_a_bare_number_is_understood_and_doubted() -> None:
    today = dt.date(2027, 7, 1)
    for words in ("41000", "41000.0", "４１０００"):
        assert read_birth_date(words, FRAME, today) == Reading(dt.date(2012, 4, 1), "", (Doubt.DATE_COUNTED,))
    # No day of birth: of the future, too short or too long to be told from a year or a telephone number, or words.
    for words in ("46700", "9999", "410001", "Room 41000"):
        assert read_birth_date(words, FRAME, today).value is None
    assert read_birth_date("2013/1/9", FRAME, today) == Reading(dt.date(2013, 1, 9))
