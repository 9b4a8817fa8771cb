"""What Japanese and American families call the airports that visits use, and the city a 行程表 names for each."""

from __future__ import annotations

from functools import cache

from planner.resources import rows_of


def airport_name(code: str, language: str) -> str:
    """Name an airport by its IATA code, "" if it is not in the list: 「羽田空港」, "Tokyo Haneda Airport"."""
    row = _airports().get(code.strip().upper(), {})
    return row.get("name_ja" if language == "ja" else "name", "")


def airport_city(code: str) -> str:
    """Give in Japanese the city that an airport serves, "" if it is not in the list: 「東京（羽田）」."""
    return _airports().get(code.strip().upper(), {}).get("city_ja", "")


@cache
def _airports() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows_of("airports.csv")}
