"""Who drives, and whose background check is done: Marie, Paul - 4; Susan 4; Marie 2/3/2027; Ben - not yet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.dates import Frame, find_days
from planner.intake.values.numbers import COUNT, as_count
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside, trim
from planner.model.kinds import ClearanceStatus


@dataclass(frozen=True, slots=True)
class Driving:
    """Who of the family drives guests, and how many seats with belts there are for them."""

    drivers: tuple[str, ...] = ()
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One adult's background check. `who` is "" where nobody is named: then it is meant for every adult."""

    who: str
    status: ClearanceStatus
    on: dt.date | None
    words: str


_SEATS = re.compile(
    rf"(?<![\w/.])(?P<count>{COUNT})\s*(?:人乗り|席|人(?:まで)?|seat ?belts?|belts?|(?:extra |free "
    rf"|guest )?seats?(?: with belts?)?|passengers?|guests?)?(?![\w/])",
    re.IGNORECASE,
)
_NO_DRIVER = re.compile(
    r"\s*(?:no (?:car|drivers?)|(?:we )?(?:do not|don'?t) (?:drive|have a car)|車(?:は|が)?(?:なし|ない"
    r"|ありません)|運転(?:しません|できません|不可))[.。]?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['.・](?=[^\W\d_])|-(?=[^\W\d_])| (?=[A-Z]))*")
_NO_NAMES = frozenset(
    (  # noqa: SIM905 (a list of fifty one-word lines reads worse)
        "and both parents seats seat belts belt with for cars car van drives drive drivers driver can "
        "guests up to has have the in we of our suv minivan all adults either or each total yes cleared "
        "clear done complete completed passed approved pending progress submitted applied not yet no "
        "none waiting date check background checks expired refused denied failed on is are was "
        "運転 免許 席 人 車 台 済 済み 未 申請中 確認中 両親 可"
    ).split()
)
_PENDING = any_of(
    "not (?:yet|done|started|cleared|complete[d]?)|pending|in progress|submitted|applied|waiting|to do"
    "|tbd|n/?a|no|none|scheduled|will (?:do|apply)",
    "申請中|未(?:了|実施|完了)?|手続き中|確認中|まだ",
)
_REFUSED = any_of("refused|denied|failed|not passed|rejected|declined", "不合格|拒否")
_CLEARED = any_of(
    "cleared?|done|completed?|passed|approved|ok(?:ay)?|yes|current|valid",
    "済み?|完了|合格|○",
)
_CLAUSES = re.compile(r"[;；\n。、，]|,(?!\s*(?:19|20)\d\d)|(?<=\d)\s+(?:and|&)\s+(?=[A-Z])")
_FILLERS = any_of(
    "and|&|both|with|up|to|for|seats?|belts?|cars?|drives?|drivers?|can|guests?|has|have|the|in|we|of"
    "|each|total|on|is|was|check(?:ed|s)?|background|date|yes|both|parents|adults|drive",
    "運転(?:します)?|免許|です|は|が|と",
)


def read_driving(text: str, people: Sequence[str] = ()) -> Reading[Driving]:
    """Read who drives and the seats. Names are taken from `people` first, else any words that can be names."""
    return _read_driving(text, tuple(people))


@lru_cache(maxsize=4096)
def _read_driving(text: str, people: tuple[str, ...]) -> Reading[Driving]:
    if not text.strip() or says_none(text) or _NO_DRIVER.fullmatch(text):
        return Reading(Driving())
    scan = Scan(text)
    who = _take_people(scan, people)
    seats = [as_count(match["count"]) or 0 for match in scan.take_all(_SEATS)]
    scan.ignore(_FILLERS)
    rest = scan.left()
    if not who and not seats:
        return Reading(Driving(), text.strip())
    if len(seats) > 1:
        return Reading(Driving(tuple(who), max(seats)), text.strip())
    return Reading(Driving(tuple(who), seats[0] if seats else None), rest)


def read_clearances(text: str, frame: Frame, people: Sequence[str] = ()) -> Reading[tuple[Checked, ...]]:
    """Read each adult's check: a date means cleared on it, "not yet" pending."""
    return _read_clearances(text, frame, tuple(people))


@lru_cache(maxsize=4096)
def _read_clearances(text: str, frame: Frame, people: tuple[str, ...]) -> Reading[tuple[Checked, ...]]:
    if not text.strip():
        return Reading(())
    found: list[Checked] = []
    left: list[str] = []
    doubts: list[Doubt] = []
    waiting: list[str] = []
    for clause in split_outside(text, _CLAUSES):
        scan = Scan(clause)
        days = find_days(scan, frame)
        who = _take_people(scan, people, before=days[0].start if days else None)
        day = next((one.day for one in days if one.day), None)
        for one in days:
            doubts += one.doubts
            if one.day:
                scan.cross_out(one.start, one.stop)
        status = _status(scan, day)
        if status is None:
            # Names without a date share the one that follows: "Marie, Paul 2/3/2027".
            waiting += who
            if not who or days:
                left.append(clause.strip())
            continue
        scan.ignore(_FILLERS)
        words = trim(clause)
        found += [Checked(name, status, day, words) for name in (*waiting, *who)] or [Checked("", status, day, words)]
        waiting = []
        left.append(scan.left())
    left += waiting
    return Reading(tuple(found), "; ".join(filter(None, left)), tuple(dict.fromkeys(doubts)))


def _status(scan: Scan, day: dt.date | None) -> ClearanceStatus | None:
    if scan.take(_REFUSED):
        return ClearanceStatus.REFUSED
    if scan.take(_PENDING):
        return ClearanceStatus.PENDING
    cleared = scan.take(_CLEARED)
    return ClearanceStatus.CLEARED if day or cleared else None


def _take_people(scan: Scan, people: tuple[str, ...], before: int | None = None) -> list[str]:
    who: list[str] = []
    for person in sorted(people, key=len, reverse=True):
        if not person:
            continue
        edges = (r"(?<![^\W_])", r"(?:'s)?(?![^\W_])") if person.isascii() else ("", "")
        if scan.take(re.compile(edges[0] + re.escape(person) + edges[1], re.IGNORECASE)):
            who.append(person)
    who.sort(key=lambda person: scan.plain.casefold().find(person.casefold()))
    for match in list(_NAME.finditer(scan.open)):
        if before is not None and match.start() >= before:
            break
        words = scan.original(*match.span())
        capital = words[0].isupper() or not words.isascii()
        if capital and not any(word.casefold() in _NO_NAMES for word in words.split()):
            who.append(words)
            scan.cross_out(*match.span())
    return who
