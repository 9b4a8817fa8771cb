"""Who is there: an adult with the minors, who leads, somebody at every event, and whose birthday it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.agenda import Agenda, Slot
from planner.clock import age_on, birthday_in
from planner.language.marking import Pair
from planner.language.names import called_name, in_both
from planner.model.attendance import is_there, travels
from planner.model.delegations import Member
from planner.model.kinds import ActivityKind, ActivityStatus, Preset, Role
from planner.model.message import Message
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.left import ADULT, age_by
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan

_YOUNG = frozenset({Role.STUDENT, Role.PLAYER})


@of_plan("nobody-leads", FindingKind.PEOPLE, Severity.WARN, levels={Preset.J1: Severity.NOTE})
def nobody_leads(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Minors travel, and no adult of the delegation with them: said once for the visit.

    J-1 students come singly and a local coordinator of their sponsor looks after them, so there it is a note.
    """
    there = [member for member in agenda.plan.members if travels(member)]
    minors = tuple(member.id for member in there if is_minor(member, agenda.plan.visit.first_day))
    if minors and not any(is_in_charge(member, agenda.plan.visit.first_day) for member in there):
        yield Found(Subject("Visit", agenda.plan.visit.id), {}, minors)


@of_plan("no-adult", FindingKind.PEOPLE, Severity.WARN)
def no_adult(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Minors are at an event or on a leg without an adult of the delegation; with their host family they are safe."""
    first = agenda.plan.visit.first_day
    if not any(travels(member) and is_in_charge(member, first) for member in agenda.plan.members):
        return
    alone: dict[int, tuple[int, ...]] = {}
    for slot in agenda.slots:
        if slot.activity is not None and slot.activity.kind is ActivityKind.FAMILY:
            continue
        crowd = id(slot.members)
        if crowd not in alone:
            led = any(is_in_charge(member, first) for member in slot.members)
            alone[crowd] = () if led else tuple(one.id for one in slot.members if is_minor(one, first))
        if alone[crowd]:
            yield Found(subject(slot), {"event": title(slot), "at": slot.begins}, alone[crowd], (), slot.day)


def is_minor(member: Member, on: dt.date) -> bool:
    """Say whether a member is under eighteen on a day; of whom no age is known, by their role."""
    age = age_by(member.person, on)
    return member.role in _YOUNG if age is None else age < ADULT


def is_in_charge(member: Member, on: dt.date) -> bool:
    """Say whether a member looks after minors: a chaperone, or a grown-up delegate; a player of eighteen does not."""
    return member.role not in _YOUNG and not is_minor(member, on)


@of_plan("leader-elsewhere", FindingKind.PEOPLE, Severity.WARN)
def leader_elsewhere(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Who leads an activity does not take part in it, or is at another event at the time."""
    for slot in agenda.slots:
        leader = slot.activity.leader if slot.activity is not None else None
        if leader is None or leader.id in {member.id for member in slot.members}:
            continue
        at_once = [other for other in agenda.at_the_time_of(slot) if _is_bound_to(other, leader)]
        # Of an event whose group is still empty nobody has said yet who takes part.
        if not at_once and not slot.members:
            continue
        told = {"event": title(slot), "at": slot.begins, "name": _name(leader)}
        why = (
            Message.of("leader-at-other", **told, other=title(at_once[0]))
            if at_once
            else Message.of("leader-absent", **told)
        )
        yield Found(
            subject(slot), {"said": why, **told}, (leader.id,), tuple(subject(other) for other in at_once), slot.day
        )


def _is_bound_to(slot: Slot, leader: Member) -> bool:
    return slot.event.status is not ActivityStatus.IDEA and any(member.id == leader.id for member in slot.members)


def _name(member: Member) -> Pair:
    return in_both(called_name, member.person)


@of_plan("nobody-attends", FindingKind.PEOPLE, Severity.WARN)
def nobody_attends(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Nobody of the delegation takes part, and no group that is still to be filled."""
    for slot in agenda.slots:
        links = slot.event.group_links
        if slot.members or any(not link.group.memberships for link in links):
            continue
        # A briefing of the host families is for nobody of the delegation.
        if slot.activity is None or not slot.activity.hosts_invited:
            yield Found(subject(slot), {"event": title(slot), "at": slot.begins}, (), (), slot.day)


@of_plan("group-empty", FindingKind.GROUPS, Severity.WARN)
def group_empty(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Events are for a group in which nobody is yet; said once for each group."""
    waiting: dict[int, int] = {}
    for slot in agenda.slots:
        for link in slot.event.group_links:
            if not link.group.memberships:
                waiting[link.group_id] = waiting.get(link.group_id, 0) + 1
    for group in agenda.plan.groups:
        if group.id in waiting:
            told = {"group": Pair(group.name_en, group.name_ja), "count": waiting[group.id]}
            yield Found(Subject("Group", group.id), told)


@of_plan("birthday", FindingKind.PEOPLE, Severity.NOTE)
def birthday(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody turns a year older during the visit; who was born on 29 February on 1 March in other years."""
    visit = agenda.plan.visit
    for member in agenda.plan.members:
        born = member.person.birth_date
        if born is None or not travels(member):
            continue
        for year in range(visit.first_day.year, visit.last_day.year + 1):
            day = birthday_in(born, year)
            if visit.first_day <= day <= visit.last_day and is_there(member, day):
                told = {"name": _name(member), "day": day, "age": age_on(born, day)}
                yield Found(Subject("Member", member.id), told, (), (), day)
