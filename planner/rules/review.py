"""What the imports could not understand: each open item is a finding until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    things = {
        "Member": plan.members,
        "Person": plan.people,
        "Household": plan.households,
        "HostOffer": plan.offers,
        "Interpreter": plan.interpreters,
        "Activity": plan.activities,
        "Journey": plan.journeys,
        "Place": plan.places,
    }
    return {
        (noun, thing.uid): Subject(noun, thing.id) for noun, of_noun in things.items() for thing in of_noun
    }
