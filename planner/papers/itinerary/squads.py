"""What is for a group that nobody has been put in yet: it may be anybody's, and papers say so beside it."""

from __future__ import annotations

from planner.language.names import full_name, in_both
from planner.model.attendance import Part, part_of
from planner.model.delegations import Member
from planner.model.message import Message
from planner.papers.itinerary.at_home import guests_of, guests_there
from planner.papers.itinerary.days import Event, Schedule


def undecided_for(schedule: Schedule, event: Event) -> tuple[Member, ...]:
    """Give for whom of a paper's readers nobody can say whether an event is theirs; nobody on the group's paper."""
    if schedule.member is not None:
        some: tuple[Member, ...] = (schedule.member,)
    elif schedule.home is not None:
        some = guests_there(schedule.plan, schedule.home, event)
    else:
        some = ()
    return tuple(member for member in some if part_of(member, event.source) is Part.MAYBE)


def undecided_groups(schedule: Schedule) -> tuple[Message, ...]:
    """Say for whom how many events of a paper wait for a group to be decided."""
    found: dict[Member, set[str]] = {}
    for day in schedule.days:
        for event in day.events:
            for member in undecided_for(schedule, event):
                found.setdefault(member, set()).add(event.source.uid)
    if not found:
        return ()
    # A family has one packet: who of its guests waits, is said in one sentence.
    names = [in_both(full_name, member.person) for member in _in_order(schedule, found)]
    events = set[str]().union(*found.values())
    return (Message.of("paper-groups-undecided", who=names, count=len(events)),)


def _in_order(schedule: Schedule, found: dict[Member, set[str]]) -> list[Member]:
    if schedule.home is None:
        return list(found)
    return [member for member in guests_of(schedule.plan, schedule.home) if member in found]
