"""The guests and homes of a plan, each looked at once with all that the rules ask of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from planner.agenda.slots import times_of
from planner.clock.legs import nights_on_the_way
from planner.language.names import family_word, in_both
from planner.model.attendance import those_at, travels
from planner.model.cities import City
from planner.model.delegations import Member, Relation
from planner.model.households import Acquaintance
from planner.model.kinds import ActivityStatus, LanguageLevel, RelationKind, ReviewState, Side
from planner.model.plan import Plan
from planner.model.sheets import ReviewItem
from planner.rules.clearances import months_held
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.guests import Guest, level_of, minor_nights, nights_for
from planner.rules.homestays.homes import Home, home_of
from planner.rules.left import age_by, hosting

_LANGUAGES: Final = {"JP": "ja", "US": "en"}


def language_of(city: City) -> str:
    """Give the language of a city's country."""
    return _LANGUAGES.get(city.country, "en")


def guests_of(plan: Plan, nights: Nights) -> tuple[Guest, ...]:
    """Give everybody who travels, as the rules see them."""
    own, host = language_of(plan.visit.home_city), language_of(plan.visit.host_city)
    on_the_way = _on_the_way(plan, nights)
    relations = _relations(plan)
    known: dict[int, list[Acquaintance]] = {}
    for one in plan.all(Acquaintance):
        known.setdefault(one.person_id, []).append(one)
    offering = {offer.household_id for offer in hosting(plan)}
    words = _open_words(plan, "Member", _OF_GUESTS)
    found = []
    for member in plan.members:
        if not travels(member):
            continue
        person = member.person
        acquaintances = known.get(person.id, ())
        promised = {
            one.household_id: in_both(family_word, one.household)
            for one in acquaintances
            if one.promised and not one.waived.strip() and one.household_id in offering
        }
        found.append(
            Guest(
                member,
                nights_for(member, nights, on_the_way.get(member.id, 0)),
                minor_nights(member, nights),
                age_by(person, member.joins_on or nights.first),
                _own_language(member, own, host),
                host,
                level_of(person, host),
                promised,
                frozenset(one.household_id for one in acquaintances),
                tuple(said for _, said in words.get(member.uid, ())),
                relations.get(member.id, {}),
            )
        )
    return tuple(found)


def homes_of(plan: Plan, nights: Nights, driving_age: float, only: Collection[int] | None = None) -> tuple[Home, ...]:
    """Give the offers that stand, as the rules see them; `only` those of some households."""
    months = months_held(plan)
    side = Side.JAPAN if plan.visit.host_city.country == "JP" else Side.US
    words = _open_words(plan, "Household", _OF_HOMES)
    return tuple(
        home_of(offer, nights, months, side, driving_age, tuple(words.get(offer.household.uid, ())))
        for offer in hosting(plan)
        if only is None or offer.household_id in only
    )


def _own_language(member: Member, usual: str, host: str) -> str:
    """Give the language that somebody says is theirs, beside that of the host city; else that of the home city."""
    native = [one.language for one in member.person.languages if one.level is LanguageLevel.NATIVE]
    return next((one for one in native if one != host), usual)


def _relations(plan: Plan) -> Mapping[int, Mapping[int, RelationKind]]:
    found: dict[int, dict[int, RelationKind]] = {}
    for one in plan.all(Relation):
        found.setdefault(one.member_id, {})[one.other_id] = one.kind
        found.setdefault(one.other_id, {})[one.member_id] = one.kind
    return found


def _on_the_way(plan: Plan, nights: Nights) -> dict[int, Mask]:
    """Give for each member the nights that a leg of theirs takes."""
    found: dict[int, Mask] = {}
    for leg in plan.journeys:
        if leg.status is ActivityStatus.CANCELLED:
            continue
        departs, arrives = times_of(leg)
        if departs is None or arrives is None:
            continue
        mask = nights.of(nights_on_the_way(departs, arrives))
        if mask:
            for member in those_at(plan, leg):
                found[member.id] = found.get(member.id, 0) | mask
    return found


#: Doubts for which the record holds already whatever is stricter: without a reason, an animal is kept away as if by an
#: allergy.
_TAKEN_STRICTLY: Final = frozenset({"import-reaction-unstated"})
#: What of a form matters for where somebody lives, by what the words would have become.
_OF_GUESTS: Final = {
    "AnimalNeed": "animals", "FoodNeed": "food", "Person.diets": "food", "Person.conditions": "health",
    "Person.mobility": "health",
}  # fmt: skip
_OF_HOMES: Final = {
    "Bed": "beds", "Pet": "pets", "Household.cooks_for": "food", "column-cooks": "food", "Household.smoking": "smoke",
    "HostOffer.takes": "takes", "Resident": "people", "Clearance": "people", "NightOff": "nights",
}  # fmt: skip


def _open_words(plan: Plan, record: str, about: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Give what forms said and nobody has understood yet, by the record's uid, each with what it is about."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in _items(plan):
        if item.record == record and item.target in about:
            found.setdefault(item.record_uid, []).append((about[item.target], item.words))
    return found


def _items(plan: Plan) -> Iterator[ReviewItem]:
    return (
        item for item in plan.review_items if item.state is ReviewState.OPEN and item.reason not in _TAKEN_STRICTLY
    )


__all__ = ["guests_of", "homes_of", "language_of"]
