"""What makes a pairing good: wishes with weights, each worth so many points (domain.md §3.3).

A wish says what share of its weight a guest and a home earn, between 0 and 1. Points are only reckoned; the words for
them are made when somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Final

from planner.model.kinds import Answer, LanguageLevel, Preset, Smoking, Whereabouts
from planner.model.ruling import RuleSetting
from planner.rules.homestays.guests import Guest, at_least
from planner.rules.homestays.health import cooks_for, cooks_without
from planner.rules.homestays.homes import Home
from planner.rules.rule import Figures, Presets
from planner.rules.settings import figures_in

Share = Callable[[Guest, Home, Figures], float]


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish: its weight and its other figures, by preset, and what a pairing earns of it."""

    code: str
    figures: Figures
    share: Share
    #: All that matters of a guest: who are alike in it earn the same in every home.
    of_guest: Callable[[Guest], Hashable]
    presets: Presets = field(default_factory=dict)

    def figures_in(self, preset: Preset, setting: RuleSetting | None) -> Figures:
        """Give the figures as a preset has them and a visit changes them."""
        return figures_in(self, preset, setting)


def of_wish(
    code: str, weight: float, of_guest: Callable[[Guest], Hashable], **figures: float
) -> Callable[[Share], Wish]:
    """Make a function that gives a share a wish; `of_guest` gives all that it reads of a guest."""

    def make(share: Share) -> Wish:
        return Wish(code, {"weight": weight, **figures}, share, of_guest)

    return make


@of_wish("wish-sibling", 18, lambda guest: (guest.gender, guest.age, guest.is_minor, guest.nights), full=2, half=3)
def sibling(guest: Guest, home: Home, figures: Figures) -> float:
    """A child of the family near the guest's age: two years are worth all, three half; another gender half of that."""
    if not guest.is_minor:
        # Families without children of that age take chaperones: nothing to wish for.
        return 1.0
    if guest.age is None:
        return 0.0
    best = 0.0
    for one in home.children:
        if one.age is not None and one.present & guest.nights:
            years = abs(one.age - guest.age)
            near = 1.0 if years <= figures["full"] else 0.5 if years <= figures["half"] else 0.0
            best = max(best, near if one.gender is guest.gender else near / 2)
    return best


@of_wish("wish-interests", 16, lambda guest: guest.interests)
def interests(guest: Guest, home: Home, figures: Figures) -> float:
    """Something both like: one thing the same is worth half, two all; of one kind, as piano and violin, a quarter."""
    if not guest.interests:
        return 1.0
    same = len(guest.interests & home.interests)
    if same >= 2 or (same and len(guest.interests) == 1):
        return 1.0
    if same:
        return 0.75
    return 0.4 if guest.interest_kinds & home.interest_kinds else 0.0


@of_wish("wish-reciprocity", 14, lambda guest: guest.known_by)
def reciprocity(guest: Guest, home: Home, figures: Figures) -> float:
    """They know each other: their own child stayed there, they were here before; else that a family's child travels."""
    if home.id in guest.known_by:
        return 1.0
    return 0.5 if home.household.reciprocity.strip() else 0.0


@of_wish("wish-language", 12, lambda guest: (guest.level, guest.own_language))
def language(guest: Guest, home: Home, figures: Figures) -> float:
    """They can talk with each other, in whichever of the two languages."""
    if at_least(guest.level, LanguageLevel.CONVERSATION) or home.speaks(guest.own_language, LanguageLevel.CONVERSATION):
        return 1.0
    if at_least(guest.level, LanguageLevel.SIMPLE) or home.speaks(guest.own_language, LanguageLevel.SIMPLE):
        return 2 / 3
    knows = guest.level is LanguageLevel.GREETINGS or home.speaks(guest.own_language, LanguageLevel.GREETINGS)
    return 1 / 3 if knows else 0.0


@of_wish("wish-diet", 8, lambda guest: (guest.diets, tuple(need.allergen for need in guest.foods)))
def diet(guest: Guest, home: Home, figures: Figures) -> float:
    """The family has said that it can cook for the guest: for each food and diet that it has not, a part is lost."""
    asked = len(guest.diets) + len(guest.foods)
    if not asked:
        return 1.0
    easy = sum(cooks_for(home, one) for one in guest.diets) + sum(cooks_without(home, one) for one in guest.foods)
    return easy / asked


@of_wish("wish-pets", 8, lambda guest: (guest.member.pets_ok, guest.disliked_animals))
def pets(guest: Guest, home: Home, figures: Figures) -> float:
    """Pets for who likes them, none for who would rather not; who said nothing is easy with either."""
    indoors = [pet for pet in home.pets if pet.lives is not Whereabouts.OUTDOORS]
    if any(pet.species in guest.disliked_animals for pet in home.pets):
        return 0.0
    if guest.member.pets_ok is Answer.NO:
        return 0.0 if indoors else 1.0
    if guest.member.pets_ok is Answer.YES:
        return 1.0 if home.pets else 0.5
    return 1.0 if not indoors else 0.75


@of_wish("wish-minutes", 8, lambda guest: None, full=15, none=40)
def minutes(guest: Guest, home: Home, figures: Figures) -> float:
    """It is not far to the meeting point: so many minutes or fewer are worth all, so many or more nothing."""
    far = home.household.minutes_to_meeting_point
    if far is None:
        return 0.5
    full, none = figures["full"], max(figures["none"], figures["full"] + 1)
    return min(1.0, max(0.0, (none - far) / (none - full)))


@of_wish("wish-asked", 6, lambda guest: (guest.kind, guest.age))
def asked(guest: Guest, home: Home, figures: Figures) -> float:
    """The guest is as the family wished, where that is only a wish."""
    offer = home.offer
    if guest.kind is not None and offer.takes and guest.kind not in offer.takes:
        return 0.0
    age = guest.age
    first, last = offer.ages_from, offer.ages_to
    if age is not None and ((first is not None and age < first) or (last is not None and age > last)):
        return 0.0
    return 1.0


@of_wish("wish-involvement", 4, lambda guest: guest.member.involvement)
def involvement(guest: Guest, home: Home, figures: Figures) -> float:
    """They want to do as much together: on a scale from 1 to 10 the difference costs."""
    mine, theirs = guest.member.involvement, home.household.involvement
    if mine is None or theirs is None:
        return 1.0 if mine is None else 0.5
    return 1 - min(abs(mine - theirs), 9) / 9


@of_wish("wish-smoke", 3, lambda guest: guest.member.smokers_ok)
def smoke(guest: Guest, home: Home, figures: Figures) -> float:
    """Nobody smokes; who smokes outdoors only costs half, unless the guest does not mind."""
    if guest.member.smokers_ok in (Answer.YES, Answer.EITHER) or home.smoking is Smoking.NO:
        return 1.0
    return 0.0 if home.smoking is Smoking.INDOORS else 0.5


@of_wish("wish-faith", 3, lambda guest: (guest.practises, guest.faiths))
def faith(guest: Guest, home: Home, figures: Figures) -> float:
    """Who practises a faith is welcome with it, is driven to services, or lives with people of the same."""
    household = home.household
    if not guest.practises or guest.faiths & home.faiths or household.services.strip():
        return 1.0
    if household.other_faiths_ok is Answer.NO:
        return 0.0
    return 0.75 if household.other_faiths_ok is Answer.YES else 0.5


@of_wish("wish-first-time", 0, lambda guest: None)
def first_time(guest: Guest, home: Home, figures: Figures) -> float:
    """A family that hosts for the first time has its turn (Ichinomiya); by weight only where a visit says so."""
    return 1.0 if home.is_new else 0.0


@of_wish("wish-friends", 14, lambda guest: None)
def friends(guest: Guest, home: Home, figures: Figures) -> float:
    """Friends are in one home: earned only where they are (`planner.rules.homestays.Homestays.worth_together`)."""
    return 0.0


#: In the order in which they are told.
WISHES: Final = (
    sibling, friends, interests, reciprocity, language, diet, pets, minutes, asked, involvement, smoke, faith,
    first_time,
)  # fmt: skip
