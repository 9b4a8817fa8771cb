"""A guest as the rules about homes see them: what matters of a member, worked out once for all homes."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

from planner.clock import birthday_in
from planner.language.marking import Pair
from planner.language.names import called_name, in_both
from planner.model.delegations import Member
from planner.model.homestays import Stay
from planner.model.kinds import (
    Answer,
    Diet,
    Gender,
    GuestKind,
    LanguageLevel,
    Reaction,
    RelationKind,
    Role,
    RoomsWith,
    Severity,
    Species,
    StayKind,
    WishKind,
)
from planner.model.people import AnimalNeed, FoodNeed, Person
from planner.rules.finding import Subject
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.faiths import Faith, faiths_in
from planner.rules.homestays.interests import Interest, interests_in
from planner.rules.left import ADULT, age_by
from planner.rules.programme.diets import diets_of
from planner.rules.programme.places import avoids_steps

#: Asthma in the words of forms: who has it is taken for somebody who cannot bear smoke until they say otherwise.
_ASTHMA: Final = re.compile(r"asthma|ぜんそく|ゼンソク|喘息|smoke|たばこ|タバコ|煙", re.IGNORECASE)
_AT_NIGHT: Final = re.compile(r"c-?pap|シーパップ|無呼吸|sleep apn", re.IGNORECASE)
#: Such forms of a language count as the language itself.
_LEVELS: Final = {level: place for place, level in enumerate(LanguageLevel)}
#: Whose age nobody has said counts as a minor.
_YOUNG: Final = frozenset({Role.STUDENT, Role.PLAYER})
#: Nights that need no home.
_ELSEWHERE: Final = frozenset({StayKind.HOTEL, StayKind.IN_THE_AIR, StayKind.ELSEWHERE})


def level_of(person: Person, language: str) -> LanguageLevel | None:
    """Give how well somebody speaks a language; None if it is not among theirs."""
    return best([one.level for one in person.languages if one.language == language])


def best(levels: Iterable[LanguageLevel]) -> LanguageLevel | None:
    """Give the highest of some levels; None if there is none."""
    return max(levels, key=lambda level: _LEVELS.get(level, 0), default=None)


def at_least(level: LanguageLevel | None, wanted: LanguageLevel) -> bool:
    """Say whether a level is known and not below another."""
    return level is not None and _LEVELS.get(level, 0) >= _LEVELS[wanted]


@dataclass(frozen=True, eq=False)
class Guest:
    """A member who travels, with the nights for which they need a family's home."""

    member: Member
    nights: Mask
    #: The nights on which they are not yet of age; of students and players an unknown age counts as a minor's.
    minor: Mask
    age: int | None
    own_language: str
    host_language: str
    #: How well they speak the language of the host city; None if nobody has said.
    level: LanguageLevel | None
    #: Families that have promised to take them, by household, with their names.
    promised: Mapping[int, Pair] = field(default_factory=dict)
    #: The households that know them already.
    known_by: frozenset[int] = frozenset()
    #: What their form said of health, food and animals and nobody has understood yet.
    open_words: tuple[str, ...] = ()
    #: How they are related to other members, by the other's id.
    relations: Mapping[int, RelationKind] = field(default_factory=dict)

    @cached_property
    def id(self) -> int:
        """The member's row."""
        return self.member.id

    @cached_property
    def name(self) -> Pair:
        """What they are called."""
        return in_both(called_name, self.member.person)

    @cached_property
    def subject(self) -> Subject:
        """What a finding about them leads to."""
        return Subject("Member", self.member.id)

    @cached_property
    def person(self) -> Person:
        """The human being."""
        return self.member.person

    @cached_property
    def gender(self) -> Gender:
        """As the person says."""
        return self.member.person.gender

    @cached_property
    def is_minor(self) -> bool:
        """Whether they are a minor on any night."""
        return bool(self.minor)

    @cached_property
    def is_chaperone(self) -> bool:
        """Whether they look after others."""
        return self.member.role.is_chaperone

    @cached_property
    def kind(self) -> GuestKind | None:
        """As whom a family would take them; None where the gender is not stated, or not one of two."""
        kinds = {
            Gender.FEMALE: (GuestKind.GIRL, GuestKind.WOMAN),
            Gender.MALE: (GuestKind.BOY, GuestKind.MAN),
        }.get(self.gender)
        return None if kinds is None else kinds[not self.is_minor]

    @cached_property
    def animals(self) -> tuple[AnimalNeed, ...]:
        """The animals that must be kept away, for whatever reason but mere dislike."""
        return tuple(
            need
            for need in self.person.animal_needs
            if need.reaction is not Reaction.DISLIKE and need.severity is not Severity.DISLIKE
        )

    @cached_property
    def disliked_animals(self) -> frozenset[Species]:
        """The animals they would rather not live with, for whatever reason."""
        return frozenset(need.species for need in self.person.animal_needs)

    @cached_property
    def foods(self) -> tuple[FoodNeed, ...]:
        """The foods that must be kept away, not those that are only disliked."""
        return tuple(need for need in self.person.food_needs if need.severity is not Severity.DISLIKE)

    @cached_property
    def diets(self) -> tuple[Diet, ...]:
        """What they eat by, without what another of their diets includes."""
        return tuple(diets_of(self.member))

    @cached_property
    def bears_smoke(self) -> bool:
        """Whether smoke is no danger to them: by their answer, or else unless their words speak of asthma."""
        answer = self.person.bears_smoke
        if answer is not Answer.UNKNOWN:
            return answer is not Answer.NO
        return not _ASTHMA.search(_plain(f"{self.person.conditions}\n{self.person.other_allergies}"))

    @cached_property
    def needs_power(self) -> bool:
        """Whether a machine at night needs a socket by the bed."""
        answer = self.person.night_power
        return answer is Answer.YES or (answer is Answer.UNKNOWN and bool(_AT_NIGHT.search(_plain(self.person.sleep))))

    @cached_property
    def avoids_stairs(self) -> bool:
        """Whether steep stairs are too much for them, by their answer or their words about walking."""
        return avoids_steps(self.member)

    @cached_property
    def rooms_with(self) -> RoomsWith:
        """With whom they would share a room."""
        return self.person.rooms_with

    @cached_property
    def interests(self) -> frozenset[Interest]:
        """What they like, as far as the words can be understood."""
        return interests_in(f"{self.person.interests_en}\n{self.person.interests_ja}\n{self.member.performance}")

    @cached_property
    def interest_kinds(self) -> frozenset[str]:
        """The kinds of things they like."""
        return frozenset(one.kind for one in self.interests)

    @cached_property
    def faiths(self) -> frozenset[Faith]:
        """The faiths their words and diets speak of."""
        return faiths_in(self.person.practice, self.diets)

    @cached_property
    def practises(self) -> bool:
        """Whether a faith matters for where they live."""
        by_faith = any(need.reaction is Reaction.FAITH for need in self.person.animal_needs)
        return by_faith or bool(self.faiths or self.person.practice.strip())

    @cached_property
    def supervisors(self) -> frozenset[int]:
        """The people, by id, who look after them: a host who is one of them would be the only one to turn to."""
        responsible = self.member.responsible
        return frozenset() if responsible is None else frozenset({responsible.person_id})

    @cached_property
    def emergency_phones(self) -> frozenset[str]:
        """The numbers of all whom one would call for them, as digits."""
        return frozenset(digits for contact in self.person.contacts if (digits := digits_of(contact.phone)))

    @cached_property
    def friends(self) -> frozenset[int]:
        """The members they ask to be with."""
        return _asked(self.member, WishKind.TOGETHER)

    @cached_property
    def apart(self) -> frozenset[int]:
        """The members they ask to be kept apart from."""
        return _asked(self.member, WishKind.APART)

    @cached_property
    def sleeping(self) -> tuple[object, ...]:
        """All that decides in which beds they may sleep: guests who are alike in it are looked at once."""
        member = self.member
        big = (member.height_cm, member.weight_kg)
        return (self.gender, self.age, self.is_minor, self.avoids_stairs, self.needs_power, big, member.futon_ok,
                self.rooms_with)  # fmt: skip


def nights_for(member: Member, nights: Nights, on_the_way: Mask) -> Mask:
    """Give the nights for which a member needs a home: their days without those in hotels, elsewhere, on the way."""
    asked = nights.between(member.joins_on, None)
    if member.leaves_on is not None:
        asked &= ~nights.since(member.leaves_on)
    for stay in member.stays:
        if stay.kind in _ELSEWHERE:
            asked &= ~nights_in(stay, nights)
    return asked & ~on_the_way


def nights_in(stay: Stay, nights: Nights) -> Mask:
    """Give the nights of a stay that lie in the visit."""
    return nights.between(stay.first_night, stay.last_night)


def minor_nights(member: Member, nights: Nights) -> Mask:
    """Give the nights on which a member is not of age."""
    return under_age(member.person, nights, unknown=member.role in _YOUNG)


def under_age(person: Person, nights: Nights, *, unknown: bool) -> Mask:
    """Give the nights on which somebody is under 18; `unknown` says what holds where nobody knows the age.

    Who is 18 on a day is of age in the night that begins on it.
    """
    if person.birth_date is not None:
        return nights.every & ~nights.since(birthday_in(person.birth_date, person.birth_date.year + ADULT))
    age = age_by(person, nights.first)
    if age is None:
        return nights.every if unknown else 0
    if age >= ADULT:
        return 0
    # By an age that was stated some time ago they may turn 18 on any day: what is certain is what counts.
    last = nights.first + dt.timedelta(days=nights.count)
    return nights.every if (age_by(person, last) or 0) < ADULT else nights.of(
        day for day in nights.dates(nights.every) if (age_by(person, day) or 0) < ADULT
    )


class Named(Protocol):
    """Somebody who is called something: a guest, or somebody who lives in a home."""

    @property
    def name(self) -> Pair:
        """What they are called."""
        ...


def names_of(people: Iterable[Named]) -> list[Pair]:
    """Give what people are called, for a sentence that names them."""
    return [one.name for one in people]


def _asked(member: Member, kind: WishKind) -> frozenset[int]:
    return frozenset(wish.other_id for wish in member.wishes if wish.other_id is not None and wish.kind is kind)


def digits_of(phone: str) -> str:
    """Give the digits of a telephone number, by which two ways of writing it are one."""
    return "".join(sign for sign in _plain(phone) if sign.isdigit())


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words)
