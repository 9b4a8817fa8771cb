"""Endings of Japanese verbs stay whole, and nothing else is held together."""

import pytest

from planner.language.endings import JOINER, joined, parted


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("確かめてください。", ["ください。"]),
        ("お気軽にどうぞくださいませ", ["くださいませ"]),
        ("宿泊先がありません。", ["りません。"]),
        ("版とともに記録されます。", ["されます。"]),
        ("東京から京都まで", ["から", "まで"]),
        ("市長表敬訪問", []),
        ("The dinner is at six.", []),
    ],
)
def test_endings_are_joined(text: str, whole: list[str]) -> None:
    expected = text
    for ending in whole:
        expected = expected.replace(ending, JOINER.join(ending))
    assert joined(text) == expected
    assert parted(joined(text)) == text
