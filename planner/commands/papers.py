"""Papers that were handed out: remembered with what they showed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from planner.commands.records import find
from planner.model import PaperIssue, Plan
from planner.model.done import Done
from planner.model.kinds import PaperSize
from planner.model.message import Message


@dataclass(frozen=True, slots=True)
class Issued:
    """One paper as it was printed: `recipient` a member's or household's uid, "" for the whole group."""

    document: str
    recipient: str
    language: str
    paper: PaperSize
    version: int
    shown: Any


def next_version(plan: Plan, document: str, recipient: str, language: str) -> int:
    """Say which version a paper will be: one more than was remembered for the same reader in the same language."""
    alike = (
        issue.version or 0
        for issue in plan.visit.papers
        if (issue.document, issue.recipient, issue.language) == (document, recipient, language)
    )
    return max(alike, default=0) + 1


def remember(session: Session, visit_id: int, issued: Iterable[Issued]) -> Done:
    """Keep that papers were printed now, for whom, and what each page showed."""
    visit = find(session, "Visit", visit_id)
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    count = 0
    for one in issued:
        session.add(
            PaperIssue(
                visit=visit,
                document=one.document,
                recipient=one.recipient,
                language=one.language,
                paper=one.paper,
                version=one.version,
                issued_at=now,
                shown=one.shown,
            )
        )
        count += 1
    session.flush()
    return Done(Message.of("change-papers", count=count))


def forget(session: Session, issue_ids: Iterable[int]) -> Done:
    """Take entries out of what was handed out, such as a print that went wrong; the next version counts from the rest.

    Raises `PlannerError` ``record-gone``.
    """
    issues = [find(session, "PaperIssue", issue_id) for issue_id in issue_ids]
    for issue in issues:
        session.delete(issue)
    session.flush()
    return Done(Message.of("change-papers-forgotten", count=len(issues)))
