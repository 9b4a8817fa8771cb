"""Sentences to show to whoever cooks: complete, the dangerous first, the same in both languages."""

import pytest

from planner.language.foodadvice import cooking_for, hiding_places
from planner.language.foodsentences import food_sentences, food_statements, is_severe
from planner.model import FoodNeed, Person
from planner.model.kinds import Allergen, Diet, Severity


def person(*needs: tuple[str, str], diets: frozenset[Diet] = frozenset(), **values: object) -> Person:
    return Person(
        food_needs=[FoodNeed(allergen=Allergen(food), severity=Severity(kind), words="") for food, kind in needs],
        **{"diets": diets, "diet_words": "", "other_allergies": "", "epinephrine_pens": None, **values},
    )


YUI = person(("peanut", "avoid"), ("buckwheat", "severe"), epinephrine_pens=2)


def test_the_severe_one_comes_first_and_what_to_do_last() -> None:
    assert food_sentences(YUI, "en", "911") == [
        "I have a severe allergy to BUCKWHEAT (soba).",
        "I must not eat PEANUTS.",
        "Is there any in this, or near it in the kitchen?",
        "If I cannot breathe well: my EpiPen, then 911.",
    ]
    assert food_sentences(YUI, "ja", "119") == [
        "そばの重いアレルギーがあります。",
        "ピーナッツ（落花生）は食べられません。",
        "この料理に入っていますか。同じ台所で使っていますか。",
        "息が苦しくなったら、エピペンを使い、119に電話してください。",
    ]


def test_several_foods_are_ruled_out_with_or() -> None:
    avoiding = person(("shrimp", "avoid"), ("crab", "avoid"), ("egg", "avoid"))
    assert food_statements(avoiding, "en") == ["No SHRIMP, CRAB or EGGS."]
    assert food_statements(avoiding, "ja") == ["えび、かに、卵不可。"]
    assert food_sentences(avoiding, "en")[0] == "I must not eat SHRIMP, CRAB or EGGS."


def test_without_pens_one_calls_at_once_and_without_a_number_nothing_is_said_of_it() -> None:
    severe = person(("shrimp", "severe"))
    assert food_sentences(severe, "en", "911")[-1] == "If I cannot breathe well: call 911 at once."
    assert food_sentences(severe, "en")[-1].startswith("Is there any")


def test_a_diet_that_another_one_says_already_is_not_said_twice() -> None:
    halal = person(diets=frozenset({Diet.HALAL, Diet.NO_PORK, Diet.NO_ALCOHOL}))
    [sentence] = food_sentences(halal, "en", "911")
    assert sentence.startswith("I eat halal food")
    assert food_statements(halal, "en") == ["Halal: no pork, no alcohol."]
    assert len(cooking_for(halal.diets, "en")) == 1


def test_how_strictly_it_is_meant_is_kept() -> None:
    mild = person(("egg", "cooked_ok"), ("milk", "small_amounts_ok"), ("fish", "dislike"), ("crab", "airborne"))
    assert food_statements(mild, "en") == [
        "CRAB: severe allergy, even in the air.",
        "EGGS only if well cooked.",
        "Only a little MILK.",
    ]
    assert is_severe(mild)
    assert "fish" not in " ".join(food_sentences(mild, "en")).lower()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_who_eats_everything_has_nothing_to_show_and_every_food_has_its_hiding_places(language: str) -> None:
    assert food_sentences(person(), language, "911") == []
    assert food_statements(person(), language) == []
    plain = {Allergen.OTHER, Allergen.FRUIT, Allergen.MEAT}
    assert len(hiding_places(set(Allergen), language)) == len(set(Allergen) - plain)
    assert len(cooking_for(set(Diet) - {Diet.HALAL, Diet.VEGAN}, language)) == len(Diet) - 2
