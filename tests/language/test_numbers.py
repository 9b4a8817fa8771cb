from __future__ import annotations

import pytest

from planner.language import say
from planner.language.addresses import english_address, japanese_address, postal_code_text
from planner.language.numbers import COUNTED, counted, ordinal
from planner.language.telephones import dialled, international, telephone_link
from planner.model.message import Message


def test_counted_things() -> None:
    assert [counted("person", n, "en") for n in (0, 1, 15)] == ["0 people", "1 person", "15 people"]
    assert [counted(noun, 3, "ja") for noun in ("person", "item", "night")] == ["3名", "3件", "3泊"]
    assert counted("guest", 3) == "3 guests"
    assert all("2" in counted(noun, 2, language) for noun in COUNTED for language in ("en", "ja"))


def test_sentences_within_a_sentence_follow_each_other() -> None:
    gone = [Message.of("file-missing", file="a.shimai"), Message.of("file-missing", file="b.shimai")]
    english, japanese = (say(Message.of("paper-blocked", reasons=gone), language) for language in ("en", "ja"))
    assert "moved or renamed. b.shimai" in english
    assert "。b.shimai" in japanese


def test_ordinals() -> None:
    assert [ordinal(n, "en") for n in (1, 2, 3, 4, 11, 12, 13, 21, 111, 122)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th", "122nd"]  # fmt: skip
    assert ordinal(2, "ja") == "2番目"


@pytest.mark.parametrize(
    ("phone", "home", "in_the_us", "in_japan"),
    [
        ("(207) 555-0100", "US", "(207) 555-0100", "010-1-207-555-0100"),
        ("+1 207 555 0100", "JP", "(207) 555-0100", "010-1-207-555-0100"),
        ("1-207-555-0100", "US", "(207) 555-0100", "010-1-207-555-0100"),
        ("090-1234-5678", "JP", "011-81-90-1234-5678", "090-1234-5678"),
        ("０９０－１２３４－５６７８", "JP", "011-81-90-1234-5678", "090-1234-5678"),
        ("03-5742-6517", "JP", "011-81-3-5742-6517", "03-5742-6517"),
        ("+81 (0)3 5742 6517", "US", "011-81-3-5742-6517", "03-5742-6517"),
        ("207-555-0100 x12", "US", "(207) 555-0100 ext. 12", "010-1-207-555-0100 ext. 12"),
        ("+44 20 7946 0958", "US", "011-44-20-7946-0958", "010-44-20-7946-0958"),
        ("119", "JP", "119", "119"),
        ("090-1234-5678 (mother)", "JP", "090-1234-5678 (mother)", "090-1234-5678 (mother)"),
        ("ask at the desk", "US", "ask at the desk", "ask at the desk"),
        ("", "US", "", ""),
    ],
)
def test_numbers_as_dialled(phone: str, home: str, in_the_us: str, in_japan: str) -> None:
    assert dialled(phone, "US", home) == in_the_us
    assert dialled(phone, "JP", home) == in_japan


def test_numbers_in_full_and_as_links() -> None:
    assert international("090-1234-5678", "JP") == "+81 90-1234-5678"
    assert international("119", "JP") == "119"
    assert telephone_link("(207) 555-0100", "US") == "tel:+1-207-555-0100"
    assert telephone_link("911", "US") == "tel:911"
    assert telephone_link("ask", "US") == ""


@pytest.mark.parametrize(
    ("town", "code", "line"),
    [
        ("Portland", "04101", "Portland, ME 04101"),
        ("New York", "10001-1234", "New York, NY 10001-1234"),
        ("Honolulu", "96813", "Honolulu, HI 96813"),
        ("Washington", "20001", "Washington, DC 20001"),
        ("Washington, D.C.", "20001", "Washington, D.C. 20001"),
        ("Nowhere", "00000", "Nowhere 00000"),
        ("", "04101", "ME 04101"),
    ],
)
def test_the_state_nobody_stated_is_the_one_of_the_zip_code(town: str, code: str, line: str) -> None:
    assert english_address("12 Spruce St", town, code) == ["12 Spruce St", line]


def test_addresses() -> None:
    assert postal_code_text("1408715", "JP") == postal_code_text("〒１４０－８７１５", "JP") == "〒140-8715"
    assert postal_code_text("041011234", "US") == "04101-1234"
    assert postal_code_text("K1A 0B1", "CA") == "K1A 0B1"
    hall = ["〒140-8715", "東京都品川区広町2-1-36", "品川区役所"]
    assert japanese_address("〒140-8715 東京都品川区広町2-1-36\n品川区役所") == hall
    assert japanese_address("東京都品川区広町2-1-36\n品川区役所", "140-8715") == hall
    assert japanese_address("") == []
    assert english_address("389 Congress St", "Portland, ME", "04101") == [
        "389 Congress St", "Portland, ME 04101"]  # fmt: skip
    assert english_address("389 Congress St\nPortland, ME 04101", "Portland, ME", "04101") == [
        "389 Congress St", "Portland, ME 04101"]  # fmt: skip
    assert english_address("12 Spruce St", "Portland, Maine", "04101") == ["12 Spruce St", "Portland, Maine 04101"]
    assert english_address("2-1-36 Hiromachi", "Shinagawa, Tokyo", "140-8715", "JP") == [
        "2-1-36 Hiromachi", "Shinagawa, Tokyo 140-8715"]  # fmt: skip
