"""What each home of the board is to a guest: beds and rules together, as tints and for the inspector."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from planner.commands.stays import Lodging
from planner.language import tr, trn
from planner.model.delegations import Member
from planner.model.plan import Plan
from planner.rules.finding import Severity
from planner.rules.homestays import Guest, Home, Homestays
from planner.rules.homestays.beside import against_beside
from planner.ui.boards.nights.blocks import Block
from planner.ui.boards.nights.scale import nights_from
from planner.ui.boards.tint import Tint
from planner.ui.pages.homestays.aim import Aim, Held, aim_at, held_from_tray, is_bed, swap_with
from planner.ui.pages.homestays.occupancy import Nights, Occupancy, Room
from planner.ui.pages.homestays.sight import Against, Sight, tint_of
from planner.ui.pages.homestays.spells import Spell

#: Rules that say in their words what counting the beds says already.
_CROWDED: Final = frozenset({"home-full", "home-most-guests"})
_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}


class Judging:
    """Asks beds and rules for every home; made anew with each plan. The rules are asked when somebody wants to know."""

    def __init__(self, plan: Plan, spells: Iterable[Spell]) -> None:
        self.plan = plan
        self.spells = tuple(spells)
        self.occupancy = Occupancy(plan, self.spells)
        self._against: dict[tuple[Hashable, Nights, Hashable, Lodging], tuple[Against, ...]] = {}
        self._sights: dict[tuple[Hashable, Nights, Hashable, tuple[Lodging, ...]], Sight] = {}

    @cached_property
    def homestays(self) -> Homestays:
        """The rules about homes."""
        return Homestays.of(self.plan)

    def beds_of(self, block: Block) -> list[Lodging]:
        """Give the beds of a block in which somebody can be put."""
        return [row.key for row in block.rows if isinstance(row.key, Lodging) and is_bed(row.key)]

    # What is against a guest in a bed

    def against(self, held: Held, bed: Lodging) -> tuple[Against, ...]:
        """Give what the rules have against who is carried in a bed, on the nights wanted: what blocks comes first."""
        key = (held.member.id, held.nights, held.key, bed)
        known = self._against.get(key)
        if known is None:
            pair = self._pair(held.member, bed)
            found = [] if pair is None else [*self._alone(*pair, bed), *self._in_company(held, *pair, bed)]
            found = [one for one in found if any(one.on(night) for night in held.nights)]
            known = self._against[key] = tuple(sorted(found, key=lambda one: _ORDER[one.obstacle.severity]))
        return known

    def _pair(self, member: Member, bed: Lodging) -> tuple[Guest, Home] | None:
        if bed.household_id is None:
            return None
        guest, home = self.homestays.guest(member.id), self.homestays.home(bed.household_id)
        return None if guest is None or home is None else (guest, home)

    def _alone(self, guest: Guest, home: Home, bed: Lodging) -> Iterator[Against]:
        """What holds whoever else is there: of the beds only what is against this one."""
        verdict = self.homestays.judge(guest, home)
        beds = self.homestays.beds(guest, home)
        best = beds[0][1] if beds else ()
        for obstacle in verdict.obstacles:
            if bed.bed_id is None or obstacle not in best:
                yield Against(obstacle, obstacle.nights)
        if bed.bed_id is not None:
            own = next((against for place, against in beds if place.bed.id == bed.bed_id), ())
            yield from (Against(obstacle, obstacle.nights) for obstacle in own)

    def _in_company(self, held: Held, guest: Guest, home: Home, bed: Lodging) -> Iterator[Against]:
        """What comes of who else is in the home, night by night; what is so without the guest is not told."""
        others = self.occupancy.at_home(home.id, held.nights[0], held.nights[-1])
        there = {
            night: [(one.member.id, one.lodging.bed_id) for one in others if one.first <= night <= one.last]
            for night in held.nights
        }
        for obstacle, on in against_beside(self.homestays, guest, home, there, bed.bed_id):
            yield Against(obstacle, None if len(on) == len(held.nights) else tuple(sorted(on)))

    def room(self, held: Held, bed: Lodging) -> Room:
        """Give the nights on which a bed is free and nothing forbids it."""
        room = self.occupancy.room_for(held.member, bed, held.nights, held.key)
        blocking = [one for one in self.against(held, bed) if one.blocks]
        if not blocking:
            return room
        forbidden = tuple(night for night in held.nights if any(one.on(night) for one in blocking))
        free = tuple(night for night in room.free if night not in forbidden)
        never = next((one.words for one in blocking if one.nights is None and one.obstacle.code not in _CROWDED), "")
        return replace(room, free=free, forbidden=forbidden, why=blocking[0].words, never=never)

    # What a drop would do

    def aim(self, held: Held, beds: Sequence[Lodging], night: dt.date) -> Aim:
        """Give what a drop on one of these beds would do."""
        rooms = [(bed, self.room(held, bed)) for bed in beds]
        aim = aim_at(held, rooms, night)
        if not aim.refusal or held.spell is None:
            return aim
        return next((found for bed in beds if (found := self._swap(held, bed)) is not None), aim)

    def _swap(self, held: Held, bed: Lodging) -> Aim | None:
        """Give the change of places with who is in a bed, if nothing forbids either of the two in the other's."""
        other = swap_with(held, bed, self.occupancy)
        if other is None or held.spell is None:
            return None
        there = Held(other.member, nights_from(other.first, other.last), other)
        pairs = ((held, other.lodging, other), (there, held.spell.lodging, held.spell))
        for one, place, leaving in pairs:
            if any(each.blocks for each in self._without(leaving).against(one, place)):
                return None
        return Aim(bed, held.nights[0], held.nights[-1], swap=other)

    def _without(self, spell: Spell) -> Judging:
        """Give the same judging as if a stay were not there."""
        thought = Judging(self.plan, (one for one in self.spells if one.key != spell.key))
        thought.__dict__["homestays"] = self.homestays
        return thought

    # What is told of it

    def sight(self, held: Held, beds: Sequence[Lodging]) -> Sight:
        """Give all that is told of a guest in a home."""
        key = (held.member.id, held.nights, held.key, tuple(beds))
        known = self._sights.get(key)
        if known is None:
            known = self._sights[key] = self._sight(held, beds)
        return known

    def _sight(self, held: Held, beds: Sequence[Lodging]) -> Sight:
        aim = self.aim(held, beds, held.nights[0])
        room = self.room(held, aim.lodging)
        pair = self._pair(held.member, aim.lodging)
        verdict = None if pair is None else self.homestays.judge(*pair)
        friends = () if verdict is None else verdict.friends_among(self._inside(held, verdict.home))
        score = None if verdict is None else round(verdict.score_with(friends))
        return Sight(held, aim, room, self.against(held, aim.lodging), verdict, score, friends)

    def knows(self, held: Held, block: Block) -> bool:
        """Whether what a block is to a guest has been reckoned."""
        beds = tuple(self.beds_of(block))
        return not beds or (held.member.id, held.nights, held.key, beds) in self._sights

    def best(self, held: Held, blocks: Iterable[Block]) -> Sight | None:
        """Give the home that is best for a guest who waits, without looking at those that cannot be better."""
        guest = self.homestays.guest(held.member.id)
        ranked: list[tuple[bool, int, int, list[Lodging]]] = []
        for block in blocks:
            beds = self.beds_of(block)
            pair = self._pair(held.member, beds[0]) if beds else None
            if beds and pair is not None and guest is not None:
                most = self.homestays.judge(*pair).score_with(self.homestays.guests)
                ranked.append((not any(self._fits(held, bed) for bed in beds), -round(most), len(ranked), beds))
        best: Sight | None = None
        for never, score, _, beds in sorted(ranked):
            if best is not None and best.rank <= (2 if never else 0, score):
                break
            sight = self.sight(held, beds)
            best = sight if best is None or sight.rank < best.rank else best
        return best

    def sight_of(self, held: Held, lodging: Lodging) -> Sight:
        """Give the same of one bed, where the guest is or would be."""
        return self.sight(held, [lodging])

    def sights(self, held: Held, blocks: Iterable[Block]) -> Mapping[Hashable, Sight]:
        """Give what every home of the board is to a guest; a block without beds is left out."""
        return {block.key: self.sight(held, beds) for block in blocks if (beds := self.beds_of(block))}

    def _inside(self, held: Held, home: Home) -> list[Guest]:
        """Give who else is in a home on some of the nights."""
        inside = self.occupancy.at_home(home.id, held.nights[0], held.nights[-1])
        found = (self.homestays.guest(one) for one in dict.fromkeys(spell.member.id for spell in inside))
        return [one for one in found if one is not None and one.id != held.member.id]

    def tint(self, held: Held, block: Block) -> Tint:
        """Give what one block is to what is carried."""
        beds = self.beds_of(block)
        if not beds:
            return Tint("grey", tr("No: {reason}", reason=tr("no bed noted yet")))
        return tint_of(self.sight(held, beds))

    def fits(self, member: Member, blocks: Iterable[Block]) -> str:
        """Say into how many homes a guest fits: where no rule forbids it and a bed is free, on some night at least."""
        held = held_from_tray(member, self.plan)
        count = sum(any(self._fits(held, bed) for bed in self.beds_of(block)) for block in blocks)
        return trn("fits {count} home", "fits {count} homes", count)

    def _fits(self, held: Held, bed: Lodging) -> bool:
        pair = self._pair(held.member, bed)
        if pair is None:
            return False
        lawful = self.homestays.judge(*pair).nights
        return bool(lawful) and not set(lawful).isdisjoint(self.occupancy.room_for(held.member, bed, held.nights).free)
