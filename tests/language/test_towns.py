"""The town that an address or a place's name tells."""

import pytest

from planner.language.towns import town_in


@pytest.mark.parametrize(
    ("words", "country", "region", "said"),
    [
        ("Maine State House, Augusta", "US", "Maine", ("Augusta", "オーガスタ")),
        ("389 Congress St\nPortland, ME 04101", "US", "Maine", ("Portland", "ポートランド")),
        ("1 Main St, Winthrop, ME 04364-1234", "US", "Maine", ("Winthrop", "ウィンスロップ")),
        ("Camp Mechuwana, Winthrop", "US", "Maine", ("Winthrop", "ウィンスロップ")),
        ("12 State St, Indianapolis, Indiana", "US", "Indiana", ("Indianapolis", "インディアナポリス")),
        ("〒140-0005 東京都品川区広町2-1-36", "JP", "Tokyo", ("Shinagawa", "品川区")),
        ("品川区総合体育館", "JP", "Tokyo", ("Shinagawa", "品川区")),
    ],
)
def test_a_town_is_read_from_an_address_or_a_name(words: str, country: str, region: str, said: tuple[str, str]) -> None:
    town = town_in(words, country, region)
    assert town is not None
    assert tuple(town) == said


@pytest.mark.parametrize(
    "words", ["Cross Insurance Arena, ballroom", "Portland Expo court 2", "Augusta", "Hall 2, room 12", "", "ロビー"]
)
def test_where_no_town_is_told_none_is_made_up(words: str) -> None:
    assert town_in(words, "US", "Maine") is None
    assert town_in(words, "JP", "Tokyo") is None
