"""What is new of a paper, said in another language than the paper's: for who looks at it on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from planner.model.plan import Plan
from planner.papers.catalogue import document_of
from planner.papers.facts import Fact
from planner.papers.options import BOTH, PageDigest
from planner.papers.rendering import digests_of, redacted_for
from planner.papers.standing.comparing import difference
from planner.papers.standing.held import HeldPage, facts_of, options_of, pages_held
from planner.papers.standing.news import News, in_language
from planner.papers.standing.reckoning import Standing, reader_of

_Place: TypeAlias = tuple[str, str]
"""Where a fact stands: the section, and its key, which are the same in either language."""


def news_said_in(plan: Plan, standing: Standing, language: str) -> list[News]:
    """Say what is new of a paper that is still wanted, in one language, whatever the paper's is.

    What only its reader holds is quoted from there: what has changed since, as it was, what is told no more, and lines
    of pages that tell nothing by themselves. The plan is the whole one, from which the standing was reckoned.
    """
    issue, changes = standing.issue, standing.changes
    if issue.language in (language, BOTH):
        return in_language(changes.news, language) or list(changes.news)
    document, reader = document_of(standing.key.document), reader_of(plan, standing)
    seen = redacted_for(plan, reader)
    options = options_of(issue, seen)
    own, other = (
        digests_of(document.lay(seen, reader, each)) for each in (options, replace(options, language=language))
    )
    held, now = said_by(other, pages_held(issue), own)
    return list(difference(held, now, document.sides).news)


def said_by(
    other: Sequence[PageDigest], held: Sequence[HeldPage], now: Sequence[PageDigest]
) -> tuple[list[HeldPage], list[PageDigest]]:
    """Give pages that are held, and those of now, with the words that `other` pages of now, in another language, have
    for the same facts; a fact that only one language tells keeps its own.
    """
    say, own = _by_place(other), _by_place(now)
    then = [replace(page, facts=tuple(_as_said(one, page.section, own, say) for one in page.facts)) for page in held]
    are = [replace(page, facts=tuple(_as_said(one, page.section, own, say) for one in page.facts)) for page in now]
    return then, are


def _by_place(pages: Sequence[PageDigest]) -> dict[_Place, Fact]:
    return {(section, fact.key): fact for section, _, fact in facts_of(pages)}


def _as_said(fact: Fact, section: str, own: dict[_Place, Fact], say: dict[_Place, Fact]) -> Fact:
    """Give a fact in the other words, as far as it says what the paper of now says in its own."""
    now, said = own.get((section, fact.key)), say.get((section, fact.key))
    if now is None or said is None:
        return fact
    return replace(
        fact,
        label=said.label if fact.label == now.label else fact.label,
        value=said.value if fact.value == now.value else fact.value,
        who=said.who if fact.who == now.who else fact.who,
    )
