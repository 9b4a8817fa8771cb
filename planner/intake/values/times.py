"""Times of day: 11:00 (Tokyo), 10:50 AM (New York), noon, 5:30 AM, 15時30分, 午後3時半, 25:00."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache

from planner.intake.values.dates import Frame, find_days
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of
from planner.intake.values.zones import zone_of


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall time as written: `days_on` is 1 for 24:00 and 25:30, the small hours of the next day.

    `half_day_said` is whether am/pm (or 24-hour writing that needs none) leaves no doubt between 3:00 and 15:00;
    `marked` whether am or pm stood there in words.
    """

    at: dt.time
    days_on: int = 0
    half_day_said: bool = True
    marked: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a cell says of a moment: the time, and the day and zone where it names them."""

    clock: Clock | None = None
    on: dt.date | None = None
    zone: str | None = None


_HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
# 4:30p, as it is scribbled
_HALF_SHORT = r"(?P<half_short>[ap])(?![a-z])"
_TIME = re.compile(
    rf"""
    (?<![\d:.,/年月])(?P<hour>\d{{1,2}})[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d/])(?:\s*{_HALF}|{_HALF_SHORT})?
  | (?<![\d:.,/年月])(?P<bare>\d{{1,2}})\s*(?:{_HALF.replace("half", "bare_half")}|o'?clock)
  | (?P<ja_half>午前|午後|朝|夜|夕方|昼|深夜)?\s*(?<![\d:])(?P<ja_hour>\d{{1,2}})\s*時(?!間)\s*
        (?:(?P<ja_minute>\d{{1,2}})\s*分|(?P<ja_halfhour>半))?
  | (?P<ja_half2>午前|午後)\s*(?P<ja_hour2>\d{{1,2}}):(?P<ja_minute2>[0-5]\d)
  | (?P<word>(?<![a-z])(?:12\s+)?(?:noon|midday|midnight)(?![a-z])|正午|真夜中)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FOUR_FIGURES = re.compile(r"\s*([01]\d|2[0-3])([0-5]\d)\s*(?:h(?:rs?|ours?)?\.?)?\s*", re.IGNORECASE)
_ZONE = re.compile(
    r"\(([^()]{1,40})\)|(?<![a-z])([A-Z]{2,4}T|[A-Z][a-z]+/[A-Za-z_/]+|local time)(?![a-z])|(現地時間"
    r"|日本時間)"
)
_HALF_FIRST = re.compile(r"(?<![a-z])(?P<half>[ap])\.?m\.?\s*(?P<time>\d{1,2}(?:[:.]\d{2})?)(?![\d:])", re.IGNORECASE)
_SPAN = re.compile(r"\s*(?:-|~|→|\bto\b|\buntil\b|から)\s*", re.IGNORECASE)
_FILLERS = any_of(
    r"about|around|approx(?:imately|\.)?|ca\.?|at|from|until|till|to|by|sharp",
    "頃|ごろ|から|まで|以降",
)


def find_times(scan: Scan) -> list[tuple[int, int, Clock]]:
    """Find every time in what is still open of a text: its stretch and what it says."""
    found = []
    for match in _TIME.finditer(scan.open):
        clock = _clock(match)
        if clock is not None:
            found.append((match.start(), match.end(), clock))
    return found


def read_moment(text: str, frame: Frame, near: tuple[str, ...] = ()) -> Reading[Moment]:
    """Read a time, with a day and a zone if the cell names them. `near` are the visit's zones, the host city's
    first.
    """
    turned = _HALF_FIRST.sub(r"\g<time> \g<half>m", text)
    if turned != text and not (reading := _read_moment(turned, frame, near)).rest:
        return reading
    return _read_moment(text, frame, near)


def _read_moment(text: str, frame: Frame, near: tuple[str, ...]) -> Reading[Moment]:
    four = _FOUR_FIGURES.fullmatch(text)
    if four:
        return Reading(Moment(Clock(dt.time(int(four[1]), int(four[2])))))
    scan = Scan(text)
    doubts: tuple[Doubt, ...] = ()
    day = None
    days = find_days(scan, frame)
    if days and days[0].day is not None:
        day, doubts = days[0].day, days[0].doubts
        scan.cross_out(days[0].start, days[0].stop)
    times = find_times(scan)
    if times:
        scan.cross_out(times[0][0], times[0][1])
    zone = None
    for match in _ZONE.finditer(scan.open):
        zone = zone_of(match[1] or match[2] or match[3], near)
        if zone:
            scan.cross_out(*match.span())
            break
    if day is None and zone is None and not times:
        return Reading(Moment(), text.strip())
    scan.ignore(_FILLERS)
    return Reading(Moment(times[0][2] if times else None, day, zone), scan.left(), doubts)


def split_span(text: str) -> tuple[str, str] | None:
    """The two halves of a cell that names start and end together: ``9:30 - 11:00``, 「10時〜12時」; None for
    others.
    """
    scan = Scan(text)
    times = find_times(scan)
    if len(times) < 2:
        return None
    between = _SPAN.search(scan.open, times[0][1], times[1][0])
    if between is None:
        return None
    return scan.original(0, between.start()).strip(), scan.original(between.end(), len(scan.plain)).strip()


@lru_cache(maxsize=4096)
def read_zone(text: str, near: tuple[str, ...] = ()) -> Reading[str | None]:
    """Read a cell that names nothing but a time zone."""
    zone = zone_of(text, near)
    return Reading(zone) if zone else Reading(None, text.strip())


def _clock(match: re.Match[str]) -> Clock | None:
    if match["word"]:
        if re.search("midnight|真夜中", match["word"], re.IGNORECASE):
            return Clock(dt.time(0), 1)
        return Clock(dt.time(12))
    if match["hour"]:
        return _western(int(match["hour"]), int(match["minute"]), match["half"] or match["half_short"])
    if match["bare"]:
        return _western(int(match["bare"]), 0, match["bare_half"])
    if match["ja_hour2"]:
        return _japanese(int(match["ja_hour2"]), int(match["ja_minute2"]), match["ja_half2"])
    minute = 30 if match["ja_halfhour"] else int(match["ja_minute"] or 0)
    return _japanese(int(match["ja_hour"]), minute, match["ja_half"])


def _western(hour: int, minute: int, half: str | None) -> Clock | None:
    if half:
        if not 1 <= hour <= 12:
            return _plain(hour, minute, said=True) if hour > 12 else None
        return Clock(dt.time(hour % 12 + (12 if half.casefold() == "p" else 0), minute), marked=True)
    return _plain(hour, minute, said=hour > 12 or hour == 0)


def _japanese(hour: int, minute: int, half: str | None) -> Clock | None:
    if half == "午後" or (half in ("夜", "夕方") and hour < 12) or (half == "昼" and hour < 6):
        return Clock(dt.time(hour % 12 + 12, minute), marked=True) if hour <= 12 and minute < 60 else None
    if half == "深夜" and hour == 12:
        return Clock(dt.time(0, minute), 1) if minute < 60 else None
    return _plain(hour, minute, said=True)


def _plain(hour: int, minute: int, *, said: bool) -> Clock | None:
    if minute >= 60 or hour > 29:
        return None
    # Japanese timetables count on after midnight: 25:30 is half past one in the night that belongs to the day
    # before.
    return Clock(dt.time(hour - 24, minute), 1) if hour >= 24 else Clock(dt.time(hour, minute), 0, said)
