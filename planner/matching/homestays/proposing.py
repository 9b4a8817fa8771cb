"""Pairs a plan: builds the problem, solves it, and tells the answer as a proposal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planner.language import Pair
from planner.language.terms import term
from planner.matching.homestays.building import Built, Wanted
from planner.matching.homestays.company import in_company
from planner.matching.homestays.proposal import Before, Proposal, ProposedStay, Step, Way, WithoutBed
from planner.matching.homestays.unused import unused_homes
from planner.matching.lodging.answer import Lodging
from planner.matching.lodging.answer import Stay as Solved
from planner.matching.lodging.explain import Cause, causes
from planner.matching.lodging.problem import spares_decided
from planner.matching.lodging.repair import repair
from planner.matching.lodging.stages import lodge
from planner.model.homestays import Stay
from planner.model.kinds import GuestKind
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.progress import Progress
from planner.rules.homestays import Guest, Home
from planner.rules.homestays.guests import nights_in as nights_of_stay
from planner.rules.nights import stretches_told

_DAY = dt.timedelta(days=1)


def propose(
    plan: Plan,
    progress: Progress | None = None,
    *,
    since: dt.date | None = None,
    without: Mapping[int, dt.date] | None = None,
    away: Mapping[int, frozenset[dt.date]] | None = None,
) -> Proposal:
    """Propose who stays where.

    With `since` (a night), `without` (households that drop out, and from which night on) or `away` (nights on which
    members need no home after all) it is a repair: what lies before `since` stays, and as few guests as can be are
    moved. Homes that only help out are used where a bed is missing otherwise. Pure, for a thread.
    """
    built = Built(plan, Wanted(since, without or {}, away or {}))
    if built.wanted.is_repair:
        lodging = repair(built.problem, built.current(), progress)
    else:
        lodging = lodge(built.problem, progress)
    found = () if lodging.cancelled else causes(spares_decided(built.problem, used=lodging.helped), lodging, progress)
    return _Telling(built, lodging).proposal(found)


class _Telling:
    def __init__(self, built: Built, lodging: Lodging) -> None:
        self._built, self._lodging = built, lodging
        self._calendar = built.calendar

    def proposal(self, found: tuple[Cause, ...]) -> Proposal:
        stays = [stay for solved in self._lodging.stays for stay in self._stays(solved)]
        stays = _joined(sorted(stays, key=lambda stay: (stay.guest.id, stay.first)))
        stays = in_company(self._built.homestays, stays)
        explained = {cause.guest: cause for cause in found}
        without = [
            self._without(guest, nights, explained.get(name))
            for name, nights in self._lodging.unplaced
            for guest in self._built.parties[name]
        ]
        before = tuple(self._before())
        members, households = self._changed(before, stays)
        return Proposal(
            tuple(stays),
            tuple(without),
            before,
            tuple(guest for guest in self._built.homestays.guests if guest.id in members),
            tuple(home for home in self._built.homestays.homes if home.id in households),
            self._lodging.cancelled,
            self._lodging.seconds,
            self._built.plan.revision,
            tuple(unused_homes(self._built, stays, helped=self._lodging.helped)),
            reached=self._lodging.reached,
        )

    def _stays(self, solved: Solved) -> Iterator[ProposedStay]:
        """Tell a stay, cut where the bed changes or where other nights lie between."""
        home = self._built.family_of[solved.home]
        for number, guest in enumerate(self._built.parties[solved.guest]):
            runs: list[tuple[int | None, list[int]]] = []
            for night, beds in solved.beds:
                places = [home.places[bed].bed.id for bed in beds]
                bed = None if not places else places[min(number, len(places) - 1)]
                if runs and runs[-1][0] == bed and runs[-1][1][-1] == night - 1:
                    runs[-1][1].append(night)
                else:
                    runs.append((bed, [night]))
            for bed, nights in runs:
                yield self._told(guest, home, bed, nights)

    def _told(self, guest: Guest, home: Home, bed: int | None, nights: list[int]) -> ProposedStay:
        verdict = self._built.homestays.judge(guest, home)
        mask = sum(1 << night for night in nights)
        before = [stay for stay in self._homes_of(guest) if nights_of_stay(stay, self._calendar) & mask]
        same = all(stay.household_id == home.id for stay in before)
        covered = sum(nights_of_stay(stay, self._calendar) & mask for stay in before) == mask
        step = Step.NEW if not before else Step.KEPT if same and covered else Step.MOVED if not same else Step.NEW
        came_from = dict.fromkeys(
            family
            for stay in before
            if stay.household_id not in (None, home.id)
            and (family := self._built.homestays.home(stay.household_id or 0)) is not None
        )
        return ProposedStay(
            guest,
            home,
            bed,
            self._calendar.date(nights[0]),
            self._calendar.date(nights[-1]),
            step,
            tuple(came_from),
            verdict.score,
            verdict.points,
            (),
            any(stay.locked and stay.household_id == home.id for stay in before),
        )

    def _homes_of(self, guest: Guest) -> list[Stay]:
        name = self._built.party_of[guest.id]
        number = self._built.parties[name].index(guest)
        return self._built.home_stays(name, number)

    def _before(self) -> Iterator[Before]:
        for guests in self._built.parties.values():
            for guest in guests:
                for stay in self._homes_of(guest):
                    where = stay.household_id or 0
                    yield Before(guest.id, stay.id, where, stay.bed_id, stay.first_night, stay.last_night, stay.locked)

    def _changed(self, before: Iterable[Before], stays: Iterable[ProposedStay]) -> tuple[set[int], set[int]]:
        """Give the members and households for whom a night is not as it was."""
        was = {(one.member_id, one.household_id, night) for one in before for night in self._between(one)}
        will = {(one.guest.id, one.home.id, night) for one in stays for night in self._between(one)}
        return {member for member, _, _ in was ^ will}, {household for _, household, _ in was ^ will}

    def _between(self, stay: Before | ProposedStay) -> tuple[dt.date, ...]:
        return self._calendar.dates(self._calendar.between(stay.first, stay.last))

    def _without(self, guest: Guest, mask: int, cause: Cause | None) -> WithoutBed:
        nights = self._calendar.dates(mask)
        ways = tuple(
            self._way(guest, mask, tags, asked)
            for tags, homes in (cause.lifting if cause else ())
            if (asked := [one for one in map(self._built.family_of.__getitem__, homes) if _may_be_asked(one, guest)])
        )
        return WithoutBed(guest, nights, ways, bool(cause and cause.bed), _wanted(guest, nights))

    def _way(self, guest: Guest, mask: int, rules: frozenset[str], homes: Sequence[Home]) -> Way:
        reasons = [
            one.on(one.mask & mask)
            for home in homes
            for one in self._built.homestays.judge(guest, home).obstacles
            if one.code in rules and one.mask & mask
        ]
        told = tuple(one for place, one in enumerate(reasons) if one not in reasons[:place])
        return Way(tuple(sorted(rules)), tuple(homes), told)


def _joined(stays: list[ProposedStay]) -> list[ProposedStay]:
    """Make one of stays that follow each other in the same bed: what lies before a repair and what it leaves."""
    found: list[ProposedStay] = []
    for stay in stays:
        last = found[-1] if found else None
        if last and (last.guest, last.home, last.bed_id, last.step, last.locked, last.last + _DAY) == (
            stay.guest,
            stay.home,
            stay.bed_id,
            stay.step,
            stay.locked,
            stay.first,
        ):
            found[-1] = replace(last, last=stay.last)
        else:
            found.append(stay)
    return found


def _wanted(guest: Guest, nights: tuple[dt.date, ...]) -> Message:
    """Say which bed is missing: for whom, without which animals, on which nights."""
    animals = [Pair(term(need.species, "en").lower(), term(need.species, "ja")) for need in guest.animals]
    kind = guest.kind.value if guest.kind is not None else "guest"
    figures: dict[str, object] = {"nights": stretches_told(nights)}
    if animals:
        return Message(f"bed-wanted-{kind}-without", {**figures, "animals": animals})
    return Message(f"bed-wanted-{kind}", figures)


_MINORS = frozenset({GuestKind.GIRL, GuestKind.BOY})


def _may_be_asked(home: Home, guest: Guest) -> bool:
    """Whether a family could be asked at all: a home for grown-ups only is never offered for a child."""
    return guest.kind not in _MINORS or not home.takes or not _MINORS.isdisjoint(home.takes)
