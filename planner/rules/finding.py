"""A finding: what a rule has to say about something in the plan, as a code with figures, in no language yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planner.clock import WallTime
from planner.language.marking import Pair
from planner.model.message import Message

_NUMBERS = (int, float, dt.date, dt.time, WallTime)


class Severity(StrEnum):
    """How bad a finding is; in falling order."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


class FindingKind(StrEnum):
    """Which question of a coordinator a finding belongs to; findings of one kind are counted together.

    In the order in which they are told: first what can harm somebody, last what is still to be done for everyone.
    """

    CLEARANCES = "clearances"
    REVIEW = "review"
    TIME = "time"
    JOURNEYS = "journeys"
    PEOPLE = "people"
    FOOD = "food"
    PLACES = "places"
    ESSENTIALS = "essentials"
    INTERPRETING = "interpreting"
    BEDS = "beds"
    HOMES = "homes"
    GROUPS = "groups"


class Subject(NamedTuple):
    """The thing of the plan that something is about: the name of its class in `planner.model` and its row id."""

    noun: str
    id: int


class Source(NamedTuple):
    """Where a rule of the real world is written down, as one would cite it, and the day that text is from, if known."""

    citation: Pair
    dated: dt.date | None = None


class Accepted(NamedTuple):
    """That somebody accepted a finding: the row of the acceptance, why, who and when (UTC)."""

    id: int
    reason: str
    who: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: how bad it is, what it is about, and the sentence that says so.

    The first of the `subjects` is where it can be mended and where a click leads; the others are concerned too.
    `source` is None for what is only common sense. `day` is the local day it falls on, where it falls on one; `who` the
    members concerned.
    """

    kind: FindingKind
    severity: Severity
    subjects: tuple[Subject, ...]
    figures: Message
    source: Source | None = None
    day: dt.date | None = None
    who: tuple[int, ...] = ()
    #: The code of the rule that found it; empty for what is only counted (`planner.rules.gaps`, …).
    rule: str = ""
    accepted: Accepted | None = None

    @property
    def subject(self) -> Subject:
        """Where it can be mended."""
        return self.subjects[0]

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return self.figures.code

    @property
    def key(self) -> str:
        """What it is known by: its rule, or else its kind, and what it is about, as one word that can be written down.

        It stays the same from one check to the next as long as the same thing is found, though figures or level
        change, so that a screen can keep its place.
        """
        about = (f"{subject.noun}.{subject.id}" for subject in self.subjects)
        return ":".join([self.rule or self.kind.value, *about, *([self.day.isoformat()] if self.day else [])])

    @property
    def print(self) -> str:
        """What an acceptance holds for: the key, whom it concerns, its numbers and times, and what it enumerates.

        When these change, what was accepted is not what is found any more; names may change freely.
        """
        numbers = sorted(f"{name}={said}" for name, value in self.figures.figures.items() if (said := _fixed(value)))
        return "|".join((self.key, ",".join(map(str, sorted(self.who))), *numbers))


def _fixed(value: object) -> str:
    """Write a figure if it is no name: a number, a time, the codes of a list such as of missing fields."""
    if isinstance(value, _NUMBERS):
        return str(value)
    if isinstance(value, list):
        things = (one for one in value if not isinstance(one, Pair))
        return ",".join(one.code if isinstance(one, Message) else str(one) for one in things)
    return ""


def standing(findings: Iterable[Finding]) -> list[Finding]:
    """Give those that nobody has accepted: what is still to be dealt with."""
    return [finding for finding in findings if finding.accepted is None]
