"""A recorded change as the screen shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from planner.language import say
from planner.storage import PastStep


@dataclass(frozen=True, slots=True)
class Step:
    """One change: its number, local time, label in the screen's language, who made it, whether it is undone."""

    id: int
    at: datetime
    words: str
    who: str
    undone: bool


def step_of(past: PastStep) -> Step:
    """Say a step of the file's history in the screen's language and by this computer's clock."""
    return Step(past.id, past.at.astimezone(), say(past.label), past.who, past.undone)
