"""How firm an event is: confirmed, requested, TBC; 確定, 依頼中, 案, 中止."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of
from planner.model.kinds import ActivityStatus

_STATES: tuple[tuple[ActivityStatus, re.Pattern[str]], ...] = (
    (ActivityStatus.CANCELLED, any_of("cancel(?:l?ed)?|called off|dropped", "中止|取りやめ|キャンセル")),
    (
        ActivityStatus.REQUESTED,
        any_of(
            "requested|pending|asked|waiting|tbc|to be confirmed|on hold|booked\\?",
            "依頼(?:中|済み?)|調整中|確認中|仮",
        ),
    ),
    (ActivityStatus.IDEA, any_of("idea|maybe|proposed|option(?:al)?|tentative|tbd", "案|検討中|候補|未定")),
    (ActivityStatus.CONFIRMED, any_of("confirmed|booked|yes|ok(?:ay)?|final|set|done", "確定|決定|済み?|○")),
)


@lru_cache(maxsize=1024)
def read_status(text: str) -> Reading[ActivityStatus]:
    """Read how firm an event is; what says nothing known counts as confirmed, with its words left over."""
    scan = Scan(text)
    for status, pattern in _STATES:
        if scan.take(pattern):
            return Reading(status, scan.left())
    return Reading(ActivityStatus.CONFIRMED, text.strip())
