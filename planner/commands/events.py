"""Activities and legs as wholes: add one for a group, do one again, let one happen at a place that is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from planner.commands import records
from planner.commands.checking import check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find, find_event
from planner.commands.removing import take_out
from planner.model import Activity, ActivityGroup, Assignment, Group, Journey, JourneyGroup, Need, Place
from planner.model.base import Row, noun_of
from planner.model.done import Done
from planner.model.message import Message


def add(session: Session, noun: str, values: Mapping[str, Any], group_id: int | None = None) -> Done:
    """Add an ``"Activity"`` or ``"Journey"`` for a group, or for everyone if none is given; the result is its id.

    Raises `PlannerError` as `records.add`, and ``record-gone`` for a group that is not there.
    """
    done = records.add(session, noun, {**values, "everyone": group_id is None})
    if group_id is not None:
        event = find_event(session, noun, done.result)
        give_to_group(event, find(session, Group, group_id).id)
    return done


def give_to_group(event: Activity | Journey, group_id: int) -> None:
    """Let an event be for one group in place of everyone and other groups."""
    event.everyone = False
    for link in tuple[Any, ...](event.group_links):
        if link.group_id != group_id:
            event.group_links.remove(link)
    if event.group_links:
        return
    if isinstance(event, Activity):
        event.group_links.append(ActivityGroup(group_id=group_id))
    else:
        event.group_links.append(JourneyGroup(group_id=group_id))


def duplicate(session: Session, noun: str, event_id: int) -> Done:
    """Add a second ``"Activity"`` or ``"Journey"`` like one that is there, with who takes part, meals and needs.

    The result is the new one's id. It has an identity of its own in calendars; who interprets is not copied.
    """
    event = find_event(session, noun, event_id)
    copy = copy_row(session, event)
    session.flush()
    check_record(copy)
    return Done(Message.of("change-add", noun=Message.of(noun), name=name_of(copy)), result=copy.id)


def copy_row(session: Session, row: Row, **instead: Any) -> Row:
    """Add a row with the same values but for those given, and copies of all parts that belong to it alone.

    What interpreting an event needs is needed for the copy too; who does it is not copied.
    """
    mapper = inspect(noun_of(row))
    left_out = {"id", "uid", *instead}
    values = {one.key: getattr(row, one.key) for one in mapper.column_attrs if one.key not in left_out}
    copy = noun_of(row)(**values, **instead)
    session.add(copy)
    session.flush()
    for tie in mapper.relationships:
        if tie.cascade.delete_orphan and tie.mapper.class_ is not Assignment:
            [(_, there)] = tie.local_remote_pairs
            for part in tuple(getattr(row, tie.key)):
                copy_row(session, part, **{str(there.key): copy.id})
    if isinstance(row, (Activity, Journey)):
        of_event = Need.activity_id if isinstance(row, Activity) else Need.journey_id
        for need in session.scalars(select(Need).where(of_event == row.id)).all():
            copy_row(session, need, **{of_event.key: copy.id})
    return copy


def remove_several(session: Session, subjects: Sequence[tuple[str, int]]) -> Done:
    """Remove activities and legs, each given as its noun and id, in one step.

    What hangs on them goes as in `records.remove`. Raises `PlannerError` ``record-gone`` if one is not there.
    """
    rows = [find_event(session, noun, event_id) for noun, event_id in subjects]
    label = Message.of("change-remove-events", count=len(rows))
    for row in rows:
        take_out(session, row)
    return Done(label)


def place_anew(session: Session, noun: str, event_id: int, field: str, name: str, *, japanese: bool = False) -> Done:
    """Add a place by its name and let the activity or leg have it as `field` (``place_id``, ``to_place_id`` …).

    `japanese` says which name it is. The result is the place's id.
    """
    event = find_event(session, noun, event_id)
    place = Place(**{"name_ja" if japanese else "name_en": check_value(Place, "name_en", name)})
    session.add(place)
    session.flush()
    setattr(event, field, place.id)
    session.flush()
    session.refresh(event)
    check_record(event)
    label = Message.of("change-edit", name=name_of(event), field=Message.of("Place"))
    return Done(label, result=place.id)
