"""Which nights of which beds are taken, and which a guest could still have: counted, before any rule is asked."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

from planner.commands.stays import Lodging
from planner.model.delegations import Member
from planner.model.kinds import RelationKind, StayKind
from planner.model.plan import Plan
from planner.rules.left import SHARED_BY_COUPLES, hosting
from planner.rules.nights import nights_of, stretches
from planner.ui.boards.nights.scale import nights_from
from planner.ui.pages.homestays.spells import Spell

Nights = tuple[dt.date, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """What keeps a bed from a guest on which of the nights asked for: others in it, the family, as many as it wants.

    `others` are those who sleep in the bed, or, where the family takes no more, in the home.

    On the nights that are `forbidden` a rule is in the way: `never` says why where that is on every night, whoever is
    there, else `why` the first of it.
    """

    free: Nights
    taken: Nights = ()
    off: Nights = ()
    full: Nights = ()
    forbidden: Nights = ()
    why: str = ""
    never: str = ""
    others: tuple[Member, ...] = ()

    @property
    def stretches(self) -> list[tuple[dt.date, dt.date]]:
        """The free nights as stretches in a row."""
        return stretches(self.free)


class Occupancy:
    """Who is in which bed on which night; made once for a plan, or for what a proposal would make of it."""

    def __init__(self, plan: Plan, spells: Iterable[Spell]) -> None:
        self._plan = plan
        self._in_bed: defaultdict[Lodging, list[Spell]] = defaultdict(list)
        self._at_home: defaultdict[int, list[Spell]] = defaultdict(list)
        for spell in spells:
            self._in_bed[spell.lodging].append(spell)
            if spell.lodging.household_id is not None:
                self._at_home[spell.lodging.household_id].append(spell)
        self._offers = {offer.household_id: offer for offer in hosting(plan)}
        self._off = {
            household: {night.night for night in offer.nights_off} for household, offer in self._offers.items()
        }
        self._places = {
            bed.id: 2 if bed.kind in SHARED_BY_COUPLES else bed.sleeps or 1
            for home in plan.households
            for bed in home.beds
        }
        self._doubles = {bed.id for home in plan.households for bed in home.beds if bed.kind in SHARED_BY_COUPLES}
        self._rooms = {room.id: room.sleeps or 1 for room in plan.rooms}

    def others_in(self, lodging: Lodging, first: dt.date, last: dt.date, but: Hashable = None) -> list[Spell]:
        """Give who sleeps in a bed on some of the nights, other than in the stay `but`."""
        return [
            spell
            for spell in self._in_bed.get(lodging, ())
            if spell.key != but and spell.first <= last and spell.last >= first
        ]

    def at_home(self, household_id: int, first: dt.date, last: dt.date) -> list[Spell]:
        """Give who sleeps in a home on some of the nights."""
        found = self._at_home.get(household_id, ())
        return [spell for spell in found if spell.first <= last and spell.last >= first]

    def room_for(self, member: Member, lodging: Lodging, wanted: Sequence[dt.date], but: Hashable = None) -> Room:
        """Say on which of the nights wanted a bed is free for a member, but for their own stay `but`."""
        if lodging.kind not in (StayKind.HOME, StayKind.HOTEL):
            return Room(tuple(wanted))
        bed = _taken(self._in_bed.get(lodging, ()), member, but)
        places = self._bed_places(lodging, member, but)
        off: Collection[dt.date] = ()
        full: Counter[dt.date] = Counter()
        most: int | None = None
        if lodging.household_id is not None:
            offer = self._offers.get(lodging.household_id)
            off = self._off.get(lodging.household_id, ()) if offer is not None else wanted
            most = None if offer is None else offer.most_guests
            full = _taken(self._at_home.get(lodging.household_id, ()), member, but)
        closed = tuple(night for night in wanted if night in off)
        taken = tuple(night for night in wanted if night not in off and places is not None and bed[night] >= places)
        crowded = tuple(
            night
            for night in wanted
            if night not in off and night not in taken and most is not None and full[night] >= most
        )
        against = {*closed, *taken, *crowded}
        inside = self._in_bed.get(lodging, ()) if taken else self._at_home.get(lodging.household_id or 0, ())
        others = (one.member for one in inside if one.member is not member) if taken or crowded else ()
        free = tuple(night for night in wanted if night not in against)
        return Room(free, taken, closed, crowded, others=tuple(dict.fromkeys(others)))

    def _bed_places(self, lodging: Lodging, member: Member, but: Hashable) -> int | None:
        """How many sleep in a bed; a double takes a second only if the two are a couple. None: as many as come."""
        if lodging.bed_id is not None:
            if lodging.bed_id in self._doubles:
                others = (one.member for one in self._in_bed.get(lodging, ()) if one.key != but)
                inside = [other for other in others if other is not member]
                return 2 if inside and all(are_couple(member, other) for other in inside) else 1
            return self._places.get(lodging.bed_id, 1)
        if lodging.room_id is not None:
            return self._rooms.get(lodging.room_id, 1)
        return None

    def free_stretch(
        self, member: Member, lodging: Lodging, first: dt.date, last: dt.date, but: Hashable
    ) -> tuple[dt.date, dt.date]:
        """Give how far nights in a bed can be stretched around those given, within the member's own."""
        room = self.room_for(member, lodging, nights_of(member, self._plan), but)
        return next(
            ((begins, ends) for begins, ends in room.stretches if begins <= last and ends >= first), (first, last)
        )


def _taken(spells: Iterable[Spell], member: Member, but: Hashable) -> Counter[dt.date]:
    found: Counter[dt.date] = Counter()
    for spell in spells:
        if spell.key != but and spell.member is not member:
            found.update(nights_from(spell.first, spell.last))
    return found


def are_couple(one: Member, other: Member) -> bool:
    """Whether two members may share a bed: it is said of one of them."""
    return any(
        relation.kind is RelationKind.COUPLE and relation.other_id == theirs.id
        for own, theirs in ((one, other), (other, one))
        for relation in own.relations
    )
