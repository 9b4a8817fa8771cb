"""Airports by their three letters: name, city and time zone at each end of a flight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport: IATA code, its name and city in English, country (ISO 3166) and IANA zone."""

    code: str
    name: str
    city: str
    country: str
    zone: str


def airport(code: str) -> Airport | None:
    """The airport of an IATA code, or None."""
    row = _airports().get(code)
    return Airport(code, row["name"], row["city"], row["country"], row["tz"]) if row else None


@cache
def _airports() -> dict[str, Any]:
    import airportsdata

    return dict(airportsdata.load("IATA"))
