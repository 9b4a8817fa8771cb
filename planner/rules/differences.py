"""What a change would do to the findings: which are new, which are gone, which have to be accepted again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Final

from planner.rules.catalogue import RULES
from planner.rules.finding import Finding, standing
from planner.rules.programme import opening

#: These look at the day on which an event is: on another day they find another thing, be it as bad.
_OF_A_DAY: Final = (opening.outside_hours, opening.closed_weekday, opening.may_be_closed, opening.closed_asked)
#: What these find goes along with an event: it is the same on another day.
_OF_AN_EVENT: Final = frozenset(rule.code for rule in RULES if rule.event is not None and rule not in _OF_A_DAY)


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings of the plan as it would be that are `new` or `reopened`, and those of today that are `gone`.

    Reopened are those that somebody has accepted as they are now, but that would have other figures: the reason may
    not hold on another day. What nobody has to look at now and then is in none of them.
    """

    new: tuple[Finding, ...]
    reopened: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def difference(before: Iterable[Finding], after: Iterable[Finding], days: int = 0) -> Difference:
    """Compare what is found now with what would be found; everything is so many days later then."""
    was = {_same(finding, days): finding for finding in before}
    left = standing(after)
    keys = {_same(finding, 0) for finding in left}
    known = [(finding, was.get(_same(finding, 0))) for finding in left]
    return Difference(
        tuple(finding for finding, old in known if old is None),
        tuple(finding for finding, old in known if old is not None and old.accepted is not None),
        tuple(finding for key, finding in was.items() if key not in keys and finding.accepted is None),
    )


def worse(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Give what there would be to look at and is not now, when single events are moved: of others, or of more people.

    What is only said with other figures is not worse: what was too short is too short still, and which of two events
    is the earlier does not matter. That a place is closed is told again on another day. What was accepted and would
    have other figures is to be looked at again.
    """
    known: dict[Hashable, set[int]] = {}
    for finding in standing(before):
        known.setdefault(_spot(finding), set()).update(finding.who)
    return [
        finding
        for finding in standing(after)
        if (spot := _spot(finding)) not in known or not known[spot].issuperset(finding.who)
    ]


def _spot(finding: Finding) -> Hashable:
    day = None if finding.rule in _OF_AN_EVENT else finding.day
    return finding.rule or finding.kind, frozenset(finding.subjects), day


def _same(finding: Finding, days: int) -> Hashable:
    """What makes it the same finding: its rule and sentence, what it is about, its day in the visit."""
    day = None if finding.day is None else finding.day + dt.timedelta(days=days)
    return finding.rule or finding.kind, finding.code, finding.subjects, day
