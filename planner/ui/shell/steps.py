"""A recorded change as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One change: its row id, local time, label in the screen's language, who made it, whether it is undone.
    """

    id: int
    at: datetime
    words: str
    who: str
    undone: bool


def step_of(change: Any) -> Step:
    """Make a step of what the file's history gives."""
    raise NotImplementedError(change)
