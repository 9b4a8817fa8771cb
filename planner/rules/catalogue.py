"""Every rule there is, in the order in which they are listed and their findings shown."""

from __future__ import annotations

from planner.rules.programme import clashes
from planner.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    clashes.two_places,
    clashes.two_things,
    clashes.gap_too_short,
)
"""A new rule is written in the module of its worry, added here, and said in `language/sentences/findings.py`."""
