"""Names of files: readable in both scripts, safe on every system, never one over another."""

from __future__ import annotations

import pytest

from planner.language.filenames import file_name, unused


def test_the_document_and_the_person_in_the_readers_script() -> None:
    assert file_name("Itinerary", "Sakura Takahashi") == "Itinerary – Sakura Takahashi.pdf"
    assert file_name("行程表", "髙橋 さくら") == "行程表 – 髙橋 さくら.pdf"


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("A/B: who? <x>", "A B who x.pdf"),
        ("..\\..\\etc", "etc.pdf"),
        ("tab\tand\nline", "tab and line.pdf"),
        ("が", "が.pdf"),
        ("Mt. Fuji.", "Mt. Fuji.pdf"),
    ],
)
def test_what_a_system_refuses_is_left_out(part: str, name: str) -> None:
    assert file_name(part) == name


def test_a_very_long_title_still_gives_a_name() -> None:
    name = file_name("Itinerary", "x" * 500)
    assert len(name) < 130
    assert name.endswith(".pdf")
    japanese = file_name("行程表", "訪" * 500)
    assert 200 < len(japanese.encode()) < 240, "what a disk takes is counted in bytes"
    assert japanese.endswith("訪.pdf")


def test_two_people_of_one_name_do_not_share_a_file() -> None:
    taken = ["Itinerary – Misaki Sato.pdf"]
    second = unused("Itinerary – Misaki Sato.pdf", taken)
    assert second == "Itinerary – Misaki Sato (2).pdf"
    assert unused("itinerary – misaki sato.pdf", [*taken, second]) == "itinerary – misaki sato (3).pdf"
    assert unused("Other.pdf", taken) == "Other.pdf"
