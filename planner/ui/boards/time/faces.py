"""What a card says, in words made once: nothing here is worked out again while it is painted or moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from planner.clock import WallTime, shown_elsewhere
from planner.language.dates import day_text
from planner.language.times import letters_of, span_text, time_text


@dataclass(frozen=True, slots=True)
class Clocks:
    """When something is, on the clocks of both cities; `…_start` are the starts alone, for where there is little room.

    The home city's carry their weekday, but for `home_bare`. One that does not happen in the host city's zone says
    its own time in `local`, with the zone.
    """

    host: str
    host_start: str
    home: str = ""
    home_start: str = ""
    home_bare: str = ""
    local: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A small icon at the foot of a card, and what it stands for."""

    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is wrong with a card (`tone` wrong, check or grey), in few words and in full."""

    tone: str
    words: str
    whole: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a leg on its own clock: the time, and the zone with the day."""

    time: str
    rest: str


@dataclass(frozen=True, slots=True)
class Face:
    """All that stands on a card. `tone` is its kind; `letter` the squad's it is for, if it is for one."""

    tone: str
    icon: str
    title: str
    clocks: Clocks
    letter: str = ""
    place: str = ""
    signs: tuple[Sign, ...] = ()
    #: Where a leg leaves and arrives, if that is in two zones; how long it takes, how the date jumps.
    ends: tuple[End, End] | None = None
    length: str = ""
    pill: str = ""
    #: Said where it goes on from a day before, and where it goes on to a day after.
    began: str = ""
    goes_on: str = ""
    #: The second line in the all-day strip.
    line: str = ""
    tentative: bool = False

    def at(self, begins: WallTime, ends: WallTime | None, host: str, home: str, language: str) -> Face:
        """Give the same face at other times, as while it is moved."""
        return replace(self, clocks=clocks_of(begins, ends, host, home, language), ends=None, began="", goes_on="")


@dataclass(frozen=True, slots=True)
class Card:
    """Something on the board from one instant to another; without instants on whole days, from `first` to `last`.

    `whose` are the columns it stands in where days alone do not tell.
    """

    key: Hashable
    face: Face
    first: dt.date
    last: dt.date
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    whose: tuple[Hashable, ...] = (None,)


# An edit changes one card, but every card is made anew: what no edit changes is kept.
@lru_cache(maxsize=8192)
def clocks_of(begins: WallTime, ends: WallTime | None, host: str, home: str, language: str) -> Clocks:
    """Write when something is in words, on the clocks of the zones `host` and `home`."""
    here, here_end = _on(begins, host), _on(ends, host)
    there, there_end = _on(begins, home), _on(ends, home)
    local = ""
    if begins.zone != host:
        local = f"{span_text(begins.at, None, language)} {letters_of(begins)}".rstrip()
    if here is None:
        return Clocks(local or time_text(begins.at, language), time_text(begins.at, language), local=local)
    host_words = _span(here, here_end, language)
    host_start = time_text(here.at, language)
    if there is None or host == home:
        return Clocks(host_words, host_start, local=local)
    weekday = day_text(there.on, language, "weekday")
    bare = time_text(there.at, language)
    return Clocks(
        host_words, host_start, f"{weekday} {_span(there, there_end, language)}", f"{weekday} {bare}", bare, local
    )


def _on(wall: WallTime | None, zone: str) -> WallTime | None:
    return None if wall is None else shown_elsewhere(wall, zone)


def _span(start: WallTime, end: WallTime | None, language: str) -> str:
    if end is not None and (end.on - start.on).days > 1:
        weekday = day_text(end.on, language, "weekday")
        return f"{time_text(start.at, language)} – {weekday} {time_text(end.at, language)}"
    return span_text(start.at, None if end is None else end.at, language)


#: The sign of each tone of a note.
NOTES: Final = {"wrong": "wrong", "check": "warn", "grey": "note", "good": "good"}


@dataclass(frozen=True, slots=True)
class Look:
    """The state a card is painted in. `flat` has square corners at the top: it began before what is in sight."""

    chosen: bool = False
    focused: bool = False
    hovered: bool = False
    #: Something would clash with it.
    struck: bool = False
    #: It is carried elsewhere: only its old place is marked.
    lifted: bool = False
    #: It is the one that is carried.
    carried: bool = False
    flat: bool = False
    goes_on: bool = False


PLAIN: Final = Look()
