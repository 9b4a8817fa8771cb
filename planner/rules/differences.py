"""What a change would do to the findings: which are new, which are gone, which have to be accepted again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from planner.rules.finding import Finding, standing


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


def _same(finding: Finding, days: int) -> Hashable:
    """What makes it the same finding: its rule and sentence, what it is about, its day in the visit."""
    day = None if finding.day is None else finding.day + dt.timedelta(days=days)
    return finding.rule or finding.kind, finding.code, finding.subjects, day
