"""Where a food hides, and what a diet means at the stove: for families who cook for somebody they hardly know.

Everyday kitchen knowledge, no medical advice: labels are read all the same. What it was held against stands in
docs/decisions/0026-the-host-family-packet.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from planner.language.marking import N_
from planner.language.speaking import speaker
from planner.model.kinds import Allergen, Diet

_HIDES = {
    Allergen.SHRIMP: N_("Shrimp hides in fish cakes, seafood stock, crackers, Thai and Chinese sauces."),
    Allergen.CRAB: N_("Crab hides in seafood stock, chowder, crab sticks and sushi."),
    Allergen.CRUSTACEANS: N_("Crustaceans hide in seafood stock, chowder, fish cakes, Thai and Chinese sauces."),
    Allergen.MOLLUSCS: N_("Squid, clams and oysters hide in seafood mixes, chowder and oyster sauce."),
    Allergen.FISH: N_("Fish hides in dashi stock, Worcestershire and fish sauce, Caesar dressing."),
    Allergen.FISH_ROE: N_("Fish roe is on sushi and in some dressings and spreads."),
    Allergen.EGG: N_("Egg hides in mayonnaise, batter, cakes, fresh pasta, ice cream."),
    Allergen.MILK: N_("Milk hides in butter, cheese, bread, sausages, chocolate, creamy soups."),
    Allergen.WHEAT: N_("Wheat hides in bread, pasta, batter, soy sauce, sausages, thick soups."),
    Allergen.GLUTEN: N_("Gluten hides in bread, pasta, batter, soy sauce, barley tea, thick soups."),
    Allergen.BUCKWHEAT: N_("Buckwheat hides in soba, some pancake and flour mixes, crepes, honey, pillows with hulls."),
    Allergen.PEANUT: N_("Peanuts hide in butters, oils, sauces, sweets, granola, Asian dishes."),
    Allergen.WALNUT: N_("Walnuts hide in cakes, cookies, salads, pesto, granola."),
    Allergen.TREE_NUTS: N_("Nuts hide in cakes, cookies, granola, pesto, ice cream, nut milks."),
    Allergen.SOY: N_("Soy hides in soy sauce, miso, tofu, ready meals, vegetable oil, some breads."),
    Allergen.SESAME: N_("Sesame hides in hummus, tahini, buns, dressings, sesame oil."),
    Allergen.YAM: N_("Mountain yam hides in okonomiyaki mixes and is grated over noodles."),
    Allergen.GELATIN: N_("Gelatin hides in jelly, gummies, marshmallows, some yogurts."),
}
_COOKING = {
    Diet.VEGAN: N_("No stock from meat or fish, no butter, honey or gelatin. Rice, beans, tofu, vegetables and fruit."),
    Diet.VEGETARIAN: N_("No meat or fish stock, no dashi, no gelatin. Eggs and cheese are usually fine: ask."),
    Diet.PESCATARIAN: N_("Fish, eggs and vegetables; no meat stock, no bacon, no gravy."),
    Diet.HALAL: N_(
        "Meat from a halal butcher; fish, eggs, rice and vegetables are fine. No wine, mirin, sake, lard, gelatin."
    ),
    Diet.KOSHER: N_("How strictly it is kept differs: ask what is eaten at home. Fruit and raw vegetables are safe."),
    Diet.NO_PORK: N_("No ham, bacon, sausage, lard or gelatin either; ramen and dumplings often have pork."),
    Diet.NO_BEEF: N_("No beef stock, gravy or gelatin either."),
    Diet.NO_ALCOHOL: N_("No wine, mirin or sake in sauces, no rum in cakes."),
    Diet.GLUTEN_FREE: N_("Rice, potatoes, corn, fruit are fine. Clean pans and a board of its own."),
    Diet.LACTOSE_FREE: N_("No milk, cream or ice cream; hard cheese and a little butter are often fine: ask."),
}
_SAID_BY = {Diet.HALAL: {Diet.NO_PORK, Diet.NO_ALCOHOL}, Diet.VEGAN: {Diet.VEGETARIAN, Diet.LACTOSE_FREE}}


def hiding_places(foods: Iterable[Allergen], language: str) -> list[str]:
    """Say where each of these foods hides, as far as anything is worth saying."""
    here = speaker(language)
    return [here.tr(_HIDES[food]) for food in dict.fromkeys(foods) if food in _HIDES]


def cooking_for(diets: Iterable[Diet], language: str) -> list[str]:
    """Say what each of these diets means at the stove, in their order from the strictest."""
    own = set(diets)
    said = {other for diet in own for other in _SAID_BY.get(diet, ())}
    return [speaker(language).tr(words) for diet, words in _COOKING.items() if diet in own - said]
