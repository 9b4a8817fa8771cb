"""Nights of which a person's paper can only say that they are still to be decided."""

from __future__ import annotations

from planner.language.names import full_name, in_both
from planner.model.message import Message
from planner.papers.itinerary.days import Schedule


def undecided(schedule: Schedule) -> tuple[Message, ...]:
    """Say how many nights of whom are without a bed; nothing of the group, whose paper names nobody's bed."""
    nights = len(schedule.undecided_nights)
    if schedule.member is None or not nights:
        return ()
    person = schedule.member.person
    name = in_both(full_name, person)
    return (Message.of("paper-nights-undecided", count=nights, name=name),)
