"""People who travel: add a guest, put members into groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from planner.commands.checking import check_named, check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find, remove_several
from planner.model import Base, Delegation, Group, GroupMember, Member, Person, Visit
from planner.model.done import Done
from planner.model.message import Message, PlannerError

# Of more members than these, a step's label says only how many.
_NAMED = 3


def add_member(
    session: Session, delegation_id: int, person: Mapping[str, Any], member: Mapping[str, Any] | None = None
) -> Done:
    """Add somebody new to a delegation: the person and their membership. The result is the member's id.

    A name in any script is enough: ``value-missing`` if there is none.
    """
    delegation = find(session, Delegation, delegation_id)
    someone = Person(**{field: check_value(Person, field, value) for field, value in person.items()})
    check_named(someone)
    check_record(someone)
    values = {field: check_value(Member, field, value) for field, value in (member or {}).items()}
    joined = Member(delegation=delegation, person=someone, **values)
    session.add_all([someone, joined])
    session.flush()
    check_record(joined)
    return Done(Message.of("change-add", noun=Message.of("Member"), name=name_of(joined)), result=joined.id)


def add_known_member(session: Session, delegation_id: int, person_id: int) -> Done:
    """Let somebody whom the file knows already travel in a delegation. The result is the member's id.

    Nobody travels twice: ``already-there``.
    """
    delegation, person = find(session, Delegation, delegation_id), find(session, Person, person_id)
    if any(member.person_id == person_id for member in delegation.members):
        raise PlannerError("already-there")
    joined = Member(delegation=delegation, person=person)
    session.add(joined)
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Member"), name=name_of(joined)), result=joined.id)


def set_groups(session: Session, member_ids: Iterable[int], group_ids: Iterable[int]) -> Done:
    """Put members into exactly these groups; of several members each gets the same."""
    wanted = dict.fromkeys(group_ids)
    return _regroup(session, member_ids, wanted, stays=lambda group_id: group_id in wanted)


def change_groups(
    session: Session, member_ids: Iterable[int], into: Iterable[int] = (), out_of: Iterable[int] = ()
) -> Done:
    """Put members into groups and take them out of others; what else they belong to stays."""
    leaving = set(out_of)
    return _regroup(session, member_ids, into, stays=lambda group_id: group_id not in leaving)


def _regroup(
    session: Session, member_ids: Iterable[int], into: Iterable[int], stays: Callable[[int], bool]
) -> Done:
    """Take members out of the groups that do not stay, and put them into others."""
    members = [find(session, Member, member_id) for member_id in member_ids]
    groups = [find(session, Group, group_id) for group_id in dict.fromkeys(into)]
    joined: dict[int, Any] = {}
    left: dict[int, Any] = {}
    for member in members:
        for membership in list(member.memberships):
            if not stays(membership.group_id):
                left.setdefault(membership.group_id, name_of(membership.group))
                member.memberships.remove(membership)
        held = {membership.group_id for membership in member.memberships}
        for group in groups:
            if group.id not in held:
                joined.setdefault(group.id, name_of(group))
                member.memberships.append(GroupMember(group=group))
    session.flush()
    return Done(_regrouped(members, list(joined.values()), list(left.values())))


def _regrouped(members: Sequence[Base], joined: Sequence[Any], left: Sequence[Any]) -> Message:
    """Say who came into which groups; where nobody came into any, which they left."""
    count, names = len(members), [name_of(member) for member in members]
    groups, many = joined or left, count > _NAMED
    if not groups:
        return Message.of("change-groups-many", count=count) if many else Message.of("change-groups", name=names)
    if many:
        code = "change-groups-joined-many" if joined else "change-groups-left-many"
        return Message.of(code, count=count, groups=groups)
    return Message.of("change-groups-joined" if joined else "change-groups-left", name=names, groups=groups)


def add_group(session: Session, visit_id: int, values: Mapping[str, Any], member_ids: Iterable[int] = ()) -> Done:
    """Make a group of these members. The result is the group's id."""
    visit = find(session, Visit, visit_id)
    members = [find(session, Member, member_id) for member_id in member_ids]
    group = Group(visit=visit, **{field: check_value(Group, field, value) for field, value in values.items()})
    session.add(group)
    for member in members:
        group.memberships.append(GroupMember(member=member))
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Group"), name=name_of(group)), result=group.id)


def withdraw(session: Session, member_ids: Iterable[int], withdrawn: bool = True) -> Done:
    """Say of members that they do not travel, or that they do after all; everything known of them stays."""
    members = [find(session, Member, member_id) for member_id in member_ids]
    for member in members:
        member.withdrawn = withdrawn
    session.flush()
    names = [name_of(member) for member in members]
    return Done(Message.of("change-edit", name=names, field=Message.of("Member.withdrawn")))


def remove_members(session: Session, member_ids: Iterable[int]) -> Done:
    """Take members out of the visit, with their stays and wishes; the people stay in the file."""
    return remove_several(session, Member, member_ids)
