"""The programme: who takes part in an activity or a leg, and what there is to eat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from planner.commands.naming import name_of
from planner.commands.records import find_event
from planner.model import Activity, ActivityGroup, ActivityMember, JourneyGroup, JourneyMember
from planner.model.done import Done
from planner.model.message import Message


def set_attendance(
    session: Session,
    noun: str,
    event_id: int,
    *,
    everyone: bool,
    group_ids: Iterable[int] = (),
    member_ids: Iterable[int] = (),
    away_ids: Iterable[int] = (),
    hosts_invited: bool | None = None,
) -> Done:
    """Say exactly who takes part in an ``"Activity"`` or ``"Journey"``: everyone or groups and single members,
    less those who stay away. `hosts_invited` is for activities only; None leaves it as it is.
    """
    event = find_event(session, noun, event_id)
    event.everyone = everyone
    if hosts_invited is not None and isinstance(event, Activity):
        event.hosts_invited = hosts_invited
    attends = dict.fromkeys(member_ids, True) | dict.fromkeys(away_ids, False)
    groups = dict.fromkeys(group_ids)
    for link in tuple[Any, ...](event.group_links):
        if link.group_id in groups:
            del groups[link.group_id]
        else:
            event.group_links.remove(link)
    for single in tuple[Any, ...](event.member_links):
        if attends.get(single.member_id) == single.attends:
            del attends[single.member_id]
        else:
            event.member_links.remove(single)
    session.flush()
    for group_id in groups:
        if isinstance(event, Activity):
            event.group_links.append(ActivityGroup(group_id=group_id))
        else:
            event.group_links.append(JourneyGroup(group_id=group_id))
    for member_id, comes in attends.items():
        if isinstance(event, Activity):
            event.member_links.append(ActivityMember(member_id=member_id, attends=comes))
        else:
            event.member_links.append(JourneyMember(member_id=member_id, attends=comes))
    session.flush()
    return Done(Message.of("change-attendance", name=name_of(event)))
