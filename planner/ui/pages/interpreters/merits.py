"""What speaks for an interpreter at a need, in words."""

from __future__ import annotations

from planner.language import say, screen_language
from planner.rules.interpreting import Verdict


def merits_text(verdict: Verdict) -> str:
    """Write what speaks for somebody, in one line: what they are, then the weightiest first."""
    best = sorted(verdict.points, key=lambda one: (one.message.code != "merit-level", -one.points))
    between = ", " if screen_language() == "en" else "、"
    return between.join(say(one.message) for one in best if one.points > 0)
