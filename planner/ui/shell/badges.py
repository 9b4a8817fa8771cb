"""How much is left to do on each page, for the badges in the rail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.rules.finding import Finding, FindingKind, Severity, standing
from planner.ui.shell.places import HOMES

_ORDER = tuple(Severity)

#: The page on which findings of a kind are mended, where it is not their subject's own.
_PAGES = {FindingKind.BEDS: "homestays", FindingKind.HOMES: "homestays"}


def badges(findings: Sequence[Finding]) -> Mapping[str, tuple[int, Severity]]:
    """For each page's key: how many things, and how bad the worst is. Notes do not count, nor what was accepted."""
    counts: dict[str, tuple[int, Severity]] = {}

    def add(page: str, count: int, severity: Severity) -> None:
        before, worst = counts.get(page, (0, severity))
        counts[page] = (before + count, min(worst, severity, key=_ORDER.index))

    for finding in standing(findings):
        page = _PAGES.get(finding.kind) or HOMES.get(finding.subject.noun)
        if page is not None and finding.severity != Severity.NOTE:
            add(page, 1, finding.severity)
    return counts
