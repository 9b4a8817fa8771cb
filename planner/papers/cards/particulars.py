"""What stands on somebody's emergency card: domain.md §6.4, and nothing beyond it.

No passport number, no medicines, no conditions: a card is lost more easily than a folder. What it must not be without
is an allergy, since whoever finds its carrier unconscious has nothing else to read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from planner.language import Pair, speaker
from planner.language.addresses import english_address, japanese_address
from planner.language.figures import comma_list
from planner.language.food import SEVERE, food_name
from planner.language.names import family_word, full_name, in_both
from planner.language.telephones import dialled
from planner.language.terms import language_name, term
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import LanguageLevel, Reaction, Severity, Species, StayKind
from planner.model.people import AnimalNeed, FoodNeed, Person
from planner.model.plan import Plan
from planner.model.visits import Visit
from planner.papers import telephones
from planner.rules.nights import open_nights, stretches

_BEDS = (StayKind.HOME, StayKind.HOTEL, StayKind.ELSEWHERE)
_SPEAKS = (LanguageLevel.CONVERSATION, LanguageLevel.FLUENT, LanguageLevel.INTERPRETS, LanguageLevel.NATIVE)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the carrier lives: from which day on, with whom, and how that is reached where they are.

    Without a name nobody has said yet where that is.
    """

    since: dt.date
    name: Pair
    phone: str
    address: str
    is_family: bool


@dataclass(frozen=True, slots=True)
class Allergies:
    """What could kill, in the language of who reads it: the line to show, how bad, and what to do."""

    words: str
    is_severe: bool
    has_pens: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on one card that is not a fixed phrase. Numbers are as dialled in the host city."""

    member: Member
    visit: Visit
    duty: str
    chaperone: Pair | None
    chaperone_phone: str
    homes: tuple[Home, ...]
    insurer: str
    policy: str

    @property
    def person(self) -> Person:
        """Whose card it is."""
        return self.member.person


def card_of(plan: Plan, member: Member) -> Card:
    """Gather what stands on a member's card, from a plan as they or the staff may see it."""
    visit = plan.visit
    chaperone, insurer = telephones.chaperone_of(plan, member), telephones.insurer(visit)
    return Card(
        member=member,
        visit=visit,
        duty=telephones.number_of(telephones.duty(visit), visit),
        chaperone=in_both(full_name, chaperone.person) if chaperone else None,
        chaperone_phone=telephones.duty_number_of(chaperone, visit) if chaperone else "",
        homes=tuple(_homes(member, plan)),
        insurer=telephones.number_of(insurer, visit),
        policy=member.insurance_policy.strip() or (insurer.policy.strip() if insurer else ""),
    )


def local_language(visit: Visit) -> str:
    """Give the language of the people in the host city, whom a card is shown to."""
    return "ja" if visit.host_city.country == "JP" else "en"


def own_language(visit: Visit) -> str:
    """Give the language of those who travel."""
    return "ja" if visit.home_city.country == "JP" else "en"


def _homes(member: Member, plan: Plan) -> Iterator[Home]:
    """Give where somebody sleeps in the host city, each place once in a row, and from when on nobody has said where.

    Of nights before the first home nothing is told: who stands lost in the street has not slept anywhere yet.
    """
    stays = [one for one in member.stays if one.kind in _BEDS and (one.household or one.place) is not None]
    stays.sort(key=lambda one: one.first_night)
    told: list[tuple[dt.date, Stay | None]] = [(one.first_night, one) for one in stays]
    first = stays[0].first_night if stays else dt.date.max
    told += [(since, None) for since, _ in stretches(open_nights(member, plan)) if since > first]
    before: object = None
    for since, stay in sorted(told, key=lambda one: one[0]):
        where = None if stay is None else stay.household or stay.place
        if where is None or where is not before:
            yield Home(since, Pair("", ""), "", "", False) if stay is None else _home(stay, plan.visit)
            before = where


def _home(stay: Stay, visit: Visit) -> Home:
    country = visit.host_city.country
    home, place = stay.household, stay.place
    if home is not None:
        if country == "JP":
            lines = japanese_address(home.address_ja or home.address_en, home.postal_code)
        else:
            lines = english_address(home.address_en or home.address_ja, home.town, home.postal_code, country)
        name = in_both(family_word, home)
        return Home(stay.first_night, name, dialled(home.phone, country, country), _line(lines, country), True)
    assert place is not None
    lines = japanese_address(place.address_ja) if country == "JP" else english_address(place.address_en)
    name = Pair(place.name_en or place.name_ja, place.name_ja or place.name_en)
    return Home(stay.first_night, name, dialled(place.phone, country, country), _line(lines, country), False)


def _line(lines: list[str], country: str) -> str:
    return ("\u3000" if country == "JP" else ", ").join(lines)


def languages_of(card: Card, language: str) -> str:
    """Say which languages the carrier speaks: that of the home city, and others well enough to be talked to."""
    own = own_language(card.visit)
    others = [one.language for one in card.person.languages if one.level in _SPEAKS and one.language != own]
    names = [language_name(code, language) for code in (own, *others)]
    return ("・" if language == "ja" else f" {speaker(language).tr('and')} ").join(dict.fromkeys(names))


def allergies_of(person: Person, language: str) -> Allergies | None:
    """Say what somebody must not come into touch with; what they only would rather not eat is not on a card."""
    needs = [need for need in person.food_needs if need.severity is not Severity.DISLIKE]
    needs.sort(key=lambda need: need.severity not in SEVERE)
    words = [_food(need, language) for need in needs]
    animals = [need for need in person.animal_needs if need.may_be_allergy]
    words += [_animal(need, language) for need in animals]
    words += [person.other_allergies.strip()] if person.other_allergies.strip() else []
    if not words:
        return None
    severe = any(need.severity in SEVERE for need in needs) or any(need.severity in SEVERE for need in animals)
    return Allergies(comma_list(words, language), severe, bool(person.epinephrine_pens))


def _food(need: FoodNeed, language: str) -> str:
    here, name = speaker(language), food_name(need, language).upper()
    if need.severity is Severity.COOKED_OK:
        return name + here.tr(" (well cooked is fine)")
    if need.severity is Severity.SMALL_AMOUNTS_OK:
        return name + here.tr(" (a little is fine)")
    if need.severity is Severity.AIRBORNE:
        return name + here.tr(" (severe, even in the air)")
    return name + _how(need.severity in SEVERE, language)


def _animal(need: AnimalNeed, language: str) -> str:
    name = term(need.species, language)
    if need.species is Species.OTHER and need.words:
        name = need.words
    said = name.upper() + _how(need.severity in SEVERE, language)
    # Whoever finds the carrier has to know of it, and that nobody has said it is one.
    return said + speaker(language).tr(" (to be confirmed)") if need.reaction is Reaction.UNKNOWN else said


def _how(is_severe: bool, language: str) -> str:
    return speaker(language).tr(" (severe)") if is_severe else ""
