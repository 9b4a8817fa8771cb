"""Days, times, spans and durations, as an American or a Japanese reader writes them (domain.md §2.13, ui.md).

The names of days and months stand here: Babel's locale data would take longer to load than the whole
window may take to open, and its patterns change with its versions ("7:00\\u202fPM"), which a paper must not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from planner.clock import WallTime, era_year, shown_elsewhere, zone_letters
from planner.clock.legs import is_small_hours
from planner.clock.zones import in_zone
from planner.language.marking import N_, N_plural
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.model.message import PlannerError

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS_JA = "月火水木金土日"


def _short_weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()][:3]


def _short_month(day: date) -> str:
    return _MONTHS[day.month - 1][:3]


def _weekday_ja(day: date) -> str:
    return _WEEKDAYS_JA[day.weekday()]


def _official_ja(day: date) -> str:
    era, year = era_year(day)
    first = "元" if year == 1 else str(year)
    return f"{term(era, 'ja')}{first}年{day.month}月{day.day}日"


FORMS: dict[str, dict[str, Callable[[date], str]]] = {
    "": {
        "en": lambda d: f"{_short_weekday(d)} {d.day} {_short_month(d)} {d.year}",
        "ja": lambda d: f"{d.year}年{d.month}月{d.day}日({_weekday_ja(d)})",
    },
    "short": {
        "en": lambda d: f"{_short_weekday(d)} {d.day} {_short_month(d)}",
        "ja": lambda d: f"{d.month}月{d.day}日({_weekday_ja(d)})",
    },
    "narrow": {
        "en": lambda d: f"{_short_weekday(d)} {d.day}",
        "ja": lambda d: f"{d.day}日({_weekday_ja(d)})",
    },
    "table": {
        "en": lambda d: f"{_short_weekday(d)} {d.day} {_short_month(d)}",
        "ja": lambda d: f"{d.month}/{d.day}({_weekday_ja(d)})",
    },
    "long": {
        "en": lambda d: f"{_WEEKDAYS[d.weekday()]} {d.day} {_MONTHS[d.month - 1]} {d.year}",
        "ja": lambda d: f"{d.year}年{d.month}月{d.day}日 {_weekday_ja(d)}曜日",
    },
    "plain": {
        "en": lambda d: f"{d.day} {_short_month(d)} {d.year}",
        "ja": lambda d: f"{d.year}年{d.month}月{d.day}日",
    },
    "written": {
        "en": lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}",
        "ja": lambda d: f"{d.year}年{d.month}月{d.day}日",
    },
    "day-month": {
        "en": lambda d: f"{d.day} {_short_month(d)}",
        "ja": lambda d: f"{d.month}月{d.day}日",
    },
    "day-long-month": {
        "en": lambda d: f"{d.day} {_MONTHS[d.month - 1]}",
        "ja": lambda d: f"{d.month}月{d.day}日",
    },
    "weekday": {"en": _short_weekday, "ja": _weekday_ja},
    "long-weekday": {
        "en": lambda d: _WEEKDAYS[d.weekday()],
        "ja": lambda d: f"{_weekday_ja(d)}曜日",
    },
    "month": {"en": lambda d: _MONTHS[d.month - 1], "ja": lambda d: f"{d.month}月"},
    "month-year": {
        "en": lambda d: f"{_MONTHS[d.month - 1]} {d.year}",
        "ja": lambda d: f"{d.year}年{d.month}月",
    },
    "official": {
        "en": lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}",
        "ja": _official_ja,
    },
}
"""The ways to write a day, by name; also what may stand after the colon of a figure: ``{on:short}``.

====================  ======================  =======================
``""`` (the usual)    Tue 20 Jul 2027         2027年7月20日(火)
``short``             Tue 20 Jul              7月20日(火)
``narrow``            Tue 20                  20日(火)
``table``             Tue 20 Jul              7/20(火)  (行程表)
``long``              Tuesday 20 July 2027    2027年7月20日 火曜日
``plain``             20 Jul 2027             2027年7月20日
``written``           20 July 2027            2027年7月20日
``day-month``         20 Jul                  7月20日
``day-long-month``    20 July                 7月20日
``weekday``           Tue                     火
``long-weekday``      Tuesday                 火曜日
``month``             July                    7月
``month-year``        July 2027               2027年7月
``official``          20 July 2027            令和9年7月20日
====================  ======================  =======================
"""

TIME_FORMS = ("", "paper", "24h")
"""The ways to write a time: 4:20 PM; on paper 4:20 pm, noon; 24h 04:20. In Japanese 4:20, 24h 04:20."""


def day_text(day: date, language: str, form: str = "") -> str:
    """Write a day in one of the `FORMS`."""
    return FORMS[form][language](day)


def weekday_text(weekday: int, language: str, *, long: bool = False) -> str:
    """Write a weekday, 0 Monday to 6 Sunday: "Tue" or "Tuesday", 「火」 or 「火曜日」."""
    return day_text(date(2024, 1, 1 + weekday), language, "long-weekday" if long else "weekday")


def fiscal_year_text(year: int, language: str) -> str:
    """Write a Japanese fiscal year: "fiscal year 2027", 「令和9年度」."""
    if language == "ja":
        era, number = era_year(date(year, 4, 1))
        return f"{term(era, 'ja')}{'元' if number == 1 else number}年度"
    return speaker(language).tr(N_("fiscal year {year}"), year=year)


def time_parts(at: time, language: str, form: str = "") -> tuple[str, str]:
    """Write a time in two parts, which papers set in two sizes: ("4:20", "pm"), ("16:20", "").

    On paper noon is ("12:00", "noon") and 0:00 ("12:00", "midnight").
    """
    if form == "24h":
        return f"{at.hour:02}:{at.minute:02}", ""
    if language == "ja":
        return f"{at.hour}:{at.minute:02}", ""
    figures = f"{(at.hour - 1) % 12 + 1}:{at.minute:02}"
    half = "AM" if at.hour < 12 else "PM"
    if form != "paper":
        return figures, half
    if at.minute == 0 and at.hour in (0, 12):
        return figures, "noon" if at.hour else "midnight"
    return figures, half.lower()


def time_text(at: time, language: str, form: str = "") -> str:
    """Write a time in one of the `TIME_FORMS`; noon and midnight on paper are words."""
    figures, half = time_parts(at, language, form)
    if half in ("noon", "midnight"):
        return half
    return f"{figures} {half}" if half else figures


def hour_text(hour: int, language: str) -> str:
    """Write a full hour on a ruler: "8 AM", 「8:00」."""
    at = time(hour % 24)
    return time_text(at, language) if language == "ja" else time_text(at, language).replace(":00", "")


def span_text(start: time, end: time | None, language: str, form: str = "") -> str:
    """Write from when to when: "4:00–5:30 PM", 「16:00–17:30」; on paper "10:30–noon", 「16:00〜17:30」.

    Without an end, the start alone.
    """
    if end is None:
        return time_text(start, language, form)
    if language == "ja":
        return (_WAVE if form == "paper" else "–").join(time_text(at, language, form) for at in (start, end))
    figures, half = time_parts(start, language, form)
    _, end_half = time_parts(end, language, form)
    shared = half == end_half or (half, end_half) == ("am", "noon")
    return f"{figures if shared else time_text(start, language, form)}–{time_text(end, language, form)}"


_WAVE = "\u301c"


def days_text(
    first: date, last: date, language: str, *, weekdays: bool = False, year: bool = True, paper: bool = False
) -> str:
    """Write from which day to which: "22 Jul – 1 Aug 2027", 「2027年7月22日–8月1日」 (on paper with 〜).

    `weekdays` adds them to both, `year` False leaves the year away.
    """
    if first == last:
        return day_text(first, language, _RANGE_ENDS[weekdays, year])
    if language == "ja":
        start = day_text(first, language, _RANGE_ENDS[weekdays, year])
        end = day_text(last, language, _RANGE_ENDS[weekdays, year and first.year != last.year])
        if (first.year, first.month) == (last.year, last.month):
            end = end.partition("月")[2]
        return f"{start}{_WAVE if paper else '–'}{end}"
    end = day_text(last, language, _RANGE_ENDS[weekdays, year])
    if not weekdays and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{day_text(first, language, _RANGE_ENDS[weekdays, year and first.year != last.year])} – {end}"


_RANGE_ENDS = {
    (True, True): "", (True, False): "short", (False, True): "plain", (False, False): "day-month",
}  # fmt: skip


def night_text(at: WallTime, language: str) -> str:
    """Write the night that a time in the small hours is in: "night of Tue 27 to Wed 28 Jul",
    「7月27日(火)から28日(水)にかけての夜」; nothing for other times.

    Beside "12:15 am" it says which night is meant, so that nobody comes a day late.
    """
    if not is_small_hours(at):
        return ""
    eve, day = at.on - timedelta(days=1), at.on
    # The month stands once where both have the same.
    forms = ["short", "short"] if eve.month != day.month else ["narrow", "short"]
    eve_words, day_words = (
        day_text(each, language, form)
        for each, form in zip((eve, day), forms if language == "en" else reversed(forms), strict=True)
    )
    return speaker(language).tr(N_("night of {eve} to {day}"), eve=eve_words, day=day_words)


def duration_text(duration: timedelta, language: str) -> str:
    """Write a duration to the minute: "12 h 50 min", 「12時間50分」; a negative one with −."""
    minutes = round(abs(duration).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    hour, minute, between = ("時間", "分", "") if language == "ja" else (" h", " min", " ")
    parts = [f"{hours}{hour}"] * bool(hours) + [f"{rest}{minute}"] * bool(rest or not hours)
    return ("−" if minutes and duration < timedelta() else "") + between.join(parts)


def day_shift_text(days: int, language: str) -> str:
    """Write how the date jumps on a journey: "same day", "next day", "2 days later", "the day before"."""
    here = speaker(language)
    if days in _SHIFTS:
        return here.tr(_SHIFTS[days])
    if days > 0:
        return here.trn("{count} day later", "{count} days later", days)
    return here.trn("{count} day earlier", "{count} days earlier", -days)


_SHIFTS = {-1: N_("the day before"), 0: N_("same day"), 1: N_("next day")}


def ahead_text(hours: float, language: str) -> str:
    """Write how far another clock is ahead: "13 hours ahead", 「13時間進んでいます」; behind if negative."""
    here = speaker(language)
    if not hours:
        return here.tr(N_("same time"))
    words = _AHEAD if hours > 0 else _BEHIND
    return here.trn(*words, 1 if abs(hours) == 1 else 2, hours=abs(hours))


_AHEAD = N_plural("{hours} hour ahead", "{hours} hours ahead")
_BEHIND = N_plural("{hours} hour behind", "{hours} hours behind")


def letters_of(wall: WallTime) -> str:
    """Give the zone's letters; nothing for a time that clocks do not show, or show twice."""
    try:
        return zone_letters(wall)
    except PlannerError:
        return ""


def wall_text(
    wall: WallTime, language: str, day_form: str | None = "", time_form: str = "", *, letters: bool = True
) -> str:
    """Write a local time with its day and zone.

    "Tue 20 Jul 2027, 7:00 PM EDT", 「2027年7月20日(火) 19:00 EDT」. `day_form` is one of the `FORMS`, or
    None for no day.
    """
    words = time_text(wall.at, language, time_form)
    if day_form is not None:
        comma = "," if language == "en" and day_form != "weekday" else ""
        words = f"{day_text(wall.on, language, day_form)}{comma} {words}"
    found = letters_of(wall) if letters else ""
    return f"{words} {found}" if found else words


def both_clocks_text(wall: WallTime, zone: str, language: str, time_form: str = "") -> str:
    """Write a time on the clocks of both cities.

    "Tue 7:00 PM EDT · Wed 8:00 AM JST", 「火 19:00 EDT · 水 8:00 JST」. The other city's weekday is left
    away when it is the same. Where clocks do not show `wall`, it stands alone.
    """
    here = wall_text(wall, language, "weekday", time_form)
    other = shown_elsewhere(wall, zone)
    if other is None:
        return here
    weekday = "weekday" if other.on != wall.on else None
    return f"{here} · {wall_text(other, language, weekday, time_form)}"


def zone_text(zone: str, language: str) -> str:
    """Write a time zone by the city it is named after: "New York", 「ニューヨーク」."""
    from babel.dates import get_timezone_location

    try:
        city = str(get_timezone_location(zone, locale=language, return_city=True))
    except LookupError:
        city = zone
    return city.rpartition("/")[2].replace("_", " ")


def zone_name_text(wall: WallTime, language: str) -> str:
    """Name the time of a zone as it holds at a time: "Eastern Standard Time", 「アメリカ東部標準時」."""
    from babel.dates import get_timezone_name

    return str(get_timezone_name(in_zone(wall.instant(), wall.zone), locale=language))


def moment_text(value: object, form: str, language: str) -> str:
    """Write whatever tells time, as a figure: a day, time, duration, `WallTime` or naive datetime.

    `form` is one of the `FORMS` for the day, one of the `TIME_FORMS` for a time; ``clock`` writes a
    `WallTime` without its day.
    """
    if isinstance(value, WallTime) and form == "clock":
        return wall_text(value, language, None)
    if isinstance(value, WallTime):
        return wall_text(value, language, form)
    if isinstance(value, datetime):
        comma = "," if language == "en" else ""
        return f"{day_text(value, language, form)}{comma} {time_text(value.time(), language)}"
    if isinstance(value, date):
        return day_text(value, language, form)
    if isinstance(value, time):
        return time_text(value, language, form)
    if isinstance(value, timedelta):
        return duration_text(value, language)
    raise TypeError(f"{value!r} tells no time")
