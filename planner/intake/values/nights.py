"""Nights on which a family cannot host: July 24-25 (family wedding); July 30, 31; none; prefer to be backup, any
night.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.dates import Frame
from planner.intake.values.daylists import take_all_days, take_days, visit_days
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, brackets, says_none, split_outside, trim


@dataclass(frozen=True, slots=True)
class NightsOff:
    """The nights, each with its reason; and whether the family would rather be a backup."""

    nights: tuple[tuple[dt.date, str], ...] = ()
    backup: bool = False


BACKUP = re.compile(
    r"(?:prefer(?:s|red)? to be (?:an? )?|only (?:as )?(?:an? )?|as (?:an? )?"
    r"|happy to be (?:an? )?)?(?<![a-z])(?:back-?up|stand-?by|emergency)(?: (?:home|family|host"
    r"|only))*(?![a-z])"
    r"|予備(?:の?家庭)?|バックアップ|控え",
    re.IGNORECASE,
)
_ALL_FINE = re.compile(
    r"(?:any|all|every) (?:nights?|days?|time)(?: (?:is|are))?(?: (?:ok(?:ay)?|fine|good|works?))?|(?:全日"
    r"|いつでも|全日程)(?:可|大丈夫|OK)(?:です)?",
    re.IGNORECASE,
)
_UNSURE = any_of("maybe|perhaps|possibly|might|not sure|tbd|probably", r"\?|？|未定|たぶん|多分|かも")
_FILLERS = any_of(
    "nights?|evenings?|days?|we|are|is|will be|away|out(?: of town)?|gone|not (?:available|home)"
    "|un?available|can(?:'t|not)(?: host)?|host|on|the|and|of|for|in|from",
    "不在|不可|旅行(?:中)?|の(?:晩|夜|泊)?|は|です|泊|晩|夜",
)
_CLAUSES = re.compile(r"[;；\n。]")


@lru_cache(maxsize=4096)
def read_nights_off(text: str, frame: Frame) -> Reading[NightsOff]:
    """Read the nights a family cannot host. Nights outside the visit are kept out, with a doubt."""
    if not text.strip() or says_none(text):
        return Reading(NightsOff())
    nights: dict[dt.date, str] = {}
    left: list[str] = []
    doubts: list[Doubt] = []
    backup = False
    visit = set(visit_days(frame))
    for clause in split_outside(text, _CLAUSES):
        main, remarks = brackets(clause)
        reason = "; ".join(trim(remark) for remark in remarks)
        scan = Scan(main)
        if scan.take(BACKUP):
            backup = True
        # "Any night" among the nights that are impossible can only mean: any night is possible.
        everything = bool(scan.take(_ALL_FINE)) or (backup and take_all_days(scan))
        days, more = take_days(scan, frame)
        doubts += more
        scan.ignore(_FILLERS)
        rest = scan.left()
        if not days and not backup and not everything:
            left.append(clause.strip())
            continue
        if any(day not in visit for day in days):
            doubts.append(Doubt.OUTSIDE_VISIT)
        if days and rest and len(rest) <= 60 and not reason:
            reason, rest = rest, (rest if _UNSURE.search(rest) else "")
        nights.update({day: reason for day in days if day in visit})
        if not days and reason:
            left.append(reason)
        left.append(rest)
    value = NightsOff(tuple(sorted(nights.items())), backup)
    return Reading(value, "; ".join(filter(None, left)), tuple(dict.fromkeys(doubts)))
