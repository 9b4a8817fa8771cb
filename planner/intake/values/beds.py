"""Beds a family offers, room by room: Ada's room: 1 twin + 1 trundle; den: sofa bed / 2 singles in the attic room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.numbers import COUNT, as_count
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, any_of, brackets, says_none, split_outside, trim
from planner.model.kinds import BedKind


@dataclass(frozen=True, slots=True)
class Offered:
    """One bed for a guest. `shared_with` is who of the family sleeps in that room; `remark` in the family's words."""

    kind: BedKind
    sleeps: int
    room: str = ""
    shared_with: str = ""
    steep_stairs: bool = False
    remark: str = ""


MOST_BEDS = 30
"""No home offers more; a larger number is a slip, and is left to be looked at."""

_KINDS: tuple[tuple[BedKind, int, str], ...] = (
    (BedKind.SOFA_BED, 1,
        r"sofa[- ]?beds?|sleeper sofas?|pull[- ]?outs?(?: (?:couch(?:es)?|sofas?|beds?))?"
        r"|futon (?:couch(?:es)?|sofas?)|couch(?:es)?|sofas?|ソファー?ベッド|ソファー?"),
    (BedKind.AIR_MATTRESS, 1,
        r"air[- ]?(?:mattress(?:es)?|beds?)|inflatables?(?: (?:mattress(?:es)?|beds?))?"
        r"|blow-?ups?(?: (?:mattress(?:es)?|beds?))?|エア(?:ー)?(?:ベッド|マットレス?)"),
    (BedKind.DAY_BED, 1, r"day[- ]?beds?|デイベッド"),
    (BedKind.TRUNDLE, 1, r"trundles?(?: beds?)?|トランドル(?:ベッド)?|親子ベッド"),
    (BedKind.BUNK, 1, r"bunk[- ]?beds?|bunks?|(?:二|2)段ベッド|loft beds?"),
    (BedKind.FUTON, 1, r"futons?|布団|ふとん"),
    (BedKind.KING, 2, r"(?:california )?kings?(?:[- ]size[d]?)?(?: beds?)?|キング(?:サイズ)?(?:ベッド)?"),
    (BedKind.QUEEN, 2, r"queens?(?:[- ]size[d]?)?(?: beds?)?|クイーン(?:サイズ)?(?:ベッド)?"),
    (BedKind.TWIN, 1, r"twins?(?:[- ]?xl)?(?:[- ]size[d]?)?(?: beds?)?|ツイン(?:ベッド)?"),
    (BedKind.SINGLE, 1, r"singles?(?:[- ]size[d]?)?(?: beds?)?|シングル(?:サイズ)?(?:ベッド)?"),
    (BedKind.DOUBLE, 2,
        r"(?:doubles?|full)(?:[- ]size[d]?)?(?: beds?)?(?! room)|full beds?|ダブル(?:サイズ)?(?:ベッド)?"),
    (BedKind.OTHER, 1,
        r"(?:separate |extra |spare |own )?(?:beds?|mattress(?:es)?|cots?|camp ?beds?)|ベッド"),
)  # fmt: skip
_KIND_WORDS = "|".join(f"(?P<b{place}>{words})" for place, (_, _, words) in enumerate(_KINDS))
_BED = re.compile(
    rf"(?:(?<![\w.])(?P<count>{COUNT})\s*(?:x\s*|×\s*)?(?:つの|台の|組の)?)?(?:separate |extra |spare "
    rf"|own |comfortable |new )?"
    rf"(?:(?<![a-z])|(?<=[一-龠ぁ-んァ-ヶ]))(?:{_KIND_WORDS})(?![a-z])"
    rf"(?:\s*(?:x|×)?\s*(?P<count_after>\d{{1,2}})\s*(?:台|組|つ|枚|床)?)?",
    re.IGNORECASE,
)
_ROOM_WORD = (
    r"(?:bed)?rooms?|den|basement|attic|loft|office|study|upstairs|downstairs|(?:first|second|third|1st|2nd"
    r"|3rd|main|ground|top) floor|living room|family room|guest ?house|nursery|sun ?porch|cottage"
)
_ROOM_JA = (
    r"(?:[一-龠ぁ-んァ-ヶー]+の)?(?:\d\s*階の?)?(?:和室|洋室|客間|客室|子供?部屋|子ども部屋|部屋|リビング"
    r"|居間|書斎|離れ|寝室|ゲストルーム)|\d階"
)
_ROOM = re.compile(
    rf"(?<![a-z])(?:in |on )?(?:(?:the|our|an?) )?(?P<room>(?:(?:[^\W\d_]+(?:'s|s')|spare|guest|own"
    rf"|separate|private|shared|single|double|twin|large|small|big|extra|finished|attic|basement"
    rf"|upstairs|downstairs|front|back|boys'?|girls'?|kids'?|children'?s?) )*(?:{_ROOM_WORD}))(?![a-z])"
    rf"|(?P<room_ja>{_ROOM_JA})",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?P<owner>[^\W\d_][^\W\d_-]*)(?:'s|s'|の(?=部屋|寝室))", re.IGNORECASE)
_OWNS = re.compile(r"(?P<owner>[A-Z][^\W\d_-]*) (?:has|sleeps in|shares)(?![a-z])")
_LABEL = re.compile(r"^(?P<label>[^:：,、;]{1,40})[:：]")
_BARE_COUNT = re.compile(r"\s*(\d{1,2})\s*(?:台|つ|床)?\s*")
_STEEP = re.compile(r"steep(?: \w+)? stairs?|steep stairway|急な階段|階段が急", re.IGNORECASE)
_CLAUSES = re.compile(r"[;；\n。]")
_PIECES = re.compile(r"[,、，+＋]|\s+(?:and|plus|&)\s+|(?<=[a-z])\s*/\s*(?=[a-z])", re.IGNORECASE)
_FILLERS = any_of(
    "w/|with|has|have|in|on|the|an?|each|available|guests?|for|own|of|there is|there are|we|our|is|are"
    "|can|offer|also|or|one|two|size[d]?|(?:private |own )?bath(?:rooms?)?",
    "があります|あり|が|に|の|を|です|用意(?:できます)?|可",
)


def read_beds(text: str, people: Sequence[str] = ()) -> Reading[tuple[Offered, ...]]:
    """Read the beds. `people` are the given names of the family, to tell whose room it is."""
    return _read_beds(text, tuple(people))


@lru_cache(maxsize=4096)
def _read_beds(text: str, people: tuple[str, ...]) -> Reading[tuple[Offered, ...]]:
    if not text.strip() or says_none(text):
        return Reading(())
    if bare := _BARE_COUNT.fullmatch(text):
        count = as_count(bare[1]) or 0
        if 0 < count <= MOST_BEDS:
            return Reading((Offered(BedKind.SINGLE, 1),) * count, "", (Doubt.BED_KIND_ASSUMED,))
    found: list[Offered] = []
    left: list[str] = []
    doubts: list[Doubt] = []
    for clause in split_outside(text, _CLAUSES):
        room, owner = "", ""
        label = _LABEL.match(clause)
        body = clause
        if label:
            room, owner = trim(label["label"]), _owner(label["label"], people)
            body = clause[label.end() :]
        for piece in split_outside(body, _PIECES):
            beds, rest, room, owner = _piece(piece, room, owner, people, doubts)
            if len(found) + len(beds) > MOST_BEDS:
                left.append(piece.strip())
                continue
            found += beds
            left.append(rest)
        if label and not found:
            left.append(room)
    if not found:
        return Reading((), text.strip())
    return Reading(tuple(found), "; ".join(filter(None, left)), tuple(dict.fromkeys(doubts)))


def _piece(
    piece: str, room: str, owner: str, people: tuple[str, ...], doubts: list[Doubt]
) -> tuple[list[Offered], str, str, str]:
    """The beds of one piece, what is left of it, and the room that holds for the pieces after it."""
    main, remarks = brackets(piece)
    scan = Scan(main)
    owns = _OWNS.search(scan.open)
    if owns:
        owner = scan.original(*owns.span("owner"))
        scan.cross_out(*owns.span())
    named = _ROOM.search(scan.open)
    if named:
        words = scan.original(*(named.span("room") if named["room"] else named.span("room_ja"))).strip()
        owner = _owner(words, people) or owner
        room = room if room and words.casefold() in ("room", "double room", "single room", "部屋") else words
        scan.cross_out(*named.span())
    matches = scan.take_all(_BED)
    steep = any(_STEEP.search(Scan(remark).plain) for remark in remarks) or bool(scan.take(_STEEP))
    remark = "; ".join(remark for remark in remarks if not _STEEP.fullmatch(Scan(remark).plain))
    if named and words.casefold() in ("double room", "single room", "twin room"):
        remark = "; ".join(filter(None, (words, remark)))
    beds: list[Offered] = []
    for match in matches:
        kind, sleeps, _ = _KINDS[next(place for place in range(len(_KINDS)) if match[f"b{place}"])]
        count = as_count(match["count"] or match["count_after"] or "1") or 1
        if kind is BedKind.OTHER:
            doubts.append(Doubt.BED_KIND_ASSUMED)
            kind = BedKind.SINGLE
        if kind is BedKind.FUTON and not match["count"] and match[0].casefold().rstrip().endswith("s"):
            count = 2
        if count > MOST_BEDS:
            return [], piece.strip(), room, owner
        beds += [Offered(kind, sleeps, room, owner, steep, remark)] * count
    scan.ignore(_FILLERS)
    rest = scan.left()
    if not beds and not rest and remarks:
        rest = "; ".join(remarks)
    if not beds and not rest and not named and re.search(r"\w", piece):
        rest = piece.strip()
    return beds, rest, room, owner


def _owner(words: str, people: tuple[str, ...]) -> str:
    """Whose room it is: "Ada's room", or a label that is a family member's name."""
    owned = _OWNER.search(words)
    if owned:
        return owned["owner"]
    bare = trim(words).casefold()
    return next((person for person in people if person.casefold() == bare), "")
