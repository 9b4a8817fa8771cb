"""States and prefectures by their names in the other language: Maine is メイン州, 神奈川県 is Kanagawa."""

from __future__ import annotations

from functools import cache

from planner.resources import rows_of


def region_in_japanese(english: str) -> str:
    """Give a state or prefecture in Japanese, "" if it is none: "Maine" is 「メイン州」."""
    return _regions()[0].get(english.strip().casefold(), "")


def region_in_english(japanese: str) -> str:
    """Give a state or prefecture in English, "" if it is none: 「神奈川県」 is "Kanagawa"."""
    return _regions()[1].get(japanese.strip(), "")


def region_name(english: str, japanese: str, language: str) -> str:
    """Name a region in a language from what is recorded of it; what nobody translated stays as it is."""
    if language == "ja":
        return japanese.strip() or region_in_japanese(english) or english.strip()
    return english.strip() or region_in_english(japanese) or japanese.strip()


@cache
def _regions() -> tuple[dict[str, str], dict[str, str]]:
    rows = [(row["english"], row["japanese"]) for row in rows_of("regions.csv")]
    in_japanese = {english.casefold(): japanese for english, japanese in rows}
    return in_japanese, {japanese: english for english, japanese in rows}
