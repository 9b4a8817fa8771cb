"""What anybody could count in a plan: gaps, words to review, missing essentials and readings, what no font has.

No agenda, no rule is asked for these. They are there at once; the rules (`planner.rules.check`), which work out the
programme and both calendars of holidays, come a moment later when the program starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planner.model.plan import Plan
from planner.rules.essentials import missing_essentials
from planner.rules.finding import Accepted, Finding, FindingKind, Severity
from planner.rules.gaps import gaps
from planner.rules.readings import missing_readings
from planner.rules.review import to_review
from planner.rules.unprintable import unprintable

_LEVELS = {severity: place for place, severity in enumerate(Severity)}
_KINDS = {kind: place for place, kind in enumerate(FindingKind)}


def counted(plan: Plan) -> tuple[Finding, ...]:
    """Give every finding that is only counted, in order; those accepted are among them, marked."""
    missing = (*missing_essentials(plan), *missing_readings(plan), *unprintable(plan))
    return in_order(marked(plan, (*gaps(plan), *to_review(plan), *missing)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the worst first; within a level by kind, then as they were found."""
    return tuple(sorted(findings, key=lambda finding: (_LEVELS[finding.severity], _KINDS[finding.kind])))


def marked(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings with the acceptance of each that somebody accepted."""
    accepted = {one.found: Accepted(one.id, one.reason, one.who, one.accepted_at) for one in plan.acceptances}
    if not accepted:
        yield from findings
        return
    for finding in findings:
        yield replace(finding, accepted=accepted.get(finding.print))
