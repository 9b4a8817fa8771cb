"""Who stays in a home, on which nights, and when the family takes them to the group and fetches them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.agenda.spots import stay_in
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.papers.itinerary.days import Schedule
from planner.papers.itinerary.schedule import schedule_of

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Guest:
    """One guest of a home: their nights there, their outings, and their own programme."""

    member: Member
    stays: tuple[Stay, ...]
    outings: tuple[Outing, ...]
    schedule: Schedule

    @property
    def nights(self) -> tuple[dt.date, ...]:
        """The nights in this home, in order; none for a visit by day."""
        return tuple(sorted({night for stay in self.stays for night in _nights(stay)}))

    def is_here(self, night: dt.date) -> bool:
        """Whether they sleep in this home on a night."""
        return any(night in _nights(stay) for stay in self.stays)

    def bed(self, night: dt.date) -> Stay | None:
        """Give the stay in which they spend a night, in this home or elsewhere; None if that is not settled."""
        return stay_in(self.member, night)

    def flies(self, night: dt.date) -> bool:
        """Whether they spend a night in the air."""
        return any(day.on == night and day.night is not None and not day.night.number for day in self.schedule.days)

    def days(self) -> tuple[dt.date, ...]:
        """The days on which the family has to do with them: each with a night in this home before it or after it."""
        found = {day for night in self.nights for day in (night, night + _DAY)}
        found |= {stay.first_night for stay in self.stays if stay.kind is StayKind.DAY_VISIT}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Hosting:
    """A home with its guests, from a plan redacted for it."""

    plan: Plan
    household: Household
    guests: tuple[Guest, ...]

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which any guest is there."""
        return tuple(sorted({day for guest in self.guests for day in guest.days()}))

    @property
    def nights(self) -> tuple[dt.date, ...]:
        """The nights on which any guest is there."""
        return tuple(sorted({night for guest in self.guests for night in guest.nights}))


def hosting_of(plan: Plan, household: Household) -> Hosting:
    """Give the guests of a home, who comes first first."""
    stays: dict[int, list[Stay]] = {}
    for stay in plan.stays:
        if stay.household_id == household.id and travels(stay.member):
            stays.setdefault(stay.member_id, []).append(stay)
    outings = outings_of(Agenda(plan)) if stays else {}
    guests = [_guest(plan, found, outings) for found in stays.values()]
    return Hosting(plan, household, tuple(sorted(guests, key=_order)))


def _guest(plan: Plan, stays: list[Stay], outings: dict[int, tuple[Outing, ...]]) -> Guest:
    member = stays[0].member
    ordered = tuple(sorted(stays, key=lambda stay: (stay.first_night, stay.id)))
    return Guest(member, ordered, outings.get(member.id, ()), schedule_of(plan, member))


def _order(guest: Guest) -> tuple[dt.date, int]:
    return guest.stays[0].first_night, guest.member.id


def _nights(stay: Stay) -> tuple[dt.date, ...]:
    return tuple(_each(stay)) if stay.kind is StayKind.HOME else ()


def _each(stay: Stay) -> Iterator[dt.date]:
    for number in range((stay.last_night - stay.first_night).days + 1):
        yield stay.first_night + number * _DAY
