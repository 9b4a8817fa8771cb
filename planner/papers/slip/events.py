"""Which event of the plan a piece of news is about, and whom of a paper's readers it could concern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from planner.model.delegations import Group, Member
from planner.model.households import Household
from planner.model.kinds import ActivityStatus
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.model.readers import Reader, whom
from planner.papers.itinerary.at_home import guests_of

OF_EVENT: Final = re.compile(
    r"(?P<uid>[^/]+)/(?:\d{4}-\d\d-\d\d|leaves|arrives)(?:/(?P<what>[^/]+?))?(?:/(?P<guest>[^/]+?))?(?:\.en|\.ja)?"
)
"""The key of a fact about an event: itself, a thing of it, and that of one guest."""

UNDECIDED: Final = ("perhaps", "group")
"""What of an event tells that nobody has been put yet into a group that it is for."""

_OFF: Final = (ActivityStatus.CANCELLED, ActivityStatus.IDEA)

DRIVES: Final = ("drop", "pick")
"""What of an event a family drives to and from it."""


def concerned(plan: Plan, reader: Reader) -> tuple[Member, ...]:
    """Give whose programme is on a reader's paper: their own, or their guests'; nobody's where it is everybody's."""
    match whom(plan, reader):
        case Member() as member:
            return (member,)
        case Household() as home:
            return guests_of(plan, home)
    return ()


def events_by_uid(plan: Plan) -> dict[str, Activity | Journey]:
    """Give every event of a plan by what stands for it in keys."""
    found: dict[str, Activity | Journey] = {one.uid: one for one in plan.activities}
    return found | {one.uid: one for one in plan.journeys}


def is_off(key: str, events: Mapping[str, Activity | Journey]) -> bool:
    """Whether news is about an event that stays in the plan but is cancelled, or no more than an idea again."""
    about = (events.get(part) for part in re.split(r"[/.]", key))
    return any(event is not None and event.status in _OFF for event in about)


def groups_for(event: Activity | Journey, members: Iterable[Member], language: str) -> list[str]:
    """Name those groups that an event is for in which any of some members is, each once."""
    ids = {member.id for member in members}
    theirs = (
        link.group for link in event.group_links if any(one.member_id in ids for one in link.group.memberships)
    )
    return list(dict.fromkeys(group_name(group, language) for group in theirs))


def group_name(group: Group, language: str) -> str:
    """Name a group on a slip."""
    names = (group.name_ja, group.name_en) if language == "ja" else (group.name_en, group.name_ja)
    return next(filter(None, names), group.letter)
