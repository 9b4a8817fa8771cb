"""Who must not eat what there is at a meal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planner.agenda import Slot
from planner.language.marking import Pair
from planner.language.names import called_name
from planner.language.terms import term
from planner.model.kinds import Allergen
from planner.model.kinds import Severity as Strictness
from planner.rules.finding import FindingKind, Severity
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_event

#: Foods that are kinds of another: who must not eat the one must not eat the other where only that is said.
_WITHIN: Final = (
    {Allergen.CRUSTACEANS, Allergen.SHRIMP},
    {Allergen.CRUSTACEANS, Allergen.CRAB},
    {Allergen.TREE_NUTS, Allergen.WALNUT},
    {Allergen.GLUTEN, Allergen.WHEAT},
)
_DANGEROUS: Final = frozenset({Strictness.SEVERE, Strictness.AIRBORNE})
_A_LITTLE: Final = frozenset({Strictness.COOKED_OK, Strictness.SMALL_AMOUNTS_OK})


@of_event("allergen-severe", FindingKind.FOOD, Severity.BLOCK)
def allergen_severe(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal to which somebody who eats there is severely allergic."""
    yield from _eaten(slot, _DANGEROUS)


@of_event("allergen", FindingKind.FOOD, Severity.WARN)
def allergen(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal that somebody who eats there must avoid."""
    yield from _eaten(slot, frozenset({Strictness.AVOID}))


@of_event("allergen-a-little", FindingKind.FOOD, Severity.NOTE)
def allergen_a_little(slot: Slot, figures: Figures) -> Iterator[Found]:
    """There is a food at a meal of which somebody may eat a little, or only cooked."""
    yield from _eaten(slot, _A_LITTLE)


def _eaten(slot: Slot, strictness: frozenset[Strictness]) -> Iterator[Found]:
    for meal in slot.event.meals:
        for member in slot.members if meal.contains else ():
            for need in member.person.food_needs:
                if need.severity in strictness and any(_is_like(need.allergen, one) for one in meal.contains):
                    told = {
                        "event": title(slot), "at": slot.begins,
                        "name": Pair(called_name(member.person, "en"), called_name(member.person, "ja")),
                        "meal": Pair(term(meal.which, "en").lower(), term(meal.which, "ja")),
                        "food": Pair(term(need.allergen, "en").lower(), term(need.allergen, "ja")),
                    }  # fmt: skip
                    yield Found(subject(slot), told, (member.id,), (), slot.day)


def _is_like(needed: Allergen, eaten: Allergen) -> bool:
    return needed == eaten or {needed, eaten} in _WITHIN
