"""All the rules at once: from a plan to its findings. Pure, quick, in any thread."""

from __future__ import annotations

from planner.model.plan import Plan
from planner.rules.essentials import missing_essentials
from planner.rules.finding import Finding, FindingKind, Severity
from planner.rules.gaps import gaps
from planner.rules.review import to_review

_LEVELS = {severity: place for place, severity in enumerate(Severity)}
_KINDS = {kind: place for place, kind in enumerate(FindingKind)}


def check(plan: Plan) -> tuple[Finding, ...]:
    """Give every finding about a plan, the worst first; within a level by kind, then as the rules found them."""
    found = [*gaps(plan), *to_review(plan), *missing_essentials(plan)]
    return tuple(sorted(found, key=lambda finding: (_LEVELS[finding.severity], _KINDS[finding.kind])))
