"""Who is fetched by which family at the end of an outing, as far as the plan says where people sleep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from planner.agenda import Agenda
from planner.agenda.runs import Outing, outings_of
from planner.clock import WallTime
from planner.language.names import household_sort_key
from planner.model.delegations import Member
from planner.model.households import Household
from planner.papers.itinerary.schedule import moment_of

Families = tuple[tuple[Household, tuple[Member, ...]], ...]
"""Families by name, each with the guests it fetches."""


@dataclass(frozen=True, slots=True)
class PickUp:
    """The end of an outing: when and where families fetch their guests."""

    outing: Outing
    families: Families

    @property
    def at(self) -> WallTime | None:
        """When families have to be there; None if nobody has said. For guests who come to them: from the beginning."""
        return self.outing.last.begins if self.outing.with_families else self.outing.over

    @property
    def is_to_fetch(self) -> bool:
        """Whether somebody has to be fetched: not where families are guests too and all go home together."""
        return not self.outing.with_families or self.outing.home_before is None


@dataclass(frozen=True, slots=True)
class Round:
    """One list of families: every pick-up of a day at which the same families fetch the same guests."""

    pick_ups: tuple[PickUp, ...]
    families: Families


def pick_ups_of(agenda: Agenda) -> dict[dt.date, tuple[PickUp, ...]]:
    """Give the pick-ups of each day, in the order of time."""
    found: dict[dt.date, dict[object, list[Outing]]] = {}
    for outings in outings_of(agenda).values():
        for outing in outings:
            if outing.home_after is not None:
                place = outing.last.to_place
                key = (outing.over, outing.last.end, place.id if place else outing.last.key)
                found.setdefault(outing.last.day, {}).setdefault(key, []).append(outing)
    return {
        day: tuple(sorted((_pick_up(outings) for outings in ends.values()), key=_order)) for day, ends in found.items()
    }


def _order(pick_up: PickUp) -> tuple[dt.datetime, str]:
    last = pick_up.outing.last
    return moment_of(pick_up.at or last.begins), last.event.uid


def _pick_up(outings: list[Outing]) -> PickUp:
    guests: dict[Household, list[Member]] = {}
    for outing in outings:
        if outing.home_after is not None:
            guests.setdefault(outing.home_after, []).append(outing.member)
    homes = sorted(guests, key=lambda home: household_sort_key(home, "en"))
    return PickUp(outings[0], tuple((home, tuple(guests[home])) for home in homes))


def rounds_of(pick_ups: Iterable[PickUp]) -> list[Round]:
    """Put together the pick-ups at which families come: one list for those that have the same families and guests."""
    alike: dict[Families, list[PickUp]] = {}
    for one in pick_ups:
        if one.is_to_fetch:
            alike.setdefault(one.families, []).append(one)
    return [Round(tuple(found), families) for families, found in alike.items()]
