"""Meals beside a programme: in-flight; dinner with family; lunch: pizza; box lunch; all meals with family;
朝○昼×夕家.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planner.intake.values.foods import FOOD, foods_of
from planner.intake.values.reading import Reading
from planner.intake.values.scan import Scan, any_of, plain, says_none, split_outside, trim
from planner.model.kinds import Allergen, MealProvider, MealTime


@dataclass(frozen=True, slots=True)
class Eaten:
    """One meal. `which` is None where only "in-flight" or "with family" is said; the hour of the day tells then."""

    which: MealTime | None
    provider: MealProvider
    menu: str = ""
    contains: frozenset[Allergen] = frozenset()


_TIMES: tuple[tuple[MealTime, re.Pattern[str]], ...] = (
    (MealTime.BREAKFAST, any_of("breakfast|brunch", "朝(?:食|ごはん|ご飯)")),
    (MealTime.LUNCH, any_of("lunch(?:eon|es)?", "昼(?:食|ごはん|ご飯)|ランチ")),
    (MealTime.DINNER, any_of(
        "dinner|supper|evening meal",
        "夕(?:食|ごはん|ご飯)|夜ご?飯|晩(?:ごはん|ご飯|餐会?)|夕餉|ディナー",
    )),
)  # fmt: skip
# Words that tell the meal of the day without being its name; they stay as what there is to eat.
_HINTS: tuple[tuple[MealTime, re.Pattern[str]], ...] = (
    (MealTime.LUNCH, any_of("bento|picnic|box(?:ed)? meals?", "弁当")),
    (MealTime.DINNER, any_of("banquet|bbq|barbecue|cookout", "バーベキュー|懇親会|宴会")),
)  # fmt: skip
_ALL = re.compile(
    r"(?<![a-z])(?:all|three|every) (?:three )?meals?(?![a-z])|(?:全|三|3)食(?:とも)?|全ての食事",
    re.IGNORECASE,
)
_PROVIDERS: tuple[tuple[MealProvider, re.Pattern[str]], ...] = (
    (MealProvider.ON_BOARD, re.compile(
        r"(?<![a-z])(?:in[- ]?flight|on[- ]?board|on the (?:plane|flight|train)"
        r"|airline)(?: meals?)?(?![a-z])|機内食?|車内", re.IGNORECASE)),
    (MealProvider.FAMILY, re.compile(
        r"(?<![a-z])(?:with|at|by|from)? ?(?:the |their |your |our )?(?:host )?(?:famil(?:y|ies)|hosts?"
        r"|homes?)(?![a-z])|(?:ホスト)?(?:家庭|ファミリー|家族)(?:で|と)?|各家庭", re.IGNORECASE)),
    (MealProvider.PACKED, any_of(
        "bag(?:ged)?|packed|sack|brown[- ]bag|bento|picnic",
        "弁当(?:持参)?",
    )),
    (MealProvider.OWN, any_of(
        "on (?:your|their) own|own (?:cost|expense|account|arrangements?)|not (?:included|provided)"
        "|self-?pay|free choice",
        "各自|自費|自由食",
    )),
    (MealProvider.GROUP, any_of(
        # A box lunch is bought for everybody; a bag lunch is what the family packs.
        "box(?:ed)?|provided|included|together|group|everyone|served|hosted",
        "(?:全員|一緒|込み|含む|提供)",
    )),
)  # fmt: skip
# The notation of Japanese timetables: 朝○ 昼× 夕家 (domain.md §2.8).
_NOTATION = re.compile(r"(?P<when>[朝昼夕夜])\s*[:：]?\s*(?P<mark>[○◯〇×✕機家弁])")
_NOTATION_TIMES = {
    "朝": MealTime.BREAKFAST,
    "昼": MealTime.LUNCH,
    "夕": MealTime.DINNER,
    "夜": MealTime.DINNER,
}
_NOTATION_MARKS = {
    "○": MealProvider.GROUP,
    "◯": MealProvider.GROUP,
    "〇": MealProvider.GROUP,
    "×": MealProvider.OWN,
    "✕": MealProvider.OWN,
    "機": MealProvider.ON_BOARD,
    "家": MealProvider.FAMILY,
    "弁": MealProvider.PACKED,
}
_CLAUSES = re.compile(
    r"[;；\n。]|,(?=\s*(?:breakfast|brunch|lunch|dinner|supper|box|packed|all)\b)|、(?=[朝昼夕])|\s+(?:and"
    r"|\+|&)\s+(?=(?:breakfast|lunch|dinner|supper)\b)",
    re.IGNORECASE,
)
_FILLERS = any_of(
    "meals?|with|the|is|at|for|at home|and|by|a|of|are",
    "食事|は|で|です|の|お|を|(?:を)?持参",
)


@lru_cache(maxsize=4096)
def read_meals(text: str) -> Reading[tuple[Eaten, ...]]:
    """Read the meals. Words beside a meal that name nobody who sees to it are its menu ("lunch: lobster rolls")."""
    if not text.strip() or says_none(text):
        return Reading(())
    scan = Scan(text)
    found = [
        Eaten(_NOTATION_TIMES[match["when"]], _NOTATION_MARKS[match["mark"]]) for match in scan.take_all(_NOTATION)
    ]
    if found:
        return Reading(tuple(found), scan.left())
    left: list[str] = []
    for clause in split_outside(text, _CLAUSES):
        meals = _clause(clause)
        found += meals
        if not meals:
            left.append(clause.strip())
    return Reading(tuple(found), "; ".join(left))


def _clause(clause: str) -> list[Eaten]:
    scan = Scan(clause)
    if scan.take(_ALL):
        times: list[MealTime | None] = list(MealTime)
    else:
        times = [when for when, pattern in _TIMES if pattern.search(scan.open)]
        times = times or [when for when, pattern in _HINTS if pattern.search(scan.open)]
    provider = next((one for one, pattern in _PROVIDERS if pattern.search(scan.open)), None)
    if not times and provider in (None, MealProvider.GROUP):
        return []
    for _, pattern in (*_PROVIDERS, *_TIMES):
        scan.take_all(pattern)
    scan.ignore(_FILLERS)
    menu = trim(scan.left())
    contains = frozenset(food for match in FOOD.finditer(plain(menu)) for food in foods_of(match))
    return [Eaten(when, provider or MealProvider.GROUP, menu, contains) for when in times or [None]]
