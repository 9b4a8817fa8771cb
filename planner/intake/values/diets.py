"""What somebody eats by rule, and what a family can cook for: ハラール（豚肉・アルコール不可）, vegetarian, nut
free home.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.foods import FOOD, foods_of
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, says_none, split_outside
from planner.model.kinds import Allergen, Diet


@dataclass(frozen=True, slots=True)
class Eating:
    """Rules of eating, and words about faith that stood beside them."""

    diets: frozenset[Diet] = frozenset()
    faith: str = ""


@dataclass(frozen=True, slots=True)
class Cooking:
    """What a family can cook for: diets, and foods they can leave out."""

    diets: frozenset[Diet] = frozenset()
    without: frozenset[Allergen] = frozenset()


_FISH_OK = any_of(
    "eats? fish|(?:but )?fish (?:is |are )?(?:ok(?:ay)?|fine|allowed)|but eats? fish",
    "魚(?:介類?|類)?(?:は|なら|も)?(?:可|OK|大丈夫|食べ(?:る|られる|ます|られます))(?:です)?",
)
_NOT = (
    r"(?:は|が|も)?(?:不可|NG|禁止|抜き|なし|食べ(?:ない|ません|られない|られません)|飲(?:まない|みません"
    r"|めません))"
)
_DIETS: tuple[tuple[Diet, re.Pattern[str]], ...] = (
    (
        Diet.VEGAN,
        any_of(
            "vegans?",
            "ヴィーガン|ビーガン|完全菜食",
        ),
    ),
    (
        Diet.PESCATARIAN,
        any_of(
            "pesc[ae]tarians?",
            "ペスカタリアン|ペスコベジタリアン",
        ),
    ),
    (
        Diet.VEGETARIAN,
        any_of(
            "vegetarians?|veggie|no meat",
            "ベジタリアン|菜食(?:主義)?|(?<![豚牛鶏羊])肉(?:類)?(?:は|を)?食べ(?:ない|ません)",
        ),
    ),
    (
        Diet.HALAL,
        any_of(
            "halaa?l",
            "ハラー?ル(?:食)?",
        ),
    ),
    (
        Diet.KOSHER,
        any_of(
            "kosher",
            "コーシャー?|カシュルート",
        ),
    ),
    (
        Diet.NO_PORK,
        any_of(
            "(?:no|without|never) pork",
            rf"豚(?:肉)?{_NOT}|豚(?:肉)?(?=[・、,]\s*(?:アルコール|酒)[^・、,]*(?:不可|NG|なし))"
            "|pork[- ]free",
        ),
    ),
    (
        Diet.NO_BEEF,
        any_of(
            "(?:no|without|never) beef",
            f"牛(?:肉)?{_NOT}|beef[- ]free",
        ),
    ),
    (
        Diet.NO_ALCOHOL,
        any_of(
            "(?:no|without|never) alcohol(?: in food)?",
            f"(?:アルコール|お?酒(?:類)?|料理酒|みりん){_NOT}|alcohol[- ]free",
        ),
    ),
    (
        Diet.GLUTEN_FREE,
        any_of(
            "gluten[- ]free|no gluten|co?eliac",
            "グルテン(?:フリー|抜き|不可|なし)",
        ),
    ),
    (
        Diet.LACTOSE_FREE,
        any_of(
            "lactose[- ](?:free|intoleran(?:t|ce))|no lactose",
            "乳糖(?:不耐症?|フリー|抜き)|ラクトースフリー",
        ),
    ),
)
FAITH = any_of(
    "muslims?|islam(?:ic)?|christians?|(?:roman )?catholics?|protestants?|baptists?|methodists?"
    "|lutherans?|mormons?|lds|jewish|jews?|buddhists?|shinto|hindus?|sikhs?|quakers?|orthodox|atheists?"
    "|prayers?|pray|worship|church|mosque|temple|synagogue|mass|sabbath|shabbat|ramadan|fasting"
    r"|religio\w+",
    "イスラム教?(?:徒)?|ムスリム|キリスト教(?:徒)?|クリスチャン|カトリック|プロテスタント|仏教(?:徒)?"
    "|神道|ヒンドゥー教(?:徒)?|ユダヤ教(?:徒)?|モルモン教?|創価学会|エホバの証人|お?祈り|礼拝|ラマダン"
    "|断食|日曜(?:日)?(?:は)?(?:に)?教会|宗教上(?:の理由(?:で|により)?)?",
)
_EATING_FILLERS = any_of(
    "diet|food|only|eats?|but|and|meals?|please|is|ok(?:ay)?|fine|strict",
    "食(?:です)?|です|ます|のみ",
)
_COOKING_FILLERS = any_of(
    "no|free|is|are|ok(?:ay)?|fine|can do|can (?:cook|make|avoid)|we (?:can|have|are)|have|home"
    "|house(?:hold)?|kitchen|cooking|cook|food|meals?|without|all|any|and|or|also|for|allerg(?:y|ies)"
    "|happy to|no problem|great|easy|the|an?|do|with",
    "対応(?:可能?|できます)?|可能?|できます|作れます|大丈夫(?:です)?|なし|抜き|不使用|除去|フリー"
    "|アレルギー|問題(?:なし|ない)",
)
_REMARK = re.compile(r"\s+-\s+.*$|[(（][^()（）]*[)）]", re.DOTALL)
_CLAUSES = re.compile(r"[、,;；，\n。・]|(?<=[a-z])\s+and\s+(?=[a-z])")


@lru_cache(maxsize=8192)
def read_diets(text: str) -> Reading[Eating]:
    """Read a guest's rules of eating. "Vegetarian, fish is fine" is pescatarian."""
    if not text.strip() or says_none(text):
        return Reading(Eating())
    scan = Scan(text)
    fish = scan.take(_FISH_OK)
    diets = {diet for diet, pattern in _DIETS if scan.take_all(pattern)}
    if fish and Diet.VEGETARIAN in diets:
        diets = (diets - {Diet.VEGETARIAN}) | {Diet.PESCATARIAN}
    elif fish and not diets:
        scan = Scan(text)
    faith = scan.take_all(FAITH)
    if diets:
        scan.ignore(_EATING_FILLERS)
    if faith:
        # Whoever says "Sunday mass" or 「お祈りの時間」 wants the whole clause read, not one word of it.
        clauses = [clause for clause in split_outside(text, _CLAUSES) if FAITH.search(Scan(clause).plain)]
        faith_words = "; ".join(clauses)
        left = [clause for clause in split_outside(text, _CLAUSES) if clause not in clauses]
        rest = "; ".join(filter(None, (_left_of(clause) for clause in left)))
        return Reading(Eating(frozenset(diets), faith_words), rest)
    return Reading(Eating(frozenset(diets)), scan.left())


def _left_of(clause: str) -> str:
    scan = Scan(clause)
    for pattern in (_FISH_OK, *(pattern for _, pattern in _DIETS), _EATING_FILLERS):
        scan.take_all(pattern)
    return scan.left()


@lru_cache(maxsize=8192)
def read_cooking(text: str) -> Reading[Cooking]:
    """Read what a family can cook for. "Nut free home" and "nuts all ok" both mean that they can do without nuts.

    Remarks in brackets or after a dash ("Susan is a dietitian") are no needs; the field's own words keep them.
    """
    if not text.strip() or says_none(text):
        return Reading(Cooking())
    diets: set[Diet] = set()
    without: set[Allergen] = set()
    left = []
    for clause in split_outside(text, _CLAUSES):
        scan = Scan(clause)
        before = len(diets) + len(without)
        for diet, pattern in _DIETS:
            if scan.take_all(pattern):
                diets.add(diet)
        for name in scan.take_all(FOOD):
            without.update(foods_of(name))
        if len(diets) + len(without) > before or not re.search(r"\w", scan.open):
            for remark in _REMARK.finditer(scan.open):
                scan.cross_out(*remark.span())
        scan.ignore(_COOKING_FILLERS)
        left.append(scan.left())
    if Diet.GLUTEN_FREE in diets:
        without.update((Allergen.GLUTEN, Allergen.WHEAT))
    return Reading(Cooking(frozenset(diets), frozenset(without)), "; ".join(filter(None, left)))
