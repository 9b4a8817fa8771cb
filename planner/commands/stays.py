"""Nights put into beds and taken out again, as on the night board: placed, moved, made longer, cut, pinned, swapped.

A member sleeps in one place a night. Where a stay comes to lie on nights of another of the same member, the other gives
way: it is made shorter, cut in two, or goes. One that is locked never gives way, nor is it moved (``stay-locked``). Two
stays of a member that follow each other in the same bed become one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.commands.checking import check_record
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.commands.ruling import accept
from planner.model import Bed, Household, Member, Place, Room, Stay
from planner.model.done import Done
from planner.model.kinds import StayKind
from planner.model.message import Message, PlannerError

_DAY: Final = dt.timedelta(days=1)


class Lodging(NamedTuple):
    """Where a stay is spent: a home, with the bed if that is known, a hotel with its room, or neither."""

    kind: StayKind = StayKind.HOME
    household_id: int | None = None
    bed_id: int | None = None
    place_id: int | None = None
    room_id: int | None = None


class Placing(NamedTuple):
    """Nights of a member in one place, from the first to the last."""

    member_id: int
    lodging: Lodging
    first: dt.date
    last: dt.date


def lodging_of(stay: Stay) -> Lodging:
    """Give where a stay is spent."""
    return Lodging(*(getattr(stay, field) for field in Lodging._fields))


def place(session: Session, placing: Placing) -> Done:
    """Give a member a bed for nights in a row. The result is the id of the stay."""
    stay = _put(session, placing)
    return Done(_label("change-place", stay), result=stay.id)


def move(session: Session, stay_id: int, lodging: Lodging, first: dt.date, last: dt.date) -> Done:
    """Let a stay be somewhere else, or on other nights. The result is its id, or that of the one it became part of."""
    stay = _movable(session, stay_id)
    _lodge(session, stay, lodging)
    stay.first_night, stay.last_night = first, last
    kept = _settle(session, stay)
    return Done(_label("change-move-stay", kept), result=kept.id)


def resize(session: Session, stay_id: int, first: dt.date, last: dt.date, *, nudged: bool = False) -> Done:
    """Let a stay begin or end on another night; `nudged` lets small steps in a row become one."""
    stay = _movable(session, stay_id)
    stay.first_night, stay.last_night = first, last
    kept = _settle(session, stay)
    key = f"nights/{stay_id}" if nudged else ""
    return Done(_label("change-resize-stay", kept), result=kept.id, merge_key=key)


def cut(session: Session, stay_id: int, night: dt.date) -> Done:
    """Split a stay so that a second one in the same place begins on `night`; its id is the result.

    Raises `PlannerError` ``cut-outside`` for a night that is not within it, or its first.
    """
    stay = _movable(session, stay_id)
    if not stay.first_night < night <= stay.last_night:
        raise PlannerError("cut-outside", name=name_of(stay.member), night=night)
    second = _copy(stay, night, stay.last_night)
    stay.last_night = night - _DAY
    session.add(second)
    session.flush()
    return Done(Message.of("change-cut", name=name_of(stay.member), night=night), result=second.id)


def lock(session: Session, stay_ids: Iterable[int], locked: bool) -> Done:
    """Pin stays, so that nothing moves them, or let them be moved again."""
    stays = [find(session, Stay, stay_id) for stay_id in stay_ids]
    for stay in stays:
        stay.locked = locked
    session.flush()
    if len(stays) == 1:
        return Done(_label("change-pin" if locked else "change-unpin", stays[0]))
    return Done(Message.of("change-pin-several" if locked else "change-unpin-several", count=len(stays)))


def swap(session: Session, one_id: int, other_id: int) -> Done:
    """Let two stays change places, each on its own nights; neither may be locked."""
    one, other = _movable(session, one_id), _movable(session, other_id)
    here, there = lodging_of(one), lodging_of(other)
    label = Message.of("change-swap", name=name_of(one.member), other=name_of(other.member))
    _lodge(session, one, there)
    _lodge(session, other, here)
    _settle(session, one)
    _settle(session, other)
    return Done(label)


def take_away(session: Session, stay_ids: Iterable[int]) -> Done:
    """Take members out of their beds: the nights wait for a bed again."""
    stays = [find(session, Stay, stay_id) for stay_id in stay_ids]
    if len(stays) == 1:
        label = _label("change-take-away", stays[0])
    else:
        label = Message.of("change-take-away-several", count=len(stays))
    for stay in stays:
        session.delete(stay)
    session.flush()
    return Done(label)


def place_all_the_same(
    session: Session, placing: Placing, broken: Iterable[tuple[str, str]], reason: str, who: str
) -> Done:
    """Give a member a bed although rules forbid it, and accept what that breaks, as one step.

    `broken` are the rules with the prints of what they find (`planner.rules.finding`). The reason stays with the stay
    and with each finding. Raises `PlannerError` ``reason-missing``. The result is the id of the stay.
    """
    if not reason.strip():
        raise PlannerError("reason-missing")
    stay = _put(session, placing)
    stay.reason = reason.strip()
    visit_id = stay.member.delegation.visit_id
    for rule, found in broken:
        accept(session, visit_id, rule, found, reason, who)
    session.flush()
    return Done(_label("change-place-all-the-same", stay), result=stay.id)


def pair(session: Session, gone: Iterable[int], placings: Iterable[Placing]) -> Done:
    """Take stays away and put others in their place, as one step: what was accepted of a proposal.

    A locked stay stays where it is (``stay-locked``); one that is gone already is no obstacle. The result are the ids
    of the new stays.
    """
    for stay_id in gone:
        stay = session.get(Stay, stay_id)
        if stay is not None:
            session.delete(_movable(session, stay_id))
    session.flush()
    made = [_put(session, placing) for placing in placings]
    members = {stay.member_id for stay in made}
    return Done(Message.of("change-pair", count=len(members)), result=[stay.id for stay in made])


def _movable(session: Session, stay_id: int) -> Stay:
    stay = find(session, Stay, stay_id)
    if stay.locked:
        raise PlannerError("stay-locked", name=name_of(stay.member))
    return stay


def _put(session: Session, placing: Placing) -> Stay:
    find(session, Member, placing.member_id)
    stay = Stay(member_id=placing.member_id, first_night=placing.first, last_night=placing.last)
    _lodge(session, stay, placing.lodging)
    session.add(stay)
    session.flush()
    return _settle(session, stay)


def _lodge(session: Session, stay: Stay, lodging: Lodging) -> None:
    for noun, record_id in (
        (Household, lodging.household_id), (Bed, lodging.bed_id), (Place, lodging.place_id),
    ):  # fmt: skip
        if record_id is not None:
            find(session, noun, record_id)
    if lodging.room_id is not None:
        # A room brings its hotel with it.
        lodging = lodging._replace(place_id=find(session, Room, lodging.room_id).place_id)
    for field in Lodging._fields:
        setattr(stay, field, getattr(lodging, field))


def _settle(session: Session, stay: Stay) -> Stay:
    """Let the member's other stays give way, and join what follows in the same bed; gives the stay that is left."""
    check_record(stay)
    session.flush()
    session.refresh(stay)
    if stay.kind is StayKind.DAY_VISIT:
        return stay
    others = session.scalars(
        select(Stay).where(Stay.member_id == stay.member_id, Stay.id != stay.id, Stay.kind != StayKind.DAY_VISIT)
    ).all()
    for other in others:
        if other.first_night <= stay.last_night and stay.first_night <= other.last_night:
            _give_way(session, other, stay.first_night, stay.last_night)
    session.flush()
    return _join(session, stay)


def _give_way(session: Session, other: Stay, first: dt.date, last: dt.date) -> None:
    if other.locked:
        raise PlannerError("stay-locked", name=name_of(other.member))
    begins, ends = other.first_night < first, other.last_night > last
    if begins and ends:
        session.add(_copy(other, last + _DAY, other.last_night))
        other.last_night = first - _DAY
    elif begins:
        other.last_night = first - _DAY
    elif ends:
        other.first_night = last + _DAY
    else:
        session.delete(other)


def _copy(stay: Stay, first: dt.date, last: dt.date) -> Stay:
    values = {field: getattr(stay, field) for field in (*Lodging._fields, "member_id", "reason", "notes", "locked")}
    return Stay(**values, first_night=first, last_night=last)


def _join(session: Session, stay: Stay) -> Stay:
    """Make one of the stay and those of the same member before and after it in the same bed."""
    if stay.locked or (stay.household_id is None and stay.room_id is None and stay.place_id is None):
        return stay
    beside = session.scalars(
        select(Stay).where(
            Stay.member_id == stay.member_id,
            Stay.id != stay.id,
            (Stay.last_night == stay.first_night - _DAY) | (Stay.first_night == stay.last_night + _DAY),
        )
    ).all()
    for other in beside:
        alike = lodging_of(other) == lodging_of(stay) and not other.locked
        if alike and (other.reason, other.notes) in ((stay.reason, stay.notes), ("", "")):
            stay.first_night = min(stay.first_night, other.first_night)
            stay.last_night = max(stay.last_night, other.last_night)
            session.delete(other)
    session.flush()
    return stay


def _label(code: str, stay: Stay) -> Message:
    where = name_of(stay.household) if stay.household is not None else name_of(stay.place)
    return Message.of(
        code, name=name_of(stay.member), where=where or stay.kind, first=stay.first_night, last=stay.last_night
    )
