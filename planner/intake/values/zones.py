"""Zone words → IANA zones: a city or state in either language, an airport, JST or EDT, or the zone's own name."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from planner.clock import WallTime, is_zone, zone_letters
from planner.intake.values.cities import zone_in_region, zones_named
from planner.intake.values.scan import plain

# Letters and words that Americans and Japanese use; the visit's own zones are asked first (MST in Phoenix).
_LETTERS = {
    "jst": "Asia/Tokyo", "japan": "Asia/Tokyo", "japan time": "Asia/Tokyo", "日本": "Asia/Tokyo",
    "日本時間": "Asia/Tokyo",
    "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York",
    "eastern": "America/New_York", "東部時間": "America/New_York", "東部": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago",
    "中部時間": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mt": "America/Denver", "mountain": "America/Denver",
    "山岳部時間": "America/Denver", "山地時間": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "太平洋時間": "America/Los_Angeles", "西部時間": "America/Los_Angeles",
    "akst": "America/Anchorage", "akdt": "America/Anchorage", "alaska": "America/Anchorage",
    "hst": "Pacific/Honolulu", "hawaii": "Pacific/Honolulu", "ハワイ時間": "Pacific/Honolulu",
    "chst": "Pacific/Guam", "utc": "UTC", "gmt": "UTC", "z": "UTC",
}  # fmt: skip
_LOCAL = {"local", "local time", "現地", "現地時間", "host", "here"}
_SUFFIXES = (" time", " standard time", " daylight time", " city", "時間", "市", "空港", " airport")


@lru_cache(maxsize=2048)
def zone_of(words: str, near: tuple[str, ...] = ()) -> str | None:
    """The IANA zone that words name, or None.

    `near` are the visit's zones, the host city's first: they decide between Portland in Maine and in Oregon, and
    what "local time" is. A name that stands for several zones, none of them near, is none.
    """
    text = plain(words).strip(" ()[]/.,")
    if not text or len(text) > 60:
        return None
    if "/" in text and is_zone(text.replace(" ", "_")):
        return text.replace(" ", "_")
    lower = text.casefold()
    if lower in _LOCAL and near:
        return near[0]
    found = _by_letters(lower, near) or _by_place(lower, near)
    if found is None:
        for suffix in _SUFFIXES:
            if lower.endswith(suffix) and len(lower) > len(suffix):
                stem = lower.removesuffix(suffix).strip()
                found = _by_letters(stem, near) or _by_place(stem, near)
                if found:
                    return found
    if found is None and "," in lower:
        place, region = (part.strip() for part in lower.split(",", 1))
        return zone_in_region(place, region)
    return found


def _by_letters(lower: str, near: tuple[str, ...]) -> str | None:
    if lower not in _LETTERS:
        return None
    for zone in near:
        if lower in _letters_used_in(zone):
            return zone
    return _LETTERS[lower]


@cache
def _letters_used_in(zone: str) -> frozenset[str]:
    """The letters of a zone's winter and summer, such as est and edt."""
    days = (dt.date(2027, 1, 15), dt.date(2027, 7, 15))
    return frozenset(zone_letters(WallTime(day, dt.time(12), zone)).casefold() for day in days)


def _by_place(lower: str, near: tuple[str, ...]) -> str | None:
    if len(lower) == 3 and lower.isascii() and lower.isalpha():
        from planner.intake.values.airports import airport

        known = airport(lower.upper())
        if known is not None:
            return known.zone
    return _choose(zones_named(lower), near)


def _choose(zones: frozenset[str], near: tuple[str, ...]) -> str | None:
    for zone in near:
        if zone in zones:
            return zone
    return next(iter(zones)) if len(zones) == 1 else None
