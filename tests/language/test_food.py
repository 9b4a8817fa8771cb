"""Foods in a few words that keep how strictly they are meant."""

import pytest

from planner.language.food import food_line, food_needs
from planner.model.kinds import Allergen, Diet, Severity
from planner.model.people import FoodNeed, Person


def eater(*needs: tuple[Allergen, Severity], diets: frozenset[Diet] = frozenset()) -> Person:
    person = Person(diets=diets, diet_words="", other_allergies="")
    person.food_needs = [FoodNeed(allergen=allergen, severity=severity, words="") for allergen, severity in needs]
    return person


@pytest.mark.parametrize(
    ("severity", "english", "japanese"),
    [
        (Severity.COOKED_OK, "only cooked egg", "卵は加熱すれば可"),
        (Severity.SMALL_AMOUNTS_OK, "only a little egg", "卵は少量なら可"),
        (Severity.AVOID, "no egg", "卵不可"),
        (Severity.DISLIKE, "rather no egg", "卵は苦手"),
    ],
)
def test_how_strictly_is_part_of_the_words(severity: Severity, english: str, japanese: str) -> None:
    person = eater((Allergen.EGG, severity))
    assert food_needs(person, "en") == [english]
    assert food_needs(person, "ja") == [japanese]


def test_what_is_severe_comes_first_and_is_short() -> None:
    person = eater(
        (Allergen.MILK, Severity.SMALL_AMOUNTS_OK), (Allergen.EGG, Severity.AVOID),
        (Allergen.BUCKWHEAT, Severity.SEVERE), diets=frozenset({Diet.HALAL, Diet.NO_ALCOHOL}),
    )  # fmt: skip
    assert food_line(person, "en") == "No buckwheat (severe allergy), halal, no alcohol, no egg, only a little milk"
    assert food_line(person, "ja").startswith("そば不可（重度のアレルギー）、")
