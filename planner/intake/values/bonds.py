"""Who belongs to whom, and who knows whom, as forms say it: 妹（佐藤 美咲）; my brother Ken; pen pal Aoi, promised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside, trim
from planner.model.kinds import AcquaintanceKind, RelationKind, RoomsWith

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Kin:
    """Somebody of one's own family who travels too: how they are related, and the name as it stands there."""

    kind: RelationKind
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a family knows: since when, whether they have promised to host, and the name."""

    kind: AcquaintanceKind
    promised: bool
    name: str


_APART = re.compile(r"[、,;；，\n]|\s+(?:and|&)\s+", re.IGNORECASE)
_KIN: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    (
        RelationKind.COUPLE,
        any_of("husband|wife|spouse|partner|fianc[eé]e?|married to", "夫婦|配偶者|夫(?!婦)|妻|婚約者|ご主人|奥様"),
    ),
    (
        RelationKind.SIBLINGS,
        any_of(
            "(?:(?:twin|older|younger|big|little|elder) )?(?:brothers?|sisters?|siblings?)|twins?",
            "(?:双子の?)?(?:兄弟|姉妹|兄|弟|姉|妹)|双子|きょうだい",
        ),
    ),
    (
        RelationKind.PARENT_AND_CHILD,
        any_of("mother|father|mom|mum|dad|parents?|sons?|daughters?|child(?:ren)?", "母親?|父親?|親子|息子|娘|子ども"),
    ),
    (
        RelationKind.FAMILY,
        any_of(
            "cousins?|aunt|uncle|grand(?:mother|father|parent|son|daughter)|niece|nephew|family|relatives?",
            "いとこ|従(?:兄弟|姉妹)|おば|おじ|叔[父母]|伯[父母]|祖[父母]|孫|姪|甥|家族|親戚|親族",
        ),
    ),
)
_KNOWN: tuple[tuple[AcquaintanceKind, re.Pattern[str]], ...] = (
    (
        AcquaintanceKind.PEN_PALS,
        any_of("pen ?-?pals?|(?:we )?writ(?:e|es|ing)(?: to)?|e-?mails? with", "文通(?:相手|友達)?"),
    ),
    (
        AcquaintanceKind.HOSTED_OUR_CHILD,
        any_of(
            r"(?:['’]s )?(?:family )?hosted (?:our|my) (?:own )?(?:son|daughter|child(?:ren)?|kids?|boy|girl)"
            r"|(?:our|my) \w+ stayed with(?: (?:the )?family of)?",
            "(?:うちの|我が家の)?(?:息子|娘|子ども?|長男|長女)が(?:お世話に(?:なった|なりました)|泊ま(?:った|りました))(?:家の)?",
        ),
    ),
    (
        AcquaintanceKind.HOSTED_BEFORE,
        any_of(
            r"(?:we )?hosted(?: (?:her|him|them))?(?: before| in \d{4}| last year)?|(?:was|stayed) (?:here|with us)"
            r"(?: before| in \d{4}| last year)?",
            "(?:以前|前回|昨年|去年|[12]\\d{3}年に)?(?:受け?入れた|ホストした|泊まった)(?:ことがある)?",
        ),
    ),
)
_PROMISED = any_of(
    "(?:we )?(?:have )?promised(?: to host(?: (?:her|him|them))?)?(?: again)?",
    "(?:受け?入れを?)?約束(?:済み?|した|しました|あり)?",
)
_FILLERS = any_of(
    "my|our|her|his|the|is|also|too|who|travels?|comes?|with|name[ds]?|of|in this group|yes|again|to host",
    "も|一緒に|参加(?:します|する|予定)?|です|さん|ちゃん|くん|君|はい",
)
_NO_NAME = re.compile(
    r"^の|['’]s$|(?:['’]s)?\s*;?\s*(?:in (?:19|20)\d{2}|(?:19|20)\d{2}|last year)$"
    r"|(?:さん|ちゃん|くん|君)?(?:も|が|と)?(?:一緒に|同行|参加).*$"
    r"|(?:さん|ちゃん|くん|君)$",
    re.IGNORECASE,
)
"""What stands before or after a name without being part of it."""
_MARKS = " \u3000、,;:：・-–()（）「」"

_ROOMS: tuple[tuple[RoomsWith, re.Pattern[str]], ...] = (
    (
        RoomsWith.NOBODY,
        any_of(
            "nobody|no ?one|alone|single room|(?:my )?own room|not? shar(?:e|ing)|private room",
            "一人部屋|1人部屋|個室|シングル|相部屋(?:は)?(?:不可|避けたい|困る|いや)|同室(?:は)?(?:不可|避けたい)",
        ),
    ),
    (
        RoomsWith.WOMEN,
        any_of("(?:only )?(?:girls?|women|females?)(?: only)?", "女(?:性|子)(?:と|のみ|だけ|同士)?(?:なら可)?"),
    ),
    (RoomsWith.MEN, any_of("(?:only )?(?:boys?|men|males?)(?: only)?", "男(?:性|子)(?:と|のみ|だけ|同士)?(?:なら可)?")),
    (
        RoomsWith.SAME_GENDER,
        any_of("(?:the )?same[- ](?:gender|sex)(?: only)?", "同性(?:のみ|だけ|同士|と|なら(?:可|よい))?"),
    ),
    (
        RoomsWith.ANYBODY,
        any_of(
            "any(?:body|one)|no preference|doesn'?t matter|don'?t mind|either(?: is)?(?: fine)?|all fine",
            "誰でも|だれでも|どなたでも|こだわり(?:は)?(?:ない|なし)|どちらでも(?:よい|可)?|問わない|特になし",
        ),
    ),
)
_ROOM_FILLERS = any_of(
    "with|only|please|is|are|fine|ok(?:ay)?|share|room", "希望(?:します)?|です|よい|可|を|と|相部屋|同室"
)


@lru_cache(maxsize=2048)
def read_kin(text: str) -> Reading[tuple[Kin, ...]]:
    """Read who of one's family travels too. What is named without saying how is family; what is no name is left."""
    if says_none(text):
        return Reading(())
    found, left = [], []
    for clause in split_outside(text, _APART):
        kind, name = _taken(clause, _KIN, RelationKind.FAMILY)
        if name:
            found.append(Kin(kind, name))
        else:
            left.append(clause)
    return Reading(tuple(found), "; ".join(left))


@lru_cache(maxsize=2048)
def read_known(text: str) -> Reading[tuple[Known, ...]]:
    """Read whom a family knows already, and whether they have promised to host them."""
    if says_none(text):
        return Reading(())
    found: list[Known] = []
    for clause in split_outside(text, _APART):
        scan = Scan(clause)
        promised = bool(scan.take(_PROMISED))
        kind, name = _taken(scan.left() if promised else clause, _KNOWN, AcquaintanceKind.HOSTED_BEFORE)
        if name:
            found.append(Known(kind, promised, name))
        elif promised and found:
            # "Aoi, promised": said of the one before.
            found[-1] = Known(found[-1].kind, True, found[-1].name)
    return Reading(tuple(found))


@lru_cache(maxsize=1024)
def read_rooming(text: str) -> Reading[RoomsWith]:
    """Read with whom somebody would share a room; other words are left, for the field that keeps them."""
    if says_none(text):
        return Reading(RoomsWith.UNKNOWN)
    scan = Scan(text)
    for rooms, pattern in _ROOMS:
        if scan.take(pattern):
            scan.ignore(_ROOM_FILLERS)
            return Reading(rooms, scan.left())
    return Reading(RoomsWith.UNKNOWN, text.strip())


def _taken(clause: str, rows: tuple[tuple[_Kind, re.Pattern[str]], ...], otherwise: _Kind) -> tuple[_Kind, str]:
    """Give what a clause says of a bond, and the name that is left of it."""
    scan = Scan(clause)
    kind = next((kind for kind, pattern in rows if scan.take(pattern)), otherwise)
    scan.ignore(_FILLERS)
    return kind, _NO_NAME.sub("", trim(scan.left())).strip(_MARKS)
