"""What somebody must not, or would rather not, eat: in a few words that keep how strictly it is meant."""

from __future__ import annotations

from planner.language.figures import comma_list
from planner.language.marking import N_
from planner.language.speaking import speaker
from planner.language.terms import term
from planner.model.kinds import Allergen, Severity
from planner.model.people import FoodNeed, Person

#: What can harm at once; told before everything else.
SEVERE = frozenset({Severity.SEVERE, Severity.AIRBORNE})

_STRICTLY = {
    Severity.AIRBORNE: N_("no {food}, not even in the air (severe allergy)"),
    Severity.SEVERE: N_("no {food} (severe allergy)"),
    Severity.AVOID: N_("no {food}"),
    Severity.COOKED_OK: N_("only cooked {food}"),
    Severity.SMALL_AMOUNTS_OK: N_("only a little {food}"),
    Severity.DISLIKE: N_("rather no {food}"),
}
_ORDER = {severity: place for place, severity in enumerate(reversed(Severity))}
_BRACKETS = {"en": "(", "ja": "（"}


def food_name(need: FoodNeed, language: str) -> str:
    """Name the food itself, within a sentence: "buckwheat"; what is none of the known ones in their own words."""
    if need.allergen == Allergen.OTHER:
        return need.words or term(Allergen.OTHER, language)
    # "Buckwheat (soba)" explains itself where it is chosen; in a row of foods the short name is read.
    return term(need.allergen, language).partition(_BRACKETS[language])[0].strip().lower()


def food_need(need: FoodNeed, language: str) -> str:
    """Say a food with how strictly it is meant: "only cooked egg"."""
    return speaker(language).tr(_STRICTLY[need.severity], food=food_name(need, language))


def food_needs(person: Person, language: str) -> list[str]:
    """Say everything to know before cooking: what is severe first, then diets, then the rest, the strictest first.

    In English none begins with a capital, as in the middle of a sentence.
    """
    needs = sorted(person.food_needs, key=lambda need: _ORDER[need.severity])
    severe = [food_need(need, language) for need in needs if need.severity in SEVERE]
    others = [food_need(need, language) for need in needs if need.severity not in SEVERE]
    diets = [term(diet, language).lower() for diet in sorted(person.diets)]
    if not diets and person.diet_words:
        diets = [person.diet_words]
    return [each for each in (*severe, *diets, *others, person.other_allergies) if each]


def food_line(person: Person, language: str) -> str:
    """Say the same as one line, which begins with a capital in English."""
    line = comma_list(food_needs(person, language), language)
    return line[:1].upper() + line[1:]
