"""Days and how many of them, as an American or a Japanese reader writes them (domain.md §2.13, ui.md); times: `times`.

The names of days and months stand here: Babel's locale data would take longer to load than the whole
window may take to open, and its patterns change with its versions, which a paper must not.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.clock import era_year
from planner.language.marking import N_
from planner.language.speaking import speaker
from planner.language.terms import term

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


WAVE = "\u301c"
"""What stands between the ends of a span on a Japanese paper."""


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
        return f"{start}{WAVE if paper else '–'}{end}"
    end = day_text(last, language, _RANGE_ENDS[weekdays, year])
    if not weekdays and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{day_text(first, language, _RANGE_ENDS[weekdays, year and first.year != last.year])} – {end}"


_RANGE_ENDS = {
    (True, True): "", (True, False): "short", (False, True): "plain", (False, False): "day-month",
}  # fmt: skip


def day_shift_text(days: int, language: str) -> str:
    """Write how the date jumps on a journey: "same day", "next day", "2 days later", "the day before"."""
    here = speaker(language)
    if days in _SHIFTS:
        return here.tr(_SHIFTS[days])
    if days > 0:
        return here.trn("{count} day later", "{count} days later", days)
    return here.trn("{count} day earlier", "{count} days earlier", -days)


_SHIFTS = {-1: N_("the day before"), 0: N_("same day"), 1: N_("next day")}
