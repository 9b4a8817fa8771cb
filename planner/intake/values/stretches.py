"""Hours of a day in prose: after 5pm, 9-12, 10:00〜15:00, mornings only, 18時以降, 終日; and that they are refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from planner.intake.values.scan import Scan, any_of
from planner.intake.values.times import Clock, find_times


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of some day, from and until; without both, the whole day. `guessed`: am or pm was not said."""

    start: dt.time | None = None
    end: dt.time | None = None
    guessed: bool = False

    @property
    def rest_of_day(self) -> list[Hours]:
        """What is left of a day without it; nothing of the whole day."""
        before = [Hours(None, self.start)] if self.start is not None else []
        after = [Hours(self.end, None)] if self.end is not None else []
        return before + after


@dataclass(frozen=True, slots=True)
class Found:
    """Something found in a text: where, and the hours; None for a refusal."""

    begins: int
    stops: int
    hours: Hours | None


WHOLE = Hours()
_WHOLE_DAY = any_of(
    "all[- ]day|whole day|full day|any ?time|all hours",
    "終日|一日中|1日中|丸一日|まる1日|(?:は)?一日(?=OK|可|大丈夫|空)|全日(?!程)|いつでも|○|◯|◎",
)
_NOON, _EVENING = dt.time(12), dt.time(17)
_AM = re.compile(r"(?<![a-z])(?:in the )?(?:mornings?|a\.?m\.?)(?: only)?(?![a-z])|午前(?:中)?(?!\s*\d)", re.IGNORECASE)
_PM = re.compile(
    r"(?<![a-z])(?:in the )?(?:afternoons?|p\.?m\.?)(?: only)?(?![a-z])|(?<!正)午後(?!\s*\d)|昼から", re.IGNORECASE
)
_NIGHT = re.compile(
    r"(?<![a-z])(?:in the )?(?:evenings?|nights?)(?: only)?(?![a-z])|夕方(?:以降|から)?(?!\s*\d)"
    r"|夜(?:間)?(?:のみ)?(?!\s*\d)",
    re.IGNORECASE,
)
_PARTS = ((_AM, Hours(None, _NOON)), (_PM, Hours(_NOON, None)), (_NIGHT, Hours(_EVENING, None)))
REFUSAL = any_of(
    r"not (?:available|free|possible|able to come)|unavailable|(?:can ?not|can'?t)(?: (?:come|do|make it))?|away|busy"
    r"|n/a|no(?= ?$| (?:week(?:days?|ends?)|(?:mon|tue|wed|thu|fri|sat|sun)|mornings?|afternoons?|evenings?|nights?))",
    "(?:は|が)?(?:不可(?:能)?|都合(?:が)?悪い|参加できない|来られない|行けない|×|✕|✖|NG|無理|だめ|ダメ|欠席|不在|休み)",
)
_UNTIL = re.compile(r"(?:(?<![a-z])(?:before|until|till|by|up to)|(?:^|[\s,(])-)\s*$", re.IGNORECASE)
_UNTIL_JA = re.compile(r"\s*(?:まで|以前|より前)")
_TO = re.compile(r"\s*(?:-|~|to|until|till|and|から|より)\s*", re.IGNORECASE)
# 9-12, 2-5pm, between 10 and 4: hours without minutes. Of days the months and signs have been told already.
_BARE = re.compile(
    r"(?<![\d/:.月年~-])(?P<first>\d{1,2})(?P<first_minute>:[0-5]\d)?\s*(?P<first_half>[ap]\.?m\.?)?\s*"
    r"(?P<mark>-|~|to|till|until|and)\s*"
    r"(?P<last>\d{1,2})(?P<last_minute>:[0-5]\d)?\s*(?P<last_half>[ap]\.?m\.?)?(?![\d/:.日月時~-]|st|nd|rd|th"
    r"|\s*(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
# 1300-1700, as soldiers and timetables write
_FOUR_FIGURES = re.compile(
    r"(?<![\d/])(?P<first>(?:[01]\d|2[0-3])[0-5]\d)\s*(?:-|~|to)\s*(?P<last>(?:[01]\d|2[0-3])[0-5]\d)(?![\d/年])"
)
# noon to 5, 12:00-4: only the second has no minutes.
_HALF_BARE = re.compile(
    r"(?P<first>noon|正午|\d{1,2}:[0-5]\d)\s*(?:-|~|to|till|until)\s*(?P<last>\d{1,2})(?![\d/:.日月時]|\s*[ap]\.?m)",
    re.IGNORECASE,
)
# 9 to noon
_TO_NOON = re.compile(
    r"(?<![\d/:.月年~-])(?P<first>\d{1,2})\s*(?:a\.?m\.?\s*)?(?:-|~|to|till|until)\s*(?:12 )?(?:noon|midday|正午)"
    r"(?![a-z])",
    re.IGNORECASE,
)
# after 6, until 3
_LONE = re.compile(
    r"(?<![a-z])(?P<word>after|from|since|until|till|before|by)\s+(?P<hour>\d{1,2})(?![\d/:.日月時]|st|nd|rd|th"
    r"|\s*[ap]\.?m|\s*(?:-|~|to|o'clock))(?=\s*(?:$|[,;.)]|on\b|and\b|only\b|weekdays|every))",
    re.IGNORECASE,
)


def find_hours(scan: Scan) -> list[Found]:
    """Find every stretch of hours in what is still open of a text, and every refusal, in order; crosses them out."""
    found = [*_ranges(scan), *_singles(scan)]
    for pattern, hours in _PARTS:
        found += _taken(scan, pattern, hours)
    found += _taken(scan, REFUSAL, None)
    found += _taken(scan, _WHOLE_DAY, WHOLE)
    found.sort(key=lambda one: one.begins)
    return _together(found)


def _taken(scan: Scan, pattern: re.Pattern[str], hours: Hours | None) -> list[Found]:
    return [Found(*match.span(), hours) for match in scan.take_all(pattern)]


def _ranges(scan: Scan) -> list[Found]:
    """Stretches with both ends, from the plainest writing to the shortest."""
    found = [*_spelled(scan, _TO_NOON, _to_noon), *_of_times(scan)]
    for pattern, read in ((_FOUR_FIGURES, _four_figures), (_HALF_BARE, _half_bare), (_BARE, _bare)):
        found += _spelled(scan, pattern, read)
    return found


def _spelled(scan: Scan, pattern: re.Pattern[str], read: Callable[[re.Match[str]], Hours | None]) -> list[Found]:
    found = []
    for match in list(pattern.finditer(scan.open)):
        hours = read(match)
        if hours is not None:
            scan.cross_out(*match.span())
            found.append(Found(*match.span(), hours))
    return found


def _of_times(scan: Scan) -> list[Found]:
    found = []
    times = find_times(scan)
    place = 0
    while place + 1 < len(times):
        (begins, stops, start), (next_begins, next_stops, end) = times[place], times[place + 1]
        if _TO.fullmatch(scan.open[stops:next_begins]):
            tail = _UNTIL_JA.match(scan.open, next_stops)
            last = tail.end() if tail else next_stops
            scan.cross_out(begins, last)
            found.append(Found(begins, last, Hours(start.at, _end(start, end))))
            place += 1
        place += 1
    return found


def _four_figures(match: re.Match[str]) -> Hours:
    first, last = (dt.time(int(match[name][:2]), int(match[name][2:])) for name in ("first", "last"))
    return Hours(first, last)


def _to_noon(match: re.Match[str]) -> Hours | None:
    first = int(match["first"])
    return Hours(dt.time(first), _NOON) if 5 <= first < 12 else None


def _half_bare(match: re.Match[str]) -> Hours | None:
    if int(match["last"]) >= 24:
        return None
    at_noon = match["first"].casefold() in ("noon", "正午")
    begin = _NOON if at_noon else dt.time.fromisoformat(match["first"].zfill(5))
    return Hours(begin, _end(Clock(begin), Clock(dt.time(int(match["last"])), 0, half_day_said=False)))


def _end(start: Clock, end: Clock) -> dt.time | None:
    """The end of a stretch: "1:00 PM - 3:00" ends at 15:00; 22:00–1:00 after midnight; at midnight the day is over."""
    if end.days_on and not end.at.hour:
        return None
    last = end.at
    if last <= start.at and not end.half_day_said and last.hour < 12:
        afternoon = last.replace(hour=last.hour + 12)
        return afternoon if afternoon > start.at else last
    return last


def _bare(match: re.Match[str]) -> Hours | None:
    """Hours without minutes, if they can be hours of a day: from 7 on, or in the afternoon where that is said."""
    first, last = int(match["first"]), int(match["last"])
    halves = [(match[name] or "").replace(".", "").casefold() for name in ("first_half", "last_half")]
    if not halves[0] and halves[1] and first <= 12:
        # 2-5pm is in the afternoon, 9-12pm and 10-3pm begin in the morning.
        halves[0] = halves[1] if first < last % 12 or first == 12 else "am"
    if not any(halves) and not (7 <= first <= 23 and last <= 24):
        return None
    start, end = _hour(first, halves[0]), _hour(last, halves[1])
    if start is None or end is None:
        return None
    begin = start.replace(minute=int((match["first_minute"] or ":0")[1:]))
    stop = end.replace(minute=int((match["last_minute"] or ":0")[1:]))
    if not last % 24 and not halves[1]:
        return Hours(begin, None)
    return Hours(begin, _end(Clock(begin), Clock(stop, 0, half_day_said=bool(halves[1]))))


def _hour(hour: int, half: str) -> dt.time | None:
    if half:
        return dt.time(hour % 12 + (12 if half == "pm" else 0)) if 1 <= hour <= 12 else None
    return dt.time(hour % 24) if hour <= 24 else None


def _singles(scan: Scan) -> list[Found]:
    found = []
    for begins, stops, clock in find_times(scan):
        before = _UNTIL.search(scan.open[max(0, begins - 12) : begins])
        after = _UNTIL_JA.match(scan.open, stops)
        first = begins - len(before[0]) if before else begins
        last = after.end() if after else stops
        scan.cross_out(first, last)
        hours = Hours(None, clock.at or None) if before or after else Hours(clock.at, None)
        found.append(Found(first, last, hours))
    for match in list(_LONE.finditer(scan.open)):
        hour = int(match["hour"])
        if not 0 < hour < 24:
            continue
        at = dt.time(hour + 12 if hour < 7 else hour)
        scan.cross_out(*match.span())
        until = match["word"].casefold() in ("until", "till", "before", "by")
        found.append(Found(*match.span(), Hours(None, at, guessed=hour < 12) if until else Hours(at, None, hour < 12)))
    return found


def _together(found: list[Found]) -> list[Found]:
    """Put a part of a day and its time together: "evenings after 6" is from 18:00."""
    kept: list[Found] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is not None and one.begins - last.stops <= 2 and last.hours and one.hours:
            joined = _joined(last.hours, one.hours)
            if joined is not None:
                kept[-1] = Found(last.begins, one.stops, joined)
                continue
        kept.append(one)
    return kept


def _joined(part: Hours, time: Hours) -> Hours | None:
    if part.start in (_NOON, _EVENING) and part.end is None and time.start and time.end is None:
        hour = time.start.hour
        return Hours(time.start.replace(hour=hour + 12) if hour < 12 else time.start, None)
    return None
