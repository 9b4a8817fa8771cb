"""A home as the rules see it: its beds by room, who lives there and when, what it takes; worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from planner.language.marking import Pair
from planner.language.names import family_word, in_both
from planner.model.households import Bed, HostOffer, Household, Pet
from planner.model.kinds import Allergen, Answer, BedKind, GuestKind, LanguageLevel, Side, Smoking
from planner.rules.finding import Subject
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.dwellers import Dweller, dweller_of, words_of
from planner.rules.homestays.faiths import Faith, faiths_in
from planner.rules.homestays.guests import at_least, best, digits_of, level_of
from planner.rules.homestays.interests import Interest, interests_in
from planner.rules.left import SHARED_BY_COUPLES

#: Words of forms that say that a family has not hosted yet.
_NEVER: Final = re.compile(
    r"\s*(no|none|never|first time.*|いいえ|なし|無し|ない|初めて.*|はじめて.*)?[\s.。]*", re.IGNORECASE
)

#: Who cooks without the one cooks without the others.
_COVERS: Final = {
    Allergen.CRUSTACEANS: {Allergen.SHRIMP, Allergen.CRAB},
    Allergen.TREE_NUTS: {Allergen.WALNUT},
    Allergen.GLUTEN: {Allergen.WHEAT},
}


def covered(foods: Iterable[Allergen]) -> frozenset[Allergen]:
    """Give foods with those that are kinds of them: who keeps crustaceans away keeps shrimp away."""
    return frozenset(foods).union(*(_COVERS.get(one, ()) for one in foods))


@dataclass(frozen=True, eq=False)
class Place:
    """One place to sleep that a guest can have; a double is one, which a couple shares."""

    bed: Bed
    room: Room
    number: int

    @cached_property
    def kind(self) -> BedKind:
        """What it is."""
        return self.bed.kind

    @cached_property
    def takes_couple(self) -> bool:
        """Whether two who are a couple sleep in it."""
        return self.bed.kind in SHARED_BY_COUPLES

    @cached_property
    def alike(self) -> tuple[object, ...]:
        """What tells it from others: of places that are alike it does not matter who has which."""
        return self.room.key, self.bed.kind, self.bed.steep_stairs, self.bed.socket


@dataclass(frozen=True, eq=False)
class Room:
    """A room of a home with beds for guests, and who of the family sleeps in it too."""

    key: str
    words: str
    sharers: tuple[Dweller, ...]
    #: Somebody of the family sleeps here, but who is not clear from the words.
    sharer_words: str = ""

    @property
    def is_shared(self) -> bool:
        """Whether somebody of the family sleeps in it."""
        return bool(self.sharers or self.sharer_words)


@dataclass(frozen=True, eq=False)
class Home:
    """A household's offer for the visit."""

    offer: HostOffer
    #: The nights on which it can take guests, and all nights of the visit.
    nights: Mask
    every_night: Mask
    dwellers: tuple[Dweller, ...]
    places: tuple[Place, ...]
    side: Side
    driving_age: float
    #: Words of its form that nobody has understood yet, by what they are about.
    open_words: tuple[tuple[str, str], ...]

    @cached_property
    def id(self) -> int:
        """The household's row."""
        return self.offer.household_id

    @cached_property
    def household(self) -> Household:
        """The home itself."""
        return self.offer.household

    @cached_property
    def name(self) -> Pair:
        """The family's name."""
        return in_both(family_word, self.household)

    @cached_property
    def subject(self) -> Subject:
        """What a finding about it leads to."""
        return Subject("Household", self.offer.household_id)

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        """The rooms with places for guests, in the order of their beds."""
        return tuple({place.room.key: place.room for place in self.places}.values())

    @cached_property
    def capacity(self) -> int:
        """How many guests it takes at most, a couple counted as one: by its beds, and by what the family says."""
        most = self.offer.most_guests
        return len(self.places) if most is None else min(most, len(self.places))

    @cached_property
    def takes(self) -> frozenset[GuestKind]:
        """Whom the family takes; nothing if nobody has said."""
        return self.offer.takes

    @cached_property
    def ages(self) -> tuple[int | None, int | None]:
        """From which age to which it takes guests."""
        return self.offer.ages_from, self.offer.ages_to

    @cached_property
    def has_nights_off(self) -> bool:
        """Whether there are nights on which it cannot take anybody, though it does on others."""
        return self.nights != self.every_night and not self.offer.day_only

    @cached_property
    def pets(self) -> tuple[Pet, ...]:
        """Its animals."""
        return tuple(self.household.pets)

    @cached_property
    def cooks_without(self) -> frozenset[Allergen]:
        """What the family says it can cook without, with what that includes."""
        return covered(self.household.cooks_without)

    @cached_property
    def cannot_avoid(self) -> frozenset[Allergen]:
        """What the family says it cannot cook without."""
        return covered(self.household.cannot_avoid)

    @cached_property
    def is_backup(self) -> bool:
        """Whether it takes guests only if another family drops out."""
        return self.offer.backup

    @cached_property
    def is_new(self) -> bool:
        """Whether the family hosts for the first time, by its answer or by the words about earlier hosting."""
        return is_first_time(self.offer)

    @cached_property
    def seats(self) -> int | None:
        """Seats with belts for guests; None if nobody has said."""
        return self.household.belted_seats

    @cached_property
    def drivers(self) -> tuple[Dweller, ...]:
        """Who drives guests and is not known to be too young or refused."""
        return tuple(
            one
            for one in self.dwellers
            if one.resident.drives_guests
            and one.resident.driver_approved is not Answer.NO
            and (one.age is None or one.age >= self.driving_age)
        )

    @cached_property
    def phones(self) -> frozenset[str]:
        """The numbers by which one reaches this home, as digits."""
        phones = [self.household.phone, *(one.person.phone for one in self.dwellers)]
        return frozenset(digits for phone in phones if (digits := digits_of(phone)))

    @cached_property
    def smoking(self) -> Smoking:
        """Where somebody smokes at home, the nearest to the guests of all that is said."""
        said = [self.household.smoking, *(one.person.smoking for one in self.dwellers if one.present)]
        order = (Smoking.INDOORS, Smoking.BALCONY, Smoking.OUTDOORS, Smoking.NO)
        return next((one for one in order if one in said), Smoking.UNKNOWN)

    @cached_property
    def adults(self) -> tuple[Dweller, ...]:
        """Who is of age and at home on some night."""
        return tuple(one for one in self.dwellers if one.present & one.adult)

    @cached_property
    def children(self) -> tuple[Dweller, ...]:
        """Who is not of age on any night and not always away."""
        return tuple(one for one in self.dwellers if one.present and not one.adult)

    @cached_property
    def interests(self) -> frozenset[Interest]:
        """What the family and its members like, as far as the words can be understood."""
        words = [self.household.interests_en, self.household.interests_ja, self.household.notes]
        words += [f"{one.person.interests_en}\n{one.person.interests_ja}" for one in self.dwellers]
        return interests_in("\n".join(words))

    @cached_property
    def interest_kinds(self) -> frozenset[str]:
        """The kinds of things they like."""
        return frozenset(one.kind for one in self.interests)

    @cached_property
    def faiths(self) -> frozenset[Faith]:
        """The faiths their words and their kitchen speak of."""
        return faiths_in(self.household.faith, self.household.cooks_for)

    def speaks(self, language: str, wanted: LanguageLevel) -> bool:
        """Say whether somebody at home speaks a language so well or better."""
        return at_least(self.level_of(language), wanted)

    def level_of(self, language: str) -> LanguageLevel | None:
        """Give how well somebody at home speaks a language; None if nobody does."""
        if language not in self._levels:
            known = [level for one in self.dwellers if one.present and (level := level_of(one.person, language))]
            self._levels[language] = best(known)
        return self._levels[language]

    @cached_property
    def _levels(self) -> dict[str, LanguageLevel | None]:
        return {}


def is_first_time(offer: HostOffer) -> bool:
    """Say whether a family hosts for the first time, by its answer or by its words about earlier hosting."""
    if offer.first_time is not Answer.UNKNOWN:
        return offer.first_time is Answer.YES
    words = offer.household.hosted_before
    return bool(words.strip()) and _NEVER.fullmatch(words) is not None


def home_of(offer: HostOffer, nights: Nights, months: int | None, side: Side, driving_age: float,
            open_words: tuple[tuple[str, str], ...]) -> Home:  # fmt: skip
    """Look at an offer once; `months` is how long a clearance is good for, None if the visit does not ask."""
    dwellers = tuple(dweller_of(one, nights, months) for one in offer.household.residents)
    takes = 0 if offer.day_only else nights.every & ~nights.of(one.night for one in offer.nights_off)
    places = tuple(_places(offer.household, dwellers))
    return Home(offer, takes, nights.every, dwellers, places, side, driving_age, open_words)


def _places(household: Household, dwellers: tuple[Dweller, ...]) -> Iterator[Place]:
    rooms: dict[str, Room] = {}
    for key, beds in _by_room(household).items():
        words = " ".join(dict.fromkeys(bed.shared_with.strip() for bed in beds if bed.shared_with.strip()))
        named = words_of(words)
        sharers = tuple(one for one in dwellers if named & one.called) if named else ()
        rooms[key] = room = Room(key, beds[0].room.strip(), sharers, "" if sharers else words)
        for bed in beds:
            many = 1 if bed.kind in SHARED_BY_COUPLES else bed.sleeps or 1
            for number in range(many):
                yield Place(bed, room, number)


def _by_room(household: Household) -> dict[str, list[Bed]]:
    """Put beds together by their room's name; beds without one are together if the same person sleeps there."""
    rooms: dict[str, list[Bed]] = {}
    for bed in household.beds:
        named = bed.room.strip().casefold() or bed.shared_with.strip().casefold()
        rooms.setdefault(named or f"bed {bed.id}", []).append(bed)
    return rooms
