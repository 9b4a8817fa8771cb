"""`docs/concepts.md` defines every noun, by the words that screen and paper use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.language.nouns import NOUNS, noun
from planner.model import Base

TEXT = (Path(__file__).parents[2] / "docs" / "concepts.md").read_text(encoding="utf-8")
CLASSES = sorted(mapper.class_.__name__ for mapper in Base.registry.mappers)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_the_model_is_defined_once(name: str) -> None:
    assert TEXT.count(f"`{name}`") == 1


def test_no_class_is_defined_that_is_not_there() -> None:
    in_code_type = set(re.findall(r"`([A-Z][A-Za-z]+)`", TEXT))
    assert in_code_type == set(CLASSES)


def test_the_japanese_is_what_the_screen_says() -> None:
    on_screen = {name: noun(name, "ja") for name in NOUNS}
    # Who is at an activity or on a journey is told there in words.
    links = {"ActivityGroup", "ActivityMember", "JourneyGroup", "JourneyMember"}
    missing = {name: words for name, words in on_screen.items() if words not in TEXT and name not in links}
    assert missing == {}
