"""Small lodging problems, and what is best in them by trying everything."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence

from planner.matching.lodging.answer import Aim
from planner.matching.lodging.problem import Bed, Duo, Fixed, Guest, Home, LodgingProblem, Pairing, nights_in

KINDS = ("boy", "girl", "man")


SIZES = ((4, 2, 1), (4, 3, 1), (3, 3, 1), (3, 2, 2), (3, 3, 2), (2, 3, 3), (2, 2, 3), (3, 2, 3), (1, 3, 3))


def small(dice: random.Random) -> LodgingProblem:
    """Up to 4 guests, 3 homes and 3 nights, with everything a problem may say."""
    guests, homes, nights = dice.choice(SIZES)
    everything = (1 << nights) - 1

    def some_nights(often: float) -> int:
        return everything if dice.random() < often else dice.randint(1, everything)

    people = tuple(
        Guest(f"g{n}", some_nights(0.8), dice.choice(KINDS), 2 if dice.random() < 0.1 else 1) for n in range(guests)
    )
    houses = tuple(_home(f"h{n}", dice, some_nights(0.7)) for n in range(homes))
    pairings = tuple(
        _pairing(dice, guest, home, some_nights(0.8))
        for guest in people
        for home in houses
        if dice.random() < 0.85 and home.beds
    )
    duos = [frozenset(duo) for duo in itertools.combinations([guest.name for guest in people], 2)]
    kinds = [frozenset(duo) for duo in itertools.combinations_with_replacement(KINDS, 2)]

    def some(of: Sequence[Duo], often: float) -> frozenset[Duo]:
        return frozenset(one for one in of if dice.random() < often)

    fixed = ()
    if dice.random() < 0.3 and pairings:
        one = dice.choice(pairings)
        guest = next(guest for guest in people if guest.name == one.guest)
        first = nights_in(guest.nights)[0]
        bed = dice.choice((None, dice.randrange(len(next(h for h in houses if h.name == one.home).beds))))
        fixed = (Fixed(one.guest, one.home, 1 << first, bed),)
    return LodgingProblem(
        people,
        houses,
        pairings,
        apart=some(duos, 0.1),
        not_in_a_room=some(duos, 0.1),
        kinds_apart=some(kinds, 0.1),
        kinds_not_in_a_room=some(kinds, 0.2),
        friends={duo: dice.randint(1, 30) for duo in duos if dice.random() < 0.3},
        fixed=fixed,
    )


def _home(name: str, dice: random.Random, nights: int) -> Home:
    beds = tuple(Bed(f"b{n}", dice.choice(("", "blue", "blue"))) for n in range(dice.randint(0, 3)))
    return Home(name, beds, nights, dice.randint(1, 3))


def _pairing(dice: random.Random, guest: Guest, home: Home, nights: int) -> Pairing:
    places = range(len(home.beds))
    usable = tuple(places) if dice.random() < 0.6 else tuple(p for p in places if dice.random() < 0.6)
    needs = guest.size if dice.random() < 0.5 else 1
    return Pairing(guest.name, home.name, nights, dice.randint(0, 60), usable, needs)


class Trying:
    """Finds the best lodging of a problem without any of the solver's thoughts: every choice on every night.

    Only choices that place as much as can be on their night are combined, since nights placed are what counts first.
    """

    def __init__(self, problem: LodgingProblem, kept: dict[str, tuple[tuple[str, int], ...]] | None = None) -> None:
        self.problem, self.kept = problem, kept or {}
        self.pairings = {(one.guest, one.home): one for one in problem.pairings}
        self.guests = sorted(problem.guests, key=lambda guest: guest.name)
        self.homes = {home.name: home for home in problem.homes}
        self.fixed = {(one.guest, night): one for one in problem.fixed for night in nights_in(one.nights)}
        self.nights = max(mask.bit_length() for mask in [1, *(guest.nights for guest in problem.guests)])

    def best(self, aims: Sequence[Aim]) -> tuple[int, ...]:
        """Give what each aim comes to in the lexicographically best lodging."""
        signs = [-1 if aim is Aim.STAYS else 1 for aim in aims]
        best = max(
            tuple(sign * self.value(choice, aim) for sign, aim in zip(signs, aims, strict=True))
            for choice in itertools.product(*(self._best_of_night(night) for night in range(self.nights)))
        )
        return tuple(sign * value for sign, value in zip(signs, best, strict=True))

    def _best_of_night(self, night: int) -> list[dict[str, str]]:
        choices = list(self._of_night(night))
        most = max(self._placed(choice) for choice in choices)
        return [choice for choice in choices if self._placed(choice) == most]

    def _placed(self, choice: dict[str, str]) -> int:
        return sum(guest.size for guest in self.guests if guest.name in choice)

    def _of_night(self, night: int) -> Iterator[dict[str, str]]:
        there = [g for g in self.guests if g.nights >> night & 1 and (g.name, night) not in self.fixed]
        options = [[None, *(h for h in sorted(self.homes) if self._may(guest.name, h, night))] for guest in there]
        for homes in itertools.product(*options):
            choice = {guest.name: home for guest, home in zip(there, homes, strict=True) if home is not None}
            if all(self.lawful(home, [name for name in choice if choice[name] == home], night) for home in self.homes):
                yield choice

    def _may(self, guest: str, home: str, night: int) -> bool:
        one = self.pairings.get((guest, home))
        return one is not None and bool(one.nights & self.homes[home].nights & 1 << night)

    def lawful(self, home: str, guests: Sequence[str], night: int) -> bool:
        """Whether these guests fit beside whoever is fixed there; what the fixed ones break alone is theirs."""
        there = [name for (name, on), one in self.fixed.items() if on == night and one.home == home]
        if not guests:
            return True
        everybody = [*guests, *there]
        people = {guest.name: guest for guest in self.guests}
        if sum(people[name].size for name in everybody) > self.homes[home].most:
            return False
        for one, other in itertools.combinations(everybody, 2):
            if self._barred(one, other, self.problem.apart, self.problem.kinds_apart):
                return False
        return self._beds(home, everybody, night, {})

    def _barred(self, one: str, other: str, duos: frozenset[Duo], kinds: frozenset[Duo]) -> bool:
        kind = {guest.name: guest.kind for guest in self.guests}
        return frozenset((one, other)) in duos or frozenset((kind[one], kind[other])) in kinds

    def _beds(self, home: str, guests: Sequence[str], night: int, taken: dict[int, str]) -> bool:
        if not guests:
            return True
        name, *rest = guests
        fixed = self.fixed.get((name, night))
        pairing = self.pairings[name, home]
        usable, needs = pairing.beds, pairing.needs
        if fixed is not None and fixed.bed is not None:
            usable, needs = (fixed.bed,), 1
        beds = self.homes[home].beds
        for some in itertools.combinations([bed for bed in usable if bed not in taken], needs):
            shares = [
                other
                for bed in some
                for their, other in taken.items()
                if beds[bed].room and beds[bed].room == beds[their].room
            ]
            if any(
                self._barred(name, other, self.problem.not_in_a_room, self.problem.kinds_not_in_a_room)
                for other in shares
            ):
                continue
            if self._beds(home, rest, night, {**taken, **dict.fromkeys(some, name)}):
                return True
        return False

    def value(self, choice: Sequence[dict[str, str]], aim: Aim) -> int:
        """Say what a choice, home by guest for each night, comes to for an aim."""
        if aim is Aim.PLACED:
            return sum(self._placed(of_night) for of_night in choice)
        if aim is Aim.STAYS:
            return sum(self._stays(guest, choice) for guest in self.guests) - sum(
                self._stays(guest, [{}] * self.nights) for guest in self.guests
            )
        scores = [
            self.pairings[name, home].score * guest.size
            for guest in self.guests
            for of_night in choice
            for name, home in of_night.items()
            if name == guest.name
        ]
        if aim is Aim.WORST:
            return min(
                (self.pairings[name, home].score for of_night in choice for name, home in of_night.items()), default=0
            )
        if aim is Aim.KEPT:
            return sum(
                all(choice[night].get(name) == home for home, nights in stays for night in nights_in(nights))
                for name, stays in self.kept.items()
            )
        return sum(scores) + sum(self._bonus(duo, bonus, choice) for duo, bonus in self.problem.friends.items())

    def _stays(self, guest: Guest, choice: Sequence[dict[str, str]]) -> int:
        homes = [self._home(guest.name, night, choice) for night in nights_in(guest.nights)]
        fixed = [(guest.name, night) in self.fixed for night in nights_in(guest.nights)]
        stays = 0
        for place, home in enumerate(homes):
            if home is None:
                continue
            same = place > 0 and homes[place - 1] == home
            # Two fixed stays are as they are; joining them is no stay less unless one of ours lies between.
            stays += not same
        assert len(fixed) == len(homes)
        return stays

    def _home(self, name: str, night: int, choice: Sequence[dict[str, str]]) -> str | None:
        fixed = self.fixed.get((name, night))
        return fixed.home if fixed else choice[night].get(name)

    def _units(self, guest: Guest) -> list[list[int]]:
        units: list[list[int]] = [[]]
        for night in nights_in(guest.nights):
            if (guest.name, night) in self.fixed:
                units.append([])
            else:
                units[-1].append(night)
        return [unit for unit in units if unit]

    def _bonus(self, duo: Duo, bonus: int, choice: Sequence[dict[str, str]]) -> int:
        one, other = (next(guest for guest in self.guests if guest.name == name) for name in sorted(duo))
        found = 0
        for first, second in itertools.product(self._units(one), self._units(other)):
            homes = {choice[night].get(one.name) for night in first} | {
                choice[night].get(other.name) for night in second
            }
            if len(homes) == 1 and None not in homes:
                found += bonus * len(set(first) & set(second))
        return found
