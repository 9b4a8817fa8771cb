"""Nights that wait for a bed: which a member spends in the host city, which have none, which the next stay is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from planner.clock import nights_between
from planner.language.dates import days_text
from planner.language.marking import Pair
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import StayKind
from planner.model.plan import Plan

_DAY = dt.timedelta(days=1)

#: Nights that need no home, room or place to be settled.
_NOWHERE_TO_NAME = frozenset({StayKind.IN_THE_AIR, StayKind.ELSEWHERE})


def gives_bed(stay: Stay) -> bool:
    """Whether a stay settles its nights: it says where they are spent. One for the day only is no bed."""
    if stay.kind is StayKind.DAY_VISIT:
        return False
    if stay.kind in _NOWHERE_TO_NAME:
        return True
    return any(where is not None for where in (stay.household_id, stay.room_id, stay.place_id))


def nights_of(member: Member, plan: Plan) -> tuple[dt.date, ...]:
    """The nights a member needs a bed in the host city; a night is named by the day it begins on."""
    first = max(plan.visit.first_day, member.joins_on or plan.visit.first_day)
    last = min(plan.visit.last_day, member.leaves_on or plan.visit.last_day)
    return nights_between(first, last)


def open_nights(member: Member, plan: Plan) -> tuple[dt.date, ...]:
    """Give the nights of the visit for which a member has no bed yet: no stay, or none that says where."""
    taken = _nights_in(stay for stay in member.stays if gives_bed(stay))
    return tuple(night for night in nights_of(member, plan) if night not in taken)


def _nights_in(stays: Iterable[Stay]) -> set[dt.date]:
    return {
        stay.first_night + _DAY * number
        for stay in stays
        for number in range((stay.last_night - stay.first_night).days + 1)
    }


def next_stretch(member: Member, plan: Plan) -> tuple[dt.date, dt.date]:
    """Give the first and last night of the next stay: the first nights in a row that no stay is for.

    Where there is a stay for every night it is those of which none says where, and else the last night, for a bed
    that changes.
    """
    nights = nights_of(member, plan)
    told = _nights_in(stay for stay in member.stays if stay.kind is not StayKind.DAY_VISIT)
    untold = [night for night in nights if night not in told]
    return stretches(untold or open_nights(member, plan) or nights[-1:] or (plan.visit.first_day,))[0]


def stretches(nights: Iterable[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Give nights that are in order as stretches of nights in a row, each by its first and last."""
    found: list[tuple[dt.date, dt.date]] = []
    for night in nights:
        if found and found[-1][1] + _DAY == night:
            found[-1] = (found[-1][0], night)
        else:
            found.append((night, night))
    return found


def stretches_told(nights: Iterable[dt.date]) -> list[Pair]:
    """Give nights as a sentence tells them: "24–25 Jul" and "30 Jul"."""
    return [
        Pair(days_text(first, last, "en", year=False), days_text(first, last, "ja", year=False))
        for first, last in stretches(nights)
    ]
