"""Sentences to show to whoever cooks or serves: what somebody must not eat, in the first person, in either language.

They stand on the page to point at, on emergency cards and beside the food of a guest, word for word the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from planner.language.food import SEVERE
from planner.language.marking import N_
from planner.language.speaking import Speaker, speaker
from planner.language.terms import term
from planner.model.kinds import Allergen, Diet, Severity
from planner.model.people import FoodNeed, Person

#: English says most foods in the plural; the others as they are called.
_PLURALS = {
    Allergen.EGG: "eggs", Allergen.PEANUT: "peanuts", Allergen.WALNUT: "walnuts", Allergen.CRUSTACEANS: "crustaceans",
    Allergen.FRUIT: "fruit", Allergen.CRAB: "crab", Allergen.SHRIMP: "shrimp",
}  # fmt: skip

#: Labels say 落花生, people ピーナッツ.
_IN_JAPANESE = {Allergen.PEANUT: "ピーナッツ（落花生）"}

#: What a diet forbids, from the strictest on; a diet that another one says already is not said twice.
_DIETS = {
    Diet.VEGAN: N_("I am vegan: no meat, no fish, no eggs, no milk, no fish stock."),
    Diet.VEGETARIAN: N_("I am vegetarian: no meat, no fish, no meat or fish stock."),
    Diet.PESCATARIAN: N_("I eat fish but no meat."),
    Diet.HALAL: N_("I eat halal food: no pork, no alcohol, not in sauces or stock either."),
    Diet.KOSHER: N_("I eat kosher food: no pork, no shellfish, no meat together with milk."),
    Diet.NO_PORK: N_("I do not eat pork, not in sauces or stock either."),
    Diet.NO_BEEF: N_("I do not eat beef."),
    Diet.NO_ALCOHOL: N_("I do not take alcohol, not in cooking either."),
    Diet.GLUTEN_FREE: N_("I must not eat gluten: no wheat, barley or rye."),
    Diet.LACTOSE_FREE: N_("I cannot take milk, cream or soft cheese."),
}
_SAYS_ALREADY = {
    Diet.VEGAN: {Diet.VEGETARIAN, Diet.PESCATARIAN, Diet.NO_PORK, Diet.NO_BEEF, Diet.LACTOSE_FREE},
    Diet.VEGETARIAN: {Diet.PESCATARIAN, Diet.NO_PORK, Diet.NO_BEEF},
    Diet.PESCATARIAN: {Diet.NO_PORK, Diet.NO_BEEF},
    Diet.HALAL: {Diet.NO_PORK, Diet.NO_ALCOHOL},
    Diet.KOSHER: {Diet.NO_PORK},
}


def is_severe(person: Person) -> bool:
    """Whether something that somebody eats or breathes in can harm them at once."""
    return any(need.severity in SEVERE for need in person.food_needs)


def said_food(need: FoodNeed, language: str, *, capitals: bool = False) -> str:
    """Name a food as it stands in such a sentence: "BUCKWHEAT (soba)", "peanuts", 「そば」."""
    if need.allergen == Allergen.OTHER:
        return need.words or term(Allergen.OTHER, language)
    if language == "ja":
        return _IN_JAPANESE.get(need.allergen) or term(need.allergen, "ja").partition("（")[0]
    name, bracket, rest = term(need.allergen, "en").partition(" (")
    name = _PLURALS.get(need.allergen, name.lower())
    return f"{name.upper() if capitals else name}{bracket}{rest}"


def food_sentences(person: Person, language: str, emergency: str = "") -> list[str]:
    """Say it all: allergies, the severe ones first, diets, what is asked, and what to do.

    `emergency` is the number to call where they are: "911", 「119」. Nothing for who eats everything.
    """
    here = speaker(language)
    said = [*_allergies(person, here), *diet_sentences(person.diets, language)]
    if not said and person.diet_words:
        said = [person.diet_words]
    if person.other_allergies:
        said.append(here.tr("Other allergies: {words}.", words=person.other_allergies.rstrip(".。")))
    if any(need.severity is not Severity.DISLIKE for need in person.food_needs):
        said.append(
            here.tr("Is there any in this, or near it in the kitchen?")
            if is_severe(person)
            else here.tr("Is there any in this?")
        )
    if is_severe(person) and emergency:
        said.append(
            here.tr("If I cannot breathe well: my EpiPen, then {number}.", number=emergency)
            if person.epinephrine_pens
            else here.tr("If I cannot breathe well: call {number} at once.", number=emergency)
        )
    return said


def diet_sentences(diets: Iterable[Diet], language: str) -> list[str]:
    """Say what somebody's diets forbid, each thing once."""
    own = set(diets)
    said_already = {other for diet in own for other in _SAYS_ALREADY.get(diet, ())}
    return [speaker(language).tr(words) for diet, words in _DIETS.items() if diet in own - said_already]


def _allergies(person: Person, here: Speaker) -> list[str]:
    def foods(*severities: Severity, capitals: bool = False) -> list[str]:
        needs = (need for need in person.food_needs if need.severity in severities)
        return list(dict.fromkeys(said_food(need, here.language, capitals=capitals) for need in needs))

    said = []
    if severe := foods(*SEVERE, capitals=True):
        said.append(here.tr("I have a severe allergy to {foods}.", foods=severe))
    if airborne := foods(Severity.AIRBORNE, capitals=True):
        said.append(here.tr("Even {foods} in the air harms me.", foods=airborne))
    if avoided := foods(Severity.AVOID, capitals=True):
        said.append(here.tr("I must not eat {foods:or}.", foods=avoided))
    if cooked := foods(Severity.COOKED_OK):
        said.append(here.tr("I can eat {foods} only if well cooked.", foods=cooked))
    if little := foods(Severity.SMALL_AMOUNTS_OK):
        said.append(here.tr("I can eat only a little {foods}.", foods=little))
    return said


# What a family is told, on the page of its guest

_KEPT = {
    Diet.VEGAN: N_("Vegan: no meat, fish, eggs or milk."),
    Diet.VEGETARIAN: N_("Vegetarian: no meat, no fish."),
    Diet.PESCATARIAN: N_("Fish, but no meat."),
    Diet.HALAL: N_("Halal: no pork, no alcohol."),
    Diet.KOSHER: N_("Kosher: no pork, no shellfish, no meat with milk."),
    Diet.NO_PORK: N_("No pork."),
    Diet.NO_BEEF: N_("No beef."),
    Diet.NO_ALCOHOL: N_("No alcohol, in food either."),
    Diet.GLUTEN_FREE: N_("No gluten."),
    Diet.LACTOSE_FREE: N_("No lactose: no milk or cream."),
}


def food_statements(person: Person, language: str) -> list[str]:
    """Say in a few words what somebody must not eat: "BUCKWHEAT (soba): severe allergy.", "EGGS only if well cooked."

    The most dangerous comes first; what they would only rather not eat is not in it. Nothing if there is nothing.
    """
    here = speaker(language)
    said: list[str] = []
    for words, severities in _STATED:
        needs = (need for need in person.food_needs if need.severity in severities)
        if foods := list(dict.fromkeys(said_food(need, language, capitals=True) for need in needs)):
            said.append(here.tr(words, foods=foods))
    said_already = {other for diet in person.diets for other in _SAYS_ALREADY.get(diet, ())}
    said += [here.tr(words) for diet, words in _KEPT.items() if diet in person.diets - said_already]
    if not person.diets and person.diet_words:
        said.append(person.diet_words)
    return said


_STATED = (
    (N_("{foods}: severe allergy, even in the air."), {Severity.AIRBORNE}),
    (N_("{foods}: severe allergy."), {Severity.SEVERE}),
    (N_("No {foods:or}."), {Severity.AVOID}),
    (N_("{foods} only if well cooked."), {Severity.COOKED_OK}),
    (N_("Only a little {foods}."), {Severity.SMALL_AMOUNTS_OK}),
)
