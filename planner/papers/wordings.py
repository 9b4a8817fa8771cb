"""The committee's own words on papers: house rules, tips, safety, in both languages.

The usual words come with the program, as files in ``resources/wordings``: plain text, paragraphs apart by an empty
line; ``# `` begins a heading, ``- `` a line of a list. What the committee writes in their place is kept in the file
(`planner.model.wordings.Wording`), and so are only the languages it wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from planner.language import N_, Words, speaker
from planner.language.marking import Pair
from planner.model.plan import Plan
from planner.resources import resource

_NAMES: Final[Mapping[str, Words]] = {
    "change-slip": N_("Note on every change slip"),
    "conduct": N_("Rules and conduct for guests"),
    "manners-in-japan": N_("Manners in Japan"),
    "manners-in-us": N_("Manners in the United States"),
    "medicines-to-japan": N_("Medicines to Japan"),
    "medicines-to-us": N_("Medicines to the United States"),
    "money-to-japan": N_("Money in Japan"),
    "money-to-us": N_("Money in the United States"),
    "packing-to-japan": N_("Packing for Japan"),
    "packing-to-us": N_("Packing for the United States"),
    "safety": N_("Safety rules of every visit"),
    "safety-four_h": N_("Safety rules of 4-H"),
    "safety-j1": N_("Safety rules of a J-1 programme"),
    "safety-japanese_municipality": N_("Safety rules of a Japanese municipality"),
    "safety-volunteer": N_("Safety rules of volunteers"),
    "thanks": N_("Letter of thanks"),
    "tips-japan": N_("Tips for families in Japan"),
    "tips-us": N_("Tips for families in the United States"),
    "trouble-japan": N_("If something goes wrong in Japan"),
    "trouble-us": N_("If something goes wrong in the United States"),
}
"""What blocks are called in the list of them; one that has no name here is called by its first heading."""


def wording(plan: Plan, code: str, language: str) -> str:
    """Give a block of text in one language, in the committee's words if it wrote any.

    Raises `FileNotFoundError` for a code that nobody has written.
    """
    for own in plan.wordings:
        if own.code == code:
            written: str = own.text_ja if language == "ja" else own.text_en
            if written.strip():
                return written.strip()
    return default_wording(code, language)


@cache
def default_wording(code: str, language: str) -> str:
    """Give a block as it comes with the program."""
    return resource("wordings", f"{code}.{language}.txt").read_text(encoding="utf-8").strip()


@cache
def wording_codes() -> tuple[str, ...]:
    """List the blocks that the committee can put into its own words."""
    return tuple(sorted(path.name.removesuffix(".en.txt") for path in resource("wordings").glob("*.en.txt")))


def concerns(plan: Plan, code: str) -> bool:
    """Say whether papers of this visit can have a block: not one for the other country, or for other rules."""
    there = "japan" if plan.visit.host_city.country == "JP" else "us"
    stem, _, end = code.rpartition("-")
    if stem == "safety":
        return end == plan.visit.preset.value
    return end not in ("japan", "us") or end == there


def wording_name(code: str) -> Pair:
    """Say what a block is called, in both languages."""
    return Pair(*(_name(code, language) for language in ("en", "ja")))


def _name(code: str, language: str) -> str:
    if code in _NAMES:
        return speaker(language).words(_NAMES[code])
    if code not in wording_codes():
        # Written with a later version of the program, or for a block that is no more.
        return code
    lines = default_wording(code, language).splitlines()
    heading = next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")
    return heading or code.replace("-", " ").capitalize()
