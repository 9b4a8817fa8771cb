"""Times of day, spans and durations on the clocks of either city, as an American or a Japanese reader writes them.

Babel's patterns change with its versions ("7:00\\u202fPM"), which a paper must not: see `planner.language.dates`.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from planner.clock import WallTime, shown_elsewhere, zone_letters
from planner.clock.legs import is_small_hours
from planner.clock.zones import in_zone
from planner.language.dates import WAVE, day_text
from planner.language.marking import N_, N_plural
from planner.language.speaking import speaker
from planner.model.message import PlannerError

TIME_FORMS = ("", "paper", "24h")
"""The ways to write a time: 4:20 PM; on paper 4:20 pm, noon; 24h 04:20. In Japanese 4:20, 24h 04:20."""


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
        return (WAVE if form == "paper" else "–").join(time_text(at, language, form) for at in (start, end))
    figures, half = time_parts(start, language, form)
    _, end_half = time_parts(end, language, form)
    shared = half == end_half or (half, end_half) == ("am", "noon")
    return f"{figures if shared else time_text(start, language, form)}–{time_text(end, language, form)}"


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
