import csv

from planner.language.regions import region_in_english, region_in_japanese, region_name
from planner.resources import resource


def test_states_and_prefectures_are_named_in_both_languages() -> None:
    assert region_in_japanese("Maine") == "メイン州"
    assert region_in_japanese("district of columbia") == "コロンビア特別区"
    assert region_in_english("神奈川県") == "Kanagawa"
    assert region_in_japanese("Bavaria") == region_in_english("バイエルン州") == ""


def test_what_a_record_says_itself_counts_first() -> None:
    assert region_name("Maine", "メーン州", "ja") == "メーン州"
    assert region_name("Maine", "", "ja") == "メイン州"
    assert region_name("", "東京都", "en") == "Tokyo"
    assert region_name("Bavaria", "", "ja") == "Bavaria"


def test_every_region_of_the_list_of_cities_has_its_japanese_name() -> None:
    with resource("data", "cities.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        known = region_in_japanese(row["region"])
        assert known, row["region"]
        assert row["region_ja"] in ("", known)
