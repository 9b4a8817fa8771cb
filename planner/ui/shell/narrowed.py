"""What the list of findings can be narrowed to besides a level, a kind and the thing that is selected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

from planner.language import screen_language
from planner.language.dates import day_text
from planner.model.plan import Plan
from planner.rules.concern import day_concerned
from planner.rules.finding import Finding


class Narrowed(NamedTuple):
    """Only some of the findings: in words for the chip that takes it back, and which of them, by the plan shown."""

    words: str
    keep: Callable[[Iterable[Finding], Plan], list[Finding]]


def on_day(day: dt.date) -> Narrowed:
    """Only what is found on a day of the visit."""

    def keep(findings: Iterable[Finding], plan: Plan) -> list[Finding]:
        return [finding for finding in findings if day_concerned(finding, plan) == day]

    return Narrowed(day_text(day, screen_language(), "short"), keep)
