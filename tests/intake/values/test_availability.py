"""When interpreters can come, as people really write it; what is half understood is never silently taken for more."""

import datetime as dt

import pytest

from planner.intake.values.availability import Free, read_availability
from planner.intake.values.dates import Frame
from planner.intake.values.reading import Doubt

FRAME = Frame(dt.date(2027, 7, 22), dt.date(2027, 8, 1))


def told(free: tuple[Free, ...]) -> str:
    """Days and hours in short: ``"23 9-12, 24, 25 13-"``; days in a row with the same hours as ``22..25``."""
    parts: list[tuple[int, int, str]] = []
    for one in free:
        day = (one.on - dt.date(2027, 7, 1)).days + 1
        hours = "" if one.start is one.end is None else f" {_hour(one.start)}-{_hour(one.end)}"
        if parts and parts[-1][1:] == (day - 1, hours):
            parts[-1] = (parts[-1][0], day, hours)
        else:
            parts.append((day, day, hours))
    return ", ".join(f"{first if first == last else f'{first}..{last}'}{hours}" for first, last, hours in parts)


def _hour(at: dt.time | None) -> str:
    return "" if at is None else f"{at.hour}" + (f":{at.minute:02}" if at.minute else "")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        # Days with hours of their own.
        ("weekdays after 5pm, weekends any time", "22..23 17-, 24..25, 26..30 17-, 31..32"),
        ("7/24 morning and 7/25 afternoon", "24 -12, 25 12-"),
        ("July 23-25 from 10am to 3pm, and July 30 in the evening", "23..25 10-15, 30 17-"),
        ("Saturday mornings and Sunday afternoons", "24 -12, 25 12-, 31 -12, 32 12-"),
        ("Tuesdays and Thursdays 4-8pm, Saturdays all day", "22 16-20, 24, 27 16-20, 29 16-20, 31"),
        ("7/23 10:00-12:00 / 7/24 13:00-15:00", "23 10-12, 24 13-15"),
        ("7/23 9:00-12:00, 13:00-17:00", "23 9-12, 23 13-17"),
        ("7月23日午後、24日終日", "23 12-, 24"),
        ("平日は18時以降、土日は終日可", "22..23 18-, 24..25, 26..30 18-, 31..32"),
        ("7/23・24・26は12時以降、7/30は終日", "23..24 12-, 26 12-, 30"),
        ("土曜終日、日曜は13時から", "24, 25 13-, 31, 32 13-"),
        ("23日(金)午前のみ可、24日(土)不可、25日(日)終日可", "23 -12, 25"),
        # Hours alone, short, or by parts of the day.
        ("Mon-Wed 9-12", "26..28 9-12"),
        ("between 10 and 4 on the 23rd", "23 10-16"),
        ("23 July, 2-5pm", "23 14-17"),
        ("7/23 noon to 5", "23 12-17"),
        ("7/23 1300-1700", "23 13-17"),
        ("7/24 -12:00", "24 -12"),
        ("7/24 8:00-", "24 8-"),
        ("7/24 10:00 - midnight", "24 10-"),
        ("7/23 22:00-1:00", "23 22-1"),
        ("7/23am, 7/24pm", "23 -12, 24 12-"),
        ("23日AM、24日PM", "23 -12, 24 12-"),
        ("7/30 (pm)", "30 12-"),
        ("July 23 (9-12, 14-17)", "23 9-12, 23 14-17"),
        ("23日から25日、27日（午後のみ）", "23..25 12-, 27 12-"),
        ("16時以降ならいつでも", "22..32 16-"),
        ("Any evening after 6, weekends ok", "22..23 18-, 24..25, 26..30 18-, 31..32"),
        ("Mon-Wed 9 to 5, Fri 9 to noon", "23 9-12, 26..28 9-17, 30 9-12"),
        ("7/31 from 4:30p", "31 16:30-"),
        ("22-24 July am only; 30 July pm", "22..24 -12, 30 12-"),
        ("23, 24 & 26 July", "23..24, 26"),
        ("Fri 23, Sat 24 afternoon", "23..24 12-"),
        ("7/22-7/25: mornings; 7/26-: any time", "22..25 -12, 26..32"),
        ("last two days only", "31..32"),
        ("7/23,24,26の12時以降", "23..24 12-, 26 12-"),
        ("24日（土）は一日OK", "24"),
        ("23日は午前中のみ可。25日以降は終日OK", "23 -12, 25..32"),
        ("木・金の午後", "22..23 12-, 29..30 12-"),
        ("毎日10:00～15:00", "22..32 10-15"),
        # What is refused or excepted.
        ("not available July 26", "22..25, 27..32"),
        ("unavailable 7/26 and 7/27, otherwise free", "22..25, 28..32"),
        ("any day but Sunday", "22..24, 26..31"),
        ("Everything but Sunday, until 9 pm", "22..24 -21, 26..31 -21"),
        ("July 23rd–26th excl. the 25th", "23..24, 26"),
        ("23rd and 24th, rest of the visit no", "23..24"),
        ("Fri 7/23 & Sat 7/24 all day; Sun 7/25 not available", "23..24"),
        ("7/23: 9am-12pm; 7/24: n/a; 7/25: all day", "23 9-12, 25"),
        ("every day 9am-5pm except 7/27", "22..26 9-17, 28..32 9-17"),
        ("7/23-7/25 except mornings", "23..25 12-"),
        ("no weekends", "22..23, 26..30"),
        ("7/23 9-12, otherwise free", "22, 23 9-12, 24..32"),
        ("7/27は不可、それ以外は可", "22..26, 28..32"),
        ("24日は不可。それ以外は終日可", "22..23, 25..32"),
        ("7/24 午前は不可", "22..23, 24 12-, 25..32"),
        ("7/22～28（25日を除く）午後のみ", "22..24 12-, 26..28 12-"),
        ("9:00～17:00（7/25を除く）", "22..24 9-17, 26..32 9-17"),
        ("7月26日を除く全日程", "22..25, 27..32"),
        ("日曜以外いつでも", "22..24, 26..31"),
    ],
)
def test_it_is_understood_whole(words: str, days: str) -> None:
    reading = read_availability(words, FRAME)
    assert (told(reading.value), reading.rest, reading.doubts) == (days, "", ())


@pytest.mark.parametrize(
    "words",
    [
        "flexible", "TBD", "要相談", "未定", "7/23?", "23日○ 24日× 25日△", "maybe the 25th", "22日13:00～23日12:00",
        "7/22 evening until 7/24 morning", "available", "前半のみ", "I work 9-5 weekdays, otherwise free",
        "Free all week except Tues 7/27 (dentist 2pm)", "until Wed 28 noon", "7月30日は9時〜15時、前日は不可",
        "初日と最終日以外",
    ],
)  # fmt: skip
def test_what_promises_nothing_certain_is_left_to_somebody(words: str) -> None:
    reading = read_availability(words, FRAME)
    assert (reading.value, reading.rest) == ((), words)


@pytest.mark.parametrize(
    ("words", "days", "rest"),
    [
        ("Available 7/22–7/26; after that only evenings", "22..26", "after that only evenings"),
        ("weekdays after work (5:30 pm)", "22..23 17:30-, 26..30 17:30-", "after work"),
        ("7/24 if my boss agrees", "24", "if my boss agrees"),
        ("期間中可（ただし27日の午後は除く）", "22..26, 27 -12, 28..32", "期間中可（ただし27日の午後は除く）"),
    ],
)
def test_what_is_left_over_goes_to_review_beside_what_was_understood(words: str, days: str, rest: str) -> None:
    reading = read_availability(words, FRAME)
    assert (told(reading.value), reading.rest) == (days, rest)


def test_a_guess_at_the_half_of_the_day_is_pointed_out() -> None:
    reading = read_availability("anytime after 3", FRAME)
    assert told(reading.value) == "22..32 15-"
    assert reading.doubts == (Doubt.HALF_DAY_ASSUMED,)
