"""How much is left to do on each page, for the badges in the rail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.model.plan import Plan
from planner.rules.finding import Finding, Severity
from planner.rules.left import guests_without_bed, needs_without_interpreter
from planner.ui.shell.places import HOMES

_ORDER = tuple(Severity)


def badges(plan: Plan | None, findings: Sequence[Finding]) -> Mapping[str, tuple[int, Severity]]:
    """For each page's key: how many things, and how bad the worst of them is. Notes are not counted."""
    counts: dict[str, tuple[int, Severity]] = {}

    def add(page: str, count: int, severity: Severity) -> None:
        before, worst = counts.get(page, (0, severity))
        counts[page] = (before + count, min(worst, severity, key=_ORDER.index))

    for finding in findings:
        page = HOMES.get(finding.subject.noun)
        if page is not None and finding.severity != Severity.NOTE:
            add(page, 1, finding.severity)
    if plan is not None:
        for page, left in (
            ("homestays", len(guests_without_bed(plan))),
            ("interpreters", len(needs_without_interpreter(plan))),
        ):
            if left:
                add(page, left, Severity.WARN)
    return counts
