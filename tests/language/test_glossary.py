import csv

from planner.language.glossary import in_english, in_japanese, in_language, is_foreign
from planner.language.kana import has_japanese
from planner.resources import resource


def test_whole_phrases_are_known_whatever_their_case_and_quotes() -> None:
    assert in_japanese("City bus") == "市バス"
    assert in_japanese("hosts’ cars") == "ホストの車"
    assert in_japanese("hat, towel; swimsuit") == "帽子、タオル、水着"


def test_what_is_not_known_whole_is_left_alone() -> None:
    assert in_japanese("gift exchange, hat") == ""
    assert in_japanese("") == ""


def test_every_phrase_has_its_japanese() -> None:
    with resource("data", "phrases.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len({row["english"] for row in rows}) == len(rows)
    assert all(has_japanese(row["japanese"]) for row in rows)


def test_words_of_a_health_form_are_known_in_english() -> None:
    assert in_english("ぜんそく") == "asthma"
    assert in_english("ぜんそく、吸入薬持参") == "asthma, carries an inhaler"
    assert in_english("ぜんそく、まれに") == ""
    assert in_english("") == ""


def test_words_are_foreign_only_where_the_other_language_stands_and_is_not_known() -> None:
    assert in_language("ぜんそく。", "en") == "asthma"
    assert [is_foreign(words, "en") for words in ("ぜんそく。", "ぜんそく、まれに", "asthma", "")] == [
        False, True, False, False,
    ]  # fmt: skip
    assert [is_foreign(words, "ja") for words in ("City bus.", "gift exchange", "市バス", " ")] == [
        False, True, False, False,
    ]  # fmt: skip
