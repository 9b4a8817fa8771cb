"""The items of a ceremony: added in their order, and moved in it. `records` edits and removes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from planner.agenda.ceremony import in_order
from planner.commands.checking import check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.model import Activity, Speech
from planner.model.done import Done
from planner.model.message import Message


def add_speech(session: Session, activity_id: int, values: Mapping[str, Any] | None = None) -> Done:
    """Add an item at the end of a ceremony; the result is its id."""
    activity = find(session, Activity, activity_id)
    given = {field: check_value(Speech, field, value) for field, value in (values or {}).items()}
    _number(in_order(activity.speeches))
    speech = Speech(**{"place": len(activity.speeches) + 1, **given}, activity=activity)
    session.add(speech)
    session.flush()
    check_record(speech)
    return Done(Message.of("change-add", noun=Message.of("Speech"), name=name_of(activity)), result=speech.id)


def move_speech(session: Session, speech_id: int, by: int) -> Done:
    """Move an item by so many places, earlier if negative, as far as there are places; the others make room."""
    speech = find(session, Speech, speech_id)
    order = in_order(speech.activity.speeches)
    at = order.index(speech)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    _number(order)
    session.flush()
    return Done(Message.of("change-speech-moved", event=name_of(speech.activity)))


def _number(order: list[Speech]) -> None:
    """Number items by their order, so that each has a place of its own."""
    for place, speech in enumerate(order, start=1):
        if speech.place != place:
            speech.place = place
