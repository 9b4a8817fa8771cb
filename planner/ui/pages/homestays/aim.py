"""What would happen if what is carried were put down at a place of the board: which nights in which bed, or why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from planner.commands.stays import Lodging
from planner.language import tr, trn
from planner.model.delegations import Member
from planner.model.kinds import StayKind
from planner.model.plan import Plan
from planner.rules.nights import nights_of, open_nights
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.occupancy import Nights, Occupancy, Room
from planner.ui.pages.homestays.spells import Spell, names_of
from planner.ui.widgets.words import listed

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """A guest who is carried: out of the tray, or with the stay they are taken from. `nights` are those wanted."""

    member: Member
    nights: Nights
    spell: Spell | None = None

    @property
    def key(self) -> object:
        """The key of the bar it is taken from."""
        return None if self.spell is None else self.spell.key


@dataclass(frozen=True, slots=True)
class Aim:
    """What a drop would do: nights in a bed, and with whom places are changed; `refusal` says why it would do nothing.

    `part` tells that a bed is free on some of the nights only.
    """

    lodging: Lodging
    first: dt.date
    last: dt.date
    refusal: str = ""
    part: bool = False
    swap: Spell | None = None

    @property
    def nights(self) -> Nights:
        """The nights it is about."""
        return nights_from(self.first, self.last)


def held_from_tray(member: Member, plan: Plan) -> Held:
    """Take up a guest with every night that waits for a bed."""
    return Held(member, open_nights(member, plan) or nights_of(member, plan))


def held_from(spell: Spell) -> Held:
    """Take up a stay with its nights."""
    return Held(spell.member, nights_from(spell.first, spell.last), spell)


def shifted(held: Held, nights: int, plan: Plan) -> Held:
    """Carry a stay so many nights later, as far as they are the guest's own; one of all nights cannot be shifted."""
    own = nights_of(held.member, plan)
    if held.spell is None or not own or not nights:
        return held
    first, last = held.spell.first, held.spell.last
    by = max(own[0] - first, min(own[-1] - last, _DAY * nights)) if first >= own[0] and last <= own[-1] else _DAY * 0
    return Held(held.member, nights_from(first + by, last + by), held.spell)


def aim_at(held: Held, rooms: Sequence[tuple[Lodging, Room]], night: dt.date) -> Aim:
    """Give what a drop on one of these beds would do: on the first with most of the nights free.

    Of nights that are not free in a row, the stretch with the `night` pointed at is taken, else the longest.
    """
    bed, room = max(rooms, key=lambda one: (len(one[1].free), -len(one[1].taken)))
    if not room.free:
        return Aim(bed, held.nights[0], held.nights[-1], refusal(room))
    at = [stretch for stretch in room.stretches if stretch[0] <= night <= stretch[1]]
    first, last = at[0] if at else max(room.stretches, key=lambda one: one[1] - one[0])
    return Aim(bed, first, last, part=nights_from(first, last) != held.nights)


def swap_with(held: Held, bed: Lodging, occupancy: Occupancy) -> Spell | None:
    """Give whose place could be changed with: the only other stay there, and each has a bed where the other was."""
    if held.spell is None or held.nights != nights_from(held.spell.first, held.spell.last):
        return None
    others = occupancy.others_in(bed, held.spell.first, held.spell.last, held.key)
    if len(others) != 1 or others[0].locked or others[0].member is held.member:
        return None
    [other] = others
    here, there = held.spell, other
    for one, place in ((here, there), (there, here)):
        inside = occupancy.others_in(place.lodging, one.first, one.last)
        if any(each.key not in (here.key, there.key) for each in inside):
            return None
        if occupancy.room_for(one.member, place.lodging, nights_from(one.first, one.last), one.key).off:
            return None
    return other


def refusal(room: Room) -> str:
    """Say why a bed is to be had on none of the nights."""
    if room.never:
        return room.never
    others = listed([names_of(member).called for member in room.others])
    if room.taken:
        return tr("the bed is taken: {names}", names=others)
    if room.full:
        return tr("the family takes no more guests: {names}", names=others)
    return room.why or tr("the family is away on these nights")


def free_words(free: int, of: int) -> str:
    """Say that a bed is free on some of the nights only."""
    return trn("a bed is free on {free} of {count} night", "a bed is free on {free} of {count} nights", of, free=free)


def stays_home(held: Held, aim: Aim) -> bool:
    """Whether a drop would change nothing at all."""
    spell = held.spell
    if spell is None or aim.swap is not None:
        return False
    return (spell.lodging, spell.first, spell.last) == (aim.lodging, aim.first, aim.last)


def is_bed(lodging: object) -> bool:
    """Whether a row of the board is somewhere to sleep; nights reckoned from the journeys are not."""
    return isinstance(lodging, Lodging) and lodging.kind is not StayKind.DAY_VISIT
