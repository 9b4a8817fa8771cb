"""What a reader of values gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Doubt(StrEnum):
    """Why somebody should look at a value, although something was made of it. The values are codes of sentences."""

    NOT_UNDERSTOOD = "import-not-understood"
    DATE_AMBIGUOUS = "import-date-ambiguous"
    DATE_IMPOSSIBLE = "import-date-impossible"
    DATE_COUNTED = "import-date-counted"
    WEEKDAY_DIFFERS = "import-weekday-differs"
    OUTSIDE_VISIT = "import-outside-visit"
    HALF_DAY_ASSUMED = "import-half-day-assumed"
    ZONE_ASSUMED = "import-zone-assumed"
    TIME_IMPOSSIBLE = "import-time-impossible"
    END_BEFORE_START = "import-end-before-start"
    END_WITHOUT_START = "import-end-without-start"
    NAME_NOT_SPLIT = "import-name-not-split"
    NAME_NOT_FOUND = "import-name-not-found"
    NAME_AMBIGUOUS = "import-name-ambiguous"
    MAYBE_SAME_PERSON = "import-maybe-same-person"
    PHONE_UNLIKELY = "import-phone-unlikely"
    REACTION_UNSTATED = "import-reaction-unstated"
    SMOKING_PLACE_UNSTATED = "import-smoking-place-unstated"
    BED_KIND_ASSUMED = "import-bed-kind-assumed"
    AGE_CONTRADICTS = "import-age-contradicts"
    LOOKS_LIKE_FORMULA = "import-looks-like-formula"
    CHANGED_IN_BOTH = "import-changed-in-both"
    GONE_FROM_SHEET = "import-gone-from-sheet"
    COLUMN_UNKNOWN = "import-column-unknown"
    TIMES_UNDERSTOOD = "import-times-understood"


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was understood, and what was not.

    `rest` holds the words that were not understood, as they stood in the cell; "" when all were. `doubts` are
    reasons to look at the value although it was understood.
    """

    value: T
    rest: str = ""
    doubts: tuple[Doubt, ...] = ()
