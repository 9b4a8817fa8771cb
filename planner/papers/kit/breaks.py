"""Where a line may break: Latin words whole, Japanese by its own rules (禁則処理).

What a reader takes in at once stays together: 7月22日(木), 第3試合, 4:20 pm, ください, ポートランド. reportlab's own
wrapping may start a line with 「。」 and hang a mark outside a narrow cell, so lines are ours. The
classes of characters are those of JIS X 4051 and of W3C's "Requirements for Japanese Text Layout".
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from planner.language.endings import ENDING, KATAKANA

NEVER = math.inf

_CLOSING = "’”）〕］｝〉》」』】｠〙〗»›)]}"
_OPENING = "‘“（〔［｛〈《「『【｟〘〖«‹([{"
_SMALL_KANA = "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"

NOT_AT_START = frozenset(
    _CLOSING
    + "‐゠–〜～〰-"
    + "!?‼⁇⁈⁉！？"
    + "・：；:;･"
    + "。．.｡"
    + "、，,､"
    + "ヽヾゝゞ々〻"
    + "ーｰﾞﾟ"
    + _SMALL_KANA
    + "％%℃‰′″°¢"
    + "→⇄"
)
NOT_AT_END = frozenset(_OPENING + "¥￥$＄£€#＃№〒第")
_INSEPARABLE = frozenset("—―…‥〳〴〵")

# Full-width marks whose glyph fills one half of its square: the empty half may be saved (約物の詰め).
EMPTY_RIGHT = frozenset("）〕］｝〉》」』】、。，．")
EMPTY_LEFT = frozenset("（〔［｛〈《「『【")

# What stays together although a break would be allowed inside it. Spaces in these become unbreakable.
_TOGETHER = re.compile(
    r"(?:\d{1,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:[(（][月火水木金土日][・祝休振]*[)）])?"
    r"(?:[〜～](?:\d{1,2}月)?\d{1,2}日(?:[(（][月火水木金土日][・祝休振]*[)）])?)?"
    r"|\d{1,2}日[(（][月火水木金土日][・祝休振]*[)）]"
    r"|第?[\d０-９]+(?:[.,]\d+)*[一-龯々]{1,2}"
    r"|午[前後]\d{1,2}(?:時|:\d{2})(?:\d{1,2}分|半)?"
    r"|\d{1,2}(?::\d{2})?(?:[–〜～-]\d{1,2}(?::\d{2})?)? ?(?:am|pm|a\.m\.|p\.m\.|AM|PM|noon)\b"
    r"|\d{1,2}:\d{2}(?:[–〜～-]\d{1,2}:\d{2})?"
    r"|\d+ (?:h|min|km|mi|m|cm|kg|lb)\b(?: \d+ min\b)?"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2}\b"
    r"|(?:\+\d{1,3} ?)?\(?\d{2,4}\)?[- ]\d{2,4}-\d{3,4}"
    rf"|{ENDING}"
    # Names: SAITO Kaori, Haruko BELL, ベル 春子.
    r"|\b[A-Z][A-Z'’-]+ [A-Z][a-zà-ÿ]+\b|\b[A-Z][a-zà-ÿ]+ [A-Z][A-Z'’-]{2,}\b"
    r"|(?<![ぁ-ヺー一-龯々])[ァ-ヺー一-龯々]{1,5} [ぁ-ヺー一-龯々]{1,5}(?![ぁ-ヺー一-龯々])"
    rf"|{KATAKANA}"
)


def is_japanese(character: str) -> bool:
    """Whether lines may break beside this character without a space: kanji, kana, full-width marks."""
    code = ord(character)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF01 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
        or character in "―…‥※○●◎△▲□■◇◆☆★×→←↑↓⇄"
    )


def _script(character: str) -> str:
    code = ord(character)
    if 0x3041 <= code <= 0x309F:
        return "hiragana"
    if 0x30A0 <= code <= 0x30FF or 0xFF66 <= code <= 0xFF9F:
        return "katakana"
    if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or code >= 0x20000 or character in "々〆ヶ":
        return "kanji"
    return "mark" if is_japanese(character) else "latin"


# How bad a break between two scripts is, 0 (natural) to 3 (inside a word). Japanese has no spaces; a phrase
# mostly ends with hiragana (a particle or a verb ending), so a line ends best where hiragana end, and begins
# worst with a particle (ホストファミリー｜と対面).
_BETWEEN = {
    ("hiragana", "hiragana"): 2.0,
    ("hiragana", "kanji"): 0.2,
    ("hiragana", "katakana"): 0.2,
    ("hiragana", "latin"): 0.3,
    ("katakana", "katakana"): 3.0,
    ("katakana", "kanji"): 0.7,
    ("katakana", "hiragana"): 5.0,
    ("kanji", "kanji"): 1.1,
    ("kanji", "hiragana"): 3.0,
    ("kanji", "katakana"): 0.8,
    ("latin", "hiragana"): 3.0,
}


# A name or a word with a hyphen is better whole: Nguyen-Baker, drop-off.
_AT_HYPHEN = 2.5


@cache
def _cost(before: str, after: str) -> float:
    """How bad a line break between two characters is; NEVER where the rules forbid it."""
    if before in "\u00a0\u2060" or after in "\u00a0\u2060 \u3000\u200b":
        return NEVER
    if before in " \u3000\u200b":
        return 0.0
    if before == after and before in _INSEPARABLE:
        return NEVER
    if after in NOT_AT_START or before in NOT_AT_END:
        if before in "-–" and before != after and after.isalpha():
            return _AT_HYPHEN
        return NEVER
    first, second = _script(before), _script(after)
    if first == second == "latin":
        return _AT_HYPHEN if before in "-–—/" and after.isalpha() else NEVER
    if before in "、。！？":
        return 0.0
    if before in EMPTY_RIGHT or before == "・":
        return 0.1
    if after in EMPTY_LEFT:
        return 0.2
    if before.isdigit() and second != "latin":
        return NEVER
    if before in "おご御" and second == "kanji":
        return 1.6
    return _BETWEEN.get((first, second), 0.7)


# Short words in brackets are better not torn apart: "(B squad)".
_BRACKETED = re.compile(r"\([^()\n]{1,24}\)|（[^（）\n]{1,10}）")
_IN_BRACKETS = 1.5


def break_costs(text: str, *, together: bool = True) -> list[float]:
    """Give for each character how bad it is to end a line before it: 0 natural, NEVER forbidden.

    With `together` dates, times, counted things and telephone numbers are kept whole.
    """
    return list(_break_costs(text, together))


# The packets of a visit say the same to many families.
@lru_cache(maxsize=4096)
def _break_costs(text: str, together: bool) -> tuple[float, ...]:
    costs = [NEVER] * (len(text) + 1)
    for i in range(1, len(text)):
        costs[i] = _cost(text[i - 1], text[i])
    for match in _BRACKETED.finditer(text):
        for i in range(match.start() + 1, match.end()):
            costs[i] += _IN_BRACKETS
    for match in _TOGETHER.finditer(text) if together else ():
        for i in range(match.start() + 1, match.end()):
            costs[i] = NEVER
    return tuple(costs)


def emergency_costs(text: str) -> list[float]:
    """Give the same for a piece wider than its line: anywhere, but by the rules of marks if it can be."""
    costs = [NEVER] * (len(text) + 1)
    for i in range(1, len(text)):
        before, after = text[i - 1], text[i]
        allowed = after not in NOT_AT_START and before not in NOT_AT_END and after not in " \u3000"
        costs[i] = 4.0 if allowed else 20.0
    return costs
