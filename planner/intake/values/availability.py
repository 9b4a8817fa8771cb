"""When an interpreter can come, in prose: Jul 23, 24, 26 after 12:00; Jul 30 all day; 7/22 to 7/28, not Sunday.

A clause may name several days with hours of their own (23日午後、24日終日), refuse some (24日は不可), or all but some
(any day but Sunday). What is understood is proposed; every word that is not goes to somebody to review.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.dates import Frame
from planner.intake.values.daylists import take_all_days, take_days, visit_days
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, plain, says_none, split_outside
from planner.intake.values.stretches import WHOLE, Found, Hours, find_hours


@dataclass(frozen=True, slots=True, order=True)
class Free:
    """A stretch of one day; without times, the whole day."""

    on: dt.date
    start: dt.time | None = None
    end: dt.time | None = None


_CLAUSES = re.compile(r"[;；\n。]")
# A remark in brackets is left to the field's own words, unless it tells of days or hours.
_REMARK = re.compile(r"[(（\[［]([^()（）\[\]［］]*)[)）\]］]")
_WEEKDAY_ONLY = re.compile(
    r"\s*(?:[月火水木金土日](?:曜日?)?(?:・?祝)?|mon|tue|wed|thu|fri|sat|sun)[a-z.]*\s*", re.IGNORECASE
)
_TELLING = re.compile(
    r"\d|午前|午後|終日|不可|除|以外|曜|夜|夕方|(?<![a-z])(?:[ap]\.?m\.?|not|except|only|mornings?|afternoons?|evenings?"
    r"|mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"(?<![a-z])(?:any|all|every)\s*(?:days?|evenings?|nights?|time|thing)?,?\s+but(?: not)?(?![a-z])", re.IGNORECASE
)
# Roughly where days are named, to cut a clause where other days begin.
_DAYS = re.compile(
    r"(?<![\d:/])\d{1,2}/\d{1,2}|\d{1,2}\s*月\s*\d{1,2}|\d{1,2}\s*日|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*\d"
    r"|\d{1,2}(?:st|nd|rd|th)(?![a-z])|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?<![a-z])week(?:days?|ends?)"
    r"|(?<![終全毎])[月火水木金土日](?:[・、,]?[月火水木金土日])*曜|土日|平日|週末|毎日|every ?day|それ以外|その他"
    r"|ほかの日|他の日|otherwise|other days|(?:the )?rest(?: of the (?:visit|time|week))?"
    r"|(?<![a-z])(?:any|every) (?=morning|afternoon|evening|night)|全日程?|全期間|期間中",
    re.IGNORECASE,
)
_EXCEPT_BEFORE = re.compile(
    r"(?<![a-z])(?:but )?(?:not|except(?: for)?|excl(?:uding|\.)?)(?: on)?(?: the)?\s*$", re.IGNORECASE
)
_HOWEVER = re.compile(r"ただし|但し")
_APART = re.compile(r"[、,;。]")
# From an hour of one day until an hour of another.
_ACROSS = re.compile(
    r"(?:\d:\d\d|時|[ap]m|mornings?|afternoons?|evenings?|午前|午後|夜)\s*(?:-|~|to|until|till|から)\s*"
    r"(?:\d{1,2}[/月]\d{1,2}|\d{1,2}日)[^,、;]*?(?:\d:\d\d|時|[ap]m|morning|afternoon|evening|午前|午後|夜)",
    re.IGNORECASE,
)
_OTHERWISE = any_of(
    "otherwise|(?:all )?other days|(?:the )?rest(?: of the (?:visit|time|week))?",
    "それ以外|その他の?日|ほかの日|他の日",
)
_EXCEPT = any_of(r"not|except(?: for)?|excl(?:uding|udes|\.)?|other than|without", "[をは]?(?:除く|除き|除いて|以外)")
_MAYBE = any_of("maybe|perhaps|possibly|probably|tbd|tba", "△|[?？]|未定|たぶん|多分|おそらく|要相談")
# Told by another day, or when they are at work: to turn that round is for whoever asks them.
_ROUNDABOUT = any_of(
    "i work|i(?:'m| am) (?:at work|working|in class|teaching)|i teach|the (?:day|night) (?:before|after)|the next day",
    "前日|翌日|翌朝|勤務(?:中|が|です)|仕事(?:中|が|です)|授業(?:中|が|です)",
)
# except Tuesday (dentist at two): what is in brackets is why, and no hours they can come.
_WHY_NOT = re.compile(r"(?<![a-z])(?:except|but|not|excl)[^()]*\([^()]*[a-z]{4,}[^()]*\d[^()]*\)", re.IGNORECASE)
_UNTIL_DAY = re.compile(rf"(?<![a-z])(?:until|till|up to|through)\s+(?:the\s+)?(?:{_DAYS.pattern})", re.IGNORECASE)
_FILLERS = any_of(
    "available|free|can come|could come|i|am|is|are|on|at|the|and|or|only|from|after|until|till|before|between|to|days?"
    "|every|each|otherwise|fine|ok(?:ay)?|of|for|in|also|but|best",
    "以降|以前|から|まで|のみ|だけ|可(?:能)?|OK|は|が|です|に|の|も|参加|対応|でき(?:る|ます)|大丈夫|それ以外|その他|ほか|なら|または|か|と",
)


@lru_cache(maxsize=4096)
def read_availability(text: str, frame: Frame) -> Reading[tuple[Free, ...]]:
    """Read the days and hours; remarks in brackets that tell of neither are left to the field's own words."""
    if not text.strip() or says_none(text):
        return Reading(())
    read = _Read(frame)
    for clause in split_outside(text, _CLAUSES):
        read.clause(clause)
    free, left = read.free(), "; ".join(filter(None, read.left))
    # Of what has come to nothing all is told: a part of it would be a riddle.
    return Reading(free, left if free or not left else text.strip(), tuple(dict.fromkeys(read.doubts)))


class _Read:
    """What has been understood of a text so far: stretches that are offered, and stretches that are refused."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._offered: dict[Free, None] = {}
        self._refused: dict[Free, None] = {}
        self.left: list[str] = []
        self.doubts: list[Doubt] = []

    def free(self) -> tuple[Free, ...]:
        """What is offered and not refused; where only refusals are said, all the rest of the visit."""
        offered = list(self._offered)
        if not offered and self._refused:
            offered = [Free(day) for day in visit_days(self._frame)]
        for refused in self._refused:
            offered = [part for one in offered for part in _without(one, refused)]
        # Who comes any evening, and all day at weekends, comes all day then.
        whole = {one.on for one in offered if one.start is None and one.end is None}
        offered = [one for one in offered if one.on not in whole or (one.start is None and one.end is None)]
        return tuple(sorted(dict.fromkeys(offered), key=_order))

    def clause(self, clause: str) -> None:
        """Read one clause, cut where other days or hours begin."""
        words = plain(clause)
        if any(pattern.search(words) for pattern in (_MAYBE, _ROUNDABOUT, _WHY_NOT, _ACROSS)):
            # Half a promise is none, and from one afternoon to another morning is too much at once: one has to ask.
            self.left.append(clause.strip())
            return
        days: list[dt.date] = []
        before = len(self.left)
        for segment in _segments(_BUT.sub("except ", _opened(clause))):
            days = self._segment(segment, days)
        # What is left is told as it stands in the cell: where a bracket was opened, with the whole clause.
        told = (part if part in clause else clause.strip() for part in self.left[before:] if part)
        self.left[before:] = dict.fromkeys(told)

    def _segment(self, segment: str, before: list[dt.date]) -> list[dt.date]:
        """Read days with their hours; gives the days, which hold for hours that follow without any."""
        scan = Scan(segment)
        found = find_hours(scan)
        refused = any(one.hours is None for one in found)
        stretches = [one.hours for one in found if one.hours is not None]
        if WHOLE in stretches and len(stretches) > 1:
            stretches.remove(WHOLE)  # any time after three
        if found and not refused and _UNTIL_DAY.search(scan.plain):
            self.left.append(segment.strip(" ,、・:："))  # until Wednesday noon: from the first day on, or only then?
            return before
        if scan.take(_OTHERWISE):
            return self._otherwise(scan, [] if refused else stretches or [WHOLE], before)
        only_except = not refused and _only_excepts(scan, self._frame)
        hours_excepted = _excepts_hours(scan, found)
        if only_except or hours_excepted:
            scan.take_all(_EXCEPT)
        days, doubts = take_days(scan, self._frame, refusals=not (refused or only_except), by_night=False)
        self.doubts += doubts
        everything = take_all_days(scan)
        scan.ignore(_FILLERS)
        if not days and found and not everything and before and not refused and stretches != [WHOLE]:
            days = before
        if not days and (everything or (stretches and scan.done and not (before and stretches == [WHOLE]))):
            days = visit_days(self._frame)
        if not days:
            self.left.append(segment.strip(" ,、・:："))
            return before
        if any(not _near(day, self._frame) for day in days):
            self.doubts.append(Doubt.OUTSIDE_VISIT)
        if any(hours.guessed for hours in stretches):
            self.doubts.append(Doubt.HALF_DAY_ASSUMED)
        if hours_excepted and not only_except:
            self._put(self._offered, days, [WHOLE])
        elif only_except and stretches and not hours_excepted:
            # 9:00-17:00, not on the 25th
            self._put(self._offered, visit_days(self._frame), stretches)
            stretches = []
        target = self._refused if refused or only_except or hours_excepted else self._offered
        self._put(target, days, stretches or [WHOLE])
        self.left.append(scan.left())
        return days

    @staticmethod
    def _put(target: dict[Free, None], days: list[dt.date], stretches: list[Hours]) -> None:
        target.update((Free(day, hours.start, hours.end), None) for day in days for hours in stretches)

    def _otherwise(self, scan: Scan, stretches: list[Hours], before: list[dt.date]) -> list[dt.date]:
        """Every other day of the visit: offered in these hours, or not at all."""
        named = {one.on for one in (*self._offered, *self._refused)}
        for day in visit_days(self._frame):
            if day not in named:
                self._put(self._offered, [day], stretches)
        scan.ignore(_FILLERS)
        self.left.append(scan.left())
        return before


def _near(day: dt.date, frame: Frame) -> bool:
    return frame.first_day - dt.timedelta(1) <= day <= frame.last_day + dt.timedelta(1)


def _opened(clause: str) -> str:
    """The clause without brackets: what they hold is told too where it tells of days or hours."""

    def opened(match: re.Match[str]) -> str:
        words = match[1]
        if _WEEKDAY_ONLY.fullmatch(words) or not _TELLING.search(words):
            return " "
        return f"、{words}、"

    return _REMARK.sub(opened, clause)


def _segments(clause: str) -> Iterator[str]:
    """Cut a clause where other days begin after hours, or other hours after days that they follow."""
    scan = Scan(clause)
    marks = [(match.start(), match.end(), "days") for match in _DAYS.finditer(scan.plain)]
    probe = Scan(clause)
    marks += [(one.begins, one.stops, "hours") for one in find_hours(probe) if not _inside(one, marks)]
    marks.sort()
    hours_first = bool(marks) and marks[0][2] == "hours"
    cuts, last = [0], ""
    for begins, _, kind in marks:
        starts_anew = kind == "hours" and last == "days" if hours_first else kind == "days" and last == "hours"
        starts_anew = starts_anew or _OTHERWISE.match(scan.plain, begins) is not None
        starts_anew = starts_anew or (bool(last) and _HOWEVER.search(scan.plain, cuts[-1], begins) is not None)
        follows = kind == "hours" and last == "hours" and _separated(scan.plain, begins)
        if starts_anew or follows:
            except_before = _EXCEPT_BEFORE.search(scan.plain, cuts[-1], begins)
            cuts.append(except_before.start() if except_before else begins)
        last = kind
    for start, stop in zip(cuts, [*cuts[1:], len(scan.plain)], strict=True):
        if words := scan.original(start, stop).strip():
            yield words


def _inside(found: Found, marks: list[tuple[int, int, str]]) -> bool:
    return any(begins < found.stops and found.begins < stops for begins, stops, kind in marks if kind == "days")


def _separated(text: str, place: int) -> bool:
    return re.search(r"(?:[,、&/・]|\band)\s*$", text[:place]) is not None


def _only_excepts(scan: Scan, frame: Frame) -> bool:
    """Whether a segment names only what is excepted: 25日を除く, "except Sunday"."""
    mark = _EXCEPT.search(scan.open)
    if mark is None:
        return False
    before, after = scan.open[: mark.start()], scan.open[mark.end() :]
    if not mark[0][0].isascii():
        # 25日を除く: what stands right before it is excepted, what stands apart or after it is offered.
        before = " ".join(_APART.split(before)[:-1]) + after
    offered = Scan(before)
    return not (take_days(offered, frame)[0] or take_all_days(offered))


def _excepts_hours(scan: Scan, found: list[Found]) -> bool:
    """Whether hours are what is excepted: except mornings, 午前を除く."""
    return any(
        _touch(scan.plain, mark.end(), one.begins)
        if mark[0][0].isascii()
        else _touch(scan.plain, one.stops, mark.start())
        for mark in _EXCEPT.finditer(scan.open)
        for one in found
        if one.hours is not None
    )


def _touch(text: str, stops: int, begins: int) -> bool:
    """Whether one thing begins where another stops, with nothing but blanks between."""
    return stops <= begins and not text[stops:begins].strip()


def _without(free: Free, refused: Free) -> list[Free]:
    """What is left of a stretch when another of the same day is refused."""
    if free.on != refused.on:
        return [free]
    rest = Hours(refused.start, refused.end).rest_of_day
    parts = []
    for hours in rest:
        start = max(filter(None, (free.start, hours.start)), default=None)
        end = min(filter(None, (free.end, hours.end)), default=None)
        if start is None or end is None or start < end:
            parts.append(Free(free.on, start, end))
    return parts


def _order(free: Free) -> tuple[dt.date, dt.time]:
    return free.on, free.start or dt.time(0)
