"""Finding things by what somebody types: fuzzy, and blind to accents, kana kind and old forms of kanji.

"sato" finds Satō, "サトウ" finds さとう, 高橋 finds 髙橋, "mkato" finds Mei Katō. Nothing here knows Qt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from planner.language.kana import hiragana

#: Old or rare forms in names → the form most people type. From the 人名用漢字 pairs seen on registers.
_VARIANTS: Final = str.maketrans(
    {
        "髙": "高", "﨑": "崎", "嵜": "崎", "𠮷": "吉", "邊": "辺", "邉": "辺", "齋": "斎", "齊": "斉",
        "澤": "沢", "櫻": "桜", "廣": "広", "濱": "浜", "濵": "浜", "淵": "渕", "眞": "真", "惠": "恵",
        "國": "国", "嶋": "島", "嶌": "島", "龍": "竜", "藏": "蔵", "槇": "槙", "榮": "栄", "德": "徳",
        "瀨": "瀬", "緖": "緒", "渚": "渚", "祐": "祐", "隆": "隆", "塚": "塚", "學": "学", "壽": "寿",
        "豐": "豊", "瑤": "瑶", "凜": "凛", "晉": "晋", "萬": "万", "會": "会", "縣": "県", "舘": "館",
    }
)  # fmt: skip

@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Bring words to the form in which they are compared: lower case, no accents, hiragana, common kanji."""
    plain = hiragana(text).casefold().translate(_VARIANTS)
    return "".join(_bare(sign) for sign in plain)


def _bare(sign: str) -> str:
    # Latin letters lose their accents; the voicing marks of kana are no accents and stay.
    if ord(sign) < 0x0250 or 0x1E00 <= ord(sign) < 0x1F00:
        return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
    return sign


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: what is shown of it, the words it is found by, and where it leads."""

    title: str
    hint: str
    icon: str
    group: str
    words: tuple[str, ...]
    target: Any


def _score(needle: str, hay: str) -> int:
    """How well one word typed fits one text: 0 not at all; whole, head, word's head, within, letters in order."""
    if not needle or not hay:
        return 0
    if hay == needle:
        return 100
    if hay.startswith(needle):
        return 90
    at = hay.find(needle)
    if at > 0:
        return 80 if not hay[at - 1].isalnum() else 60
    return max((_in_order(needle, word) for word in hay.split()), default=0) if len(needle) >= 3 else 0


def _in_order(needle: str, word: str) -> int:
    """Letters left out: all that is typed occurs in this order, the first one first, and not spread thinly."""
    if word[0] != needle[0]:
        return 0
    place = -1
    for letter in needle:
        place = word.find(letter, place + 1)
        if place < 0:
            return 0
    return 40 - min(30, place + 1 - len(needle)) if place < len(needle) * 2 else 0


def find(query: str, entries: Iterable[Entry], limit: int = 40) -> Sequence[Entry]:
    """Give the entries that fit all the words typed, the best first; entries that fit alike keep their order."""
    needles = fold(query).split()
    if not needles:
        return ()
    found: list[tuple[int, Entry]] = []
    for entry in entries:
        texts = [fold(word) for word in entry.words]
        scores = [max((_score(needle, text) for text in texts), default=0) for needle in needles]
        together = max((_score("".join(needles), text.replace(" ", "")) for text in texts), default=0)
        best = min(scores) if all(scores) else 0
        if best or together:
            found.append((max(best, together - 5), entry))
    found.sort(key=lambda pair: -pair[0])
    return [entry for _, entry in found[:limit]]
