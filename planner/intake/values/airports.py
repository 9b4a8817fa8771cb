"""Airports by their three letters: the name in both languages, the city and the time zone."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.resources import resource


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
    name, name_ja = _usual_names().get(code, (row["name"], ""))
    return Airport(code, name, name_ja, row["city"], row["country"], row["tz"])


@cache
def _airports() -> dict[str, Any]:
    import airportsdata

    return dict(airportsdata.load("IATA"))


@cache
def _usual_names() -> dict[str, tuple[str, str]]:
    with resource("data", "airports.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: (row["name"], row["name_ja"]) for row in csv.DictReader(stream)}
