"""What has to be minded with a guest and with a home, as small icons with words: on the night board and in its tray."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from planner.clock import age_on, birthday_in
from planner.language import screen_language, tr, trn
from planner.language.dates import day_text
from planner.language.food import SEVERE, food_line, food_need
from planner.language.names import called_name, full_name
from planner.language.terms import term
from planner.model.delegations import Member
from planner.model.households import HostOffer, Resident
from planner.model.kinds import Allergen, Answer, LanguageLevel, Smoking, Whereabouts, WishKind
from planner.model.plan import Plan
from planner.rules.clearances import adults_to_clear
from planner.rules.left import ADULT
from planner.ui.boards.nights.blocks import Sign
from planner.ui.pages.people.words import ANIMALS, animal_word, host_language
from planner.ui.widgets.words import listed

_NUTS = frozenset({Allergen.PEANUT, Allergen.WALNUT})
_HARDLY = frozenset({LanguageLevel.NONE, LanguageLevel.GREETINGS})
_SMOKE = frozenset({Smoking.OUTDOORS, Smoking.BALCONY, Smoking.INDOORS})


def guest_signs(member: Member, plan: Plan) -> tuple[Sign, ...]:
    """Give what has to be minded with a guest: animals, food, health, language, friends, a birthday."""
    return tuple(_guest(member, plan))


def _guest(member: Member, plan: Plan) -> Iterator[Sign]:
    person, language = member.person, screen_language()
    for need in person.animal_needs:
        yield Sign(ANIMALS.get(need.species, "paw"), animal_word(need), "wrong")
    foods = [need for need in person.food_needs if need.severity in SEVERE]
    if foods:
        icon = "peanut" if any(need.allergen in _NUTS for need in foods) else "allergy"
        yield Sign(icon, listed([food_need(need, language) for need in foods]), "wrong")
    elif person.food_needs or person.diets or person.diet_words:
        nuts = any(need.allergen in _NUTS for need in person.food_needs)
        yield Sign("peanut" if nuts else "diet", food_line(person, language), "check")
    if person.epinephrine_pens:
        yield Sign("injector", tr("carries epinephrine pens"), "wrong")
    if person.conditions:
        yield Sign("medical", person.conditions, "check")
    if member.motion_sick is Answer.YES:
        yield Sign("queasy", tr("gets car-sick"), "check")
    if person.mobility:
        yield Sign("stairs", person.mobility, "check")
    here = host_language(plan)
    level = next((one.level for one in person.languages if one.language == here), LanguageLevel.UNKNOWN)
    if level in _HARDLY:
        yield Sign("speech", tr("hardly speaks the language"), "check")
    yield from _wishes(member)
    birthday = birthday_between(person.birth_date, plan.visit.first_day, plan.visit.last_day)
    if birthday is not None:
        yield Sign("cake", tr("birthday on {day}", day=day_text(birthday, language, "short")), "grey")


def _wishes(member: Member) -> Iterator[Sign]:
    for kind, icon, tone in ((WishKind.TOGETHER, "link", "chosen"), (WishKind.APART, "apart", "check")):
        found = [wish for wish in member.wishes if wish.kind is kind and (wish.other is not None or wish.words)]
        if found:
            names = listed([_other(wish.other, wish.words) for wish in found])
            together = kind is WishKind.TOGETHER
            yield Sign(icon, tr("with {name}", name=names) if together else tr("not with {name}", name=names), tone)


def _other(other: Member | None, words: str) -> str:
    return words if other is None else called_name(other.person, screen_language())


class HomeSigns:
    """The signs of homes; what all need to know of the plan is worked out once."""

    def __init__(self, plan: Plan) -> None:
        self._lacking: defaultdict[int, list[Resident]] = defaultdict(list)
        for resident in adults_to_clear(plan):
            self._lacking[resident.household_id].append(resident)

    def of(self, offer: HostOffer) -> tuple[Sign, ...]:
        """Give the signs of a home: animals, smoke, faith, stairs, seats with belts, clearances."""
        return tuple(self._of(offer))

    def _of(self, offer: HostOffer) -> Iterator[Sign]:
        home, language = offer.household, screen_language()
        if offer.backup:
            yield Sign("backup", tr("backup home"), "check")
        for pet in home.pets:
            where = "" if pet.lives is Whereabouts.UNKNOWN else term(pet.lives, language).lower()
            yield Sign(ANIMALS.get(pet.species, "paw"), pet.words or listed([term(pet.species, language), where]))
        if home.smoking in _SMOKE:
            words = tr("smoking: {where}", where=term(home.smoking, language).lower())
            yield Sign("smoke", words, "wrong" if home.smoking is Smoking.INDOORS else "text2")
        if home.faith:
            yield Sign("faith", home.faith)
        if home.steep_stairs is Answer.YES or any(bed.steep_stairs for bed in home.beds):
            yield Sign("stairs", tr("steep stairs"))
        if home.belted_seats is not None:
            seats = trn("{count} seat with a belt for guests", "{count} seats with belts for guests", home.belted_seats)
            yield Sign("car", seats, "text2" if home.belted_seats else "check", str(home.belted_seats))
        lacking = self._lacking.get(home.id, ())
        if lacking:
            names = listed([full_name(resident.person, language) for resident in lacking])
            yield Sign("shield-warn", tr("no clearance to the end of the visit: {names}", names=names), "check")
        elif home.residents:
            yield Sign("shield-good", tr("every adult is cleared to the end of the visit"), "good")

    def turning(self, offer: HostOffer, first: dt.date, last: dt.date) -> Iterator[tuple[Resident, dt.date]]:
        """Give who is a child when the visit begins, comes of age during it and is not cleared, with the day."""
        for resident in self._lacking.get(offer.household_id, ()):
            born = resident.person.birth_date
            day = birthday_between(born, first, last)
            if born is not None and day is not None and age_on(born, first) < ADULT <= age_on(born, day):
                yield resident, day


def birthday_between(born: dt.date | None, first: dt.date, last: dt.date) -> dt.date | None:
    """Give the day from `first` to `last` on which somebody turns a year older; None if there is none."""
    if born is None:
        return None
    days = (birthday_in(born, year) for year in range(first.year, last.year + 1))
    return next((day for day in days if first <= day <= last), None)
