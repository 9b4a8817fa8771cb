"""Which places may be one, and which are used: judged on plans in memory."""

import datetime as dt
from typing import Any

import pytest

from planner.model import City, Partnership, Place, Plan, Visit
from planner.model import kinds as k
from planner.rules.places import alike_places, same_places


def plan_with(*places: dict[str, Any]) -> Plan:
    cities = [
        City(id=1, name_en="Portland", region_en="Maine", zone="America/New_York"),
        City(id=2, name_en="Shinagawa", region_en="Tokyo", zone="Asia/Tokyo"),
    ]
    day = dt.date(2027, 7, 22)
    visit = Visit(id=1, partnership_id=1, host_city_id=1, home_city_id=2, first_day=day, last_day=day)
    found = [Place(id=number, city_id=None, **values) for number, values in enumerate(places, start=1)]
    return Plan({City: cities, Partnership: [Partnership(id=1, us_city_id=1, japan_city_id=2)],
                 Visit: [visit], Place: found}, 1)  # fmt: skip


AIRPORT, SCHOOL = k.PlaceKind.AIRPORT, k.PlaceKind.SCHOOL


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"name_en": "Deering Oaks"}, {"name_en": "deering  oaks."}, True),
        ({"name_en": "Jetport", "kind": AIRPORT}, {"name_en": "Portland International Jetport", "kind": AIRPORT}, True),
        ({"name_en": "Haneda Airport T3", "kind": AIRPORT}, {"name_en": "Tokyo Haneda Airport", "kind": AIRPORT}, True),
        ({"name_en": "Old Jetport", "code": "PWM"}, {"name_en": "Something", "code": "pwm"}, True),
        ({"name_en": "Haneda", "code": "HND"}, {"name_en": "Haneda", "code": "HNE"}, False),
        ({"name_en": "Portland High School", "kind": SCHOOL}, {"name_en": "Deering School", "kind": SCHOOL}, False),
        ({"name_en": "Deering High School", "kind": SCHOOL}, {"name_en": "Deering", "kind": AIRPORT}, False),
        ({"name_en": "Portland City Hall"}, {"name_en": "Portland Public Library"}, False),
        ({"name_ja": "羽田空港"}, {"name_ja": "羽田空港 第３ターミナル"}, True),
        ({"name_ja": "ＥＸＰＯ"}, {"name_en": "Expo"}, True),
        ({"name_ja": "品川"}, {"name_ja": "品川駅"}, False),
        ({}, {}, False),
    ],
)  # fmt: skip
def test_alike(one: dict[str, Any], other: dict[str, Any], alike: bool) -> None:
    found = alike_places(plan_with(one, other))
    assert {place_id: [twin.id for twin in twins] for place_id, twins in found.items()} == (
        {1: [2], 2: [1]} if alike else {}
    )


def test_what_lies_in_a_place_is_one_of_its_own() -> None:
    names = ("Portland Jetport", "Portland International Jetport", "Jetport arrivals hall", "Expo", "Expo court 2")
    plan = plan_with(*({"name_en": name} for name in names))
    assert [(one.name_en, other.name_en) for one, other in same_places(plan.places, plan.cities)] == [names[:2]]
