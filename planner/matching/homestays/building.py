"""From a plan to a lodging problem: who may be where is asked of `planner.rules.homestays`, home by home.

Guests and homes are named by the numbers of their rows, so that names in two languages, or two families of one name,
play no part. A couple is one guest that shares a double bed, or takes two beds where there is none.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from planner.matching.lodging.problem import Bar, Bed, Beds, Duo, Fixed, Home, LodgingProblem, Pairing
from planner.matching.lodging.problem import Guest as Lodger
from planner.matching.lodging.problem import nights_in as bits_in
from planner.model.homestays import Stay
from planner.model.kinds import StayKind
from planner.model.plan import Plan, undisturbed
from planner.rules.finding import Severity
from planner.rules.homestays import Guest, Homestays, Verdict
from planner.rules.homestays import Home as Family
from planner.rules.homestays.guests import nights_in
from planner.rules.homestays.relations import are_couple

#: Tag of nights on which a family has said it cannot host.
NIGHT_OFF = "home-night-off"

_FEW = 200_000
"""Up to so many questions about two guests in a home are asked beforehand; else only of those who would be together."""


@dataclass(frozen=True)
class Wanted:
    """What is to be paired: from which night on (all before stays), and without which families.

    `without` are households that drop out, each with the first night on which it can no longer host; `away` the nights
    on which members need no home after all (a late flight, a night in hospital), both by their ids. Homes that only
    help out are used where a bed is missing otherwise; with `backups`, they are homes like all others.
    """

    since: dt.date | None = None
    without: Mapping[int, dt.date] = field(default_factory=dict)
    away: Mapping[int, frozenset[dt.date]] = field(default_factory=dict)
    backups: bool = False

    @property
    def is_repair(self) -> bool:
        """Whether something has happened, so that as few guests as can be are to move."""
        return self.since is not None or bool(self.without or self.away)


class Built:
    """A lodging problem and what its names stand for."""

    def __init__(self, plan: Plan, wanted: Wanted) -> None:
        self.plan, self.wanted = plan, wanted
        self.homestays = Homestays.of(plan)
        self.calendar = self.homestays.calendar
        self.open = self.calendar.since(wanted.since)
        """The nights that are decided about."""
        self.parties = _parties(self.homestays.guests, self._needs)
        self.party_of = {guest.id: name for name, guests in self.parties.items() for guest in guests}
        self.family_of = {name_of(one.id): one for one in self.homestays.homes}
        with undisturbed():
            self.verdicts = {
                (name, name_of(family.id)): [self.homestays.judge(guest, family) for guest in guests]
                for name, guests in self.parties.items()
                for family in self.family_of.values()
            }
            self.problem = self._problem()

    def _needs(self, guest: Guest) -> int:
        """Give the nights on which a guest needs a home."""
        return guest.nights & ~self.calendar.of(self.wanted.away.get(guest.id, ()))

    def _is_spare(self, family: Family) -> bool:
        """Whether a home only helps out: not where somebody stays in it already."""
        lived_in = any(stay.household_id == family.id for stay in self.plan.stays)
        return family.is_backup and not self.wanted.backups and not lived_in

    def verdicts_of(self, family: Family) -> list[Verdict]:
        """Give what the rules say of each guest in a home."""
        return [one for name in self.parties for one in self.verdicts[name, name_of(family.id)]]

    def home_stays(self, name: str, number: int = 0) -> list[Stay]:
        """Give the stays in homes of a party, by its first guest or another."""
        member = self.parties[name][number].member
        return [stay for stay in member.stays if stay.kind is StayKind.HOME and stay.household_id]

    def _problem(self) -> LodgingProblem:
        fixed = [one for name in self.parties for one in self._fixed(name)]
        elsewhere = {name: self._elsewhere(name) for name in self.parties}
        lodgers = []
        for name, guests in self.parties.items():
            nights = self._needs(guests[0]) & ~elsewhere[name]
            lodgers.append(Lodger(name, nights | _of(one.nights for one in fixed if one.guest == name)))
        pairings, barred = [], []
        for (name, home), verdicts in self.verdicts.items():
            mask = self._mask(home, verdicts)
            beds, needs = _beds(verdicts, self.family_of[home])
            if mask and beds:
                score = round(100 * sum(one.score for one in verdicts) / len(verdicts))
                pairings.append(Pairing(name, home, mask, score, beds, needs))
            barred += self._bars(name, home, verdicts, mask if beds else 0)
        apart, not_in_a_room = self._relations({(one.guest, one.home) for one in pairings})
        kinds = _kinds([lodger.name for lodger in lodgers], apart, not_in_a_room)
        return LodgingProblem(
            tuple(Lodger(one.name, one.nights, kinds[one.name]) for one in lodgers),
            tuple(
                Home(
                    name,
                    tuple(Bed(str(place.bed.id), place.room.key) for place in family.places),
                    self.hosts(family),
                    family.capacity,
                    self._is_spare(family),
                )
                for name, family in self.family_of.items()
            ),
            tuple(pairings),
            kinds_apart=frozenset(frozenset(kinds[name] for name in duo) for duo in apart),
            kinds_not_in_a_room=frozenset(frozenset(kinds[name] for name in duo) for duo in not_in_a_room),
            friends=dict(self._friends()),
            fixed=tuple(fixed),
            barred=tuple(barred),
            lawful=self._lawful,
            slept=dict(self._slept()),
            may_sleep=self._may_sleep,
        )

    def hosts(self, family: Family) -> int:
        """Give the nights on which a family can host, if it has not dropped out."""
        return family.nights & ~self._gone(family.id)

    def _gone(self, household_id: int) -> int:
        """Give the nights from which on a family has dropped out, of those that are decided about."""
        first = self.wanted.without.get(household_id)
        return 0 if first is None else self.calendar.since(first) & self.open

    def _mask(self, home: str, verdicts: Sequence[Verdict]) -> int:
        mask = self.hosts(self.family_of[home])
        for one in verdicts:
            mask &= one.mask
        return mask

    def _fixed(self, name: str) -> list[Fixed]:
        """Give the stays that stay: what is locked, and what lies before the night from which is paired."""
        found = []
        for stay in self.home_stays(name):
            home = name_of(stay.household_id or 0)
            stands = self.calendar.every & ~self._gone(stay.household_id or 0) if stay.locked else ~self.open
            nights = nights_in(stay, self.calendar) & stands
            if nights and home in self.family_of:
                places = self.family_of[home].places
                bed = next((at for at, place in enumerate(places) if place.bed.id == stay.bed_id), None)
                found.append(Fixed(name, home, nights, bed))
        return found

    def _elsewhere(self, name: str) -> int:
        """Give the nights that stay with families who are not asked any more, or lie before and have no home."""
        nights = 0 if self.wanted.since is None else self.calendar.every & ~self.open
        for stay in self.home_stays(name):
            if stay.locked and name_of(stay.household_id or 0) not in self.family_of:
                nights |= nights_in(stay, self.calendar)
        return nights

    def current(self) -> list[tuple[str, str, int]]:
        """Give the stays as they are on the nights that are decided about."""
        found = []
        for name, guests in self.parties.items():
            for stay in self.home_stays(name):
                nights = nights_in(stay, self.calendar) & self.open & self._needs(guests[0])
                if nights and not stay.locked:
                    found.append((name, name_of(stay.household_id or 0), nights))
        return found

    def _bars(self, name: str, home: str, verdicts: Sequence[Verdict], mask: int) -> list[Bar]:
        """Give what forbids a home on nights a guest needs, by the sets of rules that do so together."""
        needed = self._needs(verdicts[0].guest) & self.open & ~mask
        if not needed:
            return []
        barred = [(NIGHT_OFF, ~self.hosts(self.family_of[home]))]
        barred += [
            (one.code, one.mask) for verdict in verdicts for one in verdict.obstacles if one.severity is Severity.BLOCK
        ]
        together: dict[int, frozenset[str]] = {needed: frozenset()}
        for code, nights in barred:
            split = [(part, tags) for part, tags in together.items() if part & nights]
            for part, tags in split:
                del together[part]
                together[part & nights] = tags | {code}
                if rest := part & ~nights:
                    together[rest] = tags
        found: dict[frozenset[str], int] = defaultdict(int)
        for nights, tags in sorted(together.items()):
            if tags:
                found[tags] |= nights
        return [Bar(name, home, nights, tags) for tags, nights in found.items()]

    def _relations(self, paired: set[tuple[str, str]]) -> tuple[frozenset[Duo], frozenset[Duo]]:
        """Give who may be with whom in no home, and in no room, wherever both could be."""
        if len(self.parties) ** 2 // 2 * len(self.family_of) > _FEW:
            return frozenset(), frozenset()
        apart, rooms = set(), set()
        for one, other in combinations(self.parties, 2):
            both = [family for home, family in self.family_of.items() if {(one, home), (other, home)} <= paired]
            pairs = [(a, b) for a in self.parties[one] for b in self.parties[other]]
            if both and not any(all(self.homestays.may_share_home(a, b, home) for a, b in pairs) for home in both):
                apart.add(frozenset((one, other)))
            shared = [room for home in both for room in home.rooms]
            if shared and not any(all(self.homestays.may_share_room(a, b, room) for a, b in pairs) for room in shared):
                rooms.add(frozenset((one, other)))
        return frozenset(apart), frozenset(rooms)

    def _friends(self) -> Iterable[tuple[Duo, int]]:
        for one, other in combinations(self.parties, 2):
            worth = sum(self.homestays.worth_together(a, b) for a in self.parties[one] for b in self.parties[other])
            if worth > 0:
                yield frozenset((one, other)), round(100 * worth)

    def _lawful(self, home: str, names: frozenset[str]) -> bool:
        guests = [guest for name in sorted(names) for guest in self.parties[name]]
        lodging = self.homestays.together(self.family_of[home], guests)
        return not lodging.without and all(one.severity is not Severity.BLOCK for one in lodging.obstacles)

    def _slept(self) -> Iterator[tuple[tuple[str, str], dict[int, Beds]]]:
        """Give the beds that parties have in homes as things are, night by night."""
        for name, guests in self.parties.items():
            found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
            for number in range(len(guests)):
                for stay in self.home_stays(name, number):
                    home = name_of(stay.household_id or 0)
                    places = self.family_of[home].places if home in self.family_of else ()
                    bed = next((at for at, place in enumerate(places) if place.bed.id == stay.bed_id), None)
                    if bed is not None:
                        for night in bits_in(nights_in(stay, self.calendar)):
                            found[home][night].append(bed)
            for home, nights in found.items():
                yield (name, home), {night: tuple(sorted(set(beds))) for night, beds in nights.items()}

    def _may_sleep(self, home: str, beds: Mapping[str, Beds]) -> bool:
        family = self.family_of[home]
        fixed = {
            guest.id: family.places[taken[min(number, len(taken) - 1)]].bed.id
            for name, taken in beds.items()
            for number, guest in enumerate(self.parties[name])
            if taken
        }
        guests = [guest for name in sorted(beds) for guest in self.parties[name]]
        lodging = self.homestays.together(family, guests, fixed)
        return all(one.severity is not Severity.BLOCK for one in lodging.obstacles)


def name_of(row: int) -> str:
    """Give the name of a row in the problem: names sort as the numbers do."""
    return f"{row:09}"


def _parties(guests: Sequence[Guest], needs: Callable[[Guest], int]) -> dict[str, list[Guest]]:
    """Give the guests who need a home, couples together, by the name of the first."""
    # Who needs none any more is a party too: their stays are looked at, and end.
    left = {guest.id: guest for guest in guests if guest.nights}
    found: dict[str, list[Guest]] = {}
    while left:
        guest = left.pop(min(left))
        other = next(
            (one for _, one in sorted(left.items()) if are_couple(guest, one) and needs(one) == needs(guest)), None
        )
        found[name_of(guest.id)] = [guest] if other is None else [guest, left.pop(other.id)]
    return found


def _beds(verdicts: Sequence[Verdict], family: Family) -> tuple[tuple[int, ...], int]:
    """Give the places of a home a party may have, and how many of them it takes."""
    usable = [at for at, place in enumerate(family.places) if all(place in verdict.places for verdict in verdicts)]
    if len(verdicts) == 1:
        return tuple(usable), 1
    doubles = tuple(at for at in usable if family.places[at].takes_couple)
    return (doubles, 1) if doubles else (tuple(usable), 2)


def _kinds(names: Sequence[str], *relations: frozenset[Duo]) -> dict[str, str]:
    """Give guests who are alike towards everybody the same kind, named after the first of them."""
    shut_out: dict[str, list[set[str]]] = {name: [set() for _ in relations] for name in names}
    for number, duos in enumerate(relations):
        for duo in duos:
            one, other = sorted(duo)
            shut_out[one][number].add(other)
            shut_out[other][number].add(one)
    first: dict[tuple[frozenset[str], ...], str] = {}
    return {
        name: first.setdefault(tuple(frozenset(others) for others in shut_out[name]), name) for name in sorted(names)
    }


def _of(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
