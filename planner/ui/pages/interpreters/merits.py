"""What speaks for an interpreter at a need, in words."""

from __future__ import annotations

from planner.language import say
from planner.rules.interpreting import Verdict
from planner.ui.widgets.words import listed


def merits_text(verdict: Verdict) -> str:
    """Write what speaks for somebody, in one line: what they are, then the weightiest first."""
    best = sorted(verdict.points, key=lambda one: (one.message.code != "merit-level", -one.points))
    return listed(say(one.message) for one in best if one.points > 0)
