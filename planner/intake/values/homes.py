"""What kind of building a family lives in: apartment, house, farm; マンション, 一戸建て, 農家."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of
from planner.model.kinds import HomeKind

_KINDS: tuple[tuple[HomeKind, re.Pattern[str]], ...] = (
    (HomeKind.FARM, any_of("farm(?:house)?|ranch", "農家|農場|牧場")),
    (
        HomeKind.APARTMENT,
        any_of("apartment|apt\\.?|condo(?:minium)?|flat|duplex", "アパート|マンション|集合住宅|団地|公営住宅"),
    ),
    (
        HomeKind.HOUSE,
        any_of("(?:single[- ]family )?(?:house|home)|town ?house|cottage", "一?戸建て?|一軒家|持ち家|住宅"),
    ),
)


@lru_cache(maxsize=1024)
def read_home(text: str) -> Reading[HomeKind]:
    """Read what kind of home it is."""
    scan = Scan(text)
    for kind, pattern in _KINDS:
        if scan.take(pattern):
            return Reading(kind, scan.left())
    return Reading(HomeKind.UNKNOWN, text.strip())
