"""Who takes part: everyone; host families / B squad / Aチーム / players only / 髙橋さくら、佐藤美咲."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, plain, says_none, split_outside, trim


@dataclass(frozen=True, slots=True)
class Party:
    """A group as named: both languages where they can be told, and its letter ("A")."""

    name_en: str = ""
    name_ja: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who takes part. `names` are words that may be names of members; whoever knows the plan decides."""

    everyone: bool = False
    hosts: bool = False
    groups: tuple[Party, ...] = ()
    names: tuple[str, ...] = ()


_EVERYONE = any_of(
    "every(?:one|body)|all(?: (?:guests?|members?|participants?|of us|delegates))?|whole (?:group|team"
    "|delegation)|full (?:group|team|delegation)|delegation|group|team",
    "全員|一同|みんな|全メンバー|訪問団|団員",
)
_HOSTS = any_of(
    "(?:and |plus |with )?(?:the )?host(?:ing|s|s?'| )? ?(?:famil(?:y|ies)|homes?)?(?: (?:invited"
    "|welcome))?|(?:all )?families",
    "ホスト(?:ファミリー|家庭)?|受け?入れ家庭",
)
_KIND = {
    "squad": "チーム",
    "team": "チーム",
    "group": "グループ",
    "class": "クラス",
    "party": "班",
    "section": "班",
}
_KIND_JA = {"チーム": "squad", "班": "group", "組": "class", "グループ": "group", "クラス": "class"}
_LETTERED = re.compile(
    r"(?<![a-z])(?P<letter>[A-H]|[1-9])[ -](?P<kind>squad|team|group|class|party|section)s?(?![a-z])"
    r"|(?<![a-z])(?P<kind2>squad|team|group|class|party|section) (?P<letter2>[A-H]|[1-9])(?![a-z\d])",
    re.IGNORECASE,
)
_LETTERED_JA = re.compile(r"(?P<letter>[A-Ha-h]|[1-9])\s*(?P<kind>チーム|班|組|グループ|クラス)")
_ROLES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("Players", "選手", any_of("(?:all |the )?players?(?: only)?", "選手(?:のみ|全員)?")),
    (
        "Students",
        "生徒",
        any_of(
            "(?:all |the )?(?:students?|pupils?|kids|children|youths?)(?: only)?",
            "生徒(?:のみ|全員)?|児童|学生(?:のみ)?",
        ),
    ),
    (
        "Chaperones",
        "引率者",
        any_of(
            "(?:all |the )?(?:chaperones?|adults?|teachers?|leaders?)(?: only)?",
            "引率(?:者)?(?:のみ)?|大人(?:のみ)?",
        ),
    ),
    ("Coaches", "コーチ", any_of("(?:all |the )?coach(?:es)?(?: only)?", "コーチ(?:のみ)?|指導者")),
    ("Girls", "女子", any_of("(?:all |the )?girls?(?: only)?", "女子(?:のみ)?")),
    ("Boys", "男子", any_of("(?:all |the )?boys?(?: only)?", "男子(?:のみ)?")),
    (
        "Officials",
        "代表者",
        any_of("(?:all |the )?(?:officials?|dignitaries|delegates)(?: only)?", "代表団|役員|来賓"),
    ),
)
_NAMED_GROUP = re.compile(
    r"(?<![a-z])(?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*) (?P<kind>squad|team|group|class|party)(?![a-z])"
)
_EXCEPT = any_of("except|but not|without|excluding|not", "以外|除く")
_PARTS = re.compile(
    r"[;；,、，\n+＋&＆/]|\s+(?:and|plus)\s+|・|(?<=[一-龠ぁ-んァ-ヶ])と(?=[一-龠ぁ-んァ-ヶA-Z])",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def read_attendance(text: str) -> Reading[Attendance]:
    """Read who takes part. Whatever names no group is in `names`, to be looked for among the members."""
    if not text.strip() or says_none(text):
        return Reading(Attendance())
    everyone = hosts = False
    groups: list[Party] = []
    names: list[str] = []
    for part in split_outside(text, _PARTS):
        if _EXCEPT.search(plain(part)):
            names.append(trim(part))  # "everyone except B squad": nobody is put down for what they are left out of
            continue
        scan = Scan(part)
        found = _groups(scan)
        if scan.take(_HOSTS):
            hosts = True
            found = found or []
        elif not found and scan.take(_EVERYONE):
            everyone = True
        elif not found:
            names.append(trim(part))
            continue
        groups += [group for group in found if group not in groups]
        if rest := scan.left():
            names.append(rest)
    return Reading(Attendance(everyone, hosts, tuple(groups), tuple(filter(None, names))))


def _groups(scan: Scan) -> list[Party]:
    found = []
    for match in scan.take_all(_LETTERED):
        letter = (match["letter"] or match["letter2"]).upper()
        kind = (match["kind"] or match["kind2"]).casefold()
        found.append(Party(f"{letter} {kind}", f"{letter}{_KIND[kind]}", letter))
    for match in scan.take_all(_LETTERED_JA):
        letter = match["letter"].upper()
        found.append(Party(f"{letter} {_KIND_JA[match['kind']]}", f"{letter}{match['kind']}", letter))
    for match in scan.take_all(_NAMED_GROUP):
        found.append(Party(scan.original(*match.span())))
    for english, japanese, pattern in _ROLES:
        if scan.take_all(pattern):
            found.append(Party(english, japanese))
    return found
