"""What is in the hand on the board of interpreters: something carried, an end that is drawn, a knife."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from planner.model.interpreting import Assignment, Need
from planner.rules.interpreting import Wanted, part_lacking
from planner.ui.boards.people.blocks import Block, Span
from planner.ui.pages.interpreters.outlook import Outlook

#: To how many minutes ends and hand-overs snap.
STEP: Final = 5


@dataclass(frozen=True, slots=True)
class Held:
    """What is carried: a need, from `start` to `end` in minutes of its day; with an assignment, what that covers.

    `hands_over`: the assignment stays until `start`, and only the rest goes to somebody else.
    """

    wanted: Wanted
    start: float
    end: float
    assignment: Assignment | None = None
    hands_over: bool = False

    @property
    def need(self) -> Need:
        """What is needed."""
        return self.wanted.need

    @property
    def replaced(self) -> Assignment | None:
        """The assignment that a drop would give to somebody else as a whole."""
        return None if self.hands_over else self.assignment


def held_of(wanted: Wanted, assigned: Assignment | None, block: Block | None, outlook: Outlook) -> Held:
    """Give what would be carried: what somebody covers, or of a need what it lacks, where that is one stretch."""
    if assigned is not None and block is not None:
        return Held(wanted, block.start, block.end, assigned)
    span = part_lacking(wanted, outlook.roster) or (wanted.start, wanted.end)
    return Held(wanted, *outlook.span(*span, wanted.day))


@dataclass(frozen=True, slots=True)
class Stretch:
    """An end of what somebody covers while it is drawn."""

    assignment: Assignment
    wanted: Wanted
    edge: str
    start: float
    end: float

    def to(self, minute: float, within: Span) -> Stretch:
        """Give it with its end drawn to a minute: within the need, and never past the other end."""
        if self.edge == "start":
            return replace(self, start=min(max(minute, within[0]), self.end - STEP))
        return replace(self, end=max(min(minute, within[1]), self.start + STEP))


@dataclass(frozen=True, slots=True)
class Knife:
    """Where what somebody covers is to be handed over."""

    assignment: Assignment
    wanted: Wanted
    start: float
    end: float
    at: float

    def moved(self, minutes: float) -> Knife:
        """Give it that much later, with something left on either side."""
        return replace(self, at=min(max(self.at + minutes, self.start + STEP), self.end - STEP))


def knife_for(assigned: Assignment, wanted: Wanted, block: Block) -> Knife | None:
    """Give the knife where somebody has to leave, or else in the middle; None where there is nothing to cut."""
    at = next((start for start, _ in block.bad if start > block.start), (block.start + block.end) / 2)
    at = round(at / STEP) * STEP
    return Knife(assigned, wanted, block.start, block.end, at) if block.start < at < block.end else None
