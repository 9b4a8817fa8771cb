"""All the rules at once: from a plan to its findings. Pure, quick, in any thread."""

from __future__ import annotations

from planner.agenda import Agenda
from planner.model.plan import Plan, undisturbed
from planner.rules.catalogue import RULES
from planner.rules.checker import Checker
from planner.rules.counted import counted, in_order, marked
from planner.rules.finding import Finding, standing


class Check:
    """Checks plan after plan and looks again only where something changed. One serves one thread."""

    def __init__(self) -> None:
        self._checker = Checker(RULES)

    def __call__(self, plan: Plan) -> tuple[Finding, ...]:
        """Give every finding about a plan, the worst first; within a level by kind, then as the rules found them.

        What somebody accepted with a reason is among them, marked.
        """
        with undisturbed():
            return in_order((*counted(plan), *marked(plan, self._checker.check(plan))))

    def of_agenda(self, agenda: Agenda) -> tuple[Finding, ...]:
        """Give what the rules find in an agenda that is only thought of, as `Agenda.with_slots` makes it."""
        return in_order(marked(agenda.plan, self._checker.check_agenda(agenda)))


def check(plan: Plan) -> tuple[Finding, ...]:
    """Give every finding about one plan, as `Check` does."""
    return Check()(plan)


__all__ = ["Check", "check", "standing"]
