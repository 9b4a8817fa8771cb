"""Days as people write them: 平成25年4月12日, H25.6.3, 2013/1/9, ２０１２／９／３０, July 28, Thu July 22,
3/14/2027.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.clock import Era, day_of_era
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, plain


class DayOrder(StrEnum):
    """What 3/4/2027 means: 4 March in the US, 3 April in most other places; 27/7/20 is 20 July 2027 in Japan."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    YEAR_FIRST = "year_first"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a day without a year, or with an unclear order, is to be understood by.

    `first_day` and `last_day` are the visit's; `order` is None until the sheet's neighbours or the user have
    decided.
    """

    first_day: dt.date
    last_day: dt.date
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a text, with the stretch it takes (of the folded text). `day` is None where it cannot be decided."""

    start: int
    stop: int
    day: dt.date | None
    year_stated: bool = True
    doubts: tuple[Doubt, ...] = ()


WEEKDAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAYS_JA = "月火水木金土日"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?(?![a-z])\.?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_ERA = r"明治|大正|昭和|平成|令和|(?<![一-龠])[明大昭平令](?=\s*\.?\s*[\d元])|(?<![a-z])[mtshr](?=\s*\.?\s*\d)"
_ERAS = {
    "明治": Era.MEIJI, "大正": Era.TAISHO, "昭和": Era.SHOWA, "平成": Era.HEISEI, "令和": Era.REIWA,
    "明": Era.MEIJI, "大": Era.TAISHO, "昭": Era.SHOWA, "平": Era.HEISEI, "令": Era.REIWA,
    "m": Era.MEIJI, "t": Era.TAISHO, "s": Era.SHOWA, "h": Era.HEISEI, "r": Era.REIWA,
}  # fmt: skip
_DAY = re.compile(
    rf"""
    (?:(?<![a-z])(?P<weekday>{WEEKDAY}),?\s+)?
    (?:
        (?P<era>{_ERA})\s*\.?\s*(?P<era_year>\d{{1,2}}|元)\s*(?:年|[./-])\s*(?P<era_month>\d{{1,2}})
            \s*(?:月|[./-])\s*(?P<era_day>\d{{1,2}})(?!\d)\s*日?
      | (?<!\d)(?P<y_year>[12]\d{{3}})\s*(?:年|[./-])\s*(?P<y_month>\d{{1,2}})
            \s*(?:月|[./-])\s*(?P<y_day>\d{{1,2}})(?!\d)\s*日?
      | (?<!\d)(?P<c_year>(?:19|20)\d\d)(?P<c_month>[01]\d)(?P<c_day>[0-3]\d)(?!\d)
      | (?<![\d/.-])(?P<s_one>\d{{1,2}})(?P<mark>[./-])(?P<s_two>\d{{1,2}})(?P=mark)
            (?P<s_year>\d{{4}}|\d\d)(?!\d|[./-]\d)
      | (?<![a-z])(?P<n_month>{MONTH})\s*(?P<n_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:|\s*[ap]\.?m)
            (?:(?:,\s*|\s+)(?P<n_year>(?:19|20)\d\d)(?!\d))?
      | (?<![\d:])(?P<d_day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<d_month>{MONTH})
            (?:,?[\s-]+(?P<d_year>(?:19|20)\d\d)(?!\d)|-(?P<d_short>\d\d)(?!\d))?
      | (?<!\d)(?P<j_month>\d{{1,2}})\s*月\s*(?P<j_day>\d{{1,2}})(?!\d)\s*日?
      | (?<![\d/.])(?P<m_one>\d{{1,2}})/(?P<m_two>\d{{1,2}})(?![\d/]|\.\d|-\d{{4}})
    )
    (?:\s*\(?(?P<weekday_after>\((?:[{WEEKDAYS_JA}](?:曜日?)?|{WEEKDAY})\)|[{WEEKDAYS_JA}]曜日?))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DAY_COUNT = any_of(r"day\s*\d{1,2}", r"第\s*\d{1,2}\s*日目?|\d{1,2}\s*日目")
_NO_NEWS = any_of("born(?: on)?", "西暦|生(?:まれ)?(?![一-龠])")
_MIDNIGHT = re.compile(r"[T\s]+0?0:00(?::00(?:\.0+)?)?Z?$")
_YEAR_TWICE = re.compile(r"(?<=年)\s*[(（][^()（）]*年[)）]")
"""平成25年(2013年)4月1日: one year, said both ways."""
_KANJI_NUMBER = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日])")
_YEAR_LEFT = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|年")


def find_days(scan: Scan, frame: Frame) -> list[FoundDay]:
    """Find every day in what is still open of a text, without crossing it out."""
    return [_found(match, frame) for match in _DAY.finditer(scan.open)]


def read_date(text: str, frame: Frame) -> Reading[dt.date | None]:
    """Read one day. Raises nothing: an impossible or undecided day is a doubt, its words are in `rest`."""
    scan = Scan(_KANJI_NUMBER.sub(_in_figures, _YEAR_TWICE.sub("", _MIDNIGHT.sub("", text))))
    found = find_days(scan, frame)
    if not found:
        return Reading(None, text.strip())
    first = found[0]
    if first.day is None:
        return Reading(None, text.strip(), first.doubts)
    scan.cross_out(first.start, first.stop)
    scan.ignore(_DAY_COUNT)
    scan.ignore(_NO_NEWS)
    left = scan.left()
    if not first.year_stated and _YEAR_LEFT.search(plain(left)):
        return Reading(None, text.strip())  # a year is said, but not in a way that was understood
    return Reading(first.day, left, first.doubts)


_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_DAY_ZERO = dt.date(1899, 12, 30)


def read_birth_date(text: str, frame: Frame, today: dt.date) -> Reading[dt.date | None]:
    """Read a day of birth. A bare number of five figures is the day as spreadsheets count them, from 1927 to today.

    So a column comes out whose cells have lost their format (41000 is 1 April 2012); it is a doubt.
    """
    reading = read_date(text, frame)
    serial = _SERIAL.fullmatch(plain(text).strip())
    if reading.value is not None or serial is None:
        return reading
    day = _DAY_ZERO + dt.timedelta(days=int(serial[1]))
    return Reading(day, "", (Doubt.DATE_COUNTED,)) if day <= today else reading


_FIGURES = "〇一二三四五六七八九"


def _in_figures(match: re.Match[str]) -> str:
    """二十五 → 25, 二〇二七 → 2027; as it is where it is no number."""
    words = match[0].replace("零", "〇")
    if "十" not in words:
        return "".join(str(_FIGURES.index(sign)) for sign in words)
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return match[0]
    return str((_FIGURES.index(tens) if tens else 1) * 10 + (_FIGURES.index(ones) if ones else 0))


def stated_orders(texts: Iterable[str]) -> set[DayOrder]:
    """Which orders the unambiguous days with a year among these texts prove: 3/14/2027 proves month first."""
    orders: set[DayOrder] = set()
    for text in texts:
        for match in _DAY.finditer(plain(text)):
            if match["s_one"] and len(possible := _possible(match)) == 1:
                orders |= possible.keys()
    return orders


def readings_of(text: str) -> dict[DayOrder, dt.date]:
    """What an ambiguous day could mean in each order, each day once; empty when there is nothing to ask."""
    for match in _DAY.finditer(plain(text)):
        if match["s_one"]:
            days = {day: order for order, day in reversed(_possible(match).items())}
            if len(days) > 1:
                return {order: day for day, order in reversed(days.items())}
    return {}


def both_readings(text: str) -> tuple[dt.date, dt.date] | None:
    """What an ambiguous day could mean, month first and day first; None where it is not between these two."""
    readings = readings_of(text)
    month_first, day_first = readings.get(DayOrder.MONTH_FIRST), readings.get(DayOrder.DAY_FIRST)
    return (month_first, day_first) if month_first and day_first else None


def _found(match: re.Match[str], frame: Frame) -> FoundDay:
    day: dt.date | None
    year_stated = True
    doubts: tuple[Doubt, ...] = ()
    if match["era"]:
        day, doubts = _era_day(match)
    elif match["y_year"]:
        day = date_or_none(int(match["y_year"]), int(match["y_month"]), int(match["y_day"]))
    elif match["c_year"]:
        day = date_or_none(int(match["c_year"]), int(match["c_month"]), int(match["c_day"]))
    elif match["s_one"]:
        day, doubts = _slashed_day(match, frame)
    elif match["n_month"] or match["d_month"]:
        kind = "n" if match["n_month"] else "d"
        month = month_number(match[f"{kind}_month"])
        year = match[f"{kind}_year"]
        if kind == "d" and match["d_short"]:
            year = str(_whole_year(int(match["d_short"])))
        year_stated = bool(year)
        number = int(match[f"{kind}_day"])
        day = date_or_none(int(year), month, number) if year else near(month, number, frame)
    elif match["j_month"]:
        year_stated = False
        day = near(int(match["j_month"]), int(match["j_day"]), frame)
    else:
        year_stated = False
        one, two = int(match["m_one"]), int(match["m_two"])
        if frame.order is DayOrder.DAY_FIRST or one > 12:
            one, two = two, one
        day = near(one, two, frame)
    if day is None and not doubts:
        doubts = (Doubt.DATE_IMPOSSIBLE,)
    stated = weekday_number(match["weekday"] or match["weekday_after"] or "")
    if day is not None and stated is not None and day.weekday() != stated:
        doubts = (*doubts, Doubt.WEEKDAY_DIFFERS)
    return FoundDay(match.start(), match.end(), day, year_stated, doubts)


def _era_day(match: re.Match[str]) -> tuple[dt.date | None, tuple[Doubt, ...]]:
    era = _ERAS[match["era"].casefold()]
    year = 1 if match["era_year"] == "元" else int(match["era_year"])
    month, number = int(match["era_month"]), int(match["era_day"])
    try:
        return day_of_era(era, year, month, number), ()
    except ValueError:
        pass
    # People write on in the old era for a while (平成31年5月, 昭和64年2月), or name its first year too early.
    try:
        start = day_of_era(era, 2, 1, 1).year - 2
    except ValueError:
        return None, ()
    day = date_or_none(start + year, month, number)
    last_year = {Era.MEIJI: 45, Era.TAISHO: 15, Era.SHOWA: 64, Era.HEISEI: 31}.get(era, 99)
    if day is None or not 1 <= year <= last_year + 1:
        return None, ()
    return day, (Doubt.DATE_IMPOSSIBLE,)


def _slashed_day(match: re.Match[str], frame: Frame) -> tuple[dt.date | None, tuple[Doubt, ...]]:
    possible = _possible(match)
    if len(set(possible.values())) <= 1:
        return next(iter(possible.values()), None), ()
    if frame.order in possible:
        return possible[frame.order], ()
    return None, (Doubt.DATE_AMBIGUOUS,)


def _possible(match: re.Match[str]) -> dict[DayOrder, dt.date]:
    """The days that three numbers can be; the year comes first only where all have two figures at most."""
    one, two, three = int(match["s_one"]), int(match["s_two"]), int(match["s_year"])
    orders = {
        DayOrder.MONTH_FIRST: date_or_none(_whole_year(three), one, two),
        DayOrder.DAY_FIRST: date_or_none(_whole_year(three), two, one),
        DayOrder.YEAR_FIRST: date_or_none(_whole_year(one), two, three) if three < 100 else None,
    }
    return {order: day for order, day in orders.items() if day is not None}


def _whole_year(year: int) -> int:
    """A year of two figures: 27 is 2027, 85 is 1985."""
    return year + (2000 if year < 60 else 1900) if year < 100 else year


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def near(month: int, day: int, frame: Frame) -> dt.date | None:
    """The day of that month nearest to the visit, for a day without a year."""
    best: dt.date | None = None
    for year in range(frame.first_day.year - 1, frame.last_day.year + 2):
        candidate = date_or_none(year, month, day)
        if candidate is not None and (best is None or _away(candidate, frame) < _away(best, frame)):
            best = candidate
    return best


def _away(day: dt.date, frame: Frame) -> int:
    return max((frame.first_day - day).days, (day - frame.last_day).days, 0)


def month_number(word: str) -> int:
    """``July`` → 7."""
    return MONTHS.index(word[:3].casefold()) + 1


def weekday_number(word: str) -> int | None:
    """``Thu``, ``木曜`` → 3; Monday is 0."""
    word = word.strip("() ,.").casefold()
    if word[:3] in WEEKDAYS_EN:
        return WEEKDAYS_EN.index(word[:3])
    return WEEKDAYS_JA.index(word[0]) if word and word[0] in WEEKDAYS_JA else None
