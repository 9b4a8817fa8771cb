"""What a proposal rests on: needs with their events, interpreters with their hours, and who is at a need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from planner.model.interpreting import Interpreter, Need
from planner.model.programme import Activity

#: What is looked at of each need, of each interpreter, and of who is at a need.
Basis = Mapping[tuple[str, int, int], tuple[Any, ...]]


def basis_of(needs: Iterable[Need], interpreters: Iterable[Interpreter]) -> Basis:
    """Give what a proposal rests on: needs with their events and assignments, interpreters with their hours."""
    found: dict[tuple[str, int, int], tuple[Any, ...]] = {}
    for need in needs:
        found["Need", need.id, 0] = (
            need.how_many, need.mode, need.pairs, need.needed_from, need.needed_until, need.minutes,
            need.importance, need.speciality, need.group_id, *_event(need),
        )  # fmt: skip
        for each in need.assignments:
            found["Assignment", need.id, each.interpreter_id] = (
                each.id, each.covers_from, each.covers_until, each.locked, each.role
            )  # fmt: skip
    for one in interpreters:
        coming = sorted(
            (str(each.available_on), str(each.available_from), str(each.available_until)) for each in one.availability
        )
        found["Interpreter", one.id, 0] = (
            one.pairs, one.modes, one.level, one.hours_per_day, one.minutes_at_a_stretch, one.never_alone, *coming
        )  # fmt: skip
    return found


def _event(need: Need) -> tuple[Any, ...]:
    event = need.activity or need.journey
    if event is None:
        return ()
    if isinstance(event, Activity):
        return event.id, event.status, event.starts_on, event.starts_at, event.ends_on, event.ends_at, event.place_id
    return (
        event.id, event.status, event.departs_on, event.departs_at, event.arrives_on, event.arrives_at,
        event.from_place_id, event.to_place_id,
    )  # fmt: skip
