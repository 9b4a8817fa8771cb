"""Several days in one breath: July 24-25, July 30, 31, Jul 23, 24, 26, 28, 7/22 to 7/28, not Sunday, 土日のみ."""

from __future__ import annotations

import datetime as dt
import re

from planner.intake.values.dates import WEEKDAY, Frame, find_days, near, weekday_number
from planner.intake.values.reading import Doubt
from planner.intake.values.scan import Scan, any_of, plain

_BETWEEN = r"\s*(?:-|~|to|through|thru|until|till|から)\s*"
_RANGE_MARK = re.compile(_BETWEEN, re.IGNORECASE)
_MORE = re.compile(
    r"(?P<mark>\s*(?:,|、|・|&|/|and|と|-|~|to|through|thru|から)\s*)(?P<day>\d{1,2})(?:st|nd|rd"
    r"|th)?\s*日?(?![\d:/]|\s*[ap]\.?m|\s*時|\s*月|\d|,\d{3}(?!\d))",
    re.IGNORECASE,
)
# 22-24 July, 23, 24 & 26 July: the month is told only once, after the last.
_NUMBERS_BEFORE = re.compile(
    r"(?<![\d/:.-])(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,|&|-|~|(?:and|to)(?=\s))\s*)+$", re.IGNORECASE
)
_AFTER = re.compile(r"(?<![a-z])(?:after|since|from|starting|as of)\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?<![a-z])(?:before|until|till|up to|by|through)\s*$", re.IGNORECASE)
_AFTER_JA = re.compile(r"\s*(?:以降|から)(?!\s*\d)|\s*[-~](?=\s*(?:$|[:,;、]))")
_BEFORE_JA = re.compile(r"\s*(?:以前|まで)")
_EXCEPT = any_of(r"not|except(?: for)?|excl(?:uding|udes|\.)?|but not|other than|without")
_EXCEPT_BEFORE = re.compile(r"(?:を|は)?(?:除く|除き|除いて|以外)")
_REFUSED_BEFORE = re.compile(r"(?:は|が)?(?:不可|×|NG|無理|だめ)|(?:を|は)?(?:除く|除き|除いて|以外)")
_CLAUSE = re.compile(r"[、,;。]")
_BARE_DAY = re.compile(
    r"(?:(?<![a-z])the\s+)?(?<![\d月/.-])(?P<day>\d{1,2})(?:日(?!間)|(?:st|nd|rd|th)(?![a-z]))", re.IGNORECASE
)
# 24~26日, 25、26日: the sign for "day" stands only once, after the last.
_BARE_RUN = re.compile(
    r"(?<![\d月/.:-])(?P<days>(?:\d{1,2}日?\s*[、,・]\s*)*\d{1,2}日?)\s*(?P<mark>-|~|から|[、,・]|と)\s*"
    r"(?P<last>\d{1,2})日(?!間)"
)
_DAYS_JA = re.compile(
    r"(?P<span>[月火水木金土日](?:[・、,]?[月火水木金土日])*)曜(?:日)?|(?<![一-龠])(?P<pair>土日"
    r"|月[~-]金)(?![一-龠])(?:祝)?"
    r"|(?<![一-龠\d])(?P<listed>[月火水木金土日](?:[・、,][月火水木金土日])+)(?=の|は|午|夜|のみ|\s|$)"
)
# Wed 28: a number beside its weekday, without a month.
_NUMBERED_WEEKDAY = re.compile(
    rf"(?<![a-z]){WEEKDAY}\.?,?\s+(?:the\s+)?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/.-]|\s*(?:[ap]\.?m|to|-|~))",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(rf"(?<![a-z]){WEEKDAY}(?:{_BETWEEN}(?P<last>{WEEKDAY}))?", re.IGNORECASE)
_SOME = any_of(
    "(?P<weekends>weekends?)|(?P<weekdays>weekdays?)",
    "(?P<weekends_ja>週末)|(?P<weekdays_ja>平日)",
)
_ALL = any_of(
    "any(?: ?time| day| night)?|all(?: (?:the )?(?:days?|nights?|dates?|visit|week|time))?"
    "|every(?: ?day| night)?|whole (?:visit|time|week)|always|the (?:whole|entire) (?:visit|time|week)",
    "いつでも|全日程?|全期間|毎日|すべて|全部",
)
_FIRST_LAST = re.compile(
    r"(?<![a-z])(?P<which>first|last)\s*(?P<count>\d|one|two|three|four|five)?\s*(?:nights?|days?"
    r"|evenings?)(?![a-z])|(?P<which_ja>最初|最後)の(?P<count_ja>\d)?\s*(?:晩|日|泊|夜)",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


_WEEKDAY_BESIDE = re.compile(
    rf"\(\s*(?P<ja>[月火水木金土日])曜?日?\s*\)|(?P<long>[月火水木金土日])曜日?|\((?P<en>{WEEKDAY})\)", re.IGNORECASE
)


def read_stretch(text: str, frame: Frame) -> tuple[dt.date, dt.date] | None:
    """The first and last day of an unbroken stretch of days, or one bare day of the visit twice (20日(火)).

    None where anything else is said, or where the weekday beside a day is another.
    """
    words = plain(text)
    stated = [match["ja"] or match["long"] or match["en"] for match in _WEEKDAY_BESIDE.finditer(words)]
    scan = Scan(_WEEKDAY_BESIDE.sub("", words))
    days, doubts = take_days(scan, frame)
    if doubts or scan.left() or not days or days != days_between(days[0], days[-1]):
        return None
    if stated and weekday_number(stated[0]) != days[0].weekday():
        return None
    return days[0], days[-1]


def take_days(
    scan: Scan, frame: Frame, *, refusals: bool = False, by_night: bool = True
) -> tuple[list[dt.date], list[Doubt]]:
    """Cross out everything in the text that names days, and give these days in order, without any that are
    excepted.

    Weekdays and "any day" mean the days of the visit. With `refusals`, 「日曜は不可」 is an exception too. "The last
    two days" are those of its last two nights, or without `by_night` the day of leaving and the one before.
    """
    start, stop, mark = _exception(scan, refusals)
    wanted, doubts = _days(scan, frame, 0, start, by_night)
    if mark is None:
        return sorted(set(wanted)), doubts
    unwanted, more = _days(scan, frame, start, stop, by_night)
    others, still_more = _days(scan, frame, stop, len(scan.open), by_night)
    wanted += others
    if unwanted:
        scan.cross_out(*mark)
        wanted = [day for day in wanted or visit_days(frame) if day not in unwanted]
    return sorted(set(wanted)), doubts + more + still_more


def _exception(scan: Scan, refusals: bool) -> tuple[int, int, tuple[int, int] | None]:
    """The stretch of the text that names excepted days, and its mark: after "not", before 「以外」."""
    after = _EXCEPT.search(scan.open)
    if after:
        return after.start(), len(scan.open), after.span()
    before = (_REFUSED_BEFORE if refusals else _EXCEPT_BEFORE).search(scan.open)
    if before:
        cuts = [cut.end() for cut in _CLAUSE.finditer(scan.open, 0, before.start())]
        return (cuts[-1] if cuts else 0), before.start(), before.span()
    return len(scan.open), len(scan.open), None


def visit_days(frame: Frame) -> list[dt.date]:
    """Every day of the visit."""
    return days_between(frame.first_day, frame.last_day)


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The days from one to another, both included; none when they are more than a year apart or the wrong way
    round.
    """
    count = (last - first).days
    return [first + dt.timedelta(days=n) for n in range(count + 1)] if 0 <= count <= 366 else []


def _days(scan: Scan, frame: Frame, start: int, stop: int, by_night: bool) -> tuple[list[dt.date], list[Doubt]]:
    days: list[dt.date] = []
    doubts: list[Doubt] = []
    named = [found for found in find_days(scan, frame) if found.start >= start and found.stop <= stop]
    place = 0
    while place < len(named):
        found = named[place]
        doubts += found.doubts
        if found.day is None:
            place += 1
            continue
        end = found.stop
        between = scan.open[found.stop : named[place + 1].start] if place + 1 < len(named) else ""
        following = named[place + 1] if place + 1 < len(named) else None
        if following and following.day and _RANGE_MARK.fullmatch(between):
            days += days_between(found.day, following.day)
            end = following.stop
            place += 1
        else:
            days += _open_ended(scan, frame, found.start, found.stop, found.day) or [found.day]
            if earlier := _NUMBERS_BEFORE.search(scan.open, start, found.start):
                days += _days_before(earlier[0], found.day)
                scan.cross_out(*earlier.span())
        end = _more_days(scan, frame, end, days, stop)
        scan.cross_out(found.start, end)
        place += 1
    for match in list(_BARE_RUN.finditer(scan.open, start, stop)):
        run = _bare_run(match, frame)
        if run:
            days += run
            scan.cross_out(*match.span())
    for match in list(_BARE_DAY.finditer(scan.open, start, stop)):
        meant = [day for day in visit_days(frame) if day.day == int(match["day"])]
        if len(meant) == 1:
            days += _open_ended(scan, frame, *match.span(), meant[0]) or meant
            scan.cross_out(match.start(), _more_days(scan, frame, match.end(), days, stop))
    for match in list(_NUMBERED_WEEKDAY.finditer(scan.open, start, stop)):
        day = _numbered(int(match["number"]), frame)
        if day is not None and day.weekday() == weekday_number(match[0]):
            days += _open_ended(scan, frame, *match.span(), day) or [day]
            scan.cross_out(*match.span())
    days += _weekdays(scan, frame, start, stop, by_night)
    return days, doubts


def _days_before(words: str, last: dt.date) -> list[dt.date]:
    """``23, 24 &`` before 26 July, ``22-`` before 24 July: numbers whose month is told after the last of them."""
    days: list[dt.date] = []
    after = last
    for number, mark in reversed(re.findall(r"(\d{1,2})\D*?([,&~-]|and|to)", words, re.IGNORECASE)):
        if not 0 < int(number) < after.day:
            return []
        day = after.replace(day=int(number))
        days += days_between(day, after)[:-1] if mark.casefold() in ("-", "~", "to") else [day]
        after = day
    return days


def _bare_run(match: re.Match[str], frame: Frame) -> list[dt.date]:
    """Days without a month, in a row or one by one; none if one of them is not near the visit."""
    last = _numbered(int(match["last"]), frame)
    before = [int(number) for number in re.findall(r"\d+", match["days"])]
    if last is None:
        return []
    if match["mark"] in ("-", "~", "から"):
        *before, first = before
        begins = next((day for back in range(31) if (day := last - dt.timedelta(back)).day == first), None)
        run = days_between(begins, last) if begins else []
    else:
        run = [last]
    others = [_numbered(number, frame) for number in before]
    return [day for day in others if day is not None] + run if run and None not in others else []


def _numbered(number: int, frame: Frame) -> dt.date | None:
    """The day of that number in the visit, or else within ten days of it."""
    around = days_between(frame.first_day - dt.timedelta(10), frame.last_day + dt.timedelta(10))
    found = [day for day in around if day.day == number]
    inside = [day for day in found if frame.first_day <= day <= frame.last_day] or found
    return inside[0] if len(inside) == 1 else None


def _open_ended(scan: Scan, frame: Frame, start: int, stop: int, day: dt.date) -> list[dt.date]:
    """``after July 29``, 「29日以降」: up to the visit's end; ``before July 25``: from its start."""
    before = scan.open[max(0, start - 12) : start]
    one = dt.timedelta(days=1)
    if match := _AFTER.search(before):
        first = day + one if "after" in match[0].casefold() else day
    elif match := _AFTER_JA.match(scan.open, stop):
        first = day
    elif match := _BEFORE.search(before):
        last = day - one if "before" in match[0].casefold() else day
        scan.cross_out(start - len(before) + match.start(), start)
        return days_between(frame.first_day, last)
    elif match := _BEFORE_JA.match(scan.open, stop):
        scan.cross_out(*match.span())
        return days_between(frame.first_day, day)
    else:
        return []
    if match.re is _AFTER:
        scan.cross_out(start - len(before) + match.start(), start)
    else:
        scan.cross_out(*match.span())
    return days_between(first, frame.last_day)


def _more_days(scan: Scan, frame: Frame, end: int, days: list[dt.date], stop: int) -> int:
    """``July 24-25``, ``Jul 23, 24, 26``: numbers that go on in the month of the day before them."""
    while days and (match := _MORE.match(scan.open, end)) and match.end() <= stop:
        last = days[-1]
        number = int(match["day"])
        try:
            following = last.replace(day=number)
        except ValueError:
            break
        if _RANGE_MARK.fullmatch(match["mark"]):
            if following < last:
                following = near(last.month % 12 + 1, number, frame) or following
            days += days_between(last, following)[1:]
        else:
            days.append(following)
        end = match.end()
    return end


def _weekdays(scan: Scan, frame: Frame, start: int, stop: int, by_night: bool) -> list[dt.date]:
    days: list[dt.date] = []
    visit = visit_days(frame)
    for match in list(_FIRST_LAST.finditer(scan.open, start, stop)):
        which = (match["which"] or match["which_ja"]).casefold()
        number = match["count"] or match["count_ja"] or "1"
        count = int(number) if number.isdecimal() else _NUMBERS[number.casefold()]
        nights = (visit[:-1] if by_night or "night" in match[0].casefold() else visit) or visit
        days += nights[:count] if which in ("first", "最初") else nights[-count:] if count else []
        scan.cross_out(*match.span())
    for match in list(_WEEKDAYS.finditer(scan.open, start, stop)):
        first = weekday_number(match[0])
        last = weekday_number(match["last"]) if match["last"] else first
        if first is None or last is None:
            continue
        span = {(first + n) % 7 for n in range((last - first) % 7 + 1)}
        days += [day for day in visit if day.weekday() in span]
        scan.cross_out(*match.span())
    for match in list(_DAYS_JA.finditer(scan.open, start, stop)):
        words = match["span"] or match["pair"] or ""
        marks: set[int | None] = {weekday_number(mark) for mark in match["span"] or match["listed"] or ""}
        if match["pair"]:
            marks = {5, 6} if words == "土日" else {0, 1, 2, 3, 4}
        days += [day for day in visit if day.weekday() in marks]
        scan.cross_out(*match.span())
    for match in list(_SOME.finditer(scan.open, start, stop)):
        weekend = bool(match["weekends"] or match["weekends_ja"])
        days += [day for day in visit if (day.weekday() >= 5) == weekend]
        scan.cross_out(*match.span())
    return days


def take_all_days(scan: Scan) -> bool:
    """Cross out "any night", いつでも; whether it was there."""
    return bool(scan.take_all(_ALL))
