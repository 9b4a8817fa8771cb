"""What the stays of a visit show as a whole: nights said twice, couples apart, whose turn it is (domain.md §3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from planner.agenda import Agenda
from planner.language.marking import Pair
from planner.language.names import called_name, family_word, in_both
from planner.model.attendance import travels
from planner.model.delegations import Member, Relation
from planner.model.homestays import Stay
from planner.model.households import Household
from planner.model.kinds import RelationKind, StayKind, WishKind
from planner.model.plan import Plan
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.guests import nights_in
from planner.rules.homestays.homes import is_first_time
from planner.rules.left import hosting
from planner.rules.nights import gives_bed, stretches_told
from planner.rules.rule import Figures, Found, of_plan


def _stays(plan: Plan) -> Iterator[Stay]:
    return (stay for stay in plan.stays if stay.kind is StayKind.HOME and travels(stay.member))


def _name(member: Member) -> Pair:
    return in_both(called_name, member.person)


def _family(household: Household) -> Pair:
    return in_both(family_word, household)


@of_plan("home-no-offer", FindingKind.HOMES, Severity.BLOCK)
def no_offer(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A guest is in the home of a family that has not offered to host in this visit, has declined or pauses."""
    offering = {offer.household_id for offer in hosting(agenda.plan)}
    for stay in _stays(agenda.plan):
        if stay.household is not None and stay.household_id not in offering:
            told = {"guest": _name(stay.member), "home": _family(stay.household)}
            others = (Subject("Member", stay.member_id), Subject("Household", stay.household.id))
            yield Found(Subject("Stay", stay.id), told, (stay.member_id,), others)


@of_plan("night-twice", FindingKind.HOMES, Severity.BLOCK)
def night_twice(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody has two places for one night."""
    nights = Nights(agenda.plan)
    for member in agenda.plan.members:
        told: Mask = 0
        twice: Mask = 0
        for stay in member.stays if travels(member) else ():
            if gives_bed(stay):
                twice |= told & nights_in(stay, nights)
                told |= nights_in(stay, nights)
        if twice:
            dates = nights.dates(twice)
            figured = {"guest": _name(member), "nights": stretches_told(dates), "which": list(dates)}
            yield Found(Subject("Member", member.id), figured, (member.id,))


@of_plan("couple-apart", FindingKind.HOMES, Severity.WARN)
def couple_apart(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A couple sleeps in two places on one night."""
    plan = agenda.plan
    for tie in plan.all(Relation):
        if tie.kind is RelationKind.COUPLE:
            yield from _parted(plan, tie.member, tie.other)


@of_plan("friends-apart", FindingKind.HOMES, Severity.NOTE)
def friends_apart(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Two who asked for each other are in different homes."""
    plan = agenda.plan
    told: set[frozenset[int]] = set()
    for member in plan.members:
        for wish in member.wishes:
            both = frozenset((member.id, wish.other_id or 0))
            if wish.kind is WishKind.TOGETHER and wish.other is not None and both not in told:
                told.add(both)
                yield from _parted(plan, member, wish.other)


def _parted(plan: Plan, one: Member, other: Member) -> Iterator[Found]:
    nights = Nights(plan)
    apart: Mask = 0
    for mine in one.stays:
        for theirs in other.stays:
            known = mine.household_id is not None and theirs.household_id is not None
            if known and mine.household_id != theirs.household_id and travels(one) and travels(other):
                apart |= nights_in(mine, nights) & nights_in(theirs, nights)
    if apart:
        dates = nights.dates(apart)
        told = {"guest": _name(one), "other": _name(other), "nights": stretches_told(dates), "which": list(dates)}
        yield Found(Subject("Member", one.id), told, (one.id, other.id), (Subject("Member", other.id),))


@of_plan("first-time-waits", FindingKind.HOMES, Severity.NOTE)
def first_time_waits(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A family that would host for the first time has nobody, while one that has hosted before has guests."""
    taken = {stay.household_id for stay in _stays(agenda.plan)}
    before = [one for one in hosting(agenda.plan) if one.household_id in taken and not is_first_time(one)]
    if not before:
        return
    for offer in hosting(agenda.plan):
        ready = not offer.backup and not offer.day_only and offer.household.beds
        if ready and is_first_time(offer) and offer.household_id not in taken:
            told = {"home": _family(offer.household), "other": _family(before[0].household)}
            yield Found(Subject("Household", offer.household_id), told)


@of_plan("few-backup-homes", FindingKind.HOMES, Severity.NOTE, guests=8)
def few_backup_homes(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """There is less than one family in reserve for so many guests (domain.md §3.4)."""
    plan = agenda.plan
    guests = {stay.member_id for stay in _stays(plan)}
    used = {stay.household_id for stay in _stays(plan)}
    spare = sum(1 for offer in hosting(plan) if offer.backup and offer.household_id not in used)
    wanted = len(guests) // max(1, round(figures["guests"]))
    if spare < wanted:
        yield Found(Subject("Visit", plan.visit.id), {"count": spare, "wanted": wanted, "guests": len(guests)})


@of_plan("hotel-room-full", FindingKind.HOMES, Severity.BLOCK)
def hotel_room_full(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """More people have a hotel room on a night than it sleeps."""
    nights = Nights(agenda.plan)
    for room in agenda.plan.rooms:
        there = [stay for stay in agenda.plan.stays if stay.room_id == room.id and travels(stay.member)]
        crowded: Mask = 0
        most = 0
        for place in range(nights.count if room.sleeps is not None else 0):
            sleepers = sum(nights_in(stay, nights) >> place & 1 for stay in there)
            if sleepers > (room.sleeps or 0):
                crowded, most = crowded | 1 << place, max(most, sleepers)
        if crowded:
            dates = nights.dates(crowded)
            told = {"room": room.number or room.kind, "most": room.sleeps, "guests": most,
                    "nights": stretches_told(dates), "which": list(dates)}  # fmt: skip
            who = tuple(dict.fromkeys(stay.member_id for stay in there if nights_in(stay, nights) & crowded))
            yield Found(Subject("Room", room.id), told, who)


#: In the order in which they are listed.
RULES: Final = (
    no_offer, night_twice, couple_apart, friends_apart, first_time_waits, few_backup_homes, hotel_room_full,
)  # fmt: skip
