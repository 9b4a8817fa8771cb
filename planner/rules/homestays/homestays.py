"""Guests and homes of a visit, and what its rules say of any guest in any home: looked at once, asked for often."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import cached_property

from planner.model.plan import Plan, undisturbed
from planner.rules.clearances import clearance_too_old
from planner.rules.finding import Severity
from planner.rules.homestays.calendar import Nights
from planner.rules.homestays.gathering import guests_of, homes_of
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.held import HOME_RULES, OF_THE_NIGHT, Held, driving_age
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.homestays.lodging import Lodging, lodge, weight
from planner.rules.homestays.looks import ALWAYS
from planner.rules.homestays.relations import are_friends
from planner.rules.homestays.safety import old_clearance
from planner.rules.homestays.sleeping import room_mates
from planner.rules.homestays.verdict import Obstacle, Verdict
from planner.rules.homestays.wishes import WISHES, Wish, friends, reciprocity
from planner.rules.rule import Figures
from planner.rules.settings import Taken, taken


class Homestays:
    """The guests and homes of a visit, and the rules that judge them.

    Pure, in any thread, as the plan is. What was judged once is remembered.
    """

    def __init__(
        self, plan: Plan, rules: Sequence[Taken], wishes: Sequence[tuple[Wish, Figures]],
        only_homes: Collection[int] | None = None,
    ) -> None:  # fmt: skip
        self.plan = plan
        self.calendar = Nights(plan)
        self._held = Held(rules, self.calendar)
        self.guests = guests_of(plan, self.calendar)
        self.homes = homes_of(plan, self.calendar, driving_age(plan), only_homes)
        #: The wishes that count in this visit, with their weights and figures.
        self.wishes = tuple((wish, figures) for wish, figures in wishes if figures["weight"] and self._matters(wish))
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._best: dict[tuple[int, int], tuple[tuple[Place, ...], Place | None]] = {}
        self._lodgings: dict[tuple[object, ...], Lodging] = {}
        self._scores: dict[int, dict[int, float]] = {}
        self._earnings: dict[tuple[str, Hashable], list[float]] = {}

    @classmethod
    def of(cls, plan: Plan) -> Homestays:
        """Look at a plan with the rules and weights of its visit."""
        settings = {setting.rule: setting for setting in plan.rule_settings}
        preset = plan.visit.preset
        wishes = [(wish, wish.figures_in(preset, settings.get(wish.code))) for wish in WISHES]
        return cls(plan, rules_of(plan), wishes)

    @cached_property
    def _sleeping(self) -> Mapping[int, int]:
        """Number guests by all that decides in which beds they may sleep."""
        numbers: dict[tuple[object, ...], int] = {}
        return {guest.id: numbers.setdefault(guest.sleeping, len(numbers)) for guest in self.guests}

    @cached_property
    def _by_member(self) -> Mapping[int, Guest]:
        return {guest.id: guest for guest in self.guests}

    @cached_property
    def _by_household(self) -> Mapping[int, Home]:
        return {home.id: home for home in self.homes}

    def guest(self, member_id: int) -> Guest | None:
        """Give a guest by the member's id; None for who does not travel."""
        return self._by_member.get(member_id)

    def home(self, household_id: int) -> Home | None:
        """Give a home by the household's id; None for one whose offer does not stand."""
        return self._by_household.get(household_id)

    # One guest in one home

    def judge(self, guest: Guest, home: Home) -> Verdict:
        """Say what the rules have against a guest in a home, on which nights, and how good it would be."""
        key = (guest.id, home.id)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = self._judge(guest, home)
        return verdict

    def judge_all(self) -> Mapping[tuple[int, int], Verdict]:
        """Judge every guest in every home, by the ids of member and household; 60,000 pairs take half a second."""
        with undisturbed():
            for guest in self.guests:
                for home in self.homes:
                    self.judge(guest, home)
        return self._verdicts

    def _judge(self, guest: Guest, home: Home) -> Verdict:
        lawful = guest.nights & home.nights
        found = self._held.of_pair(guest, home)
        for one in found:
            if one.severity is Severity.BLOCK:
                lawful &= ~one.mask if one.mask != ALWAYS else 0
        places, best = self._places(guest, home)
        if best is not None:
            found += self._in_bed(guest, best)
        score = self._score(guest, home)
        return Verdict(
            guest, home, tuple(found), lawful if places else 0, score, places, self.calendar, self._wishes_of(guest)
        )

    def beds(self, guest: Guest, home: Home) -> tuple[tuple[Place, tuple[Obstacle, ...]], ...]:
        """Give the places to sleep in a home, the best first, with what is against a guest alone in each."""
        found = [(place, self._in_bed(guest, place)) for place in home.places]
        return tuple(sorted(found, key=lambda pair: weight(pair[1])))

    def _in_bed(self, guest: Guest, place: Place) -> tuple[Obstacle, ...]:
        """Give what is against a guest in a place where no other guest sleeps in the room."""
        return (*self._held.of_bed(guest, place), *self._held.of_room(place.room, (guest,)))

    def _places(self, guest: Guest, home: Home) -> tuple[tuple[Place, ...], Place | None]:
        """Give the places in which a guest may sleep, the best first, and the best of all if anything is against it.

        It is the same for guests who are alike in all that matters for beds; what is said of each has their name.
        """
        key = (home.id, self._sleeping[guest.id])
        known = self._best.get(key)
        if known is None:
            found = self.beds(guest, home)
            places = tuple(place for place, against in found if not blocks(against))
            known = self._best[key] = (places, found[0][0] if found and found[0][1] else None)
        return known

    def _score(self, guest: Guest, home: Home) -> float:
        scores = self._scores.get(guest.id)
        if scores is None:
            whole = self._whole(guest) or 1.0
            earned = [self._earned(wish, figures, guest) for wish, figures in self.wishes]
            sums = [100 * sum(each) / whole for each in zip(*earned, strict=True)]
            scores = self._scores[guest.id] = dict(zip((one.id for one in self.homes), sums, strict=False))
        return scores.get(home.id, 0.0)

    def _earned(self, wish: Wish, figures: Figures, guest: Guest) -> list[float]:
        """Give what a guest earns of a wish in each home; who are alike in what it asks are reckoned once."""
        key = (wish.code, wish.of_guest(guest))
        known = self._earnings.get(key)
        if known is None:
            weighs = figures["weight"]
            known = self._earnings[key] = [weighs * wish.share(guest, home, figures) for home in self.homes]
        return known

    def _whole(self, guest: Guest) -> float:
        """Give all that a guest could earn."""
        return sum(figures["weight"] for _, figures in self._wishes_of(guest))

    def _wishes_of(self, guest: Guest) -> tuple[tuple[Wish, Figures], ...]:
        """Give the wishes that count for a guest: friends only for who asks for some."""
        return self.wishes if guest.friends else self._without_friends

    @cached_property
    def _without_friends(self) -> tuple[tuple[Wish, Figures], ...]:
        return tuple(one for one in self.wishes if one[0] is not friends)

    def _matters(self, wish: Wish) -> bool:
        """Whether a wish tells any pairing from another in this visit."""
        if wish is not reciprocity:
            return True
        return any(guest.known_by for guest in self.guests) or any(
            home.household.reciprocity.strip() for home in self.homes
        )

    def against(self, guest: Guest, home: Home, *, by_day: bool = False) -> list[Obstacle]:
        """Give what is against a guest in a home, beds aside; `by_day` leaves out what concerns only the night."""
        found = self._held.of_pair(guest, home)
        return [one for one in found if one.code not in OF_THE_NIGHT] if by_day else found

    # Several guests

    def worth_together(self, one: Guest, other: Guest) -> float:
        """Give the points that two guests earn besides when they live in one home on all their nights: both scores."""
        if not are_friends(one, other):
            return 0.0
        weighs = next((figures["weight"] for wish, figures in self.wishes if wish is friends), 0.0)
        worth = 0.0
        for guest, friend in ((one, other), (other, one)):
            if friend.id in guest.friends and (whole := self._whole(guest)):
                worth += 100 * weighs / whole / len(guest.friends)
        return worth

    def may_share_home(self, one: Guest, other: Guest, home: Home) -> bool:
        """Say whether two guests may live in one home at the same time, whatever beds it has."""
        return not blocks(self._held.of_two(home, (one, other)))

    def may_share_room(self, one: Guest, other: Guest, room: Room) -> bool:
        """Say whether two guests may sleep in one room."""
        return not blocks(self._held.of_room(room, (one, other)))

    def together(self, home: Home, guests: Sequence[Guest], fixed: Mapping[int, int] | None = None) -> Lodging:
        """Say who would sleep where if guests were in a home on a night, and what is against it.

        `fixed` are the beds that are already said, by the guest's id. What is against each of them alone in this home,
        by `judge`, is not repeated, except for the bed they would have.
        """
        fixed = fixed or {}
        key = (home.id, frozenset(guest.id for guest in guests), tuple(sorted(fixed.items())))
        known = self._lodgings.get(key)
        if known is None:
            held = self._held
            lodging = lodge(home, guests, fixed, held)
            against = (*held.of_company(home, guests), *lodging.obstacles)
            known = self._lodgings[key] = Lodging(lodging.beds, lodging.without, against)
        return known

    def in_hotel(self, room: Room, guests: Sequence[Guest]) -> tuple[Obstacle, ...]:
        """Give what is against guests in one hotel room, where how many share is the hotel's business."""
        return tuple(one for one in self._held.of_room(room, guests) if one.rule is not room_mates)


def rules_of(plan: Plan) -> list[Taken]:
    """Give the rules about homes as a visit takes them, with the one that is told for the whole visit besides."""
    held = list(taken(plan, HOME_RULES))
    whole = taken(plan, (clearance_too_old,))
    return held + [Taken(old_clearance, one.severity, old_clearance.figures) for one in whole]


def blocks(obstacles: Sequence[Obstacle]) -> bool:
    """Say whether one of them is in the way for good."""
    return any(one.severity is Severity.BLOCK for one in obstacles)
