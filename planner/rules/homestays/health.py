"""Animals, food, smoke: what could harm a guest in a home, and what has to be asked (domain.md §3.2, rules 3 to 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from planner.language.marking import Pair
from planner.model.households import Pet
from planner.model.kinds import (
    Allergen,
    AnimalSize,
    Answer,
    Diet,
    Smoking,
    Species,
    Whereabouts,
)
from planner.model.kinds import Severity as Strictness
from planner.model.message import Message
from planner.model.people import AnimalNeed, FoodNeed
from planner.rules.finding import Severity, Subject
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home, covered
from planner.rules.homestays.hosting import told
from planner.rules.homestays.looks import Hit, Hits, of_pair
from planner.rules.programme.food import LABELLED, LABELS, small
from planner.rules.rule import Figures

_INDOORS: Final = frozenset({Whereabouts.INDOORS, Whereabouts.BOTH})
_DANGEROUS: Final = frozenset({Strictness.SEVERE, Strictness.AIRBORNE})
#: A family that cooks for the one serves what the others eat.
_SERVES: Final = {
    Diet.VEGAN: {Diet.VEGETARIAN, Diet.PESCATARIAN, Diet.NO_PORK, Diet.NO_BEEF, Diet.LACTOSE_FREE},
    Diet.VEGETARIAN: {Diet.PESCATARIAN, Diet.NO_PORK, Diet.NO_BEEF},
    Diet.PESCATARIAN: {Diet.NO_PORK, Diet.NO_BEEF},
    Diet.HALAL: {Diet.NO_PORK, Diet.NO_ALCOHOL},
    Diet.KOSHER: {Diet.NO_PORK},
}
_WITHOUT: Final = {Diet.GLUTEN_FREE: Allergen.GLUTEN, Diet.LACTOSE_FREE: Allergen.MILK}


def _keeps_away(guest: Guest) -> bool:
    return bool(guest.animals)


def _has_pets(home: Home) -> bool:
    return bool(home.pets)


@of_pair("home-animal", Severity.BLOCK, concerns=_keeps_away, where=_has_pets)
def animal(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """An animal lives indoors to which the guest is allergic, which they fear, or must keep away from by faith."""
    for need, pet in _meets(guest, home):
        if pet.lives in _INDOORS and _is_certain(need, pet):
            yield _hit(guest, home, need, pet)


@of_pair("home-animal-outdoors", Severity.WARN, concerns=_keeps_away, where=_has_pets)
def animal_outdoors(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """Such an animal lives outdoors."""
    for need, pet in _meets(guest, home):
        if pet.lives is Whereabouts.OUTDOORS and not need.indoors_only and _is_certain(need, pet):
            yield _hit(guest, home, need, pet)


@of_pair("home-animal-ask", Severity.WARN, concerns=_keeps_away, where=_has_pets)
def animal_ask(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """Whether an animal is one that must be kept away is not certain: its kind, its size or where it lives."""
    for need, pet in _meets(guest, home):
        if need.indoors_only and pet.lives is Whereabouts.OUTDOORS:
            continue
        if pet.lives is Whereabouts.UNKNOWN or not _is_certain(need, pet):
            yield _hit(guest, home, need, pet)


@of_pair(
    "home-pets-refused", Severity.WARN, concerns=lambda guest: guest.member.pets_ok is Answer.NO, where=_has_pets
)
def pets_refused(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """The guest would rather not live with pets."""
    indoors = [pet for pet in home.pets if pet.lives is not Whereabouts.OUTDOORS]
    if indoors:
        yield Hit(told(guest, home, pet=pet_name(indoors[0])))


def _meets(guest: Guest, home: Home) -> Iterator[tuple[AnimalNeed, Pet]]:
    for need in guest.animals:
        for pet in home.pets:
            same = pet.species is need.species or Species.ANY in (pet.species, need.species)
            unclear = Species.OTHER in (pet.species, need.species) and pet.species is not Species.FISH
            other_size = {need.size, pet.size} == {AnimalSize.SMALL, AnimalSize.LARGE}
            if (same or unclear) and not other_size:
                yield need, pet


def _is_certain(need: AnimalNeed, pet: Pet) -> bool:
    if Species.OTHER in (need.species, pet.species):
        return False
    return need.size in (AnimalSize.ANY, pet.size)


def _hit(guest: Guest, home: Home, need: AnimalNeed, pet: Pet) -> Hit:
    reason = Message.of(f"animal-by-{need.reaction.value}", animal=_animal(need), guest=guest.name)
    return Hit(told(guest, home, pet=pet_name(pet), reason=reason), others=(Subject("Pet", pet.id),))


def _animal(need: AnimalNeed) -> Pair | str:
    if need.species is Species.OTHER and need.words:
        return need.words
    return small(need.species)


def pet_name(pet: Pet) -> Pair | str:
    """Give an animal as a figure: its kind, or the family's words where the kind is none of the known ones."""
    return pet.words if pet.species is Species.OTHER and pet.words else small(pet.species)


# Food


def _must_avoid(guest: Guest) -> bool:
    return bool(guest.foods)


def _is_in_danger(guest: Guest) -> bool:
    return any(need.severity in _DANGEROUS for need in guest.foods)


def _cannot_avoid_some(home: Home) -> bool:
    return bool(home.cannot_avoid)


@of_pair("home-food-severe", Severity.BLOCK, source=LABELS, concerns=_must_avoid, where=_cannot_avoid_some)
def food_severe(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family cannot cook without what the guest is severely allergic to."""
    return _foods(guest, home, (need for need in guest.foods if need.severity in _DANGEROUS and _cannot(home, need)))


@of_pair("home-food", Severity.WARN, source=LABELS, concerns=_must_avoid, where=_cannot_avoid_some)
def food(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family cannot cook without what the guest must avoid."""
    avoided = (need for need in guest.foods if need.severity is Strictness.AVOID and _cannot(home, need))
    return _foods(guest, home, avoided)


@of_pair("home-food-ask", Severity.WARN, source=LABELS, concerns=_is_in_danger)
def food_ask(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Nobody has said whether the family can cook without what the guest is severely allergic to."""
    asked = (need for need in guest.foods if need.severity in _DANGEROUS and _is_open(home, need))
    return _foods(guest, home, (need for need in asked if not _is_unnamed(home, need)))


@of_pair("home-food-ask-mild", Severity.NOTE, source=LABELS, concerns=_must_avoid)
def food_ask_mild(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Nobody has said whether the family can cook without what the guest must avoid, or eats only a little of."""
    asked = (need for need in guest.foods if need.severity not in _DANGEROUS and _is_open(home, need))
    return _foods(guest, home, asked)


@of_pair("home-food-label", Severity.WARN, source=LABELS, concerns=_is_in_danger)
def food_label(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Labels of the host country need not name what the guest is severely allergic to, and the family did not say."""
    asked = (need for need in guest.foods if need.severity in _DANGEROUS and _is_open(home, need))
    return _foods(guest, home, (need for need in asked if _is_unnamed(home, need)))


def _is_unnamed(home: Home, need: FoodNeed) -> bool:
    return need.allergen is not Allergen.OTHER and need.allergen not in LABELLED[home.side]


@of_pair("home-diet", Severity.WARN, concerns=lambda guest: bool(guest.diets))
def diet(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The family has not said that it can cook for how the guest eats."""
    lacking = [one for one in guest.diets if not cooks_for(home, one)]
    return (Hit(told(guest, home, diets=[small(one) for one in lacking])),) if lacking else ()


def cooks_for(home: Home, diet: Diet) -> bool:
    """Say whether a family can cook for a diet, by itself or by a stricter one; alcohol needs no cook."""
    household = home.household
    if diet is Diet.NO_ALCOHOL or diet in household.cooks_for:
        return True
    if any(diet in _SERVES.get(one, ()) for one in household.cooks_for):
        return True
    return _WITHOUT.get(diet) in home.cooks_without


def cooks_without(home: Home, need: FoodNeed) -> bool:
    """Say whether a family has said that it can cook without a food."""
    return _can(home, need)


def _foods(guest: Guest, home: Home, needs: Iterable[FoodNeed]) -> Hits:
    foods = list(dict.fromkeys(food_name(need) for need in needs))
    return (Hit(told(guest, home, food=foods)),) if foods else ()


def food_name(need: FoodNeed) -> Pair | str:
    """Give a food as a figure: its name, or the guest's words where it is none of the known ones."""
    return need.words if need.allergen is Allergen.OTHER and need.words else small(need.allergen)


def _can(home: Home, need: FoodNeed) -> bool:
    return need.allergen is not Allergen.OTHER and need.allergen in home.cooks_without


def _cannot(home: Home, need: FoodNeed) -> bool:
    return bool(home.cannot_avoid) and bool(covered([need.allergen]) & home.cannot_avoid)


def _is_open(home: Home, need: FoodNeed) -> bool:
    return not _can(home, need) and not _cannot(home, need)


# Smoke


def _minds_smoke(guest: Guest) -> bool:
    return not guest.bears_smoke or guest.member.smokers_ok is Answer.NO


@of_pair(
    "home-smoke", Severity.BLOCK, concerns=lambda guest: not guest.bears_smoke,
    where=lambda home: home.smoking is Smoking.INDOORS,
)  # fmt: skip
def smoke(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Somebody smokes indoors, and the guest has asthma or cannot bear smoke."""
    return (Hit(told(guest, home)),)


@of_pair(
    "home-smoke-refused", Severity.BLOCK, concerns=lambda guest: guest.member.smokers_ok is Answer.NO,
    where=lambda home: home.smoking is Smoking.INDOORS,
)  # fmt: skip
def smoke_refused(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Somebody smokes indoors, and the guest has said no to that."""
    return () if not guest.bears_smoke else (Hit(told(guest, home)),)


@of_pair(
    "home-smoke-outdoors", Severity.NOTE, concerns=_minds_smoke,
    where=lambda home: home.smoking in (Smoking.OUTDOORS, Smoking.BALCONY),
)  # fmt: skip
def smoke_outdoors(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Somebody smokes outdoors, and the guest minds smoke."""
    return (Hit(told(guest, home)),)


@of_pair(
    "home-smoke-unknown", Severity.WARN, concerns=lambda guest: not guest.bears_smoke,
    where=lambda home: home.smoking is Smoking.UNKNOWN,
)  # fmt: skip
def smoke_unknown(guest: Guest, home: Home, figures: Figures) -> Hits:
    """Nobody has said whether somebody smokes, and the guest cannot bear smoke."""
    return (Hit(told(guest, home)),)


@of_pair(
    "home-guest-smokes", Severity.BLOCK,
    concerns=lambda guest: guest.person.smoking not in (Smoking.UNKNOWN, Smoking.NO),
    where=lambda home: home.household.takes_smokers is Answer.NO,
)  # fmt: skip
def guest_smokes(guest: Guest, home: Home, figures: Figures) -> Hits:
    """The guest smokes, and the family does not take smokers."""
    return (Hit(told(guest, home)),)


#: What open words are about that can harm a guest, and whom they concern.
_ASKED: Final[dict[str, Callable[[Guest], bool]]] = {
    "beds": lambda guest: True,
    "pets": lambda guest: bool(guest.animals) or guest.member.pets_ok is Answer.NO,
    "food": lambda guest: bool(guest.foods or guest.diets),
    "smoke": _minds_smoke,
    "takes": lambda guest: True,
    "people": lambda guest: guest.is_minor,
    "nights": lambda guest: True,
}


@of_pair("home-words", Severity.WARN, where=lambda home: bool(home.open_words))
def words(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """The family wrote something that nobody has understood yet, and it may matter to this guest."""
    asked = [said for about, said in home.open_words if _ASKED[about](guest)]
    if asked:
        yield Hit({"home": home.name, "words": asked})


@of_pair("home-guest-words", Severity.WARN, concerns=lambda guest: bool(guest.open_words))
def guest_words(guest: Guest, home: Home, figures: Figures) -> Iterator[Hit]:
    """The guest wrote something about health, food or animals that nobody has understood yet."""
    yield Hit(told(guest, home, words=list(guest.open_words)))


#: In the order in which they are listed.
RULES: Final = (
    animal, animal_outdoors, animal_ask, pets_refused, food_severe, food, food_ask, food_ask_mild, food_label, diet,
    smoke, smoke_refused, smoke_outdoors, smoke_unknown, guest_smokes, words, guest_words,
)  # fmt: skip
