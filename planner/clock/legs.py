"""What a leg of a journey does to clocks and nights: elapsed time, the date that jumps, the eve of a flight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from planner.clock.days import nights_between
from planner.clock.wall import MINUTE, WallTime, day_shift, elapsed, elsewhere, later, offset_of
from planner.model.message import Message

DAY = timedelta(days=1)

END_OF_SMALL_HOURS = time(5)
"""Until then people call it last night: who leaves at 00:30 on Saturday sets out on Friday evening."""
STILL_A_NIGHT = time(3)
"""Who arrives before this hour still sleeps in a bed that night; who arrives later has spent it on the way."""
DATE_LINE = timedelta(hours=12)
"""Two places whose clocks are further apart than this have the date line between them, on the shorter way."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A leg on the clock: how long it takes, how the date jumps, which nights have no bed."""

    departs: WallTime
    arrives: WallTime
    elapsed: timedelta
    day_shift: int
    """Days that the date jumps: −1 … +2."""
    date_line: int
    """1 if the date line is crossed westwards and a day is lost, as to Japan; −1 eastwards; 0 if it is not."""
    nights: tuple[date, ...]
    """Nights in the air or on the road, named by the day they begin on; see `nights_on_the_way`."""
    words: tuple[Message, ...]
    """What a traveller must be told, as codes of `planner.language.sentences.clock`."""


def passage(departs: WallTime, arrives: WallTime, minutes_before: int = 0) -> Passage:
    """Give what a leg does. `minutes_before` is how long before it leaves people must be there.

    Raises as `WallTime.instant`; `ValueError` if it arrives before it leaves.
    """
    lasts = elapsed(departs, arrives)
    if lasts < timedelta():
        raise ValueError(f"{arrives} is before {departs}")
    return Passage(
        departs,
        arrives,
        lasts,
        day_shift(departs, arrives),
        date_line_between(departs, arrives),
        nights_on_the_way(departs, arrives),
        tuple(_words(departs, arrives, minutes_before)),
    )


def be_there_by(departs: WallTime, minutes: int) -> WallTime:
    """Give when to be at the airport or stop, so many real minutes before it leaves; on the day before, if so."""
    return later(departs, -minutes * MINUTE)


def is_small_hours(wall: WallTime) -> bool:
    """Say whether a time is between midnight and 5:00, which people take for the evening before."""
    return wall.at < END_OF_SMALL_HOURS


@dataclass(frozen=True, slots=True)
class Eve:
    """That who leaves on one day must set out on the evening before: "00:30 Saturday: be there Friday 21:30"."""

    departs: WallTime
    be_there: WallTime
    evening_of: date
    """The local day whose evening it is; the last night in a bed is the one before this day's."""

    def message(self) -> Message:
        """Give it as a sentence."""
        return Message.of(
            "leg-eve", departs=self.departs, there=self.be_there, evening=self.evening_of, on=self.departs.on
        )


def eve_of(departs: WallTime, minutes: int) -> Eve | None:
    """Give the eve of a departure, where people must be there `minutes` before; None for one in daytime.

    It is one if it leaves in the small hours, or so early that they must be there before midnight.
    """
    there = be_there_by(departs, minutes)
    if not is_small_hours(departs) and there.on == departs.on:
        return None
    return Eve(departs, there, departs.on - DAY)


def nights_on_the_way(departs: WallTime, arrives: WallTime) -> tuple[date, ...]:
    """Give the nights without a bed between two places, by the local days of leaving and of arriving (機中泊).

    Leaving in the small hours also leaves the night of the eve without a bed: see `last_night_before`.
    """
    return nights_between(departs.on, first_night_after(arrives))


def last_night_before(departs: WallTime) -> date:
    """Give the last night that is spent in a bed before leaving: for 00:30 on a Saturday, Thursday's."""
    return departs.on - (2 * DAY if is_small_hours(departs) else DAY)


def first_night_after(arrives: WallTime) -> date:
    """Give the first night with a bed after arriving, by the local day it begins on: the eve's until 3:00."""
    return arrives.on - DAY if arrives.at < STILL_A_NIGHT else arrives.on


def date_line_between(departs: WallTime, arrives: WallTime) -> int:
    """Say whether a leg crosses the date line: 1 westwards (to Japan), −1 eastwards, 0 not (Narita to Guam)."""
    apart = offset_of(arrives) - offset_of(departs)
    if abs(apart) <= DATE_LINE:
        return 0
    return 1 if apart > timedelta() else -1


def _words(departs: WallTime, arrives: WallTime, minutes_before: int) -> Iterator[Message]:
    shift = day_shift(departs, arrives)
    if shift:
        codes = {-1: "leg-day-before", 1: "leg-next-day", 2: "leg-two-days-later"}
        yield Message.of(codes.get(shift, "leg-other-day"), departs=departs.on, arrives=arrives.on)
    elif arrives.local < departs.local:
        early = departs.local - arrives.local
        yield Message.of("leg-lands-before-it-left", by=early, departs=departs, arrives=arrives)
    crossed = date_line_between(departs, arrives)
    if crossed:
        yield Message.of("leg-date-line-west" if crossed > 0 else "leg-date-line-east")
    elif offset_of(arrives) != offset_of(departs):
        yield Message.of("leg-other-zone", there=elsewhere(departs, arrives.zone), zone=arrives.zone)
    for night in nights_on_the_way(departs, arrives):
        yield Message.of("leg-night-on-the-way", night=night)
    eve = eve_of(departs, minutes_before)
    if eve:
        yield eve.message()
