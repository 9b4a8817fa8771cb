"""What a row, an event, a crowd looks like, as a number: equal as long as nothing in it changed.

A plan is loaded anew after each change, so that no row is the same object; what a rule found last time holds as long
as what it looked at has the same print.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from operator import itemgetter
from typing import Any, Final

from planner.agenda import AllDay, Slot
from planner.model.base import Base, noun_of, values_of
from planner.model.delegations import Member
from planner.model.interpreting import Speech
from planner.model.programme import Journey

# So many values more than were in use are remembered before all is forgotten once: an evening's edits.
_ROOM = 50_000

READ_OF_A_PERSON: Final = ("id", "birth_date", "stated_age", "age_stated_on", "mobility")
"""All that rules about an event or a day read of the people there, besides what they must not eat. Not their names: a
finding that names somebody holds `Called`, so that a name can be mended without looking at a crowd of five hundred."""

_read_of: Final = itemgetter(*READ_OF_A_PERSON)


class Prints:
    """Numbers for values; the same value has the same number from one plan to the next."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._rows: dict[int, int] = {}
        self._members: dict[int, int] = {}
        self._crowds: dict[int, int] = {}
        self._slots: dict[int, int] = {}

    def begin(self) -> bool:
        """Start with a new plan; False if all that was known is forgotten, as it became too much."""
        self._rows.clear()
        self._members.clear()
        self._crowds.clear()
        self._slots.clear()
        if len(self._numbers) > _ROOM:
            self._numbers.clear()
            return False
        return True

    def number(self, value: Hashable) -> int:
        """Give the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def row(self, row: Base | None) -> int:
        """Give the print of a row's own fields."""
        if row is None:
            return -1
        known = self._rows.get(id(row))
        if known is None:
            noun = noun_of(row)
            values = values_of(row)
            try:
                known = self.number((noun, values))
            except TypeError:
                # A field that holds a list or a mapping.
                known = self.number((noun, tuple(map(_hashable, values))))
            self._rows[id(row)] = known
        return known

    def rows(self, rows: Iterable[Base]) -> tuple[int, ...]:
        """Give the prints of several rows."""
        return tuple(self.row(row) for row in rows)

    def member(self, member: Member) -> int:
        """Give the print of a member with all that rules read of a person who takes part in an event."""
        known = self._members.get(member.id)
        if known is None:
            person = member.person
            print_ = (self.row(member), _read_of(person.__dict__), self.rows(person.food_needs))
            known = self._members[member.id] = self.number(print_)
        return known

    def crowd(self, members: tuple[Member, ...]) -> int:
        """Give the print of the members of a slot or a cohort."""
        known = self._crowds.get(id(members))
        if known is None:
            known = self._crowds[id(members)] = self.number(tuple(map(self.member, members)))
        return known

    def slot(self, slot: Slot | AllDay) -> int:
        """Give the print of an event with its place, meals and members."""
        known = self._slots.get(id(slot))
        if known is None:
            known = self._slots[id(slot)] = self._slot(slot)
        return known

    def _slot(self, slot: Slot | AllDay) -> int:
        event = slot.event
        places = (event.from_place, event.to_place) if isinstance(event, Journey) else (event.place,)
        times = (slot.begins, slot.ends) if isinstance(slot, Slot) else (slot.first, slot.last)
        around = tuple((self.row(place), self.rows(place.hours)) for place in places if place is not None)
        speeches = () if isinstance(event, Journey) else tuple(self._speech(speech) for speech in event.speeches)
        parts = (self.rows(event.meals), speeches, self.crowd(slot.members))
        return self.number((self.row(event), times, around, parts))

    def _speech(self, speech: Speech) -> tuple[int, int]:
        return self.row(speech), self.row(speech.person)


def _hashable(value: Any) -> Hashable:
    return repr(value) if isinstance(value, (dict, list)) else value
