"""The cities of both countries that a visit can be between, each with its time zone: `resources/data/cities.csv`."""

from __future__ import annotations

from functools import cache

from planner.commands.visits import CityChoice
from planner.language.regions import region_name
from planner.resources import rows_of


@cache
def known_cities() -> tuple[CityChoice, ...]:
    """Every city of the list."""
    return tuple(
        CityChoice(
            row["name"],
            row["name_ja"],
            row["region"],
            region_name(row["region"], row["region_ja"], "ja"),
            row["country"],
            row["time_zone"],
        )
        for row in rows_of("cities.csv")
    )
