"""What the columns of a programme say: who, meals, interpreting, legs."""

from __future__ import annotations

import pytest

from planner.intake.values.attendance import Party, read_attendance
from planner.intake.values.events import kind_of_activity, kind_of_place
from planner.intake.values.interpreting import read_interpreter_level, read_modes, read_needs, read_pairs
from planner.intake.values.meals import read_meals
from planner.intake.values.travel import mode_of, read_leg, read_seats


@pytest.mark.parametrize(
    ("words", "everyone", "hosts", "groups", "names"),
    [
        ("everyone", True, False, (), ()),
        ("everyone; host families", True, True, (), ()),
        ("全員、ホストファミリー", True, True, (), ()),
        ("A squad", False, False, (Party("A squad", "Aチーム", "A"),), ()),
        ("Bチーム", False, False, (Party("B squad", "Bチーム", "B"),), ()),
        ("players only", False, False, (Party("Players", "選手"),), ()),
        ("髙橋 さくら、佐藤 美咲", False, False, (), ("髙橋 さくら", "佐藤 美咲")),
        ("everyone except B squad", False, False, (), ("everyone except B squad",)),
    ],
)
def test_who_takes_part(
    words: str, everyone: bool, hosts: bool, groups: tuple[Party, ...], names: tuple[str, ...]
) -> None:
    found = read_attendance(words).value
    assert (found.everyone, found.hosts, found.groups, found.names) == (everyone, hosts, groups, names)


@pytest.mark.parametrize(
    ("words", "meals"),
    [
        ("in-flight", [(None, "on_board", "")]),
        ("dinner with family", [("dinner", "family", "")]),
        ("lunch: pizza", [("lunch", "group", "pizza")]),
        ("lunch: lobster rolls", [("lunch", "group", "lobster rolls")]),
        ("box lunch", [("lunch", "group", "")]),
        ("bag lunch", [("lunch", "packed", "")]),
        ("lunch provided", [("lunch", "group", "")]),
        ("potluck dinner", [("dinner", "group", "potluck")]),
        ("with family", [(None, "family", "")]),
        ("all meals with family", [("breakfast", "family", ""), ("lunch", "family", ""), ("dinner", "family", "")]),
        ("朝○昼×夕家", [("breakfast", "group", ""), ("lunch", "own", ""), ("dinner", "family", "")]),
        ("機内食", [(None, "on_board", "")]),
        ("昼食（弁当）", [("lunch", "packed", "")]),
        ("lunch on your own, dinner: BBQ", [("lunch", "own", ""), ("dinner", "group", "BBQ")]),
    ],
)
def test_meals(words: str, meals: list[tuple[str | None, str, str]]) -> None:
    reading = read_meals(words)
    found = [(meal.which.value if meal.which else None, meal.provider.value, meal.menu) for meal in reading.value]
    assert (found, reading.rest) == (meals, "")


def test_what_a_menu_contains_is_known_from_its_words() -> None:
    assert [food.value for food in read_meals("lunch: lobster rolls").value[0].contains] == ["crustaceans"]
    assert read_meals("snack").rest == "snack"


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("escort", [("escort", 0, None, None)]),
        ("consecutive, ja/en, speeches 2 x 10 min", [("consecutive", 2, None, 20)]),
        (
            "consecutive + simultaneous for speeches (45 min)",
            [("consecutive", 0, None, None), ("simultaneous", 0, None, 45)],
        ),
        ("2 interpreters", [("consecutive", 0, 2, None)]),
        ("逐次通訳（日英）", [("consecutive", 1, None, None)]),
        ("同時通訳 2名 30分", [("simultaneous", 0, 2, 30)]),
        ("yes", [("consecutive", 0, None, None)]),
        ("none", []),
        ("no interpreter", []),
        ("0 interpreters", []),
        ("通訳 0名", []),
        ("不要", []),
    ],
)
def test_interpreting(words: str, needs: list[tuple[str, int, int | None, int | None]]) -> None:
    reading = read_needs(words)
    found = [(need.mode.value, len(need.pairs), need.how_many, need.minutes) for need in reading.value]
    assert (found, reading.rest) == (needs, "")


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("ja>en; en>ja", {"ja>en", "en>ja"}),
        ("en>ja", {"en>ja"}),
        ("Japanese to English", {"ja>en"}),
        ("日英・英日", {"ja>en", "en>ja"}),
        ("Japanese, English", {"ja>en", "en>ja"}),
        ("both directions", {"ja>en", "en>ja"}),
    ],
)
def test_directions(words: str, pairs: set[str]) -> None:
    reading = read_pairs(words)
    assert ({pair.value for pair in reading.value}, reading.rest) == (pairs, "")


def test_what_an_interpreter_can_do() -> None:
    assert {mode.value for mode in read_modes("consecutive, whispered, escort").value} == {
        "consecutive",
        "whispered",
        "escort",
    }
    levels = {
        "professional": "professional",
        "experienced volunteer": "volunteer",
        "student": "student",
        "国際交流員": "cir",
    }
    assert {words: read_interpreter_level(words).value.value for words in levels} == levels
    assert read_interpreter_level("native").rest == "native"


@pytest.mark.parametrize(
    ("title", "transport", "leg"),
    [
        ("Flight NH110 HND-JFK", "air", ("air", "NH", "110", "HND", "JFK", "", "")),
        ("Flight B6 1308 JFK-PWM", "air", ("air", "B6", "1308", "JFK", "PWM", "", "")),
        ("JL 6 NRT-JFK", "", ("air", "JL", "6", "NRT", "JFK", "", "")),
        ("UA 7925", "", ("air", "UA", "7925", "", "", "", "")),
        ("NH110便 羽田→ニューヨーク", "", ("air", "NH", "110", "", "", "", "")),
        ("Bus to Augusta", "coach, 40 seats", ("coach", "", "", "", "", "", "Augusta")),
        ("オーガスタへ移動", "貸切バス", ("coach", "", "", "", "", "", "オーガスタ")),
        ("Train from Boston to Portland", "", ("rail", "", "", "", "", "Boston", "Portland")),
        ("Ferry to Peaks Island", "", ("ship", "", "", "", "", "", "Peaks Island")),
    ],
)
def test_legs(title: str, transport: str, leg: tuple[str, ...]) -> None:
    found = read_leg(title, "", transport)
    assert found is not None
    start = found.from_airport.code if found.from_airport else ""
    end = found.to_airport.code if found.to_airport else ""
    assert (found.mode.value, found.carrier, found.number, start, end, found.from_words, found.to_words) == leg


@pytest.mark.parametrize(
    ("title", "transport"),
    [
        ("Lobster boat and lighthouse", "walk"),
        ("Drop-off at the Jetport", "hosts' cars"),
        ("Game 1 vs Portland Parks & Rec (B squad)", "vans"),
        ("Meet at Haneda Terminal 3, group check-in", ""),
        ("Bus tour of the city", ""),
        ("State House tour", ""),
        ("Camp day: canoe, archery", "coach"),
    ],
)
def test_what_happens_in_one_place_is_no_leg(title: str, transport: str) -> None:
    assert read_leg(title, "", transport) is None


def test_transport() -> None:
    modes = {
        "hosts' cars": "car",
        "vans": "van",
        "city bus": "city_bus",
        "coach, 40 seats": "coach",
        "walk": "walk",
        "air": "air",
    }
    assert {words: found.value for words in modes if (found := mode_of(words))} == modes
    assert read_seats("coach, 40 seats").value == 40


def test_kinds_of_events_and_places() -> None:
    titles = {
        "Meet at Haneda Terminal 3, group check-in": "travel",
        "Game 2 vs Falmouth (A squad)": "sport",
        "Courtesy call on the Mayor": "official",
        "Day with host families": "family",
        "State House tour": "sights",
        "Japan Night": "party",
        "市長表敬訪問": "official",
        "送別会": "party",
    }
    assert {title: kind_of_activity(title).value for title in titles} == titles
    places = {
        "Haneda Airport T3": "airport",
        "Portland Expo": "sports_hall",
        "Portland City Hall": "city_hall",
        "Maine State Museum": "museum",
        "Lyman Moore Middle School": "school",
        "Portland Pier": "outdoors",
        "Somewhere": "venue",
        "品川区役所": "city_hall",
    }
    assert {name: kind_of_place(name).value for name in places} == places
