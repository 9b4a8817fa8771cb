"""What imports left to review: somebody has looked at it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from planner.commands.records import find
from planner.model import ReviewItem
from planner.model.done import Done
from planner.model.kinds import ReviewState
from planner.model.message import Message


def settle(session: Session, item_ids: Iterable[int], note: str = "") -> Done:
    """Mark items as looked at, with a note how. The words stay with the record."""
    count = 0
    for item_id in item_ids:
        item = find(session, ReviewItem, item_id)
        item.state = ReviewState.SETTLED
        item.settled_note = note.strip()
        count += 1
    session.flush()
    return Done(Message.of("change-settle", count=count))


def reopen(session: Session, item_id: int) -> Done:
    """Put an item back among those to review."""
    item = find(session, ReviewItem, item_id)
    item.state = ReviewState.OPEN
    session.flush()
    return Done(Message.of("change-reopen", words=item.words))
