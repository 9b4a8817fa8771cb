"""Food allergies with how strict they are: そば（重度・エピペン持参）、ピーナッツ / 卵（加熱すれば可） / peanuts
(severe), soy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.foods import FOOD, foods_of
from planner.intake.values.numbers import as_count
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside, trim
from planner.model.kinds import Allergen, Severity


@dataclass(frozen=True, slots=True)
class Food:
    """One food, how strictly it must be kept away, and the words that say so."""

    allergen: Allergen
    severity: Severity
    words: str


@dataclass(frozen=True, slots=True)
class FoodNeeds:
    """What a cell about allergies holds: the foods, and epinephrine pens (1 where only "carries a pen" is said)."""

    foods: tuple[Food, ...] = ()
    pens: int | None = None


_CLAUSES = re.compile(
    r"[、,;；，\n。]|\s/\s|(?<=[a-z)）])\s+(?:and|&|plus)\s+(?=[a-z])|・|＆|および|及び|[+＋]"
    r"|(?<=[ぁ-んァ-ヶ一-龠）])と(?=[ぁ-んァ-ヶ一-龠])",
    re.IGNORECASE,
)
PENS = re.compile(
    r"(?:(?P<before>\d{1,2}|two|one|a|an)\s*(?:x\s*)?)?(?P<pen>エピペン|epi[- ]?pens?"
    r"|epinephrine(?: auto-?injectors?| pens?)?|adrenaline pens?)"
    r"(?:\s*[をx×:]?\s*(?P<after>\d{1,2})\s*(?:本|つ|個)?)?\s*(?:を?(?:持参|携帯|所持|使用"
    r"|あり)(?:します|する|しています)?|carried|carries)?",
    re.IGNORECASE,
)
_SEVERITIES: tuple[tuple[Severity, re.Pattern[str]], ...] = (
    (
        Severity.AIRBORNE,
        any_of(
            r"airborne|inhal\w*|smell",
            "(?:同じ)?(?:空気|におい|匂い)(?:だけ)?(?:でも|も)?(?:反応|不可|だめ)?",
        ),
    ),
    (
        Severity.SEVERE,
        any_of(
            r"(?:very )?severe(?:ly)?|serious|anaphyla\w+|life[- ]threatening|deadly|strict(?:ly)?",
            "重度|重症|重い|強い|アナフィラキシー(?:ショック)?(?:の?(?:既往|経験|歴))?(?:あり|有り?)?"
            "|命に関わる",
        ),
    ),
    (
        Severity.DISLIKE,
        any_of(
            "dislikes?|doesn'?t like|does not like|not fond of",
            "苦手(?:です)?|嫌い(?:です)?|好きではない",
        ),
    ),
    (
        Severity.COOKED_OK,
        any_of(
            "(?:only )?raw(?: only)?|(?:fully |well )?(?:cooked|baked)(?: (?:is |are )?(?:ok(?:ay)?"
            "|fine))?",
            "(?:よく)?(?:加熱|火を通)(?:し(?:たもの|て(?:あ|い)るもの)?|すれば|したら|せば)?(?:は|なら"
            "|であれば|れば)?(?:可|OK|大丈夫|食べられ(?:る|ます)|よい|平気)?(?:です)?|生(?:卵"
            "|もの)?(?:のみ|だけ|は)(?:不可|NG|だめ)?",
        ),
    ),
    (
        Severity.SMALL_AMOUNTS_OK,
        any_of(
            "(?:small|little|tiny) (?:amounts?|bits?)(?: (?:is |are )?(?:ok(?:ay)?|fine))?"
            "|traces?(?: (?:is |are )?(?:ok(?:ay)?|fine))?|mild(?:ly)?",
            "(?:少量|少し|微量|加工品|つなぎ)(?:は|なら|であれば|程度)?(?:なら)?(?:可|OK|大丈夫"
            "|食べられ(?:る|ます)|よい|平気)?(?:です)?|軽度|軽い",
        ),
    ),
)  # fmt: skip
_FILLERS = any_of(
    "allerg(?:y|ic|ies)(?: to)?|intoleran(?:t|ce)|sensitiv(?:e|ity)|no|avoids?|free|can(?:'t|not) eat"
    "|food|to|is|all|any|products?|has|an?|the|and|or|with",
    "(?:食物)?アレルギー(?:が)?(?:あり(?:ます)?|有り?|です)?|が?食べられ(?:ない|ません)|不可|NG|除去"
    "|全般|など|です|ます|あり|有り?|が",
)
_NOT_ALLERGIC = re.compile(
    r"\s*(?:no (?:known )?(?:food )?allerg\w+|アレルギー(?:は)?(?:特に)?(?:なし|ない|ありません)(?:です)?"
    r"|nka|nkfa)[.。]?\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def read_allergies(text: str) -> Reading[FoodNeeds]:
    """Read a cell about food allergies. What each clause said stays with its food as its words."""
    if not text.strip() or says_none(text) or _NOT_ALLERGIC.fullmatch(text):
        return Reading(FoodNeeds())
    foods: list[Food] = []
    left: list[str] = []
    pens: int | None = None
    for clause in split_outside(text, _CLAUSES):
        found, more_pens, rest = _clause(clause)
        for food in found:
            _add(food, foods)
        if more_pens is not None:
            pens = max(pens or 0, more_pens)
        if rest:
            left.append(rest)
    return Reading(FoodNeeds(tuple(foods), pens), "; ".join(left))


_GRAVITY = tuple(Severity)


def _add(food: Food, foods: list[Food]) -> None:
    """Add a food; two of one kind (kiwi, mango) are one need with the words of both and the graver of the two."""
    for place, known in enumerate(foods):
        if known.allergen == food.allergen:
            words = known.words if food.words in known.words else f"{known.words}; {food.words}"
            foods[place] = Food(food.allergen, max(known.severity, food.severity, key=_GRAVITY.index), words)
            return
    foods.append(food)


def take_pens(scan: Scan) -> int | None:
    """How many epinephrine pens a text speaks of; 1 where it only says that one is carried."""
    found = scan.take(PENS)
    if found is None:
        return None
    return as_count(found["before"] or found["after"] or "1")


def _clause(clause: str) -> tuple[list[Food], int | None, str]:
    scan = Scan(clause)
    pens = take_pens(scan)
    severity = Severity.SEVERE if pens else None
    for degree, pattern in _SEVERITIES:
        if scan.take(pattern) and severity is None:
            severity = degree
    names = scan.take_all(FOOD)
    scan.ignore(_FILLERS)
    words = trim(clause)
    if clause.rstrip().endswith((")", "）")) and "(" not in words[:1]:
        words = clause.strip()
    foods = [Food(allergen, severity or Severity.AVOID, words) for name in names for allergen in foods_of(name)]
    rest = scan.left()
    if not foods and (severity is not None or rest) and pens is None:
        return [], pens, clause.strip()
    return foods, pens, rest
