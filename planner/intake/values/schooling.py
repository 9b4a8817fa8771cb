"""School and year, role in the delegation, position and number: 八潮学園 8年; 引率（監督）; PG / 4."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, trim
from planner.model.kinds import Role


@dataclass(frozen=True, slots=True)
class Schooling:
    """A school (or, for adults, an organisation) and the year in it, in the words of the form."""

    school: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Playing:
    """The position somebody plays, and the number on the shirt."""

    position: str = ""
    number: str = ""


_GRADE = any_of(
    r"(?:grade|year|class)\s*\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[- ]?grade(?:r)?|k-?\d{1,2}|freshman"
    "|sophomore|junior(?! high)|senior(?! high)|kindergarten",
    r"[小中高大][1-6](?![\d年])|(?:[小中高大]|年長|修士|博士)?\s*[1-9１-９一二三四五六]\s*(?:年生?|学年"
    r"|回生)(?:\s*[A-Z0-9一二三四五六]\s*組)?",
)
_SCHOOL_END = re.compile(r"[\s/・,、，]+$|^[\s/・,、，]+")


@lru_cache(maxsize=4096)
def read_schooling(text: str) -> Reading[Schooling]:
    """Read school and year; what is no year is the school's name."""
    if says_none(text):
        return Reading(Schooling())
    scan = Scan(text)
    match = scan.take(_GRADE)
    if match is None:
        return Reading(Schooling(text.strip()))
    grade = scan.original(*match.span()).strip()
    before = scan.original(0, match.start())
    after = scan.original(match.end(), len(scan.plain))
    school = _SCHOOL_END.sub("", f"{before.strip()} {after.strip()}".strip())
    return Reading(Schooling(trim(school) if school.endswith(("(", "（")) else school, grade))


# The first that is found wins: 「引率（監督）」 is what stands in the brackets, not only a chaperone.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.DEPUTY,
        any_of(
            "(?:deputy|vice|assistant) ?(?:leader|head|chief|director)?",
            "副団長",
        ),
    ),
    (
        Role.LEADER,
        any_of(
            "(?:delegation |group |team |head )?leader|head of (?:the )?delegation|chief",
            "団長|代表者?|リーダー",
        ),
    ),
    (
        Role.COACH,
        any_of(
            "(?:head |assistant )?coach|trainer|team manager",
            "監督|コーチ",
        ),
    ),
    (
        Role.NURSE,
        any_of(
            "nurse|doctor|physician|medic",
            "看護師|養護教諭|保健師|医師",
        ),
    ),
    (
        Role.STAFF,
        any_of(
            "staff|chaperone|teacher|secretariat|coordinator|tour conductor|adult",
            "事務局|職員|随行員|引率者?|教員|教諭|先生|添乗員|スタッフ",
        ),
    ),
    (
        Role.INTERPRETER,
        any_of(
            "interpreter",
            "通訳",
        ),
    ),
    (
        Role.PLAYER,
        any_of(
            "players?|athletes?",
            "選手|部員",
        ),
    ),
    (
        Role.STUDENT,
        any_of(
            "students?|pupils?|youth",
            "生徒|児童|学生|中学生|高校生",
        ),
    ),
    (
        Role.ARTIST,
        any_of(
            "(?:artist|musician|performer|dancer)s?",
            "芸術家|作家|音楽家|演奏者|アーティスト",
        ),
    ),
    (
        Role.OFFICIAL,
        any_of(
            "(?:mayor|council(?:l?or)?|official|commissioner|superintendent)s?",
            "市長|議員|議長|副市長|教育長|公式|来賓",
        ),
    ),
    (
        Role.DELEGATE,
        any_of(
            "delegates?|members?|participants?|citizens?",
            "団員|訪問団員|市民|参加者|メンバー",
        ),
    ),
)


@lru_cache(maxsize=2048)
def read_role(text: str) -> Reading[Role | None]:
    """Read the role; the words themselves are kept beside it, so nothing is left over once a role is found."""
    scan = Scan(text)
    for role, pattern in _ROLES:
        if scan.take(pattern):
            return Reading(role)
    return Reading(None, text.strip())


_NUMBER = re.compile(r"(?:(?:no\.?|number|#|№|背番号)\s*)?(?<![\d.])(\d{1,3})(?![\d.])\s*番?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_playing(text: str) -> Reading[Playing]:
    """Read position and shirt number; either may be missing."""
    if says_none(text):
        return Reading(Playing())
    scan = Scan(text)
    match = scan.take(_NUMBER)
    position = trim(scan.left())
    return Reading(Playing(position, match[1] if match else ""))
