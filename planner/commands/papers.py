"""Papers that were made: remembered with what they showed, how they left, and who holds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from planner.commands.records import find
from planner.model import PaperIssue, Plan, Visit
from planner.model.done import Done
from planner.model.kinds import PaperSize, PaperWay
from planner.model.message import Message


@dataclass(frozen=True, slots=True)
class Issued:
    """One paper as it was printed: `recipient` a member's or household's uid, "" for the whole group.

    `made_from` is what is kept beside the pages: what they told, and from which plan they were made
    (`planner.papers.standing.held`).
    """

    document: str
    recipient: str
    language: str
    paper: PaperSize
    version: int
    pages: Sequence[Any]
    made_from: Mapping[str, Any] = field(default_factory=dict)


def next_version(plan: Plan, document: str, recipient: str, language: str) -> int:
    """Say which version a paper will be: one more than was remembered for the same reader in the same language."""
    alike = (
        issue.version or 0
        for issue in plan.visit.papers
        if (issue.document, issue.recipient, issue.language) == (document, recipient, language)
    )
    return max(alike, default=0) + 1


def remember(session: Session, visit_id: int, issued: Iterable[Issued], way: PaperWay) -> Done:
    """Keep that papers were made now, for whom, how they left, and what each page showed."""
    visit = find(session, Visit, visit_id)
    now = _now()
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
                shown={"pages": list(one.pages), "way": way.value, **one.made_from},
            )
        )
        count += 1
    session.flush()
    return Done(Message.of(f"change-papers-{way.value}", count=count))


def hand_out(session: Session, issue_ids: Iterable[int], *, handed_out: bool = True) -> Done:
    """Note that somebody holds these papers now, or that nobody does after all.

    Raises `PlannerError` ``record-gone``.
    """
    issues = [find(session, PaperIssue, issue_id) for issue_id in issue_ids]
    noted = {"handed_out": _now().isoformat()} if handed_out else {}
    for issue in issues:
        shown = issue.shown if isinstance(issue.shown, dict) else {"pages": issue.pages}
        issue.shown = {key: value for key, value in shown.items() if key != "handed_out"} | noted
    session.flush()
    code = "change-papers-handed-out" if handed_out else "change-papers-not-handed-out"
    return Done(Message.of(code, count=len(issues)))


def forget(session: Session, issue_ids: Iterable[int]) -> Done:
    """Take entries out of the list of papers, such as a print that went wrong; the next version counts from the rest.

    Raises `PlannerError` ``record-gone``.
    """
    issues = [find(session, PaperIssue, issue_id) for issue_id in issue_ids]
    for issue in issues:
        session.delete(issue)
    session.flush()
    return Done(Message.of("change-papers-forgotten", count=len(issues)))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
