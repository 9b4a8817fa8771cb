"""What the imports could not understand: each open item is a finding until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planner.model.base import Named
from planner.model.kinds import ReviewState
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.sheets import ReviewItem
from planner.rules.finding import Finding, FindingKind, Severity, Subject


def to_review(plan: Plan) -> Iterator[Finding]:
    """Every item that is still open, with the words as they stood in the sheet."""
    subjects = _subjects(plan)
    for item in plan.review_items:
        if item.state == ReviewState.OPEN:
            at_home = subjects.get((item.record, item.record_uid))
            yield Finding(
                FindingKind.REVIEW, Severity.WARN, at_home or Subject("ReviewItem", item.id), _figures(item)
            )


def _figures(item: ReviewItem) -> Message:
    return Message.of(
        "review-words",
        words=item.words,
        column=item.column,
        file=item.file_name,
        row=item.row_number,
        reason=Message(item.reason, dict(item.figures or {})),
    )


def _subjects(plan: Plan) -> Mapping[tuple[str, str], Subject]:
    """The things that items can belong to, by class and uid."""
    return {
        (noun.__name__, thing.uid): Subject(noun.__name__, thing.id)
        for noun, rows in plan.rows.items()
        for thing in rows.values()
        if isinstance(thing, Named)
    }
