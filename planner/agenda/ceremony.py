"""The ceremony timer: how long the items of a ceremony really take, what no longer fits, and what to cut.

Consecutive interpreting takes a bit more than double: a speech of 30 minutes more than an hour (JACI; domain.md §4).
Six speeches of five minutes are 30 minutes on paper and 63 in the hall.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from planner.model.kinds import InterpretingMode, SpeechLanguage

#: By how much consecutive interpreting stretches what is said, unless a visit's rules say otherwise.
FACTOR = 2.1

_SPOKEN_ONCE = frozenset({SpeechLanguage.JAPANESE, SpeechLanguage.ENGLISH})
_MINUTE = dt.timedelta(minutes=1)


class Item(Protocol):
    """What is timed; a `planner.model.Speech` is one."""

    id: int
    place: int | None
    language: SpeechLanguage
    mode: InterpretingMode
    minutes: int | None
    cut_rank: int | None


T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Timed:
    """An item with when it begins and ends after the start of the ceremony, as it really takes."""

    item: Item
    begins: dt.timedelta
    ends: dt.timedelta

    @property
    def minutes(self) -> float:
        """How long it really takes."""
        return (self.ends - self.begins) / _MINUTE

    @property
    def whole_minutes(self) -> int:
        """How long it takes by clocks that show no seconds: those of all items add up to what is shown of the whole."""
        return self.ends // _MINUTE - self.begins // _MINUTE


@dataclass(frozen=True, slots=True)
class Ceremony:
    """All items of a ceremony in their order, timed, held against the time there is.

    `room` is that time, None where nobody has said when it ends.
    """

    items: tuple[Timed, ...]
    room: dt.timedelta | None

    @property
    def length(self) -> dt.timedelta:
        """How long it really takes."""
        return self.items[-1].ends if self.items else dt.timedelta()

    @property
    def on_paper(self) -> int:
        """How many minutes the speakers themselves were given."""
        return sum(one.item.minutes or 0 for one in self.items)

    @property
    def over(self) -> dt.timedelta:
        """By how much it takes longer than there is time; nothing where it fits."""
        return dt.timedelta() if self.room is None else max(dt.timedelta(), self.length - self.room)

    @property
    def whole_minutes(self) -> int:
        """How long it takes by clocks that show no seconds, as its items add up."""
        return self.length // _MINUTE

    @property
    def whole_over(self) -> int:
        """By how many minutes it is too long by such clocks; at least one where it is."""
        return max(1, self.over // _MINUTE) if self.over else 0

    @property
    def beyond(self) -> tuple[Item, ...]:
        """The items that are not over when the time is."""
        return tuple(one.item for one in self.items if self.room is not None and one.ends > self.room)

    @property
    def cuts(self) -> tuple[Item, ...]:
        """The items to cut so that the rest fits, in the order in which they are to be cut.

        All that may be cut, where even that does not help: see `still_over`.
        """
        found: list[Item] = []
        left = self.over
        for one in sorted((one for one in self.items if one.item.cut_rank is not None), key=_rank):
            if left <= dt.timedelta():
                break
            found.append(one.item)
            left -= one.ends - one.begins
        return tuple(found)

    @property
    def still_over(self) -> dt.timedelta:
        """By how much it is too long even after all cuts."""
        cut = {one.id for one in self.cuts}
        saved = sum((one.ends - one.begins for one in self.items if one.item.id in cut), dt.timedelta())
        return max(dt.timedelta(), self.over - saved)


def is_stretched(item: Item) -> bool:
    """Say whether interpreting takes time of its own: something said in one language and then again in the other."""
    return item.language in _SPOKEN_ONCE and item.mode is InterpretingMode.CONSECUTIVE


def in_order(items: Iterable[T]) -> list[T]:
    """Put items into their order; those without a place come last, as they were added."""
    return sorted(items, key=lambda one: (one.place is None, one.place or 0, one.id))


def timed(items: Iterable[Item], room: dt.timedelta | None, factor: float = FACTOR) -> Ceremony:
    """Time the items of a ceremony; one without minutes takes none as far as anybody knows."""
    found: list[Timed] = []
    at = dt.timedelta()
    for item in in_order(items):
        takes = (item.minutes or 0) * (factor if is_stretched(item) else 1) * _MINUTE
        found.append(Timed(item, at, at + takes))
        at += takes
    return Ceremony(tuple(found), room)


def told_minutes(length: dt.timedelta) -> float:
    """Give minutes as a screen tells them: with tenths, so that items add up, and never less than it takes."""
    return -(-length // (_MINUTE / 10)) / 10


def _rank(one: Timed) -> tuple[int, int]:
    return one.item.cut_rank or 0, one.item.id
