"""Runs: when a host family takes its guest to the group, and when it fetches them.

An outing is what somebody leaves a bed for and comes back from: one event, or several that are so close together that
nobody goes home between them (the same rule as `planner.agenda.spots` has).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from planner.agenda.agenda import Agenda
from planner.agenda.consequences import CONNECTION
from planner.agenda.slots import Slot
from planner.agenda.spots import SHORT, has_bed, stay_in, tonight
from planner.agenda.towns import is_in
from planner.clock import WallTime, later
from planner.clock.legs import END_OF_SMALL_HOURS, is_small_hours
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.kinds import ActivityKind, ActivityStatus, TravelMode
from planner.model.programme import Activity

_DAY = dt.timedelta(days=1)
#: By these the group goes somewhere together, so that no family has to find a way out of town.
_TOGETHER = (TravelMode.COACH, TravelMode.CITY_BUS, TravelMode.VAN, TravelMode.RAIL, TravelMode.SHIP)
#: Words for going by a family's own car or on foot, in either language.
_BY_THEMSELVES = ("host", "car", "walk", "foot", "車", "徒歩", "ホスト")


@dataclass(frozen=True, slots=True)
class Outing:
    """What one member is away from a bed for, with the home at either end of it.

    A home is None where the night before, or the night after, is spent elsewhere: on the way in and out, in a hotel.
    """

    member: Member
    slots: tuple[Slot, ...]
    home_before: Household | None
    home_after: Household | None

    @property
    def first(self) -> Slot:
        """What it begins with."""
        return self.slots[0]

    @property
    def last(self) -> Slot:
        """What is over last; of two that are over at once the one that began later."""
        return max(self.slots, key=lambda slot: (slot.end, slot.start))

    @property
    def day(self) -> dt.date:
        """The local day on which they set out: for a flight at 0:30 the evening before, if they are to be there by then
        or have no bed that night (domain.md §7.3).
        """
        leaves = self.be_there or self.first.begins
        on = min(leaves.on, self.first.day)
        return on - _DAY if is_small_hours(leaves) and not has_bed(self.member, on - _DAY) else on

    @property
    def back_on(self) -> dt.date:
        """The local day that it brings somebody home on; what is over at 0:30 belongs to the evening before.

        Not so a landing at 4:00 of somebody who has been in the air all night, and has a bed from that day on.
        """
        ends = self.over or self.last.ends or self.last.begins
        night = tonight(ends)
        comes_in_the_morning = not has_bed(self.member, night) and has_bed(self.member, ends.on)
        return ends.on if comes_in_the_morning else night

    @property
    def be_there(self) -> WallTime | None:
        """When to be there: as the meeting says, or the check-in asks for, else when it begins; None if nobody said.

        Nobody did where the way there is open: what is out of town begins after the group has left; and a flight whose
        check-in nobody has entered leaves long after one has to be there.
        """
        activity, leg = self.first.activity, self.first.journey
        begins = self.first.begins
        if activity is not None and activity.meeting_at is not None:
            return meeting_of(activity.meeting_at, begins)
        if leg is not None and leg.check_in_minutes:
            return later(begins, dt.timedelta(minutes=-leg.check_in_minutes))
        flies = leg is not None and leg.mode is TravelMode.AIR
        return None if flies or self.way_there_is_open else begins

    @property
    def way_there_is_open(self) -> bool:
        """Whether the group leaves together for something out of town, and nobody has said from where."""
        activity = self.first.activity
        if activity is None or activity.hosts_invited or activity.meeting_point_en or activity.meeting_point_ja:
            return False
        return goes_with_the_group(activity) and _is_out_of_town(activity)

    @property
    def over(self) -> WallTime | None:
        """When to fetch somebody: as the dismissal says, else when it ends; None if nobody has said.

        Nobody has, either, where the way back is open: what is over out of town ends before the group is back.
        """
        activity, ends = self.last.activity, self.last.ends
        if activity is not None and activity.dismissal_at is not None:
            return dismissal_of(activity, activity.dismissal_at, self.last.begins, ends)
        return None if self.way_back_is_open else ends

    @property
    def way_back_is_open(self) -> bool:
        """Whether the group is out of town together and nobody has said where families fetch it.

        The programme has no leg that brings it back, no point of dismissal is said, and no family is invited.
        """
        activity = self.last.activity
        if activity is None or activity.hosts_invited or activity.dismissal_point_en or activity.dismissal_point_ja:
            return False
        legs = [slot.journey for slot in self.slots if slot.journey is not None]
        went_together = bool(legs) and legs[-1].mode in _TOGETHER
        return (went_together or goes_with_the_group(activity)) and _is_out_of_town(activity)

    @property
    def with_families(self) -> bool:
        """Whether host families are invited to its last event, so that they go home together."""
        return self.last.activity is not None and self.last.activity.hosts_invited


def meeting_of(at: dt.time, begins: WallTime) -> WallTime:
    """Give the day to a time of meeting: who meets at 23:30 for something at 0:15 meets the evening before."""
    on = begins.on if at <= begins.at else begins.on - _DAY
    return WallTime(on, at, begins.zone, begins.fold if at == begins.at else None)


def dismissal_of(activity: Activity, at: dt.time, begins: WallTime, ends: WallTime | None) -> WallTime:
    """Give the day to a time of dismissal: of a trip of several days its last, after an evening perhaps the next."""
    on = max(begins.on, tonight(ends) if ends is not None else activity.ends_on or begins.on)
    is_over = at >= (begins.at if on == begins.on else END_OF_SMALL_HOURS)
    return WallTime(on if is_over else on + _DAY, at, begins.zone)


def goes_with_the_group(activity: Activity) -> bool:
    """Say whether people go there by what the group has hired or rides on, as far as the words for transport tell."""
    words = f"{activity.transport_en} {activity.transport_ja}".casefold()
    return bool(words.strip()) and not any(word in words for word in _BY_THEMSELVES)


def _is_out_of_town(activity: Activity) -> bool:
    """Whether it is at a place of which nobody knows that it is in the city of the families."""
    return activity.place is not None and not is_in(activity.place, activity.visit.host_city)


def outings_of(agenda: Agenda) -> dict[int, tuple[Outing, ...]]:
    """Give the outings of every member who travels, by their id, in the order of time.

    What is only an idea, lasts all day, or is spent with one's own family at home takes nobody out.
    """
    found: dict[int, tuple[Outing, ...]] = {}
    for cohort in agenda.cohorts:
        stretches = list(_stretches(slot for slot in cohort.slots if _takes_out(slot)))
        for member in cohort.members:
            found[member.id] = tuple(_between_homes([_outing(member, slots) for slots in stretches]))
    return found


def _takes_out(slot: Slot) -> bool:
    activity = slot.activity
    at_home = activity is not None and activity.kind is ActivityKind.FAMILY and activity.place is None
    return slot.event.status is not ActivityStatus.IDEA and not at_home


def _stretches(slots: Iterable[Slot]) -> Iterator[tuple[Slot, ...]]:
    """Put together what nobody goes home between: hardly any time, a leg through the night, a change of planes."""
    together: list[Slot] = []
    for slot in slots:
        if together and slot.start - max(one.end for one in together) > _away_for(together[-1], slot):
            yield tuple(together)
            together = []
        together.append(slot)
    if together:
        yield tuple(together)


def _away_for(last: Slot, following: Slot) -> dt.timedelta:
    """How long people wait for what follows rather than go home; between two flights they are far from it."""
    flights = all(one.journey is not None and one.journey.mode is TravelMode.AIR for one in (last, following))
    return CONNECTION if flights else SHORT


def _outing(member: Member, slots: tuple[Slot, ...]) -> Outing:
    outing = Outing(member, slots, None, None)
    before = _home(member, outing.day - _DAY)
    after = _home(member, outing.back_on)
    return replace(outing, home_before=before, home_after=after)


def _between_homes(outings: Sequence[Outing]) -> Iterator[Outing]:
    """Let who is out twice on a day spend the hours between in one home.

    It is that of the coming night, so that who moves is taken to the second by the new family; on the day of leaving,
    when there is none, that of the night before.
    """
    before: Household | None = None
    for one, following in zip_longest(outings, outings[1:]):
        outing = one if before is None else replace(one, home_before=before)
        before = None
        if following is not None and outing.back_on == following.day:
            leaves = not has_bed(outing.member, following.day)
            before = outing.home_after or (following.home_before if leaves else None)
            outing = replace(outing, home_after=outing.home_after or before)
        yield outing


def _home(member: Member, night: dt.date) -> Household | None:
    stay = stay_in(member, night)
    return None if stay is None else stay.household
