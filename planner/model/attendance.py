"""Who takes part in an activity or is on a leg: the one rule, which papers, calendars, screens and rules all ask.

- **Everyone** means every member of the visit's delegations, whatever their role: chaperones and staff too, host
  families and interpreters not. Who leads an activity takes part as others do, not by leading it.
- **Groups**: who is in at least one of them; being in two counts once.
- **Single people** are added besides, or taken out; what is said of one member comes before everyone and groups.
- **Who does not travel**, because they withdrew or still wait for a place, takes part in nothing.
- **Late joiners and early leavers** take part in what happens on their days. Of an activity over several days they
  are there for some: it is theirs if it overlaps with their days. On a leg are those who are there when it leaves;
  who was added to it singly may join or leave by it, so that for them also the day of arrival counts.
- **A group that nobody was ever put in** does not say yet whose its events are: they may be anybody's (`MAYBE`). A
  group whose members have all withdrawn or left is none of these: its events are nobody's.
- **Host families** are asked to an event as guests or only to hand over theirs (`is_invitation`); of those who live in
  a home, some are there on some nights only (`is_at_home`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple
from weakref import WeakKeyDictionary

from planner.model.delegations import Member
from planner.model.households import Resident
from planner.model.kinds import ActivityKind, Presence
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey


def is_invitation(activity: Activity) -> bool:
    """Whether host families are asked to something as guests, so that they stay for it.

    They are also asked (`hosts_invited`) to where they only hand over their guests: a meeting at the airport that
    nobody has given an end. That is no invitation.
    """
    return activity.hosts_invited and not (activity.kind is ActivityKind.TRAVEL and activity.ends_at is None)


class Part(Enum):
    """Whether a member takes part; `MAYBE` as long as nobody has been put in the group that an event is for."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom an event is for, read once from its links, to be held against as many members as one likes."""

    everyone: bool
    #: What is said of single members, by id: that they take part, or that they stay away.
    singly: Mapping[int, bool]
    #: The ids of all who are in its groups.
    grouped: frozenset[int]
    #: Whether nobody has been put yet in one of its groups.
    undecided: bool
    first: dt.date
    last: dt.date
    is_leg: bool

    def part_of(self, member: Member) -> Part:
        """Say whether a member takes part, on any of its days."""
        return self._part(_days_of(member))

    def those_of(self, plan: Plan) -> tuple[Member, ...]:
        """Give the members of a plan who take part for certain, in its order."""
        roll = _roll(plan)
        if self.everyone:
            if not self.singly and roll.whole is not None:
                return roll.whole
            asked: Iterable[_Days] = roll.days
        else:
            # Of two hundred people only those who are named at all need be looked at.
            named = self.grouped.union(self.singly)
            asked = (roll.days[place] for place in sorted(roll.places[one] for one in named if one in roll.places))
        return tuple(days.member for days in asked if self._part(days) is Part.YES)

    def _part(self, days: _Days) -> Part:
        named = self.singly.get(days.member_id)
        if named is False:
            return Part.NO
        last = self.first if self.is_leg and not named else self.last
        if days.first > last or self.first > days.last:
            return Part.NO
        if named or self.everyone or days.member_id in self.grouped:
            return Part.YES
        return Part.MAYBE if self.undecided else Part.NO


def invitation_to(event: Activity | Journey) -> Invitation:
    """Read whom an event is for."""
    if isinstance(event, Activity):
        first, last = event.starts_on, event.ends_on or event.starts_on
    else:
        first, last = event.departs_on, event.arrives_on or event.departs_on
    memberships = [link.group.memberships for link in event.group_links]
    return Invitation(
        everyone=event.everyone,
        singly={link.member_id: link.attends for link in event.member_links},
        grouped=frozenset(one.member_id for group in memberships for one in group),
        undecided=not all(memberships),
        first=first,
        # Over the date line a leg may arrive the day before it left.
        last=max(first, last),
        is_leg=isinstance(event, Journey),
    )


def part_of(member: Member, event: Activity | Journey) -> Part:
    """Say whether a member takes part in an event, on any of its days."""
    return invitation_to(event).part_of(member)


def may_take_part(member: Member, event: Activity | Journey) -> bool:
    """Say whether an event belongs in a member's own programme: they take part, or nobody can say yet who does."""
    return part_of(member, event) is not Part.NO


def those_at(plan: Plan, event: Activity | Journey) -> tuple[Member, ...]:
    """Give the members who take part for certain, in the plan's order."""
    roll = _roll(plan)
    if roll.whole is None or event.member_links:
        return invitation_to(event).those_of(plan)
    # Everybody is there every day and nobody is named: only the groups matter, and these are few.
    groups = (event.everyone, *(link.group_id for link in event.group_links))
    those = roll.by_groups.get(groups)
    if those is None:
        those = roll.by_groups[groups] = invitation_to(event).those_of(plan)
    return those


def events_of(plan: Plan, member: Member) -> tuple[Activity | Journey, ...]:
    """Give every activity and leg that a member takes part in for certain, activities first."""
    events: Iterable[Activity | Journey] = (*plan.activities, *plan.journeys)
    return tuple(event for event in events if invitation_to(event).part_of(member) is Part.YES)


def travels(member: Member) -> bool:
    """Say whether a member comes along: they have not withdrawn and do not wait for a place."""
    return not member.withdrawn and member.waiting_rank is None


def is_there(member: Member, on: dt.date) -> bool:
    """Say whether a day is one of a member's own days of the visit: not before they join, not after they leave."""
    return (member.joins_on or on) <= on <= (member.leaves_on or on)


def is_at_home(resident: Resident, night: dt.date) -> bool:
    """Say whether somebody who lives in a home, all the time or part of it, is there on a night."""
    since, until = resident.home_from, resident.home_until
    if since is None and until is None:
        return resident.presence is not Presence.AWAY
    return (since or night) <= night <= (until or night)


class _Days(NamedTuple):
    """From which day to which a member is there; who does not travel leaves before they come."""

    member: Member
    member_id: int
    first: dt.date
    last: dt.date


def _days_of(member: Member) -> _Days:
    if not travels(member):
        return _Days(member, member.id, dt.date.max, dt.date.min)
    return _Days(member, member.id, member.joins_on or dt.date.min, member.leaves_on or dt.date.max)


class _Roll(NamedTuple):
    """The members of a plan in its order, where each stands, and all who travel if everybody is there every day."""

    days: tuple[_Days, ...]
    places: Mapping[int, int]
    whole: tuple[Member, ...] | None
    #: Those of events that name no single member, by whether they are for everyone and the ids of their groups.
    by_groups: dict[tuple[int, ...], tuple[Member, ...]]


_rolls: WeakKeyDictionary[Plan, _Roll] = WeakKeyDictionary()


def _roll(plan: Plan) -> _Roll:
    """Read the members' days once for a plan: they are asked for each event."""
    roll = _rolls.get(plan)
    if roll is None:
        days = tuple(_days_of(member) for member in plan.members)
        travelling = tuple(one.member for one in days if one.first <= one.last)
        partly = any(one.member.joins_on or one.member.leaves_on for one in days)
        places = {one.member_id: place for place, one in enumerate(days)}
        roll = _rolls[plan] = _Roll(days, places, None if partly else travelling, {})
    return roll
