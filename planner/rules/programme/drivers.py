"""Whether a coach driver may drive what the legs of a day ask for: hours at the wheel, on duty and of rest.

What the plan knows is the least there can be: the way from and to the depot comes on top. A leg without an arrival
counts for nothing at the wheel.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from planner.agenda import Agenda, Slot
from planner.language.marking import Pair
from planner.model.kinds import ActivityStatus, Side, TravelMode
from planner.model.message import Message
from planner.rules.finding import FindingKind, Severity, Source
from planner.rules.programme.clashes import subject
from planner.rules.rule import Figures, Found, of_plan

#: Revised on 23 December 2022 (notice 367 of the Ministry of Health, Labour and Welfare), in force since 1 April 2024.
JAPAN_NOTICE: Final = Source(
    Pair(
        "Japan’s standards for the working hours of motor vehicle drivers, article 5 (in force since 1 April 2024)",
        "自動車運転者の労働時間等の改善のための基準（改善基準告示）第5条（令和6年4月1日適用）",
    ),
    dt.date(2022, 12, 23),
)
US_RULE: Final = Source(Pair("49 CFR 395.5", "米国連邦規則集 第49編395.5条"), dt.date(2005, 8, 25))

_NO_TIME: Final = dt.timedelta()
_MINUTE: Final = dt.timedelta(minutes=1)
_HIRED: Final = frozenset({TravelMode.COACH, TravelMode.VAN})
# Who drives again so soon after midnight has not been home: it is still the same duty.
_STILL_ON_DUTY: Final = dt.timedelta(hours=4)
# A break of less than ten minutes is none; after thirty in all the driver starts afresh (改善基準告示 article 5).
_A_BREAK, _BREAKS_IN_ALL = 10 * _MINUTE, 30 * _MINUTE
_NOBODY_YET: Final = re.compile(r"[\s?？・—–-]*|t\.?b\.?[acd]\.?|unknown|none|n/?a|未定|不明|調整中", re.IGNORECASE)

# Two who relieve each other: how they share the hours is for their company to say. "Ray, Pat" may be one person.
_SEVERAL: Final = re.compile(r"[/／&＆+＋;；、]|\band\b|交替|交代", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """What one driver drives from the first leg of a local day to the last, one who drives past midnight too."""

    driver: str
    legs: tuple[Slot, ...]

    @property
    def day(self) -> dt.date:
        """The local day on which it begins."""
        return self.legs[0].day

    @property
    def side(self) -> Side:
        """Whose rules hold: what is not in Japan goes by the rules of the US."""
        return Side.JAPAN if is_in_japan(self.legs[0]) else Side.US

    @property
    def end(self) -> dt.datetime:
        """When the last leg has arrived."""
        return max(leg.end for leg in self.legs)

    @property
    def span(self) -> dt.timedelta:
        """From the first departure to the last arrival."""
        return self.end - self.legs[0].start

    @property
    def driving(self) -> dt.timedelta:
        """All time at the wheel."""
        return sum((until - since for since, until in self._stretches()), _NO_TIME)

    @property
    def straight(self) -> dt.timedelta:
        """The longest time at the wheel without breaks of thirty minutes in all, each of ten or more."""
        most = driven = rested = _NO_TIME
        stopped: dt.datetime | None = None
        for since, until in self._stretches():
            pause = since - stopped if stopped is not None else _NO_TIME
            rested += pause if pause >= _A_BREAK else _NO_TIME
            if rested >= _BREAKS_IN_ALL:
                driven = rested = _NO_TIME
            driven += until - since
            most, stopped = max(most, driven), until
        return most

    def _stretches(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """Two groups on one coach are two legs at the same time: nobody drives twice."""
        found: list[tuple[dt.datetime, dt.datetime]] = []
        for leg in self.legs:
            if found and leg.start <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], leg.end))
            else:
                found.append((leg.start, leg.end))
        return found


def is_in_japan(leg: Slot) -> bool:
    """Say whether a leg leaves in Japan, which has one zone."""
    return leg.begins.zone == "Asia/Tokyo"


def duties(agenda: Agenda) -> dict[str, list[Duty]]:
    """Give what each driver drives, duty by duty; names are alike whatever their case and spaces.

    Legs that name nobody are left out, and legs that name two who relieve each other.
    """
    legs_of: dict[str, list[Slot]] = {}
    for leg in _driven(agenda, _HIRED):
        name = _driver(leg)
        if name and not _SEVERAL.search(name):
            legs_of.setdefault(name.casefold(), []).append(leg)
    return {name: list(_by_duty(legs)) for name, legs in legs_of.items()}


def _driven(agenda: Agenda, modes: frozenset[TravelMode]) -> Iterator[Slot]:
    for slot in agenda.slots:
        journey = slot.journey
        if journey is not None and journey.mode in modes and journey.status is not ActivityStatus.IDEA:
            yield slot


def _driver(leg: Slot) -> str:
    """Give the driver's name; nothing where somebody wrote only that it is not known."""
    name = " ".join(leg.journey.driver.split()) if leg.journey is not None else ""
    return "" if _NOBODY_YET.fullmatch(name) else name


def _by_duty(legs: Iterable[Slot]) -> Iterator[Duty]:
    shift: list[Slot] = []
    for leg in legs:
        if shift and leg.day != shift[0].day and leg.start - max(one.end for one in shift) >= _STILL_ON_DUTY:
            yield Duty(_driver(shift[0]), tuple(shift))
            shift = []
        shift.append(leg)
    if shift:
        yield Duty(_driver(shift[0]), tuple(shift))


def _with_neighbours(agenda: Agenda, side: Side) -> Iterator[tuple[Duty | None, Duty, Duty | None]]:
    for days in duties(agenda).values():
        around = [None, *days, None]
        for before, (duty, after) in zip(around, pairwise(around[1:]), strict=False):
            if duty is not None and duty.side is side:
                yield before, duty, after


@of_plan(
    "driver-hours-japan", FindingKind.JOURNEYS, Severity.WARN, source=JAPAN_NOTICE,
    driving=9, straight=4, duty=15, rest=9,
)  # fmt: skip
def driver_hours_japan(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A driver in Japan drives or is on duty for longer, or rests for less, than the notice allows (domain.md §2.9).

    Hours at the wheel are averaged over two days: too many are those that are too many with the day before and with
    the day after.
    """
    for before, duty, after in _with_neighbours(agenda, Side.JAPAN):
        over = [
            *_more("driver-average", _average(before, duty, after), figures["driving"]),
            *_more("driver-straight", duty.straight, figures["straight"]),
            *_more("driver-duty", duty.span, figures["duty"]),
            *_less(before, duty, figures["rest"]),
        ]
        yield from _found(duty, over)


@of_plan(
    "driver-long-day-japan", FindingKind.JOURNEYS, Severity.NOTE, source=JAPAN_NOTICE,
    driving=9, duty=13, longest=15, rest=11, shortest=9,
)  # fmt: skip
def driver_long_day_japan(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A driver's day in Japan is longer than the usual one, yet within what the notice allows (domain.md §2.9)."""
    for before, duty, after in _with_neighbours(agenda, Side.JAPAN):
        if duty.span > dt.timedelta(hours=figures["longest"]):
            continue
        over = []
        if _average(before, duty, after) <= dt.timedelta(hours=figures["driving"]):
            over += _more("driver-driving", duty.driving, figures["driving"])
        over += _more("driver-duty", duty.span, figures["duty"])
        if not _less(before, duty, figures["shortest"]):
            over += _less(before, duty, figures["rest"])
        yield from _found(duty, over)


@of_plan("driver-hours-us", FindingKind.JOURNEYS, Severity.WARN, source=US_RULE, driving=10, duty=15, rest=8)
def driver_hours_us(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """A driver in the US drives for longer than 10 h, or after 15 h on duty, or rests less than 8 h before."""
    for before, duty, _ in _with_neighbours(agenda, Side.US):
        over = [
            *_more("driver-driving", duty.driving, figures["driving"]),
            *_more("driver-duty", duty.span, figures["duty"]),
            *_less(before, duty, figures["rest"]),
        ]
        yield from _found(duty, over)


@of_plan(
    "driver-unnamed", FindingKind.JOURNEYS, Severity.NOTE,
    driving_japan=9, duty_japan=13, driving_us=10, duty_us=15,
)  # fmt: skip
def driver_unnamed(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Coach legs of a day name no driver, and they would be too much for a single one."""
    chain: list[Slot] = []
    for leg in _driven(agenda, frozenset({TravelMode.COACH})):
        # Two coaches at the same time have two drivers: only what follows each other can be one driver's.
        if not _driver(leg) and (not chain or leg.start >= chain[-1].end):
            chain.append(leg)
    for duty in _by_duty(chain):
        side = "japan" if duty.side is Side.JAPAN else "us"
        over = [
            *_more("driver-driving", duty.driving, figures[f"driving_{side}"]),
            *_more("driver-duty", duty.span, figures[f"duty_{side}"]),
        ]
        yield from _found(duty, over)


def _average(before: Duty | None, duty: Duty, after: Duty | None) -> dt.timedelta:
    """Give the hours at the wheel a day, over two days, with whichever neighbouring day makes them fewer."""
    one_day = dt.timedelta(days=1)
    beside = [
        other.driving if other is not None and abs(other.day - duty.day) == one_day else _NO_TIME
        for other in (before, after)
    ]
    return (duty.driving + min(beside)) / 2


def _more(code: str, lasts: dt.timedelta, hours: float) -> list[Message]:
    most = dt.timedelta(hours=hours)
    return [Message.of(code, hours=lasts, most=most)] if lasts > most else []


def _less(before: Duty | None, duty: Duty, hours: float) -> list[Message]:
    least = dt.timedelta(hours=hours)
    rest = duty.legs[0].start - before.end if before is not None else least
    return [Message.of("driver-rest", hours=rest, least=least)] if rest < least else []


def _found(duty: Duty, over: list[Message]) -> Iterator[Found]:
    if over:
        first, *others = (subject(leg) for leg in duty.legs)
        lasting = [one.figures["hours"] for one in over]
        told = {
            "driver": duty.driver, "day": duty.day, "count": len(duty.legs), "over": over,
            # An acceptance holds for these hours.
            "minutes": [int(hours / _MINUTE) for hours in lasting],
        }  # fmt: skip
        yield Found(first, told, (), tuple(others), duty.day)
