"""A finding: what a rule has to say about one thing of the plan, as a code with figures, in no language yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planner.model.message import Message


class Severity(StrEnum):
    """How bad a finding is; in falling order."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


class FindingKind(StrEnum):
    """Which question of a coordinator a finding belongs to; findings of one kind are counted together."""

    REVIEW = "review"
    ESSENTIALS = "essentials"


class Subject(NamedTuple):
    """The thing of the plan that something is about: the name of its class in `planner.model` and its row id."""

    noun: str
    id: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: how bad it is, what it is about, and the sentence that says so.

    `key` stays the same from one check to the next as long as the same thing is found, so that a screen can
    keep its place and an acceptance can be kept with it.
    """

    kind: FindingKind
    severity: Severity
    subject: Subject
    figures: Message

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return self.figures.code

    @property
    def key(self) -> tuple[FindingKind, Subject, str]:
        """What it is known by: its kind, its subject, and for what a form said, the words."""
        return (self.kind, self.subject, str(self.figures.figures.get("words", "")))
