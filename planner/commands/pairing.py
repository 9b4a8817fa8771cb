"""A pairing is taken over: all of it or the guests chosen, as one step that can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.stays import Lodging, Placing, pair
from planner.matching.homestays.proposal import Before, Proposal
from planner.model import Stay
from planner.model.done import Done
from planner.model.kinds import StayKind
from planner.model.message import PlannerError

_DAY = dt.timedelta(days=1)


def accept_pairing(session: Session, proposal: Proposal, guests: Collection[int] | None = None) -> Done:
    """Let guests (by member, all if none are named) stay where a proposal has them. The result are the new stays' ids.

    Stays that are the same are left alone, and locked ones too. Raises `PlannerError` ``pairing-outdated`` where the
    stays of these guests are no longer those that the proposal was made from.
    """
    chosen = {before.member_id for before in proposal.before} | {stay.guest.id for stay in proposal.stays}
    chosen = chosen if guests is None else chosen & set(guests)
    before = [one for one in proposal.before if one.member_id in chosen]
    if set(before) != set(_now(session, chosen)):
        raise PlannerError("pairing-outdated")
    wanted = placings_of(proposal, chosen)
    there = {_placing(one): one for one in before}
    gone = [one.stay_id for placing, one in there.items() if placing not in wanted and not one.locked]
    kept = [one for placing, one in there.items() if placing in wanted or one.locked]
    return pair(session, gone, [placing for placing in wanted if not any(_lies_in(placing, one) for one in kept)])


def _now(session: Session, members: Collection[int]) -> Iterator[Before]:
    rows = session.scalars(select(Stay).where(Stay.kind == StayKind.HOME, Stay.household_id.is_not(None)))
    for stay in rows:
        if stay.member_id in members and stay.household_id is not None:
            yield Before(
                stay.member_id,
                stay.id,
                stay.household_id,
                stay.bed_id,
                stay.first_night,
                stay.last_night,
                stay.locked,
            )


def placings_of(proposal: Proposal, members: Collection[int] | None = None) -> list[Placing]:
    """Give the stays of members (of all, if none are named) as they are to be; those in one bed in a row are one."""
    found: list[Placing] = []
    for stay in proposal.stays:
        if members is not None and stay.guest.id not in members:
            continue
        lodging = Lodging(StayKind.HOME, stay.home.id, stay.bed_id)
        last = found[-1] if found else None
        if last and (last.member_id, last.lodging, last.last + _DAY) == (stay.guest.id, lodging, stay.first):
            found[-1] = last._replace(last=stay.last)
        else:
            found.append(Placing(stay.guest.id, lodging, stay.first, stay.last))
    return found


def _placing(one: Before) -> Placing:
    return Placing(one.member_id, Lodging(StayKind.HOME, one.household_id, one.bed_id), one.first, one.last)


def _lies_in(placing: Placing, one: Before) -> bool:
    """Whether nights are those of a stay that is left as it is."""
    same = (placing.member_id, placing.lodging.household_id) == (one.member_id, one.household_id)
    return same and one.first <= placing.first and placing.last <= one.last
