"""The rules about homes as a visit takes them, by what they look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from planner.model.plan import Plan
from planner.rules.homestays import company, health, hosting, safety, sleeping
from planner.rules.homestays.calendar import Nights
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.homestays.looks import BedLook, BedmatesLook, CompanyLook, HomeRule, PairLook, RoomLook
from planner.rules.homestays.verdict import Obstacle
from planner.rules.settings import Taken, figures_in

#: Every rule about homes that is listed, in that order.
HOME_RULES: Final[tuple[HomeRule, ...]] = (
    *hosting.RULES, *safety.RULES, *health.RULES, *sleeping.BED_RULES, *sleeping.ROOM_RULES, *company.RULES,
)  # fmt: skip


#: Rules that have nothing to say where somebody is with a family by day only.
OF_THE_NIGHT: Final = frozenset(
    one.code
    for one in (hosting.day_only, hosting.night_off, hosting.part_of_nights, hosting.all_or_nothing, sleeping.none)
)


class _Pair(NamedTuple):
    """A rule that looks at pairs, with a bit of its own: of some sixty rules few concern a guest and a home."""

    taken: Taken
    rule: HomeRule
    look: PairLook
    bit: int


class Held:
    """Rules to be held against guests and homes."""

    def __init__(self, rules: Sequence[Taken], calendar: Nights) -> None:
        self._calendar = calendar
        self._pair: list[_Pair] = []
        self._bed: list[tuple[Taken, BedLook]] = []
        self._room: list[tuple[Taken, RoomLook]] = []
        self._bedmates: list[tuple[Taken, BedmatesLook]] = []
        self._company: list[tuple[Taken, CompanyLook]] = []
        for one in rules:
            rule = one.rule
            assert isinstance(rule, HomeRule)
            if rule.pair is not None:
                self._pair.append(_Pair(one, rule, rule.pair, 1 << len(self._pair)))
            elif rule.bed is not None:
                self._bed.append((one, rule.bed))
            elif rule.room is not None:
                self._room.append((one, rule.room))
            elif rule.bedmates is not None:
                self._bedmates.append((one, rule.bedmates))
            elif rule.company is not None:
                self._company.append((one, rule.company))
        self._two = [(one, look) for one, look in self._company if one.rule in company.OF_TWO]
        self._concerning: dict[int, list[_Pair]] = {}
        self._at: dict[int, int] = {}

    def of_pair(self, guest: Guest, home: Home) -> list[Obstacle]:
        """Give what is against a guest in a home, beds aside."""
        looks = self._concerning.get(guest.id)
        if looks is None:
            looks = self._concerning[guest.id] = [
                one for one in self._pair if one.rule.concerns is None or one.rule.concerns(guest)
            ]
        at = self._at.get(home.id)
        if at is None:
            at = self._at[home.id] = sum(
                one.bit for one in self._pair if one.rule.where is None or one.rule.where(home)
            )
        calendar = self._calendar
        return [
            Obstacle(taken, hit, calendar)
            for taken, _, look, bit in looks
            if bit & at
            for hit in look(guest, home, taken.figures)
        ]

    def of_bed(self, guest: Guest, place: Place) -> tuple[Obstacle, ...]:
        """Give what is against a guest in a bed."""
        return tuple(
            Obstacle(one, hit, self._calendar) for one, look in self._bed for hit in look(guest, place, one.figures)
        )

    def of_room(self, room: Room, guests: Sequence[Guest]) -> tuple[Obstacle, ...]:
        """Give what is against guests in one room."""
        return tuple(
            Obstacle(one, hit, self._calendar) for one, look in self._room for hit in look(room, guests, one.figures)
        )

    def of_bedmates(self, place: Place, guests: Sequence[Guest]) -> tuple[Obstacle, ...]:
        """Give what is against guests in one bed."""
        return tuple(
            Obstacle(one, hit, self._calendar)
            for one, look in self._bedmates
            for hit in look(place, guests, one.figures)
        )

    def of_company(self, home: Home, guests: Sequence[Guest]) -> tuple[Obstacle, ...]:
        """Give what is against guests in one home together, beds aside."""
        return self._of_company(self._company, home, guests)

    def of_two(self, home: Home, guests: Sequence[Guest]) -> tuple[Obstacle, ...]:
        """Give what is against two guests in one home for what they are to each other, however many it takes."""
        return self._of_company(self._two, home, guests)

    def _of_company(
        self, looks: list[tuple[Taken, CompanyLook]], home: Home, guests: Sequence[Guest]
    ) -> tuple[Obstacle, ...]:
        return tuple(
            Obstacle(one, hit, self._calendar) for one, look in looks for hit in look(home, guests, one.figures)
        )


def driving_age(plan: Plan) -> float:
    """Give how old somebody has to be who drives guests, as the visit has it."""
    rule = safety.no_driver
    setting = next((one for one in plan.rule_settings if one.rule == rule.code), None)
    return figures_in(rule, plan.visit.preset, setting)["age"]
