"""What a form's words ask of interpreters besides the mode: so many speeches of so many minutes."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: "2 x 10 min", 「2本×10分」.
TIMES_MINUTES: Final = re.compile(
    r"(?<!\d)(?P<times>\d{1,2})\s*(?:x|×|\*|本\s*×?)\s*(?P<minutes>\d{1,3})\s*(?:minutes?|mins?\.?|分"
    r"|')",
    re.IGNORECASE,
)
_SPEECHES: Final = re.compile(
    r"speech|address|remarks|greeting|スピーチ|挨拶|あいさつ|祝辞|式辞", re.IGNORECASE
)


class Asked(NamedTuple):
    """Speeches that a form speaks of: how many, and how many minutes each."""

    speeches: int
    minutes: int


def speeches_asked(words: str) -> Asked | None:
    """Read "speeches 2 x 10 min" out of the words of a need; None where they speak of none."""
    found = TIMES_MINUTES.search(words) if _SPEECHES.search(words) else None
    return None if found is None else Asked(int(found["times"]), int(found["minutes"]))
