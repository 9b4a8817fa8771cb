"""Who must not eat what there is at a meal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Final

from planner.agenda import Slot
from planner.language.marking import Pair
from planner.language.names import called_name, in_both
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.kinds import Allergen, Side
from planner.model.kinds import Severity as Strictness
from planner.model.people import FoodNeed, Person
from planner.model.programme import Meal
from planner.rules.finding import FindingKind, Severity, Source, Subject
from planner.rules.programme.clashes import subject, title
from planner.rules.programme.menus import may_hold, menu_of
from planner.rules.rule import Called, Figures, Found, of_event

#: What labels must name: eight foods in Japan, nine in the US, and not the same ones (domain.md §3.2, [94], [95]).
LABELS = Source(
    Pair(
        "Japan, Food Labelling Standards: eight allergens, with walnut since 1 April 2025 (check the Consumer Affairs "
        "Agency’s list); US, FALCPA 2004 and FASTER Act 2021: nine, with sesame since 1 January 2023",
        "日本：食品表示基準の特定原材料8品目（くるみは2025年4月1日から。最新の一覧は消費者庁で確認）。"
        "米国：FALCPA（2004年）とFASTER法（2021年）の9品目（ごまは2023年1月1日から）",
    ),
    dt.date(2025, 4, 1),
)

#: What the labels of each country must name, a kind of a named food as well.
LABELLED: Final = {
    Side.JAPAN: frozenset({
        Allergen.SHRIMP, Allergen.CRAB, Allergen.WALNUT, Allergen.WHEAT, Allergen.GLUTEN, Allergen.BUCKWHEAT,
        Allergen.EGG, Allergen.MILK, Allergen.PEANUT,
    }),
    Side.US: frozenset({
        Allergen.MILK, Allergen.EGG, Allergen.FISH, Allergen.CRUSTACEANS, Allergen.SHRIMP, Allergen.CRAB,
        Allergen.TREE_NUTS, Allergen.WALNUT, Allergen.PEANUT, Allergen.WHEAT, Allergen.GLUTEN, Allergen.SOY,
        Allergen.SESAME,
    }),
}  # fmt: skip

#: Foods that are kinds of another: who must not eat the one must not eat the other where only that is said.
_WITHIN: Final = (
    {Allergen.CRUSTACEANS, Allergen.SHRIMP},
    {Allergen.CRUSTACEANS, Allergen.CRAB},
    {Allergen.TREE_NUTS, Allergen.WALNUT},
    {Allergen.GLUTEN, Allergen.WHEAT},
)
_DANGEROUS: Final = frozenset({Strictness.SEVERE, Strictness.AIRBORNE})
#: What somebody keeps away from in whatever amount.
_NEVER: Final = _DANGEROUS | {Strictness.AVOID}
_A_LITTLE: Final = frozenset({Strictness.COOKED_OK, Strictness.SMALL_AMOUNTS_OK})


@of_event("allergen-severe", FindingKind.FOOD, Severity.BLOCK, source=LABELS)
def allergen_severe(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal to which somebody who eats there is severely allergic."""
    yield from _eaten(slot, _DANGEROUS)


@of_event("allergen", FindingKind.FOOD, Severity.WARN, source=LABELS)
def allergen(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal that somebody who eats there must avoid."""
    yield from _eaten(slot, frozenset({Strictness.AVOID}))


@of_event("allergen-a-little", FindingKind.FOOD, Severity.NOTE, source=LABELS)
def allergen_a_little(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal of which somebody may eat a little, or only cooked."""
    yield from _eaten(slot, _A_LITTLE)


def _eaten(slot: Slot, strictness: frozenset[Strictness]) -> Iterator[Found]:
    for meal in slot.event.meals:
        for member in slot.members if meal.contains else ():
            foods = dict.fromkeys(need.allergen for need in _needs_against(meal, member.person, strictness))
            if foods:
                told = {
                    "event": title(slot), "at": slot.begins, "name": Called(member.id), "meal": small(meal.which),
                    "food": [small(food) for food in foods], "foods": [food.value for food in foods],
                }  # fmt: skip
                yield Found(subject(slot), told, (member.id,), (Subject("Member", member.id),), slot.day)


def _needs_against(meal: Meal, person: Person, strictness: frozenset[Strictness]) -> Iterator[FoodNeed]:
    for need in person.food_needs:
        if need.severity in strictness and any(_is_like(need.allergen, one) for one in meal.contains):
            yield need


def not_to_eat(meal: Meal, person: Person) -> tuple[FoodNeed, ...]:
    """Give what somebody must not eat at all and is in a meal: as is said of it, or as the words of its menu tell."""
    said = _needs_against(meal, person, _NEVER)
    menu = menu_of(meal)
    read = (need for need in person.food_needs if need.severity in _NEVER and may_hold(menu, need.allergen))
    return tuple(said if meal.contains else read)


def name_of(member: Member) -> Pair:
    """Give what a member is called, as a figure."""
    return in_both(called_name, member.person)


@cache
def small(word: Enum) -> Pair:
    """Give a term as it stands within a sentence."""
    return Pair(term(word, "en").lower(), term(word, "ja"))


def _is_like(needed: Allergen, eaten: Allergen) -> bool:
    return needed == eaten or {needed, eaten} in _WITHIN
