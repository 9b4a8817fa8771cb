"""The kinds of what the planner keeps for itself: sheets that were read, what they left to review, recorded changes."""

from __future__ import annotations

from enum import StrEnum


class SheetKind(StrEnum):
    """What the rows of a form or spreadsheet are."""

    GUESTS = "guests"
    HOSTS = "hosts"
    INTERPRETERS = "interpreters"
    PROGRAMME = "programme"


class ReviewState(StrEnum):
    """Whether somebody has looked at what an import could not understand."""

    OPEN = "open"
    SETTLED = "settled"


class ChangeState(StrEnum):
    """Whether a recorded change stands or has been taken back."""

    DONE = "done"
    UNDONE = "undone"
