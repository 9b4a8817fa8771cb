"""Directions of interpreting in short."""

import pytest

from planner.language.terms import directions_text
from planner.model.kinds import LanguagePair


@pytest.mark.parametrize(
    ("pairs", "english", "japanese"),
    [
        ({LanguagePair.JA_EN}, "JA → EN", "日→英"),
        ({LanguagePair.EN_JA}, "EN → JA", "英→日"),
        (set(LanguagePair), "JA ↔ EN", "日↔英"),
        (set(), "", ""),
    ],
)
def test_directions_are_written_short_in_both_languages(
    pairs: set[LanguagePair], english: str, japanese: str
) -> None:
    assert directions_text(pairs, "en") == english
    assert directions_text(frozenset(pairs), "ja") == japanese
