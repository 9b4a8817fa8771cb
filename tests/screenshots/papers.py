"""Every paper that can be printed from a plan: each document in each language and size, for everybody and for one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.clock import WallTime
from planner.model.plan import Plan
from planner.papers.documents import Document, documents, redacted_for, render
from planner.papers.kit.sheet import PAPERS
from planner.papers.options import PAPER_LANGUAGES, ItineraryOptions


def printed(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Give each paper with a name for its pictures."""
    at = WallTime(dt.date(2027, 7, 12), dt.time(20, 42), plan.visit.host_city.zone)
    for document in documents():
        for language in PAPER_LANGUAGES:
            for paper in PAPERS:
                for recipient, who in recipients(document, plan):
                    options = ItineraryOptions(language, paper, recipient, at, with_holes=True)
                    pdf = render(redacted_for(plan, recipient), options).pdf
                    yield f"{document.code}-{language}-{paper}-{who}".lower(), pdf


def recipients(document: Document, plan: Plan) -> Iterator[tuple[str | None, str]]:
    """For whom a document is pictured: everybody, and one person as an example."""
    if document.for_group:
        yield None, "group"
    if document.for_person:
        member = plan.members[0]
        yield member.uid, member.person.given_name
