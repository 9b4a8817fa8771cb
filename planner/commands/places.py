"""Places: one that was written down twice becomes one, and those that nobody goes to are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands import records
from planner.commands.checking import check_record, field_name
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.commands.removing import pointers_to, take_out
from planner.model import OpeningHours, Place, ReviewItem
from planner.model.done import Done
from planner.model.message import Message, PlannerError

# Of these both are kept, one under the other.
_JOINED: Final = ("notes", "booking_notes")


def add(session: Session, values: Mapping[str, Any]) -> Done:
    """Add a place; a name in either language is needed: ``value-missing``. The result is its id."""
    if not (values.get("name_en") or values.get("name_ja")):
        raise PlannerError("value-missing", field=field_name(Place, "name_en"))
    return records.add(session, "Place", values)


def merge(session: Session, kept_id: int, gone_id: int) -> Done:
    """Make one place of two: everything that pointed to the second points to the first, and the second goes.

    What the first does not say is taken from the second (names, address, hours …); what both say stays as the first
    has it, and notes are kept of both. The result is the id of the place that stays.

    Raises:
        ValueError: Both are the same place.
        PlannerError: ``record-gone``.
    """
    if kept_id == gone_id:
        raise ValueError("a place cannot be merged with itself")
    kept, gone = find(session, Place, kept_id), find(session, Place, gone_id)
    name = name_of(kept)
    _take_over(kept, gone)
    for pointer in pointers_to(Place):
        if pointer.noun is OpeningHours and kept.hours:
            continue
        column: Any = getattr(pointer.noun, pointer.column)
        for row in session.scalars(select(pointer.noun).where(column == gone_id)).all():
            setattr(row, pointer.column, kept_id)
    of_gone = select(ReviewItem).where(ReviewItem.record == "Place", ReviewItem.record_uid == gone.uid)
    for item in session.scalars(of_gone).all():
        item.record_uid = kept.uid
    session.flush()
    session.refresh(kept)
    session.refresh(gone)
    check_record(kept)
    take_out(session, gone)
    return Done(Message.of("change-merge", name=name), result=kept_id)


def _take_over(kept: Place, gone: Place) -> None:
    """Fill what one place leaves open from the other."""
    for column in Place.__table__.columns:
        if column.key in ("id", "uid"):
            continue
        mine, yours = getattr(kept, column.key), getattr(gone, column.key)
        # A default says no more than an empty field: that nobody has answered yet.
        usual = column.default.arg if column.default is not None and column.default.is_scalar else None
        if mine in (None, "", usual):
            if yours not in (None, "", usual):
                setattr(kept, column.key, yours)
        elif column.key in _JOINED and yours and yours not in mine:
            setattr(kept, column.key, f"{mine}\n{yours}")


def remove_several(session: Session, place_ids: Iterable[int]) -> Done:
    """Remove places in one step; what happened there stays without a place, hotel rooms go along."""
    return records.remove_several(session, Place, place_ids)
