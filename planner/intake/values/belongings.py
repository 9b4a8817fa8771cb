"""What a note says to bring or to wear: "swimsuit; permission slip", "bring indoor shoes", 水着とタオル持参.

Notes of a planning sheet are written by staff for staff, so only what cannot mean anything else is taken: a thing that
is named alone and is known ("swimsuit" beside a camp day), or whatever follows a clear word ("bring …", "wear …",
…持参, …着用). The note itself is kept word for word where it is; this only makes its words reach the family's page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.intake.values.scan import any_of, plain, trim
from planner.language.kana import has_japanese


@dataclass(frozen=True, slots=True)
class Belongings:
    """What to bring and what to wear, in the note's own words; "" where it says nothing of it."""

    bring: str = ""
    wear: str = ""


_THINGS = any_of(
    r"swim ?suits?|swim ?wear|bathing suits?|swim(?:ming)? trunks?|(?:beach |bath )?towels?|(?:indoor|gym) shoes"
    r"|slippers|(?:sun ?|rain )?hats?|caps?|sun ?(?:screen|block|glasses)|insect repellent|bug spray"
    r"|rain ?(?:gear|wear|coats?|jackets?)|ponchos?|umbrellas?|water ?bottles?|passports?|flashlights?"
    r"|sleeping bags?|(?:change of|spare|extra) clothes|warm (?:clothes|clothing|jackets?|layers)",
    r"水着|(?:バス)?タオル|上(?:履き|ばき|靴)|内履き|室内履き|スリッパ|体育館シューズ|帽子|日焼け止め|サングラス"
    r"|虫(?:よけ|除け)(?:スプレー)?|雨具|雨がっぱ|カッパ|レインコート|(?:折りたたみ|雨)?傘|水筒|パスポート|着替え"
    r"|懐中電灯|寝袋|筆記用具",
)
_CLOTHES = any_of(
    r"team (?:jackets?|t-?shirts?|shirts?|uniforms?|jerseys?)|(?:school )?uniforms?|blazers?"
    r"|(?:smart |business )?casual(?: dress| clothes| wear)?|formal (?:dress|wear|attire|clothes)|sneakers"
    r"|(?:walking|comfortable|closed-toe) shoes|sportswear",
    r"チーム(?:ジャケット|ジャージ|Tシャツ|ウェア)|ユニフォーム|ジャージ|制服|学生服|正装|ブレザー|普段着|平服"
    r"|運動(?:着|靴)|スニーカー|歩きやすい靴|動きやすい(?:服装?|格好)",
)
# One thought of a note; after a colon ("bring: hat, towel") commas belong to the list.
_THOUGHTS = re.compile(r"[;\n。!]|\.(?=\s|$)")
_PIECES = re.compile(
    r"\s*(?:[、・&+/]|(?<![a-z])(?:and|plus)(?![a-z])|(?<=[\u3040-\u9fff])[とや](?=[\u3040-\u9fff]))\s*",
    re.IGNORECASE,
)
_YOUR_OWN = re.compile(r"(?:(?:an?|the|your|their|his|her|own|some|along) )+", re.IGNORECASE)
_NEEDED = re.compile(
    r"\s*(?:\([^()]*\)|(?:is |are )?(?:needed|required|necessary)|が?必要(?:です)?|必須)$", re.IGNORECASE
)

# Whoever is named ("先生が記念品を持参") is not everybody: then it is left to a person.
_WHAT = "(?:各自|必ず|全員)?(?P<what>[^がは]+?)(?:を|は)?(?:各自|必ず)?"
_KINDLY = "(?:し?て?(?:ください|下さい)|すること|のこと|願います|をお願いします)?"
_BRING = (
    re.compile(
        r"(?:please )?(?:bring|(?:don't forget|do not forget|remember) to bring) (?!to |in |up |out )(?P<what>.+)",
        re.IGNORECASE,
    ),
    re.compile(f"{_WHAT}(?:ご?持参|お持ち|持って(?:くる|来る|き|来)){_KINDLY}"),
)
_WEAR = (
    re.compile(r"(?:please )?(?:wear|dress in|come in) (?P<what>.+)", re.IGNORECASE),
    re.compile(f"{_WHAT}(?:ご?着用|着て(?:くる|来る|き|来)){_KINDLY}"),
)
# A birthday can be forgotten as well as a hat: this makes nothing known of what is not.
_REMEMBER = re.compile(
    r"(?:please )?(?:don't forget|do not forget|remember) (?P<english>.+)"
    r"|(?P<japanese>.+?)(?:を|は)?お?忘れ(?:ずに|なく|ないよう(?:に)?)",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:(?P<bring>(?:what )?(?:to |please )?bring|things to bring|持ち物|持参(?:品|物))"
    r"|(?P<wear>(?:what )?(?:to )?wear|dress(?: code)?|attire|clothes|服装))\s*[:=]\s*(?P<what>.+)",
    re.IGNORECASE,
)


def read_belongings(note: str) -> Belongings:
    """Find what a note clearly says to bring and to wear, in its order."""
    bring: list[str] = []
    wear: list[str] = []
    for thought in _THOUGHTS.split(plain(note)):
        listed = _LIST.fullmatch(thought.strip())
        if listed is not None:
            (bring if listed["bring"] else wear).append(trim(listed["what"]))
            continue
        for clause in re.split("[,、]", thought):
            _take(clause.strip(), bring, wear)
    return Belongings(_joined(bring), _joined(wear))


def _take(clause: str, bring: list[str], wear: list[str]) -> None:
    """Sort one clause, if it says clearly what it is; a question ("hats?") does not."""
    if "?" in clause:
        return
    for patterns, found in ((_BRING, bring), (_WEAR, wear)):
        for pattern in patterns:
            asked = pattern.fullmatch(clause)
            if asked is not None:
                found.append(_bare(asked["what"]))
                return
    reminded = _REMEMBER.fullmatch(clause)
    if reminded is not None:
        clause = reminded["english"] or reminded["japanese"]
    pieces = [_bare(piece) for piece in _PIECES.split(_NEEDED.sub("", clause)) if piece]
    if all(_is(piece, _THINGS) or _is(piece, _CLOTHES) for piece in pieces):
        for piece in pieces:
            (bring if _is(piece, _THINGS) else wear).append(piece)


def _is(words: str, known: re.Pattern[str]) -> bool:
    return known.fullmatch(_NEEDED.sub("", words)) is not None


def _bare(words: str) -> str:
    """A thing without the words that only make it somebody's."""
    return trim(_YOUR_OWN.sub("", words, count=1) if _YOUR_OWN.match(words) else words)


def _joined(found: list[str]) -> str:
    words = list(dict.fromkeys(word for word in found if word))
    return ("、" if any(map(has_japanese, words)) else ", ").join(words)
