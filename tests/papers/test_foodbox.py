"""The black box on a guest's page: what a family reads from afar is what could harm its guest."""

from typing import Any

import pytest

from planner.model import AnimalNeed, FoodNeed, Person, Plan
from planner.model.kinds import Allergen, Reaction, Severity, Species
from planner.papers.hostpacket.foodbox import Said, said_in_box
from planner.papers.itinerary.schedule import schedule_of
from planner.papers.sections.voice import Voice

NO_FOOD, NO_MEDICINE = "No food allergies or diets that we know of.", "No medicine that we know of."


def guest(**known: Any) -> Person:
    nothing = dict.fromkeys(("other_allergies", "conditions", "medicines", "sleep", "mobility", "diet_words"), "")
    return Person(**{**nothing, "diets": frozenset(), **known})


def allergy(severity: Severity) -> AnimalNeed:
    return AnimalNeed(species=Species.CAT, reaction=Reaction.ALLERGY, severity=severity)


#: "No rabbits": nobody has said whether they would harm her.
RABBITS = AnimalNeed(species=Species.RABBIT, reaction=Reaction.UNKNOWN, severity=Severity.AVOID)


def said(plan: Plan, person: Person, language: str = "en") -> Said:
    return said_in_box(person, Voice.of(schedule_of(plan), language))


def test_that_there_is_nothing_is_large_only_if_nothing_is_known(agreed: Plan) -> None:
    assert said(agreed, guest()) == (["No allergies or diets that we know of."], [], [NO_MEDICINE])


@pytest.mark.parametrize(
    ("person", "large"),
    [
        (guest(animal_needs=[allergy(Severity.AVOID)]), "Cat: allergic."),
        (guest(animal_needs=[RABBITS]), "Rabbit: to be kept away, perhaps an allergy (to be confirmed)."),
        (guest(conditions="ぜんそく"), "Health: asthma."),
        (guest(medicines="吸入薬持参"), "Medicine: carries an inhaler."),
        (guest(epinephrine_pens=2), "Carries 2 EpiPens."),
        (guest(other_allergies="latex"), "Other allergies: latex."),
    ],
)
def test_without_food_to_mind_health_is_large(agreed: Plan, person: Person, large: str) -> None:
    box = said(agreed, person)
    assert (box.large, box.strong) == ([large], [])
    assert NO_FOOD in box.small


def test_what_they_need_in_the_house_is_large_where_nothing_could_harm(agreed: Plan) -> None:
    assert said(agreed, guest(sleep="walks in her sleep")).large == ["At night: walks in her sleep."]


def test_food_comes_first_and_health_is_bold_under_it(agreed: Plan) -> None:
    peanuts = FoodNeed(allergen=Allergen.PEANUT, severity=Severity.SEVERE, words="")
    box = said(agreed, guest(food_needs=[peanuts], animal_needs=[allergy(Severity.SEVERE)], sleep="snores"))
    assert box == (["PEANUTS: severe allergy."], ["Cat: severe allergy."], ["At night: snores.", NO_MEDICINE])


def test_who_is_only_afraid_of_an_animal_is_not_ill(agreed: Plan) -> None:
    dogs = AnimalNeed(species=Species.DOG, reaction=Reaction.FEAR, severity=Severity.AVOID)
    assert said(agreed, guest(animal_needs=[dogs]), "ja").large == ["アレルギー・食事制限は聞いていません。"]
