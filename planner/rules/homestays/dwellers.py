"""Who lives in a home, as the rules see them: on which nights they are there, of age, and cleared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from planner.language.marking import Pair
from planner.language.names import called_name, in_both
from planner.model.attendance import is_at_home
from planner.model.households import Resident
from planner.model.kinds import ClearanceStatus, Gender
from planner.model.people import Person
from planner.rules.clearances import holds_on, stands_on
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.guests import under_age
from planner.rules.left import age_by

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Dweller:
    """Somebody who lives in a home."""

    resident: Resident
    age: int | None
    #: The nights on which they are at home.
    present: Mask
    #: The nights on which they are of age; who has no stated age counts as adult.
    adult: Mask
    #: The nights for which a clearance has not run out, and those for which it is not too old either.
    cleared: Mask
    cleared_lately: Mask

    #: Whether they are at home on every night.
    is_always_there: bool

    @cached_property
    def name(self) -> Pair:
        """What they are called."""
        return in_both(called_name, self.person)

    @cached_property
    def person(self) -> Person:
        """The human being."""
        return self.resident.person

    @cached_property
    def called(self) -> frozenset[str]:
        """Each word that somebody of the family may name them by."""
        names = (self.person.given_name, self.person.given_name_ja, self.person.given_name_kana,
                 self.person.called_name_en, self.person.called_name_ja)  # fmt: skip
        return frozenset().union(*(words_of(name) for name in names))

    @cached_property
    def gender(self) -> Gender:
        """As the person says."""
        return self.person.gender


def dweller_of(resident: Resident, nights: Nights, months: int | None) -> Dweller:
    """Look at somebody who lives there once; `months` is how long a clearance is good for, None if nobody asks."""
    there = nights.of(night for night in map(nights.date, range(nights.count)) if is_at_home(resident, night))
    adult = nights.every & ~under_age(resident.person, nights, unknown=False)
    cleared = lately = 0
    for clearance in resident.clearances:
        if clearance.status == ClearanceStatus.CLEARED:
            for place in range(nights.count):
                night = nights.date(place)
                cleared |= stands_on(clearance, night) << place
                lately |= holds_on(clearance, night, months) << place
    return Dweller(
        resident, age_by(resident.person, nights.first), there, adult, cleared, lately, there == nights.every
    )


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text, to be held against others whatever their case."""
    return frozenset(_WORD.findall(text.casefold()))
