"""All the rules at once: from a plan to its findings. Pure, quick, in any thread."""

from __future__ import annotations

from planner.model.plan import Plan
from planner.rules.essentials import missing_essentials
from planner.rules.finding import Finding, Severity
from planner.rules.review import to_review

_ORDER = {severity: place for place, severity in enumerate(Severity)}


def check(plan: Plan) -> tuple[Finding, ...]:
    """Give every finding about a plan, the worst first; within a level in the order the rules found them."""
    found = [*to_review(plan), *missing_essentials(plan)]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))
