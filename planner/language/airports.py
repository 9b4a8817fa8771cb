"""What Japanese and American families call the airports that visits use, and the city a 行程表 names for each."""

from __future__ import annotations

import csv
from functools import cache

from planner.resources import resource


def airport_name(code: str, language: str) -> str:
    """Name an airport by its IATA code, "" if it is not in the list: 「羽田空港」, "Tokyo Haneda Airport"."""
    row = _airports().get(code.strip().upper(), {})
    return row.get("name_ja" if language == "ja" else "name", "")


def airport_city(code: str) -> str:
    """Give in Japanese the city that an airport serves, "" if it is not in the list: 「東京（羽田）」."""
    return _airports().get(code.strip().upper(), {}).get("city_ja", "")


@cache
def _airports() -> dict[str, dict[str, str]]:
    with resource("data", "airports.csv").open(encoding="utf-8", newline="") as stream:
        return {row["code"]: row for row in csv.DictReader(stream)}
