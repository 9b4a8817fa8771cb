"""Nights that wait for a bed: which ones the next stay of a guest is for."""

from __future__ import annotations

import datetime as dt

from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.rules.left import nights_of


def open_nights(member: Member, plan: Plan) -> tuple[dt.date, ...]:
    """Give the nights of the visit for which a member has no stay yet."""
    taken = {
        stay.first_night + dt.timedelta(days=number)
        for stay in member.stays
        for number in range((stay.last_night - stay.first_night).days + 1)
    }
    return tuple(night for night in nights_of(member, plan) if night not in taken)


def next_stretch(member: Member, plan: Plan) -> tuple[dt.date, dt.date]:
    """Give the first and last night of the next stay: the first nights in a row without one.

    Where every night has its stay it is the last night, for a bed that changes.
    """
    open_ones = open_nights(member, plan) or nights_of(member, plan)[-1:] or (plan.visit.first_day,)
    first = last = open_ones[0]
    while last + dt.timedelta(days=1) in open_ones:
        last += dt.timedelta(days=1)
    return first, last
