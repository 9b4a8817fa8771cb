"""How findings look: each level has a tone, a sign and a name, each kind a word; never told by colour alone."""

from __future__ import annotations

from typing import Final, NamedTuple

from planner.language import N_
from planner.rules.finding import Finding, FindingKind, Severity


class Level(NamedTuple):
    """How a level of findings looks and what its group is called; never told by colour alone."""

    tone: str
    icon: str
    words: str


LEVELS: Final = {
    Severity.BLOCK: Level("wrong", "wrong", N_("Wrong")),
    Severity.WARN: Level("check", "warn", N_("To check")),
    Severity.NOTE: Level("grey", "note", N_("Notes")),
}

#: What the findings of one kind are about, as shown at the end of their line.
KINDS: Final = {
    FindingKind.BEDS: N_("Beds"),
    FindingKind.HOMES: N_("Homestay"),
    FindingKind.INTERPRETING: N_("Interpreting"),
    FindingKind.CLEARANCES: N_("Clearance"),
    FindingKind.GROUPS: N_("Group"),
    FindingKind.TIME: N_("Time"),
    FindingKind.JOURNEYS: N_("Journeys"),
    FindingKind.PEOPLE: N_("People"),
    FindingKind.FOOD: N_("Meals"),
    FindingKind.PLACES: N_("Places"),
    FindingKind.REVIEW: N_("To review"),
    FindingKind.ESSENTIALS: N_("Missing"),
}

#: How findings look that somebody has accepted with a reason.
ACCEPTED: Final = Level("good", "good", N_("Accepted"))


def level_of(finding: Finding) -> Level:
    """How a finding looks: by its level, or as accepted."""
    return LEVELS[finding.severity] if finding.accepted is None else ACCEPTED
