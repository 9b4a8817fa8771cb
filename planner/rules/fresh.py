"""What a change would make worse: the findings there would be then and are not now."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final

from planner.rules.catalogue import RULES
from planner.rules.finding import Finding, standing

#: What these find goes along with an event: it is the same on another day.
_OF_AN_EVENT: Final = frozenset(rule.code for rule in RULES if rule.event is not None)


def fresh(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Give the findings of `after` that are none of `before`: of another thing, or of more people.

    One that is only said with other figures is not fresh: what was too short is too short still. What somebody has
    accepted is not told.
    """
    known: dict[Hashable, set[int]] = {}
    for finding in before:
        known.setdefault(_spot(finding), set()).update(finding.who)
    return [
        finding
        for finding in standing(after)
        if (spot := _spot(finding)) not in known or not known[spot].issuperset(finding.who)
    ]


def _spot(finding: Finding) -> Hashable:
    """What is found where; of two events it does not matter which of them is the earlier."""
    day = None if finding.rule in _OF_AN_EVENT else finding.day
    return finding.rule or finding.kind, frozenset(finding.subjects), day
