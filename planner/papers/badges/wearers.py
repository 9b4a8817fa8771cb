"""Who wears a badge: guests, interpreters of the host city, and the families who have guests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from planner.language import N_, Pair, Words, speaker
from planner.language.names import household_sort_key, sort_key
from planner.language.titles import title_of
from planner.model.attendance import travels
from planner.model.cities import City
from planner.model.delegations import Member
from planner.model.kinds import PhotoConsent, Presence
from planner.model.people import Person
from planner.model.plan import Plan

_HOST_FAMILY: Words = N_("Host family")
_INTERPRETER: Words = N_("Interpreter")


class Standing(Enum):
    """What a badge says by its shape: a filled bar, one with a frame round the badge, an outlined bar."""

    GUEST = "guest"
    CHAPERONE = "chaperone"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Wearer:
    """One badge: the person, where they are from, what they do in both languages, and what photographers must know."""

    uid: str
    person: Person
    city: City
    role: Pair
    standing: Standing
    number: str = ""
    photographs: PhotoConsent = PhotoConsent.FULL


def wearers_of(plan: Plan, language: str) -> list[Wearer]:
    """Give everybody who wears a badge, each sort by name."""
    guests = sorted((one for one in plan.members if travels(one)), key=lambda one: sort_key(one.person, language))
    found = [_guest(member, plan) for member in guests]
    known = {wearer.person.id for wearer in found}
    interpreters = sorted(plan.interpreters, key=lambda one: sort_key(one.person, language))
    found += [
        Wearer(one.uid, one.person, plan.visit.host_city, _said(_INTERPRETER), Standing.LOCAL)
        for one in interpreters
        if one.person_id not in known
    ]
    known |= {wearer.person.id for wearer in found}
    return found + [wearer for wearer in _families(plan, language) if wearer.person.id not in known]


def _guest(member: Member, plan: Plan) -> Wearer:
    city = member.delegation.city or plan.visit.home_city
    role = title_of(member)
    standing = Standing.CHAPERONE if member.role.is_chaperone else Standing.GUEST
    number = member.shirt_number.strip()
    return Wearer(member.uid, member.person, city, role, standing, number, member.photo_consent)


def _families(plan: Plan, language: str) -> Iterator[Wearer]:
    """Give who lives in the homes that have a guest, family by family, as they will come to the welcome."""
    stays = (stay for stay in plan.stays if stay.household is not None and travels(stay.member))
    homes = {stay.household.id: stay.household for stay in stays if stay.household is not None}
    for home in sorted(homes.values(), key=lambda one: household_sort_key(one, language)):
        for resident in home.residents:
            if resident.presence is not Presence.AWAY:
                person = resident.person
                yield Wearer(person.uid, person, plan.visit.host_city, _said(_HOST_FAMILY), Standing.LOCAL)


def _said(words: Words) -> Pair:
    return Pair(speaker("en").words(words), speaker("ja").words(words))
