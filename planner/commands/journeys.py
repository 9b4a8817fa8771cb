"""Journeys: people change to another leg, one that is there or a new one like it at other times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from planner.commands.checking import check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.model import Delegation, Journey, JourneyGroup, JourneyMember, Member, Stay
from planner.model.attendance import Part, part_of
from planner.model.done import Done
from planner.model.message import Message, PlannerError

#: What a new leg has from the one it stands beside. The places themselves, since clocks go by their zones.
_ALIKE = (
    "visit", "from_place", "to_place", "mode", "status", "title_en", "title_ja", "departs_on",
    "departs_zone", "arrives_zone", "departs_terminal", "arrives_terminal", "check_in_minutes",
)  # fmt: skip

#: The first and last night of a stay, or None for one that is not needed any more; by the stay's id.
Nights = Mapping[int, tuple[dt.date, dt.date] | None]
#: From and to which day a member is there, None being the visit's own first or last day; by the member's id.
Days = Mapping[int, tuple[dt.date | None, dt.date | None]]


def leg_like(journey: Journey, values: Mapping[str, Any]) -> Journey:
    """Make a leg beside another: the same places and zones, other times. It belongs to no file yet.

    Raises `PlannerError` for a value that does not fit, as `check_value`.
    """
    given = {field: getattr(journey, field) for field in _ALIKE}
    given |= {field: check_value(Journey, field, value) for field, value in values.items()}
    if (values.get("carrier") or values.get("number")) and "title_en" not in values:
        given["title_en"] = given["title_ja"] = _title(journey, given)
    return Journey(**given)


def _title(journey: Journey, given: Mapping[str, Any]) -> str:
    ends = [place.code for place in (journey.from_place, journey.to_place) if place is not None and place.code]
    way = "-".join(ends) if len(ends) == 2 else ""
    return " ".join(filter(None, (given.get("carrier", ""), given.get("number", ""), way)))


def move_to_leg(
    session: Session,
    member_ids: Collection[int],
    from_id: int,
    to: int | Mapping[str, Any],
    *,
    stays: Nights | None = None,
    days: Days | None = None,
) -> Done:
    """Let members change from one leg to another, or to a new one like it with the values given, in one step.

    `stays` and `days` are what is to be changed with it, as `agenda.consequences` finds and the user has ticked. The
    result is the id of the leg they are on now. Raises `PlannerError` ``nobody-chosen``, ``same-leg``, ``record-gone``
    and whatever is wrong with a new leg or with nights.
    """
    if not member_ids:
        raise PlannerError("nobody-chosen")
    old = find(session, Journey, from_id)
    new = _leg(session, old, to)
    if new.id == old.id:
        raise PlannerError("same-leg")
    members = [find(session, Member, member_id) for member_id in member_ids]
    # Whoever is on the leg must be known before days change, by which late joiners are on it or not.
    going = _those_on(old)
    whole = {member.id for member in going} <= set(member_ids)
    for member_id, (joins, leaves) in (days or {}).items():
        member = find(session, Member, member_id)
        member.joins_on, member.leaves_on = joins, leaves
    _set_nights(session, stays or {})
    session.flush()
    if whole and not new.everyone and not new.group_links and not new.member_links:
        _hand_over(session, old, new)
    else:
        _move_groups(session, old, new, set(member_ids), going)
    for member in members:
        _take_off(session, old, member)
        _put_on(session, new, member)
    session.flush()
    return Done(Message.of("change-leg", count=len(members), name=name_of(new)), result=new.id)


def _leg(session: Session, old: Journey, to: int | Mapping[str, Any]) -> Journey:
    if isinstance(to, int):
        return find(session, Journey, to)
    new = leg_like(old, to)
    session.add(new)
    session.flush()
    session.refresh(new)
    check_record(new)
    return new


def _those_on(leg: Journey) -> list[Member]:
    """Everybody on a leg, by everyone, groups and single links."""
    known = [link.member for link in leg.member_links]
    known += [one.member for link in leg.group_links for one in link.group.memberships]
    if leg.everyone:
        known += [member for delegation in _delegations(leg) for member in delegation.members]
    return [member for member in dict.fromkeys(known) if part_of(member, leg) is Part.YES]


def _delegations(leg: Journey) -> Sequence[Delegation]:
    session = object_session(leg)
    assert session is not None
    return session.scalars(select(Delegation).where(Delegation.visit_id == leg.visit_id)).all()


def _hand_over(session: Session, old: Journey, new: Journey) -> None:
    """The whole party changes to a leg that nobody is on: whom the old one was for, the new one is for."""
    new.everyone, old.everyone = old.everyone, False
    for group_link in tuple(old.group_links):
        new.group_links.append(JourneyGroup(group_id=group_link.group_id))
        old.group_links.remove(group_link)
    for link in tuple(old.member_links):
        new.member_links.append(JourneyMember(member_id=link.member_id, attends=link.attends))
        old.member_links.remove(link)
    _read_again(session, old, new)


def _move_groups(session: Session, old: Journey, new: Journey, moving: set[int], going: list[Member]) -> None:
    """A group that changes as a whole changes as a group: who is put in it later is on the right leg."""
    on_it = {member.id for member in going}
    there = {link.group_id for link in new.group_links}
    for link in tuple(old.group_links):
        members = {one.member_id for one in link.group.memberships} & on_it
        if members and members <= moving:
            old.group_links.remove(link)
            if link.group_id not in there and not new.everyone:
                new.group_links.append(JourneyGroup(group_id=link.group_id))
    _read_again(session, old, new)


def _take_off(session: Session, leg: Journey, member: Member) -> None:
    """See that a member is not on a leg: without a word of their own if that is enough."""
    _say_singly(session, leg, member, None)
    if part_of(member, leg) is Part.YES:
        _say_singly(session, leg, member, False)


def _put_on(session: Session, leg: Journey, member: Member) -> None:
    _say_singly(session, leg, member, None)
    if part_of(member, leg) is not Part.YES:
        _say_singly(session, leg, member, True)


def _say_singly(session: Session, leg: Journey, member: Member, attends: bool | None) -> None:
    """Say of one member that they are on a leg, or not; None leaves it to everyone and groups."""
    link = next((one for one in leg.member_links if one.member_id == member.id), None)
    if link is not None and attends is None:
        leg.member_links.remove(link)
    elif attends is not None:
        leg.member_links.append(JourneyMember(member_id=member.id, attends=attends))
    session.flush()


def _read_again(session: Session, *legs: Journey) -> None:
    session.flush()
    for leg in legs:
        session.refresh(leg)


def _set_nights(session: Session, stays: Nights) -> None:
    for stay_id, nights in stays.items():
        stay = find(session, Stay, stay_id)
        if nights is None:
            session.delete(stay)
            continue
        stay.first_night, stay.last_night = nights
        check_record(stay)
