"""The zones that the tests try, and an independent reading of them: `zoneinfo` on the tzdata package."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

US_AND_ITS_ISLANDS = {"US", "PR", "VI", "GU", "MP", "AS"}


def _zones() -> list[str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return sorted(row[2] for row in rows if row[0] in US_AND_ITS_ISLANDS)


def _independent(name: str) -> ZoneInfo:
    # Not ZoneInfo(name): that would read the system's zone data, whose version is anybody's guess.
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


ZONES = [*_zones(), "Asia/Tokyo"]
ORACLE = {name: _independent(name) for name in ZONES}


def oracle_readings(local: datetime, zone: str) -> list[datetime]:
    """Give the instants at which clocks show `local`: those of its two folds that come back as they were."""
    found = {local.replace(tzinfo=ORACLE[zone], fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(i for i in found if i.astimezone(ORACLE[zone]).replace(tzinfo=None, fold=0) == local)
