"""What a page tells its reader, piece by piece: by it a change slip says what was, and what is now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HEALTH: Final = frozenset({"food", "food-sentence", "health", "allergies", "careful", "medicines", "trouble"})
"""The parts of keys by which facts about what could harm somebody are known."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a reader acts on, in the reader's language.

    `key` is the same from issue to issue (the uid of an event or stay, and which of its things); `label` says what it
    is ("Sat 24 Jul, night"), `value` what stands there ("Pelletier"), and `who` of whom it is told where a paper is
    about several: one fact for each of them, which are told together where they are alike. `page` is the number of the
    page on which it stands, where two pages share one side of a sheet. `picture` is the digest of a photograph: what is
    told of it has no words to differ in, so that `value` is what to say of another one.
    """

    key: str
    label: str
    value: str
    who: str = ""
    page: int = 0
    picture: str = ""


def is_of_health(key: str) -> bool:
    """Whether a fact of this key is about food, allergies, medicines or what to say in an emergency."""
    return not _HEALTH.isdisjoint(re.split(r"[/.]", key))
