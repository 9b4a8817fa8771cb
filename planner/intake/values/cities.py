"""Cities, states and prefectures with their zones, from resources/data/cities.csv, and the states' letters."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from planner.language.regions import region_name
from planner.resources import rows_of

STATES = {
    "al": "alabama", "ak": "alaska", "az": "arizona", "ar": "arkansas", "ca": "california", "co": "colorado",
    "ct": "connecticut", "de": "delaware", "dc": "district of columbia", "fl": "florida", "ga": "georgia",
    "hi": "hawaii", "id": "idaho", "il": "illinois", "in": "indiana", "ia": "iowa", "ks": "kansas",
    "ky": "kentucky", "la": "louisiana", "me": "maine", "md": "maryland", "ma": "massachusetts",
    "mi": "michigan", "mn": "minnesota", "ms": "mississippi", "mo": "missouri", "mt": "montana",
    "ne": "nebraska", "nv": "nevada", "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico",
    "ny": "new york", "nc": "north carolina", "nd": "north dakota", "oh": "ohio", "ok": "oklahoma",
    "or": "oregon", "pa": "pennsylvania", "ri": "rhode island", "sc": "south carolina", "sd": "south dakota",
    "tn": "tennessee", "tx": "texas", "ut": "utah", "vt": "vermont", "va": "virginia", "wa": "washington",
    "wv": "west virginia", "wi": "wisconsin", "wy": "wyoming",
}  # fmt: skip
"""The two letters of a state → its name in small letters."""


def zones_named(name: str) -> frozenset[str]:
    """The zones of every city, state or prefecture of this name (small letters, either language)."""
    return _tables()[0].get(name, frozenset())


def zone_in_region(city: str, region: str) -> str | None:
    """The zone of a city in a state or prefecture, named or by its two letters (small letters)."""
    return _tables()[1].get((city, STATES.get(region, region)))


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[tuple[str, str], str]]:
    zones: defaultdict[str, set[str]] = defaultdict(set)
    in_region: dict[tuple[str, str], str] = {}
    for row in rows_of("cities.csv"):
        zone = row["time_zone"]
        japanese = row["name_ja"]
        names = {row["name"].casefold(), japanese, japanese.removesuffix("市").removesuffix("区")} - {""}
        region = region_name(row["region"], row["region_ja"], "ja")
        regions = {row["region"].casefold(), region, region.rstrip("都府県州")}
        for name in names | regions:
            # A state that is split keeps all its zones, and is then no answer by itself.
            zones[name].add(zone)
        in_region.update({(name, region): zone for name in names for region in regions})
    # "New York City" is also just New York, and that is what people mean.
    for name in [name for name in zones if name.endswith(" city")]:
        zones.setdefault(name.removesuffix(" city"), set()).update(zones[name])
    return {name: frozenset(found) for name, found in zones.items()}, in_region
