"""The committee's own words on papers: house rules, tips, safety, in both languages.

The defaults are files in ``resources/wordings``: plain text, paragraphs apart by an empty line; ``# `` begins a
heading, ``- `` a line of a list.
"""

from __future__ import annotations

from functools import cache

from planner.model.plan import Plan
from planner.resources import resource


def wording(plan: Plan, code: str, language: str) -> str:
    """Give a block of text in one language. Raises `FileNotFoundError` for a code that nobody has written."""
    return default_wording(code, language)


@cache
def default_wording(code: str, language: str) -> str:
    """Give a block as it comes with the program."""
    return resource("wordings", f"{code}.{language}.txt").read_text(encoding="utf-8").strip()
