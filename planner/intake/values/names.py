"""Names of people: 髙橋 さくら, TAKAHASHI SAKURA, Linh Nguyen, タナカ・リード グレイス."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.scan import Scan, plain
from planner.language.kana import has_japanese, is_kana

_TITLE = re.compile(
    r"(?<![a-z])(?:mr|mrs|ms|miss|dr|prof(?:essor)?|rev|mx|coach)(?:\.|(?=\s))\s*|(?:さん|様|先生|君"
    r"|くん|ちゃん|氏|コーチ|監督)$",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    ("de", "da", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "bin", "al", "mac", "st.")
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_BLANKS = re.compile(r"[\s\u3000]+")

# Kanji that are written in several ways for one name (old forms that family registers keep); compared by the first
# of each group.
_VARIANTS = {
    variant: group[0]
    for group in (
        "高髙", "崎﨑嵜", "辺邉邊", "斉齊齋斎", "浜濱濵", "沢澤", "吉𠮷", "富冨", "島嶋嶌", "桜櫻", "広廣",
        "国國", "学學", "竜龍", "真眞", "恵惠", "徳德", "栄榮", "黒黑", "関關", "塩鹽", "滝瀧", "静靜",
        "桧檜", "曽曾", "条條", "来來", "万萬", "与與", "円圓", "実實", "寿壽", "峰峯", "館舘", "清淸",
        "瀬瀨", "郎郞", "青靑", "藤籐", "槙槇", "尭堯", "遥遙", "凜凛", "亘亙", "弥彌", "礼禮", "蔵藏",
        "鉄鐵", "宝寶", "応應", "芸藝", "薫薰", "巌巖", "穂穗",
    )
    for variant in group[1:]
}  # fmt: skip

_INITIALS = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "k", "ガ": "g", "サ": "s", "シ": "s",
    "ザ": "z", "ジ": "jz", "タ": "t", "チ": "c", "ツ": "t", "ダ": "d", "ナ": "n", "ハ": "h", "フ": "fh",
    "バ": "b", "パ": "p", "マ": "m", "ヤ": "y", "ユ": "y", "ヨ": "y", "ラ": "rl", "ワ": "w", "ヴ": "v",
}  # fmt: skip
_ROWS = (
    "アイウエオ", "カキクケコ", "ガギグゲゴ", "サシスセソ", "ザジズゼゾ", "タチツテト", "ダヂヅデド",
    "ナニヌネノ", "ハヒフヘホ", "バビブベボ", "パピプペポ", "マミムメモ", "ヤユヨ", "ラリルレロ", "ワヲ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name, family and given apart. One of them is "" where the words do not tell."""

    family: str = ""
    given: str = ""
    title: str = ""
    family_first: bool = False


@lru_cache(maxsize=8192)
def read_name(text: str, *, family_first: bool | None = None, kana: str = "") -> Reading[Name]:
    """Read one person's name in either script.

    Japanese names have the family name first. A Latin name has it last, unless `family_first` says so, there is a
    comma after it, it alone is in capitals, or the initials agree with `kana` only that way round.
    """
    words = unicodedata.normalize("NFC", text).strip()
    scan = Scan(words)
    title = scan.take(_TITLE)
    said_title = scan.original(*title.span()).strip() if title else ""
    if title:
        words = (scan.original(0, title.start()) + " " + scan.original(title.end(), len(scan.plain))).strip()
    if not re.search(r"[^\W_]", words):
        return Reading(Name(), text.strip())
    if has_japanese(words):
        return _japanese(words, said_title)
    return _latin(words, said_title, family_first, kana)


def _japanese(words: str, title: str) -> Reading[Name]:
    parts = _BLANKS.split(words)
    if len(parts) == 1 and is_kana(words) and "・" in words:
        # 「グレイス・リード」: a foreign name in kana keeps its own order, given name first.
        given, family = words.split("・", 1)
        return Reading(Name(family, given, title))
    if len(parts) == 1:
        return Reading(Name(words, "", title, True), "", (Doubt.NAME_NOT_SPLIT,))
    return Reading(Name(parts[0], " ".join(parts[1:]), title, True))


def _latin(words: str, title: str, family_first: bool | None, kana: str) -> Reading[Name]:
    words = plain(words)
    if "," in words:
        family, given = (part.strip() for part in words.split(",", 1))
        return Reading(Name(proper(family), proper(given), title, bool(family_first)))
    parts = words.split()
    if len(parts) == 1:
        if family_first is None and not kana:
            return Reading(Name("", proper(words), title))
        return Reading(Name(proper(words), "", title, True), "", (Doubt.NAME_NOT_SPLIT,))
    capitals = [part for part in parts if len(part) > 1 and part.isupper()]
    if 0 < len(capitals) < len(parts) and len(capitals) == 1 + parts.index(capitals[-1]) - parts.index(capitals[0]):
        at = parts.index(capitals[0])
        family = " ".join(parts[at : at + len(capitals)])
        given = " ".join(parts[:at] + parts[at + len(capitals) :])
        return Reading(Name(proper(family), proper(given), title, at == 0))
    first = _family_leads(parts, kana, bool(family_first)) if kana else bool(family_first)
    if first:
        return Reading(Name(proper(parts[0]), proper(" ".join(parts[1:])), title, True))
    at = len(parts) - 1
    while at > 1 and parts[at - 1].casefold() in _PARTICLES:
        at -= 1
    return Reading(Name(proper(" ".join(parts[at:])), proper(" ".join(parts[:at])), title))


def _family_leads(parts: list[str], kana: str, otherwise: bool) -> bool:
    """Which way round the Latin name is, by the first letters of the kana name beside it."""
    sounds = _BLANKS.split(plain(kana).strip())
    if len(sounds) < 2:
        return otherwise
    family, given = initial_of(sounds[0]), initial_of(sounds[1])
    straight = _agrees(parts[0], family) and _agrees(parts[-1], given)
    turned = _agrees(parts[-1], family) and _agrees(parts[0], given)
    return straight if straight != turned else otherwise


def _agrees(word: str, initials: str) -> bool:
    return not initials or word[:1].casefold() in initials


def initial_of(kana: str) -> str:
    """The Latin letters that a name in kana may begin with; "" when that cannot be told."""
    if not kana:
        return ""
    first = kana[0]
    if "\u3041" <= first <= "\u3096":
        first = chr(ord(first) + 0x60)
    if first in _INITIALS:
        return _INITIALS[first]
    for row in _ROWS:
        if first in row:
            return _INITIALS[row[0]] if row[0] != "ア" else _INITIALS.get(first, "")
    return ""


def proper(words: str) -> str:
    """``TAKAHASHI`` → Takahashi, ``O'BRIEN`` → O'Brien; a name that is not all in capitals stays as it is written."""
    if not words.isupper() or len(words) < 2:
        return words
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if len(word[0]) > 1 else word[0], words)


@lru_cache(maxsize=20_000)
def name_key(text: str) -> str:
    """A name for comparing: without blanks, marks, accents, capitals and variants of one kanji (髙 is 高)."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(
        _VARIANTS.get(letter, letter)
        for letter in _as_katakana(unicodedata.normalize("NFC", _ACCENTS.sub("", folded)))
        if letter.isalnum() or letter == "ー"
    )


def _as_katakana(text: str) -> str:
    return "".join(chr(ord(letter) + 0x60) if "\u3041" <= letter <= "\u3096" else letter for letter in text)
