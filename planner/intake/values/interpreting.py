"""What an event needs interpreted, and what an interpreter can do: consecutive, ja/en, speeches 2 x 10 min; ja>en;
en>ja.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.numbers import COUNT, as_count
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside, trim
from planner.model.kinds import InterpreterLevel, InterpretingMode, LanguagePair
from planner.rules.interpreting.asked import TIMES_MINUTES


@dataclass(frozen=True, slots=True)
class Required:
    """One need for interpreting. `minutes` is how long there is to interpret, where that is said."""

    mode: InterpretingMode
    pairs: frozenset[LanguagePair] = frozenset()
    how_many: int | None = None
    minutes: int | None = None
    words: str = ""


BOTH_WAYS = frozenset(LanguagePair)
_MODES: tuple[tuple[InterpretingMode, re.Pattern[str]], ...] = (
    (InterpretingMode.CONSECUTIVE, re.compile(
        r"(?<![a-z])(?:consecutives?|consec\.?)(?: interpret\w+)?(?![a-z])|逐次(?:通訳)?", re.IGNORECASE)),
    (InterpretingMode.SIMULTANEOUS, re.compile(
        r"(?<![a-z])(?:simultaneous(?:ly)?|simul\.?|booth|conference)(?: interpret\w+)?(?![a-z])"
        r"|同時(?:通訳)?", re.IGNORECASE)),
    (InterpretingMode.WHISPERED, re.compile(
        r"(?<![a-z])(?:whisper(?:ed|ing)?|chuchotage)(?: interpret\w+)?(?![a-z])|ウィスパリング"
        r"|ささやき(?:通訳)?", re.IGNORECASE)),
    (InterpretingMode.ESCORT, re.compile(
        r"(?<![a-z])(?:escort(?:ing)?|liaison|accompany\w*|guide|ad[- ]hoc)(?: interpret\w+)?(?![a-z])"
        r"|随行(?:通訳)?|アテンド|エスコート|同行(?:通訳)?|リエゾン", re.IGNORECASE)),
)  # fmt: skip
_JA, _EN = r"(?:ja|jp|jpn|japanese|日本語|日)", r"(?:en|eng|english|英語|英)"
_TO = r"\s*(?:>|->|→|⇒|to|into|-|から)\s*"
_AND = r"\s*(?:/|<->|<>|⇔|↔|⇄|<=>|=|&|and|・|、)\s*"
_PAIRS: tuple[tuple[frozenset[LanguagePair], re.Pattern[str]], ...] = (
    (BOTH_WAYS, re.compile(
        rf"(?<![a-z])(?:{_JA}{_AND}{_EN}|{_EN}{_AND}{_JA}|both (?:ways|directions)|bi-?directional"
        rf"|either direction)(?![a-z])|双方向|日英・?英日|両方向|日⇔英", re.IGNORECASE)),
    (frozenset({LanguagePair.JA_EN}), re.compile(
        rf"(?<![a-z]){_JA}{_TO}{_EN}(?:へ)?(?![a-z])|日英|和英", re.IGNORECASE)),
    (frozenset({LanguagePair.EN_JA}), re.compile(
        rf"(?<![a-z]){_EN}{_TO}{_JA}(?:へ)?(?![a-z])|英日|英和", re.IGNORECASE)),
)  # fmt: skip
_LONE = re.compile(rf"(?<![a-z])(?:(?P<ja>{_JA})|(?P<en>{_EN}))(?![a-z])", re.IGNORECASE)
_HOW_MANY = re.compile(
    rf"(?<![\w.])(?P<count>{COUNT}|[1-9])\s*(?:interpreters?|名|人)(?![a-z])(?:の?通訳(?:者)?)?"
    rf"|通訳(?:者)?\s*(?P<after>[1-9])\s*[名人]",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?<!\d)(?P<minutes>\d{1,3})\s*-?\s*(?:minutes?|mins?\.?|分間?)(?![a-z])", re.IGNORECASE)
_HOURS = re.compile(r"(?<![\d.])(?P<hours>\d(?:\.\d)?)\s*(?:hours?|hrs?\.?|時間)(?![a-z])", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    r"\s*(?:no(?:t)? (?:interpret\w+ )?(?:needed|required|necessary)|no interpret\w+|不要|必要なし|なし)[.。]?\s*",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    r"\s*(?:yes|needed|required|interpret(?:er|ing|ation)s?(?: needed| required)?|要|必要|あり|○"
    r"|通訳(?:あり|要|必要|者)?)[.。]?\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[+＋;；\n]\s*|\s+(?:and|plus)\s+|、(?=同時|逐次|随行|ウィスパ)", re.IGNORECASE)
_FILLERS = any_of(
    r"speech(?:es)?|for|the|of|each|in|with|mode|interpret\w+|needed|required|and|at|about",
    "スピーチ|挨拶|あいさつ|通訳|の|は|で",
)
_LEVELS: tuple[tuple[InterpreterLevel, re.Pattern[str]], ...] = (
    (InterpreterLevel.PROFESSIONAL, re.compile(
        r"(?<![a-z])(?:professional(?:ly)?|pro|certified|conference)(?: interpreter)?(?![a-z])"
        r"|プロ(?:フェッショナル)?|会議通訳(?:者)?|職業通訳", re.IGNORECASE)),
    (InterpreterLevel.CIR, any_of("cir|jet", "国際交流員")),
    (InterpreterLevel.STUDENT, any_of(
        "(?:university |college |graduate )?students?|trainee|beginner",
        "(?:大)?学生",
    )),
    (InterpreterLevel.VOLUNTEER, re.compile(
        r"(?<![a-z])(?:experienced )?(?:volunteers?|community)(?: interpreter)?(?![a-z])"
        r"|(?:経験のある)?ボランティア", re.IGNORECASE)),
)  # fmt: skip


@lru_cache(maxsize=4096)
def read_needs(text: str) -> Reading[tuple[Required, ...]]:
    """Read what an event needs. "Yes" alone is consecutive: the commonest, and easily changed."""
    if not text.strip() or says_none(text) or _NOT_NEEDED.fullmatch(text):
        return Reading(())
    if _NEEDED.fullmatch(text):
        return Reading((Required(InterpretingMode.CONSECUTIVE, words=text.strip()),))
    found: list[Required] = []
    left: list[str] = []
    for part in split_outside(text, _PARTS):
        scan = Scan(part)
        modes = [mode for mode, pattern in _MODES if scan.take_all(pattern)]
        pairs = take_pairs(scan)
        number = scan.take(_HOW_MANY)
        minutes = _minutes(scan)
        if not modes and not found and (pairs or number or minutes):
            modes = [InterpretingMode.CONSECUTIVE]
        how_many = as_count(number["count"] or number["after"]) if number else None
        scan.ignore(_FILLERS)
        if how_many == 0:
            # None is asked for.
            left.append(scan.left())
            continue
        if not modes:
            if found and (pairs or minutes or how_many) and scan.done:
                last = found[-1]
                found[-1] = Required(
                    last.mode,
                    last.pairs | pairs,
                    last.how_many or how_many,
                    last.minutes or minutes,
                    last.words,
                )
            else:
                left.append(part.strip())
            continue
        found += [
            Required(
                mode,
                pairs,
                how_many,
                minutes,
                trim(part),
            )
            for mode in modes
        ]
        left.append(scan.left())
    return Reading(tuple(found), "; ".join(filter(None, left)))


def _minutes(scan: Scan) -> int | None:
    if match := scan.take(TIMES_MINUTES):
        return int(match["times"]) * int(match["minutes"])
    if match := scan.take(_MINUTES):
        return int(match["minutes"])
    if match := scan.take(_HOURS):
        return round(float(match["hours"]) * 60)
    return None


def take_pairs(scan: Scan) -> frozenset[LanguagePair]:
    """Find and cross out directions of interpreting."""
    pairs: frozenset[LanguagePair] = frozenset()
    for meant, pattern in _PAIRS:
        if scan.take_all(pattern):
            pairs |= meant
    return pairs


@lru_cache(maxsize=2048)
def read_pairs(text: str) -> Reading[frozenset[LanguagePair]]:
    """Read the directions of an interpreter. "Japanese, English" without a direction is both."""
    scan = Scan(text)
    pairs = take_pairs(scan)
    lone = scan.take_all(_LONE)
    if not pairs and any(match["ja"] for match in lone) and any(match["en"] for match in lone):
        pairs = BOTH_WAYS
    if not pairs:
        return Reading(frozenset(), text.strip())
    return Reading(pairs, scan.left())


@lru_cache(maxsize=2048)
def read_modes(text: str) -> Reading[frozenset[InterpretingMode]]:
    """Read the modes an interpreter works in."""
    scan = Scan(text)
    modes = frozenset(mode for mode, pattern in _MODES if scan.take_all(pattern))
    scan.ignore(_FILLERS)
    return Reading(modes, scan.left() if modes else text.strip())


@lru_cache(maxsize=2048)
def read_interpreter_level(text: str) -> Reading[InterpreterLevel]:
    """Read how experienced an interpreter is."""
    scan = Scan(text)
    for level, pattern in _LEVELS:
        if scan.take(pattern):
            return Reading(level, scan.left())
    return Reading(InterpreterLevel.UNKNOWN, text.strip())


PAIRED = re.compile(
    r"pair(?:ed)? (?:up )?with|not alone|never alone|with (?:someone|another|a partner)|shadow(?:s|ing)?"
    r"|単独(?:は)?不可|ペアで|補助(?:者)?(?:として)?",
    re.IGNORECASE,
)
"""Words in a note that ask not to let this interpreter work alone."""

EQUIPMENT = re.compile(
    r"receivers?(?: sets?)?|headsets?|microphones?|transmitters?|パナガイド|レシーバー|同時通訳機材"
    r"|受信機",
    re.IGNORECASE,
)
"""Words in a note that speak of equipment the interpreter brings."""
