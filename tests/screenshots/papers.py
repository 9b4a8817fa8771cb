"""Every paper that can be printed from a plan: each document in each language and size, for everybody and for one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.clock import WallTime
from planner.language.readers import name_of
from planner.model.plan import Plan
from planner.model.readers import Reader
from planner.papers.catalogue import documents, readers_of
from planner.papers.document import Document
from planner.papers.kit.sheet import PAPERS
from planner.papers.options import PAPER_LANGUAGES, PaperOptions
from planner.papers.rendering import redacted_for, render


def printed(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """Give each paper with a name for its pictures."""
    at = WallTime(dt.date(2027, 7, 12), dt.time(20, 42), plan.visit.host_city.zone)
    for document in documents():
        for reader in examples(document, plan):
            redacted = redacted_for(plan, reader)
            for language in PAPER_LANGUAGES:
                for paper in PAPERS:
                    pdf = render(document, redacted, reader, PaperOptions(language, paper, at, with_holes=True)).pdf
                    who = name_of(plan, reader, "en").replace(" ", "-")
                    yield f"{document.code}-{language}-{paper}-{who}".lower(), pdf


def examples(document: Document, plan: Plan) -> Iterator[Reader]:
    """For whom a document is pictured: the first reader of each sort."""
    seen = set()
    for reader in readers_of(plan, document):
        if reader.kind not in seen:
            seen.add(reader.kind)
            yield reader
