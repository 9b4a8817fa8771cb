"""What a row or a block of a board is to what is carried over it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tint:
    """What a row or a block is to what is carried: good, check or grey, with a score and the reason."""

    tone: str
    words: str
    score: str = ""
