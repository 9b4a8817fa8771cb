"""Who is fetched by which family at the end of an outing, and whom nobody fetches yet since they have no bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.agenda.spots import stay_in
from planner.clock import WallTime
from planner.language import N_
from planner.language.names import household_sort_key
from planner.model.delegations import Member
from planner.model.households import Household
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.papers.itinerary.days import moment_of
from planner.rules.nights import nights_of

#: What stands before the names of guests whom no family fetches, since nobody has said where they sleep.
NO_FAMILY = N_("No family yet")

Families = tuple[tuple[Household, tuple[Member, ...]], ...]
"""Families by name, each with the guests it fetches."""


@dataclass(frozen=True, slots=True)
class PickUp:
    """The end of an outing: when and where families fetch their guests."""

    outing: Outing
    families: Families
    #: Who has no bed tonight, so that nobody takes them home.
    waiting: tuple[Member, ...]

    @property
    def at(self) -> WallTime | None:
        """When families have to be there; None if nobody has said. For guests who come to them: from the beginning."""
        return self.outing.last.begins if self.is_met else self.outing.over

    @property
    def is_met(self) -> bool:
        """Whether the families are invited to where their guests come to them."""
        return self.outing.with_families and self.outing.home_before is None

    @property
    def is_to_fetch(self) -> bool:
        """Whether somebody has to be fetched: not where families are guests too and all go home together."""
        return not self.outing.with_families or self.is_met


@dataclass(frozen=True, slots=True)
class Round:
    """One list of families: every pick-up of a day at which the same families fetch the same guests.

    Who has no family yet is not on it: all guests and families hold the sheet, and that is for the staff to know.
    """

    pick_ups: tuple[PickUp, ...]
    families: Families


def pick_ups_of(agenda: Agenda) -> dict[dt.date, tuple[PickUp, ...]]:
    """Give the pick-ups of each day, in the order of time; none before anybody has a home."""
    found: dict[dt.date, dict[object, list[Outing]]] = {}
    all_outings = outings_of(agenda).values()
    if not any(outing.home_after for outings in all_outings for outing in outings):
        return {}
    for outings in all_outings:
        for outing in outings:
            if outing.home_after is not None or _has_no_bed(outing, agenda.plan):
                place = outing.last.to_place
                key = (outing.over, outing.last.end, place.id if place else outing.last.key)
                found.setdefault(outing.back_on, {}).setdefault(key, []).append(outing)
    return {
        day: tuple(sorted((_pick_up(outings) for outings in ends.values()), key=_order)) for day, ends in found.items()
    }


def _has_no_bed(outing: Outing, plan: Plan) -> bool:
    """Whether somebody comes back for a night in the host city of which nobody has said where they spend it."""
    night = outing.back_on
    stay = stay_in(outing.member, night)
    is_open = stay is None or (stay.kind is StayKind.HOME and stay.household is None)
    return is_open and night in nights_of(outing.member, plan)


def _order(pick_up: PickUp) -> tuple[dt.datetime, str]:
    last = pick_up.outing.last
    return moment_of(pick_up.at or last.begins), last.event.uid


def _pick_up(outings: list[Outing]) -> PickUp:
    guests: dict[Household, list[Member]] = {}
    for outing in outings:
        if outing.home_after is not None:
            guests.setdefault(outing.home_after, []).append(outing.member)
    homes = sorted(guests, key=lambda home: household_sort_key(home, "en"))
    waiting = tuple(outing.member for outing in outings if outing.home_after is None)
    # What is told of all is as it is for those who have a home at both ends, if there are any.
    told = min(outings, key=lambda outing: (outing.home_after is None, outing.home_before is None))
    return PickUp(told, tuple((home, tuple(guests[home])) for home in homes), waiting)


def rounds_of(pick_ups: Iterable[PickUp]) -> list[Round]:
    """Put together the pick-ups at which somebody is to be fetched, one list for those with the same people."""
    alike: dict[Families, list[PickUp]] = {}
    for one in pick_ups:
        if one.families and one.is_to_fetch:
            alike.setdefault(one.families, []).append(one)
    return [Round(tuple(found), families) for families, found in alike.items()]
