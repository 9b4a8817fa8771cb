import csv

from planner.language.airports import airport_city, airport_name
from planner.language.kana import has_japanese
from planner.resources import resource


def test_airports_are_known_by_their_letters() -> None:
    assert airport_name("hnd", "ja") == "羽田空港"
    assert airport_name("HND", "en") == "Tokyo Haneda Airport"
    assert airport_city("JFK") == "ニューヨーク"
    assert airport_name("", "ja") == airport_city("XXX") == ""


def test_every_airport_of_the_list_has_its_names_and_city() -> None:
    with resource("data", "airports.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len({row["code"] for row in rows}) == len(rows)
    assert all(row["name"] and has_japanese(row["name_ja"]) and has_japanese(row["city_ja"]) for row in rows)
