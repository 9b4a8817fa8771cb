"""What rules are called and how their figures are said and typed, on the page of rules and below a finding."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from planner.language import say, screen_language, tr
from planner.language.dates import day_text
from planner.language.figures import number
from planner.language.terms import term
from planner.language.times import time_text
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.ruling import Strictness
from planner.rules.finding import Severity, Source

if TYPE_CHECKING:
    from planner.rules.rule import Rule
    from planner.rules.settings import HasFigures

STRICTNESS_OF = {
    Severity.BLOCK: Strictness.BLOCK,
    Severity.WARN: Strictness.WARN,
    Severity.NOTE: Strictness.NOTE,
    None: Strictness.OFF,
}

# By the last word of their names; every other figure is a number with its unit in the label.
_TIMES_OF_DAY = ("from", "until", "at", "begins", "ends")


def rule_name(rule: Rule) -> str:
    """What a rule is called."""
    return say(Message(f"{rule.code}.name", {}))


def figure_label(rule: HasFigures, figure: str) -> str:
    """What a figure of a rule is, with its unit."""
    return say(Message(f"{rule.code}.{figure}", {}))


def is_time_of_day(figure: str) -> bool:
    """Whether a figure is a time of day, kept as hours: 13.5 is 13:30."""
    return figure.replace("-", "_").rpartition("_")[2] in _TIMES_OF_DAY


def figure_words(figure: str, value: float) -> str:
    """Write the value of a figure: a time of day, or a number."""
    if not is_time_of_day(figure):
        return number(float(value))
    minutes = round(value * 60) % (24 * 60)
    return time_text(dt.time(*divmod(minutes, 60)), screen_language())


def level_words(severity: Severity | None) -> str:
    """How strictly a rule is taken: blocks, warns, notes, or off."""
    return term(STRICTNESS_OF[severity], screen_language())


def figures_words(plan: Plan, code: str) -> str:
    """The figures that a rule goes by in a visit; empty for a rule without any."""
    # Not at the start of the program: the rules are loaded when the first file is checked.
    from planner.rules.catalogue import RULES
    from planner.rules.settings import taken

    held = next((one for one in taken(plan, RULES) if one.rule.code == code), None)
    if held is None:
        return ""
    said = [
        tr("{what}: {value}", what=figure_label(held.rule, figure), value=figure_words(figure, value))
        for figure, value in held.figures.items()
    ]
    return " · ".join(said)


def source_words(source: Source | None) -> str:
    """Where a rule is written down, and from when that text is; empty for common sense."""
    if source is None:
        return ""
    language = screen_language()
    citation = source.citation.said_in(language)
    if source.dated is None:
        return tr("Source: {citation}", citation=citation)
    return tr("Source: {citation}, as of {day}", citation=citation, day=day_text(source.dated, language, "plain"))
