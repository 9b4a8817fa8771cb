"""One row of a guest's page."""

from __future__ import annotations

from typing import NamedTuple

from planner.language import Words
from planner.papers.kit.lines import Part


class Row(NamedTuple):
    """A label, under a code that stays the same, and the paragraphs beside it."""

    code: str
    label: Words
    value: list[list[Part]]
