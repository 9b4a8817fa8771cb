"""Airports by their three letters: the name in both languages, the city and the time zone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.language.airports import airport_name


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport: IATA code, name ("" in Japanese where it is not among the usual ones), city, country, IANA zone."""

    code: str
    name: str
    name_ja: str
    city: str
    country: str
    zone: str


@cache
def airport(code: str) -> Airport | None:
    """The airport of an IATA code, or None.

    The world's airports come from airportsdata; resources/data/airports.csv has the names that people use for those
    of Japan and the larger ones of the US.
    """
    row = _airports().get(code)
    if row is None:
        return None
    name = airport_name(code, "en") or row["name"]
    return Airport(code, name, airport_name(code, "ja"), row["city"], row["country"], row["tz"])


@cache
def _airports() -> dict[str, Any]:
    import airportsdata

    return dict(airportsdata.load("IATA"))
