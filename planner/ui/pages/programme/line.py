"""One line of the programme, ready to paint: the head of a day, or all of an activity or leg in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from planner.language import screen_language
from planner.language.figures import comma_list
from planner.rules.finding import Subject


@dataclass(frozen=True, slots=True)
class DayHead:
    """The line over a day: the day by the host city's calendar, and what it is at home."""

    day: dt.date
    words: str
    host: str
    home: str
    note: str = ""
    #: What is a day off then, in either country.
    off: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A time in both cities: the local one with its zone where that is not the host city's, and the other's."""

    local: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A small sign after the words: an icon with what it stands for."""

    icon: str
    words: str
    show_words: bool = True


@dataclass(frozen=True, slots=True)
class EventLine:
    """One activity or leg. `pill` is the day shift of a leg; `second` its arrival."""

    subject: Subject
    day: dt.date
    tone: str
    icon: str
    title: str
    other: str
    when: When
    place: str = ""
    second: When | None = None
    second_place: str = ""
    pill: str = ""
    chips: tuple[tuple[str, str], ...] = ()
    tags: tuple[Tag, ...] = field(default=())
    status: str = ""
    cancelled: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one text, for tips and screen readers."""
        parts = (
            self.when.local, self.when.other, self.title, self.other, self.status, self.place,
            self.second.local if self.second else "", self.second.other if self.second else "", self.second_place,
            self.pill, *(words for words, _ in self.chips), *(tag.words for tag in self.tags),
        )  # fmt: skip
        return comma_list(parts, screen_language())


Line = DayHead | EventLine
