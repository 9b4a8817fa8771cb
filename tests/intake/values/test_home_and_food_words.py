"""Households, pets, beds, food: the free text of sign-up forms."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.intake.values.adults import read_clearances, read_driving
from planner.intake.values.allergies import read_allergies
from planner.intake.values.animals import read_avoided, read_pets
from planner.intake.values.beds import read_beds
from planner.intake.values.dates import DayOrder, Frame
from planner.intake.values.diets import read_cooking, read_diets
from planner.intake.values.reading import Doubt, Reading
from planner.intake.values.residents import read_residents
from planner.intake.values.smoking import Smokes, read_smoking
from planner.intake.values.wanted import read_wanted
from planner.model.kinds import Presence, Smoking

FRAME = Frame(dt.date(2027, 7, 22), dt.date(2027, 8, 1), DayOrder.MONTH_FIRST)


@pytest.mark.parametrize(
    ("words", "foods", "pens"),
    [
        ("なし", [], None),
        ("no known food allergies", [], None),
        ("そば（重度・エピペン持参）、ピーナッツ", [("buckwheat", "severe"), ("peanut", "avoid")], 1),
        ("卵（加熱すれば可）", [("egg", "cooked_ok")], None),
        ("乳製品（少量なら可）", [("milk", "small_amounts_ok")], None),
        ("えび・かに", [("shrimp", "avoid"), ("crab", "avoid")], None),
        ("くるみ", [("walnut", "avoid")], None),
        ("アーモンドとそば", [("tree_nuts", "avoid"), ("buckwheat", "avoid")], None),
        ("peanuts (severe, 2 EpiPens), tree nuts", [("peanut", "severe"), ("tree_nuts", "avoid")], 2),
        ("Egg - cooked is ok", [("egg", "cooked_ok")], None),
        ("shellfish", [("crustaceans", "avoid"), ("molluscs", "avoid")], None),
        ("milk and eggs", [("milk", "avoid"), ("egg", "avoid")], None),
        ("raw fish - dislike", [("fish", "dislike")], None),
        ("小麦アレルギー", [("wheat", "avoid")], None),
    ],
)
def test_food_allergies(words: str, foods: list[tuple[str, str]], pens: int | None) -> None:
    reading = read_allergies(words)
    assert [(food.allergen.value, food.severity.value) for food in reading.value.foods] == foods
    assert (reading.value.pens, reading.rest) == (pens, "")


def test_japans_twenty_eight_and_the_nine_of_the_us_are_all_known() -> None:
    japan = [
        *("えび", "かに", "くるみ", "小麦", "そば", "卵", "乳", "落花生", "アーモンド", "あわび", "いか", "いくら"),
        *("オレンジ", "カシューナッツ", "キウイフルーツ", "牛肉", "ごま", "さけ", "さば", "大豆", "鶏肉", "バナナ"),
        *("豚肉", "マカダミアナッツ", "もも", "やまいも", "りんご", "ゼラチン"),
    ]
    us = ["milk", "egg", "fish", "crustacean shellfish", "tree nuts", "peanuts", "wheat", "soybeans", "sesame"]
    assert len(japan) == 28
    for words in (*japan, *us):
        reading = read_allergies(words)
        assert reading.value.foods, words
        assert reading.rest == "", words


def test_an_allergy_to_what_is_no_food_is_left_over() -> None:
    assert read_allergies("花粉").rest == "花粉"
    assert read_allergies("キウイ（口がかゆくなる）").rest != ""


@pytest.mark.parametrize(
    ("words", "diets", "faith"),
    [
        ("なし", set(), ""),
        ("ハラール（豚肉・アルコール不可）", {"halal", "no_pork", "no_alcohol"}, ""),
        ("ベジタリアン（魚は可）", {"pescatarian"}, ""),
        ("vegan", {"vegan"}, ""),
        ("イスラム教徒、豚肉は食べません", {"no_pork"}, "イスラム教徒"),
        ("日曜日は教会に行きたい", set(), "日曜日は教会に行きたい"),
    ],
)
def test_diets(words: str, diets: set[str], faith: str) -> None:
    reading = read_diets(words)
    assert ({diet.value for diet in reading.value.diets}, reading.value.faith, reading.rest) == (diets, faith, "")


@pytest.mark.parametrize(
    ("words", "diets", "without"),
    [
        ("no nuts is fine, egg-free fine", set(), {"tree_nuts", "peanut", "egg"}),
        ("nut free home, can do shellfish-free", set(), {"tree_nuts", "peanut", "crustaceans", "molluscs"}),
        ("vegetarian, shellfish-free ok", {"vegetarian"}, {"crustaceans", "molluscs"}),
        ("gluten free, egg, dairy free - Susan is a dietitian", {"gluten_free"}, {"gluten", "wheat", "egg", "milk"}),
        ("Halal kitchen, vegetarian", {"halal", "vegetarian"}, set()),
        ("lactose free", {"lactose_free"}, set()),
        ("peanut-free house (Rose is allergic)", set(), {"peanut"}),
        ("nuts, egg, milk all ok", set(), {"tree_nuts", "peanut", "egg", "milk"}),
        ("vegetarian, pescatarian, no shellfish", {"vegetarian", "pescatarian"}, {"crustaceans", "molluscs"}),
        ("卵・乳なし対応可、ハラール対応", {"halal"}, {"egg", "milk"}),
    ],
)
def test_cooking(words: str, diets: set[str], without: set[str]) -> None:
    reading = read_cooking(words)
    assert {diet.value for diet in reading.value.diets} == diets
    assert {food.value for food in reading.value.without} == without
    assert reading.rest == ""


def test_a_family_that_cooks_anything_has_said_nothing_one_can_rely_on() -> None:
    assert read_cooking("anything").rest == "anything"


@pytest.mark.parametrize(
    ("words", "avoided"),
    [
        ("なし", []),
        ("猫アレルギー（室内で飼っている家は不可）", [("cat", "any", "allergy", True)]),
        ("大型犬が苦手（小型犬は大丈夫）", [("dog", "large", "fear", False)]),
        ("犬（宗教上、室内犬は避けたい）", [("dog", "any", "faith", True)]),
        ("allergic to cats and dogs", [("cat", "any", "allergy", False), ("dog", "any", "allergy", False)]),
        ("犬・猫アレルギー", [("dog", "any", "allergy", False), ("cat", "any", "allergy", False)]),
        ("afraid of big dogs", [("dog", "large", "fear", False)]),
        ("鳥が怖い", [("bird", "any", "fear", False)]),
    ],
)
def test_animals_to_avoid(words: str, avoided: list[tuple[str, str, str, bool]]) -> None:
    reading = read_avoided(words)
    found = [(one.species.value, one.size.value, one.reaction.value, one.indoors_only) for one in reading.value]
    assert (found, reading.rest, reading.doubts) == (avoided, "", ())


def test_why_an_animal_is_to_be_kept_away_is_asked_where_it_is_not_said() -> None:
    reading = read_avoided("うさぎ")
    assert [(one.species.value, one.reaction.value) for one in reading.value] == [("rabbit", "unknown")]
    assert reading.doubts == (Doubt.REACTION_UNSTATED,)
    assert read_avoided("ペットは大好きです").value == ()


@pytest.mark.parametrize(
    ("words", "pets"),
    [
        ("none", []),
        ("no pets", []),
        ("1 cat, indoor", [("cat", "any", 1, "indoors")]),
        ("Golden retriever (indoor), 1", [("dog", "large", 1, "indoors")]),
        ("2 rabbits (indoor), 1 cat outdoors", [("rabbit", "any", 2, "indoors"), ("cat", "any", 1, "outdoors")]),
        ("small dog (indoor, hypoallergenic)", [("dog", "small", 1, "indoors")]),
        ("two dogs and a cat", [("dog", "any", 2, "unknown"), ("cat", "any", 1, "unknown")]),
        ("犬1匹（室内）、猫2匹", [("dog", "any", 1, "indoors"), ("cat", "any", 2, "unknown")]),
        ("3 chickens in the yard", [("farm", "any", 3, "outdoors")]),
    ],
)
def test_pets(words: str, pets: list[tuple[str, str, int, str]]) -> None:
    reading = read_pets(words)
    assert [(pet.species.value, pet.size.value, pet.count, pet.lives.value) for pet in reading.value] == pets


@pytest.mark.parametrize(
    ("words", "people", "where", "who"),
    [
        ("No", [], "no", ()),
        ("smoke-free home", [], "no", ()),
        ("Bob - outdoors only", ["Susan", "Bob"], "outdoors", ("Bob",)),
        ("Marcus on the balcony", ["Marcus"], "balcony", ("Marcus",)),
        ("父がベランダで吸います", [], "balcony", ("父",)),
    ],
)
def test_smoking(words: str, people: list[str], where: str, who: tuple[str, ...]) -> None:
    reading = read_smoking(words, people)
    assert (reading.value.where.value, reading.value.who, reading.rest, reading.doubts) == (where, who, "", ())


def test_smoking_nobody_said_where_counts_as_indoors_and_is_asked_about() -> None:
    reading = read_smoking("yes")
    assert (reading.value.where.value, reading.doubts) == ("indoors", (Doubt.SMOKING_PLACE_UNSTATED,))


def test_members_of_a_household() -> None:
    words = (
        "Marie 46 mother\nPaul 48 father\nEmeka 17 son (turns 18 on July 28)\n"
        "Ben 21 (college, home until Aug 20)\nTom Baker 40"
    )
    reading = read_residents(words, FRAME)
    marie, _, emeka, ben, tom = reading.value
    assert (marie.name.given, marie.age, marie.relation, marie.gender.value) == ("Marie", 46, "mother", "female")
    assert (emeka.age, emeka.birth_date) == (17, dt.date(2009, 7, 28))
    assert (ben.presence, ben.home_until, ben.works) == (Presence.PART_TIME, dt.date(2027, 8, 20), "college")
    assert (tom.name.family, tom.name.given, tom.age) == ("Baker", "Tom", 40)
    assert reading.rest == ""


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Lucy 34 (single)\nRose 8 daughter", [("Lucy", 34, "single"), ("Rose", 8, "daughter")]),
        ("Mary (45), John (47), Amy 12 daughter", [("Mary", 45, ""), ("John", 47, ""), ("Amy", 12, "daughter")]),
        ("父 太郎 45歳\n長女 さくら 12歳", [("太郎", 45, "父"), ("さくら", 12, "長女")]),
        ("田中 太郎（45）父、田中 花子（43）母", [("太郎", 45, "父"), ("花子", 43, "母")]),
        ("Baby Joe, 8 months", [("Joe", 0, "Baby")]),
        ("Anna, 16, daughter; Grandma Rose (80)", [("Anna", 16, "daughter"), ("Rose", 80, "Grandma")]),
    ],
)
def test_households_in_other_words(words: str, people: list[tuple[str, int, str]]) -> None:
    reading = read_residents(words, FRAME)
    assert [(one.name.given, one.age, one.relation) for one in reading.value] == people
    assert reading.rest == ""


def test_a_household_that_names_nobody_stays_word_for_word() -> None:
    assert read_residents("we are a family of 4", FRAME).rest == "we are a family of 4"


def test_an_age_that_contradicts_the_birthday_is_doubted() -> None:
    assert read_residents("Emeka 14 son (turns 18 on July 28)", FRAME).doubts == (Doubt.AGE_CONTRADICTS,)


@pytest.mark.parametrize(
    ("words", "people", "beds"),
    [
        ("Spare room: 2 twin beds", [], [("twin", "Spare room", "")] * 2),
        (
            "Ada's room: 1 twin + 1 trundle; den: sofa bed",
            ["Ada"],
            [("twin", "Ada's room", "Ada"), ("trundle", "Ada's room", "Ada"), ("sofa_bed", "den", "")],
        ),
        (
            "Guest room with queen bed; Mai has bunk bed (top free)",
            ["Mai"],
            [("queen", "Guest room", ""), ("bunk", "", "Mai")],
        ),
        (
            "Upstairs: twin, twin; downstairs: full",
            [],
            [("twin", "Upstairs", ""), ("twin", "Upstairs", ""), ("double", "downstairs", "")],
        ),
        ("Zara's room, separate twin bed", ["Zara"], [("twin", "Zara's room", "Zara")]),
        ("own room, twin", [], [("twin", "own room", "")]),
        ("Den with day bed", [], [("day_bed", "Den", "")]),
        ("guest room 2 twins (window AC)", [], [("twin", "guest room", "")] * 2),
        ("和室に布団2組", [], [("futon", "和室", "")] * 2),
        (
            "King bed in guest room and a pull-out couch in the basement",
            [],
            [("king", "guest room", ""), ("sofa_bed", "basement", "")],
        ),
    ],
)
def test_beds(words: str, people: list[str], beds: list[tuple[str, str, str]]) -> None:
    reading = read_beds(words, people)
    assert [(bed.kind.value, bed.room, bed.shared_with) for bed in reading.value] == beds
    assert (reading.rest, reading.doubts) == ("", ())


def test_steep_stairs_and_beds_of_no_stated_kind() -> None:
    attic = read_beds("2 singles in the attic room (steep stairs)").value
    assert [(bed.kind.value, bed.room, bed.steep_stairs) for bed in attic] == [("single", "attic room", True)] * 2
    elsa = read_beds("Elsa: double room w/ 2 beds", ["Elsa"])
    assert [(bed.kind.value, bed.shared_with, bed.remark) for bed in elsa.value] == [
        ("single", "Elsa", "double room")
    ] * 2
    assert elsa.doubts == (Doubt.BED_KIND_ASSUMED,)
    assert read_beds("two bedrooms").rest == "two bedrooms"
    assert read_beds("100 beds").rest == "100 beds"


@pytest.mark.parametrize(
    ("words", "kinds", "ages"),
    [
        ("girls 12-15", {"girl"}, (12, 15)),
        ("girls", {"girl"}, (None, None)),
        ("Either, 11-14", {"girl", "boy"}, (11, 14)),
        ("no preference; happy to have chaperones", {"girl", "boy", "woman", "man"}, (None, None)),
        ("girl or female chaperone", {"girl", "woman"}, (None, None)),
        ("adult man (coach)", {"man"}, (None, None)),
        ("女子のみ", {"girl"}, (None, None)),
        ("中学生の女の子", {"girl"}, (12, 15)),
        ("male, 14+", {"boy"}, (14, None)),
    ],
)
def test_whom_a_family_takes(words: str, kinds: set[str], ages: tuple[int | None, int | None]) -> None:
    reading = read_wanted(words)
    assert {kind.value for kind in reading.value.kinds} == kinds
    assert ((reading.value.ages_from, reading.value.ages_to), reading.rest) == (ages, "")


@pytest.mark.parametrize(
    ("words", "people", "drivers", "seats"),
    [
        ("Marie, Paul - 4", ["Marie", "Paul"], ("Marie", "Paul"), 4),
        ("Ngozi, Chidi; 3", [], ("Ngozi", "Chidi"), 3),
        ("Linh & Tom, 3 seats", ["Linh", "Tom"], ("Linh", "Tom"), 3),
        ("Susan 4", [], ("Susan",), 4),
        ("Lucy - 1", [], ("Lucy",), 1),
        ("no car", [], (), None),
    ],
)
def test_drivers(words: str, people: list[str], drivers: tuple[str, ...], seats: int | None) -> None:
    reading = read_driving(words, people)
    assert (reading.value.drivers, reading.value.seats, reading.rest) == (drivers, seats, "")


@pytest.mark.parametrize(
    ("words", "people", "checked"),
    [
        (
            "Marie 2/3/2027; Paul 2/3/2027",
            ["Marie", "Paul"],
            [("Marie", "cleared", dt.date(2027, 2, 3)), ("Paul", "cleared", dt.date(2027, 2, 3))],
        ),
        (
            "Susan 2/15/2027, Bob 2/15/2027, Ben - not yet",
            ["Susan", "Bob", "Ben"],
            [
                ("Susan", "cleared", dt.date(2027, 2, 15)),
                ("Bob", "cleared", dt.date(2027, 2, 15)),
                ("Ben", "pending", None),
            ],
        ),
        (
            "Marie, Paul March 3, 2027",
            ["Marie", "Paul"],
            [("Marie", "cleared", dt.date(2027, 3, 3)), ("Paul", "cleared", dt.date(2027, 3, 3))],
        ),
        ("pending", [], [("", "pending", None)]),
        ("父 済、母 申請中", [], [("父", "cleared", None), ("母", "pending", None)]),
    ],
)
def test_clearances(words: str, people: list[str], checked: list[tuple[str, str, dt.date | None]]) -> None:
    reading = read_clearances(words, FRAME, people)
    assert [(one.who, one.status.value, one.on) for one in reading.value] == checked
    assert reading.rest == ""


def test_two_fruits_are_one_need_with_the_words_of_both() -> None:
    reading = read_allergies("キウイ（軽度）、マンゴー（重度）、卵")
    assert [(food.allergen.value, food.severity.value, food.words) for food in reading.value.foods] == [
        ("fruit", "severe", "キウイ（軽度）; マンゴー（重度）"),
        ("egg", "avoid", "卵"),
    ]


@pytest.mark.parametrize("words", ["小型犬ならOK", "small dogs are ok", "only small dogs ok"])
def test_small_dogs_that_are_fine_mean_that_others_are_not(words: str) -> None:
    [avoided] = read_avoided(words).value
    assert (avoided.species.value, avoided.size.value, avoided.words) == ("dog", "large", words)
    assert read_avoided(words).doubts == (Doubt.REACTION_UNSTATED,)


def test_an_animal_that_is_fine_is_none_to_avoid() -> None:
    assert read_avoided("cats are fine") == Reading((), "cats are fine")


@pytest.mark.parametrize("words", ["2", "２", "2台"])
def test_a_bare_number_of_beds_is_counted_and_its_kind_asked_for(words: str) -> None:
    reading = read_beds(words)
    assert [bed.kind.value for bed in reading.value] == ["single", "single"]
    assert reading.doubts == (Doubt.BED_KIND_ASSUMED,)
    assert read_beds("45") == Reading((), "45")


def test_a_pet_that_is_no_more_is_none() -> None:
    assert read_pets("なし（以前犬がいました）") == Reading((), "以前犬がいました")
    assert read_pets("None, our cat died last year") == Reading((), "our cat died last year")


@pytest.mark.parametrize("words", ["吸う人はいません", "喫煙者はいません", "タバコを吸う家族はいない"])
def test_nobody_smokes(words: str) -> None:
    assert read_smoking(words) == Reading(Smokes(Smoking.NO))


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Grace, Emeka 17 son (turns 18 on July 28)", [("Grace", None, ""), ("Emeka", 17, "son")]),
        ("Grace and Sam", [("Grace", None, ""), ("Sam", None, "")]),
        ("Mom, dad and Lucy (12)", [("", None, "Mom"), ("", None, "dad"), ("Lucy", 12, "")]),
        ("mother, father, son 10", [("", None, "mother"), ("", None, "father"), ("", 10, "son")]),
        ("Hana (mother, 44), Taro (father)", [("Hana", 44, "mother"), ("Taro", None, "father")]),
        ("父・母・長男（小6）", [("", None, "父"), ("", None, "母"), ("", None, "長男")]),
        ("Adaeze 46 mother, nurse, works Mon-Fri", [("Adaeze", 46, "mother")]),
    ],
)
def test_nobody_in_a_list_gets_the_age_of_another(words: str, people: list[tuple[str, int | None, str]]) -> None:
    reading = read_residents(words, FRAME)
    assert [(one.name.given, one.age, one.relation) for one in reading.value] == people
