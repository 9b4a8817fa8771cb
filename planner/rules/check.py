"""All the rules at once: from a plan to its findings. Pure, quick, in any thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.agenda import Agenda
from planner.model.plan import Plan, undisturbed
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.essentials import missing_essentials
from planner.rules.finding import Accepted, Finding, FindingKind, Severity, standing
from planner.rules.gaps import gaps
from planner.rules.review import to_review

_LEVELS = {severity: place for place, severity in enumerate(Severity)}
_KINDS = {kind: place for place, kind in enumerate(FindingKind)}


class Check:
    """Checks plan after plan and looks again only where something changed. One serves one thread."""

    def __init__(self) -> None:
        self._checker = Checker(RULES)

    def __call__(self, plan: Plan) -> tuple[Finding, ...]:
        """Give every finding about a plan, the worst first; within a level by kind, then as the rules found them.

        What somebody accepted with a reason is among them, marked.
        """
        with undisturbed():
            found = (*gaps(plan), *to_review(plan), *missing_essentials(plan), *self._checker.check(plan))
            return _in_order(plan, found)

    def of_agenda(self, agenda: Agenda) -> tuple[Finding, ...]:
        """Give what the rules find in an agenda that is only thought of, as `Agenda.with_slots` makes it."""
        return _in_order(agenda.plan, self._checker.check_agenda(agenda))


def check(plan: Plan) -> tuple[Finding, ...]:
    """Give every finding about one plan, as `Check` does."""
    return Check()(plan)


def _in_order(plan: Plan, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    accepted = {one.found: Accepted(one.id, one.reason, one.who, one.accepted_at) for one in plan.acceptances}
    if accepted:
        findings = (replace(finding, accepted=accepted.get(finding.print)) for finding in findings)
    return tuple(sorted(findings, key=lambda finding: (_LEVELS[finding.severity], _KINDS[finding.kind])))


__all__ = ["Check", "check", "standing"]
