"""Allergens and diets at meals: what must be said, what would be a false alarm, and what nobody has said."""

from typing import Any

import pytest

from planner.commands import records
from planner.model.kinds import Allergen, Diet, MealProvider, Severity
from planner.rules.programme.menus import Dish, dishes_of
from planner.storage import PlannerFile
from tests.rules.programme.checking import add_activity, add_meal, found, said

EATEN = (
    ("Pepperoni pizza and ham sandwiches", {Dish.PORK, Dish.MILK, Dish.GLUTEN}),
    ("豚骨ラーメン", {Dish.PORK, Dish.GLUTEN}),
    ("Hamburgers", {Dish.BEEF, Dish.GLUTEN}),
    ("ハンバーグ定食", {Dish.BEEF}),
    ("turkey ham", {Dish.MEAT}),
    ("Veggie burger", set()),
    ("大豆ミートのカレー", set()),
    ("lobster rolls", {Dish.SHELLFISH, Dish.GLUTEN}),
    ("ほかにサラダ", set()),
    ("かにめし", {Dish.SHELLFISH}),
    ("タコライス", set()),
    ("牛乳", {Dish.MILK}),
    ("すき焼き（みりん使用）", {Dish.BEEF, Dish.ALCOHOL}),
    ("chicken with root beer", {Dish.MEAT}),
    ("昼ham弁当", {Dish.PORK}),
    ("Champions' graham crackers", set()),
)


@pytest.mark.parametrize(("menu", "dishes"), EATEN)
def test_what_is_in_a_menu(menu: str, dishes: set[Dish]) -> None:
    assert dishes_of(menu) == dishes


def eats(file: PlannerFile, *diets: Diet) -> None:
    """Say of Sakura what she eats."""
    file.run(records.edit, "Person", file.plan.members[0].person_id, {"diets": frozenset(diets)})


NOT_EATEN: tuple[tuple[Diet, str, str], ...] = (
    (Diet.HALAL, "Ham sandwiches", "Sakura (halal): there is pork in the lunch"),
    (Diet.HALAL, "Beef in red wine", "there is alcohol"),
    (Diet.NO_PORK, "tonkotsu ramen", "there is pork"),
    (Diet.KOSHER, "Lobster rolls", "there is shellfish"),
    (Diet.VEGETARIAN, "Chicken and salmon", "there is meat and fish"),
    (Diet.PESCATARIAN, "Yakitori", "there is meat"),
    (Diet.VEGAN, "Cheese omelette", "there is egg and milk"),
    (Diet.NO_BEEF, "Cheeseburgers", "there is beef"),
    (Diet.GLUTEN_FREE, "Udon", "there is wheat or gluten"),
)


@pytest.mark.parametrize(("diet", "menu", "words"), NOT_EATEN)
def test_a_meal_that_somebody_does_not_eat(file: PlannerFile, diet: Diet, menu: str, words: str) -> None:
    eats(file, diet)
    add_meal(file, menu)
    [sentence] = said(file, "diet")
    assert words in sentence
    assert said(file, "diet-unknown") == []


ALL_RIGHT: tuple[tuple[Diet, str], ...] = (
    (Diet.HALAL, "Halal chicken"),
    (Diet.HALAL, "Ham sandwiches, halal sandwiches"),
    (Diet.HALAL, "Grilled salmon"),
    (Diet.NO_PORK, "Beef curry"),
    (Diet.NO_PORK, "Turkey bacon"),
    (Diet.VEGETARIAN, "Burgers and veggie burgers"),
    (Diet.PESCATARIAN, "Lobster rolls"),
    (Diet.NO_BEEF, "Chicken"),
    (Diet.NO_ALCOHOL, ""),
    (Diet.LACTOSE_FREE, "Roast chicken"),
)


@pytest.mark.parametrize(("diet", "menu"), ALL_RIGHT)
def test_a_meal_at_which_there_is_something(file: PlannerFile, diet: Diet, menu: str) -> None:
    eats(file, diet)
    add_meal(file, menu)
    assert said(file, "diet") + said(file, "diet-unknown") == []


@pytest.mark.parametrize("menu", ["", "pizza", "Chicken", "buffet with ham", "Ham or cheese"])
def test_a_meal_of_which_nobody_has_said_whether_there_is_something_halal(file: PlannerFile, menu: str) -> None:
    eats(file, Diet.HALAL, Diet.NO_PORK, Diet.NO_ALCOHOL)
    add_meal(file, menu)
    assert said(file, "diet") == []
    assert said(file, "diet-unknown") == [
        "The lunch at “Event of 28 12:00”, Wed 28 Jul, 12:00 PM EDT: nobody has said what there is for Sakura (halal)."
    ]


def test_a_japanese_menu_and_what_is_ticked_count_too(file: PlannerFile) -> None:
    eats(file, Diet.VEGETARIAN)
    add_meal(file, menu_ja="とんかつ定食", contains=frozenset({Allergen.FISH}))
    assert said(file, "diet", "ja") == [
        "さくらさん（ベジタリアン）：「28 12:00の行事」（7月28日(水) 12:00 EDT）の昼食に豚肉、魚が含まれています。"
    ]


@pytest.mark.parametrize("provider", [one for one in MealProvider if one is not MealProvider.GROUP])
def test_only_meals_of_the_group_are_asked_about(file: PlannerFile, provider: MealProvider) -> None:
    eats(file, Diet.HALAL)
    add_meal(file, "ham", provider=provider)
    assert said(file, "diet") + said(file, "diet-unknown") == []


def test_who_is_not_there_is_not_asked_for_but_of_an_empty_group_it_may_be_anybody(file: PlannerFile) -> None:
    eats(file, Diet.HALAL)
    _, empty = file.plan.groups
    [second] = file.plan.members[1:2]
    activity = add_activity(file, "28 12:00", "28 13:00", everyone=False)
    file.run(records.add, "ActivityMember", {"activity_id": activity, "member_id": second.id})
    file.run(records.add, "Meal", {"activity_id": activity})
    assert said(file, "diet-unknown") == []
    other = add_activity(file, "29 12:00", "29 13:00", everyone=False)
    file.run(records.add, "ActivityGroup", {"activity_id": other, "group_id": empty.id})
    file.run(records.add, "Meal", {"activity_id": other})
    assert len(said(file, "diet-unknown")) == 1


def allergic(file: PlannerFile, *needs: tuple[Allergen, Severity], number: int = 0) -> None:
    for allergen, severity in needs:
        values: dict[str, Any] = {"person_id": file.plan.members[number].person_id}
        file.run(records.add, "FoodNeed", values | {"allergen": allergen, "severity": severity})


def test_one_finding_a_person_and_meal_names_all_the_foods(file: PlannerFile) -> None:
    allergic(file, (Allergen.SHRIMP, Severity.AVOID), (Allergen.CRAB, Severity.AVOID))
    allergic(file, (Allergen.CRAB, Severity.AVOID), number=1)
    add_meal(file, contains=frozenset({Allergen.CRUSTACEANS}))
    findings = found(file, "allergen")
    assert [sentence.split(",")[0] for sentence in said(file, "allergen")] == [
        "Sakura must avoid shrimp and crab", "Misaki must avoid crab",
    ]  # fmt: skip
    assert said(file, "allergen", "ja")[0].startswith("さくらさんはえび、かにを避ける必要がありますが、")
    assert len({finding.key for finding in findings}) == 2


def test_an_acceptance_holds_for_the_foods_it_was_given_for(file: PlannerFile) -> None:
    allergic(file, (Allergen.SHRIMP, Severity.AVOID))
    add_meal(file, contains=frozenset({Allergen.CRUSTACEANS}))
    [before] = found(file, "allergen")
    allergic(file, (Allergen.CRAB, Severity.AVOID))
    [after] = found(file, "allergen")
    assert before.key == after.key
    assert before.print != after.print


@pytest.mark.parametrize(
    ("severity", "rule"),
    [
        (Severity.SEVERE, "allergen-severe"), (Severity.AIRBORNE, "allergen-severe"), (Severity.AVOID, "allergen"),
        (Severity.COOKED_OK, "allergen-a-little"), (Severity.SMALL_AMOUNTS_OK, "allergen-a-little"),
    ],
)  # fmt: skip
def test_how_strictly_tells_which_rule(file: PlannerFile, severity: Severity, rule: str) -> None:
    allergic(file, (Allergen.WALNUT, severity))
    add_meal(file, contains=frozenset({Allergen.TREE_NUTS}))
    every = ("allergen-severe", "allergen", "allergen-a-little")
    assert [one for one in every if said(file, one)] == [rule]
